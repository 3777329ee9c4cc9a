"""People in rings on the screen."""

from app.asking.screen.block_screen import BlockScreen
from app.blocks.rings.screen.editor import sheet, steps

SCREEN = BlockScreen(steps, sheet)
