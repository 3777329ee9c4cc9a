"""Who must agree to a story's words: in which order, each for themselves, and when the pictures open."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blocks.storyboard.agreeing import (
    agrees,
    agrees_not,
    all_agreed,
    choose,
    chosen,
    have_agreed,
    leave_out,
    open_for_drawing,
    still_to_ask,
    who_can,
    who_must,
)
from app.blocks.storyboard.method import AGREED, DRAW_FIRST, MOVE, moves, record
from app.document import IN_NO_COPY, WORKER, Document, Person, Section, may, people, seen_by
from app.document.family_people import leave
from app.document.people import LEFT
from app.document.saying import say
from app.export.outline import outline
from app.export.sheet import sheet
from tests.blocks.making import made, story

DAY = date(2026, 5, 4)
MUM = Person("mum", "Mum", "parent", 0, "circle")
DAD = Person("dad", "Dad", "parent", 1, "square")
AUNT = Person("aunt", "Aunt Jo", "carer", 2, "circle")
NAN = Person("nan", "Nan", "family", 3, "circle")
MIA = Person("mia", "Mia", "child", 4, "circle")
ALL = (MUM, DAD, AUNT, NAN, MIA)


def named(*who: Person) -> Document:
    """Return a new story that names these people."""
    return story(who=who)


def set_up(document: Document) -> Section:
    section = document.kind.section("setup-agree")
    assert section is not None
    return section


def chose(document: Document, *who: Person) -> Document:
    for person in who:
        document = made(document, choose(document, set_up(document), person.id))
    return document


def said_yes(document: Document, *who: Person) -> Document:
    for person in who:
        document = made(document, agrees(document, "story", person.id, day=DAY))
    return document


def test_each_parent_and_carer_of_the_plan_must_agree_where_nobody_was_chosen() -> None:
    document = named(MIA, DAD, NAN, MUM, AUNT)
    assert who_must(document, "story") == ("dad", "mum", "aunt")
    assert not open_for_drawing(said_yes(document, DAD, MUM), "story"), "one parent's touch agreed for both"
    assert open_for_drawing(said_yes(document, DAD, MUM, AUNT), "story")


@pytest.mark.parametrize("why", LEFT)
def test_who_has_left_is_asked_nothing_and_the_pictures_open_without_them(why: str) -> None:
    gone = DAD._replace(left=why)
    document = named(MUM, DAD)
    document = made(document, leave(document, "dad", why, DAY))
    assert who_must(document, "story") == ("mum",)
    assert open_for_drawing(said_yes(document, MUM), "story")
    assert who_must(chose(document, DAD, MUM), "story") == ("mum",)
    around = {p.id: p for p in (MUM, gone, NAN)}
    assert who_can(document, "story", around) == ("mum", "nan"), "the face of somebody who left is there to touch"


def test_who_was_chosen_is_asked_in_that_order_and_nobody_else_must() -> None:
    document = chose(named(*ALL), NAN, DAD)
    assert who_must(document, "story") == ("nan", "dad")
    assert still_to_ask(document, "story") == ("nan", "dad")
    assert still_to_ask(said_yes(document, DAD), "story") == ("nan",)
    assert open_for_drawing(said_yes(document, DAD, NAN), "story")
    without = made(document, leave_out(document, "setup-agree", "nan"))
    assert who_must(without, "story") == ("dad",)
    assert list(chosen(chose(document, NAN), "setup-agree")) == ["nan", "dad"], "somebody was chosen twice"


def test_a_child_never_agrees_and_is_never_chosen() -> None:
    document = named(MIA, DAD)
    assert agrees(document, "story", "mia", day=DAY) == ()
    assert choose(document, set_up(document), "mia") == ()
    assert "mia" not in who_can(document, "story", people(document))
    nobody_must = named(MIA)
    recorded = made(nobody_must, record(nobody_must, "story", AGREED, "mia", day=DAY))
    assert not open_for_drawing(recorded, "story"), "the worker's own record of a child opened them"


def test_where_nobody_must_one_grown_up_opens_them() -> None:
    document = named(NAN)
    assert who_must(document, "story") == ()
    assert not open_for_drawing(document, "story")
    assert open_for_drawing(said_yes(document, NAN), "story")


def test_somebody_who_takes_it_back_shuts_what_was_not_drawn_yet() -> None:
    document = said_yes(named(MUM, DAD), MUM, DAD)
    assert open_for_drawing(document, "story")
    document = made(document, agrees_not(document, "story", "mum"))
    assert not open_for_drawing(document, "story")
    assert have_agreed(document, "story") == {"dad"}
    assert agrees_not(document, "story", "mum") == ()


def test_a_plan_in_which_one_agreement_opened_the_pictures_stays_open() -> None:
    document = named(MUM, DAD)
    old = MOVE.add(
        {"stage": AGREED, "person": "mum", "day": DAY.isoformat()},
        section="method",
        by=WORKER,
        position="a0",
        for_whom=IN_NO_COPY,
    )
    document = made(document, (old,))
    assert open_for_drawing(document, "story")
    assert not all_agreed(document, "story")


def test_drawing_first_opens_them_whoever_agreed() -> None:
    document = named(MUM, DAD)
    assert open_for_drawing(made(document, record(document, "story", DRAW_FIRST, WORKER, day=DAY)), "story")


def test_old_words_on_the_set_up_sheet_are_still_told_with_who_was_chosen() -> None:
    document = named(MUM, DAD)
    document = made(
        document, say(document, "Dad, by video", id="note", section="setup-agree", by=WORKER, for_whom=IN_NO_COPY)
    )
    document = chose(document, DAD)
    told = [(line.who, line.words) for line in outline(document) if line.section == "setup-agree"]
    assert told[1][0] == "Dad"
    assert "Dad, by video" in [words for _who, words in told]


@pytest.mark.parametrize("person", [None, "mum", "dad", "mia", WORKER])
def test_who_must_agree_and_who_has_is_in_nobodys_copy(person: str | None) -> None:
    document = said_yes(chose(named(*ALL), DAD, MUM), MUM)
    seen = seen_by(document, person)
    assert not [i for i in seen.items.values() if i.section in ("setup-agree", "method")]
    assert not sheet(seen, for_name="", made=DAY).parts


def test_only_the_worker_writes_on_these_papers() -> None:
    document = named(*ALL)
    changes = (*choose(document, set_up(document), "dad"), *agrees(document, "story", "dad", day=DAY))
    assert [may(WORKER, change, document) for change in changes] == [True, True]
    assert not any(may(actor, change, document) for change in changes for actor in ("dad", "mum", "mia"))


@given(st.lists(st.sampled_from(ALL), unique=True), st.lists(st.sampled_from(ALL), max_size=8))
def test_the_pictures_open_exactly_when_all_who_must_have_agreed_each_for_themselves(
    must: list[Person], say: list[Person]
) -> None:
    document = said_yes(chose(named(*ALL), *must), *say)
    needed = {p.id for p in must if p.role != "child"} or {"mum", "dad", "aunt"}
    agreed = {p.id for p in say if p.role != "child"}
    assert have_agreed(document, "story") == agreed
    assert open_for_drawing(document, "story") == (needed <= agreed)
    assert len(moves(document, "story")) == len(agreed)


@given(st.lists(st.sampled_from(ALL[:4]), unique=True))
def test_whose_faces_are_there_tells_nothing_of_who_agreed(say: list[Person]) -> None:
    document = chose(named(*ALL), NAN, MUM)
    before = who_can(document, "story", people(document))
    assert before == ("nan", "mum", "dad", "aunt")
    assert who_can(said_yes(document, *say), "story", people(document)) == before
