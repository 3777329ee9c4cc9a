"""Home: today's family and nobody else's. Draw first; then its plans under neutral titles, without their drawings."""

from collections.abc import Mapping
from itertools import groupby

import flet as ft

from app.document import Kind
from app.document.kind import Sign
from app.kit import controls, theme
from app.kit.component import component, maybe, state
from app.kit.controls import Handler
from app.kit.tappable import touchable
from app.language import _, isolate
from app.store import Summary
from app.ui.actions.families import TodaysFamily, asks_whose, just_draw, start_plan, todays_family
from app.ui.screens.frame import notice, quiet_page, top_bar
from app.ui.screens.next_date import said_of
from app.ui.screens.promises import promises
from app.ui.screens.withheld import KeptSign
from app.ui.session import handover
from app.ui.session.routes import (
    AboutPlan,
    AtPlan,
    DrawingsOf,
    Families,
    Home,
    NewFamily,
    NewPlan,
    OurPeople,
    Safety,
)
from app.ui.session.session import Session

TILE_WIDTH, TILE_HEIGHT = 300, 260
MANY = 3
"""More tiles than these are lower, so that what stands below them is still in sight."""
LOWER = 212

SHORT_TITLE = 26
"""Letters that two lines of a tile hold in large type; longer ones (LONGEST_TITLE at most) get four of small."""

SIGNS: Mapping[Sign, ft.IconData] = {
    "book": ft.Icons.MENU_BOOK_OUTLINED,
    "hands": ft.Icons.HANDSHAKE_OUTLINED,
    "star": ft.Icons.STAR_OUTLINE_ROUNDED,
    "compass": ft.Icons.EXPLORE_OUTLINED,
}
"""The picture by which a plan is found; a word for it stands below."""


@component
def HomeScreen(session: Session) -> ft.Control:
    """Today's family, or, where none is chosen, the way to one."""
    family, set_family = maybe(TodaysFamily)
    looked, set_looked = state(False)

    async def look() -> None:
        with session.minding():
            set_family(await todays_family(session))
        set_looked(True)

    ft.use_effect(look, [session.version])
    if not looked:
        return quiet_page(session, [controls.words(_("One moment …"), quiet=True)], bar=top_bar(session))
    if family is None:
        return _no_family(session)
    return _todays(session, family)


def _no_family(session: Session) -> ft.Control:
    return quiet_page(
        session,
        [
            controls.title(_("Who are you visiting?")),
            controls.words(_("Only the family that you choose for today is on the screen during a visit.")),
            ft.Row(
                [
                    controls.main_button(
                        _("New family"),
                        session.handler(lambda: session.go(NewFamily())),
                        key="new-family",
                        icon=ft.Icons.ADD,
                        height=56,
                    ),
                    controls.button(
                        _("Choose a family"),
                        session.handler(lambda: session.go(Families())),
                        key="families",
                        height=56,
                    ),
                ],
                wrap=True,
            ),
            KeptSign.keyed("kept-sign")(session),
            controls.quiet(_("The list of families has all your dates, promises and copies too, behind your PIN.")),
        ],
        bar=top_bar(session, tools=[_keep_it_safe(session)]),
    )


def _keep_it_safe(session: Session) -> ft.Control:
    return controls.icon_button(
        ft.Icons.SHIELD_OUTLINED, _("Keep it safe"), session.handler(lambda: session.go(Safety())), key="safety"
    )


def _tiles(session: Session, family: TodaysFamily) -> list[ft.Control]:
    """Draw first; then the family's plans, and what was drawn."""

    async def draw() -> None:
        await handover.hand_over(session, await just_draw(session, family.card.document))

    low = 1 + len(family.plans) + (family.drawings is not None) > MANY
    tiles = [
        _tile(
            _("Draw"),
            _("Anything you like"),
            ft.Icons.BRUSH,
            session.handler(draw, once=True),
            key="draw",
            first=True,
            low=low,
        )
    ]
    tiles += [_plan_tile(session, card, low=low) for card in family.plans]
    if family.drawings is not None:
        tiles.append(
            _tile(
                _("Drawings"),
                "",
                ft.Icons.COLLECTIONS_OUTLINED,
                session.handler(lambda: session.go(DrawingsOf(family.card.document))),
                key="drawings",
                low=low,
            )
        )
    return tiles


def _bar(session: Session, family: TodaysFamily) -> ft.Control:
    """Whose home it is, and the ways to what is the worker's."""
    return top_bar(
        session,
        name=family.card.title,
        tools=[
            controls.icon_button(
                ft.Icons.FAMILY_RESTROOM,
                _("Our people"),
                session.handler(lambda: session.go(OurPeople(family.card.document, Home()))),
                key="our-people",
            ),
            controls.icon_button(
                ft.Icons.PEOPLE_OUTLINE,
                _("Another family"),
                session.handler(lambda: session.go(Families())),
                key="families",
            ),
            _keep_it_safe(session),
        ],
    )


