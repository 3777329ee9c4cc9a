"""Agreeing to the words, by touch: each alone, in the worker's order, and nothing at the table tells who has not."""

import pytest

from app.blocks.storyboard.agreeing import have_agreed
from app.document import WORKER
from app.workspace.application import Application
from tests.headless.asking import shared
from tests.headless.flet_session import Tab
from tests.headless.sitting import FAMILY, blank, document, meet, say, to_page
from tests.headless.test_method import SHUT, asked, new_story, to_how_far
from tests.headless.test_safe_in_the_room import crawl
from tests.store.making import PIN

SECRET = "Only Jo may read this"
pytestmark = pytest.mark.asyncio


async def two_parents(tab: Tab, application: Application) -> tuple[str, str, str]:
    """A story with words, two parents and a child; returns its id and the parents'."""
    plan = await new_story(tab, application)
    mum, dad = await meet(tab, "Mumster", "parent"), await meet(tab, "Dadster", "parent")
    await meet(tab, "Mia", "child")
    await tab.touch("speak-worker")
    await to_page(tab, "Our family")
    await say(tab, "We have a dog.")
    await tab.sees("Saved")
    return plan, mum, dad


def faces(tab: Tab) -> list[str]:
    return tab.touchable("ask-agrees-")


def table(tab: Tab) -> str:
    """Return all that is on the glass; the empty field has another id each time."""
    return repr(shared(tab)).replace(blank(tab), "blank")


async def test_one_parent_does_not_agree_for_the_other_and_the_pictures_open_when_both_have(
    tab: Tab, application: Application
) -> None:
    plan, mum, dad = await two_parents(tab, application)
    await asked(tab, mum, "agree-yes")
    assert have_agreed(document(application, plan), "story") == {mum}
    await tab.sees(SHUT)
    assert not tab.has("draw")
    await asked(tab, dad, "agree-yes")
    await tab.finds("draw")
    assert not tab.says(SHUT)
    assert not faces(tab)


async def test_the_table_looks_the_same_whatever_the_first_who_was_asked_said(
    tab: Tab, application: Application
) -> None:
    _plan, mum, dad = await two_parents(tab, application)
    await asked(tab, mum)
    await tab.until(lambda: len(faces(tab)) == 3)
    before = table(tab)
    for answer in ("agree-yes", "agree-not-yet", "agree-yes"):
        await asked(tab, mum, answer)
        await tab.until(lambda: table(tab) == before, "the table tells that somebody has agreed")
    assert faces(tab) == [f"ask-agrees-{person}" for person in (mum, dad, WORKER)]


async def test_no_child_is_asked(tab: Tab, application: Application) -> None:
    _plan, mum, dad = await two_parents(tab, application)
    assert faces(tab) == [f"ask-agrees-{person}" for person in (mum, dad, WORKER)]


async def test_the_page_in_ones_hands_has_the_words_and_not_what_was_said_before(
    tab: Tab, application: Application
) -> None:
    _plan, mum, _dad = await two_parents(tab, application)
    await asked(tab, mum, "agree-yes")
    await tab.touch(f"ask-agrees-{mum}")
    await tab.sees("We have a dog.", "This is for Mumster.")
    fresh = {key: tab.control(key) for key in ("agree-yes", "agree-not-yet")}
    await tab.touch("agree-not-yet")
    await tab.until(lambda: tab.control("agree-not-yet") != fresh["agree-not-yet"], "nothing says what was touched")
    assert tab.control("agree-yes").get("style") == fresh["agree-yes"].get("style"), "it tells what was said before"


async def test_who_said_not_yet_agrees_no_more(tab: Tab, application: Application) -> None:
    plan, mum, _dad = await two_parents(tab, application)
    await asked(tab, mum, "agree-yes")
    await asked(tab, mum, "agree-not-yet")
    assert have_agreed(document(application, plan), "story") == frozenset()


async def test_the_set_up_sheet_chooses_who_must_and_in_which_order_and_only_the_worker_reads_who_is_left(
    tab: Tab, application: Application
) -> None:
    plan, mum, dad = await two_parents(tab, application)
    nan = await meet(tab, "Nan")
    await to_how_far(tab)
    assert any("Mumster" in w and "Dadster" in w for w in tab.words_in("still-to-ask"))
    await tab.touch("step-setup-agree")
    await tab.touch(f"must-agree-{nan}")
    await tab.finds("agrees-first-1")
    await tab.touch(f"must-agree-{dad}")
    await tab.finds("agrees-first-2")
    assert not [key for key in tab.touchable("must-agree-") if key in (f"must-agree-{nan}", f"must-agree-{dad}")]
    await tab.touch("close-set-up")
    await to_page(tab, "Our family")
    assert faces(tab)[:2] == [f"ask-agrees-{nan}", f"ask-agrees-{dad}"]
    await asked(tab, dad, "agree-yes")
    assert not tab.says("Still to be asked")
    await to_how_far(tab)
    (line,) = [w for w in tab.words_in("still-to-ask") if "Still" in w]
    assert "Nan" in line
    assert "Dadster" not in line
    await tab.touch("close-set-up")
    await to_page(tab, "Our family")
    await asked(tab, nan, "agree-yes")
    await tab.finds("draw")
    assert mum not in have_agreed(document(application, plan), "story")


async def test_the_notes_of_before_stay_on_the_set_up_sheet(tab: Tab, application: Application) -> None:
    await two_parents(tab, application)
    await tab.touch("set-up-sheet")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.touch("step-setup-agree")
    await tab.sees("Nobody is chosen: each parent and carer in the plan is asked.")
    field = await say(tab, "Dad, by video")
    assert tab.value(field) == "Dad, by video"


async def test_whoever_is_asked_reaches_the_words_that_everyone_may_see_and_nothing_else(
    tab: Tab, application: Application
) -> None:
    _plan, mum, _dad = await two_parents(tab, application)
    await to_page(tab, "Who is worried?")
    await say(tab, SECRET)
    await tab.touch("who-sees")
    await tab.touch("only-me")
    await tab.sees("Saved")
    await to_page(tab, "Our family")
    await tab.touch(f"ask-agrees-{mum}")
    await tab.sees("Do you agree to these words?")
    told_by = (SECRET, "Dadster", "Mia", FAMILY, "How far we are", "Still to be asked")
    await crawl(tab, set(), seed=3, told_by=told_by, but=("hide",))


async def test_undo_at_the_table_takes_nobodys_agreement_back(tab: Tab, application: Application) -> None:
    plan, mum, _dad = await two_parents(tab, application)
    await asked(tab, mum, "agree-yes")
    assert tab.is_off("undo")
    assert have_agreed(document(application, plan), "story") == {mum}
