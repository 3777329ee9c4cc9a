"""A made-up hand that draws as a child of seven does: it wobbles, overshoots, and colours over the edge.

For the demonstration, the tests and the bench. The same seed draws the same lines on every machine:
nothing here asks for the time or for the order of a set.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from random import Random

from app.ink.curve import Spot
from app.ink.stroke import PAGE_HEIGHT, PAGE_WIDTH, PALETTE, WIDTHS, Point, Stroke
from app.ink.stroke_width import QUICK, StrokeWidth, stroke_of

SPACING = 9.0
"""Page units between two points: a child's finger at 60 points a second."""

SLOW = 0.3
"""Page units a millisecond at which a child's line begins and ends."""

THIN, MIDDLE, THICK = WIDTHS

COLOURS = {slug: number for number, (slug, _) in enumerate(PALETTE)}


class Hand:
    """Draws into a square of the page whose sides are 100 long; keeps the strokes in their order."""

    def __init__(self, seed: str, at: Spot, size: float, wobble: float = 1.0) -> None:
        """at: the square's middle, and size: its side, in page units. wobble: 0 is a ruler."""
        self.random = Random(seed)
        self.at = at
        self.size = size
        self.wobble = wobble
        self.strokes: list[Stroke] = []

    def near(self, value: float, by: float) -> float:
        """Return a value a little off."""
        return value + self.random.uniform(-by, by)

    def line(self, spots: Sequence[Spot], colour: str, width: int = THIN) -> None:
        """Draw straight lines from spot to spot, a little past each."""
        loose = [(self.near(x, 0.7), self.near(y, 0.7)) for x, y in spots]
        self._keep([self._page(s) for s in loose], colour, width)

    def curve(self, spots: Sequence[Spot], colour: str, width: int = THIN) -> None:
        """Draw a soft line through spots (Catmull-Rom)."""
        loose = [self._page((self.near(x, 0.6), self.near(y, 0.6))) for x, y in spots]
        ends = [loose[0], *loose, loose[-1]]
        soft: list[Spot] = []
        for i in range(len(loose) - 1):
            (ax, ay), (bx, by), (cx, cy), (dx, dy) = ends[i : i + 4]
            for k in range(12):
                t = k / 12
                soft.append((_soft(ax, bx, cx, dx, t), _soft(ay, by, cy, dy, t)))
        self._keep([*soft, loose[-1]], colour, width)

    def loop(
        self,
        x: float,
        y: float,
        across: float,
        down: float,
        colour: str,
        width: int = THIN,
        turns: float = 1.05,
    ) -> None:
        """Draw an oval round (x, y) with these radii: not quite closed, or a little more than closed."""
        start = self.near(-1.9, 0.7)
        turns = self.near(turns, 0.03)
        grow = self.near(0.0, 0.05)
        squash = self.near(1.0, 0.06)
        steps = max(24, int(60 * turns))
        spots: list[Spot] = []
        for k in range(steps + 1):
            angle = start + 2 * math.pi * turns * k / steps
            more = 1 + grow * k / steps
            spots.append((x + across * squash * more * math.cos(angle), y + down / squash * more * math.sin(angle)))
        self._keep([self._page(s) for s in spots], colour, width)

    def dot(self, x: float, y: float, colour: str, width: int = MIDDLE) -> None:
        """Set the pen down and lift it."""
        px, py = self._page((self.near(x, 0.5), self.near(y, 0.5)))
        self.strokes.append(Stroke(((round(px), round(py)),), COLOURS[colour], width))

    def fill(
        self, shape: Sequence[Spot], colour: str, width: int = THICK, slant: float = -0.9, gap: float = 0.72
    ) -> None:
        """Colour a shape in, to and fro, over the edge here and short of it there.

        slant: the way of the lines, in radians. gap: between two lines, in widths of the pen.
        """
        slant = self.near(slant, 0.12)
        cos, sin = math.cos(slant), math.sin(slant)
        turned = [(x * cos + y * sin, y * cos - x * sin) for x, y in (self._page(s) for s in shape)]
        inset = width * 0.4
        row = min(y for _, y in turned) + inset
        last = max(y for _, y in turned) - inset
        zigzag: list[Spot] = []
        forth = True
        while row <= last:
            cuts = _cuts(turned, row)
            if len(cuts) >= 2:
                left, right = min(cuts) + inset, max(cuts) - inset
                slack = min(width * 0.45, max(0.0, right - left) * 0.15)
                ends = (self.near(left, slack), self.near(right, slack))
                for x in ends if forth else ends[::-1]:
                    zigzag.append((x * cos - row * sin, x * sin + row * cos))
                forth = not forth
            row += width * self.near(gap, 0.14) / 2
            # A hand rests now and then.
            if len(zigzag) >= 2 * self.random.randint(9, 16):
                self._keep(zigzag, colour, width, even=True)
                zigzag = zigzag[-1:]
        if len(zigzag) > 1:
            self._keep(zigzag, colour, width, even=True)

    def oval(self, x: float, y: float, across: float, down: float) -> list[Spot]:
        """Return an oval's edge, to colour in."""
        return [
            (x + across * math.cos(k / 24 * 2 * math.pi), y + down * math.sin(k / 24 * 2 * math.pi)) for k in range(24)
        ]

    def _page(self, spot: Spot) -> Spot:
        scale = self.size / 100
        return (self.at[0] + (spot[0] - 50) * scale, self.at[1] + (spot[1] - 50) * scale)

    def _keep(self, path: Sequence[Spot], colour: str, width: int, *, even: bool = False) -> None:
        points = on_page(wobbled(path, self.random, self.wobble))
        widths = () if even else paced(points, width)
        self.strokes.append(stroke_of(points, widths, colour=COLOURS[colour], width=width, pen="felt"))


