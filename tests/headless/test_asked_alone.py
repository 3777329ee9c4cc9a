"""One person, one question, alone: what is kept is nowhere, and nothing on the table tells who held back.

Source: docs/domain/safety-plan.md ("Views and numbers can be dangerous").
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from app.blocks.worries.model import worries
from app.document import EVERYONE, ONLY_ME, people, seen_by
from app.workspace.application import Application
from tests.blocks.worrying import FEAR, HAPPENED, worry
from tests.headless.asking import SECRET, ask, given, given_back, shared, the_plan, to_worries, visit, worry_said
from tests.headless.flet_session import Tab
from tests.headless.sitting import FAMILY, document, meet
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def table(tmp_path: Path, nothing_unseen: None) -> AsyncIterator[tuple[Tab, Application]]:
    async with visit(tmp_path / "data") as both:
        yield both


async def says_nothing(tab: Tab) -> None:
    return None


async def rather_not(tab: Tab) -> None:
    await tab.touch("none-rather-not")


async def not_today(tab: Tab) -> None:
    await tab.touch("none-not-today")


async def keeps_it(tab: Tab) -> None:
    await tab.touch("stand-not")
    await tab.write("answer-words", SECRET)
    await tab.leave("answer-words")


async def shows_it(tab: Tab) -> None:
    await tab.touch("show-it")
    await tab.sees("Everyone at the table can see it, and everyone with a copy.")


async def changes_their_mind(tab: Tab) -> None:
    await tab.touch("stand-agree")
    await shows_it(tab)
    await tab.touch("none-rather-not")


async def shows_and_keeps(tab: Tab) -> None:
    await keeps_it(tab)
    await shows_it(tab)
    await tab.touch("keep-it")
    await tab.sees("Only you and Jo can see it. It is in nobody's copy.")


async def half_written(tab: Tab) -> None:
    """Nan is asked, and is in the middle of a word."""
    nan, _dad = await worry_said(tab)
    await ask(tab, nan)
    await tab.press("answer-words", SECRET)


@pytest.mark.parametrize("way", [says_nothing, rather_not, not_today, keeps_it, changes_their_mind, shows_and_keeps])
async def test_the_shared_screen_is_the_same_to_the_last_control_whatever_somebody_keeps(
    table: tuple[Tab, Application], way: Callable[[Tab], Awaitable[None]]
) -> None:
    tab, _application = table
    nan, _dad = await worry_said(tab)
    await ask(tab, nan)
    await given_back(tab)
    before = shared(tab)
    await ask(tab, nan)
    await way(tab)
    await given_back(tab)
    assert shared(tab) == before
    assert not [t for t in tab.everything() if isinstance(t, str) and SECRET in t]


async def test_the_page_begins_the_same_whether_or_not_something_is_kept_for_other_hands_may_hold_it(
    table: tuple[Tab, Application],
) -> None:
    tab, _application = table
    nan, _dad = await worry_said(tab)
    await ask(tab, nan)
    never = shared(tab)
    await keeps_it(tab)
    await given_back(tab)
    await ask(tab, nan)
    assert [w for w in tab.words() if SECRET in w] == []
    assert shared(tab) == never


async def test_an_answer_is_kept_until_its_owner_shows_it_and_then_stands_with_their_face_in_every_copy(
    table: tuple[Tab, Application],
) -> None:
    tab, application = table
    nan, dad = await worry_said(tab)
    await ask(tab, nan)
    await keeps_it(tab)
    await tab.sees("Only you and Jo can see it. It is in nobody's copy.")
    (mine,) = given(application)
    plan = the_plan(application)
    assert document(application, plan).items[mine.id].for_whom == ONLY_ME
    assert mine.id not in seen_by(document(application, plan), nan).items
    await shows_it(tab)
    await given_back(tab)
    await tab.sees("Nan does not agree", SECRET)
    for reader in (None, dad, nan):
        assert seen_by(document(application, plan), reader).items[mine.id].for_whom == EVERYONE


async def test_who_is_asked_and_shows_nothing_is_named_in_no_copy_and_the_faces_stay_as_they_are(
    table: tuple[Tab, Application],
) -> None:
    tab, application = table
    nan, _dad = await worry_said(tab)
    await tab.touch("back")
    await tab.touch("start-tried")
    await tab.sees("Saved")
    await tab.still(0.1)
    await to_worries(tab)
    await tab.write("worry-happened", "Something else")
    await tab.leave("worry-happened")
    assert not tab.has(f"ask-view-{nan}"), "she was not chosen for this plan"
    await tab.touch("new-person")
    await tab.touch(f"choose-{nan}")
    await tab.finds(f"ask-view-{nan}")
    faces = tab.touchable("speak-")
    await ask(tab, nan)
    await keeps_it(tab)
    assert nan not in people(seen_by(document(application, the_plan(application)), None))
    await shows_it(tab)
    assert people(seen_by(document(application, the_plan(application)), None))[nan].name == "Nan"
    await given_back(tab)
    why = "the faces stand in another order since somebody was asked"
    await tab.until(lambda: tab.touchable("speak-") == faces, why)


async def test_a_touch_right_behind_words_that_are_still_being_written_loses_neither(
    table: tuple[Tab, Application],
) -> None:
    tab, application = table
    await half_written(tab)
    await tab.touch("stand-not")
    assert [(a.words, a.stand) for a in given(application)] == [(SECRET, "not")]
    await given_back(tab)
    await tab.touch("add-worry")
    await tab.press("worry-happened", "He shouted")
    await tab.touch("known-heard")
    held = worries(document(application, the_plan(application)), "worries")[1]
    assert (held.happened, held.known) == ("He shouted", "heard")


async def test_what_somebody_showed_they_take_back_and_nobody_else_is_offered_to(
    table: tuple[Tab, Application],
) -> None:
    tab, application = table
    nan, dad = await worry_said(tab)
    await ask(tab, nan)
    await keeps_it(tab)
    await shows_it(tab)
    await given_back(tab)
    (mine,) = given(application)
    await ask(tab, dad)
    assert not tab.has(f"take-back-{mine.id}")
    await given_back(tab)
    await ask(tab, nan)
    await tab.touch(f"take-back-{mine.id}")
    await given_back(tab)
    assert not tab.says(SECRET)
    assert [a.shown for a in given(application)] == [False]


async def test_undo_in_their_hands_reaches_their_own_answer_and_no_further(table: tuple[Tab, Application]) -> None:
    tab, application = table
    nan, _dad = await worry_said(tab)
    await ask(tab, nan)
    assert tab.is_off("undo")
    await tab.touch("stand-agree")
    await tab.until(lambda: not tab.is_off("undo"))
    await tab.touch("undo")
    assert (given(application), tab.is_off("undo")) == ((), True)
    await tab.touch("stand-not")
    await given_back(tab)
    assert tab.is_off("undo"), "the table can take back what Nan said alone"
    await ask(tab, nan)
    assert tab.is_off("undo"), "the next hands can take back what was said before"


async def test_numbers_are_shown_on_the_line_and_said_in_words_and_move_only_by_their_owner(
    table: tuple[Tab, Application],
) -> None:
    tab, application = table
    nan, dad = await worry_said(tab)
    await ask(tab, nan, "number")
    await tab.sees("0 is: Nobody is there", "10 is: Somebody is there")
    await tab.touch("number-0")
    await tab.write("answer-higher", "A lamp in the hall")
    await tab.leave("answer-higher")
    await shows_it(tab)
    await given_back(tab)
    await tab.sees("Nan: 0", "One higher: A lamp in the hall")
    await ask(tab, dad, "number")
    assert not [w for w in tab.words() if "lamp" in w], "somebody else's number is on the page of who is asked"
    await tab.touch("number-9")
    await given_back(tab)
    assert not tab.says("Dadster: 9")
    assert [(a.by, a.number, a.shown) for a in given(application, "number")] == [(nan, 0, True), (dad, 9, False)]


async def test_the_worker_may_write_it_down_and_it_says_so(table: tuple[Tab, Application]) -> None:
    tab, application = table
    nan, _dad = await worry_said(tab)
    await ask(tab, nan)
    await tab.touch("who-writes")
    await keeps_it(tab)
    await shows_it(tab)
    await given_back(tab)
    await tab.sees("Written down by")
    assert [(a.by, a.scribe) for a in given(application)] == [(nan, "worker")]


async def test_words_that_are_changed_later_are_not_what_somebody_agreed_to(table: tuple[Tab, Application]) -> None:
    tab, _application = table
    nan, _dad = await worry_said(tab)
    await ask(tab, nan)
    await tab.touch("stand-agree")
    await shows_it(tab)
    await given_back(tab)
    assert not tab.says("The words above were changed after this.")
    await tab.write("worry-fear", "Something else")
    await tab.leave("worry-fear")
    await tab.sees("The words above were changed after this.")


async def test_children_are_asked_for_a_number_and_not_to_judge_a_grown_ups_worry(
    table: tuple[Tab, Application],
) -> None:
    tab, _application = table
    await worry_said(tab)
    child = await meet(tab, "Tom", "child")
    assert tab.has(f"ask-number-{child}")
    assert not tab.has(f"ask-view-{child}")


async def test_a_break_keeps_what_was_begun_and_leads_back_to_the_page_without_a_word_of_it(
    table: tuple[Tab, Application],
) -> None:
    tab, application = table
    await half_written(tab)
    await tab.touch("turn")
    assert tab.value("answer-words") == SECRET, "turned round, the page has lost its words"
    await tab.touch("break")
    await tab.finds("more")
    await tab.touch("more")
    await tab.write("secret", PIN)
    await tab.touch("unlock")
    await tab.finds("go-on")
    assert not tab.says(SECRET)
    assert not tab.says("Dadster"), "whose page waits is nobody else's matter"
    await tab.touch("go-on")
    await tab.finds("finished")
    assert not tab.says(SECRET), "the wrong hands may hold it now"
    await given_back(tab)
    assert not tab.says(SECRET)
    assert [a.words for a in given(application)] == [SECRET]


@pytest.mark.parametrize("width", [1180, 390], ids=["tablet", "phone"])
async def test_every_part_of_a_worry_is_kept_as_it_is_written(table: tuple[Tab, Application], width: float) -> None:
    tab, application = table
    await tab.resize(width, 820)
    await worry_said(tab)
    for field, words in (("worry-when", "In March"), ("goal-doing", "We are at home"), ("goal-weeks", "6")):
        await tab.write(field, words)
        await tab.leave(field)
    await tab.touch("known-seen")
    held = worry(document(application, the_plan(application)))
    assert (held.happened, held.fear, held.when, held.known) == (HAPPENED, FEAR, "In March", "seen")
    assert (held.goal.doing, held.goal.weeks) == ("We are at home", 6)
    await tab.write("goal-weeks", "a few")
    await tab.leave("goal-weeks")
    await tab.sees("Nothing has been changed.")


async def test_there_are_three_worries_at_most_and_one_that_is_taken_away_comes_back_with_undo(
    table: tuple[Tab, Application],
) -> None:
    tab, _application = table
    await worry_said(tab)
    for n in (2, 3):
        await tab.touch("add-worry")
        await tab.write("worry-happened", f"Another worry, number {n}")
        await tab.leave("worry-happened")
    await tab.until(lambda: not tab.has("add-worry"))
    await tab.touch("remove-worry")
    await tab.until(lambda: tab.value("worry-happened") == HAPPENED)
    await tab.touch("undo")
    await tab.until(lambda: len(tab.keys("step-")) == 4 and tab.has("remove-worry"))
    assert not tab.keys("taken-"), "it is there again, and said to be gone"
    await tab.touch("remove-worry")
    await tab.until(lambda: len(tab.keys("taken-")) == 1)
    (line,) = tab.keys("taken-")
    assert "Taken away: Worry 1" in tab.words_in(line)
    await tab.touch(line.replace("taken-", "back-"))
    await tab.until(lambda: len(tab.keys("step-")) == 4 and tab.value("worry-happened") == HAPPENED)


async def test_somebody_elses_worry_is_not_on_a_page_that_is_handed_over_to_write_on(
    table: tuple[Tab, Application],
) -> None:
    tab, _application = table
    nan, _dad = await worry_said(tab)
    await tab.touch("hand-over-to-write")
    await tab.touch(f"choose-{nan}")
    await tab.finds("finished")
    assert not [w for w in (HAPPENED, FEAR, FAMILY) if tab.says(w)]


async def test_before_the_first_word_it_is_said_who_reads_it_and_what_the_worker_must_do(
    table: tuple[Tab, Application],
) -> None:
    tab, _application = table
    nan, _dad = await worry_said(tab)
    for what, first in (("view", "I agree"), ("number", "0")):
        await ask(tab, nan, what)
        told = tab.words()
        reads = next(n for n, words in enumerate(told) if "must tell people who can help" in words)
        assert "Jo reads it." in told[reads].replace("\u2068", "").replace("\u2069", "")
        assert reads < told.index(first), "the first answer stands before it"
        await given_back(tab)


async def test_who_writes_too_much_alone_is_told_at_once_by_how_many_letters(
    table: tuple[Tab, Application],
) -> None:
    tab, application = table
    nan, _dad = await worry_said(tab)
    await ask(tab, nan)
    tab._type("answer-words", "a" * 5_003)
    await tab.until(lambda: tab.control("answer-words").get("error") == "Not saved: this is 3 letters too long.")
    tab._type("answer-words", "a" * 5_000)
    await tab.until(lambda: not tab.control("answer-words").get("error"))
    assert [answer.words for answer in given(application)] == ["a" * 5_000]
