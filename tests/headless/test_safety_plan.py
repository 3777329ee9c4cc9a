"""A first visit with the safety plan: one page to fill in together, the child's part apart, and a copy of it."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from app.blocks.rows.model import rows
from app.document import ONLY_ME, Document, seen_by
from app.document.saying import sayings
from app.ink.photo import NONE
from app.workspace.application import Application
from plans.safety_health import to_talk_about
from plans.safety_plan import FIRST_PAGE, SAFETY_PLAN
from tests.export.copying import make_copy
from tests.headless.flet_session import Tab
from tests.headless.own_pages import begun, to_own_page
from tests.headless.sitting import FAMILY, blank, document, meet, say, to_page, unlock
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio


async def to_safety_plan(tab: Tab) -> None:
    await unlock(tab)
    await tab.touch("start-safety-plan")
    await tab.finds("next")


def plan_of(application: Application) -> str:
    workspace = application._workspace
    assert workspace is not None, "locked"
    return next(id for id, o in workspace._open.items() if o.document.kind is SAFETY_PLAN)


def steps(tab: Tab) -> list[str]:
    return [key.removeprefix("step-") for key in tab.keys("step-")]


async def test_a_first_visit_begins_with_what_goes_well_and_has_the_steps_of_one_page(tab: Tab) -> None:
    await to_safety_plan(tab)
    assert steps(tab) == [*FIRST_PAGE, "child"]
    await tab.sees("What is going well?")
    for _step in FIRST_PAGE[1:]:
        await tab.touch("next")
    await tab.sees("If it gets worse, who do we call?")
    await tab.touch("next")
    await tab.sees("Who are you?")
    assert tab.is_off("next")


async def test_every_step_of_every_stage_can_be_gone_to_in_every_shape(tab: Tab) -> None:
    await to_safety_plan(tab)
    await tab.touch("open-stage-1")
    await tab.touch("open-stage-2")
    await tab.until(lambda: "agreed" in steps(tab))
    expected = [s.slug for s in SAFETY_PLAN.sections if s.in_copies]
    assert steps(tab) == expected
    for width, height in ((1180, 820), (820, 1180), (390, 844)):
        await tab.resize(width, height)
        for step in expected:
            await tab.touch(f"step-{step}")
            await tab.finds(f"scroll-{step}")
        assert not tab.crashes


async def a_page_of_mias(tab: Tab) -> tuple[str, str]:
    """A child is named, and gets a page for her safe person; returns the child and the page."""
    await to_safety_plan(tab)
    mia = await meet(tab, "Mia", "child")
    await tab.sees("The child's part")
    assert not tab.has("arrange")
    return mia, await begun(tab, mia, "safe-person", "child")


async def in_mias_hands(tab: Tab) -> None:
    await tab.touch("give-alone")
    await tab.finds("finished")


async def taken_back(tab: Tab) -> None:
    await tab.touch("finished")
    await tab.sees("Thank you")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("next")


async def test_the_childs_part_is_offered_apart_and_is_shut_on_the_shared_screen(
    tab: Tab, application: Application
) -> None:
    mia, page = await a_page_of_mias(tab)
    await tab.sees("Mia's page")
    assert not tab.says("Who do you feel safe with?")
    await tab.touch("open-page")
    await tab.sees("Who do you feel safe with?")
    await say(tab, "Mr Bell")
    held = document(application, plan_of(application)).items[page]
    assert (held.by, held.for_whom) == (mia, ONLY_ME)


async def test_a_child_writes_her_part_alone_and_it_is_shared_with_nobody_until_she_and_the_worker_choose(
    tab: Tab, application: Application
) -> None:
    mia, page = await a_page_of_mias(tab)
    dad = await meet(tab, "Dadster", "parent")
    await in_mias_hands(tab)
    await tab.sees("Who do you feel safe with?", "This page is yours.", "Only you and Jo can see it.")
    told = tab.words_in("sheet")
    reads = next(n for n, words in enumerate(told) if "must tell people who can help" in words)
    assert reads < next(n for n, words in enumerate(told) if words == "Mia says"), "a word stands before it"
    assert not [k for k in tab.touchable("") if k in ("everyone", "people-i-pick", "only-me")]
    assert not [w for w in ("Dadster", FAMILY, "Our plan") if tab.says(w)]
    await tab.write(blank(tab), "Mr Bell")
    await taken_back(tab)
    now = document(application, plan_of(application))
    (said,) = sayings(now, page)
    assert (said.words, said.by, said.own) == ("Mr Bell", mia, True)
    assert not [t for t in tab.everything() if isinstance(t, str) and "Bell" in t]
    assert tab.is_off("undo"), "the table can take back what Mia wrote alone"
    for reader in (None, dad):
        assert page not in seen_by(now, reader).items
        assert not [t for paper in SAFETY_PLAN.papers for t in on_paper(now, reader, paper.slug) if "Bell" in t]
    await tab.sees("Who are you?")
    await to_own_page(tab, page, mia, "child")
    await in_mias_hands(tab)
    assert tab.value(said.id) == "Mr Bell"
    await taken_back(tab)
    await to_own_page(tab, page, mia, "child")
    assert "In the plan" in tab.words()
    await tab.touch("people-i-pick")
    await tab.touch(f"pick-{dad}")
    await tab.until(lambda: page in seen_by(document(application, plan_of(application)), dad).items)
    now = document(application, plan_of(application))
    assert page not in seen_by(now, None).items
    assert [t for t in on_paper(now, dad, "whole") if "Bell" in t]
    assert not [t for paper in ("page", "fridge", "card") for t in on_paper(now, dad, paper) if "Bell" in t]


def on_paper(plan: Document, reader: str | None, paper: str) -> list[str]:
    """Return the words of a paper as its file says them."""
    file = make_copy(plan, reader, made=date(2026, 5, 4), language="en", photos=NONE, printed=paper).file
    return [page.extract_text() for page in PdfReader(io.BytesIO(file)).pages]


async def test_a_copy_is_offered_on_each_of_its_papers(tab: Tab, application: Application) -> None:
    await to_safety_plan(tab)
    await to_page(tab, "Going well")
    await say(tab, "We eat together")
    await tab.touch("copy")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.touch("for-nobody")
    await tab.touch("word-yes")
    await tab.touch("safe-no")
    await tab.finds("save-copy")
    assert tab.keys("paper-") == [f"paper-{p.slug}" for p in SAFETY_PLAN.papers]
    await tab.sees("We eat together")
    for paper in SAFETY_PLAN.papers[1:]:
        await tab.touch(f"paper-{paper.slug}")
        await tab.finds("save-copy")
    assert rows(document(application, plan_of(application)), "steps") == ()


async def test_what_is_still_to_talk_about_is_told_to_the_worker_alone_and_each_line_leads_to_its_place(
    tab: Tab, application: Application
) -> None:
    await to_safety_plan(tab)
    await tab.touch("open-stage-1")
    await tab.touch("open-stage-2")
    await tab.until(lambda: "agreed" in steps(tab))
    open_ = to_talk_about(document(application, plan_of(application)), date.today())
    assert {one.section for one in open_} >= {"going-well", "network", "promises", "reviews"}
    assert not [one.words for one in open_ if tab.says(one.words)]
    await tab.touch("set-up-sheet")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    for n, one in enumerate(open_):
        await tab.touch("step-still")
        await tab.sees(one.words)
        await tab.touch(f"to-{one.slug}-{n}")
        await tab.finds(f"scroll-{one.section}")
