"""Which step of a plan is on the sheet, what leads back to it, and the PIN before what is somebody's own."""

from collections.abc import Awaitable, Callable, Iterable
from typing import NamedTuple, TypeAlias

import flet as ft

from app.document import Document, Section
from app.kit.component import maybe
from app.kit.editor_context import Step
from app.language import _
from app.ui.screens.ask_pin import pin_first
from app.ui.screens.step_list import step_within
from app.ui.session.routes import AtPlan
from app.ui.session.session import Session


class Here(NamedTuple):
    """Where a plan is.

    A page of somebody's own stands in no list: `at` and `back` are then of the step behind which all of those stand.
    """

    at: int
    """Which of the listed steps is marked, from 0; -1 for none."""
    first: str
    """The key of the one on which it opens; "" for none."""
    step: Step | None
    """What is on the sheet, None where there is nothing yet that everybody may see."""
    undo_scope: str
    """The key of that; "" for none."""
    owner: str
    """Whose it is (a person id); "" for everybody's."""
    back: AtPlan
    """The way back here: to the step that is marked."""


Prove: TypeAlias = Callable[[Callable[[], Awaitable[None] | None]], None]
"""What asks for the PIN, and then does something."""


class Proving(NamedTuple):
    """What is done when the PIN was right."""

    then: Callable[[], Awaitable[None] | None]


def standing(document: Document, shown: Iterable[Section], listed: list[tuple[Section, Step]], route: AtPlan) -> Here:
    """Return where a route is in a plan. shown: the sections that are open; listed: the steps at the side."""
    apart = step_within(document, shown, route.step)
    first = next((n for n, (section, _step) in enumerate(listed) if not section.own), -1)
    wanted = apart[0].slug if apart is not None else route.step
    at = next((n for n, (_section, step) in enumerate(listed) if step.key == wanted), first)
    keys = [*(step.key for _section, step in listed), ""]
    step = apart[1] if apart is not None else listed[at][1] if at >= 0 else None
    undo_scope, owner = (step.key, step.owner) if step is not None else ("", "")
    return Here(at, keys[first], step, undo_scope, owner, AtPlan(route.plan, keys[at], route.talking))


def use_proof(session: Session) -> tuple[Prove, list[ft.Control]]:
    """Return what asks for the PIN and then does something, and the dialog while it is asked for. A hook."""
    proving, set_proving = maybe(Proving)
    if proving is None:
        return lambda then: set_proving(Proving(then)), []

    async def proved() -> None:
        set_proving(None)
        done = proving.then()
        if done is not None:
            await done

    why = _("Make sure that nobody else can look. Then go on.")
    asking = pin_first(session, _("For one person alone"), why, proved, lambda: set_proving(None), fresh=True)
    return lambda then: set_proving(Proving(then)), [asking]
