"""A plan that opens in stages: few steps at first, more when they are wanted, and what has to happen on top of all."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from app.blocks.agreement.model import agreements
from app.blocks.review.model import reviews
from app.document.header import header
from app.document.saying import sayings
from app.workspace.application import Application
from tests.headless.flet_session import Tab
from tests.headless.sitting import copied, draw_line, meet, say, to_page
from tests.headless.staged import new_plan, of, staged_tablet
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def staged(prepared: Path, tmp_path: Path) -> AsyncIterator[Application]:
    async with staged_tablet(copied(prepared, tmp_path / "data")) as application:
        yield application


@pytest_asyncio.fixture
async def at_plan(staged: Application, nothing_unseen: None) -> AsyncIterator[Tab]:
    async with new_plan(staged) as tab:
        yield tab


def steps(tab: Tab) -> list[str]:
    return [key.removeprefix("step-") for key in tab.keys("step-")]


async def test_home_offers_every_kind_and_a_tile_has_its_neutral_name(at_plan: Tab) -> None:
    await at_plan.touch("back")
    await at_plan.sees("Start another: Our story", "Start another: Our plan")
    assert len(at_plan.touchable("plan-")) == 2


async def test_a_first_visit_has_few_steps_and_one_quiet_way_to_more(at_plan: Tab) -> None:
    assert steps(at_plan) == ["must", "well", "promises"]
    assert at_plan.keys("open-stage-") == ["open-stage-1"]
    await at_plan.sees("More for the next visit")
    await at_plan.touch("open-stage-1")
    await at_plan.until(lambda: steps(at_plan) == ["must", "well", "promises", "signs", "agreed"])
    await at_plan.sees("More for later")
    await at_plan.touch("open-stage-2")
    await at_plan.until(lambda: steps(at_plan) == ["must", "well", "promises", "signs", "agreed", "again", "try"])
    assert not at_plan.keys("open-stage-")


async def test_undo_shuts_what_was_opened_and_what_was_said_there_stays_in_sight(at_plan: Tab) -> None:
    await at_plan.touch("open-stage-1")
    await at_plan.until(lambda: "signs" in steps(at_plan))
    await at_plan.touch("undo")
    await at_plan.until(lambda: steps(at_plan) == ["must", "well", "promises"])
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


async def test_a_plan_without_pages_offers_none_and_no_book(at_plan: Tab, staged: Application) -> None:
    assert not at_plan.has("arrange")
    assert not at_plan.has("read-together")
    assert at_plan.has("copy")
    await at_plan.resize(390, 844)
    await at_plan.until(lambda: at_plan.has("begin-family-time-screen"))
    assert not at_plan.has("arrange")
    assert not at_plan.has("read-together")


async def test_the_stage_is_kept_with_the_plan(at_plan: Tab, staged: Application) -> None:
    await at_plan.touch("open-stage-1")
    await at_plan.until(lambda: "signs" in steps(at_plan))
    assert header(of(staged)).stage == 1


async def open_all(tab: Tab) -> None:
    await tab.touch("open-stage-1")
    await tab.touch("open-stage-2")
    await tab.until(lambda: "again" in steps(tab))


async def test_promises_that_are_open_greet_the_next_visit_until_they_are_put_away(at_plan: Tab) -> None:
    await to_page(at_plan, "Promises")
    await say(at_plan, "Mr Bell brings a bed by Friday")
    assert not at_plan.has("promised")
    await to_page(at_plan, "What has to happen")
    await at_plan.sees("We said we would …")
    assert "Mr Bell brings a bed by Friday" in " ".join(at_plan.words_in("promised"))
    await at_plan.touch("put-promises-away")
    await at_plan.until(lambda: not at_plan.has("promised"))
    await open_all(at_plan)
    await to_page(at_plan, "Look again")
    assert "Mr Bell brings a bed by Friday" in " ".join(at_plan.words_in("promised"))


async def test_looking_again_is_one_touch_and_sets_the_day_of_the_next(at_plan: Tab, staged: Application) -> None:
    await open_all(at_plan)
    await to_page(at_plan, "Look again")
    await at_plan.touch("look-again")
    await at_plan.until(lambda: at_plan.keys("card-"))
    assert not at_plan.has("look-again")
    (one,) = reviews(of(staged), "again")
    await at_plan.write(f"came-{one.id}", "Nan and Mr Bell")
    await at_plan.write(f"words-{one.id}", "Mornings are calmer")
    await at_plan.leave(f"words-{one.id}")
    await at_plan.touch(f"next-{one.id}")
    await at_plan.until(lambda: at_plan.touchable("day-"))
    await at_plan.touch(at_plan.touchable("day-")[-1])
    await at_plan.until(lambda: header(of(staged)).next)
    (one,) = reviews(of(staged), "again")
    assert (one.came, one.words) == ("Nan and Mr Bell", "Mornings are calmer")
    assert one.next is not None
    assert one.next.isoformat() == header(of(staged)).next


async def test_somebody_goes_along_and_draws_a_sign_in_their_own_hands(at_plan: Tab, staged: Application) -> None:
    nan = await meet(at_plan, "Nan")
    await open_all(at_plan)
    await to_page(at_plan, "We agree to it")
    await at_plan.touch("agree")
    await at_plan.touch(f"choose-{nan}")
    await at_plan.until(lambda: agreements(of(staged), "agreed"))
    (one,) = agreements(of(staged), "agreed")
    assert (one.by, one.how) == (nan, "tick")
    await at_plan.touch(f"initials-{one.id}")
    await at_plan.write(f"initials-of-{one.id}", "N.B.")
    await at_plan.leave(f"initials-of-{one.id}")
    await at_plan.until(lambda: agreements(of(staged), "agreed")[0].initials == "N.B.")
    await at_plan.touch(f"drawn-{one.id}")
    await at_plan.touch(f"draw-{one.id}")
    await draw_line(at_plan)
    await at_plan.touch("finished")
    await at_plan.finds(f"sign-{one.id}")
    await at_plan.touch(f"take-back-{one.id}")
    await at_plan.until(lambda: not agreements(of(staged), "agreed"))
    await at_plan.touch("undo")
    await at_plan.finds(f"sign-{one.id}")


async def test_what_is_tried_is_stepped_through_and_what_is_missing_becomes_a_step(
    at_plan: Tab, staged: Application
) -> None:
    await open_all(at_plan)
    await to_page(at_plan, "Try it out")
    await at_plan.sees("There is nothing to try yet.")
    await to_page(at_plan, "Signs")
    first = await say(at_plan, "the curtains are shut")
    await say(at_plan, "nobody answers the phone")
    await to_page(at_plan, "Try it out")
    await at_plan.finds(f"case-{first}")
    assert "the curtains are shut" in " ".join(at_plan.words_in(f"case-{first}"))
    await at_plan.touch("worked")
    await at_plan.finds("kept-worked")
    assert [s.words for s in sayings(of(staged), None, section="well")] == ["Worked: the curtains are shut"]
    await at_plan.touch("case-next")
    await at_plan.until(lambda: not at_plan.has(f"case-{first}"))
    assert at_plan.has("worked")
    (field,) = at_plan.keys("gap-")[-1:]
    await at_plan.write(field, "A second key for Nan")
    await at_plan.leave(field)
    await at_plan.finds("kept-gap")
    await at_plan.write(field, "A second key for Nan and Mr Bell")
    await at_plan.leave(field)
    await at_plan.until(lambda: "Mr Bell" in sayings(of(staged), None, section="promises")[0].words)
    assert len(sayings(of(staged), None, section="promises")) == 1


async def test_what_is_still_to_talk_about_is_behind_the_pin_and_leads_to_its_place(at_plan: Tab) -> None:
    assert "still" not in steps(at_plan)
    assert not at_plan.says("Nobody has said yet what goes well.")
    await at_plan.touch("set-up-sheet")
    await at_plan.write("secret", PIN)
    await at_plan.touch("prove")
    await at_plan.sees("Nobody has said yet what goes well.")
    await at_plan.touch("to-well-0")
    await at_plan.sees("What is going well?")
    await say(at_plan, "We eat together")
    await to_page(at_plan, "Still to talk about")
    await at_plan.sees("There is nothing here just now.")
