"""Every block that the app knows: the only list. A new block is one folder beside this file and one line below."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from app.blocks import Block
from app.document import Section

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


def sets_privacy(section: Section) -> bool:
    """Whether it is set in a section who sees what."""
    block = block_of(section)
    return block is not None and block.sets_privacy
