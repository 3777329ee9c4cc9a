"""Which letters can be printed here, and in which font; no box and no broken script ever reaches paper.

What no font has is written another way where that reads the same (a fancy letter as the plain one), a
sign or emoji by its name in words ("[pile of books]"); a letter of a script that cannot be drawn here
stops the copy, with a sentence. Characters that nobody can see are left out.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from typing import Literal, NamedTuple

from app.language import N_, _
from app.language.graphemes import graphemes as graphemes
from app.language.written import unseen
from app.paper.faces import ANDIKA, ARABIC, EMOJI, FAMILIES, Family, face, has
from app.paper.joining import joins_unshaped
from app.sheet.refusal import CannotPrint

_SCRIPTS = {
    "CJK": N_("Chinese"),
    "BOPOMOFO": N_("Chinese"),
    "HIRAGANA": N_("Japanese"),
    "KATAKANA": N_("Japanese"),
    "HANGUL": N_("Korean"),
    "DEVANAGARI": N_("Hindi"),
    "GUJARATI": N_("Gujarati"),
    "TAMIL": N_("Tamil"),
    "TELUGU": N_("Telugu"),
    "KANNADA": N_("Kannada"),
    "MALAYALAM": N_("Malayalam"),
    "SINHALA": N_("Sinhala"),
    "ORIYA": N_("Odia"),
    "TIBETAN": N_("Tibetan"),
    "MYANMAR": N_("Burmese"),
    "THAI": N_("Thai"),
    "LAO": N_("Lao"),
    "KHMER": N_("Khmer"),
    "ETHIOPIC": N_("Amharic and Tigrinya"),
    "HEBREW": N_("Hebrew"),
    "ARMENIAN": N_("Armenian"),
    "GEORGIAN": N_("Georgian"),
    "SYRIAC": N_("Syriac"),
    "THAANA": N_("Dhivehi"),
    "SYLOTI": N_("Sylheti"),
    "ARABIC": N_("Arabic"),
    "BENGALI": N_("Bengali"),
    "GURMUKHI": N_("Panjabi"),
}
"""The first word of a letter's Unicode name, and the language that most people know it by."""


class Spelled(NamedTuple):
    """Text as it will be drawn, and the font family of each of its characters."""

    text: str
    families: tuple[Family, ...]


@cache
def can_shape() -> bool:
    """Whether the shaping engine (HarfBuzz, the optional extra "shaping") is installed."""
    return find_spec("uharfbuzz") is not None


def can_print(text: str, *, shaped: bool | None = None) -> str | None:
    """Return None where all of a text can be printed here, else the script, named in the reader's language.

    shaped: whether the shaping engine is to be counted on; None finds out.
    """
    try:
        spell(text, shaped=can_shape() if shaped is None else shaped)
    except CannotPrint as fault:
        return _(fault.script)
    return None


_LINE_ENDS = str.maketrans({"\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "})


def spell(text: str, *, shaped: bool, first: Family = ANDIKA) -> Spelled:
    """Return text as it can be drawn, line breaks as "\\n". Raises CannotPrint.

    shaped: False where there is no shaping engine. first: the family of all that it has.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    if not shaped:
        text = unicodedata.normalize("NFC", text)
    if face(first.regular).characters.issuperset(text.replace("\n", " ")):
        return Spelled(text, (first,) * len(text))
    before = first
    pieces: list[Spelled] = []
    for piece in graphemes(text):
        pieces.append(_drawn(piece, before, shaped, first))
        before = pieces[-1].families[-1] if pieces[-1].text else before
    return _joined(pieces)


def _joined(pieces: Iterable[Spelled]) -> Spelled:
    pieces = tuple(pieces)
    families = tuple(family for piece in pieces for family in piece.families)
    return Spelled("".join(piece.text for piece in pieces), families)


def _drawn(piece: str, before: Family, shaped: bool, first: Family) -> Spelled:
    """Return a grapheme as it can be drawn. Raises CannotPrint."""
    if piece == "\n":
        return _in(before, piece)
    family = _family(piece, before, shaped, first)
    if family is not None:
        return _in(family, piece)
    shown = [c for c in piece if not unseen(c) and unicodedata.category(c) != "Cc"]
    if not shown:
        # Nobody would see it. What steers its neighbours stays; a control character goes.
        return _in(before, "".join(c for c in piece if unseen(c)))
    # Compatibility forms come last: they read the same, but are not the same characters.
    forms: tuple[Literal["NFC", "NFD", "NFKC"], ...] = ("NFC", "NFD", "NFKC")
    for form in forms:
        other = unicodedata.normalize(form, "".join(shown))
        family = _family(other, before, shaped, first)
        if family is not None:
            return _in(family, other)
    if len(shown) > 1:
        # One by one, so that nothing is lost: a family of emoji becomes its members.
        return _joined(_drawn(c, before, shaped, first) for c in shown)
    name = unicodedata.name(shown[0], "")
    kind = unicodedata.category(shown[0])
    if kind == "Zs":
        return _in(first, " ")
    if kind[0] in "LN" or (kind[0] == "M" and not name.startswith("COMBINING")):
        raise CannotPrint(_script(name))
    return spell(f"[{name.lower()}]" if name else _("[a sign that cannot be printed]"), shaped=shaped, first=first)


def _in(family: Family, text: str) -> Spelled:
    return Spelled(text, (family,) * len(text))


def _family(piece: str, before: Family, shaped: bool, first: Family) -> Family | None:
    shown = [c for c in piece if not unseen(c)]
    if not shown:
        return None
    if "\ufe0f" in piece or "\u20e3" in piece:
        return EMOJI if has(EMOJI, piece) else _first(piece, before, first)
    family = _first(piece, before, first)
    if shaped or family is None:
        return family
    if family.needs_shaping:
        raise CannotPrint(_script(unicodedata.name(shown[0], "")), elsewhere=True)
    if family is ARABIC and not all(map(joins_unshaped, shown)):
        raise CannotPrint("Arabic", elsewhere=True)
    if family is EMOJI and len(shown) > 1:
        return None  # A family of emoji is one picture only to the shaping engine.
    return family


def _first(piece: str, before: Family, first: Family) -> Family | None:
    """Return the first family where it has all, else the family just used, else the first in order that has."""
    return next((f for f in (first, before, *FAMILIES) if has(f, piece)), None)


def _script(name: str) -> str:
    first = name.partition(" ")[0]
    return _SCRIPTS.get(first, first.title())


def script_of(text: str) -> str:
    """Return the script of a text's first letter: its name in English, as a refusal says it."""
    letter = next((c for c in text if unicodedata.category(c)[0] == "L"), text[:1])
    return _script(unicodedata.name(letter, ""))
