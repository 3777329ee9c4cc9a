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
    """Where a picture stands."""

    width: float
    """The most that it may take, in points or pixels."""
    letters: float
    """The size of its letters, in the same unit."""
    mirrored: bool = False
    """The language is read from the right, and so is the picture."""


@dataclass(frozen=True)
class Polyline:
    """A line from point to point."""

    points: tuple[Point, ...]
    """x and y from the picture's left top corner, in the unit of the room, in the order in which they are joined."""
    hue: Hue = "ink"
    """Of the line."""
    thick: float = 1.5
    """How wide the line is, in the unit of the room; 0 for none."""
    closed: bool = False
    """It goes back to the first point."""
    dashes: tuple[float, ...] = ()
    """How long it draws and leaves out, in turn, in the same unit; () is a whole line."""
    fill: Hue | None = None
    """Of what it encloses, or None."""


@dataclass(frozen=True)
class Disc:
    """A disc, or where fill is None a ring."""

    x: float
    """Of its middle, from the picture's left edge, in the unit of the room."""
    y: float
    """Of its middle, from the picture's top edge, in the same unit."""
    radius: float
    """In the same unit, to the middle of its edge."""
    fill: Hue | None = "soft"
    """Inside; None for nothing."""
    hue: Hue = "edge"
    """Of its edge."""
    thick: float = 1.5
    """How wide its edge is, in the same unit; 0 for none."""


@dataclass(frozen=True)
class Label:
    """Words in so much width, cut with "…" where they need more than so many lines."""

    words: str
    """What is written."""
    x: float
    """Of their left edge, middle or right edge (`align`), from the picture's left edge, in the unit of the room."""
    y: float
    """Of the middle of all their lines, from the picture's top edge, in the same unit."""
    width: float
    """The most that a line takes, in the same unit."""
    align: Literal[-1, 0, 1] = 0
    """-1: x is of the left edge; 0: of the middle; 1: of the right edge."""
    lines: int = 1
    """So many at most."""
    hue: Hue = "ink"
    """Of the letters."""
    bold: bool = False
    """In the heavier weight."""


Shape: TypeAlias = Polyline | Disc | Label


@dataclass(frozen=True)
class Drawing:
    """A picture of width × height."""

    width: float
    """Of all of it, from the left edge, in the unit of the room."""
    height: float
    """Of all of it, from the top edge, in the same unit."""
    shapes: tuple[Shape, ...]
    """What lies above comes later; all words lie above all that is drawn."""
