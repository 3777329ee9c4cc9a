"""Tanks that fill, on paper: glass and water in vectors, each with its words, one figure for all of them."""

from typing import NamedTuple

from app.pdf.canvas import Canvas
from app.pdf.columns import BASELINE, Setting, Span
from app.pdf.ink import colour
from app.pdf.style import ACCENT, EDGE, INK, QUIET, SOFT
from app.pdf.tags import Node
from app.sheet.tanks import Tank, Tanks

_WHITE = "#FFFFFF"
_LARGEST = 104.0
"""Of a tank's cell, in points: three rows of them with their words have room on a page."""
_PAD = 5.0
_TIGHT = 1.25
"""Line spacing of the few words below a tank: with T3's they would look like lines of a paragraph."""
_BETWEEN = 12.0
_CORNER = 0.07


class Basins(NamedTuple):
    """The tanks in rows."""

    part: Tanks
    """What they show."""
    columns: int
    """So many stand in a row at most."""
    cell: float
    """A cell's width, in points."""
    side: float
    """Of the drawing in a cell, as wide as it is high, in points."""
    words: tuple[tuple[Span, Span], ...]
    """Each tank's title and note in lines, below it."""
    mirrored: bool
    """The first of a row is at the right."""

    @property
    def whole(self) -> float:
        """The height of all rows."""
        rows = range(0, len(self.words), self.columns)
        return sum(self.row_height(at) for at in rows) + _BETWEEN * max(0, len(rows) - 1)

    def row_height(self, at: int) -> float:
        """Return the height of the row that begins with the at-th tank."""
        return self.side + max(_words_height(w) for w in self.words[at : at + self.columns])


def basins(part: Tanks, setting: Setting, width: float) -> Basins:
    """Return the tanks as they have room in a column of so many points."""
    columns = max(1, min(part.columns, len(part.tanks)))
    cell = width / max(columns, 2)
    small = setting.look.small
    words = tuple(
        (
            setting.span(t.title, cell - 2 * _PAD, small, INK, bold=t.goal),
            setting.span(t.note, cell - 2 * _PAD, small, QUIET),
        )
        for t in part.tanks
    )
    return Basins(part, columns, cell, min(cell, _LARGEST), words, setting.right_to_left)


def draw_basins(canvas: Canvas, made: Basins, parent: Node, left: float, width: float, top: float) -> float:
    """Draw the tanks in a column whose top left corner is there; return where they end."""
    node = parent.add("Figure", made.part.alt)
    node.box = (round(left, 2), round(top - made.whole, 2), round(left + width, 2), round(top, 2))
    y = top
    with canvas.mark(node):
        for at in range(0, len(made.words), made.columns):
            for n, tank in enumerate(made.part.tanks[at : at + made.columns]):
                step = (n + 1) * made.cell
                x = left + width - step if made.mirrored else left + step - made.cell
                canvas.draw(_tank(canvas, tank, x + (made.cell - made.side) / 2, y, made.side))
                _words(canvas, made.words[at + n], x, made.cell, y - made.side)
            y -= made.row_height(at) + _BETWEEN
    return y + _BETWEEN


def _words_height(words: tuple[Span, Span]) -> float:
    return sum(span.size * _TIGHT * len(span.lines) for span in words)


def _words(canvas: Canvas, words: tuple[Span, Span], left: float, width: float, top: float) -> None:
    y = top
    for span in words:
        for line in span.lines:
            x = left + (width - line.width * span.size) / 2
            canvas.line(line, x, y - span.size * (BASELINE - 0.125), span.size, span.ink)
            y -= span.size * _TIGHT


def _tank(canvas: Canvas, tank: Tank, left: float, top: float, side: float) -> list[str]:
    x, y = left + tank.left * side, top - (tank.top + tank.height) * side
    width, height, corner = tank.width * side, tank.height * side, _CORNER * side
    drawn = ["q", colour(canvas.ink(SOFT), fill=True), _box(x, y, width, height, corner), "f Q"]
    if tank.water:
        level = tank.water * side
        drawn += ["q", colour(canvas.ink(ACCENT), fill=True), _box(x, y, width, level, min(corner, level)), "f Q"]
    if tank.before is not None:
        at = y + tank.before * side
        # On a white band: in the water's colour the line alone is hard to see.
        band = f"{x:.2f} {at:.2f} m {x + width:.2f} {at:.2f} l S"
        drawn += ["q 4.5 w", colour(_WHITE, fill=False), band, "Q"]
        line = f"{x - 5:.2f} {at:.2f} m {x + width + 5:.2f} {at:.2f} l S"
        drawn += ["q 1.5 w [4 3] 0 d", colour(INK, fill=False), line, "Q"]
    edge, thick = (ACCENT, 3.0) if tank.goal else (EDGE, 1.5)
    return [*drawn, f"q {thick} w", colour(canvas.ink(edge), fill=False), _box(x, y, width, height, corner), "S Q"]


def _box(x: float, y: float, width: float, height: float, corner: float) -> str:
    """A tank from its top left corner round its feet to its top right one; it is open at the top."""
    right, top, k = x + width, y + height, corner * 0.45
    return (
        f"{x:.2f} {top:.2f} m {x:.2f} {y + corner:.2f} l "
        f"{x:.2f} {y + k:.2f} {x + k:.2f} {y:.2f} {x + corner:.2f} {y:.2f} c "
        f"{right - corner:.2f} {y:.2f} l "
        f"{right - k:.2f} {y:.2f} {right:.2f} {y + k:.2f} {right:.2f} {y + corner:.2f} c "
        f"{right:.2f} {top:.2f} l"
    )
