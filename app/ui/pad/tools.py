"""A child's tools: each shows what it does by its look, and has a name for who cannot see it."""

from collections.abc import Callable

import flet as ft

from app.ink import PALETTE
from app.language import N_, _
from app.ui.kit import parts, theme
from app.ui.kit.parts import Handler
from app.ui.kit.touchable import touchable

COLOUR_NAMES = (
    N_("Black"),
    N_("Grey"),
    N_("Brown"),
    N_("Red"),
    N_("Orange"),
    N_("Yellow"),
    N_("Green"),
    N_("Light green"),
    N_("Blue"),
    N_("Light blue"),
    N_("Purple"),
    N_("Pink"),
)
WIDTH_NAMES = (N_("Thin pen"), N_("Middle pen"), N_("Thick pen"))

TOOLS_WIDTH = 124
"""The column of tools: wide enough for "I'm finished" in one line."""


def tool_column(*, across: bool, buttons: list[ft.Control], finished: ft.Control) -> ft.Control:
    """The tools away from the drawing: down the side, or below the page where the screen is tall."""
    if not across:
        return ft.Column(
            [
                ft.Row(buttons, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
                ft.Row([finished], alignment=ft.MainAxisAlignment.END),
            ],
            spacing=theme.GAP_S,
        )
    return ft.Column(
        [
            ft.Column(
                buttons,
                spacing=4,
                expand=True,
                scroll=ft.ScrollMode.AUTO,
                horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            ),
            finished,
        ],
        width=TOOLS_WIDTH,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )


def _touched(content: ft.Control, name: str, on_click: Handler, *, key: str, chosen: bool = False) -> ft.Control:
    """A child's tool that shows what it does by its look."""
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


def pen_tool(number: int, *, chosen: bool, colour: int, on_click: Handler) -> ft.Control:
    """One pen: a dot as thick as its line, in the colour that it draws."""
    dot = (14, 24, 38)[number]
    return _touched(
        ft.Container(
            width=dot,
            height=dot,
            bgcolor=PALETTE[colour][1],
            border_radius=dot / 2,
            border=ft.Border.all(1, theme.EDGE),
        ),
        _(WIDTH_NAMES[number]),
        on_click,
        key=f"pen-{number}",
        chosen=chosen,
    )


def colour_tool(colour: int, *, on_click: Handler) -> ft.Control:
    """The colour in hand; a touch shows all of them."""
    return _touched(
        ft.Container(
            ft.Icon(ft.Icons.PALETTE, color="#FFFFFF" if colour not in (5, 7, 9) else "#23302F", size=24),
            width=48,
            height=48,
            alignment=ft.Alignment.CENTER,
            bgcolor=PALETTE[colour][1],
            border_radius=theme.CORNER,
        ),
        _("Colour: {name}").format(name=_(COLOUR_NAMES[colour])),
        on_click,
        key="colour",
    )


def palette_dialog(chosen: int, take: Callable[[int], Handler], close: Handler) -> ft.Control:
    """All the colours, each with its name."""
    swatches = [
        _touched(
            ft.Container(
                width=52,
                height=52,
                bgcolor=look,
                border_radius=theme.CORNER,
                border=ft.Border.all(1, theme.EDGE),
            ),
            _(COLOUR_NAMES[n]),
            take(n),
            key=f"colour-{n}",
            chosen=n == chosen,
        )
        for n, (_slug, look) in enumerate(PALETTE)
    ]
    return parts.dialog(
        _("Choose a colour"),
        [
            parts.heading(_("Choose a colour")),
            ft.Row(swatches, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
            ft.Row(
                [
                    parts.button(
                        _("Keep this one"),
                        close,
                        key="close-palette",
                        height=theme.CHILD_TARGET,
                    )
                ]
            ),
        ],
        width=500,
    )
