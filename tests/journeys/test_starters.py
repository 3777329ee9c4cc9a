"""A sentence starter in a browser: the keyboard comes with it, and its "…" is not in the way."""

from playwright.sync_api import expect

from tests.journeys.conftest import Comes
from tests.journeys.house import House
from tests.journeys.test_story import a_new_family


def test_a_starter_brings_the_keyboard_and_what_is_typed_stands_behind_it(otters: House, comes: Comes) -> None:
    jo = comes(otters).unlocks()
    a_new_family(jo, "The Wrens")
    jo.touch("Start: Our story")
    jo.sees("What shall we call it for now?")
    jo.goes_to("Our family")
    jo.touch("In our family there is …")
    field = jo.field("Touch who is speaking, or just write").last
    expect(field).to_be_focused()
    jo.writes_on(field, "Rosie, who snores.")
    jo.knows_it_saved()
    plan = next(p["id"] for p in otters.plans() if p["family"] == "The Wrens")
    said = [i["words"] for i in otters.show(plan)["items"] if i["sort"] == "saying"]
    assert said == ["In our family there is Rosie, who snores."]
