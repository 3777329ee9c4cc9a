"""Two languages that nobody speaks, made from English, to show what a real one would break.

en-XA is 40 % longer and full of accents; ar-XB runs from right to left, in Arabic letters, so that
direction, shaping and fonts are all tried. What is to be filled in ("{name}", "%s") stays as it is.
"""

import re
from collections.abc import Callable

LONGER = 1.4

_PLACES = re.compile(r"(\{[^{}]*\}|%(?:\(\w+\))?[sdifrx%])")

_ACCENTED = str.maketrans("AaBbCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz", "ÅåƁɓÇçÐðÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž")
_FILLING = "éxţŕå ŵöŕðš šö ţĥåţ îţ ĝŕöŵš "

_ARABIC = str.maketrans(
    {
        **dict(zip("abcdefghijklm", "ابجدهفغحيژكلم", strict=True)),
        **dict(zip("nopqrstuvwxyz", "نوپقرستعڤوخيز", strict=True)),
        ",": "،",
        "?": "؟",
        ";": "؛",
    }
)


def longer(sentence: str) -> str:
    """Return an English sentence with accents, in brackets, 40 % longer; line breaks stay where they are."""
    accented = _translate(sentence, lambda plain: plain.translate(_ACCENTED))
    missing = max(round(len(sentence) * LONGER) - len(accented) - 3, 0)
    filling = (_FILLING * (missing // len(_FILLING) + 1))[:missing].strip()
    return f"[{accented} {filling}]" if filling else f"[{accented}]"


def mirrored(sentence: str) -> str:
    """Return an English sentence in Arabic letters, which run from right to left."""
    return _translate(sentence, lambda plain: plain.lower().translate(_ARABIC))


def _translate(sentence: str, change: Callable[[str], str]) -> str:
    pieces = _PLACES.split(sentence)
    return "".join(piece if n % 2 else change(piece) for n, piece in enumerate(pieces))
