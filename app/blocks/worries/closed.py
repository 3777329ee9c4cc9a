"""A worry that is none any more: closed on a day, with what did it, and found again. Pure.

Only the worker closes one, and says who says so: whoever is worried, or the worker. So nobody closes one against the
worker, whoever frightens whom at the table; and whoever may change it opens it again. Its numbers stay their owners':
only who shows theirs is told, and nothing is reckoned from them.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from app.asking.sentences import numbers_said
from app.blocks.worries.model import WORRY, Worry, worries
from app.document import WORKER, Change, Document, Person, Set
from app.document.answer import movements
from app.document.kind import Printed
from app.document.saying import SOMEBODY
from app.document.schema import stored_day
from app.language import _, full_date, isolate
from app.sayings.outline import name_of

PROUD = "proud"
"""To which question it is said what somebody is proud of (document.saying: asked), below the worry."""


def done_worries(document: Document, section: str) -> tuple[Worry, ...]:
    """Return the worries that are none any more, the one closed last first."""
    closed = [(w.done, w) for w in worries(document, section) if w.done is not None]
    return tuple(w for _day, w in sorted(closed, key=lambda one: one[0], reverse=True))


def may_say_so(worry: Worry) -> tuple[str, ...]:
    """Return who can say that it is no worry any more: whoever is worried, and the worker."""
    return (WORKER,) if worry.by in (WORKER, SOMEBODY) else (worry.by, WORKER)


def close(document: Document, worry: str, *, by: str, day: date) -> tuple[Change, ...]:
    """Return the changes that close a worry; none where it is closed, or gone. by: who says so."""
    item = document.items.get(worry)
    if item is None or item.item_type != WORRY.slug or stored_day(item.fields.get("done")) is not None:
        return ()
    said = WORRY.check({"done": day.isoformat(), "done-by": by})
    return tuple(Set(worry, field, value) for field, value in said.items())


def open_again(document: Document, worry: str) -> tuple[Change, ...]:
    """Return the changes that make it a worry again; what did it stays said."""
    item = document.items.get(worry)
    there = (f for f in ("done", "done-by") if item is not None and item.fields.get(f))
    return tuple(Set(worry, field, None) for field in there)


def what_did_it(document: Document, worry: str, words: str) -> tuple[Change, ...]:
    """Return the change that says what did it; none where it says so already. Raises NotAccepted."""
    item = document.items.get(worry)
    said = WORRY.check({"did": words})["did"]
    return (Set(worry, "did", said),) if item is not None and (item.fields.get("did") or "") != said else ()


def put_on(document: Document, printed: Printed) -> Document:
    """Return a document as its worries stand on a paper: the one page has no worry that is none any more."""
    return without_done(document) if printed.layout == "one" else document


def without_done(document: Document) -> Document:
    """Return a document without the worries that are none any more: for the one page until we meet again."""
    gone = {
        i.id
        for i in document.items.values()
        if i.item_type == WORRY.slug and stored_day(i.fields.get("done")) is not None
    }
    left = {
        k: i
        for k, i in document.items.items()
        if k not in gone and not any(above.id in gone for above in document.ancestors(i))
    }
    return replace(document, items=MappingProxyType(left))


def was_worried(worry: Worry, who: Mapping[str, Person]) -> str:
    """Return whose worry it was, as a heading."""
    if worry.by == SOMEBODY:
        return _("Somebody was worried")
    return _("{name} was worried").format(name=isolate(name_of(worry.by, who)))


def says_so(worry: Worry, who: Mapping[str, Person]) -> str:
    """Return who says so, and since when."""
    said = [_("{name} says so").format(name=isolate(name_of(worry.done_by, who)))] if worry.done_by else []
    said += [full_date(worry.done)] if worry.done is not None else []
    return ", ".join(said)


def from_first_to_last(document: Document, worry: Worry, who: Mapping[str, Person]) -> tuple[str, ...]:
    """Return the numbers that people show, from the first to the last: a line for each of them."""
    moved = movements(document, worry.scale.id) if worry.scale.id else ()
    return tuple(numbers_said(m, who) for m in moved)
