"""A plan that one person holds: what is private in it is theirs to open, and nobody changes another's words.

Source: docs/domain/good-lives.md ("The young person holds the pen. The worker may add, never overwrite", "Private
means: in nobody's copy"). The worker sees what is private on this tablet; it stands in no copy but its holder's own.
"""

from app.document.edit import OWNER, Add, Change, Move, Remove, Restore, Set, Void
from app.document.edits import changed_item
from app.document.fold import Document
from app.document.header import HEADER, HEADER_TYPE, SWITCH, header, header_item
from app.document.item import CHILD, WORKER, Item
from app.document.people import PEOPLE
from app.document.saying import SAYING, SOMEBODY
from app.document.schema import ItemType, Tick

PRIVACY = ItemType(SWITCH, {"private": Tick()})
"""The switch of the section that it stands in, made by the plan's holder. Where two tablets made two of them, the
section is private as long as one says so."""


def private(document: Document, section: str) -> bool:
    """Whether a section is private: as its holder switched it, else as it starts. False where nobody holds the plan."""
    declared = document.kind.section(section)
    if not document.kind.owned or declared is None:
        return False
    switches = document.children(None, section=section, item_type=PRIVACY.slug)
    if not switches:
        return declared.private
    return any(i.fields.get("private") is not False for i in switches)


def private_sections(document: Document) -> frozenset[str]:
    """Return the slugs of all that is private."""
    return frozenset(s.slug for s in document.kind.sections if private(document, s.slug))


def switch(document: Document, section: str, *, to_private: bool) -> tuple[Change, ...]:
    """Return the changes with which its holder makes a section private, or opens it; none where it is so already."""
    holder = header(document).whose
    there = document.children(None, section=section, item_type=PRIVACY.slug)
    if not document.kind.owned or not holder or document.kind.section(section) is None:
        return ()
    if not there:
        if private(document, section) == to_private:
            return ()
        return (PRIVACY.add({"private": to_private}, section=section, by=holder),)
    return tuple(Set(i.id, "private", to_private) for i in there if i.fields.get("private") is not to_private)


def name_holder(document: Document, person: str) -> tuple[Change, ...]:
    """Return the changes that say whose plan this is: what was "the child's" until now becomes theirs. Worker only."""
    item = header_item(document)
    if item is None or header(document).whose == person:
        return ()
    unnamed = (i for i in document.items.values() if i.by == CHILD and i.section not in (PEOPLE, HEADER))
    checked = HEADER_TYPE.check({"whose": person})["whose"]
    return (Set(item.id, "whose", checked), *(Set(i.id, OWNER, person) for i in unnamed))


def may_if_owned(actor: str, change: Change, document: Document) -> bool:
    """Whether a change keeps to the rules of a plan that somebody holds (any, where nobody does).

    Each word is its owner's alone to change; anybody may answer below it with a saying. Its holder may take anything
    out and put it in order, and alone switches what is private. What is private is written in by the holder and the
    worker alone. Nobody takes away something below which another has said something.
    """
    if not document.kind.owned:
        return True
    match change:
        case Add(item=item):
            return _may_add(actor, item, document)
        case Void() | Restore():
            return _may_take_back(actor, change, document)
        case Set() | Move() | Remove():
            item_ = document.items.get(change.item)
            return item_ is not None and _may_change(actor, change, item_, document)
    return True


def _may_add(actor: str, item: Item, document: Document) -> bool:
    if item.section == PEOPLE:
        return True
    if item.section == HEADER:
        return header_item(document) is None
    if item.item_type == PRIVACY.slug:
        return actor == item.by == header(document).whose and item.parent is None
    if item.by not in (actor, SOMEBODY, CHILD) or not _opens(actor, item.section, document):
        return False
    above = document.items.get(item.parent) if item.parent else None
    return above is None or above.by in (actor, SOMEBODY) or item.item_type == SAYING.slug


def _may_change(actor: str, change: Set | Move | Remove, item: Item, document: Document) -> bool:
    if item.section == PEOPLE:
        return True
    if item.section == HEADER:
        naming = isinstance(change, Set) and change.field == "whose"
        return isinstance(change, Set) and (not naming or _may_name(actor, change.value, document))
    holder = header(document).whose
    if item.item_type == PRIVACY.slug:
        return actor == holder and isinstance(change, Set) and change.field == "private"
    if not _opens(actor, item.section, document):
        return False
    if isinstance(change, Set) and change.field == OWNER and item.by in (CHILD, SOMEBODY):
        return True
    if isinstance(change, Remove):
        return actor == holder or (item.by in (actor, SOMEBODY) and _nobody_elses_below(actor, item, document))
    return item.by in (actor, SOMEBODY) or (actor == holder and isinstance(change, Move))


def _may_name(actor: str, person: object, document: Document) -> bool:
    """Only the worker says whose plan it is, and no more once its holder has done something in it."""
    holder = header(document).whose
    begun = bool(holder) and any(document.same.get(e.actor, e.actor) == holder for e in document.edits)
    return actor == WORKER and person not in (WORKER, SOMEBODY, CHILD) and not begun


def _may_take_back(actor: str, change: Void | Restore, document: Document) -> bool:
    holder = header(document).whose
    for done in (e.change for e in document.edits.find(change.edits)):
        item = document.items.get(changed_item(done))
        if item is None or item.section == PEOPLE:
            continue
        if item.section == HEADER:
            if isinstance(done, Set) and done.field == "whose" and not _may_name(actor, "", document):
                return False
            continue
        naming = isinstance(done, Set) and done.field == OWNER
        in_order = actor == holder and isinstance(done, Move)
        if not (naming or in_order or item.by in (actor, SOMEBODY)):
            return False
        if isinstance(done, Add) and actor != holder and not _nobody_elses_below(actor, item, document):
            return False
    return True


def _opens(actor: str, section: str, document: Document) -> bool:
    return not private(document, section) or actor in (header(document).whose, WORKER, CHILD)


def _nobody_elses_below(actor: str, item: Item, document: Document) -> bool:
    return all(below.by in (actor, SOMEBODY) for below in document.below(item.id))
