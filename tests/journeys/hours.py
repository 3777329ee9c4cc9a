"""A served app's clock that can be put on by an hour, from outside of its process."""

import os
import signal
import time
from collections.abc import Callable

BEGINS = "ALONGSIDE_JOURNEY_HOURS"
"""The name of the variable by which the app is told how many hours have gone by already, at its start."""


def clock() -> Callable[[], float]:
    """Return a clock that is another hour ahead each time that the process is told so (SIGUSR1)."""
    real = time.time
    gone = ["an hour"] * int(os.environ.get(BEGINS, "0"))
    signal.signal(signal.SIGUSR1, lambda *_: gone.append("an hour"))
    return lambda: real() + 3600 * len(gone)
