"""What the privacy block is: which sections are in nobody's copy but their holder's."""

from app.blocks import Block
from app.blocks.privacy.print import outline
from app.sayings.outline import no_line

BLOCKS = (
    Block(slug="privacy", screen="app.blocks.privacy.screen:SCREEN", outline=outline, line=no_line, sets_privacy=True),
)
