"""The plan screen: steps at the side, one question on the sheet, the people below. A notebook, not a form."""

from collections.abc import Callable

import flet as ft

from app.blocks.on_screen import EDITORS, arranged, can_be_read, left_on, steps_of
from app.document import WORKER, Person, private
from app.document.header import header, open_sections
from app.document.people import here as people_here
from app.kit import controls, theme
from app.kit.component import component, made, maybe, state
from app.kit.editor_context import WRITE, EditorContext
from app.kit.removal import use_removals
from app.language import _
from app.ui.actions import family_time
from app.ui.actions.families import add_person, name_in
from app.ui.actions.our_people import name_aside
from app.ui.screens.ask_pin import pin_first
from app.ui.screens.before_asking import asks_first, before_asking
from app.ui.screens.choose_avatar import use_faces
from app.ui.screens.family_time import give_back_dialog
from app.ui.screens.frame import notice, top_bar
from app.ui.screens.new_visit import new_visit
from app.ui.screens.own_plan_frame import framed, use_own_voice
from app.ui.screens.photos import use_photos
from app.ui.screens.plan_asks import Asking, Table, closing, who_is_it, whose_face
from app.ui.screens.plan_bar import copy_button, give_back_button, loud, read_button, saved, tools
from app.ui.screens.plan_people import making, use_everybody
from app.ui.screens.plan_priorities import bands, greeting
from app.ui.screens.plan_side import SetUpSheet, arrange_link, more_links, onward, people_bar, side_steps
from app.ui.screens.plan_step import standing, use_proof
from app.ui.screens.who_may_hold import notes_above
from app.ui.session import handover
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import AskedAlone, AtPad, AtPlan, AtWords, Home, WhoMayHold
from app.ui.session.session import Session
from app.ui.session.storage_status import only_reading

SIDE, PEOPLE_BAR = 200, 88


def place_setting(plan: str) -> str:
    """The name of the sealed setting that keeps where a plan was left."""
    return f"place:{plan}"


