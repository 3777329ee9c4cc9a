"""Nothing on the table says that somebody wrote alone: the glass of a plan is the same with own pages and without.

Source: docs/domain/safety-plan.md ("no gap or count shows who held back").
"""

from collections.abc import Awaitable, Callable
from datetime import date

import pytest

from app.blocks.review.changes import since
from app.blocks.storyboard.model import add_page
from app.document import Change, people
from app.document.saying import say
from app.export.outline import summary_line
from app.ink.drawing import put
from app.ink.stroke import Stroke
from app.store.summaries import summary_of
from app.ui.screens.plan_state import step_setting
from app.workspace.application import Application
from plans.words_and_pictures import WORDS_AND_PICTURES
from tests.headless.asking import shared
from tests.headless.flet_session import Tab
from tests.headless.own_pages import begun, to_face, to_list, to_own_page
from tests.headless.sitting import document, draw_line, gives_back, meet, said, to_page, to_plan, unlock
from tests.headless.sitting import say as says
from tests.headless.test_safe_in_the_room import crawl
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

SECRET = "I saw the bottles"
MINE = WORDS_AND_PICTURES.section("mine")
assert MINE is not None


async def table(tab: Tab) -> tuple[str, str]:
    """A plan with a child; returns the plan and the child."""
    plan = await to_plan(tab)
    mia = await meet(tab, "Mia", "child")
    await meet(tab, "Dadster", "parent")
    await tab.touch("speak-worker")
    await tab.sees("Saved")
    return plan, mia


def writes_alone(application: Application, plan: str, by: str) -> str:
    """Somebody has a page of their own, with words and a drawing on it; returns the page."""
    workspace = application._workspace
    assert workspace is not None
    assert MINE is not None

    def make(*changes: Change, undo_scope: str) -> None:
        workspace.make(plan, changes, actor=by, undo_scope=undo_scope, undo_session="before")

    new = add_page(document(application, plan), MINE, "mine", by=by)
    page = new.item.id
    make(new, undo_scope="pages")
    make(*say(document(application, plan), SECRET, id="words", section="mine", by=by, parent=page), undo_scope=page)
    line = Stroke(((100, 100), (700, 500), (1200, 300)))
    make(put(document(application, plan), page, line, section="mine", by=by), undo_scope=page)
    return page


async def everywhere(tab: Tab, plan: str) -> list[object]:
    """All that is on the glass of Home and the plan: each step that has no names of chance, and what opens over it."""
    seen: list[object] = []

    async def look() -> None:
        await tab.still()
        seen.append(shared(tab))

    await tab.touch("back")
    await tab.finds(f"plan-{plan}")
    await look()
    await tab.touch(f"plan-{plan}")
    await tab.finds("next")
    seen.append([tab.words_in(key) for key in tab.keys("step-")])
    await tab.touch("step-mine")
    await tab.sees("Who are you?")
    await look()
    for face in sorted(tab.touchable("own-")):
        await tab.touch(face)
        await tab.finds("open-own")
        await look()
    await tab.touch("arrange")
    await tab.finds("page-list")
    await look()
    await tab.touch("done")
    await tab.touch("copy")
    await tab.still()
    seen.append(tab.words())
    await tab.touch("back")
    await tab.finds("next")
    await tab.touch("read-together")
    await tab.finds("page-after")
    await look()
    await tab.touch("close-book")
    await tab.finds("next")
    await to_page(tab, "Our family")
    seen.append(tab.words())
    return seen


async def test_the_glass_is_the_same_whether_somebody_wrote_alone_or_not(tab: Tab, application: Application) -> None:
    plan, mia = await table(tab)
    await everywhere(tab, plan)  # What was shut once is told by no dialog before it.
    before, card = await everywhere(tab, plan), summary_of(document(application, plan))
    page = writes_alone(application, plan, mia)
    await tab.sees("Saved")
    after = await everywhere(tab, plan)
    for n, (then, now) in enumerate(zip(before, after, strict=True)):
        assert now == then, f"look {n}"
    assert summary_of(document(application, plan)) == card, "its day, and its place on Home, tell it"
    assert not tab.has(f"step-{page}")
    found = [t for t in tab.everything() if isinstance(t, str)]
    assert not [w for w in (SECRET, "Mia's page") if any(w in t for t in found)]


async def test_whoever_writes_alone_for_the_first_time_does_not_join_the_plan_by_it(
    tab: Tab, application: Application
) -> None:
    plan, mia = await table(tab)
    await tab.touch("back")
    await tab.touch("start-words-and-pictures")
    await tab.touch(f"whose-{mia}")
    await tab.sees("What shall we call it for now?")
    workspace = application._workspace
    assert workspace is not None
    other = next(id for id, o in workspace._open.items() if o.document.kind is WORDS_AND_PICTURES and id != plan)
    before = list(people(document(application, other)))
    await tab.finds(f"speak-{mia}")
    page = await begun(tab, mia)
    await tab.touch("open-page")
    await says(tab, SECRET)
    await tab.sees("Saved")
    assert list(people(document(application, other))) == before
    await tab.touch("everyone")
    await tab.until(lambda: mia in people(document(application, other)), "who shows a page is named by nobody")
    assert document(application, other).items[page].by == mia


async def test_a_plan_that_was_left_on_somebodys_own_page_opens_on_what_everybody_shares(
    tab: Tab, application: Application
) -> None:
    plan, mia = await table(tab)
    await to_page(tab, "Who can I talk to?")
    page = await begun(tab, mia)
    await tab.touch("open-page")
    await says(tab, SECRET)
    await tab.touch("back")
    await tab.touch(f"plan-{plan}")
    await tab.sees("Who did the child choose to talk to?")
    for kept in (page, "mine", f"mine:{mia}", "gone"):
        assert application._workspace is not None
        application._workspace.thread.submit(
            application._workspace.vault.keep_setting, step_setting(plan), kept
        ).result()
        await tab.touch("back")
        await tab.touch(f"plan-{plan}")
        await tab.sees("What shall we call it for now?")
        assert not tab.says("Mia's page")


