"""The moment in which the tablet changes hands: what is sent to the glass then, and what another tab still shows."""

import pytest

from app.main import screen_of
from app.tablet import Tablet
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import FAMILY, draw_line, meet, say, to_page, to_plan, unlock

pytestmark = pytest.mark.asyncio

WORDS, NAME = "Dad was very loud on Sunday", "Zebedee"


async def at_the_table(tab: Tab) -> str:
    """A plan with somebody's words in it; returns the plan."""
    plan = await to_plan(tab)
    await to_page(tab, "Our family")
    await meet(tab, NAME)
    await say(tab, WORDS)
    await tab.sees("Saved")
    return plan


def sent_since(tab: Tab, count: int) -> bytes:
    """Return every byte that went to the glass since there were so many messages."""
    return b"".join(tab.line.sent[count:])


async def to_draw(tab: Tab) -> None:
    await tab.touch("hand-over")
    await tab.finds("page")
    await draw_line(tab)


async def home_to_draw(tab: Tab) -> None:
    await tab.touch("back")
    await tab.finds("draw")
    await tab.still()
    count = len(tab.line.sent)
    await tab.touch("draw")
    await tab.finds("page")
    await draw_line(tab)
    tab.line.sent[:count] = [b""] * count


async def hidden(tab: Tab) -> None:
    await tab.touch("hide")
    await tab.finds("more")


async def locked(tab: Tab) -> None:
    await tab.touch("lock")
    await tab.finds("unlock")


@pytest.mark.parametrize("go", [to_draw, hidden, locked])
async def test_nothing_of_the_plan_is_sent_once_the_tablet_is_given_away(tab: Tab, go: object) -> None:
    await at_the_table(tab)
    await tab.still()
    count = len(tab.line.sent)
    await go(tab)  # type: ignore[operator]
    await tab.still()
    told = sent_since(tab, count)
    for secret in (WORDS, NAME, FAMILY, "Our story"):
        assert secret.encode() not in told, secret


async def test_another_tab_is_locked_when_the_tablet_is_given_to_somebody(tab: Tab, tablet: Tablet) -> None:
    plan = await at_the_table(tab)
    async with opened(screen_of(tablet)) as second:
        await unlock(second)
        await second.touch(f"plan-{plan}")
        await second.finds("next")
        await tab.touch("hand-over")
        await tab.finds("page")
        await second.finds("unlock")
        assert not second.says(WORDS)
        await draw_line(tab)
        assert tab.has("page")
        assert second.stopped is None
