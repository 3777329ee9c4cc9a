"""What stands between a touch and what it does: the boundary at which every fault becomes a sentence."""

import inspect
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from app.store import Locked
from app.ui.answers import TabGone
from app.ui.places import Place
from app.ui.sentences import sentence_for

if TYPE_CHECKING:
    from app.ui.session import Session


def handler_of(
    session: "Session", act: Callable[..., Any], *, once: bool | str = False
) -> Callable[..., Awaitable[None]]:
    """Return the handler that does this for a touch. Half-written words are kept first.

    act may take the event or nothing, and may be async. once: a second touch while the first is still being done does
    nothing (it would add a second family). Several buttons of one function say which each is: a word of its own.
    """
    by_place = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    takes_event = any(p.kind in by_place for p in inspect.signature(act).parameters.values())
    name = f"{act.__qualname__} {once}" if once else ""

    async def handle(event: Any = None) -> None:
        if once and name in session._under_way:
            return
        session._under_way.add(name)
        session.touched()
        try:
            with session.minding():
                session.keep_drafts()
                result = act(event) if takes_event else act()
                if inspect.isawaitable(result):
                    await result
        finally:  # Also where it was cancelled: the button lives.
            session._under_way.discard(name)

    return handle


@contextmanager
def minding_of(
    session: "Session", say: Callable[[str], None] | None = None, *, back: Place | None = None
) -> Iterator[None]:
    """Do something at the edge of the app: whatever goes wrong inside becomes a sentence on the screen.

    Nothing that the family wrote is in that sentence, nor in the log. say: shows it, where not the
    notice. back: where to go when it failed.
    """
    try:
        yield
    except TabGone:
        return  # Nobody is there to be told.
    except Exception as fault:  # noqa: BLE001 - here, and only here, everything becomes a sentence
        if isinstance(fault, Locked) and not session.unlocked:
            return  # Somebody locked while a screen was still being read: what it asked for is not wanted now.
        if back is not None:
            session.go(back)
        (say or session.say)(sentence_for(fault))
