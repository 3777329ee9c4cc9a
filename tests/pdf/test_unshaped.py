"""On a tablet there is no shaping engine: what is printed then is right, and joined as HarfBuzz joins it."""

import pytest

from app.pdf import font_fallback, pdf, printable, shaping
from app.pdf.arabic_joining import join
from app.pdf.fonts import ANDIKA, ARABIC
from app.pdf.shaping import Shaper
from tests.pdf.checker import checked_pdf, plain, poppler
from tests.pdf.sheets import BENGALI, MADE, STORY, URDU

URDU_WORDS = "نانی کہتی ہیں ہم سب مل کر رہتے پریشان آپ استانی ڈاکٹر گھر لڑکا ٹھیک چھوٹا پیژ مدد کرتی ہے لا الا سلام"


@pytest.fixture
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(font_fallback, "can_shape", lambda: False)
    monkeypatch.setattr(shaping, "can_shape", lambda: False)


@pytest.mark.parametrize("word", URDU_WORDS.split())
def test_urdu_is_joined_as_the_engine_joins_it(word: str) -> None:
    with_engine = Shaper("ur", shaped=True).piece(word, ARABIC, 1, bold=False)
    without = Shaper("ur", shaped=False).piece(word, ARABIC, 1, bold=False)
    assert without.width == pytest.approx(with_engine.width, rel=0.06)
    if "لا" not in word:  # One glyph here, two there: they look the same.
        assert [g.glyph for g in without.glyphs] == [g.glyph for g in with_engine.glyphs]


def test_brackets_open_the_right_way_without_the_engine() -> None:
    for bracket in "([«":
        with_engine = Shaper("ur", shaped=True).piece(bracket, ANDIKA, 1, bold=False)
        without = Shaper("ur", shaped=False).piece(bracket, ANDIKA, 1, bold=False)
        assert [g.glyph for g in without.glyphs] == [g.glyph for g in with_engine.glyphs]


def test_each_shape_knows_its_letters() -> None:
    assert "".join(text for _shape, text in join("سلام")) == "سلام"
    assert join("لا") == [("\ufefb", "لا")]


@pytest.mark.usefixtures("no_engine")
def test_english_and_urdu_copies_are_whole_without_the_engine() -> None:
    for sheet in (STORY, URDU):
        found = plain(poppler(checked_pdf(pdf(sheet, made=MADE))))
        for word in plain(
            " ".join(w.words for p in sheet.parts for w in getattr(p, "words", ()) if hasattr(w, "words"))
        ):
            assert word in found


@pytest.mark.usefixtures("no_engine")
def test_bengali_is_withheld_rather_than_broken_and_the_rest_is_there() -> None:
    sheet, missing = printable(BENGALI)
    assert {one.script for one in missing} == {"Bengali", "Panjabi"}
    assert all(one.elsewhere for one in missing)
    found = poppler(checked_pdf(pdf(sheet, made=MADE)))
    assert not any("\u0980" <= c <= "\u0a7f" for c in found)
    assert "Some words here are in Bengali letters. They could not be put on this copy." in " ".join(found.split())
