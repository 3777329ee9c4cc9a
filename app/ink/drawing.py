"""A drawing as it is kept: lines, stickers and photos that hang below an item (a page, a panel, later a face)."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from app.document import (
    Add,
    Change,
    Document,
    ForWhom,
    Item,
    ItemType,
    Move,
    NotAccepted,
    Remove,
    Set,
    position_between,
)
from app.document.item import EVERYONE
from app.document.schema import Blob, FieldType, Ink, Number, Text, Tick, spread
from app.ink.mark import Mark, Thing
from app.ink.packing import DamagedInk, pack, unpack
from app.ink.photo import LARGEST as LARGEST_PHOTO
from app.ink.photo import Photo, sane
from app.ink.sticker import LARGEST, SMALLEST, Sticker
from app.ink.stroke import PAGE_HEIGHT, PAGE_WIDTH, Stroke

_ACROSS, _DOWN = Number(-400, PAGE_WIDTH + 400), Number(-400, PAGE_HEIGHT + 400)
_PLACED: dict[str, FieldType] = {"x": _ACROSS, "y": _DOWN, "turn": Number(0, 359), "mirrored": Tick()}


STROKE = ItemType("stroke", {"ink": Ink()})
STICKER = ItemType(
    "sticker", {"art": Text(longest=40, lines=False, written=False), "size": Number(SMALLEST, LARGEST), **_PLACED}
)
PHOTO = ItemType(
    "photo", {"blob": Blob(), "width": Number(1, LARGEST_PHOTO), "height": Number(1, LARGEST_PHOTO), **_PLACED}
)

ITEM_TYPES = (STROKE, STICKER, PHOTO)
SLUGS = frozenset(item_type.slug for item_type in ITEM_TYPES)
"""The types of the items that a drawing is made of."""

M = TypeVar("M", Sticker, Photo)


def marks(document: Document, page: str, *, known: dict[str, Stroke] | None = None) -> tuple[tuple[str, Mark], ...]:
    """Return the drawing below an item as (id, mark), the lowest first.

    What cannot be read is left out here and kept in the document: a newer version may know it.
    known: strokes unpacked before, by id; filled up as a pad goes along, so that a pen-up unpacks
    one stroke and not the page. A stroke's ink never changes.
    """
    known = {} if known is None else known
    found: list[tuple[str, Mark]] = []
    for item in _items(document, page):
        mark: Mark | None = known.get(item.id)
        if mark is None:
            mark = _mark(item)
        if isinstance(mark, Stroke):
            known[item.id] = mark
        if mark is not None:
            found.append((item.id, mark))
    return tuple(found)


def strokes(document: Document, page: str, *, known: dict[str, Stroke] | None = None) -> tuple[tuple[str, Stroke], ...]:
    """Return the lines alone of the drawing below an item as (id, stroke)."""
    return tuple((id, mark) for id, mark in marks(document, page, known=known) if isinstance(mark, Stroke))


def drawn(document: Document, page: str) -> bool:
    """Whether anything is drawn below an item."""
    return bool(_items(document, page))


def put(
    document: Document,
    page: str,
    mark: Mark,
    *,
    section: str,
    by: str,
    for_whom: ForWhom = EVERYONE,
) -> Add:
    """Return the change that puts one mark on top of the others. Raises NotAccepted."""
    last = _items(document, page)
    position = position_between(last[-1] if last else None, None)
    return _add(mark, section=section, by=by, page=page, position=position, for_whom=for_whom)


def rub_out(ids: Iterable[str]) -> tuple[Change, ...]:
    """Return the changes that take these marks away: one step, so that one touch brings them back."""
    return tuple(Remove(i) for i in ids)


def replace_stroke(document: Document, id: str, pieces: Sequence[Stroke]) -> tuple[Change, ...]:
    """Return the changes that put what is left of a stroke in its place, between the same neighbours."""
    item = document.items.get(id)
    if item is None or item.parent is None:
        return ()
    there = _items(document, item.parent)
    at = there.index(item)
    above = there[at + 1] if at + 1 < len(there) else None
    below: Item = item
    changes: list[Change] = [Remove(id)]
    for piece in pieces:
        position = position_between(below, above)
        add = _add(piece, section=item.section, by=item.by, page=item.parent, position=position, for_whom=item.for_whom)
        changes.append(add)
        below = add.item
    return tuple(changes)


def changed(id: str, before: M, after: M) -> tuple[Change, ...]:
    """Return the changes that move, size, turn or mirror a thing. Raises NotAccepted for what no page holds."""
    item_type: ItemType = STICKER if "art" in before._fields else PHOTO
    old, new = before._asdict(), after._asdict()
    return tuple(Set(id, name, value) for name, value in item_type.check(new).items() if value != old[name])


def to_top(document: Document, id: str) -> tuple[Change, ...]:
    """Return the change that lays a mark over all others; none where it is there."""
    item = document.items.get(id)
    there = _items(document, item.parent) if item is not None and item.parent else ()
    if item is None or not there or there[-1] is item:
        return ()
    return (Move(id, item.parent, position_between(there[-1], None)),)


def to_bottom(document: Document, id: str) -> tuple[Change, ...]:
    """Return the change that lays a mark under all others; none where it is there."""
    item = document.items.get(id)
    there = _items(document, item.parent) if item is not None and item.parent else ()
    if item is None or not there or there[0] is item:
        return ()
    others = [i for i in there if i is not item]
    position, moved = spread(others, 0)
    return (Move(id, item.parent, position), *(Move(other, item.parent, room) for other, room in moved))


def photos_of(found: Iterable[Mark]) -> frozenset[str]:
    """Return the names of the photos among marks."""
    return frozenset(mark.blob for mark in found if isinstance(mark, Photo))


def all_photos(document: Document) -> frozenset[str]:
    """Return the names of all photos in a document."""
    return frozenset(str(i.fields.get("blob") or "") for i in document.items.values() if i.item_type == PHOTO.slug) - {
        ""
    }


def things(found: Iterable[tuple[str, Mark]]) -> tuple[tuple[str, Thing], ...]:
    """Return the stickers and photos among (id, mark)."""
    return tuple((id, mark) for id, mark in found if not isinstance(mark, Stroke))


def _items(document: Document, page: str) -> tuple[Item, ...]:
    return tuple(i for i in document.children(page) if i.item_type in SLUGS)


def _add(mark: Mark, *, section: str, by: str, page: str, position: str, for_whom: ForWhom) -> Add:
    match mark:
        case Stroke():
            item_type, fields = STROKE, {"ink": pack(mark)}
        case Sticker():
            item_type, fields = STICKER, mark._asdict()
        case Photo():
            item_type, fields = PHOTO, mark._asdict()
    return item_type.add(fields, section=section, by=by, parent=page, position=position, for_whom=for_whom)


def _mark(item: Item) -> Mark | None:
    """Return the mark that an item holds, or None where this version cannot read it."""
    fields = item.fields
    try:
        if item.item_type == STROKE.slug:
            ink = fields.get("ink")
            return unpack(ink if isinstance(ink, bytes) else b"")
        if item.item_type == STICKER.slug:
            return Sticker(**STICKER.check({k: fields[k] for k in STICKER.fields}))  # type: ignore[arg-type]
        photo = Photo(**PHOTO.check({k: fields[k] for k in PHOTO.fields}))  # type: ignore[arg-type]
        return photo if sane(photo) else None
    except (DamagedInk, NotAccepted, KeyError):
        return None
