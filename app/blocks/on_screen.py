"""The blocks that the screen knows: how each shows its steps and one of its sheets."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import flet as ft

from app.blocks.rings import editor as rings
from app.blocks.rows import editor as rows
from app.blocks.storyboard import editor as storyboard
from app.blocks.storyboard import how_far as method
from app.blocks.storyboard.arrange import Arrange
from app.blocks.words import editor as words
from app.document import Document, Section
from app.ui.kit.hand import Hand, Step


class Editor(NamedTuple):
    """How a block is filled in: its steps, the sheet of one of them, and a dialog that arranges the steps, if any."""

    steps: Callable[[Document, Section], tuple[Step, ...]]
    sheet: Callable[[Hand, Section, str], ft.Control]
    arrange: Callable[..., ft.Control] | None = None


EDITORS: Mapping[str, Editor] = {
    "rows": Editor(rows.steps, rows.sheet),
    "storyboard": Editor(storyboard.steps, storyboard.sheet, Arrange),
    "method": Editor(method.steps, method.sheet),
    "words": Editor(words.steps, words.sheet),
    "rings": Editor(rings.steps, rings.sheet),
}
