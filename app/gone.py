"""The notice that a served page shows when the program is gone: its words, and how it gets into Flet's page.

The page itself is assets/gone.js. It must be there before the program is gone, and before Flet's client opens its
line, so it is the first script of the page.
"""

import json
from collections.abc import Sequence

from app.guard import Asgi, Message, Receive, Scope, Send
from app.language import _, current, direction

FONTS = {"ar": "NotoNaskhArabic", "bn": "NotoSansBengali", "pa": "NotoSansGurmukhi"}
"""The typeface of the notice, where Andika has not the letters of a language."""


def gone_words() -> tuple[str, ...]:
    """Return what the page says while nobody answers: what happened, what is safe, what to do now."""
    return (
        _("Alongside has stopped"),
        _("Everything that said Saved is kept."),
        _("Please start Alongside again."),
        _("This page then comes back by itself."),
    )


def address_words() -> tuple[str, ...]:
    """Return what the page says when the program is there again and does not know this browser any more."""
    return (
        _("Alongside is running again"),
        _("Everything that said Saved is kept."),
        _("Please open the address that Alongside shows in its own window."),
    )


def head(key: str) -> bytes:
    """Return what stands first in the page: what the notice needs to know, and its script."""
    font = FONTS.get(current().partition("-")[0], "Andika")
    told = {
        "key": key,
        "language": current(),
        "direction": direction(),
        "font": f"/fonts/{font}-Regular.ttf",
        "gone": gone_words(),
        "address": address_words(),
    }
    # In a script, "</" would end it.
    safe = json.dumps(told).replace("<", "\\u003c")
    return f'<script>window.alongsideGone = {safe};</script><script src="/gone.js"></script>'.encode()


def with_notice(asgi: Asgi, key: str) -> Asgi:
    """Return asgi, whose page has the notice. The words are those of the language that is spoken now."""
    first = head(key)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await asgi(scope, receive, send)
            return
        # A page as a whole, each time: half of one, or "the one you have", would have no notice.
        asked = [(n, v) for n, v in scope["headers"] if n.lower() not in _PARTLY]
        start: Message = {}
        page: list[bytes] = []

        async def sending(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and _is_page(message["headers"]):
                start = message
            elif start and message["type"] == "http.response.body":
                page.append(message.get("body", b""))
                if not message.get("more_body"):
                    whole = b"".join(page)
                    if scope["method"] != "HEAD":
                        whole = whole.replace(b"<head>", b"<head>" + first, 1)
                    headers = [(n, v) for n, v in start["headers"] if n.lower() not in _OF_THE_OLD]
                    await send({**start, "headers": [*headers, (b"content-length", str(len(whole)).encode())]})
                    await send({"type": "http.response.body", "body": whole})
            else:
                await send(message)

        await asgi({**scope, "headers": asked} if _may_be_page(scope["path"]) else scope, receive, sending)

    return app


_PARTLY = frozenset({b"range", b"if-range", b"if-none-match", b"if-modified-since"})
_OF_THE_OLD = frozenset({b"content-length", b"etag", b"last-modified", b"accept-ranges"})


def _may_be_page(path: str) -> bool:
    last = path.rpartition("/")[2]
    return "." not in last or last.endswith(".html")


def _is_page(headers: Sequence[tuple[bytes, bytes]]) -> bool:
    return any(n.lower() == b"content-type" and v.startswith(b"text/html") for n, v in headers)
