"""The data key and the ways to it: each slot holds the same 256 random bits, wrapped by another key.

pin: HKDF(argon2id(PIN) and the device's secret) · passphrase: HKDF(argon2id(passphrase)) · recovery:
HKDF(spare key) · organisation: HKDF(X25519). Argon2id at 64 MiB, 3 passes, 1 lane (RFC 9106, the second
recommended option, with one lane for tablets): about 0.2 s, so always off the event loop.
"""

import hashlib
import os
from dataclasses import dataclass
from typing import Literal

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.store.encryption import KEY, Cipher, NotOpened, bound
from app.store.errors import PartMissing, StoreDamaged

try:
    from argon2.low_level import Type, hash_secret_raw
except ImportError:  # A build without it: the standard library's scrypt stands in.
    ARGON2 = False
else:
    ARGON2 = True

SlotKind = Literal["pin", "passphrase", "recovery", "organisation"]

_SALT = 16
_SCRYPT_BLOCK = 8
"""Scrypt's r: a block is of 128 times as many bytes, one KiB, and a cost's memory is how many there are."""
_SCRYPT_MOST = 2_147_483_647
"""Bytes, all that Python lets OpenSSL take: its own limit is 32 MiB, and ours are those below."""

MOST_MEMORY = 1 << 18
MOST_PASSES = 16
MOST_LANES = 8
"""Caps on what a file may ask for (memory in KiB: 256 MiB), so that no store can stop the tablet."""


@dataclass(frozen=True)
class Cost:
    """What a try costs."""

    kdf: str
    """ "argon2id", "scrypt", or "none" for a key that is random already."""
    memory: int
    """In KiB."""
    passes: int
    """Argon2's t, scrypt's p."""
    lanes: int = 1
    """Argon2's p."""


ARGON2ID = Cost("argon2id", 1 << 16, 3)
SCRYPT = Cost("scrypt", 1 << 16, 1)
NO_COST = Cost("none", 0, 0, 0)
"""For keys that are random already."""


class WrongKey(Exception):
    """A slot that this secret does not open."""


@dataclass(frozen=True)
class Slot:
    """One way to the data key. With a PIN, its hint tells whether this is the device secret that it was made with."""

    kind: SlotKind
    """What opens it."""
    cost: Cost
    """What a try costs."""
    salt: bytes
    """Random, 16 bytes."""
    hint: bytes
    """Organisation: its public key and the ephemeral one (64 bytes). PIN: of the device secret (16). Else empty."""
    body: bytes
    """The data key wrapped: 60 bytes."""

    def digest(self) -> bytes:
        """Return the SHA-256 of the slot: no secret, only to tell damage from a wrong PIN."""
        return hashlib.sha256(bound((self.bound(), self.body))).digest()

    def bound(self) -> bytes:
        """Return what the wrapped key is bound to."""
        c = self.cost
        return bound(("slot", self.kind, c.kdf, c.memory, c.passes, c.lanes, self.salt, self.hint))


def usual_cost() -> Cost:
    """Return what a try costs in a new slot."""
    return ARGON2ID if ARGON2 else SCRYPT


def shut_with_secret(
    kind: SlotKind, data_key: bytes | bytearray, secret: str, device_secret: bytes | None, cost: Cost
) -> Slot:
    """Return a slot for a PIN (with the device's secret) or a passphrase (without)."""
    salt = os.urandom(_SALT)
    slot = Slot(kind, cost, salt, _hint(device_secret, salt), b"")
    return _shut(slot, _stretch(secret, device_secret, cost, salt), data_key)


def open_with_secret(slot: Slot, secret: str, device_secret: bytes | None) -> bytearray:
    """Return the data key. Raises WrongKey, StoreDamaged (cost beyond the caps), PartMissing (no argon2)."""
    return _open(slot, _stretch(secret, device_secret, slot.cost, slot.salt))


def knows_device(slot: Slot, device_secret: bytes | None) -> bool:
    """Whether this is the device secret that the slot was made with (None: without one)."""
    return slot.hint == _hint(device_secret, slot.salt)


def shut_with_spare_key(data_key: bytes | bytearray, spare_key: bytes) -> Slot:
    """Return a slot for a spare key of 160 random bits: nothing to stretch."""
    slot = Slot("recovery", NO_COST, os.urandom(_SALT), b"", b"")
    return _shut(slot, expand(spare_key, "recovery", slot.salt), data_key)


def open_with_spare_key(slot: Slot, spare_key: bytes) -> bytearray:
    """Return the data key. Raises WrongKey."""
    return _open(slot, expand(spare_key, "recovery", slot.salt))


def shut_for_organisation(data_key: bytes | bytearray, public: bytes) -> Slot:
    """Return a slot for the private half's holder. public: X25519, 32 raw bytes. Raises ValueError."""
    fresh = X25519PrivateKey.generate()
    hint = public + fresh.public_key().public_bytes_raw()
    shared = fresh.exchange(X25519PublicKey.from_public_bytes(public))
    slot = Slot("organisation", NO_COST, os.urandom(_SALT), hint, b"")
    return _shut(slot, expand(shared, "organisation", slot.salt + hint), data_key)


def open_for_organisation(slot: Slot, private: bytes) -> bytearray:
    """Return the data key. private: X25519, 32 raw bytes. Raises WrongKey."""
    try:
        key = X25519PrivateKey.from_private_bytes(private)
        shared = key.exchange(X25519PublicKey.from_public_bytes(slot.hint[KEY:]))
    except ValueError as fault:
        raise WrongKey from fault
    return _open(slot, expand(shared, "organisation", slot.salt + slot.hint))


def expand(key: bytes | bytearray, label: str, salt: bytes = b"") -> bytes:
    """Return a key for one use, from a key that is strong already (HKDF-SHA256, RFC 5869)."""
    return HKDF(SHA256(), KEY, salt or None, b"alongside/1/" + label.encode("ascii")).derive(bytes(key))


def _hint(device_secret: bytes | None, salt: bytes) -> bytes:
    # 128 bits of an expansion of 256 random ones: it tells the right device, and nothing of its secret.
    return expand(device_secret, "device", salt)[:16] if device_secret else b""


def _stretch(secret: str, device_secret: bytes | None, cost: Cost, salt: bytes) -> bytes:
    within = 0 < cost.passes <= MOST_PASSES and 0 < cost.lanes <= MOST_LANES
    if not within or not 8 * cost.lanes <= cost.memory <= MOST_MEMORY:
        raise StoreDamaged("a key's cost")
    words = secret.encode("utf-8", "surrogatepass")
    if cost.kdf == "scrypt" and cost.memory.bit_count() == 1:
        stretched = hashlib.scrypt(
            words, salt=salt, n=cost.memory, r=_SCRYPT_BLOCK, p=cost.passes, maxmem=_SCRYPT_MOST, dklen=KEY
        )
    elif cost.kdf != "argon2id":
        raise StoreDamaged("a key's kind")
    elif not ARGON2:
        raise PartMissing("argon2")
    else:
        stretched = hash_secret_raw(words, salt, cost.passes, cost.memory, cost.lanes, KEY, Type.ID)
    return expand(stretched + (device_secret or b""), "secret", salt)


def _shut(slot: Slot, key: bytes, data_key: bytes | bytearray) -> Slot:
    return Slot(slot.kind, slot.cost, slot.salt, slot.hint, Cipher(key).encrypt(bytes(data_key), slot.bound()))


def _open(slot: Slot, key: bytes) -> bytearray:
    try:
        return bytearray(Cipher(key).open(slot.body, slot.bound()))
    except NotOpened as fault:
        raise WrongKey from fault
