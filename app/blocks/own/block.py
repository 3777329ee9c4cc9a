"""What the block of a grown-up's own plan is: on nobody's paper."""

from app.blocks import Block
from app.blocks.own.model import OWN
from app.blocks.own.print import outline
from app.sayings.outline import no_line

BLOCKS = (Block(slug="own", screen="app.blocks.own.screen:SCREEN", item_types=(OWN,), outline=outline, line=no_line),)
