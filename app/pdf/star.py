"""A star of areas on paper: rings, arms and marks in vectors, one figure with the words for who cannot see it.

Below it stands the key: whose marks and lines are whose; and the names of the arms where they had no room round it.
"""

from typing import NamedTuple

from app.pdf.canvas import Canvas
from app.pdf.columns import BASELINE, Setting, Span
from app.pdf.feelings import face
from app.pdf.ink import colour, rounded
from app.pdf.line_breaking import Line
from app.pdf.style import ACCENT, EDGE, INK, PEOPLE, QUIET, SOFT
from app.pdf.tags import Node
from app.sheet import Words
from app.sheet.star import Star
from app.sheet.star_geometry import FACE, MARK, Arm, Outline, StarPicture, form_of, pattern_of, star_picture
from app.sheet.star_labels import LEADING

_WHITE = "#FFFFFF"
_RINGS = "#C9CFCB"
_HUES = (ACCENT, INK, QUIET)
_GAP = 10.0
LARGEST = 364.0
"""The most width of the picture: so its numbers stand below it on the same page."""
_SAMPLE = 2.6
"""How long a piece of line in the key is, in sizes of letters."""
_ROW = 1.5
_CAPITAL = 0.36
"""From a capital's middle down to where it stands, in sizes."""


class _Entry(NamedTuple):
    """One name in the key. at: the place of the shape whose sign stands before it. left: from where reading begins."""

    at: int
    span: Span
    left: float
    row: int


class StarFigure(NamedTuple):
    """A star laid out for its place, in points."""

    picture: StarPicture
    """Where all stands, from its own left top corner."""
    names: tuple[tuple[Line, ...], ...]
    """What stands at each arm, in lines."""
    numbers: tuple[Line, ...]
    """Those beside the first arm, each as a line."""
    key: tuple[_Entry, ...]
    """The name of each shape that has one, below the picture."""
    width: float
    """Of the column; the picture stands in its middle."""

    @property
    def below(self) -> tuple[Words, ...]:
        """The names of the arms, where they had no room round the star and numbers stand there."""
        names = self.picture.part.areas
        return tuple(Words(f"{n}. {name}") for n, name in enumerate(names, 1)) if self.picture.keyed else ()

    @property
    def whole(self) -> float:
        """The height with the key below the picture."""
        return self.picture.height + self._key_height()

    def _key_height(self) -> float:
        if not self.key:
            return 0.0
        last = self.key[-1]
        return _GAP + (last.row + max(1, len(last.span.lines))) * self.picture.size * _ROW


def star_figure(part: Star, setting: Setting, width: float) -> StarFigure:
    """Return a star in the middle of a column of so many points."""
    size = setting.look.small
    picture = star_picture(part, width=min(width, LARGEST), size=size, right_to_left=setting.right_to_left)
    names = tuple(setting.span(arm.name, arm.box.width + 0.1, size, INK).lines for arm in picture.arms)
    numbers = tuple(setting.span(str(n), width, size, QUIET).lines[0] for n, _x, _y in picture.numbers)
    return StarFigure(picture, names, numbers, tuple(_key(picture, setting, width)), width)


def draw_star(canvas: Canvas, made: StarFigure, parent: Node, left: float, top: float) -> float:
    """Draw a star whose top left corner is there; return where its key ends."""
    picture, column = made.picture, left
    left += (made.width - picture.width) / 2
    node = parent.add("Figure", picture.part.alt)
    node.box = (round(left, 2), round(top - picture.height, 2), round(left + picture.width, 2), round(top, 2))
    with canvas.mark(node):
        canvas.draw(_drawn(picture, left, top))
        for (number, x, y), line in zip(picture.numbers, made.numbers, strict=True):
            _number(canvas, picture, number, line, left + x, top - y)
        for arm, lines in zip(picture.arms, made.names, strict=True):
            _name(canvas, picture, arm, lines, left, top)
    return _draw_key(canvas, made, parent, column, top - picture.height)


def _drawn(picture: StarPicture, left: float, top: float) -> list[str]:
    x0, y0 = left + picture.x, top - picture.y
    found = ["q 1 J 1 j"]
    if picture.outlines and picture.outlines[0].closed:
        corners = [(left + dot.x, top - dot.y) for dot in picture.outlines[0].dots]
        found += [colour(SOFT, fill=True), _path(corners), "f"]
    found += ["0.75 w", colour(_RINGS, fill=False)]
    found += [f"{_disc(x0, y0, radius)} S" for radius in picture.rings]
    for n, arm in enumerate(picture.arms):
        chosen = n == picture.part.chosen
        found += [f"{3 if chosen else 1} w", colour(ACCENT if chosen else EDGE, fill=False)]
        found.append(f"{x0:.2f} {y0:.2f} m {left + arm.x:.2f} {top - arm.y:.2f} l S")
    if picture.keyed:
        for arm in picture.arms:
            box = arm.box
            middle = left + box.left + box.width / 2, top - box.top - box.height / 2
            found += ["1 w", colour(EDGE, fill=False), f"{_disc(*middle, box.width / 2)} S"]
    found.append("Q")
    for at in reversed(range(len(picture.outlines))):
        found += _outline(picture, picture.outlines[at], at, left, top)
    return found


