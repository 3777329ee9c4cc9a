"""What stands on top of the sheet: what has to happen, at every step and never hidden; what we promised, at the first.

Source: docs/domain/safety-plan.md ("What has to happen (set by …) stands on top, never hidden").
"""

import flet as ft

from app.document import Document
from app.export.outline import on_top
from app.kit import controls, theme
from app.kit.editor_context import EditorContext
from app.language import _
from app.sayings.outline import promise_lines


def bands(document: Document, *, at: str) -> list[ft.Control]:
    """Return a band for each section whose lines stand on top, but for the one (a slug) that is on the sheet."""
    return [
        ft.Container(
            ft.Column(
                [controls.heading(_(section.title)), *(controls.words(line, size=theme.CONTROL) for line in lines)],
                spacing=4,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
            key=f"on-top-{section.slug}",
            padding=ft.Padding.symmetric(horizontal=theme.GAP, vertical=theme.GAP_S),
            bgcolor=theme.CHOSEN,
            border_radius=theme.CORNER,
        )
        for section, lines in on_top(document)
        if section.slug != at
    ]


PROMISES, ALL_PROMISES = "promises", "few-promises"
"""What a session puts away when the promises have been read; and when all of them are wanted."""

MOST = 4
"""So many lines greet a visit."""


def greeting(context: EditorContext) -> list[ft.Control]:
    """Return what was promised and is open yet, for the beginning of a visit, until somebody puts it away."""
    promised = promise_lines(context.document, context.today)
    if not promised or PROMISES in context.away:
        return []
    away = context.handler(lambda: context.put_away(PROMISES))
    all_ = context.handler(lambda: context.put_away(ALL_PROMISES))
    shown = promised if ALL_PROMISES in context.away else promised[:MOST]
    more = [controls.link(_("All of them"), all_, key="all-promises")] if len(shown) < len(promised) else []
    return [
        *controls.listed(_("We said we would …"), shown, key="promised"),
        ft.Row([*more, controls.link(_("Put it away"), away, key="put-promises-away")], wrap=True),
    ]
