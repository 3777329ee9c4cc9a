"""AES-256-GCM, and what each seal is bound to: a sealed thing that was moved elsewhere does not open.

Source of the sizes: NIST SP 800-38D (96-bit nonces, drawn at random; 128-bit tags). A key that is drawn for
each document keeps far below its 2**32 random nonces.
"""

import os
from collections.abc import Callable

import msgpack
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12
TAG = 16
KEY = 32


class NotOpened(Exception):
    """The seal is not this key's, or what it is bound to is not what it was, or a byte has changed."""


bound: Callable[[tuple[object, ...]], bytes] = msgpack.Packer().pack
"""Return the associated data of a seal: every part, in an encoding that cannot be read two ways.

A packer that is kept, called without a function of ours around it: it is asked once an edit.
"""


class Seal:
    """One key, ready for use."""

    __slots__ = ("_cipher",)

    def __init__(self, key: bytes | bytearray) -> None:
        self._cipher = AESGCM(key)

    @staticmethod
    def new_key() -> bytes:
        """Return 256 random bits."""
        return os.urandom(KEY)

    def shut(self, plain: bytes, to: bytes) -> bytes:
        """Return nonce, ciphertext and tag, bound to what `bound` gave."""
        nonce = os.urandom(NONCE)
        return nonce + self._cipher.encrypt(nonce, plain, to)

    def open(self, sealed: bytes, to: bytes) -> bytes:
        """Return what was sealed. Raises NotOpened, also for what is not even bytes (a damaged row)."""
        try:
            return self._cipher.decrypt(sealed[:NONCE], sealed[NONCE:], to)
        except (InvalidTag, ValueError, TypeError) as fault:
            raise NotOpened from fault
