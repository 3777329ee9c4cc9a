"""Undo and redo: which step they take back, and how far they reach.

Undo voids the latest step made on this device, in this undo scope, in this undo session, by whoever is
speaking. So it never takes back somebody else's change, and never wanders off the page in hand.
"""

from collections.abc import Sequence

from app.document.answer import withheld
from app.document.edit import Add, Edit, Move, Remove, Restore, Set, Void
from app.document.edits import UndoReach, reach_of
from app.document.fold import Document


def undo(document: Document, reach: UndoReach) -> Void | None:
    """Return the change that takes back the latest step within reach, or None where there is none.

    None too where something that came from elsewhere since (somebody else's words, another undo scope's
    drawing) stands on what the step added: it would go along, and nobody asked for that. An answer that somebody
    keeps does not count: an Undo that it switches off would give it away.
    """
    made = (e for e in document.edits.within(reach) if e.id not in document.void)
    latest = next((e for e in made if not isinstance(e.change, Void | Restore)), None)
    if latest is None:
        return None
    alike = document.edits.transaction(latest.transaction)
    transaction = [e for e in alike if _counts(e, reach) and e.id not in document.void]
    if _built_upon(document, transaction, reach):
        return None
    return Void(tuple(e.id for e in transaction))


def redo(document: Document, reach: UndoReach) -> Restore | None:
    """Return the change that brings back the step undone last, or None: a new step ends what can be brought back."""
    brought_back = 0
    for edit in document.edits.within(reach):
        if isinstance(edit.change, Restore):
            brought_back += 1
        elif not isinstance(edit.change, Void):
            return None
        elif brought_back:
            brought_back -= 1
        else:
            return Restore(edit.change.edits)
    return None


def bring_back(document: Document, item: str) -> Void | None:
    """Return the change that takes back the step in which an item was taken away; None where it is there, or never was.

    Unlike Undo, whatever was done since: what stood below it is there again, as it was.
    """
    if item in document.items:
        return None
    # Two tabs may have taken it away, each in a step of its own.
    removed = [e for e in document.edits.of_item(item) if isinstance(e.change, Remove) and e.id not in document.void]
    steps = dict.fromkeys(e.transaction for e in removed)
    together = {e.id for step in steps for e in document.edits.transaction(step) if e.id not in document.void}
    return Void(tuple(e.id for e in document.edits.find(together))) if together else None


def can_undo(document: Document, reach: UndoReach) -> bool:
    """Whether undo would take something back."""
    return undo(document, reach) is not None


def _counts(edit: Edit, reach: UndoReach) -> bool:
    return reach_of(edit) == reach and not isinstance(edit.change, Void | Restore)


def _built_upon(document: Document, transaction: Sequence[Edit], reach: UndoReach) -> bool:
    """Whether an edit from out of reach, later than the step, changes what the step added or hangs below it."""
    added = {e.change.item.id for e in transaction if isinstance(e.change, Add)}
    first = document.edits.place(transaction[0].id) or 0
    hanging = {i.id: i for id in added if id in document.items for i in (document.items[id], *document.below(id))}
    return any(
        isinstance(edit.change, Add | Set | Move) and reach_of(edit) != reach and edit.id not in document.void
        for item in hanging.values()
        if not withheld(item)
        for edit in document.edits.of_item(item.id)
        if (document.edits.place(edit.id) or 0) > first
    )
