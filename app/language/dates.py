"""Dates as people say them: the day of the week, no abbreviations, no slashes (plain-language rule L14).

And several things said one after the other, as they are read out.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from app.language.active_language import current
from app.language.bidi_isolates import locale
from app.language.clean_text import visible

_ENGLISH = "EEEE d MMMM y"
_STOPS = ".!?…؟۔।"
"""What ends a sentence, in our languages."""


def full_date(day: date, tag: str | None = None) -> str:
    """Return a date in full, in a language (the current one where None): "Monday 4 May 2026".

    Source: docs/domain/plain-language.md, L14. Other languages have the full form of the Unicode locale data.
    """
    from babel.dates import format_date  # Not at the top: time zones and all, before the first screen has a date.

    found = locale(current() if tag is None else tag)
    return format_date(day, _ENGLISH if found.language == "en" else "full", locale=found)


def month_and_year(day: date, tag: str | None = None) -> str:
    """Return the month that a day is in, as a calendar's heading has it: "May 2026"."""
    from babel.dates import format_date  # Not at the top: as above.

    return format_date(day, "LLLL y", locale=locale(current() if tag is None else tag))


def days_of_the_week(tag: str | None = None) -> tuple[tuple[int, str], ...]:
    """Return the days as a calendar has them in a row: (0 is Monday, its short name), the week's first day first.

    Source: Unicode locale data ("weekData", and the short stand-alone names).
    """
    from babel.dates import get_day_names  # Not at the top: as above.

    found = locale(current() if tag is None else tag)
    names = get_day_names("short", context="stand-alone", locale=found)
    order = [(found.first_week_day + n) % 7 for n in range(7)]
    return tuple((n, str(names[n])) for n in order)


def written_date(iso: str, tag: str | None = None) -> str:
    """Return a kept date (YYYY-MM-DD) in full. Raises ValueError for anything else."""
    return full_date(date.fromisoformat(iso), tag)


def read_out(things: Iterable[str]) -> str:
    """Return things as a screen reader says them, with a pause behind each: one that ends a sentence gets no stop."""
    said = (thing.strip() for thing in things if visible(thing))
    return " ".join(words if words[-1] in _STOPS else f"{words}." for words in said)


def names_a_day(text: str, tag: str | None = None) -> bool:
    """Whether a text says when: a day of a month, a date in numbers, or a day of the week, in a language."""
    from babel.dates import get_day_names, get_month_names

    found = locale(current() if tag is None else tag)
    if re.search(r"(?<!\d)\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?(?!\d)", text):
        return True
    # Many languages write a month after a number in another form than alone.
    forms: tuple[Literal["format", "stand-alone"], ...] = ("format", "stand-alone")
    months = {m for form in forms for m in get_month_names("wide", form, found).values()}
    days = {d for form in forms for d in get_day_names("wide", form, found).values()}
    month, day = ("|".join(map(re.escape, sorted(names, key=len, reverse=True))) for names in (months, days))
    beside = rf"\d{{1,2}}\D{{0,8}}(?:{month})(?!\w)|(?<!\w)(?:{month})\D{{0,4}}\d"
    return bool(re.search(rf"{beside}|(?<!\w)(?:{day})s?(?!\w)", text, re.IGNORECASE))
