"""A storyboard as pages: those it starts with, and adding, moving, removing and bringing them over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blocks.storyboard.model import (
    PAGE,
    add_page,
    add_where_it_belongs,
    blank_page,
    caption,
    give_to,
    in_the_book,
    move_page,
    name_drawing,
    page_into,
    page_of,
    pages,
    remove_page,
    show_to,
    spoken_on,
)
from app.document import (
    CHILD,
    EVERYONE,
    ONLY_ME,
    WORKER,
    Document,
    ForWhom,
    Move,
    NotAccepted,
    UndoReach,
    fold,
    may,
    redo,
    seen_by,
    undo,
)
from app.document.saying import sayings
from app.ink.drawing import all_photos, marks, put, rub_out, strokes
from app.ink.photo import Photo
from plans.drawings import DRAWINGS
from plans.words_and_pictures import WORDS_AND_PICTURES
from tests.blocks.making import MINE, NAN, STORY, TOM, drawn_on, made, own_page, page, spoken, story
from tests.document.making import edit

HERE = UndoReach("tablet", "pad", "today", WORKER)


def kinds(document: Document, section: str = "story") -> list[str]:
    return [p.kind.slug if p.kind else "?" for p in pages(document, section)]


def order(document: Document) -> list[str]:
    return [p.id for p in pages(document, "story")]


def test_a_storyboard_for_a_child_of_five_starts_with_every_page_of_the_guide_that_is_not_optional() -> None:
    assert kinds(story(youngest=5)) == [
        "title", "family", "who", "worry", "happened", "not-your-fault", "doing", "talk-to", "next", "ending",
    ]  # fmt: skip


def test_a_storyboard_for_a_child_of_thirteen_starts_without_the_page_for_those_under_twelve() -> None:
    assert "not-your-fault" not in kinds(story(youngest=13))
    assert len(kinds(story(youngest=13))) == 9


@pytest.mark.parametrize(("youngest", "there"), [(11, True), (12, False), (None, True), (0, True)])
def test_it_is_not_your_fault_is_always_there_under_twelve_and_where_nobody_said_an_age(
    youngest: int | None, there: bool
) -> None:
    assert ("not-your-fault" in kinds(story(youngest=youngest))) == there


def test_the_childs_own_pages_come_only_when_the_child_wants_one() -> None:
    assert kinds(story(), "mine") == []


def test_a_page_is_added_behind_the_one_named_or_at_the_end() -> None:
    document = story()
    behind = add_page(document, STORY, "worry", by=WORKER, after=page(document, "worry").id)
    assert kinds(made(document, [behind]))[3:5] == ["worry", "worry"]
    last = add_page(document, STORY, "views", by=WORKER, after="gone")
    assert kinds(made(document, [last]))[-1] == "views"


def test_a_page_added_behind_two_at_one_place_stands_before_the_one_after_them() -> None:
    document = story()
    a, b = (add_page(document, STORY, "worry", by=WORKER, after=page(document, "worry").id) for _n in range(2))
    document = made(document, [a, b])
    first, second = order(document)[4:6]
    new = add_page(document, STORY, "views", by=WORKER, after=first)
    after = order(made(document, [new]))
    assert after.index(new.item.id) == after.index(second) + 1
    assert kinds(made(document, [new]))[7] == "happened"


def test_a_new_page_comes_where_somebody_would_look_for_it() -> None:
    document = story()

    def added(kind: str, at: str) -> list[str]:
        new = add_where_it_belongs(document, STORY, kind, by=WORKER, at=at)
        return kinds(made(document, [new]))

    worry, happened = page(document, "worry").id, page(document, "happened").id
    assert added("worry", worry)[3:6] == ["worry", "worry", "happened"], "behind the one in hand"
    assert added("worry", happened)[3:6] == ["worry", "happened", "worry"], "a worry stays with what happened then"
    assert added("happened", worry)[3:6] == ["worry", "happened", "happened"]
    for elsewhere in (page(document, "title").id, "no page", ""):
        assert added("worry", elsewhere)[3:5] == ["worry", "worry"], "behind the last of its kind"
        before = added("views", elsewhere)
        assert before[before.index("views") - 1] == "happened", "where the story has it"


def test_a_title_that_was_taken_away_comes_first_again() -> None:
    document = story()
    document = made(document, remove_page(page(document, "title").id))
    new = add_where_it_belongs(document, STORY, "title", by=WORKER, at=page(document, "ending").id)
    assert kinds(made(document, [new]))[0] == "title"


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(-1, 12)), min_size=1, max_size=6))
def test_pages_moved_anywhere_stand_as_a_list_would_have_them(moves: list[tuple[int, int]]) -> None:
    document = story()
    wanted = order(document)
    for which, to in moves:
        moving = wanted.pop(which)
        wanted.insert(max(0, min(to, len(wanted))), moving)
        document = made(document, move_page(document, moving, to))
        assert order(document) == wanted


@given(st.lists(st.sampled_from(["a0", "a1", "a2"]), min_size=2, max_size=6), st.data())
def test_pages_of_which_two_tablets_put_some_at_one_place_move_where_they_should(
    places: list[str], data: st.DataObject
) -> None:
    adds = [
        PAGE.add({"kind": "worry"}, section="story", by=WORKER, position=p, id=f"p{n}") for n, p in enumerate(places)
    ]
    document = fold("plan", WORDS_AND_PICTURES, [edit(a) for a in adds])
    for _n in range(3):
        wanted = order(document)
        moving = wanted.pop(data.draw(st.integers(0, len(wanted) - 1)))
        to = data.draw(st.integers(0, len(wanted)))
        wanted.insert(to, moving)
        document = made(document, move_page(document, moving, to))
        assert order(document) == wanted


def test_a_page_that_is_where_it_should_be_is_not_moved_and_one_move_is_one_change() -> None:
    document = story()
    ids = order(document)
    assert move_page(document, ids[3], 3) == ()
    assert move_page(document, "gone", 0) == ()
    (change,) = move_page(document, ids[3], 0)
    assert isinstance(change, Move)


def test_a_removed_page_comes_back_with_its_words_and_every_stroke() -> None:
    document = story()
    worry = page(document, "worry").id
    document = drawn_on(spoken(document, worry, "Nan is worried.", by=NAN.id), worry, 12)
    before = strokes(document, worry)
    gone = made(document, remove_page(worry))
    assert page_of(gone, worry) is None
    assert not strokes(gone, worry)
    taken_back = undo(gone, HERE)
    assert taken_back is not None
    back = made(gone, [taken_back])
    assert strokes(back, worry) == before
    assert [s.words for s in sayings(back, worry)] == ["Nan is worried."]
    again = redo(back, HERE)
    assert again is not None
    assert page_of(made(back, [again]), worry) is None


def test_a_cleared_drawing_leaves_the_words_and_one_undo_brings_it_back() -> None:
    document = story()
    worry = page(document, "worry").id
    document = drawn_on(spoken(document, worry, "words", by=NAN.id), worry, 7)
    cleared = made(document, rub_out(id for id, _stroke in strokes(document, worry)))
    assert not strokes(cleared, worry)
    assert sayings(cleared, worry)
    taken_back = undo(cleared, HERE)
    assert taken_back is not None
    assert strokes(made(cleared, [taken_back]), worry) == strokes(document, worry)


def test_a_drawing_finds_its_story_with_everything_on_it_and_stays_its_childs() -> None:
    drawings = fold("drawings", DRAWINGS, ())
    blank = blank_page("mine", by=CHILD)
    drawings = made(drawings, [blank], by=CHILD)
    drawings = drawn_on(drawings, blank.item.id, 9, by=CHILD, section="mine")
    drawings = spoken(drawings, blank.item.id, "this is me", by=NAN.id, section="mine")
    drawings = made(drawings, caption(page_of(drawings, blank.item.id), "me and Nan"), by=CHILD)  # type: ignore[arg-type]
    target = story()
    changes = page_into(drawings, blank.item.id, target, "mine", by=TOM.id)
    for change in changes:
        assert may(TOM.id, change, target)
        target = made(target, [change], by=TOM.id)
    (found,) = pages(target, "mine")
    assert (found.by, found.for_whom, found.caption) == (TOM.id, ONLY_ME, "me and Nan")
    assert [s for _id, s in strokes(target, found.id)] == [s for _id, s in strokes(drawings, blank.item.id)]
    assert {i.by for i in target.below(found.id)} == {TOM.id, NAN.id}
    assert [s.words for s in sayings(target, found.id)] == ["this is me"]
    assert not {i.id for i in target.below(found.id)} & set(drawings.items)
    assert {i.section for i in target.below(found.id)} == {"mine"}


def test_a_drawing_has_a_name_in_its_list_and_leaves_it_there_when_it_finds_its_story() -> None:
    drawings = made(fold("drawings", DRAWINGS, ()), [blank_page("mine", by=CHILD)], by=CHILD)
    (drawing,) = pages(drawings, "mine")
    (change,) = name_drawing(drawing, "  Biscuit ")
    assert may(CHILD, change, drawings)
    assert not may(WORKER, change, drawings), "a drawing is its child's to name"
    drawings = made(drawings, [change], by=CHILD)
    (drawing,) = pages(drawings, "mine")
    assert drawing.name == "Biscuit"
    assert name_drawing(drawing, "Biscuit") == ()
    target = made(story(), page_into(drawings, drawing.id, story(), "mine", by=TOM.id), by=TOM.id)
    assert [p.name for p in pages(target, "mine")] == [""]
    drawings = made(drawings, name_drawing(drawing, " "), by=CHILD)
    assert pages(drawings, "mine")[0].name == ""
    with pytest.raises(NotAccepted):
        name_drawing(drawing, "x" * 61)


def test_a_page_comes_behind_those_that_are_there_and_one_that_is_gone_brings_nothing() -> None:
    target, first = own_page(story(), TOM.id)
    source, moving = own_page(story(), CHILD)
    target = made(target, page_into(source, moving.item.id, target, "mine", by=TOM.id), by=TOM.id)
    assert pages(target, "mine")[0].id == first.item.id
    assert len(pages(target, "mine")) == 2
    assert page_into(source, "gone", target, "mine", by=TOM.id) == ()


def test_a_photo_in_a_drawing_finds_the_story_under_the_name_that_it_has_there() -> None:
    drawings = fold("drawings", DRAWINGS, ())
    blank = blank_page("mine", by=CHILD)
    drawings = made(drawings, [blank], by=CHILD)
    photo = Photo("a" * 64, 800, 600, 400, 300)
    drawings = made(drawings, [put(drawings, blank.item.id, photo, section="mine", by=CHILD)], by=CHILD)
    changes = page_into(drawings, blank.item.id, story(), "mine", by=TOM.id, blobs={"a" * 64: "b" * 64})
    target = made(story(), changes, by=TOM.id)
    assert all_photos(target) == {"b" * 64}
    (moved,) = pages(target, "mine")
    assert [mark for _id, mark in marks(target, moved.id)] == [photo._replace(blob="b" * 64)]


def test_a_childs_page_starts_as_only_theirs_and_what_is_put_on_it_follows_its_choice() -> None:
    document, new = own_page(story(), TOM.id)
    document = drawn_on(document, new.item.id, 3, by=TOM.id, section="mine")
    document = spoken(document, new.item.id, "mine alone", by=TOM.id, section="mine")
    assert new.item.for_whom == ONLY_ME
    assert new.item.id not in seen_by(document, NAN.id).items
    for whom, nan_sees in ((ForWhom("people", (NAN.id,)), True), (ONLY_ME, False), (EVERYONE, True)):
        found = page_of(document, new.item.id)
        assert found is not None
        document = made(document, show_to(found, whom), by=TOM.id)
        seen = seen_by(document, NAN.id)
        assert bool(strokes(seen, new.item.id)) == nan_sees
        assert bool(sayings(seen, new.item.id)) == nan_sees


def test_a_page_shown_or_given_as_it_is_already_is_no_change() -> None:
    document, new = own_page(story(), TOM.id)
    found = page_of(document, new.item.id)
    assert found is not None
    assert show_to(found, ONLY_ME) == ()
    assert give_to(found, TOM.id) == ()
    assert caption(found, "") == ()


def test_a_caption_is_cleaned_and_one_that_is_too_long_is_not_accepted() -> None:
    document = story()
    found = page(document, "title")
    document = made(document, caption(found, "me\tand\x00 Nan"))
    assert page(document, "title").caption == "me and Nan"
    with pytest.raises(NotAccepted):
        caption(found, "x" * 501)


def test_only_pages_with_something_on_them_are_in_the_book() -> None:
    document = story()
    worry, family, ending = (page(document, k).id for k in ("worry", "family", "ending"))
    document = drawn_on(spoken(document, worry, "words", by=NAN.id), family)
    document = made(document, caption(page(document, "ending"), "a rainbow"))
    assert [p.id for p in in_the_book(pages(document, "story"), document)] == [family, worry, ending]
    assert spoken_on(document, worry)
    assert not spoken_on(document, ending)


def test_a_page_of_a_kind_that_only_a_newer_version_knows_is_kept_and_has_no_kind() -> None:
    document = made(story(), [PAGE.add({"kind": "from-the-future"}, section="story", by=WORKER, position="zz")])
    assert pages(document, "story")[-1].kind is None


def test_what_is_no_page_is_not_taken_for_one() -> None:
    document = spoken(story(), None, "words", by=NAN.id)
    (saying,) = sayings(document, None, section="story")
    assert page_of(document, saying.id) is None
    assert page_of(document, "gone") is None
    assert MINE is not None
    assert add_page(document, MINE, "mine", by=TOM.id).item.for_whom == ONLY_ME
