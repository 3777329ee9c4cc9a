"""When a visit code is offered: once a day, where four words keep the plans."""

from app.ui.session.routes import OfferVisitCode
from app.ui.session.session import Session

NOT_TODAY_SETTING = "visit-code-not-today"
"""The name of the sealed setting that keeps the day on which it was last declined."""


async def is_due(session: Session) -> bool:
    """Whether a visit code is to be offered now: four words keep the plans, there is none, and nobody said "Not today".

    For a session that is unlocked by the worker.
    """
    door = await session.application.door()
    if session.family_time or door.protection == "pin" or door.visit:
        return False
    return bool(await session.settings.get(NOT_TODAY_SETTING, "") != session.application.today.isoformat())


def offer(session: Session) -> None:
    """Show the offer before what would show now."""
    route = session.route
    session.go(route if isinstance(route, OfferVisitCode) else OfferVisitCode(route))
