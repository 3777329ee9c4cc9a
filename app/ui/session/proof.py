"""When the worker last showed that it is them, with what, and whether that still counts.

Four words were typed some twenty times in one visit, in front of the family. So what was proved a moment ago is not
asked again, as long as the tablet stayed in the worker's hands: whatever gives it to somebody else, hides it or
locks it forgets the proof (see Session). What must be asked each time says so itself (`ask_pin`, fresh).
"""

from dataclasses import dataclass

from app.system import clock
from app.workspace.application import Proven

LASTS = 120
"""Seconds for which a proof counts; using it does not make it last longer."""


@dataclass
class Proof:
    """The last proof of one session."""

    by: Proven = ""
    """With what it was given; "" where there is none."""
    at: float = 0.0
    """When, in seconds of app.system.clock.monotonic."""

    def give(self, by: Proven) -> None:
        """The worker has just shown that it is them ("": they have not, and what was before counts on)."""
        # A visit code does not take the place of the whole secret where that still counts.
        if by == "secret" or (by and not self.holds(whole=True)):
            self.by, self.at = by, clock.monotonic()

    def forget(self) -> None:
        """The tablet is in other hands, or locked: the next proof is asked for."""
        self.by = ""

    def holds(self, *, whole: bool = False) -> bool:
        """Whether a proof counts now. whole: a visit code is not enough."""
        return bool(self.by) and not (whole and self.by != "secret") and clock.monotonic() - self.at < LASTS
