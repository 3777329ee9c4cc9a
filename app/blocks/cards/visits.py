"""The visits on which numbers were said of a young person's cards. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.document import Document, Item
from app.document.answer import rounds
from app.document.schema import stored_day
from app.document.visit_days import visit


def visits_of(
    document: Document, numbers: Sequence[Item], days: Mapping[str, date | None], today: date | None
) -> tuple[str, ...]:
    """Return the visits of numbers, the earliest first: those on which somebody looked again, or said one; and today.

    One whose look-again is not there stands where its numbers began: whoever may not see that page is told all the same
    how full it is now.
    """
    order = {id: n for n, id in enumerate(document.items)}
    began: dict[str, tuple[str, int]] = {}
    for round_ in rounds(document):
        looked = document.items.get(round_)
        day = stored_day(looked.fields.get("day")) if looked is not None else None
        began.setdefault(visit(day, round_), (day.isoformat() if day else "", order.get(round_, -1)))
    for item in numbers:
        key = visit_of(item, days)
        began.setdefault(key, (key if stored_day(key) else "", order[item.id]))
    if today is not None:
        began.setdefault(today.isoformat(), (today.isoformat(), -1))
    return tuple(sorted(began, key=lambda v: began[v]))


def visit_of(number: Item, days: Mapping[str, date | None]) -> str:
    """Return the visit to which a number belongs. days: of the numbers, by their ids (document.visit_days.given_on)."""
    return visit(days[number.id], str(number.fields.get("round") or ""))
