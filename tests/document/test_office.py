"""What the office tells of all families: what is due, what is out, what has rested; and nothing of what is closed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document import (
    AUDIENCE,
    EVERYONE,
    ONLY_ME,
    WORKER,
    Change,
    Document,
    ForWhom,
    Remove,
    Restore,
    Set,
    Void,
    fold,
    may,
    new_id,
)
from app.document.answer import alone_scope, answer
from app.document.copies_due import made_for, promise_copy
from app.document.copy_log import record_copy
from app.document.copy_rules import OFFICE, Holding, decide
from app.document.duplicate import duplicate
from app.document.header import begin, change_header, header, header_item
from app.document.office import RESTED, Looked, at_office, find, look, plans_of, rests
from app.document.ownership import name_holder, switch
from app.store.summaries import summary_of
from plans.drawings import DRAWINGS
from plans.family import FAMILY
from plans.good_lives import GOOD_LIVES
from plans.safety_plan import SAFETY_PLAN
from plans.words_and_pictures import WORDS_AND_PICTURES
from tests.blocks.plan_making import DAD, JO, NAN, SAM, after, on, plan, says
from tests.document.making import documents, edit
from tests.plans.test_safety_plan import row

TODAY = date(2026, 8, 31)
THEN = date(2026, 5, 4)
LATER = date(2026, 6, 1)
KINDS = {"families": FAMILY.slug, "apart": (DRAWINGS.slug,)}
ONLY_NAN = ForWhom("people", (NAN.id,))


def day(n: int) -> date:
    return TODAY + timedelta(days=n)


# What is told of one plan


def test_next_dates_come_soonest_first_so_that_what_is_over_stands_on_top() -> None:
    looked = [Looked(f"p{n}", "k", "f", f"Plan {n}", next=day(n)) for n in (7, -3, 0)]
    looked += [Looked("none", "k", "f", "No day")]
    assert [one.id for one in at_office(looked, today=TODAY, **KINDS).dates] == ["p-3", "p0", "p7"]


def test_the_workers_open_promises_are_told_whoever_may_read_them_and_nobody_elses() -> None:
    document = row(plan(kind=SAFETY_PLAN), "promises", "bed", who=JO.id, what="Bring a bed", until="2026-05-08")
    document = row(document, "promises", "ring", who=NAN.id, what="Ring on Sundays")
    document = row(document, "promises", "refuge", who=JO.id, what="Ring the refuge", whom=NAN.id)
    document = after(document, [Set("refuge", AUDIENCE, ONLY_ME)])
    found = look(document).promises
    assert [(m.promised.what, m.whom, m.day, m.section) for m in found] == [
        ("Bring a bed", "", date(2026, 5, 8), "promises"),
        ("Ring the refuge", NAN.name, None, "promises"),
    ]


@pytest.mark.parametrize("kind", [SAFETY_PLAN, WORDS_AND_PICTURES], ids=lambda k: k.slug)
@pytest.mark.parametrize("for_whom", [EVERYONE, ONLY_NAN])
def test_a_copy_to_bring_is_told_apart_from_promises_until_it_is_made(kind: object, for_whom: ForWhom) -> None:
    begun = plan(kind=kind)  # type: ignore[arg-type]
    document = after(begun, promise_copy(begun, whom=NAN.id, until=LATER, what="Bring a copy", for_whom=for_whom))
    told = look(document)
    assert told.promises == ()
    (bring,) = told.to_bring
    assert (bring.promised.whom, bring.whom, bring.day) == (NAN.id, NAN.name, LATER)
    assert look(after(document, made_for(document, NAN.id, LATER))).to_bring == ()


def test_a_plan_has_rested_when_nobody_worked_on_it_for_ninety_days_and_an_answer_given_alone_is_no_work() -> None:
    document = says(plan(kind=WORDS_AND_PICTURES, day=THEN), "We like it", by=NAN.id, day=LATER, section="story")
    told = look(document)
    assert told.worked == LATER
    assert not rests(told, LATER + timedelta(days=RESTED - 1))
    assert rests(told, LATER + timedelta(days=RESTED))
    about = next(i.id for i in document.items.values() if i.section == "story")
    changes = answer(document, new_id(), about=about, by=NAN.id, of="", words="I am afraid")
    alone = fold(
        document.id,
        document.kind,
        [
            *document.edits,
            *(edit(c, by=NAN.id, undo_scope=alone_scope(about))._replace(at=1_790_000_000_000) for c in changes),
        ],
    )
    assert look(alone).worked == LATER
    assert summary_of(alone).changed == summary_of(document).changed


# Copies that are out


def copied(document: Document, whom: str, *, paper: str = "whole", on_day: date = THEN) -> Document:
    return on(document, on_day, record_copy(document, whom=whom, paper=paper, day=on_day))


def newer(document: Document) -> list[bool]:
    return [copy.newer for copy in look(document).out]


def begun() -> Document:
    return says(plan(kind=SAFETY_PLAN, day=THEN), "We eat together", by=NAN.id, day=THEN, section="going-well", id="s")


def test_a_copy_says_whose_it_is_on_which_paper_and_of_which_version() -> None:
    document = copied(says(begun(), "We sing", by=NAN.id, day=LATER, section="going-well"), NAN.id, on_day=TODAY)
    (copy,) = look(document).out
    assert (copy.whom, copy.copied.paper, copy.copied.day, copy.version) == (NAN.name, "whole", TODAY, LATER)
    assert copy.paper == SAFETY_PLAN.paper("whole").name
    assert not copy.newer


ONLY_SAM = ForWhom("people", (SAM.id,))


@pytest.mark.parametrize(
    ("whom", "sees_it"), [(NAN.id, True), (SAM.id, True), (OFFICE, True), (DAD.id, False), ("", False)]
)
def test_a_copy_tells_of_its_version_and_of_a_newer_one_by_what_its_own_reader_may_see(
    whom: str, sees_it: bool
) -> None:
    def version(document: Document) -> date | None:
        (copy,) = look(copied(document, whom, on_day=TODAY)).out
        return copy.version

    document = says(begun(), "Dad is loud", by=NAN.id, day=LATER, section="going-well", id="loud", whom=ONLY_SAM)
    assert version(document) == (LATER if sees_it else THEN)
    gone = on(document, TODAY, [Remove("loud")], by=NAN.id)
    assert version(gone) == (TODAY if sees_it else THEN), "that it was taken away is told to those who knew it"
    changed = on(copied(document, whom), TODAY, [Set("loud", "words", "Dad is louder")], by=NAN.id)
    assert newer(changed) == [sees_it]


@pytest.mark.parametrize(
    "change",
    [
        [Set("s", "words", "We eat at six")],
        [Remove("s")],
        [Set("s", AUDIENCE, ONLY_ME)],
    ],
    ids=["other words", "taken out", "for fewer people"],
)
def test_a_copy_is_of_an_older_version_once_what_its_reader_may_see_has_changed(change: Sequence[Change]) -> None:
    document = copied(begun(), DAD.id)
    assert newer(document) == [False]
    assert newer(on(document, LATER, change, by=NAN.id)) == [True]
    assert newer(copied(on(document, LATER, change, by=NAN.id), DAD.id, on_day=LATER)) == [False, True]


def test_a_copy_is_no_older_for_what_its_reader_may_not_see_or_what_stands_on_no_paper_of_it() -> None:
    document = copied(copied(begun(), DAD.id), DAD.id, paper="fridge")
    secret = says(document, "Dad is loud", by=NAN.id, day=LATER, section="going-well", whom=ONLY_NAN)
    assert newer(secret) == [False, False]
    assert newer(copied(secret, NAN.id)) == [False, False, False]
    assert newer(on(document, LATER, change_header(document, binned="2026-06-01", stage=1))) == [False, False]
    said = says(document, "We sing", by=NAN.id, day=LATER, section="going-well")
    assert newer(said) == [paper == "whole" for paper in (c.copied.paper for c in look(said).out)]
    other = on(document, LATER, promise_copy(document, whom=NAN.id, until=TODAY, what="Copy", for_whom=ONLY_NAN))
    assert newer(other) == [False, False]


@pytest.mark.parametrize(
    ("front", "older"),
    [
        ({"title": "Our other plan"}, True),
        ({"next": "2026-06-02"}, True),
        ({"binned": "2026-06-01"}, False),
        ({"closed": "2026-06-01"}, False),
        ({"family": "the-badgers"}, False),
        ({"stage": 1}, False),
        ({"youngest": 9}, False),
    ],
    ids=str,
)
def test_a_copy_is_older_for_what_stands_of_its_front_on_paper_and_for_nothing_else_of_it(
    front: dict[str, str | int], older: bool
) -> None:
    document = copied(begun(), DAD.id)
    assert newer(on(document, LATER, change_header(document, **front))) == [older]


def test_what_was_undone_after_a_copy_makes_it_older_and_what_was_done_and_undone_does_not() -> None:
    document = copied(begun(), DAD.id)
    said = next(e.id for e in document.edits if getattr(e.change, "item", None) and e.change.item.id == "s")  # type: ignore[union-attr]
    assert newer(on(document, LATER, [Void((said,))], by=NAN.id)) == [True]
    assert newer(on(document, LATER, [Void((said,)), Restore((said,))], by=NAN.id)) == [False]
    again = on(document, LATER, [Set("s", "words", "We eat at six")], by=NAN.id)
    back = on(again, LATER, [Void((again.edits[-1].id,))], by=NAN.id)
    assert (newer(again), newer(back)) == ([True], [False])


def test_what_a_young_person_has_made_private_since_makes_the_copy_older() -> None:
    held = plan(kind=GOOD_LIVES, day=THEN)
    held = on(held, THEN, name_holder(held, NAN.id))
    document = copied(held, DAD.id)
    section = next(s.slug for s in GOOD_LIVES.sections if s.in_copies and not s.private)
    said = says(held, "Mine", by=NAN.id, day=THEN, section=section)
    document = copied(said, DAD.id)
    assert newer(on(document, LATER, switch(document, section, to_private=True), by=NAN.id)) == [True]


@given(documents)
def test_every_document_can_be_looked_at(document: Document) -> None:
    told = look(document)
    assert told.id == document.id
    assert at_office([told], today=TODAY, **KINDS).families == ()
    assert find([told], "a", **KINDS) is not None


# All of them


def family(id: str, name: str, *, closed: date | None = None, names: tuple[tuple[str, str], ...] = ()) -> Looked:
    return Looked(id, FAMILY.slug, "", name, closed=closed, names=names)


_days = st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1))
_looked = st.builds(
    Looked,
    st.uuids().map(str),
    st.sampled_from(["", "story", DRAWINGS.slug]),
    st.sampled_from(["open", "shut", "", "nowhere"]),
    st.text(max_size=3),
    _days,
    _days,
    binned=st.booleans(),
    whole=st.booleans(),
)


@given(st.lists(_looked, max_size=8))
def test_nothing_of_a_closed_family_and_nothing_in_the_bin_is_told(looked: list[Looked]) -> None:
    promise = look(row(plan(kind=SAFETY_PLAN), "promises", "bed", who=JO.id, what="Bring a bed")).promises
    there = [replace(one, promises=promise, to_bring=promise) for one in looked]
    office = at_office(
        [*there, family("open", "The Otters"), family("shut", "The Badgers", closed=THEN)], today=TODAY, **KINDS
    )
    told = [*office.plans, *office.dates, *office.rested, *office.damaged]
    told += [one for one, _line in (*office.promises, *office.to_bring)]
    assert not [one for one in told if one.binned or one.family == "shut"]
    assert [one.id for one in office.families] == ["open"]
    assert [one.id for one in office.closed] == ["shut"]
    kept = [one for one in there if not one.binned and one.family != "shut" and one.kind == "story"]
    assert {one.id for one in office.plans} == {one.id for one in kept}
    assert [one.next for one in office.dates] == sorted(one.next for one in kept if one.next)
    assert len(office.promises) == len(kept)
    assert {one.id for one in office.damaged} == {
        one.id for one in there if not one.whole and not one.binned and one.family != "shut"
    }


def test_promises_with_a_day_come_first_and_copies_of_an_older_version_do() -> None:
    document = row(plan(kind=SAFETY_PLAN), "promises", "some-day", who=JO.id, what="A bed")
    document = row(document, "promises", "late", who=JO.id, what="A lamp", until="2026-09-08")
    document = row(document, "promises", "soon", who=JO.id, what="A chair", until="2026-05-08")
    document = copied(document, DAD.id)
    document = copied(says(document, "We sing", by=NAN.id, day=LATER, section="going-well"), NAN.id, on_day=LATER)
    office = at_office([look(document)], today=TODAY, **KINDS)
    assert [m.promised.item for _plan, m in office.promises] == ["soon", "late", "some-day"]
    assert [(c.copied.whom, c.newer) for _plan, c in office.out] == [(DAD.id, True), (NAN.id, False)]


def test_of_copies_of_one_version_the_newest_comes_first() -> None:
    document = begun()
    for whom, day_ in ((DAD.id, THEN), (NAN.id, TODAY), (SAM.id, LATER)):
        document = copied(document, whom, on_day=day_)
    office = at_office([look(document)], today=TODAY, **KINDS)
    assert [c.copied.whom for _plan, c in office.out] == [NAN.id, SAM.id, DAD.id]


# Looking for somebody


def found(looked: Sequence[Looked], sought: str) -> list[tuple[str, str, str]]:
    return [(f.what, f.at.id, f.words) for f in find(looked, sought, **KINDS)]


def test_families_people_and_plans_are_found_and_whoever_their_family_names_is_found_once() -> None:
    otters = family("f", "The Otters", names=(("nan", "Zoë"),))
    plans = [
        Looked("p", "story", "f", "Zoo book", names=(("nan", "Zoë"), ("bell", "Mr Zola"))),
        Looked("q", "story", "f", "Our plan", names=(("nan", "Zoë Nan"),)),
        Looked("d", DRAWINGS.slug, "f", "Zoo drawings"),
        Looked("b", "story", "f", "Zoo in the bin", binned=True),
    ]
    assert found([otters, *plans], "zo") == [
        ("person", "f", "Zoë"),
        ("person", "p", "Mr Zola"),
        ("person", "q", "Zoë Nan"),
        ("plan", "p", "Zoo book"),
    ]
    assert found([otters, *plans], "otter") == [("family", "f", "The Otters")]
    assert found([otters, *plans], "") == []


def test_the_worker_whom_every_plan_names_is_found_nowhere() -> None:
    document = plan(kind=SAFETY_PLAN)
    assert JO.name in {p for p in (i.fields.get("name") for i in document.items.values()) if p}
    assert found([look(document)], JO.name) == []
    assert found([look(document)], NAN.name) == [("person", document.id, NAN.name)]


def test_a_familys_plans_are_those_that_are_its_own_the_one_worked_on_last_first() -> None:
    there = [
        Looked("old", "k", "f", worked=THEN),
        Looked("new", "k", "f", worked=LATER),
        Looked("other", "k", "g", worked=LATER),
        Looked("gone", "k", "f", worked=LATER, binned=True),
    ]
    assert [one.id for one in plans_of(there, "f")] == ["new", "old"]


# A family closed


def the_family() -> Document:
    return on(fold("f", FAMILY, ()), THEN, [begin(title="The Otters", youngest=7)])


@pytest.mark.parametrize(("holding", "listed"), [("may", True), ("must-not", False), ("not-decided", False)])
def test_the_office_lists_no_copy_to_bring_that_may_not_be_made_and_says_who_holds_one_that_they_may_not(
    holding: Holding, listed: bool
) -> None:
    family = after(the_family(), decide(the_family(), NAN.id, holding))
    begun = plan(kind=SAFETY_PLAN, day=THEN)
    begun = after(begun, change_header(begun, family=family.id))
    owed = after(begun, promise_copy(begun, whom=NAN.id, until=LATER, what="Bring a copy", for_whom=EVERYONE))
    out = after(owed, record_copy(owed, whom=NAN.id, paper="page", day=THEN))
    for_all = after(out, record_copy(out, whom="", paper="page", day=THEN))
    office = at_office([look(family), look(for_all)], today=TODAY, **KINDS)
    assert bool(office.to_bring) == listed
    assert {c.copied.whom: c.may for _plan, c in office.out} == {NAN.id: listed, "": True}
    unread = at_office([replace(look(family), whole=False), look(for_all)], today=TODAY, **KINDS)
    assert unread.to_bring == (), "nobody knows the rules of a family that cannot be read"


def test_a_family_is_closed_on_a_day_and_can_be_opened_again_and_its_card_says_so() -> None:
    open_ = the_family()
    closed = on(open_, LATER, change_header(open_, closed=LATER.isoformat()))
    assert (header(open_).closed, header(closed).closed) == ("", LATER.isoformat())
    assert (summary_of(open_).closed, summary_of(closed).closed) == ("", LATER.isoformat())
    assert look(closed).closed == LATER
    again = on(closed, TODAY, change_header(closed, closed=None))
    assert header(again) == header(open_)
    item = header_item(open_)
    assert item is not None
    assert may(WORKER, Set(item.id, "closed", LATER.isoformat()), open_)


def test_an_older_front_without_such_a_day_is_that_of_a_family_that_goes_on() -> None:
    assert header(the_family()).closed == ""
    assert "closed" not in summary_of(the_family()).extra


def test_another_plan_like_one_is_never_closed() -> None:
    document = plan()
    shut = on(document, LATER, change_header(document, closed=LATER.isoformat()))
    (front_,) = (a.item for a in duplicate(shut, title="Another") if a.item.section == "front")
    assert "closed" not in front_.fields
