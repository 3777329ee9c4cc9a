"""A drawn line as it is kept (few points) and as it is seen (smooth): the same for screen and paper.

Simplifying is Ramer's and Douglas & Peucker's (1972, 1973), with the distance to the piece of line
and not to the endless one, so that a line that turns back on itself keeps its turn.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from app.ink.stroke import Point

Spot: TypeAlias = tuple[float, float]
"""A place on the page that need not be whole: only ever drawn, never kept."""

TOLERANCE = 1.0
"""How far, in page units, a raw point may lie from the kept line. A pointer on a pad of 1040 px
comes in steps of 1.5 units, so anything finer is the screen's grid and not the hand's."""

_CORNER = math.cos(math.radians(55))
"""Two pieces that turn by more than this meet in a corner, which smoothing leaves alone."""

_BULGE = 1.2
"""How far, in units, smoothing may leave the straight piece between two points: what simplify took away."""

_TURN = math.radians(7)
"""The turn that the eye takes for round, on paper at 200 % (looked at, with the widest pen)."""

_MOST_PIECES = 12


def kept(points: Sequence[Point], tolerance: float = TOLERANCE) -> tuple[int, ...]:
    """Return the indices of the points that stay: first, last, and all that the line needs between.

    Every point left out lies within the tolerance (page units) of the piece that replaces it.
    Whatever goes with the points (widths, times) is thinned by the same indices.
    """
    if not points:
        return ()
    limit = tolerance * tolerance
    stays = {0, len(points) - 1}
    ahead = [(0, len(points) - 1)]
    while ahead:
        low, high = ahead.pop()
        (ax, ay), (bx, by) = points[low], points[high]
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        worst, at = float(limit), 0
        far: float
        for i in range(low + 1, high):
            x, y = points[i]
            x -= ax
            y -= ay
            along = x * dx + y * dy
            if along <= 0 or not length:
                far = x * x + y * y
            elif along >= length:
                far = (x - dx) ** 2 + (y - dy) ** 2
            else:
                far = (x * dy - y * dx) ** 2 / length
            if far > worst:
                worst, at = far, i
        if at:
            stays.add(at)
            ahead += [(low, at), (at, high)]
    return tuple(sorted(stays))


def simplify(points: Sequence[Point], tolerance: float = TOLERANCE) -> tuple[Point, ...]:
    """Return the line with only the points that it needs, done once, at pen-up.

    points: whole numbers, page units. A dot, however often it was reported, comes back as one point.
    """
    thin = tuple(points[i] for i in kept(points, tolerance))
    return thin[:1] if len(thin) == 2 and thin[0] == thin[1] else thin


def smooth(points: Sequence[Spot]) -> tuple[Spot, ...]:
    """Return the line as it is drawn: through every point given, round between them, corners left alone.

    Straight pieces get no points. The line stays within about a unit of the straight pieces.
    """
    return tuple((x, y) for x, y, _ in rounded(points))


def rounded(points: Sequence[Spot]) -> tuple[tuple[float, float, float], ...]:
    """Return what smooth does, as (x, y, at): at is the index of the point; 2.5 is half-way from 2 to 3."""
    if len(points) < 3:
        return tuple((float(x), float(y), float(i)) for i, (x, y) in enumerate(points))
    ways, lengths = _ways(points)
    line: list[tuple[float, float, float]] = []
    for i, (length, way) in enumerate(zip(lengths, ways, strict=True)):
        x, y = points[i]
        line.append((float(x), float(y), float(i)))
        start = _tangent(ways, lengths, i)
        end = _tangent(ways, lengths, i + 1)
        start = _mirrored(end, way) if start is None else start
        end = _mirrored(start, way) if end is None else end
        start, end = start or way, end or way
        turn = _angle(start, way) + _angle(way, end)
        pieces = min(math.ceil(turn / _TURN), int(length / 2), _MOST_PIECES)
        if pieces > 1:
            line += _piece(points[i], points[i + 1], start, end, length, pieces, i)
    x, y = points[-1]
    line.append((float(x), float(y), float(len(points) - 1)))
    return tuple(line)


def _ways(points: Sequence[Spot]) -> tuple[list[Spot], list[float]]:
    """Return each piece's direction (unit length; (0, 0) where two points are one) and its length."""
    ways: list[Spot] = []
    lengths: list[float] = []
    for (ax, ay), (bx, by) in pairwise(points):
        length = math.hypot(bx - ax, by - ay)
        lengths.append(length)
        ways.append(((bx - ax) / length, (by - ay) / length) if length else (0.0, 0.0))
    return ways, lengths


def _tangent(ways: Sequence[Spot], lengths: Sequence[float], at: int) -> Spot | None:
    """Return the direction of the line at a point: None at its two ends and at a corner."""
    if at in (0, len(ways)):
        return None
    (ax, ay), (bx, by) = ways[at - 1], ways[at]
    if ax * bx + ay * by < _CORNER:
        return None
    # The shorter piece says more about the direction here: the tangent of the parabola through all three.
    before, after = lengths[at], lengths[at - 1]
    x, y = ax * before + bx * after, ay * before + by * after
    size = math.hypot(x, y)
    return (x / size, y / size)


def _mirrored(tangent: Spot | None, way: Spot) -> Spot | None:
    """Return the direction at the other end of a piece that is part of a circle."""
    if tangent is None:
        return None
    double = 2 * (tangent[0] * way[0] + tangent[1] * way[1])
    return (double * way[0] - tangent[0], double * way[1] - tangent[1])


def _angle(a: Spot, b: Spot) -> float:
    return math.acos(max(-1.0, min(1.0, a[0] * b[0] + a[1] * b[1])))


def _piece(
    a: Spot, b: Spot, start: Spot, end: Spot, length: float, pieces: int, at: int
) -> list[tuple[float, float, float]]:
    """Return the points between two, on the cubic with these directions at its ends."""
    way = ((b[0] - a[0]) / length, (b[1] - a[1]) / length)
    pull_a = _pull(start, way, length)
    pull_b = _pull(end, way, length)
    found: list[tuple[float, float, float]] = []
    for k in range(1, pieces):
        t = k / pieces
        u = 1 - t
        # Hermite's basis.
        from_a, from_b = u * u * (1 + 2 * t), t * t * (3 - 2 * t)
        out_a, out_b = u * u * t * pull_a, -t * t * u * pull_b
        found.append(
            (
                from_a * a[0] + from_b * b[0] + out_a * start[0] + out_b * end[0],
                from_a * a[1] + from_b * b[1] + out_a * start[1] + out_b * end[1],
                at + t,
            )
        )
    return found


def _pull(tangent: Spot, way: Spot, length: float) -> float:
    """Return how strongly an end's direction bends the piece: it never leaves the line by over _BULGE."""
    slant = abs(tangent[0] * way[1] - tangent[1] * way[0])
    # u²t is 4/27 at most.
    return min(length, _BULGE * 27 / 4 / slant) if slant else length
