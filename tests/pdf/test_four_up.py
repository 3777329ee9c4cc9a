"""Four panels to a page: less paper, and not a word lost, cut, parted or set too small for its reader."""

import io
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.pdf import pdf
from app.sheet import Items, Panel, Picture, Sheet, Words
from tests.pdf.checker import checked_pdf, plain, poppler, structure, words_of
from tests.pdf.sheets import ALL, BENGALI, MADE, STORY, URDU, house

SHIP = "Donaudampfschifffahrtsgesellschaftskapitänin"


def four(*panels: Panel, of: Sheet = STORY, **more: object) -> Sheet:
    """Return a book with these panels (or its own), four to a page."""
    return replace(of, parts=panels or of.parts, layout="four", **more)


def _panel(words: str, n: int = 0, *, picture: bool = True, alt: str = "Us") -> Panel:
    return Panel(f"Page {n}", (Words(words),) if words else (), Picture(house(), alt) if picture else None)


HARD = four(
    _panel(f"{SHIP} says hello", 1),
    _panel("Few words", 2, picture=False),
    _panel("We talk about it. " * 20, 3),
    _panel("", 4),
    _panel("Short", 5, alt="A caption that is longer than anybody would write below a picture. " * 3),
    _panel("We talk about it. " * 90, 6, alt=""),
    Panel("H" * 90, (Words("said", who="N" * 80, note="O" * 80), Items(("one", "I" * 70, ""))), Picture(house(), "")),
    Panel("", (Words("No heading"),)),
    Panel("Nothing"),
)

BOOKS = {"story": four(), "urdu": four(of=URDU), "bengali": four(of=BENGALI), "hard": HARD}


def _words(pages: pypdfium2.PdfDocument) -> list[tuple[int, str]]:
    return [(n, page.get_textpage().get_text_bounded()) for n, page in enumerate(pages)]


def _page_of(made: bytes, words: str) -> int:
    with pypdfium2.PdfDocument(made) as document:
        return next(n for n, text in _words(document) if words in text)


def _place(made: bytes, words: str) -> tuple[float, float]:
    """Return where words begin on their page: from the left, from the bottom."""
    with pypdfium2.PdfDocument(made) as document:
        text = document[_page_of(made, words)].get_textpage()
        left, bottom, _right, _top = text.get_charbox(text.get_text_range().index(words))
        return left, bottom


@pytest.mark.parametrize("name", BOOKS)
def test_it_passes_the_checkers_and_every_word_is_read_back_in_order(name: str) -> None:
    sheet = BOOKS[name]
    made = checked_pdf(pdf(sheet, made=MADE))
    found, wanted = "".join(plain(poppler(made))), words_of(sheet)
    at = 0
    for word in wanted[: len(wanted) - len(plain(sheet.made_for))]:
        place = found.find(word, at)
        assert place >= at, f"{word!r} is missing after {found[max(0, at - 40) : at]!r}"
        at = place + len(word)
    assert "".join(plain(sheet.made_for)) in found


def test_a_story_takes_fewer_pages_and_its_cover_keeps_one() -> None:
    with pypdfium2.PdfDocument(pdf(STORY, made=MADE)) as one, pypdfium2.PdfDocument(pdf(four(), made=MADE)) as less:
        assert (len(one), len(less)) == (6, 3)
        assert "Our story" in less[0].get_textpage().get_text_bounded()
        assert all(f"{n}" in page.get_textpage().get_text_bounded() for n, page in enumerate(less, 1)), "its number"
        assert all("Made for Mia" in text for _n, text in _words(less))


def test_a_plan_knows_no_four() -> None:
    plan = ALL["plan"]
    assert pdf(replace(plan, layout="four"), made=MADE) == pdf(plan, made=MADE)


def test_four_are_read_row_by_row_from_the_left_and_in_a_mirrored_book_from_the_right() -> None:
    names = ("Alpha", "Beta", "Gamma", "Delta")
    panels = tuple(Panel("", (Words(name),)) for name in names)
    for mirrored in (False, True):
        made = pdf(four(*panels, right_to_left=mirrored), made=MADE)
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = (_place(made, name) for name in names)
        assert ay == pytest.approx(by, abs=1)
        assert cy == pytest.approx(dy, abs=1)
        assert ay > cy
        assert (ax > bx, cx > dx) == (mirrored, mirrored)
        assert {_page_of(made, name) for name in names} == {1}


