"""What the letters of a file's fonts read as: the text of each code that is shown. Source: ISO 32000-1, 9.6 to 9.10."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pypdf._codecs import adobe_glyphs
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NumberObject

from app.export.leaks.pdf_objects import Parts, UnreadablePdf
from app.export.leaks.pdf_tokens import unmarked

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_CHAR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[(.*?)\])", re.DOTALL)
_LAST_CODE = 0xFFFF
"""Codes have two bytes at most."""


class Font(NamedTuple):
    """A font of the file."""

    texts: Mapping[int, str]
    """What each code reads as."""
    wide: bool
    """Codes have two bytes, else one."""
    coding: str = ""
    """That of bytes that are text as they stand; "" where codes are read with `texts`."""

    def reads(self, shown: bytes) -> str:
        """Return what bytes that are shown in this font read as."""
        if self.coding:
            return shown.decode(self.coding, "replace")
        if self.wide:
            codes = (shown[i] << 8 | shown[i + 1] for i in range(0, len(shown) - 1, 2))
            return "".join([self.texts.get(code, "\ufffd") for code in codes])
        if not self.texts:
            return next(unmarked(shown))
        return "".join([self.texts.get(code) or chr(code) for code in shown])


def fonts_of(parts: Parts) -> dict[str, list[Font]]:
    """Return the fonts by the names under which pages use them; one name may stand for several.

    Raises UnreadablePdf.
    """
    found: dict[str, list[Font]] = {}
    for resources in parts.having("/Font"):
        named = parts.resolved(resources.raw_get("/Font"))
        for name, one in named.items() if isinstance(named, DictionaryObject) else ():
            said = parts.resolved(one)
            if not isinstance(said, DictionaryObject):
                raise UnreadablePdf
            font = _font(said, parts)
            if font not in (there := found.setdefault(name[1:], [])):
                there.append(font)
    return found


def _font(said: DictionaryObject, parts: Parts) -> Font:
    kind, encoding = said.get("/Subtype"), parts.resolved(said.get("/Encoding"))
    if kind not in ("/Type0", "/Type1", "/MMType1", "/TrueType"):
        raise UnreadablePdf  # Its letters are drawings, or nobody knows what.
    wide = kind == "/Type0"
    two_bytes = isinstance(encoding, NameObject) and re.search("^/Identity-[HV]$|UTF16|UCS2", encoding) is not None
    if wide and not two_bytes:
        raise UnreadablePdf  # Where one of its codes ends and the next begins is told elsewhere.
    texts: dict[int, str] = {}
    if isinstance(encoding, DictionaryObject):
        texts |= _differences(parts.resolved(encoding.get("/Differences")))
    unicode = said.get("/ToUnicode")
    if unicode is not None:
        maps = [s.content for s in parts.streams if isinstance(unicode, IndirectObject) and s.number == unicode.idnum]
        if not maps:
            raise UnreadablePdf
        texts |= dict(mapped(maps[-1]))
    elif wide and "Identity" not in str(encoding):
        return Font({}, True, "utf-16-be")
    elif wide:
        raise UnreadablePdf  # It is shown, and no bytes tell what it says.
    return Font(texts, wide)


def mapped(cmap: bytes) -> Iterator[tuple[int, str]]:
    """Yield the codes of a character map and the texts that they stand for (ISO 32000-1, 9.10.3)."""
    for kind, rows in _SECTION.findall(cmap):
        if kind == b"bfchar":
            yield from ((_number(code), _text(text)) for code, text in _CHAR.findall(rows))
            continue
        for first, last, text, each in _RANGE.findall(rows):
            begin, end = _number(first), min(_number(last), _LAST_CODE)
            if each:
                told = re.findall(rb"<([0-9A-Fa-f\s]*)>", each)
                yield from ((begin + i, _text(t)) for i, t in enumerate(told))
                continue
            start = _text(text)
            for i in range(end - begin + 1):
                yield begin + i, start[:-1] + chr(min(ord(start[-1]) + i, 0x10FFFF)) if start else ""


def _differences(said: object) -> dict[int, str]:
    found: dict[int, str] = {}
    code = 0
    for part in said if isinstance(said, ArrayObject) else ():
        if isinstance(part, NameObject):
            found[code] = _glyph(part)
            code += 1
        elif isinstance(part, NumberObject):
            code = int(part)
    return found


def _glyph(name: str) -> str:
    if name in adobe_glyphs:
        return adobe_glyphs[name]
    coded = re.fullmatch(r"/u(?:ni)?([0-9A-F]{4,6})", name)
    return chr(min(int(coded[1], 16), 0x10FFFF)) if coded is not None else ""


def _number(code: bytes) -> int:
    return int(b"".join(code.split()), 16)


def _text(code: bytes) -> str:
    digits = b"".join(code.split()).decode()
    return bytes.fromhex(digits + "0" * (len(digits) % 2)).decode("utf-16-be", "replace")
