"""The first page of a safety plan as the guide has it, in few touches, and nobody's words under another's name.

A touch is one of a finger: on a button, a face, or a field that has not the keyboard already. Typing is counted apart.
"""

from datetime import date, timedelta

import pytest

from app.blocks.rows.model import rows
from app.blocks.worries.model import worries
from app.document import people
from app.document.saying import sayings
from app.workspace.application import Application
from tests.headless.flet_session import Tab
from tests.headless.sitting import blank, document, unlock
from tests.headless.test_safety_plan import plan_of

pytestmark = pytest.mark.asyncio

AIM = 30


class Finger:
    """Somebody who fills the page in, and whose touches are counted."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab
        self.count = 0

    async def touch(self, key: str) -> None:
        await self.tab.touch(key)
        self.count += 1

    async def write(self, key: str, words: str) -> None:
        """Write in a field, which is touched first unless it took the keyboard when it came."""
        await self.tab.finds(key)
        self.count += not self.tab.control(key).get("autofocus")
        await self.tab.write(key, words)
        await self.tab.leave(key)

    async def meets(self, name: str, role: str = "") -> str:
        before = set(self.tab.touchable("speak-"))
        await self.touch("new-person")
        await self.write("person-name", name)
        if role:
            await self.touch(f"role-{role}")
        await self.tab.enter("person-name")
        await self.tab.until(lambda: set(self.tab.touchable("speak-")) - before, "nobody new")
        (new,) = set(self.tab.touchable("speak-")) - before
        return new.removeprefix("speak-")

    async def says(self, words: str, who: str = "") -> None:
        if who:
            await self.touch(f"speak-{who}")
        field = blank(self.tab)
        await self.write(field, words)
        await self.tab.until(lambda: self.tab.has(f"how-{field}"), "the words were not kept")

    async def adds(self) -> str:
        before = set(self.tab.keys("row-"))
        await self.touch("add-row")
        await self.tab.until(lambda: set(self.tab.keys("row-")) - before)
        (key,) = set(self.tab.keys("row-")) - before
        return key.removeprefix("row-")


async def test_the_first_page_of_a_safety_plan_takes_no_more_than_thirty_touches(
    tab: Tab, application: Application
) -> None:
    await unlock(tab)
    finger = Finger(tab)
    await finger.touch("start-safety-plan")
    await tab.finds("next")
    mum, nan = await finger.meets("Mum", "parent"), await finger.meets("Nan")
    # Whoever came last speaks.
    await finger.says("Mia tells me things")
    await finger.says("We eat together", mum)
    await finger.touch("next")
    await finger.write("worry-happened", "Mia was alone until nine")
    await finger.touch("known-seen")
    await finger.write("worry-fear", "Mia could be hurt")
    await finger.touch("next")
    await finger.says("A grown-up is there")
    await finger.says("Somebody says good night", nan)
    await finger.touch("next")
    await finger.touch("next")
    for who, what in ((mum, "Ring when work is late"), (nan, "Come at eight"), ("worker", "Ask for a place")):
        row = await finger.adds()
        await finger.write(f"{row}-what", what)
        await finger.touch(f"is-{row}-{who}")
        await finger.touch(f"soon-{row}-until-0")
    await finger.touch("next")
    for name, phone in (("Nan", "01632 960 123"), ("Childline", "0800 1111")):
        row = await finger.adds()
        await finger.write(f"{row}-name", name)
        await finger.write(f"{row}-phone", phone)
    assert finger.count <= AIM, finger.count

    # All of it is there, and each word is its speaker's.
    plan = document(application, plan_of(application))
    assert [(s.by, s.words) for s in sayings(plan, None, section="going-well")] == [
        (nan, "Mia tells me things"),
        (mum, "We eat together"),
    ]
    assert [s.by for s in sayings(plan, None, section="good")] == [mum, nan]
    (worry,) = worries(plan, "worries")
    assert (worry.by, worry.known, worry.fear) == (mum, "seen", "Mia could be hurt")
    week = (date.today() + timedelta(weeks=1)).isoformat()
    assert [(r.cells["who"], r.cells["until"]) for r in rows(plan, "steps")] == [
        (mum, week),
        (nan, week),
        ("worker", week),
    ]
    assert [r.cells["phone"] for r in rows(plan, "worse")] == ["01632 960 123", "0800 1111"]
    assert {mum, nan} <= set(people(plan))


async def test_a_field_takes_the_keyboard_only_where_somebody_is_about_to_write(tab: Tab) -> None:
    await unlock(tab)
    await tab.touch("start-safety-plan")
    await tab.finds("next")
    assert not tab.control(blank(tab)).get("autofocus"), "the keyboard lies over the first question"
    finger = Finger(tab)
    await finger.meets("Nan")
    await tab.until(lambda: tab.control(blank(tab)).get("autofocus"), "a face was touched")
    await finger.says("Mia tells me things")
    await tab.touch("next")
    await tab.finds("worry-happened")
    assert tab.control("worry-happened").get("autofocus")
    await tab.touch("step-going-well")
    await tab.finds("scroll-going-well")
    assert not tab.control(blank(tab)).get("autofocus"), "who goes there to read has the keyboard over it"


async def test_half_written_words_stay_whose_they_were_when_another_face_is_touched(
    tab: Tab, application: Application
) -> None:
    await unlock(tab)
    await tab.touch("start-safety-plan")
    await tab.finds("next")
    finger = Finger(tab)
    mum, nan = await finger.meets("Mum", "parent"), await finger.meets("Nan")
    field = blank(tab)
    await tab.press(field, "Mia tells me")
    await tab.touch(f"speak-{mum}")
    await tab.until(lambda: tab.has(f"how-{field}"), "the words were lost")
    assert tab.value(field) == "Mia tells me"
    (said,) = sayings(document(application, plan_of(application)), None, section="going-well")
    assert (said.by, said.words) == (nan, "Mia tells me")
    assert blank(tab) != field
