"""From letters to glyphs: HarfBuzz where it is installed, else Latin and joined Arabic one by one.

A glyph keeps the text that it stands for, so that a reader's machine, a search and a copy-and-paste
find the words again. Nothing of it outlives the export: the cache would hold a family's words.
"""

import unicodedata
from functools import cache
from typing import Any, NamedTuple

from app.pdf.arabic_joining import join
from app.pdf.bidi import MIRRORED
from app.pdf.font_fallback import Means, can_shape
from app.pdf.fonts import ANDIKA, ARABIC, Family, face, unseen


class Glyph(NamedTuple):
    """A shape of a font. Lengths are in 1/1000 of the size."""

    glyph: int
    """Its number in the font."""
    advance: float
    """How far the pen moves on."""
    right: float
    """How far to the right of the pen it is drawn."""
    up: float
    """How far above the pen it is drawn."""
    text: str
    """What it stands for; "" for a part of what the glyph before or after it stands for."""


class GlyphRun(NamedTuple):
    """Glyphs of one font running one way."""

    text: str
    """What they stand for, in reading order."""
    file: str
    """The font's file in assets/fonts, without .ttf."""
    scale: float
    """How much larger than the line they are set (Family.scale)."""
    level: int
    """Of the bidirectional algorithm: odd ones run right to left."""
    glyphs: tuple[Glyph, ...]
    """As they stand from left to right."""
    width: float
    """In sizes (em)."""
    spoken: bool
    """The glyphs' order is not the letters' order, so that the text must go beside them."""


class Shaper:
    """Shapes pieces of words for one export, each only once.

    language: BCP 47; some letters look different in Urdu than in Arabic, in Romanian than in Turkish. shaped, first,
    leftward: the means (letters.py).
    """

    def __init__(self, language: str, *, shaped: bool, first: Family = ANDIKA, leftward: bool = True) -> None:
        self.means = Means(shaped, first, leftward)
        self._language = language
        self._seen: dict[tuple[str, str, int], GlyphRun] = {}

    def piece(self, text: str, family: Family, level: int, *, bold: bool) -> GlyphRun:
        """Return text, all of one family and level, as glyphs."""
        file = family.bold if bold else family.regular
        key = (text, file, level)
        found = self._seen.get(key)
        if found is None:
            right_to_left = level % 2 == 1
            if self.means.shaped:
                glyphs = _shape(text, file, right_to_left, self._language)
            else:
                glyphs = _place(text, family, file, right_to_left)
            spoken = family.needs_shaping or any(not g.text for g in glyphs)
            width = sum(g.advance for g in glyphs) / 1000 * family.scale
            found = GlyphRun(text, file, family.scale, level, glyphs, width, spoken)
            self._seen[key] = found
        return found


@cache
def _engine(file: str) -> tuple[Any, Any]:
    """Return HarfBuzz and a font of it. Only asked for where it is installed."""
    import uharfbuzz

    blob = uharfbuzz.Blob.from_file_path(str(face(file).path))
    return uharfbuzz, uharfbuzz.Font(uharfbuzz.Face(blob))


def _shape(text: str, file: str, right_to_left: bool, language: str) -> tuple[Glyph, ...]:
    hb, font = _engine(file)
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_codepoints([ord(c) for c in text])
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    buffer.language = language
    hb.shape(font, buffer)
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    if not infos:
        return ()  # Nothing but characters that only steer others.
    # What was left out at the start belongs to the first glyph that is there.
    starts = sorted({info.cluster for info in infos})
    spans = dict(zip(starts, zip([0, *starts[1:]], [*starts[1:], len(text)], strict=True), strict=True))
    unit = 1000 / face(file).em
    said: set[int] = set()
    glyphs: list[Glyph] = []
    for info, place in zip(infos, places, strict=True):
        begin, end = spans[info.cluster]
        own = "" if info.cluster in said else text[begin:end]
        said.add(info.cluster)
        glyphs.append(
            Glyph(
                info.codepoint,
                place.x_advance * unit,
                place.x_offset * unit,
                place.y_offset * unit,
                own,
            )
        )
    return tuple(glyphs)


def _place(text: str, family: Family, file: str, right_to_left: bool) -> tuple[Glyph, ...]:
    """Return glyphs one by one, with the font's own advances: right for Latin, and for Arabic once joined."""
    font = face(file)
    unit = 1000 / font.em
    units = join(text) if family is ARABIC else [(c, c) for c in text]
    glyphs: list[Glyph] = []
    kept = ""
    for shape, letters in units:
        if all(map(unseen, shape)):
            if glyphs:
                glyphs[-1] = glyphs[-1]._replace(text=glyphs[-1].text + letters)
            else:
                kept += letters
            continue
        drawn = MIRRORED.get(shape, shape) if right_to_left else shape
        glyph = font.glyphs.get(ord(drawn), font.glyphs[ord(shape)])
        mark = unicodedata.category(shape)[0] == "M"
        glyphs.append(Glyph(glyph, 0.0 if mark else font.advances[glyph] * unit, 0.0, 0.0, kept + letters))
        kept = ""
    return tuple(reversed(glyphs)) if right_to_left else tuple(glyphs)


def shaper(language: str, *, first: Family = ANDIKA, draws: bool = True) -> Shaper:
    """Return a shaper for one export, with HarfBuzz where it is installed. draws: what it shapes can be drawn."""
    return Shaper(language, shaped=can_shape() and draws, first=first, leftward=draws)
