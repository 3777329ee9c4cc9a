"""Home by touch: a plan's name, another like it, its next date, the bin and out of it again."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app.document.header import header
from app.language import full_date
from app.main import screen_of
from app.store import NotSaved, Vault
from app.ui.actions import plans
from app.ui.session.routes import AtPlan
from app.ui.session.session import Session
from app.workspace.application import Application
from app.workspace.workspace import NotAllowed
from plans.catalogue import KINDS
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import (
    blank,
    copied,
    document,
    draw_line,
    gives_back,
    keyring,
    say,
    to_pad,
    to_page,
    to_plan,
    unlock,
)
from tests.headless.test_safe_in_the_room import crawl
from tests.store.making import PIN, Clock
from tests.store.test_bin import sealed_found, sealed_of

pytestmark = pytest.mark.asyncio

DAY = 24 * 60 * 60
TITLE = "Our story"


async def to_more(tab: Tab) -> str:
    """Unlock and open what is behind the plan's More; returns its id."""
    await unlock(tab)
    await tab.until(lambda: tab.touchable("plan-"), "no plan among today's")
    plan = tab.touchable("plan-")[0].removeprefix("plan-")
    await tab.touch(f"more-{plan}")
    await tab.finds("plan-name")
    return plan


async def home(tab: Tab) -> None:
    await tab.touch("back")
    await tab.finds("draw")


async def into_the_bin(tab: Tab) -> None:
    await tab.touch("bin")
    await tab.sees("It stays in the bin for 30 days, and you can take it out again.")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("draw")


async def to_bin(tab: Tab, secret: str = PIN) -> None:
    await tab.touch("families")
    await tab.write("secret", secret)
    await tab.touch("prove")
    await tab.touch("to-bin")
    await tab.sees("The bin")
    await tab.until(lambda: tab.keys("take-out-") or tab.says("There is nothing in the bin."), "never looked")


# Its name


async def test_a_plan_gets_another_name_and_undo_gives_the_old_one_back(tab: Tab, application: Application) -> None:
    plan = await to_more(tab)
    await tab.sees("It is on the home screen, where others can see it.")
    await tab.write("plan-name", "  The quiet book ")
    await tab.touch("use-name")
    assert header(document(application, plan)).title == "The quiet book"
    await tab.sees("Saved")
    await home(tab)
    assert "The quiet book" in tab.words_in(f"plan-{plan}")
    await tab.touch(f"more-{plan}")
    await tab.touch("undo")
    await tab.until(lambda: tab.value("plan-name") == TITLE)
    await tab.touch("redo")
    await tab.until(lambda: tab.value("plan-name") == "The quiet book")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "A name is needed here. Nothing has been changed."),
        (" \u200b ", "A name is needed here. Nothing has been changed."),
        ("x" * 61, "That is too long to keep in one place."),
    ],
    ids=["empty", "unseen", "too long"],
)
async def test_a_name_that_cannot_be_kept_gets_a_sentence_and_stays_in_its_field(
    tab: Tab, application: Application, name: str, sentence: str
) -> None:
    plan = await to_more(tab)
    await tab.write("plan-name", name)
    await tab.touch("use-name")
    await tab.sees(sentence)
    assert tab.value("plan-name") == name
    assert header(document(application, plan)).title == TITLE


# Its next date


async def test_the_next_date_is_set_by_touch_shown_on_home_in_words_and_taken_away(
    prepared: Path, tmp_path: Path, nothing_unseen: None
) -> None:
    clock = Clock(1_795_348_800.0)  # Sunday 22 November 2026, noon in Britain.
    application = Application(copied(prepared, tmp_path / "data"), keyring(), KINDS, now=clock)
    async with opened(screen_of(application)) as tab:
        plan = await to_more(tab)
        await tab.sees("There is no date yet.")
        await tab.touch("next-1")
        await tab.sees("Sunday 29 November 2026")
        await tab.touch("next-other")
        await tab.sees("November 2026")
        assert not tab.has("day-2026-11-21"), "a day that is over can be chosen"
        assert tab.is_off("month-before")
        await tab.touch("month-after")
        await tab.sees("December 2026")
        await tab.touch("day-2026-12-03")
        await tab.sees("Thursday 3 December 2026")
        assert not tab.has("days")
        await home(tab)
        await tab.sees("Our story: Thursday 3 December 2026")
        for days, words in (
            (10, "Our story: Tomorrow, Thursday 3 December 2026"),
            (11, "Our story: Today"),
            (12, "Our story: It was planned for Thursday 3 December 2026. You can choose a new date."),
        ):
            clock.at = 1_795_348_800.0 + days * DAY
            await tab.touch(f"more-{plan}")
            await home(tab)
            await tab.sees(words)
        await tab.touch(f"more-{plan}")
        await tab.touch("next-none")
        await tab.sees("There is no date yet.")
        await home(tab)
        assert not tab.keys("next-")
        assert header(document(application, plan)).next == ""
    await application.close()


