"""What changed in a plan between two moments, in sentences. Pure: two documents in, words out.

Words that were taken out are never quoted, and nobody is told more than their own two copies would tell: both moments
are read through seen_by first. Source: docs/domain/safety-plan.md ("Views and numbers can be dangerous").
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from app.blocks import ItemReader
from app.blocks.review.model import reviews
from app.document import PEOPLE, Document, fold, seen_by
from app.document.copies_due import COPY_DUE
from app.document.local_day import local_day
from app.language import _, isolate
from app.sayings.outline import SummaryLine


def last_met(document: Document, section: str, *, today: date) -> date | None:
    """Return the day since which changes are told: the last review before today, else the first day of work on it.

    None where there is no day before today.
    """
    held = [r.day for r in reviews(document, section) if r.day is not None and r.day < today]
    if held:
        return max(held)
    first = min((local_day(e.at) for e in document.edits), default=today)
    return first if first < today else None


def since(document: Document, day: date, *, person: str | None, read: ItemReader) -> tuple[str, ...]:
    """Return what changed after a day, for a person (an id), or for everybody in the room (None).

    document: the whole one, with its edits. What was done on that day itself was done when people met: it is known.
    """
    before = fold(document.id, document.kind, (e for e in document.edits if local_day(e.at) <= day))
    return tuple(what_changed(seen_by(before, person), seen_by(document, person), read))


def what_changed(then: Document, now: Document, read: ItemReader) -> Iterator[str]:
    """Yield what is different now, section by section: what reads otherwise, what is new, what is gone.

    Both are already only what their reader may see.
    """
    # People are called what they are called now: a new name is no change of the plan.
    names = {k: i for k, i in then.items.items() if i.section == PEOPLE}
    names |= {k: i for k, i in now.items.items() if i.section == PEOPLE}
    then = replace(then, items=MappingProxyType({**then.items, **names}))
    for section in now.kind.sections:
        old, new = _lines(then, section.slug, read), _lines(now, section.slug, read)
        for id, line in new.items():
            if id in old and old[id] != line:
                yield _changed(old[id], line)
        for id, line in new.items():
            if id not in old:
                yield _("New: {words}").format(words=isolate(line.whole()))
        for id, line in old.items():
            # That a copy is promised no more is told to nobody: why not is the worker's own (document.copy_rules).
            if id not in new and not then.children(id, item_type=COPY_DUE.slug):
                yield _("Not in the plan any more: {thing}").format(thing=isolate(line.one))


def _changed(before: SummaryLine, line: SummaryLine) -> str:
    """Return how a line that reads otherwise is told; how something went is told first."""
    if line.state != before.state:
        told = isolate(line._replace(state="").whole())
        if line.state:
            # Translators: how something went, and what it was, as in "It was kept: Jo: Bring a bed"
            return _("{state}: {words}").format(state=line.state, words=told)
        return _("Open again: {words}").format(words=told)
    if line.who:
        # Translators: what somebody does or says now, as in "Gran now: collects Mia, Tuesdays"
        return _("{name} now: {words}").format(name=isolate(line.who), words=isolate(line.words))
    return _("Now: {words}").format(words=isolate(line.words))


def _lines(document: Document, section: str, read: ItemReader) -> dict[str, SummaryLine]:
    top = document.children(None, section=section)
    items = (below for i in top for below in (i, *document.below(i.id)))
    found = ((i.id, read(document, i)) for i in items)
    return {id: line for id, line in found if line is not None}
