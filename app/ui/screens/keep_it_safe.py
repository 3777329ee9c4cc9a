"""Keep it safe: when the tablet locks by itself, the keys, who can help. For the worker, after the PIN."""

import flet as ft

from app.kit import controls
from app.kit.component import component, state
from app.language import _, ngettext
from app.ui.screens.ask_pin import ask_pin
from app.ui.screens.choose_secret import SecretChoice
from app.ui.screens.frame import quiet_page, top_bar
from app.ui.screens.helplines import HelplinesChoice
from app.ui.screens.spare_key import SpareKeyChoice
from app.ui.screens.visit_code import VisitCodeChoice
from app.ui.session.auto_lock import LOCK_SETTING
from app.ui.session.routes import Home
from app.ui.session.session import Session

MINUTES = (1, 2, 5, 10, 15)
"""What can be chosen (lock_after.py has the ends)."""


@component
def SafetyScreen(session: Session) -> ft.Control:
    """The choices."""
    proved, set_proved = state(False)
    bar = top_bar(session, back=session.handler(lambda: session.go(Home())))
    if not proved:
        why = _("These choices are for the worker alone.")
        return quiet_page(session, [ask_pin(session, why=why, then=lambda: set_proved(True), whole=True)], bar=bar)
    return quiet_page(
        session,
        [
            controls.title(_("Keep it safe")),
            controls.words(_("Hide is always in the corner. The Escape key does the same.")),
            controls.heading(_("Lock when nobody has touched it for")),
            ft.Row([_minutes(session, n) for n in MINUTES], wrap=True),
            VisitCodeChoice.keyed("visit-code-choice")(session),
            SecretChoice.keyed("secret-choice")(session),
            SpareKeyChoice.keyed("spare-key-choice")(session),
            HelplinesChoice.keyed("helplines-choice")(session),
        ],
        bar=bar,
    )


def _minutes(session: Session, minutes: int) -> ft.Control:
    async def choose() -> None:
        await session.settings.keep(LOCK_SETTING, minutes)
        session.lock_after = minutes

    return controls.button(
        ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes),
        session.handler(choose),
        key=f"lock-after-{minutes}",
        chosen=session.lock_after == minutes,
    )