def paced(points: Sequence[Point], width: int) -> list[float]:
    """Return how wide the line is at each point: a hand sets off slowly, is quick in the middle, and slows down."""
    pace, time, widths = StrokeWidth("felt", width), 0.0, []
    for n, (x, y) in enumerate(points):
        before = points[max(0, n - 1)]
        speed = SLOW + (min(QUICK, len(points) / 18) - SLOW) * math.sin(math.pi * n / max(1, len(points) - 1))
        time += math.dist(before, (x, y)) / max(SLOW, speed)
        widths.append(pace.at(x, y, time))
    return widths


def wobbled(path: Sequence[Spot], random: Random, wobble: float = 1.0) -> list[Spot]:
    """Return the path as a hand goes along it: a point every SPACING units, off by a slow tremble and a quick one."""
    even = evenly(path, SPACING)
    slow, quick = random.uniform(0, 7), random.uniform(0, 7)
    slow_y, quick_y = random.uniform(0, 7), random.uniform(0, 7)
    # A short line has no room to tremble in.
    strength = wobble * min(1.0, len(even) / 14)
    shaky: list[Spot] = []
    for k, (x, y) in enumerate(even):
        shaky.append(
            (
                x + strength * (3.2 * math.sin(k * 0.17 + slow) + 0.9 * math.sin(k * 0.71 + quick)),
                y + strength * (3.2 * math.sin(k * 0.19 + slow_y) + 0.9 * math.sin(k * 0.63 + quick_y)),
            )
        )
    return shaky


def evenly(path: Sequence[Spot], spacing: float) -> list[Spot]:
    """Return points at even distances along a path; its corners stay."""
    even = [path[0]]
    for (ax, ay), (bx, by) in pairwise(path):
        steps = int(math.hypot(bx - even[-1][0], by - even[-1][1]) / spacing)
        if steps == 0 and (bx, by) != path[-1]:
            continue
        ax, ay = even[-1]
        steps = max(1, steps)
        even += [(ax + (bx - ax) * k / steps, ay + (by - ay) * k / steps) for k in range(1, steps + 1)]
    return even


def on_page(spots: Sequence[Spot]) -> list[Point]:
    """Return the spots as whole numbers, none off the page."""
    return [(min(max(round(x), 0), PAGE_WIDTH), min(max(round(y), 0), PAGE_HEIGHT)) for x, y in spots]


def _soft(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)


def _cuts(shape: Sequence[Spot], row: float) -> list[float]:
    """Return where a shape's edge crosses a row."""
    found: list[float] = []
    for (ax, ay), (bx, by) in zip(shape, [*shape[1:], shape[0]], strict=True):
        if (ay <= row) != (by <= row):
            found.append(ax + (bx - ax) * (row - ay) / (by - ay))
    return found
