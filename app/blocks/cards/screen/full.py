"""How full it is, on the screen: the cards as tanks. One after the other is asked about."""

from collections.abc import Callable, Sequence

import flet as ft

from app.blocks.cards.changes import fill
from app.blocks.cards.model import Card, cards, shape_of
from app.blocks.cards.print import before_said, described, in_numbers, picture
from app.blocks.cards.screen.numbers import is_mine, number_buttons, whose_line
from app.document import Section
from app.kit import controls, theme
from app.kit.component import component, state
from app.kit.editor_context import EditorContext
from app.kit.tanks import tanks_picture
from app.kit.tappable import touchable
from app.language import _
from app.sayings.dated import heading

WIDTH = {"wide": 860, "tall": 660, "phone": 320}
COLUMNS = {"wide": 6, "tall": 4, "phone": 2}
"""Of the tanks, by the shape of the window."""


@component
def FullSheet(context: EditorContext, section: Section) -> ft.Control:
    """The tanks. One after the other is asked about; a touch on any asks about that one."""
    touched, touch = state("")
    shape = shape_of(section)
    there = cards(context.document, shape, today=context.today)
    mine = is_mine(context) and not context.talking
    at = next((c for c in there if c.key == touched), None) if mine else None
    if mine and at is None:
        at = next((c for c in there if c.now is None), None)

    def choose(card: Card) -> Callable[[int | None], None]:
        def chosen(number: int | None) -> None:
            day, by = context.today, context.actor
            context.make(
                lambda: fill(context.now(), shape, section, card.key, number, by=by, day=day), section.slug, ""
            )
            touch("" if number is not None else card.key)

        return chosen

    def hold(n: int, shown: ft.Control, width: float) -> ft.Control:
        card = there[n]
        here = at is not None and card.key == at.key
        return touchable(
            shown,
            described([card]),
            context.handler(lambda: touch(card.key)),
            key=f"tank-{card.key}",
            chosen=here,
            width=width,
            padding=ft.Padding.symmetric(vertical=6),
            edge=ft.BorderSide(2, theme.ACCENT) if here else None,
        )

    width, columns = WIDTH[context.shape], COLUMNS[context.shape]
    drawn = tanks_picture(picture(there, columns=columns), width, hold=hold if mine else None)
    asks = not context.talking and (at is not None or not mine)
    asked: list[ft.Control] = []
    if at is not None:
        asked = [_how_full(context, at, choose(at))]
    elif mine:
        asked = [controls.words(_("You have said something about every card. Touch a tank to change it."), quiet=True)]
    return ft.Column(
        [
            controls.question(_(section.question), talking=context.talking),
            *([controls.words(_(section.prompt), quiet=True)] if asks and section.prompt else []),
            *([] if mine or context.talking else whose_line(context)),
            *asked,
            *([controls.quiet(days)] if (days := heading(c.day for c in there).said) else []),
            ft.Row([drawn], wrap=True, key="tanks"),
            *_legend(there),
        ],
        spacing=theme.GAP,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _legend(there: Sequence[Card]) -> list[ft.Control]:
    """How the tanks are read."""
    return [
        controls.quiet(_("A large tank matters more to you. The more water, the fuller it is now.")),
        *(
            [controls.quiet(_("The dashed line is where it was last time."))]
            if any(c.before is not None for c in there)
            else []
        ),
    ]


def _how_full(context: EditorContext, card: Card, choose: Callable[[int | None], None]) -> ft.Control:
    last = [controls.quiet(before_said(card))] if card.before is not None else []
    now = [controls.quiet(in_numbers(card))] if card.now is not None else []
    return ft.Container(
        ft.Column(
            [
                controls.heading(card.title),
                *([controls.quiet(card.hint)] if card.hint else []),
                number_buttons(context, f"full-{card.key}", card.now, choose),
                controls.quiet(_("0 is empty. 10 is as full as can be.")),
                *now,
                *last,
            ],
            spacing=theme.GAP_S,
        ),
        key=f"asked-{card.key}",
        padding=theme.GAP,
        border=ft.Border.all(2, theme.ACCENT),
        border_radius=theme.CORNER,
    )
