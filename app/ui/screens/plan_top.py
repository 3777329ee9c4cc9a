"""What stands on top of the sheet of every step: what has to happen. Calm, and never hidden.

Source: field/safety-plan.md ("What has to happen (set by …) stands on top, never hidden").
"""

import flet as ft

from app.blocks.on_paper import on_top
from app.document import Document
from app.language import _
from app.ui.kit import parts, theme


def bands(document: Document, *, at: str) -> list[ft.Control]:
    """Return a band for each section whose lines stand on top, but for the one (a slug) that is on the sheet."""
    return [
        ft.Container(
            ft.Column(
                [parts.heading(_(section.title)), *(parts.words(line, size=theme.CONTROL) for line in lines)],
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
