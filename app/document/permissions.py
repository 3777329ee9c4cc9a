"""Who may make which change to a document: the rules for each kind of change, one small function each.

The tables (ADD_RULES, SET_RULES, MOVE_RULES, REMOVE_RULES) say which rules a kind of change must keep, all of them.
What applies in a plan that one person holds is in ownership.py, and what a day allows in visit_days.py.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeAlias, TypeVar

from app.document.answer import ANSWER
from app.document.confirmations import says_for_another
from app.document.copies_due import COPY_DUE
from app.document.copy_log import COPY_MADE
from app.document.copy_rules import COPY_RULE
from app.document.edit import AUDIENCE, OWNER, Add, Change, Move, Remove, Restore, Set, Void
from app.document.edits import changed_item
from app.document.fold import Document
from app.document.item import CHILD, EVERYONE, ONLY_ME, WORKER, Item
from app.document.ownership import may_if_owned
from app.document.people import for_the_worker
from app.document.sharing import sees
from app.document.visit_days import in_its_day

_WORKERS_OWN = (COPY_DUE.slug, COPY_MADE.slug, COPY_RULE.slug)
"""The item types that nobody but the worker writes, wherever they stand."""

_C = TypeVar("_C", Set, Move, Remove)

AddRule: TypeAlias = Callable[[str, Item, Document], bool]
"""Whether an actor may add an item to a document, as far as one rule goes."""

ChangeRule: TypeAlias = Callable[[str, _C, Item, Document], bool]
"""Whether an actor may make a change to an item that is there (its target), as far as one rule goes."""


def may(actor: str, change: Change, document: Document, *, day: date | None = None) -> bool:
    """Whether somebody may make this change to the document as it stands, on a day (None: whatever the day).

    Asked before an edit is made, and again before one from elsewhere is taken. Nobody changes what they may not see; in
    a section where things are their maker's own, nobody else changes them, the worker not either (a drawing whose child
    was not yet named may be given to its child). On the worker's own papers (the set-up sheet, who agreed and when)
    nobody else writes, but what is somebody's own among them, which is theirs alone. An answer is its owner's alone.
    Whether a promise was kept is for the one to say who was promised it, and that a worry is one no more, for the
    worker (document.confirmations); which copies are owed, which were made, who may hold one, who left and who was
    typed twice, for the worker. In a plan that somebody holds there is more to it (document.ownership). What was given
    on another day is no more changed (document.visit_days).
    """
    if says_for_another(actor, change, document):
        return False
    if day is not None and not in_its_day(change, document, day):
        return False
    return _keeps_rules(actor, change, document) and may_if_owned(actor, change, document)


def _keeps_rules(actor: str, change: Change, document: Document) -> bool:
    """Whether a change keeps every rule for changes of its kind. What only a newer version knows keeps none."""
    match change:
        case Void() | Restore():
            return _may_take_back(actor, change, document)
        case Add(item=item):
            return all(allows(actor, item, document) for allows in ADD_RULES)
        case Set():
            return _all_allow(SET_RULES, actor, change, document)
        case Move():
            return _all_allow(MOVE_RULES, actor, change, document)
        case Remove():
            return _all_allow(REMOVE_RULES, actor, change, document)
    return False


def _all_allow(rules: Sequence[ChangeRule[_C]], actor: str, change: _C, document: Document) -> bool:
    """Whether all rules allow a change to an item. Nobody changes an item that is not there."""
    target = document.items.get(change.item)
    return target is not None and all(allows(actor, change, target, document) for allows in rules)


def _begins_own_answer(actor: str, item: Item, document: Document) -> bool:
    """An answer hangs below what it is about, is begun by its owner alone, and is kept or shown to everyone.

    Source: docs/domain/safety-plan.md, "Views and numbers can be dangerous" (an answer is given alone).
    """
    if item.item_type != ANSWER.slug:
        return True
    return bool(item.parent) and actor == item.by and item.for_whom in (ONLY_ME, EVERYONE)


def _adds_no_record_of_workers(actor: str, item: Item, document: Document) -> bool:
    """Which copies are owed, were made or may be held, and who left or was typed twice, is for the worker to record.

    Source: docs/domain/sharing.md, "Who must not have a copy" and "the record of copies".
    """
    return actor == WORKER or not (item.item_type in _WORKERS_OWN or for_the_worker(item, item.fields))


def _adds_where_it_may(actor: str, item: Item, document: Document) -> bool:
    """Below an item that one may touch; at the top of a section as that section allows.

    Nobody but the worker begins anything on the worker's own papers. Somebody's own among them is begun by them alone,
    the worker not either: nobody writes it for them. In a section of everybody's own, each begins theirs, or the worker
    does it for them.

    Source: docs/domain/sharing.md, "Every section, and every item in it, says who may see it" and "The words of one
    person never stand under another's name".
    """
    if item.parent is not None:
        above = document.items.get(item.parent)
        return above is not None and _may_touch(actor, above, document)
    if _workers_paper(item, document):
        return actor == (item.by if _own(item, document) else WORKER)
    return not _own(item, document) or actor in (item.by, WORKER)


def _keeps_answer_in_place(actor: str, change: Set | Move | Remove, target: Item, document: Document) -> bool:
    """An answer is never given away nor put below something else, and its audience is its owner or everyone.

    Source: docs/domain/safety-plan.md, "Views and numbers can be dangerous".
    """
    if target.item_type != ANSWER.slug:
        return True
    if isinstance(change, Set) and change.field == AUDIENCE:
        return change.value in (ONLY_ME, EVERYONE)
    return not isinstance(change, Move) and not (isinstance(change, Set) and change.field == OWNER)


def _leaves_records_to_worker(actor: str, change: Set | Move | Remove, target: Item, document: Document) -> bool:
    """Only the worker changes which copies are owed, were made or may be held.

    Source: docs/domain/sharing.md, "Who must not have a copy" and "the record of copies".
    """
    return actor == WORKER or target.item_type not in _WORKERS_OWN


def _sets_no_field_of_workers(actor: str, change: Set, target: Item, document: Document) -> bool:
    """Only the worker says that a person left, or was typed twice (people.for_the_worker).

    Source: docs/domain/sharing.md, "Who must not have a copy" ("until the worker says so").
    """
    return actor == WORKER or not for_the_worker(target, {change.field: True})


def _moves_below_what_it_may(actor: str, change: Move, target: Item, document: Document) -> bool:
    """An item goes below another only if one may touch that one too, and never below itself.

    Source: docs/domain/sharing.md, "Every section, and every item in it, says who may see it": what stands below an
    item is seen with it.
    """
    if change.parent is None:
        return True
    above = document.items.get(change.parent)
    if above is None or target in (above, *document.ancestors(above)):
        return False
    return _may_touch(actor, above, document)


def _touches(actor: str, change: Set | Move | Remove, target: Item, document: Document) -> bool:
    """One changes only what one may see, and of what is its maker's own only one's own.

    Source: docs/domain/sharing.md, "A copy is built from what that person may see";
    docs/domain/words-and-pictures.md, "My pages".
    """
    return _may_touch(actor, target, document)


def _touches_or_names_child(actor: str, change: Set, target: Item, document: Document) -> bool:
    """As _touches; and the worker may say which child a page belongs to that was "the child's" until now.

    Source: docs/domain/words-and-pictures.md, "My pages".
    """
    named_by_worker = actor == WORKER and _names_child(change, target, document)
    return named_by_worker or _touches(actor, change, target, document)


ADD_RULES: tuple[AddRule, ...] = (_begins_own_answer, _adds_no_record_of_workers, _adds_where_it_may)

SET_RULES: tuple[ChangeRule[Set], ...] = (
    _keeps_answer_in_place,
    _leaves_records_to_worker,
    _sets_no_field_of_workers,
    _touches_or_names_child,
)

MOVE_RULES: tuple[ChangeRule[Move], ...] = (
    _keeps_answer_in_place,
    _leaves_records_to_worker,
    _moves_below_what_it_may,
    _touches,
)

REMOVE_RULES: tuple[ChangeRule[Remove], ...] = (_keeps_answer_in_place, _leaves_records_to_worker, _touches)


def _may_take_back(actor: str, change: Void | Restore, document: Document) -> bool:
    """Only what one did oneself; and what has become somebody's own page since stays theirs, with all on it."""
    made = document.edits.find(change.edits)
    if len(made) != len({*change.edits}) or any(e.actor != actor for e in made):
        return False
    for edit in made:
        done = edit.change
        item = document.items.get(changed_item(done))
        if item is not None and _whose_answer(item, document) not in ("", actor):
            return False
        naming = isinstance(done, Set) and done.field == OWNER
        if item is not None and not naming and _own(item, document) and _root(item, document).by != actor:
            return False
    return True


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
