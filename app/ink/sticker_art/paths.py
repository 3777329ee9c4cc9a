"""Lines to draw with, in a square of 200 × 200: named as one would say them, kept as cubic curves.

Nothing here has a width or a colour yet: app.ink.sticker_art.parts gives it both.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from app.ink.curve import Spot

SIDE = 200
"""The side of the square that every drawing is made in; its middle is (100, 100), y goes down."""

Bend: TypeAlias = tuple[float, float] | tuple[float, float, float]
"""A place that a line goes through, round. With a third number: how far before and after it the line
starts to turn; 0 is a sharp corner."""

_ROUND = 0.5523
"""How far along a quarter of a circle the handles of its bezier stand."""


class Path(NamedTuple):
    """A line: where it starts, then cubic curves."""

    start: Spot
    """x to the right and y down from the left top corner of the square of 200 × 200."""
    curves: tuple[tuple[Spot, Spot, Spot], ...]
    """Each as handle, handle, end, from where the one before it ends."""
    closed: bool
    """It ends where it starts."""


def circle(x: float, y: float, radius: float) -> Path:
    """Return a circle round (x, y)."""
    return oval(x, y, radius, radius)


def oval(x: float, y: float, across: float, down: float, turn: float = 0) -> Path:
    """Return an ellipse round (x, y): half its width, half its height, then turned clockwise (degrees)."""
    a, d = across * _ROUND, down * _ROUND
    path = Path(
        (x + across, y),
        (
            ((x + across, y + d), (x + a, y + down), (x, y + down)),
            ((x - a, y + down), (x - across, y + d), (x - across, y)),
            ((x - across, y - d), (x - a, y - down), (x, y - down)),
            ((x + a, y - down), (x + across, y - d), (x + across, y)),
        ),
        True,
    )
    return turned(path, turn, (x, y)) if turn else path


def heart(x: float, y: float, size: float) -> Path:
    """Return a heart round (x, y), its tip a little round. size: half its width."""
    half = ((14, 74), (58, 38), (85, -16), (72, -58), (36, -72), (0, -48, 0.0))
    bends: list[Bend] = [*half, *((-bend[0], *bend[1:]) for bend in half[-2::-1]), (0, 81)]
    return blob(*((x + bend[0] * size / 86, y + bend[1] * size / 86, *bend[2:]) for bend in bends))


def plate(left: float, top: float, right: float, bottom: float, radius: float) -> Path:
    """Return a rectangle with round corners."""
    return corners((left, top), (right, top), (right, bottom), (left, bottom), radius=radius)


def corners(*bends: Bend, radius: float = 0) -> Path:
    """Return a closed shape of straight sides whose corners are rounded: each by its third number, or radius.

    A corner starts to bend so far before it, and at most half-way to the next.
    """
    places = [bend[:2] for bend in bends]
    count = len(bends)
    curves: list[tuple[Spot, Spot, Spot]] = []
    for i, bend in enumerate(bends):
        here = places[i]
        reach = bend[2] if len(bend) == 3 else radius
        enter = _towards(here, places[i - 1], reach)
        leave = _towards(here, places[(i + 1) % count], reach)
        if curves:
            curves.append(_straight(curves[-1][2], enter))
        if reach:
            curves.append((_towards(enter, here, reach * _ROUND), _towards(leave, here, reach * _ROUND), leave))
        elif not curves:
            curves.append(_straight(here, here))
    first = _towards(places[0], places[-1], bends[0][2] if len(bends[0]) == 3 else radius)
    curves.append(_straight(curves[-1][2], first))
    return Path(first, tuple(curves), True)


def blob(*bends: Bend) -> Path:
    """Return a closed round shape through these places; one with a third number 0 is a sharp corner."""
    sharp = [i for i, bend in enumerate(bends) if len(bend) == 3]
    places: list[Spot] = [bend[:2] for bend in bends]
    if not sharp:
        ring = [places[-1], *places, places[0], places[1]]
        return Path(places[0], tuple(_through(ring)), True)
    first = sharp[0]
    places = [*places[first:], *places[:first], places[first]]
    marks = [*(i - first for i in sharp), len(bends)]
    return Path(places[0], tuple(_between(places, marks)), True)


def curve(*bends: Bend) -> Path:
    """Return an open round line through these places; two make it straight, a third number 0 a sharp corner."""
    places: list[Spot] = [bend[:2] for bend in bends]
    marks = sorted({0, len(bends) - 1, *(i for i, bend in enumerate(bends) if len(bend) == 3)})
    return Path(places[0], tuple(_between(places, marks)), False)


def moved(path: Path, right: float, down: float) -> Path:
    """Return the same line somewhere else."""
    return _each(path, lambda x, y: (x + right, y + down))


def mirrored(path: Path, middle: float = SIDE / 2) -> Path:
    """Return a line's mirror image, left for right, about an upright line."""
    return _each(path, lambda x, y: (2 * middle - x, y))


