"""Private family time: how it begins, what whoever else unlocks sees of it, and how it is given back."""

from collections.abc import Awaitable, Callable

import flet as ft

from app.document.local_day import local_day
from app.kit import controls, theme
from app.kit.component import component, made, state, words_typed
from app.language import _
from app.language.dates import full_date
from app.store import same_secret
from app.store.family_time import ended_by_worker
from app.ui.actions import family_time
from app.ui.actions.families import the_worker
from app.ui.screens.ask_pin import AskSecret, ask_pin
from app.ui.screens.frame import quiet_page, top_bar
from app.ui.session.routes import AtPlan
from app.ui.session.session import Session


@component
def BeginFamilyTimeScreen(session: Session, plan: str) -> ft.Control:
    """What it means, said before it begins; and a code that only the family knows, twice."""
    code, set_code, code_now = words_typed()
    again, set_again, again_now = words_typed()
    wrong, set_wrong = state("")
    worker, set_worker = state("")
    ended, set_ended = made(tuple[int, ...])

    async def look() -> None:
        with session.minding():
            workspace = session.workspace
            set_worker((await the_worker(session)).name)
            set_ended(await workspace.thread.run(ended_by_worker, workspace.vault, plan))

    async def begin() -> None:
        if not same_secret("pin", code_now(), again_now()):
            set_wrong(_("The two are not the same. Please write it once more."))
            return
        with session.minding(set_wrong):
            await family_time.begin(session, plan, code_now())

    ft.use_effect(look, [])
    name = worker or _("The worker")
    began = session.handler(begin, once="begin")
    return quiet_page(
        session,
        [
            controls.title(_("Private family time")),
            controls.words(
                _("You work on this plan alone. {name} is kept out until you give it back.").format(name=name)
            ),
            controls.words(_("Then {name} can read what you wrote.").format(name=name)),
            controls.words(_("Pages that only some people may see are not shown in this time."), size=theme.CONTROL),
            controls.heading(_("Choose four numbers that only your family knows")),
            _code(_("The family's code"), "family-code", code, set_code),
            _code(_("The same four numbers again"), "family-code-again", again, set_again, began),
            *([controls.fault(wrong)] if wrong else []),
            controls.words(
                _("If the code is lost, {name} can end your time. This page will say so.").format(name=name),
                size=theme.CONTROL,
            ),
            *[
                controls.words(
                    _("Ended without the family: {date}.").format(date=full_date(local_day(at))),
                    size=theme.CONTROL,
                    bold=True,
                )
                for at in ended
            ],
            controls.main_button(_("Begin"), began, key="begin-family-time", height=56),
        ],
        bar=top_bar(session, back=session.handler(lambda: session.go(AtPlan(plan)))),
    )


@component
def FamilyTimeScreen(session: Session) -> ft.Control:
    """Somebody else has unlocked: the family's code goes on, and nothing is shown without it."""
    lost, set_lost = state(False)

    def go_on() -> None:
        session.go(AtPlan(session.family_time))

    async def end() -> None:
        await family_time.end(session)

    children: list[ft.Control] = [controls.title(_("Private family time"))]
    if lost:
        children += [
            ask_pin(
                session,
                why=_("You can end the family's time. The plan will say that you did."),
                then=end,
            ),
            controls.button(_("Not now"), lambda: set_lost(False), key="not-now"),
        ]
    else:
        children += [
            family_code(
                session,
                why=_("The family is working on its plan. To go on, write their code."),
                then=go_on,
            ),
            controls.link(_("The family's code is lost"), lambda: set_lost(True), key="code-lost"),
        ]
    return quiet_page(session, children, bar=top_bar(session))


def give_back_dialog(session: Session, close: Callable[[], None]) -> ft.Control:
    """The family is finished: their code once more, so that nobody gives it back for them."""

    async def give() -> None:
        await family_time.give_back(session)

    return controls.dialog(
        _("Give the tablet back?"),
        [
            controls.heading(_("Give the tablet back?")),
            family_code(
                session,
                why=_("The worker can then read what you wrote. Your code says that you agree."),
                then=give,
            ),
            controls.button(_("Not yet"), close, key="not-yet"),
        ],
    )


def family_code(session: Session, *, why: str, then: Callable[[], Awaitable[None] | None]) -> ft.Control:
    """Ask for the family's code."""

    async def right(code: str) -> bool:
        return await family_time.is_code(session, code)

    return AskSecret.keyed("family-code-asked")(
        session,
        why=why,
        label=_("The family's code"),
        right=right,
        then=then,
        field_key="family-code",
        go_key="use-family-code",
        digits=True,
    )


def _code(
    label: str, key: str, value: str, changed: Callable[[str], None], on_submit: controls.Handler = None
) -> ft.Control:
    return controls.text_field(
        label,
        key=key,
        value=value,
        on_change=lambda e: changed(e.control.value or ""),
        on_submit=on_submit,
        secret=True,
        digits=True,
    )