def _todays(session: Session, family: TodaysFamily) -> ft.Control:
    """Today's family: its tiles, what is due, and what can be begun."""
    offered = [_start(session, family, kind) for kind in session.application.kinds.plans]
    return ft.Column(
        [
            _bar(session, family),
            *notice(session),
            ft.Container(
                ft.Column(
                    [
                        ft.Row(
                            _tiles(session, family),
                            wrap=True,
                            spacing=theme.GAP_L,
                            run_spacing=theme.GAP_L,
                            alignment=ft.MainAxisAlignment.CENTER,
                        ),
                        *_next_dates(session, family),
                        *promises(session, family),
                        ft.Row(
                            offered,
                            wrap=True,
                            spacing=theme.GAP_L,
                            alignment=ft.MainAxisAlignment.CENTER,
                            vertical_alignment=ft.CrossAxisAlignment.START,
                        ),
                    ],
                    spacing=theme.GAP_L,
                    scroll=ft.ScrollMode.AUTO,
                    alignment=ft.MainAxisAlignment.CENTER,
                    horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
                ),
                padding=theme.GAP_L if session.window.shape != "phone" else theme.GAP,
                expand=True,
            ),
        ],
        spacing=theme.GAP_S,
        expand=True,
    )


def _start(session: Session, family: TodaysFamily, kind: Kind) -> ft.Control:
    """The way to a new plan: a button that tells what it is, as long as there is none of it; then a quiet line."""

    async def start() -> None:
        if await asks_whose(session, kind, family.card.document):
            session.go(NewPlan(kind.slug, family.card.document))
            return
        plan = await start_plan(session, kind, family.card.document)
        session.version += 1
        session.go(AtPlan(plan))

    name, begin, key = _(kind.family_name), session.handler(start, once=kind.slug), f"start-{kind.slug}"
    if any(card.kind == kind.slug for card in family.plans):
        return controls.link(_("Start another: {kind}").format(kind=name), begin, key=key, icon=ft.Icons.ADD)
    way = controls.button(_("Start: {kind}").format(kind=name), begin, key=key, icon=SIGNS[kind.sign], height=56)
    hint = [controls.quiet(_(kind.hint))] if kind.hint else []
    return ft.Column([way, *hint], spacing=4, tight=True, horizontal_alignment=ft.CrossAxisAlignment.CENTER)


def _next_dates(session: Session, family: TodaysFamily) -> list[ft.Control]:
    """When plans are taken up again, the soonest first, a line for each day; nothing where no day is set."""
    dated = sorted((card for card in family.plans if card.next), key=lambda card: card.next)
    days = [(day, [card.title for card in cards]) for day, cards in groupby(dated, key=lambda card: card.next)]
    lines: list[ft.Control] = [
        ft.Row(
            [
                ft.Icon(ft.Icons.EVENT_OUTLINED, size=24, color=theme.ACCENT),
                # As long as its words are, and no longer than the line: then it takes a second one.
                ft.Container(
                    controls.words(said_of(titles, day, session.application.today)), expand=True, expand_loose=True
                ),
            ],
            key=f"next-{day}",
            spacing=theme.GAP_S,
            alignment=ft.MainAxisAlignment.CENTER,
        )
        for day, titles in days
    ]
    return [ft.Column(lines, spacing=theme.GAP_S)] if lines else []


def _plan_tile(session: Session, card: Summary, *, low: bool) -> ft.Control:
    kind = session.application.kinds.kind(card.kind)
    tile = _tile(
        card.title,
        _(kind.hint) if kind.hint else "",
        SIGNS[kind.sign],
        session.handler(lambda: session.go(AtPlan(card.document))),
        key=f"plan-{card.document}",
        low=low,
    )
    more = controls.icon_button(
        ft.Icons.MORE_HORIZ,
        _("More about {title}").format(title=isolate(card.title)),
        session.handler(lambda: session.go(AboutPlan(card.document))),
        key=f"more-{card.document}",
    )
    # A row, and no fixed place: it runs the way the language does.
    corner = ft.Row([more], alignment=ft.MainAxisAlignment.END, width=TILE_WIDTH - 8, top=4, left=4)
    return ft.Stack([tile, corner], width=TILE_WIDTH, height=LOWER if low else TILE_HEIGHT)


def _tile(
    name: str,
    hint: str,
    icon: ft.IconData,
    on_click: Handler,
    *,
    key: str,
    first: bool = False,
    low: bool,
) -> ft.Control:
    short = len(name) <= SHORT_TITLE
    across = 72 if low else 104
    return touchable(
        ft.Column(
            [
                ft.Container(
                    ft.Icon(icon, size=40 if low else 56, color=theme.ON_ACCENT if first else theme.ACCENT),
                    width=across,
                    height=across,
                    alignment=ft.Alignment.CENTER,
                    bgcolor=theme.ACCENT if first else theme.CHOSEN,
                    border_radius=across / 2,
                ),
                ft.Text(
                    name,
                    style=theme.text_style(theme.QUESTION if short else theme.WORDS, bold=True, height=1.2),
                    max_lines=2 if short else 4,
                    overflow=ft.TextOverflow.ELLIPSIS,
                    text_align=ft.TextAlign.CENTER,
                ),
                *([controls.quiet(hint, size=theme.CONTROL)] if hint else []),
            ],
            spacing=theme.GAP_S,
            alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        name,
        on_click,
        key=key,
        width=TILE_WIDTH,
        height=LOWER if low else TILE_HEIGHT,
        padding=theme.GAP,
        bgcolor=theme.SHEET,
        edge=ft.BorderSide(2 if first else 1, theme.ACCENT if first else theme.LINE),
        corner=theme.SHEET_CORNER,
    )
