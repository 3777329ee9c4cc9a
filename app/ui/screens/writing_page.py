"""One page in somebody's own hands, to write on: no plan, no names, no way elsewhere but "I'm finished"."""

from dataclasses import replace
from functools import partial

import flet as ft

from app.asking.screen.form import WHO_SEES, given_now
from app.document import WORKER, new_id, seen_by
from app.document.answer import alone_scope
from app.kit import controls, theme
from app.kit.component import component, made, state
from app.kit.editor_context import EditorContext
from app.kit.notice import told
from app.kit.removal import use_removals
from app.language import _, isolate
from app.ui.screens.choose_avatar import use_faces
from app.ui.screens.held_frame import break_button, not_saved, padding, turn_button, turned_round
from app.ui.screens.help import Numbers
from app.ui.screens.own_plan_frame import framed
from app.ui.screens.plan_people import making, making_alone, use_everybody
from app.ui.screens.step_list import screen_of, sheet_of, step_within, steps_of
from app.ui.screens.undo import undo_and_redo
from app.ui.session import handover
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import AskedAlone, AtWords
from app.ui.session.session import Session


@component
def WordsScreen(session: Session, plan: OpenPlan, family: OpenPlan, route: AtWords | AskedAlone) -> ft.Control:
    """The question, what its holder says to it, and nothing else. Undo reaches no further than the hand-over."""
    turned, set_turned = state(False)
    at, set_at = state("")
    chose, set_chose = state(False)
    asked, _same = made(new_id)
    who = use_everybody(session, plan, family)
    make = making(session, plan, who)
    holder = route.person
    context = EditorContext(
        document=plan.document,
        # Who can see a page of their own plan is said with the worker's name.
        who={i: p for i, p in who.items() if i == holder or (i == WORKER and plan.document.kind.owned)},
        speaker=holder,
        shape=session.window.shape,
        now=lambda: plan.now,
        make=lambda changes, undo_scope, _actor: make(changes, undo_scope, holder),
        undo=lambda undo_scope: plan.undo(undo_scope, holder),
        can_undo=lambda undo_scope: plan.can_undo(undo_scope, holder),
        draft=session.drafts.to_field,
        handler=session.handler,
        draw=lambda page: None,
        hand_over=_nowhere,
        go=lambda step: None,
        ask_who=lambda question, answer, role: None,
        alone=True,
        holder=holder,
        removals=use_removals(),
        faces=use_faces(session, family),
        calendar=lambda: session.application.today,
    )
    both = {i: p for i, p in who.items() if i in (holder, WORKER)}  # Who sees what is theirs is said by name.
    if isinstance(route, AskedAlone):
        # What is kept is not even in hand: whoever touched this face may be somebody else.
        context = replace(
            context,
            document=seen_by(plan.document, holder),
            who=both,
            make=making_alone(session, plan, who, holder),
            go=set_at,
            at=at,
            asked=asked,
            chose=lambda: set_chose(True),
        )
        undo_scope, found = alone_scope(at or route.about), _question(context, route.about)
    else:
        undo_scope, found = route.step, _step(context, plan, route.step, replace(context, who=both))
    # Where something is the holder's own, a number to learn by heart is what they may take along instead of paper.
    section = plan.document.kind.section(route.about) if isinstance(route, AskedAlone) else None
    numbers: list[ft.Control] = [Numbers.keyed("helplines")(session)] if section is not None and section.own else []
    edge = theme.GAP if session.window.shape != "phone" else theme.GAP_S
    bar = ft.Row(
        [
            break_button(session),
            *undo_and_redo(session, plan, undo_scope, holder, size=theme.CHILD_TARGET),
            turn_button(lambda: set_turned(not turned)),
        ],
        spacing=theme.GAP_S,
    )
    # Hide is physically at the right, and this bar begins there where the language runs from it.
    beside_hide = ft.Container(bar, padding=ft.Padding.only(right=theme.BAR))
    sheet = controls.card(
        ft.Column(found[:1] + numbers, scroll=ft.ScrollMode.AUTO, expand=True, key=f"scroll-{undo_scope}"),
        expand=True,
        padding=theme.GAP_L if session.window.shape != "phone" else theme.GAP,
        key="sheet",
    )

    async def is_finished() -> None:
        # Who may see it is asked once, here where it is theirs alone. Elsewhere nothing tells that it was.
        if isinstance(route, AskedAlone) and not chose and at != WHO_SEES and given_now(context, plan.now):
            set_at(WHO_SEES)
        else:
            await handover.finished(session)

    finished = controls.main_button(_("I'm finished"), session.handler(is_finished), key="finished", height=72)
    notice = [told(session.notice, session.said)] if session.notice else []
    # Whoever gets somebody else's page sees it before they answer, and gives it back.
    asked_one = both.get(holder) if isinstance(route, AskedAlone) and not numbers else None
    whose = [controls.words(_("This is for {name}.").format(name=isolate(asked_one.name)))] if asked_one else []
    body = ft.Column(
        [
            beside_hide,
            *notice,
            *not_saved(session, plan),
            sheet,
            ft.Row(
                [ft.Container(ft.Column([*whose], key="whose-page", tight=True), expand=True), finished],
                alignment=ft.MainAxisAlignment.END,
                spacing=theme.GAP,
            ),
        ],
        spacing=theme.GAP_S,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    room = padding(edge, turned, top=theme.GAP_S)
    return turned_round(ft.Container(body, padding=room, expand=True, bgcolor=theme.GROUND), turned)


def _step(context: EditorContext, plan: OpenPlan, key: str, own: EditorContext) -> list[ft.Control]:
    """The sheet of one step; what is somebody's own (own: the hand for it) opens in nobody else's."""
    sections = plan.document.kind.sections
    apart = step_within(plan.document, sections, key)
    return [
        framed(
            context,
            section,
            partial(sheet_of, own if step.owner else context, section, step.key),
            skip=None,
        )
        for section, step in ((apart,) if apart is not None else steps_of(plan.document, sections))
        if step.key == key and step.owner in ("", context.holder)
    ]


def _question(context: EditorContext, about: str) -> list[ft.Control]:
    """The one question about one item, for the tablet's holder alone; or what is theirs in a section."""
    item = context.document.items.get(about)
    section = context.document.kind.section(item.section if item is not None else about)
    screen = screen_of(section)
    if section is None or screen is None or screen.alone is None:
        return [controls.words(_("This page is not there any more. Please give the tablet back."), quiet=True)]
    return [screen.alone(context, section, about)]


async def _nowhere(page: str) -> None:
    """Whoever holds the page hands it to nobody."""
