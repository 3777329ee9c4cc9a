"""A page of the child's own on the screen: shut until it is opened on purpose, and who sees it is the child's choice.

Source: field/words-and-pictures.md ("My pages"); the sentence about safety stands beside the choice.
"""

import flet as ft

from app.blocks.spoken import name_of
from app.blocks.storyboard.reading import Page, give_to, show_to
from app.blocks.talk import Talk
from app.document import CHILD, EVERYONE, ONLY_ME, WORKER, ForWhom
from app.document.item import WORKER as THE_WORKER
from app.language import _
from app.ui.kit import parts, theme
from app.ui.kit.component import component, state
from app.ui.kit.faces import face_button
from app.ui.kit.hand import Hand
from app.ui.kit.parts import Handler


def private_page(hand: Hand, page: Page) -> ft.Control:
    """Return a page of somebody's own."""
    return PrivatePage(hand, page, key=f"own-{page.id}")


@component
def PrivatePage(hand: Hand, page: Page) -> ft.Control:
    """The page, shut; opened by its own touch, and shut again when the screen is left."""
    open_, set_open = state(page.for_whom == EVERYONE)
    name, worker = name_of(page.by, hand.who), name_of(WORKER, hand.who)

    def show(whom: ForWhom) -> Handler:
        return hand.handler(lambda: hand.make(show_to(page, whom), page.id, page.by))

    def give_it(person: str) -> None:
        hand.make(give_to(page, person), page.id, WORKER)

    def give() -> None:
        hand.ask_who(_("Whose page is this?"), give_it, "child")

    def pick(person: str) -> Handler:
        chosen = page.for_whom.people if page.for_whom.reach == "people" else ()
        rest = tuple(p for p in chosen if p != person)
        now = rest if person in chosen else (*chosen, person)
        return show(ForWhom("people", now))

    choices = ft.Row(
        [
            parts.button(
                _("Only me and {name}").format(name=worker),
                show(ONLY_ME),
                key="only-me",
                icon=ft.Icons.VISIBILITY_OFF_OUTLINED,
                chosen=page.for_whom.reach == "worker",
                height=theme.CHILD_TARGET,
            ),
            parts.button(
                _("People I pick"),
                show(ForWhom("people")),
                key="people-i-pick",
                icon=ft.Icons.PEOPLE_OUTLINE,
                chosen=page.for_whom.reach == "people",
                height=theme.CHILD_TARGET,
            ),
            parts.button(
                _("In the book"),
                show(EVERYONE),
                key="in-the-book",
                icon=ft.Icons.MENU_BOOK_OUTLINED,
                chosen=page.for_whom.reach == "everyone",
                height=theme.CHILD_TARGET,
            ),
        ],
        wrap=True,
        spacing=theme.GAP_S,
        run_spacing=theme.GAP_S,
    )
    picked = [
        face_button(
            p.name,
            p.colour,
            p.shape,
            pick(p.id),
            key=f"pick-{p.id}",
            label=p.name,
            chosen=p.id in page.for_whom.people,
        )
        for p in hand.who.values()
        if p.id not in (page.by, THE_WORKER)
    ]
    controls: list[ft.Control] = [
        parts.question(_("{name}'s page").format(name=name)),
        parts.heading(_("Who can see this page?")),
        choices,
    ]
    if page.for_whom.reach == "people":
        controls.append(ft.Row(picked, wrap=True))
    controls.append(parts.words(_seen(page, hand, worker)))
    controls.append(
        parts.words(
            _("If you might not be safe, I have to tell people who can help. I will try to tell you first."),
            size=theme.CONTROL,
            quiet=True,
        )
    )
    if page.by == CHILD:
        controls.append(parts.button(_("Say whose page this is"), hand.handler(give), key="give-page"))
    if open_:
        controls.append(
            Talk(
                hand,
                section=page.section,
                parent=page.id,
                size=theme.CHILD,
                owner=page.by,
                key=f"talk-{page.id}",
            )
        )
        controls.append(
            parts.main_button(_("Draw"), hand.handler(lambda: hand.draw(page.id)), key="draw", icon=ft.Icons.BRUSH)
        )
    else:
        controls.append(
            parts.main_button(
                _("Open this page"),
                hand.handler(lambda: set_open(True)),
                key="open-page",
                height=theme.CHILD_TARGET,
            )
        )
    return ft.Column(controls, spacing=theme.GAP)


def _seen(page: Page, hand: Hand, worker: str) -> str:
    if page.for_whom.reach == "everyone":
        return _("This page is in the book. Everyone with a copy can see it.")
    if page.for_whom.reach == "people" and page.for_whom.people:
        names = ", ".join(name_of(p, hand.who) for p in page.for_whom.people)
        return _("You, {worker} and these people can see it: {names}.").format(worker=worker, names=names)
    return _("Only you and {worker} can see it. It is in nobody's copy.").format(worker=worker)
