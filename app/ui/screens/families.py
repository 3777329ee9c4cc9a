"""The list of families and the bin, both behind the PIN; and adding a family."""

import flet as ft

from app.document.front import OLDEST
from app.language import _, isolate
from app.store import Card
from app.ui.families import choose_for_today, families, new_family
from app.ui.kit import parts, theme
from app.ui.kit.component import component, made, state
from app.ui.kit.parts import Handler
from app.ui.places import Families, Home, NewFamily, WhoMayHold
from app.ui.screens.ask_pin import ask_pin
from app.ui.screens.bin import BinList
from app.ui.screens.frame import quiet_page, top_bar
from app.ui.screens.kept_for_worker import at_the_office
from app.ui.session import Session


@component
def FamiliesScreen(session: Session) -> ft.Control:
    """The list of families, after the PIN: nicknames only, with a search. The bin is behind the same door."""
    proved, set_proved = state(False)
    found, set_found = made(tuple[Card, ...])
    sought, set_sought = state("")
    at_bin, set_at_bin = state(False)

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
                    why=_("The list of families is for the worker alone."),
                    then=let_in,
                    whole=True,
                ),
            ],
            bar=top_bar(session, back=back),
        )

    def choose(card: Card) -> Handler:
        async def go() -> None:
            await choose_for_today(session, card.document)
            session.go(Home())

        return session.handler(go)

    if at_bin:
        return quiet_page(
            session,
            [BinList(session, {c.document: c.title for c in found}, key="bin-list")],
            bar=top_bar(session, back=session.handler(lambda: set_at_bin(False))),
        )
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
                [_family(session, c, choose(c)) for c in shown]
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
            parts.link(
                _("The bin"),
                session.handler(lambda: set_at_bin(True)),
                key="to-bin",
                icon=ft.Icons.DELETE_OUTLINE,
            ),
            *at_the_office(session),
            *_told(session.tablet.told),
        ],
        bar=top_bar(session, back=back),
    )


def _family(session: Session, card: Card, choose: Handler) -> ft.Control:
    """One family, and the way to who may hold a copy there."""
    name = _("Who may hold a copy: {family}").format(family=isolate(card.title))
    rules = session.handler(lambda: session.go(WhoMayHold(card.document, Families())))
    return ft.Row(
        [
            parts.button(card.title, choose, key=f"family-{card.document}", height=56, expand=True),
            parts.icon_button(ft.Icons.RULE, name, rules, key=f"copies-of-{card.document}", size=56),
        ],
        spacing=theme.GAP_S,
    )


def _told(sentences: tuple[str, ...]) -> list[ft.Control]:
    """What only the worker needs to know, at the office: which sets of areas were left out, and why."""
    if not sentences:
        return []
    head = parts.words(_("Some of your own areas were left out. All else is as it was."), bold=True)
    return [head, *(parts.quiet(sentence) for sentence in sentences)]


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
