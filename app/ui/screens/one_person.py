"""One person of a family: what is put right, what has changed, and what they were to do. Behind the PIN.

Nothing here is lost by a touch: whoever left is here again with one, two who were joined are two again with one.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

import flet as ft

from app.document import WORKER, Person
from app.document.family_people import joined_to
from app.document.people import COLOURS, LEFT, OLDEST_PERSON, ROLES, SHAPES, age_on
from app.document.schema import visible
from app.kit import controls, theme
from app.kit.avatars import Avatars, face, face_button
from app.kit.component import component, maybe, state, words_typed
from app.kit.controls import Handler
from app.kit.tappable import touchable
from app.language import N_, _, isolate, whole_number
from app.ui.actions.our_people import has_left, is_the_same, put_right, set_age, two_again
from app.ui.screens.choose_avatar import FaceDialog
from app.ui.screens.frame import quiet_page, top_bar
from app.ui.screens.handing_on import HandingOn
from app.ui.screens.person_name import PersonName
from app.ui.screens.who_is_it import ROLE_NAMES
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import OurPeople
from app.ui.session.session import Session

LEFT_NAMES = {
    "moved": N_("Moved out"),
    "died": N_("Has died"),
    "not-ours": N_("Not one of our people any more"),
    "handed-on": N_("Was the worker"),
}


def role_said(person: Person) -> str:
    """Return who somebody is to the child."""
    return _(ROLE_NAMES[person.role])


def left_said(person: Person) -> str:
    """Return why somebody is not among a family's people any more."""
    return _(LEFT_NAMES[person.left])


@component
def OnePerson(
    session: Session,
    family: OpenPlan,
    route: OurPeople,
    person: Person,
    who: Mapping[str, Person],
    pictures: Avatars,
) -> ft.Control:
    """Their page. who: everybody of the family."""
    facing, set_facing = state(False)
    other, set_other = maybe(str)
    to_list = session.handler(lambda: session.go(replace(route, person="")))
    bar = top_bar(session, back=to_list, name=_("Our people"))
    same = who.get(other) if other is not None else None
    if same is not None:
        return quiet_page(session, _are_they_one(session, family, person, same, route, set_other), bar=bar)
    drawn = face(person.name, person.colour, person.shape, size=64, picture=pictures.get(person.id))
    children: list[ft.Control] = [
        ft.Row([drawn, ft.Container(controls.title(person.name), expand=True)], spacing=theme.GAP),
    ]
    if person.left:
        again = session.handler(lambda: has_left(session, family, person.id, ""), once=True)
        children += [
            controls.words(left_said(person), quiet=True),
            # Above the lines, however many there are: a wrong touch is taken back at once.
            ft.Row([controls.button(_("One of our people again"), again, key="here-again", height=56)]),
            HandingOn.keyed(f"handing-on-{person.id}")(session, family, person, who),
        ]
        return quiet_page(session, children, bar=bar)
    children += [
        PersonName.keyed(f"person-name-{person.name}")(session, family, person, lambda: None),
        *_who_they_are(session, family, person),
        *_age(session, family, person),
        ft.Row(
            [
                controls.button(
                    _("Choose a face"),
                    session.handler(lambda: set_facing(True)),
                    key="their-face",
                    icon=ft.Icons.FACE_RETOUCHING_NATURAL,
                    height=56,
                )
            ]
        ),
        ft.Divider(color=theme.LINE),
        *_has_left(session, family, person),
        *_twice(session, family, person, who, pictures, set_other),
    ]
    page = quiet_page(session, children, bar=bar)
    faces = FaceDialog.keyed("their-faces")(
        session,
        family,
        who={person.id: person},
        faces=pictures,
        first=person.id,
        back=route,
        close=lambda: set_facing(False),
    )
    return controls.layered(page, [faces] if facing else [])


