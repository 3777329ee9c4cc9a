"""Private family time: the family works alone, and nobody else sees anything until they give it back."""

import random

import pytest

from app.document import WORKER
from app.main import screen_of
from app.workspace.application import Application
from tests.headless.flet_session import Tab, opened
from tests.headless.glass import values_of
from tests.headless.sitting import blank, document, said, say, to_page, to_plan, unlock
from tests.headless.test_safe_in_the_room import TOUCHES, crawl, found_out, pictures, something_to_hide
from tests.headless.wandering import touch_something
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

CODE = "7351"
SECRET = "Only Jo may read this"


async def begins(tab: Tab, code: str = CODE) -> None:
    await tab.touch("begin-family-time-screen")
    await tab.finds("family-code")
    await tab.write("family-code", code)
    await tab.write("family-code-again", code)
    await tab.touch("begin-family-time")


async def gives_back(tab: Tab, code: str = CODE) -> None:
    await tab.touch("give-back")
    await tab.write("family-code", code)
    await tab.touch("use-family-code")


async def something_restricted(tab: Tab) -> None:
    """A page with words that only the worker may see."""
    await to_page(tab, "Who is worried?")
    await say(tab, SECRET)
    await tab.touch("who-sees")
    await tab.touch("only-me")
    await tab.sees("Only Jo can see this page. It is in nobody's copy.")


async def test_a_familys_code_that_ended_elsewhere_is_told_so(application: Application, tab: Tab) -> None:
    await to_plan(tab)
    await begins(tab)
    await tab.finds("give-back")
    async with opened(screen_of(application)) as late:
        await late.sees("The family's code")
        await gives_back(tab)
        await tab.sees("Thank you")
        await late.write("secret", CODE)
        await late.touch("unlock")
        await late.sees("That does not open the plans. They are safe. Please use the PIN or the four words now.")
        assert late.value("secret") == ""
        await unlock(late)


async def test_the_family_writes_in_its_own_words_and_gives_it_back(tab: Tab, application: Application) -> None:
    plan, page, _seen = await something_to_hide(tab)
    await begins(tab)
    await tab.finds("give-back")
    await to_page(tab, "Our family")
    await say(tab, "We will eat together on Sundays")
    new = said(application, plan, page)[-1]
    assert (new.words, new.own, new.by != WORKER) == ("We will eat together on Sundays", True, True)
    assert document(application, plan).edits[-1].actor != WORKER
    await gives_back(tab, "0000")
    await tab.sees("That is not right. Everything is safe. Please try again.")
    await tab.write("family-code", CODE)
    await tab.touch("use-family-code")
    await tab.sees("Thank you")
    assert found_out(tab, pictures(tab)) == []
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees("We will eat together on Sundays")
    assert tab.is_off("undo"), "the worker can take back what the family wrote"


async def test_only_what_everyone_may_see_is_there_and_no_way_elsewhere(tab: Tab) -> None:
    await something_to_hide(tab)
    await something_restricted(tab)
    await begins(tab)
    await tab.finds("give-back")
    chance = random.Random(3)
    for _step in range(TOUCHES):
        assert not tab.says(SECRET)
        assert not tab.says("Set-up sheet")
        for way in ("back", "copy", "hand-over", "set-up-sheet", "arrange", "who-sees", "families", "safety"):
            assert not tab.has(way) or tab.has("page") or tab.has("begin-family-time"), way
        await touch_something(tab, chance, but=("hide", "lock", "break"))
    assert not tab.says(SECRET)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("way", ["lock", "hide"])
async def test_the_workers_pin_leads_to_nothing_until_it_is_given_back(tab: Tab, way: str, seed: int) -> None:
    _plan, _page, seen = await something_to_hide(tab)
    await begins(tab)
    await tab.finds("give-back")
    await tab.touch(way)
    if way == "hide":
        await tab.touch("more")
    await tab.touch("use-secret")
    await tab.write("secret", PIN)
    await tab.touch("unlock")
    await tab.sees("Private family time")
    await crawl(tab, seen, seed=seed)


