"""Whose is a new plan? Asked where a family has several children, or a plan of this kind: so they are told apart."""

from collections.abc import Awaitable, Callable

import flet as ft

from app.document.kind import Kind
from app.kit import controls, theme
from app.kit.avatars import face_button
from app.kit.component import component, state, words_typed
from app.kit.controls import Handler
from app.language import _
from app.language.clean_text import visible
from app.ui.actions.families import add_person, children_of, next_face, start_plan
from app.ui.screens.choose_avatar import use_faces
from app.ui.screens.frame import quiet_page, top_bar
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import AtPlan, Home, NewPlan
from app.ui.session.session import Session


@component
def NewPlanScreen(session: Session, family: OpenPlan, route: NewPlan) -> ft.Control:
    """The children by their faces, another one by name, or all of them."""
    naming, set_naming = state(False)
    name, set_name, name_now = words_typed()
    wrong, set_wrong = state("")
    kind = session.application.kinds.kind(route.kind)
    pictures = use_faces(session, family)
    children = children_of(family)

    async def start(child: str) -> None:
        plan = await start_plan(session, kind, family.id, child)
        session.version += 1
        session.go(AtPlan(plan))

    def whose(child: str) -> Handler:
        return session.handler(lambda: start(child), once=True)

    async def another() -> None:
        if not visible(name_now()):
            set_wrong(_("Please write a name, as the child says it."))
            return
        with session.minding(set_wrong):
            await start(add_person(family, name_now(), "child", *next_face(family)).id)

    faces: list[ft.Control] = [
        face_button(
            c.name, c.colour, c.shape, whose(c.id), key=f"whose-{c.id}", label=c.name, picture=pictures.get(c.id)
        )
        for c in children
    ]
    new = controls.button(
        _("Another child"), session.handler(lambda: set_naming(True)), key="another-child", icon=ft.Icons.ADD, height=56
    )
    return quiet_page(
        session,
        [
            controls.title(_("Whose is it?")),
            controls.quiet(_("Its name then says whose it is. The name is on the home screen.")),
            ft.Row(faces, wrap=True, spacing=theme.GAP_S),
            *(_naming(session, name, set_name, another) if naming or not children else []),
            *([controls.fault(wrong)] if wrong else []),
            ft.Row([*([] if naming or not children else [new]), *_of_all(kind, whose)], wrap=True),
        ],
        bar=top_bar(session, back=session.handler(lambda: session.go(Home())), name=_(kind.family_name)),
    )


def _naming(
    session: Session, name: str, set_name: Callable[[str], None], act: Callable[[], Awaitable[None]]
) -> list[ft.Control]:
    return [
        controls.text_field(
            _("Name, as the child says it"),
            key="childs-name",
            value=name,
            on_change=lambda e: set_name(e.control.value or ""),
            on_submit=session.handler(act, once="start"),
            autofocus=True,
        ),
        ft.Row(
            [controls.main_button(_("Start"), session.handler(act, once="start"), key="start-for-child", height=56)]
        ),
    ]


def _of_all(kind: Kind, whose: Callable[[str], Handler]) -> list[ft.Control]:
    """A plan that nobody holds can be the whole family's."""
    return [] if kind.owned else [controls.button(_("For all of us"), whose(""), key="for-all-of-us", height=56)]
