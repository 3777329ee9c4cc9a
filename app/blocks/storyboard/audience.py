"""Who can see this? Answered on every page in a sentence, and changed by touch.

The sentence is read from the very value that `seen_by` makes copies from. Source: field/sharing.md.
"""

from collections.abc import Mapping

import flet as ft

from app.blocks.spoken import name_of
from app.blocks.storyboard.reading import Page, show_to
from app.document import EVERYONE, ONLY_ME, WORKER, ForWhom, Person
from app.language import _
from app.ui.kit import parts, theme
from app.ui.kit.component import component, state
from app.ui.kit.faces import face_button
from app.ui.kit.hand import Hand
from app.ui.kit.parts import Handler


def who_can_see(page: Page, who: Mapping[str, Person]) -> str:
    """Return the sentence. A page of somebody's own is spoken of to its owner."""
    worker = name_of(WORKER, who)
    own = page.by != WORKER
    if page.for_whom == EVERYONE:
        if own:
            return _("This page is in the book. Everyone with a copy can see it.")
        return _("Everyone with a copy can see this page.")
    if page.for_whom.reach == "people" and page.for_whom.people:
        names = ", ".join(name_of(p, who) for p in page.for_whom.people)
        if own:
            return _("You, {worker} and these people can see it: {names}.").format(worker=worker, names=names)
        return _("{worker} and these people can see this page: {names}.").format(worker=worker, names=names)
    if own:
        return _("Only you and {worker} can see it. It is in nobody's copy.").format(worker=worker)
    return _("Only {worker} can see this page. It is in nobody's copy.").format(worker=worker)


def choices(hand: Hand, page: Page, *, actor: str, height: int = theme.TARGET) -> list[ft.Control]:
    """Return the touches that change it: the three, and the faces to pick from where people are picked.

    actor: who makes the change; "" is whoever speaks now.
    """
    own = page.by != WORKER
    worker = name_of(WORKER, hand.who)

    def show(whom: ForWhom) -> Handler:
        return hand.handler(lambda: hand.make(show_to(page, whom), page.id, actor))

    def pick(person: str) -> Handler:
        chosen = page.for_whom.people if page.for_whom.reach == "people" else ()
        rest = tuple(p for p in chosen if p != person)
        return show(ForWhom("people", rest if person in chosen else (*chosen, person)))

    reach = page.for_whom.reach
    alone = _("Only me and {name}") if own else _("Only {name}")
    three: list[ft.Control] = [
        parts.button(
            alone.format(name=worker),
            show(ONLY_ME),
            key="only-me",
            icon=ft.Icons.VISIBILITY_OFF_OUTLINED,
            chosen=reach == "worker",
            height=height,
        ),
        parts.button(
            _("People I pick"),
            show(ForWhom("people")),
            key="people-i-pick",
            icon=ft.Icons.PEOPLE_OUTLINE,
            chosen=reach == "people",
            height=height,
        ),
        parts.button(
            _("In the book"),
            show(EVERYONE),
            key="in-the-book",
            icon=ft.Icons.MENU_BOOK_OUTLINED,
            chosen=reach == "everyone",
            height=height,
        ),
    ]
    found: list[ft.Control] = [ft.Row(three, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S)]
    if reach == "people":
        faces: list[ft.Control] = [
            face_button(
                p.name,
                p.colour,
                p.shape,
                pick(p.id),
                key=f"pick-{p.id}",
                label=p.name,
                chosen=p.id in page.for_whom.people,
                picture=hand.faces.get(p.id),
            )
            for p in hand.who.values()
            if p.id not in (page.by, WORKER)
        ]
        found.append(ft.Row(faces, wrap=True))
    return found


@component
def WhoCanSee(hand: Hand, page: Page) -> ft.Control:
    """The sentence, and "Change" with the choices behind it."""
    changing, set_changing = state(False)
    controls: list[ft.Control] = [
        parts.quiet(who_can_see(page, hand.who)),
        parts.link(
            _("Done") if changing else _("Change who can see it"), lambda: set_changing(not changing), key="who-sees"
        ),
    ]
    if changing:
        controls += choices(hand, page, actor="")
    return ft.Column(controls, spacing=theme.GAP_S)
