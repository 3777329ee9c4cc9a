"""A star of areas, as a part of a page: the areas, and what was said on each arm. Screen and paper read the same.

Where it stands is worked out for each width by star_picture.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

from app.sheet.drawn import Drawn, Teller


@dataclass(frozen=True)
class StarShape:
    """What one person, or one round, says on the arms."""

    name: str
    """As the key below the star has it; "" for one that the key leaves out."""
    numbers: tuple[int | None, ...]
    """One for each area; None alike for what was kept, "not today" and what nobody asked."""
    colour: int | None = None
    """Of a person's face, as document.people has it, or None for a round."""
    days: tuple[str, ...] = ()
    """For each number what tells its day, or "" where what stands above the star does; () for all of one day."""


@dataclass(frozen=True)
class Star(Drawn):
    """A star with an arm for each area."""

    areas: tuple[str, ...]
    """Their titles, the one on top first, then the way the language reads."""
    lowest: int
    """The lowest number of every arm, next to the middle."""
    highest: int
    """The highest number of every arm, at its end."""
    shapes: tuple[StarShape, ...]
    """Told apart by their place here, the latest or dearest first."""
    alt: str
    """The words for somebody who cannot see it: all that it shows."""
    faces: bool = False
    """Numbers are faces too."""
    chosen: int | None = None
    """The arm that is talked about now, by its place in `areas`, or None."""

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
