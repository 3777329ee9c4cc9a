"""An edit is the only thing that changes a document; this is what one is, and its bytes.

The bytes are what the store seals. They are MessagePack arrays, not objects with names: a
stroke's whole edit is smaller than its points as 16-bit numbers (tests/bench).
"""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias, cast

import msgpack

from app.document.item import EVERYONE, IN_NO_COPY, ONLY_ME, ForWhom, Item, Value


class Add(NamedTuple):
    """A new item. A second Add with the same id is ignored."""

    item: Item


class Set(NamedTuple):
    """One field of one item gets a new value."""

    item: str
    """The id of the item."""
    field: str
    """Its name; `@by` and `@for` name the item's owner and audience."""
    value: Value | ForWhom
    """The new one; None empties a field. A person id for `@by`, a ForWhom for `@for`."""


class Move(NamedTuple):
    """An item gets another place, and may get another parent."""

    item: str
    """The id of the item."""
    parent: str | None
    """The id of the item that it hangs below from now on; None at the top of its section."""
    position: str
    """Where it stands among its siblings: a fractional index."""


class Remove(NamedTuple):
    """An item goes, and all below it."""

    item: str


class Void(NamedTuple):
    """These edits no longer count: undo."""

    edits: tuple[str, ...]


class Restore(NamedTuple):
    """These edits count again: redo."""

    edits: tuple[str, ...]


class Unknown(NamedTuple):
    """A change that a newer version made. Kept as it came, folded into nothing, written back as it came."""

    code: int
    """The number by which the newer version knows such changes."""
    body: Any
    """What the newer version wrote, as MessagePack unpacks it."""


Change: TypeAlias = Add | Set | Move | Remove | Void | Restore | Unknown

OWNER = "@by"
AUDIENCE = "@for"


class Edit(NamedTuple):
    """A change, and everything about its making. (clock, device) orders a document's edits."""

    id: str
    """Made by the tablet; a second edit with the same id is ignored."""
    device: str
    """Which tablet made it."""
    clock: int
    """A Lamport clock, one tick an edit."""
    actor: str
    """Who made it (a person id)."""
    at: int
    """UTC milliseconds since 1970."""
    transaction: str
    """An id that edits share which one undo takes back together."""
    undo_scope: str
    """Where on the screen it was made (a pad, a section): undo stays there."""
    undo_session: str
    """The stretch between two hand-overs, hides or locks: undo reaches no further."""
    change: Change
    """What it does."""


class DamagedEdit(ValueError):
    """The bytes are not an edit. The store says where; nothing is guessed."""


LARGEST = 2 << 20
"""Bytes of an edit: twice what a stroke may have (schema.Ink)."""

LONGEST_WORDS = 1 << 14
"""Letters of a text in an edit: more than any field takes (schema.Text). One of millions, forged or made by a fault,
would be drawn and laid out as it is.
"""

LONGEST_NAME = 1_000
"""Letters of an id, a slug, an undo scope, and of a place among others: ours have some tens."""

MOST_FIELDS = 1_000
"""Fields of an item: a row has some tens."""

LATEST = 2**53
"""The highest clock that is taken: the next edit's must still fit into the store."""


_WORDS_OR_NONE = (str, type(None))
_CODES: dict[type, int] = {Add: 0, Set: 1, Move: 2, Remove: 3, Void: 4, Restore: 5}


def pack(edit: Edit) -> bytes:
    """Return the bytes of an edit, without id, device and clock: those stand outside the seal, bound to it.

    A step or an item's id that equals the edit's own id is left out.
    """
    body: Any
    change = edit.change
    if isinstance(change, Unknown):
        code, body = change.code, change.body
    else:
        code = _CODES[type(change)]
        if isinstance(change, Add):
            i = change.item
            body = [
                None if i.id == edit.id else i.id,
                i.section,
                i.parent,
                i.position,
                i.item_type,
                None if i.by == edit.actor else i.by,
                None if i.for_whom == EVERYONE else list(i.for_whom),
                dict(i.fields),
            ]
        else:
            body = list(change)
    transaction = None if edit.transaction == edit.id else edit.transaction
    packed = msgpack.packb([code, edit.actor, edit.at, transaction, edit.undo_scope, edit.undo_session, body])
    return cast(bytes, packed)


