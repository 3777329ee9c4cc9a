"""What is asked of a safety plan's lines: which promises are open, what there is to try, and what is kept of that."""

from collections.abc import Sequence
from datetime import date

from app.blocks.rows.model import Row, Rows, add_row, cell_words, remove_row, rows, set_cell
from app.blocks.rows.open_rows import to_do
from app.blocks.trying.model import Case, Gap
from app.document import Change, Document, people
from app.document.copies_due import COPY_DUE, is_made
from app.document.kind import Promised
from app.language import _


def _line(row: Row, section: str, document: Document, *columns: str) -> list[str]:
    """Return the words of some cells of a row, "" for an empty one."""
    declared = document.kind.section(section)
    shape = declared.shape if declared is not None else None
    found = [shape.column(slug) for slug in columns] if isinstance(shape, Rows) else []
    who = people(document)
    return [cell_words(row, c, who) if c is not None and c.slug in row.cells else "" for c in found]


def promised(document: Document) -> tuple[Promised, ...]:
    """Return the promises and the steps that are open; that of a copy is open until the copy is made."""
    copies = {i.parent: i for i in document.items.values() if i.item_type == COPY_DUE.slug and i.section == "promises"}
    found = []
    for open_ in to_do(document, "promises"):
        copy = copies.get(open_.item)
        if copy is None or not is_made(copy):
            found.append(open_._replace(owed=copy.id if copy is not None else ""))
    return (*found, *to_do(document, "steps"))


def promise(document: Document, new: Promised) -> Sequence[Change]:
    """Write a promise down as one more row."""
    return _add(document, "promises", new.item, new.who, who=new.who, what=new.what, until=new.until, whom=new.whom)


def cases(document: Document) -> tuple[Case, ...]:
    """Return what there is to try: each "if … then" that says both."""
    found = []
    for row in rows(document, "if-then"):
        how_bad, if_, then, *names = _line(row, "if-then", document, "how-bad", "if", "then", "first", "second")
        if if_ and then:
            found.append(Case(row.id, how_bad, if_, then, tuple(n for n in names if n)))
    return tuple(found)


def _add(document: Document, section: str, id: str | None, by: str, **cells: str) -> Sequence[Change]:
    declared = document.kind.section(section)
    return add_row(document, declared, by=by, id=id, cells=cells) if declared is not None else ()


def worked(document: Document, case: Case, by: str, day: date) -> Sequence[Change]:
    """Keep that it worked on that day."""
    return _add(document, "tried", None, by, day=day.isoformat(), tried=case.if_, learned=_("It worked."))


def gap(document: Document, case: Case, missing: Gap) -> Sequence[Change]:
    """Keep what is missing as one of the next steps, and as what we learned on that day."""
    step, tried = missing.ids
    if not missing.words:
        return tuple(change for id in missing.ids if id in document.items for change in remove_row(id))
    if step in document.items:
        return (*set_cell(document, step, "what", missing.words), *set_cell(document, tried, "learned", missing.words))
    return (
        *_add(document, "steps", step, missing.by, what=missing.words),
        *_add(document, "tried", tried, missing.by, day=missing.day.isoformat(), tried=case.if_, learned=missing.words),
    )
