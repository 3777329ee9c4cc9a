"""What is said when something went wrong: what happened, what is safe, what to do now."""

import logging

from app.document import NotAccepted
from app.language import _
from app.store import StoreError
from app.system.fault_trace import trail
from app.workspace.workspace import AnotherDay, NotAllowed

log = logging.getLogger("alongside")


def sentence_for(fault: Exception) -> str:
    """Return what to say for a fault: what happened, what is safe, what to do now."""
    if isinstance(fault, StoreError):
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
    log.error("%s", trail(fault))
    return _("Something did not work. What was saved is safe. Please try again.")
