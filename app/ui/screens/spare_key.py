"""The spare key on the screen: until somebody says that it is written down, and when it is made anew.

An unlocking can be at a family's table. So it asks first, and shows nothing: whoever photographs a spare key has the
plans for ever.
"""

import flet as ft

from app.kit import controls, theme
from app.kit.component import component, state
from app.language import _, number_as_rung
from app.ui.screens.ask_pin import ask_pin
from app.ui.screens.choose_secret import framed
from app.ui.screens.frame import quiet_page
from app.ui.session.routes import Safety, SpareKey
from app.ui.session.session import Session


@component
def SpareKeyScreen(session: Session, route: SpareKey) -> ft.Control:
    """The key, and the touch that says that it is on paper; before it, where it is not new, whether to show it."""
    shown, set_shown = state(route.shown)
    asking, set_asking = state(False)
    code, set_code = state("")

    def go_on() -> None:
        session.go(route.back)

    async def look() -> None:
        if shown:
            with session.minding():
                found = await session.workspace.thread.run(lambda: session.workspace.vault.spare_key)
                set_code(found)
                if not found:  # Another tab was told.
                    go_on()

    async def is_written() -> None:
        workspace = session.workspace
        await workspace.thread.run(workspace.vault.spare_key_written, code)
        go_on()

    ft.use_effect(look, [shown])
    later = controls.button(_("Not now"), session.handler(go_on, once="spare-key-later"), key="not-now", height=56)
    if shown:
        return quiet_page(
            session,
            [
                controls.title(_("Your spare key")),
                controls.words(
                    _("Write this down on paper. If the PIN or the words are lost, only this opens the plans.")
                ),
                framed(in_lines(code, 2 if session.window.shape == "phone" else 4), key="code"),
                controls.words(
                    _("Keep it locked away, not with the tablet. It is shown until you say that you wrote it down."),
                    size=theme.CONTROL,
                ),
                controls.main_button(
                    _("I have written it down"),
                    session.handler(is_written, once=True),
                    key="written-down",
                    height=56,
                    disabled=not code,
                ),
                later,
            ],
        )
    children: list[ft.Control] = [
        controls.title(_("Your spare key")),
        controls.words(_("It is not written down yet. If the PIN or the words are lost, only this opens the plans.")),
        controls.words(_("Look at it only where nobody else can see the screen.")),
    ]
    if asking:
        why = _("The spare key is for the worker alone.")
        children.append(ask_pin(session, why=why, then=lambda: set_shown(True), whole=True))
    else:
        children.append(controls.main_button(_("Show it"), lambda: set_asking(True), key="show-spare-key", height=56))
    return quiet_page(session, [*children, later])


def in_lines(code: str, groups: int) -> str:
    """Return a spare key as it is copied best: so many groups in each line, and none of them parted by the edge.

    They run from the left in every language: a group of digits alone would change its place where that runs from the
    right.
    """
    every = code.split()
    return "\n".join(number_as_rung(" ".join(every[at : at + groups])) for at in range(0, len(every), groups))


@component
def SpareKeyChoice(session: Session) -> ft.Control:
    """Among the choices of "Keep it safe": whether it is written down, and one made anew."""
    kept, set_kept = state(False)
    asking, set_asking = state(False)

    async def look() -> None:
        with session.minding():
            set_kept(bool(await session.workspace.thread.run(lambda: session.workspace.vault.spare_key)))

    async def renew() -> None:
        workspace = session.workspace
        await workspace.thread.run(workspace.vault.renew_spare_key)
        session.application.lock_others(session.keep_drafts)  # It may be shown there.
        session.go(SpareKey(Safety(), shown=True))

    def show() -> None:
        session.go(SpareKey(Safety()))

    ft.use_effect(look, [])
    children: list[ft.Control] = [controls.heading(_("The spare key"))]
    if kept:
        children += [
            controls.words(_("It is not written down yet."), size=theme.CONTROL),
            controls.button(_("Show the spare key"), session.handler(show), key="show-spare-key"),
        ]
    if asking:
        why = _("Next you see a new spare key, and the old one opens nothing then. Nobody else should see the screen.")
        return ft.Column(
            [
                *children,
                ask_pin(session, why=why, then=renew, whole=True, fresh=True),
                controls.button(_("Not now"), lambda: set_asking(False), key="not-now"),
            ],
            spacing=theme.GAP,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    children += [
        controls.words(_("Is it lost, or has somebody else seen it? Then make a new one."), size=theme.CONTROL),
        controls.button(_("Make a new spare key"), lambda: set_asking(True), key="renew-spare-key"),
    ]
    return ft.Column(children, spacing=theme.GAP, tight=True)
