"""Where nothing can be written, everything can be read; every screen says so, and no word that is written is lost."""

from collections.abc import Callable

import pytest

from app.document import Add
from app.main import screen_of
from app.store import StoreError, StoreFull, StoreLost, StoreReadOnly, folder
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import copied, keyring, say, sitting, to_page, to_plan, unlock
from tests.store.making import PIN
from tests.store.making import opened as opened_store

pytestmark = pytest.mark.asyncio

CASES = [(StoreFull, "no room left on this tablet"), (StoreReadOnly, "may not write to the folder")]


@pytest.fixture
def shut(monkeypatch: pytest.MonkeyPatch) -> Callable[[StoreError | None], None]:
    """Return what shuts the folder to every byte, with a reason, and opens it again (None)."""

    def become(fault: StoreError | None) -> None:
        monkeypatch.setattr(folder, "_in_the_way", lambda file: fault)

    return become


@pytest.mark.parametrize(("kind", "reason"), CASES)
async def test_a_tablet_that_cannot_write_is_unlocked_and_read_and_written_again_later(
    prepared, tmp_path, shut, nothing_unseen, kind, reason
) -> None:
    shut(kind())
    async with sitting(copied(prepared, tmp_path / "data")) as application, opened(screen_of(application)) as tab:
        for _ in range(7):  # A right PIN costs no try.
            await unlock(tab)
            await tab.finds("only-reading")
            await tab.sees("Only for reading", reason)
            await tab.touch("lock")
            await tab.finds("unlock")
        plan = await to_plan(tab)
        await tab.finds("only-reading")
        await to_page(tab, "Our family")
        assert not tab.has("loud")
        field = await say(tab, "We have a dog")
        await tab.sees("Not saved. Try again")
        await tab.touch("only-reading")
        await tab.sees(reason)
        await tab.touch("lock")
        await tab.sees("The latest changes are not saved yet.")
        await to_plan(tab)
        await tab.sees("Not saved. Try again")
        await to_page(tab, "Our family")
        assert tab.value(field) == "We have a dog"
        shut(None)
        await tab.touch("try-again")
        await tab.until(lambda: "Saved" in tab.words())
        await tab.touch("back")
        await tab.finds("families")
        await tab.until(lambda: not tab.has("only-reading"))
        assert tab.stopped is None
    store = opened_store(tmp_path / "data", keyring=keyring())
    said = [e.change.item.fields.get("words") for e in store.unlock(PIN).load(plan).edits if isinstance(e.change, Add)]
    assert "We have a dog" in said
    store.close()


async def test_every_door_that_would_write_says_so_kindly(prepared, tmp_path, shut, nothing_unseen) -> None:
    shut(StoreFull())
    async with sitting(copied(prepared, tmp_path / "data")) as application, opened(screen_of(application)) as tab:
        await unlock(tab)
        await tab.touch("close-notice")
        await tab.touch("start-safety-plan")
        await tab.sees("could not be saved: there is no room left on this tablet")
        await tab.touch("close-notice")
        await tab.touch("families")
        await _prove(tab)
        await tab.until(lambda: bool(tab.keys("family-")))
        await tab.touch(next(k for k in tab.keys("family-")))
        await tab.finds("families")
        assert not tab.says("could not be saved")
        assert not tab.crashes
        assert tab.stopped is None


async def _prove(tab: Tab) -> None:
    await tab.write("secret", PIN)
    await tab.touch("prove")


async def test_a_new_tablet_that_cannot_write_says_so_at_the_end_of_its_set_up(tmp_path, monkeypatch) -> None:
    (tmp_path / "file").write_text("")
    async with sitting(tmp_path / "file" / "data") as application, opened(screen_of(application)) as tab:
        await tab.sees("This app may not write to the folder with the plans.")


async def test_a_bar_has_one_word_of_how_it_stands_with_the_disk_and_a_row_below_has_the_other(
    prepared, tmp_path, shut
) -> None:
    shut(StoreReadOnly())
    async with sitting(copied(prepared, tmp_path / "data")) as application, opened(screen_of(application)) as tab:
        await to_plan(tab)
        await to_page(tab, "Our family")
        await say(tab, "We have a dog")
        for width, height in ((1180, 820), (820, 1180), (390, 844)):
            await tab.resize(width, height)
            await tab.finds("try-again")
            assert not tab.has("saved")
            there = tab.keys()
            assert there.index("only-reading") < there.index("copy") < there.index("loud"), "it stands in the bar"


@pytest.mark.parametrize(("kind", "reason"), CASES)
async def test_what_is_said_of_the_disk_goes_when_it_is_so_no_more_and_nothing_else_does(
    prepared, tmp_path, shut, kind, reason
) -> None:
    shut(kind())
    async with (
        sitting(copied(prepared, tmp_path / "data")) as application,
        opened(screen_of(application)) as tab,
        opened(screen_of(application)) as second,
    ):
        for one in (tab, second):
            await to_plan(one)
            await to_page(one, "Our family")
            await one.touch("only-reading")
            await one.sees(reason)
        await say(tab, "We have a dog")
        await tab.sees("Not saved. Try again", reason)
        shut(None)
        await say(tab, "She is called Rosie")
        for one in (tab, second):
            await one.until(lambda one=one: "Saved" in one.words() and not one.has("notice"))
            assert not one.has("only-reading")


async def test_a_change_that_could_not_be_kept_is_told_until_that_is_touched_away(prepared, tmp_path, shut) -> None:
    shut(StoreFull())
    async with sitting(copied(prepared, tmp_path / "data")) as application, opened(screen_of(application)) as tab:
        await unlock(tab)
        await tab.touch("safety")
        await _prove(tab)
        await tab.touch("lock-after-2")
        await tab.sees("could not be saved: there is no room left on this tablet")
        shut(None)
        await tab.touch("lock-after-15")
        await tab.until(lambda: not tab.has("only-reading"))
        await tab.sees("could not be saved: there is no room left on this tablet")


async def test_a_disk_that_was_full_and_is_gone_is_told_as_it_is_now(prepared, tmp_path) -> None:
    async with sitting(copied(prepared, tmp_path / "data")) as application, opened(screen_of(application)) as tab:
        await to_plan(tab)
        assert application._workspace is not None
        keeping = application._workspace.vault._keeping
        keeping.trouble = StoreFull()
        await tab.resize(820, 1180)
        await tab.touch("only-reading")
        await tab.sees("no room left on this tablet")
        keeping.trouble = StoreLost()
        await tab.touch("new-person")
        await tab.sees("is not where it was")
        assert not tab.says("no room left on this tablet")


async def test_while_the_disk_is_tried_again_nobody_is_told_that_it_can_be_written(
    prepared, tmp_path, monkeypatch
) -> None:
    heard: list[StoreError | None] = []
    async with sitting(copied(prepared, tmp_path / "data")) as application, opened(screen_of(application)) as tab:

        def asked_meanwhile(_file: object) -> StoreError:
            heard.extend([application._workspace.vault.only_reading] if application._workspace is not None else [])
            return StoreFull()

        monkeypatch.setattr(folder, "_in_the_way", asked_meanwhile)
        await to_plan(tab)
        await to_page(tab, "Our family")
        await say(tab, "We have a dog")
        await tab.sees("Not saved. Try again")
    assert heard
    assert None not in heard