async def gives_it_back(tab: Tab) -> None:
    await tab.touch("give-alone")
    await tab.touch("finished")
    await tab.sees("Thank you")
    await tab.write("secret", PIN)
    await tab.touch("prove")


async def gives_the_drawing_back(tab: Tab) -> None:
    await tab.touch("open-page")
    await tab.touch("draw")
    await tab.touch("finished")
    await tab.sees("Thank you")
    await tab.write("secret", PIN)
    await tab.touch("prove")


async def hides(tab: Tab) -> None:
    await tab.touch("open-page")
    await tab.touch("hide")
    await tab.touch("more")
    await tab.write("secret", PIN)
    await tab.touch("unlock")


async def locks(tab: Tab) -> None:
    await tab.touch("lock")
    await unlock(tab)
    await tab.touch(tab.touchable("plan-")[0])


@pytest.mark.parametrize("away", [gives_it_back, gives_the_drawing_back, hides, locks])
async def test_after_the_pin_nobodys_own_page_stands_on_the_table(
    tab: Tab, application: Application, away: Callable[[Tab], Awaitable[None]]
) -> None:
    plan, mia = await table(tab)
    page = writes_alone(application, plan, mia)
    await to_own_page(tab, page, mia)
    await away(tab)
    await tab.finds("next")
    await tab.still()
    assert tab.says("Who are you?") or tab.says("What shall we call it for now?")
    assert not tab.has(f"scroll-{page}")
    assert not tab.says("Mia's page")
    assert not [t for t in tab.everything() if isinstance(t, str) and SECRET in t]


async def test_the_book_closes_on_the_table_and_not_on_the_page_that_was_open_before_it(
    tab: Tab, application: Application
) -> None:
    plan, mia = await table(tab)
    page = writes_alone(application, plan, mia)
    await to_own_page(tab, page, mia)
    await tab.touch("read-together")
    await tab.touch("close-book")
    await tab.sees("Who are you?")
    assert not tab.has(f"scroll-{page}")


async def test_behind_the_pin_are_this_persons_pages_and_no_other_ones(tab: Tab, application: Application) -> None:
    plan, mia = await table(tab)
    zoe = await meet(tab, "Zoe", "child")
    mias = writes_alone(application, plan, mia)
    await to_list(tab, zoe)
    await tab.sees("There is no page yet.")
    assert not tab.touchable("own-page-")
    await to_list(tab, mia)
    assert tab.touchable("own-page-") == [f"own-page-{mias}"]
    await tab.touch(f"own-page-{mias}")
    await tab.sees("Mia's page", "Who can see this page?", "Jo reads it.", "must tell people who can help")
    assert not tab.says(SECRET)
    await tab.touch("open-page")
    await tab.sees(SECRET)


async def test_a_wrong_pin_opens_no_list(tab: Tab, application: Application) -> None:
    plan, mia = await table(tab)
    writes_alone(application, plan, mia)
    await to_face(tab, mia)
    await tab.touch("open-own")
    await tab.write("secret", "000000")
    await tab.touch("prove")
    await tab.sees("That is not right.")
    await tab.touch("not-now")
    assert not tab.touchable("own-page-")
    await crawl(
        tab, set(), seed=5, told_by=(SECRET, "Mia's page"), but=("hide", "lock", "draw", "add-mine", "add-change")
    )


async def test_a_page_that_is_still_blank_is_taken_again_and_the_drawing_goes_on(
    tab: Tab, application: Application
) -> None:
    plan, mia = await table(tab)
    page = await begun(tab, mia)
    await to_page(tab, "Our family")
    assert await begun(tab, mia) == page
    assert len(document(application, plan).children(None, section="mine")) == 1
    await tab.touch("open-page")
    await tab.touch("draw")
    await draw_line(tab)
    await gives_back(tab, "next")
    assert await begun(tab, mia) != page
    assert len(document(application, plan).children(None, section="mine")) == 2


async def test_a_page_whose_child_is_not_named_yet_is_found_and_named(tab: Tab, application: Application) -> None:
    plan, mia = await table(tab)
    page = writes_alone(application, plan, "child")
    await to_own_page(tab, page, "child")
    await tab.touch("give-page")
    await tab.touch(f"choose-{mia}")
    await tab.until(lambda: document(application, plan).items[page].by == mia)
    await to_list(tab, mia)
    assert tab.touchable("own-page-") == [f"own-page-{page}"]


async def test_undo_on_the_faces_takes_nothing_back(tab: Tab, application: Application) -> None:
    plan, mia = await table(tab)
    page = await begun(tab, mia)
    await tab.touch("open-page")
    await says(tab, SECRET)
    assert not tab.is_off("undo")
    await tab.touch("step-mine")
    await tab.sees("Who are you?")
    assert tab.is_off("undo")
    assert tab.is_off("redo")
    assert not tab.has("hand-over-to-write")
    assert [s.words for s in said(application, plan, page)] == [SECRET]


async def test_what_changed_tells_the_table_nothing_of_it(tab: Tab, application: Application) -> None:
    plan, mia = await table(tab)
    before = since(document(application, plan), date(2000, 1, 1), person=None, read=summary_line)
    writes_alone(application, plan, mia)
    await tab.sees("Saved")
    assert since(document(application, plan), date(2000, 1, 1), person=None, read=summary_line) == before
