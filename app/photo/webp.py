"""WebP without decoding it (RFC 9649): is it whole, how large, and the chunks that its pixels need.

Left behind: EXIF, XMP, chunks of makers' own, and whatever stands after the end.
"""

import struct
from collections.abc import Iterator

from app.photo.bare import LARGEST_PROFILE, StrippedPhoto, counted, orientation
from app.photo.refusal import NotAPhoto

_ANIMATED = 0x02
_ALPHA = 0x10


def begins(content: bytes) -> bool:
    """Whether a file calls itself a WebP."""
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"


def strip_metadata(content: bytes) -> StrippedPhoto:
    """Return a WebP as its pixels alone. Raises NotAPhoto: truncated, damaged, moving."""
    way_up, profile = 1, b""
    alpha = picture = memoryview(b"")
    for name, chunk in _chunks(content):
        body = chunk[8:]
        if name in (b"ANIM", b"ANMF") or (name == b"VP8X" and len(body) and body[0] & _ANIMATED):
            raise NotAPhoto("moving")
        if name in (b"VP8 ", b"VP8L"):
            if picture:
                raise NotAPhoto("damaged")
            picture = chunk
        elif name == b"ALPH" and not picture:
            alpha = chunk
        elif name == b"EXIF":
            way_up = orientation(bytes(body))
        elif name == b"ICCP" and len(body) <= LARGEST_PROFILE:
            profile = bytes(body)
    if not picture:
        raise NotAPhoto("damaged")
    head = bytes(picture[:20])
    width, height = _size(head)
    chunks: list[bytes | memoryview] = [picture]
    if alpha and head.startswith(b"VP8 "):
        # A picture with an alpha chunk needs a header that says so.
        canvas = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
        chunks = [b"VP8X" + struct.pack("<IB3x", 10, _ALPHA) + canvas, alpha, picture]
    return StrippedPhoto("WEBP", width, height, _riff(chunks), way_up, profile)


def _chunks(content: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """Return each chunk's name, and the chunk as a whole: name, length and body. Raises NotAPhoto("truncated")."""
    if len(content) < 20:
        raise NotAPhoto("truncated")
    (length,) = struct.unpack_from("<I", content, 4)
    whole = 8 + length
    if whole > len(content):
        raise NotAPhoto("truncated")
    at, parts = 12, 0
    while at + 8 <= whole:
        parts = counted(parts)
        (length,) = struct.unpack_from("<I", content, at + 4)
        end = at + 8 + length
        if end > whole:
            raise NotAPhoto("truncated")
        yield content[at : at + 4], memoryview(content)[at:end]
        at = end + (length & 1)


def _size(picture: bytes) -> tuple[int, int]:
    """Return the size that a picture's own first bytes say (RFC 6386 9.1, RFC 9649 3.4)."""
    if len(picture) >= 18 and picture[:4] == b"VP8 " and picture[11:14] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", picture, 14)
        size = (width & 0x3FFF, height & 0x3FFF)
    elif len(picture) >= 13 and picture[:4] == b"VP8L" and picture[8] == 0x2F:
        (bits,) = struct.unpack_from("<I", picture, 9)
        size = ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    else:
        raise NotAPhoto("damaged")
    if 0 in size:
        raise NotAPhoto("damaged")
    return size


def _riff(chunks: list[bytes | memoryview]) -> tuple[bytes | memoryview, ...]:
    padded = [part for chunk in chunks for part in (chunk, b"\0" * (len(chunk) & 1))]
    size = 4 + sum(len(part) for part in padded)
    return (b"RIFF", struct.pack("<I", size), b"WEBP", *padded)
