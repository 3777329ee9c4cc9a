"""One thread: calls in their order, none begun together, none dropped because somebody stopped waiting."""

import asyncio
import threading
from pathlib import Path

import pytest

from app.store import NoKeyring, Store, StoreThread
from tests.store.making import CHEAP, PASSPHRASE, saying


def test_two_hundred_handlers_at_once_give_two_hundred_edits_in_one_chain(tmp_path: Path) -> None:
    thread = StoreThread()

    async def all_at_once() -> tuple[int, tuple[object, ...]]:
        store = await thread.run(Store.open, tmp_path, keyring=NoKeyring(), cost=CHEAP)
        vault, _ = await thread.run(store.set_up, PASSPHRASE)
        document = await thread.run(vault.create, "storyboard")
        edits = [saying("x", clock) for clock in range(1, 201)]
        await asyncio.gather(*(thread.run(vault.append, document, [edit]) for edit in edits))
        loaded = await thread.run(vault.load, document)
        await thread.run(store.close)
        return len(loaded.edits), loaded.faults

    assert asyncio.run(all_at_once()) == (200, ())
    thread.close()


def test_a_call_is_made_although_whoever_asked_has_gone() -> None:
    thread = StoreThread()
    begun, done = threading.Event(), threading.Event()
    made: list[int] = []

    async def ask_and_go() -> None:
        thread.submit(begun.wait, 10)
        task = asyncio.create_task(thread.run(made.append, 1))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        begun.set()
        await thread.run(done.set)

    asyncio.run(ask_and_go())
    assert made == [1]
    assert done.is_set()
    thread.close()


def test_what_a_call_raises_reaches_whoever_asked() -> None:
    thread = StoreThread()

    def fails() -> None:
        raise KeyError("here")

    async def ask() -> None:
        await thread.run(fails)

    with pytest.raises(KeyError, match="here"):
        asyncio.run(ask())
    thread.close()
