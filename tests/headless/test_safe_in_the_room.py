"""Hide, hand over, have a break, left alone: nobody in the room finds a word, a name or a picture of any plan.

Source: docs/domain/sharing.md ("On the screen"); docs/domain/safety-plan.md ("Views and numbers can be dangerous").
"""

import random
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import pytest

from app import main
from app.document import seen_by
from app.ink.drawing import strokes
from app.ink.tiles import EMPTY
from app.main import screen_of
from app.store import NoKeyring
from app.ui.session import auto_lock
from app.workspace.application import Application
from plans.catalogue import KINDS
from tests.headless import asking
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import (
    FAMILY,
    blank,
    comes_back,
    document,
    draw_line,
    gives_back,
    meet,
    said,
    say,
    to_page,
    to_plan,
    unlock,
)
from tests.headless.wandering import WAYS_OUT, touch_something
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

WORDS = "Dad was very loud on Sunday"
NAME = "Zebedee"
OF_THE_STORY = (WORDS, NAME, FAMILY, "Our story", "Our family")
TOUCHES = 40
"""How many things the crawler touches, one after the other."""


async def something_to_hide(tab: Tab) -> tuple[str, str, set[bytes]]:
    """A plan with a person, words and a drawing; returns the plan, its page, and the pictures of it on the screen."""
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    await meet(tab, NAME)
    await say(tab, WORDS)
    await tab.touch("draw")
    await draw_line(tab)
    await tab.until(lambda: pictures(tab), "no ink on the page")
    seen = pictures(tab)
    await tab.touch("finished")
    await tab.finds("next")
    seen |= pictures(tab)
    return plan, page, seen


def pictures(tab: Tab) -> set[bytes]:
    return {found for found in tab.everything() if isinstance(found, bytes) and len(found) > len(EMPTY)}


def found_out(tab: Tab, seen: set[bytes], told_by: Sequence[str] = OF_THE_STORY) -> list[str]:
    """Return what of the plan (pictures, and words that tell of it) is anywhere in the tree of the page."""
    texts = [text for text in tab.everything() if isinstance(text, str)]
    told = [secret for secret in told_by if any(secret in t for t in texts)]
    return told + ["a picture"] * len(pictures(tab) & seen)


async def crawl(
    tab: Tab, seen: set[bytes], *, seed: int, told_by: Sequence[str] = OF_THE_STORY, but: Sequence[str] = ()
) -> None:
    """Touch whatever can be touched (but these), in some order, and write a wrong PIN wherever one is asked."""
    chance = random.Random(seed)
    for _step in range(TOUCHES):
        assert found_out(tab, seen, told_by) == []
        if tab.keys("secret") and chance.random() < 0.2:
            await tab.write("secret", "000000")
        await touch_something(tab, chance, but=but)
    assert found_out(tab, seen, told_by) == []


async def locked(tab: Tab) -> None:
    await tab.touch("lock")
    await tab.finds("unlock")


async def hidden(tab: Tab) -> None:
    await tab.touch("hide")
    await tab.finds("more")


async def hidden_by_a_key(tab: Tab) -> None:
    tab.strikes("Escape")
    await tab.finds("more")


async def on_a_break(tab: Tab) -> None:
    await tab.touch("hand-over")
    await tab.touch("break")
    await tab.finds("more")


async def finished(tab: Tab) -> None:
    await tab.touch("hand-over")
    await tab.touch("finished")
    await tab.sees("Thank you")


async def in_the_background(tab: Tab) -> None:
    tab.goes_behind()
    await tab.finds("unlock")


@pytest.mark.parametrize("away", [locked, hidden, hidden_by_a_key, on_a_break, finished, in_the_background])
@pytest.mark.parametrize("seed", range(2))
async def test_nothing_that_can_be_touched_leads_to_a_word_a_name_or_a_picture(
    tab: Tab, away: Callable[[Tab], Awaitable[None]], seed: int
) -> None:
    _plan, _page, seen = await something_to_hide(tab)
    assert found_out(tab, seen)
    await away(tab)
    await tab.still()
    await crawl(tab, seen, seed=seed)


LONG = f"{WORDS}. " * 500
"""Words that are too long to be kept."""


