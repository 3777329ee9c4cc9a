"""The record of copies: who got which paper of a plan, when, and what was left out of it as private. For the worker.

It stands in a section of its own, which every document may have and no copy ever holds: who has a copy is a matter of
the worker's, behind the PIN. Source: docs/domain/sharing.md ("What the family may read of the record of copies").
"""

from datetime import date
from typing import NamedTuple

from app.document.edit import Change
from app.document.fold import Document
from app.document.header import header
from app.document.item import IN_NO_COPY, WORKER, Item, Value
from app.document.ownership import private_sections
from app.document.schema import Day, ItemType, Number, Someone, Text, stored_day

COPY_LOG_SECTION = "copied"
"""The section of every document in which the record stands."""

COPY_MADE = ItemType(
    "copy-made",
    {
        "whom": Someone(),
        "paper": Text(longest=64, lines=False, written=False),
        "day": Day(),
        "without": Text(lines=False, written=False),
        "number": Number(1, 1 << 53),
    },
)
"""A copy that was saved or shared. without: the slugs of what was private and not in it, with spaces between.
number: the one on its foot and in its file's name.
"""


class LoggedCopy(NamedTuple):
    """A copy that was made."""

    id: str
    """The id of the item that records it."""
    whom: str
    """For whom: a person id, OFFICE for the office's record, "" for nobody in particular."""
    paper: str
    """A slug of its kind's papers; any other (as "") is read as the first of them."""
    day: date | None
    """On which it was saved or shared; None where it is not known."""
    without: frozenset[str]
    """The sections (slugs) that were private and left out of it."""
    number: int | None = None
    """The copy's own; None for one that was made before copies had numbers."""


def record_copy(
    document: Document, *, whom: str, paper: str, day: date, number: int | None = None
) -> tuple[Change, ...]:
    """Return the change that records a copy which has just been saved or shared; none where it stands there already.

    One copy that is saved and then shared is one copy: its number says so.
    """
    if number is not None and any(c.number == number for c in copies_made(document)):
        return ()
    kept = not (document.kind.paper(paper).private and whom and whom == header(document).whose)
    without = " ".join(sorted(private_sections(document))) if kept else ""
    told: dict[str, Value] = {"whom": whom, "paper": paper, "day": day.isoformat(), "without": without}
    fields = {name: value for name, value in (told | {"number": number}).items() if value}
    return (COPY_MADE.add(fields, section=COPY_LOG_SECTION, by=WORKER, for_whom=IN_NO_COPY),)


def copies_made(document: Document) -> tuple[LoggedCopy, ...]:
    """Return the record, the newest first."""
    found = (_read(i) for i in document.children(None, section=COPY_LOG_SECTION, item_type=COPY_MADE.slug))
    return tuple(sorted(found, key=lambda c: (c.day or date.min, c.number or 0, c.id), reverse=True))


def private_since(document: Document, copied: LoggedCopy) -> tuple[str, ...]:
    """Return the slugs, in the plan's order, of what a copy holds and what has been made private since."""
    if copied.whom and copied.whom == header(document).whose:
        return ()
    on_it = document.kind.paper(copied.paper).sections
    now = private_sections(document) - copied.without
    return tuple(s.slug for s in document.kind.sections if s.slug in now and (not on_it or s.slug in on_it))


def _read(item: Item) -> LoggedCopy:
    whom, without = item.fields.get("whom"), item.fields.get("without")
    day = stored_day(item.fields.get("day"))
    slugs = frozenset(without.split()) if isinstance(without, str) else frozenset()
    kept = item.fields.get("number")
    number = kept if isinstance(kept, int) and not isinstance(kept, bool) else None
    paper = str(item.fields.get("paper") or "")
    return LoggedCopy(item.id, whom if isinstance(whom, str) else "", paper, day, slugs, number)
