"""Who goes along with a plan, and how they said so: a mark, their initials, a drawing, or "it was read to me".

What is not here says nothing: nobody is waited for, and nobody is counted. Source: docs/domain/safety-plan.md, 17.
"""

from datetime import date
from typing import NamedTuple

from app.document import Change, Document, Item, ItemType, Remove, Section, Set, position_between
from app.document.schema import Choice, Day, Text, stored_day
from app.language import N_

WAYS = {
    "tick": N_("I agree to it"),
    "initials": N_("My initials"),
    "drawn": N_("I draw a sign"),
    "read-to-me": N_("It was read to me"),
}
"""How somebody may say it, by the slug that is stored for ever."""

AGREED = ItemType("agreed", {"how": Choice(tuple(WAYS)), "initials": Text(longest=12, lines=False), "day": Day()})
"""One item a person: its owner. A sign that they drew hangs below it."""


class Agreed(NamedTuple):
    """One person's agreement."""

    id: str
    """Its item's; a sign that they drew hangs below that."""
    by: str
    """Who goes along (a person id)."""
    how: str
    """A slug of WAYS; "" where a newer version knows another way."""
    initials: str
    """As they wrote them; "" for none."""
    day: date | None
    """On which they first said so; None where none can be read."""


def agreements(document: Document, section: str) -> tuple[Agreed, ...]:
    """Return who goes along, in the order in which they said so."""
    return tuple(_read(i) for i in document.children(None, section=section, item_type=AGREED.slug))


def agree(document: Document, section: Section, *, by: str, how: str, day: date) -> tuple[Change, ...]:
    """Return the change by which somebody goes along, or says it another way than before. Raises NotAccepted."""
    known = next((a for a in agreements(document, section.slug) if a.by == by), None)
    if known is not None:
        checked = AGREED.check({"how": how})["how"]
        return (Set(known.id, "how", checked),) if known.how != how else ()
    there = document.children(None, section=section.slug, item_type=AGREED.slug)
    position = position_between(there[-1] if there else None, None)
    fields = {"how": how, "day": day.isoformat()}
    return (AGREED.add(fields, section=section.slug, by=by, position=position, for_whom=section.for_whom),)


def write_initials(document: Document, agreed: str, words: str) -> tuple[Change, ...]:
    """Return the change that gives somebody these initials. Raises NotAccepted."""
    item = document.items.get(agreed)
    clean = str(AGREED.check({"initials": words})["initials"]).strip()
    return (Set(agreed, "initials", clean),) if item is not None and _read(item).initials != clean else ()


def take_back(agreed: str) -> tuple[Change, ...]:
    """Return the change by which somebody goes along no more."""
    return (Remove(agreed),)


def _read(item: Item) -> Agreed:
    f = item.fields
    how = str(f.get("how") or "")
    initials = str(f.get("initials") or "")
    return Agreed(item.id, item.by, how if how in WAYS else "", initials, stored_day(f.get("day")))