async def test_plans_that_have_the_same_day_share_a_line_on_home_and_each_tile_tells_what_it_is(
    tab: Tab, application: Application
) -> None:
    plan = await to_more(tab)
    await tab.touch("next-1")
    await home(tab)
    await tab.touch("start-safety-plan")
    await tab.finds("back")
    await home(tab)
    (other,) = (key for key in tab.keys("more-") if key != f"more-{plan}")
    await tab.touch(other)
    await tab.touch("next-1")
    await home(tab)
    (line,) = tab.keys("next-")
    day = application.today + timedelta(weeks=1)
    assert line == f"next-{day}"
    await tab.sees(f"Our plan, Our story: {full_date(day)}")
    await tab.sees("Told in words and pictures", "Who does what, and when", "For one young person")


# Another like it


async def test_another_like_it_has_the_words_and_is_a_plan_of_its_own(tab: Tab, application: Application) -> None:
    plan = await to_plan(tab)
    await to_page(tab, "Our family")
    await say(tab, "We have a dog")
    await home(tab)
    await tab.touch(f"more-{plan}")
    await tab.sees("Pages that are somebody's own, or that only some people may see, stay in this plan.")
    await tab.touch("another")
    await tab.until(lambda: tab.value("plan-name") == "Our story (copy)")
    await home(tab)
    await tab.until(lambda: len(tab.touchable("plan-")) == 2)
    (new,) = {key.removeprefix("plan-") for key in tab.touchable("plan-")} - {plan}
    assert "Our story (copy)" in tab.words_in(f"plan-{new}")
    await tab.touch(f"plan-{new}")
    await to_page(tab, "Our family")
    await tab.sees("We have a dog")
    await say(tab, "And a cat")
    await home(tab)
    await tab.touch(f"plan-{plan}")
    await to_page(tab, "Our family")
    await tab.sees("We have a dog")
    assert not tab.says("And a cat")


# The bin


async def test_what_is_in_the_bin_is_nowhere_and_comes_out_again_as_it_was(tab: Tab) -> None:
    plan = await to_plan(tab)
    await to_page(tab, "Our family")
    await say(tab, "We have a dog")
    await home(tab)
    await tab.touch(f"more-{plan}")
    await tab.touch("bin")
    await tab.touch("keep-here")
    assert not tab.has("prove")
    await into_the_bin(tab)
    await tab.sees("It is in the bin now, and stays there for 30 days.")
    await tab.touch("close-notice")
    assert not tab.has(f"plan-{plan}")
    assert not tab.has(f"more-{plan}")
    await tab.touch("families")
    assert not tab.has("to-bin")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.touch("to-bin")
    await tab.sees(TITLE, "The Otters: 30 days left")
    await tab.touch(f"take-out-{plan}")
    await tab.sees("There is nothing in the bin.")
    await tab.touch("back")
    await tab.touch("back")
    await tab.touch(f"plan-{plan}")
    await to_page(tab, "Our family")
    await tab.sees("We have a dog")


