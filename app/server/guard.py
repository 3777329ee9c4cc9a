"""Who may come in at the served door: this machine, by its names, from our own pages, with the token.

Flet's own server checks neither Host nor Origin and answers everybody (docs/platform/flet.md), so each
request passes this layer first. Everything refused is refused without data. A layer of ASGI with
Starlette's requests and answers, and none of its middleware: the checks hold for pages and web
sockets alike, and are stricter (docs/decisions/0018-served-door.md). No I/O of its own.
"""

import html
import ipaddress
import secrets
from collections.abc import Callable, Iterable

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.language import _, current
from app.server.known_browsers import KnownBrowsers
from app.server.uploads import INCOMING


class Tokens:
    """The secret in the printed address, good for one browser, and the secret that this browser keeps.

    An address is seen by more eyes than a cookie: it stands in the list of processes while a browser
    is started with it, and in a history. So whoever comes first is let in, and a second browser needs
    the next address, which only the window of the program shows.
    """

    def __init__(self, token: str, before: KnownBrowsers) -> None:
        self._token = token
        self._before = before
        self._spent: list[str] = []
        self.cookie = secrets.token_urlsafe(32)

    def knows(self, given: str) -> bool:
        """Whether this is the secret of a browser that was let in, now or before a restart."""
        return _same(given, self.cookie) or self._before.knows(given)

    def spend(self, given: str) -> bool:
        """Whether this is the token of the printed address; if so it is used up, and none is left."""
        if not (self._token and _same(given, self._token)):
            return False
        self._spent.append(self._token)
        self._token = ""
        return True

    def was_spent(self, given: str) -> bool:
        """Whether this token was good once."""
        return any(_same(given, spent) for spent in self._spent)

    def renew(self) -> str:
        """Return a new token, good once; the one before it (if nobody came with it) is good no more."""
        self._token = secrets.token_urlsafe(32)
        return self._token


def guarded(
    asgi: ASGIApp,
    *,
    host: str,
    port: int,
    token: str,
    on_another: Callable[[str], None] | None = None,
    before: KnownBrowsers | None = None,
    on_secret: Callable[[str], None] | None = None,
) -> ASGIApp:
    """Return an ASGI app that answers only the person at this machine, and refuses all others with 403.

    host, port: where the server listens; "localhost" is taken for the same. token: goes into the
    address once (`address`), and is good for one browser. on_another: called with a fresh address when
    a second browser comes with a used one, to be shown where only the person at the machine reads it.
    before: whoever was let in before a restart; and the key by which a page knows this program again, for it asks
    at ALIVE without its secret. on_secret: called with the secret that browsers are given from now on.
    """
    names = (f"{host}:{port}", f"localhost:{port}")
    cookie = f"alongside-{port}"  # Cookies do not know ports: two programs on one machine would share one.
    before = before or KnownBrowsers()
    tokens = Tokens(token, before)
    if on_secret is not None:
        on_secret(tokens.cookie)
    policy = content_policy(names)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await asgi(scope, receive, send)
            return
        asked = HTTPConnection(scope)
        if not _is_from_here(asked, names):
            await _refuse(scope, receive, send)
            return
        given = asked.query_params.get("t", "")
        method = scope["method"] if scope["type"] == "http" else ""
        if method == "GET" and scope["path"] == ALIVE:
            challenge = asked.query_params.get("c", "")[:LONGEST_CHALLENGE]
            told = {"proof": before.proof(challenge), "in": tokens.knows(_cookie(asked, cookie))}
            await JSONResponse(told)(scope, receive, _with_headers(send, policy))
        elif tokens.knows(_cookie(asked, cookie)):
            # Whoever is in already uses the address up as well: it would let somebody else in for as long as we run.
            tokens.spend(given)
            if method not in ("", "GET", "HEAD") and not _is_incoming(asked):
                await _refuse(scope, receive, send, status=405)
            elif method and given:
                await _home()(scope, receive, send)
            else:
                await asgi(scope, receive, _with_headers(send, policy))
        elif method == "GET" and tokens.spend(given):
            await _home(f"{cookie}={tokens.cookie}; Path=/; HttpOnly; SameSite=Strict")(scope, receive, send)
        else:
            if tokens.was_spent(given) and on_another is not None:
                on_another(address(port, tokens.renew(), host))
            await _refuse(scope, receive, send)

    return app


