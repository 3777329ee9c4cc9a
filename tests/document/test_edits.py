"""The edits of a document: a list that grows, and each earlier state stays what it was; and what is asked of it."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document import Add, Edit, Move, Remove, Set
from app.document.edits import Edits, changed_item, reach_of
from tests.document.making import edit, item, logs


def _once(log: Sequence[Edit]) -> list[Edit]:
    return [*{e.id: e for e in log}.values()]


@given(logs(), logs(longest=4), st.integers(0, 12), st.booleans())
def test_each_state_stays_what_it_was_when_others_come_behind_it(
    log: Sequence[Edit], other: Sequence[Edit], cut: int, asks: bool
) -> None:
    log = _once(log)
    first = Edits(log[:cut])
    if asks:
        first.place("e0")
    whole = first.then(log[cut:])
    known = {e.id for e in log}
    beside = first.then([e._replace(id=f"beside-{e.id}") for e in other if e.id not in known])
    assert [*first] == log[:cut]
    assert [*whole] == log
    assert [*beside][: len(first)] == log[:cut]
    for state in (first, whole, beside):
        plain = [*state]
        assert [*reversed(state)] == plain[::-1]
        assert [state[n] for n in range(-len(plain), len(plain))] == plain * 2
        assert state[1:3] == tuple(plain[1:3])
        for one in log:
            assert state.place(one.id) == (plain.index(one) if one in plain else None)
            assert [*state.within(reach_of(one))] == [e for e in reversed(plain) if reach_of(e) == reach_of(one)]
            assert [*state.transaction(one.transaction)] == [e for e in plain if e.transaction == one.transaction]
            if about := changed_item(one.change):
                assert [*state.of_item(about)] == [e for e in plain if changed_item(e.change) == about]
        assert [*state.find(e.id for e in reversed(log))] == [e for e in plain if e in log]


@pytest.mark.parametrize("at", [1, 2, -2])
def test_an_earlier_state_knows_no_edit_that_came_behind_it(at: int) -> None:
    first = Edits([edit(Add(item("i")))])
    first.then([edit(Add(item("j"))), edit(Add(item("k")))])
    with pytest.raises(IndexError):
        first[at]


def test_what_an_edit_is_about_is_the_item_that_it_makes_changes_moves_or_takes_away() -> None:
    changes = (Add(item("i")), Set("i", "words", "x"), Move("i", None, "a0"), Remove("i"))
    assert [changed_item(change) for change in changes] == ["i"] * 4


def test_two_are_equal_where_they_hold_the_same_edits() -> None:
    one, two = edit(Add(item("i"))), edit(Add(item("j")))
    assert Edits([one]).then([two]) == Edits([one, two]) == (one, two)
    assert Edits([one]).then([two]) != Edits([one]).then([])
    assert Edits([one]) != [one]
