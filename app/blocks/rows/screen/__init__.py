"""Rows on the screen: filled in, asked of one person alone, and how what was promised went."""

from app.asking.screen.block_screen import BlockScreen
from app.blocks.rows.screen.ask_alone import alone
from app.blocks.rows.screen.editor import sheet, steps

SCREEN = BlockScreen(steps, sheet, alone=alone)
