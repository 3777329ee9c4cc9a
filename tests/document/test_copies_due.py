"""A copy that is owed: the worker's promise with a day, until that person's copy is made."""

from datetime import date

import pytest

from app.document import EVERYONE, WORKER, Change, Document, ForWhom, Set, may, seen_by
from app.document.copies_due import COPIES_DUE_SECTION, COPY_DUE, copies_due, made_for, promise_copy, promised
from app.document.duplicate import duplicate
from app.document.sharing import shown_promises
from plans.safety_plan import SAFETY_PLAN
from plans.words_and_pictures import WORDS_AND_PICTURES
from tests.blocks.plan_making import DAD, JO, NAN, TOM, after, plan
from tests.plans.test_safety_plan import row

DAY, MADE = date(2026, 5, 8), date(2026, 5, 9)
ONLY_NAN = ForWhom("people", (NAN.id,))
KINDS = (SAFETY_PLAN, WORDS_AND_PICTURES)


def owing(document: Document, whom: str = NAN.id, *, until: date = DAY, for_whom: ForWhom = EVERYONE) -> Document:
    return after(document, promise_copy(document, whom=whom, until=until, what="Bring a copy", for_whom=for_whom))


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.slug)
@pytest.mark.parametrize("for_whom", [EVERYONE, ONLY_NAN])
def test_a_copy_is_the_workers_promise_with_its_day_until_it_is_made(kind: object, for_whom: ForWhom) -> None:
    document = owing(plan(kind=kind), for_whom=for_whom)  # type: ignore[arg-type]
    (owed,) = copies_due(document)
    assert (owed.who, owed.whom, owed.until) == (WORKER, NAN.id, "2026-05-08")
    assert owed in promised(document)
    assert bool(shown_promises(document)) == (for_whom == EVERYONE)
    made = after(document, made_for(document, NAN.id, MADE))
    assert promised(made) == shown_promises(made) == ()


def test_in_a_safety_plan_it_stands_among_the_promises_and_only_nan_says_whether_it_was_kept() -> None:
    document = owing(plan(kind=SAFETY_PLAN))
    (item,) = document.children(None, section="promises")
    assert dict(item.fields) == {"who": JO.id, "what": "Bring a copy", "until": "2026-05-08", "whom": NAN.id}
    made = after(document, made_for(document, NAN.id, MADE))
    assert made.items[item.id].fields.get("kept") is None
    assert not may(WORKER, Set(item.id, "kept", True), made)
    assert may(NAN.id, Set(item.id, "kept", True), made)


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.slug)
def test_a_copy_that_only_nan_may_know_of_is_in_nobodys_copy_and_in_no_other_plan(kind: object) -> None:
    document = owing(plan(kind=kind), for_whom=ONLY_NAN)  # type: ignore[arg-type]
    (owed,) = copies_due(document)
    assert document.items[owed.item].section == COPIES_DUE_SECTION
    for person in (None, DAD.id, NAN.id, WORKER):
        assert COPIES_DUE_SECTION not in {i.section for i in seen_by(document, person).items.values()}
    assert COPIES_DUE_SECTION not in {a.item.section for a in duplicate(document, title="Another")}


def test_a_copy_for_somebody_else_leaves_what_is_owed_to_nan() -> None:
    document = owing(owing(plan(kind=SAFETY_PLAN)), "")
    assert made_for(document, DAD.id, MADE) == ()
    left = after(document, made_for(document, "", MADE))
    assert [o.whom for o in copies_due(left)] == [NAN.id]


@pytest.mark.parametrize("first", [EVERYONE, ONLY_NAN])
@pytest.mark.parametrize("then", [EVERYONE, ONLY_NAN])
def test_a_new_day_takes_the_place_of_an_earlier_one(first: ForWhom, then: ForWhom) -> None:
    document = owing(plan(kind=SAFETY_PLAN), for_whom=first)
    document = owing(owing(document, DAD.id), until=date(2026, 6, 1), for_whom=then)
    assert sorted((o.whom, o.until) for o in copies_due(document)) == [
        (DAD.id, "2026-05-08"),
        (NAN.id, "2026-06-01"),
    ]


def test_other_promises_are_no_copies_and_are_not_done_by_making_one() -> None:
    document = row(plan(kind=SAFETY_PLAN), "promises", "bed", who=JO.id, what="Bring a bed", whom=NAN.id)
    assert copies_due(document) == ()
    document = owing(document)
    document = after(document, made_for(document, NAN.id, MADE))
    assert [p.item for p in promised(document)] == ["bed"]


def test_only_the_worker_says_which_copies_are_owed_and_which_were_made() -> None:
    document = owing(plan(kind=WORDS_AND_PICTURES))
    said: tuple[Change, ...] = (
        COPY_DUE.add({"whom": NAN.id}, section=COPIES_DUE_SECTION, by=WORKER),
        *made_for(document, NAN.id, MADE),
    )
    for change in said:
        assert [who for who in (WORKER, NAN.id, TOM.id) if may(who, change, document)] == [WORKER]


def test_a_day_that_nobody_can_read_keeps_the_promise() -> None:
    document = owing(plan(kind=WORDS_AND_PICTURES))
    (owed,) = copies_due(document)
    document = after(document, [Set(owed.item, "until", "soon")])
    assert [(o.whom, o.until) for o in copies_due(document)] == [(NAN.id, "")]
