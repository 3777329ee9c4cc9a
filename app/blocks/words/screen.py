"""One question on the screen, or several on one page, with what people say to each."""

import flet as ft

from app.asking.screen.block_screen import BlockScreen
from app.blocks.words.model import questions_of
from app.document import Document, Section
from app.document.saying import sayings
from app.kit import controls, theme
from app.kit.editor_context import EditorContext, Step
from app.language import _
from app.sayings.outline import writes_in
from app.sayings.screen.editor import Talk


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the section's one step."""
    spoken = bool(sayings(document, None, section=section.slug))
    return (Step(key=section.slug, title=_(section.title), spoken=spoken, owner=writes_in(section)),)


def sheet(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return the question (or each of several) with what was said, ready for more."""
    several = questions_of(section.shape)
    shown: list[ft.Control] = [
        controls.question(_(section.question), talking=context.talking),
        *([controls.words(_(section.prompt), quiet=True)] if section.prompt else []),
    ]
    if not several:
        shown.append(
            Talk.keyed(f"talk-{section.slug}")(
                context,
                section=section.slug,
                parent=None,
                for_whom=section.for_whom,
                owner=writes_in(section),
                focus=True,
            )
        )
    for question in several:
        shown += [
            ft.Container(controls.heading(_(question.words)), padding=ft.Padding.only(top=theme.GAP_S)),
            *([controls.quiet(_(question.prompt))] if question.prompt else []),
            Talk.keyed(f"talk-{section.slug}-{question.slug}")(
                context,
                section=section.slug,
                parent=None,
                for_whom=section.for_whom,
                owner=writes_in(section),
                asked=question.slug,
                starters=question.starters,
            ),
        ]
    return ft.Column(shown, spacing=theme.GAP)


SCREEN = BlockScreen(steps, sheet)
