"""What is behind the lock: which screen shows for a route, and the documents that it needs, opened."""

import flet as ft

from app.document.header import header
from app.kit import controls, theme
from app.kit.component import component, made, maybe
from app.language import _
from app.ui.actions.families import drawings_of
from app.ui.actions.our_people import learn, named_worker
from app.ui.actions.plans import leave_binned
from app.ui.screens.about_plan import AboutPlanScreen
from app.ui.screens.choose_secret import ChangeSecretScreen, NewSecretScreen
from app.ui.screens.copy import CopyScreen
from app.ui.screens.drawings import DrawingsScreen
from app.ui.screens.families import FamiliesScreen, NewFamilyScreen
from app.ui.screens.family_time import BeginFamilyTimeScreen, FamilyTimeScreen
from app.ui.screens.frame import quiet_page, top_bar
from app.ui.screens.hand_over import HandedBackScreen, WaitingScreen
from app.ui.screens.home import HomeScreen
from app.ui.screens.keep_it_safe import SafetyScreen
from app.ui.screens.new_plan import NewPlanScreen
from app.ui.screens.our_people import OurPeopleScreen
from app.ui.screens.pad import Pad
from app.ui.screens.pass_on import PassOnScreen
from app.ui.screens.plan import PlanScreen
from app.ui.screens.plan_state import step_setting
from app.ui.screens.read_together import ReadTogetherScreen
from app.ui.screens.spare_key import SpareKeyScreen
from app.ui.screens.step_list import left_on, opens_on
from app.ui.screens.visit_code import OfferVisitCodeScreen
from app.ui.screens.who_may_hold import WhoMayHoldScreen
from app.ui.screens.withheld import KeptForWorkerScreen
from app.ui.screens.writing_page import WordsScreen
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import (
    AboutPlan,
    AskedAlone,
    AtPad,
    AtPlan,
    AtWords,
    BeginFamilyTime,
    ChangeSecret,
    DrawingsOf,
    Families,
    FamilyTime,
    HandedBack,
    Home,
    KeptForWorker,
    MakeCopy,
    NewFamily,
    NewPlan,
    NewSecret,
    OfferVisitCode,
    OurPeople,
    ReadTogether,
    Route,
    Safety,
    SpareKey,
    Waiting,
    WhoMayHold,
)
from app.ui.session.session import Session


def unlocked_screen(session: Session) -> ft.Control:
    """Return the screen of an unlocked session."""
    theme.apply_look(session.page, "house")  # A plan that has a look of its own puts it on below.
    document = _document_of(session.route)
    if document is not None:
        return Opened.keyed(f"opened-{document}")(session, document)
    for screen in (_secret_screen(session), _office_screen(session)):
        if screen is not None:
            return screen
    return ft.Container()  # The lock, whose screen root.py shows.


def _document_of(route: Route) -> str | None:
    """Return the id of the document that a route shows, None where it shows no single one."""
    match route:
        case (
            AtPlan(plan=document)
            | AboutPlan(plan=document)
            | AtPad(document=document)
            | AtWords(plan=document)
            | AskedAlone(plan=document)
            | ReadTogether(plan=document)
            | MakeCopy(plan=document)
            | WhoMayHold(family=document)
            | OurPeople(family=document)
            | NewPlan(family=document)
        ):
            return document
    return None


def _secret_screen(session: Session) -> ft.Control | None:
    """Return the screen of a route on which the worker's own secret is asked for, shown or chosen."""
    match session.route:
        case HandedBack():
            return HandedBackScreen.keyed("handed-back")(session)
        case Waiting():
            return WaitingScreen.keyed("waiting")(session)
        case SpareKey() as route:
            return SpareKeyScreen.keyed("spare-key")(session, route)
        case NewSecret():
            return NewSecretScreen.keyed("new-secret")(session)
        case ChangeSecret():
            return ChangeSecretScreen.keyed("change-secret")(session)
        case OfferVisitCode(back=back):
            return OfferVisitCodeScreen.keyed("offer-visit-code")(session, back)
        case FamilyTime():
            return FamilyTimeScreen.keyed("family-time-screen")(session)
    return None


