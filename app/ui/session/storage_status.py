"""How it stands with what is on the disk: what is said of it, in words for whoever is in the room."""

from typing import TYPE_CHECKING

from app.language import _
from app.store.errors import StoreFull, StoreLost, StoreReadOnly, for_reading

if TYPE_CHECKING:
    from app.ui.session.session import Session


def only_reading(session: "Session") -> str:
    """Return why nothing can be kept just now, as a sentence, as far as is known; "" where it can, or while locked."""
    fault = session.workspace.vault.only_reading if session.unlocked else None
    return for_reading(fault) if fault is not None else ""


def keep_up_with_disk(session: "Session") -> None:
    """A sentence about the disk stands as long as it is so, and no longer."""
    if session.notice and session.notice in {for_reading(kind()) for kind in (StoreFull, StoreLost, StoreReadOnly)}:
        now = only_reading(session)
        if now != session.notice:
            session.say(now)


def state_of_disk(session: "Session") -> str:
    """Return what is to be said at an unlocking; "" where all is well. Which plan it is, only the worker reads."""
    words = only_reading(session)
    if not words and session.unlocked and session.workspace.vault.short:
        return _(
            "Something that was written last on this tablet is not here any more. It is nobody's fault, and all "
            "else is as it was. The list of families tells more."
        )
    return words