@pytest.mark.parametrize("away", [hidden, hidden_by_a_key, in_the_background])
@pytest.mark.parametrize("seed", range(2))
async def test_the_question_about_words_that_are_not_saved_is_hidden_like_all_else(
    tab: Tab, away: Callable[[Tab], Awaitable[None]], seed: int
) -> None:
    _plan, _page, seen = await something_to_hide(tab)
    await tab.write(blank(tab), LONG)
    await tab.touch("next")
    await tab.finds("leaving")
    assert tab.value("not-saved-0") == LONG
    await away(tab)
    await tab.still()
    assert not tab.has("leaving")
    await crawl(tab, seen, seed=seed)


async def test_whoever_was_given_a_page_reaches_that_page_and_nothing_else(tab: Tab) -> None:
    await something_to_hide(tab)
    await tab.touch("hand-over")
    await tab.finds("page")
    chance = random.Random(1)
    for _step in range(TOUCHES):
        assert not [w for w in (WORDS, NAME, FAMILY, "Our story") if tab.says(w)]
        await touch_something(tab, chance, but=WAYS_OUT)
        assert tab.has("page")
    await tab.touch("finished")
    await tab.sees("Thank you")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees(WORDS)


async def test_what_was_drawn_before_the_hand_over_is_not_undone_by_who_was_given_the_page(tab: Tab) -> None:
    await something_to_hide(tab)
    await tab.touch("draw")
    await tab.finds("page")
    assert not tab.is_off("undo")
    await tab.touch("finished")
    await tab.touch("hand-over")
    await tab.finds("page")
    assert tab.is_off("undo")
    await draw_line(tab, at=300)
    await tab.until(lambda: not tab.is_off("undo"))
    await tab.touch("undo")
    await tab.until(lambda: tab.is_off("undo"), "undo went further back than the hand-over")


async def test_hide_in_the_middle_of_a_saying_loses_no_letter_and_the_pin_leads_back(
    tab: Tab, application: Application
) -> None:
    plan, page, _seen = await something_to_hide(tab)
    await tab.press(blank(tab), "And then he")
    await tab.touch("hide")
    await tab.finds("more")
    await tab.touch("more")
    await tab.write("secret", PIN)
    await tab.touch("unlock")
    await tab.sees("And then he")
    assert [s.words for s in said(application, plan, page)] == [WORDS, "And then he"]
    await tab.sees("Saved")


async def test_hide_in_the_middle_of_a_stroke_keeps_what_was_drawn_of_it(tab: Tab, application: Application) -> None:
    plan, page, _seen = await something_to_hide(tab)
    await tab.touch("draw")
    await tab.finds("page")
    before = len(strokes(document(application, plan), page))
    tab.down("page", (100, 400))
    for n in range(10):
        tab.move("page", (100 + 20 * n, 400))
    await tab.still()
    await tab.touch("hide")
    await tab.finds("more")
    tab.strikes("A")
    await tab.touch("more")
    await tab.write("secret", PIN)
    await tab.touch("unlock")
    await tab.finds("finished")
    now = strokes(document(application, plan), page)
    assert len(now) == before + 1
    assert now[-1][1].points[-1][0] > now[-1][1].points[0][0]


async def test_what_is_drawn_on_the_harmless_page_is_thrown_away(tab: Tab, application: Application) -> None:
    plan, _page, _seen = await something_to_hide(tab)
    before = len(document(application, plan).edits)
    await tab.touch("hide")
    await tab.finds("page")
    await tab.stroke("page", [(100 + 10 * n, 300) for n in range(20)])
    await tab.until(lambda: pictures(tab), "the harmless page does not draw")
    await tab.touch("more")
    await tab.write("secret", PIN)
    await tab.touch("unlock")
    await tab.finds("next")
    assert len(document(application, plan).edits) == before
    await tab.touch("hide")
    await tab.finds("page")
    assert pictures(tab) == set()


async def test_left_alone_it_locks_and_not_while_somebody_writes(
    application: Application, monkeypatch: pytest.MonkeyPatch, nothing_unseen: None
) -> None:
    now = [1000.0]
    looks = [0]

    def looked() -> float:
        looks[0] += 1
        return now[0]

    monkeypatch.setattr(main, "LOOK", 0.02)
    monkeypatch.setattr(auto_lock, "monotonic", looked)
    async with opened(screen_of(application)) as tab:
        await to_plan(tab)
        await to_page(tab, "Our family")
        now[0] += 290
        await tab.write(blank(tab), "Once upon a time")
        now[0] += 290
        before = looks[0]
        await tab.until(lambda: looks[0] > before + 5, "nobody looks whether somebody is there")
        assert tab.has("next")
        now[0] += 20
        await tab.finds("unlock")
        assert not [t for t in tab.everything() if isinstance(t, str) and "Once upon" in t]
        await comes_back(tab, "next")


