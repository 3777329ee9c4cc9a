"""Promises by touch: only who was promised says that one was kept, and what is open greets the next visit."""

from datetime import date

import pytest

from app.blocks.rows.model import add_row, rows
from app.blocks.rows.outcome import NOT_KEPT, NOT_NEEDED, YES
from app.document import AUDIENCE, ONLY_ME, WORKER, Set, people
from app.main import screen_of
from app.store import summaries
from app.ui.screens.promises import MOST
from app.workspace.application import Application
from plans.safety_plan import SAFETY_PLAN
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import FAMILY, copied, document, meet, sitting, unlock
from tests.headless.test_family_time import begins
from tests.headless.test_safety_plan import plan_of, to_safety_plan
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio


async def to_promises(tab: Tab) -> None:
    await to_safety_plan(tab)
    await tab.sees("Saved")
    await tab.still(0.1)  # Where the plan was left is read a moment after it shows.
    await tab.touch("open-stage-1")
    await tab.finds("step-promises")


async def promise(tab: Tab, application: Application, what: str, *, who: str = "worker", whom: str = "") -> str:
    """Write a promise down at its step; returns the row's id."""
    await tab.touch("step-promises")
    await tab.touch("add-row")
    row = rows(document(application, plan_of(application)), "promises")[-1].id
    for column, person in (("who", who), ("whom", whom)):
        if person:
            await tab.touch(f"cell-{row}-{column}")
            await tab.touch(f"choose-{person}")
    await tab.write(f"{row}-what", what)
    await tab.leave(f"{row}-what")
    await tab.touch(f"close-{row}")
    await tab.until(lambda: tab.has(f"open-{row}"))
    return row


def kept(application: Application) -> list[str]:
    """Return how each promise went."""
    there = rows(document(application, plan_of(application)), "promises")
    return [r.went["kept"].how if r.went else "" for r in there]


async def given_back(tab: Tab) -> None:
    await tab.touch("finished")
    await tab.sees("Thank you")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("step-promises")


async def test_a_touch_gives_the_tablet_to_the_one_who_was_promised_with_one_question(
    tab: Tab, application: Application
) -> None:
    await to_promises(tab)
    mia, nan = await meet(tab, "Mia", "child"), await meet(tab, "Nan")
    row = await promise(tab, application, "Bring a bed", whom=mia)
    await promise(tab, application, "Something that Mia does not read", whom=nan)
    await tab.touch(f"cell-{row}-kept")
    await tab.sees("How did it go?", "Bring a bed", "You do not have to answer.")
    assert not [words for words in (FAMILY, "Nan", "Something that Mia does not read") if tab.says(words)]
    bar = {"break", "undo", "redo", "turn", "finished", "hide"}
    assert set(tab.touchable("")) - {""} == {*bar, "say-yes", "say-not-kept", "say-not-needed", "say-not-yet"}
    assert kept(application) == ["", ""], "it was marked before anybody was asked"
    await tab.touch("say-not-yet")
    assert kept(application) == ["", ""]
    await tab.touch("say-yes")
    assert kept(application) == [YES, ""]
    await given_back(tab)
    assert kept(application) == [YES, ""]
    assert document(application, plan_of(application)).edits[-1].actor == mia


async def test_whoever_was_asked_can_say_nothing_and_can_take_back_what_they_said(
    tab: Tab, application: Application
) -> None:
    await to_promises(tab)
    nan = await meet(tab, "Nan")
    row = await promise(tab, application, "Bring a bed", whom=nan)
    await tab.touch(f"cell-{row}-kept")
    await tab.finds("say-yes")
    await given_back(tab)
    assert kept(application) == [""]
    await tab.touch(f"cell-{row}-kept")
    await tab.touch("say-yes")
    await tab.touch("say-not-yet")
    assert kept(application) == [""]
    await tab.touch("say-yes")
    await tab.until(lambda: not tab.is_off("undo"))
    await tab.touch("undo")
    assert kept(application) == [""]


