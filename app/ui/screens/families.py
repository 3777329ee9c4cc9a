"""At the office, behind the PIN: the list of families, and what is due in all of them; and adding a family."""

from collections.abc import Callable
from functools import partial

import flet as ft

from app.document.header import OLDEST
from app.kit import controls, theme
from app.kit.component import component, made, state, words_typed
from app.kit.controls import Handler
from app.language import _, isolate, whole_number
from app.language.name_search import finds, folded
from app.store import Summary
from app.ui.actions.families import choose_for_today, families, new_family
from app.ui.screens.ask_pin import ask_pin
from app.ui.screens.bin import BinList
from app.ui.screens.desk import damaged_list, found_list, office_list, parts_of_office, use_office
from app.ui.screens.desk_family import FamilyAtOffice, closed_list
from app.ui.screens.frame import quiet_page, top_bar
from app.ui.screens.missing_ends import ShortList
from app.ui.screens.withheld import at_the_office
from app.ui.session.routes import Families, Home, NewFamily, WhoMayHold
from app.ui.session.session import Session


class OfficeView:
    """What the worker looks at there. A part of the component that makes it.

    at: which of the lists shows; about: the family (an id) that is looked at by itself. whole: all of a long list.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.proved, self.set_proved = state(False)
        self.every, self.set_every = made(tuple[Summary, ...])
        self.sought, self.set_sought = state("")
        self.at, self.set_at = state("families")
        self.about, self.set_about = state("")
        self.whole, self.set_whole = state(False)
        self.reading = use_office(session, proved=self.proved)
        ft.use_effect(self.look_again, [session.version])

    async def look(self) -> None:
        """Read the list of families."""
        with self.session.minding():
            self.set_every(await families(self.session))

    async def look_again(self) -> None:
        """Read it anew, when something has changed."""
        if self.proved:
            await self.look()

    async def let_in(self) -> None:
        """The PIN was right."""
        await self.look()
        self.set_proved(True)

    def choose(self, card: Summary) -> Handler:
        """Return what makes a family today's."""

        async def go() -> None:
            await choose_for_today(self.session, card.document)
            self.session.go(Home())

        return self.session.handler(go)

    def to(self, list_: str) -> None:
        """Show another list."""
        if list_ != self.at:
            self.set_sought("")
        self.set_about("")
        self.set_whole(False)
        self.set_at(list_)

    @property
    def names(self) -> dict[str, str]:
        """The nicknames of all families, by id."""
        return {c.document: c.title for c in self.every}

    @property
    def closed(self) -> dict[str, tuple[str, str]]:
        """The families whose work has ended: nickname and day, by id."""
        return {c.document: (c.title, c.closed) for c in self.every if c.closed}


@component
def FamiliesScreen(session: Session) -> ft.Control:
    """The worker's desk, after the PIN: families and a search, the lists of what is due, closed families, the bin."""
    there = OfficeView(session)
    bar = top_bar(session, back=session.handler(lambda: session.go(Home())))
    if not there.proved:
        why = _("The list of families is for the worker alone.")
        return quiet_page(session, [ask_pin(session, why=why, then=there.let_in, whole=True)], bar=bar)
    if there.about:
        return _one_family(there)
    if there.at in ("bin", "closed"):
        listed = (
            [BinList.keyed("bin-list")(session, there.names)]
            if there.at == "bin"
            else closed_list(session, there.closed, there.set_about)
        )
        back = session.handler(lambda: there.to("families"))
        return quiet_page(session, listed, bar=top_bar(session, back=back))
    office = there.reading.office(session)
    head = [controls.title(_("At the office")), parts_of_office(session, office, there.reading, there.at, there.to)]
    if there.at != "families":
        show_all = partial(there.set_whole, True)
        lines = office_list(session, office, there.reading, there.names, there.at, whole=there.whole, show_all=show_all)
        return quiet_page(session, [*head, *lines], bar=bar, stays=True)
    below = [
        *damaged_list(session, office, there.names),
        *_told(session.application.told),
        *(controls.quiet(sentence) for sentence in session.application.told_of_helplines),
    ]
    return quiet_page(session, [*head, *_families(there), *below], bar=bar, stays=True)


def _one_family(there: OfficeView) -> ft.Control:
    """One family by itself: its plans, and the end of the work with it."""
    session, about = there.session, there.about
    shut = there.closed.get(about, ("", ""))[1]
    one = FamilyAtOffice.keyed(f"at-office-{about}")(
        session, about, there.names.get(about, ""), shut, there.reading, lambda: there.to(there.at)
    )
    return quiet_page(session, [one], bar=top_bar(session, back=session.handler(lambda: there.to(there.at))))


