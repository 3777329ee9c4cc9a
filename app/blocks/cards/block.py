"""What the cards block is: cards that are ordered, filled and worked on."""

from app.blocks import Block
from app.blocks.cards.model import AIM, CARD, FULL, MATTERS
from app.blocks.cards.print import line, outline, parts

BLOCKS = (
    Block(
        slug="cards",
        screen="app.blocks.cards.screen:SCREEN",
        item_types=(CARD, MATTERS, FULL, AIM),
        parts=parts,
        outline=outline,
        line=line,
        numbers=True,
    ),
)
