"""Stickers and photos on the pad: choosing one, and what a touch does to the one in hand."""

from collections.abc import Callable
from functools import cache

import flet as ft

from app.ink.sticker import Sticker
from app.ink.sticker_art import ORDER, drawing
from app.ink.tiles import likeness
from app.kit import controls, theme
from app.kit.controls import Handler
from app.kit.tappable import touchable
from app.language import _
from app.ui.pad.saved_page import LARGER, TURN, SavedPage
from app.ui.pad.tools import icon_tool

SIZE = 300
"""A sticker's side when it is put on the page, in page units: a child's hand covers it."""

_LOOK = 80


@cache
def _look(art: str) -> bytes:
    # Kept for good: what all stickers look like tells nothing of any plan.
    return likeness(Sticker(art, 0, 0, 136))


def stickers_dialog(choose: Callable[[str], Handler], close: Handler) -> ft.Control:
    """All the stickers, each with its name."""
    shown = [
        touchable(
            ft.Container(
                ft.Image(_look(art), width=_LOOK, height=_LOOK, exclude_from_semantics=True),
                bgcolor=theme.PAPER,
                border_radius=theme.CORNER,
                border=ft.Border.all(1, theme.LINE),
                padding=4,
            ),
            _(drawing(art).name),
            choose(art),
            key=f"sticker-{art}",
            padding=2,
        )
        for art in ORDER
    ]
    return controls.dialog(
        _("Choose a sticker"),
        [
            ft.Row(
                [
                    ft.Container(controls.heading(_("Choose a sticker")), expand=True),
                    controls.button(_("Back"), close, key="close-stickers", height=theme.CHILD_TARGET),
                ]
            ),
            ft.Row(shown, wrap=True, spacing=4, run_spacing=4),
        ],
        width=700,
    )


def thing_tools(
    kept: SavedPage, id: str, *, handler: Callable[[Callable[[], None]], Handler], let_go: Handler
) -> ft.Control:
    """What can be done with the thing in hand: a line of touches below the page."""

    def tool(icon: ft.IconData, name: str, act: Callable[[], None], key: str) -> ft.Control:
        return icon_tool(icon, name, handler(act), key=key)

    return ft.Row(
        [
            tool(ft.Icons.ADD, _("Larger"), lambda: kept.grow(id, LARGER), "larger"),
            tool(ft.Icons.REMOVE, _("Smaller"), lambda: kept.grow(id, 1 / LARGER), "smaller"),
            tool(ft.Icons.ROTATE_LEFT, _("Turn left"), lambda: kept.turn(id, -TURN), "turn-left"),
            tool(ft.Icons.ROTATE_RIGHT, _("Turn right"), lambda: kept.turn(id, TURN), "turn-right"),
            tool(ft.Icons.FLIP, _("Look the other way"), lambda: kept.mirror(id), "mirror"),
            tool(ft.Icons.FLIP_TO_FRONT, _("In front of all"), lambda: kept.lay_on_top(id), "to-front"),
            tool(ft.Icons.FLIP_TO_BACK, _("Behind all"), lambda: kept.lay_below(id), "to-back"),
            tool(ft.Icons.DELETE_OUTLINE, _("Take it off"), lambda: kept.take_off(id), "take-off"),
            icon_tool(ft.Icons.CHECK, _("Leave it there"), let_go, key="let-go"),
        ],
        wrap=True,
        spacing=4,
        run_spacing=4,
        alignment=ft.MainAxisAlignment.CENTER,
    )
