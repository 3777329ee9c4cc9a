"""People in rings on paper: shapes and names in vectors, one figure with the words for somebody who cannot see it."""

import math
from typing import NamedTuple

from app.pdf.canvas import Canvas
from app.pdf.columns import BASELINE, Setting, Span
from app.pdf.drawing import fitting
from app.pdf.ink import colour, hexagon, rounded
from app.pdf.line_breaking import Line
from app.pdf.style import ACCENT, EDGE, INK, LEADING, PEOPLE, SOFT
from app.pdf.tags import Node
from app.sheet.rings import Face, Rings

_TINTS = (SOFT, "#EAF3F1", "#F6FAF9")
"""The inmost ring first; outwards they grow paler, as on the screen."""
_WHITE = "#FFFFFF"
_GAP = 10.0
_APART = 4.0
"""Between one label and the next, at least."""
_SIGN = 24.0
"""The small picture of the rings before each label."""
CAPITAL = 0.36
"""From a capital's middle down to where it stands, in sizes."""


class Circles(NamedTuple):
    """The rings, sized for their place."""

    part: Rings
    """What they show."""
    width: float
    """Of the place, in points."""
    side: float
    """Of the picture in it, in points."""
    names: tuple[Line, ...]
    """Each in one line, of those whose face has room for one: first the middle, then the rings."""
    size: float
    """Of the names, in points."""
    labels: tuple[Span, ...]
    """What each ring means, in lines, the inmost first."""
    mirrored: bool
    """The first label is at the right."""

    @property
    def whole(self) -> float:
        """The height with the labels below the picture."""
        return self.side + _GAP + _labels_height(self.labels)


def circles(part: Rings, setting: Setting, width: float, height: float) -> Circles:
    """Return the rings as large as their place (points) allows, labels and all."""
    small = setting.look.small
    each = width / max(1, len(part.labels)) - _SIGN - _GAP - _APART
    labels = tuple(setting.span(text, each, small, INK) for text in part.labels)
    side = min(width, height - _GAP - _labels_height(labels))
    scale = side / (2 * part.edges[-1])
    everybody = (*part.middle, *part.faces)
    names = tuple(fitting(f.name, setting, f.room * scale, small)[0] for f in everybody if f.room)
    return Circles(part, width, side, names, small, labels, setting.right_to_left)


def draw_circles(canvas: Canvas, made: Circles, setting: Setting, parent: Node, left: float, top: float) -> float:
    """Draw the rings in the middle of their place, whose top left corner is there; return where the labels end."""
    part = made.part
    scale = made.side / (2 * part.edges[-1])
    x0, y0 = left + made.width / 2, top - made.side / 2
    node = parent.add("Figure", part.alt)
    half = made.side / 2
    node.box = (round(x0 - half, 2), round(top - made.side, 2), round(x0 + half, 2), round(top, 2))
    drawn: list[str] = []
    for ring in reversed(range(len(part.edges))):
        tint = _TINTS[min(ring, len(_TINTS) - 1)]
        drawn += _disc(x0, y0, part.edges[ring] * scale - (0.5 if ring == len(part.edges) - 1 else 0), tint)
    drawn += _disc(x0, y0, part.inner * scale, _WHITE)
    everybody = (*part.middle, *part.faces)
    for f in everybody:
        drawn += face_shape(f, x0 + f.x * scale, y0 - f.y * scale, f.radius * scale)
    with canvas.mark(node):
        canvas.draw(drawn)
        names = iter(made.names)
        for f in everybody:
            x, y, radius = x0 + f.x * scale, y0 - f.y * scale, f.radius * scale
            size = min(radius * 0.95, made.size) if f.number else radius * 0.95
            draw_letter(canvas, f, setting, x, y, size)
            if f.room:
                name = next(names)
                canvas.line(name, x - name.width * made.size / 2, y - radius - made.size, made.size, INK)
    return _labels(canvas, made, parent, left, top - made.side - _GAP)


def _labels(canvas: Canvas, made: Circles, parent: Node, left: float, top: float) -> float:
    """Draw what each ring means, side by side, each behind a small picture of the rings; return where they end."""
    width = made.width / max(1, len(made.labels))
    for n, span in enumerate(made.labels):
        start = left + (made.width - (n + 1) * width if made.mirrored else n * width)
        sign = start + (width - _SIGN if made.mirrored else 0)
        with canvas.decoration():
            canvas.draw(_sign(n, len(made.labels), sign + _SIGN / 2, top - _SIGN / 2))
        y = top - max(0.0, (_SIGN - span.size * LEADING) / 2)
        with canvas.mark(parent.add("P")):
            for line in span.lines:
                x = sign - _GAP - line.width * span.size if made.mirrored else sign + _SIGN + _GAP
                canvas.line(line, x, y - span.size * BASELINE, span.size, span.ink)
                y -= span.size * LEADING
    return top - _labels_height(made.labels)


def _labels_height(labels: tuple[Span, ...]) -> float:
    return max([_SIGN, *(span.size * LEADING * len(span.lines) for span in labels)]) if labels else 0.0


def _sign(ring: int, count: int, x: float, y: float) -> list[str]:
    drawn: list[str] = []
    for n in reversed(range(count)):
        drawn += _disc(x, y, _SIGN / 2 * (n + 1) / count, ACCENT if n == ring else _WHITE)
    return drawn


def _disc(x: float, y: float, radius: float, fill: str) -> list[str]:
    path = rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius)
    return ["q 0.75 w", colour(fill, fill=True), colour(EDGE, fill=False), path, "B Q"]


def draw_letter(canvas: Canvas, who: Face, setting: Setting, x: float, y: float, size: float) -> None:
    """Draw a face's letter or number round a point."""
    line = setting.span(who.letter, 10 * size, size, _WHITE, bold=True).lines[0]
    canvas.line(line, x - line.width * size / 2, y - size * CAPITAL, size, _WHITE)


def face_shape(who: Face, x: float, y: float, radius: float) -> list[str]:
    """Return what draws a face in its colour and shape, and the star of whom the child picked."""
    hue = PEOPLE[who.colour % len(PEOPLE)]
    side = 2 * radius
    if who.shape == "hexagon":
        drawn = hexagon(x - radius, y - radius, side, hue)
    else:
        corner = radius if who.shape == "circle" else side * 0.28
        drawn = ["q", colour(hue, fill=True), rounded(x - radius, y - radius, side, side, corner), "f Q"]
    if who.starred:
        drawn += _star(x + radius * 0.8, y + radius * 0.8, max(6.0, radius * 0.5))
    return drawn


def _star(x: float, y: float, radius: float) -> list[str]:
    points = []
    for n in range(10):
        reach = radius * (1 if n % 2 == 0 else 0.42)
        points.append(f"{x + reach * math.sin(n * math.pi / 5):.2f} {y + reach * math.cos(n * math.pi / 5):.2f}")
    path = f"{points[0]} m {' l '.join(points[1:])} l h"
    return [*_disc(x, y, radius * 1.2, _WHITE), "q", colour(ACCENT, fill=True), path, "f Q"]
