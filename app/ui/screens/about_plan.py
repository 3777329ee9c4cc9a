"""A plan's own card: its name, its next date, another like it, and the bin. Reached from its tile's "More"."""

from collections.abc import Callable

import flet as ft

from app.document.header import header
from app.kit import controls, theme
from app.kit.component import component, state, words_typed
from app.language import _
from app.store.bin import DAYS
from app.ui.actions.plans import FRONT_SCENE, make_another, name_plan, put_in_bin
from app.ui.screens.ask_pin import ask_pin
from app.ui.screens.frame import quiet_page, top_bar
from app.ui.screens.next_date import NextDate
from app.ui.screens.plan_bar import loud, saved
from app.ui.screens.undo import undo_and_redo
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import AboutPlan, Home
from app.ui.session.session import Session


@component
def AboutPlanScreen(session: Session, plan: OpenPlan) -> ft.Control:
    """All that is done with the plan as a whole; what is in it is not shown."""
    asking, set_asking = state(False)
    title = header(plan.document).title
    if asking:
        return _is_it_for_the_bin(session, plan, title, set_asking)
    ask = session.handler(lambda: set_asking(True))
    bar = top_bar(
        session,
        back=session.handler(lambda: session.go(Home())),
        tools=[*loud(session, plan), saved(session, plan), *undo_and_redo(session, plan, FRONT_SCENE, plan.actor)],
    )
    return quiet_page(
        session,
        [
            controls.title(title),
            # A name that came back by Undo, or from another tab, begins the field anew.
            PlanName.keyed(f"name-{title}")(session, plan, title),
            ft.Divider(color=theme.LINE),
            NextDate.keyed("next-date")(session, plan),
            ft.Divider(color=theme.LINE),
            *_another(session, plan),
            ft.Divider(color=theme.LINE),
            ft.Row([controls.link(_("Put it in the bin"), ask, key="bin", icon=ft.Icons.DELETE_OUTLINE)]),
        ],
        bar=bar,
    )


@component
def PlanName(session: Session, plan: OpenPlan, title: str) -> ft.Control:
    """The name, to be changed."""
    name, set_name, name_now = words_typed(title)
    wrong, set_wrong = state("")

    def use() -> None:
        set_wrong("")
        with session.minding(set_wrong):
            name_plan(session, plan, name_now())

    touched = session.handler(use)
    return ft.Column(
        [
            controls.text_field(
                _("Its name"),
                key="plan-name",
                value=name,
                on_change=lambda e: set_name(e.control.value or ""),
                on_submit=touched,
            ),
            *([controls.fault(wrong)] if wrong else []),
            controls.quiet(
                _("It is on the home screen, where others can see it. Choose a name that gives nothing away.")
            ),
            ft.Row([controls.button(_("Use this name"), touched, key="use-name")]),
        ],
        spacing=theme.GAP_S,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _another(session: Session, plan: OpenPlan) -> list[ft.Control]:
    async def make() -> None:
        session.go(AboutPlan(await make_another(session, plan)))

    touched = session.handler(make, once=True)
    return [
        controls.heading(_("Another like it")),
        controls.words(
            _(
                "It starts with what everyone may see, and with your set-up sheet. Pages that are somebody's own, or "
                "that only some people may see, stay in this plan."
            ),
            size=theme.CONTROL,
        ),
        ft.Row([controls.button(_("Make another like it"), touched, key="another", icon=ft.Icons.COPY)]),
    ]


def _is_it_for_the_bin(session: Session, plan: OpenPlan, title: str, set_asking: Callable[[bool], None]) -> ft.Control:
    """Ask, and for the PIN: whoever is at the table takes no plan away. Nothing else is on the sheet."""
    keep = session.handler(lambda: set_asking(False))

    async def put() -> None:
        set_asking(False)
        with session.minding():  # What asked is gone by then: a fault is told to the room.
            await put_in_bin(session, plan)  # The screen goes home by itself when it is there (router.py).

    why = _("Only the worker puts it in the bin.")

    return quiet_page(
        session,
        [
            controls.title(_("Put this plan in the bin?")),
            controls.heading(title),
            controls.words(
                _(
                    "It stays in the bin for {n} days, and you can take it out again. The bin is in the list of "
                    "families, behind your PIN. After that it is gone for good."
                ).format(n=DAYS),
            ),
            ask_pin(session, why=why, then=put, fresh=True),
            ft.Row([controls.button(_("Keep it here"), keep, key="keep-here", height=56)]),
        ],
        bar=top_bar(session, back=keep),
    )
