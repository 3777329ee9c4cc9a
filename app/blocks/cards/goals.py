"""Better ways: two or three cards become goals, each towards something, each with ways that are fine for others."""

from collections.abc import Callable

import flet as ft

from app.blocks.cards.numbers import is_mine, whose_line
from app.blocks.cards.paper import in_numbers
from app.blocks.cards.picture import gap
from app.blocks.cards.reading import MOST_GOALS, Card, aim, cards, goals, is_towards, shape_of
from app.blocks.dated import heading
from app.blocks.talk import Talk
from app.document import Section
from app.document.sorts import visible
from app.language import _
from app.ui.kit import parts, theme
from app.ui.kit.component import component
from app.ui.kit.field import DraftField
from app.ui.kit.hand import Hand
from app.ui.kit.parts import Handler


@component
def GoalsSheet(hand: Hand, section: Section) -> ft.Control:
    """The cards to choose from, the largest gap first, and what is said of each that is chosen."""
    shape = shape_of(section)
    there = cards(hand.document, shape)
    chosen = goals(hand.document, shape)
    mine = is_mine(hand) and not hand.talking

    def turn(card: Card) -> Handler:
        def turned() -> None:
            hand.make(
                lambda: aim(hand.now(), shape, section, card.key, by=hand.actor, goal=not card.goal),
                section.slug,
                "",
            )

        return hand.handler(turned)

    enough = len(chosen) >= MOST_GOALS
    by_gap = sorted(there, key=lambda c: -gap(c.importance, c.latest))
    over = heading(c.day for c in there)
    choices: list[ft.Control] = [
        parts.button(
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
        parts.words(_("Choose two, or three at most. The largest gap comes first."), quiet=True),
        *([parts.quiet(over.said)] if over.said else []),
        ft.Row(choices, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S, key="choose-goals"),
    ]
    return ft.Column(
        [
            parts.question(_(section.question), talking=hand.talking),
            *([parts.words(_(section.prompt), quiet=True)] if section.prompt and not hand.talking else []),
            *(choosing if mine else [] if hand.talking else whose_line(hand)),
            *(_goal(hand, section, c, mine=mine) for c in chosen),
        ],
        spacing=theme.GAP,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _goal(hand: Hand, section: Section, card: Card, *, mine: bool) -> ft.Control:
    shape = shape_of(section)

    def keep(words: str) -> bool:
        return hand.make(
            lambda: aim(hand.now(), shape, section, card.key, by=hand.actor, towards=words), section.slug, ""
        )

    inside: list[ft.Control] = [parts.heading(card.title)]
    if mine:
        inside.append(_towards(hand, card, keep))
        if not is_towards(card.towards):
            inside.append(parts.quiet(_("Can you say what you want instead? It is easier to work towards something.")))
    elif visible(card.towards):
        inside.append(parts.words(card.towards))
    inside += [
        parts.words(_("Ways to get it that are good for me and fair to others"), size=theme.CONTROL, bold=True),
        Talk(
            hand,
            section=section.slug,
            parent=card.id,
            for_whom=section.for_whom,
            writing=not hand.talking,
            key=f"ways-{card.key}",
        ),
    ]
    return parts.card(
        ft.Column(inside, spacing=theme.GAP_S, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=theme.GAP,
        key=f"goal-of-{card.key}",
    )


def _towards(hand: Hand, card: Card, keep: Callable[[str], bool]) -> ft.Control:
    key = f"towards-{card.key}"
    # A phone has room for one short line.
    field = DraftField(
        key=key,
        name=_("What it will be like") if hand.shape == "phone" else _("What will it be like when it is fuller?"),
        kept=card.towards,
        keep=keep,
        draft=hand.draft,
        field_key=key,
    )
    # Its label stands above its edge.
    return ft.Container(field, padding=ft.Padding.only(top=theme.GAP_S))
