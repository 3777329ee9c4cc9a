"""A drawing as it stands on a screen: white paper with an edge, whatever the screen's own colours are."""

import flet as ft

from app.kit import theme
from app.kit.controls import Handler


def paper(
    drawing: ft.Control | None, width: float, height: float, *, key: str | None = None, touched: Handler | None = None
) -> ft.Container:
    """Return a drawing (None: blank) on paper of so many pixels. touched: what a touch on it does."""
    return ft.Container(
        drawing,
        key=key,
        width=width,
        height=height,
        bgcolor=theme.PAPER,
        border=ft.Border.all(1, theme.EDGE),
        border_radius=theme.CORNER,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        on_click=touched,
    )
