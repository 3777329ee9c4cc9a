"""The day on which a number was given. A day is a visit: what was given on another day is no more written over.

Source: docs/domain/family-star.md ("Days"). A number carries its own day. One that an earlier version wrote without has
the day of its edit, or that of its round. All numbers of a day are one round, whether or not somebody touched "Look
again".
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from app.document.edit import AUDIENCE, OWNER, Add, Change, Move, Remove, Restore, Set, Void
from app.document.fold import Document
from app.document.item import CHILD, EVERYONE, Item
from app.document.local_day import local_day
from app.document.schema import stored_day

REVIEW = "review"
"""The type of the item that begins a new round: the plan is looked at again."""

ANSWER_SLUG, AGREED_SLUG, FULL_SLUG, MATTERS_SLUG = "answer", "agreed-number", "full", "matters"
DATED = frozenset({ANSWER_SLUG, AGREED_SLUG, FULL_SLUG, MATTERS_SLUG})
"""The types of the items that belong to the day on which they were given."""

_SAID = ("number", "stand", "none", "words", "higher", "importance")
"""The fields in which something was given."""

_FIXED = ("day", "round")
"""The fields that nobody changes, on the same day neither."""

_OLDER = frozenset({("card", "importance")})
"""Where earlier versions kept a number without a day: it is read, and no more written over."""


def rounds(document: Document) -> tuple[str, ...]:
    """Return the rounds that were begun with a touch, the earliest first: "" before the first look-again, then each."""
    reviews = [i for i in document.items.values() if i.item_type == REVIEW]
    return ("", *(i.id for i in sorted(reviews, key=lambda i: (i.position, i.id))))


def is_number(item: Item) -> bool:
    """Whether something was given in an item that belongs to its day, in an earlier version's way too."""
    return item.item_type in DATED or any(
        item.item_type == s and item.fields.get(field) is not None for s, field in _OLDER
    )


def given_on(document: Document, items: Sequence[Item]) -> dict[str, date | None]:
    """Return the day of each of some numbers, by their ids; None where nobody can tell."""
    days = {i.id: stored_day(i.fields.get("day")) for i in items}
    without = {i.id: i for i in items if days[i.id] is None}
    if without:
        made = _made_on(document, without)
        spans = _spans(document)
        for id, item in without.items():
            if item.item_type not in DATED:
                days[id] = made.get(id)
                continue
            round_ = str(item.fields.get("round") or "")
            began, ended = spans.get(round_, (None, None))
            # A round that was begun on no day has none: its numbers stay apart from the others.
            on = made.get(id) if began is not None or round_ not in spans or not round_ else None
            fits = on is not None and (began is None or began <= on) and (ended is None or on < ended)
            days[id] = on if fits else began
    return days


def visit(day: date | None, round_: str) -> str:
    """Return what the visit of a number is called: its day, or its round where no day is known."""
    return day.isoformat() if day is not None else round_


def in_order(document: Document) -> Callable[[str], tuple[str, int]]:
    """Return what sorts visits, the earliest first."""
    at: dict[str, tuple[str, int]] = {}
    latest = ""
    for n, round_ in enumerate(rounds(document)):
        began = _began(document, round_)
        latest = began.isoformat() if began is not None else latest
        at[round_] = (latest, n)

    def key(visit: str) -> tuple[str, int]:
        # Behind all others: a round whose look-again is not there, and of which no day is known.
        return at.get(visit) or ((visit, -1) if stored_day(visit) is not None else ("~", 0))

    return key


def last_visit(document: Document) -> date | None:
    """Return the last day on which the family looked again or somebody gave what everyone may see; None before any.

    What is kept does not count: nothing that depends on this tells that there is any.
    """
    shown = [i for i in document.items.values() if i.item_type in DATED and i.for_whom == EVERYONE]
    began = (_began(document, round_) for round_ in rounds(document))
    return max((d for d in (*given_on(document, shown).values(), *began) if d is not None), default=None)


def in_its_day(change: Change, document: Document, day: date) -> bool:
    """Whether a change leaves as it is what was given on another day.

    day: of the change. A number is written over, taken away or brought back on its own day alone, and its day and its
    round stay as they were at first. One thing is possible later: to take back what is shown, for somebody may need
    that to be safe. The number, its day and its words stay, for the worker to read.
    """
    match change:
        case Void(edits=edits) | Restore(edits=edits):
            taken = document.edits.find(edits)
            return all(local_day(e.at) == day for e in taken if _of_a_number(e.change, document))
        case Set(item=id, field=field, value=value):
            item = document.items.get(id)
            if item is None or item.item_type not in DATED:
                return item is None or (item.item_type, field) not in _OLDER or item.fields.get(field) is None
            if field in _FIXED:
                return False
            taken_back = field == AUDIENCE and value != EVERYONE
            named = field == OWNER and item.by == CHILD
            return taken_back or named or _today(document, item, day)
        case Remove(item=id) | Move(item=id):
            item = document.items.get(id)
            return item is None or item.item_type not in DATED or _today(document, item, day)
        case Add(item=item):
            given = stored_day(item.fields.get("day"))
            return item.item_type not in DATED or given in (None, day)
    return True


def dated(document: Document, items: Mapping[str, Item]) -> dict[str, Item]:
    """Return items of a document, each number with its day written on it: for a copy, which has no edits to tell it."""
    days = given_on(document, [i for i in items.values() if is_number(i)])
    return {
        id: item._replace(fields={**item.fields, "day": on.isoformat()}) if (on := days.get(id)) is not None else item
        for id, item in items.items()
    }


def _today(document: Document, item: Item, day: date) -> bool:
    return given_on(document, (item,))[item.id] in (None, day)


def _of_a_number(change: Change, document: Document) -> bool:
    if isinstance(change, Add):
        return change.item.item_type in DATED
    if not isinstance(change, Set | Move | Remove):
        return False
    item = document.items.get(change.item)
    if item is not None:
        return item.item_type in DATED
    # What was taken away is not there to ask: the edit that added it is.
    added = (e.change.item for e in document.edits.of_item(change.item) if isinstance(e.change, Add))
    return any(i.item_type in DATED for i in added)


def _made_on(document: Document, ids: Mapping[str, Item]) -> dict[str, date]:
    """Return the day of the last edit that said what an item says, as far as the edits are known."""
    found: dict[str, int] = {}
    for id in ids:
        for edit in document.edits.of_item(id):
            change = edit.change
            if edit.id in document.void:
                continue
            if isinstance(change, Add):
                found.setdefault(id, edit.at)
            elif isinstance(change, Set) and change.field in _SAID:
                found[id] = edit.at
    return {id: local_day(at) for id, at in found.items()}


def _spans(document: Document) -> dict[str, tuple[date | None, date | None]]:
    """Return the day on which each round was begun, and that of the next one."""
    began = [(round_, _began(document, round_)) for round_ in rounds(document)]
    return {round_: (day, began[n + 1][1] if n + 1 < len(began) else None) for n, (round_, day) in enumerate(began)}


def _began(document: Document, round_: str) -> date | None:
    item = document.items.get(round_)
    return stored_day(item.fields.get("day")) if item is not None and item.item_type == REVIEW else None
