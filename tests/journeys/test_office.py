"""At the office: what is due in two families stands in one list; a name is found; a family is closed and opened."""

import os
from pathlib import Path

from playwright.sync_api import expect

from tests.journeys.conftest import Comes
from tests.journeys.house import House
from tests.journeys.person import Somebody
from tests.journeys.test_story import a_new_family

SHOTS = os.environ.get("OFFICE_SHOTS", "")


def shot(jo: Somebody, name: str) -> None:
    """Keep a picture, where somebody asked for them by OFFICE_SHOTS."""
    if SHOTS:
        jo.page.wait_for_timeout(500)
        jo.page.screenshot(path=Path(SHOTS) / f"{name}.png")


def to_office(jo: Somebody) -> None:
    jo.touch("Another family")
    jo.proves()
    jo.sees("At the office")
    jo.waits_for(lambda: not jo.page.get_by_text("One moment", exact=False).count(), "all to be read")


def test_two_families_at_the_office(otters: House, comes: Comes) -> None:
    jo = comes(otters).unlocks()
    a_new_family(jo, "The Herons")
    jo.touch("Start: Our story")
    jo.sees("What shall we call it for now?")
    jo.adds("Zebedee", "Friend")
    jo.knows_it_saved()
    jo.goes_home()
    jo.touch("More about Our story")
    jo.touch("In one week")
    jo.knows_it_saved()
    jo.goes_home()

    to_office(jo)
    shot(jo, "families")
    jo.touch("Next dates", exact=False)
    expect(jo.button("The Herons · Our story", exact=False)).to_be_visible()
    shot(jo, "dates")
    jo.touch("My promises", exact=False)
    shot(jo, "promises")
    jo.touch("Copies", exact=False)
    shot(jo, "copies")
    jo.touch("Families")
    jo.writes("Find a family, a person or a plan", "nan")
    nan = jo.button("Nan. Somebody in: The Otters.")
    expect(nan).to_be_visible()
    shot(jo, "found")
    nan.click()
    jo.sees("The Otters")
    expect(jo.button("Another family")).to_be_visible()

    to_office(jo)
    jo.touch("More about The Herons")
    jo.sees("Plans")
    shot(jo, "one-family")
    jo.touch("Close this family")
    jo.sees("Close The Herons?")
    expect(jo.page.get_by_text("Nothing is deleted.", exact=False).first).to_be_visible()
    shot(jo, "closing")
    jo.touch("Close this family")
    jo.sees("The Herons is closed. You can find it in the list of closed families.")
    expect(jo.button("The Herons")).to_be_hidden()
    shot(jo, "closed")
    assert "The Herons" not in [plan["family"] for plan in otters.plans()]
    jo.touch("Closed families")
    jo.touch("The Herons", exact=False)
    jo.touch("Open it again")
    jo.sees("The Herons is open again. Everything is as it was.")
    jo.touch("Back")
    jo.touch("The Herons")
    expect(jo.button("Our story").first).to_be_visible()
    assert "The Herons" in [plan["family"] for plan in otters.plans()]

    jo.touch("Lock")
    expect(jo.field("PIN")).to_be_visible()
    for name in ("The Herons", "The Otters", "Our story", "Nan"):
        jo.does_not_see(name)