def turned(path: Path, degrees: float, about: Spot) -> Path:
    """Return a line turned clockwise about a place."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    ax, ay = about
    return _each(path, lambda x, y: (ax + (x - ax) * cos - (y - ay) * sin, ay + (x - ax) * sin + (y - ay) * cos))


def flat(path: Path, fineness: float) -> list[Spot]:
    """Return a line's corners, so many that it is nowhere further than fineness from the true curve.

    A closed line's first corner is not said again at its end.
    """
    spots = [path.start]
    for (bx, by), (cx, cy), end in path.curves:
        ax, ay = spots[-1]
        dx, dy = end
        # A chord over a time h leaves the curve by h² / 8 times the speed's change across its way.
        pieces = math.ceil(math.sqrt(_bend((ax, ay), (bx, by), (cx, cy), end) / 8 / fineness))
        for k in range(1, pieces):
            t = k / pieces
            u = 1 - t
            a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
            spots.append((a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy))
        spots.append(end)
    thin = [spots[0], *(b for a, b in pairwise(spots) if math.dist(a, b) > 1e-6)]
    if path.closed and math.dist(thin[0], thin[-1]) <= 1e-6:
        thin.pop()
    return thin


def _bend(a: Spot, b: Spot, c: Spot, d: Spot) -> float:
    """Return the most that a cubic's speed changes across its way: five looks on the way are enough for a spline."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = a, b, c, d
    most = 0.0
    for t in (0, 0.25, 0.5, 0.75, 1):
        u = 1 - t
        uu, ut, tt = 3 * u * u, 6 * u * t, 3 * t * t
        vx = uu * (bx - ax) + ut * (cx - bx) + tt * (dx - cx)
        vy = uu * (by - ay) + ut * (cy - by) + tt * (dy - cy)
        wx = 6 * (u * (ax - 2 * bx + cx) + t * (bx - 2 * cx + dx))
        wy = 6 * (u * (ay - 2 * by + cy) + t * (by - 2 * cy + dy))
        speed = math.hypot(vx, vy)
        most = max(most, abs(vx * wy - vy * wx) / speed if speed > 1e-9 else math.hypot(wx, wy))
    return most


def _straight(a: Spot, b: Spot) -> tuple[Spot, Spot, Spot]:
    return (
        ((2 * a[0] + b[0]) / 3, (2 * a[1] + b[1]) / 3),
        ((a[0] + 2 * b[0]) / 3, (a[1] + 2 * b[1]) / 3),
        b,
    )


def _towards(a: Spot, b: Spot, far: float) -> Spot:
    """Return the place so far from a on the way to b, or half-way where that is nearer."""
    part = min(far / (math.dist(a, b) or 1.0), 0.5)
    return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)


def _between(places: Sequence[Spot], marks: Sequence[int]) -> Iterable[tuple[Spot, Spot, Spot]]:
    """Yield the curves of a line that is round but for the places with these indices, its ends among them."""
    for low, high in pairwise(marks):
        run = places[low : high + 1]
        if len(run) == 2:
            yield _straight(*run)
        else:
            yield from _ended(list(_through([run[0], *run, run[-1]])), run[0])


def _ended(curves: list[tuple[Spot, Spot, Spot]], start: Spot) -> list[tuple[Spot, Spot, Spot]]:
    """Return a round line whose two end pieces bend as a circle would: at both of their ends alike."""
    _, after, end = curves[0]
    curves[0] = (_flipped(after, start, end), after, end)
    before, _, end = curves[-1]
    curves[-1] = (before, _flipped(before, end, curves[-2][2]), end)
    return curves


def _flipped(handle: Spot, a: Spot, b: Spot) -> Spot:
    """Return the mirror image of a place, about the line that has a on one side and b on the other."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    along = ((handle[0] - (a[0] + b[0]) / 2) * dx + (handle[1] - (a[1] + b[1]) / 2) * dy) / (dx * dx + dy * dy)
    return (handle[0] - 2 * along * dx, handle[1] - 2 * along * dy)


def _through(run: Sequence[Spot]) -> Iterable[tuple[Spot, Spot, Spot]]:
    """Yield the curves from the second place to the last but one: a centripetal spline (Catmull and Rom's).

    Centripetal, so that it makes no loop however unevenly the places lie (Yuksel, Schaefer, Keyser 2011).
    """
    for a, b, c, d in zip(run, run[1:], run[2:], run[3:], strict=False):
        before, along, after = math.dist(a, b), math.dist(b, c), math.dist(c, d)
        yield _handle(a, b, c, before, along), _handle(d, c, b, after, along), c


def _handle(a: Spot, b: Spot, c: Spot, before: float, along: float) -> Spot:
    """Return the handle at b of the curve from b to c, coming from a."""
    if not before:
        return ((2 * b[0] + c[0]) / 3, (2 * b[1] + c[1]) / 3)
    p, q = math.sqrt(before), math.sqrt(along)
    whole = 3 * p * (p + q)
    own = 2 * before + 3 * p * q + along
    return (
        (before * c[0] - along * a[0] + own * b[0]) / whole,
        (before * c[1] - along * a[1] + own * b[1]) / whole,
    )


def _each(path: Path, to: Callable[[float, float], Spot]) -> Path:
    """Return a line with each of its places somewhere else."""
    moved_curves = tuple((to(*a), to(*b), to(*c)) for a, b, c in path.curves)
    return Path(to(*path.start), moved_curves, path.closed)
