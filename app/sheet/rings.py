"""People in rings, as a part of a page: who stands where. Screen and paper draw the very same values.

Lengths are in steps (a step is the room of one face), from the middle: x to the right, y down.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

from app.language.graphemes import initial
from app.sheet.drawn import Drawn, Teller

NAME = 0.25
"""How high the line is in which a name stands, right below its face."""


@dataclass(frozen=True)
class Face:
    """Somebody's face, with their name below it.

    colour, shape: as document.people has them. x, y, radius: of the face. room: how wide the name may be; 0 where it
    has none. starred: the child picked them. number: what stands in the face instead of a letter, or "".
    """

    name: str
    colour: int
    shape: str
    x: float
    y: float
    radius: float
    room: float = 0.0
    starred: bool = False
    number: str = ""

    @property
    def letter(self) -> str:
        """What is drawn in the face: its number, or the first letter of its name."""
        letter = self.number or initial(self.name)
        return "?" if letter == "[" else letter  # A name that cannot be set stands in brackets (paper.letters).

    def retold(self, teller: Teller) -> Self:
        """Return the face in the teller's words."""
        return replace(self, name=teller.named(self.name), number=teller.named(self.number))


@dataclass(frozen=True)
class Rings(Drawn):
    """Those in the middle, and round them in rings who is there for them.

    edges: the outer radius of each ring, the inmost first; the last is half of the picture's width. inner: the radius
    of the middle. labels: what each ring means. alt: the words for somebody who cannot see it: all that it shows.
    """

    middle: tuple[Face, ...]
    faces: tuple[Face, ...]
    inner: float
    edges: tuple[float, ...]
    labels: tuple[str, ...]
    alt: str

    def texts(self) -> Iterator[str]:
        """Yield the words for it, and what each ring means."""
        yield from (t for t in (self.alt, *self.labels) if t)

    def letters(self) -> Iterator[str]:
        """Yield what stands in each face."""
        yield from (face.letter for face in (*self.middle, *self.faces))

    def retold(self, teller: Teller) -> Self:
        """Return it in the teller's words."""
        middle, faces = (tuple(f.retold(teller) for f in several) for several in (self.middle, self.faces))
        labels = tuple(map(teller.named, self.labels))
        return replace(self, middle=middle, faces=faces, labels=labels, alt=teller.named(self.alt))
