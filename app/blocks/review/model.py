"""Looking again: the days on which a plan was gone through, and what was said of it. Each begins a new round.

Source: docs/domain/safety-plan.md ("Review: date, who came, new numbers, what changed in a paragraph, next date").
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.document import Change, Document, Item, ItemType, Remove, Section, Set, answer, position_between
from app.document.header import change_header
from app.document.item import Value
from app.document.schema import Day, Text, stored_day

REVIEW = ItemType(
    answer.REVIEW,
    {
        "day": Day(),
        "came": Text(longest=500, lines=False),
        "words": Text(longest=2_000),
        "next": Day(),
    },
)
"""One item each time. Its id names the round of numbers and views that it begins."""


@dataclass(frozen=True, kw_only=True)
class Again:
    """What the block may know of a section. weeks: until the next time, as it is offered."""

    weeks: int


class Review(NamedTuple):
    """One time that the plan was looked at again."""

    id: str
    """The item's; it names the round of numbers and views that begins with it."""
    by: str
    """Who began it (a person id)."""
    day: date | None
    """On which it was begun; None where none can be read."""
    came: str
    """Who was there, as they are called; "" where that is not said."""
    words: str
    """What is different, in somebody's words; "" where that is not said."""
    next: date | None
    """The day of the next one, as it was set this time; None where none is."""


def reviews(document: Document, section: str) -> tuple[Review, ...]:
    """Return the reviews of a section, in the order in which they were begun."""
    return tuple(_read(i) for i in document.children(None, section=section, item_type=REVIEW.slug))


def begin_review(document: Document, section: Section, *, by: str, day: date) -> tuple[Change, ...]:
    """Return the change that begins a review; none where one was begun on that day already: it is gone on with."""
    there = reviews(document, section.slug)
    if there and there[-1].day == day:
        return ()
    items = document.children(None, section=section.slug)
    position = position_between(items[-1] if items else None, None)
    return (
        REVIEW.add({"day": day.isoformat()}, section=section.slug, by=by, position=position, for_whom=section.for_whom),
    )


def new_visit(document: Document, section: Section, by: str, day: date) -> tuple[Change, ...]:
    """Return what begins a visit (app.blocks.Block.new_visit): a review of that day."""
    return begin_review(document, section, by=by, day=day)


def write(document: Document, review: str, field: str, words: str) -> tuple[Change, ...]:
    """Return the change that gives a review these words. field: "came" or "words". Raises NotAccepted."""
    item = document.items.get(review)
    clean: Value = REVIEW.check({field: words})[field]
    return (Set(review, field, clean),) if item is not None and str(item.fields.get(field) or "") != clean else ()


def look_again_on(document: Document, review: str, day: date) -> tuple[Change, ...]:
    """Return the changes that set the day of the next review: here, and on the plan's front, where home reads it."""
    iso = day.isoformat()
    item = document.items.get(review)
    if item is None:
        return ()
    here = (Set(review, "next", iso),) if item.fields.get("next") != iso else ()
    return (*here, *change_header(document, next=iso))


def take_away(review: str) -> tuple[Change, ...]:
    """Return the change that takes a review away. Undo brings it back."""
    return (Remove(review),)


def _read(item: Item) -> Review:
    f = item.fields
    return Review(
        item.id,
        item.by,
        stored_day(f.get("day")),
        str(f.get("came") or ""),
        str(f.get("words") or ""),
        stored_day(f.get("next")),
    )
