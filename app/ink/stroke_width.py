"""A line that feels like a pen: quick is thin, slow is thick. No screen that we draw on tells the pressure.

Speed is taken between the times at which a pointer was reported, and smoothed, since those times jitter.
"""

import math
from collections.abc import Sequence

from app.ink.curve import kept
from app.ink.stroke import Point, Stroke, pen_of

QUICK = 3.0
"""Page units a millisecond at which a line is as thin as it gets: across the page in half a second."""

_MEMORY = 0.75
"""How much of the speed before stays in the speed now: at 60 reports a second it follows within a tenth."""

_STEPS = 8
"""Widths come in eighths of the pen's, which the eye cannot tell apart, and a byte holds."""


class StrokeWidth:
    """How wide the line is, report by report. One for each stroke; times in milliseconds."""

    def __init__(self, pen: str, width: float) -> None:
        """width: the pen's, in any unit; widths come back in the same."""
        self._thins = pen_of(pen).thins
        self._width = width
        self._speed = 0.0
        self._last: tuple[float, float, float] | None = None

    def at(self, x: float, y: float, time: float | None) -> float:
        """Return the width at a place (page units) and time; None: nobody knows when, and the line stays as wide."""
        if time is not None and self._last is not None:
            before_x, before_y, before = self._last
            if time > before:
                now = math.hypot(x - before_x, y - before_y) / (time - before)
                self._speed = _MEMORY * self._speed + (1 - _MEMORY) * now
        if time is not None:
            self._last = (x, y, time)
        share = 1 - self._thins * min(1.0, self._speed / QUICK)
        return self._width * round(share * _STEPS) / _STEPS


def stroke_of(points: Sequence[Point], widths: Sequence[float] = (), *, colour: int, width: int, pen: str) -> Stroke:
    """Return the stroke that is kept of a line drawn: only the points that it needs, with the width at each.

    points: page units, one or more. widths: at each of them, page units; () is the pen's everywhere.
    """
    stay = kept(points)
    thin = tuple(points[i] for i in stay)
    if len(thin) == 2 and thin[0] == thin[1]:
        return Stroke(thin[:1], colour, width, pen)
    found = tuple(max(1, round(widths[i])) for i in stay) if widths else ()
    return Stroke(thin, colour, width, pen, () if set(found) <= {width} else found)
