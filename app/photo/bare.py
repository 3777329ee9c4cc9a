"""What a file of pixels says of itself, before anything decodes it, and the parts that its pixels need.

Ours, with its three readers, because Pillow keeps a comment when it saves what it opened, and finds out by decoding
whether a file is whole and how often it goes over every pixel (docs/decisions/0023-small-readers.md).
"""

import struct
from contextlib import suppress
from typing import Literal, NamedTuple, TypeAlias

from app.photo.refusal import NotAPhoto

Kind: TypeAlias = Literal["JPEG", "PNG", "WEBP"]

MOST_PARTS = 1 << 16
"""Parts of a file that are looked at. A photo of 24 megapixels in the smallest chunks that a program writes
(8 KB) has half as many; a file made of empty ones would keep a tablet busy for minutes."""

LARGEST_PROFILE = 2 << 20
"""Bytes of a colour profile. A camera's has under 4 KB, a printing press's under 2 MB; a larger one is left out."""

_ORIENTATION = 0x0112

_SORTS = {1: "B", 2: "s", 3: "H", 4: "I", 5: "II", 6: "b", 7: "B", 8: "h", 9: "i", 10: "ii", 11: "f", 12: "d", 13: "I"}
"""How a number is written, by the sorts that TIFF knows; a fraction is two numbers."""


class StrippedPhoto(NamedTuple):
    """A file without anything but what its pixels need."""

    kind: Kind
    """The format of the file."""
    width: int
    """In pixels, before it is turned upright."""
    height: int
    """In pixels, before it is turned upright."""
    parts: tuple[bytes | memoryview, ...]
    """A whole file of that kind, most of them views of the file that was read, so that it is not held twice."""
    orientation: int = 1
    """1…8 as in EXIF (1: upright as it is)."""
    profile: bytes = b""
    """The ICC profile of its colours, or b""."""

    def file(self) -> bytes:
        """Return the parts as one file."""
        return b"".join(self.parts)


def orientation(exif: bytes) -> int:
    """Return which way up an EXIF block says that its pixels are: 1…8, and 1 where it says nothing that is.

    The standard wants one SHORT; programs write what they like, so that any sort of number is read, and the first of
    several. Source of the layout: CIPA DC-008 (EXIF 2.32) 4.6.2, TIFF 6.0 section 2: the first directory's tag 0x0112.
    """
    tiff = exif.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return 1
    with suppress(struct.error):
        (first,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, first)
        for at in range(first + 2, first + 2 + 12 * count, 12):
            tag, kind, number = struct.unpack_from(order + "HHI", tiff, at)
            if tag == _ORIENTATION and kind in _SORTS:
                value = _number(tiff, at + 8, order, _SORTS[kind], number)
                if value in range(1, 9):
                    return int(value)
    return 1


def _number(tiff: bytes, at: int, order: str, kind: str, count: int) -> float:
    """Return a directory entry's first number, 0 where it is none. Raises struct.error where it lies outside.

    at: where the entry's last four bytes stand, which are the numbers themselves or, where these are longer, say
    where they are.
    """
    if struct.calcsize(order + kind) * count > 4:
        (at,) = struct.unpack_from(order + "I", tiff, at)
    over, under = (*struct.unpack_from(order + kind, tiff, at), 1)[:2]
    if isinstance(over, bytes):
        return int(over) if over.isdigit() else 0
    return float(over / under) if under else 0


def counted(parts: int) -> int:
    """Return one part more. Raises NotAPhoto ("damaged") for a file of more parts than any photo has."""
    if parts >= MOST_PARTS:
        raise NotAPhoto("damaged")
    return parts + 1
