"""A letter is what a reader takes for one: as Unicode says, and never less."""

from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.graphemes import graphemes, initial

SAMPLE = Path(__file__).parent / "grapheme_break_test_sample.txt"


def cases() -> Iterator[list[str]]:
    for line in SAMPLE.read_text("utf-8").splitlines():
        if line[0] != "#":
            letters = line.strip("÷ ").split("÷")
            yield ["".join(chr(int(code, 16)) for code in one.replace("×", " ").split()) for one in letters]


def ends(letters: list[str]) -> set[int]:
    return set(accumulate(map(len, letters)))


@pytest.mark.parametrize("letters", list(cases()), ids=ascii)
def test_no_letter_is_cut_that_unicode_keeps_whole(letters: list[str]) -> None:
    text = "".join(letters)
    found = list(graphemes(text))
    assert "".join(found) == text
    assert ends(found) <= ends(letters)


@pytest.mark.parametrize(
    "letters",
    [
        ["\u1112\u1161\u11ab", "\u1100\u1173\u11af"],  # Korean, in the parts of its letters
        ["\u0915\u094d\u0937", "\u092e\u093e"],  # Hindi: two consonants in one
        ["\u1000\u102c\u1038", "\u1000"],  # Burmese vowel signs, which Unicode counts for themselves
        ["a\u200e", "b"],
        ["a", "\n", "\u0301", "b"],
        ["a", "\r\n", "b"],
        ["\U0001f9d1\u200d\U0001faf0", "!"],
    ],
    ids=ascii,
)
def test_a_letter_is_what_a_reader_takes_for_one(letters: list[str]) -> None:
    assert list(graphemes("".join(letters))) == letters


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_what_is_plain_is_cut_as_what_is_not(text: str) -> None:
    assert list(graphemes(text)) == list(graphemes(text + "é"))[: len(list(graphemes(text)))]


def test_a_face_has_the_whole_letter_that_a_name_begins_with() -> None:
    assert initial("\u0915\u094d\u0937\u092e\u093e") == "\u0915\u094d\u0937"
