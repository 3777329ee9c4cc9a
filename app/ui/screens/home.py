"""Home: today's family and nobody else's. Draw first; then its plans under neutral titles, without pictures."""

import flet as ft

from app.document import Kind
from app.document.front import OLDEST
from app.language import _
from app.store import Card
from app.ui.families import (
    TodaysFamily,
    choose_for_today,
    families,
    just_draw,
    new_family,
    start_plan,
    todays_family,
)
from app.ui.kit import parts, theme
from app.ui.kit.component import component, made, maybe, state
from app.ui.kit.parts import Handler
from app.ui.kit.touchable import touchable
from app.ui.places import AtPlan, DrawingsOf, Families, Home, NewFamily, Safety
from app.ui.screens.ask_pin import ask_pin
from app.ui.screens.frame import notice, quiet_page, top_bar
from app.ui.session import Session


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
        return quiet_page(session, [parts.words(_("One moment …"), quiet=True)], bar=top_bar(session))
    if family is None:
        return _no_family(session)
    return _todays(session, family)


def _no_family(session: Session) -> ft.Control:
    return quiet_page(
        session,
        [
            parts.title(_("Who are you visiting?")),
            parts.words(_("Only the family that you choose for today is on the screen during a visit.")),
            ft.Row(
                [
                    parts.main_button(
                        _("New family"),
                        session.handler(lambda: session.go(NewFamily())),
                        key="new-family",
                        icon=ft.Icons.ADD,
                        height=56,
                    ),
                    parts.button(
                        _("Choose a family"),
                        session.handler(lambda: session.go(Families())),
                        key="families",
                        height=56,
                    ),
                ],
                wrap=True,
            ),
        ],
        bar=top_bar(session),
    )


