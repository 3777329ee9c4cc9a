"""Which letters can be printed here, and in which font; no box and no broken script ever reaches paper.

What no font has is written another way where that reads the same (a fancy letter as the plain one, a word processor's
bullet as a bullet), a picture by its name in words ("[pile of books]"); a sign that has neither is left out. Words of a
script that cannot be drawn here are never drawn in part: "[words in Tamil letters]" stands for them. Nothing stops a
copy; what is not on it is told (settable.py). Characters that nobody can see are left out.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.util import find_spec
from typing import Literal, NamedTuple

from app.language import N_, _
from app.language.clean_text import unseen, visible
from app.language.graphemes import graphemes
from app.pdf.arabic_joining import joins_unshaped
from app.pdf.fonts import ANDIKA, ARABIC, EMOJI, GENERAL, Family, face, has
from app.pdf.scripts import UNKNOWN, Script, script_at
from app.pdf.substitutes import nearest
from app.sheet.unprintable import in_brackets


class Means(NamedTuple):
    """What letters are drawn with here."""

    shaped: bool
    """There is a shaping engine."""
    first: Family = ANDIKA
    """Every letter that this family has is set in it."""
    leftward: bool = True
    """Words can run right to left."""


class Lost(NamedTuple):
    """Words that cannot be drawn."""

    script: str
    """What people call it, in English, or ""."""
    elsewhere: bool
    """A computer with the shaping engine can draw them."""


class Substitution(NamedTuple):
    """Text as it will be drawn."""

    text: str
    """Line breaks are "\\n"."""
    families: tuple[Family, ...]
    """The font family of each of its characters."""
    unset: tuple[Lost, ...] = ()
    """What stands there in brackets only; () where nothing does."""
    left_out: int = 0
    """How many signs are not there at all."""


@cache
def can_shape() -> bool:
    """Whether the shaping engine (HarfBuzz, the optional extra "shaping") is installed."""
    return find_spec("uharfbuzz") is not None


_LINE_ENDS = str.maketrans({"\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "})


def substitute(text: str, means: Means) -> Substitution:
    """Return any text as it can be drawn, line breaks as "\\n"."""
    text = nearest(text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS))
    if not means.shaped:
        text = unicodedata.normalize("NFC", text)
    if face(means.first.regular).characters.issuperset(text.replace("\n", " ")):
        return Substitution(text, (means.first,) * len(text))
    letters = _letters(text, means)
    unset = tuple(dict.fromkeys(one for _script, one in letters if isinstance(one, Lost)))
    drawn = (one for _script, one in letters if isinstance(one, Substitution))
    spelled = _bracketed(letters, means) if unset else _joined(drawn)
    if spelled.left_out and not visible(spelled.text):
        # It is all that somebody said: that there is something must not go as well.
        return substitute(_own(N_("[a sign that cannot be printed]"), means), means)._replace(left_out=spelled.left_out)
    if spelled.left_out:
        # What was left out parted others, who stand beside each other now.
        again = substitute(spelled.text, means)
        unset = tuple(dict.fromkeys((*unset, *again.unset)))
        spelled = again._replace(left_out=spelled.left_out + again.left_out)
    return spelled._replace(unset=unset)


def _own(sentence: str, means: Means) -> str:
    """Return a sentence of our own in the reader's language, in English where that cannot be drawn here."""
    said = _(sentence)
    return sentence if any(isinstance(one, Lost) for _script, one in _letters(said, means)) else said


def _letters(text: str, means: Means) -> list[tuple[Script | None, Substitution | Lost]]:
    """Return each grapheme's script, and how it can be drawn."""
    pieces = list(graphemes(text))
    scripts = [_script(piece) for piece in pieces]
    found: list[tuple[Script | None, Substitution | Lost]] = []
    before = means.first
    for at, piece in enumerate(pieces):
        beside = [i for i in (at - 1, at + 1) if 0 <= i < len(pieces)]
        joined = any(scripts[i] is not None and scripts[i] == scripts[at] for i in beside)
        in_word = any(unicodedata.category(c)[0] in "LM" for i in beside for c in pieces[i][:1])
        one = _drawn(piece, before, means, joined=joined, in_word=in_word)
        found.append((scripts[at], one))
        if isinstance(one, Substitution) and one.text:
            before = one.families[-1]
    return found


def _script(piece: str) -> Script | None:
    shown = next((c for c in piece if not unseen(c)), None)
    if shown is None or unicodedata.category(shown)[0] not in "LM":
        return None
    return script_at(shown)


