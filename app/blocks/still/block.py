"""What the block of what is still to talk about is: it keeps and prints nothing."""

from app.blocks import Block
from app.sayings.outline import no_line

BLOCKS = (Block(slug="still", screen="app.blocks.still.screen:SCREEN", line=no_line),)
