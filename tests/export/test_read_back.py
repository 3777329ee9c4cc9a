"""What stops a copy is told to the worker alone: which words, where in the file, and where in the plan they stand."""

from dataclasses import replace

from app.document import ONLY_ME, Add, Document, seen_by
from app.document.answer import answer
from app.export.read_back import Leak, Stop, read_back, unsaid
from app.export.sheet import sheet
from app.language import unmarked as plain
from app.pdf import pdf
from app.sheet import Sheet, Words, texts
from tests.blocks.plan_making import DAD, NAN, TOM, after, plan, says
from tests.document.making import item
from tests.export.leaks.planting import behind
from tests.export.test_papers import DAY

KEPT = "He sleeps in the car at night"


def talked() -> Document:
    """Nan shares something, and Tom keeps something of another page."""
    document = says(plan(), "We sing, all of us", by=NAN.id, day=DAY, id="said")
    return says(document, KEPT, by=TOM.id, day=DAY, id="kept", section="mine", whom=ONLY_ME)


def read(
    document: Document, *more: Words, seen: Document | None = None, file: bytes = b"", note: bytes = b""
) -> tuple[Stop, ...]:
    """Return what stops a copy for nobody in particular: more stands on its sheet, a note in its file."""
    seen = seen or seen_by(document, None)
    on = sheet(seen, for_name="", made=DAY)
    whole: Sheet = replace(on, parts=(*on.parts, *more))
    made = file or pdf(whole, made=DAY)
    made = behind(made, b"<< /Contents (%s) >>" % note) if note else made
    own = [*texts(sheet(unsaid(seen), for_name="", made=DAY))]
    try:
        read_back(made, of=whole, own=own, document=document, seen=seen, person=None, with_private=False)
    except Leak as leak:
        return leak.stops or (Stop("", ()),)
    return ()


def test_a_copy_with_nothing_in_it_but_what_may_be_seen_is_not_stopped() -> None:
    assert read(talked()) == ()
    assert read(talked(), note=b"We sing, all of us") == ()


def test_words_on_the_sheet_and_in_the_file_are_told_once_with_every_place_and_their_page() -> None:
    assert read(talked(), Words(KEPT)) == (Stop(KEPT, ("on its pages",), ("Mine",)),)
    # In two notes of the file, and nowhere on the sheet.
    (stop,) = read(talked(), note=KEPT.encode() + b") /Alt (" + KEPT.encode())
    assert stop.words == KEPT
    assert {*stop.places} == {"in a note or a form", "in the words that are read out"}
    assert stop.pages == ("Mine",)


def test_words_that_stand_on_several_pages_of_the_plan_are_told_with_each_of_them_and_no_other() -> None:
    document = says(talked(), f"{KEPT}!", by=NAN.id, day=DAY, section="again", whom=ONLY_ME)
    document = says(document, f"{KEPT}.", by=DAD.id, day=DAY, section="mine", whom=ONLY_ME)
    document = after(document, [Add(item("newer", section="of-a-newer-version", words=KEPT))])
    pages = {stop.words: stop.pages for stop in read(document, note=KEPT.encode())}
    assert pages[KEPT] == ("Mine", "Look again")


def test_a_file_that_cannot_be_read_back_stops_the_copy_without_a_word() -> None:
    assert read(talked(), file=b"no file at all") == (Stop("", ()),)


def test_what_slipped_past_the_filter_is_told_before_the_file_is_looked_at() -> None:
    document = talked()
    among = ("among what the copy was made of",)
    assert read(document, seen=document, file=b"no file at all") == (Stop(KEPT, among, ("Mine",)),)
    # Of something without words it is told whose it is.
    about = answer(document, "answer", about="said", by=DAD.id, number=3)
    document = after(document, about, by=DAD.id)
    stops = read(document, seen=document, file=b"no file at all")
    assert Stop("Dadster", among, ("Going well",)) in stops
    # And of one with several texts, each that somebody wrote.
    kept = document.items["kept"]
    several = {**document.items, "kept": kept._replace(fields={**kept.fields, "higher": "A lamp", "day": "2026-05-04"})}
    told = replace(document, items=several)
    assert f"{KEPT} · A lamp" in {stop.words for stop in read(told, seen=told, file=b"none")}


def test_a_stop_is_told_in_one_line() -> None:
    once = Stop("He  sleeps\nin the car", ("on page 2",))
    assert plain(once.told()) == "“He sleeps in the car” was found on page 2."
    twice = Stop("He sleeps", ("on page 2", "in a note or a form"), ("Mine", "Going well"))
    assert plain(twice.told()) == (
        "“He sleeps” was found on page 2, in a note or a form. In the plan it stands in: Mine, Going well."
    )


def test_the_worker_is_told_why_and_what_to_do_and_the_room_only_that_it_was_stopped() -> None:
    stops = (Stop("He sleeps", ("on page 2",)), Stop("in the car", ("on page 3",), ("Mine",)))
    first, *lines, last = Leak(*stops).why()
    assert first == "Words were found that this person must not see."
    assert lines == [stop.told() for stop in stops]
    assert "make the copy again" in last
    unread = Leak().why()
    assert [line.split(".")[0] for line in unread] == ["The file could not be read back", "Please try again"]
    for leak in (Leak(), Leak(*stops)):
        assert leak.sentence() == "The copy was stopped before it was finished. No file was made. The plan is safe."
        assert str(leak) == ""
