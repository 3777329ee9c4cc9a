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
from app.ui.session.closed_tabs import outlive
from app.ui.session.session import HIDE_KEY, Session
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
        tab = page.session.id
        speaks[tab] = tag
        parted = outlive(page)
        theme.dress(page)
        page.title = "Alongside"
        page.rtl = right_to_left(tag)
        session = Session(demo=demo_pin)
        session._page, session._application = page, application
        session.window = _window(page)

        def resized(_event: object = None) -> None:
            window = _window(page)
            if window != session.window:
                session.window = window

        async def closed(_event: object = None) -> None:
            stay()
            watching.cancel()
            parted()
            speaks.pop(tab, None)
            await session.lock()

        async def left(_event: object = None) -> None:
            parted()
            await session.lock()

        async def came_back(_event: object = None) -> None:
            await session.lock()
            # All of it anew: a tab that comes back is sent what was drawn last, which may not be the lock yet, and
            # never will be where a fault has stopped Flet's drawing (it then draws that page no more).
            page.render(Root, session)

        async def background(event: ft.AppLifecycleStateChangeEvent) -> None:
            if event.state in BACKGROUND:
                await session.lock()

        async def key(event: ft.KeyboardEvent) -> None:
            session.touched()
            await session.lock_if_left()
            if event.key == HIDE_KEY:
                await session.hide()
            elif session.unlocked and session._keys is not None:
                await session._keys(event.key)

        async def moved(event: ft.RouteChangeEvent) -> None:
            with session.minding():
                await went_back(session, event)

        async def watch() -> None:
            while True:
                await asyncio.sleep(LOOK)
                with session.minding():
                    await session.lock_if_left()

        stay = application.sit_down(session.keep_drafts, lambda: session.run_here(session.lock))

        page.on_resize = resized
        page.on_media_change = resized
        page.on_disconnect = left
        page.on_connect = came_back
        page.on_app_lifecycle_state_change = background
        page.on_keyboard_event = key
        page.on_close = closed
        page.on_route_change = moved
        page.render(Root, session)
        watching = page.run_task(watch)

    return show


def main(page: ft.Page) -> None:
    """What `flet build` runs on a application: the folder and the keyring are the system's."""
    folder = data_folder()
    screen_of(application_of(folder))(page)


def application_of(folder: Path) -> Application:
    """Return the tablet of a folder, with every kind of plan, and with the council's own areas that lie there."""
    found = own_sets(folder, taken=[s.slug for s in SETS])
    return Application(folder, keyring_of(folder), kinds(found.sets), told=found.faults)


def _window(page: ft.Page) -> Window:
    keyboard = float(page.media.view_insets.bottom or 0) > 0
    return Window(float(page.width or 1180), float(page.height or 820), keyboard)
