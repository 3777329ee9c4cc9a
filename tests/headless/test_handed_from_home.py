"""A child who draws from home has the page and nothing else, until the worker's PIN; and a break leads back to it."""

import random

import pytest

from app.ink.drawing import strokes
from app.main import screen_of
from app.store import NotSaved, Vault
from app.workspace.application import Application
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import FAMILY, comes_back, document, draw_line, gives_back, to_pad, unlock
from tests.headless.test_pad import drawings
from tests.headless.test_plan import own_page
from tests.headless.test_safe_in_the_room import pictures
from tests.headless.wandering import WAYS_OUT, touch_something
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

ELSEWHERE = (FAMILY, "Our story", "Another family", "Keep it safe", "Copy", "Lock")


async def nothing_else(tab: Tab, *, seed: int, touches: int = 40) -> None:
    """Touch whatever can be touched on the pad: it stays the page, with no way to the tablet's photos."""
    chance = random.Random(seed)
    for _step in range(touches):
        assert not [w for w in ELSEWHERE if w in tab.words()]
        assert not [way for way in ("photo", "back", "lock", "families") if tab.has(way)]
        await touch_something(tab, chance, but=WAYS_OUT)
        assert tab.has("page")
    while tab.is_off("finished"):  # A dialog is open over the page.
        await tab.touch(next(key for key in ("clear-no", *tab.keys("close-")) if tab.has(key)))


@pytest.mark.parametrize("seed", range(2))
async def test_draw_gives_the_page_and_nothing_else_and_only_the_pin_leads_on(tab: Tab, seed: int) -> None:
    await to_pad(tab)
    await nothing_else(tab, seed=seed)
    await tab.touch("finished")
    await tab.sees("Thank you")
    assert not [w for w in ELSEWHERE if w in tab.words()]
    await tab.write("secret", "000000")
    await tab.touch("prove")
    await tab.sees("That is not right.")
    assert not [w for w in ELSEWHERE if w in tab.words()]
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("draw")


async def test_the_browsers_back_leads_nowhere_from_a_childs_page(tab: Tab) -> None:
    await to_pad(tab)
    await tab.goes_to("/")
    assert tab.has("page")
    await tab.touch("finished")
    await tab.sees("Thank you")
    await tab.goes_to("/x")
    await tab.sees("Thank you")


async def test_a_drawing_opened_from_the_list_and_a_page_of_the_childs_own_are_handed_over_too(tab: Tab) -> None:
    await to_pad(tab)
    await draw_line(tab)
    await gives_back(tab, "drawings")
    await tab.touch("drawings")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.touch("open-1")
    await tab.finds("page")
    await nothing_else(tab, seed=3, touches=10)
    await tab.touch("finished")
    await tab.sees("Thank you")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.until(lambda: not tab.says("Thank you"))
    await tab.touch("back")
    await tab.until(lambda: tab.touchable("plan-"), "no plan among today's")
    await tab.touch(tab.touchable("plan-")[0])
    await tab.finds("next")
    await own_page(tab)
    await tab.touch("open-page")
    await tab.touch("draw")
    await tab.finds("page")
    await nothing_else(tab, seed=4, touches=10)


async def test_a_page_that_everyone_sees_keeps_its_photo_and_its_short_way_back(tab: Tab) -> None:
    await unlock(tab)
    await tab.touch(tab.touchable("plan-")[0])
    await tab.touch("draw")
    await tab.finds("photo")
    await tab.touch("finished")
    await tab.finds("next")


async def test_a_break_says_that_the_picture_is_safe_and_the_pin_leads_back_to_it_in_the_same_hands(
    tab: Tab, application: Application
) -> None:
    await to_pad(tab)
    await draw_line(tab)
    before = pictures(tab)
    await tab.touch("break")
    await tab.sees("Your picture is safe.")
    assert not [w for w in ELSEWHERE if w in tab.words()]
    assert not pictures(tab) & before
    await tab.touch("more")
    await comes_back(tab, "go-on")
    assert not pictures(tab) & before, "whoever unlocked is not who drew it"
    await tab.touch("go-on")
    await tab.finds("page")
    await tab.until(lambda: pictures(tab), "the picture is not there")
    await nothing_else(tab, seed=5, touches=10)
    found = document(application, drawings(application))
    (page,) = found.children(None, section="mine")
    assert strokes(found, page.id)
    await gives_back(tab, "draw")


async def test_a_break_calls_nothing_safe_that_is_not_on_the_disk(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    await to_pad(tab)
    await draw_line(tab)

    def no_room(*_: object) -> None:
        raise NotSaved

    with monkeypatch.context() as full:
        full.setattr(Vault, "append", no_room)
        await draw_line(tab, at=300)
        await tab.touch("break")
        await tab.sees("Not all of it is saved yet. Please leave the tablet on.")
        assert not tab.says("safe")
    await tab.touch("more")
    await comes_back(tab, "go-on")
    await tab.touch("go-on")
    await tab.touch("try-again")
    await tab.until(lambda: not tab.has("try-again"))


async def test_hide_says_nothing_of_a_picture_and_leads_the_worker_to_their_own_screen(tab: Tab) -> None:
    await to_pad(tab)
    await draw_line(tab)
    await tab.touch("hide")
    await tab.finds("more")
    assert not tab.says("safe")
    await tab.touch("more")
    await comes_back(tab, "families")


async def test_from_a_page_that_waits_the_worker_gets_home_by_hide(tab: Tab) -> None:
    await to_pad(tab)
    await tab.touch("break")
    await tab.touch("more")
    await comes_back(tab, "go-on")
    assert set(tab.touchable("")) - {""} == {"go-on", "hide"}
    await tab.touch("hide")
    await tab.touch("more")
    await comes_back(tab, "families")


async def test_a_child_in_one_tab_is_in_nobodys_way_in_another(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    async with opened(screen_of(application)) as other:
        await unlock(other)
        assert tab.has("page")
