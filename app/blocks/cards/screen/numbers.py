"""Numbers from 0 to 10 by one touch each, and whose cards these are to set."""

from collections.abc import Callable

import flet as ft

from app.blocks.cards.model import LEAST, MOST
from app.kit import controls, theme
from app.kit.controls import Handler
from app.kit.editor_context import EditorContext
from app.kit.tappable import touchable
from app.language import _, isolate
from app.sayings.outline import name_of

SIDE = {"wide": 60, "tall": 54, "phone": 48}
"""Of a button, by the shape of the window: eleven of them and their gaps have room in a line of a tablet's sheet."""


def number_buttons(
    context: EditorContext, key: str, chosen: int | None, choose: Callable[[int | None], None]
) -> ft.Control:
    """Return a button for each number; a touch on the chosen one takes it back (choose(None))."""

    def touched(number: int) -> Handler:
        return context.handler(lambda: choose(None if number == chosen else number))

    made = [
        touchable(
            ft.Text(str(n), style=theme.text_style(theme.WORDS, bold=n == chosen, height=1.0)),
            _("{number} of 10").format(number=n),
            touched(n),
            key=f"{key}-{n}",
            chosen=n == chosen,
            width=SIDE[context.shape],
            height=theme.CHILD_TARGET,
            bgcolor=theme.CHOSEN if n == chosen else ft.Colors.TRANSPARENT,
            edge=ft.BorderSide(3, theme.ACCENT) if n == chosen else ft.BorderSide(1, theme.EDGE),
        )
        for n in range(LEAST, MOST + 1)
    ]
    return ft.Row(list(made), wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S)


def is_mine(context: EditorContext) -> bool:
    """Whether whoever speaks now sets what is on the cards: who holds the plan, or, where nobody does, anybody."""
    return not context.document.kind.owned or (bool(context.young) and context.actor == context.young)


def whose_line(context: EditorContext) -> list[ft.Control]:
    """Return the sentence for whoever is not the one to fill this in."""
    name = isolate(name_of(context.young, context.who)) if context.young else _("The young person")
    return [controls.words(_("{name} fills this in. Touch that face to go on.").format(name=name), quiet=True)]
