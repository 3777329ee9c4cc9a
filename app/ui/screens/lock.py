"""The lock, and setting it up: done at the office, once."""

import flet as ft

from app.document import NotAccepted
from app.document.people import as_name
from app.language import _
from app.language.written import visible
from app.store import StoreFault, TooWeak, check_secret
from app.tablet import Door, Key, Proven
from app.ui.kit import parts, theme
from app.ui.kit.component import component, maybe, state
from app.ui.kit.parts import Handler
from app.ui.places import Home, SpareKey
from app.ui.screens.ask_pin import secret_name
from app.ui.screens.frame import quiet_page
from app.ui.screens.help import who_can_help
from app.ui.screens.visit_code import is_due, offer
from app.ui.sentences import sentence_for
from app.ui.session import Session

PROVES: dict[Key, Proven] = {"secret": "secret", "spare": "secret", "visit": "visit", "family": ""}
"""With what each key shows that it is the worker: a family's code never does."""


@component
def LockScreen(session: Session) -> ft.Control:
    """Asks for the PIN or passphrase; on a new tablet, sets it up; else says why the plans cannot be opened."""
    door, set_door = maybe(Door)
    wrong, set_wrong = state("")

    async def look() -> None:
        try:
            set_door(await session.tablet.door())
        except StoreFault as fault:
            set_wrong(fault.sentence())

    ft.use_effect(look, [])
    if door is not None:
        return SetUp(session, door) if door.new else Unlock(session, door)
    if wrong:
        return quiet_page(session, [_name(), parts.fault(wrong)])
    return quiet_page(session, [_name(), parts.words(_("One moment …"), quiet=True)])


@component
def Unlock(session: Session, door: Door) -> ft.Control:
    """PIN, passphrase or visit code in, today's family (or what was hidden) out."""
    secret, set_secret = state("")
    usual: Key = "family" if door.family else "visit" if door.visit else "secret"
    key, set_key = state(usual)
    wrong, set_wrong = state("")
    busy, set_busy = state(False)
    help_, set_help = state(False)

    async def unlock() -> None:
        if not secret.strip() or busy:
            return
        set_busy(True)
        with session.minding(set_wrong):
            await session.begin(await session.tablet.unlock(secret, key=key))
            session.proof.give(PROVES[key])
            offered = key in ("secret", "spare") and await is_due(session)
            session.come_back(family=key == "family")
            if offered:
                offer(session)
        if key in ("visit", "family"):
            now = await session.tablet.door()
            if not (now.visit if key == "visit" else now.family):
                set_key("secret")  # Three were wrong: now only the worker's own opens it.
        set_secret("")
        set_busy(False)

    def use(other: Key) -> Handler:
        return lambda: (set_key(other), set_secret(""), set_wrong(""))

    pin = door.protection == "pin"
    label = {
        "secret": secret_name("pin" if pin else "words"),
        "spare": _("Spare key"),
        "visit": secret_name("visit"),
        "family": _("The family's code"),
    }[key]
    controls: list[ft.Control] = [_name()]
    if session.demo:
        controls.append(
            parts.words(_("Practice, not for real families. The PIN is {pin}.").format(pin=session.demo), bold=True)
        )
    if help_:
        return quiet_page(
            session, [*who_can_help(door.helplines), parts.button(_("Back"), lambda: set_help(False), key="back")]
        )
    controls += [
        parts.text_field(
            label,
            key="secret",
            value=secret,
            on_change=lambda e: set_secret(e.control.value or ""),
            on_submit=session.handler(unlock, once="unlock"),
            secret=True,
            digits=key in ("visit", "family") or (pin and key == "secret"),
            autofocus=True,
        ),
        *([parts.fault(wrong)] if wrong else []),
        *([parts.fault(_not_saved())] if session.tablet.keeps_unsaved else []),
        parts.main_button(
            _("One moment …") if busy else _("Unlock"),
            session.handler(unlock, once="unlock"),
            key="unlock",
            height=56,
            disabled=busy,
        ),
    ]
    if key != "secret":
        controls.append(
            parts.link(_("Use the PIN") if pin else _("Use the four words"), use("secret"), key="use-secret")
        )
    if key != "spare":
        controls.append(parts.link(_("Use the spare key"), use("spare"), key="spare"))
    controls.append(parts.link(_("Who can help"), lambda: set_help(True), key="who-can-help"))
    return quiet_page(session, controls)


