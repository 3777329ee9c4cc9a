"""What is kept for the worker reaches the worker, on the tablet, behind the PIN; and the table finds no trace of it.

Source: docs/domain/sharing.md ("What is kept for the worker reaches the worker").
"""

from collections.abc import Awaitable, Callable

import pytest

from app.blocks.own.model import write as write_own
from app.blocks.storyboard.model import add_page
from app.blocks.worries.model import WORRY
from app.blocks.worries.model import write as write_worry
from app.document import EVERYONE, WORKER, Change, new_id
from app.document.answer import alone_scope, answer
from app.document.saying import say
from app.export.outline import outline
from app.ink.drawing import put
from app.ink.stroke import Stroke
from app.store.summaries import summary_of
from app.ui.actions.withheld import KEPT_READ
from app.workspace.application import Application
from tests.headless.asking import shared
from tests.headless.flet_session import Tab
from tests.headless.sitting import FAMILY, document, gives_back, meet, unlock
from tests.headless.test_families import add
from tests.headless.test_family_time import begins
from tests.headless.test_safe_in_the_room import crawl, found_out, hidden, hidden_by_a_key, in_the_background, locked
from tests.headless.test_safety_plan import plan_of, to_safety_plan
from tests.plans.test_safety_plan import section
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

HAPPENED = "Dad was asleep at four"
KEPT = "I cannot say what I think at home"
CHILDS = "Under the stairs at Mr Bell's"
OWN = "My sister Fern, 0117 496 0999"
SECRETS = (KEPT, CHILDS, OWN, HAPPENED)
NAMES = ("Mumster", "Dadster", "Mia", FAMILY, "Our plan")
SIGN = "There is something for you"


async def a_plan(tab: Tab, application: Application) -> dict[str, str]:
    """A plan with a worry, and people; returns their ids."""
    await to_safety_plan(tab)
    who = {name: await meet(tab, name, role) for name, role in (("Mumster", "parent"), ("Dadster", "parent"))}
    who["Mia"] = await meet(tab, "Mia", "child")
    plan = plan_of(application)
    worry = write_worry(
        document(application, plan), "worries", "w", WORRY, by=who["Mumster"], for_whom=EVERYONE, happened=HAPPENED
    )
    make(application, worry)
    await tab.sees("Saved")
    return who


def make(application: Application, changes: tuple[Change, ...], by: str = WORKER, undo_scope: str = "made") -> None:
    workspace = application._workspace
    assert workspace is not None
    workspace.make(plan_of(application), changes, actor=by, undo_scope=undo_scope, undo_session="before")


async def keeps_an_answer(tab: Tab, application: Application, who: dict[str, str]) -> None:
    """Mia answers alone, as the page on which she is asked makes it, and keeps it."""
    mia = who["Mia"]
    said = answer(document(application, plan_of(application)), "a", about="w", by=mia, stand="not", words=KEPT)
    make(application, said, mia, alone_scope("w"))
    await tab.sees("Saved")


async def keeps_all(tab: Tab, application: Application, who: dict[str, str]) -> None:
    """Something of everything that somebody can keep."""
    await keeps_an_answer(tab, application, who)
    mia, mum, plan = who["Mia"], who["Mumster"], plan_of(application)
    page = add_page(document(application, plan), section("child"), "safe-place", by=mia)
    page = page._replace(item=page.item._replace(id="p"))
    make(application, (page,), mia)
    make(application, say(document(application, plan), CHILDS, id=new_id(), section="child", by=mia, parent="p"), mia)
    line = Stroke(((100, 100), (700, 500), (1200, 300)))
    make(application, (put(document(application, plan), "p", line, section="child", by=mia),), mia)
    make(application, write_own(document(application, plan), section("own-plan"), "o", "tell", OWN, by=mum), mum)
    await tab.sees("Saved")


async def home(tab: Tab) -> None:
    await tab.touch("back")
    await tab.finds("draw")
    await tab.still()


async def to_families(tab: Tab) -> None:
    await tab.touch("families")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("to-bin")


async def visit_over(tab: Tab) -> None:
    await to_families(tab)
    await tab.touch("no-family")
    await tab.sees("Who are you visiting?")


async def to_room(tab: Tab) -> None:
    """From the list of families into the room."""
    await to_families(tab)
    await tab.touch("to-kept")
    await tab.sees("This is what people have told only you.")
    assert found_out(tab, set(), (*SECRETS, "Mia", "Mumster")) == []
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees("Kept for you to read")


async def test_what_a_child_keeps_can_be_read_on_the_tablet_with_who_said_it_what_was_asked_and_when(
    tab: Tab, application: Application
) -> None:
    await keeps_an_answer(tab, application, await a_plan(tab, application))
    await home(tab)
    await to_room(tab)
    (line,) = tab.touchable("read-")
    assert {"Mia", "New", "What do you think of this worry?"} <= set(tab.words_in(line))
    assert not tab.says(KEPT), "the list itself says what was kept"
    await tab.touch(line)
    await tab.sees("Mia", "What do you think of this worry?", HAPPENED, KEPT, "does not agree", "You read it on:")


