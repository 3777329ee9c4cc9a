"""A day is a visit, on the screen: asked once, numbers with their day, and each given with one touch.

Source: docs/domain/family-star.md ("Days", "Score apart, show together").
"""

import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest

from app.blocks.star.model import agreed
from app.document import WORKER, seen_by
from app.document.answer import all_answers, was_alone
from app.export.sheet import sheet
from app.language import full_date
from app.sheet import texts
from app.workspace.application import Application
from tests.headless import asking
from tests.headless.asking import shared
from tests.headless.flet_session import Tab
from tests.headless.sitting import FAMILY, document, meet
from tests.headless.test_family_star import SECRET, area, ask, given, given_back, gives, page, star, table, to_the_end
from tests.headless.test_safe_in_the_room import crawl
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

HOME = "home-and-money"


def later(application: Application, days: int = 28) -> date:
    """Let it be another day. Returns it."""
    application.now = lambda: time.time() + days * 86_400
    return application.today


@contextmanager
def touches(tab: Tab) -> Iterator[list[str]]:
    """Count what a finger does meanwhile: every touch of a control, by its key."""
    counted: list[str] = []
    event = tab.event

    def seen(there: Any, name: str, told: Any) -> None:
        if name in ("click", "tap_up"):
            counted.append(str(there.get("key") or there["_c"]))
        event(there, name, told)

    tab.event = seen  # type: ignore[method-assign]
    yield counted
    tab.event = event  # type: ignore[method-assign]


async def shows_one(tab: Tab, person: str, number: int) -> None:
    """Somebody gives a number about their home, and shows it."""
    await ask(tab, person)
    await gives(tab, number)
    await to_the_end(tab)
    await tab.touch("show-all")
    await given_back(tab)


async def proves(tab: Tab) -> None:
    await tab.sees("Thank you")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("as-table")


async def asked_in_vain(tab: Tab, person: str) -> None:
    """The tablet goes to somebody, who gives it back: all that is on the table was drawn afresh."""
    await tab.touch(f"ask-star-{person}")
    await tab.touch("give-it")
    await tab.touch("finished")
    await proves(tab)
    await tab.sees("Saved")


async def test_three_numbers_of_one_person_are_eight_touches_at_most(table: Tab, application: Application) -> None:
    nan = await meet(table, "Nan")
    await table.touch("step-star")
    await table.finds(f"ask-star-{nan}")
    with touches(table) as counted:
        await table.touch(f"ask-star-{nan}")
        await table.touch("give-it")
        for number in (4, 7, 5):
            await gives(table, number)
        await table.touch("show-all")
        await table.touch("finished")
    assert len(counted) <= 8, counted
    assert [(slug, a.number, a.shown) for slug, a in given(application)] == [
        (HOME, 4, True),
        ("keeping-safe", 7, True),
        ("routines", 5, True),
    ]


async def test_a_stars_round_of_three_people_is_forty_touches_at_most_with_one_proof_at_its_end(
    table: Tab, application: Application
) -> None:
    nan, dad = await meet(table, "Nan"), await meet(table, "Dadster", "parent")
    await table.touch("step-star")
    await table.finds(f"ask-star-{nan}")
    with touches(table) as counted:
        await table.touch(f"ask-star-{nan}")
        await table.touch(f"then-{dad}")
        await table.touch(f"then-{WORKER}")
        await table.touch("give-it")
        for n, name in enumerate(("Nan", "Dadster", "Jo")):
            if n:
                await table.sees(f"Please give the tablet to {name} now.")
                await table.touch("take-over")
                await table.sees(f"This is for {name}.")
            for number in (4, 7, 5):
                await gives(table, number)
            await table.touch("show-all")
            await table.touch("finished")
        await proves(table)
    assert len(counted) <= 40, counted
    assert counted.count("prove") == 1
    spells = {e.undo_session for e in star(application).edits if was_alone(e.undo_scope)}
    assert len(spells) == 3, "somebody's Undo reaches into what another said"
    assert [(a.by, a.number) for _slug, a in given(application)] == [
        (p, n) for n in (4, 7, 5) for p in (nan, dad, WORKER)
    ]


async def test_who_stands_in_the_plan_no_more_is_not_offered_behind_the_first_who_is_asked(table: Tab) -> None:
    nan, dad = await meet(table, "Nan"), await meet(table, "Dadster", "parent")
    await table.touch("choose-face")
    await table.touch(f"face-of-{dad}")
    await table.touch("not-in-plan")
    await table.until(lambda: not table.has(f"speak-{dad}"))
    if table.has("close-faces"):
        await table.touch("close-faces")
    await table.touch("step-star")
    await table.touch(f"ask-star-{nan}")
    await table.finds(f"then-{WORKER}")
    assert not table.has(f"then-{dad}")


