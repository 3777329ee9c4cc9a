"""What is nothing but somebody's own matter: no day, no order and no name at the table may tell that it was done.

Source: docs/domain/safety-plan.md ("no gap or count shows who held back").
"""

from collections.abc import Iterator

from app.document.answer import was_alone
from app.document.edit import AUDIENCE, Add, Change, Edit, Move, Remove, Restore, Set, Void
from app.document.edits import changed_item
from app.document.fold import Document
from app.document.item import ForWhom
from app.document.ownership import private_sections


def own_sections(document: Document) -> frozenset[str]:
    """Return the slugs of the sections that are somebody's own or private; none where there are no others."""
    own = frozenset(s.slug for s in document.kind.sections if s.own) | private_sections(document)
    return own if any(s.slug not in own for s in document.kind.sections) else frozenset()


def is_own_matter(change: Change, document: Document) -> bool:
    """Whether a change is about what is somebody's own, and shows it to nobody. Asked before it is made."""
    own = own_sections(document)
    if isinstance(change, Add):
        return change.item.section in own
    if isinstance(change, Set) and change.field == AUDIENCE:
        shows = isinstance(change.value, ForWhom) and change.value.reach in ("everyone", "people")
        return not shows and _section(change.item, document) in own
    if isinstance(change, Set | Move | Remove):
        return _section(change.item, document) in own
    return False


def last_worked_on(document: Document) -> int:
    """Return when a document was last worked on, in UTC milliseconds since 1970; 0 where it never was.

    What somebody said when they were asked alone, or did on a page of their own, does not count.
    """
    return next((e.at for e in _at_the_table(document)), 0)


def _at_the_table(document: Document) -> Iterator[Edit]:
    """Yield the edits that were made at the table, the last first."""
    own = own_sections(document)
    for edit in reversed(document.edits):
        if was_alone(edit.undo_scope):
            continue
        change = edit.change
        if own and isinstance(change, Add):
            if change.item.section in own:
                continue
        elif own and isinstance(change, Set | Move | Remove | Void | Restore):
            done = document.edits.find(change.edits) if isinstance(change, Void | Restore) else (edit,)
            about = {changed_item(e.change) for e in done}
            if about and all(_added_in(id, document) in own for id in about):
                continue
        yield edit


def _added_in(item: str, document: Document) -> str:
    """Return where an item was added last, whatever became of it."""
    added = [e.change.item.section for e in document.edits.of_item(item) if isinstance(e.change, Add)]
    return added[-1] if added else ""


def _section(item: str, document: Document) -> str:
    found = document.items.get(item)
    return found.section if found is not None else ""
