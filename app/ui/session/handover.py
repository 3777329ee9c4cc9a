"""The tablet goes from one person's hands into the next one's: with the PIN at the end, and none in between.

Who is asked is chosen before the tablet leaves the worker's hands. Nobody finds anything of the one before.
"""

from dataclasses import replace

from app.language import _
from app.ui.session.resume import resumed
from app.ui.session.routes import AskedAlone, AtPad, HandedBack, InHands, Waiting
from app.ui.session.session import Session


async def hand_over(session: Session, page: InHands) -> None:
    """Give the tablet to somebody, with this page (a pad that is `handed`) and nothing else.

    Their Undo reaches no further than this, and every other tab is locked: it would show what this one hides.
    """
    if session.asks_first(lambda: hand_over(session, page)):
        return
    session.proof.forget()
    session.application.lock_others(session.keep_drafts)
    await session.new_undo_session()
    session.go(page)


async def hand_back(session: Session) -> None:
    """Whoever had the page is finished: see that all of it is on the disk, and wait for the PIN."""
    route = session.route
    if isinstance(route, InHands) and session.handed and not session.asks_first(lambda: hand_back(session)):
        await session.workspace.settled()
        session.notice = ""
        session.route = HandedBack(route.back)


def go_on(session: Session) -> None:
    """Whoever had the page that waits has the tablet again."""
    route = session.route
    if isinstance(route, Waiting):
        session.route = route.page


async def take_back(session: Session) -> None:
    """The PIN was right: the tablet is the worker's again."""
    route = session.route
    if isinstance(route, HandedBack):
        await session.new_undo_session()
        session.route = route.back


async def finished(session: Session) -> None:
    """Whoever had the page is finished: the next one is waited for, or, behind the last, the PIN."""
    route = session.route
    if not isinstance(route, AskedAlone) or route.passing or not route.then:
        await hand_back(session)
        return
    if session.asks_first(lambda: finished(session)):
        return
    await session.workspace.settled()
    await session.new_undo_session()  # Nobody's Undo reaches into what another said.
    session.notice = ""
    session.route = replace(route, person=route.then[0], then=route.then[1:], passing=True)


def taken(session: Session) -> None:
    """The one whom it is for has it now."""
    route = session.route
    if isinstance(route, AskedAlone) and route.passing:
        session.route = replace(route, passing=False)


async def have_a_break(session: Session) -> None:
    """Cover the page and lock, and say that what is on it is safe. The PIN leads back to it, in the same hands."""
    session.keep_drafts()
    route = session.route
    if await session.workspace.settled() and not session.refused:
        safe = _("Your picture is safe.") if isinstance(route, AtPad) else _("Your page is safe.")
    else:
        safe = _("Not all of it is saved yet. Please leave the tablet on.")
    await session.cover(resumed(route), " ".join((safe, _("What you draw here is not kept."))))
