"""What somebody who left was to do, offered to somebody else, one by one. On the worker's page, behind the PIN.

A promise of a parent who died stands on no screen in front of a child until somebody else has taken it up.
"""

from collections.abc import Mapping

import flet as ft

from app.document import Person
from app.document.header import header
from app.kit import controls, theme
from app.kit.avatars import face_button
from app.kit.component import component, maybe, state
from app.kit.controls import Handler
from app.language import _, isolate
from app.ui.actions.families import the_worker
from app.ui.actions.our_people import ToGive, give, leave_it, to_give
from app.ui.session.open_plan import OpenPlan
from app.ui.session.session import Session


@component
def HandingOn(session: Session, family: OpenPlan, person: Person, who: Mapping[str, Person]) -> ft.Control:
    """The lines in which they are named, each with the touch that gives it to somebody, and one that leaves it."""
    lines, set_lines = maybe(tuple[ToGive, ...])
    giving, set_giving = state("")

    async def look() -> None:
        with session.minding():
            set_lines(tuple(await to_give(session, family, person.id)))

    ft.use_effect(look, [family.document])

    def give_to(one: ToGive, to: str) -> Handler:
        async def act() -> None:
            give(session, family, await the_worker(session), one, to)
            set_giving("")
            session.version += 1
            await look()

        return session.handler(act, once=True)

    def leave(one: ToGive) -> Handler:
        async def act() -> None:
            leave_it(session, family, one)
            await look()

        return session.handler(act, once=True)

    if lines is None:
        return controls.words(_("One moment …"), quiet=True)
    if not lines:
        return controls.words(_("They have nothing left to do here."), quiet=True)
    others = [p for p in who.values() if p.here and p.id != person.id]

    def shown(one: ToGive) -> ft.Control:
        key, open_ = one.open.key, giving == one.open.key
        asks = session.handler(lambda: set_giving("" if open_ else key))
        return _line(one, [_to(p, give_to(one, p.id), key) for p in others] if open_ else None, asks, leave(one))

    return ft.Column(
        [
            controls.heading(_("What {name} was to do").format(name=isolate(person.name))),
            *map(shown, lines),
        ],
        spacing=theme.GAP,
    )


def _to(person: Person, give: Handler, key: str) -> ft.Control:
    """The face of somebody who could do it instead."""
    return face_button(
        person.name,
        person.colour,
        person.shape,
        give,
        key=f"to-{person.id}-{key}",
        label=_("Give it to {name}").format(name=isolate(person.name)),
    )


def _line(one: ToGive, to: list[ft.Control] | None, asks: Handler, leave: Handler) -> ft.Control:
    """What was to be done, and the ways on. to: the faces of those who could do it, None as long as nobody asks."""
    key = one.open.key
    words = one.open.words or _("Nothing is written there yet")
    where = " · ".join((isolate(header(one.plan.document).title), _(one.open.section.title), _(one.open.column.title)))
    ways = [
        controls.button(
            _("Give it to …"),
            asks,
            key=f"give-{key}",
            chosen=to is not None,
        ),
        controls.link(_("Leave it"), leave, key=f"leave-{key}"),
    ]
    return ft.Column(
        [
            controls.words(words, size=theme.CONTROL, bold=True),
            controls.quiet(where),
            ft.Row(ways, wrap=True, spacing=theme.GAP_S),
            *([ft.Row(to, wrap=True, spacing=4, run_spacing=4)] if to is not None else []),
        ],
        spacing=4,
        key=f"open-{key}",
    )
