"""A secret once more, before something that not everybody in the room should reach: the worker's, or a family's."""

from collections.abc import Awaitable, Callable

import flet as ft

from app.language import _
from app.ui.kit import parts, theme
from app.ui.kit.component import component, state
from app.ui.session import Session


@component
def AskSecret(
    session: Session,
    *,
    why: str,
    label: str,
    right: Callable[[str], Awaitable[bool]],
    then: Callable[[], Awaitable[None] | None],
    field_key: str,
    go_key: str,
    digits: bool = False,
    autofocus: bool = False,
) -> ft.Control:
    """A field for a secret; then() is done when it was right(). An empty field is not tried."""
    secret, set_secret = state("")
    wrong, set_wrong = state("")
    busy, set_busy = state(False)

    async def check() -> None:
        if busy:
            return
        set_busy(True)
        with session.minding(set_wrong):
            if secret.strip() and await right(secret):
                result = then()
                if result is not None:
                    await result
            else:
                set_wrong(_("That was not it. Everything is safe. Please try once more."))
        set_secret("")
        set_busy(False)

    checked = session.handler(check, once=True)
    return ft.Column(
        [
            parts.words(why),
            parts.text_field(
                label,
                key=field_key,
                value=secret,
                on_change=lambda e: set_secret(e.control.value or ""),
                on_submit=checked,
                secret=True,
                digits=digits,
                autofocus=autofocus,
            ),
            *([parts.fault(wrong)] if wrong else []),
            parts.main_button(_("One moment …") if busy else _("Go on"), checked, key=go_key, height=56, disabled=busy),
        ],
        spacing=theme.GAP,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def ask_pin(
    session: Session, *, why: str, then: Callable[[], Awaitable[None] | None], visit: bool = False
) -> ft.Control:
    """Ask for the PIN or the four words. A wrong one counts as a try at the lock does.

    visit: the visit code will do as well.
    """

    async def right(secret: str) -> bool:
        # The visit code is enough where a page comes back; what the worker alone may see needs the whole secret.
        if visit:
            return await session.tablet.proves(secret)
        return await session.desk.thread.run(session.desk.vault.verify, secret)

    return AskSecret(
        session,
        why=why,
        label=_("PIN or four words"),
        right=right,
        then=then,
        field_key="secret",
        go_key="prove",
        autofocus=True,
        key="ask-pin",
    )


def pin_first(
    session: Session, title: str, why: str, then: Callable[[], Awaitable[None] | None], close: Callable[[], None]
) -> ft.Control:
    """A dialog that asks for the PIN or the four words before it does something; "Not now" only closes it."""
    return parts.dialog(title, [ask_pin(session, why=why, then=then), parts.button(_("Not now"), close, key="not-now")])
