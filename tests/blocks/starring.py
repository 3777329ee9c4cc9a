"""A family star, and numbers that people give in it, for tests."""

from datetime import date

from app.blocks.star.changes import choose
from app.blocks.star.model import Held, PlanArea, held
from app.document import EVERYONE, WORKER, Add, Document, Item, new_id
from app.document.answer import alone_scope, answer, show
from plans.family_star import FAMILY_STAR
from tests.blocks.making import made
from tests.blocks.plan_making import DAD, JO, NAN, SAM, TOM, after, plan

FIRST, SECOND, THIRD = date(2026, 6, 3), date(2026, 9, 1), date(2026, 12, 2)


def star() -> Document:
    """Return a new plan with its people, in which four areas are chosen for the first visit, and two for children."""
    document = plan(kind=FAMILY_STAR)
    document = after(document, FAMILY_STAR.beginning(FAMILY_STAR, 5))
    for section, many in (("areas", 4), ("child-areas", 2)):
        for area in of(document, section).areas[:many]:
            document = after(document, choose(document, area.id, day=FIRST))
    return document


def of(document: Document, section: str = "areas") -> Held:
    """Return the set that the plan holds."""
    there = held(document, section)
    assert there is not None
    return there


def area(document: Document, at: int = 0, section: str = "areas") -> PlanArea:
    return of(document, section).areas[at]


def latest(document: Document) -> date:
    """Return the day on which the plan was looked at last."""
    days = [str(i.fields["day"]) for i in document.items.values() if i.item_type == "review"]
    return max((date.fromisoformat(d) for d in days), default=FIRST)


def gives(
    document: Document, about: str, by: str, *, shown: bool = False, day: date | None = None, **said: object
) -> Document:
    """Return the document after somebody has answered alone, as the page on which they do it makes it.

    day: on which; None is that of the latest look at it.
    """
    id = new_id()
    changes = answer(document, id, about=about, by=by, day=day or latest(document), **said)  # type: ignore[arg-type]
    document = made(document, changes, by=by, undo_scope=alone_scope(about))
    return made(document, show(document, id), by=by, undo_scope=alone_scope(about)) if shown else document


def again(document: Document, day: date) -> Document:
    """Return the document after its people looked at it again on a day: the next round."""
    position = f"a{sum(i.item_type == 'review' for i in document.items.values())}"
    item = Item(new_id(), "reviews", None, position, "review", WORKER, EVERYONE, {"day": day.isoformat()})
    return after(document, [Add(item)])


__all__ = ["DAD", "FIRST", "JO", "NAN", "SAM", "SECOND", "THIRD", "TOM", "again", "area", "gives", "of", "star"]
