"""What is kept between one person and the worker: which things, whose, since when, and which the worker has read.

Whoever keeps something is told that the worker reads it (docs/domain/sharing.md, "What is kept for the worker reaches
the worker"), so that it must be findable. For the worker's own room, behind the PIN, and for `show`: nothing that the
table sees may ask these functions. What was read is no edit of the plan: it would tell, by the plan's day or its place
in a list, that there was something to read.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeAlias

from app.document.answer import ANSWER, read_answer, withheld
from app.document.edit import OWNER, Add, Edit, Set
from app.document.edits import changed_item
from app.document.fold import Document, fold
from app.document.header import header
from app.document.item import EVERYONE, WORKER, Item
from app.document.ownership import PRIVACY, private_sections
from app.document.people import PEOPLE
from app.document.schema import visible

WithheldType: TypeAlias = Literal["answer", "page", "own", "part"]
"""answer: what somebody answered alone. page: a page of somebody's own that not everyone may see. own: what somebody
wrote in a section that is theirs alone. part: a part of a plan that its holder keeps private.
"""

MOST_READINGS = 20
"""So many times are kept of one thing that was read: the latest."""


class WithheldItem(NamedTuple):
    """One thing that is kept."""

    id: str
    """Which it is in its document: an answer's or a page's id, "section:person" for "own", the slug of a "part"."""
    by: str
    """Whose it is (a person id)."""
    item_type: WithheldType
    """What sort of thing it is."""
    section: str
    """The slug of the section in which it stands."""
    at: int
    """When it was last changed, in UTC milliseconds since 1970; 0 where no edit tells."""


class WithheldReading(NamedTuple):
    """The worker read something."""

    of: int
    """As it was then (WithheldItem.at), in UTC milliseconds since 1970."""
    at: int
    """When, in UTC milliseconds since 1970."""


def withheld_items(document: Document) -> tuple[WithheldItem, ...]:
    """Return all that is kept in a document, what was changed last first.

    An answer whose question somebody else took away is among it: its owner has not taken it back. What the worker keeps
    is not.
    """
    at = _changed(document.edits, document.void)
    found = [*_answers(document, at), *_own(document, at), *_private(document, at)]
    return tuple(sorted(found, key=lambda k: (-k.at, k.id)))


def as_asked(document: Document, answer: str) -> Document:
    """Return the document as it stood when an answer (an id) was given last: what it is about has the words of then.

    People are called what they are called now.
    """
    item = next((i for i in (document.items.get(answer), *document.unrooted) if i is not None and i.id == answer), None)
    about = document.edits.of_item(answer)
    given = document.edits.place(about[-1].id) if about else None
    if item is None or given is None or not _changed_since(document, item, given):
        return document
    then = fold(document.id, document.kind, document.edits[: given + 1])
    names = {id: i for id, i in document.items.items() if i.section == PEOPLE}
    return replace(then, items=MappingProxyType({**then.items, **names}))


def is_new(item: WithheldItem, readings: Iterable[WithheldReading]) -> bool:
    """Whether the worker has not read something as it stands now."""
    return not any(r.of >= item.at for r in readings)


def readings_of(record: Any, plan: str, item: str) -> tuple[WithheldReading, ...]:
    """Return when the worker read something, the earliest first. record: what with_reading returned, or None."""
    of_plan = record.get(plan) if isinstance(record, Mapping) else None
    told = of_plan.get(item) if isinstance(of_plan, Mapping) else None
    whole = isinstance(told, Sequence) and not isinstance(told, str | bytes)
    pairs = [p for p in (told or ()) if isinstance(p, Sequence) and len(p) == 2] if whole else []
    return tuple(WithheldReading(*pair) for pair in pairs if all(type(n) is int for n in pair))


def with_reading(record: Any, plan: str, item: WithheldItem, *, now: int, plans: Collection[str]) -> dict[str, Any]:
    """Return the record with one more reading in it. plans: those that are there; of others nothing is kept."""
    before = record if isinstance(record, Mapping) else {}
    there: dict[str, Any] = {p: dict(v) for p, v in before.items() if p in plans and isinstance(v, Mapping)}
    all_ = (*readings_of(record, plan, item.id), WithheldReading(item.at, now))
    there.setdefault(plan, {})[item.id] = [list(r) for r in all_[-MOST_READINGS:]]
    return there


def _answers(document: Document, at: Mapping[str, int]) -> Iterable[WithheldItem]:
    for item in (*document.items.values(), *document.unrooted):
        said = read_answer(item) if item.item_type == ANSWER.slug else None
        if said is not None and said.by != WORKER and withheld(item) and (said.none or _said(item)):
            yield WithheldItem(item.id, item.by, "answer", item.section, at.get(item.id, 0))


def _own(document: Document, at: Mapping[str, int]) -> Iterable[WithheldItem]:
    """What stands in sections where things are their maker's own: pages each, and what somebody wrote there at all."""
    wrote: dict[tuple[str, str], int] = {}
    for section in document.kind.sections:
        roots = document.children(None, section=section.slug) if section.own else ()
        for root in roots:
            if root.by == WORKER or root.for_whom == EVERYONE or root.item_type == ANSWER.slug:
                continue
            below = [i for i in document.below(root.id) if i.item_type != ANSWER.slug]
            last = max(at.get(i.id, 0) for i in (root, *below))
            if _said(root):
                key = (section.slug, root.by)
                wrote[key] = max(wrote.get(key, last), last)
            elif below or visible(str(root.fields.get("caption") or "")):
                yield WithheldItem(root.id, root.by, "page", section.slug, last)
    for (slug, person), last in wrote.items():
        yield WithheldItem(f"{slug}:{person}", person, "own", slug, last)


def _private(document: Document, at: Mapping[str, int]) -> Iterable[WithheldItem]:
    """The parts that the holder keeps private, where somebody besides the worker has put something there."""
    shut = private_sections(document)
    sorts = (PRIVACY.slug, ANSWER.slug)
    theirs = [i for i in document.items.values() if i.by != WORKER and i.item_type not in sorts]
    for section in document.kind.sections:
        inside = [i for i in theirs if i.section == section.slug] if section.slug in shut else []
        if inside:
            last = max(at.get(i.id, 0) for i in inside)
            yield WithheldItem(section.slug, header(document).whose or inside[0].by, "part", section.slug, last)


def _said(item: Item) -> bool:
    """Whether an item itself says something: words, a view, a number, what would make it higher."""
    number = item.fields.get("number")
    words = (str(item.fields.get(name) or "") for name in ("words", "stand", "higher"))
    return any(map(visible, words)) or (isinstance(number, int) and not isinstance(number, bool))


def _changed(edits: Iterable[Edit], void: frozenset[str]) -> dict[str, int]:
    """Return when each item last got another content: added, or a field set. Whose it is is not of its content."""
    at: dict[str, int] = {}
    for edit in edits:
        change = edit.change
        if edit.id in void or not (isinstance(change, Add) or (isinstance(change, Set) and change.field != OWNER)):
            continue
        id = changed_item(change)
        at[id] = max(at.get(id, edit.at), edit.at)
    return at


def _changed_since(document: Document, answer: Item, given: int) -> bool:
    """Whether what an answer is about may have other words now than it had at an edit (its number)."""
    if answer.id not in document.items:
        return True
    line = document.ancestors(answer)
    asked = {line[-1].id, *(i.id for i in document.below(line[-1].id) if i.item_type != ANSWER.slug)} if line else set()
    later = document.edits[given + 1 :]
    return any(changed_item(e.change) in ("", *asked) for e in later)
