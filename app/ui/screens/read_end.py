"""The end of a book that was read together: a blank page that invites, and the way back to what was drawn there.

What is drawn is the child's own: it is handed over, no picture of it stands on the shared page, and it is opened again
only behind the PIN. In the list of drawings it has the book's name, so that it is found when the book is shut.
"""

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from app.blocks.storyboard.model import LONGEST_NAME
from app.document.header import header
from app.kit import controls, theme
from app.kit.component import component, maybe, state
from app.language import _
from app.language.graphemes import shortened
from app.ui.actions.families import drawing_again, just_draw
from app.ui.screens.ask_pin import ask_pin
from app.ui.screens.read_page import PageRoom, blank
from app.ui.session import handover
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import AtPad, ReadTogether
from app.ui.session.session import Session


@component
def EndOfBook(
    session: Session, plan: OpenPlan, route: ReadTogether, room: PageRoom, close: Callable[[], None]
) -> ft.Control:
    """The last page. A family that has the tablet to itself only closes the book: nobody's PIN would lead back."""
    again, set_again = maybe(AtPad)
    asking, set_asking = state(False)
    family = header(plan.document).family

    async def look() -> None:
        with session.minding():
            set_again(await drawing_again(session, family, route.drawing))

    async def draw() -> None:
        title = header(plan.document).title
        rest = _("After reading {title}").format(title="")
        name = _("After reading {title}").format(title=shortened(title, LONGEST_NAME - len(rest)))
        pad = await just_draw(session, family, name=name)
        await handover.hand_over(session, replace(pad, back=replace(route, drawing=pad.page)))

    async def draw_more() -> None:
        if again is not None:
            await handover.hand_over(session, replace(again, back=route))

    ft.use_effect(look, [route.drawing])
    large = theme.CHILD_TARGET
    done = controls.button(_("Close the book"), session.handler(close), key="close", height=large)
    if session.family_time:
        return blank(room, [done])
    if asking:
        why = _("Drawings are the child's own. The worker opens them.")
        not_now = controls.link(_("Not now"), session.handler(lambda: set_asking(False)), key="not-now")
        return ft.Container(
            ft.Column([ask_pin(session, why=why, then=draw_more), not_now], tight=True),
            width=min(room.width, 560),
            padding=theme.GAP,
        )
    words = _("Draw") if again is None else _("Draw something new")
    drawing = controls.main_button(
        words, session.handler(draw, once=True), key="draw", icon=ft.Icons.BRUSH, height=large
    )
    if again is None:
        return blank(room, [drawing, done])
    more = controls.button(
        _("Draw more on it"), session.handler(lambda: set_asking(True)), key="draw-more", height=large
    )
    kept = _("Your drawing is kept. It is under “Drawings” on the home screen.")
    return blank(room, [more, drawing, done], said=kept)
