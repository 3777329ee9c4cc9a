"""The plan screen: steps at the side, one question on the sheet, the people below. A notebook, not a form."""

from collections.abc import Callable
from typing import NamedTuple

import flet as ft

from app.blocks.on_screen import EDITORS
from app.document import WORKER, Person, Section, people
from app.document.front import front
from app.language import _
from app.ui.families import add_person, family_people, name_in, next_face, the_worker
from app.ui.kit import parts, theme
from app.ui.kit.component import component, made, maybe, state
from app.ui.kit.hand import Hand, Step, Wanted
from app.ui.open_plan import OpenPlan
from app.ui.places import AtPad, AtPlan, Home, MakeCopy
from app.ui.screens.ask_pin import AskPin
from app.ui.screens.frame import notice, top_bar
from app.ui.screens.plan_side import SetUpSheet, more_links, people_bar, side_steps
from app.ui.screens.who import WhoDialog
from app.ui.session import Session

SIDE, PEOPLE_BAR = 200, 88


class Asking(NamedTuple):
    """A question about a person that is on the screen, and what its answer does.

    role: only people of that role. new: begin with somebody new.
    """

    question: str
    answer: Callable[[str], None]
    role: str = ""
    new: bool = False


def place_setting(plan: str) -> str:
    """The name of the sealed setting that keeps where a plan was left."""
    return f"place:{plan}"