async def test_a_second_touch_on_a_number_takes_nothing_back_and_says_nothing_of_the_next_area(
    table: Tab, application: Application
) -> None:
    nan = await meet(table, "Nan")
    await ask(table, nan)
    first = page(table)
    button = table.control("number-4")
    table.event(button, "click", None)
    table.event(button, "click", None)
    await table.until(lambda: page(table) != first)
    assert [(slug, a.number) for slug, a in given(application)] == [(HOME, 4)]


async def test_who_goes_back_to_mend_a_number_stays_on_its_page(table: Tab, application: Application) -> None:
    nan = await meet(table, "Nan")
    await ask(table, nan)
    first = page(table)
    await gives(table, 4)
    await table.touch("page-back")
    await table.touch("number-5")
    await table.still(1.0)
    assert page(table) == first
    assert [a.number for _slug, a in given(application)] == [5]


async def test_the_next_one_finds_nothing_of_the_one_before_and_their_undo_reaches_no_further(
    table: Tab, application: Application
) -> None:
    nan, dad = await meet(table, "Nan"), await meet(table, "Dadster", "parent")
    await ask(table, dad)
    alone = [node for node in shared(table) if node]
    await given_back(table)
    await table.touch(f"ask-star-{nan}")
    await table.touch(f"then-{dad}")
    await table.sees("Then: ")
    await table.touch("give-it")
    await table.write("answer-words", SECRET)
    await table.leave("answer-words")
    await gives(table, 3)
    await to_the_end(table)
    await table.touch("finished")
    await table.sees("Please give the tablet to Dadster now.")
    assert not [w for w in (SECRET, FAMILY, "Our home and bills") if table.says(w)]
    await table.touch("take-over")
    await table.finds("finished")
    assert shared(table) == alone
    assert table.is_off("undo")


async def test_between_two_people_no_touch_leads_to_the_plan_and_a_break_leads_to_the_pin(
    table: Tab, application: Application
) -> None:
    nan, dad = await meet(table, "Nannie"), await meet(table, "Dadster", "parent")
    await table.touch("step-star")
    await table.touch(f"ask-star-{nan}")
    await table.touch(f"then-{dad}")
    await table.touch("give-it")
    await table.write("answer-words", SECRET)
    await table.leave("answer-words")
    await gives(table, 3)
    await to_the_end(table)
    await table.touch("finished")
    await table.finds("take-over")
    await crawl(table, set(), seed=7, told_by=(SECRET, "Nannie", FAMILY), but=("take-over",))


async def test_instead_of_the_next_one_the_worker_can_have_it_back(table: Tab, application: Application) -> None:
    nan, dad = await meet(table, "Nan"), await meet(table, "Dadster", "parent")
    await table.touch("step-star")
    await table.touch(f"ask-star-{nan}")
    await table.touch(f"then-{dad}")
    await table.touch("give-it")
    await table.touch("finished")
    await table.touch("give-it-back")
    await proves(table)
    assert given(application) == []


async def test_which_star_and_which_areas_are_said_before_the_tablet_changes_hands(
    table: Tab, application: Application
) -> None:
    nan = await meet(table, "Nan")
    await table.touch("step-star")
    await table.touch(f"ask-star-{nan}")
    await table.sees("For Nan alone", "Our home and bills", "Staying safe", "Day to day")
    await table.touch("not-now")
    await table.finds(f"ask-star-{nan}")
    await table.touch(f"step-{area(application, HOME)}")
    await table.touch(f"ask-star-{nan}")
    await table.until(lambda: table.has("what-is-asked"))
    assert [w for w in table.words_in("what-is-asked") if w in ("Our home and bills", "Staying safe")] == [
        "Our home and bills"
    ]


async def test_the_star_is_as_it_was_when_the_tablet_comes_back(table: Tab, application: Application) -> None:
    tom = await meet(table, "Tom", "child")
    await table.touch("step-child-areas")
    await table.touch("choose-area-my-home")
    await table.touch("step-star")
    await table.touch("star-of-children")
    await table.touch("as-table")
    await table.touch("line-my-home")
    await asked_in_vain(table, tom)
    assert table.has("open-my-home")
    before = shared(table)
    await table.touch(f"ask-star-{tom}")
    await table.sees("For Tom alone", "My home")
    await table.touch("give-it")
    await gives(table, 2)
    await table.touch("keep-all")
    await table.touch("finished")
    await proves(table)
    await table.sees("Saved")
    assert shared(table) == before


