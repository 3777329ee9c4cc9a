"""What we said we would do, at the beginning of a visit: promises and steps, a few lines on the home screen, each the
way to its own line in its plan.

Read from the plans' cards, which hold only what everyone may see: no plan is opened for it.
Source: docs/domain/safety-plan.md ("Promises by everyone, the professionals too").
"""

import flet as ft

from app.document.copies_due import COPIES_DUE_SECTION, workers_first
from app.document.kind import Promised
from app.kit import controls, theme
from app.kit.component import component, state
from app.kit.controls import Handler
from app.kit.tappable import touchable
from app.language import _
from app.sayings.outline import name_of, promise_line
from app.store import Summary
from app.store.summaries import SummaryPromise
from app.ui.actions.families import TodaysFamily
from app.ui.session.routes import AtPlan, MakeCopy, Route
from app.ui.session.session import Session

MOST = 4
"""So many lines: a greeting, and no list to work through. The others come with a touch."""

WIDEST = 720
"""Pixels that a line may be wide."""


def promises(session: Session, family: TodaysFamily) -> list[ft.Control]:
    """Return what is open of a family's plans, the worker's own first; nothing where there is nothing."""
    told = [(card, promise) for card in family.plans for promise in card.promises]
    ordered = [told[int(p.item)] for p in workers_first([_as_promised(n, p) for n, (_c, p) in enumerate(told)])]
    return [Promises.keyed("promises")(session, tuple(ordered))] if ordered else []


@component
def Promises(session: Session, ordered: tuple[tuple[Summary, SummaryPromise], ...]) -> ft.Control:
    """The first few, and the way to all of them."""
    all_, show_all = state(False)
    shown = ordered if all_ else ordered[:MOST]
    lines = [_line(session, card, promise, n) for n, (card, promise) in enumerate(shown)]
    if len(ordered) > MOST:
        words = _("Only the first few") if all_ else _("All of them")
        turn = session.handler(lambda: show_all(not all_))
        lines.append(ft.Row([controls.link(words, turn, key="more-promises")]))
    told_here = ft.Column(
        [ft.Container(controls.heading(_("We said we would …")), padding=_SIDES), *lines], key="promised", spacing=0
    )
    # No longer than can be read, in the middle below the tiles.
    width = None if session.window.shape == "phone" else WIDEST
    return ft.Row([ft.Container(told_here, width=width, expand=width is None)], alignment=ft.MainAxisAlignment.CENTER)


_SIDES = ft.Padding.symmetric(horizontal=12, vertical=8)


def _as_promised(n: int, promise: SummaryPromise) -> Promised:
    """Return a promise by its number among those that are told here."""
    return Promised(str(n), promise.who, promise.what, promise.until)


def _place(card: Summary, promise: SummaryPromise) -> Route:
    """Where a promise leads: its own line in its plan; a copy that is owed apart, to the making of it."""
    if promise.section == COPIES_DUE_SECTION:
        return MakeCopy(card.document)
    return AtPlan(card.document, promise.section, item=promise.item)


def _line(session: Session, card: Summary, promise: SummaryPromise, n: int) -> ft.Control:
    name = promise.name or (name_of(promise.who, {}) if promise.who else "")
    words = promise_line(_as_promised(n, promise), name, session.application.today)
    go: Handler = session.handler(lambda: session.go(_place(card, promise)))
    shown = ft.Container(controls.words(words, size=theme.CONTROL), padding=_SIDES, expand=True)
    # Flutter lays a button's content out loosely: a row gives it the whole width.
    leads = ft.Icon(ft.Icons.CHEVRON_RIGHT, color=theme.QUIET)
    made = touchable(ft.Row([shown, leads], spacing=0), words, go, key=f"promise-{n}")
    return ft.Row([ft.Container(made, expand=True)])
