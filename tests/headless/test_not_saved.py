"""Words that cannot be kept: the field and the bar say so, nobody loses them in silence, and nothing stops Hide."""

import pytest

from app.document.saying import say as said_by
from app.main import screen_of
from app.store import Vault
from app.ui.session.open_plan import OpenPlan
from app.workspace.application import Application
from app.workspace.open_document import News
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import (
    blank,
    document,
    meet,
    said,
    say,
    to_page,
    to_plan,
    unlock,
)
from tests.headless.test_faults import no_room
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

TOO_LONG = "We went to the sea. " * 600
"""12,000 letters."""
SHORT = "We went to the sea."


async def too_long(tab: Tab, title: str = "Our family") -> tuple[str, str, str]:
    """Open the plan, and paste words into an empty saying that are too long; returns plan, page and field."""
    plan = await to_plan(tab)
    page = await to_page(tab, title)
    field = blank(tab)
    await tab.write(field, TOO_LONG)
    await tab.leave(field)
    await tab.until(lambda: tab.control(field).get("error") == "Not saved: this is 2000 letters too long.")
    return plan, page, field


def says_saved(tab: Tab) -> bool:
    return "Saved" in tab.words()


async def test_the_bar_says_not_saved_as_the_field_does_and_says_saved_when_the_words_are_shorter(
    tab: Tab, application: Application
) -> None:
    plan, page, field = await too_long(tab)
    await tab.sees("Not saved. Try again", "That is too long to keep in one place.")
    assert not says_saved(tab)
    await tab.touch("try-again")
    await tab.sees("That is too long to keep in one place.")
    assert tab.value(field) == TOO_LONG
    assert not says_saved(tab)
    await tab.write(field, SHORT)
    await tab.leave(field)
    await tab.until(lambda: says_saved(tab))
    assert tab.control(field).get("error") is None
    assert [s.words for s in said(application, plan, page)] == [SHORT]


LEAVES = ["back", "step", "next", "copy", "read-together", "talk", "draw"]


@pytest.mark.parametrize("way", LEAVES)
async def test_who_leaves_is_asked_and_the_words_are_there_to_take_along(
    tab: Tab, application: Application, way: str
) -> None:
    plan, page, field = await too_long(tab)
    if way == "step":
        way = next(key for key in tab.touchable("step-") if page not in key)
    await tab.touch(way)
    await tab.sees("Some words are not saved", "That is too long to keep in one place.")
    assert tab.value("not-saved-0") == TOO_LONG
    await tab.touch("back-to-words")
    assert not tab.has("leaving")
    assert tab.value(field) == TOO_LONG
    await tab.touch(way)
    await tab.touch("leave-without")
    await tab.until(lambda: not tab.has(field))
    assert not tab.has("leaving")
    assert not tab.says("That is too long")
    assert TOO_LONG not in tab.everything()
    assert said(application, plan, page) == ()


async def test_the_browsers_back_asks_too(tab: Tab) -> None:
    await too_long(tab)
    await tab.goes_to("/")
    await tab.sees("Some words are not saved")
    await tab.touch("leave-without")
    await tab.finds("families")


async def test_who_leaves_after_they_could_be_kept_is_not_asked(tab: Tab, application: Application) -> None:
    plan, page, field = await too_long(tab)
    tab._type(field, SHORT)
    await tab.touch("next")
    assert not tab.has("leaving")
    assert [s.words for s in said(application, plan, page)] == [SHORT]


@pytest.mark.parametrize("way", ["hide", "lock", "left", "cut"])
async def test_nothing_stops_hide_and_the_lock_and_the_words_are_in_their_field_again(
    tab: Tab, application: Application, way: str
) -> None:
    plan, page, _field = await too_long(tab)
    if way == "cut":
        await tab.cut()
        await tab.back()
    elif way == "left":
        tab.session.close()
    else:
        await tab.touch(way)
    if way == "left":
        async with opened(screen_of(application)) as second:
            await comes_to_the_page(second, page)
        return
    assert not [v for v in tab.everything() if isinstance(v, str) and "the sea" in v]
    if way == "hide":
        await tab.touch("more")
    await comes_to_the_page(tab, page)
    assert said(application, plan, page) == ()