async def test_the_familys_code_brings_back_what_they_hid(tab: Tab) -> None:
    await something_to_hide(tab)
    await begins(tab)
    await to_page(tab, "Our family")
    await tab.press(blank(tab), "And on Mondays")
    await tab.touch("hide")
    await tab.touch("more")
    await tab.sees("The family's code")
    await tab.write("secret", CODE)
    await tab.touch("unlock")
    await tab.sees("And on Mondays")
    assert tab.has("give-back")


async def test_a_restart_does_not_end_it_and_the_worker_can_and_it_is_said(tab: Tab, application: Application) -> None:
    await something_to_hide(tab)
    await begins(tab)
    await tab.finds("give-back")
    await tab.touch("lock")
    store = await application.store()
    store._family = None  # As after a restart: what was in memory is gone.
    async with opened(screen_of(application)) as other:
        await other.write("secret", PIN)
        await other.touch("unlock")
        await other.sees("Private family time")
        assert found_out(other, set()) == []
        await other.write("family-code", "0000")
        await other.touch("use-family-code")
        await other.sees("That is not right. Everything is safe. Please try again.")
        await other.write("family-code", CODE)
        await other.touch("use-family-code")
        await other.finds("give-back")
        await other.touch("lock")
        await other.write("secret", PIN)
        await other.touch("unlock")
        await other.touch("code-lost")
        await other.write("secret", PIN)
        await other.touch("prove")
        await other.finds("copy")
        await other.touch("begin-family-time-screen")
        await other.until(lambda: any(w.startswith("Ended without the family:") for w in other.words()))


async def test_a_tab_that_the_worker_left_open_is_locked(tab: Tab, application: Application) -> None:
    await something_to_hide(tab)
    async with opened(screen_of(application)) as other:
        await to_plan(other)
        await begins(tab)
        await other.finds("unlock")
        assert found_out(other, set()) == []


@pytest.mark.parametrize(("code", "again"), [("7351", "7352"), ("735", "735"), ("", "")])
async def test_a_code_that_will_not_do_gets_a_sentence_and_nothing_begins(tab: Tab, code: str, again: str) -> None:
    await something_to_hide(tab)
    await tab.touch("begin-family-time-screen")
    await tab.write("family-code", code)
    await tab.write("family-code-again", again)
    await tab.touch("begin-family-time")
    await tab.still()
    assert tab.has("begin-family-time")
    await tab.touch("back")
    await tab.finds("copy")


async def test_a_tab_that_has_lost_its_line_does_not_stand_in_the_way(tab: Tab, application: Application) -> None:
    await something_to_hide(tab)
    async with opened(screen_of(application)) as other:
        await to_plan(other)
        await other.cut()
        await begins(tab)
        await tab.finds("give-back")
        await other.back()
        await other.finds("unlock")


async def test_nothing_that_the_family_writes_alone_becomes_the_workers(tab: Tab, application: Application) -> None:
    plan, page, _seen = await something_to_hide(tab)
    await tab.touch("speak-worker")
    await tab.sees("Jo says")
    await begins(tab)
    await to_page(tab, "Our family")
    field = await say(tab, "He may not come in")
    new = said(application, plan, page)[-1]
    assert (new.words, new.by != WORKER, new.scribe != WORKER) == ("He may not come in", True, True)
    await tab.finds(f"asks-{field}")
    assert not tab.has(f"said-by-{field}-{WORKER}")


async def test_in_its_own_time_the_family_draws_a_face_and_comes_back_to_its_plan(tab: Tab) -> None:
    await something_to_hide(tab)
    await begins(tab)
    await tab.finds("give-back")
    await tab.touch("choose-face")
    await tab.touch("draw-face")
    await tab.finds("page")
    assert not tab.has("photo")
    before = pictures(tab)
    await tab.stroke("page", [(100 + 10 * n, 200 + 3 * n) for n in range(20)])
    await tab.until(lambda: pictures(tab) - before, "the line is not on the page")
    await tab.touch("finished")
    await tab.finds("give-back")
    (new,) = [key for key in tab.touchable("speak-") if key != "speak-worker"]
    await tab.until(lambda: any(isinstance(v, bytes) for v in values_of(tab.control(new))), "no face")
