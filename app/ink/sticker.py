"""A sticker on a page: which one, where, how large, how turned; and its shapes there, for screen and paper."""

from functools import lru_cache
from typing import NamedTuple

from app.ink import rotated_rectangle
from app.ink.outline import Box
from app.ink.sticker_art import drawing
from app.ink.sticker_art.parts import StickerShape, compiled
from app.ink.sticker_art.paths import SIDE

__all__ = ["LARGEST", "SMALLEST", "Sticker", "StickerShape", "box", "covers", "shapes"]

SMALLEST = 60
LARGEST = 1200
"""The side of a sticker's square, in page units: from what a child can still touch to the height of the page."""

_FINENESS = 0.15
"""How far an edge may be from its true curve, in page units: smooth on paper at 200 %."""

_CLASSES = (75, 150, 300, 600, LARGEST)
"""A sticker has the corners that the next of these sizes needs, so that pulling one larger rarely makes them anew."""


class Sticker(NamedTuple):
    """A ready-made picture that somebody put on a page."""

    art: str
    """A slug of app.ink.sticker_art.ORDER, or of a newer version."""
    x: int
    """Its middle, in page units from the page's left edge."""
    y: int
    """Its middle, in page units from the page's top edge."""
    size: int
    """The side of its square, in page units: SMALLEST to LARGEST."""
    turn: int = 0
    """Degrees clockwise, 0 to 359."""
    mirrored: bool = False
    """Left for right, before it is turned."""


def box(sticker: Sticker) -> Box:
    """Return the rectangle that a sticker stays in: its turned square's bounds."""
    return rotated_rectangle.box(sticker.x, sticker.y, sticker.size, sticker.size, sticker.turn)


def shapes(sticker: Sticker) -> tuple[StickerShape, ...]:
    """Return what a sticker looks like on the page, the lowest shape first. Never raises for an unknown art.

    Each shape's polygons are simple and all turn the same way: fill them as one path with the nonzero
    rule, or one by one on a mask.
    """
    scale = sticker.size / SIDE
    across = -scale if sticker.mirrored else scale
    cos, sin = rotated_rectangle.way(sticker.turn)
    # One step from the drawing's square to the page.
    ax, bx, ay, by = across * cos, -scale * sin, across * sin, scale * cos
    left = sticker.x - (ax + bx) * SIDE / 2
    top = sticker.y - (ay + by) * SIDE / 2
    # A mirror image turns the other way, so its corners come in the other order.
    order = -1 if sticker.mirrored else 1
    return tuple(
        StickerShape(
            colour,
            tuple(
                tuple([(left + ax * x + bx * y, top + ay * x + by * y) for x, y in polygon[::order]])
                for polygon in polygons
            ),
        )
        for colour, polygons in _compiled(sticker.art, _class(sticker.size))
    )


def covers(sticker: Sticker, x: float, y: float) -> bool:
    """Whether a touch at this place of the page is on a sticker: its turned square and a little round it."""
    return rotated_rectangle.covers(x - sticker.x, y - sticker.y, sticker.size, sticker.size, sticker.turn)


def _class(size: int) -> int:
    return next((largest for largest in _CLASSES if size <= largest), LARGEST)


@lru_cache(maxsize=128)
def _compiled(art: str, largest: int) -> tuple[StickerShape, ...]:
    """Return a drawing's shapes in its own square, fine enough for this size."""
    return compiled(drawing(art).parts, _FINENESS * SIDE / largest)
