"""The served door: one address on this machine, behind the guard. The only module that knows uvicorn."""

import logging
import os
import secrets
import signal
import socket
import sys
import webbrowser
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType

import uvicorn
from flet.messaging import protocol
from starlette.types import ASGIApp, Receive, Scope, Send

from app.server.flet_client import Main, client
from app.server.guard import address, guarded
from app.server.known_browsers import KnownBrowsers, known_browsers, remember
from app.server.offline_notice import head
from app.server.uploads import INCOMING, Uploads

__all__ = ["HOST", "PORT", "address", "guarded", "has_display", "listen", "serve"]

HOST = "127.0.0.1"
PORT = 8550
PORTS_TRIED = 50

SESSION_SECONDS = 60
"""How long Flet keeps the session of a tab that is gone. A reload takes seconds; Flet's own hour would
let "reopen closed tab" find a plan still unlocked."""

GOODBYE_SECONDS = 5
"""How long open requests may take once the program is asked to stop: a busy browser took over two to let go."""


class NoFreePort(OSError):
    """Nothing can be served: another program has the port, and the next fifty."""


_log = logging.getLogger(__name__)


def serve(
    app_main: Main,
    *,
    port: int | None,
    assets: Path,
    open_browser: bool,
    on_ready: Callable[[str], None] | None = None,
    on_another: Callable[[str], None] | None = None,
    on_stop: Callable[[], Awaitable[None]] | None = None,
    folder: Path | None = None,
    uploads: Uploads | None = None,
) -> None:
    """Serve the app on this machine until Ctrl-C or SIGTERM; returns when all connections are closed.

    port: the first to try (8550 where None; 0: any); the next free one is taken. on_ready: called with
    the address once the door is open. on_another: called with a fresh address when the first one has
    been used and a second browser asks (`guarded`). on_stop: awaited, on the app's own loop, before the
    connections are closed. folder: where the door is remembered over a restart (known_browsers.py). uploads: photos
    that browsers send are expected there. Raises NoFreePort.
    """
    # Flet's server makes a text of every message for a log that nobody keeps: the whole screen, and with it
    # the whole plan. That took three seconds a touch, and words of a family have no place in such a text.
    protocol.Message.__repr__ = _in_short  # type: ignore[method-assign]
    listener = listen(PORT if port is None else port)
    port = listener.getsockname()[1]
    token = secrets.token_urlsafe(32)
    before = KnownBrowsers() if folder is None else known_browsers(folder)
    flet_app = client(app_main, assets=assets.resolve(), first=head(before.key), session_seconds=SESSION_SECONDS)

    def remember_browser(secret: str) -> None:
        if folder is not None:
            remember(folder, before.and_browser(secret))

    app = guarded(
        _with_our_fonts(_with_incoming(flet_app, uploads or Uploads()), assets / "fonts"),
        host=HOST,
        port=port,
        token=token,
        on_another=on_another,
        before=before,
        on_secret=remember_browser,
    )
    link = address(port, token, HOST)

    def ready() -> None:
        if on_ready is not None:
            on_ready(link)
        if open_browser and has_display():
            webbrowser.open(link)

    # uvicorn stops in order and then repeats the signal, for whoever called it: that is us, and the
    # stop was asked for, so it ends here instead of in a stack trace.
    signal.signal(signal.SIGTERM, _stop)
    with listener, suppress(KeyboardInterrupt):
        _Server(_config(app), ready, on_stop).run(sockets=[listener])


def _config(app: ASGIApp) -> uvicorn.Config:
    """Return how uvicorn serves the app."""
    return uvicorn.Config(
        app,
        ws="websockets-sansio",
        # Tiles are PNG: nothing is gained by packing them a second time, for a socket of this machine.
        ws_per_message_deflate=False,
        log_config=None,
        access_log=False,
        server_header=False,
        # Otherwise a header that anybody can write says where a client is.
        proxy_headers=False,
        timeout_graceful_shutdown=GOODBYE_SECONDS,
    )


def listen(port: int) -> socket.socket:
    """Return a socket that listens on this machine only: at port, or at the next that is free (0: any).

    Raises NoFreePort when none of the next fifty is free.
    """
    for candidate in range(port, min(port + PORTS_TRIED, 65_536)):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if sys.platform == "win32":
            # There "reuse" would let another program take the port over while we listen.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, candidate))
            listener.listen(128)
        except OSError as fault:
            listener.close()
            _log.info("port %d is taken: %s", candidate, fault.strerror)
            continue
        return listener
    raise NoFreePort(f"no free port from {port} on")


def has_display() -> bool:
    """Whether there is a screen that a browser could open on."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


_STANDS_FOR = {"notocoloremoji": "NotoEmoji", "notosansarabic": "NotoNaskhArabic", "notosans": "NotoSansDevanagari"}
"""Ours that have another name than those that Flutter asks for; the others are found by theirs. Its Noto Sans has Hindi
too, which ours, that a page has from the start, has not.
"""
_NOTHING = "NotoSansLisu"
"""Our smallest. Flutter takes any answer for the last word; where there is none it asks again with every text."""


def our_font(asked: str, fonts: Path) -> str:
    """Return the name of our file for one that Flutter asks for, by its family's name ("notosansgujarati").

    What a page has from the start is in theme.FONTS. A script that few write is asked for by its first letter on the
    screen, all of it in one file. Chinese, Japanese and Korean come in a hundred slices each, by letters that no name
    tells: ours is there from the start, and a slice that is asked for before has nothing.
    """
    ours = {path.stem.removesuffix("-Regular").lower(): path.name for path in fonts.glob("*-Regular.ttf")}
    return ours.get(_STANDS_FOR.get(asked, asked).lower(), f"{_NOTHING}-Regular.ttf")


def _with_our_fonts(asgi: ASGIApp, fonts: Path) -> ASGIApp:
    """Return asgi, in which Flutter's fallback fonts (/assets/fonts/<family>/<version>/….woff2) are ours."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].endswith(".woff2"):
            family = scope["path"].removeprefix("/assets/fonts/").partition("/")[0]
            path = f"/fonts/{our_font(family, fonts)}"
            scope = {**scope, "path": path, "raw_path": path.encode()}
        await asgi(scope, receive, send)

    return app


def _with_incoming(asgi: ASGIApp, uploads: Uploads) -> ASGIApp:
    """Return asgi, beside which photos come in."""
    uploads.served = True

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "PUT" and scope["path"].startswith(INCOMING):
            await uploads.receive(scope, receive, send)
        else:
            await asgi(scope, receive, send)

    return app


class _Server(uvicorn.Server):
    def __init__(
        self,
        config: uvicorn.Config,
        ready: Callable[[], None],
        on_stop: Callable[[], Awaitable[None]] | None,
    ) -> None:
        super().__init__(config)
        self._ready = ready
        self._on_stop = on_stop

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        if self._on_stop is not None:
            await self._on_stop()
        await super().shutdown(sockets)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


def _in_short(message: object) -> str:
    return type(message).__name__


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
