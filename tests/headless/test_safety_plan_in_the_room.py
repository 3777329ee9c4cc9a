"""A safety plan in the room: what is kept, a child's, a grown-up's own or the worker's is found by nobody's touches.

Source: docs/domain/sharing.md ("On the screen"); docs/domain/safety-plan.md ("Views and numbers can be dangerous",
"Where somebody in the home hurts somebody"). The crawler is that of test_safe_in_the_room.py.
"""

from collections.abc import Awaitable, Callable
from typing import NamedTuple

import pytest

from app.blocks.own.model import write as write_own
from app.blocks.rings.model import add_member
from app.blocks.rows.model import add_row
from app.blocks.storyboard.model import add_page
from app.blocks.worries.model import WORRY
from app.blocks.worries.model import write as write_worry
from app.document import AUDIENCE, EVERYONE, ONLY_ME, WORKER, Change, Set, new_id
from app.document.answer import answer
from app.document.saying import say
from app.workspace.application import Application
from tests.headless.flet_session import Tab
from tests.headless.own_pages import to_own_page
from tests.headless.sitting import FAMILY, document, meet
from tests.headless.test_family_time import begins
from tests.headless.test_own_plan import give, open_sheet
from tests.headless.test_safe_in_the_room import crawl, found_out, hidden, hidden_by_a_key, in_the_background, locked
from tests.headless.test_safety_plan import in_mias_hands, plan_of, to_safety_plan
from tests.plans.test_safety_plan import section
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

SHARED = ("We eat together", "Dad was asleep at four", "The court said so")
KEPT = "I cannot say what I think at home"
CHILDS = "Under the stairs at Mr Bell's"
OWN = "My sister Fern, 0117 496 0999"
PAPERS = ("He broke the door in May", "One thing that has to happen does not say so yet.")
HELD_BACK = "Zofia from the refuge"
SECRET = (KEPT, CHILDS, OWN, *PAPERS, HELD_BACK)
NAMES = ("Mumster", "Dadster", "Mia", FAMILY, "Our plan")


class Room(NamedTuple):
    """Who is there, and the child's page."""

    mum: str
    dad: str
    mia: str
    page: str


async def a_full_plan(tab: Tab, application: Application) -> Room:
    """A plan with something of everything that not everybody may find."""
    await to_safety_plan(tab)
    mum, dad = await meet(tab, "Mumster", "parent"), await meet(tab, "Dadster", "parent")
    mia = await meet(tab, "Mia", "child")
    workspace, plan = application._workspace, plan_of(application)
    assert workspace is not None

    def make(changes: tuple[Change, ...], by: str = WORKER) -> None:
        workspace.make(plan, changes, actor=by, undo_scope="made", undo_session="before")

    rows = add_row(
        document(application, plan), section("must-haves"), by=WORKER, cells={"what": "Look", "why": SHARED[2]}
    )
    make(tuple(rows))
    make(tuple(say(document(application, plan), SHARED[0], id=new_id(), section="going-well", by=mum)), mum)
    make(
        tuple(
            write_worry(
                document(application, plan), "worries", "w", WORRY, by=mum, for_whom=EVERYONE, happened=SHARED[1]
            )
        )
    )
    make(answer(document(application, plan), "a", about="w", by=mum, stand="not", words=KEPT), mum)
    page = add_page(document(application, plan), section("child"), "safe-place", by=mia)
    make((page,), mia)
    words = say(document(application, plan), CHILDS, id=new_id(), section="child", by=mia, parent=page.item.id)
    make(tuple(words), mia)
    make(write_own(document(application, plan), section("own-plan"), "o", "tell", OWN, by=mum), mum)
    make(tuple(add_member(document(application, plan), section("network"), id="m", name=HELD_BACK)))
    make((Set("m", AUDIENCE, ONLY_ME),))
    copies = add_row(document(application, plan), section("copies"), by=WORKER, cells={"who": dad, "why": PAPERS[0]})
    make(tuple(copies))
    await tab.sees("Saved")
    return Room(mum, dad, mia, page.item.id)


async def sheet(tab: Tab, step: str) -> None:
    await tab.touch("set-up-sheet")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.touch(f"step-{step}")


async def at_the_workers_copies(tab: Tab, room: Room) -> str:
    await sheet(tab, "copies")
    return PAPERS[0]


async def at_what_is_still_to_talk_about(tab: Tab, room: Room) -> str:
    await sheet(tab, "still")
    return PAPERS[1]


