"""Who may change what, and what a person may see. Every copy begins here, before anything is laid out.

Source: docs/domain/sharing.md ("A copy is built from what that person may see").
"""

from collections.abc import Iterable
from datetime import date
from types import MappingProxyType

from app.document.answer import ANSWER
from app.document.answer import kept as withheld
from app.document.confirmations import says_for_another
from app.document.copies_due import COPIES_DUE_SECTION, COPY_DUE, promised, workers_first
from app.document.copy_log import COPY_MADE
from app.document.copy_rules import COPY_RULE, OFFICE
from app.document.edit import AUDIENCE, OWNER, Add, Change, Move, Remove, Restore, Set, Void
from app.document.fold import Document
from app.document.header import HEADER, header
from app.document.item import CHILD, EVERYONE, ONLY_ME, WORKER, Item
from app.document.kind import Promised
from app.document.ownership import may_if_owned, private_sections
from app.document.people import PEOPLE, for_the_worker, people, read_person
from app.document.visit_days import dated, in_its_day

_WORKERS_OWN = (COPY_DUE.slug, COPY_MADE.slug, COPY_RULE.slug)
"""The item types of what nobody but the worker writes, wherever it stands."""


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
    open_ = _open_sections(document, person, with_private=with_private)
    stands = _standing(document, person, open_)
    kept = dated(document, {k: i for k, i in document.items.items() if stands[k]})
    told = [i for i in kept.values() if i.section != PEOPLE]
    named = {i.by for i in told} | {v for i in told for v in i.fields.values() if isinstance(v, str)}
    named.add(person or "")
    # Nothing is left that hangs in the air, wherever a newer version has put it.
    above = _above(document, told)
    kept = {k: i for k, i in kept.items() if i.section != PEOPLE or k in above or read_person(i).id in named}
    made = {k: document.made[k] for k in kept if k in document.made}
    return Document(document.id, document.kind, MappingProxyType(kept), newer=document.newer, _made=made)


def _open_sections(document: Document, person: str | None, *, with_private: bool = True) -> frozenset[str]:
    open_ = frozenset({PEOPLE, HEADER, *(s.slug for s in document.kind.sections if s.in_copies)})
    if with_private and person and person == header(document).whose:
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
    for start in document.items.values():
        line: list[Item] = []
        at: Item | None = start
        while at is not None and at.id not in found:
            line.append(at)
            found[at.id] = False  # What hangs below itself stands nowhere.
            at = document.items.get(at.parent) if at.parent else None
        good = at is None or found[at.id]
        for item in reversed(line):
            good = good and _may_stand(item, person, open_)
            found[item.id] = good
    return found


def _above(document: Document, items: Iterable[Item]) -> set[str]:
    """Return the ids of all that these items hang below."""
    found: set[str] = set()
    for item in items:
        at = item.parent
        while at and at in document.items and at not in found:
            found.add(at)
            at = document.items[at].parent
    return found


def between_two(item: Item) -> bool:
    """Whether nobody but whose it is and the worker may see an item, as both are told: then it is in nobody's copy, its
    owner's own not either. Paper lies about at home, and a child's page is read by whoever finds it.
    """
    reach, chosen = item.for_whom
    return reach == "worker" or (reach == "people" and all(p in (item.by, WORKER) for p in chosen))


def changed_at(document: Document, seen: Document, person: str | None, *, with_private: bool = True) -> int | None:
    """Return when what a person may see of a document was last changed, in UTC milliseconds since 1970, or None.

    seen: what seen_by gave for them, with_private or not. Anything else, and when somebody answered alone, or got a
    copy, is not told by it.
    """
    added = {e.change.item.id: e.change.item for e in document.edits if isinstance(e.change, Add)}
    open_ = _open_sections(document, person, with_private=with_private)
    narrowed = {e.change.item for e in document.edits if isinstance(e.change, Set) and e.change.field == AUDIENCE}

    def told(change: Change) -> bool:
        if not isinstance(change, Add | Set | Move | Remove):
            return False
        id = change.item.id if isinstance(change, Add) else change.item
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


def may(actor: str, change: Change, document: Document, *, day: date | None = None) -> bool:
    """Whether somebody may make this change to the document as it stands, on a day (None: whatever the day).

    Asked before an edit is made, and again before one from elsewhere is taken. Nobody changes what
    they may not see; in a section where things are their maker's own, nobody else changes them, the
    worker not either (a drawing whose child was not yet named may be given to its child). On the worker's own
    papers (the set-up sheet, who agreed and when) nobody else writes, but what is somebody's own among them, which is
    theirs alone. An answer is its owner's alone. Whether a promise was kept is for the one to say who was promised it,
    and that a worry is one no more, for the worker (document.confirmations); which copies are owed, which were made,
    who may hold one, who left and who was typed twice, for the worker. In a plan that somebody holds there is more to
    it (document.ownership). What was given on another day is no more changed (document.visit_days).
    """
    if says_for_another(actor, change, document):
        return False
    if day is not None and not in_its_day(change, document, day):
        return False
    return _may(actor, change, document) and may_if_owned(actor, change, document)


