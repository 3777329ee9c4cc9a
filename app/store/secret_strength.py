"""How soon somebody would guess a PIN or a passphrase, and why. Nothing of a family is asked: a refusal tells nobody
a name that stands in the plans.

Words are judged by zxcvbn (MIT; Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016):
one by one, for it takes spaces for signs that nobody expects, and by its own sum: the product of what each part
costs, times the ways to put the parts in order.
"""

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

WORDS = 4
"""Different words that a passphrase has, or more."""

ENOUGH = 51.0
"""Bits that own words need: what four words drawn from our list have."""

_ORDER = math.log2(math.factorial(WORDS))
"""Bits for which word comes first: as zxcvbn counts them, but never more than those of four."""

_MOST = 17.0
"""Bits that one word counts at most: no language has many more words than 2 to this power."""

_AGAIN, _LINE = 2.0, 10.0
"""Bits of a word that is nearly one before it, and of which well-known line several words are from."""

_LETTERS, _JUDGED = 32, 16
"""Letters of a word, and words, that are looked at: an estimate of a longer one takes long and changes nothing."""

_TOGETHER = 48
"""Letters of all words that are looked at without their spaces."""

_LETTER = math.log2(10)
"""Bits of a letter of a word that no list of zxcvbn's knows: what zxcvbn itself counts."""

_UNSPACED = {"CJK": (2, 6.5), "HANGUL": (0, 6.5), "HIRAGANA": (4, 4.5), "KATAKANA": (4, 4.5)}
_UNSPACED |= dict.fromkeys(("THAI", "LAO", "KHMER", "MYANMAR"), (4, _LETTER))
"""Of scripts, by how Unicode names their letters: letters that count as a word where no space does (0: there are
spaces), and bits of a letter: two signs of Chinese make a word, and so does one of ours."""

_LINES = Path(__file__).with_name("well_known.txt")

_GUESSED_FIRST = 1e5
"""A PIN that zxcvbn would try among so many first is refused: six numbers drawn by chance are ten times as many."""

_KEYS = ("123", "456", "789", " 0 ")
"""A telephone's keys; a calculator's are the same ones upside down."""

_CALENDARS = ((1300, 1500), (1900, 2100), (2400, 2600))
"""Years that somebody living could have been born in: Islamic and Persian, Gregorian, Buddhist."""

_KNOWN = re.compile(r"(999|911|112|111|101|119){2,}|116(000|006|111|117|123)|0?8001111|(69|420)+|142857")
"""Numbers that many people know: who to ring, and those of jokes."""

_CONSTANTS = ("3141592653589793238462643383279502", "2718281828459045235360287", "1618033988749894", "1414213562373095")
"""Those of mathematics."""


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a passphrase in its plain form; of a script without spaces, as many letters as a word has."""
    return tuple(part for word in text.split() for part in _parts(word))


def words_fault(text: str) -> str:
    """Return why a passphrase in its plain form is too easily guessed, or "".

    "words": fewer than four different ones · "line": they stand together in something well known · "guess".
    """
    words = tuple(dict.fromkeys(words_of(text)))[:_JUDGED]
    if len(words) < WORDS:
        return "words"
    bits = {word: _bits_of(word[:_LETTERS]) for word in words}
    for n, word in enumerate(words):
        if any(_alike(word, before) for before in words[:n]):
            bits[word] = min(bits[word], _AGAIN)
    if sum(bits.values()) + _ORDER < ENOUGH or _bits_together(words) < ENOUGH:
        return "guess"
    for line in _lines():
        together = line & {_folded(word) for word in words}
        if len(together) < 3:
            continue
        each = math.log2(len(line))
        left = [each if _folded(word) in together else b for word, b in bits.items()]
        if sum(left) + _LINE + _ORDER < ENOUGH:
            return "line"
    return ""


def pin_fault(pin: str) -> str:
    """Return why digits are too easily guessed, or "": "row" (a pattern), "date", "known" (many people's own)."""
    pin = pin[:_LETTERS]
    if len(set(pin)) < 3 or _is_pattern(pin):
        return "row"
    if _is_date(pin):
        return "date"
    return "known" if _is_known(pin) or _guesses(pin) < _GUESSED_FIRST else ""


def _is_known(pin: str) -> bool:
    return bool(_KNOWN.fullmatch(pin)) or any(pin in digits for digits in _CONSTANTS)


def _guesses(text: str) -> float:
    from zxcvbn import zxcvbn  # Its lists take a moment to load, and are wanted when a secret is chosen only.

    found: dict[str, Any] = zxcvbn(text)
    return float(found["guesses"])


def _bits_of(word: str) -> float:
    folded = _folded(word)
    if folded.isascii():
        return min(_MOST, *(math.log2(_guesses(form)) for form in {word, folded}))
    bits, before = 0.0, ""
    for letter in word:
        bits += 1.0 if letter == before else _UNSPACED.get(_script(letter), (0, _LETTER))[1]
        before = letter
    return min(_MOST, bits)


def _bits_together(words: Sequence[str]) -> float:
    """Return the bits of all words without spaces ("abc def ghi jkl" is one row), where zxcvbn knows the letters."""
    together = _folded("".join(words))[:_TOGETHER]
    return math.log2(_guesses(together)) if together.isascii() else ENOUGH


def _folded(word: str) -> str:
    """Return a word without the marks on its letters."""
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)) or word


