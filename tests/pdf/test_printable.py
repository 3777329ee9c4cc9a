"""What cannot be put on a paper is missing there alone, is told to the worker, and stops no paper of any shape."""

import io
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from app.pdf import font_fallback, pdf, picture, printable, shaping
from app.pdf.font_fallback import Means, substitute
from app.pdf.printable import settable
from app.sheet import Cover, Heading, Items, Panel, Part, Picture, Sheet, Table, Words, texts
from app.sheet.drawn import Drawn
from app.sheet.feelings import Feeling
from app.sheet.number_line import Lane, NumberLine
from app.sheet.replaced import retold
from app.sheet.rings import Face, Rings
from app.sheet.star import Star, StarShape
from app.sheet.tanks import Tank, Tanks
from app.sheet.unprintable import Unset, in_brackets, stands_for, way_on
from tests.pdf.checker import checked_pdf, poppler
from tests.pdf.sheets import MADE, house
from tests.pdf.written import SAMPLES

TAMIL = SAMPLES["Tamil"]
SAID = (*SAMPLES.values(), "\uf0b7", "𐎀𐎁", "a \ue000")
ON_A_TABLET = Means(shaped=False)
STANDS = "Some words here are in Tamil letters. They could not be put on this copy."
_FACE = Face("Nan", 0, "circle", 0.0, 0.0, 0.4, room=1.0)

EVERY_PART: tuple[Part, ...] = (
    Heading("Our family"),
    Words("We eat together.", "Nan says", "Written down by Jo"),
    Items(("One thing", "Another thing")),
    Table(("Who", "What"), (("Nan", "Cooks"), ("Mum", "Rings")), "Who does what"),
    Picture(house(), "Our house", "Drawn by Mia"),
    Rings((_FACE,), (replace(_FACE, name="Mum", x=1.0),), 0.5, (1.0, 2.0), ("Near", "Far"), "Nan is near."),
    NumberLine(
        10.0, 3.0, 2.0, (1.0, 2.0, 3.0), (replace(_FACE, number="7"),), (Lane(0, ((1.0, 1.0),)),), "Nan is at 2."
    ),
    Star(("Home", "School", "Friends"), 1, 5, (StarShape("Mum", (1, 2, 3), days=("May", "", "")),), "Mum: 1, 2, 3."),
    Feeling("My home", 4, "My home: glad"),
    Tanks((Tank("Play", "3 of 5", 0.1, 0.1, 0.8, 0.8, 0.5),), 3, "Play is half full."),
    Panel("A page", (Words("Nan comes.", "Mum says"), Items(("A list",))), Picture(house(), "A door")),
)
SHAPES = ("storybook", "plan", "fridge", "card", "phone")


def sheet_of(*parts: Part, shape: str = "plan", layout: str = "page", **more: object) -> Sheet:
    sheet = Sheet(title="Our plan", language="en", parts=parts, made_for="Made for Nan.", shape=shape, layout=layout)  # type: ignore[arg-type]
    return replace(sheet, **more)


@pytest.fixture
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(font_fallback, "can_shape", lambda: False)
    monkeypatch.setattr(shaping, "can_shape", lambda: False)


class Everything:
    """Says of each string only that it was asked about it."""

    def at(self, heading: str, page: int) -> None: ...

    def said(self, words: str) -> str:
        return "‹said›" if words else words

    line = named = said


