"""The finished file: all that its reader may see is in it, nothing else is, and a leak stops it."""

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from app.blocks.storyboard.method import record
from app.blocks.storyboard.model import caption, page_of, pages
from app.document import EVERYONE, IN_NO_COPY, ONLY_ME, PEOPLE, WORKER, Document, ForWhom, Person, name_person, seen_by
from app.document.family_people import join, rename_from_now, worker_hands_on
from app.export import copies, leaks
from app.export.copies import Leak
from app.export.sheet import sheet
from app.ink.photo import NONE
from app.language import isolate
from app.pdf import pdf
from app.sheet import Cover, Heading, Panel, Picture, Sheet, Words, texts
from tests.blocks.making import DAD, EVERYBODY, JO, NAN, SAM, TOM, drawn_on, made, own_page, page, spoken, story
from tests.export.copying import make_copy

DAY = date(2026, 5, 4)
SECRET = "Dadster shouts at night and I hide in the cupboard"
SETUP = "Nan lives at 14 Acorn Crescent, BS7 9QX, phone 0117 496 0123"
CAPTION = "me hiding from the shouting"


def whole() -> Document:
    """A story for everyone, a page of Tom's alone, one that Tom shows Nan, and the worker's set-up sheet."""
    document = story()
    document = spoken(document, page(document, "title").id, "Tom and the quiet mornings", by=TOM.id)
    for kind in ("family", "worry", "ending"):
        document = spoken(document, page(document, kind).id, f"Nan has words on {kind}.", by=NAN.id)
    document = drawn_on(document, page(document, "family").id, 3)
    document = made(document, caption(page(document, "family"), "Nan, me and Biscuit the cat"))
    for words, whom in ((SECRET, ONLY_ME), ("Only for Nan to read.", ForWhom("people", (NAN.id,)))):
        document, own = own_page(document, TOM.id, for_whom=whom)
        document = spoken(document, own.item.id, words, by=TOM.id, section="mine")
        document = drawn_on(document, own.item.id, 2, by=TOM.id, section="mine")
        found = page_of(document, own.item.id)
        assert found is not None
        document = made(document, caption(found, CAPTION if whom == ONLY_ME else "me and Nan"), by=TOM.id)
    # Dadster speaks on no page that all may see: his very name is Tom's secret.
    document = spoken(document, None, SETUP, by=WORKER, section="setup-leave-out", for_whom=IN_NO_COPY)
    return spoken(document, page(document, "worry").id, "Mine only, said Nan", by=NAN.id, for_whom=ONLY_ME)


def copy(document: Document, person: str | None) -> bytes:
    return make_copy(document, person, made=DAY, language="en", photos=NONE).file


def by_pdfium(file: bytes) -> str:
    document = pypdfium2.PdfDocument(file)
    try:
        return "\n".join(p.get_textpage().get_text_bounded() for p in document)
    finally:
        document.close()


def by_poppler(file: bytes) -> str:
    program = shutil.which("pdftotext")
    assert program, "the tests need poppler's pdftotext (dev.py test installs it)"
    done = subprocess.run([program, "-", "-"], input=file, capture_output=True, check=True)
    return done.stdout.decode()


def everything(file: bytes) -> str:
    """Every string of a file, as our own check reads it, and both other readers' text."""
    ours = "\n".join(piece.text for piece in leaks.pieces(file, "en"))
    return squeezed("\n".join((by_pdfium(file), by_poppler(file), ours)))


