"""Relatives: an item each, below their parent."""

from collections.abc import Iterator

from app.document import Add, Document, Item, ItemType, position_between
from app.document.schema import Text

RELATIVE = ItemType("relative", {"name": Text(longest=60, lines=False), "line": Text(longest=40, written=False)})
"""name: as people write it. line: a slug, of mother's or father's side."""


def relatives(
    document: Document, section: str, parent: str | None = None, depth: int = 0
) -> Iterator[tuple[Item, int]]:
    """Yield the relatives of a section from the top down, each with how far below the top."""
    for item in document.children(parent, section=section, item_type=RELATIVE.slug):
        yield item, depth
        yield from relatives(document, section, item.id, depth + 1)


def add_relative(document: Document, section: str, name: str, *, by: str, parent: str | None = None) -> Add:
    """Return the change that adds somebody, below their parent (an item's id)."""
    there = document.children(parent, section=section)
    position = position_between(there[-1] if there else None, None)
    return RELATIVE.add(
        {"name": name, "line": "line-of-mother"}, section=section, by=by, parent=parent, position=position
    )
