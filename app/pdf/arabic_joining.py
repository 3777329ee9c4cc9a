"""Arabic letters take the shape their neighbours ask for: how, where there is no shaping engine (tablets).

Ours, because each shape must tell the letters that it stands for, so that the words are found again; arabic-reshaper,
which makes the same shapes, does not (docs/decisions/0020-bidi-and-joining.md).

Only what Unicode has as presentation forms (blocks FB50 and FE70) is joined: all of Arabic, Urdu and
Persian. The forms come from the Unicode data that Python carries, so each one knows its letter.
"""

import unicodedata
from functools import cache
from typing import NamedTuple

_LAM = "\u0644"


class Forms(NamedTuple):
    """A letter's four shapes."""

    isolated: str = ""
    """Joined to no neighbour; "" where it has none."""
    final: str = ""
    """Joined to the letter before it; "" where it has none: it then does not join on that side."""
    initial: str = ""
    """Joined to the letter after it; "" where it has none: it then does not join on that side."""
    medial: str = ""
    """Joined on both sides; "" where it has none."""


@cache
def _forms() -> dict[str, Forms]:
    """Return each letter (and lam with alef) with its shapes."""
    found: dict[str, Forms] = {}
    for code in (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD)):
        shape, *letters = unicodedata.decomposition(chr(code)).split()[:3] or [""]
        text = "".join(chr(int(c, 16)) for c in letters)
        lam_alef = len(text) == 2 and text[0] == _LAM and text[1] in "\u0622\u0623\u0625\u0627"
        if shape.strip("<>") in Forms._fields and (len(text) == 1 or lam_alef):
            forms = found.get(text, Forms())
            found[text] = forms._replace(**{shape.strip("<>"): chr(code)})
    return found


def _mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Cf")


def joins_unshaped(character: str) -> bool:
    """Whether this character of Arabic script can be drawn rightly without the shaping engine.

    Not so: a Pashto, Sindhi or Kurdish letter without forms of its own would stand alone, and a vowel
    mark would lie across a tall letter.
    """
    kind = unicodedata.category(character)
    return kind[0] != "M" and (kind != "Lo" or character in _forms())


def join(word: str) -> list[tuple[str, str]]:
    """Return a word as (shape, text) in reading order: what to draw, and the letters that it stands for."""
    forms = _forms()
    units: list[str] = []
    for c in word:
        if units and units[-1] == _LAM and _LAM + c in forms:
            units[-1] += c
        else:
            units.append(c)
    letters = [i for i, unit in enumerate(units) if not _mark(unit[0]) or unit == "\u200c"]
    shaped = [(unit, unit) for unit in units]
    for at, i in enumerate(letters):
        own = forms.get(units[i])
        if own is None:
            continue
        previous = forms.get(units[letters[at - 1]], Forms()) if at else Forms()
        following = forms.get(units[letters[at + 1]], Forms()) if at + 1 < len(letters) else Forms()
        joins_before = bool(previous.initial and own.final)
        joins_after = bool(own.initial and following.final)
        shape = {
            (False, False): own.isolated,
            (True, False): own.final,
            (False, True): own.initial,
            (True, True): own.medial,
        }[joins_before, joins_after]
        shaped[i] = (shape or units[i], units[i])
    return shaped
