"""What is still to talk about: for the worker, behind the PIN, each with the touch that leads to its place.

Never red, no percentages, and nothing waits for it. Source: docs/domain/safety-plan.md ("Plan health").
"""

import flet as ft

from app.asking.screen.block_screen import BlockScreen
from app.document import WORKER, Document, Section
from app.document.header import open_sections
from app.document.kind import ToTalkAbout
from app.kit import controls, theme
from app.kit.component import component
from app.kit.editor_context import EditorContext, Step
from app.language import _, isolate


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the section's one step. No dot and no number beside it: it is no homework."""
    return (Step(key=section.slug, title=_(section.title), owner=WORKER),)


def sheet(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return what the kind of plan finds to be talked about yet, line by line."""
    return StillToTalkAbout.keyed(f"still-{section.slug}")(context, section)


@component
def StillToTalkAbout(context: EditorContext, section: Section) -> ft.Control:
    """The list, worked out when the plan is another one."""
    whole, today = context.now(), context.today
    found = ft.use_memo(lambda: whole.kind.to_talk_about(whole, today), [whole, today])
    rest = controls.words(_("There is nothing here just now. You know best what else to talk about."))
    return ft.Column(
        [
            controls.question(_(section.question)),
            controls.words(_(section.prompt), quiet=True),
            *([_line(context, n, one) for n, one in enumerate(found)] or [rest]),
        ],
        spacing=theme.GAP,
    )


def _line(context: EditorContext, n: int, one: ToTalkAbout) -> ft.Control:
    position = next((s for s in open_sections(context.document) if s.slug == one.section), None)
    way: list[ft.Control] = []
    if position is not None:
        go = context.handler(lambda: context.go(position.slug))
        # Translators: leads to a part of the plan
        way.append(
            controls.button(_("Go to: {title}").format(title=isolate(_(position.title))), go, key=f"to-{one.slug}-{n}")
        )
    words = ft.Container(controls.words(one.words, size=theme.CONTROL), expand=True)
    line = ft.Column([words, *way]) if context.shape == "phone" else ft.Row([words, *way], spacing=theme.GAP)
    return ft.Container(line, key=f"still-{one.slug}-{n}")


SCREEN = BlockScreen(steps, sheet)
