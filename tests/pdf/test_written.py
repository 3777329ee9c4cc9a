"""What counts as written is printed: with the font's own glyph, by its name or by a sign for it; never as nothing."""

from datetime import date

import pytest

from app.language.clean_text import unseen, visible
from app.pdf import pdf
from app.pdf.font_fallback import Means, substitute
from app.pdf.fonts import EMOJI, face
from app.pdf.metadata import one_line
from app.pdf.scripts import FAMILIES
from app.sheet import Heading, Items, Panel, Part, Picture, Sheet, Words
from tests.pdf.checker import pdfium, poppler
from tests.pdf.sheets import house

HEART = "\U0001fa77"


def sheet(*parts: Part, title: str = "Our story", shape: str = "plan") -> Sheet:
    return Sheet(shape=shape, title=title, language="en", parts=parts, made_for="For Nan")  # type: ignore[arg-type]


@pytest.mark.parametrize("shaped", [True, False])
def test_an_emoji_of_this_year_is_drawn_with_the_fonts_own_glyph(shaped: bool) -> None:
    assert ord(HEART) in face(EMOJI.regular).glyphs
    spelled = substitute(f"I love you {HEART}", Means(shaped=shaped))
    assert spelled.text.endswith(HEART)
    assert spelled.families[-1] == EMOJI


@pytest.mark.parametrize("shape", ["plan", "storybook"])
def test_a_copy_in_which_somebody_says_only_a_heart_has_it_everywhere(shape: str) -> None:
    parts = (Panel(HEART, (Words(HEART, HEART, HEART), Items((HEART,))), Picture(house(), HEART, by=HEART)),)
    made = pdf(sheet(*parts, title=HEART, shape=shape), made=date(2026, 5, 4))
    for read in (poppler, pdfium):
        assert read(made).count(HEART) >= 6


def test_a_file_that_is_called_by_an_emoji_alone_says_so_of_itself() -> None:
    from io import BytesIO

    from pypdf import PdfReader

    made = pdf(sheet(Heading("x"), title=HEART), made=date(2026, 5, 4))
    assert (PdfReader(BytesIO(made)).metadata or {})["/Title"] == HEART
    unnamed = pdf(sheet(Heading("x"), title="\u200b\u2060"), made=date(2026, 5, 4))
    assert (PdfReader(BytesIO(unnamed)).metadata or {})["/Title"] == "A copy"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (f"Nan {HEART}", f"Nan {HEART}"),
        ("a\tb\nc", "a b c"),
        ("a\x00\ufffe\uffffb\ud800", "ab"),
        ("\u2068می\u200cخواهم\u2069", "می\u200cخواهم"),
        ("\u202eab", "ab"),
        ("\ue000", "\ue000"),
    ],
)
def test_what_a_file_says_of_itself_is_one_line_and_loses_no_letter(words: str, line: str) -> None:
    assert one_line(words) == line


def test_no_letter_of_the_fonts_is_left_out_for_the_age_of_a_table() -> None:
    for family in FAMILIES:
        drawn = face(family.regular)
        known = {c for c, glyph in drawn._parsed.charToGlyph.items() if glyph}
        for code in known - drawn.glyphs.keys():
            private = 0xE000 <= code <= 0xF8FF or code >= 0xF0000
            assert private or not visible(chr(code)) or unseen(chr(code)), hex(code)


def test_every_letter_of_unicode_is_drawn_named_or_told_to_be_beyond_us() -> None:
    for code in range(0, 0x110000, 97):  # At another place in each block.
        c = chr(code)
        if not visible(c) or unseen(c):
            continue
        assert visible(substitute(c, Means(shaped=True)).text), hex(code)
