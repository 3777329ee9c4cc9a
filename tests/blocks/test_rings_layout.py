"""Where faces stand: none over another, all in their ring, and nobody moved because somebody came."""

import math
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from app.blocks.rings.layout import (
    BARE,
    FACE,
    FACE_UP,
    MIDDLE,
    NAME_BOTTOM,
    NAME_TOP,
    RingPlace,
    RingsLayout,
    capacity,
    free_place,
    layout,
    mirrored,
    place_at,
    ring_at,
    settled,
)

counts = st.lists(st.integers(0, 40), min_size=3, max_size=3).filter(lambda c: 1 <= sum(c) <= 40)
wanted = counts.flatmap(
    lambda c: st.tuples(*(st.lists(st.none() | st.integers(0, 70), min_size=n, max_size=n) for n in c))
)


def standing(there: RingsLayout) -> list[RingPlace]:
    return [place for ring in there.places for place in ring]


def overlaps(a: RingPlace, b: RingPlace) -> bool:
    """Whether a's name lies over b's face or name."""
    top, bottom = a.y + NAME_TOP, a.y + NAME_BOTTOM
    across = abs(a.x - b.x)
    if abs(a.y - b.y) < NAME_BOTTOM - NAME_TOP - 1e-9 and across < (a.name + b.name) / 2 - 1e-9:
        return True
    face = b.y - FACE_UP
    near = max(top - face, face - bottom, 0.0)
    return math.hypot(max(0.0, across - a.name / 2), near) < FACE - 1e-9


@given(wanted)
def test_no_face_and_no_name_lies_over_another_for_one_to_forty_people(asked: tuple[list[int | None], ...]) -> None:
    there = layout(asked)
    for a, b in combinations(standing(there), 2):
        assert math.dist(a[:2], b[:2]) > 2 * BARE, "bare faces, which are larger, and so those with names"
        assert not overlaps(a, b)
        assert not overlaps(b, a)


@given(wanted)
def test_everybody_stands_in_their_ring_inside_of_the_picture_and_off_the_middle(
    asked: tuple[list[int | None], ...],
) -> None:
    there = layout(asked)
    for ring, places in enumerate(there.places):
        for place in places:
            assert ring_at(there, place.x, place.y) == ring
            away = math.hypot(place.x, place.y)
            assert MIDDLE + BARE < away < there.radius - BARE
            assert abs(place.x) + place.name / 2 <= there.radius + 1e-9
            assert place.name >= 0.6, "room for a short name"


@given(wanted)
def test_nobody_moves_when_one_more_comes_but_outwards_with_their_whole_row(
    asked: tuple[list[int | None], ...],
) -> None:
    before = layout(asked)
    for ring in range(3):
        new = free_place(ring, before.numbers[ring])
        more = [list(numbers) for numbers in before.numbers]
        more[ring].append(new)
        after = layout(more)
        for was, now in zip(before.places, after.places, strict=True):
            for a, b in zip(was, now, strict=False):
                assert math.isclose(math.atan2(a.x, a.y), math.atan2(b.x, b.y), abs_tol=1e-9)
                if after.rows == before.rows:
                    assert a[:2] == b[:2]


@given(wanted)
def test_who_asks_for_a_free_place_has_it_and_nobody_shares_one(asked: tuple[list[int | None], ...]) -> None:
    for ring, numbers in enumerate(asked):
        found = settled(ring, numbers)
        assert len(set(found)) == len(found)
        rows = layout(asked).rows[ring]
        for want, has in zip(numbers, found, strict=True):
            if want is not None and want < capacity(ring, rows) and numbers.count(want) == 1:
                assert has == want


@given(wanted)
def test_a_mirrored_picture_has_everybody_at_the_same_distance_on_the_other_side(
    asked: tuple[list[int | None], ...],
) -> None:
    there = layout(asked)
    for a, b in zip(standing(there), standing(mirrored(there)), strict=True):
        assert (b.x, b.y, b.name) == (-a.x, a.y, a.name)
    assert mirrored(mirrored(there)) == there


@given(wanted, st.floats(-9, 9), st.floats(-9, 9))
def test_wherever_a_face_is_let_go_of_there_is_a_free_place_in_that_ring(
    asked: tuple[list[int | None], ...], x: float, y: float
) -> None:
    there = layout(asked)
    ring = ring_at(there, x, y)
    number = place_at(there, x, y, there.numbers[ring])
    assert number not in there.numbers[ring]
    after = list(map(list, there.numbers))
    after[ring].append(number)
    assert layout(after).numbers[ring][-1] == number


@given(wanted)
def test_a_face_let_go_of_where_it_stood_stays(asked: tuple[list[int | None], ...]) -> None:
    there = layout(asked)
    for ring, places in enumerate(there.places):
        for n, place in enumerate(places):
            others = [number for m, number in enumerate(there.numbers[ring]) if m != n]
            assert place_at(there, place.x, place.y, others) == there.numbers[ring][n]


def test_the_first_three_of_a_ring_stand_well_apart() -> None:
    for ring in range(3):
        asked: list[list[int | None]] = [[], [], []]
        asked[ring] = [None, None, None]
        turns = sorted(math.atan2(p.y, p.x) / math.tau % 1 for p in standing(layout(asked)))
        gaps = [b - a for a, b in zip(turns, [*turns[1:], turns[0] + 1], strict=True)]
        assert min(gaps) > 0.2
