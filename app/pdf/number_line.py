"""A number line on paper: in vectors, one figure with the words for somebody who cannot see it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from app.pdf.canvas import Canvas
from app.pdf.columns import Setting
from app.pdf.ink import colour, rounded
from app.pdf.line_breaking import Line
from app.pdf.rings import CAPITAL, draw_letter, face_shape
from app.pdf.style import INK, PEOPLE
from app.pdf.tags import Node
from app.sheet.number_line import Lane, NumberLine

_WHITE = "#FFFFFF"
_TICK = 4.0
_BELOW = 7.0
"""From the line down to the numbers."""
_RING, _DOT = 3.2, 4.2


class Marked(NamedTuple):
    """The line, sized for its place."""

    part: NumberLine
    """What it shows."""
    scale: float
    """Points a step of the part."""
    size: float
    """Of the numbers, in points."""
    numbers: tuple[Line, ...]
    """Each as a line, the lowest first."""

    @property
    def height(self) -> float:
        """All of it, in points."""
        return self.part.height * self.scale


def number_line(part: NumberLine, setting: Setting, width: float) -> Marked:
    """Return the line in its own size, or smaller where its place (points) is narrower."""
    size = setting.look.small
    numbers = (setting.span(str(n), 10 * size, size, INK) for n in range(part.lowest, part.lowest + len(part.ticks)))
    return Marked(part, min(1.0, width / part.width), size, tuple(span.lines[0] for span in numbers))


def draw_number_line(canvas: Canvas, made: Marked, setting: Setting, parent: Node, left: float, top: float) -> float:
    """Draw it with its left top corner there; return where it ends."""
    part, scale = made.part, made.scale
    bottom = top - made.height
    y = top - part.line * scale
    node = parent.add("Figure", part.alt)
    node.box = (round(left, 2), round(bottom, 2), round(left + part.width * scale, 2), round(top, 2))
    ticks = [left + x * scale for x in part.ticks]
    drawn = ["q 1.2 w 1 J", colour(INK, fill=False)]
    drawn += [f"{ticks[0]:.2f} {y:.2f} m {ticks[-1]:.2f} {y:.2f} l S"] if ticks else []
    drawn += [f"{x:.2f} {y - _TICK:.2f} m {x:.2f} {y + _TICK:.2f} l S" for x in ticks]
    for lane in part.lanes:
        drawn += _lane(lane, [(left + x * scale, top - down * scale) for x, down in lane.points])
    drawn.append("Q")
    faces = [(f, left + f.x * scale, top - f.y * scale, f.radius * scale) for f in part.faces]
    for f, x, up, radius in faces:
        drawn += face_shape(f, x, up, radius)
    with canvas.mark(node):
        canvas.draw(drawn)
        for number, x in zip(made.numbers, ticks, strict=True):
            under = y - _BELOW - made.size * (CAPITAL + 0.5)
            canvas.line(number, x - number.width * made.size / 2, under, made.size, INK)
        for f, x, up, radius in faces:
            draw_letter(canvas, f, setting, x, up, radius * 0.95)
    return bottom


def _lane(lane: Lane, points: Sequence[tuple[float, float]]) -> list[str]:
    """Where it began is a ring, where it is now a full dot: colour is never the only sign."""
    hue = PEOPLE[lane.colour % len(PEOPLE)]
    drawn = [colour(hue, fill=False), colour(_WHITE, fill=True)]
    drawn += [f"{x:.2f} {y:.2f} m {on:.2f} {y:.2f} l S" for (x, y), (on, _y) in pairwise(points)]
    drawn += [f"{_disc(x, y, _RING)} B" for x, y in points[:-1]]
    return [*drawn, colour(hue, fill=True), *(f"{_disc(x, y, _DOT)} f" for x, y in points[-1:])]


def _disc(x: float, y: float, radius: float) -> str:
    return rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius)
