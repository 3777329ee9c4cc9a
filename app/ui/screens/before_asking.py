"""Before the tablet changes hands: what somebody is going to be asked, and who is asked the same after them."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

import flet as ft

from app.asking.screen.page import Asked
from app.document import Document, Person, Section
from app.kit import controls, theme
from app.kit.avatars import Avatars, face_button
from app.kit.component import component, made
from app.kit.controls import Handler
from app.kit.editor_context import EditorContext
from app.language import _, isolate, read_out
from app.ui.screens.step_list import screen_of
from app.ui.session import handover
from app.ui.session.routes import AskedAlone
from app.ui.session.session import Session


def before_asking(
    session: Session, context: EditorContext, asked: AskedAlone | None, close: Callable[[], None]
) -> list[ft.Control]:
    """Return the dialog over a plan; nothing where nobody is about to be asked."""
    if asked is None:
        return []

    def give(then: tuple[str, ...]) -> Awaitable[None]:
        return handover.hand_over(session, replace(asked, then=then))

    around = context.around
    return [
        BeforeAsking.keyed("before-asking")(
            session, context.document, context.who, around, context.faces, asked, close, give
        )
    ]


def asks_first(document: Document, about: str) -> bool:
    """Whether it is said first what somebody is asked about an item; not where the touch itself says it."""
    return _told(document, about) is not None


def _told(document: Document, about: str) -> Callable[[Document, Section, str], Asked | None] | None:
    item = document.items.get(about)
    section = document.kind.section(item.section) if item is not None else None
    screen = screen_of(section)
    return screen.asked_about if screen is not None else None


@component
def BeforeAsking(
    session: Session,
    document: Document,
    who: Mapping[str, Person],
    around: Mapping[str, Person],
    faces: Avatars,
    asked: AskedAlone,
    close: Callable[[], None],
    give: Callable[[tuple[str, ...]], object],
) -> ft.Control:
    """The question as the table calls it, whom it is for, and the touch that hands the tablet over.

    give(people): to those who are asked the same behind the first, in this order. around: who of them can be chosen.
    """
    then, set_then = made(tuple[str, ...])
    item = document.items.get(asked.about)
    section = document.kind.section(item.section) if item is not None else None
    told = _told(document, asked.about)
    what = told(document, section, asked.about) if told is not None and section is not None else None
    first = who.get(asked.person)
    name = isolate(first.name) if first is not None else ""

    def choose(person: str) -> Handler:
        return lambda: set_then(tuple(p for p in then if p != person) if person in then else (*then, person))

    others = [
        p
        for p in around.values()
        if p.id != asked.person and what is not None and (what.children if p.role == "child" else what.grown_ups)
    ]
    order = [isolate(who[p].name) for p in then]
    more = _who_else([(p, choose(p.id)) for p in others], then, order, faces) if others else []
    heading = _("For {name} alone").format(name=name)
    lines = (what.title, *what.lines) if what is not None else ()
    said = [controls.words(lines[0], bold=True), *(controls.words(line) for line in lines[1:])] if lines else []
    return controls.dialog(
        read_out([heading, *lines]),
        [
            controls.heading(heading),
            ft.Column(list(said), spacing=4, key="what-is-asked"),
            *more,
            ft.Row(
                [
                    controls.main_button(
                        _("Give it to {name}").format(name=name),
                        session.handler(lambda: give(then)),
                        key="give-it",
                        height=56,
                    ),
                    controls.button(_("Not now"), close, key="not-now", height=56),
                ],
                wrap=True,
            ),
        ],
    )


def _who_else(
    others: list[tuple[Person, Handler]], then: tuple[str, ...], order: list[str], faces: Avatars
) -> list[ft.Control]:
    """Who can be asked the same after the first, and in which order. others: each with the touch that chooses them."""
    buttons = [
        face_button(
            p.name,
            p.colour,
            p.shape,
            chosen,
            key=f"then-{p.id}",
            label=_("Then {name}").format(name=p.name),
            chosen=p.id in then,
            picture=faces.get(p.id),
            size=theme.CHILD_TARGET,
        )
        for p, chosen in others
    ]
    return [
        controls.words(_("Who else is asked the same? Each passes the tablet on."), size=theme.CONTROL),
        ft.Row(list(buttons), wrap=True, spacing=4, run_spacing=4),
        *([controls.words(_("Then: {names}").format(names=", ".join(order)), size=theme.CONTROL)] if order else []),
        controls.words(_("Nobody sees what another said. Your PIN comes at the end."), size=theme.CONTROL, quiet=True),
    ]
