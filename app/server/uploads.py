"""A photo on its way from the browser: in pieces, in memory, to an address of its own that is good once.

A tab's websocket (app/server/flet_client.py) carries a message as a whole, and one of more than 16 MiB cuts it. So a
browser sends a file beside it, by a PUT behind the guard. Nothing of it is written to the disk. Plain ASGI, for a
tablet's build has this and no server: Starlette gives it nothing but types.
"""

import asyncio
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

INCOMING = "/incoming/"
"""Under which a page of ours may send a photo, by PUT, to an address that it was told."""

PATIENCE = 60.0
"""Seconds in which not one piece has come, after which a file will not come any more."""


class UploadFailed(Exception):
    """A file was chosen, and has not arrived: it was taken away, or could not be read."""


class UploadRefused(Exception):
    """Whoever waited for a file does so no more: the tablet was locked, or they went elsewhere."""


class ExpectedUpload:
    """One file that is to come. path: where it is to be sent. source: kept as long as it is expected."""

    def __init__(self, owner: object, most: int, source: object) -> None:
        self.path = f"{INCOMING}{secrets.token_urlsafe(32)}"
        self.owner, self.most, self.source = owner, most, source
        self._arrived: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._moved = False

    async def whole(self) -> bytes:
        """Wait for all of it. Raises UploadFailed, UploadRefused."""
        while not (await asyncio.wait({self._arrived}, timeout=PATIENCE))[0]:
            if not self._moved:
                self.fail(UploadFailed())
            self._moved = False
        return self._arrived.result()

    @property
    def wanted(self) -> bool:
        """Whether somebody still waits for it."""
        return not self._arrived.done()

    def moved(self) -> None:
        """A piece has been read, or has come."""
        self._moved = True

    def arrive(self, content: bytes) -> None:
        """Here is all of it."""
        if self.wanted:
            self._arrived.set_result(content)

    def fail(self, why: Exception) -> None:
        """It will not come."""
        if self.wanted:
            self._arrived.set_exception(why)
            self._arrived.exception()  # Nobody may be waiting yet: that is no fault.


class Uploads:
    """What is expected at the served door. served: a browser can send something here; a tablet's build has no door."""

    def __init__(self) -> None:
        self.served = False
        self._expected: list[ExpectedUpload] = []

    def expect(self, owner: object, most: int, source: object = None) -> ExpectedUpload:
        """Expect a file of so many bytes at most. owner: each has one on its way; what was expected before is not."""
        self.drop(owner)
        expected = ExpectedUpload(owner, most, source)
        self._expected.append(expected)
        return expected

    def drop(self, owner: object) -> None:
        """Nobody waits for this owner's file any more, wherever it is by now."""
        for one in [e for e in self._expected if e.owner is owner]:
            self._expected.remove(one)
            one.fail(UploadRefused())

    @property
    def waits(self) -> bool:
        """Whether anything is expected now."""
        return bool(self._expected)

    async def receive(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer a PUT (ASGI): 204 when all has come, 404 where nothing is expected, 413 for more than was said.

        What is not wanted any more while it comes is let go piece by piece, and answered in peace.
        """
        expected = next((e for e in self._expected if _same(e.path, scope["path"])), None)
        if expected is None:
            await _answer(send, 404)
            return
        try:
            content = await _read(expected, receive)
        except _TooMuch:
            expected.fail(UploadFailed())
            await _answer(send, 413)
        except UploadFailed as fault:  # The tab has gone.
            expected.fail(fault)
        else:
            expected.arrive(content)
            await _answer(send, 204)
        finally:
            if expected in self._expected:
                self._expected.remove(expected)


class _TooMuch(Exception):
    """More comes than was said."""


async def _read(expected: ExpectedUpload, receive: "Receive") -> bytes:
    pieces: list[bytes] = []
    size, more = 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise UploadFailed
        piece, more = message.get("body", b""), message.get("more_body", False)
        size += len(piece)
        if size > expected.most:
            raise _TooMuch
        expected.moved()
        if expected.wanted:
            pieces.append(piece)
        else:
            pieces.clear()
    return b"".join(pieces)


def _same(path: str, asked: str) -> bool:
    return secrets.compare_digest(path.encode(), asked.encode("utf-8", "surrogatepass"))


async def _answer(send: "Send", status: int) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body", "body": b""})
