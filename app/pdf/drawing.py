"""A picture in the common vocabulary (app/sheet/drawing.py) on paper: one figure, with the words for it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.language.graphemes import graphemes
from app.pdf.canvas import Canvas
from app.pdf.columns import Setting
from app.pdf.ink import colour, rounded
from app.pdf.line_breaking import Line
from app.pdf.style import ACCENT, EDGE, INK, LEADING, PEOPLE, QUIET, SOFT
from app.pdf.tags import Node
from app.sheet.drawing import Disc, Drawing, Hue, Label, Polyline, Room
from app.sheet.drawn import Drawn

_HUES = {"ink": INK, "quiet": QUIET, "edge": EDGE, "accent": ACCENT, "soft": SOFT, "ground": "#FFFFFF"}
_HIGHEST = 640.0
"""Of a picture, in points: a page of A4 holds it below a heading."""
_CAPITAL = 0.36
"""From a capital's middle down to where it stands, in sizes."""


class DrawingFigure(NamedTuple):
    """A drawing sized for its column, in points."""

    alt: str
    """The words for somebody who cannot see it."""
    drawing: Drawing
    """Its shapes, before they are made smaller."""
    scale: float
    """1, or less where it is too large."""
    size: float
    """Of the letters, made smaller with it."""
    width: float
    """Of the column; the drawing stands in its middle."""
    labels: tuple[tuple[Label, tuple[Line, ...]], ...]
    """Each in lines, in the order of the shapes."""

    @property
    def height(self) -> float:
        """All of it."""
        return self.drawing.height * self.scale


def drawing_figure(part: Drawn, setting: Setting, width: float) -> DrawingFigure:
    """Return a picture in the middle of a column of so many points."""
    drawing = part.drawing(Room(width, setting.look.small, setting.right_to_left))
    scale = min(1.0, width / max(drawing.width, 1.0), _HIGHEST / max(drawing.height, 1.0))
    size = setting.look.small * scale
    labels = tuple(
        (s, fitting(s.words, setting, s.width * scale, size, lines=s.lines, bold=s.bold))
        for s in drawing.shapes
        if isinstance(s, Label)
    )
    return DrawingFigure(part.alt, drawing, scale, size, width, labels)


def draw_drawing(canvas: Canvas, made: DrawingFigure, parent: Node, left: float, top: float) -> float:
    """Draw it in a column whose top left corner is there; return where it ends."""
    wide, bottom = made.drawing.width * made.scale, top - made.height
    left += (made.width - wide) / 2
    node = parent.add("Figure", made.alt)
    node.box = (round(left, 2), round(bottom, 2), round(left + wide, 2), round(top, 2))
    with canvas.mark(node):
        canvas.draw([piece for shape in made.drawing.shapes for piece in _drawn(canvas, shape, left, top, made.scale)])
        for label, lines in made.labels:
            _label(canvas, label, lines, made, left, top)
    return bottom


def fitting(
    words: str, setting: Setting, width: float, size: float, *, lines: int = 1, bold: bool = False
) -> tuple[Line, ...]:
    """Return words in so many lines at most, or as many of their letters as there is room for, and "…"."""
    whole = setting.span(words, width, size, INK, bold=bold).lines
    if len(whole) <= lines:
        return whole
    letters = list(graphemes(words))
    for count in range(len(letters) - 1, 0, -1):
        found = setting.span("".join(letters[:count]).rstrip() + "…", width, size, INK, bold=bold).lines
        if len(found) <= lines:
            return found
    return whole[:lines]


def _hue(canvas: Canvas, hue: Hue) -> str:
    return PEOPLE[hue % len(PEOPLE)] if isinstance(hue, int) else canvas.ink(_HUES[hue])


def _drawn(canvas: Canvas, shape: object, left: float, top: float, scale: float) -> Iterator[str]:
    """Yield what draws a line or a disc; words are set apart."""
    if isinstance(shape, Polyline):
        dashes = " ".join(f"{piece * scale:.2f}" for piece in shape.dashes)
        fill = shape.fill if len(shape.points) > 2 else None
        yield f"q 1 J 1 j {shape.thick * scale:.2f} w [{dashes}] 0 d"
        yield from _colours(canvas, fill, shape.hue)
        yield _path([(left + x * scale, top - y * scale) for x, y in shape.points], closed=shape.closed)
        yield f"{_painted(fill is not None, shape.thick > 0)} Q"
    elif isinstance(shape, Disc):
        radius = shape.radius * scale
        yield f"q {shape.thick * scale:.2f} w"
        yield from _colours(canvas, shape.fill, shape.hue)
        yield rounded(left + shape.x * scale - radius, top - shape.y * scale - radius, 2 * radius, 2 * radius, radius)
        yield f"{_painted(shape.fill is not None, shape.thick > 0)} Q"


def _colours(canvas: Canvas, fill: Hue | None, edge: Hue) -> Iterator[str]:
    if fill is not None:
        yield colour(_hue(canvas, fill), fill=True)
    yield colour(_hue(canvas, edge), fill=False)


def _painted(filled: bool, edged: bool) -> str:
    """Return the operator that paints a path."""
    return {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}[filled, edged]


def _path(points: Sequence[tuple[float, float]], *, closed: bool) -> str:
    steps = [f"{x:.2f} {y:.2f}" for x, y in points]
    return " ".join((f"{steps[0]} m", *(f"{step} l" for step in steps[1:]), *(("h",) if closed else ())))


def _label(canvas: Canvas, label: Label, lines: Sequence[Line], made: DrawingFigure, left: float, top: float) -> None:
    size = made.size
    y = top - label.y * made.scale + (len(lines) - 1) / 2 * size * LEADING - size * _CAPITAL
    for line in lines:
        wide = line.width * size
        x = left + label.x * made.scale - {-1: 0.0, 0: wide / 2, 1: wide}[label.align]
        canvas.line(line, x, y, size, _hue(canvas, label.hue))
        y -= size * LEADING