async def at_the_childs_page(tab: Tab, room: Room) -> str:
    await to_own_page(tab, room.page, room.mia, "child")
    await tab.touch("open-page")
    return CHILDS


async def in_the_childs_hands(tab: Tab, room: Room) -> str:
    await to_own_page(tab, room.page, room.mia, "child")
    await in_mias_hands(tab)
    return CHILDS


async def in_mums_hands(tab: Tab, room: Room) -> str:
    await open_sheet(tab)
    await give(tab, room.mum)
    return OWN


async def at_the_worries(tab: Tab, room: Room) -> str:
    await tab.touch("step-worries")
    return SHARED[1]


async def on_a_break(tab: Tab) -> None:
    await tab.touch("break")
    await tab.finds("more")


async def given_back(tab: Tab) -> None:
    await tab.touch("finished")
    await tab.sees("Thank you")


@pytest.mark.parametrize(
    ("where", "away"),
    [
        (at_the_workers_copies, locked),
        (at_the_workers_copies, in_the_background),
        (at_what_is_still_to_talk_about, hidden),
        (at_the_childs_page, hidden_by_a_key),
        (at_the_worries, locked),
        (in_the_childs_hands, on_a_break),
        (in_the_childs_hands, given_back),
        (in_mums_hands, on_a_break),
        (in_mums_hands, hidden),
        (in_mums_hands, given_back),
        (in_mums_hands, in_the_background),
    ],
)
async def test_from_wherever_it_is_left_nothing_that_can_be_touched_leads_to_a_word_of_it(
    tab: Tab,
    application: Application,
    where: Callable[[Tab, Room], Awaitable[str]],
    away: Callable[[Tab], Awaitable[None]],
) -> None:
    room = await a_full_plan(tab, application)
    there = await where(tab, room)
    await tab.until(lambda: found_out(tab, set(), (there,)), "nothing to hide is on the screen")
    await away(tab)
    await tab.still()
    await crawl(tab, set(), seed=len(there), told_by=(*SECRET, *SHARED, *NAMES))


async def test_whoever_is_given_a_page_to_write_on_finds_nothing_of_what_others_keep(
    tab: Tab, application: Application
) -> None:
    room = await a_full_plan(tab, application)
    await tab.touch("step-going-well")
    await tab.touch("hand-over-to-write")
    await tab.touch(f"choose-{room.dad}")
    await tab.finds("finished")
    not_his = (*SECRET, *SHARED, "Mumster", "Mia", FAMILY, "Our plan")
    await crawl(tab, set(), seed=4, told_by=not_his, but=("hide", "break", "finished"))
    assert tab.has("finished")


async def test_in_the_childs_hands_is_her_own_part_and_nothing_else(tab: Tab, application: Application) -> None:
    room = await a_full_plan(tab, application)
    await in_the_childs_hands(tab, room)
    not_hers = (KEPT, OWN, *PAPERS, *SHARED, "Mumster", "Dadster", FAMILY, "Our plan")
    await crawl(tab, set(), seed=5, told_by=not_hers, but=("hide", "break", "finished"))
    assert found_out(tab, set(), (CHILDS,))


async def test_in_mums_hands_is_her_own_plan_and_nothing_else(tab: Tab, application: Application) -> None:
    room = await a_full_plan(tab, application)
    await in_mums_hands(tab, room)
    not_there = (KEPT, CHILDS, *PAPERS, *SHARED, "Dadster", "Mia", FAMILY, "Our plan")
    await crawl(tab, set(), seed=6, told_by=not_there, but=("hide", "break", "finished"))
    assert found_out(tab, set(), (OWN,))


@pytest.mark.parametrize("seed", range(2))
async def test_a_family_alone_with_its_plan_finds_what_everyone_may_see_and_no_word_more(
    tab: Tab, application: Application, seed: int
) -> None:
    await a_full_plan(tab, application)
    await begins(tab)
    await tab.finds("give-back")
    await tab.sees("We eat together")
    assert not tab.has("step-network"), "that somebody is kept back there is told"
    await crawl(tab, set(), seed=seed, told_by=SECRET, but=("hide", "lock", "give-back"))


async def test_on_the_shared_screen_itself_what_is_kept_is_behind_a_touch_or_the_pin(
    tab: Tab, application: Application
) -> None:
    await a_full_plan(tab, application)
    for stage in (1, 2):
        await tab.touch(f"open-stage-{stage}")
    opens = ("open-page", "give-alone", "draw", "hand-over", "show-all")
    await crawl(tab, set(), seed=7, told_by=SECRET, but=("hide", "lock", *opens))
