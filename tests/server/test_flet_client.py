"""Flet's client as we serve it: the page, its files, and a line whose tab may go at any moment."""

import asyncio
import inspect
import json
import logging
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import flet as ft
import msgpack
import pytest
from flet.messaging.protocol import Message, MessageAction, SessionCrashedBody
from flet_web import get_package_web_dir, patch_font_manifest_json, patch_index_html, patch_manifest_json
from flet_web.fastapi.flet_app import FletApp

from app.server.flet_client import NAME, TabSocket, client, page
from tests.patience import PATIENCE

ASSETS = Path(__file__).resolve().parents[2] / "assets"
WEB = Path(get_package_web_dir())


def nothing(_page: ft.Page) -> None:
    """Show nothing."""


def ask(path: str, method: str = "GET") -> tuple[int, dict[bytes, bytes], bytes]:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        await asyncio.Event().wait()

    scope = {"type": "http", "method": method, "path": path, "root_path": "", "headers": []}
    asgi = client(nothing, assets=ASSETS, first=b"<script>first</script>", session_seconds=1)
    asyncio.run(asgi(scope, receive, send))
    return sent[0]["status"], dict(sent[0]["headers"]), b"".join(m.get("body", b"") for m in sent[1:])


def test_the_page_is_the_one_that_flet_itself_would_make_but_that_its_manifest_is_fetched_with_the_cookie(
    tmp_path: Path,
) -> None:
    for name in ("index.html", "manifest.json", "FontManifest.json"):
        shutil.copy(WEB / "assets" / name if name.startswith("Font") else WEB / name, tmp_path)
    patch_index_html(
        str(tmp_path / "index.html"),
        base_href="",
        websocket_endpoint_path="/ws",
        app_name=NAME,
        app_description=NAME,
        web_renderer=ft.WebRenderer.CANVAS_KIT,
        no_cdn=True,
    )
    patch_manifest_json(str(tmp_path / "manifest.json"), app_name=NAME, app_description=NAME)
    patch_font_manifest_json(str(tmp_path / "FontManifest.json"))
    flets = (tmp_path / "index.html").read_bytes()
    assert page(WEB) == flets.replace(b'rel="manifest"', b'rel="manifest" crossorigin="use-credentials"')
    assert page(WEB) != flets
    assert ask("/manifest.json")[2] == (tmp_path / "manifest.json").read_bytes()
    assert ask("/assets/FontManifest.json")[2] == (tmp_path / "FontManifest.json").read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/index.html",
        "/page",
        "//index.html",
        "/x/../index.html",
        "/fonts/",
        "/a.html",
        "/docs",
        "/redoc",
        "/oauth_callback",
    ],
)
def test_every_page_is_the_one_page_and_the_notice_is_its_first_script(path: str) -> None:
    status, headers, body = ask(path)
    assert status == 200
    assert headers[b"content-type"].startswith(b"text/html")
    assert headers[b"cross-origin-opener-policy"] == b"same-origin"
    assert headers[b"cross-origin-embedder-policy"] == b"require-corp"
    assert b"etag" not in headers
    assert body.index(b"first") < body.index(b"<base") < body.index(b'flet.webRenderer="canvaskit"')
    assert body.count(b"<script>first") == 1


@pytest.mark.parametrize(
    "path", ["/nothing.js", "/../pyproject.toml", "/%00.js", "/a\0.js", "/x/y.png", "/" + "n" * 5000 + ".js"]
)
def test_what_is_not_there_is_not_there(path: str) -> None:
    assert ask(path)[0] == 404


def test_our_own_files_and_flets_are_there_and_nothing_can_be_written() -> None:
    assert ask("/gone.js")[2] == (ASSETS / "gone.js").read_bytes()
    assert ask("/main.dart.js")[2] == (WEB / "main.dart.js").read_bytes()
    assert ask("/main.dart.js", "PUT")[0] == 405
    assert json.loads(ask("/version.json")[2])


def test_flet_keeps_what_we_replace_under_the_names_that_we_replace() -> None:
    for name in ("_FletApp__receive_loop", "_FletApp__send_loop", "_FletApp__on_message", "send_message", "handle"):
        assert inspect.isfunction(getattr(FletApp, name)), name
    source = inspect.getsource(FletApp)
    for name in ("self.__send_queue", "self.__websocket", "self.__session", "await self.__receive_loop()"):
        assert name in source, name


def told(*messages: Any) -> Any:
    """Carry a line over which a browser says this, then goes. Returns the line and what it was told."""
    sent: list[Any] = []
    saying = iter([{"type": "websocket.connect"}, *messages, {"type": "websocket.disconnect", "code": 1006}])

    async def carry() -> TabSocket:
        line = TabSocket(asyncio.get_running_loop(), None, nothing, None, 1)  # type: ignore[arg-type]

        async def receive() -> Any:
            return next(saying)

        async def send(message: Any) -> None:
            sent.append(message)
            if len(sent) > 1:
                raise OSError("gone")

        scope = {"type": "websocket", "path": "/ws", "headers": [(b"host", b"h")], "client": None, "query_string": b""}
        await asyncio.wait_for(line.carry(scope, receive, send), PATIENCE)
        line.send_message(Message(MessageAction.SESSION_CRASHED, SessionCrashedBody("said to nobody")))
        await asyncio.sleep(0)
        left = asyncio.all_tasks() - {asyncio.current_task()}
        assert not [task for task in left if "send_loop" in repr(task)], "nobody waits for a tab that is gone"
        return line

    return asyncio.run(carry())


def frame(*body: Any) -> dict[str, Any]:
    return {"type": "websocket.receive", "bytes": b"\0" + msgpack.packb(list(body))}


HELLO = frame(1, {"session_id": "", "page_name": "", "page": {"route": "/", "width": 1, "height": 1}})


def quiet(records: Iterable[logging.LogRecord]) -> bool:
    return not [r for r in records if r.levelno > logging.WARNING or r.exc_info or "PLANTED" in r.getMessage()]


@pytest.mark.parametrize("messages", [(), (HELLO,)])
def test_a_tab_that_goes_before_or_after_its_first_word_leaves_nothing_behind(
    messages: tuple[Any, ...], caplog: pytest.LogCaptureFixture
) -> None:
    told(*messages)
    assert not [r for r in caplog.records if r.levelno >= logging.WARNING]


@pytest.mark.parametrize(
    "junk",
    [
        {"type": "websocket.receive", "bytes": b"\0\xc1PLANTED"},
        {"type": "websocket.receive", "bytes": b""},
        {"type": "websocket.receive", "bytes": b"\1PLANTED"},
        {"type": "websocket.receive", "text": "PLANTED"},
        frame(99, {"PLANTED": 1}),
        frame("PLANTED"),
        frame(3, {"target": 1, "name": "PLANTED", "data": None}),
        frame(1, {"PLANTED": 1}),
    ],
)
@pytest.mark.parametrize("first", [(), (HELLO,)])
def test_what_cannot_be_read_cuts_the_line_and_no_word_of_it_is_logged(
    junk: dict[str, Any], first: tuple[Any, ...], caplog: pytest.LogCaptureFixture
) -> None:
    told(*first, junk)
    assert quiet(caplog.records)
