"""PINs and passphrases: what is strong enough, how they are read, and four words ready-made.

The words are the Electronic Frontier Foundation's long list (CC BY 3.0 US, assets/NOTICES/word-list.txt),
less the four with a hyphen: 7,772 plain words, 51 bits in four. Nothing rude is among them, which a list of
common words does not promise.
"""

import secrets
import unicodedata
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

from app.store.faults import TooWeak

Protection = Literal["pin", "passphrase"]

WORDS = 4
PIN_LEAST = 6
_LETTERS = 12
_FILE = Path(__file__).with_name("words.txt")


@cache
def word_list() -> tuple[str, ...]:
    """Return the words that passphrases are made of."""
    return tuple(_FILE.read_text("ascii").split())


def suggest_passphrase() -> str:
    """Return four different words, drawn by the system's own source of chance."""
    return " ".join(secrets.SystemRandom().sample(word_list(), WORDS))


def plain_secret(protection: Protection, secret: str) -> str:
    """Return a PIN or passphrase as keys are derived from it: case, spaces and dashes do not matter.

    Digits of every script become 0 to 9 in a PIN.
    """
    text = unicodedata.normalize("NFKC", secret).casefold()
    if protection == "passphrase":
        return " ".join(text.replace("-", " ").split())
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in text if not c.isspace())


def check_secret(protection: Protection, secret: str) -> None:
    """Raise TooWeak where a new PIN or passphrase is too easily guessed.

    A PIN: six digits or more, not all alike or of two kinds only, not in a row up or down. A passphrase: four
    different words or more, twelve letters or more. Dates are not refused: nobody's birthday is known here.
    """
    text = plain_secret(protection, secret)
    if protection == "passphrase":
        if len(set(text.split())) < WORDS or len(text.replace(" ", "")) < _LETTERS:
            raise TooWeak("words")
        return
    if not (text.isascii() and text.isdecimal()):
        raise TooWeak("letters" if text else "short")
    if len(text) < PIN_LEAST:
        raise TooWeak("short")
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(text)}
    if len(set(text)) < 3 or steps in ({1}, {9}):
        raise TooWeak("plain")
