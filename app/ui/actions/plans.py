"""What the worker does with a whole plan: names it, sets its next date, makes another like it, bins it.

None of it is to be had while somebody else holds the tablet, or while a family has it to itself.
"""

from datetime import date

from app.document import WORKER
from app.document.header import LONGEST_TITLE, change_header, header, out_of_the_bin, rename
from app.language import _
from app.language.graphemes import shortened
from app.store import NotSaved
from app.store.bin import DAYS, InBin, count, in_bin
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import HandedBack, Home
from app.ui.session.session import Session
from app.workspace.workspace import NotAllowed

FRONT_SCENE, BIN_SCENE = "front", "bin"
"""Where a new name or date is undone; and the bin, which has a way out of its own."""


def name_plan(session: Session, plan: OpenPlan, title: str) -> None:
    """Give a plan another name. Raises NotAccepted for none, or one that no tile holds."""
    _for_the_worker(session)
    plan.make(rename(plan.document, title), undo_scope=FRONT_SCENE)


def set_next(session: Session, plan: OpenPlan, day: date | None) -> None:
    """Say when the plan is taken up again; None: no day is set."""
    _for_the_worker(session)
    plan.make(change_header(plan.document, next=day.isoformat() if day else None), undo_scope=FRONT_SCENE)


async def make_another(session: Session, plan: OpenPlan) -> str:
    """Make another plan like this one (document.duplicate), and return its id. Raises NotSaved, BlobDamaged."""
    _for_the_worker(session)
    title = header(plan.document).title
    rest = _("{title} (copy)").format(title="")
    new = await session.workspace.duplicate(
        plan.id, title=_("{title} (copy)").format(title=shortened(title, LONGEST_TITLE - len(rest))), actor=WORKER
    )
    session.version += 1
    return new


async def put_in_bin(session: Session, plan: OpenPlan) -> None:
    """Put a plan in the bin: whoever has it open, in any tab, is led home. Raises NotSaved: then it is not there.

    What of it was not yet on the disk goes there first.
    """
    _for_the_worker(session)
    workspace, application = session.workspace, session.application
    if not await workspace.all_saved():
        raise NotSaved
    plan.make(change_header(plan.document, binned=application.today.isoformat()), undo_scope=BIN_SCENE)
    if not await workspace.settled():
        plan.make(out_of_the_bin(workspace.document(plan.id)), undo_scope=BIN_SCENE)
        raise NotSaved
    await workspace.thread.run(count, workspace.vault, application.now())
    session.version += 1


async def the_bin(session: Session) -> tuple[InBin, ...]:
    """Return what is in the bin, what goes soonest first."""
    workspace = session.workspace
    return await workspace.thread.run(in_bin, workspace.vault, session.application.now())


async def take_out(session: Session, plan: str) -> None:
    """Take a plan out of the bin: it is where it was. Raises NotSaved, ReadOnlyPlan."""
    _for_the_worker(session)
    workspace = session.workspace
    news = await workspace.open(plan)
    changes = out_of_the_bin(news.document)
    workspace.make(plan, changes, actor=WORKER, undo_scope=BIN_SCENE, undo_session=BIN_SCENE)
    if not await workspace.settled():
        raise NotSaved
    session.version += 1


async def delete_for_ever(session: Session, plan: str) -> None:
    """Destroy what is in the bin. Nobody can bring it back. Raises NotSaved: then it is all there."""
    _for_the_worker(session)
    await session.workspace.erase(plan)
    session.version += 1


def leave_binned(session: Session) -> None:
    """The plan on this screen was put in the bin: go home, or, out of somebody else's hands, wait for the PIN."""
    session.drafts.set_aside()  # It may come out of the bin again, with its fields.
    if session.handed:
        session.route = HandedBack(Home())
        return
    session.go(Home())
    told = _("It is in the bin now, and stays there for {n} days. The bin is in the list of families.")
    session.say(told.format(n=DAYS), "done")


def _for_the_worker(session: Session) -> None:
    if session.handed or session.family_time:
        raise NotAllowed("somebody else has the tablet")
