"""What the three blocks of a storyboard are: its pages, how far it is, and who agrees first."""

from app.blocks import Block
from app.blocks.storyboard import print as printed
from app.blocks.storyboard.agreeing import AGREES_FIRST
from app.blocks.storyboard.method import MOVE
from app.blocks.storyboard.model import PAGE
from app.ink.drawing import ITEM_TYPES

BLOCKS = (
    Block(
        slug="storyboard",
        screen="app.blocks.storyboard.screen:STORYBOARD",
        item_types=(PAGE, *ITEM_TYPES),
        parts=printed.parts,
        outline=printed.outline,
        cover=printed.cover,
        page=printed.page_told,
    ),
    # How a story came about is the worker's paper, and in nobody's copy: no parts.
    Block(
        slug="method",
        screen="app.blocks.storyboard.screen:METHOD",
        item_types=(MOVE,),
        outline=printed.outline_method,
    ),
    Block(
        slug="who-agrees",
        screen="app.blocks.storyboard.screen:WHO_AGREES",
        item_types=(AGREES_FIRST,),
        outline=printed.outline_who_agrees,
    ),
)
