"""One tablet: its store, and the workspace that its unlocked sessions share. Knows no screen.

Unlocked belongs to a session: a second tab sees the lock. The keys are dropped when the last
session has locked.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from app.document.header import header
from app.document.kind import Catalogue
from app.document.local_day import local_day
from app.server.uploads import Uploads
from app.store import DeviceSecret, Protection, StoreError
from app.store.helplines import Helpline, found_helplines, keep_helplines
from app.store.thread import StoreThread
from app.workspace.practice import forget_pin
from app.workspace.workspace import Workspace

if TYPE_CHECKING:
    from app.store import Store, Vault

Key: TypeAlias = Literal["secret", "spare", "visit", "family"]
"""What opens the door: the PIN or passphrase, the spare key, the visit code, the code of the family's own time."""


Proven: TypeAlias = Literal["", "visit", "secret"]
"""With what the worker has shown that it is them: not at all, the visit code, or the PIN or four words."""

Asked: TypeAlias = Literal["pin", "words", "visit"]
"""Which secret is to be typed: each has one name, at the lock and wherever it is asked for."""


class Door(NamedTuple):
    """The lock as the screen needs it."""

    new: bool
    """There is no store yet: the first secret is to be chosen."""
    protection: Protection
    """Which is on, or would be in a new store."""
    offered: str
    """A secret ready-made, where it is new; else ""."""
    visit: bool = False
    """A visit code opens it as well."""
    family: bool = False
    """The code of a family that has the tablet to itself opens it as well."""
    helplines: tuple[Helpline, ...] = ()
    """As the worker chose them; () where they did not, or where none can be read."""
    told_of_helplines: tuple[str, ...] = ()
    """What of the helplines could not be read, in sentences for the worker."""


class LiveSession(NamedTuple):
    """What the tablet may ask of a session: see Application.register."""

    keep: Callable[[], None]
    """Keeps its half-written words, before the program ends."""
    lock: Callable[[], object]
    """Locks it, from another session."""


