"""The spare key: 160 random bits that a person can write on paper and read back."""

import base64
import secrets
import unicodedata
from collections.abc import Iterator
from itertools import combinations, islice, product

from app.store.errors import WrongSpareKey

BYTES = 20
"""160 bits: 32 letters of base32 (RFC 4648), eight groups of four."""

_LENGTH = 32
_BASE32 = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

_MISREAD = str.maketrans("018АВЕІЅКМНОРСТУХЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "OIBABEISKMHOPCTYXJABEZHIKMNOPTYX")
"""Base32 has no 0, 1 and 8; a hand that wrote O, I or B may be read as those, and a keyboard may have letters of
another script that look the same."""

_ALIKE = ("S5", "Z27", "G6", "IL1J", "UVY", "ODQ", "B3", "T7", "CG", "MN", "EF", "PR", "KX", "A4")
"""Letters that somebody's hand, or eye, takes for one another."""

_MOST_READINGS = 20_000
"""Readings that are tried, those with the fewest letters misread first: half a second, of 2 to the power of 160."""


def new_spare_key() -> bytes:
    """Return a fresh spare key, 20 bytes."""
    return secrets.token_bytes(BYTES)


def written(key: bytes) -> str:
    """Return a spare key as it is written down: eight groups of four letters and numbers."""
    text = base64.b32encode(key).decode("ascii")
    return " ".join(text[i : i + 4] for i in range(0, len(text), 4))


def read_back(code: str) -> Iterator[bytes]:
    """Yield what somebody may have meant who typed a spare key, the likeliest first.

    Case, spaces, dashes, line breaks, what nobody sees, full-width letters and look-alikes of other scripts do not
    matter, nor 0, 1, 8 for O, I, B; and letters that look alike may have been taken for one another. Raises
    WrongSpareKey where it is not a whole one.
    """
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", code).upper())
    text = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in text).translate(_MISREAD)
    text = "".join(c for c in text if c.isalnum())
    if len(text) != _LENGTH:
        raise WrongSpareKey(len(text))
    return islice((base64.b32decode(reading) for reading in _readings(text)), _MOST_READINGS)


def _readings(text: str) -> Iterator[str]:
    choices = ["".join(alike for alike in _ALIKE if c in alike).replace(c, "") for c in text]
    choices = ["".join(dict.fromkeys(c for c in choice if c in _BASE32)) for choice in choices]
    never = [n for n, c in enumerate(text) if c not in _BASE32]  # A 9, say: it has to be something else.
    choices = [choice or ("GQP" if text[n] == "9" else "") for n, choice in enumerate(choices)]
    places = [n for n, choice in enumerate(choices) if choice and n not in never]
    for misread in range(len(places) + 1):
        for these in combinations(places, misread):
            at = (*never, *these)
            for letters in product(*(choices[n] for n in at)):
                reading = list(text)
                for n, letter in zip(at, letters, strict=True):
                    reading[n] = letter
                yield "".join(reading)