async def test_a_tab_that_is_reloaded_finds_the_lock(tab: Tab) -> None:
    await something_to_hide(tab)
    await tab.cut()
    await tab.back()
    await tab.finds("unlock")
    assert found_out(tab, set()) == []


async def test_a_tab_that_is_reloaded_before_the_lock_was_drawn_finds_the_lock_too(tab: Tab) -> None:
    await something_to_hide(tab)
    await tab.reload()
    await tab.finds("unlock")
    assert found_out(tab, set()) == []
    await comes_back(tab, "next")


async def test_a_tab_whose_drawing_a_fault_has_stopped_is_locked_all_the_same_when_it_is_reloaded(tab: Tab) -> None:
    await something_to_hide(tab)
    vars(tab.session)["_Session__updates_task"].cancel()
    await tab.still()
    await tab.reload()
    await tab.finds("unlock")
    assert found_out(tab, set()) == []
    await comes_back(tab, "next")


@pytest.mark.parametrize("away", [locked, hidden, hidden_by_a_key])
async def test_a_fault_that_has_stopped_the_drawing_keeps_nothing_on_the_screen(
    tab: Tab, away: Callable[[Tab], Awaitable[None]]
) -> None:
    _plan, _page, seen = await something_to_hide(tab)
    vars(tab.session)["_Session__updates_task"].cancel()
    await tab.still()
    await away(tab)
    assert found_out(tab, seen) == []


async def test_a_tab_that_is_closed_for_good_drops_the_keys(application: Application, nothing_unseen: None) -> None:
    async with opened(screen_of(application)) as tab:
        await something_to_hide(tab)
        assert application._workspace is not None
    assert application._workspace is None


async def with_a_visit_code(tab: Tab, code: str = "4826") -> str:
    """A tablet that four words keep, with a code for this visit; returns the words."""
    await tab.finds("offered")
    words = tab.value("offered")
    await tab.write("worker-name", "Jo")
    await tab.write("secret", words)
    await tab.write("secret-again", words)
    await tab.touch("begin")
    await tab.touch("written-down")
    await tab.touch("not-today")
    await tab.touch("new-family")
    await tab.write("nickname", FAMILY)
    await tab.write("youngest", "7")
    await tab.touch("add-family")
    await tab.touch("safety")
    await tab.write("secret", words)
    await tab.touch("prove")
    await tab.write("visit-code", code)
    await tab.touch("use-visit-code")
    return words


async def test_a_visit_code_brings_back_what_was_hidden(tmp_path: Path, nothing_unseen: None) -> None:
    application = Application(tmp_path / "data", NoKeyring(), KINDS)
    async with opened(screen_of(application)) as tab:
        await with_a_visit_code(tab)
        await tab.sees("The code opens the tablet now.")
        await tab.touch("back")
        await tab.touch("draw")
        await tab.touch("break")
        await tab.touch("more")
        await tab.sees("Visit code")
        await comes_back(tab, "go-on", "4826")
        await tab.touch("go-on")
        await tab.finds("finished")
    await application.close()


async def test_three_wrong_visit_codes_need_the_four_words(tmp_path: Path, nothing_unseen: None) -> None:
    application = Application(tmp_path / "data", NoKeyring(), KINDS)
    async with opened(screen_of(application)) as tab:
        words = await with_a_visit_code(tab)
        await tab.touch("lock")
        for _turn in range(3):
            await tab.sees("Visit code")
            await tab.write("secret", "1111")
            await tab.touch("unlock")
        await tab.sees("Please use the PIN or the four words now.")
        await tab.write("secret", "4826")
        await tab.touch("unlock")
        assert not tab.has("families")
        await unlock(tab, words)
    await application.close()


async def test_a_visit_code_of_other_than_four_numbers_is_not_taken(tmp_path: Path, nothing_unseen: None) -> None:
    application = Application(tmp_path / "data", NoKeyring(), KINDS)
    async with opened(screen_of(application)) as tab:
        await with_a_visit_code(tab, "48")
        await tab.sees("A code is four numbers.")
        await tab.touch("lock")
        await tab.sees("Four words")
        assert not tab.says("Visit code")
    await application.close()


