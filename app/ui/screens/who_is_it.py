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
    everybody = [_choice(p, chosen(p.id), faces) for p in shown.values()]
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


def _choice(person: Person, chosen: Handler, faces: Avatars) -> ft.Control:
    return face_button(
        person.name,
        person.colour,
        person.shape,
        chosen,
        key=f"choose-{person.id}",
        label=person.name,
        picture=faces.get(person.id),
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

    def take_look(n: int, s: str) -> None:
        set_colour(n)
        set_shape(s)

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
            _roles(role, set_role),
            controls.words(_("Choose a colour and a shape"), size=theme.CONTROL),
            _looks(name, (colour, shape), take_look),
            *([controls.fault(wrong)] if wrong else []),
            _ways_on(session.handler(done), session.handler(done_and_face), close),
        ],
    )


def _ways_on(add: Handler, add_with_face: Handler, close: Callable[[], None]) -> ft.Control:
    return ft.Row(
        [
            controls.main_button(_("Add"), add, key="add-person", height=56),
            controls.button(_("Add, and choose a face"), add_with_face, key="add-with-face", height=56),
            controls.button(_("Not now"), close, key="not-now", height=56),
        ],
        wrap=True,
    )


def _roles(now: str, take: Callable[[str], None]) -> ft.Control:
    """Who somebody is to the child, one touch each."""

    def choose(role: str) -> Handler:
        return lambda: take(role)

    ways = [controls.button(_(ROLE_NAMES[r]), choose(r), key=f"role-{r}", chosen=r == now) for r in ROLES]
    return ft.Row(ways, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S)


def _looks(name: str, now: tuple[int, str], take: Callable[[int, str], None]) -> ft.Control:
    """Every colour in every shape, with the first letter of the name. now: the one that is chosen."""

    def choose(n: int, s: str) -> Handler:
        return lambda: take(n, s)

    looks = [
        touchable(
            face(name or "?", n, s, size=44),
            _("Face {number}").format(number=i + 1),
            choose(n, s),
            key=f"face-{n}-{s}",
            chosen=(n, s) == now,
            width=56,
            height=56,
            edge=ft.BorderSide(3, theme.ACCENT) if (n, s) == now else None,
        )
        for i, (n, s) in enumerate((n, s) for s in SHAPES for n in range(COLOURS))
    ]
    return ft.Row(list(looks), wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S)
