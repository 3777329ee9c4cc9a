"""Who a plan's screens know, and what a touch of theirs makes: for the plan, and for one page in somebody's hands."""

from collections.abc import Callable, Mapping

import flet as ft

from app.document import EVERYONE, WORKER, Person, Set, people
from app.document.people import with_earlier
from app.document.private_matter import is_own_matter
from app.kit.component import maybe
from app.kit.editor_context import Wanted
from app.ui.actions.families import family_people, name_in, the_worker
from app.ui.session.open_plan import OpenPlan
from app.ui.session.session import Session


def use_everybody(session: Session, plan: OpenPlan, family: OpenPlan) -> dict[str, Person]:
    """Return everybody of the plan and the family, and the worker, by their ids, who left too. A hook: for components.

    Who of them stands in the plan is another matter (document.people.here). In the family's order: who was named in the
    plan before whom tells who spoke first, or was asked alone.
    """
    worker, set_worker = maybe(Person)

    async def look() -> None:
        with session.minding():
            set_worker(await the_worker(session))

    ft.use_effect(look, [])
    named = people(plan.document)
    # Until it is read how families call the worker now, as this plan does: no face changes its place a moment later.
    first = worker or named.get(WORKER)
    known = with_earlier(family_people(family, first), plan.document) if first is not None else {}
    return known | {id: person for id, person in named.items() if id not in known}


def making(session: Session, plan: OpenPlan, who: Mapping[str, Person]) -> Callable[[Wanted, str, str], bool]:
    """Return what makes an editor's changes (Hand.make): whoever speaks here for the first time joins the plan.

    Not so on a page of their own, until they show it: that they wrote there is nobody's matter.
    """

    def make(changes: Wanted, undo_scope: str, actor: str) -> bool:
        with session.minding():
            wanted = changes() if callable(changes) else changes
            by = actor or plan.actor
            own = all(is_own_matter(change, plan.now) for change in wanted)
            if not own and by != WORKER and by in who and by not in people(plan.document):
                name_in(plan, who[by])
            plan.make(wanted, undo_scope=undo_scope, actor=by)
            return True
        return False

    return make


def making_alone(
    session: Session, plan: OpenPlan, who: Mapping[str, Person], holder: str
) -> Callable[[Wanted, str, str], bool]:
    """Return what makes the changes of one person who is asked alone.

    They join the plan only when they show something: that they were asked is nobody's matter. What they say for the
    worker's own paper, the worker's app writes there (actor).
    """

    def make(changes: Wanted, undo_scope: str, actor: str) -> bool:
        with session.minding():
            wanted = changes() if callable(changes) else changes
            shows = any(isinstance(c, Set) and c.value == EVERYONE for c in wanted)
            if shows and holder != WORKER and holder in who and holder not in people(plan.document):
                name_in(plan, who[holder])
            plan.make(wanted, undo_scope=undo_scope, actor=WORKER if actor == WORKER else holder)
            return True
        return False

    return make
