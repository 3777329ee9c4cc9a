"""A whole copy: what checkers say of it, what other programs read in it, and what it says of its maker."""

import io
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import date

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.pdf import pages, pdf, printable
from app.sheet import Heading, Items, Panel, Part, Picture, Sheet, Words
from app.sheet.book_pages import panels
from tests.pdf.checker import checked_pdf, pdfium, plain, poppler, structure, words_of
from tests.pdf.sheets import ALL, BENGALI, MADE, MIXED, PLAN, STORY, URDU, house
from tests.pdf.written import SAMPLES


@pytest.mark.parametrize("name", ALL)
def test_every_shape_and_language_passes_the_checkers(name: str) -> None:
    checked_pdf(pdf(ALL[name], made=MADE))


@pytest.mark.parametrize("name", ALL)
def test_another_library_reads_every_word_back_in_order(name: str) -> None:
    sheet = ALL[name]
    made = pdf(sheet, made=MADE)
    found, wanted = "".join(plain(poppler(made))), words_of(sheet)
    at = 0
    for word in wanted[: len(wanted) - len(plain(sheet.made_for))]:
        place = found.find(word, at)
        assert place >= at, f"{word!r} is missing after {found[max(0, at - 40) : at]!r}"
        at = place + len(word)
    assert "".join(plain(sheet.made_for)) in found


@pytest.mark.parametrize("name", ["story", "urdu", "bengali", "plan"])
def test_chrome_finds_every_word_too(name: str) -> None:
    sheet = ALL[name]
    found = set(plain(pdfium(pdf(sheet, made=MADE))))
    assert [word for word in words_of(sheet) if word not in found] == []


def test_a_phone_number_keeps_its_order_and_its_line_in_every_script() -> None:
    for sheet, number in ((STORY, "0808 800 5000"), (URDU, "0800 1111"), (BENGALI, "0800 1111")):
        made = pdf(sheet, made=MADE)
        assert number in poppler(made).replace("\u00a0", " ")
        assert number in pdfium(made).replace("\u00a0", " ")


def test_the_structure_tells_headings_lists_pictures_and_captions() -> None:
    tags = structure(checked_pdf(pdf(STORY, made=MADE)))
    names = [tag for tag, _alt in tags]
    assert names[:4] == ["Document", "H1", "P", "Sect"], "the title, then for whom it was made"
    assert names.count("H2") == 5
    assert names[names.index("L") :][:5] == ["L", "LI", "LBody", "LI", "LBody"]
    assert [alt for tag, alt in tags if tag == "Figure"] == [
        "Our house with the sun out",
        "A drawing without words yet.",
        "This is me",
    ]


def test_levels_of_headings_go_down_one_at_a_time() -> None:
    names = [tag for tag, _alt in structure(pdf(PLAN, made=MADE)) if tag[0] == "H"]
    assert names == ["H1", "H2", "H2", "H3", "H2", "H2"]


def test_a_listener_hears_words_of_one_paragraph_together_and_spaces_between_lines() -> None:
    done = subprocess.run(
        ["pdfinfo", "-struct-text", "-"], input=pdf(STORY, made=MADE), capture_output=True, check=True
    )
    heard = done.stdout.decode()
    assert '"Nan says We are Mia, Leo, Mum and Nan. We like pancakes."' in heard
    assert '"Mia says Biscuit sleeps on my bed."' in heard


@pytest.mark.parametrize("name", ALL)
def test_the_same_sheet_gives_the_same_bytes(name: str) -> None:
    assert pdf(ALL[name], made=MADE) == pdf(ALL[name], made=MADE)


def test_the_file_says_what_it_is_called_and_nothing_of_its_maker() -> None:
    made = pdf(STORY, made=date(2026, 5, 4))
    with pikepdf.open(io.BytesIO(made)) as opened:
        told = {key: str(value) for key, value in opened.docinfo.items()}
        assert told == {
            "/Title": "Our story",
            "/Producer": "Alongside",
            "/CreationDate": "D:20260504000000Z",
            "/ModDate": "D:20260504000000Z",
        }
        assert str(opened.Root["/Lang"]) == "en-GB"
        assert opened.Root["/ViewerPreferences"]["/DisplayDocTitle"]
    for trace in (b"/tmp", b"/work", b"/usr", b"eportLab", b"anonymous"):
        assert trace not in made


