"""The lock, and setting it up: done at the office, once."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from app.document import NotAccepted
from app.document.people import as_name
from app.kit import controls
from app.kit.component import component, maybe, state, words_typed
from app.kit.controls import Handler
from app.language import _
from app.language.clean_text import visible
from app.store import StoreError
from app.ui.actions import unlocking
from app.ui.screens.ask_pin import secret_name
from app.ui.screens.choose_secret import ChooseSecret
from app.ui.screens.frame import quiet_page
from app.ui.screens.help import who_can_help
from app.ui.session.error_messages import sentence_for
from app.ui.session.session import Session
from app.workspace.application import Door, Key

LEFT_ALONE = 120.0
"""Seconds for which a spare key that was not right stays in its field, untouched."""


@component
def LockScreen(session: Session) -> ft.Control:
    """Asks for the PIN or passphrase; on a new tablet, sets it up; else says why the plans cannot be opened."""
    door, set_door = maybe(Door)
    wrong, set_wrong = state("")

    async def look() -> None:
        try:
            set_door(await session.application.door())
        except StoreError as fault:
            set_wrong(fault.sentence())

    ft.use_effect(look, [])
    if door is not None:
        return SetUp(session, door) if door.new else Unlock(session, door)
    if wrong:
        return quiet_page(session, [_name(), controls.fault(wrong)])
    return quiet_page(session, [_name(), controls.words(_("One moment …"), quiet=True)])


@component
def Unlock(session: Session, door: Door) -> ft.Control:
    """PIN, passphrase or visit code in, today's family (or what was hidden) out."""
    secret, set_secret, secret_now = words_typed()
    empty_later = _empties_when_left(secret_now, set_secret)
    usual: Key = "family" if door.family else "visit" if door.visit else "secret"
    key, set_key = state(usual)
    wrong, set_wrong = state("")
    busy, set_busy = state(False)
    help_, set_help = state(False)

    async def unlock() -> None:
        given = secret_now()
        if not given.strip() or busy:
            return
        set_busy(True)
        with session.minding(set_wrong):
            await unlocking.unlock(session, given, key)
        if key in ("visit", "family"):
            now = await session.application.door()
            if not (now.visit if key == "visit" else now.family):
                set_key("secret")  # Three were wrong: now only the worker's own opens it.
        set_busy(False)
        if session.unlocked or key != "spare":
            set_secret("")
        else:  # One that was not right is checked against the paper, letter by letter; nobody else is to find it here.
            empty_later(given)

    def use(other: Key) -> Handler:
        return lambda: (set_key(other), set_secret(""), set_wrong(""))

    pin = door.protection == "pin"
    if help_:
        return quiet_page(
            session, [*who_can_help(door.helplines), controls.button(_("Back"), lambda: set_help(False), key="back")]
        )
    children: list[ft.Control] = [
        _name(),
        *_practice(session),
        controls.text_field(
            _label(key, pin=pin),
            key="secret",
            value=secret,
            on_change=lambda e: set_secret(e.control.value or ""),
            on_submit=session.handler(unlock, once="unlock"),
            secret=True,
            digits=key in ("visit", "family") or (pin and key == "secret"),
            autofocus=True,
        ),
        *([controls.fault(wrong)] if wrong else []),
        *([controls.fault(_not_saved())] if session.application.keeps_unsaved else []),
        controls.main_button(
            _("One moment …") if busy else _("Unlock"),
            session.handler(unlock, once="unlock"),
            key="unlock",
            height=56,
            disabled=busy,
        ),
    ]
    return quiet_page(session, [*children, *_other_keys(key, use, pin=pin), _help(lambda: set_help(True))])


def _empties_when_left(now: Callable[[], str], write: Callable[[str], None]) -> Callable[[str], None]:
    """Return what empties a field a while after it is called, where nobody has changed what stood in it then.

    A part of the component that calls it: what waits ends with it.
    """
    waiting: MutableRef[Future[None]] = ft.use_ref(None)

    async def empty(given: str) -> None:
        await asyncio.sleep(LEFT_ALONE)
        if now() == given:
            write("")

    def gone() -> None:
        if waiting.current is not None:
            waiting.current.cancel()

    def later(given: str) -> None:
        waiting.current = ft.context.page.run_task(empty, given)

    ft.use_effect(lambda: None, [], cleanup=gone)
    return later


def _label(key: Key, *, pin: bool) -> str:
    """What the field for a key is called. pin: the worker's own secret is a PIN, else four words."""
    return {
        "secret": secret_name("pin" if pin else "words"),
        "spare": _("Spare key"),
        "visit": secret_name("visit"),
        "family": _("The family's code"),
    }[key]


def _practice(session: Session) -> list[ft.Control]:
    """That this is the made-up family, and its PIN, as long as nobody has changed it."""
    if not session.demo or session.application.has_new_secret:
        return []
    told = _("Practice, not for real families. The PIN is {pin}.")
    return [controls.words(told.format(pin=session.demo), bold=True)]


def _other_keys(key: Key, use: Callable[[Key], Handler], *, pin: bool) -> list[ft.Control]:
    """The ways to the keys that are not asked for now."""
    own = controls.link(_("Use the PIN") if pin else _("Use the four words"), use("secret"), key="use-secret")
    spare = controls.link(_("Use the spare key"), use("spare"), key="spare")
    return [*([own] if key != "secret" else []), *([spare] if key != "spare" else [])]


def _help(show: Callable[[], None]) -> ft.Control:
    return controls.link(_("Who can help"), show, key="who-can-help")


@component
def SetUp(session: Session, door: Door) -> ft.Control:
    """Choose a PIN or four words, twice; and say who the worker is."""
    offered, _set_offered = state(door.offered)
    name, set_name, name_now = words_typed()

    def missing() -> str:
        if not visible(name_now()):
            return _("Please write your first name, as families know you.")
        try:
            as_name(name_now())
        except NotAccepted as fault:
            return sentence_for(fault)
        return ""

    async def keep(secret: str) -> None:
        await unlocking.set_up(session, secret, as_name(name_now()))

    return quiet_page(
        session,
        [
            controls.title(_("Set up this tablet")),
            controls.words(_("Do this at the office, before a visit. It takes two minutes.")),
            controls.text_field(
                _("Your first name, as families know you"),
                key="worker-name",
                value=name,
                on_change=lambda e: set_name(e.control.value or ""),
                autofocus=True,
            ),
            ChooseSecret.keyed("choose-secret")(
                session,
                protection=door.protection,
                offered=offered,
                keep=keep,
                go=_("Begin"),
                go_key="begin",
                missing=missing,
                shows=door.protection != "pin",
            ),
        ],
    )


def _not_saved() -> str:
    return _("The latest changes are not saved yet. This tablet still has them. Unlock it, and try again.")


def _name() -> ft.Control:
    return controls.title("Alongside")
