"""Rows by touch: add one, fill every type of cell, move it, take it away, and nothing of it where it must not be."""

import shutil
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from app.blocks.rows.model import add_row, rows
from app.blocks.rows.screen import editor
from app.document import WORKER, Change
from app.main import screen_of
from app.workspace.application import Application
from tests.blocks.rows_kind import STEPS, TRIAL, TRIAL_KINDS, words_in
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import document, keyring, meet, to_page, unlock
from tests.headless.test_family_time import begins
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

SECRET = "Nan sleeps here on Mondays"


@pytest_asyncio.fixture
async def application(prepared: Path, tmp_path: Path) -> AsyncIterator[Application]:
    """A tablet that knows the trial kind."""
    application = Application(Path(shutil.copytree(prepared, tmp_path / "data")), keyring(), TRIAL_KINDS)
    try:
        yield application
    finally:
        await application.close()


async def to_trial(tab: Tab, application: Application | None = None) -> str:
    """Unlock and start a trial plan; returns its id where the tablet is given."""
    await unlock(tab)
    await tab.touch("start-trial")
    await tab.sees("Who does what, and until when?", "Saved")
    workspace = application._workspace if application is not None else None
    opened = workspace._open.items() if workspace is not None else ()
    return next((id for id, plan in opened if plan.document.kind.slug == TRIAL.slug), "")


async def again(tab: Tab, plan: str) -> None:
    """Unlock and open a plan that is there."""
    await unlock(tab)
    await tab.touch(f"plan-{plan}")
    await tab.finds("next")


async def add(tab: Tab) -> str:
    """Add a row, which opens; returns its id."""
    before = set(tab.keys("row-"))
    await tab.touch("add-row")
    await tab.until(lambda: set(tab.keys("row-")) - before)
    (key,) = set(tab.keys("row-")) - before
    return key.removeprefix("row-")


async def fill(tab: Tab, row: str, words: str, column: str = "what") -> None:
    await tab.write(f"{row}-{column}", words)
    await tab.leave(f"{row}-{column}")


async def rowed(tab: Tab, *words: str) -> list[str]:
    """Add rows with these words, the last one closed again; returns their ids."""
    found = []
    for text in words:
        found.append(await add(tab))
        await fill(tab, found[-1], text)
    await tab.touch(f"close-{found[-1]}")
    return found


def fill_with(application: Application, plan: str, count: int) -> None:
    """Put many rows into a plan at once."""
    workspace = application._workspace
    assert workspace is not None
    for n in range(count):
        changes: tuple[Change, ...] = add_row(document(application, plan), STEPS, by=WORKER, cells={"what": f"Row {n}"})
        workspace.make(plan, changes, actor=WORKER, undo_scope="steps", undo_session="before")


async def test_a_row_is_added_and_every_type_of_cell_is_filled_by_touch(tab: Tab, application: Application) -> None:
    plan = await to_trial(tab, application)
    nan = await meet(tab, "Nan")
    await to_page(tab, "Our rules")
    row = await add(tab)
    await fill(tab, row, "Somebody is at home by six")
    await tab.touch(f"cell-{row}-who")
    await tab.sees("Who")
    await tab.touch(f"choose-{nan}")
    await tab.touch(f"cell-{row}-bad-bigger-worry")
    await fill(tab, row, "0117 496 0123", "phone")
    await tab.touch(f"cell-{row}-until")
    await tab.finds("days")
    await tab.touch(f"day-{date.today().isoformat()}")
    await tab.touch(f"cell-{row}-done")
    (kept,) = rows(document(application, plan), "rules")
    assert kept.cells == {
        "what": "Somebody is at home by six",
        "who": nan,
        "bad": "bigger-worry",
        "phone": "0117 496 0123",
        "until": date.today().isoformat(),
        "done": True,
    }
    await tab.touch(f"close-{row}")
    await tab.sees("Somebody is at home by six", "A bigger worry", "Nan", "0117 496 0123")
    assert not tab.has(f"{row}-what")


