"""What lists show of a document without opening it: its card. Sealed, always rebuildable."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import msgpack


@dataclass(frozen=True)
class Card:
    """One document, as a list shows it.

    document: its id. kind: the slug of its kind. family: the family document's id, or "". changed:
    UTC milliseconds since 1970. extra: whatever else a list needs (the next date, a face), as text.
    damaged: True where the sealed card could not be opened; all but `document` is then empty.
    """

    document: str
    kind: str = ""
    title: str = ""
    family: str = ""
    changed: int = 0
    extra: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    damaged: bool = False

    @property
    def next(self) -> str:
        """The day on which the plan is next taken up, YYYY-MM-DD, or ""."""
        return self.extra.get("next", "")

    @property
    def binned(self) -> str:
        """The day on which it was put in the bin, YYYY-MM-DD; "" where it is not there."""
        return self.extra.get("binned", "")


def pack_card(card: Card) -> bytes:
    """Return the bytes of a card, without the document's id: that is bound by the seal."""
    packed: bytes = msgpack.packb([card.kind, card.title, card.family, card.changed, dict(card.extra)])
    return packed


def read_card(document: str, body: bytes) -> Card:
    """Return the card whose bytes these are; parts of a newer version are left alone. Raises ValueError."""
    parts: Any = msgpack.unpackb(body)
    if not isinstance(parts, list) or len(parts) < 5:
        raise ValueError("not a card")
    kind, title, family, changed, extra = parts[:5]
    return Card(document, kind, title, family, changed, extra)
