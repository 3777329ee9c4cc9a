"""A drawing as it is kept: strokes that hang below an item (a page, a panel, later a face)."""

from collections.abc import Iterable

from app.document import Add, Change, Document, ForWhom, Remove, Sort, place_between
from app.document.item import EVERYONE
from app.document.sorts import Ink
from app.ink.packing import DamagedInk, pack, unpack
from app.ink.stroke import Stroke

STROKE = Sort("stroke", {"ink": Ink()})


def strokes(document: Document, page: str, *, known: dict[str, Stroke] | None = None) -> tuple[tuple[str, Stroke], ...]:
    """Return the drawing below an item as (id, stroke), first drawn first.

    Ink that cannot be read is left out here and kept in the document: a newer version may know it.
    known: strokes unpacked before, by id; filled up as a pad goes along, so that a pen-up unpacks
    one stroke and not the page. A stroke's ink never changes.
    """
    known = {} if known is None else known
    found: list[tuple[str, Stroke]] = []
    for item in document.children(page, sort=STROKE.slug):
        stroke = known.get(item.id)
        if stroke is None:
            ink = item.fields.get("ink")
            try:
                stroke = known[item.id] = unpack(ink if isinstance(ink, bytes) else b"")
            except DamagedInk:
                continue
        found.append((item.id, stroke))
    return tuple(found)


def drawn(document: Document, page: str) -> bool:
    """Whether anything is drawn below an item."""
    return bool(document.children(page, sort=STROKE.slug))


def draw(
    document: Document,
    page: str,
    stroke: Stroke,
    *,
    section: str,
    by: str,
    for_whom: ForWhom = EVERYONE,
) -> Add:
    """Return the change that draws one stroke on top of the others. Raises NotAccepted for one that is too large."""
    last = document.children(page, sort=STROKE.slug)
    place = place_between(last[-1] if last else None, None)
    return STROKE.add({"ink": pack(stroke)}, section=section, by=by, parent=page, place=place, for_whom=for_whom)


def rub_out(ids: Iterable[str]) -> tuple[Change, ...]:
    """Return the changes that take these strokes away: one step, so that one touch brings them back."""
    return tuple(Remove(i) for i in ids)
