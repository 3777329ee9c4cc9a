"""A plan on the screen: one question at a time, left and found again, and private things shut until they are opened."""

from threading import Event
from typing import Any

import pytest

from app.store import Vault
from app.ui.screens.plan_state import step_setting
from app.workspace.application import Application
from tests.headless.flet_session import Tab
from tests.headless.own_pages import to_own_page
from tests.headless.sitting import blank, document, draw_line, gives_back, meet, say, to_page, to_plan, unlock
from tests.patience import PATIENCE
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

PNG = b"\x89PNG"


async def own_page(tab: Tab, name: str = "Mia") -> str:
    """In a plan, add a page of a child's own; returns its id. The child is made known first."""
    await meet(tab, name, "child")
    await tab.touch("arrange")
    await tab.touch("add-mine")
    await tab.until(lambda: not tab.has("page-list"))
    if tab.says("Whose page is this?"):
        (child,) = [k for k in tab.touchable("choose-") if name in tab.words_in(k)]
        await tab.touch(child)
    await tab.finds("open-page")
    (key,) = tab.keys("scroll-")
    return key.removeprefix("scroll-")


async def test_one_question_is_on_the_table_and_next_brings_the_next(tab: Tab) -> None:
    await to_plan(tab)
    await tab.sees("What shall we call it for now?")
    await tab.touch("next")
    await tab.sees("Who is in our family, and what is good about us?")
    assert not tab.says("What shall we call it for now?")
    await to_page(tab, "My pages")
    assert tab.is_off("next")


async def test_whoever_leaves_a_plan_before_it_is_known_where_it_was_left_is_not_led_back(
    tab: Tab, monkeypatch: pytest.MonkeyPatch
) -> None:
    await unlock(tab)
    known, setting = Event(), Vault.setting

    def slow(vault: Vault, name: str, default: Any = None) -> Any:
        if name.startswith(step_setting("")):
            assert known.wait(PATIENCE)
        return setting(vault, name, default)

    with monkeypatch.context() as patch:
        patch.setattr(Vault, "setting", slow)
        await tab.touch("start-safety-plan")
        await tab.finds("next")
        await tab.touch("back")
        known.set()
        await tab.finds("families")
        await tab.still(0.3)
    assert tab.has("families")


async def test_a_plan_opens_where_it_was_left_after_the_lock_too(tab: Tab) -> None:
    plan = await to_plan(tab)
    await to_page(tab, "Who can I talk to?")
    await tab.touch("back")
    await tab.touch(f"plan-{plan}")
    await tab.sees("Who did the child choose to talk to?")
    await tab.touch("lock")
    await to_plan(tab)
    await tab.sees("Who did the child choose to talk to?")


async def test_the_talking_view_shows_the_question_and_the_faces_and_nothing_to_type(tab: Tab) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    await tab.touch("talk")
    await tab.sees("Who is in our family, and what is good about us?")
    assert not tab.keys("line-")
    assert not tab.keys("step-")
    assert tab.has("speak-worker")
    await tab.touch("talk")
    await tab.until(lambda: tab.keys("line-"))


async def test_with_the_keyboard_up_the_question_the_words_and_the_faces_stay(tab: Tab) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    field = blank(tab)
    await tab.press(field, "We have")
    await tab.resize(1180, 820, keyboard=400)
    await tab.press(field, " a dog")
    assert tab.value(field) == "We have a dog"
    assert not tab.keys("step-")
    assert tab.has("speak-worker")
    await tab.sees("Who is in our family, and what is good about us?")
    await tab.resize(1180, 820)
    await tab.until(lambda: tab.keys("step-"))
    assert tab.value(field) == "We have a dog"


@pytest.mark.parametrize(("width", "height"), [(820, 1180), (390, 844)], ids=["portrait", "phone"])
async def test_in_every_shape_a_plan_can_be_written_in_and_turned(tab: Tab, width: float, height: float) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    await tab.resize(width, height)
    await say(tab, "We have a dog")
    assert tab.has("next")
    assert tab.has("hide")
    await tab.resize(1180, 820)
    await tab.sees("We have a dog")


async def test_undo_takes_back_the_latest_words_of_this_page_and_no_others(tab: Tab) -> None:
    await to_plan(tab)
    await to_page(tab, "Our story")
    await say(tab, "The story of Rosie")
    await to_page(tab, "Our family")
    assert tab.is_off("undo")
    field = await say(tab, "We have a dog")
    await tab.touch("undo")
    await tab.until(lambda: not tab.has(f"how-{field}"))
    assert tab.is_off("undo")
    await tab.touch("redo")
    await tab.until(lambda: tab.has(f"how-{field}"))
    await to_page(tab, "Our story")
    await tab.sees("The story of Rosie")