def _parts(word: str) -> Iterator[str]:
    """Yield a word, cut where letters of a script without spaces are as many as a word has."""
    part, room = "", 0
    for letter in word:
        size = _UNSPACED.get(_script(letter), (0, 0.0))[0]
        if part and (size != room or (size and len(part) == size)):
            yield part
            part = ""
        part, room = part + letter, size
    if part:
        yield part


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]


def _alike(word: str, before: str) -> bool:
    """Whether a word is one before it with other numbers, another ending, or backwards."""
    one, other = (re.sub(r"[\d_\W]+", "", w) for w in (word, before))
    if one == other or one == other[::-1]:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= 3 and (long.startswith(short) or (len(short) >= 5 and long[:-2].startswith(short[:-2])))


@cache
def _lines() -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(_folded(word) for word in line.split()) for line in _LINES.read_text("utf-8").splitlines() if line
    )


def _is_pattern(pin: str) -> bool:
    digits = [int(c) for c in pin]
    if _steps_evenly(digits) or pin == pin[::-1] or _is_walk(pin):
        return True
    # 112233 and 010203: every second one; 123789 and 159753: three and three, along the keys.
    if all(_steps_evenly(digits[n::2]) for n in (0, 1)):
        return True
    for size in range(1, len(pin) // 2 + 1):
        blocks = [digits[n : n + size] for n in range(0, len(digits), size)]
        if blocks[-1] != blocks[0] and len(blocks[-1]) < size:
            continue
        if all(block == blocks[0] for block in blocks) or (size > 2 and all(_steps_evenly(b) for b in blocks)):
            return True
    return False


def _steps_evenly(digits: Sequence[int]) -> bool:
    return len({(b - a) % 10 for a, b in pairwise(digits)}) <= 1


def _is_walk(pin: str) -> bool:
    """Whether each key lies beside the one before it."""
    spots = {key: (x, y) for y, row in enumerate(_KEYS) for x, key in enumerate(row)}
    for upside in (False, True):
        if upside:  # A calculator's 0 lies below its 1, 2 and 3.
            spots["0"] = (1, -1)
        steps = [(spots[a], spots[b]) for a, b in pairwise(pin)]
        if all(max(abs(x - z), abs(y - w)) == 1 for (x, y), (z, w) in steps):
            return True
    return False


def _is_date(pin: str) -> bool:
    """Whether it can be read as a day, in any order of day, month and year; or as a month and a year, or two years."""
    if len(pin) == 6:
        a, b, c = int(pin[:2]), int(pin[2:4]), int(pin[4:])
        if _is_day(a, b) or _is_day(b, a) or _is_day(c, b):
            return True
    for year, rest in ((pin[:4], pin[4:]), (pin[-4:], pin[:-4])):
        if not _is_year(year):
            continue
        if _is_year(rest) or (len(rest) == 2 and _is_day(1, int(rest))):
            return True
        cuts = range(1, len(rest)) if len(rest) <= 4 else ()
        if any(_is_day(int(rest[:n]), int(rest[n:])) or _is_day(int(rest[n:]), int(rest[:n])) for n in cuts):
            return True
    return False


def _is_year(text: str) -> bool:
    return len(text) == 4 and any(first <= int(text) < end for first, end in _CALENDARS)


def _is_day(day: int, month: int) -> bool:
    try:
        date(2000, month, day)  # A leap year.
    except ValueError:
        return False
    return True
