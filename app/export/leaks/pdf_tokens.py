"""What stands in the bytes of a PDF, piece by piece: strings, names, comments and bare words, wherever they are.

No cross-reference table is asked: what no reader's table leads to (an earlier revision, something left behind) is read
as everything else is. Source: ISO 32000-1, 7.2 and 7.3.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from pypdf.generic import decode_pdfdocencoding

ItemType: TypeAlias = Literal["string", "name", "comment", "word"]

_TOKEN = re.compile(
    # What each begins with is told first: so a scan leaps over the numbers, which are most of a drawing.
    rb"[%(</'\"A-Za-z\x80-\xff_-](?:"
    rb"(?<=%)(?P<comment>[^\r\n]*)"
    rb"|(?<=\()(?:(?P<flat>(?:[^()\\]|\\.)*)\)|(?P<deep>))"
    rb"|(?<=<)(?P<hex>[0-9A-Fa-f\s]*)>"
    rb"|(?<=/)(?P<name>[^\s()<>\[\]{}/%]*)"
    rb"|(?<=['\"Q])(?P<sign>(?![^\s()<>\[\]{}/%]))"
    rb"|(?<=[A-Za-z\x80-\xff_])(?P<word>[^\s()<>\[\]{}/%]+)"
    rb"|(?<=-)(?P<back>\d{3,}(?=[\s<(\]]))"
    rb")",
    re.DOTALL,
)
_PAREN = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_HASH = re.compile(rb"#([0-9A-Fa-f]{2})")
_SPOKEN_IN = re.compile("\x1b[A-Za-z]{2}-?(?:[A-Za-z]{2})?\x1b")
"""Says in which language the next letters of a string are (ISO 32000-1, 7.9.2.2): no reader shows it."""

_MARKED = ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8"))


class Token(NamedTuple):
    """One piece."""

    kind: ItemType
    """What it is; a word is what stands bare."""
    value: bytes
    """Its bytes, escapes undone."""
    key: str
    """The name right before it, "" for none."""
    at: int
    """Where it begins, in bytes from the first (0)."""


def tokens(content: bytes) -> Iterator[Token]:
    """Yield the pieces of bytes that are written as a PDF's are. Numbers and single letters are left out."""
    at, key = 0, ""
    while True:
        found = _TOKEN.search(content, at)
        if found is None:
            return
        at = found.end()
        match found.lastgroup:
            case "comment":
                yield Token("comment", found["comment"], key, found.start())
                continue  # A comment parts nothing: the key before it counts.
            case "flat":
                yield Token("string", _unescaped(found["flat"]), key, found.start())
            case "deep":
                end = _closing(content, at)
                yield Token("string", _unescaped(content[at:end]), key, found.start())
                at = end + 1
            case "hex":
                digits = b"".join(found["hex"].split())
                yield Token("string", bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()), key, found.start())
            case "name":
                name = _HASH.sub(lambda m: bytes.fromhex(m[1].decode()), found["name"])
                yield Token("name", name, key, found.start())
                key = name.decode("latin-1")
                continue
            case _:
                yield Token("word", found[0], key, found.start())
        key = ""


def _closing(content: bytes, at: int) -> int:
    """Return where a string that holds brackets ends; at the end of all where it never does."""
    depth = 1
    for found in _PAREN.finditer(content, at):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if not depth:
            return found.start()
    return len(content)


def _unescaped(string: bytes) -> bytes:
    def meant(found: re.Match[bytes]) -> bytes:
        if found[1]:
            return bytes([int(found[1], 8) & 255])
        return _ESCAPES.get(found[2], found[2])

    return _ESCAPE.sub(meant, string) if b"\\" in string else string


def text_of(string: bytes) -> str:
    """Return a string as text in every way that a reader may take it: as it is marked, else each that is possible."""
    for mark, coding in _MARKED:
        if string.startswith(mark):
            return _SPOKEN_IN.sub("", string[len(mark) :].decode(coding, "replace"))
    return "\n".join(dict.fromkeys(unmarked(string)))


def unmarked(string: bytes) -> Iterator[str]:
    """Yield what bytes that say nothing of their coding read as."""
    try:
        yield decode_pdfdocencoding(string)
    except UnicodeDecodeError:
        yield string.decode("latin-1")
    if not string.isascii():
        try:
            yield string.decode("utf-8")
        except UnicodeDecodeError:
            yield string.decode("cp1252", "replace")
    if b"\0" in string:
        yield string.decode("utf-16-be", "replace")
        yield string.decode("utf-16-le", "replace")