def _families(there: OfficeView) -> list[ft.Control]:
    """All families, or what was found; a new one; and the ways to what is seldom needed."""
    session, sought = there.session, there.sought
    shown = [c for c in there.every if not c.closed and (not folded(sought) or finds(sought, c.title))]
    others = found_list(session, there.reading, there.names, sought, there.set_about)
    nothing: list[ft.Control] = []
    if folded(sought):
        nothing = [controls.words(_("Nothing of that name is on this tablet."), quiet=True)]
    return [
        ShortList.keyed("short")(session),  # First: somebody comes here to read it.
        controls.text_field(
            _("Find a family, a person or a plan"),
            key="find-family",
            value=sought,
            on_change=lambda e: there.set_sought(e.control.value or ""),
        ),
        ft.Column(
            [_family(session, c, there.choose(c), there.set_about) for c in shown] + others or nothing,
            spacing=theme.GAP_S,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        controls.main_button(
            _("New family"),
            session.handler(lambda: session.go(NewFamily())),
            key="new-family",
            icon=ft.Icons.ADD,
            height=56,
        ),
        # One below the other, where the words above them begin.
        ft.Column(
            [
                *at_the_office(session),
                *([_to_closed(session, there.to)] if there.closed else []),
                controls.link(
                    _("The bin"),
                    session.handler(lambda: there.to("bin")),
                    key="to-bin",
                    icon=ft.Icons.DELETE_OUTLINE,
                ),
            ],
            spacing=0,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.START,
        ),
    ]


def _family(session: Session, card: Summary, choose: Handler, about: Callable[[str], None]) -> ft.Control:
    """A family in the list: touched, it is today's; beside it, who may hold a copy there, and what the office has."""
    title = isolate(card.title)
    return ft.Row(
        [
            controls.button(card.title, choose, key=f"family-{card.document}", height=56, expand=True),
            controls.icon_button(
                ft.Icons.RULE,
                _("Who may hold a copy: {family}").format(family=title),
                session.handler(lambda: session.go(WhoMayHold(card.document, Families()))),
                key=f"copies-of-{card.document}",
                size=56,
            ),
            controls.icon_button(
                ft.Icons.MORE_HORIZ,
                _("More about {title}").format(title=title),
                session.handler(lambda: about(card.document)),
                key=f"about-{card.document}",
                size=56,
            ),
        ],
        spacing=theme.GAP_S,
    )


def _to_closed(session: Session, to: Callable[[str], None]) -> ft.Control:
    return controls.link(
        _("Closed families"),
        session.handler(lambda: to("closed")),
        key="to-closed",
        icon=ft.Icons.INVENTORY_2_OUTLINED,
    )


def _told(sentences: tuple[str, ...]) -> list[ft.Control]:
    """What only the worker needs to know, at the office: which sets of areas were left out, and why."""
    if not sentences:
        return []
    head = controls.words(_("Some of your own areas were left out. Everything else is as it was."), bold=True)
    return [head, *(controls.quiet(sentence) for sentence in sentences)]


@component
def NewFamilyScreen(session: Session) -> ft.Control:
    """A nickname and the youngest's age: all that a family needs to begin."""
    nickname, set_nickname, nickname_now = words_typed()
    age, set_age, age_now = words_typed()
    wrong, set_wrong = state("")

    async def add() -> None:
        if not nickname_now().strip():  # What nobody can see is told where it would be kept (schema.Text).
            set_wrong(_("Please give the family a nickname. Nothing has been added yet."))
            return
        years = whole_number(age_now())
        if years is None or years > OLDEST:
            set_wrong(_("Please write the age of the youngest child as a number, for example 7."))
            return
        await new_family(session, nickname_now(), years)
        session.version += 1
        session.go(Home())

    return quiet_page(
        session,
        [
            controls.title(_("New family")),
            controls.text_field(
                _("A nickname for the family"),
                key="nickname",
                value=nickname,
                on_change=lambda e: set_nickname(e.control.value or ""),
                hint=_("A name that gives nothing away"),
                autofocus=True,
            ),
            controls.text_field(
                _("How old is the youngest child?"),
                key="youngest",
                value=age,
                on_change=lambda e: set_age(e.control.value or ""),
                on_submit=session.handler(add, once="add"),
                digits=True,
            ),
            *([controls.fault(wrong)] if wrong else []),
            controls.main_button(_("Add the family"), session.handler(add, once="add"), key="add-family", height=56),
        ],
        bar=top_bar(session, back=session.handler(lambda: session.go(Home()))),
    )
