"""Where a fault came from, fit for a log: no message of it, for messages can hold what somebody wrote, or a path."""

import traceback
from pathlib import Path

_STEPS = 6


def trail(fault: BaseException) -> str:
    """Return the kind of a fault and the last lines of the program that it passed, the latest first."""
    frames = traceback.extract_tb(fault.__traceback__)
    passed = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames[-_STEPS:]))
    return f"{type(fault).__name__} at {passed}"
