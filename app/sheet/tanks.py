"""Tanks that fill, as a part of a page: one for each thing that matters. Screen and paper draw the very same values.

Lengths are in cells (a cell is the room of one tank, as wide as it is high): x to the right, y down.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

from app.sheet.drawn import Drawn, Teller


@dataclass(frozen=True)
class Tank:
    """One tank: as large as the thing is important, filled as far as it is full."""

    title: str
    """What it is of."""
    note: str
    """Its numbers in words, below it; "" for none."""
    left: float
    """From the cell's left edge to the glass, in cells."""
    top: float
    """From the cell's upper edge to the glass, in cells."""
    width: float
    """Of the glass, in cells."""
    height: float
    """Of the glass, in cells."""
    water: float | None
    """How high it is filled, in cells from the bottom of the glass; None where nobody said."""
    before: float | None = None
    """How high it was last time, in cells from the bottom; None where nobody said, or it is the same."""
    goal: bool = False
    """It is worked on: its glass is drawn thicker, and its title says so."""


@dataclass(frozen=True)
class Tanks(Drawn):
    """Tanks in rows, in their order."""

    tanks: tuple[Tank, ...]
    """As they are read, row by row."""
    columns: int
    """So many stand in a row at most."""
    alt: str
    """The words for somebody who cannot see them: all that they show."""

    def texts(self) -> Iterator[str]:
        """Yield the words for them, and those of each tank."""
        yield self.alt
        yield from (t for tank in self.tanks for t in (tank.title, tank.note) if t)

    def retold(self, teller: Teller) -> Self:
        """Return them in the teller's words."""
        tanks = tuple(replace(t, title=teller.named(t.title), note=teller.named(t.note)) for t in self.tanks)
        return replace(self, tanks=tanks, alt=teller.named(self.alt))
