"""Reading together: what everyone may see, large, a page at a time; and nothing else, whatever is touched."""

import random
from collections.abc import Awaitable, Callable

import pytest

from app.kit import theme
from app.main import screen_of
from app.sheet import Items, Panel, Words
from app.ui.screens.read_page import SIZES, size_for
from app.ui.screens.read_together import still_at
from app.workspace.application import Application
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import document, draw_line, gives_back, meet, say, to_page, to_plan
from tests.headless.test_family_time import begins, something_restricted
from tests.headless.test_safe_in_the_room import (
    NAME,
    WORDS,
    crawl,
    found_out,
    hidden,
    hidden_by_a_key,
    in_the_background,
    pictures,
    something_to_hide,
)
from tests.headless.wandering import touch_something
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

INVITED = "What would you like to draw or say?"


async def reads(tab: Tab) -> None:
    await tab.touch("read-together")
    await tab.finds("page-0")


async def at(tab: Tab, number: int) -> None:
    await tab.until(lambda: tab.has(f"page-{number}"), f"not at page {number}")


async def two_pages(tab: Tab) -> str:
    """A story with two pages that everyone may see; returns the plan."""
    plan = await to_plan(tab)
    await to_page(tab, "Our family")
    await meet(tab, "Nan")
    await say(tab, "We like pancakes")
    await to_page(tab, "The end, for now")
    await say(tab, "All is well")
    return plan


async def test_the_book_is_its_title_then_each_page_that_says_something_then_an_inviting_blank_one(tab: Tab) -> None:
    await two_pages(tab)
    await reads(tab)
    await tab.sees("Our story", "1 of 4")
    await tab.touch("page-before")
    await at(tab, 0)
    for words, heading in (("We like pancakes", "Our family"), ("All is well", "The end, for now")):
        await tab.touch("page-after")
        await tab.sees(words, heading)
    await tab.touch("page-after")
    await tab.sees(INVITED, "4 of 4")
    await tab.touch("page-after")
    await at(tab, 3)
    assert not tab.says("All is well")
    await tab.touch("close")
    await tab.finds("next")


async def test_closing_leads_back_to_the_page_of_the_plan_from_which_it_was_opened(tab: Tab) -> None:
    await two_pages(tab)
    page = await to_page(tab, "Our family")
    await reads(tab)
    await tab.touch("close-book")
    await tab.finds(f"scroll-{page}")


async def test_there_is_nothing_on_the_screen_but_the_page_and_the_ways_on(tab: Tab) -> None:
    await two_pages(tab)
    await reads(tab)
    await tab.touch("page-after")
    assert set(tab.touchable("")) == {"close-book", "page-before", "page-after", "hide"}


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        (["Arrow Right", "Arrow Right", "Arrow Left"], 1),
        ([" ", " "], 2),
        (["Page Down", "Page Down", "Page Up"], 1),
        (["End"], 3),
        (["End", "Arrow Right", " "], 3),
        (["End", "Home", "Arrow Left"], 0),
        (["A", "Arrow Down", "Enter"], 0),
    ],
)
async def test_keys_turn_the_pages(tab: Tab, keys: list[str], number: int) -> None:
    await two_pages(tab)
    await reads(tab)
    for key in keys:
        tab.strikes(key)
        await tab.still()
    await at(tab, number)


async def test_space_on_a_button_is_one_touch_and_not_two_pages(tab: Tab) -> None:
    await two_pages(tab)
    await reads(tab)
    tab.event(tab.control("page-after"), "focus", None)
    await tab.still()
    tab.strikes(" ")
    await tab.touch("page-after")
    await at(tab, 1)
    tab.event(tab.control("page-after"), "blur", None)
    await tab.still()
    tab.strikes(" ")
    await at(tab, 2)


async def test_keys_do_nothing_any_more_when_the_book_is_closed(tab: Tab) -> None:
    await two_pages(tab)
    page = await to_page(tab, "Our family")
    await reads(tab)
    await tab.touch("close-book")
    await tab.finds(f"scroll-{page}")
    tab.strikes("Arrow Right")
    await tab.still()
    assert tab.has(f"scroll-{page}")