def squeezed(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


PRIVATE = (SECRET, "cupboard", CAPTION, SETUP, "Acorn", "0117 496", "BS7 9QX", "Dadster")


@pytest.mark.parametrize("person", [None, NAN.id, SAM.id, TOM.id, WORKER])
def test_a_private_pages_words_stand_in_nobodys_file_its_owners_own_not_either(person: str | None) -> None:
    read = everything(copy(whole(), person))
    for words in PRIVATE:
        assert squeezed(words) not in read
    assert ("onlyfornantoread" in read) == (person in (NAN.id, TOM.id, WORKER))
    assert "mineonlysaidnan" not in read


@pytest.mark.parametrize("person", [TOM.id, WORKER, DAD.id])
def test_the_set_up_sheet_is_in_nobodys_file_not_even_the_workers(person: str) -> None:
    read = everything(copy(whole(), person))
    for words in ("Acorn", "0117 496", "BS7 9QX"):
        assert squeezed(words) not in read


@pytest.mark.parametrize("person", [None, WORKER, TOM.id, NAN.id, SAM.id, DAD.id])
def test_everything_that_somebody_may_see_is_in_their_file_for_every_reader(person: str | None) -> None:
    document = whole()
    finished = make_copy(document, person, made=DAY, language="en", photos=NONE)
    file, seen = finished.file, seen_by(document, person)
    wanted = [v for i in seen.items.values() for k, v in i.fields.items() if k in ("words", "caption")]
    assert len(wanted) >= 5
    for read in (by_pdfium(file), by_poppler(file)):
        for words in wanted:
            assert squeezed(str(words)) in squeezed(read)
    read = everything(file)
    for words in texts(finished.sheet):
        assert squeezed(words) in read


def test_a_copy_says_for_whom_it_is_and_its_metadata_say_nothing_else() -> None:
    file = copy(whole(), NAN.id)
    assert "Made on Monday 4 May 2026." in by_pdfium(file).replace("\r\n", " ")
    metadata = PdfReader(io.BytesIO(file)).metadata
    assert metadata is not None
    assert not metadata.author
    assert "Nan" not in str(metadata)


def test_a_page_put_in_the_book_is_in_everybodys_file_with_all_on_it() -> None:
    document = whole()
    mine = next(p for p in pages(document, "mine") if p.caption == CAPTION)
    item = document.items[mine.id]._replace(for_whom=EVERYONE)
    opened = replace(document, items={**document.items, mine.id: item})
    read = everything(copy(opened, None))
    assert squeezed(SECRET) in read
    assert squeezed(CAPTION) in read


# The leak check itself.


def leaking(monkeypatch: pytest.MonkeyPatch, change: object) -> None:
    """Have the blocks put what they should not into the sheet of a document on which somebody wrote something."""

    def badly(document: Document, **more: object) -> Sheet:
        made_sheet = sheet(document, **more)  # type: ignore[arg-type]
        written = any(i.fields.get("words", "…") != "…" for i in document.items.values())
        return change(made_sheet) if written else made_sheet  # type: ignore[operator,no-any-return]

    monkeypatch.setattr(copies, "sheet", badly)


PLANTS = {
    "words": lambda s: replace(s, parts=(*s.parts, Panel("x", (Words(SECRET),)))),
    "a sentence among others": lambda s: replace(s, parts=(*s.parts, Panel("x", (Words(f"So. {SECRET}! And"),)))),
    "other capitals": lambda s: replace(
        s,
        parts=(
            *s.parts,
            Panel(
                SECRET.upper(),
            ),
        ),
    ),
    "a text alternative": lambda s: replace(
        s, parts=(*s.parts, Panel("x", (), Picture(s.parts[0].picture.marks, CAPTION)))
    ),
    "the title": lambda s: replace(s, title=SECRET, cover=None),
    "the cover": lambda s: replace(s, cover=Cover(s.title, Words("x", who=SECRET), None)),
    "the foot": lambda s: replace(s, made_for=SECRET),
    "a telephone number": lambda s: replace(s, parts=(*s.parts, Panel("x", (Words("call 01174960123 now"),)))),
    "a postcode": lambda s: replace(s, parts=(*s.parts, Panel("x", (Words("near bs7 9qx"),)))),
    "a name": lambda s: replace(s, parts=(*s.parts, Panel("x", (Words("DADSTER came"),)))),
    "a heading": lambda s: replace(s, parts=(Heading("Dadster"), *s.parts), shape="plan"),
}


@pytest.mark.parametrize("plant", PLANTS.values(), ids=PLANTS)
def test_what_somebody_must_not_see_stops_the_copy_wherever_it_stands(
    plant: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaking(monkeypatch, plant)
    with pytest.raises(Leak):
        copy(whole(), SAM.id)


def test_a_filter_that_lets_everything_through_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "seen_by", lambda document, _person, **_private: document)
    with pytest.raises(Leak):
        copy(whole(), None)


def test_the_sentence_for_a_leak_tells_nothing_of_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    leaking(monkeypatch, PLANTS["words"])
    with pytest.raises(Leak) as told:
        copy(whole(), None)
    assert "No file was made." in told.value.sentence()
    assert str(told.value) == ""


def found_in(file: bytes, *secrets: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.words for found in leaks.in_file(file, withheld=secrets, language="en")))