async def test_for_ever_is_asked_once_more_and_then_no_sealed_byte_is_left(
    tab: Tab, application: Application, tmp_path: Path
) -> None:
    plan = await to_more(tab)
    await into_the_bin(tab)
    sealed = sealed_of(tmp_path / "data", plan)
    assert sealed_found(tmp_path / "data", sealed) == len(sealed) > 10
    await to_bin(tab)
    await tab.touch(f"delete-{plan}")
    await tab.sees("Everything in it goes now, and nobody can bring it back.")
    await tab.touch(f"keep-{plan}")
    await tab.touch(f"delete-{plan}")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees("There is nothing in the bin.")
    assert sealed_found(tmp_path / "data", sealed) == 0
    assert not tab.says(TITLE)


async def test_after_thirty_days_it_is_destroyed_at_an_unlocking_and_not_by_a_clock_that_is_wrong(
    prepared: Path, tmp_path: Path, nothing_unseen: None
) -> None:
    clock, folder = Clock(), copied(prepared, tmp_path / "data")

    async def comes_back(days: float) -> bool:
        """Whether the plan is still in the bin so many days later, after an unlocking."""
        clock.at += days * DAY
        application = Application(folder, keyring(), KINDS, now=clock)
        async with opened(screen_of(application)) as tab:
            await unlock(tab)
            await to_bin(tab)
            there = tab.says(TITLE)
        await application.close()
        return there

    application = Application(folder, keyring(), KINDS, now=clock)
    async with opened(screen_of(application)) as tab:
        plan = await to_more(tab)
        await into_the_bin(tab)
        sealed = sealed_of(folder, plan)
    await application.close()
    assert await comes_back(3650)
    assert await comes_back(-3650)
    for _week in range(3):
        assert await comes_back(7)
    assert await comes_back(1.9)
    assert sealed_found(folder, sealed)
    assert not await comes_back(0.2)
    assert sealed_found(folder, sealed) == 0


async def test_a_family_that_has_the_tablet_to_itself_empties_no_bin(application: Application, tab: Tab) -> None:
    clock = Clock()
    application.now = clock
    plan = await to_plan(tab)
    await home(tab)
    await tab.touch("start-words-and-pictures")
    await tab.finds("next")
    await home(tab)
    await tab.touch(f"more-{plan}")
    await into_the_bin(tab)
    other = tab.touchable("plan-")[0].removeprefix("plan-")
    for _week in range(4):
        clock.at += 7 * DAY
        await application.leave()
        await application.unlock(PIN)
    clock.at += 7 * DAY
    await application.begin_family_time(other, "7351")
    workspace = await application.unlock("7351", key="family")
    assert plan in await workspace.thread.run(workspace.vault.documents)
    await application.end_family_time()
    await application.unlock(PIN)
    assert plan not in await workspace.thread.run(workspace.vault.documents)


async def test_another_tab_that_has_it_open_goes_home_and_loses_no_letter(application: Application, tab: Tab) -> None:
    plan = await to_plan(tab)
    await to_page(tab, "Our family")
    async with opened(screen_of(application)) as second:
        await to_more(second)
        field = blank(tab)
        await tab.press(field, "We have a")
        await into_the_bin(second)
        await tab.sees("It is in the bin now, and stays there for 30 days.")
        assert tab.has("draw")
        assert not tab.says("We have a")
        await to_bin(second)
        await second.touch(f"take-out-{plan}")
        await second.touch("back")
        await second.touch("back")
        await second.touch(f"plan-{plan}")
        await second.sees("We have a")


async def test_who_was_handed_a_page_of_it_is_thanked_and_the_pin_leads_home(
    application: Application, tab: Tab
) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    await tab.touch("hand-over")
    await draw_line(tab)
    async with opened(screen_of(application)) as second:  # Handing over has locked all that were open before.
        await to_more(second)
        await into_the_bin(second)
        await tab.sees("Thank you")
        assert not tab.says(TITLE)
        await tab.write("secret", PIN)
        await tab.touch("prove")
        await tab.finds("families")


async def test_a_tile_that_another_tab_still_shows_says_that_it_is_in_the_bin(
    application: Application, tab: Tab
) -> None:
    await unlock(tab)
    await tab.until(lambda: tab.touchable("plan-"))
    async with opened(screen_of(application)) as second:
        plan = await to_more(second)
        await into_the_bin(second)
        await tab.touch(f"plan-{plan}")
        await tab.sees("This plan is in the bin, so it is not open.")
        assert not tab.has(f"plan-{plan}")


