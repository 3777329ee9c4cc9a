"""What the office knows and does: every plan of the tablet looked at, one after the other, and a family closed.

Behind the worker's PIN. What was read is kept by the screen that asked for it, and goes with it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.document.header import change_header, header
from app.document.office import Looked, Office, at_office, look
from app.store import Locked, NotSaved, StoreError
from app.ui.actions.families import TODAY, cards
from app.ui.session.routes import Families
from app.ui.session.session import Session
from app.workspace.workspace import NotAllowed

SHOWN_AFTER = 10
"""So many documents are looked at between two drawings of the screen."""

CLOSED_SCENE = "closed"
"""Where a family is closed and opened again: no Undo reaches there."""


@dataclass(frozen=True)
class OfficeReading:
    """How far the looking has come."""

    looked: tuple[Looked, ...] = ()
    """What was read so far."""
    of: int = 0
    """How many there are to read."""
    done: bool = False
    """All is read."""

    def office(self, session: Session) -> Office:
        """Return what is told of all that was read."""
        kinds = session.application.kinds
        return at_office(
            self.looked, today=session.application.today, families=kinds.family.slug, apart=(kinds.drawings.slug,)
        )


async def read_all(session: Session, told: Callable[[OfficeReading], None]) -> None:
    """Look at every family and plan, and tell how far it has come. The screen can be used meanwhile; left, it ends.

    What cannot be read at all is told of as a document without a name, and keeps nobody from the others.
    """
    drawings = session.application.kinds.drawings.slug
    there = [card for card in await cards(session) if card.kind != drawings]
    looked: list[Looked] = []
    for card in there:
        if not isinstance(session.route, Families):
            return
        try:
            one, whole = await session.workspace.glance(card.document, look)
            looked.append(one if whole else replace(one, whole=False))
        except Locked:
            raise
        except StoreError:
            looked.append(Looked(card.document, card.kind, card.family, card.title, whole=False))
        if len(looked) % SHOWN_AFTER == 0:
            told(OfficeReading(tuple(looked), len(there)))
    told(OfficeReading(tuple(looked), len(there), done=True))


async def close_family(session: Session, family: str) -> None:
    """End the work with a family: it and its plans stay as they are, and are in no list of today's. Raises NotSaved."""
    await _set_closed(session, family, session.application.today.isoformat())
    if await session.settings.get(TODAY, "") == family:
        await session.settings.keep(TODAY, "")


async def open_again(session: Session, family: str) -> None:
    """Go on with a family that was closed: all is as it was. Raises NotSaved."""
    await _set_closed(session, family, None)


async def _set_closed(session: Session, family: str, day: str | None) -> None:
    if session.handed or session.family_time:
        raise NotAllowed("somebody else has the tablet")
    opened = await session.open(family)
    before = header(opened.now).closed or None
    opened.make(change_header(opened.now, closed=day), undo_scope=CLOSED_SCENE)
    if not await session.workspace.settled():
        opened.make(change_header(opened.now, closed=before), undo_scope=CLOSED_SCENE)
        raise NotSaved
    session.version += 1
