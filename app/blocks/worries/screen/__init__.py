"""Worries on the screen, as far as their plan is opened."""

import flet as ft

from app.asking.screen.block_screen import BlockScreen
from app.blocks.worries.screen import editor
from app.blocks.worries.screen.ask_alone import alone, asked_about
from app.document import Section
from app.document.header import header
from app.kit.editor_context import EditorContext


def _as_opened(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return a worry as far as its plan is opened: the numbers and the goals come at a later visit.

    A kind of plan that does not open in stages shows all of it at once.
    """
    staged = any(s.stage for s in context.document.kind.sections)
    return editor.sheet(context, section, step, stage=header(context.document).stage if staged else editor.LATER)


SCREEN = BlockScreen(editor.steps, _as_opened, alone=alone, asked_about=asked_about)
