"""What the worries block is: worries with their goals, number lines and views."""

from app.blocks import Block
from app.blocks.worries.closed import put_on
from app.blocks.worries.model import GOAL, SCALE, WORRY
from app.blocks.worries.print import asked_about, line, outline, parts

BLOCKS = (
    Block(
        slug="worries",
        screen="app.blocks.worries.screen:SCREEN",
        item_types=(WORRY, GOAL, SCALE),
        parts=parts,
        outline=outline,
        line=line,
        asked=asked_about,
        put_on=put_on,
        numbers=True,
    ),
)
