"""Tanks that fill, as a part of a page: one for each thing that matters. Screen and paper draw the very same values.

Lengths are in cells (a cell is the room of one tank, as wide as it is high): x to the right, y down.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

from app.sheet.drawn import Drawn, Teller


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
class Tanks(Drawn):
    """Tanks in rows of so many, in their order. alt: the words for somebody who cannot see them: all that they show."""

    tanks: tuple[Tank, ...]
    columns: int
    alt: str

    def texts(self) -> Iterator[str]:
        """Yield the words for them, and those of each tank."""
        yield self.alt
        yield from (t for tank in self.tanks for t in (tank.title, tank.note) if t)

    def retold(self, teller: Teller) -> Self:
        """Return them in the teller's words."""
        tanks = tuple(replace(t, title=teller.named(t.title), note=teller.named(t.note)) for t in self.tanks)
        return replace(self, tanks=tanks, alt=teller.named(self.alt))