def strings(value: object) -> list[str]:
    """Return every string in a value of dataclasses and tuples, those that are no words apart."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [s for one in value for s in strings(one)]
    if is_dataclass(value):
        slugs = {"language", "reader", "shape", "layout", "look", "marks"}
        return [s for f in fields(value) if f.name not in slugs for s in strings(getattr(value, f.name))]
    return []


def test_no_string_of_any_part_is_passed_over() -> None:
    whole = sheet_of(*EVERY_PART, cover=Cover("Our plan", Words("", "Nan", "a note"), Picture((), "A sun", "By Mia")))
    pictures = {picture for picture in Drawn.__subclasses__() if picture.__module__.startswith("app.")}
    assert {type(p) for p in EVERY_PART} == {*Part.__args__, *pictures} - {Drawn}  # type: ignore[attr-defined]
    assert set(strings(retold(whole, Everything()))) <= {"‹said›", ""}


def test_a_sheet_that_can_be_printed_is_left_as_it_is() -> None:
    for shape in SHAPES:
        whole = sheet_of(*EVERY_PART, shape=shape)
        assert settable(whole, ON_A_TABLET) == (whole, ())
    kept = sheet_of(Words("\uf0b7 a list 𝓜𝓲𝓪 👩\u200d👧 🩷"))
    assert settable(kept, ON_A_TABLET) == (kept, ())


def test_one_saying_alone_gives_way_and_the_worker_is_told_where_and_what_and_the_way_on() -> None:
    whole = sheet_of(
        Heading("Going well"), Words("We eat together.", "Nan says"), Heading("Worries"), Words(TAMIL, "Mum says")
    )
    made, missing = settable(whole, ON_A_TABLET)
    assert made.parts[:3] == whole.parts[:3]
    last = made.parts[3]
    assert isinstance(last, Words)
    assert (last.who, last.words.strip()) == ("Mum says", STANDS)
    assert last.words.endswith("\n\n"), "there is room to write it by hand"
    assert missing == (Unset("Worries", script="Tamil", elsewhere=True),)
    assert missing[0].sentence().replace("\u2068", "").replace("\u2069", "") == (
        "Worries: words in Tamil letters are not on it."
    )
    assert "on the screen" in way_on(missing)
    assert "by hand" in way_on(missing)


def test_what_no_font_has_is_never_said_to_be_readable_here() -> None:
    made, missing = settable(sheet_of(Words("𐎀𐎁𐎂"), Words("a \ue000 sign")), Means(shaped=True))
    assert list(texts(made))[1].strip() == stands_for("")
    for several in (missing, missing[:1], missing[1:]):
        assert "screen" not in way_on(several)
        assert "read" not in way_on(several)
    assert [(one.script, one.sign) for one in missing] == [("", False), ("", True)]
    assert "At the top: a sign was left out." in missing[1].sentence()


def test_a_name_or_a_heading_keeps_the_rest_of_its_line() -> None:
    made, missing = settable(sheet_of(Heading(f"Who is {TAMIL}"), Words("I am.", "நிலா says")), ON_A_TABLET)
    assert made.parts == (
        Heading("Who is [words in Tamil letters]"),
        Words("I am.", "[words in Tamil letters] says"),
    )
    assert len(missing) == 1, "it is told once in a place"


def test_a_page_of_a_book_without_a_heading_is_told_by_its_number() -> None:
    parts = (Panel("One", (Words("a"),)), Panel("", (Words(TAMIL),)))
    _made, missing = settable(sheet_of(*parts, shape="storybook"), ON_A_TABLET)
    assert missing[0].sentence().startswith("Page 2: words in Tamil")


@pytest.mark.usefixtures("no_engine")
@pytest.mark.parametrize("layout", ["page", "four", "one"])
@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_of_paper_is_stopped_by_any_of_its_places(shape: str, layout: str) -> None:
    def tamil(part: object) -> object:
        class Tamil(Everything):
            def said(self, words: str) -> str:
                return TAMIL if words else words

            line = named = said

        return retold(part, Tamil())  # type: ignore[arg-type]

    whole = tamil(sheet_of(*EVERY_PART, shape=shape, layout=layout, cover=Cover("t", Words("", "Nan"))))
    assert isinstance(whole, Sheet)
    made, missing = printable(whole)
    assert {one.script for one in missing} == {"Tamil"}
    if shape == "phone":
        assert Image.open(io.BytesIO(picture(made))).size[0] == 1080
        return
    found = poppler(checked_pdf(pdf(made, made=MADE)))
    assert not any("\u0b80" <= c <= "\u0bff" for c in found)
    assert "Tamil" in found


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("raqm", [True, False])
def test_a_phones_picture_too_is_made_where_pillow_cannot_shape(
    shape: str, raqm: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.pdf.phone.shapes_pictures", lambda: raqm)
    made, missing = printable(sheet_of(Words(TAMIL, "Nan says"), Words("שלום"), Words("Hello"), shape=shape))
    assert {one.script for one in missing} == ({"Tamil", "Hebrew"} if shape == "phone" and not raqm else set())
    if shape == "phone":
        assert picture(made)


def test_what_stands_for_words_says_nothing_of_them() -> None:
    for name in ("", "Tamil"):
        for said in (stands_for(name), in_brackets(name)):
            assert substitute(said, ON_A_TABLET).text == said
            assert not set(said) & set(TAMIL) - set(" ."), "no letter of theirs"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.text() | st.sampled_from([*SAMPLES.values(), "\uf0b7", "𐎀𐎁", "a \ue000"]), max_size=5), st.booleans()
)
def test_all_that_is_left_on_a_sheet_can_be_drawn_and_all_else_was_told(said: list[str], shaped: bool) -> None:
    means = Means(shaped)
    whole = sheet_of(*(part for text in said for part in (Heading(text[:20]), Words(text, text[:9]), Items((text,)))))
    made, missing = settable(whole, means)
    for text in texts(made):
        again = substitute(text, means)
        assert not again.unset
        assert not again.left_out
    assert (made == whole) == (not missing)
    assert settable(made, means) == (made, ())
