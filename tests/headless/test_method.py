"""Words first by touch: when a picture opens, what marks a changed page, how far we are, and one hint at a time."""

from datetime import date

import pytest

from app.blocks.storyboard.method import moves
from app.document import WORKER
from app.workspace.application import Application
from tests.headless.flet_session import Tab
from tests.headless.sitting import blank, document, draw_line, gives_back, meet, said, say, to_page, to_plan, unlock
from tests.headless.test_family_time import begins
from tests.headless.test_plan import own_page
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

SHUT = "You can draw here when the words are agreed."
CHANGED = "The words changed since the drawing."


async def new_story(tab: Tab, application: Application) -> str:
    """Start a story whose words nobody has agreed; returns the plan's id."""
    await unlock(tab)
    await tab.finds("start-words-and-pictures")
    workspace = application._workspace
    assert workspace is not None
    before = set(workspace._open)
    await tab.touch("start-words-and-pictures")
    await tab.sees("What shall we call it for now?")
    (plan,) = [
        id for id in set(workspace._open) - before if document(application, id).kind.slug == "words-and-pictures"
    ]
    return plan


async def a_drawn_page(tab: Tab) -> tuple[str, str]:
    """A page with words and then a drawing; returns its id and the saying's."""
    page = await to_page(tab, "Our family")
    field = await say(tab, "We have a dog.")
    await tab.touch("draw")
    await draw_line(tab)
    await tab.touch("finished")
    await tab.finds("next")
    await tab.finds(f"how-{field}")
    return page, field


async def reword(tab: Tab, field: str, words: str) -> None:
    await tab.write(field, words)
    await tab.leave(field)
    await tab.still()


async def asked(tab: Tab, person: str, answer: str = "") -> None:
    """Somebody is asked alone whether they agree, touches an answer ("": none), and the worker goes on."""
    await tab.touch(f"ask-agrees-{person}")
    await tab.sees("Do you agree to these words?")
    if answer:
        await tab.touch(answer)
    await tab.touch("finished")
    await tab.sees("Thank you")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("next")
    await tab.sees("Saved")


def step_of(tab: Tab, page: str) -> list[str]:
    return tab.words_in(f"step-{page}")


# When the pictures open.


async def test_a_new_story_has_no_drawing_until_the_words_are_agreed(tab: Tab, application: Application) -> None:
    plan = await new_story(tab, application)
    await to_page(tab, "Our family")
    await tab.sees(SHUT)
    assert not tab.has("draw")
    assert not tab.has("hand-over")
    assert not tab.control("picture").get("on_click")
    await say(tab, "We have a dog.")
    mum = await meet(tab, "Mum", "parent")
    await asked(tab, mum, "agree-yes")
    await tab.finds("draw")
    assert not tab.says(SHUT)
    assert [(m.stage, m.person) for m in moves(document(application, plan), "story")] == [("agreed", mum)]
    assert moves(document(application, plan), "story")[0].day is not None
    await to_page(tab, "Who is worried?")
    await tab.touch("draw")
    await tab.finds("page")


async def test_we_draw_first_opens_every_page_and_undo_shuts_them(tab: Tab, application: Application) -> None:
    plan = await new_story(tab, application)
    await to_page(tab, "Our family")
    await tab.touch("draw-first")
    await tab.finds("draw")
    assert [m.stage for m in moves(document(application, plan), "story")] == ["draw-first"]
    await tab.touch("undo")
    await tab.sees(SHUT)
    await tab.touch("redo")
    await tab.finds("draw")
    await to_page(tab, "The end, for now")
    assert tab.has("draw")


async def test_whoever_is_asked_and_says_nothing_agrees_to_nothing(tab: Tab, application: Application) -> None:
    plan = await new_story(tab, application)
    mum = await meet(tab, "Mum", "parent")
    await asked(tab, mum)
    await tab.sees(SHUT)
    assert moves(document(application, plan), "story") == ()


async def test_a_page_of_the_childs_own_and_just_draw_never_wait(tab: Tab, application: Application) -> None:
    await new_story(tab, application)
    await own_page(tab)
    await tab.touch("open-page")
    assert not tab.says(SHUT)
    await tab.touch("draw")
    await draw_line(tab)
    await gives_back(tab, "next")
    await to_page(tab, "Our family")
    await tab.sees(SHUT)
    await tab.touch("back")
    await tab.touch("draw")
    await tab.finds("page")


async def test_the_talking_view_says_that_it_waits_and_offers_nothing(tab: Tab, application: Application) -> None:
    await new_story(tab, application)
    await tab.touch("talk")
    await tab.sees(SHUT)
    for way in ("draw", "who-agrees", "draw-first"):
        assert not tab.has(way)


