"""The family star on the screen: areas are chosen and talked about, numbers given alone, and seen where they are shown.

Source: docs/domain/family-star.md ("How it goes"), docs/domain/safety-plan.md ("Views and numbers can be dangerous").
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date, timedelta

import pytest
import pytest_asyncio

from app.blocks.star.model import Held, agreed, held
from app.document import Document, seen_by
from app.document.answer import Answer, all_answers
from app.document.header import header
from app.export.sheet import sheet
from app.language import full_date
from app.sheet import texts
from app.workspace.application import Application
from plans.family_star import FAMILY_STAR
from tests.headless.asking import shared
from tests.headless.flet_session import Tab
from tests.headless.sitting import document, meet, say, unlock
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

SECRET = "I cannot say at home how the money goes"
CHOSEN = ("home-and-money", "keeping-safe", "routines")


def star(application: Application) -> Document:
    workspace = application._workspace
    assert workspace is not None
    (plan,) = [id for id, o in workspace._open.items() if o.document.kind is FAMILY_STAR]
    return document(application, plan)


def areas(application: Application, section: str = "areas") -> Held:
    there = held(star(application), section)
    assert there is not None
    return there


def area(application: Application, slug: str, section: str = "areas") -> str:
    return next(a.id for a in areas(application, section).areas if a.slug == slug)


def given(application: Application) -> list[tuple[str, Answer]]:
    """Return every answer, what is kept too, behind its area's slug."""
    there = (*areas(application).areas, *areas(application, "child-areas").areas)
    return [(a.slug, answer) for a in there for answer in all_answers(star(application), a.id)]


@pytest_asyncio.fixture
async def table(tab: Tab, application: Application) -> AsyncIterator[Tab]:
    """A star that a family has begun, with three areas chosen."""
    await unlock(tab)
    await tab.touch("start-family-star")
    await tab.finds("choose-area-routines")
    await tab.still(0.1)
    for slug in CHOSEN:
        await tab.touch(f"choose-area-{slug}")
    yield tab


async def ask(tab: Tab, person: str) -> None:
    await tab.touch("step-star")
    await tab.touch(f"ask-star-{person}")
    await tab.touch("give-it")
    await tab.finds("finished")


async def gives(tab: Tab, number: int) -> None:
    """Touch a number, and wait until the next page has come by itself."""
    here = page(tab)
    await tab.touch(f"number-{number}")
    await tab.until(lambda: page(tab) != here, "the page did not turn")


def page(tab: Tab) -> list[str]:
    """Return what the page in hand is called."""
    return tab.keys("alone-")


async def to_the_end(tab: Tab) -> None:
    while not tab.is_off("page-next"):
        await tab.touch("page-next")


async def given_back(tab: Tab) -> None:
    await tab.touch("finished")
    await tab.until(lambda: tab.has("choose-each") or tab.says("Thank you"))
    if tab.has("choose-each"):
        await tab.touch("finished")
    await tab.sees("Thank you")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("as-table")
    await tab.sees("Saved")


async def test_three_or_four_areas_are_chosen_and_each_has_a_page_to_talk_on(
    table: Tab, application: Application
) -> None:
    assert [a.slug for a in areas(application).now] == list(CHOSEN)
    assert areas(application).day == date.today()
    await table.touch("choose-area-education")
    await table.until(lambda: table.is_off("choose-area-boundaries"), "a fifth area can be chosen")
    await table.touch("choose-area-education")
    await table.touch("begin-to-talk")
    await table.sees("What do you like about where you live?")
    await table.touch("another-question")
    await table.sees("What happens when the money runs low?")
    for end, words in (("low", "We sit in the dark"), ("high", "The bills are paid")):
        await table.write(f"end-{end}", words)
        await table.leave(f"end-{end}")
    await table.sees("Saved")
    one = areas(application).now[0]
    assert (one.low, one.high) == ("We sit in the dark", "The bills are paid")


