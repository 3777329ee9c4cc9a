"""Who can be rung for help: the one thing in the folder that is not sealed, for it is there while all else is locked.

They are the same for everybody, so they say nothing about who looked. What is written there is for everyone who
finds the tablet to read: it is asked for as such.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from app.document.schema import NotAccepted, Text, visible
from app.language import N_, _, isolate, rung
from app.store.errors import StoreError
from app.system.small_files import Unreadable, parse_json, read_small, shown_name, write_small

FILE = "helplines.json"
MOST, LONGEST = 8, 80
SHORTEST_NUMBER, LONGEST_NUMBER, MOST_SIGNS = 3, 15, 24
"""Digits of a number that can be rung (ITU-T E.164 has fifteen at most), and signs in all."""
_NUMBER = frozenset("0123456789 +()")
_WHO = Text(longest=LONGEST, lines=False, needed=True)
_LONGEST_FILE = 16_384
"""Bytes: eight lines with letters of four bytes each, written as JSON, are a quarter of it."""


class Helpline(NamedTuple):
    """Who can be rung for help."""

    who: str
    """Who answers."""
    number: str
    """As it is written."""


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


class NotAHelpline(StoreError):
    """A line that cannot be kept. reason: "who", "number", "many". number: what was written there, where it is that."""

    def __init__(self, reason: str, number: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.number = number

    def sentence(self) -> str:
        """Return what to write instead, in the current language."""
        if self.reason == "who":
            return _("Please write who answers, in a few words. Nothing has been changed.")
        if self.reason == "many":
            return _("There is room for eight numbers. Nothing has been changed.")
        first = _("Please look at the numbers once more: one of them cannot be rung. Nothing has been changed.")
        return f"{first} {_why_not(self.number)}"


class HelplinesChanged(StoreError):
    """Others were kept since these were read: nothing was written over them. now: those that are kept."""

    words = N_(
        "These numbers were changed meanwhile, in another window. They are shown here as they are now, and what you "
        "wrote is among them. Nothing of yours is kept yet. Please look at them, and keep them once more."
    )

    def __init__(self, now: tuple[Helpline, ...] = ()) -> None:
        super().__init__()
        self.now = now


def _why_not(number: str) -> str:
    """Return why a number cannot be rung, and what to do."""
    if not visible(number):
        return _("Please write the number to ring as well.")
    if any(c.isalpha() for c in number):
        told = _("“{number}” has letters in it. Put words beside it, where it says who answers.")
    elif sum(c.isdecimal() for c in number) > LONGEST_NUMBER or len(number) > MOST_SIGNS:
        told = _("“{number}” is too long for one number. Where there are two, give each a line of its own.")
    elif set(number) <= _NUMBER:
        told = _("“{number}” is too short. A number has three digits or more.")
    else:
        told = _("In “{number}” only digits, spaces, brackets and + can stand.")
    return told.format(number=isolate(shown_name(number)))


def checked(lines: Sequence[Helpline]) -> tuple[Helpline, ...]:
    """Return the lines, tidied, with numbers in plain digits; lines with nothing in them are left out.

    Raises NotAHelpline.
    """
    kept = tuple(_one(who, number) for who, number in lines if visible(who) or visible(number))
    if len(kept) > MOST:
        raise NotAHelpline("many")
    return kept


def _one(who: str, number: str) -> Helpline:
    try:
        name = " ".join(str(_WHO.check("who", who)).split())
    except NotAccepted:
        raise NotAHelpline("who") from None
    plain = rung(number)
    digits = sum(c.isdecimal() for c in plain)
    if not (set(plain) <= _NUMBER and SHORTEST_NUMBER <= digits <= LONGEST_NUMBER and len(plain) <= MOST_SIGNS):
        raise NotAHelpline("number", plain)
    return Helpline(name, plain)


def helplines(chosen: Sequence[Helpline]) -> tuple[Helpline, ...]:
    """Return who can help: as the worker chose, or the usual ones in the language that is spoken."""
    return tuple(chosen) or tuple(Helpline(_(who), number) for who, number in USUAL)


def helplines_for_paper(chosen: Sequence[Helpline]) -> tuple[Helpline, ...]:
    """Return who can help, for what hangs or is carried: of the usual ones, none that tells what is the matter."""
    return tuple(chosen) or tuple(Helpline(_(_FOR_PAPER.get(number, who)), number) for who, number in USUAL)


class StoredHelplines(NamedTuple):
    """What is kept in a folder."""

    lines: tuple[Helpline, ...]
    """Those that can be read; () where nothing was kept."""
    told: tuple[str, ...] = ()
    """What could not be read, in sentences."""


def read_helplines(folder: Path) -> tuple[Helpline, ...]:
    """Return what was kept; nothing where nothing was, or where it cannot be read. Never raises."""
    return found_helplines(folder).lines


def found_helplines(folder: Path) -> StoredHelplines:
    """Return what was kept, and what the worker must know of what cannot be read. Never raises.

    A line that cannot be rung keeps no other from being there.
    """
    try:
        kept = parse_json(read_small(folder / FILE, _LONGEST_FILE))
    except Unreadable as fault:
        return StoredHelplines((), () if fault.reason == "missing" else (_not_read(),))
    if not isinstance(kept, list):
        return StoredHelplines((), (_not_read(),))
    lines = [line for one in kept for line in _kept_line(one)]
    whole = len(lines) == len(kept) <= MOST
    return StoredHelplines(tuple(lines[:MOST]), () if whole else (_not_read() if not lines else _not_all_read(),))


def _kept_line(one: Any) -> tuple[Helpline, ...]:
    """Return a line of the file; none where it is no line."""
    try:
        who, number = one
        # A number without quotes is one, too.
        return checked([Helpline(who, str(number))]) if isinstance(who, str) and isinstance(number, str | int) else ()
    except (ValueError, TypeError, NotAHelpline):
        return ()


def _not_read() -> str:
    return _(
        "The numbers of Who can help could not be read, so the ones that the app came with are shown. "
        "Please write yours again, in Keep it safe. Everything else is safe."
    )


def _not_all_read() -> str:
    return _(
        "Some of the numbers of Who can help could not be read, so they are not shown. "
        "Please look at them, in Keep it safe. Everything else is safe."
    )


def keep_helplines(
    folder: Path, lines: Sequence[Helpline], *, read: Sequence[Helpline] | None = None
) -> tuple[Helpline, ...]:
    """Keep these, all or none, and return them as they are kept; none at all brings back those that the app came with.

    read: those that were found when somebody began to change them; None: whatever is there is written over.
    Raises NotAHelpline, HelplinesChanged, StoreError.
    """
    from app.store.database import explain_os  # The lock reads these before it loads what knows SQLite.

    kept = checked(lines)
    now = read_helplines(folder)
    if read is not None and now not in (tuple(read), kept):
        raise HelplinesChanged(now)
    try:
        write_small(folder / FILE, json.dumps(kept, ensure_ascii=False))
    except OSError as error:
        raise explain_os(error) from error
    return kept
