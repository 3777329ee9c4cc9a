"""What the letters of a file's fonts read as: the text of each code that is shown. Source: ISO 32000-1, 9.6 to 9.10."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pypdf._codecs import adobe_glyphs

from app.leaks.streams import Parts, Unreadable
from app.leaks.syntax import unmarked

_FONT = re.compile(rb"/Type\s*/Font\b(?!File)")
_USED_AS = re.compile(rb"/([^\s()<>\[\]{}/%]+)\s+(\d+)\s+\d+\s+R\b")
_TO_UNICODE = re.compile(rb"/ToUnicode\s+(\d+)\s+\d+\s+R\b")
_ENCODING = re.compile(rb"/Encoding\s*(?:/(\S+)|(\d+)\s+\d+\s+R\b)")
_DIFFERENCES = re.compile(rb"/Differences\s*\[(.*?)\]", re.DOTALL)
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_CHAR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[(.*?)\])", re.DOTALL)
_MOST_CODES = 1 << 16


class Font(NamedTuple):
    """A font of the file. texts: of each code; wide: codes have two bytes; coding: of bytes that are text."""

    texts: Mapping[int, str]
    wide: bool
    coding: str = ""

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
    """Return the fonts by the names under which pages use them; one name may stand for several. Raises Unreadable."""
    maps = {s.number: s.content for s in parts.streams if b"begincmap" in s.content}
    fonts = {n: _font(said, parts, maps) for n, said in parts.objects.items() if _FONT.search(said)}
    found: dict[str, list[Font]] = {}
    for said in (parts.outside, *(s.content for s in parts.streams if s.said.get("/Type") == "/ObjStm")):
        for name, number in _USED_AS.findall(said):
            font = fonts.get(int(number))
            if font is not None and font not in (there := found.setdefault(name.decode("latin-1"), [])):
                there.append(font)
    return found


def _font(said: bytes, parts: Parts, maps: Mapping[int, bytes]) -> Font:
    wide = re.search(rb"/Subtype\s*/Type0\b", said) is not None
    texts: dict[int, str] = {}
    encoding = _ENCODING.search(said)
    name = (encoding[1] or b"").decode("latin-1") if encoding is not None else ""
    if not wide:
        there = parts.objects.get(int(encoding[2]), b"") if encoding is not None and encoding[2] else said
        texts |= _differences(there)
    unicode = _TO_UNICODE.search(said)
    if unicode is not None:
        if int(unicode[1]) not in maps:
            raise Unreadable
        texts |= dict(mapped(maps[int(unicode[1])]))
    elif wide and ("UTF16" in name or "UCS2" in name):
        return Font({}, True, "utf-16-be")
    elif wide:
        raise Unreadable  # It is shown, and no bytes tell what it says.
    return Font(texts, wide)


def mapped(cmap: bytes) -> Iterator[tuple[int, str]]:
    """Yield the codes of a character map and the texts that they stand for (ISO 32000-1, 9.10.3)."""
    for sort, rows in _SECTION.findall(cmap):
        if sort == b"bfchar":
            yield from ((_number(code), _text(text)) for code, text in _CHAR.findall(rows))
            continue
        for first, last, text, each in _RANGE.findall(rows):
            begin, end = _number(first), min(_number(last), _number(first) + _MOST_CODES)
            if each:
                told = re.findall(rb"<([0-9A-Fa-f\s]*)>", each)
                yield from ((begin + i, _text(t)) for i, t in enumerate(told))
                continue
            start = _text(text)
            for i in range(end - begin + 1):
                yield begin + i, start[:-1] + chr(min(ord(start[-1]) + i, 0x10FFFF)) if start else ""


def _differences(said: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for row in _DIFFERENCES.findall(said):
        code = 0
        for part in re.findall(rb"\d+(?![^\s/\]])|/[^\s()<>\[\]{}/%]+", row):
            if part[:1] != b"/":
                code = int(part)
                continue
            found[code] = _glyph(part.decode("latin-1"))
            code += 1
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