async def test_who_can_help_is_there_while_it_is_locked(tab: Tab) -> None:
    await tab.touch("who-can-help")
    await tab.sees("0800 1111", "999")
    await tab.touch("back")
    await unlock(tab)


async def test_the_numbers_of_this_town_are_there_while_it_is_locked(tab: Tab) -> None:
    await unlock(tab)
    await tab.touch("safety")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("helpline-who-0")
    for line in (1, 2, 3):
        await tab.touch(f"remove-helpline-{line}")
    await tab.write("helpline-who-0", "The duty worker")
    await tab.write("helpline-number-0", "ring me")
    await tab.touch("keep-helplines")
    await tab.sees("Please look at the numbers once more: one of them cannot be rung. Nothing has been changed.")
    await tab.write("helpline-number-0", "text SHOUT to 85258")
    await tab.touch("keep-helplines")
    await tab.sees("“text SHOUT to 85258” has letters in it. Put words beside it, where it says who answers.")
    await tab.write("helpline-number-0", "\ufeff٠١١٨\u2011٤٩٦–0123")
    await tab.touch("keep-helplines")
    await tab.sees("These numbers are kept.")
    assert tab.value("helpline-number-0") == "0118 496 0123"
    await tab.touch("lock")
    await tab.touch("who-can-help")
    await tab.sees("The duty worker", "0118 496 0123")
    assert not tab.says("0800 1111")


async def test_how_soon_it_locks_is_chosen_and_kept(tab: Tab) -> None:
    await unlock(tab)
    for minutes in (2, 15):
        await tab.touch("safety")
        await tab.write("secret", PIN)
        await tab.touch("prove")
        await tab.touch(f"lock-after-{minutes}")
        await tab.touch("lock")
        await unlock(tab)
        await tab.touch("safety")
        await tab.write("secret", PIN)
        await tab.touch("prove")
        assert chosen(tab) == [f"lock-after-{minutes}"]
        await tab.touch("back")


def chosen(tab: Tab) -> list[str]:
    return [key for key in tab.keys("lock-after-") if tab.control(key)["style"]["side"]["default"].get("width") == 2]


async def test_who_can_see_a_page_is_said_there_and_changed_by_touch(tab: Tab, application: Application) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    person = await meet(tab, NAME)
    await say(tab, WORDS)
    await tab.sees("Everyone with a copy can see this page.")
    await tab.touch("speak-worker")
    await tab.touch("who-sees")
    await tab.touch("only-me")
    await tab.sees("Only Jo can see this page. It is in nobody's copy.")
    assert page not in seen_by(document(application, plan), person).items
    await tab.touch("people-i-pick")
    await tab.touch(f"pick-{person}")
    await tab.sees(f"Jo and these people can see this page: {NAME}.")
    assert page in seen_by(document(application, plan), person).items
    assert page not in seen_by(document(application, plan), None).items
    await tab.touch("everyone")
    await tab.sees("Everyone with a copy can see this page.")


async def test_a_page_that_not_everyone_may_see_is_shut_until_it_is_opened(tab: Tab) -> None:
    await something_to_hide(tab)
    await tab.touch("who-sees")
    await tab.touch("only-me")
    await tab.sees("Only Jo can see this page. It is in nobody's copy.", WORDS)
    await to_page(tab, "Who is worried?")
    await to_page(tab, "Our family")
    await tab.finds("open-page")
    assert not tab.says(WORDS)
    assert not pictures(tab)
    await tab.touch("open-page")
    await tab.sees(WORDS)


async def nan_has_it(tab: Tab) -> None:
    """Somebody who said nothing yet is given the page to write on."""
    await tab.touch("hand-over-to-write")
    await tab.sees("Who has it now?")
    await tab.touch("somebody-new")
    await tab.write("person-name", "Nan")
    await tab.touch("role-family")
    await tab.touch("add-person")
    await tab.finds("finished")


