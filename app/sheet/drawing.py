"""A small vocabulary of shapes in which a picture draws itself: paper and screen paint the very same shapes.

Lengths are in the unit of the room (points, pixels) from the picture's left top corner: x to the right, y down. There
are no curves but discs: a polyline of many points is one.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

Hue: TypeAlias = Literal["ink", "quiet", "edge", "accent", "soft", "ground"] | int
"""What a colour means; each medium has its own. A number is the colour of a person's face (document.people)."""

Point: TypeAlias = tuple[float, float]


class Room(NamedTuple):
    """Where a picture stands. width: the most that it may take. letters: the size of its letters, in the same unit.

    mirrored: the language is read from the right, and so is the picture.
    """

    width: float
    letters: float
    mirrored: bool = False


@dataclass(frozen=True)
class Polyline:
    """A line from point to point. closed: back to the first one. dashes: how long it draws and leaves out; () is whole.

    fill: of what it encloses, or None.
    """

    points: tuple[Point, ...]
    hue: Hue = "ink"
    thick: float = 1.5
    closed: bool = False
    dashes: tuple[float, ...] = ()
    fill: Hue | None = None


@dataclass(frozen=True)
class Disc:
    """A disc, or where fill is None a ring. hue: of its edge; thick: of that, 0 for none."""

    x: float
    y: float
    radius: float
    fill: Hue | None = "soft"
    hue: Hue = "edge"
    thick: float = 1.5


@dataclass(frozen=True)
class Label:
    """Words in so much width, cut with "…" where they need more than so many lines.

    x: of their left edge, middle or right edge (align -1, 0, 1); y: of their middle.
    """

    words: str
    x: float
    y: float
    width: float
    align: Literal[-1, 0, 1] = 0
    lines: int = 1
    hue: Hue = "ink"
    bold: bool = False


Shape: TypeAlias = Polyline | Disc | Label


@dataclass(frozen=True)
class Drawing:
    """A picture of width × height. shapes: what lies above comes later; all words lie above all that is drawn."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
