"""Reading together: the story full screen, a page at a time, turned by a swipe, a touch or a key. Nothing else.

The book is the sheet of a copy for nobody in particular: only what everyone may see, the same words in the
same order as on paper. It ends on a blank page, never on a private one (docs/domain/words-and-pictures.md).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeAlias

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from app.document import Document, seen_by
from app.export.sheet import sheet
from app.kit import controls, theme
from app.kit.component import component
from app.language import _
from app.sheet import Panel, Sheet
from app.sheet.book_pages import panels
from app.ui.screens.frame import notice
from app.ui.screens.read_end import EndOfBook
from app.ui.screens.read_page import PageRoom, cover, page
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import ReadTogether
from app.ui.session.session import Session

KEYS = {
    " ": 1,
    "Page Down": 1,
    "Page Up": -1,
    "Arrow Right": 1,
    "Arrow Left": -1,
}
"""How many pages on a key leads. The arrows, as they point: where the book runs from the right, the other way."""

NOTICE = 88
"""Room for the sentence for the room, where there is one."""

SWIPE, FLING = 48, 300
"""A swipe turns the page when it is so long (pixels) or so fast (pixels a second)."""

Book: TypeAlias = tuple[Panel, ...]


class PageTurning:
    """What turns an open book: touches, swipes and keys. A part of the component that makes it.

    last: the number of its end. width: of a page, in pixels. mirrored: the book runs from the right.
    """

    def __init__(self, session: Session, last: int, width: float) -> None:
        self.session, self.last, self.width = session, last, width
        self.mirrored = bool(session.page.rtl)
        self._begun: MutableRef[float] = ft.use_ref(0.0)
        self._focused: MutableRef[bool] = ft.use_ref(False)

    def to(self, number: int) -> None:
        """Open it at a page; nowhere before the title or behind the end."""
        here = self.session.route
        if isinstance(here, ReadTogether) and 0 <= number <= self.last:
            self.session.go(replace(here, page=number))

    def by(self, pages: int) -> None:
        """Turn from where the book is now: two quick touches are two pages."""
        here = self.session.route
        if isinstance(here, ReadTogether):
            self.to(here.page + pages)

    def touched(self, event: ft.TapEvent[ft.GestureDetector]) -> None:
        """In the outer thirds; the middle is for pointing at."""
        where = event.local_position.x / self.width if event.local_position is not None else 0.5
        if not 1 / 3 < where < 2 / 3:
            self.by(1 if (where > 0.5) != self.mirrored else -1)

    def begin(self, event: ft.DragStartEvent[ft.GestureDetector]) -> None:
        """A swipe begins."""
        self._begun.current = event.local_position.x

    def swiped(self, event: ft.DragEndEvent[ft.GestureDetector]) -> None:
        """A swipe ends: it turns the page where it was long or fast enough."""
        speed, way = event.velocity.x, event.local_position.x - (self._begun.current or 0.0)
        moved = speed if abs(speed) > FLING else way if abs(way) > SWIPE else 0.0
        if moved:
            self.by(1 if (moved < 0) != self.mirrored else -1)

    def focus(self, has: bool) -> None:
        """Whether keys press one of the buttons now."""
        self._focused.current = has

    def key(self, name: str) -> None:
        """A key was pressed."""
        by = KEYS.get(name, 0)
        if name == "Home":
            self.to(0)
        elif name == "End":
            self.to(self.last)
        elif by and not (name == " " and self._focused.current):  # It presses the button that has the focus.
            self.by(-by if self.mirrored and name.startswith("Arrow") else by)


@component
def ReadTogetherScreen(session: Session, plan: OpenPlan, route: ReadTogether) -> ft.Control:
    """The book of a plan, at a page. When the plan changes, the book follows, and stays open where it was."""
    book, pages = ft.use_memo(
        lambda: book_of(plan.document, session.application.today), [plan.document, session.application.today]
    )
    before: MutableRef[Book] = ft.use_ref(lambda: pages)
    room = _room(session)
    turning = PageTurning(session, len(pages) + 1, room.width)
    at, last = still_at(route.page, before.current or (), pages), turning.last

    def keep_place() -> None:
        before.current = pages
        if at != route.page:
            turning.to(at)

    def close() -> None:
        session.go(route.back)

    ft.use_effect(keep_place, [pages, at])
    ft.use_effect(lambda: session.on_keys(turning.key), [plan.id, last], lambda: session.on_keys(None))
    shown = (
        cover(session, plan, book, room)
        if at == 0
        else EndOfBook.keyed("end-of-book")(session, plan, route, room, close)
        if at == last
        else page(session, plan, pages[at - 1], room)
    )
    number = controls.quiet(_("{n} of {total}").format(n=at + 1, total=last + 1), size=theme.CONTROL)
    bar = _bar(session, [number] if room.across else [], session.handler(close))
    return ft.Container(
        ft.Column(
            [bar, *notice(session), _open_page(turning, shown, at, room, number)],
            spacing=0,
            expand=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        expand=True,
        bgcolor=theme.GROUND,
    )


def _room(session: Session) -> PageRoom:
    """The room for a page: between the two buttons where the screen is wide, above them where it is tall."""
    window = session.window
    across = window.width > window.height
    edge = _edge(across)
    beside = theme.CHILD_TARGET + edge if across else 0
    below = theme.GAP if across else theme.CHILD_TARGET + 2 * theme.GAP_S
    return PageRoom(
        window.width - 2 * (edge + beside),
        window.height - theme.BAR - below - (NOTICE if session.notice else 0),
        across,
    )


def _edge(across: bool) -> float:
    return theme.GAP_L if across else theme.GAP


def _open_page(turning: PageTurning, shown: ft.Control, at: int, room: PageRoom, number: ft.Control) -> ft.Control:
    """The page that is open, and the two buttons that turn it. number: which page it is, where it stands below."""
    session = turning.session

    def arrow(by: int, name: str, icon: ft.IconData, key: str) -> ft.Control:
        there = 0 <= at + by <= turning.last
        touched = session.handler(lambda: turning.by(by))
        return _round(icon, name, touched, key=key, focus=turning.focus, dim=not there)

    back = arrow(-1, _("The page before"), ft.Icons.CHEVRON_LEFT, "page-before")
    on = arrow(1, _("The next page"), ft.Icons.CHEVRON_RIGHT, "page-after")
    open_page = ft.GestureDetector(
        key="open-page",
        on_tap_up=session.handler(turning.touched),
        on_horizontal_drag_start=turning.begin,
        on_horizontal_drag_end=session.handler(turning.swiped),
        exclude_from_semantics=True,  # A screen reader has the two buttons.
        content=ft.AnimatedSwitcher(
            # Of a size: the page that goes and the one that comes lie over each other.
            ft.Container(shown, key=f"page-{at}", width=room.width, height=room.height, bgcolor=theme.GROUND),
            duration=theme.FADE,
            reverse_duration=theme.FADE,
        ),
    )
    if room.across:
        return ft.Row([back, open_page, on], spacing=_edge(True), alignment=ft.MainAxisAlignment.CENTER)
    return ft.Column(
        [open_page, ft.Row([back, number, on], alignment=ft.MainAxisAlignment.SPACE_BETWEEN, width=room.width)],
        spacing=theme.GAP_S,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )


def book_of(document: Document, day: date) -> tuple[Sheet, Book]:
    """Return a plan's book and its pages after the title: what everyone may see, in the language spoken here."""
    made = sheet(seen_by(document, None), for_name="", made=day)
    return made, tuple(panels(made.parts))


