"""A star of areas, as a part of a page: the areas, and what was said on each arm. Screen and paper read the same.

Where it stands is worked out for each width by star_picture.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

from app.sheet.drawn import Drawn, Teller


@dataclass(frozen=True)
class StarShape:
    """What one person, or one round, says on the arms. name: as the key below the star has it.

    numbers: one for each area, or None. What was kept, "not today" and what nobody asked are all None: here they are
    already alike. colour: of a person's face, as document.people has it, or None for a round. days: for each number
    what tells its day beside it, or "" where what stands above the star does; none for all of one day.
    """

    name: str
    numbers: tuple[int | None, ...]
    colour: int | None = None
    days: tuple[str, ...] = ()


@dataclass(frozen=True)
class Star(Drawn):
    """A star with an arm for each area. areas: their titles, the one on top first, then the way the language reads.

    lowest, highest: the ends of every arm. shapes: told apart by their place here, the latest or dearest first.
    faces: numbers are faces too. chosen: the arm that is talked about now, or None. alt: the words for somebody who
    cannot see it: all that it shows.
    """

    areas: tuple[str, ...]
    lowest: int
    highest: int
    shapes: tuple[StarShape, ...]
    alt: str
    faces: bool = False
    chosen: int | None = None

    def texts(self) -> Iterator[str]:
        """Yield the words for it, the areas, and whose each shape is."""
        yield from (t for t in (self.alt, *self.areas, *(shape.name for shape in self.shapes)) if t)

    def letters(self) -> Iterator[str]:
        """Yield the numbers of the arms."""
        yield from (str(n) for n in range(self.lowest, self.highest + 1))

    def retold(self, teller: Teller) -> Self:
        """Return it in the teller's words."""
        shapes = tuple(
            replace(s, name=teller.named(s.name), days=tuple(map(teller.named, s.days))) for s in self.shapes
        )
        return replace(self, areas=tuple(map(teller.named, self.areas)), shapes=shapes, alt=teller.named(self.alt))