async def test_a_choice_a_day_a_person_and_a_tick_can_be_taken_back(tab: Tab, application: Application) -> None:
    plan = await to_trial(tab, application)
    nan = await meet(tab, "Nan")
    await to_page(tab, "Our rules")
    row = await add(tab)
    await tab.touch(f"cell-{row}-bad-small")
    await tab.touch(f"cell-{row}-bad-small")
    await tab.touch(f"cell-{row}-who")
    await tab.touch(f"choose-{nan}")
    await tab.touch(f"clear-{row}-who")
    await tab.touch(f"cell-{row}-until")
    await tab.touch(f"day-{date.today().isoformat()}")
    await tab.touch(f"clear-{row}-until")
    await tab.touch(f"cell-{row}-done")
    await tab.touch(f"cell-{row}-done")
    (kept,) = rows(document(application, plan), "rules")
    assert kept.cells == {}


async def test_every_control_of_a_cell_says_which_column_and_row_it_is(tab: Tab) -> None:
    await to_trial(tab)
    await rowed(tab, "First")
    row = await add(tab)
    for name in ("Who, row 2", "What will be done, row 2", "Until, row 2", "Done, row 2"):
        assert tab.says(name)
    await tab.touch(f"close-{row}")
    assert tab.says("Row 1: Still to talk about, First")


async def test_a_day_that_is_over_can_be_chosen_and_nobody_is_taken_to_task(tab: Tab, application: Application) -> None:
    plan = await to_trial(tab, application)
    row = await add(tab)
    await tab.touch(f"cell-{row}-until")
    await tab.touch("month-before")
    day = date.today().replace(day=1) - timedelta(days=1)
    await tab.touch(f"day-{day.isoformat()}")
    await tab.sees("This date has passed. You can keep it, or choose another.")
    assert rows(document(application, plan), "steps")[0].cells["until"] == day.isoformat()


async def test_a_tick_needs_no_opening(tab: Tab, application: Application) -> None:
    plan = await to_trial(tab, application)
    (row,) = await rowed(tab, "Cook")
    await tab.touch(f"cell-{row}-done")
    assert rows(document(application, plan), "steps")[0].cells["done"] is True
    await tab.until(lambda: "Done, row 1: Yes" in tab.words())


async def test_rows_move_by_buttons_and_only_where_there_is_room(tab: Tab, application: Application) -> None:
    plan = await to_trial(tab, application)
    first, second, third = await rowed(tab, "one", "two", "three")
    await tab.touch(f"open-{third}")
    assert tab.is_off(f"down-{third}")
    await tab.touch(f"up-{third}")
    await tab.touch(f"up-{third}")
    assert words_in(document(application, plan), "steps") == ["three", "one", "two"]
    assert tab.is_off(f"up-{third}")
    assert tab.keys("row-") == [f"row-{id}" for id in (third, first, second)]
    await tab.touch(f"down-{third}")
    assert words_in(document(application, plan), "steps") == ["one", "three", "two"]


async def test_what_was_taken_away_comes_back_with_undo_and_goes_with_redo(tab: Tab, application: Application) -> None:
    plan = await to_trial(tab, application)
    (row,) = await rowed(tab, "Cook")
    await tab.touch(f"open-{row}")
    await tab.touch(f"remove-{row}")
    await tab.until(lambda: not tab.keys("row-"))
    await tab.touch("undo")
    await tab.sees("Cook")
    assert words_in(document(application, plan), "steps") == ["Cook"]
    await tab.touch("undo")
    await tab.until(lambda: not tab.says("Cook"))
    await tab.touch("redo")
    await tab.sees("Cook")


async def test_no_more_rows_are_offered_than_there_may_be(tab: Tab) -> None:
    await to_trial(tab)
    await to_page(tab, "Our rules")
    await rowed(tab, "one", "two", "three")
    assert not tab.has("add-row")