async def swipe(tab: Tab, way: float, *, speed: float = 0.0) -> None:
    book = tab.control("open-page")
    begin, end = ({"x": x, "y": 300.0} for x in (500.0, 500.0 + way))
    tab.event(book, "horizontal_drag_start", {"k": "touch", "l": begin, "g": begin})
    tab.event(book, "horizontal_drag_end", {"l": end, "g": end, "v": {"x": speed, "y": 0.0}, "pv": speed})
    await tab.still()


async def tap(tab: Tab, part: float) -> None:
    book = tab.control("open-page")
    route = {"x": part * tab.control("page-1" if tab.has("page-1") else "page-0")["width"], "y": 300.0}
    tab.event(book, "tap_up", {"k": "touch", "l": route, "g": route})
    await tab.still()


async def test_a_swipe_turns_the_page_when_it_is_long_or_quick_enough(tab: Tab) -> None:
    await two_pages(tab)
    await reads(tab)
    await swipe(tab, -20)
    await at(tab, 0)
    await swipe(tab, -200)
    await at(tab, 1)
    await swipe(tab, -30, speed=-900)
    await at(tab, 2)
    await swipe(tab, 200)
    await at(tab, 1)
    await swipe(tab, 20, speed=900)
    await at(tab, 0)


async def test_a_touch_turns_the_page_at_its_sides_and_not_in_its_middle(tab: Tab) -> None:
    await two_pages(tab)
    await reads(tab)
    await tap(tab, 0.9)
    await at(tab, 1)
    await tap(tab, 0.5)
    await at(tab, 1)
    await tap(tab, 0.1)
    await at(tab, 0)


async def test_where_the_book_runs_from_the_right_swipes_touches_and_arrows_are_mirrored(
    application: Application, nothing_unseen: None
) -> None:
    async with opened(screen_of(application, language="ar-XB")) as tab:
        await to_plan(tab)
        await tab.touch(tab.keys("step-")[1])
        await say(tab, "We like pancakes")
        await reads(tab)
        tab.strikes("Arrow Left")
        await at(tab, 1)
        tab.strikes("Arrow Right")
        await at(tab, 0)
        await swipe(tab, 200)
        await at(tab, 1)
        await swipe(tab, -200)
        await at(tab, 0)
        await tap(tab, 0.1)
        await at(tab, 1)
        tab.strikes(" ")
        await at(tab, 2)


async def test_a_page_that_not_everyone_may_see_is_in_no_book_and_neither_is_its_picture(tab: Tab) -> None:
    await something_to_hide(tab)
    await reads(tab)
    await tab.touch("page-after")
    await tab.sees(WORDS)
    await tab.until(lambda: pictures(tab), "the drawing does not come")
    await tab.touch("close-book")
    await tab.touch("who-sees")
    await tab.touch("only-me")
    await reads(tab)
    for number in (0, 1):
        await at(tab, number)
        assert not tab.says(WORDS)
        assert pictures(tab) == set()
        tab.strikes(" ")
        await tab.still()
    await tab.sees(INVITED)


async def test_the_last_page_leads_to_a_page_of_the_childs_own_and_back(tab: Tab) -> None:
    await two_pages(tab)
    await reads(tab)
    tab.strikes("End")
    await tab.touch("draw")
    await draw_line(tab)
    await gives_back(tab, "draw")
    await tab.sees(INVITED)


async def test_a_drawing_made_at_the_end_of_the_book_is_found_again_there_and_in_the_list(tab: Tab) -> None:
    await two_pages(tab)
    await reads(tab)
    tab.strikes("End")
    await tab.finds("draw")
    assert not tab.says("Your drawing is kept.")
    await tab.touch("draw")
    await tab.finds("page")
    await gives_back(tab, "draw")
    assert not tab.says("Your drawing is kept."), "nothing was drawn"
    await tab.touch("draw")
    await draw_line(tab)
    await gives_back(tab, "draw-more")
    await tab.sees("Your drawing is kept.")
    assert pictures(tab) == set(), "it is the child's own, and stands on no shared page"
    await tab.touch("draw-more")
    assert not tab.has("finished")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("page")
    await tab.until(lambda: pictures(tab), "it is another page")
    assert not tab.has("photo")
    await gives_back(tab, "draw-more")
    await tab.touch("close")
    await tab.touch("back")
    await tab.touch("drawings")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees("After reading Our story")


