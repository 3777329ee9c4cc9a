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
    """Somebody's face, with their name below it."""

    name: str
    """As it stands below the face; its first letter stands in the face."""
    colour: int
    """As document.people has it."""
    shape: str
    """As document.people has it."""
    x: float
    """Of the face's middle, in the steps of its picture: from the middle of rings, the left edge of a number line."""
    y: float
    """Of the face's middle, in the same steps: from the middle of rings, the top edge of a number line."""
    radius: float
    """Of the face, in the same steps; half its side where it is not round."""
    room: float = 0.0
    """How wide the name may be, in the same steps; 0 where it has none."""
    starred: bool = False
    """The child picked them."""
    number: str = ""
    """What stands in the face instead of a letter, or ""."""

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
    """Those in the middle, and round them in rings who is there for them."""

    middle: tuple[Face, ...]
    """The children whom it is about, a few at most."""
    faces: tuple[Face, ...]
    """Who is there for them, the inmost ring first."""
    inner: float
    """The radius of the middle, in steps."""
    edges: tuple[float, ...]
    """The outer radius in steps of each ring, the inmost first; the last is half of the picture's width."""
    labels: tuple[str, ...]
    """What each ring means, the inmost first."""
    alt: str
    """The words for somebody who cannot see it: all that it shows."""

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
