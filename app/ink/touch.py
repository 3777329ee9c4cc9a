"""What an eraser meets: whole strokes, or the part of them that it rubs out."""

import math
from collections.abc import Iterable, Iterator, Sequence

from app.ink.line import Spot, kept, rounded
from app.ink.outline import Box, box
from app.ink.stroke import Point, Stroke


def erased_by(strokes: Iterable[tuple[str, Stroke]], path: Sequence[Spot], radius: float) -> frozenset[str]:
    """Return the ids of the strokes whose ink an eraser touches along its path (radius in page units).

    Where the width changes, the piece counts as wide as its wider end: nobody minds an eraser that is kind.
    """
    if not path:
        return frozenset()
    xs = [x for x, _ in path]
    ys = [y for _, y in path]
    swept = Box(min(xs), min(ys), max(xs), max(ys)).grown(radius)
    return frozenset(id for id, stroke in strokes if box(stroke).meets(swept) and _touches(stroke, path, radius))


def rubbed(stroke: Stroke, path: Sequence[Spot], radius: float) -> tuple[Stroke, ...] | None:
    """Return what is left of a stroke where an eraser went along a path: pieces of it, or none at all.

    None where the eraser did not meet it. radius: page units. A piece ends where the eraser's edge was.
    """
    if not path or not erased_by((("", stroke),), path, radius):
        return None
    pieces: list[list[tuple[Point, int]]] = [[]]
    for x, y, width in _close_spots(stroke, step=max(2.0, radius / 4)):
        # Ends are round: a piece that stopped at the path's edge would reach into what was rubbed out.
        if any(_off((x, y), path[k], path[min(k + 1, len(path) - 1)]) < radius + width / 2 for k in _legs(path)):
            if pieces[-1]:
                pieces.append([])
        else:
            pieces[-1].append(((round(x), round(y)), max(1, round(width))))
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


def _legs(path: Sequence[Spot]) -> range:
    return range(max(1, len(path) - 1))


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


def _touches(stroke: Stroke, path: Sequence[Spot], radius: float) -> bool:
    points = stroke.points
    widths = stroke.widths or (stroke.width,) * len(points)
    for i in range(max(1, len(points) - 1)):
        j = min(i + 1, len(points) - 1)
        reach = radius + max(widths[i], widths[j]) / 2
        for k in _legs(path):
            end = path[min(k + 1, len(path) - 1)]
            if _apart(points[i], points[j], path[k], end) <= reach:
                return True
    return False


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