async def test_a_family_alone_is_not_asked_and_cannot_draw_before_the_words_are_agreed(
    tab: Tab, application: Application
) -> None:
    plan = await new_story(tab, application)
    await to_page(tab, "Who is worried?")
    await say(tab, "Somebody was worried.")
    await begins(tab)
    await tab.finds("give-back")
    await to_page(tab, "Who is worried?")
    await tab.sees(SHUT)
    for way in ("draw", "who-agrees", "draw-first", "hint-away", "still-fits"):
        assert not tab.has(way)
    assert not tab.says("How far we are")
    assert moves(document(application, plan), "story") == ()


# Words that change after the drawing.


async def test_changed_words_mark_the_page_until_it_still_fits_and_mark_it_again(
    tab: Tab, application: Application
) -> None:
    await to_plan(tab)
    page, field = await a_drawn_page(tab)
    assert not tab.says(CHANGED)
    await reword(tab, field, "We have a cat.")
    await tab.sees(CHANGED)
    assert "Our family, words changed since the drawing" in step_of(tab, page)
    await to_page(tab, "Who is worried?")
    assert not tab.says(CHANGED)
    assert "Our family, words changed since the drawing" in step_of(tab, page)
    await to_page(tab, "Our family")
    await tab.touch("still-fits")
    await tab.until(lambda: not tab.says(CHANGED))
    assert "Our family, somebody spoke here" in step_of(tab, page)
    await reword(tab, field, "We have a fish.")
    await tab.sees(CHANGED)


async def test_undo_of_the_change_takes_the_mark_away_and_undo_of_it_still_fits_brings_it_back(tab: Tab) -> None:
    await to_plan(tab)
    _page, field = await a_drawn_page(tab)
    await reword(tab, field, "We have a cat.")
    await tab.sees(CHANGED)
    await tab.touch("undo")
    await tab.until(lambda: not tab.says(CHANGED))
    await tab.touch("redo")
    await tab.sees(CHANGED)
    await tab.touch("still-fits")
    await tab.until(lambda: not tab.says(CHANGED))
    await tab.touch("undo")
    await tab.sees(CHANGED)


async def test_a_caption_marks_nothing(tab: Tab) -> None:
    await to_plan(tab)
    page, _field = await a_drawn_page(tab)
    await tab.write(f"caption-{page}", "Our dog")
    await tab.leave(f"caption-{page}")
    await tab.still()
    assert not tab.says(CHANGED)


async def test_a_page_that_not_everyone_may_see_shows_no_mark_at_the_side(tab: Tab) -> None:
    await to_plan(tab)
    page, field = await a_drawn_page(tab)
    await reword(tab, field, "We have a cat.")
    await tab.sees(CHANGED)
    await tab.touch("who-sees")
    await tab.touch("only-me")
    await tab.until(lambda: not tab.says(CHANGED))
    assert step_of(tab, page)[0] == "Our family, private"


async def test_the_talking_view_and_a_family_alone_see_no_mark(tab: Tab) -> None:
    await to_plan(tab)
    _page, field = await a_drawn_page(tab)
    await reword(tab, field, "We have a cat.")
    await tab.sees(CHANGED)
    await tab.touch("talk")
    await tab.until(lambda: not tab.says(CHANGED))
    await tab.touch("talk")
    await begins(tab)
    await tab.finds("give-back")
    await to_page(tab, "Our family")
    await tab.finds("draw")
    assert not tab.says("words changed")
    assert not tab.has("still-fits")


# How far we are.


async def to_how_far(tab: Tab) -> None:
    await tab.touch("set-up-sheet")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees("Who are the children, and how old is each?")
    await tab.touch("step-method")
    await tab.sees("This is your own record. It is in nobody's copy.")


