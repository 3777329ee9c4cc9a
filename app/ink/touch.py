"""Where a finger or a pen is on the page, and what an eraser meets."""

import math
from collections.abc import Iterable, Sequence

from app.ink.line import Spot
from app.ink.outline import Box, box
from app.ink.stroke import PAGE_HEIGHT, PAGE_WIDTH, Point, Stroke

MARGIN = 24
"""How far off the page, in page units, a line is followed, so that a stroke over the edge leaves it."""


def to_page(x: float, y: float, shown_width: float, shown_height: float, turned: bool = False) -> Point:
    """Return the point of the page under a place on the screen.

    x, y: from the shown page's left top corner, in the unit of shown_width and shown_height (> 0).
    turned: the page is shown turned by 180° for the person opposite.
    """
    across, down = x / shown_width, y / shown_height
    if turned:
        across, down = 1 - across, 1 - down
    return (
        round(min(max(across * PAGE_WIDTH, -MARGIN), PAGE_WIDTH + MARGIN)),
        round(min(max(down * PAGE_HEIGHT, -MARGIN), PAGE_HEIGHT + MARGIN)),
    )


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


def _touches(stroke: Stroke, path: Sequence[Spot], radius: float) -> bool:
    points = stroke.points
    widths = stroke.widths or (stroke.width,) * len(points)
    for i in range(max(1, len(points) - 1)):
        j = min(i + 1, len(points) - 1)
        reach = radius + max(widths[i], widths[j]) / 2
        for k in range(max(1, len(path) - 1)):
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
