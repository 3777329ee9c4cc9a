"""What the worker does with keys, and what an unlocking asks before it leads anywhere."""

from contextlib import suppress

from app.store import Locked, NotSaved, StoreFault
from app.ui.actions.visit_code import is_due, offer
from app.ui.session.routes import Home, NewSecret, SpareKey
from app.ui.session.session import Session
from app.workspace.application import Key, Proven
from app.workspace.workspace import Desk

PROVES: dict[Key, Proven] = {"secret": "secret", "spare": "secret", "visit": "visit", "family": ""}
"""With what each key shows that it is the worker: a family's code never does."""


async def unlock(session: Session, secret: str, key: Key) -> None:
    """Unlock this session and go on where the unlocking leads; what is to be asked of the worker stands before that.

    The spare key is followed by a new secret each time: no door but the first opens with it. Raises WrongSecret,
    MustWait, StoreFault; Locked, where it was locked or hidden meanwhile.
    """
    await session.begin(session.tablet.unlock(secret, key=key))
    session.proof.give(PROVES[key])
    code_due = spare_key = False
    with suppress(StoreFault):  # It is open: what cannot be found out now keeps nobody outside.
        code_due = key == "secret" and await is_due(session)
        # In a family's own time the key waits: whoever unlocks sees nothing but that it is theirs.
        spare_key = PROVES[key] == "secret" and not session.family_time and await _is_unwritten(session)
    if not session.unlocked:
        raise Locked
    session.come_back(family=key == "family")
    if code_due:
        offer(session)
    if spare_key:
        session.place = SpareKey(session.place)
    if key == "spare":
        session.place = NewSecret(session.place)


async def set_up(session: Session, secret: str, name: str) -> None:
    """Make the first keys, and show the spare key. name: the worker's. Raises TooWeak, StoreFault."""
    full: list[NotSaved] = []

    async def made() -> Desk:
        desk, _code = await session.tablet.set_up(secret)
        try:
            await desk.thread.run(desk.vault.keep_setting, "worker", name)
        except NotSaved as fault:  # The keys are made, and it goes on: there is a place for one's name later.
            full.append(fault)
        return desk

    await session.begin(made())
    session.proof.give("secret")
    code_due = await is_due(session)
    session.go(Home())
    if code_due:
        offer(session)
    session.place = SpareKey(session.place, shown=True)
    for fault in full:
        session.say(fault.sentence())


async def change_secret(session: Session, secret: str) -> None:
    """Make this the PIN or the words, and lock every other tab: somebody may know the old one.

    Raises TooWeak; NotSaved, having changed nothing.
    """
    await session.tablet.change_secret(secret)
    if session.unlocked:
        session.proof.give("secret")
    session.tablet.lock_others(session.keep_drafts)


async def past_new_secret(session: Session) -> None:
    """The new secret that the spare key asked for is there, or cannot be kept: on to where the unlocking led."""
    place = session.place
    if isinstance(place, NewSecret):
        code_due = False
        with suppress(StoreFault):
            code_due = await is_due(session)
        session.place = place.back
        if code_due:
            offer(session)


async def _is_unwritten(session: Session) -> bool:
    desk = session.desk
    return bool(await desk.thread.run(lambda: desk.vault.spare_key))