async def test_which_worry_is_said_before_the_tablet_changes_hands(tmp_path: Any) -> None:
    async with asking.visit(tmp_path / "data") as (tab, _application):
        nan, _dad = await asking.worry_said(tab)
        await tab.touch("add-worry")
        await tab.write("worry-happened", "He shouted in the night")
        await tab.leave("worry-happened")
        await tab.touch(f"ask-view-{nan}")
        await tab.sees("For Nan alone", "Worry 2", "He shouted in the night", "What do you think of this worry?")
        assert not tab.keys("then-") or f"then-{nan}" not in tab.keys("then-")
        await tab.touch("not-now")
        await tab.touch(f"ask-number-{nan}")
        await tab.sees("Worry 2", "Where are we now on this line?")


async def says_at_the_end(tab: Tab) -> None:
    await gives(tab, 3)
    await to_the_end(tab)
    await tab.touch("keep-all")
    await tab.touch("finished")


async def finishes_at_once(tab: Tab) -> None:
    await gives(tab, 3)
    await tab.touch("finished")
    await tab.sees("Who may see your numbers?")
    await tab.touch("finished")


async def is_asked_and_keeps(tab: Tab) -> None:
    await gives(tab, 3)
    await tab.touch("finished")
    await tab.touch("keep-all")
    await tab.touch("finished")


async def not_today(tab: Tab) -> None:
    await tab.touch("none-not-today")
    await tab.touch("finished")


async def takes_a_break(tab: Tab) -> None:
    await gives(tab, 3)
    await tab.touch("break")
    await tab.touch("more")


@pytest.mark.parametrize("way", [says_at_the_end, finishes_at_once, is_asked_and_keeps, not_today, takes_a_break])
async def test_the_table_is_the_same_on_a_later_day_whatever_somebody_keeps(
    table: Tab, application: Application, way: Callable[[Tab], Awaitable[None]]
) -> None:
    nan = await meet(table, "Nan")
    await shows_one(table, nan, 8)
    first = application.today
    later(application)
    await table.touch("step-areas")
    await table.touch("step-star")
    await table.touch("same-visit")
    await table.sees(f"These numbers are from {full_date(first)}.")
    await table.touch("as-table")
    await table.sees(f"Nan: 8, on {full_date(first)}")
    await asked_in_vain(table, nan)
    words = table.words()
    before, told = shared(table), list(texts(sheet(seen_by(star(application), nan), for_name="", made=first)))
    await ask(table, nan)
    await way(table)
    if way is takes_a_break:
        await table.write("secret", PIN)
        await table.touch("unlock")
        await table.touch("go-on")
        await table.touch("finished")
        await proves(table)
        await table.touch("as-table")  # A lock forgets how the sheets were left.
        await table.sees("Saved")
        await table.still()
        assert table.words() == words
    else:
        await proves(table)
        await table.sees("Saved")
        assert shared(table) == before
    assert list(texts(sheet(seen_by(star(application), nan), for_name="", made=first))) == told


async def test_i_am_finished_asks_who_may_see_the_numbers_once_and_then_goes_on(
    table: Tab, application: Application
) -> None:
    nan = await meet(table, "Nan")
    await ask(table, nan)
    await gives(table, 4)
    await gives(table, 6)
    await table.touch("finished")
    await table.sees("Who may see your numbers?", "Our home and bills: 4", "Staying safe: 6")
    await table.touch("show-all")
    await table.touch("finished")
    await proves(table)
    assert [a.shown for _slug, a in given(application)] == [True, True]


async def test_i_am_finished_on_a_number_line_asks_who_may_see_it(tmp_path: Any) -> None:
    async with asking.visit(tmp_path / "data") as (tab, application):
        nan, _dad = await asking.worry_said(tab)
        await asking.ask(tab, nan, "number")
        await tab.touch("number-4")
        await tab.touch("finished")
        await tab.sees("Who may see this?", "You said: 4")
        await tab.touch("show-it")
        await asking.given_back(tab)
        await tab.sees(f"Nan: 4, on {full_date(application.today)}")


