"""Our people: who belongs to a family, and what has changed with them. Behind the PIN, for it names everybody.

Who sits at the table need not know who else is one of the family's people: a new partner, a friend of Mum's.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

import flet as ft

from app.document import WORKER, Person, people
from app.document.header import OLDEST, change_header, header
from app.document.people import age_on, youngest_on
from app.kit import controls, theme
from app.kit.avatars import Avatars, face
from app.kit.component import component, maybe, state, words_typed
from app.kit.tappable import touchable
from app.language import _, isolate, ngettext, whole_number, written_date
from app.sayings.outline import name_of
from app.ui.actions.families import add_person, next_face, the_worker
from app.ui.actions.our_people import rename_family, tell_plans
from app.ui.screens.ask_pin import ask_pin
from app.ui.screens.choose_avatar import use_faces
from app.ui.screens.frame import quiet_page, top_bar
from app.ui.screens.one_person import OnePerson, left_said, role_said
from app.ui.screens.who_is_it import SomebodyNew
from app.ui.screens.worker_name import WorkersName
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import OurPeople
from app.ui.session.session import Session


@component
def OurPeopleScreen(session: Session, family: OpenPlan, route: OurPeople) -> ft.Control:
    """The list, after the PIN; or one person's page."""
    proved, set_proved = state(False)
    adding, set_adding = state(False)
    worker, set_worker = maybe(Person)
    pictures = use_faces(session, family)

    async def look() -> None:
        with session.minding():
            set_worker(await the_worker(session))

    ft.use_effect(look, [session.version])
    away = session.handler(lambda: session.go(route.back))
    if not proved or worker is None:
        why = _("This names everybody of the family. It is for the worker alone.")
        asked = ask_pin(session, why=why, then=lambda: set_proved(True))
        return quiet_page(session, [asked], bar=top_bar(session, back=away))
    who = {WORKER: worker, **people(family.document)}
    to_list = session.handler(lambda: session.go(replace(route, person="")))
    if route.person in who and route.person != WORKER:
        return OnePerson.keyed(f"one-{route.person}")(session, family, route, who[route.person], who, pictures)
    if route.person == WORKER:
        bar = top_bar(session, back=to_list, name=_("Our people"))
        return quiet_page(session, [WorkersName.keyed("workers-name")(session, family, who[WORKER].name)], bar=bar)

    def open_(person: str) -> None:
        session.go(replace(route, person=person))

    def add(name: str, role: str, colour: int, shape: str) -> str:
        return add_person(family, name, role, colour, shape).id

    bar = top_bar(session, back=away, name=header(family.document).title)
    listed = _everybody(session, who, pictures, open_, lambda: set_adding(True))
    page = quiet_page(session, [*listed, AboutFamily.keyed("about-family")(session, family)], bar=bar)
    layers: list[ft.Control] = []
    if adding:
        layers.append(
            SomebodyNew.keyed("somebody-new")(
                session,
                face_for_new=next_face(family),
                choose=lambda person: set_adding(False),
                add=add,
                change_face=open_,
                close=lambda: set_adding(False),
            )
        )
    return controls.layered(page, layers)


def _everybody(
    session: Session,
    who: Mapping[str, Person],
    pictures: Avatars,
    open_: Callable[[str], None],
    add: Callable[[], None],
) -> list[ft.Control]:
    """Who belongs to the family, the way to somebody new, and who is not among them any more."""

    def line(p: Person) -> ft.Control:
        return _line(session, p, pictures, lambda: open_(p.id))

    here = [p for p in who.values() if p.here]
    gone = [p for p in who.values() if not p.here]
    new = controls.main_button(
        _("Somebody new"), session.handler(add), key="add-somebody", icon=ft.Icons.ADD, height=56
    )
    return [
        controls.title(_("Our people")),
        *(line(p) for p in here),
        ft.Row([new]),
        *([controls.heading(_("Not among our people any more")), *(line(p) for p in gone)] if gone else []),
        ft.Divider(color=theme.LINE),
    ]


def _line(session: Session, person: Person, pictures: Avatars, open_: Callable[[], None]) -> ft.Control:
    """Somebody, as a line that opens their page."""
    age = age_on(person, session.application.today)
    told = [role_said(person)]
    if age is not None and person.left != "died":
        told.append(ngettext("{n} year old", "{n} years old", age).format(n=age))
    if person.left:
        told = [left_said(person)] + ([written_date(person.left_day)] if person.left_day else [])
    if person.id == WORKER:
        told = [_("You, the worker")]
    name = name_of(person.id, {person.id: person})
    words = ft.Column(
        [controls.words(name, size=theme.CONTROL, bold=True), controls.quiet(" · ".join(told))], spacing=0, expand=True
    )
    drawn = face(person.name, person.colour, person.shape, size=44, picture=pictures.get(person.id))
    return touchable(
        ft.Row([drawn, words, ft.Icon(ft.Icons.CHEVRON_RIGHT, color=theme.QUIET)], spacing=theme.GAP_S),
        ". ".join((isolate(name), *told)),
        session.handler(open_),
        key=f"person-{person.id}",
        padding=8,
    )


def _youngest_known(age: int) -> ft.Control:
    """How old the youngest child is, where the children's own ages say so."""
    return controls.quiet(
        ngettext(
            "The youngest child is {n} year old: the children's ages say so.",
            "The youngest child is {n} years old: the children's ages say so.",
            age,
        ).format(n=age)
    )


@component
def AboutFamily(session: Session, family: OpenPlan) -> ft.Control:
    """The family's nickname, and how old its youngest child is, where no child's own age says so."""
    kept = header(family.document)
    nickname, set_nickname, nickname_now = words_typed(kept.title)
    age, set_age, age_now = words_typed("" if kept.youngest is None else str(kept.youngest))
    wrong, set_wrong = state("")
    done, set_done = state("")
    known = youngest_on(family.document, session.application.today)

    async def use() -> None:
        set_wrong("")
        set_done("")
        years = whole_number(age_now())
        if known is None and (years is None or years > OLDEST):
            set_wrong(_("Please write the age of the youngest child as a number, for example 7."))
            return
        with session.minding(set_wrong):
            rename_family(session, family, nickname_now())
            if known is None:
                family.make(change_header(family.now, youngest=years), undo_scope="front")
            await tell_plans(session, family)
            set_done(_("It is kept."))

    touched = session.handler(use, once="use")
    youngest = (
        _youngest_known(known)
        if known is not None
        else controls.text_field(
            _("How old is the youngest child?"),
            key="family-youngest",
            value=age,
            on_change=lambda e: set_age(e.control.value or ""),
            on_submit=touched,
            digits=True,
        )
    )
    return ft.Column(
        [
            controls.heading(_("The family")),
            controls.text_field(
                _("A nickname for the family"),
                key="family-nickname",
                value=nickname,
                on_change=lambda e: set_nickname(e.control.value or ""),
                on_submit=touched,
                hint=_("A name that gives nothing away"),
            ),
            youngest,
            *([controls.fault(wrong)] if wrong else []),
            *([controls.words(done, bold=True)] if done else []),
            ft.Row([controls.button(_("Use this"), touched, key="use-family", height=56)]),
        ],
        spacing=theme.GAP,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
