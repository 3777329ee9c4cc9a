"""A number line, as a part of a page: who stands where, and how they moved. Screen and paper draw the same values.

Lengths are in steps of the picture's own, from its left top corner: x to the right, y down.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from app.sheet.drawn import Drawn, Teller
from app.sheet.rings import Face


@dataclass(frozen=True)
class Lane:
    """One person's way along the line."""

    colour: int
    """As document.people has it."""
    points: tuple[tuple[float, float], ...]
    """x and y of each number that they show, from the picture's left top corner; the earliest first."""


@dataclass(frozen=True)
class NumberLine(Drawn):
    """A line with its numbers, the faces that stand over it, and below it a thin lane for each who moved."""

    width: float
    """Of the whole picture, in the picture's own steps."""
    height: float
    """Of the whole picture, the lanes included, in the same steps."""
    line: float
    """y of the line, from the top edge."""
    ticks: tuple[float, ...]
    """x of each number, from `lowest` on; from right to left where the language is read so."""
    faces: tuple[Face, ...]
    """One for each who shows a number; those on one number stand one above the other."""
    lanes: tuple[Lane, ...]
    """One for each who moved."""
    alt: str
    """The words for somebody who cannot see it: all that it shows."""
    lowest: int = 0
    """The number of the first tick; each next one is one more."""

    words_beside: ClassVar[bool] = True

    def texts(self) -> Iterator[str]:
        """Yield the words for it."""
        yield from (t for t in (self.alt,) if t)

    def letters(self) -> Iterator[str]:
        """Yield what stands in each face, and the numbers."""
        yield from (face.letter for face in self.faces)
        yield from (str(self.lowest + n) for n in range(len(self.ticks)))

    def retold(self, teller: Teller) -> Self:
        """Return it in the teller's words."""
        return replace(self, faces=tuple(f.retold(teller) for f in self.faces), alt=teller.named(self.alt))