def test_the_picture_is_beside_its_words_and_mirrored_with_the_book() -> None:
    for mirrored in (False, True):
        with pikepdf.open(io.BytesIO(pdf(four(_panel("Nan", 1), right_to_left=mirrored), made=MADE))) as opened:
            section = opened.Root["/StructTreeRoot"]["/K"][0]["/K"][-1]
            (figure,) = (kid for kid in section["/K"] if kid["/S"] == "/Figure")
            left, _bottom, right, _top = (float(n) for n in figure["/A"]["/BBox"])
        assert (left < 60) != mirrored
        assert (right > 780) == mirrored


def test_what_does_not_fit_a_quarter_has_a_row_and_what_fits_no_row_a_page() -> None:
    said = "We talk about it, again and again. "
    made = pdf(four(_panel(said * 7, 1), _panel("Few", 2), _panel("Few", 3), _panel(said * 9, 4)), made=MADE)
    with pypdfium2.PdfDocument(made) as document:
        assert len(document) == 3
    assert [_page_of(made, f"Page {n}") for n in (1, 2, 3, 4)] == [1, 1, 1, 2]
    assert _place(made, "Page 1")[1] > _place(made, "Page 2")[1] == pytest.approx(_place(made, "Page 3")[1])


def test_a_panel_beside_which_there_would_be_a_blank_has_the_row_to_itself() -> None:
    wide = pdf(four(_panel("Few", 1), _panel("Few", 2), _panel("Few", 3)), made=MADE)
    boxes = []
    with pikepdf.open(io.BytesIO(wide)) as opened:
        for section in opened.Root["/StructTreeRoot"]["/K"][0]["/K"]:
            for kid in section.get("/K", []):
                if isinstance(kid, pikepdf.Dictionary) and kid.get("/S") == "/Figure":
                    left, _bottom, right, _top = (float(n) for n in kid["/A"]["/BBox"])
                    boxes.append(right - left)
    assert boxes[0] == pytest.approx(boxes[1], abs=1)
    assert boxes[2] > boxes[0] + 10


def test_no_word_is_parted_as_long_as_a_wider_place_holds_it() -> None:
    assert SHIP in poppler(pdf(HARD, made=MADE))


@pytest.mark.parametrize(("reader", "least"), [("child", 18), ("adult", 14)])
@pytest.mark.parametrize("name", BOOKS)
def test_what_is_read_is_never_smaller_than_its_reader_needs(name: str, reader: str, least: int) -> None:
    sizes = set()
    with pypdfium2.PdfDocument(pdf(replace(BOOKS[name], reader=reader), made=MADE)) as document:
        for page in document:
            for part in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                _left, bottom, _right, _top = part.get_bounds()
                if bottom > 45:  # Above the foot.
                    sizes.add(round(part.get_font_size(), 1))
    assert min(sizes) >= least


@pytest.mark.parametrize("name", BOOKS)
def test_nothing_is_drawn_beyond_the_page_or_over_the_foot(name: str) -> None:
    with pypdfium2.PdfDocument(pdf(BOOKS[name], made=MADE)) as document:
        for page in document:
            text = page.get_textpage()
            for i in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(i)
                if right > left and top > bottom:
                    assert left >= 40
                    assert right <= page.get_width() - 40
                    assert top <= page.get_height() - 20
                    assert bottom >= 45 or top <= 45, "words in the foot"


def test_headings_pictures_and_chapters_are_told_as_on_pages_of_their_own() -> None:
    made, apart = pdf(four(), made=MADE), pdf(STORY, made=MADE)
    assert [t for t in structure(made) if t[0] != "Span"] == [t for t in structure(apart) if t[0] != "Span"]
    with pypdfium2.PdfDocument(made) as document:
        found = [(entry.get_title(), entry.get_dest().get_index()) for entry in document.get_toc()]
    assert found[0] == ("Our story", 0)
    assert [n for _title, n in found] == sorted(n for _title, n in found)
    assert len(found) == 6


_SAID = st.text(alphabet="ab cdefg.Wn", max_size=300)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(_SAID, st.booleans(), st.text("ab ", max_size=60)), max_size=7))
def test_whatever_is_said_is_all_there_and_in_order(said: list[tuple[str, bool, str]]) -> None:
    panels = [_panel(words, n, picture=picture, alt=alt) for n, (words, picture, alt) in enumerate(said)]
    made = checked_pdf(pdf(replace(STORY, parts=tuple(panels), layout="four"), made=MADE))
    found = "".join(plain(poppler(made)))
    at = 0
    for n, (words, picture, alt) in enumerate(said):
        for text in (f"Page {n}", words, alt if picture else ""):
            run = "".join(plain(text))
            at = found.find(run, at) + len(run)
            assert at >= len(run), f"{run!r} is missing"
