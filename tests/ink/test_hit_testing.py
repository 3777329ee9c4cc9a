"""An eraser meets what it passes over, and nothing else; one that rubs takes that part alone."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ink import Stroke, erased_by, hit_testing, outline, rubbed
from tests.ink.strokes import drawn_stroke

LINE = ("line", Stroke(((100, 100), (900, 500)), width=16))
DOT = ("dot", Stroke(((1200, 300),), width=32))
SWELLING = ("swelling", Stroke(((100, 1000), (500, 1000), (900, 1000)), widths=(4, 4, 100)))
ALL = (LINE, DOT, SWELLING)


def left(stroke: Stroke, path: list[tuple[float, float]], radius: float) -> tuple[Stroke, ...] | None:
    """Return what is left of one stroke, or None where nothing of it was met."""
    found = rubbed([("it", stroke)], path, radius)
    return found[0][1] if found else None


def test_an_eraser_takes_what_it_crosses_between_two_reports() -> None:
    assert erased_by(ALL, [(500, 100), (400, 700)], 2) == {"line"}


def test_an_eraser_beside_a_line_leaves_it() -> None:
    assert erased_by(ALL, [(500, 100), (600, 150)], 10) == frozenset()
    assert erased_by(ALL, [(300, 300)], 10) == frozenset()


def test_a_tap_takes_a_dot_when_it_touches_its_ink() -> None:
    assert erased_by(ALL, [(1230, 300)], 15) == {"dot"}
    assert erased_by(ALL, [(1233, 300)], 15) == frozenset()


def test_a_wide_end_is_met_further_off() -> None:
    assert erased_by(ALL, [(900, 1055)], 10) == {"swelling"}
    assert erased_by(ALL, [(100, 1055)], 10) == frozenset()
    assert erased_by(ALL, [], 10) == frozenset()


@given(drawn_stroke(), st.data())
def test_an_eraser_on_any_point_of_a_stroke_takes_it(stroke: Stroke, data: st.DataObject) -> None:
    spot = data.draw(st.sampled_from(stroke.points))
    assert erased_by([("it", stroke)], [spot], 1) == {"it"}


def test_rubbing_through_a_line_leaves_its_two_ends() -> None:
    before, after = left(LINE[1], [(500, 100), (500, 500)], 20) or ()
    assert before.points[0] == LINE[1].points[0]
    assert after.points[-1] == LINE[1].points[-1]
    assert before.points[-1][0] < 480 < 520 < after.points[0][0]


def test_a_pen_that_was_rubbed_is_the_same_pen() -> None:
    pencil = Stroke(((100, 100), (900, 100)), 3, 9, "pencil", (9, 4))
    pieces = left(pencil, [(500, 100)], 20) or ()
    assert {(s.colour, s.width, s.pen) for s in pieces} == {(3, 9, "pencil")}
    assert [len(s.widths) for s in pieces] == [2, 2]
    assert (pieces[0].widths[0], pieces[1].widths[-1]) == (9, 4)


def test_a_dot_that_is_rubbed_is_gone_and_what_is_not_met_is_left_alone() -> None:
    assert left(DOT[1], [(1200, 300)], 20) == ()
    assert left(DOT[1], [(100, 300)], 20) is None
    assert left(LINE[1], [], 20) is None


@given(drawn_stroke(), st.data())
def test_no_ink_is_left_where_the_eraser_was_and_none_comes_where_there_was_none(
    stroke: Stroke, data: st.DataObject
) -> None:
    spot = data.draw(st.sampled_from(stroke.points))
    pieces = left(stroke, [spot], 20)
    assert pieces is not None
    assert not any(inside(spot, polygon) for piece in pieces for polygon in outline(piece))
    widest = max(stroke.widths, default=stroke.width)
    for piece in pieces:
        assert max(piece.widths, default=piece.width) <= widest
        # No further from the old line than thinning and whole numbers move it.
        assert all(erased_by([("it", stroke)], [p], 2) for p in piece.points)


def inside(spot: tuple[float, float], polygon: tuple[tuple[float, float], ...]) -> bool:
    """Whether a convex polygon, turning either way, holds a spot."""
    x, y = spot
    sides = [
        (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        for (ax, ay), (bx, by) in zip(polygon, polygon[1:] + polygon[:1], strict=True)
    ]
    return all(s > 0 for s in sides) or all(s < 0 for s in sides)


def test_a_rubber_that_only_comes_near_leaves_the_line_as_it_was() -> None:
    # The wide end of a piece counts as wide for an eraser; a rubber takes what is there.
    assert erased_by([SWELLING], [(520, 950)], 10) == {"swelling"}
    assert left(SWELLING[1], [(520, 950)], 10) is None


@given(drawn_stroke(), st.lists(st.tuples(st.integers(-24, 1624), st.integers(-24, 1224)), min_size=1, max_size=30))
def test_what_a_rubber_takes_does_not_depend_on_how_its_way_is_looked_up(
    stroke: Stroke, path: list[tuple[float, float]]
) -> None:
    legs = list(pairwise(path)) or [(path[0], path[0])]
    one_by_one = frozenset[str]().union(*(erased_by([("it", stroke)], leg, 20) for leg in legs))
    assert erased_by([("it", stroke)], path, 20) == one_by_one
    assert left(stroke, path, 20) is None or one_by_one


def test_rubbing_for_a_minute_asks_only_what_is_near(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    off = hit_testing._off

    def counted(p: hit_testing.Spot, a: hit_testing.Spot, b: hit_testing.Spot) -> float:
        asked.append(p)
        return off(p, a, b)

    monkeypatch.setattr(hit_testing, "_off", counted)
    strokes = [(str(n), Stroke(((100, 40 * n), (1500, 40 * n)))) for n in range(30)]
    to_and_fro = [(800 + 700 * math.sin(n / 9), 20 + n / 5) for n in range(5_000)]
    assert len(rubbed(strokes, to_and_fro, 20)) == 27
    # One by one it would be five thousand legs for each of some eight thousand places.
    assert len(asked) < 1_000_000
