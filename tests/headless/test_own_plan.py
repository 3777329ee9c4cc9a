"""A grown-up's own plan: nobody at the table finds out that there is such a thing, or who wrote in it.

Source: docs/domain/safety-plan.md ("Where somebody in the home hurts somebody").
"""

import pytest

from app.blocks.own.model import written
from app.document import Document, people
from app.store.summaries import summary_of
from app.workspace.application import Application
from tests.headless.asking import shared
from tests.headless.flet_session import Tab
from tests.headless.sitting import FAMILY, document, meet
from tests.headless.test_safety_plan import plan_of, steps, to_safety_plan
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

SECRET = "Fern fetches me"
TELLING = ("own-plan", "grown-up alone", "page of my own", SECRET)


async def at_table(tab: Tab) -> tuple[str, str]:
    """A new safety plan, with somebody who is hurt and somebody who hurts; returns their ids."""
    await to_safety_plan(tab)
    mum, dad = await meet(tab, "Mumster", "parent"), await meet(tab, "Dadster", "parent")
    await meet(tab, "Mia", "child")
    return mum, dad


async def open_sheet(tab: Tab) -> None:
    await tab.touch("set-up-sheet")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.touch("step-own-plan")
    await tab.sees("Who would like to talk alone?")


async def give(tab: Tab, person: str) -> None:
    await tab.touch(f"own-{person}")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees("A page of my own")


async def give_back(tab: Tab) -> None:
    await tab.touch("finished")
    await tab.sees("Thank you")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("next")
    await tab.sees("Saved")


async def writes(tab: Tab, words: str = SECRET, question: str = "word") -> None:
    await tab.write(f"own-{question}", words)
    await tab.leave(f"own-{question}")


async def at_who_we_call(tab: Tab) -> list[object]:
    """Return all that is on the glass at a step whose fields have no names of chance."""
    await tab.touch("step-worse")
    await tab.finds("scroll-worse")
    await tab.still()
    return shared(tab)


def now(application: Application) -> Document:
    return document(application, plan_of(application))


def found(tab: Tab, *words: str) -> list[str]:
    texts = [t for t in tab.everything() if isinstance(t, str)]
    return [w for w in words if any(w in t for t in texts)]


async def test_nothing_on_the_shared_screen_tells_that_there_is_such_a_page_or_that_somebody_wrote_on_it(
    tab: Tab, application: Application
) -> None:
    mum, _dad = await at_table(tab)
    await open_sheet(tab)
    await give(tab, mum)
    await give_back(tab)
    assert "own-plan" not in steps(tab)
    assert found(tab, *TELLING) == []
    before = await at_who_we_call(tab)
    await open_sheet(tab)
    sheet = shared(tab)
    await give(tab, mum)
    await writes(tab)
    await give_back(tab)
    assert [w.words for w in written(now(application), "own-plan", by=mum)] == [SECRET]
    assert found(tab, *TELLING) == []
    assert await at_who_we_call(tab) == before, "the shared screen is another one since somebody wrote"
    assert tab.is_off("undo")
    await open_sheet(tab)
    assert shared(tab) == sheet, "the faces tell who wrote"
    for offered in ("copy", "begin-family-time-screen"):
        await tab.touch(offered)
        await tab.still()
        assert found(tab, *TELLING) == []
        await tab.touch("back")
        await tab.finds("next")


async def test_no_page_and_no_hand_over_but_this_one_offers_it(tab: Tab) -> None:
    mum, _dad = await at_table(tab)
    await tab.touch("hand-over-to-write")
    await tab.until(lambda: tab.has(f"choose-{mum}"))
    assert found(tab, *TELLING) == []
    await tab.touch("not-now")
    for step in steps(tab):
        await tab.touch(f"step-{step}")
        await tab.finds(f"scroll-{step}")
        assert found(tab, *TELLING) == []