async def test_numbers_are_given_alone_by_touch_by_button_and_in_writing_and_shown_one_by_one(
    table: Tab, application: Application
) -> None:
    nan = await meet(table, "Nan")
    await ask(table, nan)
    await table.sees("Our home and bills: where are we now?")
    await table.sees("This is for Nan.")
    await gives(table, 4)
    await table.sees("Our home and bills: 4. To change it, touch Back.")
    second = page(table)
    table.event(table.control("star"), "tap_up", {"l": on_arm(table, 1, 7), "g": on_arm(table, 1, 7), "k": "touch"})
    await table.until(lambda: page(table) != second)
    await table.write("answer-number", "9")
    await table.leave("answer-number")
    await table.touch("page-next")
    await table.sees("Who may see your numbers?", "Our home and bills: 4", "Staying safe: 7", "Day to day: 9")
    assert [(slug, a.number, a.shown) for slug, a in given(application)] == [
        ("home-and-money", 4, False),
        ("keeping-safe", 7, False),
        ("routines", 9, False),
    ]
    # By eye each line has its two buttons; by ear each button says which number it is about.
    await table.touch("choose-each")
    assert {"Day to day: Keep it", "Day to day: Show it to everyone"} <= set(table.words())
    await table.touch(f"show-it-{area(application, 'routines')}")
    assert [a.shown for _slug, a in given(application)] == [False, False, True]
    await given_back(table)
    await table.touch("as-table")
    await table.sees(f"Nan: 9, on {full_date(date.today())}")
    assert not [w for w in table.words() if "Nan: 4" in w or "Nan: 7" in w]


def on_arm(tab: Tab, arm: int, number: int) -> dict[str, float]:
    """Return where a number stands on the star of the page."""
    from app.blocks.star.picture import star_part
    from app.blocks.star.screen.score_alone import STAR
    from app.kit import theme
    from app.sheet.star_geometry import place_of, star_picture
    from plans.areas import FAMILY

    part = star_part([a.title for a in FAMILY.areas], [], lowest=1, highest=10, chosen=arm)
    x, y = place_of(star_picture(part, width=STAR["wide"], size=theme.SMALL), arm, number)
    return {"x": x, "y": y}


async def says_nothing(tab: Tab) -> None:
    await to_the_end(tab)


async def not_today(tab: Tab) -> None:
    while not tab.is_off("page-next"):
        here = page(tab)
        await tab.touch("none-not-today")
        await tab.until(lambda here=here: page(tab) != here)  # type: ignore[misc]


async def rather_not(tab: Tab) -> None:
    await tab.touch("none-rather-not")
    await to_the_end(tab)


async def keeps_all(tab: Tab) -> None:
    while not tab.is_off("page-next"):
        await tab.write("answer-words", SECRET)
        await tab.leave("answer-words")
        await gives(tab, 3)


async def stops_in_the_middle(tab: Tab) -> None:
    await gives(tab, 3)
    await tab.press("answer-words", SECRET)


@pytest.mark.parametrize("way", [says_nothing, not_today, rather_not, keeps_all, stops_in_the_middle])
async def test_the_table_is_the_same_to_the_last_control_whatever_somebody_keeps(
    table: Tab, application: Application, way: Callable[[Tab], Awaitable[None]]
) -> None:
    nan, dad = await meet(table, "Nan"), await meet(table, "Dadster", "parent")
    await ask(table, dad)
    await table.touch("number-8")
    await to_the_end(table)
    await table.touch("choose-each")
    await table.touch(f"show-it-{area(application, 'home-and-money')}")
    await given_back(table)
    before, told = (
        shared(table),
        list(texts(sheet(seen_by(star(application), nan), for_name="", made=date(2026, 6, 1)))),
    )
    await ask(table, nan)
    await way(table)
    await given_back(table)
    assert shared(table) == before
    assert list(texts(sheet(seen_by(star(application), nan), for_name="", made=date(2026, 6, 1)))) == told
    for step in ("areas", area(application, "home-and-money"), "work"):
        await table.touch(f"step-{step}")
        assert not [w for w in table.everything() if isinstance(w, str) and (SECRET in w or "Nan: 3" in w)]


async def test_who_stops_in_the_middle_loses_nothing_and_the_page_begins_empty_again(
    table: Tab, application: Application
) -> None:
    nan = await meet(table, "Nan")
    await ask(table, nan)
    first = shared(table)
    await stops_in_the_middle(table)
    await table.touch("break")
    await table.touch("more")
    await table.write("secret", PIN)
    await table.touch("unlock")
    await table.touch("go-on")
    assert shared(table) == first, "whoever has it now is somebody else, for all that the page knows"
    await given_back(table)
    assert [(slug, a.number, a.words) for slug, a in given(application)] == [
        ("home-and-money", 3, ""),
        ("keeping-safe", None, SECRET),
    ]
    await ask(table, nan)
    assert shared(table) == first


