"""Promises: open until whoever was promised says otherwise, and told to nobody who may not see them."""

from collections.abc import Sequence
from datetime import date

import pytest

from app.blocks.rows.model import add_row, rows, set_cell, who_says
from app.document import (
    AUDIENCE,
    CHILD,
    ONLY_ME,
    WORKER,
    Change,
    Document,
    ForWhom,
    Remove,
    Set,
    Void,
    may,
)
from app.document.copies_due import promised
from app.document.sharing import shown_promises
from app.sayings.outline import promise_lines
from tests.blocks.plan_making import DAD, JO, NAN, TOM, after
from tests.plans.test_safety_plan import DAY, empty, row, section


def bed(**cells: object) -> Document:
    """Return a plan in which Jo promised Nan a bed."""
    told = {"who": JO.id, "what": "Bring a bed", "until": "2026-05-08", "whom": NAN.id} | cells
    return row(empty(), "promises", "bed", **{k: v for k, v in told.items() if v})


def mark(document: Document, value: bool = True) -> Sequence[Change]:
    return set_cell(document, "bed", "kept", value)


def allowed(document: Document, changes: Sequence[Change]) -> set[str]:
    """Return who may make all of some changes."""
    everybody = (WORKER, CHILD, NAN.id, DAD.id, TOM.id)
    return {who for who in everybody if all(may(who, change, document) for change in changes)}


def plain(lines: tuple[str, ...]) -> list[str]:
    return ["".join(c for c in line if c not in "\u2068\u2069") for line in lines]


def test_a_promise_is_open_until_the_one_who_was_promised_says_that_it_was_kept() -> None:
    document = row(bed(), "promises", "nothing", who=DAD.id)
    assert [(p.item, p.who, p.whom, p.until) for p in promised(document)] == [("bed", JO.id, NAN.id, "2026-05-08")]
    assert promised(after(document, mark(document), by=NAN.id)) == ()


@pytest.mark.parametrize("whom", [NAN.id, TOM.id, CHILD, WORKER])
def test_only_the_person_who_was_promised_may_mark_a_promise_kept_or_not(whom: str) -> None:
    document = bed(who=DAD.id, whom=whom)
    assert allowed(document, mark(document)) == {whom}
    document = after(document, mark(document), by=whom)
    assert allowed(document, mark(document, False)) == {whom}
    assert who_says(rows(document, "promises")[0], section("promises"), "kept") == whom


def test_where_nobody_was_named_everybody_may_mark_it_but_who_promised_and_every_other_cell_is_for_everybody() -> None:
    for document in (bed(whom=""), bed(whom=JO.id)):
        assert allowed(document, mark(document)) == {CHILD, NAN.id, DAD.id, TOM.id}
        assert who_says(rows(document, "promises")[0], section("promises"), "kept") == ""
    assert allowed(bed(), set_cell(bed(), "bed", "until", "2026-06-01")) == {WORKER, CHILD, NAN.id, DAD.id, TOM.id}


def test_a_promise_cannot_come_marked_in_somebody_elses_name() -> None:
    cells = {"what": "Bring a bed", "whom": NAN.id, "kept": True}
    assert allowed(empty(), add_row(empty(), section("promises"), by=WORKER, cells=cells)) == {NAN.id}


def test_what_nan_said_is_never_put_in_dads_mouth() -> None:
    document = after(bed(), mark(bed()), by=NAN.id)
    for field in ("whom", "who"):
        assert allowed(document, [Set("bed", field, DAD.id)]) == set()
        # It is taken back first, and that is hers to do.
        first = set_cell(document, "bed", field, DAD.id)[:1]
        assert allowed(document, first) == {NAN.id}
    # The row itself may be taken away, as any other.
    assert allowed(document, [Remove("bed")]) == {WORKER, CHILD, NAN.id, DAD.id, TOM.id}


def test_a_mark_that_everybody_made_goes_when_somebody_is_named_beside_it() -> None:
    document = bed(whom="", kept=True)
    document = after(document, set_cell(document, "bed", "whom", NAN.id))
    assert rows(document, "promises")[0].cells.get("kept") is None
    assert [p.item for p in promised(document)] == ["bed"]


def test_an_undo_neither_renames_who_said_that_it_was_kept_nor_says_it_for_them() -> None:
    document = row(empty(), "promises", "bed", what="Bring a bed")
    document = after(document, set_cell(document, "bed", "whom", NAN.id))
    naming = document.edits[-1].id
    assert may(WORKER, Void((naming,)), document)
    document = after(document, mark(document), by=NAN.id)
    assert not may(WORKER, Void((naming,)), document)


def test_a_promise_that_some_alone_may_see_greets_nobody_in_the_room() -> None:
    document = row(bed(), "promises", "secret", who=JO.id, what="Ring the refuge", whom=NAN.id)
    for reach in (ONLY_ME, ForWhom("people", (NAN.id,))):
        kept = after(document, [Set("secret", AUDIENCE, reach)])
        assert [p.item for p in promised(kept)] == ["bed", "secret"]
        assert [p.item for p in shown_promises(kept)] == ["bed"]


def test_the_workers_own_promises_come_first_then_the_soonest() -> None:
    document = row(empty(), "promises", "late", who=DAD.id, what="Mend the door", until="2026-05-20")
    document = row(document, "promises", "undated", who=NAN.id, what="Ring on Sundays")
    document = row(document, "promises", "soon", who=NAN.id, what="Collect Tom", until="2026-05-06")
    document = row(document, "promises", "mine", who=JO.id, what="Bring a bed", until="2026-05-30")
    assert [p.item for p in shown_promises(document)] == ["mine", "soon", "late", "undated"]


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 5, 7), "Jo: Bring a bed · By Friday 8 May 2026"),
        (date(2026, 5, 8), "Jo: Bring a bed · By Friday 8 May 2026"),
        (date(2026, 5, 9), "Jo: Bring a bed · Was due by Friday 8 May 2026"),
    ],
)
def test_a_promise_says_who_what_and_by_when_and_a_day_that_is_over_takes_nobody_to_task(
    today: date, said: str
) -> None:
    assert plain(promise_lines(bed(), today)) == [said]


def test_a_promise_without_a_name_or_a_day_says_what_it_has() -> None:
    assert plain(promise_lines(bed(who="", until=""), DAY)) == ["Bring a bed"]
