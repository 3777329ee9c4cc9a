"""A process killed in the middle of drawing, a hundred times: no stroke that was acknowledged is lost."""

import os
import random
import select
import signal
import time
from pathlib import Path

from app.document.item import new_id
from app.store import Summary
from tests.patience import PATIENCE
from tests.store.making import again, kept, made, saying

TIMES = 100
_ID = 16


def test_a_hundred_kills_lose_no_acknowledged_edit(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    document = kept(vault, [])
    store.close()
    chance = random.Random(7)
    acknowledged: list[str] = []
    for _ in range(TIMES):
        acknowledged += _until_killed(tmp_path, document, after=chance.uniform(0.0, 0.012))
    store, vault = again(tmp_path)
    loaded = vault.load(document)
    assert loaded.faults == ()
    there = [edit.id for edit in loaded.edits]
    assert len(there) == len(set(there))
    assert len(acknowledged) > TIMES
    assert set(acknowledged) <= set(there)
    # Each kill can at most have come between a commit and its acknowledgement.
    assert len(there) - len(acknowledged) <= TIMES
    card = vault.card(document)
    assert card is not None
    assert card.title == there[-1]
    store.close()


def _until_killed(folder: Path, document: str, *, after: float) -> list[str]:
    """Return the ids that a child acknowledged before it was killed, some time after its first one."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        _draw(folder, document, theirs)
    os.close(theirs)
    try:
        select.select([ours], [], [], PATIENCE)
        time.sleep(after)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    told = bytearray()
    while part := os.read(ours, 65536):
        told += part
    os.close(ours)
    whole = len(told) - len(told) % _ID
    return [told[i : i + _ID].decode("ascii") for i in range(0, whole, _ID)]


def _draw(folder: Path, document: str, tell: int) -> None:
    """Append strokes for ever, and say each one's id when its commit has returned. Never comes back."""
    try:
        _, vault = again(folder)
        clock = max((edit.clock for edit in vault.load(document).edits), default=0)
        while True:
            clock += 1
            id = new_id()
            vault.append(document, [saying("x" * 200, clock, id=id)], Summary(document, title=id))
            os.write(tell, id.encode("ascii"))
    finally:
        os._exit(1)
