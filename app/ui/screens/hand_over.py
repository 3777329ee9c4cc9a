"""The tablet comes back from whoever had it: it waits for the PIN, and shows nothing until then."""

import flet as ft

from app.language import _
from app.ui.kit import parts
from app.ui.kit.component import component
from app.ui.screens.ask_pin import ask_pin
from app.ui.screens.frame import quiet_page
from app.ui.session import Session


@component
def HandedBackScreen(session: Session) -> ft.Control:
    """Thanks, and the PIN."""
    return quiet_page(
        session,
        [
            parts.title(_("Thank you")),
            parts.words(_("Your page is kept. Please give the tablet back now.")),
            ask_pin(
                session,
                why=_("The worker goes on from here."),
                then=session.take_back,
            ),
        ],
    )
