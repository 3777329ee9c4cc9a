"""Faces on paper: five in a row from very sad to very glad, of which one is meant, and one alone beside a ring."""

from typing import NamedTuple

from app.pdf.canvas import Canvas
from app.pdf.columns import BASELINE, Setting, Span
from app.pdf.ink import colour, rounded
from app.pdf.style import ACCENT, EDGE, INK, LEADING, SOFT
from app.pdf.tags import Node
from app.sheet.feelings import EYE, EYES, FEELINGS, LINE, Feeling, features

_WHITE = "#FFFFFF"
_FACE = 21.0
"""A face's radius; that of the one which is meant is larger."""
_MEANT = 29.0
_BETWEEN = 18.0
_ABOVE = 6.0


class FeelingFigure(NamedTuple):
    """A row of faces for its place, in points."""

    part: Feeling
    """What it shows."""
    words: Span
    """What the faces are about, in lines above them."""
    width: float
    """Of the column."""
    mirrored: bool
    """The saddest face is at the right."""

    @property
    def whole(self) -> float:
        """The height, the words above the faces included."""
        return self.words.size * LEADING * len(self.words.lines) + _ABOVE + 2 * _MEANT


def feeling_figure(part: Feeling, setting: Setting, width: float) -> FeelingFigure:
    """Return a row of faces for a column of so many points."""
    words = setting.span(part.words, width, setting.look.body, INK, bold=True)
    return FeelingFigure(part, words, width, setting.right_to_left)


def draw_feeling(canvas: Canvas, made: FeelingFigure, parent: Node, left: float, top: float) -> float:
    """Draw the faces below their words, whose top left corner is there; return where they end."""
    y, size = top, made.words.size
    with canvas.mark(parent.add("P")):
        for line in made.words.lines:
            x = left + made.width - line.width * size if line.right_to_left else left
            canvas.line(line, x, y - size * BASELINE, size, made.words.ink)
            y -= size * LEADING
    y -= _ABOVE + _MEANT
    node = parent.add("Figure", made.part.alt)
    cell = 2 * _MEANT + _BETWEEN
    drawn: list[str] = []
    for n in range(len(FEELINGS)):
        meant = n + 1 == made.part.number
        middle = n * cell + _MEANT
        x = left + (made.width - middle if made.mirrored else middle)
        drawn += face(n + 1, x, y, (_MEANT if meant else _FACE) - 1.5, chosen=meant)
    wide = len(FEELINGS) * cell - _BETWEEN
    start = left + (made.width - wide if made.mirrored else 0)
    node.box = (round(start, 2), round(y - _MEANT, 2), round(start + wide, 2), round(y + _MEANT, 2))
    with canvas.mark(node):
        canvas.draw(drawn)
    return top - made.whole


def face(number: int, x: float, y: float, radius: float, *, chosen: bool) -> list[str]:
    """Return what draws a face round this place. chosen: it is the one that is meant."""
    look = features(number)
    edge, fill, wide = (ACCENT, SOFT, 3.0) if chosen else (EDGE, _WHITE, 1.2)
    ink = INK if chosen else EDGE
    found = ["q 1 J 1 j", f"{wide if radius > 12 else 1:.2f} w", colour(fill, fill=True), colour(edge, fill=False)]
    found.append(f"{_disc(x, y, radius)} B")
    found += [colour(ink, fill=True), colour(ink, fill=False), f"{LINE * radius:.2f} w"]
    found += [f"{_disc(x + a * radius, y - b * radius, EYE * radius)} f" for a, b in EYES]
    points = [f"{x + a * radius:.2f} {y - b * radius:.2f}" for a, b in look.mouth]
    found.append(f"{points[0]} m {' l '.join(points[1:])} l {'h B' if look.open else 'S'}")
    for (a, b), (c, d) in look.brows:
        found.append(f"{x + a * radius:.2f} {y - b * radius:.2f} m {x + c * radius:.2f} {y - d * radius:.2f} l S")
    found.append("Q")
    return found


def _disc(x: float, y: float, radius: float) -> str:
    return rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius)