def test_a_title_that_is_markup_stays_words() -> None:
    with pikepdf.open(io.BytesIO(pdf(MIXED, made=MADE))) as opened:
        assert str(opened.docinfo["/Title"]) == "Ali & <Zoë> “علی”"
        assert opened.open_metadata()["dc:title"] == "Ali & <Zoë> “علی”"


def test_a_storybook_lies_and_has_a_page_a_panel_and_a_plan_stands() -> None:
    for sheet, width, count in ((STORY, 842, 6), (PLAN, 595, None)):
        document = pypdfium2.PdfDocument(pdf(sheet, made=MADE))
        assert round(document[0].get_width()) == width
        assert count is None or len(document) == count
        document.close()


def test_chapters_lead_to_their_pages() -> None:
    document = pypdfium2.PdfDocument(pdf(STORY, made=MADE))
    found = [(entry.get_title(), entry.get_dest().get_index()) for entry in document.get_toc()]
    assert found == [("Our story", 0)] + [(panel.heading, i) for i, panel in enumerate(_panels(STORY), 1)]
    document.close()


def _panels(sheet: Sheet) -> list[Panel]:
    return [part for part in sheet.parts if isinstance(part, Panel)]


def _one(words: str, *, shape: str = "storybook", picture: Picture | None = None, **more: object) -> Sheet:
    panel = Panel("A page", (Words(words),), picture)
    return replace(STORY, parts=(panel,), shape=shape, **more)


@pytest.mark.parametrize("shape", ["storybook", "plan"])
@pytest.mark.parametrize("letter", ["a", "W", "م", "ক"])
def test_a_word_of_ten_thousand_letters_is_all_there(shape: str, letter: str) -> None:
    made = checked_pdf(pdf(_one(letter * 10_000, shape=shape, picture=Picture(house(), "x")), made=MADE))
    assert poppler(made).count(letter) - "A page x".count(letter) >= 10_000


def test_endless_titles_headings_captions_and_names_lose_nothing() -> None:
    long = {"title": "T" * 700, "made_for": "F" * 3_000}
    picture = Picture(house(), "C" * 10_000, "D" * 200)
    panel = Panel("H" * 900, (Words("said", who="N" * 500, note="O" * 500), Items(("I" * 3_000, ""))), picture)
    for shape in ("storybook", "plan"):
        made = poppler(checked_pdf(pdf(replace(STORY, parts=(panel,), shape=shape, **long), made=MADE)))
        for letter, least in {"T": 700, "F": 3_000, "C": 10_000, "D": 200, "H": 900, "N": 500, "I": 3_000}.items():
            assert made.count(letter) >= least, letter


def test_nothing_is_drawn_beyond_the_page_or_over_the_foot() -> None:
    for sheet in (*ALL.values(), _one("word " * 900, picture=Picture(house(), "caption " * 40, "by"))):
        document = pypdfium2.PdfDocument(pdf(sheet, made=MADE))
        for page in document:
            text = page.get_textpage()
            for i in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(i)
                if right > left and top > bottom:
                    assert left >= 40
                    assert right <= page.get_width() - 40
                    assert bottom >= 20
                    assert top <= page.get_height() - 20
        document.close()


def test_words_that_overflow_go_on_overleaf_under_their_heading() -> None:
    made = pdf(_one("We talk about it. " * 80, picture=Picture(house(), "Us")), made=MADE)
    document = pypdfium2.PdfDocument(checked_pdf(made))
    assert len(document) > 2
    assert all("A page" in page.get_textpage().get_text_bounded() for page in list(document)[1:])
    document.close()
    assert [tag for tag, _alt in structure(made)].count("H2") == 1, "repeated for the eye only"


def test_a_picture_whose_words_overflow_stays_on_the_page_where_they_begin() -> None:
    made = pdf(_one("We talk about it. " * 80, picture=Picture(house(), "Us")), made=MADE)
    with pikepdf.open(io.BytesIO(made)) as opened:
        section = opened.Root["/StructTreeRoot"]["/K"][0]["/K"][-1]
        (figure,) = (kid for kid in section["/K"] if kid["/S"] == "/Figure")
        assert figure["/Pg"].objgen == opened.pages[1].obj.objgen


