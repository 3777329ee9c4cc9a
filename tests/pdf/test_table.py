"""A table on paper: every cell under its heading for the eye and for a listener, and no row or word lost."""

import io
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.language import speaking
from app.pdf import pdf
from app.sheet import Heading, Items, Panel, Sheet, Table, Words, texts
from app.sheet.book_pages import pairs, panels, told
from tests.pdf.checker import checked_pdf, plain, poppler, structure
from tests.pdf.sheets import MADE, PLAN, STORY

STEPS = Table(
    ("Who", "What will be done", "Until"),
    (
        ("Nan", "Comes each morning at 8 and takes Mia to school.", "Friday 4 December 2026"),
        ("Mum", "Sees the doctor.", ""),
        ("Mr Bell", "Keeps breakfast for Mia, and rings Nan when she is late. 0117 496 0123", "Monday 7 December 2026"),
    ),
)
RULES = Table(
    ("We will", "Who does it", "When or where", "Who checks", "How the child will know", "If it slips, who steps in"),
    (
        ("Somebody is at home every night.", "Nan", "At home, always", "Auntie Bea", "The green magnet", "Grandad"),
        ("Mum answers her phone.", "Mum", "After school", "", "", "Nan"),
    ),
)
URDU = Table(("کون", "کیا کرے گا", "فون"), (("نانی", "ہر صبح آتی ہیں۔", "0808 800 5000"), ("Mum", "ڈاکٹر", "")))


def paper(*parts: object, **more: object) -> Sheet:
    return replace(PLAN, parts=(Heading("Our rules"), *parts), **more)  # type: ignore[arg-type]


def tables(file: bytes) -> list[list[list[tuple[str, str, bool]]]]:
    """Return each table's rows, each cell as (tag, scope, whether anything is in it)."""
    found: list[list[list[tuple[str, str, bool]]]] = []

    def walk(node: pikepdf.Object) -> None:
        kids = node.get("/K", pikepdf.Array())
        below = [k for k in (kids if isinstance(kids, pikepdf.Array) else [kids]) if isinstance(k, pikepdf.Dictionary)]
        if node.get("/S") == "/Table":
            found.append([])
        if node.get("/S") == "/TR":
            found[-1].append(
                [(str(c["/S"])[1:], str(c.get("/A", {}).get("/Scope", ""))[1:], len(c["/K"]) > 0) for c in below]
            )
            return
        for kid in below:
            walk(kid)

    with pikepdf.open(io.BytesIO(file)) as opened:
        for kid in opened.Root["/StructTreeRoot"]["/K"]:
            walk(kid)
    return found


