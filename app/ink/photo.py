"""A photo on a page: which one, where, how large, how turned. The store keeps its pixels; app.photo made them."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from app.ink import rotated_rectangle
from app.ink.outline import Box
from app.ink.stroke import PAGE_HEIGHT, PAGE_WIDTH

__all__ = ["LARGEST", "NONE", "SMALLEST", "THINNEST", "Photo", "Photos", "box", "covers", "placed", "sane"]

SMALLEST = 60
LARGEST = PAGE_WIDTH
"""A photo's longer side, in page units: from what a child can still touch to the width of the page."""

THINNEST = 8
"""Its shorter side, in page units: app.photo lets none through that is thinner when it is placed."""

_MARGIN = 0.8
"""Of the page: so large is a photo at first, with paper about it to draw on and to pull it by."""

_BLOB = re.compile("[0-9a-f]{64}")


Photos: TypeAlias = Mapping[str, bytes]
"""What photos look like: their JPEGs, by the names of their blobs."""

NONE: Photos = MappingProxyType({})


class Photo(NamedTuple):
    """A photo that somebody put on a page."""

    blob: str
    """The name under which the store keeps its JPEG (64 hexadecimal digits)."""
    x: int
    """Its middle, in page units from the page's left edge."""
    y: int
    """Its middle, in page units from the page's top edge."""
    width: int
    """In page units, before it is turned."""
    height: int
    """In page units, before it is turned."""
    turn: int = 0
    """Degrees clockwise, 0 to 359."""
    mirrored: bool = False
    """Left for right, before it is turned."""


def placed(blob: str, width: int, height: int) -> Photo:
    """Return a photo of so many pixels (1 or more each way) in the middle of the page, as large as is good at first."""
    scale = _MARGIN * min(PAGE_WIDTH / width, PAGE_HEIGHT / height)
    across, down = (max(THINNEST, round(side * scale)) for side in (width, height))
    return Photo(blob, PAGE_WIDTH // 2, PAGE_HEIGHT // 2, across, down)


def sane(photo: Photo) -> bool:
    """Whether a photo can be shown: a name of a blob, its middle on the page, sides and turn that may be."""
    return (
        _BLOB.fullmatch(photo.blob) is not None
        and 0 <= photo.x <= PAGE_WIDTH
        and 0 <= photo.y <= PAGE_HEIGHT
        and SMALLEST <= max(photo.width, photo.height) <= LARGEST
        and min(photo.width, photo.height) >= THINNEST
        and 0 <= photo.turn < 360
    )


def box(photo: Photo) -> Box:
    """Return the rectangle that a photo stays in: its turned rectangle's bounds."""
    return rotated_rectangle.box(photo.x, photo.y, photo.width, photo.height, photo.turn)


def covers(photo: Photo, x: float, y: float) -> bool:
    """Whether a touch at this place of the page is on a photo: its turned rectangle and a little round it."""
    return rotated_rectangle.covers(x - photo.x, y - photo.y, photo.width, photo.height, photo.turn)
