"""The lock: set up once at the office, opened at every visit, and nothing of a plan behind it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from app.main import screen_of
from app.store import DeviceSecret, MemoryKeyring, NoKeyring
from app.store.rate_limit import FREE
from app.workspace.application import Application
from plans.catalogue import KINDS
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import FAMILY, say, to_page, to_plan, unlock
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture(params=[MemoryKeyring, NoKeyring], ids=["keyring", "no keyring"])
async def new_tablet(
    request: pytest.FixtureRequest, tmp_path: Path, nothing_unseen: None
) -> AsyncIterator[Application]:
    """A tablet that nobody has set up yet, with a keyring and without one."""
    keyring: DeviceSecret = request.param()
    application = Application(tmp_path / "data", keyring, KINDS)
    yield application
    await application.close()


async def begin(tab: Tab, secret: str, again: str, *, name: str = "Jo") -> None:
    await tab.write("worker-name", name)
    await tab.write("secret", secret)
    await tab.write("secret-again", again)
    await tab.touch("begin")


async def test_a_new_tablet_is_set_up_locked_and_unlocked_again(new_tablet: Application) -> None:
    async with opened(screen_of(new_tablet)) as tab:
        await tab.sees("Set up this tablet")
        secret = tab.value("offered") if tab.has("offered") else PIN
        assert len(secret.split()) == (4 if tab.has("offered") else 1)
        await begin(tab, secret, secret)
        await tab.sees("Your spare key", "It is shown until you say that you wrote it down.")
        await tab.until(lambda: len(tab.value("code")) > 30)
        spare = tab.value("code")
        await tab.touch("written-down")
        if len(secret.split()) == 4:
            await tab.touch("not-today")
        await tab.sees("Who are you visiting?")
        await tab.touch("lock")
        await tab.finds("unlock")
        assert spare not in tab.everything()
        await unlock(tab, secret)
        await tab.sees("Who are you visiting?")
        await tab.touch("lock")
        await tab.touch("spare")
        await tab.write("secret", spare)
        await tab.touch("unlock")
        await tab.sees("You used the spare key.")


async def test_four_words_are_asked_where_there_is_no_safe_place_for_a_pin(tmp_path: Path) -> None:
    application = Application(tmp_path / "data", NoKeyring(), KINDS)
    async with opened(screen_of(application)) as tab:
        await tab.sees("This computer has no safe place for a PIN", "Four words", "The same four words again")
        await begin(tab, "829301", "829301")
        await tab.sees("Please choose four different words or more")
        assert not (tmp_path / "data" / "plans.db").exists()
    await application.close()


async def test_what_is_not_right_at_set_up_is_said_and_nothing_is_made(tmp_path: Path) -> None:
    application = Application(tmp_path / "data", MemoryKeyring(), KINDS)
    async with opened(screen_of(application)) as tab:
        await begin(tab, PIN, "829302")
        await tab.sees("The two are not the same.")
        await begin(tab, PIN, PIN, name="   ")
        await tab.sees("Please write your first name")
        await begin(tab, "123456", "123456")
        await tab.sees("These numbers follow a pattern")
        assert not tab.is_off("begin")
        assert not (tmp_path / "data" / "plans.db").exists()
    await application.close()


async def test_a_wrong_pin_opens_nothing_and_says_that_all_is_safe(tab: Tab) -> None:
    await tab.write("secret", "111222")
    await tab.touch("unlock")
    await tab.sees("does not open the plans. They are safe.")
    assert tab.value("secret") == ""
    assert not tab.says(FAMILY)
    await unlock(tab)
    await tab.sees(FAMILY)


async def test_enter_unlocks_too(tab: Tab) -> None:
    await tab.write("secret", PIN)
    await tab.enter("secret")
    await tab.sees(FAMILY)


async def test_touching_unlock_twice_counts_one_try(tab: Tab) -> None:
    await tab.write("secret", "111222")
    there = tab.control("unlock")
    tab.event(there, "click", None)
    tab.event(there, "click", None)
    await tab.sees("does not open the plans")
    for _ in range(FREE - 2):
        await tab.write("secret", "111222")
        await tab.touch("unlock")
        await tab.until(lambda: not tab.is_off("unlock"))
    assert not tab.says("Please wait"), "the second touch was counted as a try"
    await tab.write("secret", "111222")
    await tab.touch("unlock")
    await tab.sees("Please wait")


async def test_a_locked_tab_holds_nothing_of_a_plan_anywhere(tab: Tab) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    await say(tab, "Rosie the dog sleeps on my bed")
    await tab.touch("lock")
    await tab.finds("unlock")
    await tab.still()
    left = [value for value in tab.everything() if isinstance(value, str)]
    for words in ("Rosie", FAMILY, "Our family", "Jo says"):
        assert not [value for value in left if words in value]
    assert not tab.keys("step-")
    assert not tab.touchable("speak-")


async def test_words_half_written_when_the_lock_is_touched_are_kept(tab: Tab) -> None:
    await to_plan(tab)
    await tab.press(tab.keys("line-")[-1].removeprefix("line-"), "The story of Rosie")
    await tab.touch("lock")
    await to_plan(tab)
    await tab.until(lambda: "The story of Rosie" in tab.words())


async def test_unlocked_belongs_to_one_tab_and_a_second_one_sees_the_lock(application: Application, tab: Tab) -> None:
    await unlock(tab)
    async with opened(screen_of(application)) as second:
        await second.finds("unlock")
        assert not second.says(FAMILY)
        await unlock(second)
        await tab.touch("lock")
        await tab.finds("unlock")
        await second.touch("draw")
        await second.finds("page")


async def test_a_tab_that_is_closed_is_locked(application: Application) -> None:
    async with opened(screen_of(application)) as tab:
        await unlock(tab)
        assert application._workspace is not None
    await asyncio.sleep(0)
    assert application._workspace is None


async def test_a_touch_that_comes_before_the_last_letter_is_drawn_tries_all_that_was_written(
    new_tablet: Application,
) -> None:
    async with opened(screen_of(new_tablet)) as tab:
        await tab.sees("Set up this tablet")
        secret = tab.value("offered") if tab.has("offered") else PIN
        await tab.write("worker-name", "Jo")
        await tab.write("secret", secret)
        tab._type("secret-again", secret)
        tab.event(tab.control("begin"), "click", None)
        await tab.sees("Your spare key")
        await tab.touch("written-down")
        if len(secret.split()) == 4:
            await tab.touch("not-today")
        await tab.touch("lock")
        await tab.finds("unlock")
        tab._type("secret", secret)
        tab.event(tab.control("unlock"), "click", None)
        await tab.sees("Who are you visiting?")
