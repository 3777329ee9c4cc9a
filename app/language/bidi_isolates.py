"""Names and words may run the other way than the sentence they stand in; without care they scramble it."""

import unicodedata

from babel import Locale, UnknownLocaleError

from app.language import babel_zone
from app.language.active_language import SOURCE, current
from app.language.clean_text import cleaned

FIRST_STRONG_ISOLATE = "\u2068"
LEFT_TO_RIGHT_ISOLATE = "\u2066"
POP_ISOLATE = "\u2069"

_CONTROLS = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
_RIGHT_TO_LEFT = {"R", "AL"}
_STARTS = (LEFT_TO_RIGHT_ISOLATE, "\u2067", FIRST_STRONG_ISOLATE)


# Here, for every word that is asked of babel is asked through this module's locale.
babel_zone.stand_in()


def locale(tag: str) -> Locale:
    """Return babel's locale for a BCP 47 tag.

    A territory that babel does not know (the made-up XA and XB) leaves the language; a language
    that it does not know is taken for British English.
    """
    plain = tag.replace("-", "_")
    for name in (plain, plain.partition("_")[0], SOURCE):
        try:
            found = Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
        return Locale("en", "GB") if str(found) == SOURCE else found
    return Locale("en", "GB")


def right_to_left(tag: str | None = None) -> bool:
    """Whether a language (the current one where None) is written from right to left."""
    return locale(current() if tag is None else tag).text_direction == "rtl"


def direction(tag: str | None = None) -> str:
    """Return "rtl" or "ltr" for a language (the current one where None)."""
    return "rtl" if right_to_left(tag) else "ltr"


def isolate(text: str, tag: str | None = None) -> str:
    """Return text safe to put into a sentence: wrapped where any of it runs the other way.

    A name that holds an old mark of direction, or half a pair of isolates, could otherwise turn round the sentence
    around it: they go. What is wrapped already stays as it is.
    Source: Unicode Standard Annex 9, "Directional Isolates" (U+2068 … U+2069).
    """
    text = cleaned(text, close=False)
    if text[:1] in _STARTS and _ends_at(text) == len(text):
        return text
    strong = {unicodedata.bidirectional(c) for c in text}
    other = {"L"} if right_to_left(tag) else _RIGHT_TO_LEFT
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" if strong & other else text


def number_as_rung(text: str, tag: str | None = None) -> str:
    """Return a telephone number as it is rung: its groups run from the left, in every language (UAX 9, U+2066)."""
    text = unmarked(text)
    return f"{LEFT_TO_RIGHT_ISOLATE}{text}{POP_ISOLATE}" if text and right_to_left(tag) else text


def unmarked(text: str) -> str:
    """Return text without direction marks."""
    return text.translate(_CONTROLS)


def _ends_at(text: str) -> int:
    """Return where the isolate ends with which a text begins."""
    deep = 0
    for at, c in enumerate(text, start=1):
        deep += (c in _STARTS) - (c == POP_ISOLATE)
        if not deep:
            return at
    return 0
