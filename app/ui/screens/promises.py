"""What we said we would do, at the beginning of a visit: a few lines on the home screen, each the way to its plan.

Read from the plans' cards, which hold only what everyone may see: no plan is opened for it.
Source: field/safety-plan.md ("Promises by everyone, the professionals too").
"""

import flet as ft

from app.blocks.spoken import name_of, promise_line
from app.document.kind import Promised
from app.document.owed import OWED_SECTION, workers_first
from app.language import _
from app.store import Card
from app.store.cards import CardPromise
from app.ui.families import TodaysFamily
from app.ui.kit import parts, theme
from app.ui.kit.parts import Handler
from app.ui.kit.touchable import touchable
from app.ui.places import AtPlan, MakeCopy, Place
from app.ui.session import Session

MOST = 4
"""So many lines: a greeting, and no list to work through."""

WIDEST = 640
"""Pixels that a line may be wide."""


def promises(session: Session, family: TodaysFamily) -> list[ft.Control]:
    """Return the promises of a family's plans that are open, the worker's own first; nothing where there are none."""
    told = [(card, promise) for card in family.plans for promise in card.promises]
    ordered = [told[int(p.item)] for p in workers_first([_as_promised(n, p) for n, (_c, p) in enumerate(told)])]
    if not ordered:
        return []
    lines = [_line(session, card, promise, n) for n, (card, promise) in enumerate(ordered[:MOST])]
    if len(ordered) > MOST:
        card, promise = ordered[MOST]
        more = session.handler(lambda: session.go(_place(card, promise)))
        lines.append(ft.Row([parts.link(_("More promises"), more, key="more-promises")]))
    told_here = ft.Column(
        [ft.Container(parts.heading(_("We said we would …")), padding=_SIDES), *lines], key="promised", spacing=0
    )
    # No longer than can be read, in the middle below the tiles.
    width = None if session.window.shape == "phone" else WIDEST
    return [ft.Row([ft.Container(told_here, width=width, expand=width is None)], alignment=ft.MainAxisAlignment.CENTER)]


_SIDES = ft.Padding.symmetric(horizontal=12, vertical=8)


def _as_promised(n: int, promise: CardPromise) -> Promised:
    """Return a promise by its number among those that are told here."""
    return Promised(str(n), promise.who, promise.what, promise.until)


def _place(card: Card, promise: CardPromise) -> Place:
    """Where a promise leads: its step; a copy that is owed apart, to the making of it."""
    return MakeCopy(card.document) if promise.section == OWED_SECTION else AtPlan(card.document, promise.section)


def _line(session: Session, card: Card, promise: CardPromise, n: int) -> ft.Control:
    name = promise.name or (name_of(promise.who, {}) if promise.who else "")
    words = promise_line(_as_promised(n, promise), name, session.tablet.today)
    go: Handler = session.handler(lambda: session.go(_place(card, promise)))
    shown = ft.Container(parts.words(words, size=theme.CONTROL), padding=_SIDES, expand=True)
    # Flutter lays a button's content out loosely: a row gives it the whole width.
    made = touchable(ft.Row([shown]), words, go, key=f"promise-{n}")
    return ft.Row([ft.Container(made, expand=True)])
