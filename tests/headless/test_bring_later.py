"""A copy that is brought another day: a promise with a day, that greets the next visit until the copy is made."""

from datetime import timedelta

import pytest

from app.blocks.rows.model import rows
from app.document.copies_due import copies_due
from app.workspace.application import Application
from tests.headless.flet_session import Tab
from tests.headless.sitting import allow, document, meet, say, to_page, to_plan
from tests.headless.test_safety_plan import plan_of, to_safety_plan
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio


async def prove(tab: Tab) -> None:
    await tab.touch("copy")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees("Who is this copy for?")


async def to_ready(tab: Tab, whom: str) -> None:
    await tab.touch(f"for-{whom}")
    if whom == "nobody":
        await tab.touch("word-yes")
    await tab.touch("safe-no")
    await tab.finds("save-copy")


async def story_with_nan(tab: Tab, application: Application) -> tuple[str, str]:
    """Open the family's story, in which Nan speaks; returns the plan's id and hers."""
    plan = await to_plan(tab)
    await to_page(tab, "Our family")
    nan = await meet(tab, "Nan")
    await tab.touch(f"speak-{nan}")
    await say(tab, "We have a dog")
    allow(application, plan, nan)
    await prove(tab)
    await to_ready(tab, nan)
    return plan, nan


async def home(tab: Tab) -> None:
    await tab.touch("back")
    await tab.finds("draw")
    await tab.still(0.1)


async def test_a_copy_to_bring_is_promised_for_a_day_and_greets_the_next_visit_until_it_is_saved(
    tab: Tab, application: Application
) -> None:
    plan, nan = await story_with_nan(tab, application)
    await tab.touch("bring-later")
    await tab.sees("On which day will you bring this copy?")
    assert not tab.has("owe-everyone"), "a promise without a day"
    await tab.touch("bring-1")
    await tab.touch("owe-everyone")
    await tab.sees("You promised a copy by")
    (owed,) = copies_due(document(application, plan))
    assert (owed.whom, owed.until) == (nan, (application.today + timedelta(weeks=1)).isoformat())
    await home(tab)
    assert tab.words_in("promise-0")[0].startswith("Jo: Bring a copy of this plan · By ")
    await tab.touch("promise-0")
    await tab.sees("The worker makes a copy.")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees("You said you would bring", "A copy for Nan")
    await tab.touch(f"make-{owed.item}")
    await tab.touch("safe-no")
    await tab.finds("save-copy")
    assert copies_due(document(application, plan)), "looked at is not made"
    await tab.touch("save-copy")
    await tab.until(lambda: not copies_due(document(application, plan)))
    await tab.sees("The copy should now be among this device's downloads.")
    await tab.touch("back")
    await tab.finds("next")
    await home(tab)
    assert not tab.has("promised")


async def test_what_only_the_two_of_them_may_know_is_told_behind_the_pin_and_nowhere_else(
    tab: Tab, application: Application
) -> None:
    plan, _nan = await story_with_nan(tab, application)
    await tab.touch("bring-later")
    await tab.touch("bring-2")
    await tab.touch("owe-only")
    await tab.finds("next")
    assert not tab.says("copy by"), "the table is told of a copy that only two may know of"
    (owed,) = copies_due(document(application, plan))
    await tab.touch(tab.touchable("step-")[0])  # Where open promises stand.
    await tab.still()
    assert not tab.has("promised")
    await home(tab)
    assert not tab.has("promised")
    await tab.touch(f"plan-{plan}")
    await tab.finds("next")
    await prove(tab)
    assert not tab.says("A copy for Nan"), "whoever looks on reads whose copy is promised"
    await tab.touch("open-record")
    await tab.sees("A copy for Nan")
    await tab.touch(f"not-{owed.item}")
    await tab.finds(f"taken-{owed.item}")
    assert copies_due(document(application, plan)) == ()
    await tab.touch(f"back-{owed.item}")
    await tab.finds(f"not-{owed.item}")
    assert copies_due(document(application, plan)) == (owed,)
    await tab.touch(f"not-{owed.item}")
    await tab.until(lambda: copies_due(document(application, plan)) == ())


async def test_not_now_promises_nothing_and_a_day_from_the_calendar_does(tab: Tab, application: Application) -> None:
    plan, _nan = await story_with_nan(tab, application)
    await tab.touch("bring-later")
    await tab.touch("bring-1")
    await tab.touch("bring-not-now")
    await tab.finds("save-copy")
    assert copies_due(document(application, plan)) == ()
    await tab.touch("bring-later")
    await tab.touch("bring-other")
    day = tab.touchable("day-")[-1]
    await tab.touch(day)
    await tab.touch("owe-everyone")
    await tab.until(lambda: copies_due(document(application, plan)))
    assert [o.until for o in copies_due(document(application, plan))] == [day.removeprefix("day-")]


async def test_in_a_safety_plan_the_copy_is_one_of_the_promises_at_their_step(
    tab: Tab, application: Application
) -> None:
    await to_safety_plan(tab)
    await tab.sees("Saved")
    await tab.still(0.1)
    await prove(tab)
    await to_ready(tab, "nobody")
    await tab.touch("bring-later")
    await tab.touch("bring-1")
    assert not tab.has("owe-only"), "nobody in particular has no secret of their own"
    await tab.touch("owe-everyone")
    await tab.finds("step-promises")
    (held,) = rows(document(application, plan_of(application)), "promises")
    await home(tab)
    await tab.touch("promise-0")
    await tab.finds(f"row-{held.id}")
