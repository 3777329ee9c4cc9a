"""Pictures as PNG (RFC 2083), by strips: after a stroke only the rows that it touched are compressed again.

Ours, because Pillow writes a picture whole (docs/decisions/0023-small-readers.md). Its writer tries five filters on
every row of the whole tile: 22 ms for a full one of 520 pixels, where all strips take 5 and the touched ones often 2.
"""

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

from PIL import Image, ImageChops

HEIGHT = 40
"""Rows a strip (the last one may have fewer)."""

_ADLER = 65521


class Strip(NamedTuple):
    """Some rows, compressed so that strips can follow one another."""

    packed: bytes
    """A piece of a deflate stream, without its end, in whole bytes."""
    check: int
    """The Adler-32 of the raw bytes: the rows before they were compressed, each behind a byte for its filter."""
    size: int
    """How many raw bytes those are."""


def strip(image: Image.Image, index: int, *, photo: bool = False) -> Strip:
    """Return one strip of an RGBA image.

    photo: nearly every pixel differs from the next one, by little. Then the differences are what is packed: a third of
    the time and three fifths of the bytes, where for drawn lines both would grow.
    """
    top = index * HEIGHT
    rows = image.crop((0, top, image.width, min(top + HEIGHT, image.height)))
    if not photo:
        return _strip(rows.tobytes(), image.width * 4, b"\0", zlib.Z_DEFAULT_STRATEGY)
    before = Image.new("RGBA", rows.size)
    before.paste(rows, (1, 0))
    return _strip(ImageChops.subtract_modulo(rows, before).tobytes(), image.width * 4, b"\1", zlib.Z_RLE)


def strips(height: int) -> int:
    """Return how many strips an image of so many rows has."""
    return -(-height // HEIGHT)


def whole(image: Image.Image) -> bytes:
    """Return an RGBA image as a PNG."""
    return joined(image.width, image.height, (strip(image, i) for i in range(strips(image.height))))


def joined(width: int, height: int, strips: Iterable[Strip]) -> bytes:
    """Return the PNG of an RGBA image from all its strips, in order."""
    packed: list[bytes] = [b"\x78\x01"]
    low, high = 1, 0
    for part in strips:
        packed.append(part.packed)
        # The checksum of two runs of bytes from those of each (zlib's adler32_combine).
        high = (high + (part.check >> 16) + part.size * (low - 1)) % _ADLER
        low = (low + (part.check & 0xFFFF) - 1) % _ADLER
    packed += (b"\x03\x00", struct.pack(">HH", high, low))
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in ((b"IHDR", header), (b"IDAT", b"".join(packed)), (b"IEND", b""))
    )


def _strip(raw: bytes, row: int, kind: bytes, strategy: int) -> Strip:
    """Return rows of so many bytes, packed. kind: how each is filtered (RFC 2083, 6): as it is, or differences."""
    filtered = b"".join(kind + raw[at : at + row] for at in range(0, len(raw), row))
    # Level 1 because a child waits for it. Bare, and flushed to whole bytes, so that more can follow.
    packer = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, strategy)
    packed = packer.compress(filtered) + packer.flush(zlib.Z_FULL_FLUSH)
    return Strip(packed, zlib.adler32(filtered), len(filtered))
