"""The cards on the screen: put in order, how much each matters; how full it is, as tanks; the goals and ways to them.

One card is open at a time, so that forty stay a page to look at. What is set belongs to the young person, so it is set
while they speak; for everybody else it is there to see.
"""

from collections.abc import Callable, Sequence

import flet as ft

from app.blocks.cards.changes import matters
from app.blocks.cards.model import Card, all_alike, cards, own_card, put, shape_of, take_out
from app.blocks.cards.screen.full import FullSheet
from app.blocks.cards.screen.goals import GoalsSheet
from app.blocks.cards.screen.numbers import is_mine, number_buttons, whose_line
from app.document import Document, Section
from app.kit import controls, theme
from app.kit.component import component, state, words_typed
from app.kit.controls import Handler
from app.kit.editor_context import EditorContext, Step
from app.kit.remove_item import all_standing, takes_away
from app.kit.tappable import touchable
from app.language import _, isolate
from app.language.clean_text import visible
from app.sayings.dated import heading, on_day


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the section's one step."""
    shape = shape_of(section)
    there = cards(document, shape)
    spoken = {
        "order": any(c.id for c in there),
        "full": any(c.latest is not None for c in there),
        "goals": any(c.goal for c in there),
    }[shape.view]
    return (Step(key=section.slug, title=_(section.title), spoken=spoken),)


