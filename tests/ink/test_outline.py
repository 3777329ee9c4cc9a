"""The ink's shape covers its line, keeps its width and can be filled in one go."""

import math

from hypothesis import example, given

from app.ink import Polygon, Stroke, box, outline, smooth
from tests.ink.strokes import any_stroke, drawn_stroke


def area(polygon: Polygon) -> float:
    """Twice the signed area."""
    turned = (*polygon[1:], polygon[0])
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(polygon, turned, strict=True))


def holds(polygon: Polygon, x: float, y: float) -> bool:
    """Whether a convex polygon holds a place, its edge included."""
    turned = (*polygon[1:], polygon[0])
    return all(
        (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= -1e-6 for (ax, ay), (bx, by) in zip(polygon, turned, strict=True)
    )


CURL = Stroke(
    tuple((round(800 + 60 * math.cos(k / 8)), round(600 + 60 * math.sin(k / 8))) for k in range(50)), width=200
)


@example(Stroke(((0, 0),) * 16 + ((1, 0), (7, 3)), 0, 1, "felt", (1,) * 17 + (27,)))
@given(any_stroke())
@example(CURL)
def test_all_pieces_turn_the_same_way_are_convex_and_stay_in_the_box(stroke: Stroke) -> None:
    around = box(stroke)
    for polygon in outline(stroke):
        assert area(polygon) > 0
        ring = (*polygon, polygon[0], polygon[1])
        for (ax, ay), (bx, by), (cx, cy) in zip(ring, ring[1:], ring[2:], strict=False):
            assert (bx - ax) * (cy - by) - (by - ay) * (cx - bx) >= -1e-3
        for x, y in polygon:
            assert around.left - 1 <= x <= around.right + 1
            assert around.top - 1 <= y <= around.bottom + 1


@given(drawn_stroke())
def test_the_ink_covers_the_whole_line(stroke: Stroke) -> None:
    pieces = outline(stroke)
    for x, y in smooth(stroke.points):
        assert any(holds(piece, x, y) for piece in pieces)


def test_a_dot_is_a_disc_as_wide_as_the_pen() -> None:
    (disc,) = outline(Stroke(((100, 100),), width=32))
    assert all(abs(math.hypot(x - 100, y - 100) - 16) < 1e-6 for x, y in disc)


def test_a_line_is_as_wide_as_its_pen_and_as_its_widths_say() -> None:
    even = outline(Stroke(((100, 100), (500, 100)), width=20))
    assert {round(max(y for p in even for _, y in p)), round(min(y for p in even for _, y in p))} == {110, 90}
    swelling = outline(Stroke(((100, 100), (500, 100)), widths=(4, 40)))
    assert round(max(x for p in swelling for x, _ in p)) == 520
    assert round(min(x for p in swelling for x, _ in p)) == 98


def test_a_gentle_line_takes_few_corners() -> None:
    arc = tuple((round(800 + 400 * math.cos(k / 10)), round(600 + 400 * math.sin(k / 10))) for k in range(20))
    inside = outline(Stroke(arc))[1:-1]
    assert all(len(piece) == 4 for piece in inside)
