"""Who may hold a copy: an allow-list that only the worker writes, and that takes owed copies away."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document import IN_NO_COPY, OWNER, WORKER, Document, Remove, Set, extend, fold, may
from app.document.copies_due import copies_due, promise_copy
from app.document.copy_rules import (
    COPY_RULE,
    OFFICE,
    RULES_SECTION,
    Holding,
    copies_to_bring,
    copy_rules,
    decide,
    give_reason,
    may_hold,
    no_more_owed,
    rule_of,
    rules_for,
)
from app.document.header import begin
from app.document.item import EVERYONE
from plans.family import FAMILY
from tests.document.making import NAN, SAM, TOM, edit, plan

HOLDINGS: tuple[Holding, ...] = ("may", "must-not", "not-decided")
DAY = date(2026, 5, 4)


def family(*said: tuple[str, Holding], id: str = "family") -> Document:
    document = fold(id, FAMILY, ())
    for person, holding in said:
        document = extend(document, [edit(change) for change in decide(document, person, holding)])
    return document


@given(st.lists(st.tuples(st.sampled_from((NAN, SAM, TOM)), st.sampled_from(HOLDINGS))))
def test_what_the_worker_said_last_holds_and_whoever_nobody_decided_about_holds_nothing(
    said: list[tuple[str, Holding]],
) -> None:
    document = family(*said)
    last = dict(said)
    for person in (NAN, SAM, TOM, "somebody-new"):
        assert rule_of(document, person).holding == last.get(person, "not-decided")
        assert may_hold(document, person) == (last.get(person) == "may")
    assert len(copy_rules(document)) == len(document.children(None, section=RULES_SECTION)), "one rule each"


def test_without_the_familys_document_nobody_may_and_the_worker_and_the_office_always() -> None:
    assert not may_hold(None, NAN)
    assert may_hold(None, WORKER)
    assert may_hold(None, OFFICE)
    assert not may_hold(family(), "")


def test_where_two_tablets_said_it_twice_the_stricter_holds() -> None:
    for first in ("yes", "no", None):
        for second in ("yes", "no", "a newer version's"):
            document = family()
            for value in (first, second):
                fields = {"who": NAN} | ({"may": value} if value == "yes" or value == "no" else {})
                add = COPY_RULE.add(fields, section=RULES_SECTION, by=WORKER, for_whom=IN_NO_COPY)
                document = extend(document, [edit(add)])
                if value not in ("yes", "no", None):
                    document = extend(document, [edit(Set(add.item.id, "may", value))])
            assert may_hold(document, NAN) == (first == second == "yes")


def test_a_reason_is_kept_whatever_is_decided_and_alone_decides_nothing() -> None:
    document = family()
    document = extend(document, [edit(c) for c in give_reason(document, NAN, "A court said so")])
    assert (rule_of(document, NAN).holding, rule_of(document, NAN).why) == ("not-decided", "A court said so")
    for holding in HOLDINGS:
        document = extend(document, [edit(c) for c in decide(document, NAN, holding)])
        assert (rule_of(document, NAN).holding, rule_of(document, NAN).why) == (holding, "A court said so")
    assert decide(document, NAN, "not-decided") == ()
    assert decide(family(), NAN, "not-decided") == ()


@pytest.mark.parametrize("actor", [NAN, TOM, "child"])
def test_nobody_but_the_worker_writes_a_rule(actor: str) -> None:
    (add,) = decide(family(), NAN, "may")
    assert not may(actor, add, family())
    assert may(WORKER, add, family())
    document = family((NAN, "must-not"))
    (change,) = decide(document, NAN, "may")
    item = document.children(None, section=RULES_SECTION)[0].id
    for done in (change, Set(item, OWNER, actor), Remove(item)):
        assert not may(actor, done, document)
        assert may(WORKER, done, document)


def test_another_familys_rules_are_no_rules_for_a_plan() -> None:
    ours, theirs = family((NAN, "may"), id="ours"), family((NAN, "may"), id="theirs")
    document = plan(edit(begin(title="Our plan", family="ours")))
    assert rules_for(document, ours) is ours
    assert rules_for(document, theirs) is None
    assert rules_for(document, None) is None
    assert rules_for(plan(), theirs) is theirs, "a plan of no family's"


def test_a_copy_that_is_owed_to_whom_may_hold_none_is_not_to_be_brought_and_goes() -> None:
    document = plan(edit(begin(title="Our plan", family="family")))
    for whom in (NAN, SAM, TOM, ""):
        changes = promise_copy(document, whom=whom, until=DAY, what="Bring a copy", for_whom=EVERYONE)
        document = extend(document, [edit(change) for change in changes])
    rules = family((NAN, "may"), (SAM, "must-not"))
    assert sorted(p.whom for p in copies_to_bring(document, rules)) == ["", NAN]
    assert [p.whom for p in copies_to_bring(document, None)] == [""]
    document = extend(document, [edit(change) for change in no_more_owed(document, SAM)])
    assert sorted(p.whom for p in copies_due(document)) == ["", NAN, TOM]
