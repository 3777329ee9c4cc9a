"""An eraser meets what it passes over, and nothing else; one that rubs takes that part alone."""

from hypothesis import given
from hypothesis import strategies as st

from app.ink import Stroke, erased_by, outline, rubbed
from tests.ink.strokes import drawn_stroke

LINE = ("line", Stroke(((100, 100), (900, 500)), width=16))
DOT = ("dot", Stroke(((1200, 300),), width=32))
SWELLING = ("swelling", Stroke(((100, 1000), (500, 1000), (900, 1000)), widths=(4, 4, 100)))
ALL = (LINE, DOT, SWELLING)


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
    before, after = rubbed(LINE[1], [(500, 100), (500, 500)], 20) or ()
    assert before.points[0] == LINE[1].points[0]
    assert after.points[-1] == LINE[1].points[-1]
    assert before.points[-1][0] < 480 < 520 < after.points[0][0]


def test_a_pen_that_was_rubbed_is_the_same_pen() -> None:
    pencil = Stroke(((100, 100), (900, 100)), 3, 9, "pencil", (9, 4))
    pieces = rubbed(pencil, [(500, 100)], 20) or ()
    assert {(s.colour, s.width, s.pen) for s in pieces} == {(3, 9, "pencil")}
    assert [len(s.widths) for s in pieces] == [2, 2]
    assert (pieces[0].widths[0], pieces[1].widths[-1]) == (9, 4)


def test_a_dot_that_is_rubbed_is_gone_and_what_is_not_met_is_left_alone() -> None:
    assert rubbed(DOT[1], [(1200, 300)], 20) == ()
    assert rubbed(DOT[1], [(100, 300)], 20) is None
    assert rubbed(LINE[1], [], 20) is None


@given(drawn_stroke(), st.data())
def test_no_ink_is_left_where_the_eraser_was_and_none_comes_where_there_was_none(
    stroke: Stroke, data: st.DataObject
) -> None:
    spot = data.draw(st.sampled_from(stroke.points))
    pieces = rubbed(stroke, [spot], 20)
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
