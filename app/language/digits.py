"""Numbers as people type and paste them: in the digits of any script, with dashes, and with signs that nobody sees.

Ours, because it is our rule which signs count (docs/decisions/0023-small-readers.md). Three readings: a code, in which
only digits and letters count; a whole number, of which every sign counts; and a number that is rung.
"""

import re
import unicodedata
from functools import cache

from app.language.clean_text import unseen, visible

_DASHES = "\u2212\u2043\u02d7\u30fc\uff70~"
"""Dashes that are none for Unicode: the minus, a bullet, a modifier, the Japanese long vowel (twice), a swung one."""

_BLANK = "\u2800"
"""A symbol that shows nothing, and counts as written (written.py)."""

_BETWEEN = "./\u00b7\u2022"
"""What stands between the groups of a telephone number besides: a dot, a slash, a middle dot, a bullet."""

_LINK = re.compile(r"(?:tel|phone|telephone|callto|t)\b[ :]*(?=[+(\d])", re.IGNORECASE)
"""What stands before a number in a link, and on a page that it is copied from."""

_MOST_DIGITS = 18
"""Of a whole number that somebody types. Python itself refuses to read some thousands of them."""


def plain_digits(text: str) -> str:
    """Return a code as it counts (a PIN, a visit code, a telephone number to compare): digits are 0 to 9.

    Letters are small ones. Spaces, dashes, marks on a letter and what cannot be seen do not count. Whatever else stands
    there stays, so that who asks for digits alone can tell what is none. Never raises.
    """
    # Twice: what a capital folds to may be put together again.
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(_digit(c) for c in plain if not (_unseen(c) or _parts(c)))


def whole_number(text: str) -> int | None:
    """Return the number that somebody typed, an age or a score; None where it is anything but one whole number.

    A dash counts here: "3-4" is not 34, and "-5" not 5. Never raises.
    """
    plain = "".join(_decimal(c) for c in text if not _unseen(c)).strip()
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) <= _MOST_DIGITS else None


def as_typed(text: str) -> int | str | None:
    """Return what somebody typed where a number is asked for: the number, None for nothing, else the words as they are.

    The field then refuses the words, which stay there to be put right.
    """
    number = whole_number(text)
    if number is not None:
        return number
    return text.strip() if visible(text) else None


def decimals(text: str) -> str:
    """Return a text whose decimal digits, of whatever script, are 0 to 9. All else stays as it is."""
    return "".join(_decimal(c) for c in text)


def counted(text: str) -> str:
    """Return a text, letter for letter, in which all that counts from 0 to 9 is 0 to 9: also ❶, ፩ and 五."""
    return text if text.isascii() else "".join(map(_counted, text))


def rung(text: str) -> str:
    """Return a telephone number as it is kept and shown: plain digits in groups, with a + before them and brackets.

    Dashes, dots, slashes and every kind of space between groups become one space; "tel:" before them goes, and the sign
    of a telephone. Letters and other signs stay: what is no number is for the caller to refuse. Never raises.
    """
    plain = unicodedata.normalize("NFKC", text)
    seen = "".join(_digit(c) for c in plain if not _unseen(c) and unicodedata.category(c) != "So")
    spaced = "".join(" " if _parts(c) or c in _BETWEEN else c for c in seen)
    number = _LINK.sub("", " ".join(spaced.split()))
    return number.replace("( ", "(").replace(" )", ")")


def _digit(c: str) -> str:
    """Also ⓵, which is a digit and no decimal."""
    return str(unicodedata.digit(c)) if c.isdigit() else c


@cache
def _counted(c: str) -> str:
    number = unicodedata.numeric(c, -1)
    return str(int(number)) if number in range(10) else c


def _decimal(c: str) -> str:
    return str(unicodedata.decimal(c)) if c.isdecimal() else c


def _unseen(c: str) -> bool:
    """Marks of direction, joiners, byte order marks, what chooses how a letter looks. A line break is a space."""
    kind = unicodedata.category(c)
    return c in _BLANK or unseen(c) or kind[0] == "M" or (kind == "Cc" and not c.isspace())


def _parts(c: str) -> bool:
    """Whether a sign only stands between groups of digits."""
    return c.isspace() or c in _DASHES or unicodedata.category(c) in ("Pd", "Zs", "Zl", "Zp")
