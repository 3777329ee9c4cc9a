"""After how many minutes without a touch the tablet locks: what may be chosen, and where it is kept."""

from typing import Any

LOCK_AFTER, SHORTEST, LONGEST = 5, 1, 15
"""Minutes without a touch after which it locks: at first, and the least and most that can be chosen."""

LOCK_SETTING = "lock-after"
"""The name of the sealed setting that keeps how many."""


def minutes_of(kept: Any) -> int:
    """Return what a setting says, within what may be chosen; the usual where it says nothing."""
    return min(LONGEST, max(SHORTEST, kept)) if isinstance(kept, int) else LOCK_AFTER
