"""Flet's client as we serve it: the page that starts it, its files, and the line by which it hears and tells.

`flet_web.fastapi.app` would build the same, with three things that we do not want: it writes the page that it has
changed into a folder of its own under the system's temporary ones, where a kill leaves it for good; it answers where
nobody of ours asks (docs, uploads to the disk, sign-in); and it still tells things to a tab that has gone, which ends
in a stack trace with what was told. So the page is made in memory, and the line knows when nobody is there.
"""

import asyncio
import json
import logging
import re
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath
from typing import Any, TypeAlias

import flet as ft
import msgpack
from flet.messaging.protocol import Message as FletMessage
from flet.messaging.protocol import decode_ext_from_msgpack
from flet_web import get_package_web_dir
from flet_web.fastapi import app_manager
from flet_web.fastapi.flet_app import FletApp
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

Main: TypeAlias = Callable[[ft.Page], Any]

NAME = "Alongside"

_CONFIG = (
    "flet.pyodide = false;",
    'flet.canvasKitBaseUrl="/canvaskit/";',
    'flet.fontFallbackBaseUrl="assets/fonts/";',
    "flet.noCdn=true;",
    # Left to itself, Flutter takes skwasm in Chrome: its memory goes bad while text is laid out again and again,
    # and the page then spins for ever with the family's words on it (flutter/flutter#184858, #190039).
    'flet.webRenderer="canvaskit";',
    'flet.routeUrlStrategy="path";',
    'flet.entrypointBaseUrl="/";',
    'flet.assetBase="/";',
    'flet.webSocketEndpoint="/ws";',
)
"""What the page tells Flet's client: all comes from here, nothing from the internet."""

_APART = {b"cross-origin-opener-policy": b"same-origin", b"cross-origin-embedder-policy": b"require-corp"}
"""What Flutter's painter wants of every answer, to share memory with nobody else's pages."""

_log = logging.getLogger(__name__)


def client(app_main: Main, *, assets: Path, first: bytes = b"", session_seconds: int) -> ASGIApp:
    """Return Flet's client as an ASGI app: its page, its files, and the line at /ws. Nothing is written to the disk.

    app_main: run for each new tab. assets: our own files; they come before Flet's of the same name. first: put first
    into the page's head. session_seconds: how long a tab that has gone may come back to its own session.
    """
    web = Path(get_package_web_dir())
    made = {
        ".": ("text/html; charset=utf-8", page(web, first)),
        "manifest.json": ("application/json", _manifest(web)),
        "assets/FontManifest.json": ("application/json", _fonts(web)),
    }
    made["index.html"] = made["."]
    files = StaticFiles(directory=assets)
    files.all_directories.append(web)

    async def answer(scope: Scope) -> Response:
        path = PurePath(files.get_path(scope)).as_posix()
        try:
            if path not in made:
                return await files.get_response(path, scope)
        except (HTTPException, ValueError) as fault:  # ValueError: a path that no system takes.
            if not isinstance(fault, HTTPException) or not _may_be_page(path):
                return Response(status_code=getattr(fault, "status_code", 404))
            path = "."  # Flet's client itself finds its way from there.
        kind, body = made[path]
        return Response(body, media_type=kind)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await _live(receive, send)
        elif scope["type"] == "websocket":
            line = TabSocket(
                loop=asyncio.get_running_loop(),
                executor=app_manager.executor,
                main=app_main,
                before_main=None,
                session_timeout_seconds=session_seconds,
            )
            await line.carry(scope, receive, send)
        else:
            response = await answer(scope)
            response.headers.update({name.decode(): value.decode() for name, value in _APART.items()})
            await response(scope, receive, send)

    return app


def page(web: Path, first: bytes = b"") -> bytes:
    """Return the page that starts Flet's client, as Flet itself would make it of its file. first: begins its head."""
    told = "<script>\n{}\n</script>".format("\n".join(_CONFIG))
    index = (web / "index.html").read_text("utf-8").replace("<!-- fletAppConfig -->", told)
    index = re.sub(r"<title>.+</title>", f"<title>{NAME}</title>", index)
    for name in ("apple-mobile-web-app-title", "description"):
        index = re.sub(rf'<meta name="{name}" content=".+">', f'<meta name="{name}" content="{NAME}">', index)
    # A browser fetches this file without its cookie, by which alone it is let in, where it is not told otherwise.
    index = index.replace('<link rel="manifest"', '<link rel="manifest" crossorigin="use-credentials"')
    return index.encode().replace(b"<head>", b"<head>" + first, 1)


class TabSocket(FletApp):  # type: ignore[misc]  # Flet's server has no types.
    """The web socket of one tab. What is told to a tab that has gone is told to nobody, and is no fault.

    Flet keeps what is overridden here under names of its own; tests/server/test_flet_client.py holds it to them.
    """

    async def carry(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Carry what is said both ways, until the tab goes."""

        async def sending(message: Message) -> None:
            # Flet's send loop ends with such a fault, and what comes after it is left out: the session is never
            # told that its tab has gone, so it neither locks nor can be taken up again by a reload.
            try:
                await send(message)
            except OSError as fault:
                _log.info("something was still sent to a tab that is gone: %s", type(fault).__name__)

        try:
            await self.handle(WebSocket(scope, receive, sending))
        except _NobodySpoke:
            _log.info("a tab went before it had said anything")

    def send_message(self, message: FletMessage) -> None:
        """Tell the tab something, where it is there."""
        if self._kept("send_queue") is not None:
            super().send_message(message)

    async def _FletApp__receive_loop(self) -> None:
        socket, queue = self._kept("websocket"), self._kept("send_queue")
        try:
            while True:
                data = await socket.receive_bytes()
                if data[:1] == b"\0":  # Else it is for one of Flet's data channels, of which we have none.
                    told = msgpack.unpackb(data[1:], ext_hook=decode_ext_from_msgpack)
                    await self._FletApp__on_message(told)
        except WebSocketDisconnect:
            pass
        except Exception as fault:  # noqa: BLE001 - whatever it is: the line ends, and the log is told no words
            _log.warning("a line was cut at something that could not be read: %s", type(fault).__name__)
        queue.put_nowait(None)  # The send loop ends.
        if self._kept("session") is None:
            raise _NobodySpoke

    def _kept(self, name: str) -> Any:
        return vars(self)[f"_FletApp__{name}"]


class _NobodySpoke(Exception):
    """A line ended before Flet's client had said who it is: there is no session that could be told."""


async def _live(receive: Receive, send: Send) -> None:
    """Let Flet's sessions live, and end, with the server."""
    await receive()
    await app_manager.start()
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await app_manager.shutdown()
    await send({"type": "lifespan.shutdown.complete"})


def _manifest(web: Path) -> bytes:
    told: Mapping[str, Any] = json.loads((web / "manifest.json").read_text("utf-8"))
    return json.dumps({**told, "name": NAME, "short_name": NAME, "description": NAME}, indent=2).encode()


def _fonts(web: Path) -> bytes:
    told = json.loads((web / "assets" / "FontManifest.json").read_text("utf-8"))
    return json.dumps([*told, {"family": "Roboto", "fonts": [{"asset": "fonts/roboto.woff2"}]}], indent=2).encode()


def _may_be_page(path: str) -> bool:
    last = path.rpartition("/")[2]
    return "." not in last or last.endswith(".html")