async def test_who_was_promised_says_that_it_did_not_happen_and_why_and_the_worker_writes_what_comes_instead(
    tab: Tab, application: Application
) -> None:
    await to_promises(tab)
    nan = await meet(tab, "Nan")
    row = await promise(tab, application, "Bring a bed", whom=nan)
    await tab.touch(f"cell-{row}-kept")
    assert not tab.has("kept-why"), "why is asked before anything is said"
    await tab.touch("say-not-kept")
    await tab.write("kept-why", "The van broke down")
    await given_back(tab)
    assert kept(application) == [NOT_KEPT]
    said = rows(document(application, plan_of(application)), "promises")[0].went["kept"]
    assert (said.why, said.by, said.day) == ("The van broke down", nan, date.today())
    await tab.sees("It did not happen", "The van broke down")
    await tab.touch(f"instead-{row}")
    await tab.finds("scroll-steps")
    (step,) = rows(document(application, plan_of(application)), "steps")
    assert step.instead_of == row
    await tab.write(f"{step.id}-what", "Nan lends a bed")
    await tab.leave(f"{step.id}-what")
    await tab.touch(f"close-{step.id}")
    await tab.sees("Instead of: Bring a bed")
    await tab.touch("step-promises")
    await tab.sees("Instead: Nan lends a bed")
    assert not tab.has(f"instead-{row}"), "another one is offered"


async def says_so(tab: Tab, row: str, how: str) -> None:
    """Touch the box of a row, and how it went."""
    await tab.touch(f"cell-{row}-kept")
    await tab.touch(f"went-{row}-{how}")


async def test_what_was_promised_to_the_worker_the_worker_says_whoever_spoke_last(
    tab: Tab, application: Application
) -> None:
    await to_promises(tab)
    nan = await meet(tab, "Nan")
    row = await promise(tab, application, "Ring on Sundays", who=nan, whom="worker")
    await tab.touch(f"speak-{nan}")
    await says_so(tab, row, YES)
    assert kept(application) == [YES]
    assert document(application, plan_of(application)).edits[-1].actor == WORKER
    assert not tab.has("finished")


async def test_where_nobody_is_named_everybody_may_say_it_and_take_it_back_with_one_touch(
    tab: Tab, application: Application
) -> None:
    await to_promises(tab)
    nan = await meet(tab, "Nan")
    await tab.touch("speak-worker")
    row = await promise(tab, application, "Ring on Sundays", who=nan)
    await says_so(tab, row, NOT_NEEDED)
    assert kept(application) == [NOT_NEEDED]
    await tab.write(f"{row}-kept-why", "We talk every day now")
    await tab.leave(f"{row}-kept-why")
    assert rows(document(application, plan_of(application)), "promises")[0].went["kept"].why == "We talk every day now"
    assert not tab.has(f"instead-{row}")
    await tab.touch(f"went-{row}-{NOT_NEEDED}")
    assert kept(application) == [""]


async def test_whoever_promised_is_asked_to_whom_and_never_how_it_went(tab: Tab, application: Application) -> None:
    await to_promises(tab)
    nan = await meet(tab, "Nan")
    row = await promise(tab, application, "Ring on Sundays", who=nan)
    await tab.touch(f"cell-{row}-kept")
    await tab.sees("Who was it promised to? They say how it went.")
    assert not tab.keys("went-")
    await tab.touch("choose-worker")
    assert rows(document(application, plan_of(application)), "promises")[0].cells["whom"] == WORKER
    await says_so(tab, row, YES)
    assert kept(application) == [YES]


async def test_a_step_says_how_it_went_with_two_touches_and_what_comes_instead_stands_below_it(
    tab: Tab, application: Application
) -> None:
    await to_safety_plan(tab)
    await tab.sees("Saved")
    await tab.touch("step-steps")
    await tab.touch("add-row")
    (row,) = rows(document(application, plan_of(application)), "steps")
    await tab.finds(f"{row.id}-what")
    assert not tab.has(f"cell-{row.id}-done"), "a step with nothing in it is asked how it went"
    await tab.touch(f"close-{row.id}")
    await tab.sees("Nothing here yet")
    assert not tab.has(f"cell-{row.id}-done"), "a step with nothing in it is asked how it went"
    await tab.touch(f"open-{row.id}")
    await tab.finds(f"{row.id}-what")
    await tab.write(f"{row.id}-what", "Mend the door")
    await tab.leave(f"{row.id}-what")
    await tab.touch(f"cell-{row.id}-done")
    await tab.touch(f"went-{row.id}-{NOT_KEPT}")
    await tab.sees("It did not happen", "Jo says so")
    await tab.touch(f"instead-{row.id}")
    new = rows(document(application, plan_of(application)), "steps")[1]
    assert new.instead_of == row.id
    await tab.finds(f"{new.id}-what")


