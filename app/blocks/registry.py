"""Every block that the app knows: the only list. A new block is one folder beside this file and one line below."""

from collections.abc import Iterable, Mapping
from importlib import import_module
from types import MappingProxyType

from app.blocks import Block
from app.document import Document, Item, ItemType, Kind, Section
from app.document.item_types import IN_ANY_DOCUMENT
from app.document.kind import NotDeclared

FOLDERS = (
    "agreement",
    "cards",
    "own",
    "privacy",
    "review",
    "rings",
    "rows",
    "star",
    "still",
    "storyboard",
    "trying",
    "words",
    "worries",
)
"""The folders of the blocks. Each offers BLOCKS, a tuple of `Block` values, in its block.py."""


def _load(folder: str) -> tuple[Block, ...]:
    """Return the blocks of one folder. Raises ModuleNotFoundError, or TypeError where it offers something else."""
    offered: object = import_module(f"app.blocks.{folder}.block").BLOCKS
    if not isinstance(offered, tuple) or not offered or not all(isinstance(one, Block) for one in offered):
        raise TypeError(f"app/blocks/{folder}/block.py must offer BLOCKS, a tuple of Block values.")
    return offered


def _by_slug() -> Mapping[str, Block]:
    found: dict[str, Block] = {}
    for folder in FOLDERS:
        for block in _load(folder):
            if block.slug in found:
                raise ValueError(
                    f"Two blocks have the slug {block.slug!r}: give the one in app/blocks/{folder} another."
                )
            found[block.slug] = block
    return MappingProxyType(found)


BLOCKS: Mapping[str, Block] = _by_slug()
"""Each block by its slug."""


def block_of(section: Section | None) -> Block | None:
    """Return the block of a section; None for no section, and for a block that only a newer version knows."""
    return BLOCKS.get(section.block) if section is not None else None


def check_blocks(kinds: Iterable[Kind]) -> None:
    """Do nothing where every section stands in a block that there is. Raises NotDeclared."""
    for kind in kinds:
        for section in kind.sections:
            if section.block not in BLOCKS:
                raise NotDeclared(
                    f"The section {section.slug!r} of the kind {kind.slug!r} names the block {section.block!r}, and no "
                    f"block has that slug. Name one of {', '.join(sorted(BLOCKS))}; or give the new block a folder in "
                    "app/blocks, and its line in app/blocks/registry.py."
                )


def sets_privacy(section: Section) -> bool:
    """Whether it is set in a section who sees what."""
    block = block_of(section)
    return block is not None and block.sets_privacy


def _declared() -> Mapping[str, tuple[ItemType, ...]]:
    found: dict[str, tuple[ItemType, ...]] = {}
    for item_type in (*IN_ANY_DOCUMENT, *(t for block in BLOCKS.values() for t in block.item_types)):
        found[item_type.slug] = (*found.get(item_type.slug, ()), item_type)
    return MappingProxyType(found)


_DECLARED = _declared()


def is_written(document: Document, item: Item, field: str) -> bool:
    """Whether people write what stands in a field of an item, as the item types declare it (Text.written).

    What is declared nowhere counts as written: a newer version may have put it there.
    """
    section = document.kind.section(item.section)
    block = block_of(section)
    here = block.types_in(section) if block is not None and section is not None else ()
    known = [t for t in (*_DECLARED.get(item.item_type, ()), *here) if t.slug == item.item_type and field in t.fields]
    return not known or any(t.is_written(field) for t in known)
