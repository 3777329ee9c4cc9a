"""Private family time: the family works on its plan alone, and the worker is kept out until they give it back.

The tablet is the worker's, so this is a promise that the app keeps and not a safe: the worker can end it with the PIN,
and that is then said on the plan. Source: docs/domain/toolkit.md ("a private mode that locks the worker's view").
"""

from app.document import Document, seen_by
from app.document.saying import SOMEBODY
from app.store import family_time
from app.ui.session.routes import AtPlan, FamilyTime, HandedBack
from app.ui.session.session import Session


def shown(document: Document) -> Document:
    """Return what a family that is alone with a plan sees of it: what everyone may.

    Nobody is there to say who looks: a child's own page, or one that is for some people, stays shut.
    """
    return seen_by(document, None)


async def begin(session: Session, plan: str, code: str) -> None:
    """From now on this plan is the family's, here and in every tab. Raises TooWeak, NotSaved, InTheBin."""
    await session.open(plan)  # Another tab may have put it in the bin: the family would be shut in with nothing.
    await session.application.begin_family_time(plan, code)
    session.application.lock_others(session.keep_drafts)
    await session.new_undo_session()
    opened = session.opened(plan)
    if opened is not None:
        opened.worker_here = False
        opened.speaker = SOMEBODY  # Whoever spoke last may have been the worker.
    session.proof.forget()
    session.family_time = plan
    session.route = AtPlan(plan)


async def is_code(session: Session, code: str) -> bool:
    """Whether these are the family's four digits. Raises StoreFault."""
    return await session.workspace.thread.run(family_time.is_code, session.workspace.vault, code)


async def give_back(session: Session) -> None:
    """The family is finished: all of it is on the disk, and the worker's PIN is waited for. Raises NotSaved."""
    if session.asks_first(lambda: give_back(session)):
        return
    back = AtPlan(session.family_time)
    await session.workspace.settled()
    await session.application.end_family_time()
    await _over(session)
    session.route = HandedBack(back)


async def end(session: Session) -> None:
    """The worker ends it, because the code is lost or the family has gone. Raises NotSaved."""
    if not isinstance(session.route, FamilyTime):
        return
    back = AtPlan(session.family_time)
    await session.application.end_family_time(by_worker_at=int(session.application.now() * 1000))
    await _over(session)
    session.route = back


async def _over(session: Session) -> None:
    opened = session.opened(session.family_time)
    if opened is not None:
        opened.worker_here = True
    session.family_time = ""
    session.application.lock_others(session.keep_drafts)
    await session.new_undo_session()
