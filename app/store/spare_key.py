"""The spare key: 160 random bits that a person can write on paper and read back."""

import base64
import binascii
import secrets

from app.store.faults import WrongSpareKey

BYTES = 20
"""160 bits: 32 letters of base32 (RFC 4648), eight groups of four."""

# Base32 has no 0, 1 and 8; a hand that wrote O, I or B may be read as those.
_MISREAD = str.maketrans({"0": "O", "1": "I", "8": "B"})


def new_spare_key() -> bytes:
    """Return a fresh spare key, 20 bytes."""
    return secrets.token_bytes(BYTES)


def written(key: bytes) -> str:
    """Return a spare key as it is written down: eight groups of four letters and numbers."""
    text = base64.b32encode(key).decode("ascii")
    return " ".join(text[i : i + 4] for i in range(0, len(text), 4))


def read_back(code: str) -> bytes:
    """Return the spare key that somebody typed: case, spaces, dashes, and 0, 1, 8 for O, I, B do not matter.

    Raises WrongSpareKey where it is not a whole one.
    """
    text = "".join(c for c in code.upper().translate(_MISREAD) if c.isalnum())
    try:
        key = base64.b32decode(text)
    except (binascii.Error, ValueError) as fault:
        raise WrongSpareKey from fault
    if len(key) != BYTES:
        raise WrongSpareKey
    return key
