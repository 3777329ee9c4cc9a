"""Lines as a child draws them on the pad: sixty reports a second, and the width at each. For the benches.

A made-up hand. It wanders in arcs and turns, slower where it bends tightly (the two-thirds power law of Lacquaniti,
Terzuolo and Viviani, 1983) and slowest where the pen is set down and lifted: so its widths change as a real line's do.
"""

import math
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from app.ink import PAGE_HEIGHT, PAGE_WIDTH, PALETTE, PENS, Point, Stroke, StrokeWidth, stroke_of
from app.ink.handwriting.lines import SPACING

REPORT = 1000 / 60
"""Milliseconds from one report of the pointer to the next."""

EDGE = 120
"""Page units from the page's edge at which the hand turns back."""


class Line(NamedTuple):
    """One line as the pad hears of it: whole page units, the milliseconds, and how wide the pen was there."""

    points: tuple[Point, ...]
    times: tuple[float, ...]
    widths: tuple[float, ...]
    colour: int
    width: int
    pen: str

    @property
    def stroke(self) -> Stroke:
        """What is kept of it."""
        return stroke_of(self.points, self.widths, colour=self.colour, width=self.width, pen=self.pen)


def line(seed: int, count: int = 60, *, pen: str = "felt") -> Line:
    """Return a line of so many reports, in any colour and one of the pen's widths. The same each time."""
    random = Random(f"line {seed}")
    colour, width = random.randrange(len(PALETTE)), random.choice(PENS[pen].widths)
    points = tuple((round(x), round(y)) for x, y in _wandering(random, count))
    times = tuple(n * REPORT for n in range(count))
    pace = StrokeWidth(pen, width)
    widths = tuple(pace.at(x, y, time) for (x, y), time in zip(points, times, strict=True))
    return Line(points, times, widths, colour, width, pen)


def lines(count: int, reports: int = 60, *, first: int = 0) -> tuple[Line, ...]:
    """Return so many lines with all the pens: mostly felt, as it is the pen that is ready."""
    pens = ("felt", "pencil", "felt", "felt", "pencil", "felt", "highlighter")
    return tuple(line(seed, reports, pen=pens[seed % len(pens)]) for seed in range(first, first + count))


def _wandering(random: Random, count: int) -> Iterator[tuple[float, float]]:
    x, y = random.uniform(150, PAGE_WIDTH - 150), random.uniform(150, PAGE_HEIGHT - 150)
    way, bend = random.uniform(0, 2 * math.pi), 0.0
    for n in range(count):
        yield x, y
        bend = 0.9 * bend + random.gauss(0, 0.06)
        if not (EDGE < x < PAGE_WIDTH - EDGE and EDGE < y < PAGE_HEIGHT - EDGE):
            # Back towards the middle, by the shorter turn.
            home = math.atan2(PAGE_HEIGHT / 2 - y, PAGE_WIDTH / 2 - x)
            bend = 0.25 * math.sin(home - way)
        way += bend
        # At its usual pace where it turns by 0.1 radians a report; up to three times that where it goes straight.
        brisk = min(3.0, (0.1 / max(abs(bend), 1e-3)) ** (1 / 3))
        ends = min(1.0, 0.2 + 0.8 * min(n, count - 1 - n) / 8)
        x = min(max(x + SPACING * brisk * ends * math.cos(way), 10.0), PAGE_WIDTH - 10.0)
        y = min(max(y + SPACING * brisk * ends * math.sin(way), 10.0), PAGE_HEIGHT - 10.0)
