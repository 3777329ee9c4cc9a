"""Words that cannot be kept, in two tabs or as it locks: nobody's go in silence, whatever another tab does."""

import asyncio
import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from app.kit.draft_field import SETTLE
from app.main import screen_of
from app.store import Locked
from app.workspace.application import Application
from app.workspace.workspace import Workspace
from tests.headless.asking import SECRET, ask, given, to_worries, visit, worry_said
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import blank, said, say, to_page, to_plan, unlock
from tests.headless.test_not_saved import SHORT, TOO_LONG, says_saved, too_long
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

THEIRS = "B was there. " * 1000
QUESTION = "Who is in our family, and what is good about us?"
WAIT = "Some words are not saved yet. They wait on the page where they were written."


@pytest_asyncio.fixture
async def second(application: Application) -> AsyncIterator[Tab]:
    async with opened(screen_of(application)) as tab:
        yield tab


async def to_our_family(tab: Tab) -> str:
    await to_plan(tab)
    return await to_page(tab, "Our family")


async def comes_back(tab: Tab) -> None:
    """Unlock, be told that words wait, and go to their page."""
    await unlock(tab)
    await tab.sees(WAIT)
    await tab.touch(tab.touchable("plan-")[0])
    await tab.finds("next")
    if not tab.says(QUESTION):
        await to_page(tab, "Our family")


async def pastes(tab: Tab, field: str, words: str) -> None:
    await tab.write(field, words)
    await tab.leave(field)
    await tab.until(lambda: tab.control(field).get("error"))


async def locks(tab: Tab) -> None:
    await tab.touch("lock")
    await tab.finds("unlock")


