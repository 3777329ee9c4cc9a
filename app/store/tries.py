"""How often a PIN may be tried. Every try is counted, and the count kept, before it is tried.

A process killed in the middle of a try has used it up. A clock set back makes the wait start afresh,
never shorter. A clock set forward is not noticed: whoever can do that has the tablet, and then the
device secret and the cost of a try are what protects (notes/storage.md).
"""

from collections.abc import Callable

from sqlite_utils import Database

from app.store.database import rows, writing
from app.store.faults import MustWait, StoreDamaged

FREE = 5
"""Tries without a wait."""

WAITS = (30, 60, 300, 900, 3600)
"""Seconds after the fifth try that failed, the sixth, and so on; then the last for ever."""


def wait_after(tried: int) -> int:
    """Return the seconds to wait after so many tries that failed."""
    return WAITS[min(tried - FREE, len(WAITS) - 1)] if tried >= FREE else 0


def count_try(db: Database, now: Callable[[], float]) -> int:
    """Count one more try, durably, and return how many there are. Raises MustWait, and then counts none."""
    at = int(now() * 1000)
    with writing(db):
        found = rows(db, "select tried, last from lock")
        # A lock that is gone was not taken away by this program: begin where waiting begins.
        tried, last = found[0] if found else (FREE, at)
        if not (isinstance(tried, int) and isinstance(last, int)):
            raise StoreDamaged("the count of tries")
        if at < last:
            last = at
        wait = last + wait_after(tried) * 1000 - at
        if wait <= 0:
            tried, last = tried + 1, at
        _keep(db, tried, last)
    if wait > 0:
        raise MustWait(-(-wait // 1000))
    return int(tried)


def clear_tries(db: Database) -> None:
    """Forget the tries: the store was opened."""
    with writing(db):
        _keep(db, 0, 0)


def _keep(db: Database, tried: int, last: int) -> None:
    db.execute(
        "insert into lock (number, tried, last) values (1, ?, ?)"
        " on conflict (number) do update set tried = excluded.tried, last = excluded.last",
        (tried, last),
    )
