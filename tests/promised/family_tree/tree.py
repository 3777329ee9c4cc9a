"""The picture: a row for each generation, and a line from each to their parent."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

from app.sheet.drawing import Disc, Drawing, Label, Polyline, Room, Shape
from app.sheet.drawn import Drawn, Teller


@dataclass(frozen=True)
class Branch:
    """Somebody in the tree. row: how far below the top. above: the place of their parent in the tree, or -1."""

    name: str
    row: int
    above: int


@dataclass(frozen=True)
class FamilyTree(Drawn):
    """A family tree. alt: the words for somebody who cannot see it."""

    branches: tuple[Branch, ...]
    alt: str

    def texts(self) -> Iterator[str]:
        """Yield the words for it, and the names."""
        yield from (self.alt, *(b.name for b in self.branches))

    def retold(self, teller: Teller) -> Self:
        """Return it in the teller's words."""
        branches = tuple(replace(b, name=teller.named(b.name)) for b in self.branches)
        return replace(self, branches=branches, alt=teller.named(self.alt))

    def drawing(self, room: Room) -> Drawing:
        """Return it in shapes: discs, lines and names."""
        step = 4 * room.letters
        rows = [[n for n, b in enumerate(self.branches) if b.row == row] for row in range(self._rows())]
        at = {
            n: ((i + 0.5) * room.width / len(row), r * step + room.letters)
            for r, row in enumerate(rows)
            for i, n in enumerate(row)
        }
        shapes: list[Shape] = [
            Polyline((at[b.above], at[n]), hue="edge") for n, b in enumerate(self.branches) if b.above >= 0
        ]
        for n, b in enumerate(self.branches):
            (x, y), width = at[n], room.width / len(rows[b.row])
            shapes += [Disc(x, y, room.letters / 2, hue="accent"), Label(b.name, x, y + 1.5 * room.letters, width)]
        return Drawing(room.width, self._rows() * step, tuple(shapes))

    def _rows(self) -> int:
        return max((b.row for b in self.branches), default=-1) + 1
