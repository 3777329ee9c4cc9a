"""The colours, each with its name, and how thick the line is."""

from collections.abc import Callable

import flet as ft

from app.ink import PALETTE, hue, pen_of
from app.kit import controls, theme
from app.kit.controls import Handler
from app.kit.tappable import child_tool
from app.language import N_, _
from app.ui.session.drawing_tool import Tool

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
    N_("White"),
    N_("Skin, very light"),
    N_("Skin, light"),
    N_("Skin, light brown"),
    N_("Skin, brown"),
    N_("Skin, dark brown"),
    N_("Skin, very dark"),
    N_("Dark red"),
    N_("Dark green"),
    N_("Dark blue"),
    N_("Turquoise"),
    N_("Light yellow"),
)

SIZE_NAMES = (N_("Thin line"), N_("Middle line"), N_("Thick line"))

ORDER = (0, 1, 12, 2, 3, 19, 4, 5, 23, 7, 6, 20, 9, 8, 21, 22, 10, 11, 13, 14, 15, 16, 17, 18)
"""As they lie in a box: what looks alike is near, skins in a row of their own."""


def name_of_colour(colour: int) -> str:
    """Return what a colour is called, in the language spoken here."""
    return _(COLOUR_NAMES[colour])


def swatch(colour: int, *, chosen: bool, on_click: Handler, key: str = "") -> ft.Control:
    """One of the colours, with its name."""
    look = ft.Container(
        width=48,
        height=48,
        bgcolor=PALETTE[colour][1],
        border_radius=theme.CORNER,
        border=ft.Border.all(1, theme.EDGE),
    )
    return child_tool(
        look,
        name_of_colour(colour),
        on_click,
        key=key or f"colour-{colour}",
        chosen=chosen,
    )


def _size(tool: Tool, size: int, on_click: Handler) -> ft.Control:
    """A dot as thick as the line, in the colour that it draws."""
    dot = min(44.0, 6 + pen_of(tool.pen).widths[size] * 0.7)
    look = ft.Container(
        ft.Container(
            width=dot,
            height=dot,
            bgcolor=hue(tool.colour),
            border_radius=dot / 2,
            border=ft.Border.all(1, theme.EDGE),
        ),
        width=48,
        height=48,
        alignment=ft.Alignment.CENTER,
        bgcolor=theme.PAPER,
        border_radius=theme.CORNER,
    )
    chosen = tool.size == size
    return child_tool(
        look,
        _(SIZE_NAMES[size]),
        on_click,
        key=f"size-{size}",
        chosen=chosen,
    )


def palette_dialog(
    tool: Tool, take: Callable[[int], Handler], take_size: Callable[[int], Handler], close: Handler
) -> ft.Control:
    """All the colours, and the three sizes."""
    swatches = [swatch(n, chosen=n == tool.colour, on_click=take(n)) for n in ORDER]
    sizes = [_size(tool, n, take_size(n)) for n in range(3)]
    return controls.dialog(
        _("Choose a colour"),
        [
            controls.heading(_("Choose a colour")),
            ft.Row(swatches, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
            ft.Row(
                [
                    *sizes,
                    controls.main_button(_("Done"), close, key="close-palette", height=theme.CHILD_TARGET),
                ],
                wrap=True,
                spacing=theme.GAP_S,
                run_spacing=theme.GAP_S,
            ),
        ],
        width=500,
    )