@component
def PlanScreen(session: Session, plan: OpenPlan, family: OpenPlan, place: AtPlan) -> ft.Control:
    """One plan, at one step."""
    asking, set_asking = maybe(Asking)
    worker, set_worker = maybe(Person)
    arranging, set_arranging = state(False)
    set_up, set_set_up = made(_shut)

    async def look() -> None:
        with session.minding():
            set_worker(await the_worker(session))

    ft.use_effect(look, [])
    shape = session.window.shape
    all_people: dict[str, Person] = {**people(plan.document)}
    if worker is not None:
        all_people = {**all_people, **family_people(family, worker)}

    shown = [s for s in plan.document.kind.sections if s.in_copies]
    setup = [s for s in plan.document.kind.sections if not s.in_copies]
    listed: list[tuple[Section, Step]] = [
        (section, step)
        for section in (*shown, *(setup if set_up == "open" else ()))
        if section.block in EDITORS
        for step in EDITORS[section.block].steps(plan.document, section)
    ]
    at = next((n for n, (_s, step) in enumerate(listed) if step.key == place.step), 0)

    def go(step: str) -> None:
        session.go(AtPlan(plan.id, step, place.talking))
        session.page.run_task(_remember, session, plan.id, step)

    def make(changes: Wanted, scene: str, actor: str) -> bool:
        with session.minding():
            wanted = changes() if callable(changes) else changes
            by = actor or plan.actor
            if by != WORKER and by in all_people and by not in people(plan.document):
                name_in(plan, all_people[by])
            plan.make(wanted, scene=scene, actor=by)
            return True
        return False

    def ask(question: str, answer: Callable[[str], None], role: str) -> None:
        set_asking(Asking(question, answer, role))

    def answered(person: str) -> None:
        if asking is not None:
            if person in all_people:
                name_in(plan, all_people[person])
            asking.answer(person)
        set_asking(None)

    def add(name: str, role: str, colour: int, face: str) -> str:
        person = add_person(family, name, role, colour, face)
        name_in(plan, person)
        return person.id

    def speak(person: str) -> None:
        plan.speaker = person

    def open_set_up() -> None:
        set_set_up("open")
        go(setup[0].slug)

    hand = Hand(
        document=plan.document,
        who=all_people,
        speaker=plan.speaker,
        shape=shape,
        now=lambda: plan.document,
        make=make,
        undo=plan.undo,
        can_undo=plan.can_undo,
        draft=session.draft,
        handler=session.handler,
        draw=lambda page: session.go(AtPad(plan.id, page, place)),
        go=go,
        ask_who=ask,
        talking=place.talking,
    )
    scene = listed[at][1].key if listed else ""
    bar = top_bar(
        session,
        name=front(family.document).title,
        back=session.handler(lambda: session.go(Home())),
        tools=_tools(session, plan, place, scene, listed[at][1].owner if listed else ""),
    )
    steps = side_steps(
        session,
        listed,
        at,
        go,
        across=shape == "wide",
        more=more_links(session, setup, set_arranging, set_set_up, set_up, listed, go),
    )
    content = (
        EDITORS[listed[at][0].block].sheet(hand, listed[at][0], listed[at][1].key)
        if listed
        else parts.words(_("There are no pages yet. Add one to begin."), quiet=True)
    )
    sheet = parts.card(
        ft.Column([content], scroll=ft.ScrollMode.AUTO, expand=True, key=f"scroll-{scene}"),
        expand=True,
        padding=theme.GAP_L if shape != "phone" else theme.GAP,
        key="sheet",
    )
    faces = people_bar(session, plan, all_people, speak, lambda: set_asking(Asking(_("Somebody new"), speak, new=True)))
    ahead = parts.main_button(
        _("Next"),
        session.handler(lambda: go(listed[at + 1][1].key)),
        key="next",
        height=56,
        disabled=at + 1 >= len(listed),
    )
    bottom = ft.Container(
        ft.Row([ft.Container(faces, expand=True), ahead], spacing=theme.GAP),
        height=PEOPLE_BAR,
        padding=ft.Padding.symmetric(horizontal=theme.GAP),
    )
    body: ft.Control
    if place.talking or session.window.keyboard:
        body = ft.Container(sheet, expand=True, padding=ft.Padding.symmetric(horizontal=theme.GAP))
    elif shape == "wide":
        body = ft.Container(
            ft.Row(
                [ft.Container(steps, width=SIDE), sheet],
                spacing=theme.GAP,
                expand=True,
                vertical_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
            expand=True,
            padding=ft.Padding.symmetric(horizontal=theme.GAP),
        )
    else:
        body = ft.Container(
            ft.Column([steps, sheet], spacing=theme.GAP_S, expand=True),
            expand=True,
            padding=ft.Padding.symmetric(horizontal=theme.GAP_S),
        )
    screen = ft.Column(
        [bar, *notice(session), body, bottom],
        spacing=theme.GAP_S,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    layers: list[ft.Control] = []
    if arranging:
        arrange = next(e.arrange for e in EDITORS.values() if e.arrange)
        layers.append(arrange(hand, at=scene, close=lambda: set_arranging(False), key="arranging"))
    if set_up == "asking":
        layers.append(
            parts.dialog(
                _("The set-up sheet"),
                [
                    AskPin(
                        session,
                        why=_("The set-up sheet is for the worker alone. It needs your PIN or your four words again."),
                        then=open_set_up,
                    ),
                    parts.button(_("Not now"), lambda: set_set_up("shut"), key="not-now"),
                ],
            )
        )
    if asking is not None:
        layers.append(
            WhoDialog(
                session,
                question=asking.question,
                who={i: p for i, p in all_people.items() if asking.role in ("", p.role)},
                role=asking.role,
                face_for_new=next_face(family),
                choose=answered,
                add=add,
                close=lambda: set_asking(None),
                only_new=asking.new,
                key="who",
            )
        )
    return parts.layered(screen, layers)


def _shut() -> SetUpSheet:
    return "shut"


async def _remember(session: Session, plan: str, step: str) -> None:
    """Keep where a plan was left. A place is not worth a word to the family when it cannot be kept."""
    with session.minding():
        await session.keep_setting(place_setting(plan), step)


def _tools(session: Session, plan: OpenPlan, place: AtPlan, scene: str, owner: str) -> list[ft.Control]:
    who = owner or plan.actor

    def talk() -> None:
        session.go(AtPlan(place.plan, scene, not place.talking))

    tools = [
        _saved(session, plan),
        parts.icon_button(
            ft.Icons.UNDO,
            _("Undo"),
            session.handler(lambda: plan.undo(scene, who)),
            key="undo",
            disabled=not plan.can_undo(scene, who),
        ),
        parts.icon_button(
            ft.Icons.REDO,
            _("Redo"),
            session.handler(lambda: plan.redo(scene, who)),
            key="redo",
            disabled=not plan.can_redo(scene, who),
        ),
        parts.icon_button(
            ft.Icons.FORUM_OUTLINED,
            _("Write again") if place.talking else _("Just talk"),
            session.handler(talk),
            key="talk",
            chosen=place.talking,
        ),
    ]
    if session.window.shape == "phone":
        copy = parts.icon_button(
            ft.Icons.IOS_SHARE,
            _("Copy"),
            session.handler(lambda: session.go(MakeCopy(plan.id))),
            key="copy",
        )
    else:
        copy = parts.button(_("Copy"), session.handler(lambda: session.go(MakeCopy(plan.id))), key="copy")
    return [*tools, copy]


def _saved(session: Session, plan: OpenPlan) -> ft.Control:
    """Whether all is on the disk: quiet when it is, loud when it is not."""
    if plan.saving == "not-saved":
        return parts.main_button(
            _("Not saved. Try again"), session.handler(plan.try_again), key="try-again", icon=ft.Icons.WARNING
        )
    if plan.saving == "read-only":
        return parts.words(_("Can be read, not changed"), size=theme.SMALL, bold=True)
    word = _("Saved") if plan.saving == "saved" and not session.typing else _("Saving …")
    return ft.Semantics(
        live_region=True,
        content=ft.Container(parts.quiet(word), padding=ft.Padding.symmetric(horizontal=8), key="saved"),
    )
