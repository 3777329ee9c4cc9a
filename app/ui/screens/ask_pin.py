"""A secret once more, before something that not everybody in the room should reach: the worker's, or a family's."""

from collections.abc import Awaitable, Callable

import flet as ft

from app.kit import controls, theme
from app.kit.component import component, made, state, words_typed
from app.language import _
from app.ui.session.session import Session
from app.workspace.application import Asked


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
    secret, set_secret, secret_now = words_typed()
    wrong, set_wrong = state("")
    busy, set_busy = state(False)

    async def check() -> None:
        if busy:
            return
        set_busy(True)
        with session.minding(set_wrong):
            given = secret_now()
            if given.strip() and await right(given):
                result = then()
                if result is not None:
                    await result
            else:
                set_wrong(_("That is not right. Everything is safe. Please try again."))
        set_secret("")
        set_busy(False)

    checked = session.handler(check, once="check")
    return ft.Column(
        [
            controls.words(why),
            controls.text_field(
                label,
                key=field_key,
                value=secret,
                on_change=lambda e: set_secret(e.control.value or ""),
                on_submit=checked,
                secret=True,
                digits=digits,
                autofocus=autofocus,
            ),
            *([controls.fault(wrong)] if wrong else []),
            controls.main_button(
                _("One moment …") if busy else _("Go on"), checked, key=go_key, height=56, disabled=busy
            ),
        ],
        spacing=theme.GAP,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def secret_name(asked: Asked) -> str:
    """Return the one name of a secret: what its field is called, at the lock and wherever it is asked for."""
    return {"pin": _("PIN"), "words": _("Four words"), "visit": _("Visit code")}[asked]


def is_proved(session: Session, *, whole: bool = False) -> bool:
    """Whether nobody needs to ask for the worker's secret again now (proof.py). whole: a visit code is not enough."""
    return not (session.handed or session.family_time) and session.proof.holds(whole=whole)


@component
def AskPin(
    session: Session,
    *,
    why: str,
    then: Callable[[], Awaitable[None] | None],
    whole: bool,
    fresh: bool,
    around: Callable[[ft.Control], ft.Control] | None = None,
) -> ft.Control:
    """What ask_pin and pin_first show; where nothing is to be asked, nothing, and then() at once.

    around: what stands about the field, when there is one.
    """
    asking, set_asking = made(lambda: fresh or not is_proved(session, whole=whole))
    own, set_own = state(False)
    asked = session.application.asks_for(whole=whole or own)
    _seen, set_seen = state(asked)

    async def go_on() -> None:
        if asking:
            return

        def failed(sentence: str) -> None:
            session.say(sentence)
            set_asking(True)

        with session.minding(failed):
            result = then()
            if result is not None:
                await result

    async def right(secret: str) -> bool:
        by = await session.application.proves(secret, whole=whole or own)
        session.proof.give(by)
        set_seen(session.application.asks_for(whole=whole or own))  # Three wrong ones end a visit code.
        return bool(by)

    ft.use_effect(go_on, [])
    if not asking:
        return ft.Container()
    field = ft.Column(
        [
            AskSecret.keyed("ask-own" if own else "ask-usual")(
                session,
                why=why,
                label=secret_name(asked),
                right=right,
                then=then,
                field_key="secret",
                go_key="prove",
                digits=asked != "words",
                autofocus=True,
            ),
            *([_other_way(session, lambda: set_own(True))] if asked == "visit" else []),
        ],
        spacing=theme.GAP,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return around(field) if around is not None else field


def _other_way(session: Session, use: Callable[[], None]) -> ft.Control:
    """The way from the visit code to the worker's own secret."""
    words = _("Use the PIN") if session.application.asks_for(whole=True) == "pin" else _("Use the four words")
    return controls.link(words, use, key="use-secret")


def ask_pin(
    session: Session,
    *,
    why: str,
    then: Callable[[], Awaitable[None] | None],
    whole: bool = False,
    fresh: bool = False,
) -> ft.Control:
    """Ask for the worker's secret, and go on to then(): at once where it was proved a moment ago (proof.py).

    why: for what; the field itself says which secret. A wrong one counts as a try at the lock does.
    whole: the visit code is not enough (keys, erasing, other families). fresh: asked each time.
    """
    return AskPin.keyed("ask-pin")(session, why=why, then=then, whole=whole, fresh=fresh)


def pin_first(
    session: Session,
    title: str,
    why: str,
    then: Callable[[], Awaitable[None] | None],
    close: Callable[[], None],
    *,
    whole: bool = False,
    fresh: bool = False,
) -> ft.Control:
    """A dialog that asks for the worker's secret before it does something; "Not now" only closes it.

    whole, fresh: as for ask_pin. Where nothing is to be asked, no dialog shows.
    """

    def around(field: ft.Control) -> ft.Control:
        return controls.dialog(title, [field, controls.button(_("Not now"), close, key="not-now")])

    return AskPin.keyed("pin-first")(session, why=why, then=then, whole=whole, fresh=fresh, around=around)