def pages_of(file: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(file)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def places(file: bytes, words: str) -> list[tuple[int, float, float]]:
    """Return where words begin: page, left and top in points."""
    document = pypdfium2.PdfDocument(file)
    found = []
    for n, page in enumerate(document):
        text = page.get_textpage()
        searcher = text.search(words, match_case=True)
        while (hit := searcher.get_next()) is not None:
            left, _bottom, _right, top = text.get_charbox(hit[0])
            found.append((n, left, top))
    document.close()
    return found


def test_a_listener_meets_each_cell_of_a_row_below_its_heading() -> None:
    file = checked_pdf(pdf(paper(STEPS), made=MADE))
    (table,) = tables(file)
    assert table[0] == [("TH", "Column", True)] * 3
    assert [[tag for tag, _s, _f in row] for row in table[1:]] == [["TD"] * 3] * 3
    assert [filled for _t, _s, filled in table[2]] == [True, True, False], "an empty cell holds its place"
    names = [tag for tag, _alt in structure(file)]
    assert names[names.index("Table") :][:3] == ["Table", "THead", "TR"]
    assert "TBody" in names


def test_every_word_of_a_table_is_read_in_order() -> None:
    read = " ".join(plain(poppler(pdf(paper(STEPS), made=MADE))))
    at = 0
    for row in (STEPS.columns, *STEPS.rows):
        for cell in row:
            place = read.find(cell.split()[0] if cell else "", at)
            assert place >= at, cell
            at = place
    assert "0117 496 0123" in read


def test_columns_stand_side_by_side_and_their_words_under_their_headings() -> None:
    file = pdf(paper(STEPS), made=MADE)
    (_p, who, _t), (_q, until, _u) = places(file, "Who")[0], places(file, "Until")[0]
    assert who < until
    assert places(file, "Mum")[0][1] == pytest.approx(who, abs=2)
    assert places(file, "Friday")[0][1] == pytest.approx(until, abs=2)


def test_where_columns_would_be_too_narrow_each_row_is_a_table_of_labels_and_words() -> None:
    file = checked_pdf(pdf(paper(RULES), made=MADE))
    one, two = tables(file)
    assert one == [[("TH", "Row", True), ("TD", "", True)]] * 6
    assert two == [[("TH", "Row", True), ("TD", "", True)]] * 4, "what is empty is left out"
    for label, cell in pairs(RULES, RULES.rows[0]):
        assert places(file, label)[0][1] < places(file, cell)[0][1]


def test_right_to_left_the_first_column_is_at_the_right_and_numbers_keep_their_order() -> None:
    sheet = paper(URDU, language="ur", right_to_left=True)
    file = checked_pdf(pdf(sheet, made=MADE))
    assert "0808 800 5000" in poppler(file).replace("\u00a0", " ")
    assert places(file, "Mum")[0][1] > places(file, "0808")[0][1] > 0
    wide = checked_pdf(pdf(paper(RULES, language="ur", right_to_left=True), made=MADE))
    assert places(wide, "Who checks")[0][1] > places(wide, "Auntie Bea")[0][1]


def test_the_headings_stand_again_on_each_page_and_a_listener_hears_them_once() -> None:
    table = Table(("When", "What we tried"), tuple((f"Day {n}.", f"We tried number {n}.") for n in range(80)))
    file = checked_pdf(pdf(paper(table), made=MADE))
    pages = pages_of(file)
    assert len(pages) > 3
    assert all("What we tried" in page for page in pages)
    (only,) = tables(file)
    assert [cell for row in only for cell in row if cell[0] == "TH"] == [("TH", "Column", True)] * 2
    assert len(only) == 81


@pytest.mark.parametrize("before", range(0, 26, 5))
def test_a_row_that_fits_a_page_is_never_parted(before: int) -> None:
    row = ("Beginning " + "and on and on " * 20 + "ending.", "x")
    file = pdf(paper(*[Words("A line.")] * before, Table(("What", "Who"), (row,) * 6)), made=MADE)
    for page in pages_of(file):
        assert page.count("Beginning") == page.count("ending.")


def test_a_heading_is_never_left_behind_by_its_table() -> None:
    for before in range(28):
        file = pdf(paper(*[Words("A line.")] * before, Heading("Who does what"), STEPS), made=MADE)
        (heading, *_), (first, *_) = places(file, "Who does what"), places(file, "Comes each")
        assert heading[0] == first[0], before


def test_a_row_longer_than_a_page_goes_on_and_loses_no_word() -> None:
    long = " ".join(f"word{n}" for n in range(1500))
    file = checked_pdf(pdf(paper(Table(("Long", "Short"), ((long, "beside"), ("after", "")))), made=MADE))
    read = plain(poppler(file))
    assert [w for w in long.split() if w not in read] == []
    assert len(pages_of(file)) > 2
    assert "after" in pages_of(file)[-1]


@pytest.mark.parametrize("letter", ["W", "م", "ক"])
@pytest.mark.parametrize("where", ["heading", "cell", "caption"])
def test_a_word_of_three_thousand_letters_is_all_there_wherever_it_stands(letter: str, where: str) -> None:
    words = letter * 3000
    table = {
        "heading": Table((words, "b"), (("c", "d"),)),
        "cell": Table(("a", "b"), (("c", words),)),
        "caption": Table(("a", "b"), (("c", "d"),), words),
    }[where]
    assert poppler(checked_pdf(pdf(paper(table), made=MADE))).count(letter) >= 3000


def test_nothing_of_a_table_is_set_smaller_than_may_be_or_beyond_the_page() -> None:
    for reader, least in (("adult", 14), ("child", 18)):
        file = pdf(paper(STEPS, RULES, reader=reader), made=MADE)
        document = pypdfium2.PdfDocument(file)
        for page in document:
            for part in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                left, bottom, right, _top = part.get_bounds()
                if bottom > 45:
                    assert part.get_font_size() >= least - 0.1
                    assert left >= 40
                    assert right <= page.get_width() - 40
        document.close()


def test_a_caption_belongs_to_its_table_and_empty_tables_are_no_tables() -> None:
    file = checked_pdf(pdf(paper(replace(STEPS, caption="Who does what")), made=MADE))
    names = [tag for tag, _alt in structure(file)]
    assert names[names.index("Table") + 1] == "Caption"
    for empty in (Table((), ()), Table(("a",), ()), Table(("a", "b"), (("", ""), ("", "")))):
        assert tables(checked_pdf(pdf(paper(empty), made=MADE))) == []


def test_where_there_is_no_room_for_columns_a_table_is_told_as_a_list() -> None:
    assert told(replace(STEPS, caption="All of it"))[0] == Words("All of it")
    (listed,) = told(Table(("Who", "What"), (("Nan", "Cooks"), ("", "Rests"), ("", ""))))
    assert listed == Items(("Who: Nan · What: Cooks", "What: Rests"))
    assert panels((Heading("Steps"), STEPS))[0].heading == "Steps"
    with speaking("en-XA"):
        assert told(STEPS) != ()
    book = replace(STORY, parts=(Panel("A page", (Words("x"),)), Heading("Steps"), STEPS))
    assert "Sees the doctor." in " ".join(plain(poppler(checked_pdf(pdf(book, made=MADE)))))


def test_the_texts_of_a_sheet_have_every_heading_and_cell() -> None:
    said = list(texts(paper(STEPS)))
    for text in (*STEPS.columns, *(cell for row in STEPS.rows for cell in row if cell)):
        assert text in said


_CELL = st.text("ab 12-\n\u0645\u0627\u09ac\u0995\u09cd\u2067", max_size=30) | st.just("") | st.just("long word " * 30)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(1, 7).flatmap(lambda n: st.lists(st.tuples(*[_CELL] * n), min_size=1, max_size=6)))
def test_whatever_stands_in_a_table_it_is_a_sound_file(rows: list[tuple[str, ...]]) -> None:
    head, *below = rows
    sheet = paper(Table(head, tuple(below)), right_to_left=len(rows) % 2 == 0)
    checked_pdf(pdf(sheet, made=MADE))


@pytest.mark.parametrize("above", range(0, 34, 3))
def test_headings_and_captions_stand_on_the_page_of_what_they_are_of(above: int) -> None:
    """However many lines stand above: a heading, one below it, and the words or the table of both are together."""
    labelled = Table(
        tuple(f"What column {n} is about" for n in range(7)), (tuple(f"cell{n}" for n in range(7)),), "Of it"
    )
    lines = tuple(Words(f"Line {n}") for n in range(above))
    for after in ((Words("said here"),), (labelled,)):
        made = Sheet(
            title="Plan", language="en", parts=(*lines, Heading("Outer"), Heading("Inner", 3), *after), shape="plan"
        )
        with pypdfium2.PdfDocument(pdf(made, made=MADE)) as opened:
            pages = [page.get_textpage().get_text_bounded() for page in opened]
        (there,) = (page for page in pages if "Outer" in page)
        assert "Inner" in there
        assert ("said here" in there) if after[0] is not labelled else ("Of it" in there and "cell0" in there)
