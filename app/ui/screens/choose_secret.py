"""A PIN or four words are chosen: at set-up, after the spare key, and instead of the old ones."""

from collections.abc import Awaitable, Callable

import flet as ft

from app.kit import controls, theme
from app.kit.component import component, made, maybe, state, words_typed
from app.kit.handlers import EventHandler
from app.language import _
from app.store import NotSaved, Protection, same_secret
from app.ui.actions.unlocking import change_secret, past_new_secret
from app.ui.screens.ask_pin import ask_pin, secret_name
from app.ui.screens.frame import quiet_page, top_bar
from app.ui.session.routes import ChangeSecret, Safety
from app.ui.session.session import Session


@component
def ChooseSecret(
    session: Session,
    *,
    protection: Protection,
    offered: str,
    keep: Callable[[str], Awaitable[None]],
    go: str,
    go_key: str,
    missing: Callable[[], str] = lambda: "",
    shows: bool = False,
    autofocus: bool = False,
) -> ft.Control:
    """A new secret, twice, and one ready-made for whoever wants it. keep(secret) keeps it; what it raises is said here.

    go: the button's words. missing: what else is to be filled in first, as a sentence, or "". shows: what is offered
    stands there at once; else at a touch, for others may be in the room.
    """
    first, set_first, first_now = words_typed()
    again, set_again, again_now = words_typed()
    wrong, set_wrong = state("")
    shown, set_shown = state(shows)
    busy, set_busy = state(False)
    pin = protection == "pin"

    async def choose() -> None:
        if busy:
            return
        before = missing()
        if before or not same_secret(protection, first_now(), again_now()):
            set_wrong(before or _("The two are not the same. Please write it once more."))
            return
        set_busy(True)
        set_wrong("")
        try:
            with session.minding(set_wrong):
                await keep(first_now())
        finally:
            set_busy(False)

    chosen = session.handler(choose, once=go_key)
    children: list[ft.Control] = [
        *_what_to_choose(pin, offered if shown else ""),
        _first_field(pin, first, set_first, autofocus=autofocus),
        _again_field(pin, again, set_again, chosen),
        *([controls.fault(wrong)] if wrong else []),
        controls.main_button(_("One moment …") if busy else go, chosen, key=go_key, height=56, disabled=busy),
    ]
    if not shown:
        show = _("Show me one that I can use") if pin else _("Show me four words that I can use")
        children.append(controls.link(show, lambda: set_shown(True), key="offer"))
    return ft.Column(children, spacing=theme.GAP, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _first_field(pin: bool, value: str, write: Callable[[str], None], *, autofocus: bool) -> ft.Control:
    return controls.text_field(
        secret_name("pin" if pin else "words"),
        key="secret",
        value=value,
        on_change=lambda e: write(e.control.value or ""),
        secret=True,
        digits=pin,
        autofocus=autofocus,
    )


def _again_field(pin: bool, value: str, write: Callable[[str], None], chosen: EventHandler) -> ft.Control:
    return controls.text_field(
        _("The same PIN again") if pin else _("The same four words again"),
        key="secret-again",
        value=value,
        on_change=lambda e: write(e.control.value or ""),
        on_submit=chosen,
        secret=True,
        digits=pin,
    )


def _what_to_choose(pin: bool, offered: str) -> list[ft.Control]:
    """What a new secret is like, and the ready-made one where it is shown ("": it is not)."""
    why = (
        _("Choose a PIN of six numbers or more.")
        if pin
        else _("This computer has no safe place for a PIN, so four words keep the plans.")
    )
    told: list[ft.Control] = [controls.words(why, size=theme.CONTROL)]
    if offered:
        told += [
            controls.words(_("You may use this one:") if pin else _("You may use these:"), size=theme.CONTROL),
            framed(offered, key="offered"),
        ]
    if offered and not pin:
        written = _("Write them down now, and keep them apart from the tablet.")
        told.append(controls.words(written, size=theme.CONTROL))
    return told


def framed(secret: str, *, key: str) -> ft.Control:
    """Something to be written on paper, letter by letter."""
    return ft.Container(
        ft.Text(secret, style=theme.text_style(theme.CHILD, bold=True, height=1.6), key=key),
        padding=theme.GAP,
        bgcolor=theme.CHOSEN,
        border_radius=theme.CORNER,
    )


@component
def NewSecretScreen(session: Session) -> ft.Control:
    """After the spare key: nothing else opens every door, so a new secret comes first, whatever is behind.

    Only where the disk takes none does a way lead on: the plans can be read then, and the next spare key asks again.
    """
    unkept, set_unkept = state(False)

    async def keep(secret: str) -> None:
        try:
            await change_secret(session, secret)
        except NotSaved:
            set_unkept(True)
            raise
        await go_on()

    async def go_on() -> None:
        await past_new_secret(session)

    def title(protection: Protection) -> list[ft.Control]:
        return [
            controls.title(_("Choose a new PIN") if protection == "pin" else _("Choose new words")),
            controls.words(
                _("You used the spare key. What you choose here opens everything, and the old one opens nothing then.")
            ),
        ]

    without = controls.button(
        _("Go on without it for now"), session.handler(go_on, once="new-secret"), key="without-new-secret", height=56
    )
    chosen = Chosen.keyed("new-secret-chosen")(session, title=title, keep=keep)
    return quiet_page(session, [chosen, *([without] if unkept else [])], bar=top_bar(session))


@component
def SecretChoice(session: Session) -> ft.Control:
    """Among the choices of "Keep it safe": the way to a new PIN or new words."""
    pin = session.application.asks_for(whole=True) == "pin"
    return ft.Column(
        [
            controls.heading(secret_name("pin" if pin else "words")),
            controls.button(
                _change(pin),
                session.handler(lambda: session.go(ChangeSecret())),
                key="change-secret",
            ),
        ],
        spacing=theme.GAP,
        tight=True,
    )


def _change(pin: bool) -> str:
    return _("Change the PIN") if pin else _("Change the four words")


@component
def ChangeSecretScreen(session: Session) -> ft.Control:
    """A new secret instead of the old one, which is asked first."""
    proved, set_proved = state(False)
    bar = top_bar(session, back=session.handler(lambda: session.go(Safety())))
    pin = session.application.asks_for(whole=True) == "pin"

    async def keep(secret: str) -> None:
        await change_secret(session, secret)
        session.go(Safety())
        session.say(_("That is changed. The old one opens nothing now."), "done")

    def title(protection: Protection) -> list[ft.Control]:
        return [controls.title(_("Choose a new PIN") if protection == "pin" else _("Choose new words"))]

    if not proved:
        why = _("First, the PIN that you use now.") if pin else _("First, the four words that you use now.")
        asked = ask_pin(session, why=why, then=lambda: set_proved(True), whole=True, fresh=True)
        return quiet_page(session, [controls.title(_change(pin)), asked], bar=bar)
    return quiet_page(session, [Chosen.keyed("secret-chosen")(session, title=title, keep=keep)], bar=bar)


@component
def Chosen(
    session: Session,
    *,
    title: Callable[[Protection], list[ft.Control]],
    keep: Callable[[str], Awaitable[None]],
) -> ft.Control:
    """The choice, once it is known which secret this machine can keep."""
    protection, set_protection = maybe(str)
    offered, set_offered = made(str)

    async def look() -> None:
        with session.minding():
            kind, one = await session.application.fresh_secret()
            set_offered(one)
            set_protection(kind)

    ft.use_effect(look, [])
    if protection is None:
        return controls.words(_("One moment …"), quiet=True)
    kind: Protection = "pin" if protection == "pin" else "passphrase"
    return ft.Column(
        [
            *title(kind),
            controls.words(_("Please see that nobody else can look at the screen."), size=theme.CONTROL),
            ChooseSecret.keyed("choose-secret")(
                session,
                protection=kind,
                offered=offered,
                keep=keep,
                go=_("Use this from now on"),
                go_key="use-secret-from-now",
                autofocus=True,
            ),
        ],
        spacing=theme.GAP,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
