"""Whoever cannot see the screen, or not use a mouse: everything has a name, and Tab reaches it."""

from collections.abc import Callable, Iterator
from contextlib import suppress

from playwright.sync_api import expect

from tests.journeys.conftest import Comes
from tests.journeys.house import House
from tests.journeys.person import FRAMES, Somebody

TOUCHABLE = """() => [...document.querySelectorAll(
    'flt-semantics[role=button], flt-semantics-host input, flt-semantics-host textarea')]
    .filter(e => e.getAttribute('aria-disabled') !== 'true' && !e.disabled)
    .map(e => [(e.getAttribute('aria-label') || e.textContent || '').trim(), e.tabIndex])"""
"""Each thing on the screen that can be touched: its name, and a number below 0 where Tab passes it by."""


def screens(jo: Somebody) -> Iterator[str]:
    """Go through the app, and stop at each screen."""
    expect(jo.field("PIN")).to_be_visible()
    yield "the lock"
    jo.unlocks()
    yield "home"
    jo.touch("Another family")
    expect(jo.field("PIN")).to_be_visible()
    yield "the PIN again"
    jo.proves()
    jo.sees("At the office")
    yield "the families"
    jo.touch("New family")
    expect(jo.field("A nickname for the family")).to_be_visible()
    yield "a new family"
    jo.goes_home()
    jo.touch("Our story")
    jo.knows_it_saved()
    yield "a plan"
    jo.touch("Pages")
    expect(jo.button("Done")).to_be_visible()
    yield "the pages"
    jo.touch("Done")
    jo.touch("Somebody new")
    expect(jo.button("Face 1")).to_be_visible()
    yield "somebody new"
    jo.touch("Not now")
    jo.opens_own_page("Mia")
    jo.sees("Who can see this page?")
    yield "a child's own page"
    jo.goes_to("Our family")
    jo.touch("Draw")
    expect(jo.paper).to_be_visible()
    yield "the pad"
    jo.touch("Colour:", exact=False)
    expect(jo.button("Done")).to_be_visible()
    yield "the colours"
    jo.touch("Done")
    jo.finishes()
    jo.touch("Copy")
    jo.proves()
    jo.sees("Who is this copy for?")
    yield "for whom"
    jo.touch("For Nan")
    expect(jo.button("Not sure")).to_be_visible()
    yield "is it safe"
    jo.touch("No")
    expect(jo.button("Save the file")).to_be_visible()
    yield "the copy"


def on_every_screen(jo: Somebody, look: Callable[[], list[str]]) -> dict[str, list[str]]:
    return {screen: found for screen in screens(jo) if (found := look())}


def test_everything_that_can_be_touched_has_a_name_and_tab_reaches_it(otters: House, comes: Comes) -> None:
    jo = comes(otters)

    def missing() -> list[str]:
        found: list[str] = []

        def named() -> bool:
            there = jo.page.evaluate(TOUCHABLE)
            found[:] = [name or "(no name)" for name, tab in there if not name or tab < 0]
            return bool(there) and not found

        jo.page.evaluate(FRAMES)
        with suppress(AssertionError):  # A screen that has just come is still being named.
            jo.waits_for(named, "a name for everything")
        assert jo.page.evaluate(TOUCHABLE)
        return found

    assert on_every_screen(jo, missing) == {}


def test_tab_and_enter_open_the_pad(otters: House, comes: Comes) -> None:
    jo = comes(otters).unlocks()
    where = "document.activeElement?.outerHTML"
    for _press in range(8):
        before = jo.page.evaluate(where)
        jo.page.keyboard.press("Tab")
        jo.waits_for(lambda before=before: jo.page.evaluate(where) != before, "the keyboard to go on")  # type: ignore[misc]
        if jo.button("Draw").evaluate("button => button === document.activeElement"):
            break
    jo.page.keyboard.press("Enter")
    expect(jo.paper).to_be_visible()
