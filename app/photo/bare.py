"""What a file of pixels says of itself, before anything decodes it, and the parts that its pixels need."""

import struct
from typing import Literal, NamedTuple, TypeAlias

from app.photo.refusal import NotAPhoto

Kind: TypeAlias = Literal["JPEG", "PNG", "WEBP"]

MOST_PARTS = 1 << 16
"""Parts of a file that are looked at. A photo of 24 megapixels in the smallest chunks that a program writes
(8 KB) has half as many; a file made of empty ones would keep a tablet busy for minutes."""

LARGEST_PROFILE = 2 << 20
"""Bytes of a colour profile. A camera's has under 4 KB, a printing press's under 2 MB; a larger one is left out."""

_ORIENTATION = 0x0112
_SHORT = 3


class Bare(NamedTuple):
    """A file without anything but what its pixels need.

    width, height: in pixels, before it is turned upright. parts: what makes a whole file of that kind, most of
    it views of the file that was read, so that it is not held twice. orientation: 1…8 as in EXIF (1: upright as
    it is). profile: the ICC profile of its colours, or b"".
    """

    kind: Kind
    width: int
    height: int
    parts: tuple[bytes | memoryview, ...]
    orientation: int = 1
    profile: bytes = b""

    def file(self) -> bytes:
        """Return the parts as one file."""
        return b"".join(self.parts)


def orientation(exif: bytes) -> int:
    """Return which way up an EXIF block says that its pixels are: 1…8, and 1 where it says nothing that is.

    Source of the layout: CIPA DC-008 (EXIF 2.32) 4.6.2, TIFF 6.0 section 2: the first directory's tag 0x0112.
    """
    tiff = exif.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return 1
    try:
        (first,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, first)
        for at in range(first + 2, first + 2 + 12 * count, 12):
            tag, sort, _number, value = struct.unpack_from(order + "HHIH", tiff, at)
            if (tag, sort) == (_ORIENTATION, _SHORT):
                return int(value) if 1 <= value <= 8 else 1
    except struct.error:
        return 1
    return 1


def counted(parts: int) -> int:
    """Return one part more. Raises NotAPhoto ("damaged") for a file of more parts than any photo has."""
    if parts >= MOST_PARTS:
        raise NotAPhoto("damaged")
    return parts + 1
