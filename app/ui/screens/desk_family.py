"""One family at the office: its plans, and the end of the work with it, with what that means said before."""

from collections.abc import Callable, Mapping
from datetime import date

import flet as ft

from app.document.office import Looked, Office, plans_of
from app.kit import controls, theme
from app.kit.component import component, state
from app.language import _, full_date, isolate, ngettext
from app.ui.actions.office import OfficeReading, close_family, open_again
from app.ui.screens.desk import date_line, leads, line, plan_line, promise_lines, still_reading
from app.ui.session.routes import MakeCopy
from app.ui.session.session import Session


@component
def FamilyAtOffice(
    session: Session, family: str, name: str, closed: str, reading: OfficeReading, leave: Callable[[], None]
) -> ft.Control:
    """A family's plans, and the ways to close it or to open it again. leave: back to the list of families.

    closed: the day on which it was closed (YYYY-MM-DD), or "".
    """
    asking, set_asking = state(False)
    if asking and not closed:
        return _column(_is_it_over(session, family, name, reading, lambda: set_asking(False), leave))
    today = session.application.today
    plans = _plans(session, family, reading)
    listed: list[ft.Control] = [
        line(session, p.title, "", None, key=f"its-{p.id}")
        if closed
        else plan_line(session, p, today, key=f"its-{p.id}")
        for p in plans
    ]
    if not plans and reading.done:
        listed = [controls.words(_("No plan has been started."), quiet=True)]

    async def again() -> None:
        await open_again(session, family)
        session.say(_("{family} is open again. Everything is as it was.").format(family=isolate(name)), "done")
        leave()

    if closed:
        ways = [
            controls.words(_closed_on(closed)),
            controls.main_button(
                _("Open it again"), session.handler(again, once=True), key="open-family-again", height=56
            ),
        ]
    else:
        ask = session.handler(lambda: set_asking(True))
        ways = [
            ft.Row([controls.link(_("Close this family"), ask, key="close-family", icon=ft.Icons.INVENTORY_2_OUTLINED)])
        ]
    return _column(
        [
            controls.title(name),
            controls.heading(_("Plans")),
            *listed,
            *still_reading(reading),
            ft.Divider(color=theme.LINE),
            *ways,
        ]
    )


def closed_list(
    session: Session, closed: Mapping[str, tuple[str, str]], about: Callable[[str], None]
) -> list[ft.Control]:
    """Return the list of families that were closed: (nickname, day) by id."""

    def way(family: str) -> ft.Control:
        name, day = closed[family]
        go = session.handler(lambda: about(family))
        return line(session, name, _closed_on(day), go, key=f"closed-{family}")

    return [
        controls.title(_("Closed families")),
        controls.words(
            _("Their plans are still on this tablet, and in no other list. You can open a family again."),
            size=theme.CONTROL,
        ),
        *(map(way, closed) if closed else [controls.words(_("No family is closed."), quiet=True)]),
    ]


def _is_it_over(
    session: Session,
    family: str,
    name: str,
    reading: OfficeReading,
    keep: Callable[[], None],
    leave: Callable[[], None],
) -> list[ft.Control]:
    """Ask once, and say before what it means, and what is open still."""

    async def close() -> None:
        await close_family(session, family)
        session.say(
            _("{family} is closed. You can find it in the list of closed families.").format(family=isolate(name)),
            "done",
        )
        leave()

    return [
        controls.title(_("Close {family}?").format(family=isolate(name))),
        *_still_open(session, family, name, reading),
        *controls.listed(
            _("What closing means"),
            (
                _("Nothing is deleted. The plans stay on this tablet, sealed."),
                _("You can open the family again at any time."),
                _("Until then it is in no list of families, dates, promises or copies."),
                _("Copies that are out stay out."),
                _("Plans cannot yet be handed on as a whole, to a colleague or to the office's records."),
                _("Until they can, make a copy of each plan for the office's record first."),
            ),
            key="what-closing-means",
        ),
        *(
            controls.link(
                _("A copy of: {title}").format(title=isolate(p.title)),
                leads(session, family, MakeCopy(p.id)),
                key=f"copy-of-{p.id}",
                icon=ft.Icons.FILE_COPY_OUTLINED,
            )
            for p in _plans(session, family, reading)
        ),
        ft.Row(
            [
                controls.button(_("Keep it open"), session.handler(keep), key="keep-family-open", height=56),
                controls.main_button(
                    _("Close this family"),
                    session.handler(close, once=True),
                    key="close-family-sure",
                    height=56,
                    disabled=not reading.done,
                ),
            ],
            wrap=True,
        ),
    ]


def _still_open(session: Session, family: str, name: str, reading: OfficeReading) -> list[ft.Control]:
    """What would be out of sight: promises that are open, copies to bring, next dates. Each leads to its place."""
    office: Office = reading.office(session)
    names = {family: name}

    def theirs(plan: Looked) -> bool:
        return plan.family == family

    promises = [pair for pair in (*office.promises, *office.to_bring) if theirs(pair[0])]
    dates = [plan for plan in office.dates if theirs(plan)]
    if not (promises or dates):
        return still_reading(reading)
    n = len(promises) + len(dates)
    told = ngettext("{n} thing is still open:", "{n} things are still open:", n).format(n=n)
    return [
        controls.heading(told),
        *promise_lines(session, promises, names, key="open"),
        *(date_line(session, plan, session.application.today, key=f"open-{plan.id}") for plan in dates),
        *still_reading(reading),
    ]


def _plans(session: Session, family: str, reading: OfficeReading) -> list[Looked]:
    return [p for p in plans_of(reading.looked, family) if p.kind != session.application.kinds.drawings.slug]


def _closed_on(day: str) -> str:
    return _("Closed on {date}.").format(date=full_date(date.fromisoformat(day)))


def _column(children: list[ft.Control]) -> ft.Control:
    return ft.Column(children, spacing=theme.GAP, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
