"""The tool in a child's hand, and the habits that last a sitting: which colours were used, which hand draws."""

from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from app.ink import hue, pen_of

Does: TypeAlias = Literal["draw", "erase", "rub", "things", "move"]
"""draw · erase: take whole lines away · rub: take what the rubber meets · things: stickers and photos are
picked up and moved · move: the page, when it is shown larger than its window."""

RECENT = 2
"""Colours that stay at hand."""


@dataclass(frozen=True)
class Tool:
    """What a drag on the page does."""

    does: Does = "draw"
    """To draw, or one of the others (Does)."""
    pen: str = "felt"
    """A slug of app.ink.PENS."""
    size: int = 1
    """0, 1 or 2, of the pen's three widths."""
    colour: int = 0
    """A number of the palette."""

    @property
    def width(self) -> int:
        """The pen's width, in page units."""
        return pen_of(self.pen).widths[self.size]

    @property
    def look(self) -> str:
        """The colour, as "#23302F"."""
        return hue(self.colour)


@dataclass(frozen=True)
class Habits:
    """How this sitting's child draws."""

    left_handed: bool = False
    """The tools beside the page stand on the right of it; else on the left."""
    pen_seen: bool = False
    """A pen has touched the page, so "only the pen" is worth offering."""
    only_pen: bool = False
    """Fingers do not draw."""
    asked: bool = False
    """Somebody has said whether fingers draw: it is not offered below the page again."""
    recent: tuple[int, ...] = field(default=(3, 8))
    """The colours that stay at hand (numbers of the palette), the latest in front."""

    def used(self, colour: int) -> "Habits":
        """Return the habits after a colour was taken: it stays at hand, in front."""
        return replace(self, recent=(colour, *(c for c in self.recent if c != colour))[:RECENT])
