"""What a document says on paper and to whoever asks: nothing lost, nothing under the wrong name."""

from dataclasses import replace
from datetime import date

import pytest

from app.blocks.storyboard.model import add_page, caption
from app.document import CHILD, IN_NO_COPY, ONLY_ME, WORKER, Document, Section, fold, seen_by
from app.document.saying import SOMEBODY
from app.export.outline import outline
from app.export.sheet import sheet
from app.sayings.outline import name_of, says, written_down_by
from app.sheet import Panel, Words, texts
from plans.words_and_pictures import WORDS_AND_PICTURES
from tests.blocks.making import NAN, STORY, TOM, drawn_on, made, own_page, page, spoken, story

DAY = date(2026, 5, 4)


def read(document: Document, person: str | None = None) -> str:
    return "\n".join(texts(sheet(seen_by(document, person), for_name="", made=DAY)))


def test_each_saying_stands_under_its_speakers_name_with_its_mark() -> None:
    document = story()
    worry = page(document, "worry").id
    document = spoken(document, worry, "Nan saw it.", by=NAN.id)
    (panel,) = (p for p in sheet(document, for_name="", made=DAY).parts if isinstance(p, Panel))
    said = panel.words[-1]
    assert said == Words("Nan saw it.", "Nan says", "Written down by Jo")


def test_a_page_with_nothing_on_it_is_not_printed_and_the_others_stand_in_order() -> None:
    document = story()
    for kind in ("ending", "worry", "family"):
        document = spoken(document, page(document, kind).id, f"words on {kind}", by=NAN.id)
    panels = [p.heading for p in sheet(document, for_name="", made=DAY).parts if isinstance(p, Panel)]
    assert panels == ["Our family", "What are they worried about?", "The end, for now"]


def test_a_caption_is_printed_also_where_its_drawing_is_gone() -> None:
    document = story()
    document = made(document, caption(page(document, "family"), "Mum, me and Biscuit"))
    assert "Mum, me and Biscuit" in read(document)
    with_ink = drawn_on(document, page(document, "family").id)
    assert read(with_ink).count("Mum, me and Biscuit") == 1


def test_a_drawing_without_a_caption_has_a_text_alternative_all_the_same() -> None:
    document = story()
    document = drawn_on(document, page(document, "family").id)
    assert "A drawing." in read(document)


def test_the_one_line_on_the_title_page_is_the_books_name_and_its_cover() -> None:
    document = story()
    assert sheet(document, for_name="", made=DAY).title == "Our story"
    named = spoken(document, page(document, "title").id, "The story of us", by=TOM.id)
    made_sheet = sheet(named, for_name="", made=DAY)
    assert made_sheet.title == "The story of us"
    assert made_sheet.cover is not None
    assert made_sheet.parts == ()
    assert list(texts(made_sheet)).count("The story of us") >= 1


def test_more_than_a_cover_can_hold_is_a_page_and_nothing_of_it_is_lost() -> None:
    document = story()
    title = page(document, "title").id
    one = spoken(document, title, "The story of us", by=TOM.id)
    two = spoken(one, title, "And of the cat", by=NAN.id)
    assert "The story of us" in read(two)
    assert "And of the cat" in read(two)
    captioned = made(one, caption(page(one, "title"), "Biscuit"))
    assert "Biscuit" in read(captioned)
    assert STORY is not None
    second = add_page(one, STORY, "title", by=WORKER)
    twice = spoken(made(one, [second]), second.item.id, "Another name", by=NAN.id)
    assert "The story of us" in read(twice)
    assert "Another name" in read(twice)


def test_a_copys_foot_says_which_it_is_and_when_it_was_made_and_never_whose() -> None:
    assert sheet(story(), for_name="Nan", made=DAY, number=12).made_for == "Copy 12. Made on Monday 4 May 2026."
    assert sheet(story(), for_name="", made=DAY).made_for == "Made on Monday 4 May 2026."


def test_a_books_cover_alone_says_for_whom_it_is() -> None:
    for_nan = sheet(story(), for_name="Nan", made=DAY, version=DAY)
    assert for_nan.cover is not None
    assert for_nan.cover.said.note.endswith("For Nan")
    assert [text for text in texts(for_nan) if "For Nan" in text] == [for_nan.cover.said.note]
    for_nobody = sheet(story(), for_name="", made=DAY, version=DAY)
    assert not [text for text in texts(for_nobody) if "For " in text]


def test_questions_and_what_was_said_to_them_are_printed_and_those_nobody_answered_are_not() -> None:
    sections = (
        Section(slug="good", block="words", title="What is good", question="What is good?"),
        Section(slug="empty", block="words", title="Never answered", question="?"),
        Section(slug="notes", block="words", title="Notes", for_whom=IN_NO_COPY, in_copies=False),
        Section(slug="later", block="a-newer-block", title="From the future"),
    )
    document = fold("plan", replace(WORDS_AND_PICTURES, sections=sections), story().edits)
    document = spoken(document, None, "Pancakes", by=NAN.id, section="good")
    document = spoken(document, None, "The street", by=WORKER, section="notes", for_whom=IN_NO_COPY)
    said = read(document)
    assert "What is good" in said
    assert "Nan says\nPancakes" in said
    assert "Never answered" not in said
    for section in ("The street", "Notes"):
        assert section not in read(document, WORKER)
    # A sheet made of the whole document leaves them out as well.
    assert "The street" not in "\n".join(texts(sheet(document, for_name="", made=DAY)))


def test_everything_is_told_in_order_private_things_too_with_who_said_it() -> None:
    document = story()
    worry = page(document, "worry").id
    document = drawn_on(spoken(document, worry, "Nan saw it.", by=NAN.id), worry, 2)
    document, mine = own_page(document, TOM.id)
    document = spoken(document, mine.item.id, "secret", by=TOM.id, section="mine", for_whom=ONLY_ME)
    document = spoken(document, None, "the street", by=WORKER, section="setup-leave-out", for_whom=IN_NO_COPY)
    told = [(t.section, t.item_type, t.who, t.words) for t in outline(document) if t.item_type != "page"]
    assert told == [
        ("story", "saying", "Nan", "Nan saw it."),
        ("story", "drawing", "Jo", "A drawing of 2 lines"),
        ("mine", "saying", "Tom", "secret"),
        ("setup-leave-out", "saying", "Jo", "the street"),
    ]
    reach = {t.words: t.for_whom for t in outline(document)}
    assert (reach["secret"], reach["the street"], reach["Nan saw it."]) == ("worker", "nobody", "everyone")


@pytest.mark.parametrize(
    ("person", "name"), [(WORKER, "The worker"), (CHILD, "The child"), ("gone", "Somebody"), (NAN.id, "Nan")]
)
def test_whoever_speaks_has_a_name(person: str, name: str) -> None:
    assert name_of(person, {NAN.id: NAN}) == name
    assert says(person, {NAN.id: NAN}) == f"{name} says"
    assert written_down_by(person, {NAN.id: NAN}) == f"Written down by {name}"


def test_words_of_nobody_yet_say_so() -> None:
    assert says(SOMEBODY, {}) == "Somebody says"


def test_a_name_that_runs_the_other_way_does_not_turn_the_sentence_round() -> None:
    hebrew = NAN._replace(name="סבתא")
    assert says(NAN.id, {NAN.id: hebrew}) == "\u2068סבתא\u2069 says"
