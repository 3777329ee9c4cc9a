"""The program stops while a plan is on the screen: the page says so, shows nothing of it, and comes back by itself."""

import time

from playwright.sync_api import expect

from tests.journeys.conftest import Comes
from tests.journeys.house import House
from tests.journeys.person import Somebody

SOON = 2_000
"""Milliseconds in which the page must say it."""

SPEED = """() => new Promise(done => {
    const begun = performance.now();
    let n = 20;
    const next = () => n-- ? requestAnimationFrame(next) : done(performance.now() - begun);
    next();
})"""
QUICK = 1_000
"""Milliseconds in which twenty frames come where nothing is slow, and more; where they take longer, so may SOON."""

QUESTION = "What will each of us do?"
WORDS = "I will ring the school on Friday."
WATCH = """() => {
    window.told = new Promise(done => new MutationObserver((_, watch) => {
        if (document.getElementById("gone")) { watch.disconnect(); done(Date.now()); }
    }).observe(document.body, { childList: true }));
}"""
"""When the page said it, by the page's own clock: how long this test took to see it is no matter."""


def tree_of(jo: Somebody) -> str:
    """Return all that a screen reader, or anything else that reads the page, can find: fields and labels too."""
    return str(jo.page.evaluate("document.documentElement.outerHTML")) + jo.page.locator("body").aria_snapshot()


def at_a_plan(jo: Somebody) -> None:
    jo.unlocks()
    jo.touch("Our story")
    jo.goes_to("What are we doing about it?")
    jo.has_speak("Mum")
    jo.writes("Mum says", WORDS, nth=-1)
    jo.knows_it_saved()
    jo.sees(QUESTION)
    assert QUESTION in tree_of(jo)


def test_a_killed_program_leaves_nothing_of_the_plan_on_the_page_which_comes_back_by_itself(
    otters: House, comes: Comes
) -> None:
    jo = comes(otters)
    at_a_plan(jo)
    port = otters.port
    slower = max(1, jo.page.evaluate(SPEED) / QUICK)
    jo.page.evaluate(WATCH)
    killed = time.time() * 1000
    otters.kill()
    notice = jo.page.get_by_role("alert")
    expect(notice).to_be_visible()
    assert jo.page.evaluate("told") - killed < SOON * slower
    expect(notice).to_contain_text("Alongside has stopped")
    expect(notice).to_contain_text("Everything that said Saved is kept.")
    left = tree_of(jo)
    for words in (QUESTION, WORDS, "Mum", "flt-semantics", "flutter-view", "<canvas", "<input", "<textarea"):
        assert words not in left, words
    box = notice.bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (1180, 820), "the notice covers all of the page"

    otters.start(port=port)
    jo.is_brought_back()
    assert QUESTION not in tree_of(jo)
    jo.unlocks()  # And leads back to the page where one was.
    jo.sees(QUESTION)
    jo.sees_in_a_field("Mum says", WORDS)
    jo.minds_no_lost_line()


def test_where_the_folder_is_another_the_page_stays_shut_and_says_what_to_do(
    otters: House, new_tablet: House, comes: Comes
) -> None:
    jo = comes(otters)
    port = otters.port
    otters.kill()
    new_tablet.stop()
    new_tablet.start(port=port)
    notice = jo.page.get_by_role("alert")
    expect(notice).to_contain_text("Alongside has stopped")
    answered: list[str] = []
    jo.page.on("requestfinished", lambda request: answered.append(request.url))
    jo.waits_for(lambda: len(answered) > 1, "a question to whoever has the address now")
    expect(notice).to_contain_text("Alongside has stopped")
    assert all("/alive?" in url for url in answered), "it went to a program that it does not know"
    new_tablet.stop()
    otters.start(port=port)
    expect(jo.page.get_by_role("alert")).to_be_hidden()
    expect(jo.button("Unlock")).to_be_visible()
    jo.minds_no_lost_line()
