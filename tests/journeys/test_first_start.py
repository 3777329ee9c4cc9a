"""The first day: the office sets a tablet up, adds a family, and a child draws."""

import re

from playwright.sync_api import expect

from tests.journeys.conftest import Comes
from tests.journeys.house import House

LINE = [(0.2 + n / 100, 0.4 + (n % 7) / 50) for n in range(40)]


def test_a_new_tablet_is_set_up_and_the_sixth_touch_draws(comes: Comes, new_tablet: House) -> None:
    jo = comes(new_tablet)
    jo.sees("Set up this tablet")
    offered = jo.page.get_by_text(re.compile(r"^[a-z]+( [a-z]+){3}$")).first.inner_text()
    jo.writes("Your first name, as families know you", "Jo")
    jo.writes("Four words", offered)
    jo.writes("The same four words again", offered)
    jo.touch("Begin")
    jo.sees("Your spare key")
    jo.count = 0  # unlocked now
    jo.touch("I have written it down")
    jo.touch("Not today")
    jo.touch("New family")
    expect(jo.field("A nickname for the family")).to_be_focused()
    jo.page.keyboard.type("The Herons", delay=10)
    jo.writes("How old is the youngest child?", "7")
    jo.touch("Add the family")
    jo.sees("The Herons")
    jo.touch("Draw")
    expect(jo.paper).to_be_visible()
    jo.draws(LINE)
    assert jo.count <= 6, "typing apart, the sixth touch draws"
    expect(jo.button("Undo")).to_be_enabled()
    jo.gives_back(jo.button("Another family"), offered, called="Four words")
    jo.sees("The Herons")
    expect(jo.button("Drawings")).to_be_visible()
    said = new_tablet.ask("list", "--json", secret=offered)
    assert said.strip() == "[]", "a drawing is no plan"


def test_after_unlocking_the_second_touch_draws(comes: Comes, otters: House) -> None:
    mia = comes(otters, touches=True).unlocks()
    mia.touch("Draw")
    expect(mia.paper).to_be_visible()
    mia.draws(LINE, "finger")
    assert mia.count == 2
    expect(mia.button("Undo")).to_be_enabled()
