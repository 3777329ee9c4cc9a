"""How often a PIN may be tried. Every try is counted, and the count kept, before it is tried; one that was right is
given back.

A process killed in the middle of a try has used it up. A clock set back makes the wait start afresh, never shorter;
one set forward shortens no wait in the same process. Set forward and started again, it does: whoever can do that has
the tablet, and then the device secret and the cost of a try are what protects (docs/platform/storage.md).

Where the disk takes no count (full, or not to be written), the right PIN must open all the same, and nobody gets more
tries for it: they are counted here, beside those on the disk, and waiting begins with the first that is wrong.

So it does where the count is gone, or is none that this program writes: damage shuts nobody out, and what is tried
next is counted anew. Whoever takes the count away could as well have written 0, which gives more tries: such a hand has
the file, and then, again, the device secret and the cost of a try are what protects.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeAlias

from sqlite_utils import Database

from app.store.database import explained, rows, writing
from app.store.errors import MustWait, StoreError, StoreFull, StoreReadOnly

FREE = 5
"""Tries without a wait."""

WAITS = (30, 60, 300, 900, 3600)
"""Seconds after the fifth try that failed, the sixth, and so on; then the last for ever."""


Count: TypeAlias = tuple[int, int]
"""How many tries, and the milliseconds since 1970 of the last one."""

NONE: Count = (0, 0)

_GONE: Count = (FREE - 1, 0)
"""What counts where there is none: the first that is wrong is one to wait after."""

_MOST = FREE + len(WAITS)
"""From here on all waits are the same, and nothing more is counted."""

_COUNT = "select min(tried, ?), last from lock where number = 1 and tried >= 0" + "".join(
    f" and typeof({column}) = 'integer'" for column in ("tried", "last")
)


def wait_after(tried: int) -> int:
    """Return the seconds to wait after so many tries that failed."""
    return WAITS[min(tried - FREE, len(WAITS) - 1)] if tried >= FREE else 0


class RateLimit:
    """The tries of one store. now: seconds since 1970; steady: seconds by app.system.clock, which nobody can set."""

    def __init__(self, db: Database, now: Callable[[], float], steady: Callable[[], float]) -> None:
        self._db = db
        self._now = now
        self._steady = steady
        self._here: tuple[int, float] | None = None
        self._instead: tuple[Count | None, Count] | None = None

    def of(self, db: Database) -> "RateLimit":
        """Return these tries over another connection to the same store: what is remembered here goes on to count."""
        self._db = db
        return self

    def count(self) -> int:
        """Count one more try, and return how many there are. Raises MustWait, and then counts none; StoreError."""
        at = int(self._now() * 1000)
        tried, last = self._kept()
        waited = max(0, at - last)
        if self._here is not None and self._here[0] == tried:
            waited = min(waited, int((self._steady() - self._here[1]) * 1000))
        wait = wait_after(tried) * 1000 - waited
        if wait > 0:
            if at < last:  # The clock was set back: the wait begins afresh.
                self._keep((tried, at))
            raise MustWait(-(-wait // 1000))
        tried = min(tried + 1, _MOST)
        if not self._keep((tried, at)):
            tried = max(tried, FREE)
            self._remember((tried, at))
        self._here = tried, self._steady()
        return tried

    def give_back(self) -> None:
        """Forget the tries: the store was opened, and stays so whatever the disk takes."""
        self._here = None
        with suppress(StoreError):
            if self._kept() != NONE:
                self._remember(NONE)
                self._keep(NONE)

    def _kept(self) -> Count:
        """Return what the disk has, or what it would have if it took anything."""
        row = self._row()
        if self._instead is not None and self._instead[0] == row:
            return self._instead[1]
        return row or _GONE

    def _keep(self, count: Count) -> bool:
        """Write the count, and return whether the disk took it; it holds here in any case. Raises StoreError."""
        try:
            self._write(count)
        except (StoreFull, StoreReadOnly):
            self._remember(count)
            return False
        self._instead = None
        return True

    def _write(self, count: Count) -> None:
        try:
            keep_tries(self._db, count)
        except StoreFull:
            # What the log has room for already needs none on the disk: begin it anew, and write over it.
            with explained():
                self._db.execute("pragma wal_checkpoint(restart)")
            keep_tries(self._db, count)

    def _remember(self, count: Count) -> None:
        self._instead = self._row(), count

    def _row(self) -> Count | None:
        with explained():
            found = rows(self._db, _COUNT, (_MOST,))
        return (found[0][0], found[0][1]) if found else None


def keep_tries(db: Database, count: Count) -> None:
    """Write the count, in a transaction of its own. Raises StoreError."""
    with writing(db):
        write_tries(db, count)


def write_tries(db: Database, count: Count = NONE) -> None:
    """Write the count, inside a transaction of the caller's."""
    db.execute(
        "insert into lock (number, tried, last) values (1, ?, ?)"
        " on conflict (number) do update set tried = excluded.tried, last = excluded.last",
        count,
    )
