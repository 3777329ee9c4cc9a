"""What a person may see, what the program says and what is withheld are told apart by place, not by words alone."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from types import MappingProxyType

import pytest

from app.document import EVERYONE, ONLY_ME, PEOPLE, Document, ForWhom, Item, Person
from app.document.answer import answer
from app.document.copy_rules import OFFICE
from app.document.saying import say
from app.export import copies
from app.export.copies import Leak, offered_to
from app.export.leaks import in_file
from app.ink.photo import NONE
from app.pdf import pdf
from app.sheet import Panel, Sheet, Words, letters_drawn, texts
from app.sheet.number_line import NumberLine
from app.sheet.rings import Face
from tests.blocks.making import EVERYBODY, NAN, SAM, TOM, made, own_page, page, spoken, story
from tests.export.copying import make_copy
from tests.export.leaks.generating import plans_of_a_family
from tests.export.leaks.planting import behind, rewritten
from tests.export.test_copies import DAY, leaking
from tests.plans.test_safety_plan import empty, row

ODD_NAMES = (
    *("En", "Page", "May", "Rose", "Day", "Star", "Will", "Alongside", "Andika", "Type", "PDF", "Font", "Text", "Root"),
    *("Title", "Adobe", "Identity", "Monday", "Made", "Copy", "Story", "Span", "Info", "Kids", "Parent", "Lang", "Alt"),
    *("Fi", "ﬁ", "Our family", "Says", "Nobody", "Not your fault", "2026", "Nan says", "X", "GB", "XML"),
    *("Document", "Figure"),
)


def kept_page(words: str, by: str = TOM.id, who: tuple[Person, ...] = EVERYBODY) -> Document:
    """A story in which Nan shares "I am brave." and somebody keeps words of their own."""
    document = story(who=who)
    document = spoken(document, page(document, "family").id, "I am brave.", by=NAN.id)
    document, own = own_page(document, by)
    return spoken(document, own.item.id, words, by=by, section="mine")


def added(words: str) -> Callable[[Sheet], Sheet]:
    return lambda sheet: replace(sheet, parts=(*sheet.parts, Panel("x", (Words(words),))))


def copy(document: Document, person: str | None) -> copies.Copy:
    return make_copy(document, person, made=DAY, language="en", photos=NONE)


@pytest.mark.parametrize(
    "words",
    [
        "Nan says I am brave.",
        "Nan says: I am brave",
        "NAN SAYS I AM BRAVE",
        "I am brave.",
        "Our family. Nan says I am brave.",
        "Nan says",
        "brave",
        "Our family",
        "It is not your fault.",
        "Made on Monday 4 May 2026.",
    ],
)
@pytest.mark.parametrize("person", [None, NAN.id, SAM.id, TOM.id])
def test_what_one_keeps_stops_no_copy_of_the_same_words_that_another_shares(words: str, person: str | None) -> None:
    finished = copy(kept_page(words), person)
    assert "I am brave." in set(texts(finished.sheet))


@pytest.mark.parametrize(
    "words",
    ["For Nan", "Only Nan may hold this copy.", "Jo tells you who may hold this copy.", "the office's own record"],
)
@pytest.mark.parametrize("person", [None, NAN.id, OFFICE])
def test_what_one_keeps_may_read_like_the_line_that_says_whose_a_copy_is(words: str, person: str | None) -> None:
    kept = say(empty(), words, id="kept", section="child", by=TOM.id, parent=None, for_whom=ONLY_ME)
    for document in (kept_page(words), made(row(empty(), "rules", rule="We eat at six"), kept, by=TOM.id)):
        assert copy(document, person).file


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_withheld_person_may_be_called_like_anything_that_a_file_has_of_its_own(name: str) -> None:
    who = (*EVERYBODY, Person("p-x", name, "family", 0, "circle"))
    document = kept_page(f"{name} is loud", who=who)
    for person in (None, NAN.id):
        copy(document, person)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Tom W.", "הוא הלך לTom אתמול"),
        ("Tom W.", "ذهب إلى بTom أمس"),
        ("Tom W.", "ראיתי את Tomוגם אותה"),
        ("שרה", "xשרה came"),
    ],
)
def test_a_name_that_is_joined_to_a_word_which_runs_the_other_way_stops_no_copy(name: str, words: str) -> None:
    """On paper both stand apart: each in its own direction."""
    document = kept_page("Hello", who=(*EVERYBODY, Person("p-x", name, "family", 0, "circle")))
    document = spoken(document, page(document, "worry").id, words, by=NAN.id)
    for person in (None, NAN.id):
        copy(document, person)


@pytest.mark.parametrize("name", ["Deb", "Pam", "Liam", "Ron W."])
@pytest.mark.parametrize("word", ["שלום", "مرحبا"])
def test_a_word_that_is_somebodys_name_from_behind_is_not_that_name(name: str, word: str) -> None:
    """Where words run from right to left on a page, all of it was once read the other way round."""
    document = kept_page("Hello", who=(*EVERYBODY, Person("p-x", name, "family", 0, "circle")))
    document = spoken(document, page(document, "worry").id, f"{word}, bed, map, mail, nor {word}", by=NAN.id)
    for person in (None, NAN.id):
        copy(document, person)


@pytest.mark.parametrize(("name", "word"), [("תור", "רות"), ("مير", "ريم"), ("ريم", "مير")])
def test_a_name_from_right_to_left_is_not_the_name_that_it_is_from_behind(name: str, word: str) -> None:
    """Its letters are drawn from left to right, and are never read so."""
    document = kept_page("Hello", who=(*EVERYBODY, Person("p-x", f"{name} W.", "family", 0, "circle")))
    document = spoken(document, page(document, "worry").id, f"{word}, {word}", by=NAN.id)
    for person in (None, NAN.id):
        copy(document, person)


def test_names_that_run_either_way_are_not_read_in_another_order_than_they_stand_in() -> None:
    """ "Title says" and then "תור says" is not Title after "תור"."""
    who = (*EVERYBODY, Person("p-x", "תור", "family", 0, "circle"), Person("p-y", "Title", "family", 0, "circle"))
    document = kept_page("תור, Title!", who=who)
    for by, words in ((NAN.id, "שלום"), ("p-y", "I am loud."), ("p-x", "I am loud.")):
        document = spoken(document, page(document, "worry").id, words, by=by)
    for person in (None, NAN.id):
        copy(document, person)


@pytest.mark.parametrize(
    "secret", ["אבא צועק בלילה", "לTom יש סוד", 'צה"ל בא הנה', "ילד בן 3 שנים", "الأب (غاضب) جدا", "abc مرحبا def"]
)
def test_words_from_right_to_left_that_slip_onto_a_page_are_found_with_all_that_stands_in_them(secret: str) -> None:
    before = copy(kept_page("Hello"), None)
    file = pdf(added(secret)(before.sheet), made=DAY, photos=NONE)
    assert in_file(file, withheld=(secret,), shown=tuple(texts(before.sheet)), language="en")


@pytest.mark.parametrize("number", ["0123456789", "123456", "0123 456 789", "345678"])
def test_digits_in_their_order_which_every_font_of_many_letters_has_stop_no_copy(number: str) -> None:
    document = kept_page(f"Ring me: {number}")
    rich = "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz ĄĆĘŁŃÓŚŹŻ ąćęłńóśźż?!"
    document = spoken(document, page(document, "worry").id, rich, by=NAN.id)
    for person in (None, NAN.id):
        copy(document, person)


@pytest.mark.parametrize("name", ["En", "Page", "Andika", "PDF", "Alongside", "Adobe", "Rose"])
def test_the_same_name_outside_its_own_place_is_found(name: str) -> None:
    file = copy(kept_page("Hello"), None).file
    shown = tuple(texts(copy(kept_page("Hello"), None).sheet))
    assert in_file(file, withheld=(name,), shown=shown, language="en") == ()
    noted = behind(file, b"<< /Contents (so %s came) >>" % name.encode())
    assert [f.words for f in in_file(noted, withheld=(name,), shown=shown, language="en")] == [name]
    named = rewritten(file, lambda w: w.add_metadata({"/Author": name}))
    assert name in {f.words for f in in_file(named, withheld=(name,), shown=shown, language="en")}


@pytest.mark.parametrize("words", ["Nan says I am brave.", "Nan says I am very sad", "Tom hides in the car"])
def test_kept_words_that_slip_onto_the_sheet_stop_it_also_where_each_of_them_stands_there_already(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaking(monkeypatch, added(words))
    with pytest.raises(Leak) as stopped:
        copy(kept_page(words), None)
    assert any(words.startswith(stop.words.rstrip(".")) for stop in stopped.value.stops)


def test_an_item_that_slips_past_the_filter_is_told_with_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "seen_by", lambda document, _person, **_private: document)
    with pytest.raises(Leak) as stopped:
        copy(kept_page("I am brave."), None)
    told = {stop.words: stop for stop in stopped.value.stops}
    assert told["I am brave."].pages, "the very same words, shared by Nan, stand there rightly"


def test_a_number_that_slips_past_the_filter_stops_the_copy_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """No word of it is withheld: what is kept is a 3, and whose it is."""
    document = story()
    document = spoken(document, page(document, "worry").id, "Hello", by=NAN.id)
    about = page(document, "worry").id
    document = made(document, answer(document, "kept-answer", about=about, by=SAM.id, number=3), by=SAM.id)
    copy(document, None)
    monkeypatch.setattr(copies, "seen_by", lambda document, _person, **_private: document)
    with pytest.raises(Leak):
        copy(document, None)


@pytest.mark.parametrize("reach", [ONLY_ME, ForWhom("people", (SAM.id,))])
def test_a_stop_says_which_words_and_on_which_page_of_the_file(reach: ForWhom, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = "He sleeps in the car at night"
    document = spoken(kept_page("x"), page(story(), "worry").id, "Hello", by=NAN.id, for_whom=EVERYONE)
    document = spoken(document, page(document, "family").id, secret, by=TOM.id, for_whom=reach)
    real = pdf

    def leaky(sheet: Sheet, **more: object) -> bytes:
        return real(added(secret)(sheet), **more)  # type: ignore[arg-type]

    monkeypatch.setattr("app.pdf.pdf", leaky)
    with pytest.raises(Leak) as stopped:
        copy(document, NAN.id)
    (stop,) = stopped.value.stops
    assert stop.words == secret
    assert all(position.startswith("on page ") for position in stop.places)
    assert secret in "\n".join(stopped.value.why())
    assert secret not in stopped.value.sentence()


def test_letters_in_faces_side_by_side_are_no_withheld_words() -> None:
    """Andika and Bill stand side by side on a line, and somebody's kept words are "a@b"."""
    faces = tuple(Face(name, n, "circle", n * 1.0, 0.5, 0.4) for n, name in enumerate(("Andika", "Bill")))
    line = NumberLine(4, 2, 1, tuple(range(11)), faces, (), "Andika is at 0, Bill is at 1.")
    on = Sheet(shape="plan", title="Our plan", language="en", parts=(line,))
    read = partial(in_file, pdf(on, made=DAY), withheld=("a@b",), shown=tuple(texts(on)), language="en")
    assert read(drawn=letters_drawn(on)) == ()
    assert read() != (), "the letters are really there"


