"""A starter's "…" goes when words come in its place, and not before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.sentence_starters import DOTS, drop_filled_dots, is_open, opening

STARTERS = ("First …", "… saw …", "… is worried that …", "… remembers it differently.", "The story of us")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("First … we went home.", "First we went home."),
        ("First …", "First …"),
        ("First we went home …", "First we went home …"),
        ("Nan … saw … that he fell", "Nan saw that he fell"),
        ("… saw that he fell", "… saw that he fell"),
        ("Nan … saw ", "Nan saw "),
        ("Nan … remembers it differently.", "Nan remembers it differently."),
        ("He said … and then he left", "He said … and then he left"),
        ("The story of us … and of you", "The story of us … and of you"),
        ("Nan remembers it differently. … So do I", "Nan remembers it differently. … So do I"),
        ("Then … saw", "Then saw"),
    ],
)
def test_dots_go_where_words_stand_in_their_place(written: str, kept: str) -> None:
    assert drop_filled_dots(STARTERS, written) == kept


@given(st.text().filter(lambda words: DOTS not in words))
def test_words_without_dots_are_never_changed(words: str) -> None:
    assert drop_filled_dots(STARTERS, words) == words


@given(st.text())
def test_nothing_but_dots_and_blanks_is_taken_out_and_twice_is_once(words: str) -> None:
    once = drop_filled_dots(STARTERS, words)
    assert drop_filled_dots(STARTERS, once) == once
    assert "".join(once.split()).replace(DOTS, "") == "".join(words.split()).replace(DOTS, "")


def test_a_starter_of_dots_alone_takes_none_away() -> None:
    assert drop_filled_dots((DOTS,), "He said … and then he left") == "He said … and then he left"


def test_a_whole_sentence_waits_for_nothing() -> None:
    assert [is_open(s) for s in STARTERS] == [True, True, True, True, False]
    assert [opening(s) for s in STARTERS[:2]] == ["First ", "… saw "]
