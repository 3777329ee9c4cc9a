"""The clock that tells how long ago something was: it only goes forward, and goes on while the tablet sleeps.

Python's own monotonic() stands still on Linux and Android while the device sleeps: a tablet that was put away for an
hour would count as touched a moment ago.
"""

import time

_CLOCK: int | None = getattr(time, "CLOCK_BOOTTIME", None)
"""Linux and Android have it. The clock that Python takes elsewhere (macOS, Windows) does not stop for long."""


def monotonic() -> float:
    """Return seconds since some moment: only the difference of two says something."""
    return time.monotonic() if _CLOCK is None else time.clock_gettime(_CLOCK)