async def test_along_a_line_rows_stand_by_their_day_whatever_came_first(tab: Tab) -> None:
    await to_trial(tab)
    await to_page(tab, "What comes when")
    today = date.today()
    later, sooner = await rowed(tab, "later", "sooner")
    for row, day in ((later, today), (sooner, today.replace(day=1) - timedelta(days=1))):
        await tab.touch(f"open-{row}")
        await tab.touch(f"cell-{row}-until")
        if day < today.replace(day=1):
            await tab.touch("month-before")
        await tab.touch(f"day-{day.isoformat()}")
    assert tab.keys("row-") == [f"row-{sooner}", f"row-{later}"]
    assert not tab.keys("up-")


async def test_two_tabs_on_one_row_see_each_others_changes_and_lose_nothing(tab: Tab, application: Application) -> None:
    plan = await to_trial(tab, application)
    (row,) = await rowed(tab, "Cook")
    async with opened(screen_of(application)) as second:
        await again(second, plan)
        await second.touch(f"open-{row}")
        await tab.touch(f"open-{row}")
        await tab.press(f"{row}-what", " and eat")
        await second.touch(f"cell-{row}-done")
        assert tab.value(f"{row}-what") == "Cook and eat"
        await tab.leave(f"{row}-what")
        await second.until(lambda: second.value(f"{row}-what") == "Cook and eat")
        assert rows(document(application, plan), "steps")[0].cells == {"what": "Cook and eat", "done": True}
        assert second.stopped is None


async def test_words_for_a_row_that_another_tab_took_away_get_a_row_of_their_own(
    tab: Tab, application: Application
) -> None:
    plan = await to_trial(tab, application)
    (row,) = await rowed(tab, "Cook")
    async with opened(screen_of(application)) as second:
        await again(second, plan)
        await tab.touch(f"open-{row}")
        await tab.press(f"{row}-what", " and eat")
        await second.touch(f"open-{row}")
        await second.touch(f"remove-{row}")
        await tab.until(lambda: words_in(document(application, plan), "steps") == ["Cook and eat"])
        await tab.sees("Cook and eat")


@pytest.mark.parametrize("away", ["hide", "lock"])
async def test_half_written_words_are_kept_and_nothing_stays_on_the_screen(
    tab: Tab, application: Application, away: str
) -> None:
    plan = await to_trial(tab, application)
    row = await add(tab)
    await tab.press(f"{row}-what", SECRET)
    await tab.touch(away)
    await tab.finds("more" if away == "hide" else "unlock")
    await tab.still()
    assert not [v for v in tab.everything() if isinstance(v, str) and ("sleeps" in v or "Who does what" in v)]
    if away == "lock":
        await again(tab, plan)
        await tab.sees(SECRET)


async def test_whoever_is_given_the_page_sees_and_writes_only_their_own_rows(
    tab: Tab, application: Application
) -> None:
    plan = await to_trial(tab, application)
    nan = await meet(tab, "Nan")
    kim = await meet(tab, "Kim")
    await tab.touch("speak-worker")
    (row,) = await rowed(tab, SECRET)
    await tab.touch(f"open-{row}")
    await tab.touch(f"cell-{row}-who")
    await tab.touch(f"choose-{nan}")
    await tab.touch("hand-over-to-write")
    await tab.touch(f"choose-{kim}")
    await tab.finds("finished")
    assert not [v for v in tab.everything() if isinstance(v, str) and ("sleeps" in v or "Nan" in v)]
    mine = await add(tab)
    await fill(tab, mine, "I walk the dog")
    await tab.touch(f"cell-{mine}-who")
    own = next(r for r in rows(document(application, plan), "steps") if r.id == mine)
    assert (own.by, own.cells) == (kim, {"what": "I walk the dog", "who": kim})
    await tab.touch("finished")
    await tab.sees("Thank you")
    assert not [v for v in tab.everything() if isinstance(v, str) and "dog" in v]
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees("I walk the dog", SECRET)