async def test_who_was_given_a_page_to_write_on_sees_the_question_and_their_own_words_alone(
    tab: Tab, application: Application
) -> None:
    plan, page, seen = await something_to_hide(tab)
    await nan_has_it(tab)
    assert not [w for w in (WORDS, NAME, FAMILY, "Our story") if tab.says(w)]
    chance = random.Random(2)
    for _step in range(TOUCHES):
        assert not [w for w in (WORDS, NAME, FAMILY, "Our story") if tab.says(w)]
        assert not pictures(tab) & seen
        await touch_something(tab, chance, but=WAYS_OUT)
        assert tab.has("finished")
    await tab.write(blank(tab), "I can be there on Mondays")
    await tab.touch("finished")
    await tab.sees("Thank you")
    assert found_out(tab, seen) == []
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees(WORDS, "I can be there on Mondays")
    nan = said(application, plan, page)[-1]
    assert (nan.words, nan.own, nan.scribe) == ("I can be there on Mondays", True, nan.by)
    assert tab.is_off("undo"), "the worker can take back what Nan wrote alone"


async def test_a_break_while_somebody_writes_keeps_their_words_and_shows_nobody(
    tab: Tab, application: Application
) -> None:
    plan, page, seen = await something_to_hide(tab)
    await nan_has_it(tab)
    await tab.press(blank(tab), "I am not sure")
    await tab.touch("break")
    await tab.finds("more")
    assert found_out(tab, seen) == []
    assert not [t for t in tab.everything() if isinstance(t, str) and "not sure" in t]
    await tab.sees("Your page is safe.")
    await tab.touch("more")
    await comes_back(tab, "go-on")
    assert found_out(tab, seen) == []
    assert not tab.says("not sure"), "whoever unlocks is not who wrote it"
    await tab.touch("go-on")
    await tab.sees("I am not sure")
    await gives_back(tab, "next")
    assert [s.words for s in said(application, plan, page)] == [WORDS, "I am not sure"]


async def test_who_is_asked_about_words_that_are_not_saved_reaches_nothing_that_their_page_has_not(tab: Tab) -> None:
    await something_to_hide(tab)
    await nan_has_it(tab)
    hers = "I will come on Mondays. " * 500
    chance = random.Random(4)
    await tab.write(blank(tab), hers)
    for _time in range(8):
        await tab.touch("finished")
        await tab.finds("leaving")
        assert not [w for w in (WORDS, NAME, FAMILY, "Our story") if tab.says(w)]
        assert {k for k in tab.touchable("") if k and not tab.is_off(k)} == {"hide", "back-to-words", "leave-without"}
        await tab.touch("back-to-words")
        await touch_something(tab, chance, but=WAYS_OUT)
    await tab.touch("finished")
    await tab.touch("leave-without")
    await tab.sees("Thank you")
    assert found_out(tab, set(), (*OF_THE_STORY, "on Mondays")) == []
    await crawl(tab, set(), seed=5, told_by=(*OF_THE_STORY, "on Mondays"))


@pytest.mark.parametrize("seed", range(3))
async def test_whoever_is_asked_alone_reaches_that_question_and_nothing_else(
    tmp_path: Path, nothing_unseen: None, seed: int
) -> None:
    async with asking.visit(tmp_path / "data") as (tab, _application):
        await asked_alone(tab, random.Random(seed))


async def asked_alone(tab: Tab, chance: random.Random) -> None:
    """Dad keeps an answer, then Nan is asked and touches whatever can be touched; then she has a break."""
    await tab.touch("step-good")
    await say(tab, "Nan came each Sunday")
    nan, dad = await asking.worry_said(tab)
    await asking.ask(tab, dad)
    await tab.touch("stand-not")
    await tab.write("answer-words", asking.SECRET)
    await tab.leave("answer-words")
    await asking.given_back(tab)
    await asking.ask(tab, nan)
    hidden = ("Nan came each Sunday", "Dadster", FAMILY, "Our plan", "What is good", asking.SECRET)
    for _step in range(40):
        found = [t for t in tab.everything() if isinstance(t, str)]
        assert not [w for w in hidden if any(w in t for t in found)]
        await touch_something(tab, chance, but=WAYS_OUT)
        assert tab.has("finished")
    await tab.touch("break")
    await tab.finds("more")
    secrets = (*hidden, asking.HAPPENED, asking.FEAR, "Nan")
    for _step in range(20):
        assert not [w for w in secrets if any(w in t for t in tab.everything() if isinstance(t, str))]
        await touch_something(tab, chance)
