"""The changes of one step: which of them can be looked at before the others are made."""

from collections.abc import Sequence

from app.document import Add, Change, Document, Move, Remove, Set


def stands_alone(document: Document, change: Change, waiting: Sequence[Change]) -> bool:
    """Whether a change hangs on nothing that waits: on no item that the same step adds, nor one that it has set."""
    if isinstance(change, Add):
        return change.item.parent is None or change.item.parent in document.items
    if isinstance(change, Set) and any(isinstance(w, Set) and w.item == change.item for w in waiting):
        return False  # What it may depends on that (document.confirmations).
    return not isinstance(change, Set | Move | Remove) or change.item in document.items
