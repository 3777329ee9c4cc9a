"""A plan that is meant for one page: set as close as can be read, and overleaf where that is not enough."""

import io
from dataclasses import replace
from datetime import date

from pypdf import PdfReader

from app.pdf import pdf
from app.pdf.style import ONE_PAGE
from app.sheet import Heading, Sheet, Table, Words
from tests.pdf.checker import checked_pdf

MADE = date(2026, 5, 4)

TABLE = Table(("Who", "What", "Until"), (("Nan", "Collects Mia", "Friday 8 May 2026"), ("Jo", "Brings a bed", "")))
FIRST_VISIT = Sheet(
    title="Our plan",
    language="en",
    parts=tuple(
        part
        for n in range(3)
        for part in (
            Heading(f"Part {n}"),
            Words("We eat together every evening.", "Nan says", "Written down by Jo"),
            Heading(f"Table {n}"),
            TABLE,
        )
    ),
    made_for="Made on Monday 4 May 2026.",
    layout="one",
)


def pages(sheet: Sheet) -> int:
    return len(PdfReader(io.BytesIO(pdf(sheet, made=MADE))).pages)


def test_a_first_visit_has_room_on_one_page_where_the_whole_plan_takes_two() -> None:
    assert pages(FIRST_VISIT) == 1
    assert pages(replace(FIRST_VISIT, layout="page")) == 2


def test_it_is_read_as_well_as_any_other_paper() -> None:
    for mirrored in (False, True):
        checked_pdf(pdf(replace(FIRST_VISIT, right_to_left=mirrored), made=MADE))
    for look in ONE_PAGE.values():
        assert look.body >= 14
        assert look.small >= 14
        assert look.heading >= 1.2 * look.body


def test_who_speaks_and_how_it_was_written_down_stand_in_the_same_line() -> None:
    text = PdfReader(io.BytesIO(pdf(FIRST_VISIT, made=MADE))).pages[0].extract_text()
    assert "Nan says: We eat together every evening. (Written down by Jo)" in text


def test_words_that_have_no_room_go_overleaf_and_none_is_lost() -> None:
    long = replace(FIRST_VISIT, parts=tuple(Words(f"Line {n} of what was said.", "Nan says") for n in range(60)))
    read = PdfReader(io.BytesIO(pdf(long, made=MADE)))
    text = "\n".join(page.extract_text() for page in read.pages)
    assert len(read.pages) > 1
    assert all(f"Line {n} of what was said." in text for n in range(60))