async def test_undo_does_not_reach_across_a_lock(tab: Tab) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    await say(tab, "We have a dog")
    await tab.touch("lock")
    await to_plan(tab)
    await tab.sees("We have a dog")
    assert tab.is_off("undo")


async def test_the_set_up_sheet_needs_the_pin_and_shuts_again(tab: Tab) -> None:
    await to_plan(tab)
    await tab.touch("set-up-sheet")
    await tab.sees("The set-up sheet is for the worker alone.")
    await tab.write("secret", "111222")
    await tab.touch("prove")
    await tab.sees("That is not right. Everything is safe.")
    assert not tab.says("Leave out")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees("Who are the children, and how old is each?", "Leave out")
    await tab.touch("close-set-up")
    await tab.until(lambda: not tab.says("Leave out"))
    await tab.touch("lock")
    await to_plan(tab)
    assert not tab.says("Leave out")


async def test_a_plan_left_on_the_set_up_sheet_does_not_open_on_it(tab: Tab) -> None:
    plan = await to_plan(tab)
    await tab.touch("set-up-sheet")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees("Who are the children, and how old is each?")
    await say(tab, "Mia is seven")
    await tab.touch("back")
    await tab.touch(f"plan-{plan}")
    await tab.finds("next")
    await tab.still()
    assert not tab.says("Mia is seven")
    assert not tab.says("Who are the children")


async def test_a_private_page_shows_no_words_and_no_picture_before_it_is_opened(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    page = await own_page(tab)
    await tab.touch("open-page")
    await say(tab, "I saw the bottles")
    await tab.touch("draw")
    await draw_line(tab)
    await gives_back(tab, "next")
    assert len(document(application, plan).children(page)) == 2
    await to_page(tab, "Our family")
    await to_own_page(tab, page, document(application, plan).items[page].by)
    anywhere = tab.everything()
    assert not [v for v in anywhere if isinstance(v, str) and "bottles" in v]
    assert not [v for v in anywhere if isinstance(v, bytes) and v.startswith(PNG)]
    assert not [v for v in anywhere if isinstance(v, str) and v == "Mia's page, somebody spoke here"]
    await tab.touch("open-page")
    await tab.sees("I saw the bottles")


async def test_who_sees_a_page_of_her_own_is_the_childs_choice(tab: Tab, application: Application) -> None:
    plan = await to_plan(tab)
    page = await own_page(tab)
    nan = await meet(tab, "Nan")
    assert document(application, plan).items[page].for_whom.reach == "worker"
    await tab.sees("If you or somebody else might not be safe,")
    await tab.touch("people-i-pick")
    await tab.touch(f"pick-{nan}")
    await tab.until(lambda: document(application, plan).items[page].for_whom == ("people", (nan,)))
    await tab.touch(f"pick-{nan}")
    await tab.until(lambda: document(application, plan).items[page].for_whom == ("people", ()))
    await tab.touch("everyone")
    await tab.sees("Everyone with a copy can see it.")
    await tab.touch("only-me")
    await tab.sees("It is in nobody's copy.")


async def test_words_on_a_childs_own_page_are_the_childs_whoever_was_touched_before(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    nan = await meet(tab, "Nan")
    await tab.touch(f"speak-{nan}")
    page = await own_page(tab)
    await tab.touch("open-page")
    await say(tab, "I saw the bottles")
    now = document(application, plan)
    assert [i.by for i in now.children(page)] == [now.items[page].by]
    assert not tab.has("notice")


async def test_a_second_plan_of_the_same_kind_does_not_open_on_the_first_ones_page(tab: Tab) -> None:
    await to_plan(tab)
    await to_page(tab, "Who can I talk to?")
    await tab.touch("back")
    await tab.touch("start-words-and-pictures")
    await tab.sees("What shall we call it for now?")


async def test_home_shows_neither_drawings_nor_what_the_plans_hold(tab: Tab) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    await say(tab, "We have a dog")
    await tab.touch("draw")
    await draw_line(tab)
    await tab.touch("finished")
    await tab.touch("back")
    await tab.finds("draw")
    await tab.still()
    anywhere = tab.everything()
    assert not [v for v in anywhere if isinstance(v, str) and "dog" in v]
    assert not [v for v in anywhere if isinstance(v, bytes) and v.startswith(PNG)]


async def test_after_unlocking_the_first_stroke_is_the_second_touch(tab: Tab) -> None:
    await unlock(tab)
    await tab.touch("draw")
    await tab.finds("page")
    await draw_line(tab)