async def test_undo_in_their_hands_stays_on_the_area_that_is_open(table: Tab, application: Application) -> None:
    nan = await meet(table, "Nan")
    await ask(table, nan)
    await gives(table, 4)
    assert table.is_off("undo"), "a touch here would take back what stands on another page"
    await table.touch("number-5")
    await table.touch("undo")
    assert [(slug, a.number) for slug, a in given(application)] == [("home-and-money", 4)]


async def test_a_number_out_of_range_is_refused_with_a_sentence(table: Tab, application: Application) -> None:
    nan = await meet(table, "Nan")
    await ask(table, nan)
    for words in ("11", "0", "many"):
        await table.write("answer-number", words)
        await table.leave("answer-number")
        await table.sees("Nothing has been changed.")
    assert given(application) == []


async def test_children_are_asked_with_faces_and_nobody_else_is(table: Tab, application: Application) -> None:
    tom, nan = await meet(table, "Tom", "child"), await meet(table, "Nan")
    await table.touch("step-child-areas")
    await table.touch("choose-area-my-home")
    assert table.has(f"ask-star-{tom}")
    assert not table.has(f"ask-star-{nan}")
    await table.touch(f"ask-star-{tom}")
    await table.sees("For Tom alone", "My home")
    assert not table.keys("then-"), "grown-ups are asked on the children's star"
    await table.touch("give-it")
    await table.finds("finished")
    assert table.keys("number-") == [f"number-{n}" for n in range(1, 6)]
    await table.touch("number-4")
    assert [(slug, a.number, a.shown) for slug, a in given(application)] == [("my-home", 4, False)]


async def test_what_is_shown_is_seen_over_time_agreed_on_picked_and_followed_by_steps(
    table: Tab, application: Application
) -> None:
    nan = await meet(table, "Nan")
    home = area(application, "home-and-money")
    await ask(table, nan)
    await table.touch("number-4")
    await to_the_end(table)
    await table.touch("choose-each")
    await table.touch(f"show-it-{home}")
    await given_back(table)
    assert table.has(f"view-{nan}")
    await table.touch("as-table")
    await table.touch("line-home-and-money")
    await table.touch("agree-number")
    await table.write("agreed-number", "5")
    await table.leave("agreed-number")
    await table.write("agreed-words", "The rent is paid")
    await table.leave("agreed-words")
    await table.sees(f"Together: 5, on {full_date(date.today())}")
    assert [(a.number, a.words) for a in agreed(star(application), home)] == [(5, "The rent is paid")]
    await table.touch("view-together")
    await table.touch("as-table")
    await table.touch("step-work")
    for slug in ("home-and-money", "routines", "education"):
        await table.touch(f"pick-{slug}")
    await table.until(lambda: table.is_off("pick-boundaries"))
    await table.touch("step-for-home-and-money")
    await table.finds("add-row")
    await table.sees("Our home and bills")


@pytest.mark.parametrize("size", [(1180, 820), (820, 1180), (390, 844)], ids=["wide", "tall", "phone"])
async def test_every_step_can_be_gone_to_in_every_shape(
    table: Tab, application: Application, size: tuple[int, int]
) -> None:
    nan = await meet(table, "Nan")
    await ask(table, nan)
    await table.resize(*size)
    await table.touch("number-4")
    await to_the_end(table)
    await table.touch("choose-each")
    await table.touch(f"show-it-{area(application, 'home-and-money')}")
    await given_back(table)
    await table.touch("open-stage-1")
    await table.until(lambda: table.has("step-agreed"))
    for step in [key.removeprefix("step-") for key in table.keys("step-") if key != "step-"]:
        await table.touch(f"step-{step}")
        await table.finds(f"scroll-{step}")
    await table.touch("step-proud")
    await say(table, "We ate together each evening")
    assert not table.crashes


async def test_another_round_is_begun_with_look_again_and_twelve_weeks_are_offered_for_the_next(
    table: Tab, application: Application
) -> None:
    await table.touch("open-stage-1")
    await table.touch("step-reviews")
    await table.touch("look-again")
    (review,) = (i.id for i in star(application).items.values() if i.item_type == "review")
    await table.touch(f"in-weeks-{review}")
    assert header(star(application)).next == (date.today() + timedelta(weeks=12)).isoformat()
    assert not table.has(f"in-weeks-{review}")
    nan = await meet(table, "Nan")
    await ask(table, nan)
    await table.touch("number-5")
    assert [(slug, a.number, a.round) for slug, a in given(application)] == [("home-and-money", 5, review)]