async def test_each_grown_up_has_the_same_face_there_and_the_pin_is_asked_for_once_more(tab: Tab) -> None:
    mum, dad = await at_table(tab)
    await open_sheet(tab)
    assert set(tab.keys("own-")) == {f"own-{mum}", f"own-{dad}"}
    await tab.touch(f"own-{mum}")
    await tab.sees("Make sure that nobody else can look.")
    assert not tab.says("A page of my own")
    await tab.write("secret", "000000")
    await tab.touch("prove")
    await tab.sees("That is not right.")
    assert not tab.says("A page of my own")
    await tab.touch("not-now")
    assert tab.has(f"own-{dad}")


async def test_it_opens_with_what_its_owner_wrote_and_with_nothing_in_anybody_elses_hands(tab: Tab) -> None:
    mum, dad = await at_table(tab)
    await open_sheet(tab)
    await give(tab, dad)
    empty = [shared(tab), tab.value("own-word")]
    await give_back(tab)
    await open_sheet(tab)
    await give(tab, mum)
    await writes(tab)
    await give_back(tab)
    await open_sheet(tab)
    await give(tab, dad)
    assert [shared(tab), tab.value("own-word")] == empty
    assert found(tab, SECRET, "Mumster", FAMILY, "Our plan") == []
    await give_back(tab)
    await open_sheet(tab)
    await give(tab, mum)
    assert tab.value("own-word") == SECRET
    await writes(tab, "Only: soup")
    assert tab.value("own-word") == "Only: soup"
    assert found(tab, "Dadster", FAMILY, "Our plan") == []


async def test_the_page_says_who_sees_it_when_the_worker_must_tell_and_what_to_take_instead_of_paper(tab: Tab) -> None:
    mum, _dad = await at_table(tab)
    await open_sheet(tab)
    await give(tab, mum)
    await tab.sees(
        "can see this page. It is in nobody's copy, and it is never printed.",
        "reads it. If you or somebody else might not be safe,",
        "must tell people who can help, and tries to tell you first.",
        "What somebody else does is not your fault, and not yours to stop.",
        "one helpline number or one safe name.",
        "0808 2000 247",
        "999",
    )
    assert not [k for k in tab.touchable("") if "copy" in k or "share" in k or "print" in k]


async def test_undo_there_reaches_what_was_just_written_and_what_is_emptied_can_be_written_again(
    tab: Tab, application: Application
) -> None:
    mum, _dad = await at_table(tab)
    await open_sheet(tab)
    await give(tab, mum)
    assert tab.is_off("undo")
    await writes(tab)
    await tab.until(lambda: not tab.is_off("undo"))
    await tab.touch("undo")
    await tab.until(lambda: tab.value("own-word") == "")
    for words in (SECRET, "", "Soup"):
        await writes(tab, words)
        assert tab.value("own-word") == words
    assert [w.words for w in written(now(application), "own-plan", by=mum)] == ["Soup"]
    await give_back(tab)
    assert tab.is_off("undo")


@pytest.mark.parametrize("away", ["hide", "break"])
async def test_hide_in_the_middle_of_a_word_keeps_it_and_leads_back_to_the_table(
    tab: Tab, application: Application, away: str
) -> None:
    mum, _dad = await at_table(tab)
    await open_sheet(tab)
    await give(tab, mum)
    await tab.press("own-word", SECRET)
    await tab.touch(away)
    await tab.finds("more")
    assert found(tab, *TELLING, "Mumster") == []
    await tab.touch("more")
    await tab.write("secret", PIN)
    await tab.touch("unlock")
    await tab.finds("next")
    assert found(tab, *TELLING) == []
    assert [w.words for w in written(now(application), "own-plan", by=mum)] == [SECRET]


async def test_who_wrote_there_is_not_named_in_the_plan_and_the_plan_is_not_newer(
    tab: Tab, application: Application
) -> None:
    mum, _dad = await at_table(tab)
    before = summary_of(now(application))
    named = list(people(now(application)))
    await open_sheet(tab)
    await give(tab, mum)
    await writes(tab)
    assert summary_of(now(application)) == before
    assert list(people(now(application))) == named
