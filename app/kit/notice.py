"""A sentence that is told to everybody in the room, in the colour and with the sign of what it says."""

from typing import Literal, TypeAlias

import flet as ft

from app.kit import controls, theme

Kind: TypeAlias = Literal["fault", "done", "hint"]
"""What a sentence says: that something did not work, that something did, or how something works."""


def told(text: str, kind: Kind) -> ft.Control:
    """Return the sentence, spoken at once by a screen reader. Only a fault has a fault's colour."""
    if kind == "fault":
        return controls.fault(text)
    done = kind == "done"
    icon = ft.Icons.CHECK_CIRCLE_OUTLINE if done else ft.Icons.LIGHTBULB_OUTLINE
    return ft.Semantics(
        live_region=True,
        content=ft.Row(
            [
                ft.Icon(icon, color=edge(kind), size=24),
                ft.Text(text, style=theme.text_style(theme.CONTROL), expand=True),
            ],
            spacing=theme.GAP_S,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
    )


def edge(kind: Kind) -> str:
    """Return the colour of the sign, and of what is drawn around such a sentence."""
    return {"fault": theme.CARE, "done": theme.ACCENT, "hint": theme.EDGE}[kind]
