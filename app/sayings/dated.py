"""How numbers carry their day: on screen and on paper, in a heading for all of them or beside each.

Source: docs/domain/family-star.md ("Every number that is shown carries its day, on screen and on paper").
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from app.language import _, full_date


class DayHeading(NamedTuple):
    """What stands over some numbers that stand together."""

    day: date | None
    """That of most of them (the latest), None where no day is known."""
    said: str
    """The sentence that says so; "" for none."""

    def beside(self, number: str, day: date | None) -> str:
        """Return a number with its day, where the heading does not say it: "4 (Monday 4 May 2026)"."""
        return number if day in (None, self.day) else in_brackets(number, day)


def heading(days: Iterable[date | None]) -> DayHeading:
    """Return what stands over numbers of these days."""
    known = {d for d in days if d is not None}
    if not known:
        return DayHeading(None, "")
    latest = max(known)
    if len(known) == 1:
        return DayHeading(latest, _("These numbers are from {day}.").format(day=full_date(latest)))
    said = _("These numbers are from {day}. An older number has its own date beside it.")
    return DayHeading(latest, said.format(day=full_date(latest)))


def on_day(number: str, day: date | None) -> str:
    """Return a number with its day, in a sentence: "4, on Monday 4 May 2026"."""
    if day is None:
        return number
    # Translators: a number and the day on which it was given, as in "4, on Monday 4 May 2026"
    return _("{number}, on {day}").format(number=number, day=full_date(day))


def in_brackets(number: str, day: date | None) -> str:
    """Return a number with its day, shortly: "4 (Monday 4 May 2026)"."""
    if day is None:
        return number
    # Translators: a number and when it was given, as in "3 (Monday 4 May 2026)"
    return _("{number} ({when})").format(number=number, when=full_date(day))
