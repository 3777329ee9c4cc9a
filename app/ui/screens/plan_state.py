"""What a plan's screen knows when it is drawn, and what can be done there: its steps, its people, its questions."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import flet as ft

from app.asking.screen.block_screen import Arranging
from app.document import WORKER, Document, Person, Section, private
from app.document.header import open_sections
from app.document.people import here as people_here
from app.ink.photo import Photos
from app.kit.avatars import Avatars
from app.kit.component import made, maybe, state
from app.kit.editor_context import EditorContext, Step
from app.kit.removal import Removals, use_removals
from app.language import _
from app.ui.actions import family_time
from app.ui.actions.families import add_person, name_in
from app.ui.actions.our_people import name_aside
from app.ui.screens.before_asking import asks_first
from app.ui.screens.choose_avatar import use_faces
from app.ui.screens.own_plan_frame import use_own_voice
from app.ui.screens.photos import use_photos
from app.ui.screens.plan_asks import Asking, AtTable
from app.ui.screens.plan_people import making, use_everybody
from app.ui.screens.plan_side import SetUpSheet
from app.ui.screens.plan_step import Here, Prove, standing, use_proof
from app.ui.screens.step_list import arranged, left_on, steps_of
from app.ui.session import handover
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import AskedAlone, AtPad, AtPlan, AtWords
from app.ui.session.session import Session


def step_setting(plan: str) -> str:
    """The name of the sealed setting that keeps at which step a plan was left: stored for ever."""
    return f"place:{plan}"


class Overlays(NamedTuple):
    """What lies over the screen, or is about to. Each is shown where it is not None, not False and not "shut"."""

    asking: Asking | None
    """A question about a person."""
    set_asking: Callable[[Asking | None], None]
    """Asks one; None shuts it."""
    arranging: bool
    """The order of the pages."""
    set_arranging: Callable[[bool], None]
    """Opens it, or shuts it."""
    set_up: SetUpSheet
    """The worker's own sheet."""
    set_set_up: Callable[[SetUpSheet], None]
    """Asks for the PIN before it, opens it, or shuts it."""
    giving_back: bool
    """The end of a family's own time."""
    set_giving_back: Callable[[bool], None]
    """Opens it, or shuts it."""
    facing: str | None
    """Whose face is chosen (a person id)."""
    set_facing: Callable[[str | None], None]
    """Opens the choice; None shuts it."""
    before: AskedAlone | None
    """What somebody will be asked."""
    set_before: Callable[[AskedAlone | None], None]
    """Tells it; None shuts it."""
    prove: Prove
    """prove(then): ask for the PIN, and then do it."""
    proof: list[ft.Control]
    """The PIN before what is one person's; [] while it is not asked for."""


def _use_overlays(session: Session) -> Overlays:
    return Overlays(
        *maybe(Asking), *state(False), *made(_shut), *state(False), *maybe(str), *maybe(AskedAlone), *use_proof(session)
    )


def _shut() -> SetUpSheet:
    return "shut"


class Everybody(NamedTuple):
    """The people of a plan's screen, by id."""

    all: dict[str, Person]
    """With those who left."""
    here: dict[str, Person]
    """Who stands in the plan."""
    others: dict[str, Person]
    """Whom else the family knows, shown while the worker is there, and to nobody alone."""
    faces: Avatars
    """Pictures of theirs, where they were chosen or drawn."""


def _use_people(session: Session, plan: OpenPlan, family: OpenPlan) -> Everybody:
    everybody = use_everybody(session, plan, family)
    faces = use_faces(session, family)
    there = people_here(plan.document, everybody)
    alone = bool(session.family_time)
    others = {i: p for i, p in everybody.items() if not (alone or i in there or i == WORKER or p.left)}
    return Everybody(everybody, there, others, faces)


