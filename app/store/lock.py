"""What opens a store: its slots, the device's secret, and the count of tries."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from app.store.database import explained, rows, writing
from app.store.device_secret import DeviceSecret, secret_of
from app.store.faults import SecretLost, WrongOrganisationKey, WrongSecret, WrongSpareKey
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
)
from app.store.passphrase import Protection, check_secret, plain_secret
from app.store.spare_key import read_back
from app.store.tries import FREE, clear_tries, count_try, wait_after

_SECRETS: tuple[Protection, ...] = ("pin", "passphrase")


@dataclass(frozen=True)
class Lock:
    """The lock of one store. cost: what a try costs in a slot made from now on. now: seconds since 1970."""

    db: Database
    keyring: DeviceSecret
    cost: Cost
    now: Callable[[], float]

    @property
    def protection(self) -> Protection:
        """Which of the two is on."""
        slot = self._secret_slot()
        if slot is None:
            return next_protection(self.keyring)
        return "pin" if slot.kind == "pin" else "passphrase"

    def open(self, secret: str) -> bytearray:
        """Return the data key for a PIN or passphrase. The try is counted before it is made.

        Raises WrongSecret, MustWait, SecretLost (then nothing was counted), StoreFault.
        """
        slot = self._secret_slot()
        if slot is None:
            raise SecretLost("slot")
        device_secret = self.keyring.get() if slot.kind == "pin" else None
        if not knows_device(slot, device_secret):
            raise SecretLost("keyring")
        tried = count_try(self.db, self.now)
        try:
            key = open_with_secret(slot, plain_secret(self.protection, secret), device_secret)
        except WrongKey:
            raise WrongSecret(max(0, FREE - tried), wait_after(tried)) from None
        clear_tries(self.db)
        return key

    def open_with_spare_key(self, code: str) -> bytearray:
        """Return the data key. Not counted: 160 bits are not guessed. Raises WrongSpareKey, StoreFault."""
        slot = self._slot("recovery")
        spare_key = read_back(code)
        try:
            key = open_with_spare_key(slot, spare_key) if slot else None
        except WrongKey:
            key = None
        if key is None:
            raise WrongSpareKey
        clear_tries(self.db)
        return key

    def open_for_organisation(self, private: bytes) -> bytearray:
        """Return the data key. private: X25519, 32 raw bytes. Raises WrongOrganisationKey, StoreFault."""
        slot = self._slot("organisation")
        try:
            key = open_for_organisation(slot, private) if slot else None
        except WrongKey:
            key = None
        if key is None:
            raise WrongOrganisationKey
        clear_tries(self.db)
        return key

    def change(self, data_key: bytes | bytearray, secret: str) -> None:
        """Make this the PIN or passphrase, whichever `next_protection` says. Raises TooWeak, StoreFault."""
        slot = secret_slot(data_key, secret, self.keyring, self.cost)
        with writing(self.db):
            self.db.execute("delete from keyslot where kind in ('pin', 'passphrase')")
            keep_slot(self.db, slot)
        clear_tries(self.db)
        with explained():
            # Else the old slot stays readable in the log, for whoever knows the old PIN.
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


def keep_slot(db: Database, slot: Slot) -> None:
    """Write a slot, inside a transaction of the caller's."""
    cost = slot.cost
    values: tuple[Any, ...] = (slot.kind, cost.kdf, cost.memory, cost.passes, cost.lanes)
    db.execute(
        "insert into keyslot (kind, kdf, memory, passes, lanes, salt, hint, body, digest)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*values, slot.salt, slot.hint, slot.body, slot.digest()),
    )
