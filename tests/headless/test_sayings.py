"""Words as people say them: none is lost while it is typed, each is its speaker's, and each says how it was written."""

import asyncio
import string
from types import SimpleNamespace

import pytest

from app.document import people
from app.document.saying import say as said_by
from app.document.saying import sayings
from app.kit import draft_field as field
from app.kit.draft_field import SETTLE
from app.main import screen_of
from app.sayings.outline import says
from app.workspace.application import Application
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import blank, comes_back, document, meet, said, say, to_page, to_plan

pytestmark = pytest.mark.asyncio

LETTERS = (string.ascii_letters + string.digits) * 4
TWO_HUNDRED = LETTERS[:200]


async def test_of_200_letters_typed_while_the_plan_changes_around_them_none_is_lost(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    field = blank(tab)
    workspace = application._workspace
    assert workspace is not None

    def elsewhere(n: int) -> None:
        # Nan goes on speaking on the same page, at another tab.
        if n % 4:
            return
        now = document(application, plan)
        more = said_by(now, f"Rosie snored {n} times", id="nans", section="story", by="nan", parent=page)
        workspace.make(plan, more, actor="nan", undo_scope=page, undo_session="another")

    await tab.press(field, TWO_HUNDRED, between=elsewhere)
    await tab.leave(field)
    await tab.until(lambda: TWO_HUNDRED in [s.words for s in said(application, plan, page)])
    assert tab.value(field) == TWO_HUNDRED
    await tab.until(lambda: tab.value("nans") == "Rosie snored 196 times")
    assert len(said(application, plan, page)) == 2


@pytest.mark.parametrize("width", [1180, 390], ids=["tablet", "phone"])
async def test_the_field_stays_the_same_one_when_its_words_become_a_saying(tab: Tab, width: float) -> None:
    # Another field would be without the cursor, and the keyboard on the glass would go.
    await to_plan(tab)
    await to_page(tab, "Our family")
    await tab.resize(width, 820)
    field = blank(tab)
    await tab.press(field, "We have a dog")
    before = tab.control(field)["_i"]
    await tab.until(lambda: tab.has(f"how-{field}"))
    assert tab.control(field)["_i"] == before


async def test_of_letters_typed_over_the_half_second_between_two_edits_none_is_lost(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    field = blank(tab)
    for part in range(3):
        await tab.press(field, TWO_HUNDRED[part * 40 : part * 40 + 40])
        # Long enough for the words so far to become an edit: the empty field becomes the saying's own.
        await tab.until(lambda: [s.id for s in said(application, plan, page)] == [field])
    await tab.leave(field)
    await tab.until(lambda: said(application, plan, page)[0].words == TWO_HUNDRED[:120])
    assert tab.value(field) == TWO_HUNDRED[:120]
    assert len(said(application, plan, page)) == 1


async def test_words_are_saved_after_half_a_second_and_saved_is_not_said_before(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    slept: list[float] = []
    goes_by = asyncio.Event()

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        await goes_by.wait()

    monkeypatch.setattr(field, "asyncio", SimpleNamespace(sleep=sleep))
    await tab.press(blank(tab), "We have a dog")
    await tab.sees("Saving …")
    assert not tab.says("Saved")
    assert not said(application, plan, page)
    assert set(slept) == {SETTLE}
    assert SETTLE == 0.5
    goes_by.set()
    await tab.sees("Saved")
    assert [s.words for s in said(application, plan, page)] == ["We have a dog"]


async def test_going_out_of_a_field_keeps_its_words_at_once(tab: Tab, application: Application) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    field = blank(tab)
    await tab.write(field, "We have a dog")
    tab.event(tab.control(field), "blur", None)
    await tab.settled()
    assert [s.words for s in said(application, plan, page)] == ["We have a dog"]


@pytest.mark.parametrize("way", ["next", "arrange", "speak-worker", "draw", "lock"])
async def test_every_way_on_keeps_the_words_first(tab: Tab, application: Application, way: str) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    kept: list[str] = []
    workspace = application._workspace
    assert workspace is not None
    workspace.listen(plan, lambda news: kept.extend(s.words for s in sayings(news.document, page)))
    await tab.write(blank(tab), "We have a dog")
    await tab.touch(way)
    assert "We have a dog" in kept


async def test_a_tab_whose_line_is_cut_keeps_the_words_and_locks(application: Application, tab: Tab) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    async with opened(screen_of(application)) as second:
        await to_plan(second)
        await to_page(second, "Our family")
        await second.write(blank(second), "We have a dog")
        await second.cut()
        await tab.until(lambda: "We have a dog" in tab.words())
        assert [s.words for s in said(application, plan, page)] == ["We have a dog"]
        await second.back()
        await second.finds("unlock")
        assert "We have a dog" not in second.everything()


async def test_a_tab_that_is_gone_keeps_nothing_of_the_others_from_being_saved(
    application: Application, tab: Tab
) -> None:
    plan = await to_plan(tab)
    await to_page(tab, "Our family")
    async with opened(screen_of(application)) as second:
        await to_plan(second)
        await second.cut()
        field = await say(tab, "We have a dog")
        await tab.sees("Saved")
        await second.back()
        await comes_back(second, "next")
        await to_page(second, "Our family")
        await second.until(lambda: second.has(field), "the tab that came back does not know what was said")
        assert second.value(field) == "We have a dog"
    assert application._workspace is not None
    assert not application._workspace._open[plan].unsaved


async def test_the_end_of_the_program_keeps_the_words(application: Application, tab: Tab) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    await tab.press(blank(tab), "We have a dog")
    held = application._workspace
    assert held is not None
    told: list[str] = []
    held.listen(plan, lambda news: told.append(news.saving))
    kept = held._open[plan]
    await application.close()
    assert [s.words for s in sayings(kept.document, page)] == ["We have a dog"]
    assert not kept.unsaved


async def test_words_are_the_speakers_whose_face_was_touched(tab: Tab) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    nan = await meet(tab, "Nan")
    await tab.touch(f"speak-{nan}")
    await tab.sees("Nan says")
    field = await say(tab, "Rosie snores")
    assert "Written down by Jo" in tab.words_in(f"how-{field}")
    await tab.touch("speak-worker")
    field = await say(tab, "I wrote this")
    assert "Own words" in tab.words_in(f"how-{field}")


async def test_one_touch_on_a_face_moves_a_saying_to_its_speaker(tab: Tab, application: Application) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    nan = await meet(tab, "Nan")
    await tab.touch("speak-worker")
    field = await say(tab, "Rosie snores")
    await tab.touch(f"who-{field}")
    await tab.sees("Who said this?")
    await tab.touch(f"choose-{nan}")
    await tab.until(lambda: not tab.says("Who said this?"))
    await tab.until(lambda: tab.control(field)["label"] == says(nan, people(document(application, plan))))
    assert [(s.by, s.words) for s in said(application, plan, page)] == [(nan, "Rosie snores")]
    await tab.touch("undo")
    await tab.until(lambda: said(application, plan, page)[0].by == "worker")


async def test_a_saying_can_be_moved_to_somebody_who_is_named_only_now(tab: Tab, application: Application) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    field = await say(tab, "Rosie snores")
    await tab.touch(f"who-{field}")
    await tab.touch("somebody-new")
    await tab.touch("add-person")
    await tab.sees("Please write a name, as the child says it.")
    await tab.write("person-name", "Grandad")
    await tab.touch("add-person")
    await tab.until(lambda: len(tab.touchable("speak-")) == 2)
    (grandad,) = [k.removeprefix("speak-") for k in tab.touchable("speak-") if k != "speak-worker"]
    assert [(s.by, s.words) for s in said(application, plan, page)] == [(grandad, "Rosie snores")]


async def test_a_saying_is_marked_as_own_words_or_as_written_down_with_one_touch(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    nan = await meet(tab, "Nan")
    await tab.touch(f"speak-{nan}")
    field = await say(tab, "Rosie snores")
    await tab.touch(f"how-{field}")
    await tab.until(lambda: "Own words" in tab.words_in(f"how-{field}"))
    assert said(application, plan, page)[0].own
    await tab.touch(f"how-{field}")
    await tab.until(lambda: "Written down by Jo" in tab.words_in(f"how-{field}"))


async def test_a_starter_stands_in_the_field_that_takes_the_keyboard_and_its_dots_are_gone(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    await tab.sees("In our family there is …")
    before = blank(tab)
    await tab.touch("starter-0")
    await tab.until(lambda: blank(tab) != before)
    begun = blank(tab)
    assert tab.value(begun) == "In our family there is "
    await tab.until(lambda: "focus" in [name for name, _args in tab.calls], "the keyboard did not come")
    await tab.leave(begun)
    assert said(application, plan, page) == (), "a starter alone is in nobody's book"
    await tab.write(begun, "In our family there is Rosie")
    await tab.leave(begun)
    await tab.until(lambda: said(application, plan, page))
    assert [s.words for s in said(application, plan, page)] == ["In our family there is Rosie"]
    assert tab.value(begun) == "In our family there is Rosie"
    assert tab.value(blank(tab)) == ""
    assert not tab.has("starters")


async def test_the_dots_before_a_starter_go_when_a_name_comes_there_first_or_later(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "What are they worried about?")
    before = blank(tab)
    await tab.touch("starter-1")
    await tab.until(lambda: blank(tab) != before)
    field = blank(tab)
    assert tab.value(field) == "… saw "
    await tab.write(field, "… saw that Mia was alone.")
    await tab.leave(field)
    await tab.until(lambda: tab.has(f"how-{field}"))
    await tab.write(field, "Nan … saw that Mia was alone.")
    await tab.leave(field)
    await tab.until(lambda: tab.value(field) == "Nan saw that Mia was alone.")
    assert [s.words for s in said(application, plan, page)] == ["Nan saw that Mia was alone."]


async def test_a_starter_that_is_a_whole_sentence_is_said_at_once(tab: Tab, application: Application) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our story")
    await tab.touch("starter-0")
    await tab.until(lambda: [s.words for s in said(application, plan, page)] == ["The story of us"])


async def test_a_starter_keeps_what_was_half_written_too(tab: Tab, application: Application) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    await tab.write(blank(tab), "We have a dog")
    await tab.touch("starter-0")
    await tab.until(lambda: [s.words for s in said(application, plan, page)] == ["We have a dog"])
    await tab.until(lambda: tab.value(blank(tab)) == "In our family there is ")


async def test_a_saying_that_is_emptied_goes_and_undo_brings_it_back(tab: Tab, application: Application) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    field = await say(tab, "Rosie snores")
    await tab.write(field, "")
    await tab.leave(field)
    await tab.until(lambda: not said(application, plan, page))
    await tab.touch("undo")
    await tab.until(lambda: tab.value(field) == "Rosie snores")


async def test_more_than_can_be_kept_is_said_and_what_was_there_before_is_safe(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    field = await say(tab, "Rosie snores")
    long = "Rosie snores " + "very " * 3000 + "loudly"
    await tab.write(field, long)
    await tab.leave(field)
    await tab.sees("That is too long to keep in one place. What was there before is safe.")
    assert said(application, plan, page)[0].words == "Rosie snores"
    assert tab.value(field) == long, "what was written is gone from the screen"
    await tab.write(field, "Rosie snores loudly")
    await tab.leave(field)
    await tab.until(lambda: said(application, plan, page)[0].words == "Rosie snores loudly")


async def test_more_than_can_be_kept_does_not_shut_the_way_on(tab: Tab, application: Application) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    await tab.write(blank(tab), "very " * 3000)
    await tab.sees("That is too long to keep in one place.")
    await tab.touch("next")
    await tab.sees("Some words are not saved")
    await tab.touch("leave-without")
    await tab.touch("lock")
    await tab.finds("unlock")
