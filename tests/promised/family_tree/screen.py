"""A family tree on the screen: the very picture that paper has."""

import flet as ft

from app.asking.screen.block_screen import BlockScreen
from app.blocks.family_tree.print import picture
from app.document import Document, Section
from app.kit import controls
from app.kit.editor_context import EditorContext, Step
from app.kit.pictures import shown
from app.language import _, right_to_left


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the section's one step."""
    return (Step(key=section.slug, title=_(section.title)),)


def sheet(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return the question and the tree."""
    tree = picture(context.document, section.slug)
    return ft.Column([controls.question(_(section.question)), *shown(tree, 400, right_to_left=right_to_left())])


SCREEN = BlockScreen(steps, sheet)
