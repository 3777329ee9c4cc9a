"""How it stands with what is on the disk: what is said of it, in words for whoever is in the room."""

from typing import Protocol

from app.language import _
from app.store.errors import StoreFull, StoreLost, StoreReadOnly, for_reading
from app.workspace.workspace import Workspace


class ReadsDisk(Protocol):
    """What must be known of a session to say how it stands with its disk."""

    @property
    def unlocked(self) -> bool:
        """Whether it has a workspace."""

    @property
    def workspace(self) -> Workspace:
        """Its workspace. Raises Locked."""


class TellsOfDisk(ReadsDisk, Protocol):
    """A session in which a sentence about the disk can stand."""

    notice: str

    def say(self, sentence: str) -> None:
        """Show a sentence, that of a fault."""


def only_reading(session: ReadsDisk) -> str:
    """Return why nothing can be kept just now, as a sentence, as far as is known; "" where it can, or while locked."""
    fault = session.workspace.vault.only_reading if session.unlocked else None
    return for_reading(fault) if fault is not None else ""


def keep_up_with_disk(session: TellsOfDisk) -> None:
    """A sentence about the disk stands as long as it is so, and no longer."""
    if session.notice and session.notice in {for_reading(kind()) for kind in (StoreFull, StoreLost, StoreReadOnly)}:
        now = only_reading(session)
        if now != session.notice:
            session.say(now)


def state_of_disk(session: ReadsDisk) -> str:
    """Return what is to be said at an unlocking; "" where all is well. Which plan it is, only the worker reads."""
    words = only_reading(session)
    if not words and session.unlocked and session.workspace.vault.short:
        return _(
            "Something that was written last on this tablet is not here any more. It is nobody's fault, and all "
            "else is as it was. The list of families tells more."
        )
    return words
