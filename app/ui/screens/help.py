"""Who can help: numbers that anybody may ring, for whoever needs one, whether the tablet is locked or not.

They stand there for everybody, always: looking at them says nothing about who looked.
"""

from collections.abc import Sequence

import flet as ft

from app.language import N_, _, number_as_rung
from app.store.helplines import Helpline
from app.ui.kit import parts, theme
from app.ui.kit.component import component, made
from app.ui.session import Session

USUAL = (
    (N_("Police, fire or ambulance, when somebody is in danger now"), "999"),
    (N_("Childline, for children and young people"), "0800 1111"),
    (N_("A helpline for grown-ups who worry about a child"), "0808 800 5000"),
    (N_("A helpline for women who are hurt at home, day and night"), "0808 2000 247"),
    (N_("Samaritans, when things feel too much"), "116 123"),
)
"""Who answers, and the number, in the United Kingdom. All are free to ring."""


def helplines(chosen: Sequence[Helpline]) -> tuple[Helpline, ...]:
    """Return who can help: as the worker chose, or the usual ones in the language that is spoken."""
    return tuple(chosen) or tuple(Helpline(_(who), number) for who, number in USUAL)


@component
def Numbers(session: Session) -> ft.Control:
    """The numbers, on a page in somebody's own hands."""
    chosen, set_chosen = made(tuple[Helpline, ...])

    async def look() -> None:
        with session.minding():
            set_chosen((await session.tablet.door()).helplines)

    ft.use_effect(look, [])
    return ft.Column(who_can_help(chosen), spacing=theme.GAP, key="numbers")


def who_can_help(chosen: Sequence[Helpline]) -> list[ft.Control]:
    """Return the numbers, large enough to be read across a table; in every language they run from the left."""
    lines: list[ft.Control] = [
        parts.title(_("Who can help")),
        parts.words(_("You can ring these numbers from any phone.")),
    ]
    for who, number in helplines(chosen):
        shown = ft.Text(number_as_rung(number), style=theme.text_style(theme.CHILD, bold=True))
        lines.append(ft.Column([parts.words(who), shown], spacing=0, tight=True))
    return lines
