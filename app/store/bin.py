"""The bin: what was put in it stays for 30 days, can be taken out again, and is then destroyed.

That something is in the bin is an edit of its front, like its name, so that it goes with the document wherever that
goes; its card shows it. How long it has been there is counted here, by the time that this tablet has seen pass, and
never by two dates: a clock that was wrong by years when it was put in, or is now, destroys nothing too soon.
"""

from collections.abc import Mapping
from math import ceil
from typing import Any, NamedTuple

from app.store.settings import JSON
from app.store.summaries import Summary
from app.store.vault import Vault

DAYS = 30
"""How long something stays in the bin."""

LONGEST_GAP = 7
"""Days that count at most between two looks. A clock set years ahead moves the bin on by a week, once; a tablet that
lay in a drawer for a month keeps what is in it for longer, not shorter."""

SETTING = "bin"
"""The name of the sealed setting: when it was looked at last, how much time has counted, since when each is in it."""

_DAY = 24 * 60 * 60


class InBin(NamedTuple):
    """Something in the bin."""

    card: Summary
    """What lists show of it."""
    days_left: int
    """Whole days, begun ones too; 0: it is destroyed at the next unlocking."""


class _Count(NamedTuple):
    """at: when it was looked at last (seconds since 1970). passed: seconds that have counted so far.

    since: how much had counted when each document (an id) was first seen in the bin.
    """

    at: float
    passed: float
    since: Mapping[str, float]


def in_bin(vault: Vault, now: float) -> tuple[InBin, ...]:
    """Return what is in the bin, what goes soonest first. now: seconds since 1970. Nothing is written."""
    there = [c for c in vault.cards() if c.binned]
    count = _counted(vault, there, now)
    found = [InBin(c, max(0, ceil(_left(count, c) / _DAY))) for c in there]
    return tuple(sorted(found, key=lambda b: (b.days_left, b.card.title.casefold(), b.card.document)))


def count(vault: Vault, now: float) -> tuple[str, ...]:
    """Count the time that has passed, and return the ids of what has been in the bin for its 30 days.

    now: seconds since 1970. Asked at each unlocking, and when something is put in. Raises NotSaved.
    """
    there = [c for c in vault.cards() if c.binned]
    counted = _counted(vault, there, now)
    since: dict[str, JSON] = dict(counted.since)
    kept: dict[str, JSON] = {"at": counted.at, "passed": counted.passed, "since": since}
    if there or vault.setting(SETTING) is not None:
        vault.keep_setting(SETTING, kept)
    return tuple(c.document for c in there if _left(counted, c) <= 0)


def _counted(vault: Vault, there: list[Summary], now: float) -> _Count:
    """Return the count as it is now. What comes into the bin begins here, what left it is forgotten."""
    found = vault.setting(SETTING)
    kept: Mapping[str, Any] = found if isinstance(found, Mapping) else {"at": now, "passed": 0.0, "since": {}}
    passed = kept["passed"] + min(max(0.0, now - kept["at"]), LONGEST_GAP * _DAY)
    since = {c.document: kept["since"].get(c.document, passed) for c in there}
    return _Count(now, passed, since)


def _left(count: _Count, card: Summary) -> float:
    return DAYS * _DAY - (count.passed - count.since[card.document])
