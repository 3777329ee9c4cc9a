"""The moment in which the tablet changes hands: what is sent to the glass then, and what another tab still shows."""

import pytest

from app.blocks.storyboard.model import remove_page
from app.document import WORKER
from app.document.family_people import leave
from app.document.header import change_header, header
from app.main import screen_of
from app.store import NotSaved, Vault
from app.workspace.application import Application
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import FAMILY, comes_back, document, draw_line, meet, say, to_page, to_plan, unlock
from tests.store.making import PIN

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


async def test_another_tab_is_locked_when_the_tablet_is_given_to_somebody(tab: Tab, application: Application) -> None:
    plan = await at_the_table(tab)
    async with opened(screen_of(application)) as second:
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


async def closed(application: Application, plan: str) -> None:
    """Another tab closes the family, as the office does."""
    workspace = application._workspace
    assert workspace is not None
    family = header(document(application, plan)).family
    await workspace.open(family)
    changes = change_header(workspace.document(family), closed=application.today.isoformat())
    workspace.make(family, changes, actor=WORKER, undo_scope="closed", undo_session="x")
    assert await workspace.settled()


async def test_a_family_closed_in_another_tab_is_left_without_a_fault_and_nothing_leads_back_into_it(
    tab: Tab, application: Application
) -> None:
    plan = await at_the_table(tab)
    await closed(application, plan)
    await say(tab, "One more thing")  # Nobody is thrown out of a sentence.
    await tab.sees("Saved")
    tab.goes_behind()
    await tab.finds("unlock")
    await comes_back(tab, "new-family")
    await tab.sees("Who are you visiting?")
    assert not tab.says(WORDS)
    assert not tab.says(FAMILY)


async def test_a_page_that_is_taken_away_while_somebody_draws_on_it_leads_to_thanks_and_the_pin(
    tab: Tab, application: Application
) -> None:
    plan = await at_the_table(tab)
    page = next(key.removeprefix("scroll-") for key in tab.keys("scroll-"))
    await tab.touch("hand-over")
    await tab.finds("page")
    workspace = application._workspace
    assert workspace is not None
    workspace.make(plan, remove_page(page), actor=WORKER, undo_scope="pages", undo_session="x")
    await tab.still()
    await tab.stroke("page", [(100 + 10 * n, 200) for n in range(9)])
    await tab.touch("finished")
    await tab.sees("Thank you")
    assert not tab.says(WORDS)
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("next")


async def test_who_has_left_has_no_face_where_somebody_is_asked_or_has_pages(
    tab: Tab, application: Application
) -> None:
    plan = await at_the_table(tab)
    ben = await meet(tab, "Ben", "child")
    dad = await meet(tab, "Dadster", "parent")
    await tab.touch("step-mine")
    await tab.finds(f"own-{ben}")
    workspace = application._workspace
    assert workspace is not None
    family = header(document(application, plan)).family
    for person in (ben, dad):
        changes = leave(workspace.document(family), person, "died", application.today)
        workspace.make(family, changes, actor=WORKER, undo_scope="people", undo_session="x")
    await tab.until(lambda: not tab.has(f"own-{ben}"), "a child who died is asked who they are")
    await tab.finds("own-child")


async def test_that_a_page_is_kept_is_said_only_when_it_is_and_the_tablet_comes_back_all_the_same(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_told: object, **_named: object) -> None:
        raise NotSaved

    await at_the_table(tab)
    with monkeypatch.context() as full:
        full.setattr(Vault, "append", no_room)
        full.setattr(Vault, "keep_setting", no_room)
        await tab.touch("hand-over")
        await tab.finds("page")
        await draw_line(tab)
        await tab.sees("Not saved yet.")
        await tab.touch("finished")
        await tab.sees("Thank you", "Not all of it is saved yet. Please leave the tablet on.")
        assert not tab.says("Your page is kept")
        await tab.write("secret", PIN)
        await tab.touch("prove")
        await tab.sees("Not saved. Try again")
    await tab.touch("try-again")
    await tab.until(lambda: "Saved" in tab.words())
