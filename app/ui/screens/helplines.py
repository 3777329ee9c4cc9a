"""Who can help, as the worker chooses it: the numbers of this town, beside or instead of the usual ones."""

from collections.abc import Callable

import flet as ft

from app.language import _, number_as_rung, unmarked
from app.store.helplines import MOST, Helpline, helplines
from app.ui.kit import parts, theme
from app.ui.kit.component import component, made, state
from app.ui.kit.parts import Handler
from app.ui.kit.removal import Taken, taken_line, use_removals
from app.ui.session import Session

GROUP = "helplines"


@component
def HelplinesChoice(session: Session) -> ft.Control:
    """A line for each: who answers, and the number. They change when "Keep these numbers" is touched."""
    lines, set_lines = made(tuple[Helpline, ...])
    wrong, set_wrong = state("")
    kept, set_kept = state(False)
    before, set_before = made(tuple[Helpline, ...])
    removals = use_removals()
    gone = {t.id: t for t in removals.taken}
    left = {str(n): line for n, line in enumerate(lines) if str(n) not in gone}

    async def look() -> None:
        with session.minding(set_wrong):
            door = await session.tablet.door()
            set_lines(helplines(door.helplines))
            set_wrong(" ".join(door.told_of_helplines))

    def change(n: int, line: Helpline) -> None:
        set_kept(False)
        set_lines((*lines[:n], line, *lines[n + 1 :]))

    def remove(n: int) -> Handler:
        """A line that is taken away stays where it stood, until it is brought back or the numbers are kept."""

        def away() -> None:
            if removals.heeds():
                set_kept(False)
                removals.add(Taken(str(n), lines[n].who, GROUP, (), lambda: set_kept(False)))

        return session.handler(away)

    async def keep(chosen: tuple[Helpline, ...]) -> None:
        set_wrong("")
        set_kept(False)
        with session.minding(set_wrong):
            await session.tablet.keep_helplines(chosen)
            removals.clear()
            set_lines(helplines((await session.tablet.door()).helplines))
            set_kept(True)

    async def first_ones() -> None:
        """They are kept at once; one's own can be brought back until the screen is left."""
        if removals.heeds():
            own = tuple(left.values())
            await keep(())
            set_before(own)

    async def own_ones() -> None:
        set_before(())
        await keep(before)

    ft.use_effect(look, [])
    return ft.Column(
        [
            parts.heading(_("Who can help")),
            parts.words(
                _("Anybody can read these numbers, even when the tablet is locked. Write no secret address here."),
                size=theme.CONTROL,
            ),
            *[
                taken_line(removals, gone[str(n)], session.handler)
                if str(n) in gone
                else _line(session, n, line, change, remove(n))
                for n, line in enumerate(lines)
            ],
            *([parts.fault(wrong)] if wrong else []),
            *([parts.words(_("These numbers are kept."), bold=True)] if kept else []),
            ft.Row(
                [
                    parts.button(
                        _("Add a number"),
                        lambda: set_lines((*lines, Helpline("", ""))),
                        key="add-helpline",
                        disabled=len(left) >= MOST,
                    ),
                    parts.button(
                        _("Keep these numbers"),
                        session.handler(lambda: keep(tuple(left.values())), once="keep"),
                        key="keep-helplines",
                    ),
                    parts.link(
                        _("Bring back the first ones"), session.handler(first_ones, once=True), key="first-helplines"
                    ),
                    *(
                        [parts.link(_("Bring back yours"), session.handler(own_ones), key="own-helplines")]
                        if before
                        else []
                    ),
                ],
                wrap=True,
                spacing=theme.GAP_S,
                run_spacing=theme.GAP_S,
            ),
        ],
        spacing=theme.GAP,
    )


def _line(
    session: Session, n: int, line: Helpline, change: Callable[[int, Helpline], None], remove: Handler
) -> ft.Control:
    who = parts.text_field(
        _("Who answers"),
        key=f"helpline-who-{n}",
        value=line.who,
        lines=True,
        on_change=lambda e: change(n, line._replace(who=e.control.value or "")),
    )
    number = parts.text_field(
        _("Number"),
        key=f"helpline-number-{n}",
        # A number runs from the left in every language. What makes it do so is not a part of it.
        value=number_as_rung(line.number),
        on_change=lambda e: change(n, line._replace(number=unmarked(e.control.value or ""))),
    )
    away = parts.icon_button(ft.Icons.CLOSE, _("Take this number away"), remove, key=f"remove-helpline-{n}")
    if session.window.shape == "phone":
        ring: ft.Control = ft.Row([ft.Container(number, expand=True), away], spacing=theme.GAP_S)
        return ft.Column([who, ring], key=f"helpline-{n}", spacing=theme.GAP_S)
    return ft.Row(
        [ft.Container(who, expand=3), ft.Container(number, expand=2), away], key=f"helpline-{n}", spacing=theme.GAP_S
    )
