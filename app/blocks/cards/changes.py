"""How much a card matters and how full it is, said on a day: a number of another day stays beside it. Pure."""

from datetime import date

from app.blocks.cards.model import FULL, MATTERS, Cards, cards, made_for
from app.document import Change, Document, Item, ItemType, Remove, Section, Set
from app.document.answer import rounds
from app.document.visit_days import given_on


def matters(
    document: Document, shape: Cards, key: str, number: int | None, *, by: str, day: date
) -> tuple[Change, ...]:
    """Return the changes that say on a day how much a card matters; None takes back what was said on that day.

    by: whose a new item is. Raises NotAccepted.
    """
    card = next((c for c in cards(document, shape) if c.key == key), None)
    checked = MATTERS.check({"number": number, "day": day.isoformat()}) if number is not None else {}
    if card is None:
        return ()
    now = _of_day(document, card.id, MATTERS, day)
    if number is None:
        return tuple(Remove(i.id) for i in now)
    if now:
        return tuple(Set(i.id, "number", number) for i in now if i.fields.get("number") != number)
    adds, ids = ((), {key: card.id}) if card.id else made_for(document, shape, by=by, upto=key)
    return (*adds, MATTERS.add(checked, section=shape.of, by=by, parent=ids[key]))


def fill(
    document: Document, shape: Cards, section: Section, key: str, number: int | None, *, by: str, day: date
) -> tuple[Change, ...]:
    """Return the changes that say how full a card is on a day; None takes back what was said on that day.

    section: of the page on which that is said: it is private when that page is. Raises NotAccepted.
    """
    card = next((c for c in cards(document, shape) if c.key == key), None)
    if card is None:
        return ()
    now = _of_day(document, card.id, FULL, day)
    if number is None:
        return tuple(Remove(i.id) for i in now)
    checked = FULL.check({"number": number})["number"]
    if now:
        return tuple(Set(i.id, "number", checked) for i in now if i.fields.get("number") != checked)
    adds, ids = ((), {key: card.id}) if card.id else made_for(document, shape, by=by, upto=key)
    fields = {"round": rounds(document)[-1], "day": day.isoformat(), "number": checked}
    return (*adds, FULL.add(fields, section=section.slug, by=by, parent=ids[key], for_whom=section.for_whom))


def _of_day(document: Document, card: str, item_type: ItemType, day: date) -> list[Item]:
    """Return what was said of a card on a day, of one item type."""
    there = document.children(card, item_type=item_type.slug) if card else ()
    days = given_on(document, there)
    return [i for i in there if days[i.id] == day]
