"""Between two people who are asked alone: thanks, whom the tablet is for now, and nothing of what was said."""

import flet as ft

from app.kit import controls
from app.kit.component import component
from app.language import _, isolate
from app.ui.screens.frame import quiet_page
from app.ui.screens.plan_people import use_everybody
from app.ui.session import handover
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import AskedAlone
from app.ui.session.session import Session


@component
def PassOnScreen(session: Session, plan: OpenPlan, family: OpenPlan, route: AskedAlone) -> ft.Control:
    """Thanks, and the name of the next one."""
    who = use_everybody(session, plan, family)
    known = who.get(route.person)
    name = isolate(known.name) if known is not None else ""
    taken = session.handler(lambda: handover.taken(session))
    back = session.handler(lambda: handover.hand_back(session))
    return quiet_page(
        session,
        [
            controls.title(_("Thank you")),
            controls.words(_("Your page is kept. Please give the tablet to {name} now.").format(name=name)),
            controls.main_button(_("I am {name}").format(name=name), taken, key="take-over", height=72),
            ft.Row([controls.link(_("Give it back instead"), back, key="give-it-back")]),
        ],
    )