class Application:
    """The store of one folder, for as long as the program runs. Its methods run on the app's event loop.

    now: seconds since 1970. told: what the worker should know of this tablet, in sentences; for the office, not the
    visit. has_new_secret: the PIN or the words were changed since the program began. aside: words that could not be
    kept when it locked, each tab's by the name of their field (see app/ui/session/drafts.py). uploads: photos on their
    way from a browser.
    """

    def __init__(
        self,
        folder: Path,
        keyring: DeviceSecret,
        kinds: Catalogue,
        *,
        now: Callable[[], float] = time.time,
        told: tuple[str, ...] = (),
    ) -> None:
        self.folder = folder
        self.now = now
        self._keyring = keyring
        self.kinds = kinds
        self.told = told
        self.uploads = Uploads()
        self._thread = StoreThread()
        self._store: Store | None = None
        self._workspace: Workspace | None = None
        self._unlocked = 0
        self._door = asyncio.Lock()
        self._sessions: list[LiveSession] = []
        self._seen: Door | None = None
        self.aside: dict[Any, Any] = {}
        self.has_new_secret = False

    @property
    def today(self) -> date:
        """The day it is here."""
        return local_day(self.now() * 1000)

    async def store(self) -> "Store":
        """Return the store, opened at the first call. Raises StoreError: too new, damaged, busy, read-only, full."""
        async with self._door:
            if self._store is None:
                self._store = await self._thread.run(self._open)
            return self._store

    async def door(self) -> Door:
        """Return how the store is locked: asked on its own thread, as everything of it is. Raises StoreError."""
        store = await self.store()

        def look() -> Door:
            numbers = found_helplines(self.folder)
            return Door(
                store.state == "new",
                store.protection,
                store.suggest() if store.state == "new" else "",
                store.has_visit_code,
                store.has_family_code,
                numbers.lines,
                numbers.told,
            )

        self._seen = await self._thread.run(look)
        return self._seen

    @property
    def told_of_helplines(self) -> tuple[str, ...]:
        """What of the numbers of Who can help could not be read, as the door was last seen."""
        return self._seen.told_of_helplines if self._seen is not None else ()

    def asks_for(self, *, whole: bool = False) -> Asked:
        """Return which secret proves the worker now, as the door was last seen. whole: a visit code is not enough."""
        if self._seen is not None and self._seen.visit and not whole:
            return "visit"
        return "pin" if self._seen is not None and self._seen.protection == "pin" else "words"

    async def set_up(self, secret: str) -> tuple[Workspace, str]:
        """Make the first keys. Returns the workspace and the spare key to write down. Raises TooWeak, StoreError."""
        store = await self.store()
        async with self._door:
            vault, spare = await self._thread.run(store.set_up, secret)
            return self._sit_down(vault), spare

    async def unlock(self, secret: str, *, key: Key = "secret") -> Workspace:
        """Unlock for one session. Raises WrongSecret, MustWait, SecretLost, StoreError."""
        store = await self.store()
        async with self._door:
            ways = {
                "secret": store.unlock,
                "spare": store.unlock_with_spare_key,
                "visit": store.unlock_with_visit_code,
                "family": store.unlock_with_family_code,
            }
            vault = await self._thread.run(ways[key], secret)
            workspace = self._sit_down(vault)
            if key != "family":
                await self._empty_bin(workspace)
            return workspace

    async def fresh_secret(self) -> tuple[Protection, str]:
        """Return what a new secret would be, and one ready-made. Raises StoreError."""
        store = await self.store()
        return await self._thread.run(lambda: (store.next_protection, store.suggest()))

    async def change_secret(self, secret: str) -> None:
        """Make this the PIN or passphrase; the old one opens nothing now. Raises TooWeak, Locked, NotSaved."""
        store = await self.store()
        await self._thread.run(store.change_secret, secret)
        self.has_new_secret = True
        with suppress(OSError):  # Then practice shows a PIN that opens nothing, and no harm is done.
            await self._thread.run(forget_pin, self.folder)
        await self.door()

    async def keep_helplines(self, lines: Sequence[Helpline], *, read: Sequence[Helpline]) -> tuple[Helpline, ...]:
        """Keep who can be rung for help, and return them as they are kept. read: those that were there before.

        Raises NotAHelpline, HelplinesChanged where others were kept meanwhile, StoreError.
        """
        kept = await self._thread.run(lambda: keep_helplines(self.folder, lines, read=read))
        await self.door()
        return kept

    async def begin_visit(self, code: str) -> None:
        """Let four digits unlock, too, until the program ends. Raises TooWeak, Locked."""
        store = await self.store()
        await self._thread.run(store.begin_visit, code)
        await self.door()

    async def proves(self, secret: str, *, whole: bool = False) -> Proven:
        """Return with what this proves the worker, if it does: the PIN, the four words, or the visit code.

        whole: the visit code is not taken. Raises MustWait, StoreError.
        """
        store = await self.store()
        try:
            return await self._thread.run(lambda: store.proves(secret, whole=whole))
        finally:
            await self.door()  # Three wrong ones end the visit code.

    async def begin_family_time(self, plan: str, code: str) -> None:
        """A family has this plan to itself until it is given back. Raises TooWeak, Locked, NotSaved."""
        store = await self.store()
        await self._thread.run(store.begin_family_time, plan, code)

    async def end_family_time(self, *, by_worker_at: int | None = None) -> None:
        """That time is over; by_worker_at: the worker ended it (ms since 1970). Raises Locked, NotSaved."""
        store = await self.store()
        await self._thread.run(lambda: store.end_family_time(by_worker_at=by_worker_at))

    def register(self, keep: Callable[[], None], lock: Callable[[], object]) -> Callable[[], None]:
        """A session is here, until what this returns is called.

        keep: keeps its half-written words, before the program ends. lock: locks it, from another session.
        """
        session = LiveSession(keep, lock)
        self._sessions.append(session)
        return lambda: self._sessions.remove(session) if session in self._sessions else None

    def lock_others(self, keep: Callable[[], None]) -> None:
        """Lock every session but the one that keeps its words so."""
        for session in tuple(self._sessions):
            if session.keep != keep:
                session.lock()

    @property
    def unlocked(self) -> int:
        """How many sessions are unlocked."""
        return self._unlocked

    @property
    def keeps_unsaved(self) -> bool:
        """Whether everybody has locked and something is still not on the disk."""
        return self._unlocked == 0 and self._workspace is not None

    async def leave(self) -> None:
        """One session has locked. With the last one, everything is saved and the keys are dropped.

        Where something cannot be saved, the workspace stays, keys and all, behind the lock: the words would be gone.
        """
        async with self._door:
            self._unlocked = max(0, self._unlocked - 1)
            if self._unlocked or self._workspace is None or not await self._workspace.all_saved():
                return
            workspace, self._workspace = self._workspace, None
            await workspace.close()

    async def close(self) -> None:
        """The program ends: save, drop the keys, let the folder go. A second call does nothing."""
        for session in tuple(self._sessions):
            session.keep()
        self._sessions.clear()
        async with self._door:
            if self._workspace is not None:
                workspace, self._workspace = self._workspace, None
                await workspace.close()
            if self._store is not None:
                store, self._store = self._store, None
                await self._thread.run(store.close)
            self._thread.close()

    def _sit_down(self, vault: "Vault") -> Workspace:
        self._unlocked += 1
        if self._workspace is None:
            self._workspace = Workspace(vault, self._thread, self.kinds.kind, now=lambda: self.now())
        elif vault is not self._workspace.vault:
            vault.close()
        return self._workspace

    async def _empty_bin(self, workspace: Workspace) -> None:
        """Destroy what has been in the bin for its 30 days; never what is damaged, or not all on the disk."""
        from app.store import bin as bin_  # Not at the top: see app/store/__init__.py.

        with suppress(StoreError):  # Nobody is kept out for it: the next unlocking tries again.
            for id in await self._thread.run(bin_.count, workspace.vault, self.now()):
                news = await workspace.open(id)
                if news.saving == "saved" and header(news.document).binned:
                    await workspace.erase(id)

    def _open(self) -> "Store":
        from app.store import Store  # Not at the top: see app/store/__init__.py.

        return Store.open(self.folder, keyring=self._keyring, now=self.now)