def still_at(number: int, before: Book, now: Book) -> int:
    """Return the number of the page that was open, when the book has changed around it.

    One that has itself changed is found by its number; the title (0) and the end stay what they are.
    """
    if number > len(before):
        return len(now) + 1
    open_page = before[number - 1] if number else None
    if before != now and open_page in now:
        return now.index(open_page) + 1
    return min(number, len(now) + 1)


def _bar(session: Session, number: list[ft.Control], close: controls.Handler) -> ft.Control:
    """A small way out and, where there is room, which page this is; physically at the right is Hide."""
    return ft.Container(
        ft.Row(
            [
                controls.link(_("Close"), close, key="close-book", icon=ft.Icons.CLOSE),
                ft.Container(expand=True),
                *number,
            ]
        ),
        height=theme.BAR,
        padding=ft.Padding.only(left=theme.GAP, right=theme.GAP_S + theme.BAR),
    )


def _round(
    icon: ft.IconData, name: str, touched: controls.Handler, *, key: str, focus: Callable[[bool], None], dim: bool
) -> ft.Control:
    """A large round button at a page's edge. focus(has): whether keys press it now. dim: it leads nowhere here.

    It then stays, and can be touched: from one that is gone Flutter gives the keys to what had them before, and a
    reader who presses the space bar once more at the book's end would close it, or hide.
    """
    size = theme.CHILD_TARGET
    made = ft.IconButton(
        icon,
        on_click=touched,
        on_focus=lambda: focus(True),
        on_blur=lambda: focus(False),
        key=key,
        tooltip=name,
        width=size,
        height=size,
        icon_size=size // 2,
        icon_color=theme.LINE if dim else theme.ACCENT,
        bgcolor=theme.SHEET,
        style=ft.ButtonStyle(
            padding=0,
            shape=ft.CircleBorder(),
            side={
                ft.ControlState.FOCUSED: ft.BorderSide(3, theme.ACCENT),
                ft.ControlState.DEFAULT: ft.BorderSide(1, theme.LINE if dim else theme.EDGE),
            },
        ),
    )
    return ft.MergeSemantics(content=made)  # See parts.icon_button.
