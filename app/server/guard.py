"""Who may come in at the served door: this machine, by its names, from our own pages, with the token.

Flet's own server checks neither Host nor Origin and answers everybody (docs/platform/flet.md), so each
request passes this layer first. Everything refused is refused without data. Plain ASGI, so that it
holds for pages and web sockets alike; no I/O of its own.
"""

import html
import ipaddress
import json
import secrets
from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping
from typing import Any, TypeAlias
from urllib.parse import parse_qs

from app.language import _, current
from app.server.known_browsers import KnownBrowsers

Scope: TypeAlias = MutableMapping[str, Any]
Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
Asgi: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]


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
    asgi: Asgi,
    *,
    host: str,
    port: int,
    token: str,
    on_another: Callable[[str], None] | None = None,
    before: KnownBrowsers | None = None,
    on_secret: Callable[[str], None] | None = None,
) -> Asgi:
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
        if not _is_from_here(scope, names):
            await _refuse(scope, receive, send)
        elif scope["type"] == "http" and scope["method"] == "GET" and scope["path"] == ALIVE:
            challenge = _query(scope).get("c", "")[:LONGEST_CHALLENGE]
            known = tokens.knows(_cookie(scope, cookie))
            await _answer(_with_headers(send, policy), {"proof": before.proof(challenge), "in": known})
        elif tokens.knows(_cookie(scope, cookie)):
            # Whoever is in already uses the address up as well: it would let somebody else in for as long as we run.
            tokens.spend(_query(scope).get("t", ""))
            if scope["type"] == "http" and scope["method"] not in ("GET", "HEAD") and not _is_incoming(scope):
                await _refuse(scope, receive, send, status=405)
            elif scope["type"] == "http" and "t" in _query(scope):
                await _redirect(send)
            else:
                await asgi(scope, receive, _with_headers(send, policy))
        elif scope["type"] == "http" and scope["method"] == "GET" and tokens.spend(_query(scope).get("t", "")):
            await _redirect(send, f"{cookie}={tokens.cookie}; Path=/; HttpOnly; SameSite=Strict")
        else:
            if tokens.was_spent(_query(scope).get("t", "")) and on_another is not None:
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

INCOMING = "/incoming/"
"""Under which a page of ours may send a photo, by PUT, to an address that it was told (app/server/uploads.py)."""


def _headers(scope: Scope, name: str) -> list[str]:
    return [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name.encode()]


def _is_from_here(scope: Scope, names: tuple[str, ...]) -> bool:
    client = scope.get("client")
    try:
        near = client is not None and ipaddress.ip_address(client[0]).is_loopback
    except ValueError:
        near = False
    hosts = _headers(scope, "host")
    if not near or len(hosts) != 1 or hosts[0].lower() not in names:
        return False
    origins = _headers(scope, "origin")
    if scope["type"] == "websocket" and scope["path"] != "/ws":
        return False
    if origins:
        return origins == [f"http://{hosts[0].lower()}"]
    if scope["type"] == "websocket":
        return False
    # Pages of other ports on this machine count as the same site, so the cookie alone does not keep
    # them from asking without an Origin; the browser says so itself. A link that was clicked is fine.
    site, mode = _headers(scope, "sec-fetch-site"), _headers(scope, "sec-fetch-mode")
    return all(s in ("same-origin", "none") for s in site) or mode == ["navigate"]


def _is_incoming(scope: Scope) -> bool:
    # A browser says of every PUT from which page it comes; that it is one of ours, _is_from_here has seen.
    return scope["method"] == "PUT" and scope["path"].startswith(INCOMING) and bool(_headers(scope, "origin"))


def _same(given: str, secret: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "surrogateescape"), secret.encode())


def _cookie(scope: Scope, name: str) -> str:
    # Not http.cookies: it gives up at the first cookie of another program that it does not like.
    pairs = (pair.partition("=") for pair in "; ".join(_headers(scope, "cookie")).split(";"))
    return next((value.strip() for key, _is, value in pairs if key.strip() == name), "")


def _query(scope: Scope) -> dict[str, str]:
    raw = bytes(scope.get("query_string", b"")).decode("latin-1")
    return {name: values[-1] for name, values in parse_qs(raw).items()}


def _with_headers(send: Send, policy: str) -> Send:
    ours = [
        (b"content-security-policy", policy.encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"x-frame-options", b"DENY"),
        (b"referrer-policy", b"no-referrer"),
        (b"cross-origin-resource-policy", b"same-origin"),
    ]
    replaced = {name for name, _value in ours} | {b"access-control-allow-origin", b"cache-control"}

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [(n, v) for n, v in message["headers"] if n.lower() not in replaced]
            kind = {n.lower(): v for n, v in headers}.get(b"content-type", b"")
            # Assets may be kept, but are asked for again at each start: an update keeps their names.
            keep = b"no-store" if kind.startswith((b"text/html", b"application/json")) else b"no-cache"
            message = {**message, "headers": [*headers, *ours, (b"cache-control", keep)]}
        await send(message)

    return sending


async def _answer(send: Send, told: Mapping[str, object]) -> None:
    body = json.dumps(told).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _redirect(send: Send, cookie: str | None = None) -> None:
    headers = [
        (b"location", b"/"),
        (b"cache-control", b"no-store"),
        (b"referrer-policy", b"no-referrer"),
        (b"content-length", b"0"),
    ]
    if cookie is not None:
        headers.append((b"set-cookie", cookie.encode()))
    await send({"type": "http.response.start", "status": 303, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


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
    ).encode()
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (
            b"content-security-policy",
            b"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
        ),
        (b"x-content-type-options", b"nosniff"),
        (b"x-frame-options", b"DENY"),
        (b"referrer-policy", b"no-referrer"),
        (b"cache-control", b"no-store"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
