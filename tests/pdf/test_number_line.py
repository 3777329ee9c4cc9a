"""The number line on paper: one figure in vectors, told in words, of what people show and of nothing else."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from app.blocks.worries.print import parts
from app.document import Document, seen_by
from app.export.sheet import sheet
from app.language import speaking
from app.pdf import pdf
from app.sheet import Items
from app.sheet.number_line import NumberLine
from tests.blocks.making import DAD, NAN, SAM
from tests.blocks.worrying import answered, worried_plan, worry
from tests.pdf.checker import checked_pdf, pdfium, structure

BEFORE, DAY = date(2026, 4, 6), date(2026, 5, 4)
ENDS = "0 is: Nobody is there. 10 is: Somebody is there each night"


def numbered() -> Document:
    """Nan moved from 2 to 5 and shows both; Dadster shows a 5; Sam keeps a 9."""
    document = worried_plan()
    line = worry(document).scale.id
    document = answered(document, line, NAN.id, number=2, shown=True, day=BEFORE)
    document = answered(document, line, NAN.id, number=5, shown=True, day=DAY)
    document = answered(document, line, DAD.id, number=5, shown=True, day=DAY)
    return answered(document, line, SAM.id, number=9, day=DAY)


def printed(document: Document, *, language: str = "en", layout: str = "page") -> bytes:
    with speaking(language):
        made = sheet(seen_by(document, None), for_name="", made=DAY)
        return checked_pdf(pdf(replace(made, layout=layout), made=DAY))  # type: ignore[arg-type]


def told(file: bytes) -> list[str]:
    """Return the alternative texts of a file's figures, without what steers direction."""
    found = (alt for tag, alt in structure(file) if tag == "Figure")
    return ["".join(c for c in alt if c not in "\u2068\u2069") for alt in found]


def letters(file: bytes) -> dict[str, tuple[float, float]]:
    """Return where the middle is of each of the line's numbers, and of each letter above: across, and from below."""
    with pypdfium2.PdfDocument(file) as document:
        for page in document:
            text, found = page.get_textpage(), []
            for part in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                left, bottom, right, top = part.get_bounds()
                words = text.get_text_bounded(left, bottom, right, top).strip()
                found.append((words, (left + right) / 2, (bottom + top) / 2))
            lines = [y for words, _x, y in found if words == "10"]
            if lines:
                on = [(w, x, y) for w, x, y in found if w.isdigit() and abs(y - lines[0]) < 1]
                return {w: (x, y) for w, x, y in (*on, *(f for f in found if f[0] in ("N", "D")))}
    return {}


def test_the_line_is_one_figure_whose_words_say_all_that_it_shows() -> None:
    today, before = "Monday 4 May 2026", "Monday 6 April 2026"
    dads, nans = f"Dadster: 5, on {today}", f"Nan: 2, on {before}, then 5, on {today}"
    assert told(printed(numbered())) == [f"A number line from 0 to 10. {ENDS}. {dads}. {nans}."]


@pytest.mark.parametrize("language", ["en", "ar-XB"])
def test_a_face_stands_over_its_number_whichever_way_the_line_runs(language: str) -> None:
    there = letters(printed(numbered(), language=language))
    assert there["N"][0] == pytest.approx(there["5"][0], abs=2)
    assert there["D"][0] == pytest.approx(there["5"][0], abs=2)
    assert abs(there["N"][1] - there["D"][1]) > 30, "one above the other"
    assert there["N"][1] > there["5"][1]
    across = [there[str(n)][0] for n in range(11)]
    assert across == sorted(across, reverse=language == "ar-XB")


def test_whoever_keeps_a_number_is_not_on_it_and_leaves_no_gap() -> None:
    without = worried_plan()
    line = worry(without).scale.id
    for number, day in ((2, BEFORE), (5, DAY)):
        without = answered(without, line, NAN.id, number=number, shown=True, day=day)
    without = answered(without, line, DAD.id, number=5, shown=True, day=DAY)
    assert [p for p in parts(numbered(), "worries") if isinstance(p, NumberLine)] == [
        p for p in parts(without, "worries") if isinstance(p, NumberLine)
    ]
    kept = answered(worried_plan(), worry(worried_plan()).scale.id, SAM.id, number=9)
    assert not [p for p in parts(kept, "worries") if isinstance(p, NumberLine)]


def test_nothing_of_it_is_drawn_beyond_the_page_and_no_letter_is_smaller_than_the_least() -> None:
    document = worried_plan()
    line = worry(document).scale.id
    for person in (NAN, DAD, SAM):
        for month in (3, 4, 5):
            document = answered(document, line, person.id, number=10, shown=True, day=date(2026, month, 4))
    with pypdfium2.PdfDocument(printed(document)) as opened:
        for page in opened:
            for part in page.get_objects():
                left, bottom, right, top = part.get_bounds()
                assert left >= 40
                assert right <= page.get_width() - 40
                assert bottom >= 20
                assert top <= page.get_height() - 20
                if isinstance(part, pypdfium2.PdfTextObj) and bottom > 45:
                    assert part.get_font_size() >= 14


def test_a_plan_that_is_to_be_one_page_has_the_words_of_the_line_and_not_the_picture() -> None:
    file = printed(numbered(), layout="one")
    assert told(file) == []
    assert "Nan: 2, on Monday 6 April 2026, then 5, on Monday 4 May 2026" in " ".join(pdfium(file).split())
    assert any(isinstance(p, Items) for p in parts(numbered(), "worries"))
