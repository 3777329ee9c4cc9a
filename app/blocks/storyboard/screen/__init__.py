"""A storyboard on the screen: its pages, how far it is, and who agrees first."""

from app.asking.screen.block_screen import BlockScreen
from app.blocks.storyboard.screen import editor, stages, who_agrees
from app.blocks.storyboard.screen.arrange import Arrange

STORYBOARD = BlockScreen(editor.steps, editor.sheet, Arrange.keyed("arranging"), read=True, within=editor.within)
METHOD = BlockScreen(stages.steps, stages.sheet, alone=who_agrees.alone)
WHO_AGREES = BlockScreen(who_agrees.steps, who_agrees.sheet)
