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
    view = memoryview(content)
    kept: list[bytes | memoryview] = [BEGINS]
    size: tuple[int, int] | None = None
    way_up, profile, pixels, name = 1, b"", False, b""
    at, parts = len(BEGINS), 0
    while name != b"IEND":
        parts = counted(parts)
        if at + 12 > len(content):
            raise NotAPhoto("truncated")
        (length,), name = struct.unpack_from(">I", content, at), content[at + 4 : at + 8]
        end = at + 12 + length
        if not name.isalpha() or (name == b"IHDR") != (size is None):
            raise NotAPhoto("damaged")
        if end > len(content):
            raise NotAPhoto("truncated")
        body = view[at + 8 : end - 4]
        if name in _KEPT:
            if zlib.crc32(view[at + 4 : end - 4]) != int.from_bytes(view[end - 4 : end], "big"):
                raise NotAPhoto("damaged")
            kept.append(view[at:end])
        if name == b"IHDR":
            if length != 13:
                raise NotAPhoto("damaged")
            width, height = struct.unpack_from(">II", body)
            size = (width, height)
        elif name == b"acTL" and length >= 4 and int.from_bytes(body[:4], "big") > 1:
            raise NotAPhoto("moving")
        elif name == b"eXIf":
            way_up = orientation(bytes(body))
        elif name == b"iCCP":
            profile = _profile(bytes(body))
        pixels = pixels or name == b"IDAT"
        at = end
    if size is None or not pixels:
        raise NotAPhoto("damaged")
    return StrippedPhoto("PNG", *size, tuple(kept), way_up, profile)


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
