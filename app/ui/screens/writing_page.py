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


class Writing:
    """Whose page it is, and what its holder can do there. A part of the component that makes it.

    at: for who is asked about several items, the one that is asked about now; context: the editor's.
    """

    def __init__(self, session: Session, plan: OpenPlan, family: OpenPlan, route: AtWords | AskedAlone) -> None:
        self.session, self.plan, self.route = session, plan, route
        self.turned, self.set_turned = state(False)
        self.at, self.set_at = state("")
        self.chose, self.set_chose = state(False)
        self._asked, _same = made(new_id)
        self.who = use_everybody(session, plan, family)
        self._make = making(session, plan, self.who)
        self._removals, self._faces = use_removals(), use_faces(session, family)
        # Who sees what is theirs is said by name.
        self.both = {i: p for i, p in self.who.items() if i in (route.person, WORKER)}
        self.context = self._alone(route) if isinstance(route, AskedAlone) else self._writes()

    def _writes(self) -> EditorContext:
        """What is in hand on a page to write on."""
        session, plan, holder, make = self.session, self.plan, self.route.person, self._make
        owned = plan.document.kind.owned
        return EditorContext(
            document=plan.document,
            # Who can see a page of their own plan is said with the worker's name.
            who={i: p for i, p in self.who.items() if i == holder or (i == WORKER and owned)},
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
            removals=self._removals,
            faces=self._faces,
            calendar=lambda: session.application.today,
        )

    def _alone(self, route: AskedAlone) -> EditorContext:
        """What is in hand for one question. What is kept is not: whoever touched this face may be somebody else."""
        return replace(
            self._writes(),
            document=seen_by(self.plan.document, route.person),
            who=self.both,
            make=making_alone(self.session, self.plan, self.who, route.person),
            go=self.set_at,
            at=self.at,
            asked=self._asked,
            chose=lambda: self.set_chose(True),
        )

    def shown(self) -> tuple[str, list[ft.Control]]:
        """Return where Undo stays, and what is asked."""
        route, context = self.route, self.context
        if isinstance(route, AskedAlone):
            return alone_scope(self.at or route.about), _question(context, route.about)
        return route.step, _step(context, self.plan, route.step, replace(context, who=self.both))

    def numbers(self) -> list[ft.Control]:
        """Where something is the holder's own: a number to learn by heart, which they may take along and no paper."""
        route = self.route
        section = self.plan.document.kind.section(route.about) if isinstance(route, AskedAlone) else None
        return [Numbers.keyed("helplines")(self.session)] if section is not None and section.own else []

    async def finished(self) -> None:
        """Who may see it is asked once, here where it is theirs alone. Elsewhere nothing tells that it was."""
        alone = isinstance(self.route, AskedAlone)
        if alone and not self.chose and self.at != WHO_SEES and given_now(self.context, self.plan.now):
            self.set_at(WHO_SEES)
        else:
            await handover.finished(self.session)


@component
def WordsScreen(session: Session, plan: OpenPlan, family: OpenPlan, route: AtWords | AskedAlone) -> ft.Control:
    """The question, what its holder says to it, and nothing else. Undo reaches no further than the hand-over."""
    writing = Writing(session, plan, family, route)
    undo_scope, found = writing.shown()
    numbers = writing.numbers()
    wide = session.window.shape != "phone"
    sheet = controls.card(
        ft.Column(found[:1] + numbers, scroll=ft.ScrollMode.AUTO, expand=True, key=f"scroll-{undo_scope}"),
        expand=True,
        padding=theme.GAP_L if wide else theme.GAP,
        key="sheet",
    )
    finished = controls.main_button(_("I'm finished"), session.handler(writing.finished), key="finished", height=72)
    notice = [told(session.notice, session.said)] if session.notice else []
    # Whoever gets somebody else's page sees it before they answer, and gives it back.
    asked_one = writing.both.get(route.person) if isinstance(route, AskedAlone) and not numbers else None
    whose = [controls.words(_("This is for {name}.").format(name=isolate(asked_one.name)))] if asked_one else []
    body = ft.Column(
        [
            _bar(writing, undo_scope),
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
    room = padding(theme.GAP if wide else theme.GAP_S, writing.turned, top=theme.GAP_S)
    return turned_round(ft.Container(body, padding=room, expand=True, bgcolor=theme.GROUND), writing.turned)


def _bar(writing: Writing, undo_scope: str) -> ft.Control:
    """A break, undo and turning round.

    Hide is physically at the right: where the language runs from there, the bar begins beside it.
    """
    session = writing.session
    bar = ft.Row(
        [
            break_button(session),
            *undo_and_redo(session, writing.plan, undo_scope, writing.route.person, size=theme.CHILD_TARGET),
            turn_button(lambda: writing.set_turned(not writing.turned)),
        ],
        spacing=theme.GAP_S,
    )
    return ft.Container(bar, padding=ft.Padding.only(right=theme.BAR))


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
