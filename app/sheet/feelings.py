"""Five faces from very sad to very glad, drawn by geometry, and their names: numbers for who does not like numbers.

A face is a circle of radius 1 round (0, 0), y down. Colour tells nothing: the mouth and the eyes do.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from app.language import N_, _
from app.sheet.drawn import Drawn, Teller

FEELINGS = (N_("very sad"), N_("sad"), N_("so-so"), N_("glad"), N_("very glad"))
"""The names of the faces, the lowest first."""

EYES = ((-0.36, -0.22), (0.36, -0.22))
"""The middles of the eyes; a smaller face would need larger ones."""
EYE = 0.1
"""An eye's radius."""
LINE = 0.1
"""How thick the mouth is drawn."""

_BENT = (-0.36, -0.18, 0.0, 0.2, 0.36)
"""How far the middle of the mouth hangs below its corners; above them where it is less than nothing."""
_HALF, _HEIGHT = 0.46, 0.34
_STEPS = 12
_BROWS = (((-0.58, -0.36), (-0.24, -0.56)), ((0.58, -0.36), (0.24, -0.56)))
"""Of the saddest face: it differs from the sad one by more than how far its mouth is bent."""


class Features(NamedTuple):
    """What tells one face from another."""

    mouth: tuple[tuple[float, float], ...]
    """A line of points, from left to right; the face's radius is 1 and its middle (0, 0), y down."""
    open: bool
    """The mouth is filled: a laugh."""
    brows: tuple[tuple[tuple[float, float], tuple[float, float]], ...]
    """The two ends of each, in the same way; () for a face without them."""


@dataclass(frozen=True)
class Feeling(Drawn):
    """The five faces in a row, as a part of a page: one of them is meant."""

    words: str
    """What it is about."""
    number: int
    """Which face is meant, 1 to 5, the saddest first."""
    alt: str
    """The words for somebody who cannot see it."""

    def texts(self) -> Iterator[str]:
        """Yield what it is about, and the words for it."""
        yield from (self.words, self.alt)

    def retold(self, teller: Teller) -> Self:
        """Return it in the teller's words."""
        return replace(self, words=teller.named(self.words), alt=teller.named(self.alt))


def feeling(words: str, number: int) -> Feeling:
    """Return the row of faces for what somebody feels about something."""
    # Translators: an area of life and a face, as in "My home: glad, 4 of 5."
    told = _("{area}: {feeling}, {n} of {most}.")
    return Feeling(words, number, told.format(area=words, feeling=feeling_name(number), n=number, most=len(FEELINGS)))


def feeling_name(number: int) -> str:
    """Return what a face is called; a number beyond the ends has the nearest face."""
    return _(FEELINGS[_at(number)])


def features(number: int) -> Features:
    """Return how a face looks; a number beyond the ends has the nearest face."""
    at = _at(number)
    bent, middle = _BENT[at], _HEIGHT - _BENT[at] / 2
    points = [_mouth(n / _STEPS * 2 - 1, bent, middle) for n in range(_STEPS + 1)]
    return Features(tuple(points), at == len(FEELINGS) - 1, _BROWS if at == 0 else ())


def _mouth(along: float, bent: float, middle: float) -> tuple[float, float]:
    return along * _HALF, middle + bent * (1 - along**2)


def _at(number: int) -> int:
    return min(max(number, 1), len(FEELINGS)) - 1