async def test_a_bin_that_cannot_be_saved_is_said_and_the_plan_stays(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = await to_more(tab)

    def no_room(*_: object) -> None:
        raise NotSaved

    with monkeypatch.context() as full:
        full.setattr(Vault, "append", no_room)
        await tab.touch("bin")
        await tab.write("secret", PIN)
        await tab.touch("prove")
        await tab.sees("The last change could not be saved.")
        assert tab.has("plan-name")
    assert header(document(application, plan)).binned == ""
    await tab.touch("try-again")
    await tab.sees("Saved")
    await home(tab)
    assert tab.has(f"plan-{plan}")


async def test_whoever_holds_the_tablet_or_has_it_alone_does_none_of_this(tab: Tab, application: Application) -> None:
    plan = await to_plan(tab)
    session = the_session(application)
    held = session.opened(plan)
    assert held is not None
    session.family_time = plan
    before = len(document(application, plan).edits)
    with pytest.raises(NotAllowed):
        plans.name_plan(session, held, "x")
    with pytest.raises(NotAllowed):
        plans.set_next(session, held, application.today)
    for act in (
        plans.make_another(session, held),
        plans.put_in_bin(session, held),
        plans.delete_for_ever(session, plan),
    ):
        with pytest.raises(NotAllowed):
            await act
    session.family_time = ""
    assert isinstance(session.route, AtPlan)
    assert len(document(application, plan).edits) == before


def the_session(application: Application) -> Session:
    """Return the one session that sits at a tablet."""
    (sitting,) = application._sessions
    session = getattr(sitting.keep, "__self__", None)
    assert isinstance(session, Session)
    return session


async def on_its_card(tab: Tab) -> None:
    await to_more(tab)
    await tab.touch("bin")


async def at_the_bin(tab: Tab) -> None:
    await to_more(tab)
    await into_the_bin(tab)
    await to_bin(tab)
    await tab.sees(TITLE)


@pytest.mark.parametrize("where", [on_its_card, at_the_bin])
async def test_hidden_from_there_nothing_tells_of_a_plan_or_of_a_bin(
    tab: Tab, where: Callable[[Tab], Awaitable[None]]
) -> None:
    await where(tab)
    await tab.touch("hide")
    await tab.finds("more")
    assert not tab.says("bin")
    await crawl(tab, set(), seed=1)


async def test_the_bin_asks_for_the_pin_again_after_a_hide(tab: Tab) -> None:
    await at_the_bin(tab)
    await tab.touch("hide")
    await tab.touch("more")
    await tab.write("secret", PIN)
    await tab.touch("unlock")
    await tab.finds("prove")
    assert not tab.says(TITLE)


# Drawings


async def test_a_drawing_of_just_draw_gets_a_name_in_the_list_and_its_number_back(tab: Tab) -> None:
    await to_pad(tab)
    await draw_line(tab)
    await gives_back(tab, "drawings")
    await tab.touch("drawings")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees("Drawing 1")
    await tab.touch("name-1")
    await tab.write("drawing-name", "x" * 61)
    await tab.touch("use-drawing-name")
    await tab.sees("That is too long to keep in one place.")
    await tab.write("drawing-name", "Biscuit the cat")
    await tab.touch("use-drawing-name")
    await tab.sees("Biscuit the cat")
    assert not tab.says("Drawing 1")
    await tab.touch("name-1")
    await tab.write("drawing-name", "")
    await tab.touch("use-drawing-name")
    await tab.sees("Drawing 1")


async def test_a_drawing_is_offered_to_plans_that_have_pages_for_it_and_to_no_others(tab: Tab) -> None:
    story = await to_plan(tab)
    await tab.touch("back")
    await tab.touch("start-family-star")
    await tab.touch("back")
    await tab.touch("draw")
    await draw_line(tab)
    await gives_back(tab, "drawings")
    await tab.touch("drawings")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.touch("move-1")
    await tab.sees("Which story, and whose page?")
    offered = {key.removeprefix("into-").rpartition("-")[0] for key in tab.keys("into-")}
    assert offered == {story}
