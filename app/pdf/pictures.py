"""Which painter draws which picture on paper, in one table. One without a painter draws itself in shapes."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias, TypeVar

from app.pdf.canvas import Canvas
from app.pdf.columns import Setting
from app.pdf.drawing import draw_drawing, drawing_figure
from app.pdf.feelings import draw_feeling, feeling_figure
from app.pdf.number_line import draw_number_line, number_line
from app.pdf.rings import circles, draw_circles
from app.pdf.star import draw_star, star_figure
from app.pdf.tags import Node
from app.pdf.tanks import basins, draw_basins
from app.sheet import Words
from app.sheet.drawn import Drawn
from app.sheet.feelings import Feeling
from app.sheet.number_line import NumberLine
from app.sheet.rings import Rings
from app.sheet.star import Star
from app.sheet.tanks import Tanks

P = TypeVar("P", bound=Drawn)

_RINGS = 490.0
"""The most height of people in rings: names of fourteen points have room below their faces, and labels below all."""


class Placed(NamedTuple):
    """A picture laid out for its column."""

    height: float
    """With all that belongs to it, in points; `below` is not counted."""
    draw: Callable[[Canvas, Node, float, float], float]
    """(canvas, parent, left, top): draws it in a column whose top left corner is there, and returns where it ends."""
    below: tuple[Words, ...] = ()
    """Words that come after it, as paragraphs."""


Painter: TypeAlias = Callable[[Drawn, Setting, float], Placed | None]
"""Lays a picture out for a column of so many points; None for one that is not its own."""


def _for(kind: type[P], paint: Callable[[P, Setting, float], Placed]) -> Painter:
    return lambda part, setting, width: paint(part, setting, width) if isinstance(part, kind) else None


def _rings(part: Rings, setting: Setting, width: float) -> Placed:
    made = circles(part, setting, width, _RINGS)
    return Placed(made.whole, lambda canvas, *at: draw_circles(canvas, made, setting, *at))


def _number_line(part: NumberLine, setting: Setting, width: float) -> Placed:
    made = number_line(part, setting, width)
    beside = width - part.width * made.scale if setting.right_to_left else 0.0

    def draw(canvas: Canvas, parent: Node, left: float, top: float) -> float:
        return draw_number_line(canvas, made, setting, parent, left + beside, top)

    return Placed(made.height, draw)


def _star(part: Star, setting: Setting, width: float) -> Placed:
    made = star_figure(part, setting, width)
    return Placed(made.whole, lambda canvas, *at: draw_star(canvas, made, *at), made.below)


def _feeling(part: Feeling, setting: Setting, width: float) -> Placed:
    made = feeling_figure(part, setting, width)
    return Placed(made.whole, lambda canvas, *at: draw_feeling(canvas, made, *at))


def _tanks(part: Tanks, setting: Setting, width: float) -> Placed:
    made = basins(part, setting, width)
    return Placed(made.whole, lambda canvas, parent, left, top: draw_basins(canvas, made, parent, left, width, top))


PAINTERS: tuple[Painter, ...] = (
    _for(Rings, _rings),
    _for(NumberLine, _number_line),
    _for(Star, _star),
    _for(Feeling, _feeling),
    _for(Tanks, _tanks),
)


def placed(part: Drawn, setting: Setting, width: float) -> Placed:
    """Return a picture laid out for a column of so many points, by its own painter or in its shapes."""
    for painter in PAINTERS:
        found = painter(part, setting, width)
        if found is not None:
            return found
    made = drawing_figure(part, setting, width)
    return Placed(made.height, lambda canvas, *at: draw_drawing(canvas, made, *at))
