"""What the family tree block is."""

from app.blocks import Block
from app.blocks.family_tree.model import RELATIVE
from app.blocks.family_tree.print import outline, parts

BLOCKS = (
    Block(
        slug="family-tree",
        screen="app.blocks.family_tree.screen:SCREEN",
        item_types=(RELATIVE,),
        parts=parts,
        outline=outline,
    ),
)
