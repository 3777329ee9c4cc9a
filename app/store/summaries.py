"""What lists show of a document without opening it: its card. Sealed, always rebuildable."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

import msgpack

from app.document import Document, people
from app.document.edit import LARGEST, LONGEST_NAME, LONGEST_WORDS
from app.document.header import header
from app.document.local_day import LATEST_TIME
from app.document.private_matter import last_worked_on
from app.document.sharing import shown_promises
from app.language.clean_text import cleaned

MOST_PROMISES = 60
"""So many promises and steps stand on a card: all that are open, of any plan that people can still follow."""


VERSION = 2
"""Of what a card tells: 1 had promises and no steps."""


class SummaryPromise(NamedTuple):
    """A promise that is open and that everyone may see, as a list shows it."""

    section: str
    """Where in its plan it stands (a section's slug)."""
    who: str
    """A person id, "" for nobody named."""
    name: str
    """As the plan calls them, or ""."""
    what: str
    """In somebody's words; "" is a copy of the plan."""
    until: str
    """By which day, YYYY-MM-DD; "" for none."""
    item: str = ""
    """The id of the item in which it stands, "" where a card does not say."""


@dataclass(frozen=True)
class Summary:
    """One document, as a list shows it."""

    document: str
    """Its id."""
    kind: str = ""
    """The slug of its kind."""
    title: str = ""
    """As its front says it, in one line."""
    family: str = ""
    """The family document's id, or ""."""
    changed: int = 0
    """When it was last worked on, in UTC milliseconds since 1970; 0 where it never was."""
    extra: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Whatever else a list needs (the next date, a face), as text."""
    damaged: bool = False
    """True where the sealed card could not be opened; all but `document` is then empty."""
    version: int = VERSION
    """Of what it tells (VERSION); one of an earlier version is made anew before its promises are told."""

    @property
    def next(self) -> str:
        """The day on which the plan is next taken up, YYYY-MM-DD, or ""."""
        return self.extra.get("next", "")

    @property
    def binned(self) -> str:
        """The day on which it was put in the bin, YYYY-MM-DD; "" where it is not there."""
        return self.extra.get("binned", "")

    @property
    def closed(self) -> str:
        """Of a family, the day on which the work with it ended, YYYY-MM-DD; "" where it goes on."""
        return self.extra.get("closed", "")

    @property
    def promises(self) -> tuple[SummaryPromise, ...]:
        """What was promised and is open, the worker's own first; nothing that cannot be read."""
        try:
            told = json.loads(self.extra.get("promises") or "[]")
            found = tuple(SummaryPromise(*(cleaned(str(part)[:LONGEST_WORDS]) for part in one[:6])) for one in told)
            for promise in found:
                date.fromisoformat(promise.until or "2000-01-01")
        except (ValueError, TypeError, RecursionError):
            return ()
        return found


def summary_of(document: Document) -> Summary:
    """Return the card that lists show for a document: its front, and the open promises that everyone may see.

    What somebody said when they were asked alone, or did on a page of their own, does not make it worked on: lists
    stand in that order.
    """
    f = header(document)
    kept = (("next", f.next), ("binned", f.binned), ("closed", f.closed), ("promises", promises_on(document)))
    extra = {name: words for name, words in kept if words}
    changed = min(max(last_worked_on(document), 0), LATEST_TIME)  # A clock may have been wrong by any number of years.
    return Summary(document.id, document.kind.slug, f.title, f.family, changed, extra)


def promises_on(document: Document) -> str:
    """Return what a document's card keeps of its promises; "" where none is open that everyone may see."""
    who = people(document)
    found = [
        SummaryPromise(
            document.items[p.item].section, p.who, who[p.who].name if p.who in who else "", p.what, p.until, p.item
        )
        for p in shown_promises(document)[:MOST_PROMISES]
    ]
    return json.dumps(found, ensure_ascii=False) if found else ""


def pack_summary(card: Summary) -> bytes:
    """Return the bytes of a card, without the document's id: that is bound by the seal."""
    packed: bytes = msgpack.packb([card.kind, card.title, card.family, card.changed, dict(card.extra), VERSION])
    return packed


def read_summary(document: str, body: bytes) -> Summary:
    """Return the card whose bytes these are; parts of a newer version are left alone. Raises ValueError."""
    if len(body) > 4 * LARGEST:  # Sixty promises may be long.
        raise ValueError("too large")
    parts: Any = msgpack.unpackb(body)
    if not isinstance(parts, list) or len(parts) < 5:
        raise ValueError("not a card")
    kind, title, family, changed, extra = parts[:5]
    told = isinstance(extra, dict) and all(isinstance(words, str) for pair in extra.items() for words in pair)
    if not (told and all(isinstance(words, str) and len(words) <= LONGEST_NAME for words in (kind, title, family))):
        raise ValueError("not what stands on a card")
    if not isinstance(changed, int) or not 0 <= changed <= LATEST_TIME:
        raise ValueError("no time")
    version = parts[5] if len(parts) > 5 and isinstance(parts[5], int) else 1
    return Summary(document, kind, cleaned(title, lines=False), family, changed, extra, version=version)
