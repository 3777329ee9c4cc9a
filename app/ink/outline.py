"""The shape of a stroke's ink: one answer for the screen, small pictures and paper.

Ours, because what is kept are points with widths, which must always look the same, and Pillow needs convex pieces:
perfect-freehand draws another line (docs/decisions/0022-ink-outline.md).
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from app.ink.curve import Spot, rounded
from app.ink.stroke import Stroke

Polygon: TypeAlias = tuple[Spot, ...]

_Disc: TypeAlias = tuple[float, float, float]
"""x, y, radius."""

_STRAIGHT = 2 * math.cos(math.radians(10))
"""Two directions add up to more than this where they differ by less than 20°: no round join is needed."""

_ROUNDNESS = 0.12
"""How far, in page units, a round end may be from a true circle."""


class Box(NamedTuple):
    """A rectangle on the page, in page units."""

    left: float
    """From the page's left edge to its left edge; below 0 beside the page."""
    top: float
    """From the page's top edge to its upper edge; below 0 above the page."""
    right: float
    """From the page's left edge to its right edge."""
    bottom: float
    """From the page's top edge to its lower edge."""

    def grown(self, by: float) -> "Box":
        """Return the rectangle with so much more on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def meets(self, other: "Box") -> bool:
        """Whether the two have a place in common, edges included."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )


def box(stroke: Stroke) -> Box:
    """Return the rectangle that a stroke's ink stays in."""
    xs = [x for x, _ in stroke.points]
    ys = [y for _, y in stroke.points]
    widest = max(stroke.widths, default=stroke.width)
    # Two more: smoothing leaves the kept line by a little over a unit.
    return Box(min(xs), min(ys), max(xs), max(ys)).grown(widest / 2 + 2)


def outline(stroke: Stroke) -> tuple[Polygon, ...]:
    """Return convex polygons, all turning the same way, whose union is the ink (page units).

    Filled together as one path with the nonzero rule, or one by one on a mask, they never show
    where they overlap. A dot is one polygon. Ends and joins are round.
    """
    spots = _spots(stroke)
    if len(spots) == 1:
        return (disc(*spots[0]),)
    return tuple(
        _slice(a, b, at_a, at_b) or _capsule(a, b)
        for (a, b), (at_a, at_b) in zip(pairwise(spots), pairwise(_joins(spots)), strict=True)
    )


def ribbons(stroke: Stroke) -> tuple[Polygon, ...]:
    """Return the same ink in fewer polygons with fewer corners: for whoever fills with the nonzero rule.

    Pieces that meet gently become one, which need not be convex and may cross itself.
    """
    spots = _spots(stroke)
    if len(spots) == 1:
        return (disc(*spots[0]),)
    found: list[Polygon] = []
    right: list[Spot] = []
    left: list[Spot] = []
    for (a, b), (at_a, at_b) in zip(pairwise(spots), pairwise(_joins(spots)), strict=True):
        if _slice(a, b, at_a, at_b) is not None and at_a is not None and at_b is not None:
            if not right:
                right, left = [at_a[0]], [at_a[1]]
            right.append(at_b[0])
            left.append(at_b[1])
            continue
        if right:
            found.append((*right, *reversed(left)))
            right, left = [], []
        found.append(_capsule(a, b))
    if right:
        found.append((*right, *reversed(left)))
    return tuple(found)


def _joins(spots: Sequence[_Disc]) -> list[tuple[Spot, Spot] | None]:
    """Return the edges of the ink at each point: None at the two ends and where the line turns sharply."""
    return [None, *(_sides(a, b, c) for a, b, c in zip(spots, spots[1:], spots[2:], strict=False)), None]


def _spots(stroke: Stroke) -> list[_Disc]:
    """Return the smooth line with its half width at each point; points that are one are left out."""
    widths = stroke.widths or (stroke.width,) * len(stroke.points)
    spots: list[_Disc] = []
    for x, y, at in rounded(stroke.points):
        low = int(at)
        high = min(low + 1, len(widths) - 1)
        if not spots or spots[-1][:2] != (x, y):
            spots.append((x, y, (widths[low] + (widths[high] - widths[low]) * (at - low)) / 2))
    return spots


