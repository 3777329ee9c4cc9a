"""What lies on a drawing page: lines, stickers and photos, one over the other."""

from typing import TypeAlias

from app.ink import photo, sticker
from app.ink.outline import Box
from app.ink.outline import box as box_of_stroke
from app.ink.photo import Photo
from app.ink.sticker import Sticker
from app.ink.stroke import Stroke

Mark: TypeAlias = Stroke | Sticker | Photo

Thing: TypeAlias = Sticker | Photo
"""What is put on the page and can be moved, unlike a line."""


def box(mark: Mark) -> Box:
    """Return the rectangle that a mark stays in, in page units."""
    match mark:
        case Stroke():
            return box_of_stroke(mark)
        case Sticker():
            return sticker.box(mark)
        case Photo():
            return photo.box(mark)


def covers(thing: Thing, x: float, y: float) -> bool:
    """Whether a touch at a place (page units) is on a thing."""
    return sticker.covers(thing, x, y) if isinstance(thing, Sticker) else photo.covers(thing, x, y)
