"""A tablet on which the end of a plan is missing says so: to the room that it is, to the worker which plan."""

import asyncio
from pathlib import Path

import pytest

from app.main import screen_of
from app.store.log_ends import TruncatedLog
from app.ui.screens.missing_ends import sentence_of
from tests.headless.flet_session import opened
from tests.headless.sitting import copied, keyring, sitting, unlock
from tests.store.making import PIN, flip
from tests.store.making import opened as opened_store
from tests.store.test_log_ends import killed

pytestmark = pytest.mark.asyncio


def torn(folder: Path) -> Path:
    """Return a tablet's folder whose log was damaged, so that the end of its story is lost."""
    from tests.store.making import saying

    store = opened_store(folder, keyring=keyring())
    vault = store.unlock(PIN)
    plan = next(c.document for c in vault.cards() if c.kind == "words-and-pictures")
    clock = max(e.clock for e in vault.load(plan).edits)
    for n in range(1, 31):
        vault.append(plan, [saying("words", clock + n, device=vault.device)])
    left = killed(folder, folder.with_name("left"))
    store.close()
    flip(left / "plans.db-wal", (left / "plans.db-wal").stat().st_size * 2 // 3)
    return left


async def test_it_is_told_without_a_name_at_the_table_and_with_it_behind_the_pin(prepared, tmp_path, nothing_unseen):
    folder = await asyncio.to_thread(torn, copied(prepared, tmp_path / "data"))
    async with sitting(folder) as application, opened(screen_of(application)) as tab:
        await unlock(tab)
        await tab.sees("Something that was written last on this tablet is not here any more.")
        assert not tab.says("changes are missing")
        await tab.touch("families")
        await tab.write("secret", PIN)
        await tab.touch("prove")
        await tab.finds("short-read")
        await tab.sees("changes are missing")
        await tab.touch("short-read")
        await tab.until(lambda: not tab.has("short-read"))
        await tab.touch("back")
        await tab.touch("lock")
        await unlock(tab)
        assert not tab.says("is not here any more")
        assert not tab.crashes


@pytest.mark.parametrize(
    "short",
    [TruncatedLog(""), TruncatedLog("", 3), TruncatedLog("", 1, 9), TruncatedLog("d", 1, 9), TruncatedLog("d", 239, 0)],
)
@pytest.mark.parametrize("title", ["", "Our story"])
async def test_what_is_missing_is_a_plain_sentence(short: TruncatedLog, title: str) -> None:
    said = sentence_of(short, title)
    assert said.endswith(".")
    assert "{" not in said