def _outline(picture: StarPicture, outline: Outline, at: int, left: float, top: float) -> list[str]:
    found = ["q 1 j", *_pen(at, picture.size)]
    if outline.closed:
        found.append(f"{_path([(left + dot.x, top - dot.y) for dot in outline.dots])} S")
    else:
        found += [f"{left + a:.2f} {top - b:.2f} m {left + c:.2f} {top - d:.2f} l S" for a, b, c, d in outline.lines]
    found.append("Q")
    for dot in outline.dots:
        found += _mark(picture, at, left + dot.mark_x, top - dot.mark_y)
    return found


def _pen(at: int, size: float) -> list[str]:
    pattern = " ".join(f"{piece * size:.2f}" for piece in pattern_of(at))
    return [f"[{pattern}] 0 d {2.2 if at == 0 else 1.5} w", colour(_HUES[at % len(_HUES)], fill=False)]


def _mark(picture: StarPicture, at: int, x: float, y: float) -> list[str]:
    own = picture.part.shapes[at].colour
    fill = _HUES[at % len(_HUES)] if own is None else PEOPLE[own % len(PEOPLE)]
    half = MARK * picture.size
    path = _path([(x + a * half, y - b * half) for a, b in form_of(at)])
    # A white edge parts a mark from what it lies on.
    return ["q 1.2 w 1 j", colour(fill, fill=True), colour(_WHITE, fill=False), f"{path} B", "Q"]


def _number(canvas: Canvas, picture: StarPicture, number: int, line: Line, x: float, y: float) -> None:
    """A number, or the face that stands for it, on white: it must be read where lines run."""
    size = picture.size
    if picture.part.faces:
        canvas.draw(face(number, x, y, size * FACE, chosen=False))
        return
    wide = line.width * size
    canvas.draw(
        ["q", colour(_WHITE, fill=True), rounded(x - wide / 2 - 1, y - size * 0.45, wide + 2, size * 0.9, 3), "f Q"]
    )
    canvas.line(line, x - wide / 2, y - size * _CAPITAL, size, QUIET)


def _name(canvas: Canvas, picture: StarPicture, arm: Arm, lines: tuple[Line, ...], left: float, top: float) -> None:
    size, box = picture.size, arm.box
    high = len(lines) * LEADING * size
    y = top - box.top - (box.height - high) / 2 - LEADING / 2 * size - _CAPITAL * size
    for line in lines:
        wide = line.width * size
        start = {-1: 0.0, 0: (box.width - wide) / 2, 1: box.width - wide}[arm.side]
        canvas.line(line, left + box.left + start, y, size, INK)
        y -= LEADING * size


def _key(picture: StarPicture, setting: Setting, width: float) -> list[_Entry]:
    """Return who is who, side by side as long as there is room."""
    size, found = picture.size, list[_Entry]()
    row, start = 0, 0.0
    sign = (_SAMPLE + 0.6) * size
    for at, shape in enumerate(picture.part.shapes):
        if not shape.name:
            continue
        span = setting.span(shape.name, width - sign, size, INK)
        wide = sign + max(line.width for line in span.lines) * size
        if start and (start + wide > width or len(span.lines) > 1):
            row, start = row + max(1, len(found[-1].span.lines)), 0.0
        found.append(_Entry(at, span, start, row))
        start += wide + 2 * size
    return found


def _draw_key(canvas: Canvas, made: StarFigure, parent: Node, left: float, top: float) -> float:
    picture, size = made.picture, made.picture.size
    for entry in made.key:
        y = top - _GAP - entry.row * size * _ROW
        start = entry.left
        with canvas.decoration():
            canvas.draw(_sign(picture, entry.at, _along(made, left, start, _SAMPLE * size), y - size * _ROW / 2))
        start += (_SAMPLE + 0.6) * size
        with canvas.mark(parent.add("P")):
            for n, line in enumerate(entry.span.lines):
                x = _along(made, left, start, line.width * size)
                canvas.line(line, x, y - n * size * _ROW - size * BASELINE, size, entry.span.ink)
    return top - made.whole + picture.height


def _along(made: StarFigure, left: float, start: float, wide: float) -> float:
    """Return where something begins that stands so far from the side where reading begins."""
    return left + made.width - start - wide if made.picture.mirrored else left + start


def _sign(picture: StarPicture, at: int, x: float, y: float) -> list[str]:
    size = picture.size
    line = f"{x:.2f} {y:.2f} m {x + _SAMPLE * size:.2f} {y:.2f} l S"
    drawn = ["q", *_pen(at, size), line, "Q"] if picture.outlines[at].lines else []
    return [*drawn, *_mark(picture, at, x + _SAMPLE * size / 2, y)]


def _disc(x: float, y: float, radius: float) -> str:
    return rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius)


def _path(corners: list[tuple[float, float]]) -> str:
    points = [f"{x:.2f} {y:.2f}" for x, y in corners]
    return f"{points[0]} m {' l '.join(points[1:])} l h"
