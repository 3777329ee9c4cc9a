"""What opens a store: its slots, the device's secret, and the count of tries."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from app.store.database import explained, rows, writing
from app.store.device_secret import DeviceSecret, secret_of
from app.store.encryption import Cipher
from app.store.errors import (
    NotASecret,
    SecretLost,
    StoreError,
    WrongOrganisationKey,
    WrongSecret,
    WrongSpareKey,
)
from app.store.keys import (
    Cost,
    Slot,
    SlotKind,
    WrongKey,
    knows_device,
    open_for_organisation,
    open_with_secret,
    open_with_spare_key,
    shut_with_secret,
    shut_with_spare_key,
)
from app.store.passwords import Protection, can_be, check_secret, forms_of, plain_secret
from app.store.rate_limit import FREE, RateLimit, wait_after, write_tries
from app.store.settings import write_setting
from app.store.spare_key import read_back, written

SPARE_KEY = "spare-key"
"""The name of the sealed setting that keeps a spare key until somebody says that it is written down; then ""."""

_SECRETS: tuple[Protection, ...] = ("pin", "passphrase")


@dataclass(frozen=True)
class StoreLock:
    """The lock of one store."""

    db: Database
    """The store, in which slots and tries are kept."""
    keyring: DeviceSecret
    """What keeps the device's secret."""
    cost: Cost
    """What a try costs in a slot made from now on."""
    tries: RateLimit
    """The count of tries, which says how long to wait."""

    @property
    def protection(self) -> Protection:
        """Which of the two is on."""
        slot = self._secret_slot()
        if slot is None:
            return next_protection(self.keyring)
        return "pin" if slot.kind == "pin" else "passphrase"

    def open(self, secret: str) -> bytearray:
        """Return the data key for a PIN or passphrase. The try is counted before it is made; a right one costs none.

        Raises WrongSecret, MustWait; NotASecret, SecretLost (then nothing was counted); StoreError.
        """
        slot = self._secret_slot()
        if slot is None:
            raise SecretLost("slot")
        kind: Protection = "pin" if slot.kind == "pin" else "passphrase"
        device_secret = self.keyring.get() if kind == "pin" else None
        if not knows_device(slot, device_secret):
            raise SecretLost("keyring")
        if not can_be(kind, secret):
            raise NotASecret(kind)
        tried = self.tries.count()
        for form in forms_of(kind, secret):
            try:
                key = open_with_secret(slot, form, device_secret)
            except WrongKey:
                continue
            self.tries.give_back()
            return key
        raise WrongSecret(max(0, FREE - tried), wait_after(tried))

    def open_with_spare_key(self, code: str) -> bytearray:
        """Return the data key. Not counted: 160 bits are not guessed. Raises WrongSpareKey, StoreError."""
        slot = self._slot("recovery")
        readings = read_back(code)
        if slot is not None:
            for spare_key in readings:
                try:
                    key = open_with_spare_key(slot, spare_key)
                except WrongKey:
                    continue
                self.tries.give_back()
                return key
        raise WrongSpareKey

    def open_for_organisation(self, private: bytes) -> bytearray:
        """Return the data key. private: X25519, 32 raw bytes. Raises WrongOrganisationKey, StoreError."""
        slot = self._slot("organisation")
        try:
            key = open_for_organisation(slot, private) if slot else None
        except WrongKey:
            key = None
        if key is None:
            raise WrongOrganisationKey
        self.tries.give_back()
        return key

    def change(self, data_key: bytes | bytearray, secret: str) -> None:
        """Make this the PIN or passphrase, whichever `next_protection` says. Raises TooWeak; StoreError, having changed
        nothing."""
        slot = secret_slot(data_key, secret, self.keyring, self.cost)
        with writing(self.db):
            self.db.execute("delete from keyslot where kind in ('pin', 'passphrase')")
            keep_slot(self.db, slot)
            write_tries(self.db)
        self._forget_the_old()

    def renew_spare_key(self, data_key: bytes | bytearray, settings: Cipher, spare_key: bytes) -> None:
        """Make this the spare key, to be shown until it is written down. Raises StoreError, having changed nothing."""
        slot = shut_with_spare_key(data_key, spare_key)
        with writing(self.db):
            self.db.execute("delete from keyslot where kind = 'recovery'")
            keep_slot(self.db, slot)
            keep_spare_key(self.db, settings, spare_key)
        self._forget_the_old()

    def _forget_the_old(self) -> None:
        """Write over what the log still has of an old slot: whoever knows the old secret could read it there."""
        # Committed is committed: what cannot be overwritten now is with the next checkpoint.
        with suppress(StoreError), explained():
            self.db.execute("pragma wal_checkpoint(truncate)")

    def _secret_slot(self) -> Slot | None:
        return next((slot for kind in _SECRETS if (slot := self._slot(kind))), None)

    def _slot(self, kind: SlotKind) -> Slot | None:
        """Return a slot; None where there is none or it is damaged."""
        with explained():
            found = rows(
                self.db,
                "select kdf, memory, passes, lanes, salt, hint, body, digest from keyslot where kind = ?",
                (kind,),
            )
        if not found:
            return None
        kdf, memory, passes, lanes, salt, hint, body, digest = found[0]
        slot = Slot(kind, Cost(kdf, memory, passes, lanes), salt, hint, body)
        return slot if slot.digest() == digest else None


def next_protection(keyring: DeviceSecret) -> Protection:
    """Return what a new secret would be: a PIN where the keyring keeps a secret, else a passphrase.

    Asking makes the device's secret where there is none yet: only that shows whether it would be kept.
    """
    return "pin" if secret_of(keyring) else "passphrase"


def secret_slot(data_key: bytes | bytearray, secret: str, keyring: DeviceSecret, cost: Cost) -> Slot:
    """Return a slot for a new PIN or passphrase. Raises TooWeak."""
    device_secret = secret_of(keyring)
    kind: Protection = "pin" if device_secret else "passphrase"
    check_secret(kind, secret)
    return shut_with_secret(kind, data_key, plain_secret(kind, secret), device_secret, cost)


def keep_spare_key(db: Database, settings: Cipher, spare_key: bytes | None) -> None:
    """Keep a spare key that nobody has written down yet, sealed; None: it is written down. In a transaction of the
    caller's."""
    write_setting(db, settings, SPARE_KEY, written(spare_key) if spare_key else "")


def keep_slot(db: Database, slot: Slot) -> None:
    """Write a slot, inside a transaction of the caller's."""
    cost = slot.cost
    values: tuple[Any, ...] = (slot.kind, cost.kdf, cost.memory, cost.passes, cost.lanes)
    db.execute(
        "insert into keyslot (kind, kdf, memory, passes, lanes, salt, hint, body, digest)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*values, slot.salt, slot.hint, slot.body, slot.digest()),
    )