def plain_file() -> bytes:
    return pdf(Sheet(title="Our story", language="en", parts=(Panel("A page", (Words("hello"),)),)), made=DAY)


@pytest.mark.parametrize("where", ["metadata", "bookmark"])
def test_what_other_programs_would_find_in_the_file_is_searched_too(where: str) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(plain_file()))
    if where == "metadata":
        writer.add_metadata({"/Keywords": SECRET})
    else:
        parent = writer.add_outline_item(title="a", page_number=0)
        writer.add_outline_item(title=SECRET, page_number=0, parent=parent)
    written = io.BytesIO()
    writer.write(written)
    assert found_in(plain_file(), SECRET) == ()
    assert found_in(written.getvalue(), SECRET, "not there") == (SECRET,)


def test_what_is_only_said_for_the_letters_of_a_drawing_is_searched_too() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(plain_file()))
    content = DecodedStreamObject()
    content.set_data(b"/Span <</ActualText <FEFF" + SECRET.encode("utf-16-be").hex().encode() + b">>> BDC EMC")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(content)
    written = io.BytesIO()
    writer.write(written)
    assert found_in(written.getvalue(), SECRET) == (SECRET,)


@pytest.mark.parametrize("words", ["جدتي تسكن في الشارع الطويل", "Żółta łódź płynie do Łodzi", "Ça m’a fait très peur"])
def test_withheld_words_are_found_in_every_script(words: str) -> None:
    file = pdf(
        Sheet(title="x", language="en", parts=(Panel("A page", (Words(isolate(words)),)),), shape="storybook"), made=DAY
    )
    assert found_in(file, words) == (words,)


def test_a_long_sentence_is_found_over_line_and_page_ends() -> None:
    secret = "and then " * 60 + "the end of it"
    file = pdf(Sheet(title="x", language="en", parts=(Panel("A page", (Words(secret),)),), shape="storybook"), made=DAY)
    assert found_in(file, secret) == (secret,)


def withheld(document: Document, person: str | None = None) -> tuple[str, ...]:
    return leaks.withheld(document, person, with_private=True)


def test_short_withheld_words_do_not_stop_a_copy_in_which_they_are_part_of_others() -> None:
    document = story()
    document = spoken(document, page(document, "family").id, "Miriam found a diamond.", by=NAN.id)
    document, own = own_page(document, TOM.id)
    document = spoken(document, own.item.id, "I am", by=TOM.id, section="mine")
    assert withheld(document) != ()
    copy(document, None)


def test_words_that_also_stand_where_the_reader_may_see_them_do_not_stop_a_copy() -> None:
    document = story()
    document = spoken(document, page(document, "family").id, "Nan is kind, and she makes cake.", by=NAN.id)
    document, own = own_page(document, TOM.id)
    for words in (
        "Nan is kind",
        "It is not your fault",
        "Monday 4 May 2026",
        "Our family.",
        "We love it when Nan says",
    ):
        document = spoken(document, own.item.id, words, by=TOM.id, section="mine")
    document = spoken(document, page(document, "not-your-fault").id, "None of this is.", by=NAN.id)
    copy(document, None)


