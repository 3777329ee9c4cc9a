"""That nothing can be written just now: what is said of it, in words for whoever is in the room."""

from typing import TYPE_CHECKING

from app.store.faults import for_reading

if TYPE_CHECKING:
    from app.ui.session import Session


def only_reading(session: "Session") -> str:
    """Return why nothing can be kept just now, as a sentence, as far as is known; "" where it can, or while locked."""
    fault = session.desk.vault.only_reading if session.unlocked else None
    return for_reading(fault) if fault is not None else ""
