"""When something goes wrong: it is said in a sentence, nothing is lost, and no word of the family is in the log."""

import asyncio
import logging

import pytest

from app.document import NotAccepted
from app.store import NotSaved, StoreFull, Vault
from app.ui.screens import home
from app.ui.session.open_plan import OpenPlan
from app.ui.session.session import Session
from app.workspace.application import Application
from tests.headless.flet_session import Tab
from tests.headless.sitting import document, draw_line, meet, say, to_pad, to_page, to_plan, unlock
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

SECRET = "Rosie bit the postman"


def no_room(*_: object, **__: object) -> None:
    raise NotSaved(StoreFull())


async def test_what_is_not_saved_is_loud_and_try_again_saves_it(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    with monkeypatch.context() as full:
        full.setattr(Vault, "append", no_room)
        field = await say(tab, "We have a dog")
        await tab.sees("Not saved. Try again")
        assert not tab.says("Saved")
        assert tab.value(field) == "We have a dog"
        await tab.touch("try-again")
        assert application._workspace is not None
        assert not await application._workspace.settled()
        await tab.sees("Not saved. Try again")
    await tab.touch("try-again")
    await tab.until(lambda: "Saved" in tab.words())
    await tab.touch("lock")
    await to_plan(tab)
    await tab.sees("We have a dog")


async def test_the_next_words_take_along_what_could_not_be_saved_before(
    tab: Tab, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    with monkeypatch.context() as full:
        full.setattr(Vault, "append", no_room)
        await say(tab, "We have a dog")
        await tab.sees("Not saved. Try again")
    await say(tab, "She is called Rosie")
    await tab.until(lambda: "Saved" in tab.words())
    await tab.touch("lock")
    await to_plan(tab)
    await tab.sees("We have a dog", "She is called Rosie")


async def test_a_stroke_that_is_not_saved_is_told_to_a_child_kindly_and_stays(
    tab: Tab, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_pad(tab)
    with monkeypatch.context() as full:
        full.setattr(Vault, "append", no_room)
        await draw_line(tab)
        await tab.sees("Not saved yet. Please ask a grown-up to touch Try again.")
    await tab.touch("try-again")
    await tab.until(lambda: not tab.says("Not saved yet"))


async def test_words_that_are_not_saved_when_the_tablet_is_locked_are_told_of_and_wait(
    tab: Tab, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    with monkeypatch.context() as full:
        full.setattr(Vault, "append", no_room)
        await say(tab, "We have a dog")
        await tab.sees("Not saved. Try again")
        await tab.touch("lock")
        await tab.finds("unlock")
        await tab.sees("The latest changes are not saved yet. This tablet still has them.")
        assert not [v for v in tab.everything() if isinstance(v, str) and "dog" in v]
    await to_plan(tab)
    await tab.sees("We have a dog")
    if tab.has("try-again"):
        await tab.touch("try-again")
    await tab.until(lambda: "Saved" in tab.words())


async def test_locking_while_a_screen_is_still_being_read_says_nothing_odd(
    tab: Tab, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = home.todays_family

    was_read: list[Session] = []

    async def slowly(session: Session) -> object:
        await asyncio.sleep(0.2)
        try:
            return await read(session)
        finally:
            was_read.append(session)

    monkeypatch.setattr(home, "todays_family", slowly)
    await tab.write("secret", PIN)
    await tab.touch("unlock")
    await tab.touch("lock")
    await tab.until(lambda: was_read, "nobody read what was to be read")
    await tab.finds("unlock")
    await tab.still()
    assert not tab.has("notice")


@pytest.mark.parametrize("fault", [RuntimeError(SECRET), KeyError(SECRET), NotAccepted(SECRET, "odd")])
async def test_a_fault_behind_a_touch_becomes_a_sentence_without_a_word_of_the_family(
    tab: Tab, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, fault: Exception
) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    await say(tab, "We have a dog")

    def broken(*_: object, **__: object) -> None:
        raise fault

    with monkeypatch.context() as changed, caplog.at_level(logging.DEBUG, "alongside"):
        changed.setattr(OpenPlan, "undo", broken)
        await tab.touch("undo")
        await tab.sees("Please try again." if not isinstance(fault, NotAccepted) else "Nothing has been changed.")
    assert not tab.crashes
    assert SECRET not in caplog.text
    assert not [v for v in tab.everything() if isinstance(v, str) and SECRET in v]
    caplog.clear()
    await tab.touch("close-notice")
    await tab.until(lambda: not tab.has("notice"))
    await tab.sees("We have a dog")
    await tab.touch("undo")
    await tab.until(lambda: "We have a dog" not in tab.words())


async def test_a_fault_while_a_list_is_read_becomes_a_sentence(
    tab: Tab, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(_session: Session) -> None:
        raise RuntimeError(SECRET)

    with monkeypatch.context() as changed:
        changed.setattr(home, "todays_family", broken)
        await unlock(tab)
        await tab.sees("Something did not work. What was saved is safe.")
    assert not tab.crashes
    assert SECRET not in caplog.text
    caplog.clear()


@pytest.mark.parametrize("broken", ["stroke_of", "put"])
async def test_a_fault_under_the_pen_becomes_a_sentence_and_the_pad_goes_on(
    tab: Tab, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, broken: str
) -> None:
    await to_pad(tab)

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError(SECRET)

    with monkeypatch.context() as changed:
        changed.setattr(f"app.ui.pad.saved_page.{broken}", fails)
        await tab.stroke("page", [(100, 100), (150, 150), (200, 100)])
        await tab.sees("Something did not work. What was saved is safe.")
    assert not tab.crashes
    assert SECRET not in caplog.text
    caplog.clear()
    await draw_line(tab)
    await tab.until(lambda: not tab.is_off("undo"))


async def test_a_fault_under_the_eraser_becomes_a_sentence(
    tab: Tab, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await to_pad(tab)
    await draw_line(tab)
    await tab.touch("eraser")

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError(SECRET)

    with monkeypatch.context() as changed:
        changed.setattr("app.ui.pad.saved_page.erased_by", fails)
        await tab.stroke("page", [(100, 100), (150, 150), (200, 100)])
        await tab.sees("Something did not work. What was saved is safe.")
    assert not tab.crashes
    caplog.clear()


async def test_a_caption_too_long_to_keep_is_said(tab: Tab, application: Application) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    await tab.touch("draw")
    await draw_line(tab)
    await tab.touch("finished")
    await tab.write(f"caption-{page}", "very " * 200)
    await tab.leave(f"caption-{page}")
    await tab.sees("That is too long to keep in one place.")
    assert "caption" not in document(application, plan).items[page].fields


async def test_a_name_too_long_to_keep_is_said_and_nobody_is_added(tab: Tab) -> None:
    await to_plan(tab)
    await tab.touch("new-person")
    await tab.write("person-name", "N" * 10_000)
    await tab.touch("add-person")
    await tab.sees("That is too long to keep in one place.")
    assert tab.keys("speak-") == ["speak-worker"]


async def test_somebody_is_added_under_all_of_the_name_that_was_written_at_the_touch(tab: Tab) -> None:
    await to_plan(tab)
    await tab.touch("new-person")
    await tab.finds("person-name")
    tab._type("person-name", "Nannie")
    tab.event(tab.control("add-person"), "click", None)
    await tab.until(lambda: len(tab.touchable("speak-")) == 2)
    assert tab.says("Nannie")


async def test_two_people_of_one_name_get_two_faces(tab: Tab) -> None:
    await to_plan(tab)
    first = await meet(tab, "Nan")
    second = await meet(tab, "Nan")
    assert first != second
