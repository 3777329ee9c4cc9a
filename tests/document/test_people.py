"""Fronts, people and sayings: what is odd reads as something harmless, and changes are no more than needed."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document import (
    PEOPLE,
    WORKER,
    Add,
    Change,
    Document,
    Item,
    NotAccepted,
    Person,
    Remove,
    Set,
    Value,
    name_person,
    people,
    seen_by,
    who_then,
)
from app.document.family_people import are_two, correct, leave, rename_from_now, say_age
from app.document.header import Header, begin, change_header, header, rename
from app.document.people import COLOURS, DRAWN, ROLES, SHAPES, choose_face, with_names
from app.document.saying import SOMEBODY, belongs_to, said_how, say, sayings
from app.ink.sticker_art import ORDER
from tests.document.making import NAN, TOM, edit, item, of, plan, then, values

DAY = date(2026, 5, 4)
Said: TypeAlias = Callable[[Document], tuple[Change, ...]]
NAN_HERSELF = Person(NAN, "Nan", "family", 2, "hexagon")


def test_a_front_says_what_it_was_begun_with() -> None:
    document = plan(edit(begin(title="Our story", family="fam", youngest=5)))
    assert header(document) == Header("Our story", "fam", 5)


def test_a_plan_without_a_front_has_an_empty_one_and_nothing_to_change() -> None:
    assert header(plan()) == Header("", "", None)
    assert change_header(plan(), title="x") == ()


def test_only_what_is_different_is_changed_in_a_front() -> None:
    document = plan(edit(begin(title="Our story", youngest=5)))
    (change,) = change_header(document, title="Our story", youngest=6)
    assert isinstance(change, Set)
    assert (change.field, change.value) == ("youngest", 6)


@pytest.mark.parametrize("title", ["", " ", "\u200b", "x" * 121])
def test_a_front_needs_a_title_that_can_be_seen_and_is_not_too_long(title: str) -> None:
    with pytest.raises(NotAccepted):
        begin(title=title)
    with pytest.raises(NotAccepted):
        change_header(plan(edit(begin(title="a"))), title=title)


@pytest.mark.parametrize(
    ("title", "reason"), [("", "empty"), (" \t ", "empty"), ("\u200b", "empty"), ("x" * 61, "too-long")]
)
def test_a_plan_gets_no_name_that_cannot_be_seen_or_that_no_tile_holds(title: str, reason: str) -> None:
    document = plan(edit(begin(title="Our story")))
    with pytest.raises(NotAccepted) as told:
        rename(document, title)
    assert told.value.reason == reason


def test_a_new_name_is_one_change_and_the_same_name_none() -> None:
    document = plan(edit(begin(title="Our story")))
    (change,) = rename(document, "  " + "x" * 60 + " ")
    assert isinstance(change, Set)
    assert change.value == "x" * 60
    assert rename(document, " Our story ") == ()


def test_a_date_of_the_front_can_be_set_and_emptied_and_is_else_refused() -> None:
    document = plan(edit(begin(title="Our story")))
    document = then(document, *(edit(c) for c in change_header(document, next="2026-12-03", binned="2026-11-22")))
    assert header(document) == Header("Our story", "", None, "2026-12-03", "2026-11-22")
    document = then(document, *(edit(c) for c in change_header(document, next=None, binned=None)))
    assert header(document) == Header("Our story", "", None)
    for fields in ({"next": "soon"}, {"binned": 3}, {"title": None}):
        with pytest.raises(NotAccepted):
            change_header(document, **fields)


@given(values)
def test_whatever_stands_where_a_date_should_a_front_can_be_read(value: str) -> None:
    document = plan(edit(begin(title="Our story")))
    (item_,) = document.items
    shown = header(then(document, edit(Set(item_, "next", value)), edit(Set(item_, "binned", value))))
    assert shown.next == shown.binned
    assert shown.next == "" or date.fromisoformat(shown.next)


def test_somebody_is_named_once_and_then_only_what_changed() -> None:
    document = then(plan(), *(edit(c) for c in name_person(plan(), NAN_HERSELF, position="a0")))
    assert people(document) == {NAN: NAN_HERSELF}
    assert name_person(document, NAN_HERSELF, position="a1") == ()
    renamed = NAN_HERSELF._replace(name="Granny", colour=0)
    changes = name_person(document, renamed, position="a1")
    assert {c.field for c in changes if isinstance(c, Set)} == {"name", "colour"}
    assert people(then(document, *(edit(c) for c in changes))) == {NAN: renamed}


def test_a_face_is_chosen_once_and_a_new_name_leaves_it() -> None:
    document = then(plan(), *(edit(c) for c in name_person(plan(), NAN_HERSELF, position="a0")))
    assert people(document)[NAN].face == ""
    document = then(document, *(edit(c) for c in choose_face(document, NAN, "cat")))
    assert people(document)[NAN].face == "cat"
    assert choose_face(document, NAN, "cat") == ()
    assert choose_face(document, TOM, "cat") == (), "nobody has named Tom"
    granny = NAN_HERSELF._replace(name="Granny")
    document = then(document, *(edit(c) for c in name_person(document, granny, position="a1")))
    assert people(document) == {NAN: granny._replace(face="cat")}
    document = then(document, *(edit(c) for c in choose_face(document, NAN, "")))
    assert people(document) == {NAN: granny}
    with pytest.raises(NotAccepted):
        choose_face(document, NAN, "x" * 41)


def test_a_face_that_somebody_drew_is_neither_their_letter_nor_a_sticker() -> None:
    document = then(plan(), *(edit(c) for c in name_person(plan(), NAN_HERSELF, position="a0")))
    drawn = then(document, *(edit(c) for c in choose_face(document, NAN, DRAWN)))
    assert people(drawn)[NAN].face == DRAWN
    assert people(drawn) != people(document)
    assert DRAWN not in ORDER
    again = then(drawn, *(edit(c) for c in choose_face(drawn, NAN, "")))
    assert people(again) == people(document)


@pytest.mark.parametrize("position", ["Zz", "a9"])
def test_a_plan_with_its_familys_names_keeps_its_own_and_names_the_others_too(position: str) -> None:
    plans = then(plan(), *(edit(c) for c in name_person(plan(), NAN_HERSELF, position="a0")))
    granny, tom = NAN_HERSELF._replace(name="Granny"), Person(TOM, "Tom", "child", 0, "circle")
    family = then(plan(), *(edit(c) for c in name_person(plan(), granny, position=position)))
    family = then(family, *(edit(c) for c in name_person(family, tom, position="a1")))
    both = with_names(plans, family)
    assert people(both) == {NAN: NAN_HERSELF, TOM: tom}
    assert len(both.items) == 2, "nobody is named twice"
    assert (both.id, both.kind, both.edits) == (plans.id, plans.kind, plans.edits)
    assert people(seen_by(both, TOM)) == {TOM: tom}
    assert people(with_names(plans, plan())) == people(plans)


def test_what_came_into_no_document_stands_under_the_names_of_today() -> None:
    document = then(plan(), *(edit(c) for c in name_person(plan(), NAN_HERSELF, position="a0")))
    document = then(document, edit(Add(item("said", by=NAN))))
    document = then(document, *(edit(c) for c in rename_from_now(document, NAN, "Granny")))
    now = people(document)
    assert who_then(document, "said", now)[NAN].name == "Nan"
    assert who_then(document, "not-yet-said", now) == now


@pytest.mark.parametrize(
    ("says", "unsays"),
    [
        (lambda d: say_age(d, NAN, 61, DAY), lambda d: say_age(d, NAN, None, DAY)),
        (lambda d: leave(d, NAN, "moved", DAY), lambda d: leave(d, NAN, "", DAY)),
    ],
    ids=["an age", "having left"],
)
def test_what_is_said_of_somebody_with_its_day_is_taken_back_with_its_day(says: Said, unsays: Said) -> None:
    document = then(plan(), *(edit(c) for c in name_person(plan(), NAN_HERSELF, position="a0")))
    said = then(document, *(edit(c) for c in says(document)))
    assert people(said) != people(document)
    assert says(said) == ()
    back = then(said, *(edit(c) for c in unsays(said)))
    assert [kept(i) for i in back.items.values()] == [kept(i) for i in document.items.values()]
    assert unsays(back) == ()


def test_of_somebody_whom_nobody_has_named_nothing_is_said_and_the_worker_never_leaves() -> None:
    jo = Person(WORKER, "Jo", "professional", 2, "square")
    document = then(plan(), *(edit(c) for c in name_person(plan(), jo, position="a0")))
    for changes in (
        say_age(document, NAN, 61, DAY),
        leave(document, NAN, "moved", DAY),
        leave(document, NAN, "", DAY),
        leave(document, WORKER, "moved", DAY),
        rename_from_now(document, NAN, "Granny"),
        correct(document, NAN, name="Granny"),
        are_two(document, NAN),
        choose_face(document, NAN, DRAWN),
    ):
        assert changes == ()


def kept(item: Item) -> dict[str, Value]:
    """What an item says of somebody, empty fields apart."""
    return {name: value for name, value in item.fields.items() if value is not None}


def test_where_two_tablets_named_one_person_the_first_in_order_counts() -> None:
    document = of(
        item("b", section=PEOPLE, item_type="person", position="a1", ref=NAN, name="Granny"),
        item("a", section=PEOPLE, item_type="person", position="a0", ref=NAN, name="Nan"),
    )
    assert [p.name for p in people(document).values()] == ["Nan"]


@given(st.dictionaries(st.sampled_from(["ref", "name", "role", "colour", "shape", "face"]), values))
def test_whatever_stands_in_a_person_they_can_be_shown(fields: dict[str, str]) -> None:
    (person,) = people(of(item("p", section=PEOPLE, item_type="person", **fields))).values()
    assert isinstance(person.name, str)
    assert person.role in ROLES
    assert person.shape in SHAPES
    assert 0 <= person.colour < COLOURS


def said(words: str = "hello", *, by: str = NAN, scribe: str = WORKER) -> tuple[object, ...]:
    return say(plan(), words, id="s", section="story", by=by, scribe=scribe)


def test_words_of_somebody_else_start_as_written_down_and_ones_own_as_own() -> None:
    (nans,) = sayings(then(plan(), *(edit(c) for c in said())), None)
    assert (nans.by, nans.own, nans.scribe) == (NAN, False, WORKER)
    (own,) = sayings(then(plan(), *(edit(c) for c in said(by=WORKER))), None)
    assert own.own


def test_sayings_stand_in_the_order_in_which_they_were_said() -> None:
    document = plan()
    for n in range(12):
        changes = say(document, f"{n}", id=f"s{n}", section="story", by=NAN)
        document = then(document, *(edit(c) for c in changes))
    assert [s.words for s in sayings(document, None, section="story")] == [f"{n}" for n in range(12)]


def test_the_same_words_again_are_no_change_and_other_words_are_one() -> None:
    document = then(plan(), *(edit(c) for c in said()))
    assert say(document, "hello", id="s", section="story", by=NAN) == ()
    assert say(document, "hi", id="s", section="story", by=NAN) == (Set("s", "words", "hi"),)
    assert say(document, "", id="s", section="story", by=NAN) == (Remove("s"),)


def test_one_touch_moves_a_saying_to_its_speaker_and_one_marks_it_as_own_words() -> None:
    document = then(plan(), *(edit(c) for c in said(by=SOMEBODY)))
    (saying,) = sayings(document, None)
    document = then(document, *(edit(c) for c in (*belongs_to(saying, TOM), *said_how(saying, own=True))))
    (saying,) = sayings(document, None)
    assert (saying.by, saying.own, saying.words) == (TOM, True, "hello")
    assert belongs_to(saying, TOM) == ()
    assert said_how(saying, own=True) == ()
