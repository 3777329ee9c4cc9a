"""The screen's way in: one page a session. Joins the tablet, the kinds of plan and the screens."""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path

import flet as ft

from app.areas.files import own_sets
from app.kit import theme
from app.language import follow, right_to_left, set_language
from app.system.data_folder import data_folder
from app.ui.screens.root import Root
from app.ui.session import event_types
from app.ui.session.browser_back import went_back
from app.ui.session.closed_tabs import watch_for_close
from app.ui.session.session import Session
from app.ui.session.window import Window
from app.workspace.application import Application
from app.workspace.practice import keyring_of
from plans.areas import SETS
from plans.catalogue import kinds

LOOK = 5.0
"""Seconds between two looks at whether somebody is still there."""

BACKGROUND = (ft.AppLifecycleState.HIDE, ft.AppLifecycleState.PAUSE, ft.AppLifecycleState.DETACH)
"""Nobody sees the app any more. Merely inactive it may still be seen: a share sheet stands over it."""

ASSETS = Path(__file__).resolve().parents[1] / "assets"


class Tab:
    """One browser tab: what its page tells, led to its session, until it is closed.

    closed: is called when the tab is gone for good. demo_pin: see screen_of.
    """

    def __init__(self, page: ft.Page, application: Application, closed: Callable[[], object], demo_pin: str) -> None:
        self._page, self._closed = page, closed
        self._parted = watch_for_close(page)
        self.session = Session(demo=demo_pin)
        self.session.attach(page, application)
        self.session.window = _window(page)
        self._unregister = application.register(
            self.session.keep_drafts, lambda: self.session.run_here(self.session.lock)
        )

    def show(self) -> None:
        """Follow the page's events, show the lock, and watch whether somebody is still there."""
        page = self._page
        page.on_resize = page.on_media_change = self._resized
        page.on_disconnect = self._left
        page.on_connect = self._came_back
        page.on_app_lifecycle_state_change = self._went_behind
        page.on_keyboard_event = self._pressed
        page.on_close = self._gone
        page.on_route_change = self._moved
        page.render(Root, self.session)
        self._watching = page.run_task(self._watch)

    def _resized(self, _event: object = None) -> None:
        window = _window(self._page)
        if window != self.session.window:
            self.session.window = window

    async def _left(self, _event: object = None) -> None:
        self._parted()
        await self.session.lock()

    async def _came_back(self, _event: object = None) -> None:
        await self.session.lock()
        # All of it anew: a tab that comes back is sent what was drawn last, which may not be the lock yet, and
        # never will be where a fault has stopped Flet's drawing (it then draws that page no more).
        self._page.render(Root, self.session)

    async def _went_behind(self, event: ft.AppLifecycleStateChangeEvent) -> None:
        if event.state in BACKGROUND:
            await self.session.lock()

    async def _gone(self, _event: object = None) -> None:
        self._unregister()
        self._watching.cancel()
        self._parted()
        self._closed()
        await self.session.lock()

    async def _pressed(self, event: ft.KeyboardEvent) -> None:
        await self.session.pressed(event.key)

    async def _moved(self, event: ft.RouteChangeEvent) -> None:
        with self.session.minding():
            await went_back(self.session, event)

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(LOOK)
            with self.session.minding():
                await self.session.lock_if_left()


def screen_of(application: Application, *, language: str = "", demo_pin: str = "") -> Callable[[ft.Page], None]:
    """Return what a new page runs. demo_pin: the PIN to show on the lock, in the demo only."""
    event_types.remember()
    speaks: dict[str, str] = {}

    def spoken() -> str | None:
        try:
            return speaks.get(ft.context.page.session.id)
        except (RuntimeError, LookupError):
            return None

    follow(spoken)

    def show(page: ft.Page) -> None:
        tag = language or os.environ.get("ALONGSIDE_LANGUAGE", "") or "en"
        set_language(tag)
        id = page.session.id
        speaks[id] = tag
        theme.dress(page)
        page.title = "Alongside"
        page.rtl = right_to_left(tag)
        Tab(page, application, lambda: speaks.pop(id, None), demo_pin).show()

    return show


def main(page: ft.Page) -> None:
    """What `flet build` runs on a device: the folder and the keyring are the system's."""
    folder = data_folder()
    screen_of(application_of(folder))(page)


def application_of(folder: Path) -> Application:
    """Return the tablet of a folder, with every kind of plan, and with the council's own areas that lie there."""
    found = own_sets(folder, taken=[s.slug for s in SETS])
    return Application(folder, keyring_of(folder), kinds(found.sets), told=found.faults)


def _window(page: ft.Page) -> Window:
    keyboard = float(page.media.view_insets.bottom or 0) > 0
    return Window(float(page.width or 1180), float(page.height or 820), keyboard)