def changed(document: Document, change: Callable[[Item], Item]) -> Document:
    return replace(document, items=MappingProxyType({id: change(item) for id, item in document.items.items()}))


def on_every_paper(document: Document, language: str) -> list[tuple[str, str]]:
    """Put a plan on every paper that there is for nobody in particular, and return which were stopped, and by what."""
    stopped = []
    for paper in offered_to(document, None):
        try:
            make_copy(document, None, made=DAY, language=language, photos=NONE, printed=paper.slug, number=12)
        except Leak as leak:
            stopped.append((paper.slug, leak.stops[0].words))
    return stopped


def plan_of(kind: str) -> Document:
    return next(document for document in plans_of_a_family() if document.kind.slug == kind)


@pytest.mark.parametrize("language", ["en", "en-XA", "ar-XB"])
def test_what_one_keeps_is_the_familys_own_name_for_an_area_beside_names_that_are_read_in_another_language(
    language: str,
) -> None:
    """A set that came along is kept in English and read in the language of the copy."""

    def change(item: Item) -> Item:
        if item.fields.get("slug") == "my-home":
            return item._replace(fields={**item.fields, "title": "Our dog"})
        return item

    star = changed(plan_of("family-star"), change)
    kept = next(item for item in star.items.values() if item.section == "reviews")
    kept = kept._replace(id="kept", fields={**kept.fields, "words": "Our dog"}, for_whom=ONLY_ME)
    assert on_every_paper(replace(star, items=MappingProxyType({**star.items, "kept": kept})), language) == []


