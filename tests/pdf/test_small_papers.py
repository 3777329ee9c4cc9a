"""For the fridge and for the wallet: large, neutral, without a table, and nothing lost on the way."""

import io
from datetime import date

import pypdfium2
import pytest
from pypdf import PdfReader

from app.language import number_as_rung
from app.pdf import pdf
from app.pdf.shaping import shaper
from app.pdf.style import FRIDGE
from app.pdf.wallet_cards import HEIGHT, MM, SIZES, WIDTH, fitted
from app.sheet import Heading, Items, Sheet, Table, Words, texts
from app.sheet.small_papers import in_large, on_a_card, who_can_help
from tests.pdf.checker import checked_pdf

MADE = date(2026, 5, 4)
TEXT = pypdfium2.raw.FPDF_PAGEOBJ_TEXT

CALLS = Table(
    ("Who we call", "Phone", "When"),
    (("Nan", "0117 496 0123", "Any time"), ("Childline", "0800 1111", ""), ("", "", "")),
)
RULES = Table(("We will …", "Who does it"), (("We eat at six", "Dad"), ("Nan collects Mia", "")))


def sheet(*parts: object, shape: str, right_to_left: bool = False) -> Sheet:
    return Sheet(
        title="A card",
        language="en",
        parts=tuple(parts),  # type: ignore[arg-type]
        made_for="Made on Monday 4 May 2026.",
        shape=shape,  # type: ignore[arg-type]
        right_to_left=right_to_left,
    )


def text(file: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(file)).pages)


def test_a_row_on_the_fridge_is_its_first_words_and_below_them_the_rest() -> None:
    large = in_large((Heading("House rules"), RULES))
    assert large == (
        Heading("House rules"),
        Heading("We eat at six", 3),
        Words("Who does it: Dad"),
        Heading("Nan collects Mia", 3),
    )
    assert in_large((CALLS,))[1] == Words("Phone: 0117 496 0123 · When: Any time")


def test_a_card_has_names_and_numbers_and_no_headings() -> None:
    card = on_a_card((Heading("Who we call"), CALLS, Items(("Ring twice",))))
    assert card == (Words("0117 496 0123 · Any time", "Nan"), Words("0800 1111", "Childline"), Words("Ring twice"))


def test_where_there_is_nobody_to_call_yet_the_card_can_be_written_on() -> None:
    assert on_a_card(()) == (Words("I can call:"),)


@pytest.mark.parametrize("right_to_left", [False, True])
def test_the_page_for_the_fridge_is_tagged_and_all_is_on_it(right_to_left: bool) -> None:
    made = sheet(*in_large((Heading("House rules"), RULES, CALLS)), shape="fridge", right_to_left=right_to_left)
    file = checked_pdf(pdf(made, made=MADE))
    assert all(look.body >= 14 and look.small >= 14 for look in FRIDGE.values())
    for words in texts(made):
        assert words.split()[0] in text(pdf(made, made=MADE))
    assert file


@pytest.mark.parametrize("right_to_left", [False, True])
def test_eight_cards_of_the_size_of_a_bank_card_are_read_out_once(right_to_left: bool) -> None:
    made = sheet(*on_a_card((CALLS,)), shape="card", right_to_left=right_to_left)
    file = pdf(made, made=MADE)
    checked_pdf(file)
    assert (round(WIDTH / MM), round(HEIGHT / MM)) == (85, 54)
    assert text(file).count("0117 496 0123") == 8
    assert "Letters of 16 points: the largest that fit." in text(file)
    root = PdfReader(io.BytesIO(file)).trailer["/Root"]["/StructTreeRoot"]
    (document,) = root["/K"] if isinstance(root["/K"], list) else [root["/K"]]
    kinds = [kid.get_object()["/S"] for kid in document.get_object()["/K"]]
    assert kinds == ["/Sect", "/P"]


@pytest.mark.parametrize("people", [1, 4, 7, 12, 60])
def test_letters_are_as_large_as_fit_and_what_does_not_fit_goes_on_to_the_next_card(people: int) -> None:
    said = [Words(f"0117 496 0{n:03d} · Any time", f"Person {n}") for n in range(people)]
    size, cards = fitted(said, shaper("en"), False)
    assert size in SIZES
    assert sum(map(len, cards)) == people
    assert len(cards) == 1 or size == SIZES[-1]
    larger = [s for s in SIZES if s > size]
    assert (size == SIZES[0]) == (people == 1) or larger
    there = text(pdf(sheet(*said, shape="card"), made=MADE))
    for n in range(people):
        assert f"0117 496 0{n:03d}" in there


def test_words_longer_than_a_card_go_on_and_none_is_lost() -> None:
    words = " ".join(f"word{n}" for n in range(200))
    file = pdf(sheet(Words(words, "Nan"), shape="card"), made=MADE)
    there = text(checked_pdf(file))
    assert all(f"word{n}" in there for n in range(200))


LINES = (("Police", "999"), ("Childline, for children", "0800 1111"), ("Samaritans", "116 123"))


def test_a_helpline_stands_there_unless_its_number_does_already_however_it_is_typed() -> None:
    assert who_can_help((), LINES) == (
        Heading("Who can help"),
        Words("Police", number_as_rung("999")),
        Words("Childline, for children", number_as_rung("0800 1111")),
        Words("Samaritans", number_as_rung("116 123")),
    )
    left = [part.words for part in who_can_help((CALLS,), LINES)]
    assert left == ["Who can help", "Police", "Samaritans"]
    typed = Table(("Phone",), (("08001111",), ("020 7999 0116",), ("(116) 123",)))
    assert [part.words for part in who_can_help((typed,), LINES)] == ["Who can help", "Police"], (
        "999 in another is none"
    )
    pasted = Table(("Phone",), (("٠٨٠٠ ١١١١",), ("116\u2011123",)))
    assert [part.words for part in who_can_help((pasted,), LINES)] == ["Who can help", "Police"]
    assert who_can_help((CALLS,), LINES[1:2]) == ()
    assert who_can_help((CALLS,), ()) == ()


@pytest.mark.parametrize("right_to_left", [False, True])
def test_helplines_are_on_a_card_of_their_own_beside_the_familys(right_to_left: bool) -> None:
    said = (*on_a_card((CALLS,)), *who_can_help((CALLS,), LINES, close=True))
    assert said[-1] == Words(f"{number_as_rung('116 123')} · Samaritans")
    file = pdf(sheet(*said, shape="card", right_to_left=right_to_left), made=MADE)
    checked_pdf(file)
    assert text(file).count("999") == 4
    assert text(file).count("0117 496 0123") == 4
    many = tuple((f"A helpline for those who need somebody to talk to at {n}", f"0808 157 0{n:03d}") for n in range(8))
    file = pdf(sheet(*on_a_card((CALLS,)), *who_can_help((), many, close=True), shape="card"), made=MADE)
    with pypdfium2.PdfDocument(file) as opened:
        sizes = {round(p.get_font_size(), 1) for page in opened for p in page.get_objects() if p.type == TEXT}
    assert {SIZES[0], SIZES[-1]} <= sizes, "the family's own card keeps its large letters"


def test_a_card_says_nothing_of_what_it_is_from() -> None:
    file = pdf(sheet(*on_a_card((Heading("Safety plan"), CALLS)), shape="card"), made=MADE)
    assert "Safety plan" not in text(file)
    metadata = PdfReader(io.BytesIO(file)).metadata
    assert metadata is not None
    assert metadata.title == "A card"
