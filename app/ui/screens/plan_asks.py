"""The questions about people that lie over a plan's screen: who is it, and whose face."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import flet as ft

from app.document import Person
from app.kit.avatars import Avatars
from app.ui.actions.families import next_face
from app.ui.screens.choose_avatar import FaceDialog
from app.ui.screens.plan_person import InThisPlan
from app.ui.screens.who_is_it import WhoDialog
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import Route
from app.ui.session.session import Session


class Asking(NamedTuple):
    """A question about a person that is on the screen, and what its answer does."""

    question: str
    """As it is asked."""
    answer: Callable[[str], None]
    """answer(person): what is done when somebody is chosen (a person id)."""
    role: str = ""
    """Only people of that role; "" is everybody."""
    new: bool = False
    """Begin with somebody new."""


class AtTable(NamedTuple):
    """Who can be chosen at a plan's screen, by person id."""

    here: Mapping[str, Person]
    """Those who stand in the plan."""
    others: Mapping[str, Person]
    """The others of the family."""
    pictures: Avatars
    """Those of their faces."""


def who_is_it(
    session: Session,
    family: OpenPlan,
    table: AtTable,
    asking: Asking,
    *,
    choose: Callable[[str], None],
    add: Callable[[str, str, int, str], str],
    close: Callable[[], None],
    change_face: Callable[[str], None],
) -> ft.Control:
    """Return the question who it is."""
    return WhoDialog.keyed("who")(
        session,
        question=asking.question,
        who={i: p for i, p in table.here.items() if asking.role in ("", p.role)},
        others={i: p for i, p in table.others.items() if asking.role in ("", p.role)},
        role=asking.role,
        face_for_new=next_face(family),
        choose=choose,
        add=add,
        close=close,
        only_new=asking.new,
        faces=table.pictures,
        change_face=change_face,
    )


def whose_face(
    session: Session,
    plan: OpenPlan,
    family: OpenPlan,
    table: AtTable,
    first: str,
    back: Route,
    close: Callable[[], None],
) -> ft.Control:
    """Return the choice of a face; while the worker is there, what else can be put right about that person."""

    def also(person: Person) -> list[ft.Control]:
        if session.family_time:
            return []
        return [InThisPlan.keyed(f"in-plan-{person.id}")(session, plan, family, person, back, close)]

    return FaceDialog.keyed("faces")(
        session,
        family,
        who=table.here,
        faces=table.pictures,
        first=first,
        back=back,
        close=close,
        also=also,
    )


def closing(set_to_nothing: Callable[[None], None]) -> Callable[[], None]:
    """Return what shuts a question."""

    def close() -> None:
        set_to_nothing(None)

    return close
