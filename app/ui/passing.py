"""The tablet goes from one person's hands into the next one's: with the PIN at the end, and none in between.

Who is asked is chosen before the tablet leaves the worker's hands. Nobody finds anything of the one before.
"""

from dataclasses import replace

from app.ui.places import AskedAlone
from app.ui.session import Session


async def finished(session: Session) -> None:
    """Whoever had the page is finished: the next one is waited for, or, behind the last, the PIN."""
    place = session.place
    if not isinstance(place, AskedAlone) or place.passing or not place.then:
        await session.hand_back()
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
