"""The drawings of Just draw: each can find its story. Shut behind the PIN: they are the child's own."""

from collections.abc import Callable
from functools import partial

import flet as ft

from app.blocks.storyboard.model import Page, name_drawing, own_pages_in, pages
from app.document import CHILD, Person, people
from app.ink.drawing import drawn
from app.kit import controls, theme
from app.kit.component import component, maybe, state, words_typed
from app.kit.controls import Handler
from app.language import _, isolate
from app.store import Summary
from app.ui.actions.families import TodaysFamily, into_story, todays_family
from app.ui.screens.ask_pin import ask_pin
from app.ui.screens.frame import quiet_page, top_bar
from app.ui.session import handover
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import AtPad, AtPlan, DrawingsOf, Home
from app.ui.session.session import Session


@component
def DrawingsScreen(session: Session, drawings: OpenPlan, family: OpenPlan) -> ft.Control:
    """The list, by number and day: no pictures, until its child opens one."""
    proved, set_proved = state(False)
    home, set_home = maybe(TodaysFamily)
    moving, set_moving = state("")
    naming, set_naming = state("")

    async def look() -> None:
        with session.minding():
            set_home(await todays_family(session))

    ft.use_effect(look, [])
    bar = top_bar(session, back=session.handler(lambda: session.go(Home())), name=_("Drawings"))
    if not proved:
        why = _("Drawings are the child's own. The worker opens them.")
        return quiet_page(session, [ask_pin(session, why=why, then=lambda: set_proved(True))], bar=bar)
    there = _drawn_pages(drawings)
    stories = _stories(session, home)
    children = _children(family)

    def open_page(page: Page) -> Handler:
        pad = AtPad(drawings.id, page.id, DrawingsOf(family.id), handed=True)
        return session.handler(lambda: handover.hand_over(session, pad))

    def choose_story(page: Page) -> Handler:
        return session.handler(lambda: set_moving(page.id))

    def to_story(page: Page, plan: str, person: str) -> Handler:
        return _to_story(session, drawings, page, plan, person, moved=partial(set_moving, ""))

    def name_it(page: Page) -> Handler:
        return session.handler(lambda: set_naming("" if naming == page.id else page.id))

    inside: list[ft.Control] = [controls.title(_("Drawings"))]
    if not there:
        inside.append(controls.words(_("No drawings yet. Touch Draw on the home screen."), quiet=True))
    for n, page in enumerate(there, start=1):
        name = page.name or _("Drawing {number}").format(number=n)
        ways = [
            controls.button(_("Open"), open_page(page), key=f"open-{n}"),
            _name_button(n, name, name_it(page), chosen=naming == page.id),
        ]
        if stories:
            ways.append(controls.button(_("Put it in a story"), choose_story(page), key=f"move-{n}"))
        inside.append(_drawing(name, ways, phone=session.window.shape == "phone"))
        if naming == page.id:
            done = partial(set_naming, "")
            inside.append(DrawingName.keyed(f"naming-{page.id}")(session, drawings, page, done))
        if moving == page.id:
            names = [(c.id, c.name) for c in children] or [(CHILD, _("The child"))]
            inside.append(controls.words(_("Which story, and whose page?"), size=theme.CONTROL))
            inside += [_into_story(card, names, partial(to_story, page, card.document)) for card in stories]
    return quiet_page(session, inside, bar=bar)


def _to_story(
    session: Session, drawings: OpenPlan, page: Page, plan: str, person: str, *, moved: Callable[[], None]
) -> Handler:
    """Return what puts a drawing on a new page of a story, for a child, and leads there."""

    async def move() -> None:
        new = await into_story(session, drawings, page.id, plan, person)
        moved()
        if new:
            session.go(AtPlan(plan, new))

    return session.handler(move, once=f"{page.id} {plan} {person}")


def _drawn_pages(drawings: OpenPlan) -> list[Page]:
    section = drawings.document.kind.sections[0].slug
    return [p for p in pages(drawings.document, section) if drawn(drawings.document, p.id)]


def _stories(session: Session, home: TodaysFamily | None) -> list[Summary]:
    """Return today's plans that have pages for a drawing."""
    plans = home.plans if home else ()
    return [plan for plan in plans if own_pages_in(session.application.kinds.kind(plan.kind)) is not None]


def _children(family: OpenPlan) -> list[Person]:
    return [p for p in people(family.document).values() if p.role == "child" and p.here]


def _name_button(n: int, name: str, touched: Handler, *, chosen: bool) -> ft.Control:
    words = _("Give {name} a name").format(name=isolate(name))
    return controls.icon_button(ft.Icons.EDIT_OUTLINED, words, touched, key=f"name-{n}", chosen=chosen)


def _drawing(name: str, ways: list[ft.Control], *, phone: bool) -> ft.Control:
    # Flutter cannot stretch a thing in a row that wraps.
    return ft.Row([ft.Container(controls.words(name), expand=None if phone else True), *ways], wrap=phone)


def _into_story(story: Summary, names: list[tuple[str, str]], put: Callable[[str], Handler]) -> ft.Control:
    """A story, once for each child (id and name) on whose page the drawing can be put."""
    return ft.Row(
        [
            controls.button(
                _("{story}: {name}").format(story=story.title, name=name),
                put(child),
                key=f"into-{story.document}-{child}",
            )
            for child, name in names
        ],
        wrap=True,
    )


@component
def DrawingName(session: Session, drawings: OpenPlan, page: Page, done: Callable[[], None]) -> ft.Control:
    """What a drawing is called in the list. Its child says it; no words give it its number again."""
    name, set_name, name_now = words_typed(page.name)
    wrong, set_wrong = state("")

    def use() -> None:
        set_wrong("")
        with session.minding(set_wrong):
            drawings.make(name_drawing(page, name_now()), undo_scope="pages", actor=page.by)
            done()

    touched = session.handler(use)
    return ft.Column(
        [
            controls.text_field(
                _("Its name, as its child says it"),
                key="drawing-name",
                value=name,
                on_change=lambda e: set_name(e.control.value or ""),
                on_submit=touched,
            ),
            *([controls.fault(wrong)] if wrong else []),
            controls.quiet(_("Only this list shows it, behind your PIN.")),
            ft.Row([controls.button(_("Use this name"), touched, key="use-drawing-name")]),
        ],
        spacing=theme.GAP_S,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
