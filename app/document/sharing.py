"""What a person may see. Every copy begins here, before anything is laid out. Who may change it: permissions.py.

Source: docs/domain/sharing.md ("A copy is built from what that person may see").
"""

from collections.abc import Iterable
from types import MappingProxyType

from app.document.answer import ANSWER, withheld
from app.document.copies_due import COPIES_DUE_SECTION, COPY_DUE, promised, workers_first
from app.document.copy_rules import OFFICE
from app.document.edit import AUDIENCE, Add, Change, Move, Remove, Set
from app.document.edits import changed_item
from app.document.fold import Document
from app.document.header import HEADER, header
from app.document.item import WORKER, Item
from app.document.kind import Promised
from app.document.ownership import private_sections
from app.document.people import PEOPLE, people, read_person
from app.document.visit_days import dated


def sees(item: Item, person: str | None) -> bool:
    """Whether a person may see one item, its ancestors apart. None is nobody in particular.

    The office's record has what the worker may see with some others; what is between the worker and one person alone
    is in nobody's copy, as that person is told, so it is not in the office's either; nor is what somebody is about to
    show to people and has shown to none.
    """
    reach, chosen = item.for_whom
    if reach == "everyone":
        return True
    if person == OFFICE:
        return reach == "people" and not between_two(item)
    # Nobody, in a reach that only a newer version knows.
    shown = {"people": (*chosen, item.by, WORKER), "worker": (item.by, WORKER)}
    return person is not None and person in shown.get(reach, ())


def seen_by(document: Document, person: str | None, *, with_private: bool = True) -> Document:
    """Return the smaller document that a person may see: the only thing a copy is ever made from.

    person: a person id; None for a copy that names nobody, which holds what everyone may see.
    An item stands in it with all above it. A section that this version does not know is in no copy: nobody here can
    tell whether it may be. Sections that are in no copy are left out for all; private ones for all but who holds the
    plan (and for them too, unless with_private). So are an answer that its owner keeps, and what is between one person
    and the worker alone, for these two as well: both are told that it is in nobody's copy (document.answer says why).
    So are the edits: they hold what was taken out, so each number has its day on it. People are left out who speak
    nowhere, own nothing and are named by nothing that is left.
    """
    open_ = _open_sections(document, person if with_private else None)
    stands = _standing(document, person, open_)
    kept = dated(document, {k: i for k, i in document.items.items() if stands[k]})
    told = [i for i in kept.values() if i.section != PEOPLE]
    named = {i.by for i in told} | {v for i in told for v in i.fields.values() if isinstance(v, str)}
    named.add(person or "")
    # Nothing is left that hangs in the air, wherever a newer version has put it.
    above = _above(document, told)
    kept = {k: i for k, i in kept.items() if i.section != PEOPLE or k in above or read_person(i).id in named}
    return Document(
        document.id, document.kind, MappingProxyType(kept), newer=document.newer, _made=document.made_of(kept)
    )


def _open_sections(document: Document, person: str | None) -> frozenset[str]:
    """Return the sections of which there is something in a person's copy; None: in one without what is private."""
    open_ = frozenset({PEOPLE, HEADER, *(s.slug for s in document.kind.sections if s.in_copies)})
    if person and person == header(document).whose:
        return open_
    return open_ - private_sections(document)


def _in_copy(document: Document, item: Item, person: str | None, open_: frozenset[str]) -> bool:
    """Whether an item may stand in a person's copy: it, all above it, and the sections that they stand in."""
    return all(_may_stand(i, person, open_) for i in (item, *document.ancestors(item)))


def _may_stand(item: Item, person: str | None, open_: frozenset[str]) -> bool:
    """The same of one item, whatever is above it."""
    return item.section in open_ and sees(item, person) and not (withheld(item) or between_two(item))


def _standing(document: Document, person: str | None, open_: frozenset[str]) -> dict[str, bool]:
    """Return of every item whether it may stand in a person's copy. Each is asked once, however deep it hangs."""
    found: dict[str, bool] = {}
    there = dict(document.items.items())  # A plain one: it is asked for what is above each item.
    for start in there.values():
        line: list[Item] = []
        at: Item | None = start
        while at is not None and at.id not in found:
            line.append(at)
            found[at.id] = False  # What hangs below itself stands nowhere.
            at = there.get(at.parent) if at.parent else None
        good = at is None or found[at.id]
        for item in reversed(line):
            good = good and _may_stand(item, person, open_)
            found[item.id] = good
    return found


def _above(document: Document, items: Iterable[Item]) -> set[str]:
    """Return the ids of all that these items hang below."""
    found: set[str] = set()
    there = dict(document.items.items())
    for item in items:
        at = item.parent
        while at and at in there and at not in found:
            found.add(at)
            at = there[at].parent
    return found


def between_two(item: Item) -> bool:
    """Whether nobody but whose it is and the worker may see an item, as both are told: then it is in nobody's copy, its
    owner's own not either. Paper lies about at home, and a child's page is read by whoever finds it.
    """
    reach, chosen = item.for_whom
    return reach == "worker" or (reach == "people" and all(p in (item.by, WORKER) for p in chosen))


def changed_at(document: Document, seen: Document, person: str | None, *, with_private: bool) -> int | None:
    """Return when what a person may see of a document was last changed, in UTC milliseconds since 1970, or None.

    seen: what seen_by gave for them, with_private or not. Anything else, and when somebody answered alone, or got a
    copy, is not told by it.
    """
    added = {e.change.item.id: e.change.item for e in document.edits if isinstance(e.change, Add)}
    open_ = _open_sections(document, person if with_private else None)
    narrowed = {e.change.item for e in document.edits if isinstance(e.change, Set) and e.change.field == AUDIENCE}

    def told(change: Change) -> bool:
        if not isinstance(change, Add | Set | Move | Remove):
            return False
        id = changed_item(change)
        item = seen.items.get(id)
        if item is None and isinstance(change, Remove) and id in added and id not in narrowed:
            gone = added[id]
            item = (
                gone if (gone.parent or id) in (id, *seen.items) and _in_copy(document, gone, person, open_) else None
            )
        return item is not None and item.item_type not in (ANSWER.slug, COPY_DUE.slug)

    return max((e.at for e in document.edits if e.id not in document.void and told(e.change)), default=None)


def shown_promises(document: Document) -> tuple[Promised, ...]:
    """Return the promises that are open and that everyone may see: the worker's own first, then by their day.

    What somebody promised who has died, or is not one of the family's people any more, is told to nobody until another
    has taken it up: the worker finds it (blocks.rows.reassign).
    """
    open_ = _open_sections(document, None)
    gone = {p.id for p in people(document).values() if p.left in ("died", "not-ours")}

    def shown(item: Item) -> bool:
        return sees(item, None) if item.section == COPIES_DUE_SECTION else _in_copy(document, item, None, open_)

    return workers_first([p for p in promised(document) if p.who not in gone and shown(document.items[p.item])])
