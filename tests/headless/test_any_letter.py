"""Whatever letters somebody writes with, what they wrote is kept, shown and named; what turns others round is not."""

import pytest

from app.document import people
from app.document.saying import say as said_by
from app.tablet import Tablet
from tests.headless.flet_session import Tab
from tests.headless.sitting import blank, document, meet, said, say, to_page, to_plan

pytestmark = pytest.mark.asyncio

NEW = ["\U0001fa77", "\U0001faea", "\ue000", "\u0378", "\u06dd", "🏴\U000e0067\U000e0062\U000e007f", "❤\ufe0f"]
"""A heart and a face that Python 3.11 does not know, a private letter, one that nobody has; signs of many parts."""


@pytest.mark.parametrize("words", NEW, ids=ascii)
async def test_what_somebody_says_is_there_when_the_page_is_opened_again(tab: Tab, tablet: Tablet, words: str) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    field = await say(tab, words)
    await tab.touch("next")
    await tab.until(lambda: not tab.has(field))
    await to_page(tab, "Our family")
    await tab.until(lambda: tab.has(field))
    assert tab.value(field) == words
    assert [s.words for s in said(tablet, plan, page)] == [words]


async def test_words_that_are_changed_into_a_heart_are_that_heart_and_not_taken_away(tab: Tab, tablet: Tablet) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    field = await say(tab, "I love Mum")
    await tab.write(field, "\U0001fa77")
    await tab.leave(field)
    await tab.until(lambda: [s.words for s in said(tablet, plan, page)] == ["\U0001fa77"])
    assert tab.value(field) == "\U0001fa77"


@pytest.mark.parametrize("name", ["\U0001fa77", "👩\u200d👧", "e\u0301lise"], ids=ascii)
async def test_somebody_is_named_as_they_are_with_their_first_letter_whole(tab: Tab, tablet: Tablet, name: str) -> None:
    plan = await to_plan(tab)
    await to_page(tab, "Our family")
    person = await meet(tab, name)
    assert people(document(tablet, plan))[person].name == name
    first = name[:2].upper() if name.startswith("e") else name
    assert first in tab.words_in(f"speak-{person}")


async def test_a_name_that_would_turn_the_line_round_is_kept_without_its_mark(tab: Tab, tablet: Tablet) -> None:
    plan = await to_plan(tab)
    await to_page(tab, "Our family")
    person = await meet(tab, "Na\u202en \u2067x")
    assert people(document(tablet, plan))[person].name == "Nan \u2067x\u2069"
    field = blank(tab)
    await tab.write(field, "I am\u202e evarb")
    await tab.leave(field)
    await tab.until(lambda: tab.value(field) == "I am evarb")


async def test_old_words_with_marks_of_direction_reach_the_screen_without_them(tab: Tab, tablet: Tablet) -> None:
    plan = await to_plan(tab)
    page = await to_page(tab, "Our family")
    desk = tablet._desk
    assert desk is not None
    add, *_more = said_by(document(tablet, plan), "x", id="old", section="story", by="nan", parent=page)
    item = add.item._replace(fields={**add.item.fields, "words": "I am\u202e evarb"})  # type: ignore[union-attr]
    desk.make(plan, [add._replace(item=item)], actor="nan", scene=page, spell="another")  # type: ignore[union-attr]
    await tab.until(lambda: tab.has("old"))
    assert tab.value("old") == "I am evarb"
    assert not any("\u202e" in one for one in tab.everything() if isinstance(one, str))
