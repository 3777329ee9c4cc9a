"""Whatever letters somebody writes with, what they wrote is kept, shown and named; what turns others round is not."""

from pathlib import Path

import pytest

from app.document import people
from app.document.saying import say as said_by
from app.main import screen_of
from app.store import MemoryKeyring
from app.workspace.application import Application
from plans.catalogue import KINDS
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import blank, document, meet, said, say, to_page, to_plan, unlock
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

NEW = ["\U0001fa77", "\U0001faea", "\ue000", "\u0378", "\u06dd", "🏴\U000e0067\U000e0062\U000e007f", "❤\ufe0f"]
"""A heart and a face that Python 3.11 does not know, a private letter, one that nobody has; signs of many parts."""


@pytest.mark.parametrize("words", NEW, ids=ascii)
async def test_what_somebody_says_is_there_when_the_page_is_opened_again(
    tab: Tab, application: Application, words: str
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    field = await say(tab, words)
    await tab.touch("next")
    await tab.until(lambda: not tab.has(field))
    await to_page(tab, "Our family")
    await tab.until(lambda: tab.has(field))
    assert tab.value(field) == words
    assert [s.words for s in said(application, plan, page)] == [words]


async def test_words_that_are_changed_into_a_heart_are_that_heart_and_not_taken_away(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    field = await say(tab, "I love Mum")
    await tab.write(field, "\U0001fa77")
    await tab.leave(field)
    await tab.until(lambda: [s.words for s in said(application, plan, page)] == ["\U0001fa77"])
    assert tab.value(field) == "\U0001fa77"


@pytest.mark.parametrize("name", ["\U0001fa77", "👩\u200d👧", "e\u0301lise"], ids=ascii)
async def test_somebody_is_named_as_they_are_with_their_first_letter_whole(
    tab: Tab, application: Application, name: str
) -> None:
    plan = await to_plan(tab)
    await to_page(tab, "Our family")
    person = await meet(tab, name)
    assert people(document(application, plan))[person].name == name
    first = name[:2].upper() if name.startswith("e") else name
    assert first in tab.words_in(f"speak-{person}")


async def test_a_name_that_would_turn_the_line_round_is_kept_without_its_mark(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    await to_page(tab, "Our family")
    person = await meet(tab, "Na\u202en \u2067x")
    assert people(document(application, plan))[person].name == "Nan \u2067x\u2069"
    field = blank(tab)
    await tab.write(field, "I am\u202e evarb")
    await tab.leave(field)
    await tab.until(lambda: tab.value(field) == "I am evarb")


async def test_old_words_with_marks_of_direction_reach_the_screen_without_them(
    tab: Tab, application: Application
) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    workspace = application._workspace
    assert workspace is not None
    add, *_more = said_by(document(application, plan), "x", id="old", section="story", by="nan", parent=page)
    item = add.item._replace(fields={**add.item.fields, "words": "I am\u202e evarb"})  # type: ignore[union-attr]
    workspace.make(plan, [add._replace(item=item)], actor="nan", undo_scope=page, undo_session="another")  # type: ignore[union-attr]
    await tab.until(lambda: tab.has("old"))
    assert tab.value("old") == "I am evarb"
    assert not any("\u202e" in one for one in tab.everything() if isinstance(one, str))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("\u200b", "Please write your first name"), ("x" * 61, "That is too long to keep in one place.")],
    ids=["nothing to see", "too long"],
)
async def test_a_workers_name_that_cannot_be_kept_is_told_and_never_cut(
    tmp_path: Path, nothing_unseen: None, name: str, sentence: str
) -> None:
    application = Application(tmp_path / "data", MemoryKeyring(), KINDS)
    async with opened(screen_of(application)) as tab:
        await tab.write("worker-name", name)
        await tab.write("secret", PIN)
        await tab.write("secret-again", PIN)
        await tab.touch("begin")
        await tab.sees(sentence)
        assert not (tmp_path / "data" / "plans.db").exists()
        await tab.write("worker-name", "Jo \U0001fa77\u202e")
        await tab.touch("begin")
        await tab.sees("Your spare key")
        workspace = application._workspace
        assert workspace is not None
        assert await workspace.thread.run(workspace.vault.setting, "worker") == "Jo \U0001fa77"
    await application.close()


@pytest.mark.parametrize("age", ["9" * 5_000, "7 years", "-7", "²"], ids=["many digits", "words", "minus", "small"])
async def test_an_age_that_is_no_number_is_told_and_one_in_other_digits_is_taken(tab: Tab, age: str) -> None:
    await unlock(tab)
    await tab.touch("families")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.touch("new-family")
    await tab.write("nickname", "\U0001fa77")
    await tab.write("youngest", age)
    await tab.touch("add-family")
    await tab.sees("Please write the age of the youngest child as a number")
    await tab.write("youngest", "\ufeff٧")
    await tab.touch("add-family")
    await tab.sees("\U0001fa77")
    await tab.finds("families")
