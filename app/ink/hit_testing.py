"""What an eraser meets: whole strokes, or the part of them that it rubs out."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from app.ink.curve import Spot, kept, rounded
from app.ink.outline import Box, box
from app.ink.stroke import Point, Stroke


class _Way:
    """Where an eraser went: its legs, each found from the cells that it passes, so that only those near are asked.

    A rubber that goes to and fro for a minute makes thousands of legs, and a full page has a thousand lines.
    """

    def __init__(self, path: Sequence[Spot], radius: float) -> None:
        self.radius = radius
        self._legs = list(pairwise(path)) if len(path) > 1 else [(path[0], path[0])]
        self._cells: dict[tuple[int, int], list[int]] = {}
        for n, ((ax, ay), (bx, by)) in enumerate(self._legs):
            for cell in _cells(Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)).grown(radius)):
                self._cells.setdefault(cell, []).append(n)
        xs, ys = [x for x, _ in path], [y for _, y in path]
        self.swept = Box(min(xs), min(ys), max(xs), max(ys)).grown(radius)

    def near(self, around: Box) -> Iterator[tuple[Spot, Spot]]:
        """Yield the legs that may come nearer to a rectangle than the eraser's radius."""
        asked: set[int] = set()
        for cell in _cells(around):
            for n in self._cells.get(cell, ()):
                if n not in asked:
                    asked.add(n)
                    yield self._legs[n]

    def covers(self, x: float, y: float, beside: float) -> bool:
        """Whether a place is nearer to the way than the radius and so much beside it."""
        reach = self.radius + beside
        around = Box(x - beside, y - beside, x + beside, y + beside)
        return any(_off((x, y), a, b) < reach for a, b in self.near(around))

    def touches(self, stroke: Stroke) -> bool:
        """Whether an eraser that went along here touched a stroke's ink."""
        if not box(stroke).meets(self.swept):
            return False
        points = stroke.points
        widths = stroke.widths or (stroke.width,) * len(points)
        for i in range(max(1, len(points) - 1)):
            j = min(i + 1, len(points) - 1)
            (ax, ay), (bx, by), beside = points[i], points[j], max(widths[i], widths[j]) / 2
            around = Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)).grown(beside)
            if any(_apart(points[i], points[j], c, d) <= self.radius + beside for c, d in self.near(around)):
                return True
        return False


def erased_by(strokes: Iterable[tuple[str, Stroke]], path: Sequence[Spot], radius: float) -> frozenset[str]:
    """Return the ids of the strokes whose ink an eraser touches along its path (radius in page units).

    Where the width changes, the piece counts as wide as its wider end: nobody minds an eraser that is kind.
    """
    if not path:
        return frozenset()
    way = _Way(path, radius)
    return frozenset(id for id, stroke in strokes if way.touches(stroke))


def rubbed(
    strokes: Iterable[tuple[str, Stroke]], path: Sequence[Spot], radius: float
) -> tuple[tuple[str, tuple[Stroke, ...]], ...]:
    """Return what is left of each stroke that an eraser met along its path: its id, and pieces of it, or none at all.

    Those that it did not meet are not among them. radius: page units. A piece ends where the eraser's edge was.
    """
    if not path:
        return ()
    way = _Way(path, radius)
    found = ((id, _left(stroke, way)) for id, stroke in strokes if way.touches(stroke))
    return tuple((id, pieces) for id, pieces in found if pieces is not None)


def _left(stroke: Stroke, way: _Way) -> tuple[Stroke, ...] | None:
    """Return the pieces of a stroke that are left, or None where all of it is."""
    pieces: list[list[tuple[Point, int]]] = [[]]
    whole = True
    for x, y, width in _close_spots(stroke, step=max(2.0, way.radius / 4)):
        # Ends are round: a piece that stopped at the path's edge would reach into what was rubbed out.
        if way.covers(x, y, width / 2):
            whole = False
            if pieces[-1]:
                pieces.append([])
        else:
            pieces[-1].append(((round(x), round(y)), max(1, round(width))))
    if whole:
        return None
    left: list[Stroke] = []
    for piece in pieces:
        if piece:
            stay = kept([p for p, _ in piece])
            points = tuple(piece[i][0] for i in stay)
            widths = tuple(piece[i][1] for i in stay) if stroke.widths else ()
            if len(points) == 2 and points[0] == points[1]:
                points, widths = points[:1], widths[:1]
            left.append(stroke._replace(points=points, widths=widths))
    return tuple(left)


_CELL = 64
"""A cell's side, in page units: a rubber's width and half as much again."""


def _cells(around: Box) -> Iterator[tuple[int, int]]:
    """Yield the cells that a rectangle meets."""
    for row in range(int(around.top // _CELL), int(around.bottom // _CELL) + 1):
        for column in range(int(around.left // _CELL), int(around.right // _CELL) + 1):
            yield column, row


def _close_spots(stroke: Stroke, step: float) -> Iterator[tuple[float, float, float]]:
    """Yield the line as it is drawn, as (x, y, width), no two further apart than a step (page units)."""
    widths = stroke.widths or (stroke.width,) * len(stroke.points)
    line = rounded(stroke.points)
    for n, (x, y, at) in enumerate(line):
        wide = _width(widths, at)
        if n:
            before_x, before_y, before_at = line[n - 1]
            pieces = math.ceil(math.hypot(x - before_x, y - before_y) / step)
            for k in range(1, pieces):
                t = k / pieces
                yield (
                    before_x + (x - before_x) * t,
                    before_y + (y - before_y) * t,
                    _width(widths, before_at + (at - before_at) * t),
                )
        yield x, y, wide


def _width(widths: Sequence[int], at: float) -> float:
    low = int(at)
    high = min(low + 1, len(widths) - 1)
    return widths[low] + (widths[high] - widths[low]) * (at - low)


def _apart(a: Spot, b: Spot, c: Spot, d: Spot) -> float:
    """Return the least distance between the pieces a–b and c–d: none where they cross."""
    if _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0:
        return 0.0
    return min(_off(a, c, d), _off(b, c, d), _off(c, a, b), _off(d, a, b))


def _side(a: Spot, b: Spot, p: Spot) -> float:
    return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])


def _off(p: Spot, a: Spot, b: Spot) -> float:
    """Return the distance from p to the piece a–b."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length)) if length else 0.0
    return math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)