async def test_hide_and_lock_leave_nothing_of_the_book_and_the_pin_leads_back_to_the_page(tab: Tab) -> None:
    _plan, _page, seen = await something_to_hide(tab)
    await reads(tab)
    await tab.touch("page-after")
    await tab.until(lambda: pictures(tab), "the drawing does not come")
    seen |= pictures(tab)
    await hidden(tab)
    assert found_out(tab, seen) == []
    tab.strikes("Arrow Right")
    await tab.still()
    assert found_out(tab, seen) == []
    await tab.touch("more")
    await tab.write("secret", PIN)
    await tab.touch("unlock")
    await at(tab, 1)
    await tab.sees(WORDS)
    tab.strikes("Escape")
    await tab.finds("more")
    assert found_out(tab, seen) == []


@pytest.mark.parametrize("away", [hidden, hidden_by_a_key, in_the_background])
async def test_nothing_that_can_be_touched_leads_back_to_a_book_that_was_put_away(
    tab: Tab, away: Callable[[Tab], Awaitable[None]]
) -> None:
    _plan, _page, seen = await something_to_hide(tab)
    await reads(tab)
    await tab.touch("page-after")
    await tab.until(lambda: pictures(tab), "the drawing does not come")
    seen |= pictures(tab)
    await away(tab)
    await crawl(tab, seen, seed=3)


async def test_a_family_that_is_alone_reads_its_book_and_gets_nowhere_else(tab: Tab) -> None:
    await something_to_hide(tab)
    await something_restricted(tab)
    await begins(tab)
    await tab.finds("give-back")
    await reads(tab)
    chance = random.Random(5)
    for _step in range(12):
        assert not tab.says("Only Jo may read this")
        assert not tab.has("draw")
        await touch_something(tab, chance, but=("hide", "close", "close-book"))
    tab.strikes("Home")
    await tab.touch("page-after")
    await tab.sees(WORDS, NAME)
    await tab.touch("close-book")
    await tab.finds("give-back")


async def test_the_book_follows_what_is_said_in_another_tab(tab: Tab, application: Application) -> None:
    plan = await two_pages(tab)
    page = await to_page(tab, "Our family")
    await reads(tab)
    tab.strikes("End")
    await at(tab, 3)
    tab.strikes("Page Up")
    await at(tab, 2)
    await tab.sees("All is well")
    async with opened(screen_of(application)) as other:
        await to_plan(other)
        await to_page(other, "Who is worried?")
        await say(other, "Nan is worried")
        await at(tab, 3)
        await tab.sees("All is well", "4 of 5")
        tab.strikes("Page Up")
        await tab.sees("Nan is worried")
        await to_page(other, "Our family")
        await say(other, "And the sea")
        assert len(document(application, plan).children(page)) == 2
        tab.strikes("Page Up")
        await tab.sees("And the sea")


def panel(words: str) -> Panel:
    return Panel(words, (Words(words),))


async def test_a_book_that_changes_stays_open_at_its_page() -> None:
    a, b, c = panel("a"), panel("b"), panel("c")
    assert still_at(0, (a,), (b, a)) == 0
    assert still_at(1, (a, b), (c, a, b)) == 2
    assert still_at(1, (a, b), (c, b)) == 1
    assert still_at(2, (a, b), (a,)) == 2, "what came after it: here, the end"
    assert still_at(3, (a, b), (a, b, c)) == 4, "the end stays the end"


async def test_few_words_are_largest_and_many_are_never_smaller_than_a_childs() -> None:
    assert size_for((Words("Few words", who="Nan says"),), 500, 600) == theme.TALKING
    assert size_for((Words("Many words. " * 400), Items(("one", "two"))), 500, 600) == theme.CHILD
    between = [size_for((Words("Some words here. " * n),), 500, 600) for n in range(1, 40)]
    assert between == sorted(between, reverse=True)
    assert set(between) == set(SIZES)
