"""A visit code: four digits that prove the worker for today, where four words keep the plans. Offered once a day."""

from collections.abc import Awaitable, Callable

import flet as ft

from app.kit import controls, theme
from app.kit.component import component, state, words_typed
from app.language import _
from app.ui.actions.visit_code import NOT_TODAY_SETTING
from app.ui.screens.frame import quiet_page
from app.ui.session.routes import Route
from app.ui.session.session import Session


@component
def OfferVisitCodeScreen(session: Session, back: Route) -> ft.Control:
    """One field, or "Not today"; then on to where the unlocking led."""

    def go_on() -> None:
        session.go(back)

    async def not_today() -> None:
        session.go(back)
        await session.settings.remember(NOT_TODAY_SETTING, session.application.today.isoformat())

    return quiet_page(
        session,
        [
            controls.title(_("A code for today")),
            controls.words(_("Four numbers instead of the four words, for today only. You choose them.")),
            VisitCodeField.keyed("visit-code-field")(session, done=go_on, autofocus=True),
            controls.button(_("Not today"), session.handler(not_today, once=True), key="not-today", height=56),
        ],
    )


@component
def VisitCodeChoice(session: Session) -> ft.Control:
    """The same among the choices of "Keep it safe", where four words keep the plans; nothing where a PIN does."""
    made, set_made = state(False)
    if session.application.asks_for(whole=True) == "pin":
        return ft.Container()
    return ft.Column(
        [
            controls.heading(_("A code for today")),
            controls.words(
                _(
                    "Four numbers that open the tablet today, until it is switched off. After three wrong tries, the "
                    "four words are needed."
                ),
                size=theme.CONTROL,
            ),
            VisitCodeField.keyed("visit-code-field")(session, done=lambda: set_made(True)),
            *([controls.words(_("The code opens the tablet now."), bold=True)] if made else []),
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
            await session.application.begin_visit(code_now())
            result = done()
            if result is not None:
                await result
        set_code("")

    touched = session.handler(use, once="use")
    return ft.Column(
        [
            controls.text_field(
                _("Visit code"),
                key="visit-code",
                value=code,
                on_change=lambda e: set_code(e.control.value or ""),
                on_submit=touched,
                secret=True,
                digits=True,
                autofocus=autofocus,
            ),
            *([controls.fault(wrong)] if wrong else []),
            # Where it is offered it is the one thing to do; among the choices of "Keep it safe" it is one of many.
            (controls.main_button if autofocus else controls.button)(
                _("Use this code"), touched, key="use-visit-code", height=56
            ),
        ],
        spacing=theme.GAP,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
