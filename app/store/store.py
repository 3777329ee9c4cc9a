"""A store, found in its folder (app.store.folder), set up, and unlocked into a Vault.

Nothing in the folder can be read without a key, but for: how many documents, edits, settings and devices there are,
in which order edits came (Lamport clocks, no times), how large they are in coarse steps, and the helplines that were
chosen. Photos have their sizes.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from sqlite_utils import Database

from app.store.database import writing
from app.store.device_secret import DeviceSecret
from app.store.encryption import KEY, Cipher
from app.store.errors import Locked
from app.store.folder import Folder
from app.store.keys import Cost, expand, shut_for_organisation, shut_with_spare_key, usual_cost
from app.store.lock import StoreLock, keep_slot, keep_spare_key, next_protection, secret_slot
from app.store.migrations import apply
from app.store.passwords import Protection, suggest
from app.store.rate_limit import RateLimit, write_tries
from app.store.spare_key import new_spare_key, written
from app.store.temporary_codes import TemporaryCodes
from app.store.vault import Vault
from app.system import clock

State = Literal["new", "locked", "open"]


class Store(TemporaryCodes):
    """A store's folder, and the one connection to it. Use both it and its Vault on one thread."""

    def __init__(
        self,
        folder: Path,
        *,
        keyring: DeviceSecret,
        reading: bool = False,
        now: Callable[[], float] = time.time,
        elapsed: Callable[[], float] = clock.monotonic,
        steady: Callable[[], float] = clock.steady,
        cost: Cost | None = None,
    ) -> None:
        self._folder = Folder(folder, reading=reading)
        self._keyring = keyring
        self._now = now
        self._elapsed = elapsed
        self._steady = steady
        self._cost = cost or usual_cost()
        self._lock: StoreLock | None = None
        self._vault: Vault | None = None

    @staticmethod
    def open(
        folder: Path,
        *,
        keyring: DeviceSecret,
        reading: bool = False,
        now: Callable[[], float] = time.time,
        elapsed: Callable[[], float] = clock.monotonic,
        steady: Callable[[], float] = clock.steady,
        cost: Cost | None = None,
    ) -> "Store":
        """Find the store of a folder. Nothing is unlocked; a new one is made by `set_up` only.

        reading: beside another process that writes; only the count of tries is then written. now: seconds
        since 1970; elapsed, steady: of app.system.clock. cost: what a try costs in slots made from now on (tests take a
        cheap one). Raises NoStore (reading only), StoreTooNew, StoreDamaged, StoreBusy, StoreReadOnly, StoreFull.
        """
        store = Store(folder, keyring=keyring, reading=reading, now=now, elapsed=elapsed, steady=steady, cost=cost)
        try:
            store._find()
        except BaseException:
            store.close()
            raise
        return store

    @property
    def state(self) -> State:
        """ "new": there is none yet · "locked" · "open": there is a Vault."""
        if self._lock is None:
            return "new"
        return "open" if self._vault else "locked"

    @property
    def protection(self) -> Protection:
        """Which is on, or would be in a new store: a PIN where the keyring keeps a secret."""
        return self._lock.protection if self._lock else next_protection(self._keyring)

    @property
    def next_protection(self) -> Protection:
        """What a new secret would be: a PIN where the keyring keeps a secret."""
        return next_protection(self._keyring)

    def suggest(self) -> str:
        """Return a secret drawn at random, for whichever `next_protection` says: four words, or a PIN."""
        return suggest(self.next_protection)

    def set_up(self, secret: str, *, organisation_key: bytes | None = None) -> tuple[Vault, str]:
        """Make the store, and return it unlocked, with the spare key to write down (Vault.spare_key until then).

        organisation_key: an X25519 public key (32 raw bytes) whose holder can open the store too. Raises TooWeak,
        ValueError (the organisation's key, or a store that is there already), StoreFull, StoreReadOnly.
        """
        if self._lock is not None or self._folder.reading:
            raise ValueError("there is a store already, or this one is for reading")
        data_key = bytearray(Cipher.new_key())
        spare_key = new_spare_key()
        slots = [
            secret_slot(data_key, secret, self._keyring, self._cost),
            shut_with_spare_key(data_key, spare_key),
        ]
        if organisation_key is not None:
            slots.append(shut_for_organisation(data_key, organisation_key))

        def fill(db: Database) -> None:
            apply(db)
            with writing(db):
                for slot in slots:
                    keep_slot(db, slot)
                keep_spare_key(db, Cipher(expand(data_key, "settings")), spare_key)
                write_tries(db)

        self._use(self._folder.make(fill))
        return self._unlocked(data_key), written(spare_key)

    def unlock(self, secret: str) -> Vault:
        """Return the Vault, for the PIN or passphrase; the same Vault where it is open already (another tab).

        Raises WrongSecret, MustWait, SecretLost, StoreFault. Takes about 0.2 s.
        """
        return self._unlocked(self._asked(lambda lock: lock.open(secret)))

    def unlock_with_spare_key(self, code: str) -> Vault:
        """Return the Vault, for the spare key.

        A new PIN or passphrase is to be asked for then (`change_secret`). Raises WrongSpareKey, StoreFault.
        """
        return self._unlocked(self._asked(lambda lock: lock.open_with_spare_key(code)))

    def open_with_organisation_key(self, private: bytes) -> Vault:
        """Return the Vault, for the organisation's X25519 private key (32 raw bytes).

        Raises WrongOrganisationKey, StoreFault.
        """
        return self._unlocked(self._asked(lambda lock: lock.open_for_organisation(private)))

    def close(self) -> None:
        """Lock, close the file, and let other processes write."""
        if self._vault is not None:
            self._vault.close()
        if self._lock is not None:
            self._lock.db.close()
            self._lock = None
        self._folder.close()

    def _find(self) -> None:
        db = self._folder.find()
        if db is not None:
            self._use(db)

    def _use(self, db: Database) -> None:
        # What was counted in memory, for want of room, goes on to count.
        tries = self._lock.tries.of(db) if self._lock else RateLimit(db, self._now, self._steady)
        self._lock = StoreLock(db, self._keyring, self._cost, tries)

    def _asked(self, open_: Callable[[StoreLock], bytearray]) -> bytearray:
        """Return the data key. What could not be written at the last opening is tried anew first."""
        if self._vault is None:
            self._written_again()
        return open_(self._its_lock())

    def _written_again(self) -> StoreLock | None:
        """Open a folder for writing that could only be read, if it can be now; return the lock over it, else None."""
        old = self._its_lock()
        db = self._folder.written_again()
        if db is None:
            return None
        old.db.close()
        self._use(db)
        return self._lock

    def _its_lock(self) -> StoreLock:
        if self._lock is None:
            raise Locked
        return self._lock

    def _its_vault(self) -> Vault:
        if self._vault is None:
            raise Locked
        return self._vault

    def _unlocked(self, data_key: bytearray) -> Vault:
        if self._vault is not None:
            data_key[:] = bytes(KEY)
            return self._vault
        lock = self._its_lock()
        self._vault = Vault(self._folder, lock, data_key, again=self._written_again, closed=self._forget)
        return self._vault

    def _forget(self) -> None:
        self._vault = None