async def test_everything_that_can_be_kept_is_there_the_drawing_too(tab: Tab, application: Application) -> None:
    await keeps_all(tab, application, await a_plan(tab, application))
    await home(tab)
    await to_room(tab)
    found = await lines(tab)
    for asked, words in (("One grown-up alone", OWN), ("My safe place", CHILDS), ("What do you think of", KEPT)):
        (line,) = [k for k in found if any(asked in w for w in tab.words_in(k))]
        await tab.touch(line)
        await tab.sees(words)
        assert tab.has("kept-picture") == (words == CHILDS)
        await tab.touch("back")
        await lines(tab)
    assert not [k for k in tab.touchable("") if k in ("draw", "undo", "hand-over")], "it is there to be read"


async def test_which_one_was_read_and_when_is_recorded_and_what_is_new_is_marked(
    tab: Tab, application: Application
) -> None:
    who = await a_plan(tab, application)
    await keeps_all(tab, application, who)
    await home(tab)
    await to_room(tab)
    there = await lines(tab)
    assert all("New" in tab.words_in(k) for k in there)
    (one,) = [k for k in there if "What do you think of this worry?" in tab.words_in(k)]
    await tab.touch(one)
    await tab.sees(KEPT)
    await tab.touch("back")
    assert {k for k in await lines(tab) if "New" not in tab.words_in(k)} == {one}
    assert [w for w in tab.words_in(one) if w.startswith("Read on")]
    assert application._workspace is not None
    record = application._workspace.thread.submit(application._workspace.vault.setting, KEPT_READ).result()
    assert [list(items) for items in record.values()] == [["a"]]
    await tab.touch("lock")
    await unlock(tab)
    changed = answer(await opened(application, tab), "a", about="w", by=who["Mia"], words=f"{KEPT}. Ask me again")
    make(application, changed, who["Mia"], alone_scope("w"))
    await tab.still()
    await to_room(tab)
    assert all("New" in tab.words_in(k) for k in await lines(tab)), "changed since, and not marked"


async def opened(application: Application, tab: Tab) -> object:
    """The plan, open again after a lock."""
    key = next(k for k in tab.touchable("plan-") if "Our plan" in tab.words_in(k))
    await tab.touch(key)
    await tab.finds("next")
    await home(tab)
    return document(application, plan_of(application))


async def test_on_a_table_with_a_family_nothing_is_other_than_before_when_somebody_keeps_something_or_it_is_read(
    tab: Tab, application: Application
) -> None:
    who = await a_plan(tab, application)
    plan = plan_of(application)
    await tab.touch("step-worse")
    await tab.finds("scroll-worse")
    await home(tab)
    at_plan = await at_the_plan(tab, plan)
    await home(tab)
    at_home, card = shared(tab), summary_of(document(application, plan))
    await keeps_an_answer_at(application, who)
    await tab.still()
    assert shared(tab) == at_home, "Home tells that somebody kept something"
    told = outline(document(application, plan))
    await to_room(tab)
    await tab.touch(tab.touchable("read-")[0])
    await tab.sees(KEPT)
    await tab.touch("back")
    await tab.touch("back")
    await tab.finds("draw")
    await tab.still()
    assert shared(tab) == at_home, "Home tells that it was read"
    assert not tab.says(SIGN)
    assert summary_of(document(application, plan)) == card
    assert outline(document(application, plan)) == told, "`show` is another one since it was read"
    assert await at_the_plan(tab, plan) == at_plan


async def at_the_plan(tab: Tab, plan: str) -> list[object]:
    """All that is on the glass when the plan is opened where it was left."""
    await tab.touch(f"plan-{plan}")
    await tab.finds("scroll-worse")
    await tab.still()
    return shared(tab)


async def keeps_an_answer_at(application: Application, who: dict[str, str]) -> None:
    said = answer(document(application, plan_of(application)), "a", about="w", by=who["Mia"], stand="not", words=KEPT)
    make(application, said, who["Mia"], alone_scope("w"))


async def test_at_the_office_with_no_family_a_quiet_sign_says_that_something_is_there_and_no_more(
    tab: Tab, application: Application
) -> None:
    await keeps_an_answer(tab, application, await a_plan(tab, application))
    await home(tab)
    assert not tab.says(SIGN)
    await visit_over(tab)
    await tab.sees(SIGN)
    assert found_out(tab, set(), (*SECRETS, *NAMES)) == []
    assert not [w for w in tab.words() if any(c.isdigit() for c in w)], "it says how many"
    await tab.touch("lock")
    await tab.finds("unlock")
    assert not tab.says(SIGN), "the lock has the sign"
    await unlock(tab)
    await tab.sees(SIGN)
    await tab.touch("to-kept")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.touch(next(iter(await lines(tab))))
    await tab.sees(KEPT)
    await tab.touch("back")
    await tab.touch("back")
    await tab.sees("Who are you visiting?")
    await tab.finds("no-sign")
    await tab.still()
    assert not tab.says(SIGN), "it was read"


