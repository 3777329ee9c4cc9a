"""A copy that is stopped says no more than that at the table; which words it was, and where, behind the PIN alone."""

import pytest

from app.export.read_back import Leak, Stop
from app.ui.screens import copy
from app.workspace.application import Application
from tests.headless.flet_session import Tab
from tests.headless.test_copy import prove, to_copy
from tests.headless.test_safe_in_the_room import hidden
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio

SECRET = "He sleeps in the car"
STOPPED = "The copy was stopped before it was finished. No file was made. The plan is safe."


async def to_stop(tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch, *stops: Stop) -> str:
    """Make a copy that is stopped; returns for whom."""

    def stop(*_asked: object, **_more: object) -> None:
        raise Leak(*stops)

    monkeypatch.setattr(copy, "make_copy", stop)
    nan = await to_copy(tab, application)
    await prove(tab)
    await tab.touch(f"for-{nan}")
    await tab.touch("safe-no")
    await tab.sees("No copy was made", STOPPED)
    return nan


async def test_at_the_table_a_stopped_copy_says_that_it_was_stopped_and_nothing_of_why(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_stop(tab, application, monkeypatch, Stop(SECRET, ("on page 2",), ("My pages",)))
    told = [v for v in tab.everything() if isinstance(v, str)]
    assert not [v for v in told if SECRET in v or "page 2" in v or "must not see" in v]
    assert not tab.calls


async def test_the_worker_reads_which_words_and_where_after_the_pin_and_nobody_before(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_stop(tab, application, monkeypatch, Stop(SECRET, ("on page 2", "in a note or a form"), ("My pages",)))
    await tab.touch("why-stopped")
    await tab.sees("This is for the worker alone.")
    assert not [v for v in tab.everything() if isinstance(v, str) and SECRET in v], "it stands there before the PIN"
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.until(lambda: any(SECRET in w and "on page 2, in a note or a form" in w for w in tab.words()))
    assert any("My pages" in w for w in tab.words())
    await tab.sees("Look at who may see these words")
    await tab.touch("close-why")
    await tab.until(lambda: not any(SECRET in w for w in tab.words()))
    assert tab.has("why-stopped")


async def test_why_it_was_stopped_is_gone_when_the_screen_is_hidden(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_stop(tab, application, monkeypatch, Stop(SECRET, ("on page 2",)))
    await tab.touch("why-stopped")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.until(lambda: any(SECRET in w for w in tab.words()))
    await hidden(tab)
    assert not [v for v in tab.everything() if isinstance(v, str) and SECRET in v]


async def test_a_stopped_copy_leads_to_the_plan_or_begins_again(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_stop(tab, application, monkeypatch, Stop(SECRET, ("on page 2",)))
    await tab.touch("again")
    await tab.sees("Who is this copy for?")
    assert not tab.has("why-stopped")
    await tab.touch("back")
    await tab.finds("next")


async def test_a_file_that_nobody_can_read_back_is_told_as_that(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_stop(tab, application, monkeypatch)
    await tab.touch("why-stopped")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.sees("The file could not be read back.")
    await tab.touch("to-plan")
    await tab.finds("next")
