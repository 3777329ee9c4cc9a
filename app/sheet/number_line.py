"""A number line, as a part of a page: who stands where, and how they moved. Screen and paper draw the same values.

Lengths are in steps of the picture's own, from its left top corner: x to the right, y down.
"""

from dataclasses import dataclass

from app.sheet.rings import Face


@dataclass(frozen=True)
class Lane:
    """One person's way along the line: a point for each number that they show, the earliest first.

    colour: as document.people has it.
    """

    colour: int
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class NumberLine:
    """A line with its numbers, the faces that stand over it, and below it a thin lane for each who moved.

    line: y of the line. ticks: the x of each number, from `lowest` on.
    alt: the words for somebody who cannot see it: all that it shows.
    """

    width: float
    height: float
    line: float
    ticks: tuple[float, ...]
    faces: tuple[Face, ...]
    lanes: tuple[Lane, ...]
    alt: str
    lowest: int = 0