def _office_screen(session: Session) -> ft.Control | None:
    """Return the screen of a route that is about families and the device, and about no single document."""
    match session.route:
        case Home():
            return HomeScreen.keyed("home")(session)
        case Families():
            return FamiliesScreen.keyed("families-screen")(session)
        case NewFamily():
            return NewFamilyScreen.keyed("new-family-screen")(session)
        case DrawingsOf(family=family):
            return OpenedDrawings.keyed(f"drawings-{family}")(session, family)
        case KeptForWorker():
            return KeptForWorkerScreen.keyed("kept-for-worker")(session)
        case Safety():
            return SafetyScreen.keyed("safety-screen")(session)
        case BeginFamilyTime(plan=plan):
            return BeginFamilyTimeScreen.keyed("begin-family-time")(session, plan)
    return None


@component
def Opened(session: Session, document: str) -> ft.Control:
    """A document's screen, when the document and its family are open."""
    plan, set_plan = made(lambda: session.opened(document))
    family, set_family = maybe(OpenPlan)

    async def open_both() -> None:
        with session.minding(back=Home()):
            opened = await session.open(document)
            # A family, where somebody draws their face, belongs to no other.
            theirs = await session.open(header(opened.document).family or document)
            route = session.route
            if isinstance(route, AtPlan) and route.plan == document:
                # Before anything shows: who comes in, or gives the tablet back, is led to nobody's own page.
                first = opens_on(opened.document, route.step)
                if first != route.step:
                    session.go(AtPlan(document, first))
            set_family(theirs)
            asked = session.route
            if isinstance(asked, AtPlan) and asked.plan == document and not asked.step:
                left_at = str(await session.settings.get(step_setting(document), "") or "")
                if session.route == asked:  # Whoever has gone elsewhere meanwhile is not led back.
                    session.go(AtPlan(document, left_on(opened.document, left_at)))
            set_plan(opened)
            learn(session, opened, theirs, await named_worker(session))

    # Said by the disk, not only wanted: a bin that could not be saved leads nobody away.
    binned = plan is not None and plan.saving == "saved" and bool(header(plan.document).binned)

    def leave() -> None:
        if binned:
            leave_binned(session)

    ft.use_effect(open_both, [])
    ft.use_effect(leave, [binned])
    look = plan.document.kind.look if plan is not None else "house"
    theme.apply_look(session.page, look)
    shown = _opened(session, plan, family, binned=binned)
    return theme.with_look(shown, look)


def _opened(session: Session, plan: OpenPlan | None, family: OpenPlan | None, *, binned: bool) -> ft.Control:
    route = session.route
    if plan is not None and isinstance(route, AtPad) and not binned:
        return Pad.keyed(f"pad-{route.page}")(session, plan, route)
    # Just draw leads back to a book: for a moment this is still the drawings' document.
    if plan is not None and isinstance(route, ReadTogether) and route.plan == plan.id and not binned:
        return ReadTogetherScreen.keyed(f"read-{plan.id}")(session, plan, route)
    if plan is None or family is None or binned:
        return quiet_page(session, [controls.words(_("One moment …"), quiet=True)], bar=top_bar(session))
    if isinstance(route, MakeCopy):
        return CopyScreen.keyed("copy-screen")(session, plan, family)
    if isinstance(route, WhoMayHold):
        return WhoMayHoldScreen.keyed("who-may-hold-screen")(session, family, route)
    if isinstance(route, AskedAlone) and route.passing:
        return PassOnScreen.keyed("pass-on-screen")(session, plan, family, route)
    if isinstance(route, AtWords | AskedAlone):
        return WordsScreen.keyed("words-screen")(session, plan, family, route)
    if isinstance(route, OurPeople):
        return OurPeopleScreen.keyed("our-people-screen")(session, family, route)
    if isinstance(route, NewPlan):
        return NewPlanScreen.keyed("new-plan-screen")(session, family, route)
    if isinstance(route, AboutPlan):
        return AboutPlanScreen.keyed("about-plan-screen")(session, plan)
    if isinstance(route, AtPlan):
        return PlanScreen.keyed(f"plan-{plan.id}")(session, plan, family, route)
    return ft.Container()


@component
def OpenedDrawings(session: Session, family: str) -> ft.Control:
    """A family's drawings, when they are open."""
    both, set_both = made(tuple[OpenPlan, ...])

    async def open_both() -> None:
        with session.minding(back=Home()):
            card = await drawings_of(session, family)
            if card is not None:
                set_both((await session.open(card.document), await session.open(family)))
            elif session.route == DrawingsOf(family):
                session.go(Home())

    ft.use_effect(open_both, [])
    if not both:
        return quiet_page(session, [controls.words(_("One moment …"), quiet=True)], bar=top_bar(session))
    return DrawingsScreen.keyed("drawings-screen")(session, both[0], both[1])
