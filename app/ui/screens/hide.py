"""Hide: one touch, in the same corner of every screen, to a page on which anybody might have been drawing.

Hidden is locked: the keys and the open plan are gone, and this page knows nothing of them. What is drawn on it is
thrown away. After a break it says that the page is safe, and no more. Source: docs/domain/sharing.md ("one touch hides
everything behind a harmless screen, from anywhere").
"""

from collections.abc import Sequence

import flet as ft

from app.document import new_id
from app.ink import Point, View, stroke_of
from app.ink.mark import Mark
from app.kit import controls, theme
from app.kit.component import component, made, state
from app.kit.controls import Handler
from app.language import _
from app.ui.pad.page_drag import Doing
from app.ui.pad.palette import swatch
from app.ui.pad.surface import Surface, page_width
from app.ui.screens.lock import LockScreen
from app.ui.session.drawing_tool import Tool
from app.ui.session.session import Session

COLOURS = (0, 3, 5, 6, 8)
"""Black, red, yellow, green, blue."""


def hide_button(session: Session) -> ft.Control:
    """The corner that hides: physically top right, in every language, over every screen and dialog."""
    return ft.Container(
        controls.icon_button(ft.Icons.VISIBILITY_OFF, _("Hide"), session.hide, key="hide"), right=theme.GAP_S, top=4
    )


@component
def HiddenScreen(session: Session) -> ft.Control:
    """A drawing page; in the corner, where Hide was, the way back for who has the PIN."""
    asking, set_asking = state(False)
    marks, set_marks = made(tuple[tuple[str, Mark], ...])
    colour, set_colour = state(0)
    tool = Tool(colour=colour)

    def draw(points: Sequence[Point], widths: Sequence[float]) -> str:
        id = new_id()
        line = stroke_of(points, widths, colour=tool.colour, width=tool.width, pen=tool.pen)
        set_marks((*marks, (id, line)))
        return id

    def take(number: int) -> Handler:
        return lambda: set_colour(number)

    window = session.window
    page = page_width(window.width - 2 * theme.GAP, window.height - 2 * theme.BAR - theme.GAP)
    back = controls.icon_button(
        ft.Icons.BRUSH if asking else ft.Icons.MORE_HORIZ,
        _("Draw") if asking else _("More"),
        lambda: set_asking(not asking),
        key="more",
    )
    if asking:
        below: ft.Control = LockScreen.keyed("lock-screen")(session)
    else:
        pens = [swatch(n, chosen=n == colour, on_click=take(n)) for n in COLOURS]
        below = ft.Column(
            [
                ft.Container(
                    controls.words(session.cover_words, size=theme.CONTROL) if session.cover_words else None,
                    height=theme.BAR,
                    alignment=ft.Alignment.CENTER,
                    padding=ft.Padding.symmetric(horizontal=theme.GAP_S + theme.BAR),  # Clear of the corner.
                ),
                ft.Container(
                    Surface.keyed("surface")(
                        marks=marks,
                        view=View(page),
                        tool=tool,
                        doing=Doing(draw=draw),
                        minding=session.minding,
                        label=_("The page that you draw on"),
                    ),
                    border=ft.Border.all(1, theme.EDGE),
                    border_radius=theme.CORNER,
                ),
                ft.Row(pens, alignment=ft.MainAxisAlignment.CENTER),
            ],
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=0,
            expand=True,
        )
    return ft.Stack([below, ft.Container(back, right=theme.GAP_S, top=4)], expand=True, fit=ft.StackFit.EXPAND)
