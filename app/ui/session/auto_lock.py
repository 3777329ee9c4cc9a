"""It locks by itself when nobody touches it: after how many minutes, and when somebody last did."""

from collections.abc import Callable
from typing import Any

from app.system.clock import monotonic

LOCK_AFTER, SHORTEST, LONGEST = 5, 1, 15
"""Minutes without a touch after which it locks: at first, and the least and most that can be chosen."""

LOCK_SETTING = "lock-after"
"""The name of the sealed setting that keeps how many."""


def minutes_of(kept: Any) -> int:
    """Return what a setting says, within what may be chosen; the usual where it says nothing."""
    return min(LONGEST, max(SHORTEST, kept)) if isinstance(kept, int) else LOCK_AFTER


class AutoLock:
    """When somebody last touched one session. minutes(): how many without a touch are too many."""

    def __init__(self, minutes: Callable[[], int]) -> None:
        self._minutes = minutes
        self._touched = monotonic()

    def begin(self) -> None:
        """Count from now."""
        self._touched = monotonic()

    @property
    def due(self) -> bool:
        """Whether nobody touched it for as long as was chosen, in the device's sleep too."""
        return monotonic() - self._touched > self._minutes() * 60
