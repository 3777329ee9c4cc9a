"""What the worker does with keys, and what an unlocking asks before it leads anywhere."""

from contextlib import suppress

from app.store import Locked, NotSaved, StoreError
from app.ui.actions.visit_code import is_due, offer
from app.ui.session.routes import Home, NewSecret, SpareKey
from app.ui.session.session import Session
from app.workspace.application import Key, Proven
from app.workspace.workspace import Workspace

PROVES: dict[Key, Proven] = {"secret": "secret", "spare": "secret", "visit": "visit", "family": ""}
"""With what each key shows that it is the worker: a family's code never does."""


async def unlock(session: Session, secret: str, key: Key) -> None:
    """Unlock this session and go on where the unlocking leads; what is to be asked of the worker stands before that.

    The spare key is followed by a new secret each time: no door but the first opens with it. Raises WrongSecret,
    MustWait, StoreError; Locked, where it was locked or hidden meanwhile.
    """
    await session.begin(session.application.unlock(secret, key=key))
    session.proof.give(PROVES[key])
    code_due = spare_key = False
    with suppress(StoreError):  # It is open: what cannot be found out now keeps nobody outside.
        code_due = key == "secret" and await is_due(session)
        # In a family's own time the key waits: whoever unlocks sees nothing but that it is theirs.
        spare_key = PROVES[key] == "secret" and not session.family_time and await _is_unwritten(session)
    if not session.unlocked:
        raise Locked
    session.come_back(family=key == "family")
    if code_due:
        offer(session)
    if spare_key:
        session.route = SpareKey(session.route)
    if key == "spare":
        session.route = NewSecret(session.route)


async def set_up(session: Session, secret: str, name: str) -> None:
    """Make the first keys, and show the spare key. name: the worker's. Raises TooWeak, StoreError."""
    full: list[NotSaved] = []

    async def made() -> Workspace:
        workspace, _code = await session.application.set_up(secret)
        try:
            await workspace.thread.run(workspace.vault.keep_setting, "worker", name)
        except NotSaved as fault:  # The keys are made, and it goes on: there is a place for one's name later.
            full.append(fault)
        return workspace

    await session.begin(made())
    session.proof.give("secret")
    code_due = await is_due(session)
    session.go(Home())
    if code_due:
        offer(session)
    session.route = SpareKey(session.route, shown=True)
    for fault in full:
        session.say(fault.sentence())


async def change_secret(session: Session, secret: str) -> None:
    """Make this the PIN or the words, and lock every other tab: somebody may know the old one.

    Raises TooWeak; NotSaved, having changed nothing.
    """
    await session.application.change_secret(secret)
    if session.unlocked:
        session.proof.give("secret")
    session.application.lock_others(session.keep_drafts)


async def past_new_secret(session: Session) -> None:
    """The new secret that the spare key asked for is there, or cannot be kept: on to where the unlocking led."""
    route = session.route
    if isinstance(route, NewSecret):
        code_due = False
        with suppress(StoreError):
            code_due = await is_due(session)
        session.route = route.back
        if code_due:
            offer(session)


async def _is_unwritten(session: Session) -> bool:
    workspace = session.workspace
    return bool(await workspace.thread.run(lambda: workspace.vault.spare_key))
