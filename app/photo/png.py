"""PNG without decoding it (W3C PNG, third edition): is it whole, how large, and the chunks that its pixels need.

Left behind: words, times, EXIF, a size in inches, chunks of makers' own, and whatever stands after the end.
"""

import struct
import zlib

from app.photo.bare import LARGEST_PROFILE, StrippedPhoto, counted, orientation
from app.photo.refusal import NotAPhoto

BEGINS = b"\x89PNG\r\n\x1a\n"

_KEPT = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}


def strip_metadata(content: bytes) -> StrippedPhoto:
    """Return a PNG as its pixels alone. Raises NotAPhoto: truncated, damaged, moving."""
    kept: list[bytes | memoryview] = [BEGINS]
    size: tuple[int, int] | None = None
    way_up, profile, pixels, name = 1, b"", False, b""
    at, parts = len(BEGINS), 0
    while name != b"IEND":
        parts = counted(parts)
        name, chunk = _chunk(content, at, first=size is None)
        body = chunk[8:-4]
        if name in _KEPT:
            kept.append(_checked(chunk))
        if name == b"IHDR":
            size = _size(body)
        elif name == b"acTL" and len(body) >= 4 and int.from_bytes(body[:4], "big") > 1:
            raise NotAPhoto("moving")
        elif name == b"eXIf":
            way_up = orientation(bytes(body))
        elif name == b"iCCP":
            profile = _profile(bytes(body))
        pixels = pixels or name == b"IDAT"
        at += len(chunk)
    if size is None or not pixels:
        raise NotAPhoto("damaged")
    return StrippedPhoto("PNG", *size, tuple(kept), way_up, profile)


def _chunk(content: bytes, at: int, *, first: bool) -> tuple[bytes, memoryview]:
    """Return the name of the chunk that stands here, and the whole of it: length, name, body and checksum.

    first: no header was read yet, so it must be the header. Raises NotAPhoto: truncated, damaged.
    """
    if at + 12 > len(content):
        raise NotAPhoto("truncated")
    (length,), name = struct.unpack_from(">I", content, at), content[at + 4 : at + 8]
    if not name.isalpha() or (name == b"IHDR") != first:
        raise NotAPhoto("damaged")
    end = at + 12 + length
    if end > len(content):
        raise NotAPhoto("truncated")
    return name, memoryview(content)[at:end]


def _checked(chunk: memoryview) -> memoryview:
    """Return a chunk whose checksum is right. Raises NotAPhoto("damaged") where it is not."""
    if zlib.crc32(chunk[4:-4]) != int.from_bytes(chunk[-4:], "big"):
        raise NotAPhoto("damaged")
    return chunk


def _size(header: memoryview) -> tuple[int, int]:
    """Return width and height as a header's body says them. Raises NotAPhoto("damaged")."""
    if len(header) != 13:
        raise NotAPhoto("damaged")
    width, height = struct.unpack_from(">II", header)
    return width, height


def _profile(body: bytes) -> bytes:
    """Return an iCCP chunk's profile: its name, a zero byte, the method (0), then packed; b"" where it is not so."""
    packed = body[body.find(b"\0") + 2 :]
    unpacker = zlib.decompressobj()
    try:
        # Never more than the most: some bytes here can stand for gigabytes.
        profile = unpacker.decompress(packed, LARGEST_PROFILE)
    except zlib.error:
        return b""
    return profile if unpacker.eof else b""
