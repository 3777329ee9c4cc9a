"""How the notice that the program is gone gets into the page that Flet serves."""

import asyncio
import json
import re
from typing import Any

import pytest

from app.gone import address_words, gone_words, head, with_notice
from app.language import speaking

PAGE = b'<!DOCTYPE html><html>\n\n<head>\n<base href="/"></head><body></body></html>'


async def flet(scope: Any, receive: Any, send: Any) -> None:
    """Stand for Flet: a page in two pieces, and a script."""
    if scope["path"] == "/main.js":
        asked = dict(scope["headers"])
        headers = [(b"content-type", b"text/javascript"), (b"content-length", b"5"), (b"etag", b"1")]
        await send(
            {"type": "http.response.start", "status": 304 if b"if-none-match" in asked else 200, "headers": headers}
        )
        await send({"type": "http.response.body", "body": b"<head>"[:5]})
        return
    assert not {n for n, _v in scope["headers"]} & {b"range", b"if-none-match"}
    headers = [(b"content-type", b"text/html"), (b"content-length", str(len(PAGE)).encode()), (b"etag", b"1")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    if scope["method"] == "HEAD":
        await send({"type": "http.response.body", "body": b""})
        return
    await send({"type": "http.response.body", "body": PAGE[:30], "more_body": True})
    await send({"type": "http.response.body", "body": PAGE[30:]})


def ask(path: str = "/", method: str = "GET") -> tuple[int, dict[bytes, bytes], bytes]:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request"}

    headers = [(b"range", b"bytes=0-3"), (b"if-none-match", b"1"), (b"host", b"here")]
    scope = {"type": "http", "method": method, "path": path, "headers": headers}
    asyncio.run(with_notice(flet, "the key")(scope, receive, send))
    return sent[0]["status"], dict(sent[0]["headers"]), b"".join(m["body"] for m in sent[1:])


@pytest.mark.parametrize("path", ["/", "/index.html", "/anything"])
def test_the_notice_is_the_first_script_of_every_page(path: str) -> None:
    status, headers, body = ask(path)
    assert status == 200
    assert body.index(b"/gone.js") < body.index(b"<base")
    assert body.replace(head("the key"), b"") == PAGE
    assert headers[b"content-length"] == str(len(body)).encode()
    assert b"etag" not in headers


def test_what_is_no_page_is_passed_on_as_it_is() -> None:
    status, headers, body = ask("/main.js")
    assert (status, body, headers[b"etag"]) == (304, b"<head", b"1")


def test_a_page_that_is_only_asked_about_has_no_body() -> None:
    assert ask(method="HEAD")[2] == b""


@pytest.mark.parametrize(("tag", "way"), [("en", "ltr"), ("ar-XB", "rtl")])
def test_the_notice_speaks_the_language_of_the_start(tag: str, way: str) -> None:
    with speaking(tag):
        told = json.loads(re.findall(r"= (\{.*?\});</script>", head("k").decode())[0].replace("\\u003c", "<"))
        assert (told["language"], told["direction"]) == (tag, way)
        assert (tuple(told["gone"]), tuple(told["address"])) == (gone_words(), address_words())