async def lines(tab: Tab) -> list[str]:
    await tab.until(lambda: tab.touchable("read-"), "nothing is there to be read")
    return tab.touchable("read-")


async def test_where_nobody_kept_anything_there_is_no_sign_and_the_room_says_so(
    tab: Tab, application: Application
) -> None:
    await a_plan(tab, application)
    await home(tab)
    await visit_over(tab)
    await tab.finds("no-sign")
    await tab.still()
    assert not tab.says(SIGN)
    await to_room(tab)
    await tab.sees("Nothing is kept for you.")


async def test_of_several_families_all_are_there_or_one(tab: Tab, application: Application) -> None:
    await keeps_an_answer(tab, application, await a_plan(tab, application))
    await home(tab)
    await to_families(tab)
    await tab.touch("new-family")
    await add(tab, "The Badgers")
    await tab.touch("draw")
    await tab.stroke("page", [(100 + 10 * n, 300) for n in range(20)])
    await gives_back(tab, "families")
    await to_room(tab)
    await lines(tab)
    assert len(tab.touchable("read-")) == 2
    ways = {" ".join(tab.words_in(k)): k for k in tab.touchable("of-")}
    assert set(ways) == {"All families", "The Badgers", FAMILY}
    await tab.touch(ways["The Badgers"])
    (drawn,) = tab.touchable("read-")
    assert "The child" in tab.words_in(drawn)
    await tab.touch(drawn)
    await tab.finds("kept-picture")


async def test_a_plan_that_is_in_the_bin_is_not_forgotten(tab: Tab, application: Application) -> None:
    await keeps_an_answer(tab, application, await a_plan(tab, application))
    plan = plan_of(application)
    await home(tab)
    await tab.touch(f"more-{plan}")
    await tab.touch("bin")
    await tab.sees("Only the worker puts it in the bin.")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.until(lambda: tab.has("draw") and not tab.has(f"plan-{plan}"), "it is not in the bin")
    await to_room(tab)
    await tab.touch((await lines(tab))[0])
    await tab.sees(KEPT, "This plan is in the bin.")


async def in_the_list(tab: Tab) -> None:
    await lines(tab)


async def at_one(tab: Tab) -> None:
    (line,) = [k for k in await lines(tab) if "Mumster" in tab.words_in(k)]
    await tab.touch(line)
    await tab.sees(OWN)


@pytest.mark.parametrize(
    ("where", "away"),
    [
        (in_the_list, locked),
        (in_the_list, hidden),
        (at_one, hidden),
        (at_one, hidden_by_a_key),
        (at_one, locked),
        (at_one, in_the_background),
    ],
)
async def test_from_the_room_no_touch_behind_the_lock_leads_to_a_word_or_a_name(
    tab: Tab, application: Application, where: Callable[[Tab], Awaitable[None]], away: Callable[[Tab], Awaitable[None]]
) -> None:
    await keeps_all(tab, application, await a_plan(tab, application))
    await home(tab)
    await to_room(tab)
    await where(tab)
    assert found_out(tab, set(), NAMES)
    await away(tab)
    await tab.still()
    await crawl(tab, set(), seed=1, told_by=(*SECRETS, *NAMES, "Kept for you", SIGN))


async def test_hidden_there_the_pin_is_asked_for_once_more_before_anything_of_it_shows(
    tab: Tab, application: Application
) -> None:
    await keeps_all(tab, application, await a_plan(tab, application))
    await home(tab)
    await to_room(tab)
    await at_one(tab)
    await hidden(tab)
    await tab.touch("more")
    await tab.write("secret", PIN)
    await tab.touch("unlock")
    await tab.sees("This is what people have told only you.")
    assert found_out(tab, set(), SECRETS) == []


async def test_a_family_in_its_own_time_finds_no_way_there(tab: Tab, application: Application) -> None:
    await keeps_all(tab, application, await a_plan(tab, application))
    await begins(tab)
    await tab.finds("give-back")
    await crawl(
        tab, set(), seed=3, told_by=(KEPT, CHILDS, OWN, "Kept for you", SIGN), but=("hide", "lock", "give-back")
    )


async def test_no_family_now_leaves_nothing_of_one_on_home_and_a_family_can_be_chosen_again(tab: Tab) -> None:
    await unlock(tab)
    await visit_over(tab)
    assert not tab.says(FAMILY)
    assert not tab.touchable("plan-")
    await tab.touch("lock")
    await unlock(tab)
    await tab.sees("Who are you visiting?")
    await to_families(tab)
    await tab.touch(tab.touchable("family-")[0])
    await tab.finds("draw")
    await tab.sees(FAMILY)
