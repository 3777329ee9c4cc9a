"""A day is a visit: what was given on another day is no more written over, re-dated, or kept again by anybody."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document import (
    AUDIENCE,
    EVERYONE,
    ONLY_ME,
    OWNER,
    WORKER,
    Add,
    Change,
    Document,
    Item,
    Move,
    Remove,
    Restore,
    Set,
    Void,
    extend,
    may,
    new_id,
    seen_by,
)
from app.document.answer import all_answers, answer, keep, latest_shown, movements, show, shown_answers
from app.document.duplicate import duplicate
from app.document.visit_days import given_on, in_order, last_visit
from tests.blocks.making import DAD, NAN, SAM
from tests.blocks.worrying import without, worried_plan, worry
from tests.document.making import edit

FIRST, SECOND, THIRD = date(2026, 5, 4), date(2026, 6, 1), date(2026, 9, 7)
PLAN = worried_plan()
SCALE = worry(PLAN).scale.id


def on(document: Document, day: date, changes: object, *, by: str = WORKER) -> Document:
    """Return the document after changes that somebody may make on a day, at noon."""
    at = int(datetime(day.year, day.month, day.day, 12).timestamp() * 1000)
    for change in changes:  # type: ignore[attr-defined]
        assert may(by, change, document, day=day), change
        document = extend(document, [edit(change, by=by)._replace(at=at)])
    return document


def gives(
    document: Document, day: date, number: int, *, by: str = NAN.id, shown: bool = False, **old: bool
) -> Document:
    """Return the document after somebody gave a number on a day. old: as an earlier version wrote it, without a day."""
    id = new_id()
    written = None if old else day
    document = on(document, day, answer(document, id, about=SCALE, by=by, number=number, day=written), by=by)
    return on(document, day, show(document, id), by=by) if shown else document


def looked_again(document: Document, day: date) -> Document:
    position = f"a{sum(i.item_type == 'review' for i in document.items.values())}"
    item = Item(new_id(), "reviews", None, position, "review", WORKER, EVERYONE, {"day": day.isoformat()})
    return on(document, day, [Add(item)])


def numbers(document: Document) -> list[tuple[str, int | None, date | None, bool]]:
    return [(a.by, a.number, a.day, a.shown) for a in all_answers(document, SCALE)]


def test_a_number_carries_its_day_and_one_of_a_later_day_stands_beside_it_without_a_look_again() -> None:
    document = gives(gives(PLAN, FIRST, 3, shown=True), SECOND, 5, shown=True)
    assert numbers(document) == [(NAN.id, 3, FIRST, True), (NAN.id, 5, SECOND, True)]
    ((numbers_, days),) = ((m.numbers, m.days) for m in movements(document, SCALE))
    assert (numbers_, days) == ((3, 5), (FIRST, SECOND))
    assert [(a.number, a.day) for a in latest_shown(document, SCALE)] == [(5, SECOND)]


def test_a_mistake_of_today_is_mended_today_and_leaves_no_second_number() -> None:
    document = gives(gives(PLAN, FIRST, 3, shown=True), FIRST, 4, shown=True)
    assert [(a.number, a.day) for a in shown_answers(document, SCALE)] == [(4, FIRST)]


def test_all_numbers_of_a_day_are_one_round_though_somebody_looked_again_in_between() -> None:
    document = gives(PLAN, FIRST, 3, shown=True)
    document = gives(document, SECOND, 5, shown=True)
    document = gives(looked_again(document, SECOND), SECOND, 6, by=DAD.id, shown=True)
    assert len({a.visit for a in shown_answers(document, SCALE)}) == 2
    document = gives(document, SECOND, 7, shown=True)
    assert [m.numbers for m in movements(document, SCALE)] == [(6,), (3, 7)]


@pytest.mark.parametrize("shown", [True, False])
@pytest.mark.parametrize(
    "change",
    [
        lambda id: Set(id, "number", 9),
        lambda id: Set(id, "words", "Otherwise"),
        lambda id: Set(id, "none", "not-today"),
        lambda id: Set(id, "day", SECOND.isoformat()),
        lambda id: Set(id, "round", "r9"),
        lambda id: Set(id, AUDIENCE, EVERYONE),
        lambda id: Remove(id),
    ],
)
def test_on_another_day_its_giver_changes_nothing_of_a_number(change: Callable[[str], Change], shown: bool) -> None:
    document = gives(PLAN, FIRST, 3, shown=shown)
    (mine,) = all_answers(document, SCALE)
    assert not may(NAN.id, change(mine.id), document, day=SECOND)
    fixed = getattr(change(mine.id), "field", "") in ("day", "round")
    assert may(NAN.id, change(mine.id), document, day=FIRST) is not fixed


def test_what_is_shown_can_be_taken_back_on_any_day_by_its_giver_and_stays_to_be_read_with_its_day() -> None:
    document = gives(PLAN, FIRST, 3, shown=True)
    (mine,) = all_answers(document, SCALE)
    assert not may(DAD.id, Set(mine.id, AUDIENCE, ONLY_ME), document, day=FIRST)
    document = on(document, SECOND, keep(document, mine.id), by=NAN.id)
    assert shown_answers(document, SCALE) == ()
    assert numbers(document) == [(NAN.id, 3, FIRST, False)]


def test_showing_a_number_today_leaves_what_was_shown_on_another_day_as_it_is() -> None:
    document = gives(PLAN, FIRST, 3, shown=True)
    document = gives(document, SECOND, 8)
    assert [c for c in show(document, all_answers(document, SCALE)[1].id) if c[2] == ONLY_ME] == []  # type: ignore[misc]


def test_undo_and_redo_reach_into_no_other_day() -> None:
    document = gives(PLAN, FIRST, 3)
    (mine,) = all_answers(document, SCALE)
    made = tuple(e.id for e in document.edits if isinstance(e.change, Add) and e.change.item.id == mine.id)
    for back in (Void(made), Restore(made)):
        assert may(NAN.id, back, document, day=FIRST)
        assert not may(NAN.id, back, document, day=SECOND)


def test_a_number_that_was_taken_away_on_its_day_is_brought_back_on_no_other() -> None:
    document = gives(PLAN, FIRST, 3)
    (mine,) = all_answers(document, SCALE)
    document = on(document, FIRST, [Remove(mine.id)], by=NAN.id)
    (gone,) = (e.id for e in document.edits if isinstance(e.change, Remove))
    assert may(NAN.id, Void((gone,)), document, day=FIRST)
    assert not may(NAN.id, Void((gone,)), document, day=SECOND)


def test_words_of_another_day_are_everybodys_to_mend_as_before() -> None:
    assert may(DAD.id, Set(worry(PLAN).id, "happened", "Otherwise"), PLAN, day=SECOND)


def test_a_number_is_not_added_under_another_day() -> None:
    (add,) = answer(PLAN, "a", about=SCALE, by=NAN.id, number=3, day=FIRST)
    assert may(NAN.id, add, PLAN, day=FIRST)
    assert not may(NAN.id, add, PLAN, day=SECOND)


def test_an_earlier_versions_number_has_the_day_on_which_it_was_given_whatever_its_round() -> None:
    document = gives(PLAN, FIRST, 3, shown=True, old=True)
    document = looked_again(document, SECOND)
    document = gives(document, THIRD, 6, shown=True, old=True)
    assert numbers(document) == [(NAN.id, 3, FIRST, True), (NAN.id, 6, THIRD, True)]
    (first,) = (a.id for a in all_answers(document, SCALE) if a.number == 3)
    assert not may(NAN.id, Set(first, "number", 1), document, day=THIRD)


def test_an_earlier_versions_number_of_a_look_again_that_was_taken_away_keeps_its_day() -> None:
    document = gives(looked_again(PLAN, FIRST), SECOND, 4, old=True)
    (review,) = (i for i in document.items.values() if i.item_type == "review")
    (given,) = (i for i in document.items.values() if i.item_type == "answer")
    document = extend(document, [edit(Set(given.id, "round", review.id), by=NAN.id), edit(Remove(review.id))])
    assert [day for _by, _number, day, _shown in numbers(document)] == [SECOND]


def test_an_earlier_versions_number_whose_edit_tells_another_day_has_that_of_its_round() -> None:
    document = gives(looked_again(PLAN, SECOND), FIRST, 3, old=True)
    assert [day for _by, _number, day, _shown in numbers(document)] == [SECOND]


def test_a_copy_and_another_plan_like_it_know_the_days_though_they_have_no_edits() -> None:
    document = gives(gives(PLAN, FIRST, 3, shown=True, old=True), SECOND, 5, shown=True, old=True)
    for reader in (None, NAN.id, WORKER):
        seen = seen_by(document, reader)
        assert seen.edits == ()
        assert [m.days for m in movements(seen, SCALE)] == [(FIRST, SECOND)]
    agreed = Item("agreed", "worries", SCALE, "a0", "agreed-number", WORKER, EVERYONE, {"number": 4})
    copied = [a.item for a in duplicate(on(document, THIRD, [Add(agreed)]), title="Another")]
    assert [i.fields["day"] for i in copied if i.item_type == "agreed-number"] == [THIRD.isoformat()]


@pytest.mark.parametrize("odd", ["soon", "", None, 7, FIRST.isoformat()], ids=repr)
def test_a_number_whose_day_cannot_be_read_has_the_same_day_in_a_copy_as_on_the_screen(odd: str | int | None) -> None:
    document = gives(gives(PLAN, FIRST, 3, shown=True), SECOND, 5, shown=True)
    first = all_answers(document, SCALE)[0].id
    document = extend(document, [edit(Set(first, "day", odd), by=NAN.id)])
    for reader in (document, seen_by(document, None), seen_by(document, NAN.id)):
        assert [(m.numbers, m.days) for m in movements(reader, SCALE)] == [((3, 5), (FIRST, SECOND))]


def test_when_they_last_met_is_told_by_what_everyone_may_see_alone() -> None:
    assert last_visit(PLAN) is None
    document = gives(PLAN, FIRST, 3, shown=True)
    assert last_visit(document) == FIRST
    assert last_visit(gives(document, SECOND, 4)) == FIRST
    assert last_visit(looked_again(document, SECOND)) == SECOND


GIVERS = (NAN.id, DAD.id, SAM.id)


@st.composite
def visits(draw: st.DrawFn) -> Document:
    """Draw a plan in which people gave numbers on some days, shown or kept, in an earlier version's way or in ours."""
    document = PLAN
    for day in (FIRST, SECOND):
        document = looked_again(document, day) if draw(st.booleans()) else document
        for _n in range(draw(st.integers(0, 3))):
            by, number = draw(st.sampled_from(GIVERS)), draw(st.integers(0, 10))
            document = gives(document, day, number, by=by, shown=draw(st.booleans()), old=draw(st.booleans()))
    return document


