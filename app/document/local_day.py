"""Which day it is here, and on which day something was: by the clock and the zone of this machine as they are now.

What is kept is a moment (UTC milliseconds since 1970) or a day that somebody said (YYYY-MM-DD). A day that was said
stays that day, wherever it is read. A moment's day is the one that it was in the zone in which it is read. The one home
of that rule is here: nothing else asks the clock for a day.
"""

import time
from datetime import UTC, date, datetime

LATEST_TIME = 253_370_764_800_000
"""The last time of which a day can be told in every time zone: the year 9999 begins."""


def today() -> date:
    """Return the day it is here."""
    return local_day(time.time() * 1000)


def local_day(at: float) -> date:
    """Return the day, here, of a moment. at: UTC milliseconds since 1970. Never raises."""
    return local_time(at).date()


def local_time(at: float) -> datetime:
    """Return a moment in the time of this place, with how far that is from UTC. at: UTC milliseconds since 1970.

    Never raises: what no calendar has (a clock that was wrong, a forged edit) is its first or its last day. Where the
    zone is none (TZ can hold anything: one that is a day or more from UTC), or has no such day, it is told in UTC.
    """
    if hasattr(time, "tzset"):
        # The tablet may have crossed into another zone since the program began, and C looks only once.
        time.tzset()
    try:
        moment = datetime.fromtimestamp(at / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.min if at < 0 else datetime.max
    try:
        return moment.astimezone()
    except (ValueError, OverflowError, OSError):
        return moment
