"""One tablet: its store, and the desk that its unlocked sessions share. Knows no screen.

Unlocked belongs to a session: a second tab sees the lock. The keys are dropped when the last
session has locked.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from app.document.kind import Catalogue
from app.store import DeviceSecret, Protection, Store, Vault
from app.store.desk import Desk
from app.store.thread import StoreThread


class Door(NamedTuple):
    """The lock as the screen needs it. offered: four words ready-made, where the secret is a passphrase."""

    new: bool
    protection: Protection
    offered: str


class Tablet:
    """The store of one folder, for as long as the program runs. Its methods run on the app's event loop."""

    def __init__(self, folder: Path, keyring: DeviceSecret, kinds: Catalogue) -> None:
        self.folder = folder
        self._keyring = keyring
        self.kinds = kinds
        self._thread = StoreThread()
        self._store: Store | None = None
        self._desk: Desk | None = None
        self._unlocked = 0
        self._door = asyncio.Lock()
        self._sittings: list[Callable[[], None]] = []

    async def store(self) -> Store:
        """Return the store, opened at the first call. Raises StoreFault: too new, damaged, busy, read-only, full."""
        async with self._door:
            if self._store is None:
                self._store = await self._thread.run(self._open)
            return self._store

    async def door(self) -> Door:
        """Return how the store is locked: asked on its own thread, as everything of it is. Raises StoreFault."""
        store = await self.store()
        return await self._thread.run(lambda: Door(store.state == "new", store.protection, store.suggest_passphrase()))

    async def set_up(self, secret: str) -> tuple[Desk, str]:
        """Make the first keys. Returns the desk and the spare key to write down. Raises TooWeak, StoreFault."""
        store = await self.store()
        async with self._door:
            vault, spare = await self._thread.run(store.set_up, secret)
            return self._sit_down(vault), spare

    async def unlock(self, secret: str, *, spare: bool = False) -> Desk:
        """Unlock for one session. Raises WrongSecret, MustWait, SecretLost, StoreFault."""
        store = await self.store()
        async with self._door:
            way = store.unlock_with_spare_key if spare else store.unlock
            vault = await self._thread.run(way, secret)
            return self._sit_down(vault)

    def at_close(self, keep: Callable[[], None]) -> Callable[[], None]:
        """Have a session keep its half-written words before the program ends; returns what takes that back."""
        self._sittings.append(keep)
        return lambda: self._sittings.remove(keep) if keep in self._sittings else None

    @property
    def keeps_unsaved(self) -> bool:
        """Whether everybody has locked and something is still not on the disk."""
        return self._unlocked == 0 and self._desk is not None

    async def leave(self) -> None:
        """One session has locked. With the last one, everything is saved and the keys are dropped.

        Where something cannot be saved, the desk stays, keys and all, behind the lock: the words would be gone.
        """
        async with self._door:
            self._unlocked = max(0, self._unlocked - 1)
            if self._unlocked or self._desk is None or not await self._desk.all_saved():
                return
            desk, self._desk = self._desk, None
            await desk.close()

    async def close(self) -> None:
        """The program ends: save, drop the keys, let the folder go. A second call does nothing."""
        for keep in tuple(self._sittings):
            keep()
        self._sittings.clear()
        async with self._door:
            if self._desk is not None:
                desk, self._desk = self._desk, None
                await desk.close()
            if self._store is not None:
                store, self._store = self._store, None
                await self._thread.run(store.close)
            self._thread.close()

    def _sit_down(self, vault: Vault) -> Desk:
        self._unlocked += 1
        if self._desk is None:
            self._desk = Desk(vault, self._thread, self.kinds.kind)
        elif vault is not self._desk.vault:
            vault.close()
        return self._desk

    def _open(self) -> Store:
        return Store.open(self.folder, keyring=self._keyring)