def _may(actor: str, change: Change, document: Document) -> bool:
    if isinstance(change, Void | Restore):
        return _may_take_back(actor, change, document)
    if isinstance(change, Add):
        item = change.item
        if item.item_type == ANSWER.slug and not (
            item.parent and actor == item.by and item.for_whom in (ONLY_ME, EVERYONE)
        ):
            return False
        if actor != WORKER and (item.item_type in _WORKERS_OWN or for_the_worker(item, item.fields)):
            return False
        if item.parent is None:
            if _workers_paper(item, document):
                # Somebody's own among them is begun by nobody else, the worker not either: nobody writes it for them.
                return actor == (item.by if _own(item, document) else WORKER)
            return not _own(item, document) or actor in (item.by, WORKER)
        above = document.items.get(item.parent)
        return above is not None and _may_touch(actor, above, document)
    if isinstance(change, Set | Move | Remove):
        target = document.items.get(change.item)
        if target is None:
            return False
        if target.item_type == ANSWER.slug and not _of_an_answer(change):
            return False
        if actor != WORKER and target.item_type in _WORKERS_OWN:
            return False
        if isinstance(change, Set) and actor != WORKER and for_the_worker(target, {change.field: True}):
            return False
        if isinstance(change, Set) and _names_child(change, target, document):
            return actor == WORKER or _may_touch(actor, target, document)
        if isinstance(change, Move) and change.parent is not None:
            above = document.items.get(change.parent)
            if above is None or target in (above, *document.ancestors(above)):
                return False
            if not _may_touch(actor, above, document):
                return False
        return _may_touch(actor, target, document)
    return False


def _may_take_back(actor: str, change: Void | Restore, document: Document) -> bool:
    """Only what one did oneself; and what has become somebody's own page since stays theirs, with all on it."""
    wanted = set(change.edits)
    made = [e for e in document.edits if e.id in wanted]
    if len(made) != len(wanted) or any(e.actor != actor for e in made):
        return False
    for edit in made:
        done = edit.change
        id = done.item.id if isinstance(done, Add) else done.item if isinstance(done, Set | Move | Remove) else ""
        item = document.items.get(id)
        if item is not None and _whose_answer(item, document) not in ("", actor):
            return False
        naming = isinstance(done, Set) and done.field == OWNER
        if item is not None and not naming and _own(item, document) and _root(item, document).by != actor:
            return False
    return True


def _of_an_answer(change: Set | Move | Remove) -> bool:
    """Whether a change is one that its owner may make to an answer: it is never given away, nor put below another."""
    if isinstance(change, Set) and change.field == AUDIENCE:
        return change.value in (ONLY_ME, EVERYONE)
    return not isinstance(change, Move) and not (isinstance(change, Set) and change.field == OWNER)


def _whose_answer(item: Item, document: Document) -> str:
    """Return whose answer an item is or hangs below, or ""."""
    return next((i.by for i in (item, *document.ancestors(item)) if i.item_type == ANSWER.slug), "")


def _names_child(change: Set, target: Item, document: Document) -> bool:
    """Whether a change names the child of something that is yet "the child's". It never becomes the worker's."""
    unnamed = change.field == OWNER and target.by == CHILD and change.value != WORKER
    return unnamed and (not _own(target, document) or _root(target, document).by == CHILD)


def _root(item: Item, document: Document) -> Item:
    return (item, *document.ancestors(item))[-1]


def _own(item: Item, document: Document) -> bool:
    """Whether an item, or anything above it, stands in a section where things are their maker's own."""
    own = {s.slug for s in document.kind.sections if s.own}
    return bool(own) and any(i.section in own for i in (item, *document.ancestors(item)))


def _workers_paper(item: Item, document: Document) -> bool:
    section = document.kind.section(item.section)
    return section is not None and not section.in_copies


def _may_touch(actor: str, item: Item, document: Document) -> bool:
    if _whose_answer(item, document) not in ("", actor):
        return False
    if _own(item, document):
        return _root(item, document).by == actor
    line = (item, *document.ancestors(item))
    return all(sees(i, actor) or (actor == WORKER and i.for_whom.reach == "nobody") for i in line)
