"""A plan that opens in stages: few steps at first, more when they are wanted, and what has to happen on top of all."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from app.document import Kind, Section
from app.document.kind import Catalogue
from app.main import screen_of
from app.tablet import Tablet
from plans.catalogue import KINDS
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import copied, document, keyring, say, to_page, unlock

pytestmark = pytest.mark.asyncio

STAGED = Kind(
    slug="staged",
    name="Staged",
    family_name="Our plan",
    sections=(
        Section(slug="must", block="words", title="What has to happen", question="What has to happen?", on_top=True),
        Section(slug="well", block="words", title="Going well", question="What is going well?"),
        Section(slug="signs", block="words", title="Signs", question="Which signs?", stage=1),
        Section(slug="again", block="words", title="Look again", question="What is different?", stage=2),
    ),
    more=("More for the next visit", "More for later"),
)
WITH_STAGES = Catalogue(plans=(*KINDS.plans, STAGED), drawings=KINDS.drawings, family=KINDS.family)


@pytest_asyncio.fixture
async def staged(prepared: Path, tmp_path: Path) -> AsyncIterator[Tablet]:
    tablet = Tablet(copied(prepared, tmp_path / "data"), keyring(), WITH_STAGES)
    try:
        yield tablet
    finally:
        await tablet.close()


@pytest_asyncio.fixture
async def at_plan(staged: Tablet, nothing_unseen: None) -> AsyncIterator[Tab]:
    """A tab at a new plan that opens in stages."""
    async with opened(screen_of(staged)) as tab:
        await unlock(tab)
        await tab.touch("start-staged")
        await tab.finds("next")
        yield tab
        await tab.still()
        assert not tab.crashes


def steps(tab: Tab) -> list[str]:
    return [key.removeprefix("step-") for key in tab.keys("step-")]


async def test_home_offers_every_kind_and_a_tile_has_its_neutral_name(at_plan: Tab) -> None:
    await at_plan.touch("back")
    await at_plan.sees("Start another: Our story", "Start another: Our plan")
    assert len(at_plan.touchable("plan-")) == 2


async def test_a_first_visit_has_few_steps_and_one_quiet_way_to_more(at_plan: Tab) -> None:
    assert steps(at_plan) == ["must", "well"]
    assert at_plan.keys("open-stage-") == ["open-stage-1"]
    await at_plan.sees("More for the next visit")
    await at_plan.touch("open-stage-1")
    await at_plan.until(lambda: steps(at_plan) == ["must", "well", "signs"])
    await at_plan.sees("More for later")
    await at_plan.touch("open-stage-2")
    await at_plan.until(lambda: steps(at_plan) == ["must", "well", "signs", "again"])
    assert not at_plan.keys("open-stage-")


async def test_undo_shuts_what_was_opened_and_what_was_said_there_stays_in_sight(at_plan: Tab) -> None:
    await at_plan.touch("open-stage-1")
    await at_plan.until(lambda: "signs" in steps(at_plan))
    await at_plan.touch("undo")
    await at_plan.until(lambda: steps(at_plan) == ["must", "well"])
    await at_plan.touch("redo")
    await to_page(at_plan, "Signs")
    await say(at_plan, "The curtains are shut")
    await to_page(at_plan, "What has to happen")
    await at_plan.touch("undo")
    await at_plan.finds("open-stage-1")
    assert "signs" in steps(at_plan)


async def test_what_has_to_happen_stands_on_top_of_every_other_step_when_there_is_some(at_plan: Tab) -> None:
    assert not at_plan.keys("on-top-")
    await say(at_plan, "Dad sees Mia with Nan there")
    assert not at_plan.keys("on-top-")
    await to_page(at_plan, "Going well")
    assert "Dad sees Mia with Nan there" in " ".join(at_plan.words_in("on-top-must"))
    await at_plan.touch("talk")
    await at_plan.until(lambda: not at_plan.keys("step-"))
    assert "Dad sees Mia with Nan there" in " ".join(at_plan.words_in("on-top-must"))


async def test_a_plan_without_pages_offers_none_and_no_book(at_plan: Tab, staged: Tablet) -> None:
    assert not at_plan.has("arrange")
    assert not at_plan.has("read-together")
    assert at_plan.has("copy")
    await at_plan.resize(390, 844)
    await at_plan.until(lambda: at_plan.has("begin-family-time-screen"))
    assert not at_plan.has("arrange")
    assert not at_plan.has("read-together")


async def test_the_stage_is_kept_with_the_plan(at_plan: Tab, staged: Tablet) -> None:
    await at_plan.touch("open-stage-1")
    await at_plan.until(lambda: "signs" in steps(at_plan))
    plan = next(
        id
        for id, opened in staged._desk._open.items()
        if opened.document.kind is STAGED  # type: ignore[union-attr]
    )
    front_item = next(i for i in document(staged, plan).items.values() if i.section == "front")
    assert front_item.fields["stage"] == 1
