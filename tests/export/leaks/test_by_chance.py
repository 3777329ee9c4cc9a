"""What stands somewhere by chance, among bytes or side by side, stops no copy."""

import pytest

from app.export.leaks import in_file
from app.export.leaks.embedded import among_bytes
from app.export.leaks.matching import numbers
from app.export.leaks.pdf_objects import parts_of
from app.ink.photo import NONE
from app.sheet import texts
from tests.export.copying import make_copy
from tests.export.leaks.planting import behind, helvetica, literal, on_page, stream
from tests.export.test_copies import DAY, whole

COPY = make_copy(whole(), None, made=DAY, language="en", photos=NONE)
SHOWN = tuple(texts(COPY.sheet))


def found(file: bytes, *secrets: str) -> set[str]:
    return {f.words for f in in_file(file, withheld=secrets, shown=SHOWN, language="en")}


def test_no_number_is_found_among_the_bytes_of_a_fonts_outlines() -> None:
    """They are full of the small numbers that stand for digits: a number that ends like one of them was found there."""
    programs = [s.content for s in parts_of(COPY.file).streams if "/Length1" in s.said]
    there = {number[-6:] for program in programs for text in among_bytes(program) for number in numbers(text)}
    assert len(there) > 5, "there are such"
    for number in there:
        assert found(COPY.file, f"Ring 01174 {number}", f"My card ends {number}") == set()


@pytest.mark.parametrize(
    "bytes_", [b"\0\0N3$2%DE\0\0", b"\0\xffxBS7&9QXf\0\xff", b"\1\2BS\7\2799QX\0\0", b"\0\0 B77TJ \0\0"]
)
def test_no_postcode_is_put_together_from_bytes_that_are_no_text(bytes_: bytes) -> None:
    noise = bytes(range(256))
    file = behind(COPY.file, stream(noise + bytes_ + noise))
    assert found(file, "We live at N3 2DE", "We live at BS7 9QX", "We live at B7 7TJ") == set()
    assert found(behind(file, stream(noise + b" BS7 9QX" + noise)), "We live at BS7 9QX") != set()


def row(words: str) -> bytes:
    """Cells of a line, each placed by itself, and a word in two pieces: so a page is read in more than one way."""
    cells = b" ET BT 40 0 Td ".join(literal(cell.encode()) + b" Tj" for cell in words.split("|"))
    return b"BT /Fx 9 Tf " + cells + b" ET BT (pie) Tj 9 0 Td (ces) Tj ET"


IN_A_ROW = on_page(row, Fx=helvetica)


@pytest.mark.parametrize("number", ["12345678", "345678", "Ring 0781 2496 0123", "0012 3456 7812"])
def test_numbers_side_by_side_are_not_one_number(number: str) -> None:
    said = ("1", "2", "3", "4", "5", "6", "7", "8", "12", "496 0123")
    file = IN_A_ROW(COPY.file, "|".join(said))
    assert in_file(file, withheld=(number,), shown=(*SHOWN, *said), language="en") == ()
    assert in_file(file, withheld=(number,), shown=SHOWN, language="en") != (), "the row is none of the sheet's"


def test_a_number_that_slips_into_a_row_of_others_is_found() -> None:
    file = IN_A_ROW(COPY.file, "1|2|0117 496 0123|4")
    assert in_file(file, withheld=("0117 496 0123",), shown=(*SHOWN, "1", "2", "4"), language="en") != ()