async def test_in_a_familys_own_time_nobody_says_it_for_another(tab: Tab, application: Application) -> None:
    await to_promises(tab)
    nan = await meet(tab, "Nan")
    to_nan = await promise(tab, application, "Bring a bed", whom=nan)
    to_jo = await promise(tab, application, "Ring on Sundays", who=nan, whom="worker")
    to_nobody = await promise(tab, application, "Mend the door", who=nan)
    await begins(tab)
    await tab.finds("give-back")
    await tab.touch("step-promises")
    await tab.finds(f"row-{to_nan}")
    assert tab.keys("cell-") == [f"cell-{to_nobody}-kept"]
    for row in (to_nan, to_jo):
        await tab.touch(f"open-{row}")
        await tab.finds(f"close-{row}")
        assert not tab.has(f"cell-{row}-kept")


async def test_another_named_beside_what_nan_said_changes_nothing_and_says_so(
    tab: Tab, application: Application
) -> None:
    await to_promises(tab)
    dad, nan = await meet(tab, "Dadster", "parent"), await meet(tab, "Nan")
    row = await promise(tab, application, "Bring a bed", whom=nan)
    await tab.touch(f"cell-{row}-kept")
    await tab.touch("say-yes")
    await given_back(tab)
    await tab.touch("speak-worker")
    await tab.touch(f"open-{row}")
    await tab.touch(f"cell-{row}-whom")
    await tab.touch(f"choose-{dad}")
    await tab.sees("This belongs to somebody else, so it was left as it is.")
    (held,) = rows(document(application, plan_of(application)), "promises")
    assert (held.cells["whom"], held.went["kept"].how) == (nan, YES)
    assert dad in people(document(application, plan_of(application)))


# The next visit


async def home(tab: Tab) -> None:
    await tab.touch("back")
    await tab.finds("draw")
    await tab.still(0.1)


async def test_open_promises_greet_the_next_visit_at_home_the_workers_own_first_and_lead_to_their_step(
    tab: Tab, application: Application
) -> None:
    await to_promises(tab)
    nan = await meet(tab, "Nan")
    await promise(tab, application, "Ring on Sundays", who=nan)
    row = await promise(tab, application, "Bring a bed", whom=nan)
    await home(tab)
    await tab.finds("promised")
    assert [tab.words_in(key)[0] for key in tab.keys("promise-")] == [
        "Jo: Bring a bed",
        "Nan: Ring on Sundays",
    ]
    await tab.touch("lock")
    await unlock(tab)
    await tab.touch("promise-0")
    await tab.finds(f"ask-{row}-kept")
    assert not tab.keys("went-"), "at the table anybody could say it for Nan"
    await tab.touch(f"ask-{row}-kept")
    await tab.touch("say-yes")
    await given_back(tab)
    assert kept(application)[1] == YES
    assert document(application, plan_of(application)).edits[-1].actor == nan
    await home(tab)
    assert [tab.words_in(key)[0] for key in tab.keys("promise-")] == ["Nan: Ring on Sundays"]


