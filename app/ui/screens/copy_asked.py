"""What is asked, and said, on the way to a copy: for whom, whether it is safe to hold, and what can be done instead.

Whoever may hold none, and whoever nobody has decided about, meet the same sentence and the same buttons: the screen is
looked at by others. Why it is so stands on the worker's own page alone. Source: docs/domain/sharing.md.
"""

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from app.document import WORKER, Person
from app.document.copy_rules import OFFICE
from app.kit import controls, theme
from app.kit.avatars import Avatars, face_button
from app.kit.controls import Handler
from app.language import _, isolate
from app.ui.session.session import Session


def for_whom(
    who: dict[str, Person],
    pictures: Avatars,
    choose: Callable[[str], None],
    written: Sequence[str] = (),
    add: Callable[[str], None] | None = None,
) -> list[ft.Control]:
    """Ask for whom it is: everybody's face, whatever the rules are; nobody in particular; the office's record.

    written: names that stand in the plan, of people who are not among the family's yet. add(name): puts one there.
    """

    def chosen(person: str) -> Handler:
        return lambda: choose(person)

    faces = [
        face_button(
            p.name,
            p.colour,
            p.shape,
            chosen(p.id),
            key=f"for-{p.id}",
            label=_("For {name}").format(name=p.name),
            picture=pictures.get(p.id),
        )
        for p in who.values()
        if p.id != WORKER and p.here
    ]
    return [
        controls.title(_("Who is this copy for?")),
        controls.words(_("It will hold only what this person may see.")),
        ft.Row(faces, wrap=True, spacing=theme.GAP_S),
        *(_not_yet(written, add) if written and add is not None else []),
        ft.Row(
            [
                controls.button(_("Nobody in particular"), chosen(""), key="for-nobody", height=56),
                controls.button(_("The office's record"), chosen(OFFICE), key=f"for-{OFFICE}", height=56),
            ],
            wrap=True,
        ),
        controls.quiet(_("A copy for nobody in particular holds only what everyone may see.")),
    ]


def _not_yet(written: Sequence[str], add: Callable[[str], None]) -> list[ft.Control]:
    """Offer to put somebody who is named in the plan among the family's people: then they can be chosen."""

    def put(name: str) -> Handler:
        return lambda: add(name)

    names = [
        controls.button(
            _("Add {name}").format(name=isolate(name)), put(name), key=f"add-{n}", icon=ft.Icons.PERSON_ADD, height=56
        )
        for n, name in enumerate(written)
    ]
    return [
        controls.quiet(_("These are named in this plan, and are not among your people yet:")),
        ft.Row(names, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
    ]


def no_copy_yet(
    session: Session, name: str, begin_again: Callable[[], None], to_rules: Callable[[], None]
) -> list[ft.Control]:
    """Say that there is no copy for somebody: the same for all, whether they must not have one or nobody has said."""
    return [
        controls.title(_("There is no copy for {name} yet.").format(name=isolate(name))),
        controls.words(_("You can read the plan together here, as often as you like.")),
        controls.button(_("Somebody else"), session.handler(begin_again), key="again", height=56),
        ft.Row([controls.link(_("The worker's page about copies"), session.handler(to_rules), key="who-may-hold")]),
    ]


def your_word(session: Session, give: Callable[[], None], begin_again: Callable[[], None]) -> list[ft.Control]:
    """Ask for the worker's own word: a copy for nobody in particular can end up with anybody, in every family."""
    return [
        controls.title(_("Anybody could end up reading this copy.")),
        controls.words(_("It is for nobody in particular. It may be passed on, or be found. We ask this each time.")),
        controls.words(_("Is it safe, whoever reads it?")),
        ft.Row(
            [
                controls.button(_("Yes, it may reach anybody"), session.handler(give), key="word-yes", height=56),
                controls.button(_("No, choose somebody"), session.handler(begin_again), key="word-no", height=56),
            ],
            wrap=True,
        ),
    ]


def is_it_safe(session: Session, answer: Callable[[str], Awaitable[None]]) -> list[ft.Control]:
    """Ask whether whoever gets it can hold it safely."""

    def say(value: str) -> Handler:
        return session.handler(lambda: answer(value))

    return [
        controls.title(_("Could anyone who might hurt someone see this, on paper or on a phone?")),
        ft.Row(
            [
                controls.button(_("Yes"), say("yes"), key="safe-yes", height=64),
                controls.button(_("Not sure"), say("not-sure"), key="safe-not-sure", height=64),
                controls.button(_("No"), say("no"), key="safe-no", height=64),
            ],
            spacing=theme.GAP,
            wrap=True,
        ),
    ]


def instead(session: Session, begin_again: Callable[[], None], office: Handler) -> list[ft.Control]:
    """Say what can be done where it may not be safe. office: makes the office's own copy; None: that is no way here."""
    record: list[ft.Control] = []
    if office is not None:
        record = [ft.Divider(color=theme.LINE), *office_record(session, office)]
    return [
        controls.title(_("Then no copy is made")),
        controls.words(_("Nothing has been put on paper or on a phone. What you can do instead:")),
        controls.words(_("Read it together here, as often as you like.")),
        controls.words(_("Go over it until everyone knows it by heart: who to talk to, and what happens next.")),
        controls.words(_("Write one helpline number, or one safe person's name, on a plain card.")),
        controls.button(_("Back to the question"), session.handler(begin_again), key="again", height=56),
        *record,
    ]


def office_record(session: Session, make: Handler) -> list[ft.Control]:
    """Say what the office's copy holds and where it stays, with the button that makes it."""
    return [
        controls.heading(_("A copy that stays at the office")),
        controls.words(_("It is for the office's record, and goes to nobody else. Do not bring it on a visit.")),
        controls.quiet(
            _("It holds what you may see with others. What is private, or in nobody's copy, is not in it either.")
        ),
        controls.button(_("Make the office's copy"), make, key="make-office", height=56),
    ]
