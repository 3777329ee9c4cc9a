"""What the trying block is: what it keeps stands in other sections, and it prints nothing."""

from app.blocks import Block
from app.sayings.outline import no_line

BLOCKS = (Block(slug="trying", screen="app.blocks.trying.screen:SCREEN", line=no_line),)