def _who_they_are(session: Session, family: OpenPlan, person: Person) -> list[ft.Control]:
    """Who they are to the child, and their colour and shape."""

    def sets(role: str, colour: int, shape: str) -> Handler:
        return session.handler(lambda: put_right(session, family, person.id, role=role, colour=colour, shape=shape))

    roles: list[ft.Control] = [
        controls.button(
            _(ROLE_NAMES[r]), sets(r, person.colour, person.shape), key=f"role-{r}", chosen=r == person.role
        )
        for r in ROLES
    ]
    mine = (person.colour, person.shape)
    looks: list[ft.Control] = [
        touchable(
            face(person.name, n, s, size=44),
            _("Face {number}").format(number=i + 1),
            sets(person.role, n, s),
            key=f"face-{n}-{s}",
            chosen=(n, s) == mine,
            width=56,
            height=56,
            edge=ft.BorderSide(3, theme.ACCENT) if (n, s) == mine else None,
        )
        for i, (n, s) in enumerate((n, s) for s in SHAPES for n in range(COLOURS))
    ]
    return [
        controls.words(_("Who are they?"), size=theme.CONTROL),
        ft.Row(roles, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
        controls.words(_("Choose a colour and a shape"), size=theme.CONTROL),
        ft.Row(looks, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
    ]


def _age(session: Session, family: OpenPlan, person: Person) -> list[ft.Control]:
    age = age_on(person, session.application.today)
    born = session.handler(lambda: set_age(session, family, person.id, 0), once=True)
    return [
        PersonAge.keyed(f"age-{person.id}-{age}")(session, family, person.id, "" if age is None else str(age)),
        *(
            [ft.Row([controls.link(_("Born today"), born, key="born-today")])]
            if person.role == "child" and age is None
            else []
        ),
    ]


@component
def PersonAge(session: Session, family: OpenPlan, person: str, kept: str) -> ft.Control:
    """How old somebody is: said once, it grows by itself."""
    age, set_it, age_now = words_typed(kept)
    wrong, set_wrong = state("")

    async def use() -> None:
        set_wrong("")
        years = whole_number(age_now())
        if visible(age_now()) and (years is None or years > OLDEST_PERSON):
            set_wrong(_("Please write the age as a number, for example 7. Nothing has been changed."))
            return
        with session.minding(set_wrong):
            await set_age(session, family, person, years)

    touched = session.handler(use, once="use")
    field = controls.text_field(
        _("How old are they? You can leave it empty."),
        key="person-age",
        value=age,
        on_change=lambda e: set_it(e.control.value or ""),
        on_submit=touched,
        digits=True,
    )
    return ft.Column(
        [
            field,  # By itself: its name is a whole sentence.
            ft.Row([controls.button(_("Use this age"), touched, key="use-age", height=56)]),
            *([controls.fault(wrong)] if wrong else []),
        ],
        spacing=theme.GAP_S,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _has_left(session: Session, family: OpenPlan, person: Person) -> list[ft.Control]:
    """What has changed. One touch, and one that takes it back stands in its place."""

    def left(why: str) -> Handler:
        return session.handler(lambda: has_left(session, family, person.id, why), once=True)

    ways = [
        controls.button(_(LEFT_NAMES[why]), left(why), key=f"left-{why}", height=56)
        for why in LEFT
        if why != "handed-on" or person.role == "professional"
    ]
    return [
        controls.heading(_("What has changed?")),
        ft.Row(ways, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
        controls.quiet(
            _("What they said stays, under their name. What they were to do can be given to somebody else.")
        ),
    ]


def _twice(
    session: Session,
    family: OpenPlan,
    person: Person,
    who: Mapping[str, Person],
    pictures: Avatars,
    ask: Callable[[str], None],
) -> list[ft.Control]:
    """Somebody who was typed twice: who else this is; and those whom they were joined to, who can be two again."""

    def two(id: str) -> Handler:
        return session.handler(lambda: two_again(session, family, id), once=True)

    def one(id: str) -> Handler:
        return session.handler(lambda: ask(id))

    joined = joined_to(family.document, person.id)
    others = [p for p in who.values() if p.id not in (person.id, WORKER)]
    again: list[ft.Control] = [
        ft.Row(
            [
                ft.Container(controls.words(_("Typed as {name} too").format(name=isolate(p.name)), size=theme.CONTROL)),
                controls.button(_("They are two people after all"), two(p.id), key=f"two-{p.id}"),
            ],
            wrap=True,
        )
        for p in joined
    ]
    faces: list[ft.Control] = [
        face_button(
            p.name,
            p.colour,
            p.shape,
            one(p.id),
            key=f"same-{p.id}",
            label=_("The same person as {name}").format(name=isolate(p.name)),
            picture=pictures.get(p.id),
        )
        for p in others
    ]
    if not (again or faces):
        return []
    return [
        controls.heading(_("Typed twice?")),
        *again,
        *([controls.words(_("Touch the one who is the same person."), size=theme.CONTROL)] if faces else []),
        ft.Row(faces, wrap=True, spacing=4, run_spacing=4),
    ]


def _are_they_one(
    session: Session,
    family: OpenPlan,
    person: Person,
    same: Person,
    route: OurPeople,
    ask: Callable[[str | None], None],
) -> list[ft.Control]:
    async def join() -> None:
        await is_the_same(session, family, person.id, same.id)
        ask(None)
        session.go(replace(route, person=same.id))

    return [
        controls.title(
            _("Are {name} and {other} one person?").format(name=isolate(person.name), other=isolate(same.name))
        ),
        controls.words(
            _("Everything said under either name stays, as said by {name}.").format(name=isolate(same.name))
        ),
        controls.words(_("What one of them may see, the other may see too: they are the same person.")),
        ft.Row(
            [
                controls.button(_("No, they are two"), session.handler(lambda: ask(None)), key="are-two", height=56),
                controls.main_button(_("Yes, one person"), session.handler(join, once=True), key="are-one", height=56),
            ],
            wrap=True,
        ),
    ]
