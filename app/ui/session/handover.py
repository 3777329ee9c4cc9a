"""The tablet goes from one person's hands into the next one's: with the PIN at the end, and none in between.

Who is asked is chosen before the tablet leaves the worker's hands. Nobody finds anything of the one before.
"""

from dataclasses import replace

from app.ui.session.routes import AskedAlone, HandedBack, InHands, Waiting
from app.ui.session.session import Session


async def hand_over(session: Session, page: InHands) -> None:
    """Give the tablet to somebody, with this page (a pad that is `handed`) and nothing else.

    Their Undo reaches no further than this, and every other tab is locked: it would show what this one hides.
    """
    if session.asks_first(lambda: hand_over(session, page)):
        return
    session.proof.forget()
    session.tablet.lock_others(session.keep_drafts)
    await session.new_spell()
    session.go(page)


async def hand_back(session: Session) -> None:
    """Whoever had the page is finished: see that all of it is on the disk, and wait for the PIN."""
    place = session.place
    if isinstance(place, InHands) and session.handed and not session.asks_first(lambda: hand_back(session)):
        await session.desk.settled()
        session.notice = ""
        session.place = HandedBack(place.back)


def go_on(session: Session) -> None:
    """Whoever had the page that waits has the tablet again."""
    place = session.place
    if isinstance(place, Waiting):
        session.place = place.page


async def take_back(session: Session) -> None:
    """The PIN was right: the tablet is the worker's again."""
    place = session.place
    if isinstance(place, HandedBack):
        await session.new_spell()
        session.place = place.back


async def finished(session: Session) -> None:
    """Whoever had the page is finished: the next one is waited for, or, behind the last, the PIN."""
    place = session.place
    if not isinstance(place, AskedAlone) or place.passing or not place.then:
        await hand_back(session)
        return
    if session.asks_first(lambda: finished(session)):
        return
    await session.desk.settled()
    await session.new_spell()  # Nobody's Undo reaches into what another said.
    session.notice = ""
    session.place = replace(place, person=place.then[0], then=place.then[1:], passing=True)


def taken(session: Session) -> None:
    """The one whom it is for has it now."""
    place = session.place
    if isinstance(place, AskedAlone) and place.passing:
        session.place = replace(place, passing=False)
