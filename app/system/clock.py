"""The clock that tells how long ago something was: it only goes forward, and goes on while the tablet sleeps.

Python's own monotonic() stands still while the device sleeps on Linux, Android, macOS and iOS (PEP 418): a tablet that
was put away for a night would count as touched a moment ago.
"""

import threading
import time
from collections.abc import Callable, Sequence


class Elapsed:
    """Seconds since some moment, by the clock that went furthest since the last look.

    A clock that stands still in sleep is made up for by one that does not; one that is set back holds nothing up, and
    one that is set forward lets more time have gone by: what locks then locks sooner, never later.
    """

    def __init__(self, clocks: Sequence[Callable[[], float]]) -> None:
        self._clocks = clocks
        self._seen = [clock() for clock in clocks]
        self._gone = 0.0
        self._one_at_a_time = threading.Lock()

    def __call__(self) -> float:
        """Return the seconds: only the difference of two says something."""
        with self._one_at_a_time:
            now = [clock() for clock in self._clocks]
            self._gone += max(0.0, *(here - before for here, before in zip(now, self._seen, strict=True)))
            self._seen = now
            return self._gone


def steady() -> float:
    """Return seconds since some moment, by a clock that nobody can set. It counts sleep where the system has such a
    one (Linux, Android); elsewhere it may stand still, and never runs ahead."""
    return time.monotonic() if _BOOT is None else time.clock_gettime(_BOOT)


def clocks_here(boot: int | None) -> tuple[Callable[[], float], ...]:
    """Return the clocks to go by: the steady one alone where it counts sleep; else what the wall's says, too."""
    return (steady,) if boot is not None else (steady, time.time)


_BOOT: int | None = getattr(time, "CLOCK_BOOTTIME", None)
_elapsed = Elapsed(clocks_here(_BOOT))


def monotonic() -> float:
    """Return seconds since some moment: only the difference of two says something. It counts sleep."""
    return _elapsed()
