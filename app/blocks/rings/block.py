"""What the rings block is: who is there for a child, and how near."""

from app.blocks import Block
from app.blocks.rings.model import MEMBER, MIDDLE, names_written
from app.blocks.rings.print import line, outline, parts

BLOCKS = (
    Block(
        slug="rings",
        screen="app.blocks.rings.screen:SCREEN",
        item_types=(MEMBER, MIDDLE),
        parts=parts,
        outline=outline,
        line=line,
        names=names_written,
    ),
)
