"""A first visit with the safety plan: one page to fill in together, the child's part apart, and a copy of it."""

import pytest

from app.blocks.rows.reading import rows
from app.document import ONLY_ME
from app.tablet import Tablet
from plans.safety_plan import FIRST_PAGE, SAFETY_PLAN
from tests.headless.flet_session import Tab
from tests.headless.sitting import document, meet, say, to_page, unlock
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio


async def to_safety_plan(tab: Tab) -> None:
    await unlock(tab)
    await tab.touch("start-safety-plan")
    await tab.finds("next")


def plan_of(tablet: Tablet) -> str:
    desk = tablet._desk
    assert desk is not None, "locked"
    return next(id for id, o in desk._open.items() if o.document.kind is SAFETY_PLAN)


def steps(tab: Tab) -> list[str]:
    return [key.removeprefix("step-") for key in tab.keys("step-")]


async def test_a_first_visit_begins_with_what_goes_well_and_has_the_steps_of_one_page(tab: Tab) -> None:
    await to_safety_plan(tab)
    assert steps(tab) == list(FIRST_PAGE)
    await tab.sees("What is going well?")
    for _step in FIRST_PAGE[1:]:
        await tab.touch("next")
    await tab.sees("If it gets worse, who do we call?")
    assert tab.is_off("next")


async def test_every_step_of_every_stage_can_be_gone_to_in_every_shape(tab: Tab) -> None:
    await to_safety_plan(tab)
    await tab.touch("open-stage-1")
    await tab.touch("open-stage-2")
    await tab.until(lambda: "agreed" in steps(tab))
    expected = [s.slug for s in SAFETY_PLAN.sections if s.in_copies and not s.own]
    assert steps(tab) == expected
    for width, height in ((1180, 820), (820, 1180), (390, 844)):
        await tab.resize(width, height)
        for step in expected:
            await tab.touch(f"step-{step}")
            await tab.finds(f"scroll-{step}")
        assert not tab.crashes


async def test_the_childs_part_is_offered_apart_and_is_shut_on_the_shared_screen(tab: Tab, tablet: Tablet) -> None:
    await to_safety_plan(tab)
    mia = await meet(tab, "Mia", "child")
    await tab.sees("The child's part")
    await tab.touch("arrange")
    assert not tab.has("page-list")
    await tab.touch("add-safe-person")
    if tab.says("Whose page is this?"):
        await tab.touch(f"choose-{mia}")
    await tab.finds("open-page")
    await tab.sees("Mia's page")
    assert not tab.says("Who do you feel safe with?")
    await tab.touch("open-page")
    await tab.sees("Who do you feel safe with?")
    await say(tab, "Mr Bell")
    (page,) = document(tablet, plan_of(tablet)).children(None, section="child")
    assert (page.by, page.for_whom) == (mia, ONLY_ME)


async def test_a_copy_is_offered_on_each_of_its_papers(tab: Tab, tablet: Tablet) -> None:
    await to_safety_plan(tab)
    await to_page(tab, "Going well")
    await say(tab, "We eat together")
    await tab.touch("copy")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.touch("for-nobody")
    await tab.touch("safe-no")
    await tab.finds("save-copy")
    assert tab.keys("paper-") == [f"paper-{p.slug}" for p in SAFETY_PLAN.papers]
    await tab.sees("We eat together")
    for paper in SAFETY_PLAN.papers[1:]:
        await tab.touch(f"paper-{paper.slug}")
        await tab.finds("save-copy")
    assert rows(document(tablet, plan_of(tablet)), "steps") == ()
