"""How promises and steps went: said by whom they were made to, with a word of why and a day; and what comes instead."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blocks.review.changes import since
from app.blocks.rows.follow_up import beside, instead, say_how
from app.blocks.rows.model import Row, remove_row, rows, set_cell
from app.blocks.rows.outcome import HOW, NOT_KEPT, NOT_NEEDED, YES, Outcome
from app.document import AUDIENCE, ONLY_ME, WORKER, Change, Document, ForWhom, Restore, Set, Void, may, seen_by
from app.document.copies_due import promised
from app.document.duplicate import duplicate
from app.document.sharing import shown_promises
from app.export.outline import outline, summary_line
from app.export.sheet import sheet
from app.sheet import texts
from tests.blocks.plan_making import DAD, JO, NAN, TOM, after, on
from tests.plans.test_safety_plan import DAY, empty, row
from tests.plans.test_safety_promises import allowed, bed

SAID, LATER = date(2026, 5, 9), date(2026, 6, 1)
WHY = "The van broke down"


def went(document: Document, how: str, *, id: str = "bed", column: str = "kept", by: str = NAN.id) -> Document:
    return after(document, say_how(document, id, column, how, by=by, day=SAID), by=by)


def the(document: Document, id: str = "bed") -> Row:
    return next(r for s in ("promises", "steps") for r in rows(document, s) if r.id == id)


def plain(lines: tuple[str, ...]) -> list[str]:
    return ["".join(c for c in line if c not in "\u2068\u2069") for line in lines]


def changed(document: Document, person: str | None = None) -> list[str]:
    return plain(since(document, DAY, person=person, read=summary_line))


@pytest.mark.parametrize("how", HOW)
def test_how_a_promise_went_is_kept_with_who_says_so_and_the_day_and_it_is_open_no_more(how: str) -> None:
    document = went(bed(), how)
    assert the(document).went == {"kept": Outcome(how, "", SAID, NAN.id)}
    assert promised(document) == ()
    again = went(document, "")
    assert the(again).went == {}
    assert [p.item for p in promised(again)] == ["bed"]


def test_what_was_ticked_before_there_was_more_to_say_reads_as_kept_or_done() -> None:
    document = row(row(empty(), "promises", "bed", what="Bring a bed", kept=True), "steps", "s", what="Ring", done=True)
    assert the(document).went == {"kept": Outcome(YES)}
    assert the(document, "s").went == {"done": Outcome(YES)}
    told = " ".join(t.words for t in outline(document))
    assert "It was kept" in told
    assert "Done" in told
    assert promised(document) == ()


def test_a_way_that_only_a_newer_version_knows_is_kept_and_is_not_told_as_open() -> None:
    document = after(bed(), [Set("bed", "kept", "half-kept")], by=NAN.id)
    assert the(document).went == {}
    assert "kept" in the(document).newer
    assert promised(document) == ()


@pytest.mark.parametrize("field", ["kept", "kept-why", "kept-day", "kept-by"])
def test_only_nan_says_anything_of_how_the_promise_to_her_went(field: str) -> None:
    value = {"kept": NOT_KEPT, "kept-why": WHY, "kept-day": "2026-05-09", "kept-by": NAN.id}[field]
    assert allowed(bed(), [Set("bed", field, value)]) == {NAN.id}


def test_nobody_signs_for_another() -> None:
    document = bed(whom="")
    assert not may(NAN.id, Set("bed", "kept-by", DAD.id), document)
    assert may(NAN.id, Set("bed", "kept-by", NAN.id), document)


# Whoever promised never says that it was kept, by no way round.

Move_ = Callable[[Document], tuple[Change, ...]]
PEOPLE = (DAD.id, NAN.id, TOM.id, WORKER, "")


def _latest(document: Document, of: str, n: int) -> tuple[str, ...]:
    ids = [e.id for e in document.edits if e.actor == of and not isinstance(e.change, Void | Restore)]
    return tuple(ids[-1 - n : len(ids) - n])


MOVES = st.one_of(
    st.tuples(st.sampled_from(("who", "whom")), st.sampled_from(PEOPLE)).map(
        lambda to: lambda d: set_cell(d, "bed", to[0], to[1])
    ),
    st.tuples(st.sampled_from(("who", "whom")), st.sampled_from(PEOPLE)).map(
        lambda to: lambda d: (Set("bed", to[0], to[1] or None),)
    ),
    st.sampled_from((*HOW, "")).map(lambda how: lambda d: say_how(d, "bed", "kept", how, by=DAD.id, day=SAID)),
    st.sampled_from((True, False, NOT_KEPT, None)).map(lambda v: lambda d: (Set("bed", "kept", v),)),
    st.integers(0, 5).map(lambda n: lambda d: (Void(_latest(d, DAD.id, n)),) if _latest(d, DAD.id, n) else ()),
    st.integers(0, 5).map(lambda n: lambda d: (Restore(_latest(d, DAD.id, n)),) if _latest(d, DAD.id, n) else ()),
)


@given(st.lists(MOVES, max_size=8), st.sampled_from(("", NAN.id, DAD.id)))
def test_whatever_dad_does_alone_no_promise_of_his_stands_as_kept(moves: list[Move_], whom: str) -> None:
    document = bed(who=DAD.id, whom=whom)
    for move in moves:
        for change in move(document):
            if may(DAD.id, change, document):
                document = after(document, [change], by=DAD.id)
        kept = the(document)
        assert not (kept.cells.get("who") == DAD.id and kept.went)


@given(st.lists(MOVES, max_size=8), st.sampled_from(HOW))
def test_whatever_dad_does_what_nan_said_stands_as_she_said_it(moves: list[Move_], how: str) -> None:
    document = went(bed(who=DAD.id), how)
    before = the(document)
    for move in moves:
        for change in move(document):
            if may(DAD.id, change, document):
                document = after(document, [change], by=DAD.id)
    now = the(document)
    assert (now.went, now.cells["who"], now.cells["whom"]) == (before.went, DAD.id, NAN.id)


def test_nan_takes_back_what_she_said_with_undo_and_another_cannot_bring_it_back() -> None:
    document = went(bed(), NOT_KEPT)
    step = tuple(e.id for e in document.edits if e.actor == NAN.id)
    assert may(NAN.id, Void(step), document)
    assert not may(WORKER, Void(step), document)


# What comes instead


def test_what_comes_instead_of_a_promise_is_a_step_and_each_tells_of_the_other_on_paper_too() -> None:
    document = went(bed(), NOT_KEPT)
    document = after(document, set_cell(document, "bed", "kept-why", WHY), by=NAN.id)
    document = after(document, instead(document, "bed", by=WORKER, id="new"))
    document = after(document, set_cell(document, "new", "what", "Nan lends a bed"))
    assert beside(document, the(document)).instead == ("Nan lends a bed",)
    assert beside(document, the(document, "new")).instead_of == "Bring a bed"
    printed = " ".join(texts(sheet(seen_by(document, None), for_name="", made=DAY, printed="whole")))
    wanted = f"It did not happen · {WHY} · Nan says so, Saturday 9 May 2026 · Instead: Nan lends a bed"
    assert wanted in printed
    assert "Instead of: Bring a bed" in printed
    assert wanted in " ".join(t.words for t in outline(document))


def test_what_comes_instead_of_something_that_some_alone_may_see_is_seen_by_no_more_people() -> None:
    document = after(bed(), [Set("bed", AUDIENCE, ONLY_ME)])
    document = after(document, instead(document, "bed", by=WORKER, id="new"))
    document = after(document, set_cell(document, "new", "what", "Ring the refuge"))
    assert document.items["new"].for_whom == ONLY_ME
    assert "new" not in seen_by(document, DAD.id).items
    # Where the promise is shut later, the step that is open says nothing of it in a copy.
    document = row(after(bed(), [Set("bed", AUDIENCE, ONLY_ME)]), "steps", "s", what="Ring", instead_of="bed")
    copy = seen_by(document, DAD.id)
    assert beside(copy, the(copy, "s")).instead_of == ""


def test_another_plan_like_it_keeps_the_two_together_under_their_new_ids() -> None:
    document = row(went(bed(), NOT_KEPT), "steps", "s", what="Nan lends a bed", instead_of="bed")
    adds = {a.item.fields.get("what"): a.item for a in duplicate(document, title="Another")}
    assert adds["Bring a bed"].id != "bed"
    assert adds["Nan lends a bed"].fields["instead-of"] == adds["Bring a bed"].id
    document = after(document, [Set("bed", AUDIENCE, ForWhom("people", (NAN.id,)))])
    adds = {a.item.fields.get("what"): a.item for a in duplicate(document, title="Another")}
    assert adds["Nan lends a bed"].fields["instead-of"] is None


# What changed


def test_what_changed_tells_how_something_went_first_and_that_it_is_open_again() -> None:
    document = row(bed(), "steps", "s", who=DAD.id, what="Mend the door")
    document = on(document, LATER, say_how(document, "bed", "kept", NOT_KEPT, by=NAN.id, day=SAID), by=NAN.id)
    document = on(document, LATER, say_how(document, "s", "done", NOT_NEEDED, by=DAD.id, day=SAID), by=DAD.id)
    assert changed(document) == [
        "It is not needed any more: Dadster: Mend the door · Dadster says so, Saturday 9 May 2026",
        "It did not happen: Jo: Bring a bed · By when: Friday 8 May 2026 · Promised to: Nan"
        " · Nan says so, Saturday 9 May 2026",
    ]
    document = went(bed(), YES)
    document = on(document, LATER, say_how(document, "bed", "kept", "", by=NAN.id, day=SAID), by=NAN.id)
    (said,) = changed(document)
    assert said.startswith("Open again: Jo: Bring a bed")


def test_how_a_promise_went_is_told_to_nobody_who_may_not_see_the_promise() -> None:
    document = after(bed(), [Set("bed", AUDIENCE, ONLY_ME)])
    document = on(document, LATER, say_how(document, "bed", "kept", NOT_KEPT, by=NAN.id, day=SAID), by=NAN.id)
    assert changed(document) == changed(document, DAD.id) == []
    assert not [i for i in seen_by(document, None).items.values() if "kept" in i.fields]


# Steps come home too


def test_steps_stand_among_what_we_said_we_would_do_until_somebody_says_how_they_went() -> None:
    document = row(bed(), "steps", "door", who=DAD.id, what="Mend the door", until="2026-05-06")
    document = row(document, "steps", "mine", who=JO.id, what="Ask for a place", until="2026-05-30")
    assert [p.item for p in shown_promises(document)] == ["bed", "mine", "door"]
    document = went(document, NOT_KEPT, id="door", column="done", by=DAD.id)
    assert [p.item for p in shown_promises(document)] == ["bed", "mine"]
    document = after(document, [Set("mine", AUDIENCE, ONLY_ME)])
    assert [p.item for p in shown_promises(document)] == ["bed"]
    assert [p.item for p in promised(after(document, remove_row("bed")))] == ["mine"]
