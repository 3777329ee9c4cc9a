"""Our people on paper: a sound file, every name and number in it, and a picture that is told in words."""

import re
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from app.document import Document, seen_by
from app.export.sheet import sheet
from app.ink.photo import NONE
from app.language import speaking
from app.pdf import pdf
from tests.blocks.making import DAD
from tests.blocks.ring_making import PHONE, added, many, nobody, some
from tests.export.copying import make_copy
from tests.pdf.checker import checked_pdf, pdfium, plain, poppler, structure

DAY = date(2026, 5, 4)
NUMBERS = (PHONE, "0808 800 5000")


def printed(document: Document, *, language: str = "en", reader: str = "adult") -> bytes:
    with speaking(language):
        made = sheet(seen_by(document, None), for_name="", made=DAY)
        return checked_pdf(pdf(replace(made, shape="plan", reader=reader), made=DAY))  # type: ignore[arg-type]


def bare(text: str) -> str:
    return re.sub("[\u2066-\u2069]", "", text.replace("\u00a0", " "))


@pytest.mark.parametrize("language", ["en", "ar-XB", "en-XA"])
@pytest.mark.parametrize("read", [poppler, pdfium])
def test_telephone_numbers_are_in_a_copy_digit_for_digit_whichever_way_it_runs(language: str, read: object) -> None:
    assert callable(read)
    found = bare(read(printed(some(), language=language)))
    for number in NUMBERS:
        assert number in found


def test_a_copy_for_one_person_goes_through_the_leak_check_and_has_the_numbers() -> None:
    copy = make_copy(some(), DAD.id, made=DAY, language="en", photos=NONE)
    assert all(number in bare(poppler(copy.file)) for number in NUMBERS)


def test_the_picture_is_one_figure_whose_words_say_all_that_it_shows() -> None:
    figures = [alt for tag, alt in structure(printed(some())) if tag == "Figure"]
    assert figures == [
        "In the middle: Tom. Knows everything: Nan. Knows most of it: Sam. Knows a little: The lady next door. "
        "Chosen by the child: Nan."
    ]


@pytest.mark.parametrize("reader", ["adult", "child"])
@pytest.mark.parametrize("counts", [(40, 0, 0), (7, 13, 19), (1, 0, 0), (9, 15, 16)])
def test_one_to_forty_people_are_printed_with_every_name(counts: tuple[int, int, int], reader: str) -> None:
    found = " ".join(plain(poppler(printed(many(counts), reader=reader))))
    for ring, count in enumerate(counts, start=1):
        for n in range(1, count + 1):
            assert f"Person {ring}.{n}" in found


def test_names_that_are_long_or_of_any_script_are_all_there_in_the_table() -> None:
    names = ("Wilhelmina-Constance " * 3)[:60], "نانی صاحبہ", "নানী", "Łucja Ştefan", "🦦 Otter", "'"
    document = nobody()
    for name in names:
        document = added(document, name, ring=0)
    found = "".join(plain(poppler(printed(document))))
    for name in (names[0], names[3]):
        assert "".join(plain(name)) in found


def test_nothing_is_drawn_beyond_the_page() -> None:
    for counts in ((40, 0, 0), (3, 4, 5)):
        document = pypdfium2.PdfDocument(printed(many(counts)))
        for page in document:
            for part in page.get_objects():
                left, bottom, right, top = part.get_bounds()
                assert left >= 40
                assert right <= page.get_width() - 40
                assert bottom >= 20
                assert top <= page.get_height() - 20
        document.close()


def test_letters_in_the_picture_are_no_smaller_than_the_least() -> None:
    document = pypdfium2.PdfDocument(printed(some()))
    sizes = set()
    for page in document:
        for part in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            if part.get_bounds()[1] > 45:
                sizes.add(round(part.get_font_size(), 1))
    document.close()
    assert min(sizes) >= 14


def test_a_book_has_the_words_of_the_picture() -> None:
    with speaking("en"):
        made = sheet(seen_by(some(), None), for_name="", made=DAY)
    found = " ".join(plain(poppler(checked_pdf(pdf(replace(made, shape="storybook"), made=DAY)))))
    assert "Knows everything: Nan." in found
    assert "0808 800 5000" in found