@given(visits(), st.data())
def test_whatever_anybody_does_later_every_number_stays_with_its_day_and_only_its_giver_hides_one(
    document: Document, data: st.DataObject
) -> None:
    before = numbers(document)
    made = [e.id for e in document.edits if e.undo_scope == "alone" or getattr(e.change, "field", "") == AUDIENCE]
    ids = st.sampled_from([a.id for a in all_answers(document, SCALE)] or ["none"])
    anything: st.SearchStrategy[Change] = st.one_of(
        st.builds(Set, ids, st.sampled_from(["number", "words", "none", "day", "round"]), st.just(None)),
        st.builds(Set, ids, st.just(AUDIENCE), st.sampled_from([EVERYONE, ONLY_ME])),
        st.builds(Set, ids, st.just(OWNER), st.sampled_from(GIVERS)),
        st.builds(Remove, ids),
        st.builds(Move, ids, st.just(SCALE), st.just("z")),
        st.builds(lambda ids: Void(tuple(ids)), st.lists(st.sampled_from(made or ["none"]), max_size=2)),
        st.builds(lambda ids: Restore(tuple(ids)), st.lists(st.sampled_from(made or ["none"]), max_size=2)),
    )
    hidden: set[str] = set()
    for _n in range(data.draw(st.integers(1, 6))):
        by, change = data.draw(st.sampled_from((*GIVERS, WORKER))), data.draw(anything)
        if may(by, change, document, day=THIRD):
            if isinstance(change, Set):
                assert (document.items[change.item].by, change.field, change.value) == (by, AUDIENCE, ONLY_ME)
                hidden.add(change.item)
            document = on(document, THIRD, [change], by=by)
    after = numbers(document)
    assert [a[:3] for a in after] == [b[:3] for b in before]
    shown = [a.shown for a in all_answers(document, SCALE)]
    for now, was, a in zip(shown, before, all_answers(document, SCALE), strict=True):
        assert now == (was[3] and a.id not in hidden)


@given(visits())
def test_the_days_of_what_is_shown_are_the_same_with_and_without_what_is_kept(document: Document) -> None:
    never = without(document, {a.id for a in all_answers(document, SCALE) if not a.shown})
    assert movements(document, SCALE) == movements(never, SCALE)
    assert last_visit(seen_by(document, None)) == last_visit(seen_by(never, None))
    for m in movements(document, SCALE):
        assert list(m.days) == sorted(m.days, key=lambda d: d or date.min)


@given(visits())
def test_visits_stand_in_one_order_and_every_number_has_a_day(document: Document) -> None:
    all_ = all_answers(document, SCALE)
    assert all(a.day is not None for a in all_)
    days = given_on(document, [document.items[a.id] for a in all_])
    assert [days[a.id] for a in all_] == [a.day for a in all_]
    found = sorted({a.visit for a in all_}, key=in_order(document))
    assert found == sorted(found)
    assert all(abs(date.fromisoformat(v) - FIRST) < timedelta(days=365) for v in found)
