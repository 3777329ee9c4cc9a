"""A child draws from home, by touch: the page and nothing else, through Back, a reload and a break, until the PIN."""

from playwright.sync_api import expect

from tests.journeys.conftest import Comes
from tests.journeys.house import House
from tests.journeys.person import Somebody

LINE = [(0.2 + n / 10, 0.3 + (n % 2) / 5) for n in range(6)]
STANDS = "history.state !== null && history.state.serialCount > 0"
ELSEWHERE = ("Another family", "Keep it safe", "Our story", "Lock", "Back", "Copy", "A photo")


def has_only_the_page(mia: Somebody) -> None:
    expect(mia.paper).to_be_visible()
    assert [way for way in ELSEWHERE if mia.button(way).count()] == []


def goes_back(mia: Somebody) -> None:
    """Use the browser's Back button, and wait until the app stands where it stood in the browser's history."""
    mia.waits_for(lambda: mia.page.evaluate(STANDS), "the app to stand on its own entry")
    mia.page.go_back()
    mia.waits_for(lambda: mia.page.evaluate(STANDS), "the app to stand there again")


def test_a_drawing_from_home_is_locked_in_and_survives_back_a_reload_and_a_break(otters: House, comes: Comes) -> None:
    mia = comes(otters, touches=True).unlocks()
    mia.touch("Draw")
    expect(mia.paper).to_be_visible()
    mia.draws(LINE, "finger")
    assert mia.count == 2, "after unlocking, the first stroke is the second touch"
    expect(mia.button("Undo")).to_be_enabled()
    has_only_the_page(mia)

    goes_back(mia)
    goes_back(mia)
    has_only_the_page(mia)
    assert mia.page.url.startswith(otters.door)

    mia.page.reload()
    mia.comes_in(mia.page.url)
    mia.comes_back(mia.button("Go on with the page"))
    mia.touch("Go on with the page")
    has_only_the_page(mia)
    mia.finds_the_page(blank=False)

    mia.touch("Have a break")
    mia.sees("Your picture is safe. What you draw here is not kept.")
    mia.touch("More")
    mia.comes_back(mia.button("Go on with the page"))
    mia.touch("Go on with the page")
    mia.finds_the_page(blank=False)

    mia.gives_back(mia.button("Another family"))
    mia.touch("Our story")
    expect(mia.button("Next")).to_be_visible()
    goes_back(mia)
    expect(mia.button("Another family")).to_be_visible()
    goes_back(mia)
    goes_back(mia)
    expect(mia.button("Another family")).to_be_visible()
    drawings = [plan for plan in otters.ask("list", "--json").splitlines() if "drawing" in plan]
    assert drawings == [], "a drawing is no plan"
