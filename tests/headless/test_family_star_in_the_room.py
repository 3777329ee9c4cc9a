"""A family star in the room: behind a hide, a lock or a hand-over nobody's touches find a number, a name or a word.

Source: docs/domain/sharing.md ("On the screen"). The crawler is that of test_safe_in_the_room.py.
"""

from collections.abc import Awaitable, Callable

import pytest

from app.workspace.application import Application
from tests.headless.flet_session import Tab
from tests.headless.sitting import FAMILY, meet
from tests.headless.test_family_star import SECRET, area, ask, given_back, gives, table, to_the_end
from tests.headless.test_safe_in_the_room import crawl, found_out, hidden, in_the_background, locked

pytestmark = pytest.mark.asyncio

SHOWN = "The rent was paid in May"
TELLING = (SHOWN, SECRET, "Nannie", FAMILY, "Our star", "Our home and bills", "Nannie: 8")


async def on_the_table(tab: Tab, application: Application) -> tuple[str, str]:
    """Nannie shows a number and keeps another; returns her id and Dadster's, with the star on the screen."""
    nan, dad = await meet(tab, "Nannie"), await meet(tab, "Dadster", "parent")
    await ask(tab, nan)
    await tab.write("answer-words", SHOWN)
    await tab.leave("answer-words")
    await gives(tab, 8)
    await tab.write("answer-words", SECRET)
    await tab.leave("answer-words")
    await to_the_end(tab)
    await tab.touch("choose-each")
    await tab.touch(f"show-it-{area(application, 'home-and-money')}")
    await given_back(tab)
    await tab.touch("as-table")
    await tab.touch("line-home-and-money")
    return nan, dad


@pytest.mark.parametrize("away", [locked, hidden, in_the_background])
async def test_nothing_behind_a_hide_or_a_lock_tells_of_the_star(
    table: Tab, application: Application, away: Callable[[Tab], Awaitable[None]]
) -> None:
    _nan, dad = await on_the_table(table, application)
    assert found_out(table, set(), (SHOWN,)) == [SHOWN]
    assert found_out(table, set(), (SECRET,)) == []
    if away is not locked:  # A dialog is over Lock, and never over Hide.
        await table.touch(f"ask-star-{dad}")
        await table.sees("For Dadster alone", "Our home and bills")
    await away(table)
    await table.still()
    await crawl(table, set(), seed=3, told_by=TELLING)


async def test_whoever_gives_numbers_finds_nobody_elses_by_any_touch(table: Tab, application: Application) -> None:
    _nan, dad = await on_the_table(table, application)
    await ask(table, dad)
    await crawl(table, set(), seed=5, told_by=(SHOWN, SECRET, "Nannie", FAMILY), but=("break", "hide"))


__all__ = ["table"]
