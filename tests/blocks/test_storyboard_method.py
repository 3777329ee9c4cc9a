"""The method: who took part and when, when the pictures open, and which drawings no longer fit their words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blocks.storyboard.agreeing import open_for_drawing
from app.blocks.storyboard.method import (
    AGREED,
    DRAW_FIRST,
    OFFICE,
    MethodMove,
    changed_pages,
    in_the_office,
    moves,
    record,
    still_fits,
    take_away,
    what_changed,
    words_changed,
)
from app.blocks.storyboard.model import caption, pages, remove_page, show_to
from app.document import (
    IN_NO_COPY,
    ONLY_ME,
    WORKER,
    Add,
    Document,
    NotAccepted,
    Remove,
    UndoReach,
    fold,
    may,
    redo,
    seen_by,
    undo,
)
from app.document.saying import belongs_to, said_how, say, sayings
from app.export.outline import outline
from app.export.sheet import sheet
from app.ink.drawing import marks, rub_out
from plans.words_and_pictures import DRAWING_FIRST, STAGES
from tests.blocks.making import DAD, NAN, TOM, drawn_on, made, own_page, page, spoken, story

DAY = date(2026, 5, 4)
HERE = UndoReach("tablet", "pad", "today", WORKER)


def recorded(document: Document, stage: str, person: str = DAD.id, *, day: date = DAY) -> Document:
    return made(document, record(document, "story", stage, person, day=day))


def reworded(document: Document, kind: str, words: str, *, n: int = 0) -> Document:
    there = page(document, kind)
    saying = sayings(document, there.id)[n]
    return made(document, say(document, words, id=saying.id, section="story", by=saying.by, parent=there.id))


def drawn_family() -> Document:
    """A story whose page about the family has words and then a drawing."""
    document = story()
    document = spoken(document, page(document, "family").id, "We have a dog.", by=NAN.id)
    return drawn_on(document, page(document, "family").id, 3, by=TOM.id)


def marked(document: Document) -> list[str]:
    return [p.kind.slug for p in pages(document, "story") if p.kind and p.id in changed_pages(document, "story")]


# Who took part.


def test_every_person_who_takes_part_is_recorded_alone_and_nobody_replaces_another() -> None:
    document = recorded(recorded(story(), AGREED, DAD.id), AGREED, NAN.id, day=date(2026, 5, 6))
    told = [(m.stage, m.person, m.day) for m in moves(document, "story")]
    assert told == [(AGREED, DAD.id, DAY), (AGREED, NAN.id, date(2026, 5, 6))]


def test_the_same_thing_is_recorded_once_and_on_another_day_again() -> None:
    document = recorded(story(), AGREED)
    assert record(document, "story", AGREED, DAD.id, day=DAY) == ()
    assert len(moves(recorded(document, AGREED, day=date(2026, 6, 1)), "story")) == 2


def test_what_was_recorded_by_mistake_is_taken_away_alone() -> None:
    document = recorded(recorded(story(), AGREED, DAD.id), AGREED, NAN.id)
    document = made(document, take_away(moves(document, "story")[0]))
    assert [m.person for m in moves(document, "story")] == [NAN.id]


def test_the_record_is_the_workers_paper_in_nobodys_copy_and_nobody_else_writes_in_it() -> None:
    document = recorded(story(), AGREED)
    (change,) = record(document, "story", AGREED, NAN.id, day=DAY)
    assert isinstance(change, Add)
    assert change.item.for_whom == IN_NO_COPY
    assert may(WORKER, change, document)
    assert not may(DAD.id, change, document)
    (move,) = moves(document, "story")
    assert may(WORKER, Remove(move.id), document)
    assert not may(DAD.id, Remove(move.id), document)
    for person in (None, WORKER, DAD.id):
        assert move.id not in seen_by(document, person).items
        told = repr(sheet(seen_by(document, person), for_name="", made=DAY))
        assert "agreed" not in told


def test_show_tells_every_move_and_when() -> None:
    told = [line for line in outline(recorded(story(), AGREED)) if line.section == "method"]
    assert [(t.item_type, t.who, t.words, t.note, t.for_whom) for t in told] == [
        ("page", "", "How far we are", "", "nobody"),
        ("move", "Dadster", "The words are agreed", "Monday 4 May 2026", "nobody"),
    ]
    assert not [line for line in outline(story()) if line.section == "method"]


def test_a_move_that_a_newer_version_made_is_read_and_one_without_a_day_too() -> None:
    (change,) = record(story(), "story", "from-the-future", DAD.id, day=DAY)
    assert isinstance(change, Add)
    odd = change._replace(item=change.item._replace(fields={"stage": "from-the-future", "day": "soon", "person": "p"}))
    document = made(story(), [odd])
    assert moves(document, "story") == (MethodMove(change.item.id, "from-the-future", "p", None),)
    assert "from-the-future" in [line.words for line in outline(document)]


def test_what_is_no_person_or_no_stage_is_not_recorded() -> None:
    for stage, person in (("", DAD.id), (AGREED, ""), ("x" * 50, DAD.id)):
        with pytest.raises(NotAccepted):
            record(story(), "story", stage, person, day=DAY)


def test_where_no_method_is_kept_nothing_is_recorded_or_shut() -> None:
    assert record(story(), "mine", AGREED, DAD.id, day=DAY) == ()
    assert moves(story(), "mine") == ()
    assert open_for_drawing(story(), "mine")
    assert open_for_drawing(story(), "no such section")


# When the pictures open.


def test_the_pictures_of_a_new_story_wait_for_the_words() -> None:
    assert not open_for_drawing(story(), "story")


@pytest.mark.parametrize("stage", [s.slug for s in (*STAGES, DRAWING_FIRST)])
def test_only_agreed_words_or_drawing_first_open_the_pictures(stage: str) -> None:
    assert open_for_drawing(recorded(story(), stage), "story") == (stage in (AGREED, DRAW_FIRST))


def test_taking_the_agreement_away_shuts_what_was_not_drawn_yet() -> None:
    document = recorded(story(), AGREED)
    assert not open_for_drawing(made(document, take_away(moves(document, "story")[0])), "story")


def test_a_story_in_which_something_is_drawn_is_never_shut() -> None:
    document = story()
    document = drawn_on(document, page(document, "worry").id)
    assert open_for_drawing(document, "story")


def test_a_drawing_on_a_page_of_the_childs_own_does_not_open_the_story() -> None:
    document, add = own_page(story(), TOM.id)
    document = drawn_on(document, add.item.id, by=TOM.id, section="mine")
    assert not open_for_drawing(document, "story")


# A draft from the office.


def drafted(document: Document, words: str, *, id: str = "draft") -> Document:
    family = page(document, "family").id
    office = in_the_office(document, "story")
    changes = say(document, words, id=id, section="story", by=WORKER, parent=family, office=office)
    return made(document, changes)


def drafts(document: Document) -> list[bool]:
    return [s.office for s in sayings(document, page(document, "family").id)]


def test_words_are_a_draft_from_when_one_is_begun_in_the_office_until_somebody_sits_over_it() -> None:
    document = story()
    assert not in_the_office(document, "story")
    for stage, there in ((OFFICE, True), (DRAW_FIRST, True), ("words-with-one", False), (OFFICE, False)):
        document = recorded(document, stage)
        assert in_the_office(document, "story") == there


def test_a_draft_is_one_until_it_is_kept_or_changed_in_the_room_and_not_because_people_met() -> None:
    draft = drafted(recorded(story(), OFFICE), "We have a dog.")
    assert drafts(draft) == [True]
    assert drafts(drafted(draft, "We have two dogs.")) == [True], "still in the office"
    met = recorded(draft, "words-with-one")
    assert drafts(met) == [True]
    assert drafts(drafted(met, "We have a cat.")) == [False]
    (saying,) = sayings(met, page(met, "family").id)
    kept = made(met, said_how(saying, own=True))
    assert drafts(kept) == [False]
    assert sayings(kept, page(kept, "family").id)[0].own


def test_a_draft_is_told_as_one_on_paper_and_by_show() -> None:
    draft = drafted(recorded(story(), OFFICE), "We have a dog.")
    assert "A draft from the office" in [line.note for line in outline(draft)]
    assert "A draft from the office" in repr(sheet(seen_by(draft, None), for_name="", made=DAY))
    kept = drafted(recorded(draft, "words-with-one"), "We have a cat.")
    assert "A draft from the office" not in repr(sheet(seen_by(kept, None), for_name="", made=DAY))


# Words that changed after the drawing.


def test_a_drawing_made_for_its_words_fits() -> None:
    assert marked(drawn_family()) == []


def test_words_that_change_after_the_drawing_mark_that_page_and_no_other() -> None:
    document = drawn_family()
    document = drawn_on(document, page(document, "ending").id)
    document = reworded(document, "family", "We have a cat.")
    assert marked(document) == ["family"]
    assert words_changed(document, page(document, "family"))
    assert not words_changed(document, page(document, "ending"))


def test_words_that_are_said_or_taken_away_after_the_drawing_mark_it_too() -> None:
    document = drawn_family()
    family = page(document, "family").id
    assert marked(spoken(document, family, "And a cat.", by=NAN.id)) == ["family"]
    assert marked(made(document, [Remove(sayings(document, family)[0].id)])) == ["family"]


def test_what_is_no_change_of_words_marks_nothing() -> None:
    document = drawn_family()
    family = page(document, "family")
    (saying,) = sayings(document, family.id)
    for changes in (
        caption(family, "This is me and Nan"),
        belongs_to(saying, DAD.id),
        said_how(saying, own=not saying.own),
        show_to(family, ONLY_ME),
    ):
        assert changes
        assert marked(made(document, changes)) == []


def test_a_page_without_a_drawing_is_never_marked_nor_one_whose_drawing_was_cleared() -> None:
    document = story()
    document = spoken(document, page(document, "family").id, "We have a dog.", by=NAN.id)
    assert marked(reworded(document, "family", "We have a cat.")) == []
    changed = reworded(drawn_family(), "family", "We have a cat.")
    cleared = made(changed, rub_out(id for id, _mark in marks(changed, page(changed, "family").id)))
    assert marked(cleared) == []
    assert not words_changed(cleared, page(cleared, "family"))


def test_drawing_more_after_the_words_changed_makes_the_drawing_fit() -> None:
    document = reworded(drawn_family(), "family", "We have a cat.")
    assert marked(drawn_on(document, page(document, "family").id, by=TOM.id)) == []


def test_undo_takes_the_mark_away_and_redo_brings_it_back() -> None:
    document = reworded(drawn_family(), "family", "We have a cat.")
    back = undo(document, HERE)
    assert back is not None
    document = made(document, [back])
    assert marked(document) == []
    again = redo(document, HERE)
    assert again is not None
    assert marked(made(document, [again])) == ["family"]


def test_words_written_back_as_they_were_are_no_change() -> None:
    document = reworded(drawn_family(), "family", "We have a cat.")
    assert marked(reworded(document, "family", "We have a dog.")) == []


def test_it_still_fits_until_the_words_change_once_more() -> None:
    document = reworded(drawn_family(), "family", "We have a cat.")
    document = made(document, still_fits(document, page(document, "family")), by=NAN.id)
    assert marked(document) == []
    assert still_fits(document, page(document, "family")) == ()
    assert marked(reworded(document, "family", "We have a fish.")) == ["family"]
    assert marked(spoken(document, page(document, "family").id, "And Biscuit.", by=DAD.id)) == ["family"]


def test_what_is_kept_of_the_words_that_fit_is_none_of_the_words() -> None:
    document = reworded(drawn_family(), "family", "We have a cat.")
    told = repr(still_fits(document, page(document, "family")))
    assert "cat" not in told


def test_a_page_of_the_childs_own_is_never_marked() -> None:
    document, add = own_page(story(), TOM.id)
    document = spoken(document, add.item.id, "Mine", by=TOM.id, section="mine")
    document = drawn_on(document, add.item.id, by=TOM.id, section="mine")
    document = spoken(document, add.item.id, "And more", by=TOM.id, section="mine")
    assert changed_pages(document, "mine") == frozenset()


@given(st.lists(st.sampled_from(["draw", "dog", "cat", "fits", "caption"]), max_size=12))
def test_a_page_is_marked_just_when_its_words_are_others_than_those_drawn_or_said_to_fit(does: list[str]) -> None:
    document = story(who=())
    family = page(document, "family").id
    document = spoken(document, family, "Dog", by=NAN.id)
    fitting: list[str | None] = [None, None]  # the words drawn for, and those said to fit
    words = "Dog"
    for act in does:
        if act == "draw":
            document = drawn_on(document, family)
            fitting[0] = words
        elif act in ("dog", "cat"):
            words = act.title()
            document = reworded(document, "family", words)
        elif act == "fits":
            document = made(document, still_fits(document, page(document, "family")))
            fitting[1] = words
        else:
            document = made(document, caption(page(document, "family"), f"Caption {len(document.edits)}"))
        assert (marked(document) == ["family"]) == (fitting[0] is not None and words not in fitting)
        # The same edits in one go, as from the disk, say the same.
        assert marked(fold(document.id, document.kind, document.edits)) == marked(document)


# What changed since a move.


def test_what_changed_since_a_move_names_the_pages_in_their_order_and_no_words() -> None:
    document = recorded(drawn_family(), AGREED)
    (move,) = moves(document, "story")
    assert what_changed(document, "story", move) == ()
    document = spoken(document, page(document, "ending").id, "We hope for pancakes.", by=NAN.id)
    document = reworded(document, "family", "We have a cat.")
    assert what_changed(document, "story", move) == ("Our family", "The end, for now")


def test_what_was_changed_before_a_move_is_not_told_after_it() -> None:
    document = reworded(drawn_family(), "family", "We have a cat.")
    document = recorded(document, AGREED)
    assert what_changed(document, "story", moves(document, "story")[0]) == ()


def test_what_changed_never_names_a_page_that_not_everyone_may_see_or_that_is_gone() -> None:
    document = recorded(drawn_family(), AGREED)
    (move,) = moves(document, "story")
    document = reworded(document, "family", "We have a cat.")
    shut = made(document, show_to(page(document, "family"), ONLY_ME))
    assert what_changed(shut, "story", move) == ()
    gone = made(document, remove_page(page(document, "family").id))
    assert what_changed(gone, "story", move) == ("A page that was taken away",)
    mine, add = own_page(document, TOM.id)
    mine = spoken(mine, add.item.id, "Mine", by=TOM.id, section="mine")
    assert what_changed(mine, "story", move) == ("Our family",)


def test_a_move_that_is_not_there_any_more_has_nothing_to_tell() -> None:
    document = recorded(drawn_family(), AGREED)
    (move,) = moves(document, "story")
    document = reworded(made(document, take_away(move)), "family", "We have a cat.")
    assert what_changed(seen_by(document, None), "story", move) == ()
