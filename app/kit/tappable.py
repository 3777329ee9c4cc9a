"""Whatever is touched and is no plain button: a face, a step, a tile, a child's tool.

One way for all of them, so that each has a name, says that it is a button, and answers to Tab and Enter.
"""

import flet as ft

from app.kit import theme
from app.kit.controls import Handler


def touchable(
    content: ft.Control,
    name: str,
    on_click: Handler,
    *,
    key: str,
    chosen: bool = False,
    width: float | None = None,
    height: float | None = None,
    padding: ft.PaddingValue = 0,
    bgcolor: str = ft.Colors.TRANSPARENT,
    edge: ft.BorderSide | None = None,
    corner: int = theme.CORNER,
) -> ft.Control:
    """Return content that can be touched. name: what a screen reader is told, instead of what the content says.

    chosen: which of several holds now; how that looks is the content's matter. width, height: pixels.
    """
    made = ft.TextButton(
        content=ft.Semantics(label=name, exclude_semantics=True, content=content),
        key=key,
        on_click=on_click,
        width=width,
        height=height,
        style=ft.ButtonStyle(
            padding=padding,
            bgcolor=bgcolor,
            shape=ft.RoundedRectangleBorder(radius=corner),
            side={
                ft.ControlState.FOCUSED: ft.BorderSide(3, theme.ACCENT),
                ft.ControlState.DEFAULT: edge or ft.BorderSide(0, ft.Colors.TRANSPARENT),
            },
            alignment=ft.Alignment.CENTER,
        ),
    )
    return ft.MergeSemantics(content=ft.Semantics(content=made, selected=chosen))


def child_tool(content: ft.Control, name: str, on_click: Handler, *, key: str, chosen: bool = False) -> ft.Control:
    """Return a tool of a child's size that shows what it does by its look."""
    return touchable(
        content,
        name,
        on_click,
        key=key,
        chosen=chosen,
        width=theme.CHILD_TARGET,
        height=theme.CHILD_TARGET,
        bgcolor=theme.CHOSEN if chosen else ft.Colors.TRANSPARENT,
        edge=ft.BorderSide(3, theme.ACCENT) if chosen else None,
    )