def content_policy(names: Iterable[str]) -> str:
    """Return the Content-Security-Policy under which Flet's client was run (docs/platform/flet.md).

    names: the host:port pairs under which the server is reached.
    """
    sockets = " ".join(f"ws://{name}" for name in names)
    return (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:; "
        "worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        f"font-src 'self' data:; connect-src 'self' {sockets}; "
        "object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'"
    )


def address(port: int, token: str, host: str) -> str:
    """Return the address to open; it is good for one browser."""
    return f"http://{host}:{port}/?t={token}"


ALIVE = "/alive"
"""Where a page asks whether the program is there, with a challenge (c). The answer tells nobody anything else."""

LONGEST_CHALLENGE = 64


def _is_from_here(asked: HTTPConnection, names: tuple[str, ...]) -> bool:
    try:
        near = asked.client is not None and ipaddress.ip_address(asked.client.host).is_loopback
    except ValueError:
        near = False
    hosts = asked.headers.getlist("host")
    if not near or len(hosts) != 1 or hosts[0].lower() not in names:
        return False
    origins = asked.headers.getlist("origin")
    socket = asked["type"] == "websocket"
    if socket and asked["path"] != "/ws":
        return False
    if origins:
        return origins == [f"http://{hosts[0].lower()}"]
    if socket:
        return False
    # Pages of other ports on this machine count as the same site, so the cookie alone does not keep
    # them from asking without an Origin; the browser says so itself. A link that was clicked is fine.
    site, mode = asked.headers.getlist("sec-fetch-site"), asked.headers.getlist("sec-fetch-mode")
    return all(s in ("same-origin", "none") for s in site) or mode == ["navigate"]


def _is_incoming(asked: HTTPConnection) -> bool:
    # A browser says of every PUT from which page it comes; that it is one of ours, _is_from_here has seen.
    return asked["method"] == "PUT" and asked["path"].startswith(INCOMING) and "origin" in asked.headers


def _same(given: str, secret: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "surrogateescape"), secret.encode())


def _cookie(asked: HTTPConnection, name: str) -> str:
    # Not asked.cookies: it reads a quoted value by http.cookies, which before Python 3.11.10 takes 12 seconds for one
    # of 64 KB (CVE-2024-7592). Nor http.cookies: it gives up at the first cookie of another program.
    pairs = (pair.partition("=") for pair in "; ".join(asked.headers.getlist("cookie")).split(";"))
    return next((value.strip() for key, _is, value in pairs if key.strip() == name), "")


def _with_headers(send: Send, policy: str) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=list(message["headers"]))
            headers.update({"content-security-policy": policy, **_PLAIN, "cross-origin-resource-policy": "same-origin"})
            del headers["access-control-allow-origin"]
            # Assets may be kept, but are asked for again at each start: an update keeps their names.
            told = headers.get("content-type", "").startswith(("text/html", "application/json"))
            headers["cache-control"] = "no-store" if told else "no-cache"
            message = {**message, "headers": headers.raw}
        await send(message)

    return sending


_PLAIN = {"x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "no-referrer"}
"""What every page says besides its policy."""


def _home(cookie: str = "") -> Response:
    """Return the answer that leads to the page without the secret in its address. cookie: what the browser keeps."""
    headers = {"location": "/", "cache-control": "no-store", "referrer-policy": "no-referrer"}
    return Response(status_code=303, headers={**headers, "set-cookie": cookie} if cookie else headers)


def _closed_words() -> tuple[str, ...]:
    return (
        _("This door is closed"),
        _("Nothing is lost."),
        _("Please open the address that the program printed when you started it."),
        _("If you used that address before, look there again: it now shows a new one."),
    )


async def _refuse(scope: Scope, receive: Receive, send: Send, *, status: int = 403) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
        return
    title, *lines = (html.escape(word) for word in _closed_words())
    body = (
        f'<!DOCTYPE html><html lang="{html.escape(current())}"><meta charset="utf-8"><title>{title}</title>'
        "<style>body{font:20px/1.5 sans-serif;max-width:34em;margin:4em auto;padding:0 1em;"
        "background:#F6F1E7;color:#23302F}</style>"
        f"<h1>{title}</h1>{''.join(f'<p>{line}</p>' for line in lines)}</html>"
    )
    policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    headers = {"content-security-policy": policy, **_PLAIN, "cache-control": "no-store"}
    await HTMLResponse(body, status, headers)(scope, receive, send)
