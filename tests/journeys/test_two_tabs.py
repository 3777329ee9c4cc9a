"""One plan in two tabs: each unlocks by itself, both see everything, and one can lock without the other."""

from playwright.sync_api import expect

from tests.journeys.conftest import Comes
from tests.journeys.house import House

LINE = [(0.3 + n / 20, 0.5) for n in range(6)]


def test_two_tabs_on_one_plan_see_each_others_words_and_ink(otters: House, comes: Comes) -> None:
    jo = comes(otters).unlocks()
    jo.touch("Our story")
    jo.goes_to("Who can I talk to?")
    other = jo.second_tab(otters.door)
    expect(other.field("PIN")).to_be_visible()
    other.does_not_see("Our story")
    other.unlocks()
    other.touch("Our story")
    other.goes_to("Who can I talk to?")

    other.has_speak("Nan")
    other.writes("Nan says", "You can always ring me.", nth=-1)
    other.knows_it_saved()
    jo.comes_to_the_front()
    jo.sees_in_a_field("Nan says", "You can always ring me.")
    jo.touch("Draw")
    plan = otters.plan()
    before = len(otters.drawings(plan)["talk-to"])
    jo.draws(LINE)
    jo.waits_for(lambda: len(otters.drawings(plan)["talk-to"]) == before + 1, "the stroke on the disk")

    other.comes_to_the_front()
    other.touch("Draw")
    other.clears()
    other.finds_the_page(blank=True)
    jo.comes_to_the_front()
    jo.finds_the_page(blank=True)
    jo.finishes()

    other.comes_to_the_front()
    other.finishes()
    other.touch("Lock")
    expect(other.field("PIN")).to_be_visible()
    jo.comes_to_the_front()
    jo.has_speak("Mum")
    jo.writes("Mum says", "Me too.", nth=-1)
    jo.knows_it_saved()

    def all_said() -> bool:
        said = {i["words"] for i in otters.show(plan)["items"] if i["sort"] == "saying"}
        return {"You can always ring me.", "Me too."} <= said

    # Waited for: until the last letter has arrived, the screen still says what it said of the words before.
    jo.waits_for(all_said, "what both said on the disk")
