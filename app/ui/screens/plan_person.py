"""What can be put right about somebody at the table, beside their face: their name, and that they are not in this plan.

It shows those who stand in the plan, and nobody else of the family; who else there is stands behind the PIN.
"""

from collections.abc import Callable

import flet as ft

from app.document import Person
from app.kit import controls, theme
from app.kit.component import component, state
from app.language import _, isolate
from app.ui.actions.our_people import out_of_plan
from app.ui.screens.person_name import PersonName
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import OurPeople, Route
from app.ui.session.session import Session


@component
def InThisPlan(
    session: Session, plan: OpenPlan, family: OpenPlan, person: Person, back: Route, close: Callable[[], None]
) -> ft.Control:
    """Their name, when it is asked for; "not in this plan"; and the way to all of the family's people."""
    naming, set_naming = state(False)

    def out() -> None:
        out_of_plan(plan, person.id)
        close()

    name = session.handler(lambda: set_naming(not naming))
    everybody = session.handler(lambda: session.go(OurPeople(family.id, back)))
    ways: list[ft.Control] = [
        controls.link(_("Correct the name"), name, key="correct-name", icon=ft.Icons.EDIT_OUTLINED),
        controls.link(
            _("{name} is not in this plan").format(name=isolate(person.name)),
            session.handler(out),
            key="not-in-plan",
            icon=ft.Icons.PERSON_REMOVE_OUTLINED,
        ),
        controls.link(_("All our people"), everybody, key="all-our-people", icon=ft.Icons.PEOPLE_OUTLINE),
    ]
    asked = [PersonName.keyed(f"name-of-{person.id}")(session, family, person, lambda: set_naming(False))]
    return ft.Column(
        [*(asked if naming else []), ft.Row(ways, wrap=True, spacing=theme.GAP_S, run_spacing=0)],
        spacing=theme.GAP_S,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