def unpack(body: bytes, *, id: str, device: str, clock: int) -> Edit:
    """Return the edit whose bytes these are. Raises DamagedEdit when they are none.

    What it returns has the types that it declares, and sizes that can be shown: the fold need not look again.
    """
    try:
        if len(body) > LARGEST or len(id) + len(device) > LONGEST_NAME or not 0 <= clock <= LATEST:
            raise ValueError("too large")
        code, actor, at, transaction, undo_scope, undo_session, b = msgpack.unpackb(body, strict_map_key=True)
        _check_envelope(code, actor, at, transaction, undo_scope, undo_session)
        change: Change
        if code not in _UNPACKERS:
            change = Unknown(code, b)
        elif type(b) is not list:
            raise TypeError("body")
        else:
            change = _UNPACKERS[code](b, id, actor)
    except (ValueError, TypeError, msgpack.UnpackException) as fault:
        raise DamagedEdit(str(fault)) from fault
    return Edit(
        id, device, clock, actor, at, id if transaction is None else transaction, undo_scope, undo_session, change
    )


def _check_envelope(
    code: object, actor: object, at: object, transaction: object, undo_scope: object, undo_session: object
) -> None:
    """Check what stands around a change. Raises TypeError for another type, ValueError for names too long to show."""
    # A chain of `is`, not a call a value: a plan of 2,400 strokes passes here while somebody waits.
    if not (type(actor) is type(undo_scope) is type(undo_session) is str and type(code) is type(at) is int):
        raise TypeError("envelope")
    if transaction is not None and type(transaction) is not str:
        raise TypeError("step")
    if len(actor) + len(undo_scope) + len(undo_session) + len(transaction or "") > LONGEST_NAME:
        raise ValueError("a long name")


def _unpack_add(body: list[Any], id: str, actor: str) -> Add:
    item_id, section, parent, position, item_type, by, whom, fields = body
    if not (type(section) is type(position) is type(item_type) is str and type(fields) is dict):
        raise TypeError("item")
    if not (type(item_id) in _WORDS_OR_NONE and type(parent) in _WORDS_OR_NONE):
        raise TypeError("item")
    if by is not None:
        _names(by)
    if len(item_id or "") + len(section) + len(parent or "") + len(position) + len(item_type) > LONGEST_NAME:
        raise ValueError("a long name")
    _check_fields(fields)
    return Add(
        Item(
            id if item_id is None else item_id,
            section,
            parent,
            position,
            item_type,
            actor if by is None else by,
            EVERYONE if whom is None else _for_whom(whom),
            fields,
        )
    )


def _unpack_set(body: list[Any], id: str, actor: str) -> Set:
    item_id, field, value = body
    _names(item_id, field)
    if type(value) is not list:
        _check_value(value)
    return Set(item_id, field, _for_whom(value) if type(value) is list else value)


def _unpack_move(body: list[Any], id: str, actor: str) -> Move:
    item_id, parent, position = body
    _names(item_id, position, *(() if parent is None else (parent,)))
    return Move(item_id, parent, position)


def _unpack_remove(body: list[Any], id: str, actor: str) -> Remove:
    (item_id,) = body
    _names(item_id)
    return Remove(item_id)


def _unpack_void(body: list[Any], id: str, actor: str) -> Void:
    return Void(_edit_ids(body))


def _unpack_restore(body: list[Any], id: str, actor: str) -> Restore:
    return Restore(_edit_ids(body))


def _edit_ids(body: list[Any]) -> tuple[str, ...]:
    (edits,) = body
    if not isinstance(edits, list):
        raise TypeError("edits")
    _names(*edits)
    return tuple(edits)


_UNPACKERS: dict[int, Callable[[list[Any], str, str], Change]] = {
    0: _unpack_add,
    1: _unpack_set,
    2: _unpack_move,
    3: _unpack_remove,
    4: _unpack_void,
    5: _unpack_restore,
}
"""What reads the body of a change, by its code (as in _CODES). Each takes the edit's id and its actor too, which an
item leaves out where they are its own, and raises TypeError or ValueError for a body that is none.
"""


def _names(*values: object) -> None:
    for value in values:
        if type(value) is not str:
            raise TypeError("not words")
        if len(value) > LONGEST_NAME:
            raise ValueError("a long name")


_VALUES = frozenset({str, int, float, bool, bytes, type(None)})


def _check_value(value: object) -> None:
    if type(value) not in _VALUES:
        raise TypeError("no value")
    if type(value) is str and len(value) > LONGEST_WORDS:
        raise ValueError("many letters")


def _check_fields(fields: dict[Any, Any]) -> None:
    if len(fields) > MOST_FIELDS:
        raise ValueError("many fields")
    for name, value in fields.items():
        _names(name)
        _check_value(value)


_USUAL: dict[str, ForWhom] = {whom.reach: whom for whom in (EVERYONE, ONLY_ME, IN_NO_COPY)}
"""Whom nearly everything is for: built once."""


def _for_whom(value: Any) -> ForWhom:
    reach, people = value
    if people == [] and type(reach) is str:
        _names(reach)
        return _USUAL.get(reach) or ForWhom(cast(Any, reach))
    if not isinstance(people, list):
        raise TypeError("people")
    _names(reach, *people)
    return ForWhom(reach, tuple(people))