@component
def SetUp(session: Session, door: Door) -> ft.Control:
    """Choose a PIN or four words, twice; and say who the worker is."""
    offered, _set_offered = state(door.offered)
    name, set_name = state("")
    first, set_first = state("")
    again, set_again = state("")
    wrong, set_wrong = state("")
    busy, set_busy = state(False)
    pin = door.protection == "pin"

    async def begin() -> None:
        if busy:
            return
        if not visible(name):
            set_wrong(_("Please write your first name, as families know you."))
            return
        if not pin and " ".join(first.lower().split()) != " ".join(again.lower().split()):
            set_wrong(_("The two are not the same. Please write it once more."))
            return
        if pin and first != again:
            set_wrong(_("The two are not the same. Please write it once more."))
            return
        try:
            called = as_name(name)
        except NotAccepted as fault:
            set_wrong(sentence_for(fault))
            return
        set_busy(True)
        try:
            check_secret(door.protection, first)
            desk, code = await session.tablet.set_up(first)
            await session.begin(desk)
            session.proof.give("secret")
            await session.keep_setting("worker", called)
        except (TooWeak, StoreFault) as fault:
            set_wrong(fault.sentence())
        else:
            session.go(SpareKey(code))
        finally:
            set_busy(False)

    controls: list[ft.Control] = [
        parts.title(_("Set up this tablet")),
        parts.words(_("Do this at the office, before a visit. It takes two minutes.")),
        parts.text_field(
            _("Your first name, as families know you"),
            key="worker-name",
            value=name,
            on_change=lambda e: set_name(e.control.value or ""),
            autofocus=True,
        ),
    ]
    if pin:
        controls.append(parts.words(_("Choose a PIN of six numbers or more."), size=theme.CONTROL))
    else:
        controls += [
            parts.words(
                _("This computer has no safe place for a PIN, so four words keep the plans. You may use these:"),
                size=theme.CONTROL,
            ),
            ft.Container(
                ft.Text(offered, style=theme.text_style(theme.CHILD, bold=True), key="offered"),
                padding=theme.GAP,
                bgcolor=theme.CHOSEN,
                border_radius=theme.CORNER,
            ),
            parts.words(_("Write them down now, and keep them apart from the tablet."), size=theme.CONTROL),
        ]
    controls += [
        parts.text_field(
            secret_name("pin" if pin else "words"),
            key="secret",
            value=first,
            on_change=lambda e: set_first(e.control.value or ""),
            secret=True,
            digits=pin,
        ),
        parts.text_field(
            _("The same PIN again") if pin else _("The same four words again"),
            key="secret-again",
            value=again,
            on_change=lambda e: set_again(e.control.value or ""),
            on_submit=session.handler(begin, once="begin"),
            secret=True,
            digits=pin,
        ),
        *([parts.fault(wrong)] if wrong else []),
        parts.main_button(
            _("One moment …") if busy else _("Begin"),
            session.handler(begin, once="begin"),
            key="begin",
            height=56,
            disabled=busy,
        ),
    ]
    return quiet_page(session, controls)


@component
def SpareKeyScreen(session: Session, code: str) -> ft.Control:
    """The spare key, shown once."""

    async def go_on() -> None:
        offered = await is_due(session)
        session.go(Home())
        if offered:
            offer(session)

    return quiet_page(
        session,
        [
            parts.title(_("Your spare key")),
            parts.words(_("Write this down on paper. If the PIN or the words are lost, only this opens the plans.")),
            ft.Container(
                ft.Text(
                    code,
                    style=theme.text_style(theme.CHILD, bold=True, height=1.6),
                    key="code",
                ),
                padding=theme.GAP,
                bgcolor=theme.CHOSEN,
                border_radius=theme.CORNER,
            ),
            parts.words(_("It is shown this one time. Keep it locked away, not with the tablet."), size=theme.CONTROL),
            parts.main_button(
                _("I have written it down"),
                session.handler(go_on, once=True),
                key="written-down",
                height=56,
            ),
        ],
    )


def _not_saved() -> str:
    return _("The latest changes are not saved yet. This tablet still has them. Unlock it, and try again.")


def _name() -> ft.Control:
    return parts.title("Alongside")
