"""The tanks on paper: a sound file with every card in it, nothing beyond the page, old numbers beside the new ones."""

import re
from datetime import date

import pypdfium2
import pytest

from app.blocks.cards.changes import fill, matters
from app.blocks.cards.model import own_card
from app.blocks.review.changes import what_changed
from app.blocks.review.model import begin_review
from app.document import Document, seen_by, switch
from app.export.outline import summary_line
from app.ink.photo import NONE
from plans.good_lives_pages import CARDS, FULL, ORDER
from tests.blocks.young_making import ASH, blank, made, section, whole
from tests.export.copying import make_copy
from tests.pdf.checker import checked_pdf, plain, poppler, structure

DAY = date(2026, 5, 4)
A = ASH.id
MOVED_NOW = "New: Feeling calm inside: 6 on Monday 4 May 2026, up from 2 on Monday 2 March 2026"


def printed(document: Document, *, language: str = "en") -> bytes:
    return checked_pdf(make_copy(document, A, made=DAY, language=language, photos=NONE).file)


def forty() -> Document:
    """Every card and many own ones, all as important, each with a number."""
    document = blank()
    for n in range(29):
        document = made(document, own_card(document, ORDER, f"Something of my own, number {n}", by=A, id=f"own-{n}"))
    for key in (*(c.slug for c in CARDS), *(f"own-{n}" for n in range(29))):
        document = made(document, matters(document, ORDER, key, 7, by=A, day=DAY))
        document = made(document, fill(document, FULL, section("full"), key, len(key) % 11, by=A, day=DAY))
    return document


@pytest.mark.parametrize("language", ["en", "ar-XB"])
def test_forty_cards_are_all_there_and_nothing_is_drawn_beyond_the_page(language: str) -> None:
    file = printed(forty(), language=language)
    found = " ".join(plain(poppler(file)))
    for n in range(29):
        assert f"number {n}" in found
    document = pypdfium2.PdfDocument(file)
    for page in document:
        for part in page.get_objects():
            left, bottom, right, top = part.get_bounds()
            assert left >= 40
            assert right <= page.get_width() - 40
            assert bottom >= 20
            assert top <= page.get_height() - 20
    document.close()
    figures = [alt for tag, alt in structure(file) if tag == "Figure"]
    assert len(figures) == 4


def test_words_below_a_tank_are_no_smaller_than_the_least() -> None:
    document = pypdfium2.PdfDocument(printed(whole()))
    sizes = {
        round(part.get_font_size(), 1)
        for page in document
        for part in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
        if part.get_bounds()[1] > 45
    }
    document.close()
    assert min(sizes) >= 14


def test_a_second_round_stands_beside_the_first_in_numbers_and_in_a_sentence() -> None:
    document = made(whole(), begin_review(whole(), section("again"), by=A, day=DAY))
    document = made(document, fill(document, FULL, section("full"), "calm", 6, by=A, day=DAY))
    found = " ".join(plain(poppler(printed(document))))
    assert "What is different" in found
    assert "6 on Monday 4 May 2026, up from 2 on Monday 2 March 2026" in found
    (alt,) = (a for tag, a in structure(printed(document)) if tag == "Figure")
    assert (
        "Feeling calm inside · a goal: matters 10 of 10 (Monday 2 March 2026), 6 of 10 full, "
        "2 last time, on Monday 2 March 2026." in alt
    )
    now = next(i for i in document.children("card-calm", item_type="full") if i.fields["number"] == 6)
    before = next(i for i in document.children("card-calm", item_type="full") if i.fields["number"] == 2)
    line = summary_line(document, now)
    assert line is not None
    assert (line.who, line.words) == ("Feeling calm inside", "6 on Monday 4 May 2026, up from 2 on Monday 2 March 2026")
    earlier = summary_line(document, before)
    assert earlier is not None
    assert earlier.words == "2 of 10, on Monday 2 March 2026"


def test_what_changed_tells_the_new_number_and_takes_the_old_one_for_no_change() -> None:
    first = whole()
    later = made(first, begin_review(first, section("again"), by=A, day=DAY))
    later = made(later, fill(later, FULL, section("full"), "calm", 6, by=A, day=DAY))
    told = list(what_changed(seen_by(first, None), seen_by(later, None), summary_line))
    assert [re.sub("[\u2068\u2069]", "", t) for t in told] == [MOVED_NOW]


def test_nothing_private_is_told_as_a_change() -> None:
    opened = made(whole(), switch(whole(), "full", to_private=True))
    later = made(opened, fill(opened, FULL, section("full"), "calm", 9, by=A, day=DAY))
    assert list(what_changed(seen_by(opened, None), seen_by(later, None), summary_line)) == []
