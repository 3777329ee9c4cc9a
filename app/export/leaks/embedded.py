"""What texts, bytes and pictures that stand in a file say, as programs read them."""

import html
import re
import zlib
from collections.abc import Iterator
from urllib.parse import unquote

from app.export.leaks.pdf_objects import UnreadablePdf
from app.export.leaks.pdf_tokens import text_of

_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TAG = re.compile(r"<[^<>]*>")
_CODED = re.compile(r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))")
_RUNS = {
    "ascii": re.compile(rb"[\x20-\x7e]{6,}"),
    "utf-8": re.compile(rb"(?:[ -@]?[\xc2-\xf4][\x80-\xbf]{1,3}){4,}"),
    "utf-16-be": re.compile(rb"(?:\0[\x20-\xff]|[\x01-\x0e][\x00-\xff]){6,}"),
    "utf-16-le": re.compile(rb"(?:[\x20-\xff]\0){6,}"),
}
_PNG = b"\x89PNG\r\n\x1a\n"
_CHUNK = re.compile(rb"(.{4})(.{4})", re.DOTALL)
"""What begins each part of a PNG: how long it is, and its kind. A sum of four bytes is behind it."""

_SEGMENT = re.compile(rb"\xff([^\xda])(..)", re.DOTALL)
"""What begins each part of a JPEG before its pixels: its kind, and how long it is, with the two bytes that say so."""


def readings(text: str) -> Iterator[str]:
    """Yield a text as it stands and as programs read it: addresses, pages and scripts write letters as numbers."""
    yield text
    if "%" in text:
        yield unquote(text)
        yield unquote(text, encoding="latin-1")
    if "&" in text:
        yield html.unescape(text)
    if "<" in text:
        yield html.unescape(_TAG.sub("", text))
        yield html.unescape(_TAG.sub(" ", text))
    if "\\" in text:
        yield _CODED.sub(lambda m: chr(min(int(m[1] or m[2] or m[3], 16), 0x10FFFF)), text)
    if "+" in text:
        yield unquote(text.replace("+", " "))


def is_text(content: bytes) -> bool:
    """Whether bytes are text in one of its codings."""
    return content[:2] in (b"\xfe\xff", b"\xff\xfe") or not _BINARY.search(content[:4096])


def among_bytes(content: bytes) -> Iterator[str]:
    """Yield what could be words among bytes that are no text (a font, pixels): six letters and more, in any coding."""
    for coding, run in _RUNS.items():
        yield "\n".join(found.decode(coding, "replace") for found in run.findall(content))


def png_texts(content: bytes) -> Iterator[str]:
    """Yield what a PNG picture says beside its pixels, and what stands behind its end. Raises Unreadable."""
    at = len(_PNG)
    while (begun := _CHUNK.match(content, at)) is not None:
        kind, end = begun[2], begun.end() + int.from_bytes(begun[1], "big")
        said, at = content[begun.end() : end], end + 4
        if kind == b"IEND":
            break
        if kind in (b"IHDR", b"IDAT", b"PLTE"):
            continue
        yield text_of(said)
        for begin in _packed_at(kind, said):
            try:
                yield text_of(zlib.decompress(said[begin:]))
            except zlib.error as fault:
                raise UnreadablePdf from fault
    yield text_of(content[at:])


def _packed_at(kind: bytes, said: bytes) -> tuple[int, ...]:
    """Return where the packed part of a text chunk begins (PNG, 11.3.4)."""
    name = said.find(b"\0")
    if kind in (b"zTXt", b"iCCP"):
        return (name + 2,)
    if kind == b"iTXt" and said[name + 1 : name + 2] == b"\1":
        language = said.find(b"\0", name + 3)
        return (said.find(b"\0", language + 1) + 1,)
    return ()


def jpeg_texts(content: bytes) -> Iterator[str]:
    """Yield what a JPEG picture says beside its pixels (comments, what a camera wrote), and what is behind its end."""
    at = len(b"\xff\xd8")
    while (begun := _SEGMENT.match(content, at)) is not None:
        (kind,), at = begun[1], begun.start(2) + int.from_bytes(begun[2], "big")
        said = content[begun.end() : at]
        if kind == 0xFE or (0xE0 <= kind <= 0xEF and not said.startswith(b"JFIF")):
            yield text_of(said)
    _pixels, end, behind = content.rpartition(b"\xff\xd9")
    yield text_of(behind) if end else ""
