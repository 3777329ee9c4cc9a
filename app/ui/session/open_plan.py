"""A document as one session has it open: the only observable that screens of a plan watch.

`receive` is the one way in for changes, whoever made them; `make` is the one way out. Nothing here
is ever set from another session: the workspace's news come through this session's own page.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

import flet as ft

from app.document import WORKER, Change, Document, Restore, UndoReach, Void, redo, undo
from app.document.saying import SOMEBODY
from app.document.visit_days import in_its_day
from app.ink.avatar import Portrait
from app.ink.drawing import all_photos
from app.ink.photo import NONE, Photos
from app.store import BlobDamaged, Locked, NoSuchDocument
from app.workspace.open_document import News, Saving
from app.workspace.workspace import Workspace

Taken = TypeVar("Taken", Void, Restore)


@ft.observable
@dataclass
class OpenPlan:
    """One open document."""

    id: str
    """Which document it is."""
    document: Document
    """As the news of the workspace told it last; it is replaced."""
    saving: Saving
    """Whether all of it is on the disk; it is replaced."""
    speaker: str = SOMEBODY
    """Who is speaking now (a person id); SOMEBODY where nobody was touched."""
    worker_here: bool = True
    """Whether the worker writes what is said; not so in a family's own time."""
    photos: Photos = field(default_factory=lambda: NONE)
    """Those that have been read, by name (read_photos)."""
    faces: Mapping[str, Portrait] = field(default_factory=lambda: MappingProxyType({}))
    """Of a family's people, those that were chosen or drawn, by person id."""
    left: dict[str, str] = field(default_factory=dict, repr=False, kw_only=True)
    """How its sheets were left in this sitting (EditorContext.left)."""
    _workspace: Workspace = field(repr=False, kw_only=True)
    _undo_session: str = field(default="", kw_only=True)
    _stop: Callable[[], None] | None = None
    looking: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False, kw_only=True)
    """Held while the pictures of faces are made (app/ui/actions/avatars.py)."""

    @property
    def actor(self) -> str:
        """Who makes the changes now: whoever speaks; the worker, where one is there and nobody was touched."""
        return WORKER if self.speaker == SOMEBODY and self.worker_here else self.speaker

    @property
    def now(self) -> Document:
        """The document with what was made a moment ago: `document` follows when the workspace's news come round.

        Half-written words become an edit right before a touch does its work, which has to know of them.
        """
        try:
            return self._workspace.document(self.id)
        except (Locked, NoSuchDocument):  # A last drawing of the screen asks once more.
            return self.document

    def listen(self, run: Callable[[Callable[[], None]], None]) -> None:
        """Follow the workspace's news. run: how this session gets something done in its own page's context."""

        def told(news: News) -> None:
            run(lambda: self.receive(news))

        self._stop = self._workspace.listen(self.id, told)

    def receive(self, news: News) -> None:
        """Take what the workspace tells: this touch's change, or another tab's."""
        self.document = news.document
        self.saving = news.saving

    async def read_photos(self) -> Photos:
        """Read the photos that have not been read yet, and return all; a damaged one has no bytes: it shows as grey."""
        for name in sorted(all_photos(self.document) - self.photos.keys()):
            content = b""
            with suppress(BlobDamaged):
                content = await self._workspace.blob(self.id, name)
            self.photos = MappingProxyType({**self.photos, name: content})
        return self.photos

    def begin_undo_session(self, undo_session: str) -> None:
        """From now on Undo reaches back to here and no further: the tablet changed hands."""
        self._undo_session = undo_session

    def close(self) -> None:
        """Stop following."""
        if self._stop is not None:
            self._stop()
            self._stop = None

    def make(
        self, changes: Sequence[Change], *, undo_scope: str, actor: str = WORKER, transaction: str | None = None
    ) -> str:
        """Make changes as one step of an undo scope. Raises NotAllowed, ReadOnlyPlan: then nothing has changed."""
        if not changes:
            return transaction or ""
        made = self._workspace.make(
            self.id,
            changes,
            actor=actor,
            undo_scope=undo_scope,
            undo_session=self._undo_session,
            transaction=transaction,
        )
        return made

    def reach(self, undo_scope: str, actor: str = WORKER) -> UndoReach:
        """How far undo goes from here."""
        return UndoReach(self._workspace.vault.device, undo_scope, self._undo_session, actor)

    def undo(self, undo_scope: str, actor: str = WORKER) -> None:
        """Take back the latest step of an undo scope, if there is one within reach."""
        change = self._in_its_day(undo(self.document, self.reach(undo_scope, actor)))
        if change is not None:
            self.make([change], undo_scope=undo_scope, actor=actor)

    def redo(self, undo_scope: str, actor: str = WORKER) -> None:
        """Bring back the step that was taken back last."""
        change = self._in_its_day(redo(self.document, self.reach(undo_scope, actor)))
        if change is not None:
            self.make([change], undo_scope=undo_scope, actor=actor)

    def can_undo(self, undo_scope: str, actor: str = WORKER) -> bool:
        """Whether there is a step to take back."""
        return self._in_its_day(undo(self.document, self.reach(undo_scope, actor))) is not None

    def can_redo(self, undo_scope: str, actor: str = WORKER) -> bool:
        """Whether there is a step to bring back."""
        return self._in_its_day(redo(self.document, self.reach(undo_scope, actor))) is not None

    def _in_its_day(self, change: Taken | None) -> Taken | None:
        """Return a change that takes back or brings back, or None where it would reach into another day's numbers."""
        return change if change is not None and in_its_day(change, self.document, self._workspace.today) else None

    def try_again(self) -> None:
        """Write again what could not be written."""
        self._workspace.save(self.id)
