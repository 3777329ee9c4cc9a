"""Who can help: numbers that anybody may ring, for whoever needs one, whether the tablet is locked or not.

They stand there for everybody, always: looking at them says nothing about who looked.
"""

from collections.abc import Sequence

import flet as ft

from app.kit import controls, theme
from app.kit.component import component, made
from app.language import _, number_as_rung
from app.store.helplines import Helpline, helplines
from app.ui.session.session import Session


@component
def Numbers(session: Session) -> ft.Control:
    """The numbers, on a page in somebody's own hands."""
    chosen, set_chosen = made(tuple[Helpline, ...])

    async def look() -> None:
        with session.minding():
            set_chosen((await session.application.door()).helplines)

    ft.use_effect(look, [])
    return ft.Column(who_can_help(chosen), spacing=theme.GAP, key="numbers")


def who_can_help(chosen: Sequence[Helpline]) -> list[ft.Control]:
    """Return the numbers, large enough to be read across a table; in every language they run from the left."""
    lines: list[ft.Control] = [
        controls.title(_("Who can help")),
        controls.words(_("You can ring these numbers from any phone.")),
    ]
    for who, number in helplines(chosen):
        shown = ft.Text(number_as_rung(number), style=theme.text_style(theme.CHILD, bold=True))
        lines.append(ft.Column([controls.words(who), shown], spacing=0, tight=True))
    return lines
