"""The blocks that the screen knows: how each shows its steps and one of its sheets."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import flet as ft

from app.blocks.storyboard import editor as storyboard
from app.blocks.storyboard import how_far as method
from app.blocks.storyboard.arrange import Arrange
from app.blocks.words import editor as words
from app.blocks.worries import asked as worries_asked
from app.blocks.worries import editor as worries
from app.document import Document, Section
from app.ui.kit.hand import Hand, Step


class Editor(NamedTuple):
    """How a block is filled in: its steps, the sheet of one of them, and a dialog that arranges the steps, if any.

    alone: the page on which one person (the hand's holder) is asked about one item (an id), where a block asks.
    """

    steps: Callable[[Document, Section], tuple[Step, ...]]
    sheet: Callable[[Hand, Section, str], ft.Control]
    arrange: Callable[..., ft.Control] | None = None
    alone: Callable[[Hand, Section, str], ft.Control] | None = None


EDITORS: Mapping[str, Editor] = {
    "storyboard": Editor(storyboard.steps, storyboard.sheet, Arrange),
    "method": Editor(method.steps, method.sheet),
    "words": Editor(words.steps, words.sheet),
    "worries": Editor(worries.steps, worries.sheet, alone=worries_asked.alone),
}
