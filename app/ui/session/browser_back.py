"""The browser's Back button and gesture: one route up, as the app's own arrow leads, and nowhere from a child's page.

Left alone, Back would put whatever was in the tab before in the place of a child's page. So an unlocked app stands on
a second entry of the browser's history; leaving it is answered by going up, and by standing on it again. Its address
is always the same one and tells nothing. Locked, Back leads away as everywhere: there is nothing to leave half. A
second Back that comes before any touch may leave; then it is locked, and the PIN leads back to the page.
"""

from contextlib import suppress
from dataclasses import replace

import flet as ft

from app.ui.session.routes import (
    AboutPlan,
    AtPad,
    AtPlan,
    BeginFamilyTime,
    ChangeSecret,
    DrawingsOf,
    Families,
    Home,
    KeptForWorker,
    MakeCopy,
    NewFamily,
    NewPlan,
    OfferVisitCode,
    OurPeople,
    ReadTogether,
    Route,
    Safety,
    WhoMayHold,
    in_hands,
)
from app.ui.session.session import Session

STANDS_AT = "/page"
"""The one address of the open app."""


def one_up(route: Route) -> Route:
    """Return where the app's own arrow leads from a route; the route itself where it has none."""
    if in_hands(route):
        return route
    match route:
        case AtPad(back=back) | ReadTogether(back=back) | WhoMayHold(back=back) | OfferVisitCode(back=back):
            return back
        case OurPeople(person=person) if person:
            return replace(route, person="")
        case OurPeople(back=back):
            return back
        case ChangeSecret():
            return Safety()
        case MakeCopy(plan=plan):
            return AtPlan(plan)
        case BeginFamilyTime(plan=plan):
            return AtPlan(plan)
        case AtPlan() | AboutPlan() | Families() | NewFamily() | NewPlan() | KeptForWorker() | Safety() | DrawingsOf():
            return Home()
    return route


async def stand(session: Session) -> None:
    """Stand on the second entry, where the app is unlocked and does not stand there yet."""
    page = session.page
    if session.unlocked and page.web and page.route != STANDS_AT:
        with suppress(TimeoutError, RuntimeError):  # The tab has gone: there is nothing that it could leave.
            await page.push_route(STANDS_AT)


async def went_back(session: Session, event: ft.RouteChangeEvent) -> None:
    """The browser's Back was used (or its address changed): go up, and stand where we stood."""
    if session.unlocked and event.route != STANDS_AT:
        up = one_up(session.route)
        if up != session.route:
            session.go(up)
        await stand(session)
