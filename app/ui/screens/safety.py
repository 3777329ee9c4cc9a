"""Keep it safe: when the tablet locks by itself, a code for this visit, who can help. For the worker, after the PIN."""

import flet as ft

from app.language import _, ngettext
from app.ui.kit import parts, theme
from app.ui.kit.component import component, state
from app.ui.kit.parts import Handler
from app.ui.places import Home
from app.ui.screens.ask_pin import ask_pin
from app.ui.screens.frame import quiet_page, top_bar
from app.ui.screens.helplines import HelplinesChoice
from app.ui.session import Session

MINUTES = (1, 2, 5, 10, 15)
"""What can be chosen; session.py has the reasons for the ends."""


@component
def SafetyScreen(session: Session) -> ft.Control:
    """The choices."""
    proved, set_proved = state(False)
    bar = top_bar(session, back=session.handler(lambda: session.go(Home())))
    if not proved:
        why = _("These choices need your PIN or your four words again.")
        return quiet_page(session, [ask_pin(session, why=why, then=lambda: set_proved(True))], bar=bar)
    return quiet_page(
        session,
        [
            parts.title(_("Keep it safe")),
            parts.words(_("Hide is always in the corner. The Escape key does the same.")),
            parts.heading(_("Lock when nobody has touched it for")),
            ft.Row([_minutes(session, n) for n in MINUTES], wrap=True),
            VisitCodeChoice(session, key="visit-code-choice"),
            HelplinesChoice(session, key="helplines-choice"),
        ],
        bar=bar,
    )


def _minutes(session: Session, minutes: int) -> ft.Control:
    async def choose() -> None:
        await session.choose_lock_after(minutes)

    return parts.button(
        ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes),
        session.handler(choose),
        key=f"lock-after-{minutes}",
        chosen=session.lock_after == minutes,
    )


@component
def VisitCodeChoice(session: Session) -> ft.Control:
    """Four digits for this visit, where four words keep the plans; nothing where a PIN does."""
    words, set_words = state(False)
    code, set_code = state("")
    made, set_made = state(False)
    wrong, set_wrong = state("")

    async def look() -> None:
        with session.minding():
            set_words((await session.tablet.door()).protection == "passphrase")

    async def begin() -> None:
        set_wrong("")
        with session.minding(set_wrong):
            await session.tablet.begin_visit(code)
            set_made(True)
        set_code("")

    ft.use_effect(look, [])
    if not words:
        return ft.Container()
    touched: Handler = session.handler(begin, once=True)
    return ft.Column(
        [
            parts.heading(_("A code for this visit")),
            parts.words(
                _(
                    "Four numbers that open the tablet until it is switched off. After three wrong tries, the "
                    "four words are needed."
                ),
                size=theme.CONTROL,
            ),
            parts.text_field(
                _("Visit code"),
                key="visit-code",
                value=code,
                on_change=lambda e: set_code(e.control.value or ""),
                on_submit=touched,
                secret=True,
                digits=True,
            ),
            *([parts.fault(wrong)] if wrong else []),
            *([parts.words(_("The code opens the tablet now."), bold=True)] if made else []),
            parts.button(_("Use this code"), touched, key="use-visit-code", height=56),
        ],
        spacing=theme.GAP,
    )
