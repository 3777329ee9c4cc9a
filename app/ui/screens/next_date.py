"""A plan's next date: how it is said, and how it is chosen by touch."""

from collections.abc import Sequence
from datetime import date, timedelta

import flet as ft

from app.document.header import header
from app.kit import controls, theme
from app.kit.calendar import DayChoice
from app.kit.component import component, state
from app.kit.controls import Handler
from app.language import _, full_date, isolate
from app.ui.actions.plans import set_next
from app.ui.session.open_plan import OpenPlan
from app.ui.session.session import Session


def said(day: date, today: date) -> str:
    """Return a next date as it is said on a plan's own card; a day that is over takes nobody to task."""
    if day == today:
        return _("Today")
    if day == today + timedelta(days=1):
        return _("Tomorrow, {date}").format(date=full_date(day))
    if day < today:
        return _("It was planned for {date}. You can choose a new date.").format(date=full_date(day))
    return full_date(day)


def said_of(titles: Sequence[str], iso: str, today: date) -> str:
    """The same for the home screen, where the plans that have this day go before it. iso: YYYY-MM-DD."""
    title = ", ".join(isolate(t) for t in titles)
    return _("{title}: {date}").format(title=title, date=said(date.fromisoformat(iso), today))


@component
def NextDate(session: Session, plan: OpenPlan) -> ft.Control:
    """The day, and the ways to change it: in one week, in two, another day, none."""
    choosing, set_choosing = state(False)
    today = session.application.today
    kept = header(plan.document).next
    day = date.fromisoformat(kept) if kept else None

    def sets(chosen: date | None) -> Handler:
        def act() -> None:
            set_choosing(False)
            set_next(session, plan, chosen)

        return session.handler(act)

    def weeks(key: str, name: str, n: int) -> ft.Control:
        wanted = today + timedelta(weeks=n)
        return controls.button(name, sets(wanted), key=key, chosen=day == wanted)

    other = session.handler(lambda: set_choosing(not choosing))
    return ft.Column(
        [
            controls.heading(_("Next time")),
            controls.words(said(day, today) if day else _("There is no date yet."), quiet=day is None),
            ft.Row(
                [
                    weeks("next-1", _("In one week"), 1),
                    weeks("next-2", _("In two weeks"), 2),
                    controls.button(_("Another day"), other, key="next-other", chosen=choosing),
                    *([controls.link(_("No date"), sets(None), key="next-none")] if day else []),
                ],
                wrap=True,
            ),
            *([DayChoice.keyed("day-choice")(today=today, chosen=day, choose=sets)] if choosing else []),
            controls.quiet(_("The date is shown on the home screen.")),
        ],
        spacing=theme.GAP_S,
        tight=True,
    )
