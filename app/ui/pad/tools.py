"""A child's tools: each shows what it does by its look, and has a name for who cannot see it."""

from collections.abc import Callable, Sequence

import flet as ft

from app.ink import PENS
from app.kit import controls, theme
from app.kit.controls import Handler
from app.kit.tappable import child_tool
from app.language import N_, _
from app.ui.pad import tool_icons
from app.ui.pad.palette import name_of_colour, swatch
from app.ui.session.drawing_tool import Habits, Tool

PEN_NAMES = {"pencil": N_("Pencil"), "felt": N_("Felt pen"), "highlighter": N_("Highlighter")}

TOOLS_WIDTH = 148
"""The column of tools: two side by side, and "I'm finished" in one line."""


def tool_column(*, across: bool, buttons: Sequence[ft.Control], finished: ft.Control, pause: ft.Control) -> ft.Control:
    """The tools away from the drawing: down the side, or below the page where the screen is tall."""
    inside = ft.Row(list(buttons), wrap=True, spacing=4, run_spacing=4, alignment=ft.MainAxisAlignment.CENTER)
    if not across:
        return ft.Column([inside, ft.Row([pause, finished], alignment=ft.MainAxisAlignment.END)], spacing=theme.GAP_S)
    return ft.Column(
        [
            ft.Column([inside], expand=True, scroll=ft.ScrollMode.AUTO),
            pause,
            finished,
        ],
        spacing=0,
        width=TOOLS_WIDTH,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )


def tools_height(width: float) -> float:
    """Return the room that the tools below the page take, on a screen so wide."""
    in_a_row = max(1, int((width - 2 * theme.GAP_S + 4) // (theme.CHILD_TARGET + 4)))
    return -(-TOOLS // in_a_row) * (theme.CHILD_TARGET + 4) + 72 + 2 * theme.GAP_S


TOOLS = 18
"""How many there are at most."""


def pen_tools(tool: Tool, take: Callable[[str], Handler]) -> list[ft.Control]:
    """The three pens, in the colour in hand."""
    return [
        child_tool(
            tool_icons.pen(slug, tool.look),
            _(PEN_NAMES[slug]),
            take(slug),
            key=f"pen-{slug}",
            chosen=tool.does == "draw" and tool.pen == slug,
        )
        for slug in PENS
    ]


def colour_tools(tool: Tool, habits: Habits, open_palette: Handler, take: Callable[[int], Handler]) -> list[ft.Control]:
    """The colour in hand, a touch on which shows all of them, and the last ones used."""
    plate = ft.Container(
        ft.Icon(ft.Icons.PALETTE, color="#23302F", size=28),
        width=48,
        height=48,
        alignment=ft.Alignment.CENTER,
        bgcolor=theme.PAPER,
        border_radius=theme.CORNER,
        border=ft.Border.all(4, tool.look),
    )
    label = _("Colour: {name}").format(name=name_of_colour(tool.colour))
    return [
        child_tool(plate, label, open_palette, key="colour"),
        *(
            swatch(colour, chosen=colour == tool.colour, on_click=take(colour), key=f"recent-{n}")
            for n, colour in enumerate(habits.recent)
        ),
    ]


def eraser_tools(tool: Tool, take: Callable[[str], Handler]) -> list[ft.Control]:
    """Two ways of taking away: what is rubbed, and a line as a whole."""
    return [
        child_tool(tool_icons.rubber(), _("Rub out"), take("rub"), key="rubber", chosen=tool.does == "rub"),
        child_tool(
            tool_icons.eraser(), _("Take a line away"), take("erase"), key="eraser", chosen=tool.does == "erase"
        ),
    ]


def icon_tool(
    icon: ft.IconData, name: str, on_click: Handler, *, key: str, disabled: bool = False, chosen: bool = False
) -> ft.Control:
    """A tool with a picture of the icon font's."""
    return controls.icon_button(
        icon, name, on_click, key=key, size=theme.CHILD_TARGET, disabled=disabled, chosen=chosen
    )
