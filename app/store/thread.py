"""The one thread on which the store is spoken to: one connection, one short call after the other.

Two coroutines on one connection would join each other's transactions, and a rollback of one would take the
other's acknowledged edit with it (reproduced: docs/platform/storage.md).
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class StoreThread:
    """A thread of its own for a Store and its Vault. Every call on them goes through one of these."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="store")

    def submit(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Ask for a call; calls are made in the order in which they were asked for."""
        return self._pool.submit(call, *args, **kwargs)

    async def run(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what the call returns, or raise what it raises.

        A task that is cancelled stops waiting, but what it asked for is still done: an edit is not lost
        because a tab was closed.
        """
        return await asyncio.shield(asyncio.wrap_future(self.submit(call, *args, **kwargs)))

    def close(self) -> None:
        """Wait for the calls that were asked for, then end the thread."""
        self._pool.shutdown()
