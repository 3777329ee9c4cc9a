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
    """One person's way along the line: a point for each number that they show, the earliest first.

    colour: as document.people has it.
    """

    colour: int
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class NumberLine(Drawn):
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