async def test_a_new_visit_is_asked_about_once_a_day_and_yes_begins_the_next_round(
    table: Tab, application: Application
) -> None:
    nan = await meet(table, "Nan")
    assert not table.has("is-it-a-new-visit")
    await shows_one(table, nan, 4)
    assert not table.has("is-it-a-new-visit"), "it is asked on the day itself"
    first = application.today
    later(application, 20)
    await table.touch("step-areas")
    await table.sees("Is this a new visit?", f"Last time was {full_date(first)}.")
    await table.touch("same-visit")
    await table.until(lambda: not table.has("is-it-a-new-visit"))
    await table.touch("step-star")
    await table.still()
    assert not table.has("is-it-a-new-visit"), "it is asked twice a day"
    day = later(application, 28)
    await table.touch("step-areas")
    await table.touch("new-visit")
    await table.until(lambda: not table.has("is-it-a-new-visit"))
    (review,) = (i for i in star(application).items.values() if i.item_type == "review")
    assert review.fields["day"] == day.isoformat()


async def test_on_a_later_day_a_number_begins_the_next_round_by_itself_and_the_old_one_stays(
    table: Tab, application: Application
) -> None:
    nan = await meet(table, "Nan")
    await shows_one(table, nan, 4)
    home, first = area(application, HOME), application.today
    await table.touch("as-table")
    await table.touch(f"line-{HOME}")
    await table.touch("agree-number")
    await table.write("agreed-number", "5")
    await table.leave("agreed-number")
    await table.sees(f"Together: 5, on {full_date(first)}")
    day = later(application)
    await table.touch("step-areas")
    await shows_one(table, nan, 6)
    await table.sees(f"Nan: 6, on {full_date(day)}, up 2 since {full_date(first)}")
    assert [(a.number, a.day, a.shown) for a in all_answers(star(application), home)] == [
        (4, first, True),
        (6, day, True),
    ]
    await table.touch("agree-number")
    await table.write("agreed-number", "7")
    await table.leave("agreed-number")
    await table.sees(f"Together: 7, on {full_date(day)}")
    assert [(a.number, a.day) for a in agreed(star(application), home)] == [(5, first), (7, day)]


async def test_undo_at_the_table_takes_back_no_number_of_another_day(table: Tab, application: Application) -> None:
    await shows_one(table, await meet(table, "Nan"), 4)
    await table.touch(f"step-{area(application, HOME)}")
    await table.touch("agree-number")
    await table.write("agreed-number", "5")
    await table.leave("agreed-number")
    await table.sees("Together: 5")
    assert not table.is_off("undo")
    later(application, 1)
    await table.touch("step-areas")
    await table.touch(f"step-{area(application, HOME)}")
    assert table.is_off("undo")


async def test_what_was_shown_on_another_day_stands_with_its_day_until_its_owner_takes_it_away_alone(
    table: Tab, application: Application
) -> None:
    nan = await meet(table, "Nan")
    await shows_one(table, nan, 4)
    first = application.today
    later(application)
    await table.touch("step-areas")
    await ask(table, nan)
    await table.sees(f"Nan: 4, on {full_date(first)}", "It stays there, with its date, unless you take it away here.")
    ((_slug, mine),) = given(application)
    await table.touch(f"take-back-{mine.id}")
    await table.touch("finished")
    await proves(table)
    assert not table.says("Nan: 4")
    ((_slug, mine),) = given(application)
    assert (mine.number, mine.day, mine.shown) == (4, first, False)


async def test_a_young_persons_numbers_of_another_day_stand_beside_the_new_ones(
    tab: Tab, application: Application
) -> None:
    from app.blocks.cards.model import cards
    from plans.good_lives_pages import FULL, ORDER
    from tests.headless.test_good_lives import step, to_plan

    plan, _ash = await to_plan(tab, application)
    first = application.today
    await step(tab, "matters")
    await tab.touch("card-calm")
    await tab.touch("matters-calm-9")
    await step(tab, "full")
    await tab.touch("tank-calm")
    await tab.touch("full-calm-2")
    day = later(application)
    await step(tab, "matters")
    await tab.sees("Is this a new visit?")
    await tab.touch("card-calm")
    await tab.sees(f"9 last time, on {full_date(first)}")
    await tab.touch("matters-calm-6")
    await step(tab, "full")
    await tab.touch("tank-calm")
    await tab.sees(f"2 last time, on {full_date(first)}")
    await tab.touch("full-calm-5")
    (calm,) = (c for c in cards(document(application, plan), FULL) if c.key == "calm")
    assert (calm.full[-2:], calm.days, calm.importance, calm.since) == ((2, 5), (first, day), 6, day)
    assert {c.key for c in cards(document(application, plan), ORDER)}


__all__ = ["table"]