async def test_a_letter_in_one_tab_takes_nothing_away_that_waits_for_the_same_field_behind_the_lock_of_another(
    tab: Tab, second: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    field = await say(tab, "We have a dog")
    await to_our_family(second)
    await pastes(tab, field, TOO_LONG)
    await locks(tab)
    await second.press(field, "!")
    await second.leave(field)
    await second.until(lambda: said(application, plan, page)[0].words == "We have a dog!")
    await locks(second)
    await comes_back(tab)
    await tab.until(lambda: tab.value(field) == TOO_LONG)
    assert tab.control(field)["error"] == "Not saved: this is 2000 letters too long."
    assert not says_saved(tab)


@pytest.mark.parametrize("who", ["first", "second"])
async def test_what_two_tabs_could_not_keep_in_one_field_stands_there_whoever_comes(
    tab: Tab, second: Tab, application: Application, who: str
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    field = await say(tab, "We have a dog")
    await to_our_family(second)
    await pastes(tab, field, TOO_LONG)
    await pastes(second, field, THEIRS)
    await locks(tab)
    await locks(second)
    one, other = (tab, second) if who == "first" else (second, tab)
    await comes_back(one)
    await one.until(lambda: one.value(field) == f"{TOO_LONG}\n\n{THEIRS}")
    assert one.control(field)["error"] == "Not saved"
    assert not says_saved(one)
    # They are one's now, and the other finds none of them a second time.
    await unlock(other)
    assert not other.says(WAIT)
    await one.write(field, SHORT)
    await one.leave(field)
    await one.until(lambda: says_saved(one))
    assert [s.words for s in said(application, plan, page)] == [SHORT]
    assert not application.aside


async def test_the_same_words_that_two_tabs_could_not_keep_stand_there_once(tab: Tab, second: Tab) -> None:
    await to_our_family(tab)
    field = await say(tab, "We have a dog")
    await to_our_family(second)
    for one in (tab, second):
        await pastes(one, field, TOO_LONG)
    for one in (tab, second):
        await locks(one)
    await comes_back(tab)
    await tab.until(lambda: tab.value(field) == TOO_LONG)


async def test_what_two_tabs_could_not_keep_in_their_empty_fields_stands_in_one(tab: Tab, second: Tab) -> None:
    await too_long(tab)
    await to_our_family(second)
    await pastes(second, blank(second), THEIRS)
    await locks(tab)
    await locks(second)
    await comes_back(tab)
    await tab.until(lambda: tab.value(blank(tab)) == f"{TOO_LONG}\n\n{THEIRS}")


async def test_what_two_tabs_could_not_keep_in_a_field_of_one_line_stands_in_one_line(tmp_path: Path) -> None:
    async with visit(tmp_path / "house") as (tab, application), opened(screen_of(application)) as second:
        await worry_said(tab)
        await unlock(second)
        await second.touch(second.touchable("plan-")[0])
        await second.finds("next")
        await to_worries(second)
        for one, letter in ((tab, "a"), (second, "b")):
            await pastes(one, "worry-when", letter * 1000)
        for one in (tab, second):
            await locks(one)
        await unlock(tab)
        await tab.touch(tab.touchable("plan-")[0])
        await tab.finds("next")
        await to_worries(tab)
        await tab.until(lambda: tab.value("worry-when") == f"{'a' * 1000} {'b' * 1000}")


@pytest.mark.parametrize("way", ["lock", "hide"])
@pytest.mark.parametrize("before", ["", "We have a d"])
async def test_a_letter_that_comes_as_it_locks_is_kept(
    tab: Tab, application: Application, way: str, before: str
) -> None:
    await to_our_family(tab)
    field = blank(tab)
    if before:
        await tab.write(field, before)
    tab.event(tab.control(way), "click", None)
    tab._type(field, "We have a dog")
    await locked(tab, application, way)
    assert not application.aside
    await unlocks(tab, way)
    await tab.until(lambda: tab.value(field) == "We have a dog")
    await tab.until(lambda: says_saved(tab))


@pytest.mark.parametrize("way", ["lock", "hide"])
@pytest.mark.parametrize("before", ["", "We have a d"])
async def test_a_letter_that_comes_when_the_keys_are_gone_waits_for_who_comes_back(
    tab: Tab,
    application: Application,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
    before: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def gone(*_what: Any, **_more: Any) -> str:
        raise Locked

    await to_our_family(tab)
    field = blank(tab)
    if before:
        await tab.write(field, before)
    with monkeypatch.context() as closed:
        tab.event(tab.control(way), "click", None)
        asyncio.get_running_loop().call_soon(lambda: closed.setattr(Workspace, "make", gone))  # Between the two.
        tab._type(field, "We have a dog")
        await locked(tab, application, way)
        # Of two that sleep in one loop, the one that began first and sleeps less is awake first, however slow it is.
        await asyncio.sleep(SETTLE + 0.1)
        await tab.still()
    assert [draft.words for draft in application.aside.values()] == ["We have a dog"]
    assert not tab.has("notice")
    await unlocks(tab, way)
    await tab.until(lambda: tab.value(field) == "We have a dog")
    assert not says_saved(tab)
    await tab.touch("try-again")
    await tab.until(lambda: says_saved(tab))
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


async def test_a_letter_too_many_that_comes_as_it_locks_waits_and_the_lock_says_nothing(
    tab: Tab, application: Application
) -> None:
    _plan, _page, field = await too_long(tab)
    tab.event(tab.control("lock"), "click", None)
    tab._type(field, TOO_LONG + "!")
    await locked(tab, application, "lock")
    await unlocks(tab, "lock")
    await tab.until(lambda: tab.value(field) == TOO_LONG + "!")


async def test_what_somebody_says_alone_as_it_locks_is_kept_for_them(tmp_path: Path) -> None:
    async with visit(tmp_path / "house") as (tab, application):
        nan, _dad = await worry_said(tab)
        await ask(tab, nan)
        tab.event(tab.control("hide"), "click", None)
        tab._type("answer-words", SECRET)
        await locked(tab, application, "hide")
        assert not application.aside
        await unlocks(tab, "hide")
        assert [answer.words for answer in given(application)] == [SECRET]


async def locked(tab: Tab, application: Application, way: str) -> None:
    """It is locked, the keys are gone, and nothing tells of what was written."""
    await tab.finds("unlock" if way == "lock" else "more")
    await tab.until(lambda: application._workspace is None)
    await tab.still()
    assert not tab.has("notice")
    assert not tab.crashes


async def unlocks(tab: Tab, way: str) -> None:
    """Unlock, and come to where it was."""
    if way == "hide":
        await tab.touch("more")
        await tab.write("secret", PIN)
        await tab.touch("unlock")
        await tab.finds("next")
        return
    await unlock(tab)
    await tab.touch(tab.touchable("plan-")[0])
    await tab.finds("next")
