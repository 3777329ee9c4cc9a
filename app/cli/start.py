"""`alongside start`: the app served on this machine, or in a window of its own."""

import asyncio
import contextlib
import importlib.util
import sys
from pathlib import Path

import flet as ft

from app.cli.plans_folder import Refused
from app.language import _
from app.main import ASSETS, application_of, screen_of
from app.workspace.practice import practice


def start(folder: Path, *, port: int | None, browser: bool, window: bool, language: str) -> None:
    """Serve until Ctrl-C; then everything is saved, and the keys are dropped. Raises Refused, Unreadable."""
    if window and importlib.util.find_spec("flet_desktop") is None:
        # Flet would fetch it by itself, from wherever this machine gets its programs.
        raise Refused(_("A window of its own needs the part flet-desktop, which is not here. Leave --window out."))
    practised = practice(folder)
    application = application_of(folder)
    screen = screen_of(application, language=language, demo_pin=practised.pin if practised else "")
    try:
        if window:
            ft.run(screen, assets_dir=str(ASSETS))
        else:
            from app.server.serve import NoFreePort, serve  # The server is an extra: a tablet's build has none.

            try:
                serve(
                    screen,
                    port=port,
                    assets=ASSETS,
                    open_browser=browser,
                    on_ready=_say,
                    on_another=_say_another,
                    folder=folder,
                    uploads=application.uploads,
                )
            except NoFreePort:
                told = _("That port is taken, and so are the next ones. Name another with --port; 0 takes any.")
                raise Refused(told) from None
    finally:
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(application.close())


def _say(address: str) -> None:
    _tell(_("Alongside is ready. Open this address in a browser on this machine:"), address)


def _say_another(address: str) -> None:
    _tell(_("A fresh address, for another browser on this machine:"), address)


def _tell(sentence: str, address: str) -> None:
    sys.stdout.write(f"{sentence}\n{address}\n")
    sys.stdout.flush()
