"""The plan screen: steps at the side, one question on the sheet, the people below. A notebook, not a form."""

import flet as ft

from app.document.header import header
from app.kit import controls, theme
from app.kit.component import component
from app.kit.editor_context import WRITE
from app.language import _
from app.ui.screens.ask_pin import pin_first
from app.ui.screens.before_asking import before_asking
from app.ui.screens.family_time import give_back_dialog
from app.ui.screens.frame import notice, top_bar
from app.ui.screens.new_visit import new_visit
from app.ui.screens.own_plan_frame import framed
from app.ui.screens.plan_asks import Asking, closing, who_is_it, whose_face
from app.ui.screens.plan_bar import copy_button, give_back_button, loud, read_button, saved, tools
from app.ui.screens.plan_priorities import bands, greeting
from app.ui.screens.plan_side import arrange_link, more_links, onward, people_bar, side_steps
from app.ui.screens.plan_state import PlanState, use_plan
from app.ui.screens.step_list import can_be_read, sheet_of
from app.ui.screens.who_may_hold import notes_above
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import AtPlan, Home, WhoMayHold
from app.ui.session.session import Session
from app.ui.session.storage_status import only_reading

SIDE, PEOPLE_BAR = 200, 88


@component
def PlanScreen(session: Session, plan: OpenPlan, family: OpenPlan, route: AtPlan) -> ft.Control:
    """One plan, at one step."""
    state = use_plan(session, plan, family, route)
    unsaved = loud(session, plan)
    # A bar has room for one word of how it stands with the disk, and only where the window is wide.
    reading = bool(only_reading(session))
    below = unsaved if reading or session.window.shape != "wide" else []
    on_disk = [] if below else unsaved or ([] if reading else [saved(session, plan)])
    screen = ft.Column(
        [_bar(state, on_disk), *below, *notice(session), _body(state), _bottom(state)],
        spacing=theme.GAP_S,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return controls.layered(screen, _layers(state))


def _bar(state: PlanState, on_disk: list[ft.Control]) -> ft.Control:
    """The top bar. on_disk: how it stands with the disk, where it is said here."""
    session, plan, phone = state.session, state.plan, state.session.window.shape == "phone"
    own_time = [give_back_button(session, lambda: state.over.set_giving_back(True))]
    return top_bar(
        session,
        name="" if phone else header(state.family.document).title,
        back=None if state.alone else session.handler(lambda: session.go(Home())),
        tools=[
            *on_disk,
            *tools(session, plan, state.route, state.undo_scope, state.steps.here.owner),
            *([] if phone else _read(state)),
            *(own_time if state.alone else [copy_button(session, plan)]),
        ],
        lock=not phone,  # Hide locks too.
        tight=session.window.shape != "wide",
    )


def _read(state: PlanState) -> list[ft.Control]:
    """The way to the plan as a book, where it is one."""
    return [read_button(state.session, state.steps.here.back)] if can_be_read(state.document.kind) else []


def _body(state: PlanState) -> ft.Control:
    """The sheet and the steps; the sheet alone where one only talks, or a keyboard takes the room."""
    shape = state.session.window.shape
    sheet = _sheet(state)
    inside: ft.Control
    if state.route.talking or state.session.window.keyboard:
        return ft.Container(sheet, expand=True, padding=ft.Padding.symmetric(horizontal=theme.GAP))
    if shape == "wide":
        inside = ft.Row(
            [ft.Container(_side(state), width=SIDE), sheet],
            spacing=theme.GAP,
            expand=True,
            vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    else:
        inside = ft.Column([_side(state), sheet], spacing=theme.GAP_S, expand=True)
    sides = theme.GAP if shape == "wide" else theme.GAP_S
    return ft.Container(inside, expand=True, padding=ft.Padding.symmetric(horizontal=sides))


def _side(state: PlanState) -> ft.Control:
    """The steps, and what leads elsewhere behind them."""
    session, over, context = state.session, state.over, state.context
    return side_steps(
        session,
        state.steps.listed,
        state.steps.here.at,
        state.go,
        across=session.window.shape == "wide",
        onward=onward(context, lambda changes: context.make(changes, state.undo_scope, state.steps.here.owner)),
        more=[
            *(_read(state) if session.window.shape == "phone" else []),
            *arrange_link(session, state.arrange, lambda: over.set_arranging(True)),
            *(
                []
                if state.alone
                else more_links(session, state.plan, state.steps.setup, over.set_set_up, over.set_up, state.to_first)
            ),
        ],
    )


def _sheet(state: PlanState) -> ft.Control:
    """The step that is shown, and what stands above it."""
    context, section = state.context, state.steps.section
    top = [*bands(state.document, at=section.slug if section is not None else "")]
    if state.steps.here.at == 0:
        top += greeting(context)
    if section is not None:
        if section.on_copies:
            top.append(notes_above(state.session, WhoMayHold(state.family.id, AtPlan(state.plan.id, state.undo_scope))))
        top += new_visit(state.session, state.plan, context, section)
    return controls.card(
        ft.Column(
            [*top, _step(state)],
            scroll=ft.ScrollMode.AUTO,
            expand=True,
            spacing=theme.GAP,
            key=f"scroll-{state.undo_scope}",
        ),
        expand=True,
        padding=theme.GAP_L if state.session.window.shape != "phone" else theme.GAP,
        key="sheet",
    )


def _step(state: PlanState) -> ft.Control:
    context, section, after = state.context, state.steps.section, state.steps.next
    if state.step is None or section is None:
        return controls.words(_("There are no pages yet. Add one to begin."), quiet=True)
    return framed(
        context,
        section,
        lambda: sheet_of(context, section, state.undo_scope),
        skip=(lambda: state.go(after.key)) if after is not None else None,
    )


def _bottom(state: PlanState) -> ft.Control:
    """The people, the way into somebody's hands, and the next step."""
    session, over, step, after = state.session, state.over, state.step, state.steps.next
    faces = people_bar(
        session,
        state.plan,
        dict(state.table.here),
        state.people.faces,
        state.speak,
        new=lambda: over.set_asking(Asking(_("Who else is here?"), state.speak, new=True)),
        change=lambda: over.set_facing(state.plan.speaker),
    )
    private_to_nobody = step is not None and step.private and not state.context.young
    writes = step is not None and not (state.alone or state.route.talking or step.owner or private_to_nobody)
    give = controls.icon_button(
        ft.Icons.SWAP_HORIZ,
        _("Give it to somebody to write"),
        session.handler(state.ask_holder),
        key="hand-over-to-write",
    )
    ahead = controls.main_button(
        _("Next"),
        session.handler(lambda: state.go(after.key, WRITE) if after is not None else None),
        key="next",
        height=56,
        disabled=after is None,
    )
    return ft.Container(
        ft.Row([ft.Container(faces, expand=True), *([give] if writes else []), ahead], spacing=theme.GAP_S),
        height=PEOPLE_BAR,
        padding=ft.Padding.symmetric(horizontal=theme.GAP_S if session.window.shape == "phone" else theme.GAP),
    )


def _layers(state: PlanState) -> list[ft.Control]:
    """What lies over the screen."""
    session, over = state.session, state.over
    layers: list[ft.Control] = [*over.proof]
    if over.giving_back and state.alone:
        layers.append(give_back_dialog(session, lambda: over.set_giving_back(False)))
    if over.arranging and state.arrange is not None:
        order = state.arrange[1]
        layers.append(order(state.context, state.undo_scope, lambda: over.set_arranging(False)))
    if over.set_up == "asking":
        why = _("The set-up sheet is for the worker alone.")
        layers.append(
            pin_first(session, _("The set-up sheet"), why, state.open_set_up, lambda: over.set_set_up("shut"))
        )
    layers += before_asking(session, state.context, over.before, lambda: over.set_before(None))
    return [*layers, *_about_people(state)]


def _about_people(state: PlanState) -> list[ft.Control]:
    """The questions about people."""
    session, over = state.session, state.over
    layers: list[ft.Control] = []
    if over.asking is not None:
        layers.append(
            who_is_it(
                session,
                state.family,
                state.table,
                over.asking,
                choose=state.answered,
                add=state.add,
                close=closing(over.set_asking),
                change_face=over.set_facing,
            )
        )
    if over.facing is not None:
        close = closing(over.set_facing)
        layers.append(
            whose_face(session, state.plan, state.family, state.table, over.facing, state.steps.here.back, close)
        )
    return layers
