"""What is one person's alone to say of an item: whether a promise was kept, and that a worry is one no more.

Whoever was promised something says how it went, and whoever promised it never does, by no way round: neither by taking
the name out, nor by putting another there for a moment, nor by an undo. Source: docs/domain/safety-plan.md ("Promises
by everyone").
"""

from app.document.edit import Add, Change, Restore, Set, Void
from app.document.fold import Document, as_if
from app.document.item import WORKER, Item, Value
from app.document.kind import Section

SIGNED = "-by"
"""How the name of a field ends in which stands who said what is beside it: nobody signs for another."""

INSTEAD_OF = "instead-of"
"""The field of a row that names the row instead of which it is there (its id)."""


def says_for_another(actor: str, change: Change, document: Document) -> bool:
    """Whether a change says, unsays or renames what is for somebody else to say (Section.said_by, Section.workers)."""
    if isinstance(change, Void | Restore):
        return _taken_back_for_another(actor, change, document)
    if isinstance(change, Add):
        item = change.item
        section = document.kind.section(item.section) if item.parent is None else None
        if section is None:
            return False
        told = {field: item.fields[field] for field in _said(section, item)}
        return (bool(told) and not may_say(actor, item, section)) or any(
            _signs_for_another(actor, field, value, section) or _for_the_worker(actor, field, value, item, section)
            for field, value in item.fields.items()
        )
    if not isinstance(change, Set):
        return False
    target = document.items.get(change.item)
    if target is None or target.parent is not None:
        return False
    section = document.kind.section(target.section)
    if section is None:
        return False
    name, value = change.field, change.value if not isinstance(change.value, tuple) else None
    if name in dict(section.said_by):
        return not may_say(actor, target, section) or _signs_for_another(actor, name, value, section)
    if name in _names(section) and _said(section, target):
        return True  # Whose it is does not change below what was said: that is taken back first.
    return _for_the_worker(actor, name, value, target, section)


def may_say(actor: str, item: Item, section: Section) -> bool:
    """Whether somebody may fill in what one person alone says of an item: whoever is named, and never who promised.

    Where nobody is named, or only whoever promised, everybody else may.
    """
    promised = item.fields.get(section.not_by) if section.not_by else None
    if promised and actor == promised:
        return False
    named = {item.fields.get(who) for _field, who in section.said_by} - {None, "", promised}
    return not named or actor in named


def _names(section: Section) -> set[str]:
    """Return the fields that name who says it, and who never does."""
    return {who for _field, who in section.said_by} | ({section.not_by} if section.not_by else set())


def _said(section: Section, item: Item) -> tuple[str, ...]:
    """Return the fields of an item in which something is said that is one person's to say."""
    return tuple(field for field, _who in section.said_by if item.fields.get(field))


def _signs_for_another(actor: str, field: str, value: Value, section: Section) -> bool:
    return field in dict(section.said_by) and field.endswith(SIGNED) and value not in (None, "", actor)


def _for_the_worker(actor: str, field: str, value: Value, item: Item, section: Section) -> bool:
    """Whether a change fills in what the worker alone fills in; signed by nobody but the worker or its owner."""
    if field not in section.workers or not value:
        return False
    return actor != WORKER or (field.endswith(SIGNED) and value not in (WORKER, item.by))


def _taken_back_for_another(actor: str, change: Void | Restore, document: Document) -> bool:
    touched = set()
    for done in (e.change for e in document.edits.find(change.edits)):
        item = document.items.get(done.item) if isinstance(done, Set) else None
        section = document.kind.section(item.section) if item is not None else None
        if isinstance(done, Set) and section is not None and done.field in {*dict(section.said_by), *_names(section)}:
            touched.add(done.item)
    return any(_differs_for_another(actor, document.items[id], as_if(document, change, id), document) for id in touched)


def _differs_for_another(actor: str, now: Item, then: Item | None, document: Document) -> bool:
    section = document.kind.section(now.section)
    if section is None or then is None:
        return False
    fields = {*dict(section.said_by), *_names(section)}
    if all((now.fields.get(f) or None) == (then.fields.get(f) or None) for f in fields):
        return False
    return any(_said(section, i) and not may_say(actor, i, section) for i in (now, then))
