"""What one process has open: the store on its thread, and the documents that its sessions share.

A change counts at once for everybody who has the document open; "Saved" is said when its commit
has returned. Until then, and loudly when a commit fails, the edits wait here and are tried again
with the next change or when somebody asks.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from app.document import Add, Change, Document, Edit, Kind, Remove, extend, fold, local_day, may, new_id
from app.document.duplicate import duplicate, words_of
from app.store.errors import Locked, NoSuchDocument, NotSaved, ReadOnlyPlan
from app.store.planned_changes import stands_alone
from app.store.summaries import summary_of
from app.store.thread import StoreThread
from app.workspace.open_document import Listener, News, OpenDocument

if TYPE_CHECKING:
    from app.store.vault import Vault

T = TypeVar("T")


class NotAllowed(PermissionError):
    """Somebody may not make this change (document.may). Nothing has been changed."""


class AnotherDay(NotAllowed):
    """What was given on another day is no more changed (document.visit_days). Nothing has been changed."""


class Workspace:
    """The open documents of one unlocked store. Made at the first unlock, closed when the last session locks.

    now: seconds since 1970.
    All its methods run on the app's event loop; only the store's own calls run on its thread.
    """

    def __init__(
        self,
        vault: "Vault",
        thread: StoreThread,
        kind_of: Callable[[str], Kind],
        *,
        now: Callable[[], float] = lambda: time.time(),
    ) -> None:
        self.vault = vault
        self.thread = thread
        self._kind_of = kind_of
        self._now = now
        self._open: dict[str, OpenDocument] = {}
        self._closed = False
        self._opening = asyncio.Lock()

    @property
    def today(self) -> date:
        """The day it is here: edits are made on it."""
        return local_day(self._now() * 1000)

    async def create(self, kind: Kind, first: Sequence[Change], *, actor: str) -> str:
        """Make a document of its first changes, and return its id when it is on the disk. Raises NotSaved: then there
        is none."""
        return await self._made(kind, lambda id: first, actor=actor)

    async def duplicate(self, id: str, *, title: str, actor: str) -> str:
        """Make another document like an open one, with a key, ids and blobs of its own (document.duplicate).

        Returns its id when all of it is on the disk. Raises NotSaved, BlobDamaged: then there is none.
        """
        document = self.document(id)

        def first(new: str) -> Sequence[Change]:
            blobs = self.vault.copy_blobs(id, new, words_of(document))
            return duplicate(document, title=title, blobs=blobs)

        return await self._made(document.kind, first, actor=actor)

    async def _made(self, kind: Kind, first: Callable[[str], Sequence[Change]], *, actor: str) -> str:
        """Make a document and what it begins with, all of it in one commit. first runs on the store's thread."""
        id = new_id()

        def make() -> str:
            with self.vault.together():
                self.vault.create(kind.slug, id=id)
                begun = fold(id, kind, ())
                edits = self._stamp(begun, first(id), actor=actor, undo_scope="front", undo_session="begun")
                self.vault.append(id, edits, summary_of(extend(begun, edits)))
            return id

        return await self.thread.run(make)

    async def copy_blobs(self, id: str, to: str, names: frozenset[str]) -> dict[str, str]:
        """Keep blobs of one document for another too, and return their new names. Raises NotSaved, BlobDamaged."""
        return await self.thread.run(self.vault.copy_blobs, id, to, names)

    async def erase(self, id: str) -> None:
        """Destroy a document for ever, all of it, here and on the disk. Raises NotSaved: then nothing is gone."""
        await self.thread.run(self.vault.erase, id)
        held = self._open.pop(id, None)
        if held is not None:
            held.unsaved.clear()

    async def open(self, id: str) -> News:
        """Open a document, or find it open. Raises StoreFault where it cannot be read at all."""
        async with self._opening:
            if id not in self._open:
                loaded = await self.thread.run(self.vault.load, id)
                document = fold(id, self._kind_of(loaded.kind), loaded.edits)
                self._open[id] = OpenDocument(document, loaded.read_only)
        return self.news(id)

    async def read(self, id: str) -> Document:
        """Return a document as it stands, opened for nobody. Raises StoreFault where it cannot be read at all."""
        return (await self.glance(id, lambda document: document))[0]

    async def glance(self, id: str, read: Callable[[Document], T]) -> tuple[T, bool]:
        """Return what `read` makes of a document as it stands, and whether all of it could be read.

        It is not opened: of many, no more is kept than what is read. read runs on the store's thread, beside the
        screen. Raises StoreFault.
        """
        held = self._open.get(id)
        if held is not None:
            return await self.thread.run(read, held.document), not held.read_only

        def load() -> tuple[T, bool]:
            loaded = self.vault.load(id)
            return read(fold(id, self._kind_of(loaded.kind), loaded.edits)), not loaded.read_only

        return await self.thread.run(load)

    def news(self, id: str) -> News:
        """Return what an open document's listeners were told last."""
        held = self._held(id)
        return News(held.document, held.saving)

    def document(self, id: str) -> Document:
        """Return an open document as it stands. Raises Locked, NoSuchDocument: it is open no more."""
        return self._held(id).document

    def listen(self, id: str, listener: Listener) -> Callable[[], None]:
        """Call this for every change of an open document; returns what ends it."""
        listeners = self._held(id).listeners
        listeners.append(listener)

        return lambda: listeners.remove(listener) if listener in listeners else None

    def make(
        self,
        id: str,
        changes: Sequence[Change],
        *,
        actor: str,
        undo_scope: str,
        undo_session: str,
        transaction: str | None = None,
    ) -> str:
        """Make changes to an open document as one transaction: counted at once, saved soon. Returns the step's id.

        transaction: the id of an earlier step that these belong to (an erasing drag), else a new one. Raises
        NotAllowed, ReadOnlyPlan (damaged), Locked, NoSuchDocument (open no more); then nothing has been changed.
        """
        held = self._held(id)
        if held.read_only:
            raise ReadOnlyPlan(id)
        transaction = transaction or new_id()
        document = held.document
        waiting: list[Change] = []
        edits: list[Edit] = []

        def stamp_waiting() -> None:
            nonlocal document
            stamped = self._stamp(
                document,
                waiting,
                actor=actor,
                undo_scope=undo_scope,
                undo_session=undo_session,
                transaction=transaction,
            )
            document = extend(document, stamped)
            edits.extend(stamped)
            waiting.clear()

        for change in changes:
            if isinstance(change, Remove) and change.item not in document.items:
                continue  # Somebody else took it away first; what was wanted is so.
            if waiting and not stands_alone(document, change, waiting):
                stamp_waiting()
            if not may(actor, change, document, day=self.today):
                raise (AnotherDay if may(actor, change, document) else NotAllowed)(type(change).__name__)
            waiting.append(change)
        stamp_waiting()
        if edits:
            held.document = document
            held.unsaved += edits
            # Asked for first: what is counted is written, whatever a listener makes of the news.
            self.save(id)
            held.tell()
        return transaction

    async def keep_blob(self, id: str, content: bytes) -> str:
        """Keep something large (a photograph) beside a document, and return its name when it is on the disk.

        Call it first, and `make` the change that names it then: no page ever names what is not there.
        Raises ReadOnlyPlan for a damaged document, NotSaved; then nothing has been kept.
        """
        held = self._open.get(id)
        if held is not None and held.read_only:
            raise ReadOnlyPlan(id)
        return await self.thread.run(self.vault.put_blob, id, content)

    async def blob(self, id: str, name: str) -> bytes:
        """Return what `keep_blob` kept. Raises BlobDamaged (also where it is missing), StoreFault."""
        return await self.thread.run(self.vault.get_blob, id, name)

    def save(self, id: str) -> None:
        """Begin to write what is not yet on the disk, if nothing is being written. Also "Try again"."""
        held = self._held(id)
        if held.unsaved and (held.saver is None or held.saver.done()):
            held.saver = asyncio.create_task(self._save(id, held))

    async def settled(self) -> bool:
        """Wait until nothing is being written; returns whether everything is on the disk."""
        # Also what is begun in one while we wait for another.
        while savers := [held.saver for held in self._open.values() if held.saver and not held.saver.done()]:
            await savers[0]
        return not any(held.unsaved for held in self._open.values())

    async def all_saved(self) -> bool:
        """Try once more what could not be written; returns whether everything is on the disk."""
        for id in tuple(self._open):
            self.save(id)
        return await self.settled()

    async def close(self) -> bool:
        """Save what can be saved, forget every document and drop the keys. Returns whether all was saved."""
        try:
            return await self.all_saved()
        finally:
            self._closed = True
            self._open.clear()
            await self.thread.run(self.vault.close)

    def _held(self, id: str) -> OpenDocument:
        """Return an open document. Raises Locked: the workspace is closed, NoSuchDocument where it was destroyed."""
        if id not in self._open:
            raise Locked if self._closed else NoSuchDocument
        return self._open[id]

    async def _save(self, id: str, held: OpenDocument) -> None:
        while held.unsaved:
            batch = tuple(held.unsaved)
            try:
                await self.thread.run(self.vault.append, id, batch, summary_of(held.document))
            except NotSaved:
                held.failed = True
                held.tell()
                return
            except BaseException:
                # Whatever it was: nobody may read "Saved", and the edits wait here.
                held.failed = True
                held.tell()
                raise
            held.failed = False
            del held.unsaved[: len(batch)]
            if not held.unsaved:
                held.tell()

    def _stamp(
        self,
        document: Document,
        changes: Sequence[Change],
        *,
        actor: str,
        undo_scope: str,
        undo_session: str,
        transaction: str | None = None,
    ) -> tuple[Edit, ...]:
        now = int(self._now() * 1000)
        edits: dict[str, Edit] = {}
        for n, change in enumerate(changes, start=1):
            # An added item's id serves as its edit's, which saves 17 bytes a stroke. Not twice: words that
            # were taken away and written again would be a repeat, and a repeat is never kept.
            id = change.item.id if isinstance(change, Add) else new_id()
            if id in edits or document.knows(id):
                id = new_id()
            edits[id] = Edit(
                id,
                self.vault.device,
                document.clock + n,
                actor,
                now,
                transaction or id,
                undo_scope,
                undo_session,
                change,
            )
        return tuple(edits.values())