def _bracketed(letters: Sequence[tuple[Script | None, Substitution | Lost]], means: Means) -> Substitution:
    """Return text in which brackets stand for each run of words of a script of which not all can be drawn."""
    lost = {script for script, one in letters if isinstance(one, Lost)} - {None}
    found: list[Substitution] = []
    stands, since = "", 0
    for script, one in letters:
        if isinstance(one, Lost) or script in lost:
            name = one.script if isinstance(one, Lost) else script.name if script is not None else ""
            if stands and stands == f"{name}." and all(map(_parts_words, (c for s in found[since:] for c in s.text))):
                del found[since:]  # Spaces and stops between its words are part of them.
                continue
            stands = f"{name}."
            said = in_brackets(name)
            if any(isinstance(s, Lost) for _script, s in _letters(said, means)):
                said = f"[{name} letters]" if name else "[letters that cannot be printed]"
            found.append(substitute(said, means))
            since = len(found)
        else:
            found.append(one)
    return _joined(found)


def _parts_words(character: str) -> bool:
    return unseen(character) or unicodedata.category(character)[0] in "ZP"


def _joined(pieces: Iterable[Substitution]) -> Substitution:
    pieces = tuple(pieces)
    families = tuple(family for piece in pieces for family in piece.families)
    return Substitution(
        "".join(piece.text for piece in pieces), families, left_out=sum(piece.left_out for piece in pieces)
    )


def _drawn(
    piece: str, before: Family, means: Means, *, joined: bool = False, in_word: bool = False
) -> Substitution | Lost:
    """Return a grapheme as it can be drawn.

    joined: a letter of its own script stands beside it. in_word: a letter of any does.
    """
    if piece == "\n":
        return _in(before, piece)
    family = _family(piece, before, means.first)
    if family is not None and _comes_out(family, piece, means, joined=joined):
        return _in(family, piece)
    if family is not None and family is not EMOJI:
        script = _script(piece) or UNKNOWN
        return Lost(script.name, elsewhere=True)
    shown = [c for c in piece if not unseen(c) and unicodedata.category(c) != "Cc"]
    if not shown:
        # Nobody would see it. What steers its neighbours stays; a control character goes.
        return _in(before, "".join(c for c in piece if unseen(c)))
    # Compatibility forms come last: they read the same, but are not the same characters.
    forms: tuple[Literal["NFC", "NFD", "NFKC"], ...] = ("NFC", "NFD", "NFKC")
    for form in forms:
        other = unicodedata.normalize(form, "".join(shown))
        family = _family(other, before, means.first)
        if family is not None and _comes_out(family, other, means, joined=joined):
            return _in(family, other)
    if len(shown) > 1:
        # One by one, so that nothing is lost: a family of emoji becomes its members.
        parts = [_drawn(c, before, means, joined=joined, in_word=in_word) for c in shown]
        return next((p for p in parts if isinstance(p, Lost)), None) or _joined(
            p for p in parts if isinstance(p, Substitution)
        )
    return _without_a_glyph(shown[0], means, in_word=joined or in_word)


_PICTURES = (("\u2000", "\u2fff"), ("\U0001f000", "\U0001faff"))
"""Signs and emoji, whose names say what a reader would see."""


def _without_a_glyph(character: str, means: Means, *, in_word: bool) -> Substitution | Lost:
    kind, name = unicodedata.category(character), unicodedata.name(character, "")
    if kind == "Zs":
        return _in(means.first, " ")
    if kind == "Nd":
        return _in(means.first, str(unicodedata.decimal(character)))
    if kind[0] in "LM" and in_word:
        return Lost((script_at(character) or UNKNOWN).name, elsewhere=False)
    if kind[0] == "S" and name and any(first <= character <= last for first, last in _PICTURES):
        return substitute(f"[{name.lower()}]", means)
    return Substitution("", (), left_out=1)


def _in(family: Family, text: str) -> Substitution:
    return Substitution(text, (family,) * len(text))


def _family(piece: str, before: Family, first: Family) -> Family | None:
    """Return the first family where it has all, else the one just used, else its script's, else the first that has."""
    shown = next((c for c in piece if not unseen(c)), None)
    if shown is None:
        return None
    if ("\ufe0f" in piece or "\u20e3" in piece) and has(EMOJI, piece):
        return EMOJI
    script = script_at(shown)
    own = script.families if script is not None else ()
    return next((f for f in (first, before, *own, *GENERAL) if has(f, piece)), None)


def _comes_out(family: Family, piece: str, means: Means, *, joined: bool) -> bool:
    """Whether a family that has all of a piece draws it rightly here."""
    shown = [c for c in piece if not unseen(c)]
    kinds = [unicodedata.category(c)[0] for c in shown]
    if not means.leftward and any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in shown):
        return False
    if means.shaped:
        return True
    if family is ARABIC:
        return all(map(joins_unshaped, shown))
    if family is EMOJI:
        return len(shown) == 1  # A family of emoji is one picture only to the shaping engine.
    if family not in GENERAL and "M" in kinds:
        return False
    # A letter alone takes no shape from its neighbours.
    return not family.needs_shaping or not joined or "L" not in kinds
