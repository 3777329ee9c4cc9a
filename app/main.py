"""The screen's way in: one page a session. Joins the tablet, the kinds of plan and the screens."""

import os
from collections.abc import Callable
from pathlib import Path

import flet as ft

from app.folders import data_folder
from app.language import follow, right_to_left, set_language
from app.practice import keyring_of
from app.tablet import Tablet
from app.ui.kit import theme
from app.ui.screens.root import Root
from app.ui.session import Session, Window
from plans.catalogue import KINDS

ASSETS = Path(__file__).resolve().parents[1] / "assets"


def screen_of(tablet: Tablet, *, language: str = "", demo_pin: str = "") -> Callable[[ft.Page], None]:
    """Return what a new page runs. demo_pin: the PIN to show on the lock, in the demo only."""
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
        speaks[page.session.id] = tag
        theme.dress(page)
        page.title = "Alongside"
        page.rtl = right_to_left(tag)
        session = Session(demo=demo_pin)
        session._page, session._tablet = page, tablet
        session.window = _window(page)

        def resized(_event: object = None) -> None:
            window = _window(page)
            if window != session.window:
                session.window = window

        async def closed(_event: object = None) -> None:
            stay()
            speaks.pop(page.session.id, None)
            await session.lock()

        def left(_event: object = None) -> None:
            session.keep_drafts()

        stay = tablet.at_close(session.keep_drafts)

        page.on_resize = resized
        page.on_media_change = resized
        page.on_disconnect = left
        page.on_connect = lambda _event: session.catch_up()
        page.on_close = closed
        page.render(Root, session)

    return show


def main(page: ft.Page) -> None:
    """What `flet build` runs on a tablet: the folder and the keyring are the system's."""
    folder = data_folder()
    screen_of(Tablet(folder, keyring_of(folder), KINDS))(page)


def _window(page: ft.Page) -> Window:
    keyboard = float(page.media.view_insets.bottom or 0) > 0
    return Window(float(page.width or 1180), float(page.height or 820), keyboard)
