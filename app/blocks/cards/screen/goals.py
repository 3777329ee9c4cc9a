"""Better ways: two or three cards become goals, each towards something, each with ways that are fine for others."""

from collections.abc import Callable

import flet as ft

from app.blocks.cards.model import MOST_GOALS, Card, aim, cards, goals, is_towards, shape_of
from app.blocks.cards.picture import gap
from app.blocks.cards.print import in_numbers
from app.blocks.cards.screen.numbers import is_mine, whose_line
from app.document import Section
from app.document.schema import visible
from app.kit import controls, theme
from app.kit.component import component
from app.kit.controls import Handler
from app.kit.draft_field import DraftField
from app.kit.editor_context import EditorContext
from app.language import _
from app.sayings.dated import heading
from app.sayings.screen.editor import Talk


@component
def GoalsSheet(context: EditorContext, section: Section) -> ft.Control:
    """The cards to choose from, the largest gap first, and what is said of each that is chosen."""
    shape = shape_of(section)
    there = cards(context.document, shape)
    chosen = goals(context.document, shape)
    mine = is_mine(context) and not context.talking

    def turn(card: Card) -> Handler:
        def turned() -> None:
            context.make(
                lambda: aim(context.now(), shape, section, card.key, by=context.actor, goal=not card.goal),
                section.slug,
                "",
            )

        return context.handler(turned)

    enough = len(chosen) >= MOST_GOALS
    by_gap = sorted(there, key=lambda c: -gap(c.importance, c.latest))
    over = heading(c.day for c in there)
    choices: list[ft.Control] = [
        controls.button(
            f"{c.title} · {over.beside(in_numbers(c), c.day)}" if c.latest is not None else c.title,
            turn(c),
            key=f"goal-{c.key}",
            chosen=c.goal,
            disabled=enough and not c.goal,
            height=56,
            icon=ft.Icons.FLAG if c.goal else None,
        )
        for c in by_gap
    ]
    choosing: list[ft.Control] = [
        controls.words(_("Choose two, or three at most. The largest gap comes first."), quiet=True),
        *([controls.quiet(over.said)] if over.said else []),
        ft.Row(choices, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S, key="choose-goals"),
    ]
    return ft.Column(
        [
            controls.question(_(section.question), talking=context.talking),
            *([controls.words(_(section.prompt), quiet=True)] if section.prompt and not context.talking else []),
            *(choosing if mine else [] if context.talking else whose_line(context)),
            *(_goal(context, section, c, mine=mine) for c in chosen),
        ],
        spacing=theme.GAP,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _goal(context: EditorContext, section: Section, card: Card, *, mine: bool) -> ft.Control:
    shape = shape_of(section)

    def keep(words: str) -> bool:
        return context.make(
            lambda: aim(context.now(), shape, section, card.key, by=context.actor, towards=words), section.slug, ""
        )

    inside: list[ft.Control] = [controls.heading(card.title)]
    if mine:
        inside.append(_towards(context, card, keep))
        if not is_towards(card.towards):
            inside.append(
                controls.quiet(_("Can you say what you want instead? It is easier to work towards something."))
            )
    elif visible(card.towards):
        inside.append(controls.words(card.towards))
    inside += [
        controls.words(_("Ways to get it that are good for me and fair to others"), size=theme.CONTROL, bold=True),
        Talk.keyed(f"ways-{card.key}")(
            context,
            section=section.slug,
            parent=card.id,
            for_whom=section.for_whom,
            writing=not context.talking,
        ),
    ]
    return controls.card(
        ft.Column(inside, spacing=theme.GAP_S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=theme.GAP,
        key=f"goal-of-{card.key}",
    )


def _towards(context: EditorContext, card: Card, keep: Callable[[str], bool]) -> ft.Control:
    key = f"towards-{card.key}"
    # A phone has room for one short line.
    field = DraftField.keyed(key)(
        name=_("What it will be like") if context.shape == "phone" else _("What will it be like when it is fuller?"),
        kept=card.towards,
        keep=keep,
        draft=context.draft,
        field_key=key,
    )
    # Its label stands above its edge.
    return ft.Container(field, padding=ft.Padding.only(top=theme.GAP_S))