def _todays(session: Session, family: TodaysFamily) -> ft.Control:
    async def draw() -> None:
        session.go(await just_draw(session, family.card.document))

    tiles = [
        _tile(
            _("Draw"),
            _("Anything you like"),
            ft.Icons.BRUSH,
            session.handler(draw, once=True),
            key="draw",
            first=True,
        )
    ]
    tiles += [_plan_tile(session, card) for card in family.plans]
    if family.drawings is not None:
        tiles.append(
            _tile(
                _("Drawings"),
                "",
                ft.Icons.COLLECTIONS_OUTLINED,
                session.handler(lambda: session.go(DrawingsOf(family.card.document))),
                key="drawings",
            )
        )
    offered = [_start(session, family, kind) for kind in session.tablet.kinds.plans]
    return ft.Column(
        [
            top_bar(
                session,
                name=family.card.title,
                tools=[
                    parts.icon_button(
                        ft.Icons.PEOPLE_OUTLINE,
                        _("Another family"),
                        session.handler(lambda: session.go(Families())),
                        key="families",
                    ),
                    parts.icon_button(
                        ft.Icons.SHIELD_OUTLINED,
                        _("Keep it safe"),
                        session.handler(lambda: session.go(Safety())),
                        key="safety",
                    ),
                ],
            ),
            *notice(session),
            ft.Container(
                ft.Column(
                    [
                        ft.Row(
                            tiles,
                            wrap=True,
                            spacing=theme.GAP_L,
                            run_spacing=theme.GAP_L,
                            alignment=ft.MainAxisAlignment.CENTER,
                        ),
                        ft.Row(offered, wrap=True, alignment=ft.MainAxisAlignment.CENTER),
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
    """The way to a new plan: a button as long as the family has none of its kind, then one quiet line."""

    async def start() -> None:
        plan = await start_plan(session, kind, family.card.document)
        session.version += 1
        session.go(AtPlan(plan))

    started = any(card.kind == kind.slug for card in family.plans)
    make = parts.link if started else parts.button
    sentence = _("Start another: {kind}") if started else _("Start: {kind}")
    return make(
        sentence.format(kind=_(kind.family_name)),
        session.handler(start, once=True),
        key=f"start-{kind.slug}",
        icon=ft.Icons.ADD,
    )


def _plan_tile(session: Session, card: Card) -> ft.Control:
    return _tile(
        card.title,
        "",
        ft.Icons.MENU_BOOK_OUTLINED,
        session.handler(lambda: session.go(AtPlan(card.document))),
        key=f"plan-{card.document}",
    )


def _tile(
    name: str,
    hint: str,
    icon: ft.IconData,
    on_click: Handler,
    *,
    key: str,
    first: bool = False,
) -> ft.Control:
    return touchable(
        ft.Column(
            [
                ft.Container(
                    ft.Icon(icon, size=56, color=theme.ON_ACCENT if first else theme.ACCENT),
                    width=104,
                    height=104,
                    alignment=ft.Alignment.CENTER,
                    bgcolor=theme.ACCENT if first else theme.CHOSEN,
                    border_radius=52,
                ),
                ft.Text(
                    name,
                    style=theme.text_style(theme.QUESTION, bold=True, height=1.2),
                    max_lines=2,
                    overflow=ft.TextOverflow.ELLIPSIS,
                    text_align=ft.TextAlign.CENTER,
                ),
                *([parts.quiet(hint, size=theme.CONTROL)] if hint else []),
            ],
            spacing=theme.GAP_S,
            alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        name,
        on_click,
        key=key,
        width=300,
        height=260,
        padding=theme.GAP,
        bgcolor=theme.SHEET,
        edge=ft.BorderSide(2 if first else 1, theme.ACCENT if first else theme.LINE),
        corner=theme.SHEET_CORNER,
    )


@component
def FamiliesScreen(session: Session) -> ft.Control:
    """The list of families, after the PIN: nicknames only, with a search."""
    proved, set_proved = state(False)
    found, set_found = made(tuple[Card, ...])
    sought, set_sought = state("")

    async def look() -> None:
        with session.minding():
            set_found(await families(session))

    async def let_in() -> None:
        await look()
        set_proved(True)

    back = session.handler(lambda: session.go(Home()))
    if not proved:
        return quiet_page(
            session,
            [
                ask_pin(
                    session,
                    why=_("The list of families needs your PIN or your four words again."),
                    then=let_in,
                ),
            ],
            bar=top_bar(session, back=back),
        )

    def choose(card: Card) -> Handler:
        async def go() -> None:
            await choose_for_today(session, card.document)
            session.go(Home())

        return session.handler(go)

    shown = [c for c in found if sought.casefold().strip() in c.title.casefold()]
    return quiet_page(
        session,
        [
            parts.title(_("Families")),
            parts.text_field(
                _("Find a family"),
                key="find-family",
                value=sought,
                on_change=lambda e: set_sought(e.control.value or ""),
            ),
            ft.Column(
                [parts.button(c.title, choose(c), key=f"family-{c.document}", height=56) for c in shown]
                or [parts.words(_("No family of that name is on this tablet."), quiet=True)],
                spacing=theme.GAP_S,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
            parts.main_button(
                _("New family"),
                session.handler(lambda: session.go(NewFamily())),
                key="new-family",
                icon=ft.Icons.ADD,
                height=56,
            ),
        ],
        bar=top_bar(session, back=back),
    )


@component
def NewFamilyScreen(session: Session) -> ft.Control:
    """A nickname and the youngest's age: all that a family needs to begin."""
    nickname, set_nickname = state("")
    age, set_age = state("")
    wrong, set_wrong = state("")

    async def add() -> None:
        if not nickname.strip():
            set_wrong(_("Please give the family a nickname. Nothing has been added yet."))
            return
        if not age.strip().isdecimal() or len(age.strip()) > 2 or int(age) > OLDEST:
            set_wrong(_("Please write the age of the youngest child as a number, for example 7."))
            return
        await new_family(session, nickname, int(age))
        session.version += 1
        session.go(Home())

    return quiet_page(
        session,
        [
            parts.title(_("New family")),
            parts.text_field(
                _("A nickname for the family"),
                key="nickname",
                value=nickname,
                on_change=lambda e: set_nickname(e.control.value or ""),
                hint=_("A name that says nothing to others"),
                autofocus=True,
            ),
            parts.text_field(
                _("How old is the youngest child?"),
                key="youngest",
                value=age,
                on_change=lambda e: set_age(e.control.value or ""),
                on_submit=session.handler(add, once=True),
                digits=True,
            ),
            *([parts.fault(wrong)] if wrong else []),
            parts.main_button(_("Add the family"), session.handler(add, once=True), key="add-family", height=56),
        ],
        bar=top_bar(session, back=session.handler(lambda: session.go(Home()))),
    )
