"""PINs, passphrases and codes: how they are read, what can be one, and four words ready-made.

The words are the Electronic Frontier Foundation's long list (CC BY 3.0 US, assets/NOTICES/word-list.txt),
less the four with a hyphen: 7,772 plain words, 51 bits in four. Nothing rude is among them, which a list of
common words does not promise.
"""

import secrets
import unicodedata
from functools import cache
from pathlib import Path
from typing import Literal

from app.language.clean_text import drawn
from app.language.digits import plain_digits
from app.store.errors import TooWeak
from app.store.secret_strength import WORDS, pin_fault, words_fault, words_of

Protection = Literal["pin", "passphrase"]

PIN_LEAST = 6
CODE_DIGITS = 4
"""Digits of a visit code, and of a family's own."""

_FILE = Path(__file__).with_name("words.txt")

_APOSTROPHES = dict.fromkeys(map(ord, "‘’ʼ`´"), "'")


@cache
def word_list() -> tuple[str, ...]:
    """Return the words that passphrases are made of."""
    return tuple(_FILE.read_text("ascii").split())


def suggest(protection: Protection) -> str:
    """Return a secret that `check_secret` takes, drawn by the system's own source of chance: four words, or a PIN."""
    chance = secrets.SystemRandom()
    while True:
        drawn = (
            " ".join(chance.sample(word_list(), WORDS))
            if protection == "passphrase"
            else f"{chance.randrange(10**PIN_LEAST):0{PIN_LEAST}}"
        )
        try:
            check_secret(protection, drawn)
        except TooWeak:  # About one in seven, and one PIN in four: then it is easier to guess than most.
            continue
        return drawn


def plain_secret(protection: Protection, secret: str) -> str:
    """Return a PIN or passphrase as keys are derived from it: what a keyboard or a paste brings along does not matter.

    That is case, spaces, dashes, signs that nobody sees, and which apostrophe it is. Digits of every script become 0
    to 9 in a PIN.
    """
    if protection == "pin":
        return plain_digits(secret)
    text = drawn(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", secret).casefold()))
    text = "".join(" " if unicodedata.category(c) == "Pd" else c for c in text)
    return " ".join(text.translate(_APOSTROPHES).split())


def forms_of(protection: Protection, secret: str) -> tuple[str, ...]:
    """Return what a secret may have been when its key was made: today's form, and the one before where it differs."""
    plain = plain_secret(protection, secret)
    # In the first versions, what nobody sees was a part of a passphrase, and a long dash was no space.
    before = " ".join(unicodedata.normalize("NFKC", secret).casefold().replace("-", " ").split())
    return (plain,) if protection == "pin" or before == plain else (plain, before)


def plain_code(code: str) -> str:
    """Return a visit code or a family's code, read as a PIN is. Raises TooWeak where it can be none."""
    plain = plain_secret("pin", code)
    if len(plain) != CODE_DIGITS or not (plain.isascii() and plain.isdecimal()):
        raise TooWeak("digits")
    return plain


def same_secret(protection: Protection, one: str, other: str) -> bool:
    """Whether two that were typed are the same secret."""
    return plain_secret(protection, one) == plain_secret(protection, other)


def can_be(protection: Protection, secret: str) -> bool:
    """Whether this could be somebody's secret, of this version or an older one: what cannot is no try."""
    text = plain_secret(protection, secret)
    if protection == "pin":
        return len(text) >= PIN_LEAST and text.isascii() and text.isdecimal()
    return max(len(set(text.split())), len(set(words_of(text)))) >= WORDS


def check_secret(protection: Protection, secret: str) -> None:
    """Raise TooWeak where a new PIN or passphrase is too easily guessed (app.store.secret_strength).

    One that is, and is kept already, goes on to open.
    """
    text = plain_secret(protection, secret)
    if protection == "passphrase":
        reason = words_fault(text)
    elif not (text.isascii() and text.isdecimal()):
        reason = "letters" if text else "short"
    else:
        reason = "short" if len(text) < PIN_LEAST else pin_fault(text)
    if reason:
        raise TooWeak(reason)