def _sides(a: _Disc, b: _Disc, c: _Disc) -> tuple[Spot, Spot] | None:
    """Return the two edges of the ink at b (right of the way first), or None where the line turns sharply."""
    (ax, ay, _), (x, y, radius), (cx, cy, _) = a, b, c
    ux, uy, vx, vy = x - ax, y - ay, cx - x, cy - y
    u, v = math.hypot(ux, uy), math.hypot(vx, vy)
    wx, wy = ux / u + vx / v, uy / u + vy / v
    size = math.hypot(wx, wy)
    if size < _STRAIGHT:
        return None
    dx, dy = radius * wx / size, radius * wy / size
    return (x + dy, y - dx), (x - dy, y + dx)


def _slice(a: _Disc, b: _Disc, at_a: tuple[Spot, Spot] | None, at_b: tuple[Spot, Spot] | None) -> Polygon | None:
    """Return a piece between two gentle joins: four corners, where a capsule has thirty.

    None where a join is not gentle, where the line bends so tightly that the inner edge runs backwards, or where the
    width leaps.
    """
    if at_a is None or at_b is None:
        return None
    dx, dy = b[0] - a[0], b[1] - a[1]
    for (fx, fy), (tx, ty) in zip(at_a, at_b, strict=True):
        if (tx - fx) * dx + (ty - fy) * dy <= 0:
            return None
    piece = (at_a[0], at_b[0], at_b[1], at_a[1])
    # Where the width leaps within a step, the joins may lean so far that a corner points inwards.
    return piece if a[2] == b[2] or _convex(piece) else None


def _convex(corners: Polygon) -> bool:
    """Whether four corners all turn the same way."""
    turns = [
        (bx - ax) * (cy - by) - (by - ay) * (cx - bx)
        for (ax, ay), (bx, by), (cx, cy) in zip(
            corners, (*corners[1:], corners[0]), (*corners[2:], *corners[:2]), strict=True
        )
    ]
    return min(turns) >= 0 or max(turns) <= 0


def disc(x: float, y: float, radius: float, roundness: float = _ROUNDNESS) -> Polygon:
    """Return a whole disc; roundness: how far, in its unit, its edge may be from a true circle."""
    return tuple(arc(x, y, radius, 0.0, 2 * math.pi, roundness)[:-1])


def _capsule(a: _Disc, b: _Disc) -> Polygon:
    """Return the hull of two discs (x, y, radius): two arcs, joined where the tangents touch."""
    (ax, ay, ar), (bx, by, br) = a, b
    apart = math.hypot(bx - ax, by - ay)
    if apart <= abs(ar - br):
        return disc(*(a if ar >= br else b))
    way = math.atan2(by - ay, bx - ax)
    lean = math.acos((ar - br) / apart)
    ahead = arc(bx, by, br, way - lean, way + lean)
    behind = arc(ax, ay, ar, way + lean, way - lean + 2 * math.pi)
    return (*ahead, *behind)


def arc(x: float, y: float, radius: float, start: float, end: float, roundness: float = _ROUNDNESS) -> list[Spot]:
    """Return a piece of a circle, both ends included, from an angle (radians) to a greater one."""
    step = 2 * math.acos(max(0.0, 1 - roundness / radius))
    pieces = max(2, math.ceil((end - start) / step))
    turn = (end - start) / pieces
    # One rotation, applied again and again: a third of the time of a cosine and a sine a corner.
    cos, sin = math.cos(turn), math.sin(turn)
    dx, dy = radius * math.cos(start), radius * math.sin(start)
    spots = [(x + dx, y + dy)]
    for _ in range(pieces):
        dx, dy = dx * cos - dy * sin, dx * sin + dy * cos
        spots.append((x + dx, y + dy))
    return spots
