"""A mapping of which each change makes another: all of them stay what they were, and are what a dict would be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.shared_map import LEAST, SharedMap

KEYS = st.integers(0, 12)
STEPS = st.lists(st.tuples(st.dictionaries(KEYS, st.integers(), max_size=4), st.frozensets(KEYS, max_size=3)))


@given(st.dictionaries(KEYS, st.integers()), STEPS, st.lists(st.booleans(), min_size=60))
def test_it_holds_what_a_dict_would_and_what_it_came_from_stays_as_it_was(
    first: dict[int, int], steps: list[tuple[dict[int, int], frozenset[int]]], looks: list[bool]
) -> None:
    made = [(SharedMap(first), dict(first))]
    for n, (changes, gone) in enumerate(steps):
        shared, plain = made[-1]
        if looks[n % 60]:
            assert [*shared] == [*shared.keys()]
        left = {k: v for k, v in {**plain, **changes}.items() if k not in gone}
        made.append((shared.with_changes({**changes, **dict.fromkeys(gone)}), left))
    for shared, plain in made:
        assert shared == plain
        assert len(shared) == len(plain)
        assert {k: shared.get(k) for k in range(14)} == {k: plain.get(k) for k in range(14)}
        assert [k in shared for k in range(14)] == [k in plain for k in range(14)]
        assert sorted(shared.values()) == sorted(plain.values())
        assert dict(shared.items()) == plain


def test_what_comes_back_stands_where_it_stood() -> None:
    shared = SharedMap({"a": 1, "b": 2, "c": 3})
    back = shared.with_changes({"b": None}).with_changes({"d": 4}).with_changes({"b": 5})
    assert [*back.items()] == [("a", 1), ("b", 5), ("c", 3), ("d", 4)]


def test_many_changes_one_after_the_other_are_all_there() -> None:
    shared: SharedMap[int, int] = SharedMap()
    for n in range(LEAST * 5):
        shared = shared.with_changes({n: n, **({n - 2: None} if n % 3 == 0 else {})})
    assert dict(shared) == {n: n for n in range(LEAST * 5) if not ((n + 2) % 3 == 0 and n + 2 < LEAST * 5)}


def test_a_key_that_is_not_there_is_told_as_a_dict_tells_it() -> None:
    shared = SharedMap({"a": 1}).with_changes({"a": None})
    with pytest.raises(KeyError):
        shared["a"]
    with pytest.raises(KeyError):
        shared["b"]
    assert shared.get("a", 7) == 7


def test_what_is_none_in_all_changes_is_gone() -> None:
    assert SharedMap({"a": 1, "b": 2}).with_changes({"a": None, "b": 3, "c": 4}) == {"b": 3, "c": 4}


def test_two_are_equal_where_they_hold_the_same_in_whatever_way_they_came_to_it() -> None:
    assert SharedMap({"a": 1}).with_changes({"b": 2}) == SharedMap({"b": 2, "a": 1})
    assert SharedMap({"a": 1}) != SharedMap({"a": 2})
    assert SharedMap({"a": 1}) != ["a"]
