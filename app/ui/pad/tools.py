"""A child's tools: each shows what it does by its look, and has a name for who cannot see it."""

import math
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

TOOLS_WIDTH = 148
"""The column of tools: wide enough for "I'm finished" in one line."""


def tool_column(*, across: bool, buttons: list[ft.Control], finished: ft.Control, pause: ft.Control) -> ft.Control:
    """The tools away from the drawing: down the side, or below the page where the screen is tall."""
    if not across:
        return ft.Column(
            [
                ft.Row(buttons, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
                ft.Row([pause, finished], alignment=ft.MainAxisAlignment.END),
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
            pause,
            finished,
        ],
        spacing=0,
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


def _plate(look: ft.Control) -> ft.Control:
    """A piece of paper below a tool's look, so that black is seen in the dark too."""
    return ft.Container(
        look,
        width=48,
        height=48,
        alignment=ft.Alignment.CENTER,
        bgcolor=theme.PAPER,
        border_radius=theme.CORNER,
    )


def pen_tool(number: int, *, chosen: bool, colour: int, on_click: Handler) -> ft.Control:
    """One pen: a dot as thick as its line, in the colour that it draws."""
    dot = (14, 24, 38)[number]
    return _touched(
        _plate(
            ft.Container(
                width=dot,
                height=dot,
                bgcolor=PALETTE[colour][1],
                border_radius=dot / 2,
                border=ft.Border.all(1, theme.EDGE),
            )
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
            border=ft.Border.all(1, theme.EDGE),
        ),
        _("Colour: {name}").format(name=_(COLOUR_NAMES[colour])),
        on_click,
        key="colour",
    )


def eraser_tool(*, chosen: bool, on_click: Handler) -> ft.Control:
    """A rubber in its sleeve, as it lies in a pencil case; the icon font has only a magic wand."""
    corner = 5
    rubber = ft.Container(
        left=0,
        width=16,
        height=20,
        bgcolor="#E884B0",
        border=ft.Border.all(2, "#23302F"),
        border_radius=ft.BorderRadius.only(top_left=corner, bottom_left=corner),
    )
    sleeve = ft.Container(
        left=16,
        width=20,
        height=20,
        bgcolor="#6BBCE8",
        border=ft.Border.all(2, "#23302F"),
        border_radius=ft.BorderRadius.only(top_right=corner, bottom_right=corner),
    )
    # Not a Row: its order would turn with the language, its round corners would not.
    look = ft.Stack([rubber, sleeve], width=36, height=20, rotate=ft.Rotate(-math.pi / 5))
    return _touched(_plate(look), _("Eraser"), on_click, key="eraser", chosen=chosen)


def swatch(colour: int, *, chosen: bool, on_click: Handler) -> ft.Control:
    """One of the colours, with its name."""
    look = ft.Container(
        width=52,
        height=52,
        bgcolor=PALETTE[colour][1],
        border_radius=theme.CORNER,
        border=ft.Border.all(1, theme.EDGE),
    )
    return _touched(look, _(COLOUR_NAMES[colour]), on_click, key=f"colour-{colour}", chosen=chosen)


def palette_dialog(chosen: int, take: Callable[[int], Handler], close: Handler) -> ft.Control:
    """All the colours, each with its name."""
    swatches = [swatch(n, chosen=n == chosen, on_click=take(n)) for n in range(len(PALETTE))]
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
