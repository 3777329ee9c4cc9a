"""Who is it? The faces of everybody, and room for somebody new: a name as the child says it, who they are, a face."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import flet as ft

from app.document import Person
from app.document.people import COLOURS, ROLES, SHAPES
from app.kit import controls, theme
from app.kit.avatars import Avatars, face, face_button
from app.kit.component import component, state, words_typed
from app.kit.controls import Handler
from app.kit.tappable import touchable
from app.language import N_, _
from app.language.clean_text import visible
from app.ui.session.session import Session

ROLE_NAMES = {
    "child": N_("Child"),
    "parent": N_("Mum or Dad"),
    "carer": N_("Carer"),
    "family": N_("Family"),
    "friend": N_("Friend"),
    "professional": N_("Worker"),
}


@component
def WhoDialog(
    session: Session,
    *,
    question: str,
    who: Mapping[str, Person],
    face_for_new: tuple[int, str],
    choose: Callable[[str], None],
    add: Callable[[str, str, int, str], str],
    close: Callable[[], None],
    faces: Avatars,
    change_face: Callable[[str], None],
    others: Mapping[str, Person] = MappingProxyType({}),
    only_new: bool = False,
    role: str = "",
) -> ft.Control:
    """Ask who it is. choose(person id) ends it; add(name_now(), role, colour, shape) returns a new person's id.

    others: those of the family who do not stand in the plan; they are shown when they are asked for.

    faces: the pictures of people's faces. change_face(person id): somebody new wants a face of their own.
    """
    new, set_new = state(only_new and not others)
    more, set_more = state(only_new or not who)

    def chosen(person: str) -> Handler:
        return session.handler(lambda: choose(person))

    if new:
        return SomebodyNew(
            session,
            face_for_new=face_for_new,
            choose=choose,
            add=add,
            change_face=change_face,
            close=close,
            first_role=role,
        )
    shown = {**({} if only_new else who), **(others if more else {})}
    everybody = [
        face_button(
            p.name,
            p.colour,
            p.shape,
            chosen(p.id),
            key=f"choose-{p.id}",
            label=p.name,
            picture=faces.get(p.id),
        )
        for p in shown.values()
    ]
    else_ = controls.link(
        _("Somebody else of the family"), lambda: set_more(True), key="somebody-else", icon=ft.Icons.PEOPLE_OUTLINE
    )
    return controls.dialog(
        question,
        [
            controls.heading(question),
            ft.Row(everybody, wrap=True, spacing=theme.GAP_S),
            *([ft.Row([else_])] if others and not more else []),
            ft.Row(
                [
                    controls.main_button(
                        _("Somebody new"), lambda: set_new(True), key="somebody-new", icon=ft.Icons.ADD
                    ),
                    controls.button(_("Not now"), close, key="not-now"),
                ],
                wrap=True,
            ),
        ],
    )


@component
def SomebodyNew(
    session: Session,
    *,
    face_for_new: tuple[int, str],
    choose: Callable[[str], None],
    add: Callable[[str, str, int, str], str],
    change_face: Callable[[str], None],
    close: Callable[[], None],
    first_role: str = "",
) -> ft.Control:
    """A name, who they are to the child, and a colour and shape that nobody else has; then, if they like, a face."""
    name, set_name, name_now = words_typed()
    role, set_role = state(first_role or "family")
    colour, set_colour = state(face_for_new[0])
    shape, set_shape = state(face_for_new[1])
    wrong, set_wrong = state("")

    def done() -> str:
        if not visible(name_now()):
            set_wrong(_("Please write a name, as the child says it."))
            return ""
        person = add(name_now(), role, colour, shape)
        choose(person)
        return person

    def done_and_face() -> None:
        person = done()
        if person:
            change_face(person)

    def look(n: int, s: str) -> Handler:
        def take() -> None:
            set_colour(n)
            set_shape(s)

        return take

    looks: list[ft.Control] = [
        touchable(
            face(name or "?", n, s, size=44),
            _("Face {number}").format(number=i + 1),
            look(n, s),
            key=f"face-{n}-{s}",
            chosen=(n, s) == (colour, shape),
            width=56,
            height=56,
            edge=ft.BorderSide(3, theme.ACCENT) if (n, s) == (colour, shape) else None,
        )
        for i, (n, s) in enumerate((n, s) for s in SHAPES for n in range(COLOURS))
    ]

    def take_role(r: str) -> Handler:
        return lambda: set_role(r)

    return controls.dialog(
        _("Somebody new"),
        [
            controls.heading(_("Somebody new")),
            controls.text_field(
                _("Name, as the child says it"),
                key="person-name",
                value=name,
                on_change=lambda e: set_name(e.control.value or ""),
                on_submit=session.handler(done),
                autofocus=True,
            ),
            controls.words(_("Who are they?"), size=theme.CONTROL),
            ft.Row(
                [
                    controls.button(
                        _(ROLE_NAMES[r]),
                        take_role(r),
                        key=f"role-{r}",
                        chosen=r == role,
                    )
                    for r in ROLES
                ],
                wrap=True,
                spacing=theme.GAP_S,
                run_spacing=theme.GAP_S,
            ),
            controls.words(_("Choose a colour and a shape"), size=theme.CONTROL),
            ft.Row(looks, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
            *([controls.fault(wrong)] if wrong else []),
            ft.Row(
                [
                    controls.main_button(_("Add"), session.handler(done), key="add-person", height=56),
                    controls.button(
                        _("Add, and choose a face"), session.handler(done_and_face), key="add-with-face", height=56
                    ),
                    controls.button(_("Not now"), close, key="not-now", height=56),
                ],
                wrap=True,
            ),
        ],
    )
