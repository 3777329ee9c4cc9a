"""A document that is open: how it stands, whether all of it is on the disk, and who is told when that changes."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from app.document import Document, Edit

Saving: TypeAlias = Literal["saved", "saving", "not-saved", "read-only"]


@dataclass(frozen=True)
class News:
    """What a document's listeners are told."""

    document: Document
    """How it stands now."""
    saving: Saving
    """Whether all of it is on the disk."""


Listener: TypeAlias = Callable[[News], None]


@dataclass
class OpenDocument:
    """One open document."""

    document: Document
    """How it stands now, with the edits that are not yet committed."""
    read_only: bool
    """It is damaged: nothing may be added."""
    unsaved: list[Edit] = field(default_factory=list)
    """The edits that are not yet committed, in order."""
    failed: bool = False
    """The last try to commit them failed."""
    listeners: list[Listener] = field(default_factory=list)
    """Who is told when it changes."""
    saver: asyncio.Task[None] | None = None
    """What commits them; None before the first time, done when it has ended."""

    @property
    def saving(self) -> Saving:
        if self.read_only:
            return "read-only"
        if self.failed:
            return "not-saved"
        return "saving" if self.unsaved else "saved"

    def tell(self) -> None:
        """Tell every listener; one that fails keeps the others from nothing, and its fault is raised after."""
        news = News(self.document, self.saving)
        faults: list[Exception] = []
        for listener in tuple(self.listeners):
            try:
                listener(news)
            except Exception as fault:  # noqa: BLE001 (raised below)
                faults.append(fault)
        if faults:
            raise ExceptionGroup("listeners", faults)
