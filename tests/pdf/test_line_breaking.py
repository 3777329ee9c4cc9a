"""Words into lines: nothing lost, nothing too wide, nothing hyphenated, and each line in its right order."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.pdf.fonts import ANDIKA
from app.pdf.line_breaking import Line, lines, runs_right_to_left
from app.pdf.shaping import Shaper


def _lines(text: str, width: float = 12.0, most: int = 45, *, rtl: bool = False) -> list[Line]:
    return lines(text, Shaper("en", shaped=True), width=width, most=most, right_to_left=rtl)


def _text(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


def _seen(line: Line) -> str:
    """Return a line's text from left to right."""
    placed = sorted(zip(line.lefts, line.pieces, strict=True), key=lambda at: at[0])
    return "".join("".join(g.text for g in piece.glyphs) for _left, piece in placed)


_SAID = st.text("abc de-fgW,.0123 \u00a0\nنی হ্যাঁ👩\u200d👧é\u0301\u2067\u2069", max_size=120)


@settings(max_examples=150, deadline=None)
@given(_SAID, st.floats(3, 40), st.integers(5, 70), st.booleans())
def test_nothing_is_lost_and_nothing_is_wider_than_its_line(text: str, width: float, most: int, rtl: bool) -> None:
    found = _lines(text, width, most, rtl=rtl)
    unseen = "[\\s\u200b-\u200f\u2060-\u2069]"
    assert re.sub(unseen, "", "".join(map(_text, found))) == re.sub(unseen, "", text)
    for line in found:
        assert line.width <= width + 1e-6 or len(_text(line)) < 8, "one letter may be wider than a line"
        assert sum(piece.width for piece in line.pieces) == pytest.approx(line.width + line.trailing)


def test_no_line_is_longer_than_a_reader_can_follow() -> None:
    for most in (45, 70):
        found = _lines("A few short words and, now and then, considerably longer ones. " * 9, 100.0, most)
        assert all(len(_text(line).rstrip()) <= most for line in found)
        assert max(len(_text(line).rstrip()) for line in found) > most - 15


def test_lines_end_with_a_space_but_the_last_so_that_words_are_heard_apart() -> None:
    *full, last = _lines("one two three four five six seven eight nine ten", 8.0)
    assert full
    assert all(_text(line).endswith(" ") for line in full)
    assert not _text(last).endswith(" ")


def test_a_word_is_never_hyphenated_nor_parted_at_its_hyphen() -> None:
    for line in _lines("A step-mum and a grown-up and a step-mum and a grown-up " * 4, 9.0):
        for word in _text(line).split():
            assert word in {"A", "a", "and", "step-mum", "grown-up"}


@pytest.mark.parametrize("width", range(8, 24))
def test_a_phone_number_stays_on_one_line(width: int) -> None:
    found = _lines("Ring me on 0808 800 5000 or (01632) 960 123 any time", float(width))
    assert any("0808 800 5000" in _text(line) for line in found)
    assert any("(01632) 960 123" in _text(line) for line in found)


def test_a_web_address_is_parted_after_a_sign() -> None:
    first, *_more = _lines("https://www.example.org/help/for/children", 12.0)
    assert _text(first)[-1] in "/."


def test_a_letter_and_its_marks_are_never_parted() -> None:
    for line in _lines("e\u0301" * 200 + "👩\u200d👧" * 40 + "ক্ষি" * 90, 7.3):
        assert not _text(line).startswith(("\u0301", "\u200d", "\u09cd", "\u09bf"))


def test_a_phone_number_among_urdu_words_keeps_its_order() -> None:
    (line,) = _lines("فون 0808 800 5000 پر", 60.0, rtl=True)
    assert "0808\u00a0800\u00a05000" in _seen(line)
    assert line.right_to_left


def test_a_number_from_abroad_keeps_its_order_among_arabic_words() -> None:
    (line,) = _lines("رقم +44 (0)20 7946-0000 هنا", 60.0, rtl=True)
    assert "+44\u00a0(0)20\u00a07946-0000" in _seen(line)


def test_two_numbers_in_a_sentence_are_read_in_its_direction() -> None:
    (line,) = _lines("عمر 12, 14 سال", 60.0, rtl=True)
    assert _seen(line).index("14") < _seen(line).index("12"), "right to left, 12 comes first"


def test_brackets_close_the_right_way_round_among_right_to_left_words() -> None:
    (line,) = _lines("ہیں (ہر روز) کہ", 60.0, rtl=True)
    placed = sorted(zip(line.lefts, line.pieces, strict=True), key=lambda at: at[0])
    shaper = Shaper("en", shaped=True)
    opening = shaper.piece("(", ANDIKA, 0, bold=False).glyphs[0].glyph
    brackets = [g.glyph for _left, piece in placed for g in piece.glyphs if g.text in ("(", ")")]
    assert brackets[0] == opening, "the left one opens to the right, as drawn"


@pytest.mark.parametrize(
    ("text", "sheet", "runs"),
    [
        ("Nan says", False, False),
        ("نانی کہتی ہیں", False, True),
        ("Khadija کہتی ہیں", True, True),
        ("Khadija کہتی ہیں", False, True),
        ("Nan (نانی) says hello", True, False),
        ("0800 1111", True, True),
        ("", True, True),
    ],
)
def test_a_paragraph_runs_the_way_most_of_its_words_do(text: str, sheet: bool, runs: bool) -> None:
    assert runs_right_to_left(text, sheet) is runs


def test_chinese_and_japanese_lines_end_where_they_are_full_and_never_before_a_stop() -> None:
    text = "我和外婆在一起很安全。" * 6 + "Mia さんは「ありがとー」と言った。" * 4
    found = _lines(text, 12.0)
    assert "".join(map(_text, found)) == text
    assert not any(line.broken for line in found)
    assert all(line.width <= 12 for line in found)
    assert min(line.width for line in found[:-1]) > 9, "no line is left half empty"
    assert not any(_text(line)[0] in "。」ー" or _text(line)[-1] == "「" for line in found)


def test_a_korean_or_tigrinya_word_is_not_parted() -> None:
    for text in ("할머니와 함께 있으면 안전해요. " * 4, "ምስ ዓባየይ ውሑስ እየ። " * 4):
        words = set(text.split())
        assert all(set(_text(line).split()) <= words for line in _lines(text, 8.0))


def test_a_word_that_is_longer_than_a_line_is_called_broken_and_no_other() -> None:
    assert [line.broken for line in _lines("ab " + "x" * 60 + " cd", 10.0)][:2] == [False, True]
    assert not any(line.broken for line in _lines("one two three four five six", 6.0))