async def comes_to_the_page(tab: Tab, page: str) -> None:
    """Unlock, be told, and find the words in their field."""
    await tab.write("secret", PIN)
    await tab.touch("unlock")
    await tab.until(lambda: tab.has("next") or tab.has("families"))
    await tab.sees("Some words are not saved yet. They wait on the page where they were written.")
    if tab.has("families"):
        await tab.touch(tab.touchable("plan-")[0])
        await tab.finds("next")
        if not tab.has(f"scroll-{page}"):
            await tab.touch(f"step-{page}")
    await tab.until(lambda: TOO_LONG in tab.words())
    await tab.sees("Not saved. Try again")
    assert not says_saved(tab)


async def test_undo_while_words_are_refused_takes_back_the_step_before_and_leaves_them(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    first = await say(tab, "We have a dog")
    field = blank(tab)
    await tab.write(field, TOO_LONG)
    await tab.leave(field)
    await tab.sees("Not saved. Try again")
    await tab.touch("undo")
    await tab.until(lambda: said(application, plan, page) == ())
    assert not tab.has(first)
    assert tab.value(field) == TOO_LONG
    assert not says_saved(tab)


async def test_two_fields_that_are_refused_are_both_asked_about_and_one_mended_is_not_both(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    first = await say(tab, "We have a dog")
    field = blank(tab)
    await tab.write(first, TOO_LONG)
    await tab.leave(first)
    await tab.write(field, "A" + TOO_LONG)
    await tab.leave(field)
    await tab.touch("next")
    assert {tab.value("not-saved-0"), tab.value("not-saved-1")} == {TOO_LONG, "A" + TOO_LONG}
    await tab.touch("back-to-words")
    await tab.write(first, SHORT)
    await tab.leave(first)
    await tab.until(lambda: SHORT in [s.words for s in said(application, plan, page)])
    assert not says_saved(tab)
    await tab.touch("lock")
    await unlock(tab)
    await tab.touch(tab.touchable("plan-")[0])
    await tab.until(lambda: "A" + TOO_LONG in tab.words())
    assert tab.value(first) == SHORT


async def test_another_tab_that_takes_the_saying_away_takes_no_words_that_wait(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    field = await say(tab, "We have a dog")
    async with opened(screen_of(application)) as second:
        await to_plan(second)
        await to_page(second, "Our family")
        await tab.write(field, TOO_LONG)
        await tab.leave(field)
        await tab.sees("Not saved. Try again")
        await second.write(field, "")
        await second.leave(field)
        await tab.until(lambda: not tab.has(field))
        await tab.sees("Not saved. Try again")
        assert not says_saved(tab)
        await second.until(lambda: says_saved(second))
        await tab.touch("next")
        assert tab.value("not-saved-0") == TOO_LONG
        assert said(application, plan, page) == ()


async def test_the_same_saying_in_two_tabs_is_refused_in_one_alone(tab: Tab, application: Application) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    field = await say(tab, "We have a dog")
    async with opened(screen_of(application)) as second:
        await to_plan(second)
        await to_page(second, "Our family")
        await tab.write(field, TOO_LONG)
        await tab.leave(field)
        await second.write(field, "We have a cat")
        await second.leave(field)
        await second.until(lambda: says_saved(second))
        await tab.still()
        assert tab.value(field) == TOO_LONG
        assert not says_saved(tab)
        await tab.write(field, "We have a dog and a cat")
        await tab.leave(field)
        await second.until(lambda: second.value(field) == "We have a dog and a cat")
        assert [s.words for s in said(application, plan, page)] == ["We have a dog and a cat"]


async def test_a_full_disk_and_words_that_are_too_long_are_each_told_until_both_are_well(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan, page, field = await too_long(tab)
    with monkeypatch.context() as full:
        full.setattr(Vault, "append", no_room)
        await tab.write(field, SHORT)
        await tab.leave(field)
        await tab.until(lambda: said(application, plan, page))
        await tab.sees("Not saved. Try again")
        assert not says_saved(tab)
    await tab.touch("try-again")
    await tab.until(lambda: says_saved(tab))


async def test_whoever_speaks_next_finds_the_words_that_were_refused_where_they_stand(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    nan = await meet(tab, "Nan")
    await tab.touch("speak-worker")
    field = blank(tab)
    await tab.write(field, TOO_LONG)
    await tab.touch(f"speak-{nan}")
    await tab.sees("Not saved. Try again")
    assert tab.value(field) == TOO_LONG
    await tab.touch("next")
    assert tab.value("not-saved-0") == TOO_LONG
    assert said(application, plan, page) == ()


async def test_what_came_in_order_from_the_document_waits_until_the_field_is_left(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    field = await say(tab, "We have a dog")
    tab._type(field, "We have\ta dog,\x07")
    await tab.until(lambda: said(application, plan, page)[0].words == "We have a dog,")
    await tab.still()
    assert tab.value(field) == "We have\ta dog,\x07"
    await tab.press(field, " Rosie")
    await tab.leave(field)
    await tab.until(lambda: tab.value(field) == "We have a dog, Rosie")
    assert [s.words for s in said(application, plan, page)] == ["We have a dog, Rosie"]


async def test_a_saying_of_another_tab_comes_into_a_field_that_was_used_a_while_ago(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    field = await say(tab, "We have a dog")
    await tab.press(field, "!")
    await tab.until(lambda: said(application, plan, page)[0].words == "We have a dog!")
    await tab.until(lambda: says_saved(tab))
    now = document(application, plan)
    workspace = application._workspace
    assert workspace is not None
    workspace.make(
        plan,
        said_by(now, "A cat", id=field, section="story", by="worker"),
        actor="worker",
        undo_scope=page,
        undo_session="x",
    )
    await tab.until(lambda: tab.value(field) == "A cat")


async def test_words_of_a_moment_ago_that_come_back_late_do_not_overwrite_those_that_were_kept_since(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a busy machine the document's news come round later than the next half second of quiet.
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    field = await say(tab, "We have a dog")
    news: list[tuple[OpenPlan, News]] = []
    receive = OpenPlan.receive
    with monkeypatch.context() as slow:
        slow.setattr(OpenPlan, "receive", lambda plan, told: news.append((plan, told)))
        for words in ("We have a dog, ab", "We have a dog, a"):
            tab._type(field, words)
            await tab.until(lambda words=words: said(application, plan, page)[0].words == words)  # type: ignore[misc]
            # All of it, up to that it is on the disk: what comes after the older news would be told before them here.
            await tab.until(
                lambda: (
                    news
                    and news[-1][1].saving == "saved"
                    and news[-1][1].document.edits == document(application, plan).edits
                )
            )
    for open_plan, told in news:
        receive(open_plan, told)
        for _frame in tab.frames():
            assert tab.value(field) == "We have a dog, a"
        await tab.still()
        assert tab.value(field) == "We have a dog, a"


async def refused_of_nan(tab: Tab) -> tuple[str, str, str]:
    """Nan's words are too long, and then Mum's face is touched; returns the page, Nan's field and Mum's id."""
    page = await to_page(tab, "Our family")
    nan, mum = await meet(tab, "Nan"), await meet(tab, "Mum")
    await tab.touch(f"speak-{nan}")
    field = blank(tab)
    await tab.write(field, TOO_LONG)
    await tab.leave(field)
    await tab.touch(f"speak-{mum}")
    return page, field, mum


def named(tab: Tab, field: str) -> str:
    return str(tab.control(field)["label"]).translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069")))


async def test_refused_words_stay_theirs_under_whose_name_they_were_written(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = await to_plan(tab)
    page, field, mum = await refused_of_nan(tab)
    assert tab.value(field) == TOO_LONG
    assert named(tab, field) == "Nan says"
    assert blank(tab) != field
    assert (named(tab, blank(tab)), tab.value(blank(tab))) == ("Mum says", "")
    hers = await say(tab, SHORT)
    assert [(s.id, s.by) for s in said(application, plan, page)] == [(hers, mum)]
    # What stood in their way is gone, and "Try again" is touched while Mum speaks.
    monkeypatch.setattr("app.document.schema.short_enough", lambda _field, text, _longest: text)
    await tab.touch("try-again")
    await tab.until(lambda: len(said(application, plan, page)) == 2)
    (nans,) = (s for s in said(application, plan, page) if s.id == field)
    assert nans.words == TOO_LONG
    assert nans.by not in (mum, "worker")
    assert document(application, plan).edits[-1].actor == nans.by
    await tab.until(lambda: says_saved(tab))
    assert named(tab, field) == "Nan says"


async def test_they_are_made_shorter_and_written_anew_there_while_another_speaks(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    page, field, mum = await refused_of_nan(tab)
    for words in (TOO_LONG[:11_000], "", "S"):
        tab._type(field, words)
        await tab.still()
        assert tab.value(field) == words
        assert named(tab, field) == "Nan says"
    await tab.leave(field)
    await tab.press(field, "ea")
    await tab.leave(field)
    await tab.until(lambda: said(application, plan, page))
    (nans,) = said(application, plan, page)
    assert (nans.id, nans.words) == (field, "Sea")
    assert nans.by != mum
    await say(tab, SHORT)
    assert said(application, plan, page)[-1].by == mum


async def test_words_of_nobody_yet_that_are_refused_are_not_given_to_whose_face_is_touched_next(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    mum = await meet(tab, "Mum")
    await tab.touch("lock")
    await unlock(tab)
    await tab.touch(f"plan-{plan}")
    await tab.finds("next")
    await to_page(tab, "Our family")
    field = blank(tab)
    assert named(tab, field) == "Touch who is speaking, or just write"
    await tab.write(field, TOO_LONG)
    await tab.leave(field)
    await tab.touch(f"speak-{mum}")
    assert named(tab, field) == "Touch who is speaking, or just write"
    await tab.write(field, SHORT)
    await tab.leave(field)
    await tab.sees("Who said this?")
    assert said(application, plan, page)[-1].by not in (mum, "worker")


async def test_they_are_on_their_page_after_the_lock_whoever_speaks_there(tab: Tab, application: Application) -> None:
    plan = await to_plan(tab)
    page, field, _mum = await refused_of_nan(tab)
    await tab.touch("lock")
    await unlock(tab)
    await tab.touch(f"plan-{plan}")
    await tab.until(lambda: tab.has(field))
    assert (named(tab, field), tab.value(field)) == ("Nan says", TOO_LONG)
    assert tab.control(field)["error"] == "Not saved: this is 2000 letters too long."
    assert tab.value(blank(tab)) == ""
    await tab.write(field, SHORT)
    await tab.leave(field)
    await tab.until(lambda: says_saved(tab))
    assert [s.words for s in said(application, plan, page)] == [SHORT]


async def test_whose_face_is_touched_again_finds_their_words_in_the_one_field_for_more(
    tab: Tab, application: Application
) -> None:
    await to_plan(tab)
    _page, field, _mum = await refused_of_nan(tab)
    (nan,) = [k for k in tab.touchable("speak-") if "Nan" in tab.words_in(k)]
    await tab.touch(nan)
    assert blank(tab) == field
    assert len([k for k in tab.keys("line-") if named(tab, k.removeprefix("line-")) == "Nan says"]) == 1


@pytest.mark.parametrize(
    ("words", "said_of_it"),
    [
        ("a" * 10_000, None),
        ("a" * 10_001, "Not saved: this is 1 letter too long."),
        ("a" * 9_999 + "👨‍👩‍👧‍👦", "Not saved: this is 1 letter too long."),
        ("नि" * 5_001, "Not saved: this is 1 letter too long."),
        ("a" * 9_999 + "\u2067\t" + "b", "Not saved: this is 1 letter too long."),
        ("a" * 10_030, "Not saved: this is 30 letters too long."),
        ("a" * 1_000_000, "Not saved: this is 990000 letters too long."),
    ],
)
async def test_a_field_says_by_how_many_letters_as_people_count_them_its_words_are_too_long(
    tab: Tab, words: str, said_of_it: str | None
) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    field = blank(tab)
    tab._type(field, words)
    await tab.until(lambda: says_saved(tab) if said_of_it is None else tab.control(field).get("error"))
    assert tab.control(field).get("error") == said_of_it


async def test_a_field_says_at_once_when_there_are_fewer_letters_too_many(tab: Tab) -> None:
    _plan, _page, field = await too_long(tab)
    tab._type(field, TOO_LONG[:10_010])
    await tab.until(lambda: tab.control(field).get("error") == "Not saved: this is 10 letters too long.")
    tab._type(field, TOO_LONG[:10_000])
    await tab.until(lambda: says_saved(tab))
    assert tab.control(field).get("error") is None
