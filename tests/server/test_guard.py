"""The guard, by a client that lies."""

import asyncio
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.server.guard import LONGEST_CHALLENGE, guarded
from app.server.known_browsers import KnownBrowsers

TOKEN = "the-printed-token"
HOST = b"127.0.0.1:8550"
Headers = list[tuple[bytes, bytes]]


async def plan(scope: Any, receive: Any, send: Any) -> None:
    """Stand for Flet: answer everybody, with data."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    kind = b"text/html" if scope["path"] == "/" else b"text/javascript"
    headers = [(b"content-type", kind), (b"access-control-allow-origin", b"*")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"a secret plan"})


class Door:
    """A guard with its app, and what was sent."""

    def __init__(self, before: KnownBrowsers | None = None) -> None:
        self.fresh: list[str] = []
        self.secrets: list[str] = []
        self.app = guarded(
            plan,
            host="127.0.0.1",
            port=8550,
            token=TOKEN,
            on_another=self.fresh.append,
            before=before,
            on_secret=self.secrets.append,
        )

    def ask(
        self,
        path: str = "/",
        *,
        headers: Headers | None = None,
        query: bytes = b"",
        method: str = "GET",
        client: tuple[str, int] | None = ("127.0.0.1", 5000),
        kind: str = "http",
    ) -> tuple[int, dict[bytes, bytes], bytes]:
        """Return status, headers and body; a web socket that is let in has status 101."""
        sent: list[Any] = []

        async def send(message: Any) -> None:
            sent.append(message)

        async def receive() -> Any:
            return {"type": f"{kind}.connect"}

        scope = {
            "type": kind,
            "method": method,
            "path": path,
            "query_string": query,
            "headers": [(b"host", HOST)] if headers is None else headers,
            "client": client,
        }
        asyncio.run(self.app(scope, receive, send))
        if kind == "websocket":
            return (101 if sent[0]["type"] == "websocket.accept" else 403), {}, b""
        body = b"".join(m.get("body", b"") for m in sent[1:])
        return sent[0]["status"], dict(sent[0]["headers"]), body

    def cookie(self) -> bytes:
        """Come with the token, and return the cookie."""
        status, headers, _body = self.ask(query=b"t=" + TOKEN.encode())
        assert status == 303
        return headers[b"set-cookie"].split(b";")[0]


@pytest.fixture
def door() -> Door:
    return Door()


def test_the_right_token_becomes_a_cookie_and_leaves_the_address(door: Door) -> None:
    status, headers, body = door.ask(query=b"t=" + TOKEN.encode())
    assert (status, headers[b"location"], body) == (303, b"/", b"")
    assert headers[b"set-cookie"].endswith(b"; Path=/; HttpOnly; SameSite=Strict")
    assert headers[b"set-cookie"].startswith(b"alongside-8550=")
    assert TOKEN.encode() not in headers[b"set-cookie"]


def test_the_cookie_opens_the_door_and_every_answer_carries_the_policy(door: Door) -> None:
    for name in (HOST, b"localhost:8550"):
        fresh = Door()
        status, headers, body = fresh.ask(headers=[(b"host", name), (b"cookie", fresh.cookie())])
        assert (status, body) == (200, b"a secret plan")
        assert b"ws://127.0.0.1:8550 ws://localhost:8550" in headers[b"content-security-policy"]
        assert b"http" not in headers[b"content-security-policy"]
        assert headers[b"x-content-type-options"] == b"nosniff"
        assert headers[b"x-frame-options"] == b"DENY"
        assert headers[b"referrer-policy"] == b"no-referrer"
        assert headers[b"cache-control"] == b"no-store"
        assert b"access-control-allow-origin" not in headers


def test_an_asset_may_be_kept_but_is_asked_for_again(door: Door) -> None:
    _status, headers, _body = door.ask("/main.dart.js", headers=[(b"host", HOST), (b"cookie", door.cookie())])
    assert headers[b"cache-control"] == b"no-cache"


def test_the_cookie_is_found_among_those_of_other_programs(door: Door) -> None:
    others = b'prefs={"a": "b,c"}; odd[]=1; ' + door.cookie() + b"; last=1"
    assert door.ask(headers=[(b"host", HOST), (b"cookie", others)])[0] == 200


@pytest.mark.parametrize(
    "query",
    [
        b"",
        b"t=",
        b"t=wrong",
        b"t=the-printed-toke",
        b"t=THE-PRINTED-TOKEN",
        b"t=%ff%00",
        b"t=\xf0\x9f",
        b"&&=t",
    ],
)
def test_without_the_token_the_door_stays_closed_and_says_kindly_what_to_do(door: Door, query: bytes) -> None:
    status, headers, body = door.ask(query=query)
    assert status == 403
    assert b"open the address that the program printed" in body
    assert b"secret" not in body
    assert b"set-cookie" not in headers
    assert headers[b"cache-control"] == b"no-store"


def test_a_used_token_does_not_open_to_a_second_browser_and_a_fresh_one_is_shown_at_the_machine(
    door: Door,
) -> None:
    door.cookie()
    status, headers, body = door.ask(query=b"t=" + TOKEN.encode())
    assert (status, b"set-cookie" in headers) == (403, False)
    assert len(door.fresh) == 1
    assert door.fresh[0].startswith("http://127.0.0.1:8550/?t=")
    fresh = door.fresh[0].partition("?")[2].encode()
    assert fresh not in body
    assert door.ask(query=fresh)[0] == 303
    assert door.ask(query=fresh)[0] == 403


def test_guessing_prints_nothing_and_uses_nothing_up(door: Door) -> None:
    assert door.ask(query=b"t=guess")[0] == 403
    assert door.fresh == []
    assert door.ask(query=b"t=" + TOKEN.encode())[0] == 303


def test_the_browser_that_came_first_may_open_the_printed_address_again(door: Door) -> None:
    cookie = door.cookie()
    status, headers, _body = door.ask(query=b"t=" + TOKEN.encode(), headers=[(b"host", HOST), (b"cookie", cookie)])
    assert (status, headers[b"location"], door.fresh) == (303, b"/", [])


def test_the_address_is_used_up_by_a_browser_that_was_let_in_before_the_restart_too() -> None:
    first = Door()
    again = Door(KnownBrowsers().and_browser(first.secrets[0]))
    ours = [(b"host", HOST), (b"cookie", first.cookie())]
    assert again.ask(query=b"t=" + TOKEN.encode(), headers=ours)[0] == 303
    status, headers, body = again.ask(query=b"t=" + TOKEN.encode())
    assert (status, b"set-cookie" in headers, b"secret" in body) == (403, False, False)
    assert again.ask(headers=ours)[0] == 200


@pytest.mark.parametrize("path", ["/", "/page", "/main.dart.js", "/index.html", "/alive", "/incoming/x"])
@pytest.mark.parametrize("query", ["t={0}", "t=x&t={0}", "a=1&t={0}", "t={0}&c=1"])
def test_the_address_is_good_once_wherever_it_is_tried_and_never_beside_the_plan(path: str, query: str) -> None:
    door = Door()
    asked = query.format(TOKEN).encode()
    statuses = [door.ask(path, query=asked) for _time in range(3)]
    assert not [body for _status, _headers, body in statuses if b"secret" in body]
    assert sum(b"set-cookie" in headers for _status, headers, _body in statuses) <= 1
    assert path == "/alive" or [status for status, _headers, _body in statuses] == [303, 403, 403]


@pytest.mark.parametrize(
    "query", ["t={0}x", "t=x{0}", "t={0}&t=x", "t=%20{0}", "T={0}", "t[]={0}", "#t={0}", "t={0}%00"]
)
def test_an_address_that_is_nearly_right_opens_nothing_and_uses_nothing_up(door: Door, query: str) -> None:
    assert door.ask(query=query.format(TOKEN).encode())[0] == 403
    assert door.fresh == []
    assert door.ask(query=b"t=" + TOKEN.encode())[0] == 303


@pytest.mark.parametrize(
    "hosts",
    [
        [],
        [b""],
        [b"evil.example"],
        [b"evil.example:8550"],
        [b"127.0.0.1"],
        [b"127.0.0.1:8551"],
        [b"127.0.0.1:8550.evil.example"],
        [b"127.0.0.1.nip.example:8550"],
        [b"[::1]:8550"],
        [b"0.0.0.0:8550"],
        [b"127.0.0.1:8550", b"evil.example"],
        [HOST, HOST],
    ],
)
@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_a_foreign_name_for_this_machine_is_refused_even_with_the_cookie(
    door: Door, hosts: list[bytes], kind: str
) -> None:
    headers = [
        *((b"host", h) for h in hosts),
        (b"cookie", door.cookie()),
        (b"origin", b"http://127.0.0.1:8550"),
    ]
    assert door.ask("/ws", headers=headers, kind=kind)[0] == 403
    assert door.ask("/ws", headers=headers[:-1], kind=kind)[0] == 403


FOREIGN = [
    b"http://evil.example",
    b"https://127.0.0.1:8550",
    b"http://127.0.0.1:8551",
    b"http://127.0.0.1:8550.evil.example",
    b"http://localhost:8550",
    b"null",
    b"",
]


@pytest.mark.parametrize("origin", FOREIGN)
@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_a_page_from_elsewhere_is_refused_even_with_the_cookie(door: Door, origin: bytes, kind: str) -> None:
    headers = [(b"host", HOST), (b"cookie", door.cookie()), (b"origin", origin)]
    assert door.ask("/ws", headers=headers, kind=kind)[0] == 403


@pytest.mark.parametrize("site", [b"cross-site", b"same-site"])
def test_a_script_of_another_program_on_this_machine_is_refused(door: Door, site: bytes) -> None:
    headers = [(b"host", HOST), (b"cookie", door.cookie()), (b"sec-fetch-site", site)]
    assert door.ask(headers=[*headers, (b"sec-fetch-mode", b"no-cors")])[0] == 403
    assert door.ask(headers=[*headers, (b"sec-fetch-mode", b"navigate")])[0] == 200


def test_a_web_socket_needs_origin_cookie_and_the_one_path(door: Door) -> None:
    origin, cookie = (b"origin", b"http://127.0.0.1:8550"), (b"cookie", door.cookie())
    host = (b"host", HOST)
    assert door.ask("/ws", headers=[host, origin, cookie], kind="websocket")[0] == 101
    assert door.ask("/ws", headers=[host, cookie], kind="websocket")[0] == 403
    assert door.ask("/ws", headers=[host, origin], kind="websocket")[0] == 403
    assert door.ask("/ws", headers=[host, origin, (b"cookie", b"alongside-8550=x")], kind="websocket")[0] == 403
    assert door.ask("/other", headers=[host, origin, cookie], kind="websocket")[0] == 403


def test_a_token_never_opens_a_web_socket(door: Door) -> None:
    headers = [(b"host", HOST), (b"origin", b"http://127.0.0.1:8550")]
    assert door.ask("/ws", headers=headers, query=b"t=" + TOKEN.encode(), kind="websocket")[0] == 403
    assert door.ask(query=b"t=" + TOKEN.encode())[0] == 303


@pytest.mark.parametrize("client", [("192.168.1.4", 1), ("8.8.8.8", 1), ("::ffff:10.0.0.1", 1), ("", 1), None])
def test_another_machine_is_refused_with_or_without_the_secrets(door: Door, client: tuple[str, int] | None) -> None:
    assert door.ask(query=b"t=" + TOKEN.encode(), client=client)[0] == 403
    headers = [(b"host", HOST), (b"cookie", door.cookie())]
    assert door.ask(headers=headers, client=client)[0] == 403
    forwarded = [*headers, (b"x-forwarded-for", b"127.0.0.1")]
    assert door.ask(headers=forwarded, client=client)[0] == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"])
def test_only_reading_is_answered_so_that_nothing_can_be_uploaded(door: Door, method: str) -> None:
    headers = [(b"host", HOST), (b"cookie", door.cookie())]
    assert door.ask("/upload", headers=headers, method=method)[0] == 405
    assert Door().ask(query=b"t=" + TOKEN.encode(), method=method)[0] == 403


@pytest.mark.parametrize("path", ["/incoming", "/", "/upload", "/incoming.js"])
def test_a_photo_is_sent_to_its_own_place_and_nowhere_else(door: Door, path: str) -> None:
    headers = [(b"host", HOST), (b"cookie", door.cookie()), (b"origin", b"http://" + HOST)]
    assert door.ask("/incoming/x", headers=headers, method="PUT")[0] == 200
    assert door.ask(path, headers=headers, method="PUT")[0] == 405


def test_only_a_page_of_ours_may_send_a_photo(door: Door) -> None:
    host, cookie, origin = (b"host", HOST), (b"cookie", door.cookie()), (b"origin", b"http://" + HOST)
    refused: list[Headers] = [[host, cookie], [host, origin], [host, cookie, (b"origin", b"http://evil.example")]]
    for headers in refused:
        assert door.ask("/incoming/x", headers=headers, method="PUT")[0] in (403, 405)
    assert door.ask("/incoming/x", headers=[host, cookie, origin], method="POST")[0] == 405


@given(value=st.binary(max_size=80), query=st.binary(max_size=80), origin=st.none() | st.binary(max_size=40))
def test_nothing_made_up_is_ever_let_in(value: bytes, query: bytes, origin: bytes | None) -> None:
    door = Door()
    headers = [(b"host", HOST), (b"cookie", b"alongside-8550=" + value)]
    if origin is not None:
        headers.append((b"origin", origin))
    status, answer, body = door.ask(headers=headers, query=query)
    assert (status, b"secret" in body, b"set-cookie" in answer) == (403, False, False)


# --- Over a restart --------------------------------------------------------------------------


def test_a_browser_that_was_let_in_is_let_in_again_after_a_restart_and_no_other_is() -> None:
    first = Door()
    cookie = first.cookie()
    before = KnownBrowsers().and_browser(first.secrets[0])
    again = Door(before)
    assert again.ask(headers=[(b"host", HOST), (b"cookie", cookie)])[0] == 200
    assert again.ask(headers=[(b"host", HOST), (b"cookie", b"alongside-8550=" + before.browsers[0].encode())])[0] == 403
    assert Door().ask(headers=[(b"host", HOST), (b"cookie", cookie)])[0] == 403
    assert again.secrets != first.secrets, "each start has a secret of its own"


def test_whoever_asks_is_told_that_it_is_this_program_and_nothing_else() -> None:
    before = KnownBrowsers()
    door = Door(before)
    status, headers, body = door.ask("/alive", query=b"c=1234")
    assert (status, json.loads(body)) == (200, {"proof": before.proof("1234"), "in": False})
    assert headers[b"cache-control"] == b"no-store"
    assert b"set-cookie" not in headers
    assert before.key.encode() not in body
    _status, _headers, body = door.ask("/alive", query=b"c=1234", headers=[(b"host", HOST), (b"cookie", door.cookie())])
    assert json.loads(body)["in"] is True
    assert json.loads(Door().ask("/alive", query=b"c=1234")[2])["proof"] != before.proof("1234")


@given(st.binary(max_size=200))
def test_any_challenge_has_an_answer(challenge: bytes) -> None:
    status, _headers, body = Door().ask("/alive", query=b"c=" + challenge.hex().encode() + b"&c=%ff")
    assert (status, len(json.loads(body)["proof"])) == (200, LONGEST_CHALLENGE)


def test_another_page_does_not_learn_that_the_program_runs(door: Door) -> None:
    for headers in ([(b"host", b"evil.example")], [(b"host", HOST), (b"origin", b"http://evil.example")]):
        assert door.ask("/alive", query=b"c=1", headers=headers)[0] == 403
    assert door.ask("/alive", query=b"c=1", client=("10.0.0.7", 1))[0] == 403
