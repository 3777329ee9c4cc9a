"""Somebody's name, put right or changed: one touch says which. The same in a plan, and among a family's people."""

from collections.abc import Callable

import flet as ft

from app.document import Person
from app.kit import controls, theme
from app.kit.component import component, state, words_typed
from app.kit.controls import Handler
from app.language import _
from app.ui.actions.our_people import name as give_name
from app.ui.session.open_plan import OpenPlan
from app.ui.session.session import Session


@component
def PersonName(session: Session, family: OpenPlan, person: Person, done: Callable[[], None]) -> ft.Control:
    """The field, and the two touches. done: it is kept."""
    name, set_name, name_now = words_typed(person.name)
    wrong, set_wrong = state("")

    def use(now: bool) -> Handler:
        async def act() -> None:
            set_wrong("")
            with session.minding(set_wrong):
                await give_name(session, family, person, name_now(), now=now)
                done()

        return session.handler(act, once=True)

    return ft.Column(
        [
            controls.text_field(
                _("Name, as the child says it"),
                key="new-name",
                value=name,
                on_change=lambda e: set_name(e.control.value or ""),
            ),
            *([controls.fault(wrong)] if wrong else []),
            ft.Row(
                [
                    controls.button(_("It was written wrong"), use(False), key="name-was-wrong", height=56),
                    controls.button(_("It is a new name"), use(True), key="name-is-new", height=56),
                ],
                wrap=True,
            ),
            controls.quiet(_("Anything said before keeps the old name.")),
        ],
        spacing=theme.GAP_S,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