async def test_a_section_that_is_not_for_everyone_is_shut_until_it_is_opened(tab: Tab) -> None:
    await to_trial(tab)
    await to_page(tab, "For two of us")
    await tab.touch("open-page")
    await rowed(tab, SECRET)
    await to_page(tab, "Who does what")
    await to_page(tab, "For two of us")
    await tab.finds("open-page")
    assert not [v for v in tab.everything() if isinstance(v, str) and "sleeps" in v]
    await tab.touch("open-page")
    await tab.sees(SECRET)


async def test_the_talking_view_has_the_rows_to_read_and_nothing_to_touch_in_them(tab: Tab) -> None:
    await to_trial(tab)
    await rowed(tab, "Cook")
    await tab.touch("talk")
    await tab.sees("Who does what, and until when?", "Cook")
    assert not tab.keys("open-") + tab.keys("cell-") + tab.keys("add-row")


@pytest.mark.parametrize(("width", "height"), [(820, 1180), (390, 844)], ids=["portrait", "phone"])
async def test_in_every_shape_rows_can_be_read_and_changed(tab: Tab, width: float, height: float) -> None:
    await to_trial(tab)
    (row,) = await rowed(tab, "Cook")
    await tab.resize(width, height)
    await tab.touch(f"open-{row}")
    await fill(tab, row, "Cook and eat")
    await tab.touch(f"close-{row}")
    await tab.sees("Cook and eat")


async def test_a_family_alone_adds_rows_and_finds_nothing_of_what_is_not_for_everyone(
    tab: Tab, application: Application
) -> None:
    plan = await to_trial(tab, application)
    await rowed(tab, "Cook")
    await to_page(tab, "For two of us")
    await tab.touch("open-page")
    await rowed(tab, SECRET)
    await begins(tab)
    await tab.finds("give-back")
    assert not [v for v in tab.everything() if isinstance(v, str) and "sleeps" in v]
    await to_page(tab, "For two of us")
    await tab.sees("This is not for everyone. It can wait.")
    assert not tab.has("open-page")
    await to_page(tab, "Who does what")
    row = await add(tab)
    await fill(tab, row, "We eat together")
    await tab.touch(f"up-{row}")
    assert words_in(document(application, plan), "steps") == ["We eat together", "Cook"]


async def test_the_preview_of_a_copy_has_each_cell_under_its_heading(tab: Tab) -> None:
    await to_trial(tab)
    await rowed(tab, "Cook")
    await tab.touch("copy")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.touch("for-nobody")
    await tab.touch("word-yes")
    await tab.touch("safe-no")
    await tab.finds("save-copy")
    said = tab.words()
    assert said.index("Cook") == said.index("What will be done") + 1


async def _one_edit(tab: Tab, row: str) -> tuple[int, int]:
    """Tick a row, and return how many messages and bytes that took."""
    await tab.still(0.2)
    sent = len(tab.line.sent)
    await tab.touch(f"cell-{row}-done")
    await tab.until(lambda: tab.words_in(f"cell-{row}-done").count("Done, row 1: Yes"))
    await tab.still(0.2)
    return len(tab.line.sent) - sent, sum(map(len, tab.line.sent[sent:]))


async def test_an_edit_draws_its_own_row_and_costs_no_more_among_many(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Any] = []
    real = editor.calm
    monkeypatch.setattr(editor, "calm", lambda *args, **more: drawn.append(args[2].id) or real(*args, **more))
    plan = await to_trial(tab, application)
    (row,) = await rowed(tab, "Cook")
    alone, size = await _one_edit(tab, row)
    await tab.touch(f"cell-{row}-done")
    fill_with(application, plan, 60)
    await tab.until(lambda: len(tab.keys("row-")) == 61)
    await tab.still(0.2)
    drawn.clear()
    among, larger = await _one_edit(tab, row)
    assert set(drawn) == {row}
    assert among <= alone
    assert larger < size * 1.2
