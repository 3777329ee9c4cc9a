"""The fonts that paper is printed with: which has which letter, its outlines, and how wide they are.

Each is read once in a process, when a letter first asks for it (15 to 28 ms).
"""

import copy
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase.ttfonts import TTFontFile

from app.language.clean_text import unseen as unseen
from app.language.clean_text import visible

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "fonts"


_SPACES = frozenset({0x20, 0xA0, *range(0x2000, 0x200B), 0x202F})
_PRIVATE = frozenset({*range(0xE000, 0xF900), *range(0xF0000, 0x110000)})
"""What one of these looks like is a matter of one font, and seldom what the writer's showed."""


class Family(NamedTuple):
    """A design in two weights; where only one is drawn, both are the same file."""

    name: str
    """What the design is called."""
    regular: str
    """Its file in assets/fonts, without .ttf."""
    bold: str
    """That of the heavier weight."""
    needs_shaping: bool = False
    """Without the shaping engine a letter comes out rightly only where it stands alone."""
    scale: float = 1.0
    """How much larger it is set, so that its letters look as large as Andika's beside them."""


def _noto(script: str, *, needs_shaping: bool = False) -> Family:
    file = f"NotoSans{script}-Regular"
    return Family(f"Noto Sans {script}", file, file, needs_shaping)


ANDIKA = Family("Andika", "Andika-Regular", "Andika-Bold")
ARABIC = Family("Noto Naskh Arabic", "NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold", scale=1.15)
BENGALI = Family("Noto Sans Bengali", "NotoSansBengali-Regular", "NotoSansBengali-Bold", True)
GURMUKHI = Family("Noto Sans Gurmukhi", "NotoSansGurmukhi-Regular", "NotoSansGurmukhi-Bold", True)
NOTO = Family("Noto Sans", "NotoSans-Regular", "NotoSans-Bold")
SYMBOLS = Family("Noto Sans Symbols 2", "NotoSansSymbols2-Regular", "NotoSansSymbols2-Regular")
MORE_SYMBOLS, MATHS = _noto("Symbols"), _noto("Math")
EMOJI = Family("Noto Emoji", "NotoEmoji-Regular", "NotoEmoji-Regular")
CHINESE = Family("Droid Sans Fallback", "DroidSansFallback-Regular", "DroidSansFallback-Regular")
"""Of Japanese and Korean too."""
CANTONESE = Family("Noto Sans CJK HK", "NotoSansHKSCS-Regular", "NotoSansHKSCS-Regular")
"""What Hong Kong writes besides, and Droid Sans has not (HKSCS-2016)."""

DEVANAGARI, GUJARATI = _noto("Devanagari", needs_shaping=True), _noto("Gujarati", needs_shaping=True)
TAMIL, TELUGU = _noto("Tamil", needs_shaping=True), _noto("Telugu", needs_shaping=True)
KANNADA, MALAYALAM = _noto("Kannada", needs_shaping=True), _noto("Malayalam", needs_shaping=True)
SINHALA, ODIA = _noto("Sinhala", needs_shaping=True), _noto("Oriya", needs_shaping=True)
THAI, LAO = _noto("Thai", needs_shaping=True), _noto("Lao", needs_shaping=True)
KHMER, BURMESE = _noto("Khmer", needs_shaping=True), _noto("Myanmar", needs_shaping=True)
TIBETAN = Family("Noto Serif Tibetan", "NotoSerifTibetan-Regular", "NotoSerifTibetan-Regular", True)
SYRIAC, THAANA = _noto("Syriac", needs_shaping=True), _noto("Thaana", needs_shaping=True)
NKO, ADLAM = _noto("NKo", needs_shaping=True), _noto("Adlam", needs_shaping=True)
ROHINGYA, JAVANESE = _noto("HanifiRohingya", needs_shaping=True), _noto("Javanese", needs_shaping=True)
SYLHETI, MEITEI = _noto("SylotiNagri", needs_shaping=True), _noto("MeeteiMayek", needs_shaping=True)
ETHIOPIC, HEBREW, ARMENIAN, GEORGIAN = _noto("Ethiopic"), _noto("Hebrew"), _noto("Armenian"), _noto("Georgian")
TIFINAGH, SANTALI, CHEROKEE, LISU = _noto("Tifinagh"), _noto("OlChiki"), _noto("Cherokee"), _noto("Lisu")
CREE = _noto("CanadianAboriginal")

FIRST = {"house": ANDIKA, "young": NOTO}
"""Of all that it has, by the look of a sheet."""

GENERAL = (ANDIKA, NOTO, SYMBOLS, MORE_SYMBOLS, MATHS, EMOJI)
"""Asked in this order for what belongs to no script of its own (scripts.py). Andika was drawn for people who are
learning to read (docs/domain/plain-language.md, T7).
"""


class FontFace:
    """One font file.

    glyphs: code point → glyph. advances: glyph → width, in units of which `em` make the size.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.path = FOLDER / f"{file}.ttf"
        self._parsed = _Outlines(str(self.path))
        self.em: int = self._parsed.unitsPerEm
        # A font may name control characters, which would print as nothing or as a box. What Python's Unicode data does
        # not know yet is a letter or an emoji that is newer than that.
        self.glyphs: dict[int, int] = {
            c: g
            for c, g in self._parsed.charToGlyph.items()
            if g and (c in _SPACES or (visible(chr(c)) and c not in _PRIVATE))
        }
        self.characters = frozenset(map(chr, self.glyphs))
        self.advances: list[int] = [int(width) for width, _ in self._parsed.hmetrics]
        self.postscript_name: str = self._parsed.name.decode("ascii")
        self.ascent: float = self._parsed.ascent
        self.descent: float = self._parsed.descent
        self.cap_height: float = self._parsed.capHeight
        self.box: tuple[float, ...] = tuple(self._parsed.bbox)
        self.stem: float = self._parsed.stemV

    def subset(self, glyphs: Iterable[int]) -> bytes:
        """Return a TrueType file of only these outlines: the first is glyph 1, the next 2, and so on."""
        chosen = copy.copy(self._parsed)
        wanted = list(glyphs)
        chosen.charToGlyph = {g: g for g in wanted}
        return bytes(chosen.makeSubset(wanted))


class _Outlines(TTFontFile):  # type: ignore[misc]
    """reportlab's reader; its subsets leave out what a CIDFontType2 does not need (ISO 32000-1, 9.9)."""

    def get_table(self, tag: str) -> bytes:
        if tag in ("name", "OS/2"):
            raise KeyError(tag)
        return bytes(super().get_table(tag))


@cache
def face(file: str) -> FontFace:
    """Return a font of assets/fonts by its file's name, without .ttf. Raises TTFError for a damaged one."""
    return FontFace(file)


def has(family: Family, text: str) -> bool:
    """Whether a family can draw every character, those that never show apart."""
    return face(family.regular).characters.issuperset(c for c in text if not unseen(c))
