"""A small plan of every block that has no kind of its own in these tests, and people who say and do things in it."""

from collections.abc import Sequence
from datetime import date, datetime

from app.document import (
    EVERYONE,
    ONLY_ME,
    WORKER,
    Change,
    Document,
    ForWhom,
    Kind,
    Person,
    Section,
    extend,
    fold,
    name_person,
    new_id,
)
from app.document.header import begin
from app.document.saying import say
from tests.blocks.making import DAD, EVERYBODY, JO, NAN, SAM, TOM
from tests.document.making import edit

__all__ = ["DAD", "JO", "NAN", "SAM", "TOM", "after", "on", "plan", "says"]

PLAN = Kind(
    slug="plan-for-tests",
    name="Plan",
    family_name="Our plan",
    sections=(
        Section(slug="well", block="words", title="Going well", question="What is going well?"),
        Section(slug="mine", block="words", title="Mine", question="What is mine?", for_whom=ONLY_ME, own=True),
        Section(slug="agreed", block="agreement", title="We agree to it", question="Who agrees to it?"),
        Section(slug="again", block="review", title="Look again", question="What is different?"),
    ),
)


def plan(*, kind: Kind = PLAN, who: Sequence[Person] = EVERYBODY, day: date = date(2026, 5, 4)) -> Document:
    """Return a new plan with its people, begun on a day."""
    document = on(fold("plan", kind, ()), day, [begin(title="Our plan", youngest=5)])
    for n, person in enumerate(who):
        document = on(document, day, name_person(document, person, position=f"a{n}"))
    return document


def on(document: Document, day: date, changes: Sequence[Change], *, by: str = WORKER) -> Document:
    """Return the document after one step of somebody's, made on a day at noon."""
    at = int(datetime(day.year, day.month, day.day, 12).timestamp() * 1000)
    step = new_id()
    return extend(document, [edit(c, by=by, transaction=step)._replace(at=at) for c in changes])


def after(document: Document, changes: Sequence[Change], *, by: str = WORKER) -> Document:
    """The same, on no day that matters."""
    return on(document, date(2026, 5, 4), changes, by=by)


def says(
    document: Document, words: str, *, by: str, day: date, id: str = "", section: str = "well", whom: ForWhom = EVERYONE
) -> Document:
    """Return the document after somebody said something, or says it otherwise."""
    return on(document, day, say(document, words, id=id or new_id(), section=section, by=by, for_whom=whom), by=by)
