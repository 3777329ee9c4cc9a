"""A photo on its way from the browser: in pieces, in memory, to an address that is good once."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import app.server.uploads as incoming_module
from app.server.uploads import ExpectedUpload, UploadFailed, UploadRefused, Uploads

GONE = object()
"""Stands for a browser that goes in the middle."""


async def sends(uploads: Uploads, path: str, pieces: Sequence[Any], between: Callable[[int], Any] = id) -> int:
    """Send a file in pieces; returns the status, 0 where nobody answered. between: happens before the n-th piece."""
    sent: list[Any] = []
    left = list(enumerate(pieces))

    async def receive() -> Any:
        n, piece = left.pop(0)
        between(n)
        if piece is GONE:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": piece, "more_body": bool(left)}

    async def send(message: Any) -> None:
        sent.append(message)

    await uploads.receive({"type": "http", "method": "PUT", "path": path}, receive, send)
    return int(sent[0]["status"]) if sent else 0


def run(act: Callable[[Uploads], Awaitable[None]]) -> None:
    async def all_of_it() -> None:
        await act(Uploads())

    asyncio.run(all_of_it())


@given(st.lists(st.binary(max_size=40), min_size=1, max_size=12))
def test_all_pieces_arrive_in_their_order_and_the_address_is_good_once(pieces: list[bytes]) -> None:
    async def act(uploads: Uploads) -> None:
        expected = uploads.expect("Jo", 480)
        assert await sends(uploads, expected.path, pieces) == 204
        assert await expected.whole() == b"".join(pieces)
        assert await sends(uploads, expected.path, pieces) == 404
        assert not uploads.waits

    run(act)


def test_nothing_comes_in_that_is_not_expected() -> None:
    async def act(uploads: Uploads) -> None:
        expected = uploads.expect("Jo", 10)
        for path in ("/incoming/", "/incoming/x", expected.path + "x", expected.path[:-1], "/incoming/\udcff"):
            assert await sends(uploads, path, [b"x"]) == 404
        assert expected.wanted

    run(act)


def test_more_than_was_said_is_refused_before_the_rest_is_read() -> None:
    async def act(uploads: Uploads) -> None:
        expected = uploads.expect("Jo", 10)
        read: list[int] = []
        assert await sends(uploads, expected.path, [b"12345"] * 9, read.append) == 413
        assert read == [0, 1, 2]
        with pytest.raises(UploadFailed):
            await expected.whole()

    run(act)


def test_whoever_locks_waits_no_more_and_what_still_comes_is_let_go_in_peace() -> None:
    async def act(uploads: Uploads) -> None:
        expected, other = uploads.expect("Jo", 100), uploads.expect("Sam", 100)
        waits = asyncio.ensure_future(expected.whole())
        dropped: Callable[[int], None] = lambda n: uploads.drop("Jo") if n == 2 else None  # noqa: E731
        assert await sends(uploads, expected.path, [b"12345"] * 4, dropped) == 204
        with pytest.raises(UploadRefused):
            await waits
        assert other.wanted

    run(act)


def test_one_who_chooses_again_waits_for_the_new_one_only() -> None:
    async def act(uploads: Uploads) -> None:
        first = uploads.expect("Jo", 100)
        second = uploads.expect("Jo", 100)
        with pytest.raises(UploadRefused):
            await first.whole()
        assert await sends(uploads, first.path, [b"first"]) == 404
        assert await sends(uploads, second.path, [b"second"]) == 204
        assert await second.whole() == b"second"

    run(act)


def test_a_browser_that_goes_in_the_middle_is_told_to_who_waits() -> None:
    async def act(uploads: Uploads) -> None:
        expected = uploads.expect("Jo", 100)
        assert await sends(uploads, expected.path, [b"12", GONE]) == 0
        with pytest.raises(UploadFailed):
            await expected.whole()
        assert not uploads.waits

    run(act)


def test_a_file_that_stands_still_does_not_come_and_one_that_is_slow_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming_module, "PATIENCE", 0.02)

    async def slowly(expected: ExpectedUpload) -> None:
        for _piece in range(10):
            expected.moved()
            while expected._moved:  # Until somebody has looked, however slow this machine is.
                await asyncio.sleep(0.001)
        expected.arrive(b"all")

    async def act(uploads: Uploads) -> None:
        with pytest.raises(UploadFailed):
            await uploads.expect("Jo", 100).whole()
        slow = uploads.expect("Jo", 100)
        _none, came = await asyncio.gather(slowly(slow), slow.whole())
        assert came == b"all"

    run(act)
