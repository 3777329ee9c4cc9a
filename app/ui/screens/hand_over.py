"""The tablet comes back from whoever had it, or goes to them again after a break: nothing is shown until then."""

import flet as ft

from app.kit import controls, theme
from app.kit.component import component, state
from app.language import _
from app.ui.screens.ask_pin import ask_pin
from app.ui.screens.frame import quiet_page
from app.ui.session import handover
from app.ui.session.session import Session


@component
def HandedBackScreen(session: Session) -> ft.Control:
    """Thanks, and the PIN. That the page is kept is said when it is."""
    kept, set_kept = state(True)

    async def look() -> None:
        with session.minding():
            set_kept(await session.workspace.settled())

    ft.use_effect(look, [])
    told = (
        controls.words(_("Your page is kept. You can give the tablet back."))
        if kept
        else controls.fault(_("Not all of it is saved yet. Please leave the tablet on."))
    )
    return quiet_page(
        session,
        [
            controls.title(_("Thank you")),
            told,
            ask_pin(
                session,
                why=_("The worker goes on from here."),
                then=lambda: handover.take_back(session),
            ),
        ],
    )


@component
def WaitingScreen(session: Session) -> ft.Control:
    """The cover of a page that somebody had in their hands: whoever unlocked is not who made what is on it."""
    go_on = session.handler(lambda: handover.go_on(session))
    return quiet_page(
        session,
        [
            controls.title(_("The page is safe")),
            controls.words(_("Please give the tablet to whoever had it.")),
            ft.Row([controls.main_button(_("Go on with the page"), go_on, key="go-on", height=theme.CHILD_TARGET)]),
        ],
    )