class Steps(NamedTuple):
    """The steps of a plan. listed: those at its side; here: which of them is shown. setup: the worker's own sheets."""

    listed: list[tuple[Section, Step]]
    here: Here
    setup: list[Section]

    @property
    def section(self) -> Section | None:
        """The section of the step that is marked; None where no step is listed."""
        return self.listed[self.here.at][0] if self.listed else None

    @property
    def next(self) -> Step | None:
        """The step behind it; None behind the last."""
        after = self.here.at + 1
        return self.listed[after][1] if after < len(self.listed) else None


def _steps(document: Document, plan: OpenPlan, route: AtPlan, *, alone: bool, set_up: SetUpSheet) -> Steps:
    # Nobody is there to say who looks, in a family's own time.
    shut = {s.slug for s in document.kind.sections if alone and (s.own or private(plan.document, s.slug))}
    shown = [s for s in open_sections(document) if s.in_copies and s.slug not in shut]
    setup = [s for s in document.kind.sections if not s.in_copies and not alone]
    listed = steps_of(document, (*shown, *(setup if set_up == "open" else ())))
    return Steps(listed, standing(document, shown, listed, route), setup)


@dataclass(frozen=True)
class PlanState:
    """One drawing of a plan's screen: what it shows, and what its touches do."""

    session: Session
    """The tab in which the screen is."""
    plan: OpenPlan
    """The plan, as this tab has it open."""
    family: OpenPlan
    """The document of its family, as this tab has it open."""
    route: AtPlan
    """At which step it is asked for, and how."""
    alone: bool
    """A family has the plan to itself."""
    document: Document
    """As it is shown to whoever is there."""
    people: Everybody
    """Those who stand in the plan, and others of the family."""
    steps: Steps
    """Those of the plan, and which of them is shown."""
    over: Overlays
    """What lies over the screen."""
    photos: Photos
    """Those of the plan that have been read, by name."""
    removals: Removals[str]
    """What was taken away since the step showed."""
    away: frozenset[str]
    """The hints that nobody wants to see again."""
    set_away: Callable[[frozenset[str]], None]
    """Says which those are."""

    @property
    def step(self) -> Step | None:
        """The step on the sheet, None where there is nothing yet that everybody may see."""
        return self.steps.here.step

    @property
    def undo_scope(self) -> str:
        """The key of the step on the sheet: undo stays within it."""
        return self.steps.here.undo_scope

    @property
    def arrange(self) -> tuple[str, Arranging] | None:
        """What the order of the pages is called and the dialog for it, where this kind of plan has one."""
        return arranged(self.document.kind)

    @cached_property
    def table(self) -> AtTable:
        """Who can be chosen: who holds the plan comes first; the worker is not there in a family's own time."""
        young = self.context.young
        first = sorted(self.people.here, key=lambda person: person != young)
        here = {i: self.people.here[i] for i in first if i != WORKER or not self.alone}
        return AtTable(here, self.people.others, self.people.faces)

    # --- To another step ---------------------------------------------------------------------

    def go(self, step: str, item: str = "") -> None:
        """Show another step, for one of its items; who has words that cannot be kept is asked first."""
        session, plan = self.session, self.plan
        if session.asks_first(lambda: self.go(step, item)):
            return
        self.removals.clear()
        session.go(AtPlan(plan.id, step, self.route.talking, item))
        if left_on(plan.now, step):
            session.page.run_task(_remember, session, plan.id, step)

    def to_first(self) -> None:
        """Show the step on which the plan opens."""
        self.go(self.steps.here.first)

    def open_set_up(self) -> None:
        """The PIN was right: show the worker's own sheet."""
        self.over.set_set_up("open")
        self.go(self.steps.setup[0].slug)

    # --- Who is here -------------------------------------------------------------------------

    def speak(self, person: str) -> None:
        """Somebody speaks now."""
        self.plan.speaker = person

    def ask(self, question: str, answer: Callable[[str], None], role: str) -> None:
        """Ask about a person: see Asking."""
        self.over.set_asking(Asking(question, answer, role))

    def answered(self, person: str) -> None:
        """The question about a person has its answer."""
        if self.over.asking is not None:
            if person in self.people.all:
                self._join_in(self.people.all[person])
            self.over.asking.answer(person)
        self.over.set_asking(None)

    def add(self, name: str, role: str, colour: int, face: str) -> str:
        """Somebody new joins the family and the plan. Returns their person id."""
        person = add_person(self.family, name, role, colour, face)
        self._join_in(person)
        return person.id

    def _join_in(self, person: Person) -> None:
        # Whom the worker names on their own papers stands at no table for it.
        section = self.steps.section
        (name_in if section is None or section.in_copies else name_aside)(self.plan, person)

    # --- The device changes hands ------------------------------------------------------------

    async def give_to_write(self, step: str, person: str) -> None:
        """Give the device to somebody with one step, to write on."""
        await handover.hand_over(self.session, AtWords(self.plan.id, step, person, self.route))

    async def ask_alone(self, item: str, person: str) -> None:
        """Give the device to somebody with one question; where the touch does not say which, it is said before."""
        asked = AskedAlone(self.plan.id, item, person, AtPlan(self.plan.id, self.undo_scope, self.route.talking))
        if asks_first(self.document, item):
            self.over.set_before(asked)
        else:
            await handover.hand_over(self.session, asked)

    def open_own(self, section: str, person: str) -> None:
        """Behind the PIN, give the device to somebody with what is their own in a section."""
        page = AskedAlone(self.plan.id, section, person, AtPlan(self.plan.id))
        self.over.prove(lambda: handover.hand_over(self.session, page))

    def ask_holder(self) -> None:
        """Somebody is to write on this step: ask who, but for a private page, which goes into nobody else's hands."""
        young = self.context.young
        if young and self.step is not None and self.step.private:
            self._give(young)
        else:
            self.over.set_asking(Asking(_("Who has it now?"), self._give))

    def _give(self, person: str) -> None:
        session = self.session
        session.page.run_task(session.handler(lambda: self.give_to_write(self.undo_scope, person)))

    # --- What the editors get ----------------------------------------------------------------

    @cached_property
    def context(self) -> EditorContext:
        """What the editors of the steps are given."""
        session, plan, route = self.session, self.plan, self.route
        return EditorContext(
            document=self.document,
            who=self.people.all,
            here=self.people.here,
            speaker=plan.speaker,
            shape=session.window.shape,
            now=lambda: plan.now,
            make=making(session, plan, self.people.all),
            undo=plan.undo,
            can_undo=plan.can_undo,
            draft=session.drafts.to_field,
            handler=session.handler,
            draw=lambda page: session.go(AtPad(plan.id, page, route)),
            hand_over=lambda page: handover.hand_over(session, AtPad(plan.id, page, route, handed=True)),
            go=self.go,
            go_to=self.go,
            at=route.item,
            ask_who=self.ask,
            ask_alone=self.ask_alone,
            give_to_write=self.give_to_write,
            open_own=self.open_own,
            prove=self.over.prove,
            talking=route.talking,
            alone=self.alone,
            photos=self.photos,
            faces=self.people.faces,
            away=self.away,
            removals=self.removals,
            put_away=lambda what: self.set_away(self.away | {what}),
            calendar=lambda: session.application.today,
            left=plan.left,
        )


def use_plan(session: Session, plan: OpenPlan, family: OpenPlan, route: AtPlan) -> PlanState:
    """Return what a plan's screen shows now. A hook: for its component."""
    over = _use_overlays(session)
    away, set_away = state(frozenset[str]())
    removals = use_removals()
    alone = bool(session.family_time)
    document = ft.use_memo(lambda: family_time.shown(plan.document) if alone else plan.document, [plan.document, alone])
    photos = use_photos(session, plan)
    people = _use_people(session, plan, family)
    use_own_voice(plan)
    steps = _steps(document, plan, route, alone=alone, set_up=over.set_up)
    return PlanState(
        session, plan, family, route, alone, document, people, steps, over, photos, removals, away, set_away
    )


async def _remember(session: Session, plan: str, step: str) -> None:
    """Keep where a plan was left. It is not worth a word to the family when it cannot be kept."""
    with session.minding():
        await session.settings.remember(step_setting(plan), step)
