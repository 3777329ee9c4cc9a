"""A worry is closed by touch, with what did it and who says so; a moment to be proud of; and it is a worry again."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from app.blocks.worries.model import Worry, worries
from app.document import WORKER
from app.document.saying import sayings
from app.workspace.application import Application
from tests.blocks.worrying import HAPPENED
from tests.headless.asking import the_plan, visit, worry_said
from tests.headless.flet_session import Tab
from tests.headless.sitting import FAMILY, blank, document
from tests.headless.test_family_time import begins
from tests.headless.test_safe_in_the_room import crawl, found_out, hidden, locked

pytestmark = pytest.mark.asyncio


def the_worry(application: Application) -> Worry:
    return worries(document(application, the_plan(application)), "worries")[0]


async def closes(tab: Tab, by: str = WORKER) -> None:
    await tab.touch("close-worry")
    await tab.sees("Who says so?", "Only Jo closes a worry.")
    await tab.touch(f"close-{by}")
    await tab.finds("scroll-worries-done")


async def test_a_worry_is_closed_with_what_did_it_and_is_found_with_what_people_are_proud_of(tmp_path: Path) -> None:
    async with visit(tmp_path) as (tab, application):
        nan, _dad = await worry_said(tab)
        await tab.touch("close-worry")
        field = f"did-{the_worry(application).id}"
        await tab.write(field, "Nan comes every evening")
        await tab.leave(field)
        assert the_worry(application).done is None, "it was closed before anybody said so"
        await tab.touch(f"close-{WORKER}")
        await tab.finds("scroll-worries-done")
        done = the_worry(application)
        assert (done.did, done.done_by, done.done == application.today) == ("Nan comes every evening", WORKER, True)
        await tab.sees("Not a worry any more", HAPPENED, "What are you proud of?")
        await tab.touch(f"speak-{nan}")
        await tab.write(blank(tab), "I rang when I was late")
        await tab.leave(blank(tab))
        await tab.until(lambda: sayings(document(application, the_plan(application)), done.id))
        (said,) = sayings(document(application, the_plan(application)), done.id)
        assert (said.by, said.asked) == (nan, "proud")
        # Its own step is there for another worry.
        await tab.touch("step-worries")
        await tab.finds("worry-happened")
        assert tab.value("worry-happened") == ""
        await tab.touch("step-worries-done")
        await tab.sees("I rang when I was late")


async def test_closing_is_taken_back_with_undo_and_it_is_a_worry_again_with_one_touch(tmp_path: Path) -> None:
    async with visit(tmp_path) as (tab, application):
        await worry_said(tab)
        await closes(tab)
        await tab.until(lambda: not tab.is_off("undo"))
        await tab.touch("undo")
        await tab.until(lambda: the_worry(application).done is None)
        await tab.touch("step-worries")
        await closes(tab)
        await tab.touch(f"again-{the_worry(application).id}")
        await tab.finds("worry-happened")
        assert tab.value("worry-happened") == HAPPENED
        assert not tab.has("step-worries-done")


async def test_in_a_familys_own_time_nobody_closes_a_worry(tmp_path: Path) -> None:
    async with visit(tmp_path) as (tab, _application):
        await worry_said(tab)
        await tab.finds("close-worry")
        await begins(tab)
        await tab.finds("give-back")
        await tab.touch("step-worries")
        await tab.finds("worry-happened")
        assert not tab.has("close-worry")


@pytest.mark.parametrize(("width", "height"), [(820, 1180), (390, 844)], ids=["portrait", "phone"])
async def test_in_every_shape_and_in_the_talking_view_it_can_be_read(
    tmp_path: Path, width: float, height: float
) -> None:
    async with visit(tmp_path) as (tab, _application):
        await worry_said(tab)
        await closes(tab)
        await tab.resize(width, height)
        await tab.sees(HAPPENED)
        await tab.touch("talk")
        await tab.sees(HAPPENED, "What are you proud of?")
        assert not tab.keys("again-")


@pytest.mark.parametrize("away", [hidden, locked])
async def test_hidden_or_locked_nothing_of_it_is_anywhere_on_the_page(
    tmp_path: Path, away: Callable[[Tab], Awaitable[None]]
) -> None:
    async with visit(tmp_path) as (tab, _application):
        await worry_said(tab)
        await closes(tab)
        await tab.write(blank(tab), "I rang when I was late")
        await tab.leave(blank(tab))
        told_by = (HAPPENED, "I rang", "Not a worry any more", "Nan", FAMILY)
        assert found_out(tab, set(), told_by)
        await away(tab)
        await tab.still()
        await crawl(tab, set(), seed=1, told_by=told_by)
