"""The PIN or the four words once more, before something that not everybody in the room should reach."""

from collections.abc import Awaitable, Callable

import flet as ft

from app.language import _
from app.ui.kit import parts
from app.ui.kit.component import component, state
from app.ui.session import Session


@component
def AskPin(session: Session, *, why: str, then: Callable[[], Awaitable[None] | None]) -> ft.Control:
    """A field for the secret; then() is done when it was right. A wrong one counts as a try at the lock does."""
    secret, set_secret = state("")
    wrong, set_wrong = state("")
    busy, set_busy = state(False)

    async def check() -> None:
        if not secret.strip() or busy:
            return
        set_busy(True)
        desk = session.desk
        with session.minding(set_wrong):
            right = await desk.thread.run(desk.vault.verify, secret)
            if right:
                result = then()
                if result is not None:
                    await result
            else:
                set_wrong(_("That was not it. Everything is safe. Please try once more."))
        set_secret("")
        set_busy(False)

    return ft.Column(
        [
            parts.words(why),
            parts.text_field(
                _("PIN or four words"),
                key="secret",
                value=secret,
                on_change=lambda e: set_secret(e.control.value or ""),
                on_submit=session.handler(check, once=True),
                secret=True,
                autofocus=True,
            ),
            *([parts.fault(wrong)] if wrong else []),
            parts.main_button(
                _("One moment …") if busy else _("Go on"),
                session.handler(check, once=True),
                key="prove",
                height=56,
                disabled=busy,
            ),
        ],
        spacing=16,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
