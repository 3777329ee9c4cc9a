"""AES-256-GCM, and what each seal is bound to: a sealed thing that was moved elsewhere does not open.

Source of the sizes: NIST SP 800-38D (96-bit nonces, drawn at random; 128-bit tags). A key that is drawn for
each document keeps far below its 2**32 random nonces.
"""

import hashlib
import os
from collections.abc import Callable

import msgpack
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12
TAG = 16
KEY = 32


_LENGTH = 4
"""Bytes that tell how long something is; the first of them is 0 below 16 MB, and nothing sealed so is longer."""

_STEP = 256


class NotOpened(Exception):
    """The seal is not this key's, or what it is bound to is not what it was, or a byte has changed."""


bound: Callable[[tuple[object, ...]], bytes] = msgpack.Packer().pack
"""Return the associated data of a seal: every part, in an encoding that cannot be read two ways.

A packer that is kept, called without a function of ours around it: it is asked once an edit.
"""


class Cipher:
    """One key, ready for use."""

    __slots__ = ("_cipher", "_marks")

    def __init__(self, key: bytes | bytearray) -> None:
        self._cipher = AESGCM(key)
        self._marks = hashlib.blake2b(b"marks", key=bytes(key)).digest()

    @staticmethod
    def new_key() -> bytes:
        """Return 256 random bits."""
        return os.urandom(KEY)

    def mark(self, name: str) -> bytes:
        """Return 16 bytes that stand for a name: always the same ones, which tell nothing of it without the key."""
        return hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=16, key=self._marks).digest()

    def encrypt(self, plain: bytes, to: bytes) -> bytes:
        """Return nonce, ciphertext and tag, bound to what `bound` gave."""
        nonce = os.urandom(NONCE)
        return nonce + self._cipher.encrypt(nonce, plain, to)

    def encrypt_padded(self, plain: bytes, to: bytes) -> bytes:
        """Return the same of bytes that are made longer first, so that their length tells next to nothing."""
        return self.encrypt(len(plain).to_bytes(_LENGTH, "big") + plain + bytes(_even(len(plain) + _LENGTH)), to)

    def decrypt_padded(self, sealed: bytes, to: bytes) -> bytes:
        """Return what `encrypt_padded` sealed, or what an older version did with `encrypt`. Raises NotOpened."""
        # Not by `open`: it is asked once an edit, while somebody waits.
        try:
            plain = self._cipher.decrypt(sealed[:NONCE], sealed[NONCE:], to)
        except (InvalidTag, ValueError, TypeError) as fault:
            raise NotOpened from fault
        # What is sealed so is MessagePack, whose first byte is 0 in one case: the number 0, alone.
        if len(plain) < _LENGTH or plain[0]:
            return plain
        return plain[_LENGTH : _LENGTH + int.from_bytes(plain[:_LENGTH], "big")]

    def open(self, sealed: bytes, to: bytes) -> bytes:
        """Return what was sealed. Raises NotOpened, also for what is not even bytes (a damaged row)."""
        try:
            return self._cipher.decrypt(sealed[:NONCE], sealed[NONCE:], to)
        except (InvalidTag, ValueError, TypeError) as fault:
            raise NotOpened from fault


def _even(length: int) -> int:
    """Return how many bytes to add: to the next 256, and of what is long to the next eighth of a power of two.

    So a short word, a number, a face and an answer that is kept are of one size. Source: Nikitin and others, "Reducing
    Metadata Leakage from Encrypted Files" (PETS 2019), whose Padmé has steps of that kind.
    """
    step = max(_STEP, 1 << max(0, length.bit_length() - 4))
    return -length % step
