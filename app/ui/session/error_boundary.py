"""What stands between a touch and what it does: the boundary at which every fault becomes a sentence."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from typing import Protocol, cast

from app.kit.handlers import Action, EventHandler
from app.store import Locked
from app.ui.session.closed_tabs import TabGone
from app.ui.session.drafts import Drafts
from app.ui.session.error_messages import sentence_for
from app.ui.session.routes import Route
from app.ui.session.storage_status import TellsOfDisk, keep_up_with_disk


class Fallible(TellsOfDisk, Protocol):
    """What the boundary needs of a session in which something can go wrong."""

    drafts: Drafts

    def go(self, route: Route) -> None:
        """Go somewhere."""


class Touchable(Protocol):
    """What a touch needs of the session that it comes to."""

    @property
    def left(self) -> bool:
        """Whether it was left alone for so long that it is to lock first."""

    def touched(self) -> None:
        """Somebody is there."""

    def keep_drafts(self) -> None:
        """Make every half-written field an edit."""

    async def lock(self) -> None:
        """Lock."""

    def minding(self) -> AbstractContextManager[None]:
        """Return the boundary for faults."""


class Touches:
    """The touches of one session. under_way: what stands for those that are being done, and are done once at a time."""

    def __init__(self, session: Touchable) -> None:
        self._session = session
        self.under_way: set[object] = set()

    def handler(self, act: Action, *, once: bool | str = False) -> EventHandler:
        """Return the handler that does this for a touch. Half-written words are kept first.

        act may take the event or nothing, and may be async. once: a second touch of the same button, drawn anew or not,
        does nothing while the first is still being done (it would add a second family); two buttons of one function
        have a guard each. A word: whatever has this function and this word shares a guard: the button, and Enter in
        its field.
        """
        positional = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
        takes_event = any(p.kind in positional for p in inspect.signature(act).parameters.values())
        # Which of the two it is, takes_event tells.
        with_event, alone = cast(Callable[[object], object], act), cast(Callable[[], object], act)
        itself = object()
        session = self._session

        async def handle(event: object = None) -> None:
            guards = _guards(act, once, itself, event)
            if guards & self.under_way:
                return
            self.under_way |= guards
            try:
                if session.left:  # The first touch after a night's sleep can come before the watch: it locks.
                    await session.lock()
                    return
                session.touched()
                with session.minding():
                    session.keep_drafts()
                    result = with_event(event) if takes_event else alone()
                    if inspect.isawaitable(result):
                        await result
            finally:  # Also where it was cancelled: the button lives.
                self.under_way -= guards

        return handle


def _guards(act: Action, once: bool | str, itself: object, event: object) -> set[object]:
    """Return what must not be under way already. itself: stands for the handler."""
    if not once:
        return set()
    name = _name(act)
    if isinstance(once, str):
        return {(name, once)}
    # A button that is drawn anew has another handler, and the key that it had.
    key = getattr(getattr(event, "control", None), "key", None)
    return {itself} if key is None else {itself, (name, "", str(key))}


def _name(act: Action) -> str:
    """Return what a function is called where it is written; of one with some of its arguments given, that one."""
    inner = act.func if isinstance(act, partial) else act
    return str(getattr(inner, "__qualname__", type(inner).__qualname__))


@contextmanager
def minding_of(
    session: Fallible, say: Callable[[str], None] | None = None, *, back: Route | None = None
) -> Iterator[None]:
    """Do something at the edge of the app: whatever goes wrong inside becomes a sentence on the screen.

    Nothing that the family wrote is in that sentence, nor in the log. say: shows it, where not the
    notice. back: where to go when it failed. What is done here may have written what could not be written before: all
    touches and the workspace's news come through here.
    """
    try:
        yield
        keep_up_with_disk(session)
    except TabGone:
        return  # Nobody is there to be told.
    except Exception as fault:  # noqa: BLE001 - here, and only here, everything becomes a sentence
        if isinstance(fault, Locked) and not session.unlocked:
            return  # Somebody locked while a screen was still being read: what it asked for is not wanted now.
        sentence, tell = sentence_for(fault), session.drafts.heard(fault)
        if back is not None:
            session.go(back)
        if tell:
            (say or session.say)(sentence)
