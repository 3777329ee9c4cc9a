"""JPEG without decoding it (ITU-T T.81 annex B): is it whole, how large, and the segments that its pixels need.

Left behind: EXIF with place, time and thumbnail, XMP, IPTC, comments, makers' own segments, and whatever stands
after the end (phones put a second photo or a film there).
"""

import re
import struct

from app.photo.bare import LARGEST_PROFILE, StrippedPhoto, counted, orientation
from app.photo.refusal import NotAPhoto

BEGINS = b"\xff\xd8\xff"

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_JFIF, _EXIF, _PROFILE, _ADOBE = 0xE0, 0xE1, 0xE2, 0xEE
_FRAMES = {0xC0, 0xC1, 0xC2}
"""Baseline, extended and progressive, in Huffman codes: what cameras write and libjpeg reads."""

_OTHER_FRAMES = {0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)}
_TABLES = {0xC4, 0xDB, 0xDD}
_BARE = {0x01, *range(0xD0, 0xD9)}
"""Markers without a length. None of them stands between segments, a second start least of all."""

_SCAN_ENDS = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)

MOST_SCANS = 64
"""Scans of a progressive photo. Programs write ten; each goes over every pixel, so thousands would take hours."""


def strip_metadata(content: bytes) -> StrippedPhoto:
    """Return a JPEG as its pixels alone. Raises NotAPhoto: truncated, damaged, other-kind."""
    reading = _Reading(content)
    at, parts = 2, 0
    while True:
        parts = counted(parts)
        marker, at = _marker(content, at)
        if marker == _END:
            return reading.photo()
        if marker in _BARE:
            raise NotAPhoto("damaged")
        at = reading.take(marker, at)


class _Reading:
    """A JPEG as it is read, segment by segment: what is kept of it, and what it says of itself."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._kept: list[bytes | memoryview] = [b"\xff\xd8"]
        self._size: tuple[int, int] | None = None
        self._scans = 0
        self._exif = b""
        self._profile: dict[int, bytes] = {}

    def take(self, marker: int, at: int) -> int:
        """Take in one segment, and return where the next marker stands. at: just behind its own marker.

        Raises NotAPhoto: truncated, damaged, other-kind.
        """
        body, end = _body(self._content, at)
        if marker in _FRAMES | _OTHER_FRAMES:
            if self._size is not None:
                raise NotAPhoto("damaged")
            self._size = _size(marker, body)
        elif marker == _SCAN:
            end = self._end_of_scan(end)
        elif marker == _EXIF and body.startswith(b"Exif\0\0"):
            self._exif = self._exif or body
        elif marker == _PROFILE and body.startswith(b"ICC_PROFILE\0") and len(body) > 14:
            self._profile[body[12]] = body[14:]
        if marker in _FRAMES | _TABLES | {_SCAN}:
            self._kept.append(memoryview(self._content)[at - 2 : end])
        elif needed := _of_colours(marker, body):
            self._kept.append(struct.pack(">BBH", 0xFF, marker, len(needed) + 2) + needed)
        return end

    def _end_of_scan(self, at: int) -> int:
        """Return where a scan's pixels end. at: where they begin."""
        self._scans += 1
        found = _SCAN_ENDS.search(self._content, at)
        if found is None:
            raise NotAPhoto("truncated")
        if self._size is None or self._scans > MOST_SCANS:
            raise NotAPhoto("damaged")
        return found.start()

    def photo(self) -> StrippedPhoto:
        """Return what was kept, at the end of the file. Raises NotAPhoto("damaged") where nothing was shown."""
        if self._size is None or not self._scans:
            raise NotAPhoto("damaged")
        joined = b"".join(self._profile[n] for n in sorted(self._profile))
        profile = joined if len(joined) <= LARGEST_PROFILE else b""
        return StrippedPhoto("JPEG", *self._size, (*self._kept, b"\xff\xd9"), orientation(self._exif), profile)


def _marker(content: bytes, at: int) -> tuple[int, int]:
    """Return the marker that stands here, and where what follows it begins. Any number of 0xFF may fill up."""
    start = at
    while content[at : at + 1] == b"\xff":
        at += 1
    if at >= len(content):
        raise NotAPhoto("truncated")
    if at == start or content[at] == 0:
        raise NotAPhoto("damaged")
    return content[at], at + 1


def _body(content: bytes, at: int) -> tuple[bytes, int]:
    """Return what a segment holds, and where it ends. at: where its length stands."""
    if at + 2 > len(content):
        raise NotAPhoto("truncated")
    length = int.from_bytes(content[at : at + 2], "big")
    if length < 2:
        raise NotAPhoto("damaged")
    if at + length > len(content):
        raise NotAPhoto("truncated")
    return content[at + 2 : at + length], at + length


def _size(marker: int, body: bytes) -> tuple[int, int]:
    if len(body) < 6:
        raise NotAPhoto("damaged")
    precision, height, width = struct.unpack_from(">BHH", body)
    if marker in _OTHER_FRAMES or precision != 8:
        raise NotAPhoto("other-kind")
    return width, height


def _of_colours(marker: int, body: bytes) -> bytes:
    """Return as much of a segment as says how its numbers are colours; b"" where it says nothing of them."""
    if marker == _JFIF and body.startswith(b"JFIF\0") and len(body) >= 14:
        return body[:5] + b"\x01\x01\0\0\x01\0\x01\0\0"  # Without its size in inches, and without its thumbnail.
    if marker == _ADOBE and body.startswith(b"Adobe") and len(body) >= 12:
        return b"Adobe\0\x64\0\0\0\0" + body[11:12]
    return b""
