"""What is said when something went wrong: what happened, what is safe, what to do now."""

import logging
import traceback
from pathlib import Path

from app.document import NotAccepted
from app.language import _
from app.store import StoreFault
from app.store.desk import AnotherDay, NotAllowed

log = logging.getLogger("alongside")


def sentence_for(fault: Exception) -> str:
    """Return what to say for a fault: what happened, what is safe, what to do now."""
    if isinstance(fault, StoreFault):
        return fault.sentence()
    if isinstance(fault, AnotherDay):
        return _("That was said on another day, so it stays as it was. You can say it anew for today.")
    if isinstance(fault, NotAllowed):
        return _("This belongs to somebody else, so it was left as it is.")
    if isinstance(fault, NotAccepted):
        if fault.reason == "too-long":
            return _("That is too long to keep in one place. What was there before is safe. Please use fewer words.")
        if fault.reason == "empty":
            return _("A name is needed here. Nothing has been changed.")
        return _("That cannot be kept here. Nothing has been changed.")
    _log_fault(fault)
    return _("Something did not work. What was saved is safe. Please try again.")


def _log_fault(fault: Exception) -> None:
    """Log where a fault came from, without its message: messages can hold what somebody wrote."""
    frames = traceback.extract_tb(fault.__traceback__)
    trail = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames[-6:]))
    log.error("%s at %s", type(fault).__name__, trail)
