"""The one component that a page shows: the lock, or what is behind it."""

import asyncio
import importlib
from contextlib import suppress

import flet as ft

from app.kit import controls, theme
from app.kit.component import component
from app.store import StoreError
from app.ui.screens.lock import LockScreen
from app.ui.session import browser_back, resume
from app.ui.session.session import Session


@component
def Root(session: Session) -> ft.Control:
    """Everything on the screen."""

    async def load_screens() -> None:
        """Load what is behind the lock while somebody types the PIN; the store, and the lock itself, go first."""
        with suppress(StoreError):  # The lock says it.
            await session.application.store()
            await asyncio.sleep(0.3)
            await asyncio.to_thread(importlib.import_module, "app.ui.screens.router")

    def keep() -> None:
        # A task of its own: an effect is cancelled when somebody goes on, and a kill would lead to the page before.
        session.page.run_task(_keep_route, session)

    def stand() -> None:
        session.page.run_task(browser_back.stand, session)

    ft.use_effect(load_screens, [])
    ft.use_effect(stand, [session.unlocked])
    ft.use_effect(keep, [session.route, session.unlocked])
    return ft.Container(ft.SafeArea(_screen(session), expand=True), expand=True, bgcolor=theme.GROUND)


async def _keep_route(session: Session) -> None:
    if session.unlocked:
        await resume.keep_route(session.settings, session.route, session.application.now())


def _screen(session: Session) -> ft.Control:
    if not session.unlocked and not session.hidden:
        return LockScreen.keyed("lock-screen")(session)
    # Not at the top: the lock shows a fifth of a second earlier without all that is behind it.
    from app.ui.screens.hide import HiddenScreen, hide_button
    from app.ui.screens.router import unlocked_screen
    from app.ui.screens.unsaved_words import leaving_question

    if not session.unlocked:
        return HiddenScreen.keyed("hidden")(session)
    shown = controls.layered(unlocked_screen(session), leaving_question(session))
    return ft.Stack([shown, hide_button(session)], expand=True, fit=ft.StackFit.EXPAND)
