"""Who can be rung for help: the one thing in the folder that is not sealed, for it is there while all else is locked.

They are the same for everybody, so they say nothing about who looked. What is written there is for everyone who
finds the tablet to read: it is asked for as such.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from app.language import N_, _
from app.language.written import cleaned
from app.store.faults import StoreFault

FILE = "helplines.json"
MOST, LONGEST = 8, 80
_NUMBER = frozenset("0123456789 +()-")


class Helpline(NamedTuple):
    """Who answers, and the number as it is written."""

    who: str
    number: str


USUAL = (
    (N_("Police, fire or ambulance, when somebody is in danger now"), "999"),
    (N_("Childline, for children and young people"), "0800 1111"),
    (N_("A helpline for grown-ups who worry about a child"), "0808 800 5000"),
    (N_("A helpline for women who are hurt at home, day and night"), "0808 2000 247"),
    (N_("Samaritans, when things feel too much"), "116 123"),
)
"""Who answers, and the number, in the United Kingdom. All are free to ring."""


_FOR_PAPER = {"0808 2000 247": N_("Somebody to talk to, day and night")}
"""What stands on paper instead: whoever hurts somebody at home finds it in a pocket, or on the fridge."""


class NotAHelpline(StoreFault):
    """A line that cannot be kept. reason: "who", "number", "many"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def sentence(self) -> str:
        """Return what to write instead, in the current language."""
        if self.reason == "who":
            return _("Please write who answers, in a few words. Nothing has been changed.")
        if self.reason == "many":
            return _("There is room for eight numbers. Nothing has been changed.")
        return _("Please look at the numbers once more: one of them cannot be rung. Nothing has been changed.")


def checked(lines: Sequence[Helpline]) -> tuple[Helpline, ...]:
    """Return the lines, tidied; lines with nothing in them are left out. Raises NotAHelpline."""
    tidy = [Helpline(" ".join(cleaned(who).split()), " ".join(number.split())) for who, number in lines]
    kept = tuple(line for line in tidy if any(line))
    if len(kept) > MOST:
        raise NotAHelpline("many")
    for who, number in kept:
        if not 0 < len(who) <= LONGEST:
            raise NotAHelpline("who")
        if not (set(number) <= _NUMBER and 3 <= sum(c.isdecimal() for c in number) <= 15 and len(number) <= 24):
            raise NotAHelpline("number")
    return kept


def helplines(chosen: Sequence[Helpline]) -> tuple[Helpline, ...]:
    """Return who can help: as the worker chose, or the usual ones in the language that is spoken."""
    return tuple(chosen) or tuple(Helpline(_(who), number) for who, number in USUAL)


def helplines_for_paper(chosen: Sequence[Helpline]) -> tuple[Helpline, ...]:
    """Return who can help, for what hangs or is carried: of the usual ones, none that tells what is the matter."""
    return tuple(chosen) or tuple(Helpline(_(_FOR_PAPER.get(number, who)), number) for who, number in USUAL)


def read_helplines(folder: Path) -> tuple[Helpline, ...]:
    """Return what was kept; nothing where nothing was, or where it cannot be read."""
    try:
        found = json.loads((folder / FILE).read_text("utf-8"))
        return checked([Helpline(str(who), str(number)) for who, number in found])
    except (OSError, ValueError, TypeError, NotAHelpline):
        return ()


def keep_helplines(folder: Path, lines: Sequence[Helpline]) -> None:
    """Keep these, all or none; none at all brings back those that the app came with.

    Raises NotAHelpline, StoreFault.
    """
    from app.store.database import explain_os  # The lock reads these before it loads what knows SQLite.

    kept = checked(lines)
    fresh = folder / (FILE + ".new")
    try:
        fresh.write_text(json.dumps(kept, ensure_ascii=False), "utf-8")
        os.replace(fresh, folder / FILE)
    except OSError as error:
        raise explain_os(error) from error
