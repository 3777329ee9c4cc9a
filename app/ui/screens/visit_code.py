"""A visit code: four digits that prove the worker for today, where four words keep the plans. Offered once a day."""

from collections.abc import Awaitable, Callable

import flet as ft

from app.language import _
from app.ui.kit import parts, theme
from app.ui.kit.component import component, state, words_typed
from app.ui.places import OfferVisitCode, Place
from app.ui.screens.frame import quiet_page
from app.ui.session import Session

NOT_TODAY_SETTING = "visit-code-not-today"
"""The name of the sealed setting that keeps the day on which it was last declined."""


async def is_due(session: Session) -> bool:
    """Whether a visit code is to be offered now: four words keep the plans, there is none, and nobody said "Not today".

    For a session that is unlocked by the worker.
    """
    door = await session.tablet.door()
    if session.family_time or door.protection == "pin" or door.visit:
        return False
    return bool(await session.setting(NOT_TODAY_SETTING, "") != session.tablet.today.isoformat())


def offer(session: Session) -> None:
    """Show the offer before what would show now."""
    place = session.place
    session.go(place if isinstance(place, OfferVisitCode) else OfferVisitCode(place))


@component
def OfferVisitCodeScreen(session: Session, back: Place) -> ft.Control:
    """One field, or "Not today"; then on to where the unlocking led."""

    def go_on() -> None:
        session.go(back)

    async def not_today() -> None:
        session.go(back)
        await session.remember(NOT_TODAY_SETTING, session.tablet.today.isoformat())

    return quiet_page(
        session,
        [
            parts.title(_("A code for today")),
            parts.words(_("Four numbers instead of the four words, for today only. You choose them.")),
            VisitCodeField(session, done=go_on, autofocus=True, key="visit-code-field"),
            parts.button(_("Not today"), session.handler(not_today, once=True), key="not-today", height=56),
        ],
    )


@component
def VisitCodeChoice(session: Session) -> ft.Control:
    """The same among the choices of "Keep it safe", where four words keep the plans; nothing where a PIN does."""
    made, set_made = state(False)
    if session.tablet.asks_for(whole=True) == "pin":
        return ft.Container()
    return ft.Column(
        [
            parts.heading(_("A code for today")),
            parts.words(
                _(
                    "Four numbers that open the tablet today, until it is switched off. After three wrong tries, the "
                    "four words are needed."
                ),
                size=theme.CONTROL,
            ),
            VisitCodeField(session, done=lambda: set_made(True), key="visit-code-field"),
            *([parts.words(_("The code opens the tablet now."), bold=True)] if made else []),
        ],
        spacing=theme.GAP,
    )


@component
def VisitCodeField(
    session: Session, *, done: Callable[[], Awaitable[None] | None], autofocus: bool = False
) -> ft.Control:
    """Four digits, and the touch that makes them the code."""
    code, set_code, code_now = words_typed()
    wrong, set_wrong = state("")

    async def use() -> None:
        set_wrong("")
        with session.minding(set_wrong):
            await session.tablet.begin_visit(code_now())
            result = done()
            if result is not None:
                await result
        set_code("")

    touched = session.handler(use, once="use")
    return ft.Column(
        [
            parts.text_field(
                _("Visit code"),
                key="visit-code",
                value=code,
                on_change=lambda e: set_code(e.control.value or ""),
                on_submit=touched,
                secret=True,
                digits=True,
                autofocus=autofocus,
            ),
            *([parts.fault(wrong)] if wrong else []),
            # Where it is offered it is the one thing to do; among the choices of "Keep it safe" it is one of many.
            (parts.main_button if autofocus else parts.button)(
                _("Use this code"), touched, key="use-visit-code", height=56
            ),
        ],
        spacing=theme.GAP,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