async def test_each_parent_who_takes_part_is_recorded_and_what_changed_since_is_told(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    mum, dad = await meet(tab, "Mum", "parent"), await meet(tab, "Dad", "parent")
    await tab.touch("speak-worker")
    await to_page(tab, "Our family")
    field = await say(tab, "We have a dog.")
    await to_how_far(tab)
    stages = tab.keys("stage-")
    assert stages == [
        "stage-office-draft", "stage-words-with-one", "stage-words-with-other", "stage-agreed",
        "stage-read-together", "stage-drawn", "stage-shown", "stage-draw-first",
    ]  # fmt: skip
    for person in (mum, dad):
        await tab.touch("record-agreed")
        await tab.sees("Who took part?")
        await tab.touch(f"choose-{person}")
    lines = [w for w in tab.words_in("stage-agreed") if date.today().strftime("%Y") in w]
    assert ["Mum" in lines[0], "Dad" in lines[1], len(lines)] == [True, True, 2]
    told = [(m.stage, m.person) for m in moves(document(application, plan), "story")]
    assert told == [("draw-first", WORKER), ("agreed", mum), ("agreed", dad)]
    assert not tab.has("changed-since-agreed")
    await to_page(tab, "Our family")
    await reword(tab, field, "We have a cat.")
    await tab.touch("step-method")
    await tab.sees("Words changed since then:")
    assert any("Our family" in w for w in tab.words_in("changed-since-agreed"))
    assert not any("dog" in w or "cat" in w for w in tab.words_in("changed-since-agreed"))


async def test_what_was_recorded_can_be_undone_and_taken_back(tab: Tab, application: Application) -> None:
    plan = await to_plan(tab)
    mum = await meet(tab, "Mum", "parent")
    await tab.touch(f"speak-{mum}")
    await to_how_far(tab)

    def read_together() -> list[str]:
        return [m.id for m in moves(document(application, plan), "story") if m.stage == "read-together"]

    await tab.touch("record-read-together")
    await tab.touch(f"choose-{mum}")
    await tab.until(read_together)
    await tab.touch("undo")
    await tab.until(lambda: not read_together())
    await tab.touch("redo")
    await tab.until(read_together)
    await tab.touch(f"take-back-{read_together()[0]}")
    await tab.until(lambda: not read_together())
    assert not tab.has("notice")


async def test_how_far_we_are_is_behind_the_pin(tab: Tab) -> None:
    await to_plan(tab)
    assert not tab.has("step-method")
    await to_how_far(tab)
    await tab.touch("close-set-up")
    await tab.until(lambda: not tab.has("step-method"))


# A draft from the office.


async def test_a_draft_from_the_office_stays_marked_until_somebody_in_the_room_keeps_or_changes_it(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    mum = await meet(tab, "Mum", "parent")
    await tab.touch("speak-worker")
    await to_how_far(tab)
    await tab.touch("record-office-draft")
    await tab.touch(f"choose-{WORKER}")
    page = await to_page(tab, "Our family")
    kept, changed, own = [await say(tab, f"There is {name}.") for name in ("Mum", "Mia", "Nan")]
    await tab.touch(f"speak-{mum}")
    hers = await say(tab, "And the cat.")
    await tab.touch("speak-worker")
    await reword(tab, own, "There is Nan too.")

    def drafts() -> list[str]:
        return [s.id for s in said(application, plan, page) if s.office]

    assert drafts() == [kept, changed, own], "Mum is there when she speaks"
    assert "A draft from the office" in tab.words_in(f"how-{kept}")
    assert "A draft from the office" not in tab.words_in(f"how-{hers}")
    await tab.touch("step-method")
    await tab.touch("record-words-with-one")
    await tab.touch(f"choose-{mum}")
    await to_page(tab, "Our family")
    assert drafts() == [kept, changed, own], "meeting is not yet keeping"
    await tab.touch(f"how-{kept}")
    await reword(tab, changed, "There is Mia, and Biscuit.")
    await tab.until(lambda: drafts() == [own])
    await say(tab, "And me.")
    assert drafts() == [own]


# One hint.


async def test_a_hint_comes_with_the_words_and_goes_when_its_rule_is_met(tab: Tab) -> None:
    await to_plan(tab)
    await to_page(tab, "Who is worried?")
    assert not tab.keys("hint-")
    field = await say(tab, "Somebody was worried.")
    await tab.finds("hint-who-is-named")
    assert len(tab.keys("hint-")) == 2, "one hint, and its Not now"
    await reword(tab, field, "Nan was worried.")
    await tab.until(lambda: not tab.keys("hint-"))


async def test_not_now_puts_a_hint_away_for_this_sitting_and_the_next_one_shows(tab: Tab) -> None:
    plan = await to_plan(tab)
    await to_page(tab, "Who is worried?")
    await say(tab, "Somebody was very worried about how late it was on all of these days.")
    await tab.finds("hint-who-is-named")
    await tab.touch("hint-away")
    await tab.finds("hint-words-a-sentence")
    await tab.touch("hint-away")
    await tab.until(lambda: not tab.keys("hint-"))
    await to_page(tab, "Our family")
    await to_page(tab, "Who is worried?")
    assert not tab.keys("hint-")
    await tab.touch("back")
    await tab.touch(f"plan-{plan}")
    await tab.finds("hint-who-is-named")


async def test_beside_the_mark_of_changed_words_there_is_no_hint(tab: Tab) -> None:
    await to_plan(tab)
    _page, field = await a_drawn_page(tab)
    await reword(tab, field, "We have a dog, and it is scared of the police.")
    await tab.sees(CHANGED)
    assert not tab.keys("hint-")
    await tab.touch("still-fits")
    await tab.finds("hint-good-at-both-ends")


async def test_no_hint_in_the_talking_view_nor_on_a_page_that_not_everyone_may_see(tab: Tab) -> None:
    await to_plan(tab)
    await to_page(tab, "Who is worried?")
    await say(tab, "Somebody was worried.")
    await tab.finds("hint-who-is-named")
    await tab.touch("talk")
    await tab.until(lambda: not tab.keys("hint-"))
    await tab.touch("talk")
    await tab.finds("hint-who-is-named")
    await tab.touch("who-sees")
    await tab.touch("only-me")
    await tab.until(lambda: not tab.keys("hint-"))
    assert tab.has(f"line-{blank(tab)}")