async def test_home_tells_no_promise_that_not_everyone_may_see_and_only_a_few_of_many(
    tab: Tab, application: Application
) -> None:
    await to_promises(tab)
    await promise(tab, application, "Ring the refuge")
    workspace, plan = application._workspace, plan_of(application)
    assert workspace is not None
    (secret,) = rows(document(application, plan), "promises")
    workspace.make(plan, [Set(secret.id, AUDIENCE, ONLY_ME)], actor=WORKER, undo_scope="promises", undo_session="")
    await home(tab)
    assert not tab.has("promised")
    assert not tab.says("Ring the refuge")
    section = SAFETY_PLAN.section("promises")
    assert section is not None
    for n in range(MOST + 1):
        cells = {"who": WORKER, "what": f"Promise {n}", "until": f"2026-05-0{9 - n}"}
        workspace.make(
            plan,
            add_row(document(application, plan), section, by=WORKER, cells=cells),
            actor=WORKER,
            undo_scope="",
            undo_session="",
        )
    await tab.touch("safety")
    await home(tab)
    assert [tab.words_in(key)[0].split(" · ")[0] for key in tab.keys("promise-")] == [
        f"Jo: Promise {n}" for n in range(MOST, 0, -1)
    ]
    assert "Was due by" in tab.words_in("promise-0")[0]
    await tab.touch("more-promises")
    await tab.until(lambda: len(tab.keys("promise-")) == MOST + 1)
    await tab.touch("more-promises")
    await tab.until(lambda: len(tab.keys("promise-")) == MOST)
    await tab.touch("more-promises")
    last = rows(document(application, plan), "promises")[1]
    await tab.touch(f"promise-{MOST}")
    # The line itself is there; the worker, who promised it, is not asked how it went.
    await tab.finds(f"row-{last.id}")
    await tab.sees("What does each of us promise?")
    assert not tab.keys("went-")


async def test_steps_stand_at_home_too_after_the_power_went_and_lead_to_their_own_line(
    tab: Tab, application: Application
) -> None:
    await to_safety_plan(tab)
    nan = await meet(tab, "Nan")
    workspace, plan = application._workspace, plan_of(application)
    assert workspace is not None
    section = SAFETY_PLAN.section("steps")
    assert section is not None
    for cells in (
        {"who": nan, "what": "Come at eight", "until": "2026-05-06"},
        {"who": WORKER, "what": "Ask for a bed"},
    ):
        workspace.make(
            plan,
            add_row(document(application, plan), section, by=WORKER, cells=cells),
            actor=WORKER,
            undo_scope="",
            undo_session="",
        )
    assert await workspace.settled()
    await home(tab)
    async with (
        sitting(copied(application.folder, application.folder.parent / "after")) as later,
        opened(screen_of(later)) as t,
    ):
        await unlock(t)
        await t.finds("promised")
        assert [t.words_in(key)[0] for key in t.keys("promise-")] == [
            "Jo: Ask for a bed",
            "Nan: Come at eight · Was due by Wednesday 6 May 2026",
        ]
        await t.touch("promise-1")
        await t.finds("step-steps")
        step = rows(document(later, plan), "steps")[0]
        await t.finds(f"went-{step.id}-{YES}")
        await t.until(
            lambda: t.screen and "scroll_to" in [name for name, _args in t.calls],
            "the line was not brought into sight",
        )
        await t.touch(f"went-{step.id}-{YES}")
        assert rows(document(later, plan), "steps")[0].went["done"].how == YES
        await home(t)
        assert [t.words_in(key)[0] for key in t.keys("promise-")] == ["Jo: Ask for a bed"]


async def test_a_plan_whose_card_is_of_an_earlier_version_has_its_steps_at_home_too(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_safety_plan(tab)
    workspace, plan, section = application._workspace, plan_of(application), SAFETY_PLAN.section("steps")
    assert workspace is not None
    assert section is not None
    with monkeypatch.context() as then:
        then.setattr(summaries, "VERSION", 1)
        then.setattr(summaries, "promises_on", lambda document: "")
        adding = add_row(
            document(application, plan), section, by=WORKER, cells={"who": WORKER, "what": "Ask for a bed"}
        )
        workspace.make(plan, adding, actor=WORKER, undo_scope="", undo_session="")
        assert await workspace.settled()
    await home(tab)
    await tab.finds("promised")
    assert [tab.words_in(key)[0] for key in tab.keys("promise-")] == ["Jo: Ask for a bed"]


async def test_a_family_without_promises_has_no_such_list(tab: Tab) -> None:
    await unlock(tab)
    assert not tab.has("promised")
