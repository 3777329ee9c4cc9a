"""How the blocks declare which item types there are, and the check of what is typed in."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from fractional_indexing import FIError, generate_key_between, generate_n_keys_between

from app.document.edit import Add, Move
from app.document.item import EVERYONE, Fields, ForWhom, Item, Value, new_id
from app.language.clean_text import cleaned
from app.language.clean_text import visible as visible
from app.language.graphemes import fits, graphemes

_COUNTED = 20_000


class NotAccepted(ValueError):
    """A value that its field does not take. Nothing has been changed. field: its name; reason: why (a slug).

    over: so many letters its words are too long, as people count letters; 0 where that is not why.
    """

    def __init__(self, field: str, reason: str, *, over: int = 0) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason
        self.over = over


def short_enough(field: str, text: str, longest: int) -> str:
    """Return a text. Raises NotAccepted where it has more letters (code points) than `longest`."""
    if len(text) <= longest:
        return text
    rest = fits(text, longest)[1]
    # Of words without end nobody needs an exact number, and counting takes its time.
    raise NotAccepted(field, "too-long", over=sum(1 for _letter in graphemes(rest[:_COUNTED])) + len(rest[_COUNTED:]))


class FieldType(Protocol):
    """A type of field: returns the value cleaned, or raises NotAccepted."""

    def check(self, name: str, value: Value) -> Value: ...


@dataclass(frozen=True)
class Text:
    """Words: every script and emoji stays, what steers its neighbours goes (language.clean_text); nothing is "".

    What people write is looked for in a copy that must not hold it.
    """

    longest: int = 10_000
    """So many letters (code points) at most."""
    lines: bool = True
    """Line breaks stay."""
    needed: bool = False
    """Words that show nothing are not accepted."""
    written: bool = True
    """People write it; False for what only the program writes (a slug, an id, the mark of some words)."""

    def check(self, name: str, value: Value) -> Value:
        if not isinstance(value, str):
            raise NotAccepted(name, "not-words")
        text = cleaned(value, lines=self.lines, longest=self.longest)
        text = short_enough(name, text if visible(text) else "", self.longest)
        if self.needed and not visible(text):
            raise NotAccepted(name, "empty")
        return text


@dataclass(frozen=True)
class Choice:
    """One of some slugs."""

    of: tuple[str, ...]

    def check(self, name: str, value: Value) -> Value:
        if value not in self.of:
            raise NotAccepted(name, "not-a-choice")
        return value


@dataclass(frozen=True)
class Number:
    """A whole number between two, both included."""

    least: int
    """The lowest that is accepted."""
    most: int
    """The highest that is accepted."""

    def check(self, name: str, value: Value) -> Value:
        if not isinstance(value, int) or isinstance(value, bool) or not self.least <= value <= self.most:
            raise NotAccepted(name, "out-of-range")
        return value


@dataclass(frozen=True)
class Tick:
    """Yes or no."""

    def check(self, name: str, value: Value) -> Value:
        if not isinstance(value, bool):
            raise NotAccepted(name, "not-a-tick")
        return value


@dataclass(frozen=True)
class Day:
    """A date, kept as YYYY-MM-DD."""

    def check(self, name: str, value: Value) -> Value:
        try:
            return date.fromisoformat(str(value)).isoformat()
        except ValueError:
            raise NotAccepted(name, "not-a-date") from None


def stored_day(value: Value) -> date | None:
    """Return the day that a field keeps; None for what is missing or is no day."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


@dataclass(frozen=True)
class Someone:
    """A person id."""

    def check(self, name: str, value: Value) -> Value:
        if not isinstance(value, str) or not 0 < len(value) <= 64 or not value.isascii():
            raise NotAccepted(name, "not-a-person")
        return value


@dataclass(frozen=True)
class Ink:
    """Packed strokes (app.ink)."""

    largest: int = 1 << 20

    def check(self, name: str, value: Value) -> Value:
        if not isinstance(value, bytes) or not 0 < len(value) <= self.largest:
            raise NotAccepted(name, "not-ink")
        return value


