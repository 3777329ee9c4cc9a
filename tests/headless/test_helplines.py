"""The worker's list of who can help: all that is written is kept, and no one's numbers go unseen."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from app.kit import removal
from app.main import screen_of
from app.store.helplines import Helpline
from app.workspace.application import Application
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import unlock
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

DUTY = Helpline("The duty worker", "0118 496 0123")


async def to_numbers(tab: Tab) -> None:
    """Go to the numbers, from the lock or the home screen."""
    await tab.until(lambda: tab.has("unlock") or tab.has("safety") or tab.has("prove"))
    if tab.has("unlock"):
        await unlock(tab)
    await tab.until(lambda: tab.has("safety") or tab.has("prove"))
    if tab.has("safety"):
        await tab.touch("safety")
    await prove(tab)


async def prove(tab: Tab) -> None:
    await tab.finds("prove")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("helpline-who-0")
    await tab.still()


async def kept(application: Application) -> tuple[Helpline, ...]:
    return (await application.door()).helplines


async def keep(tab: Tab) -> None:
    await tab.touch("keep-helplines")
    await tab.sees("These numbers are kept.")


def written(tab: Tab) -> list[str]:
    return [tab.value(key) for key in tab.keys("helpline-who-")]


@pytest_asyncio.fixture
async def second(application: Application) -> AsyncIterator[Tab]:
    async with opened(screen_of(application)) as second:
        yield second


async def test_what_is_kept_is_what_was_written_at_the_touch(tab: Tab, application: Application) -> None:
    await to_numbers(tab)
    await tab.write("helpline-who-0", "The duty worke")
    tab._type("helpline-who-0", "The duty worker")
    tab._type("helpline-number-0", "0118 496 0123")
    tab.event(tab.control("keep-helplines"), "click", None)
    await tab.sees("These numbers are kept.")
    assert (await kept(application))[0] == DUTY


async def test_a_name_and_a_number_that_came_at_once_are_both_kept(tab: Tab, application: Application) -> None:
    await to_numbers(tab)
    tab._type("helpline-who-0", DUTY.who)
    tab._type("helpline-number-0", DUTY.number)
    tab._type("helpline-who-1", "The school")
    await tab.still()
    await keep(tab)
    assert (await kept(application))[0] == DUTY
    assert (await kept(application))[1].who == "The school"


async def test_what_is_written_while_the_numbers_are_being_kept_stands_and_is_asked_about(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_numbers(tab)
    keeps = application.keep_helplines

    async def slowly(lines: tuple[Helpline, ...], *, read: tuple[Helpline, ...]) -> tuple[Helpline, ...]:
        there = await keeps(lines, read=read)
        others = set(tab._tasks)
        tab._type("helpline-who-0", "The duty worker")
        await asyncio.wait(tab._tasks - others)
        return there

    await tab.write("helpline-who-0", "The duty worke")
    with monkeypatch.context() as slow:
        slow.setattr(application, "keep_helplines", slowly)
        await tab.touch("keep-helplines")
    await tab.still()
    assert written(tab)[0] == "The duty worker"
    assert not tab.says("These numbers are kept.")
    await tab.touch("back")
    await tab.sees("Some words are not saved")
    await tab.touch("back-to-words")
    await keep(tab)
    assert (await kept(application))[0].who == "The duty worker"


@pytest.mark.parametrize("way", ["back", "the browser's back"])
async def test_who_leaves_with_numbers_that_are_not_kept_is_asked(tab: Tab, application: Application, way: str) -> None:
    await to_numbers(tab)
    await tab.write("helpline-who-0", "The duty worke")
    tab._type("helpline-who-0", DUTY.who)
    if way == "back":
        tab.event(tab.control("back"), "click", None)
    else:
        await tab.goes_to("/")
    await tab.sees("Some words are not saved")
    assert tab.value("not-saved-0").startswith(DUTY.who)
    await tab.touch("back-to-words")
    assert written(tab)[0] == DUTY.who
    await tab.touch("back")
    await tab.touch("leave-without")
    await tab.finds("families")
    assert await kept(application) == ()
    await to_numbers(tab)
    assert written(tab)[0] != DUTY.who


async def test_who_leaves_when_a_number_was_taken_away_is_asked_until_it_is_brought_back(tab: Tab) -> None:
    await to_numbers(tab)
    who = written(tab)[1]
    await tab.touch("remove-helpline-1")
    await tab.touch("back")
    await tab.finds("leaving")
    assert tab.value("not-saved-0") == f"Taken away: {who}"
    await tab.touch("back-to-words")
    await tab.touch("back-1")
    await tab.touch("back")
    await tab.finds("families")


@pytest.mark.parametrize("how", ["kept", "as before", "an empty line"])
async def test_who_leaves_with_nothing_unkept_is_not_asked(tab: Tab, how: str) -> None:
    await to_numbers(tab)
    first = written(tab)[0]
    if how == "an empty line":
        await tab.touch("add-helpline")
    else:
        await tab.write("helpline-who-0", DUTY.who)
    if how == "kept":
        await keep(tab)
    if how == "as before":
        await tab.write("helpline-who-0", first)
    await tab.touch("back")
    await tab.finds("families")
    assert not tab.has("leaving")


@pytest.mark.parametrize("way", ["hide", "lock"])
async def test_nothing_stops_hide_and_the_lock_and_the_numbers_wait_where_they_were_written(
    tab: Tab, application: Application, way: str
) -> None:
    await to_numbers(tab)
    await tab.touch("remove-helpline-1")
    await tab.write("helpline-who-0", "The duty worke")
    tab._type("helpline-who-0", DUTY.who)
    await tab.touch("add-helpline")
    added = tab.keys("helpline-who-")[-1]
    await tab.write(added, "The school")
    await tab.touch(way)
    await tab.still()
    assert DUTY.who not in tab.everything()
    if way == "hide":
        await tab.touch("more")
    await tab.write("secret", PIN)
    await tab.touch("unlock")
    await tab.sees("Some words are not saved yet. They wait on the page where they were written.")
    await to_numbers(tab)
    assert (written(tab)[0], written(tab)[-1]) == (DUTY.who, "The school")
    assert tab.has("back-1")
    await tab.touch("back")
    await tab.finds("leaving")
    await tab.touch("leave-without")
    assert await kept(application) == ()


async def test_numbers_that_were_kept_in_another_tab_are_told_and_nobodys_are_written_over(
    tab: Tab, second: Tab, application: Application
) -> None:
    await to_numbers(tab)
    await to_numbers(second)
    usual = written(tab)
    await tab.write("helpline-who-0", "Mum's friend")
    await keep(tab)
    await second.write("helpline-who-1", "The school")
    await second.touch("keep-helplines")
    await second.sees("These numbers were changed meanwhile, in another window.")
    assert written(second) == ["Mum's friend", "The school", *usual[2:]]
    assert [line.who for line in await kept(application)] == ["Mum's friend", *usual[1:]]
    await second.touch("back")
    await second.finds("leaving")
    assert second.value("not-saved-0").startswith("The school")
    await second.touch("back-to-words")
    await keep(second)
    assert [line.who for line in await kept(application)] == ["Mum's friend", "The school", *usual[2:]]


async def test_the_same_line_written_in_two_tabs_is_two_lines(tab: Tab, second: Tab, application: Application) -> None:
    await to_numbers(tab)
    await to_numbers(second)
    usual = written(tab)
    await tab.write("helpline-who-0", "Mum's friend")
    await keep(tab)
    await second.write("helpline-who-0", "The school")
    await second.touch("remove-helpline-1")
    await second.touch("keep-helplines")
    await second.sees("These numbers were changed meanwhile, in another window.")
    assert second.has("back-1")
    assert written(second) == ["Mum's friend", *usual[2:], "The school"]
    await keep(second)
    assert [line.who for line in await kept(application)] == ["Mum's friend", *usual[2:], "The school"]


async def test_the_first_ones_do_not_come_over_numbers_that_nobody_here_has_seen(
    tab: Tab, second: Tab, application: Application
) -> None:
    await to_numbers(tab)
    await to_numbers(second)
    await tab.write("helpline-who-0", DUTY.who)
    await keep(tab)
    await second.touch("first-helplines")
    await second.sees("These numbers were changed meanwhile, in another window.")
    assert written(second)[0] == DUTY.who
    assert (await kept(application))[0].who == DUTY.who
    assert not second.has("own-helplines")


async def test_numbers_that_waited_behind_the_lock_while_others_were_kept_are_told_of(
    tab: Tab, second: Tab, application: Application
) -> None:
    await to_numbers(second)
    await to_numbers(tab)
    await tab.write("helpline-who-1", "The school")
    await tab.touch("lock")
    await second.write("helpline-who-0", DUTY.who)
    await keep(second)
    await to_numbers(tab)
    await tab.sees("These numbers were changed meanwhile, in another window.")
    assert written(tab)[:2] == [DUTY.who, "The school"]


async def test_numbers_of_two_tabs_that_wait_behind_the_lock_are_all_there_again(
    tab: Tab, second: Tab, application: Application
) -> None:
    await to_numbers(tab)
    await to_numbers(second)
    await tab.write("helpline-who-0", DUTY.who)
    await second.write("helpline-who-1", "The school")
    await tab.touch("lock")
    await second.touch("lock")
    await to_numbers(tab)
    assert written(tab)[:2] == [DUTY.who, "The school"]
    await keep(tab)
    assert [line.who for line in await kept(application)][:2] == [DUTY.who, "The school"]


async def test_ones_own_that_cannot_be_kept_when_they_are_brought_back_stand_there(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(removal, "MOMENT", 0.0)
    await to_numbers(tab)
    await tab.write("helpline-who-0", DUTY.who)
    await tab.write("helpline-number-0", "ring me")
    await tab.touch("first-helplines")
    await tab.finds("own-helplines")
    await tab.write("helpline-who-1", "The school")
    await tab.touch("own-helplines")
    await tab.sees("“ring me” has letters in it.")
    assert written(tab)[0] == DUTY.who
    assert "The school" in written(tab)
    assert await kept(application) == ()
    await tab.write("helpline-number-0", DUTY.number)
    await keep(tab)
    assert (await kept(application))[0] == DUTY


async def test_two_touches_before_a_drawing_add_two_lines_and_never_a_ninth(tab: Tab) -> None:
    await to_numbers(tab)
    before = len(written(tab))
    for _touch in range(2):
        tab.event(tab.control("add-helpline"), "click", None)
    await tab.still()
    assert len(written(tab)) == before + 2
    for _touch in range(3):
        tab.event(tab.control("add-helpline"), "click", None)
    await tab.still()
    assert len(written(tab)) == 8