@pytest.mark.parametrize("name", ["Made", "Monday", "Fault", "Panel", "Story"])
def test_somebody_who_is_called_like_a_word_of_the_programs_own_does_not_stop_a_copy(name: str) -> None:
    people = (*EVERYBODY, Person("p-x", name, "family", 0, "circle"))
    document = story(who=people)
    document = spoken(document, page(document, "not-your-fault").id, "None of this is.", by=NAN.id)
    copy(document, None)


def test_a_day_kept_on_the_workers_papers_does_not_stop_a_copy_made_on_that_day() -> None:
    document = whole()
    for stage in ("agreed", "read-together"):
        document = made(document, record(document, "story", stage, DAD.id, day=DAY))
    assert copy(document, NAN.id)


def test_where_nothing_is_withheld_nothing_is_looked_for() -> None:
    document = story(who=(NAN,))
    document = spoken(document, page(document, "family").id, "hello", by=NAN.id)
    assert withheld(document) == ()


@pytest.mark.parametrize("person", [None, WORKER, TOM.id, NAN.id])
def test_the_leak_check_and_the_filter_agree_on_what_is_withheld(person: str | None) -> None:
    document = whole()
    seen = seen_by(document, person)
    for item in document.items.values():
        if item.section != "people":
            slipped = leaks.wrongly_shown(document, {item.id}, person, with_private=True)
            assert bool(slipped) == (item.id not in seen.items)


def test_the_same_copy_twice_is_the_same_file(tmp_path: Path) -> None:
    document = whole()
    assert copy(document, None) == copy(document, None)


def test_the_words_around_are_in_the_language_of_the_copy_and_what_was_said_stays() -> None:
    file = make_copy(whole(), None, made=DAY, language="en-XA", photos=NONE).file
    assert squeezed("Nan has words on family.") in squeezed(by_pdfium(file))
    assert squeezed("Our family") not in squeezed(by_pdfium(file))


def test_a_copy_names_everybody_as_they_were_called_when_they_spoke() -> None:
    document = story()
    document = spoken(document, page(document, "family").id, "We bake on Sundays", by=NAN.id)
    document = spoken(document, page(document, "worry").id, "I came on Tuesday", by=WORKER)
    now = made(document, rename_from_now(document, NAN.id, "Granny"))
    now = made(now, worker_hands_on(now, "Alex", JO._replace(id="jo-was-here-0001"), DAY))
    now = spoken(now, page(now, "ending").id, "And on Mondays", by=NAN.id)
    now = spoken(now, page(now, "happened").id, "I come on Friday", by=WORKER)
    for person in (None, NAN.id, TOM.id):
        made_copy = make_copy(now, person, made=DAY, language="en", photos=NONE)
        told = {w.words: w.who for p in made_copy.sheet.parts if isinstance(p, Panel) for w in p.words}
        assert told["We bake on Sundays"] == f"{isolate('Nan')} says"
        assert told["I came on Tuesday"] == f"{isolate('Jo')} says"
        assert told["And on Mondays"] == f"{isolate('Granny')} says"
        assert told["I come on Friday"] == f"{isolate('Alex')} says"


@pytest.mark.parametrize("person", [None, TOM.id, SAM.id, DAD.id])
def test_joining_two_shows_nobody_else_more(person: str | None) -> None:
    document = whole()
    assert join(document, NAN.id, "p-nan-again") == (), "nobody of that id is named"
    again = made(document, name_person(document, NAN._replace(id="p-nan-again", name="Nanna"), position="b0"))
    one = made(again, join(again, NAN.id, "p-nan-again"))
    seen = [{i.id for i in seen_by(d, person).items.values() if i.section != PEOPLE} for d in (one, again)]
    assert seen[0] == seen[1]
    told = everything(copy(one, person))
    assert "nannasays" in told
    assert squeezed(SECRET) not in told or person == TOM.id
