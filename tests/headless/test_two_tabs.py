"""The same plan in two tabs: each sees what the other says, and neither is drawn by the other."""

import asyncio

import pytest

from app.main import screen_of
from app.workspace.application import Application
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import blank, draw_line, meet, said, say, strokes_shown, to_page, to_plan

pytestmark = pytest.mark.asyncio


async def test_what_is_said_in_one_tab_is_on_the_other_at_once(application: Application, tab: Tab) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    async with opened(screen_of(application)) as second:
        await to_plan(second)
        await to_page(second, "Our family")
        field = await say(tab, "We have a dog")
        await second.until(lambda: second.has(f"how-{field}"))
        await second.write(field, "We have a big dog")
        await second.leave(field)
        await tab.until(lambda: tab.value(field) == "We have a big dog")
        await tab.sees("Saved")
        assert second.stopped is None
        assert not second.crashes


async def test_two_people_write_at_once_and_no_letter_of_either_is_lost(application: Application, tab: Tab) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    async with opened(screen_of(application)) as second:
        await to_plan(second)
        await to_page(second, "Our family")
        mine, theirs = blank(tab), blank(second)
        await asyncio.gather(
            tab.press(mine, "Rosie sleeps on my bed every night"),
            second.press(theirs, "Nan makes pancakes on Sunday mornings"),
        )
        await tab.leave(mine)
        await second.leave(theirs)
        await tab.until(lambda: len(said(application, plan, page)) == 2)
        assert {s.words for s in said(application, plan, page)} == {
            "Rosie sleeps on my bed every night",
            "Nan makes pancakes on Sunday mornings",
        }


async def test_another_tabs_change_does_not_overwrite_what_is_being_written_here(
    application: Application, tab: Tab
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    field = await say(tab, "We have a dog")
    async with opened(screen_of(application)) as second:
        await to_plan(second)
        await to_page(second, "Our family")
        await tab.press(field, " called")
        await second.write(field, "We have a cat")
        await second.leave(field)
        await tab.press(field, " Rosie")
        assert tab.value(field) == "We have a dog called Rosie"
        await tab.leave(field)
        await second.until(lambda: second.value(field) == "We have a dog called Rosie")
        assert [s.words for s in said(application, plan, page)] == ["We have a dog called Rosie"]


async def test_who_speaks_where_one_is_and_what_is_open_are_each_tabs_own(application: Application, tab: Tab) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    async with opened(screen_of(application)) as second:
        await to_plan(second)
        await to_page(second, "Who can I talk to?")
        nan = await meet(tab, "Nan")
        await tab.touch(f"speak-{nan}")
        await second.until(lambda: second.has(f"speak-{nan}"))
        before = len(second.line.sent)
        await tab.touch("speak-worker")
        await tab.touch("talk")
        await tab.touch("talk")
        await to_page(tab, "Our story")
        await second.still()
        assert len(second.line.sent) == before, "the other tab was drawn for nothing"
        await second.sees("Who did the child choose to talk to?")


async def test_a_drawing_made_in_one_tab_is_on_the_other_tabs_pad(application: Application, tab: Tab) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    await tab.touch("draw")
    await tab.finds("page")
    async with opened(screen_of(application)) as second:
        await to_plan(second)
        await to_page(second, "Our family")
        await second.touch("draw")
        await second.finds("page")
        await draw_line(tab)
        await second.until(lambda: strokes_shown(second))
        # Undo takes back one's own, never another's.
        assert not tab.is_off("undo")


async def test_locking_one_tab_leaves_the_other_at_work_and_saving(application: Application, tab: Tab) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    async with opened(screen_of(application)) as second:
        await to_plan(second)
        await second.touch("lock")
        await second.finds("unlock")
        await say(tab, "We have a dog")
        await tab.sees("Saved")
        await second.still()
        assert not [v for v in second.everything() if isinstance(v, str) and "dog" in v]
