"""Tanks that fill, as a part of a page: one for each thing that matters. Screen and paper draw the very same values.

Lengths are in cells (a cell is the room of one tank, as wide as it is high): x to the right, y down.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tank:
    """One tank: as large as the thing is important, filled as far as it is full.

    title: what it is of; note: its numbers in words, below it. left, top, width, height: of the glass in its cell.
    water: how high it is filled, from the bottom; None where nobody said. before: how high it was last time, or None.
    goal: it is worked on: its glass is drawn thicker, and its title says so.
    """

    title: str
    note: str
    left: float
    top: float
    width: float
    height: float
    water: float | None
    before: float | None = None
    goal: bool = False


@dataclass(frozen=True)
class Tanks:
    """Tanks in rows of so many, in their order. alt: the words for somebody who cannot see them: all that they show."""

    tanks: tuple[Tank, ...]
    columns: int
    alt: str