@pytest.mark.parametrize("kind", ["words-and-pictures", "safety-plan", "family-star"])
@pytest.mark.parametrize(
    ("names", "words"),
    [
        ({"mia": "Mia"}, "Mia! Mia!"),
        ({"mia": "सीता"}, "सीता! सीता!"),
        ({"mia": "सीता", "mum": "राधा"}, "राधा, सीता!"),
        ({"mia": "மீனா"}, "மீனா! மீனா!"),
        ({"mia": "รัก"}, "รัก รัก"),
        ({"mia": "مريم"}, "مريم! مريم!"),
    ],
)
def test_names_that_stand_one_after_the_other_are_no_kept_words_in_any_script(
    kind: str, names: dict[str, str], words: str
) -> None:
    """The letters that stand below what is spoken are told apart as those are that a page shows."""

    def change(item: Item) -> Item:
        name = names.get(str(item.fields.get("ref"))) if item.section == PEOPLE else None
        return item._replace(fields={**item.fields, "name": name}) if name else item

    plan = changed(plan_of(kind), change)
    kept = next(item for item in plan.items.values() if item.item_type == "saying" and not item.parent)
    kept = kept._replace(id="kept", fields={**kept.fields, "words": words}, for_whom=ONLY_ME)
    assert on_every_paper(replace(plan, items=MappingProxyType({**plan.items, "kept": kept})), "en") == []
