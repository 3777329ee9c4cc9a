"""Promises that are open, and the copies that the worker said they would bring: owed until the copy is made.

A copy that everyone may know of stands among the plan's other promises, where its kind has a place for them. Any other
stands in a section of its own, which every document may have and no copy ever holds: who gets a copy is then a matter
of that person and the worker. Source: docs/domain/sharing.md ("The answer is recorded"; who may read of copies).
"""

from collections.abc import Sequence
from datetime import date

from app.document.edit import Add, Change, Remove, Set
from app.document.fold import Document
from app.document.item import EVERYONE, WORKER, ForWhom, Item, new_id
from app.document.kind import Promised
from app.document.schema import Day, ItemType, Someone, stored_day

COPIES_DUE_SECTION = "owed"
"""The section of every document in which copies that are owed stand by themselves."""

COPY_DUE = ItemType("owed-copy", {"whom": Someone(), "until": Day(), "made": Day()})
"""A copy that is owed: by itself with whom and until, or below the promise that says them. made: when it was made."""


def promised(document: Document) -> tuple[Promised, ...]:
    """Return every promise that is open, whoever may see it: those of its kind, then copies that are owed apart."""
    apart = (
        _apart(i)
        for i in document.children(None, section=COPIES_DUE_SECTION, item_type=COPY_DUE.slug)
        if not is_made(i)
    )
    return (*document.kind.promised(document), *apart)


def workers_first(promises: Sequence[Promised]) -> tuple[Promised, ...]:
    """Return promises as they are told: the worker's own first, then by their day, those without one last."""
    return tuple(sorted(promises, key=lambda p: (p.who != WORKER, p.until or "9999")))


def is_made(item: Item) -> bool:
    """Whether the copy that an item waits for was made."""
    return bool(item.fields.get("made"))


def copies_due(document: Document) -> tuple[Promised, ...]:
    """Return the copies that are owed, the soonest first: for the worker alone."""
    return workers_first([p for p in promised(document) if p.owed])


def promise_copy(document: Document, *, whom: str, until: date, what: str, for_whom: ForWhom) -> tuple[Change, ...]:
    """Return the changes by which the worker promises a copy. A new day takes the place of an earlier one.

    whom: a person id, "" for nobody in particular. what: how it reads among the plan's promises. for_whom: who may know
    of it.
    """
    new = Promised(new_id(), WORKER, what, until.isoformat(), whom, new_id())
    earlier = tuple(Remove(p.item) for p in copies_due(document) if p.whom == whom)
    written = tuple(document.kind.promise(document, new)) if for_whom == EVERYONE else ()
    section = next((c.item.section for c in written if isinstance(c, Add)), "")
    if section:
        return (*earlier, *written, COPY_DUE.add({}, section=section, parent=new.item, by=WORKER, id=new.owed))
    fields = {"until": new.until} | ({"whom": whom} if whom else {})
    return (*earlier, COPY_DUE.add(fields, section=COPIES_DUE_SECTION, by=WORKER, for_whom=for_whom, id=new.owed))


def made_for(document: Document, whom: str, day: date) -> tuple[Change, ...]:
    """Return the changes that say that a person's copy was made on a day: whatever was owed them is owed no more."""
    return tuple(Set(p.owed, "made", day.isoformat()) for p in copies_due(document) if p.whom == whom)


def _apart(item: Item) -> Promised:
    until, whom = stored_day(item.fields.get("until")), item.fields.get("whom")
    day = until.isoformat() if until is not None else ""
    return Promised(item.id, WORKER, "", day, whom if isinstance(whom, str) else "", item.id)
