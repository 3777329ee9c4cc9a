"""While a tab is being unlocked, everything that locks or hides counts: nobody finds it open afterwards."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from app.main import screen_of
from app.store import NoKeyring, Store
from app.ui.actions import unlocking
from app.ui.session import resume
from app.workspace.application import Application
from plans.catalogue import KINDS
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import FAMILY, to_page, to_plan, unlock
from tests.headless.test_keys import NEW_PIN, prove
from tests.patience import PATIENCE
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio


class Slow:
    """What the store does takes until somebody says so."""

    def __init__(self) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()

    def wrapped(self, does: Callable[..., object]) -> Callable[..., object]:
        def slow(*given: object) -> object:
            self.begun.set()
            assert self.go_on.wait(PATIENCE)
            return does(*given)

        return slow


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Slow]]:
    """slow("unlock"): from now on that takes its time."""
    made: list[Slow] = []

    def take_time(name: str) -> Slow:
        made.append(Slow())
        monkeypatch.setattr(Store, name, made[-1].wrapped(getattr(Store, name)))
        return made[-1]

    yield take_time
    for one in made:
        one.go_on.set()


async def begin_to_unlock(tab: Tab, slow: Slow) -> None:
    await tab.write("secret", PIN)
    tab.event(tab.control("unlock"), "click", None)
    await tab.until(slow.begun.is_set)


async def turns() -> None:
    """Let the loop go on: no screen can stand still while the PIN is tried."""
    for _turn in range(10):
        await asyncio.sleep(0)


async def end(tab: Tab, application: Application, slow: Slow) -> None:
    slow.go_on.set()
    await tab.settled()
    await tab.until(lambda: application.unlocked == 0 and not application.keeps_unsaved)


async def escape(tab: Tab) -> None:
    tab.strikes("Escape")
    await tab.finds("more")


async def goes_behind(tab: Tab) -> None:
    tab.goes_behind()
    await turns()


async def line_cut(tab: Tab) -> None:
    await tab.cut()


@pytest.mark.parametrize("away", [escape, goes_behind, line_cut])
async def test_whoever_hides_or_leaves_while_the_pin_is_tried_finds_nothing_open(
    application: Application, tab: Tab, slow: Callable[[str], Slow], away: Callable[[Tab], Awaitable[None]]
) -> None:
    await to_plan(tab)
    page = await to_page(tab, "Our family")
    tab.goes_behind()
    await tab.finds("unlock")
    trying = slow("unlock")
    await begin_to_unlock(tab, trying)
    await away(tab)
    await end(tab, application, trying)
    if away is line_cut:
        await tab.back()
    assert not tab.says("Our family")
    if away is escape:
        assert tab.has("more"), "what was hidden stays hidden"
        await tab.touch("more")
    await tab.write("secret", PIN)
    await tab.touch("unlock")
    await tab.finds(f"scroll-{page}")  # The way back is the one of before.


async def test_a_tab_that_is_closed_while_the_pin_is_tried_leaves_nothing_open(
    application: Application, slow: Callable[[str], Slow]
) -> None:
    async with opened(screen_of(application)) as tab:
        trying = slow("unlock")
        await begin_to_unlock(tab, trying)
        await tab.cut()
        await end(tab, application, trying)


async def test_a_tab_that_is_being_unlocked_shows_nothing_beside_a_page_that_is_handed_over(
    application: Application, tab: Tab, slow: Callable[[str], Slow]
) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    async with opened(screen_of(application)) as second:
        trying = slow("unlock")
        await begin_to_unlock(second, trying)
        tab.event(tab.control("hand-over"), "click", None)
        await turns()
        trying.go_on.set()
        await second.settled()
        await tab.finds("finished")
        await tab.until(lambda: application.unlocked == 1)
        assert second.has("unlock")
        assert not second.says(FAMILY)


async def test_locked_between_the_right_pin_and_its_screen_it_stays_locked_and_the_way_back_is_kept(
    application: Application, tab: Tab, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_plan(tab)
    page = await to_page(tab, "Our family")
    tab.goes_behind()
    await tab.finds("unlock")
    for module, name in ((resume, "found"), (unlocking, "is_due")):
        real = getattr(module, name)

        async def meanwhile(*given: object, real: Callable[..., Awaitable[object]] = real) -> object:
            tab.goes_behind()
            await tab.until(lambda: application.unlocked == 0)
            return await real(*given)

        with monkeypatch.context() as patched:
            patched.setattr(module, name, meanwhile)
            await tab.write("secret", PIN)
            await tab.touch("unlock")
            await tab.until(lambda: application.unlocked == 0)
            assert tab.has("unlock")
            assert not tab.says(FAMILY)
    await tab.write("secret", PIN)
    await tab.touch("unlock")
    await tab.finds(f"scroll-{page}")


async def test_a_change_of_pin_that_ends_behind_the_lock_says_nothing_there_and_proves_nobody(
    application: Application, tab: Tab, slow: Callable[[str], Slow]
) -> None:
    await unlock(tab)
    await tab.touch("safety")
    await prove(tab, PIN, "change-secret")
    await tab.touch("change-secret")
    await prove(tab, PIN, "secret-again")
    changing = slow("change_secret")
    await tab.write("secret", NEW_PIN)
    await tab.write("secret-again", NEW_PIN)
    tab.event(tab.control("use-secret-from-now"), "click", None)
    await tab.until(changing.begun.is_set)
    await escape(tab)
    await end(tab, application, changing)
    await tab.touch("more")
    await tab.finds("unlock")
    assert not tab.says("That is changed")
    await tab.write("secret", NEW_PIN)
    await tab.touch("unlock")
    await tab.finds("prove")
    assert not tab.has("change-secret")


async def test_set_up_and_hidden_meanwhile_the_tablet_has_its_keys_and_its_workers_name(
    tmp_path: Path, slow: Callable[[str], Slow]
) -> None:
    new_tablet = Application(tmp_path / "data", NoKeyring(), KINDS)
    async with opened(screen_of(new_tablet)) as tab:
        await tab.finds("secret-again")
        words = " ".join(tab.value("offered").split())
        await tab.write("worker-name", "Jo")
        await tab.write("secret", words)
        await tab.write("secret-again", words)
        making = slow("set_up")
        tab.event(tab.control("begin"), "click", None)
        await tab.until(making.begun.is_set)
        await escape(tab)
        await end(tab, new_tablet, making)
        await tab.touch("more")
        await tab.finds("unlock")
        await tab.write("secret", words)
        await tab.touch("unlock")
        await tab.until(lambda: new_tablet.unlocked == 1)
        workspace = new_tablet._workspace
        assert workspace is not None
        assert await workspace.thread.run(workspace.vault.setting, "worker", "") == "Jo"
    await new_tablet.close()