def sheet(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return the page that the section is: its cards in order, their tanks, or the goals."""
    if context.holder not in ("", context.young):  # In anybody else's hands there is nothing of the young person's.
        return ft.Column([controls.question(_(section.question)), *whose_line(context)], spacing=theme.GAP)
    shown = {"order": OrderSheet, "full": FullSheet, "goals": GoalsSheet}[shape_of(section).view]
    return shown.keyed(f"cards-{section.slug}")(context, section)


@component
def OrderSheet(context: EditorContext, section: Section) -> ft.Control:
    """The cards, what matters most on top. One that is touched opens: how much it matters, and its place."""
    at, open_card = state("")
    shape = shape_of(section)
    there = cards(context.document, shape)
    mine = is_mine(context) and not context.talking
    alike = mine and all_alike(there)
    lines = {
        card.key: _line(context, section, card, n, there, open_=mine and card.key == at, open_card=open_card, mine=mine)
        for n, card in enumerate(there)
    }
    stretch = ft.CrossAxisAlignment.STRETCH
    return ft.Column(
        [
            controls.question(_(section.question), talking=context.talking),
            *([controls.words(_(section.prompt), quiet=True)] if section.prompt and not context.talking else []),
            *([] if mine or context.talking else whose_line(context)),
            *([controls.words(_("They all matter the same. Which one comes first?"), quiet=True)] if alike else []),
            *([controls.quiet(days)] if (days := heading(c.since for c in there).said) else []),
            ft.Column(
                all_standing(context, lines, section.slug),
                spacing=theme.GAP_S,
                horizontal_alignment=stretch,
                key="cards",
            ),
            *([OwnCard.keyed("own-card")(context, section)] if mine else []),
        ],
        spacing=theme.GAP,
        horizontal_alignment=stretch,
    )


def _line(
    context: EditorContext,
    section: Section,
    card: Card,
    n: int,
    there: Sequence[Card],
    *,
    open_: bool,
    open_card: Callable[[str], None],
    mine: bool,
) -> ft.Control:
    def move(to: int) -> Handler:
        shape = shape_of(section)
        return context.handler(
            lambda: context.make(lambda: put(context.now(), shape, card.key, to, by=context.actor), section.slug, "")
        )

    body = _card_body(context, card, n, there, open_=open_, open_card=open_card if mine else None)
    arrows = _arrows(card, n, len(there), move)
    # A phone has room for the card's words, or for the arrows: they stand below, where it is open.
    beside = arrows if mine and context.shape != "phone" else []
    inside: list[ft.Control] = [ft.Row([body, *beside], spacing=0)]
    if open_:
        inside.append(_how_much(context, section, card, move, n, moves=[] if beside else arrows))
    edge = ft.Border.all(2, theme.ACCENT) if open_ else ft.Border.all(1, theme.LINE)
    return ft.Container(
        ft.Column(inside, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        key=f"line-of-{card.key}",
        border=edge,
        border_radius=theme.CORNER,
        bgcolor=theme.SHEET,
    )


def _card_body(
    context: EditorContext,
    card: Card,
    n: int,
    there: Sequence[Card],
    *,
    open_: bool,
    open_card: Callable[[str], None] | None,
) -> ft.Control:
    """What is told of a card. open_card: what opens a card (its key; "" shuts it), where it can be opened by touch."""
    said = "" if card.importance is None else str(card.importance)
    older = heading(c.since for c in there).beside("", card.since).strip() if said else ""
    title = ft.Column(
        [
            ft.Text(card.title, style=theme.text_style(theme.WORDS, bold=open_ or bool(said), height=1.25)),
            *([controls.quiet(card.hint)] if card.hint and (open_ or not said) else []),
            *([controls.quiet(older)] if older else []),
        ],
        spacing=0,
        expand=True,
    )
    row = ft.Row([_rank(n + 1), title, *([_badge(said)] if said else [])], spacing=theme.GAP)
    padded = ft.Container(row, padding=ft.Padding.symmetric(horizontal=12, vertical=8), expand=True)
    if open_card is None:
        return padded
    opens = open_card
    words = _("{number}. {title}").format(number=n + 1, title=card.title)
    matter = on_day(_("matters {number} of 10").format(number=said), card.since)
    touched = context.handler(lambda: opens("" if open_ else card.key))
    return ft.Container(
        touchable(
            ft.Row([padded]),
            f"{words}, {matter}" if said else words,
            touched,
            key=f"card-{card.key}",
            chosen=open_,
        ),
        expand=True,
    )


def _arrows(card: Card, n: int, count: int, move: Callable[[int], Handler]) -> list[ft.Control]:
    """The buttons that move a card up and down. n: its place, from 0, of so many (count)."""
    return [
        controls.icon_button(
            ft.Icons.ARROW_UPWARD,
            _("Move up: {title}").format(title=isolate(card.title)),
            move(n - 1),
            key=f"up-{card.key}",
            disabled=n == 0,
        ),
        controls.icon_button(
            ft.Icons.ARROW_DOWNWARD,
            _("Move down: {title}").format(title=isolate(card.title)),
            move(n + 1),
            key=f"down-{card.key}",
            disabled=n + 1 == count,
        ),
    ]


def _rank(n: int) -> ft.Control:
    return ft.Container(
        ft.Text(str(n), style=theme.text_style(theme.CONTROL, color=theme.QUIET, height=1.0)),
        width=28,
        alignment=ft.Alignment.CENTER,
    )


def _badge(number: str) -> ft.Control:
    return ft.Container(
        ft.Text(number, style=theme.text_style(theme.WORDS, bold=True, color=theme.ON_CHOSEN, height=1.0)),
        width=44,
        height=36,
        border_radius=18,
        bgcolor=theme.CHOSEN,
        alignment=ft.Alignment.CENTER,
    )


def _how_much(
    context: EditorContext,
    section: Section,
    card: Card,
    move: Callable[[int], Handler],
    n: int,
    *,
    moves: list[ft.Control],
) -> ft.Control:
    """How much an open card matters, from 0 to 10, and the ways to put it elsewhere or to take it out."""
    shape = shape_of(section)

    def choose(number: int | None) -> None:
        day = context.today
        context.make(
            lambda: matters(context.now(), shape, card.key, number, by=context.actor, day=day), section.slug, ""
        )

    among = tuple(c.key for c in cards(context.document, shape))
    away = takes_away(context, card.id, card.title, take_out(card), section.slug, among=among)
    # A number of another day stays: today's stands beside it.
    now = card.importance if card.since in (None, context.today) else None
    last = []
    if card.importance is not None and now is None:
        last = [controls.quiet(on_day(_("{number} last time").format(number=card.importance), card.since))]
    ways: list[ft.Control] = [*moves]
    if n:
        ways.append(controls.link(_("To the top"), move(0), key=f"top-{card.key}", icon=ft.Icons.VERTICAL_ALIGN_TOP))
    if card.id and not card.slug:
        ways.append(controls.link(_("Take this card out"), away, key=f"out-{card.key}", icon=ft.Icons.DELETE_OUTLINE))
    return ft.Container(
        ft.Column(
            [
                controls.words(_("How much does it matter to you?"), size=theme.CONTROL),
                number_buttons(context, f"matters-{card.key}", now, choose),
                controls.quiet(_("0 is not at all. 10 is more than anything.")),
                *last,
                *([ft.Row(ways, wrap=True)] if ways else []),
            ],
            spacing=theme.GAP_S,
        ),
        padding=theme.GAP,
    )


@component
def OwnCard(context: EditorContext, section: Section) -> ft.Control:
    """Room for a card of one's own: a name is all that it needs."""
    words, set_words, words_now = words_typed()
    wrong, set_wrong = state("")

    def add() -> None:
        if not visible(words_now()):
            set_wrong(_("Give your card a name first. A word or two is enough."))
            return
        made = context.make(
            lambda: own_card(context.now(), shape_of(section), words_now(), by=context.actor), section.slug, ""
        )
        set_wrong("")
        if made:
            set_words("")

    return ft.Column(
        [
            controls.text_field(
                _("Something else that matters to you"),
                key="own-card-title",
                value=words,
                on_change=lambda e: set_words(e.control.value or ""),
                on_submit=context.handler(add),
            ),
            *([controls.fault(wrong)] if wrong else []),
            ft.Row([controls.button(_("Add a card"), context.handler(add), key="add-card", icon=ft.Icons.ADD)]),
        ],
        spacing=theme.GAP_S,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