@component
def PlanScreen(session: Session, plan: OpenPlan, family: OpenPlan, route: AtPlan) -> ft.Control:
    """One plan, at one step."""
    asking, set_asking = maybe(Asking)
    arranging, set_arranging = state(False)
    set_up, set_set_up = made(_shut)
    answer_form, set_giving = state(False)
    facing, set_facing = maybe(str)
    before, set_before = maybe(AskedAlone)
    prove, proof = use_proof(session)
    away, set_away = state(frozenset[str]())
    removals = use_removals()

    shape = session.window.shape
    alone = bool(session.family_time)
    document = ft.use_memo(lambda: family_time.shown(plan.document) if alone else plan.document, [plan.document, alone])
    photos = use_photos(session, plan)
    all_people = use_everybody(session, plan, family)
    pictures = use_faces(session, family)

    there = people_here(plan.document, all_people)
    # Whom else the family knows is shown while the worker is there, and to nobody alone.
    others = {i: p for i, p in all_people.items() if not (alone or i in there or i == WORKER or p.left)}

    use_own_voice(plan)
    # Nobody is there to say who looks, in a family's own time.
    shut = {s.slug for s in document.kind.sections if alone and (s.own or private(plan.document, s.slug))}
    shown = [s for s in open_sections(document) if s.in_copies and s.slug not in shut]
    setup = [s for s in document.kind.sections if not s.in_copies and not alone]
    arrange = arranged(document.kind)
    listed = steps_of(document, (*shown, *(setup if set_up == "open" else ())))
    at, opens, step, undo_scope, owner, back = standing(document, shown, listed, route)

    def go(step: str, item: str = "") -> None:
        if session.asks_first(lambda: go(step, item)):
            return
        removals.clear()
        session.go(AtPlan(plan.id, step, route.talking, item))
        if left_on(plan.now, step):
            session.page.run_task(_remember, session, plan.id, step)

    def ask(question: str, answer: Callable[[str], None], role: str) -> None:
        set_asking(Asking(question, answer, role))

    def answered(person: str) -> None:
        if asking is not None:
            if person in all_people:
                join_in(all_people[person])
            asking.answer(person)
        set_asking(None)

    def add(name: str, role: str, colour: int, face: str) -> str:
        person = add_person(family, name, role, colour, face)
        join_in(person)
        return person.id

    def join_in(person: Person) -> None:
        # Whom the worker names on their own papers stands at no table for it.
        (name_in if not listed or listed[at][0].in_copies else name_aside)(plan, person)

    def speak(person: str) -> None:
        plan.speaker = person

    async def give_to_write(step: str, person: str) -> None:
        await handover.hand_over(session, AtWords(plan.id, step, person, route))

    async def say_before(item: str, person: str) -> None:
        asked = AskedAlone(plan.id, item, person, AtPlan(plan.id, undo_scope, route.talking))
        if asks_first(document, item):
            set_before(asked)
        else:
            await handover.hand_over(session, asked)

    def give(person: str) -> None:
        session.page.run_task(session.handler(lambda: give_to_write(undo_scope, person)))

    def ask_holder() -> None:
        if context.young and step is not None and step.private:
            give(context.young)  # A private page goes into nobody else's hands.
        else:
            set_asking(Asking(_("Who has it now?"), give))

    def to_first() -> None:
        go(opens)

    def open_set_up() -> None:
        set_set_up("open")
        go(setup[0].slug)

    context = EditorContext(
        document=document,
        who=all_people,
        here=there,
        speaker=plan.speaker,
        shape=shape,
        now=lambda: plan.now,
        make=making(session, plan, all_people),
        undo=plan.undo,
        can_undo=plan.can_undo,
        draft=session.drafts.to_field,
        handler=session.handler,
        draw=lambda page: session.go(AtPad(plan.id, page, route)),
        hand_over=lambda page: handover.hand_over(session, AtPad(plan.id, page, route, handed=True)),
        go=go,
        go_to=go,
        at=route.item,
        ask_who=ask,
        ask_alone=say_before,
        give_to_write=give_to_write,
        open_own=lambda section, person: prove(
            lambda: handover.hand_over(session, AskedAlone(plan.id, section, person, AtPlan(plan.id)))
        ),
        prove=prove,
        talking=route.talking,
        alone=alone,
        photos=photos,
        faces=pictures,
        away=away,
        removals=removals,
        put_away=lambda what: set_away(away | {what}),
        calendar=lambda: session.application.today,
        left=plan.left,
    )
    phone = shape == "phone"
    unsaved = loud(session, plan)
    # A bar has room for one word of how it stands with the disk, and only where the window is wide.
    reading = bool(only_reading(session))
    below = unsaved if reading or shape != "wide" else []
    quiet = [] if reading else [saved(session, plan)]
    readable = can_be_read(document.kind)
    read = [read_button(session, back)] if readable else []
    bar = top_bar(
        session,
        name="" if phone else header(family.document).title,
        back=None if alone else session.handler(lambda: session.go(Home())),
        tools=[
            *([] if below else unsaved or quiet),
            *tools(session, plan, route, undo_scope, owner),
            *([] if phone else read),
            *([] if alone else [copy_button(session, plan)]),
            *([give_back_button(session, lambda: set_giving(True))] if alone else []),
        ],
        lock=not phone,  # Hide locks too.
        tight=shape != "wide",
    )
    steps = side_steps(
        session,
        listed,
        at,
        go,
        across=shape == "wide",
        onward=onward(context, lambda changes: context.make(changes, undo_scope, owner)),
        more=[
            *(read if phone else []),
            *arrange_link(session, arrange, lambda: set_arranging(True)),
            *([] if alone else more_links(session, plan, setup, set_set_up, set_up, to_first)),
        ],
    )
    content = (
        framed(
            context,
            listed[at][0],
            lambda: EDITORS[listed[at][0].block].sheet(context, listed[at][0], undo_scope),
            skip=(lambda: go(listed[at + 1][1].key)) if at + 1 < len(listed) else None,
        )
        if step is not None
        else controls.words(_("There are no pages yet. Add one to begin."), quiet=True)
    )
    top = [*bands(document, at=listed[at][0].slug if listed else ""), *(greeting(context) if at == 0 else [])]
    if listed and listed[at][0].on_copies:
        top.append(notes_above(session, WhoMayHold(family.id, AtPlan(plan.id, undo_scope))))
    top += new_visit(session, plan, context, listed[at][0]) if listed else []
    sheet = controls.card(
        ft.Column(
            [*top, content], scroll=ft.ScrollMode.AUTO, expand=True, spacing=theme.GAP, key=f"scroll-{undo_scope}"
        ),
        expand=True,
        padding=theme.GAP_L if shape != "phone" else theme.GAP,
        key="sheet",
    )
    # Whoever holds the plan comes first.
    first = sorted(there, key=lambda person: person != context.young)
    here = {i: there[i] for i in first if i != WORKER or not alone}
    faces = people_bar(
        session,
        plan,
        here,
        pictures,
        speak,
        new=lambda: set_asking(Asking(_("Who else is here?"), speak, new=True)),
        change=lambda: set_facing(plan.speaker),
    )
    writes = step is not None and not (alone or route.talking or step.owner or (step.private and not context.young))
    give_it = session.handler(ask_holder)
    over = controls.icon_button(
        ft.Icons.SWAP_HORIZ, _("Give it to somebody to write"), give_it, key="hand-over-to-write"
    )
    ahead = controls.main_button(
        _("Next"),
        session.handler(lambda: go(listed[at + 1][1].key, WRITE)),
        key="next",
        height=56,
        disabled=at + 1 >= len(listed),
    )
    bottom = ft.Container(
        ft.Row([ft.Container(faces, expand=True), *([over] if writes else []), ahead], spacing=theme.GAP_S),
        height=PEOPLE_BAR,
        padding=ft.Padding.symmetric(horizontal=theme.GAP_S if phone else theme.GAP),
    )
    body: ft.Control
    if route.talking or session.window.keyboard:
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
        [bar, *below, *notice(session), body, bottom],
        spacing=theme.GAP_S,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    layers: list[ft.Control] = [*proof]
    if answer_form and alone:
        layers.append(give_back_dialog(session, lambda: set_giving(False)))
    if arranging and arrange is not None:
        layers.append(arrange[1](context, undo_scope, lambda: set_arranging(False)))
    if set_up == "asking":
        why = _("The set-up sheet is for the worker alone.")
        layers.append(pin_first(session, _("The set-up sheet"), why, open_set_up, lambda: set_set_up("shut")))
    layers += before_asking(session, context, before, lambda: set_before(None))
    table = Table(here, others, pictures)
    if asking is not None:
        no_more = closing(set_asking)
        layers.append(
            who_is_it(session, family, table, asking, choose=answered, add=add, close=no_more, change_face=set_facing)
        )
    if facing is not None:
        layers.append(whose_face(session, plan, family, table, facing, back, closing(set_facing)))
    return controls.layered(screen, layers)


def _shut() -> SetUpSheet:
    return "shut"


async def _remember(session: Session, plan: str, step: str) -> None:
    """Keep where a plan was left. A place is not worth a word to the family when it cannot be kept."""
    with session.minding():
        await session.remember(place_setting(plan), step)
