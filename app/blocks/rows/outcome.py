"""How something went that was promised, or was to be done: it happened, it did not, or it is not needed any more.

Said by whoever was promised it (Section.said_by), with a word of why and the day on which it was said. What was ticked
before there was more to say reads as kept. Source: docs/domain/safety-plan.md ("Promises by everyone").
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from app.document import Person
from app.document.confirmations import SIGNED
from app.document.item import Value
from app.document.schema import Day, FieldType, NotAccepted, Someone, Text, stored_day
from app.language import _, unmarked, written_date
from app.sayings.outline import name_of

YES, NOT_KEPT, NOT_NEEDED = "yes", "not-kept", "not-needed"
HOW = (YES, NOT_KEPT, NOT_NEEDED)
"""The ways in which something can have gone. The first is kept as a tick (True): so it always was."""

LONGEST_WHY = 500


class Outcome(NamedTuple):
    """How it went."""

    how: str
    """One of HOW."""
    why: str = ""
    """In words; "" where that was not said."""
    day: date | None = None
    """On which it was said; None where that was not said."""
    by: str = ""
    """Who said so (a person id); "" where that was not said."""


class How:
    """The field in which it stands how something went: True for yes, else a slug."""

    def check(self, name: str, value: Value) -> Value:
        if value in HOW or isinstance(value, bool):
            return True if value == YES else value
        raise NotAccepted(name, "not-a-choice")


def fields(column: str) -> dict[str, FieldType]:
    """Return the fields beside that of a column: why, on which day it was said, and by whom."""
    return {
        f"{column}-why": Text(longest=LONGEST_WHY),
        f"{column}-day": Day(),
        f"{column}{SIGNED}": Someone(),
    }


def said_by(column: str, who: str) -> tuple[tuple[str, str], ...]:
    """Return what a section declares (said_by) where only the person in the field `who` says how it went."""
    return tuple((field, who) for field in (column, *fields(column)))


def read(column: str, kept: Mapping[str, Value]) -> Outcome | None:
    """Return how it went, of an item's fields; None where nobody said so. Whatever is in them, it never raises."""
    value = kept.get(column)
    if value is not True and value not in (NOT_KEPT, NOT_NEEDED):
        return None
    why, by = kept.get(f"{column}-why"), kept.get(f"{column}{SIGNED}")
    return Outcome(
        YES if value is True else str(value),
        why if isinstance(why, str) else "",
        stored_day(kept.get(f"{column}-day")),
        by if isinstance(by, str) else "",
    )


def said(column: str, how: str, *, by: str, day: date) -> dict[str, Value]:
    """Return what the fields become when somebody says how it went; all empty for "": it is not said any more."""
    if not how:
        return dict.fromkeys((column, *fields(column)), None)
    return {column: How().check(column, how), f"{column}-why": None, f"{column}-day": day.isoformat()} | {
        f"{column}{SIGNED}": by
    }


def words(said: Outcome, ways: Sequence[tuple[str, str]], who: Mapping[str, Person]) -> tuple[str, ...]:
    """Return how it went, in words: that, why, and who says so since when; what is not said is left out.

    ways: the words for each of HOW, marked (a column's choices).
    """
    by = _("{name} says so").format(name=unmarked(name_of(said.by, who))) if said.by else ""
    day = written_date(said.day.isoformat()) if said.day is not None else ""
    signed = ", ".join(part for part in (by, day) if part)
    how = dict(ways).get(said.how, "")
    return tuple(part for part in (_(how) if how else "", " ".join(said.why.split()), signed) if part)