@dataclass(frozen=True)
class Blob:
    """The name of something large that the store keeps beside the edits: a SHA-256 in hexadecimal digits."""

    def check(self, name: str, value: Value) -> Value:
        if not isinstance(value, str) or re.fullmatch("[0-9a-f]{64}", value) is None:
            raise NotAccepted(name, "not-a-blob")
        return value


@dataclass(frozen=True)
class ItemType:
    """An item type: which fields an item has, and of which types."""

    slug: str
    """Stored for ever, never shown."""
    fields: Mapping[str, FieldType]
    """Each field's type, by the field's name."""

    def check(self, fields: Fields) -> dict[str, Value]:
        """Return the fields, cleaned. Raises NotAccepted for an unknown field or a value it does not take."""
        unknown = set(fields) - set(self.fields)
        if unknown:
            raise NotAccepted(sorted(unknown)[0], "unknown-field")
        return {name: self.fields[name].check(name, value) for name, value in fields.items()}

    def is_written(self, field: str) -> bool:
        """Whether people write a field's text: also of one that this version does not know."""
        declared = self.fields.get(field)
        return declared is None or (isinstance(declared, Text) and declared.written)

    def add(
        self,
        fields: Fields,
        *,
        section: str,
        by: str,
        parent: str | None = None,
        position: str = "a0",
        for_whom: ForWhom = EVERYONE,
        id: str | None = None,
    ) -> Add:
        """Return the change that adds an item of this type. Raises NotAccepted."""
        checked = self.check(fields)
        return Add(Item(id or new_id(), section, parent, position, self.slug, by, for_whom, checked))


def position_between(before: Item | None, after: Item | None) -> str:
    """Return a place between two siblings; None is the end on that side.

    Never raises. A place that this version cannot read counts as none, and where two tablets chose the
    same one there is nothing between: the answer is then behind both (see `spread`).
    """
    low = _readable(before)
    high = _readable(after)
    if low is not None and high is not None and low >= high:
        high = None
    return str(generate_key_between(low, high))


def spread(siblings: Sequence[Item], at: int) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the place of a new at-th sibling, and the (id, place) of those that must make room for it.

    siblings: in order. Only where two tablets chose the same place does anybody have to make room.
    """
    before = siblings[at - 1] if at > 0 else None
    behind = siblings[at:]
    tied = 0
    while before is not None and tied < len(behind) and behind[tied].position <= before.position:
        tied += 1
    high = _readable(behind[tied]) if tied < len(behind) else None
    low = _readable(before)
    if low is not None and high is not None and low >= high:
        high = None
    first, *rest = generate_n_keys_between(low, high, tied + 1)
    return str(first), tuple((item.id, str(position)) for item, position in zip(behind, rest, strict=False))


def to_position(item: Item, siblings: Sequence[Item], to: int) -> tuple[Move, ...]:
    """Return the changes that make an item the to-th of its siblings (0 is the first; too far means the end).

    siblings: in order, the item among them or not.
    """
    others = [i for i in siblings if i.id != item.id]
    to = max(0, min(to, len(others)))
    before = others[to - 1] if to else None
    after = others[to] if to < len(others) else None
    if (before is None or before.position < item.position) and (after is None or item.position < after.position):
        return ()
    position, room = spread(others, to)
    return (Move(item.id, item.parent, position), *(Move(id, item.parent, other) for id, other in room))


_LONGEST_PLACE = 600
"""Things put between the same two some thousand times have longer places: what reckons them takes a step a letter."""


def _readable(item: Item | None) -> str | None:
    if item is None or len(item.position) > _LONGEST_PLACE:
        return None
    try:
        generate_key_between(item.position, None)
        generate_key_between(None, item.position)
    except (FIError, ValueError, IndexError):
        return None
    return item.position