def test_a_reader_finds_the_way_from_the_page_back_to_the_structure() -> None:
    with pikepdf.open(io.BytesIO(pdf(BENGALI, made=MADE))) as opened:
        numbers = list(opened.Root["/StructTreeRoot"]["/ParentTree"]["/Nums"])
        for at, page in enumerate(opened.pages):
            assert page.obj["/StructParents"] == at
            assert page.obj["/Tabs"] == "/S"
            owners = numbers[2 * at + 1]
            marks = page.Contents.read_bytes().count(b"/MCID")
            assert numbers[2 * at] == at
            assert len(owners) == marks
            assert all("/S" in owner for owner in owners)


@pytest.mark.parametrize(("sheet", "word", "side"), [(STORY, "pancakes", "right"), (URDU, "رہتے", "left")])
def test_words_stand_right_of_the_picture_and_left_of_it_in_a_mirrored_book(sheet: Sheet, word: str, side: str) -> None:
    document = pypdfium2.PdfDocument(pdf(sheet, made=MADE))
    page = document[1]
    text = page.get_textpage()
    at = text.get_text_range().index(word)
    left, _bottom, right, _top = text.get_charbox(at)
    middle = page.get_width() / 2
    assert left > middle if side == "right" else right < middle
    document.close()


def test_an_empty_sheet_and_empty_parts_are_still_a_copy() -> None:
    empty: tuple[Part, ...] = (Panel(""), Panel("", (Words(""), Items(()))), Panel("", (), Picture((), "")))
    for shape in ("storybook", "plan"):
        checked_pdf(pdf(replace(STORY, parts=empty, shape=shape, made_for=""), made=MADE))
        checked_pdf(pdf(replace(STORY, parts=(), shape=shape), made=MADE))


def test_what_stands_between_panels_gets_panels_of_its_own() -> None:
    picture = Picture((), "")
    parts = (Words("a"), Panel("p"), Heading("h"), Words("b"), picture, picture, Items(("i",)))
    found = panels(parts)
    assert found == [
        Panel("", (Words("a"),)),
        Panel("p"),
        Panel("h", (Words("b"),), picture),
        Panel("", (Items(("i",)),), picture),
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_saying_in_each_script_is_printed_and_found_again(name: str) -> None:
    sheet, missing = printable(_one(SAMPLES[name]))
    assert not missing
    found = "".join(plain(poppler(checked_pdf(pdf(sheet, made=MADE)))))
    # Poppler puts letters of Syriac and Dhivehi in an order of its own.
    assert not Counter("".join(plain(SAMPLES[name]))) - Counter(found)


def test_nothing_in_a_copy_is_a_box() -> None:
    with pikepdf.open(io.BytesIO(pdf(MIXED, made=MADE))) as opened:
        for font in opened.pages[0].obj["/Resources"]["/Font"].values():
            below = font["/DescendantFonts"][0]
            places = below["/CIDToGIDMap"].read_bytes()
            drawn = [int.from_bytes(places[i : i + 2], "big") for i in range(2, len(places), 2)]
            assert drawn
            assert 0 not in drawn, "glyph 0 is the box"


def test_body_text_is_large_enough_and_lines_are_wide_enough_apart() -> None:
    for sheet, least in ((STORY, 18), (PLAN, 14)):
        document = pypdfium2.PdfDocument(pdf(sheet, made=MADE))
        sizes = set()
        for page in document:
            for part in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                _left, bottom, _right, _top = part.get_bounds()
                if bottom > 45:  # Above the foot.
                    sizes.add(round(part.get_font_size(), 1))
        assert min(sizes) >= least
        document.close()


def test_pages_can_be_looked_at() -> None:
    found = pages(pdf(STORY, made=MADE), width=300)
    assert len(found) == 6
    assert all(png.startswith(b"\x89PNG") for png in found)


_WORDS = st.text(alphabet=st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Z", "C")), max_size=60)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_WORDS | st.text("ab 12-()\n\u0645\u0627\u09ac\u0995\u09cd\u2067\u2069", max_size=40), max_size=4))
def test_whatever_is_written_there_is_a_sound_file(said: list[str]) -> None:
    sheet = replace(PLAN, title=" ".join(said)[:50], parts=tuple(Words(text, who=text[:9]) for text in said))
    checked_pdf(pdf(printable(sheet)[0], made=MADE))
    checked_pdf(pdf(sheet, made=MADE))
