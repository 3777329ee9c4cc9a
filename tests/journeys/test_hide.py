"""Hide, in a real browser: in the middle of a word and of a stroke; and whoever looks then finds nothing."""

from playwright.sync_api import expect

from app.workspace.practice import PIN
from tests.journeys.conftest import Comes
from tests.journeys.house import House
from tests.journeys.person import Somebody

SECRETS = ("Otter", "Our story", "Mum", "Nan", "Biscuit")
"""Words that stand on the screen before it is hidden."""


def comes_back(jo: Somebody) -> None:
    jo.page.mouse.move(400, 800)  # What the pointer rests on says its name twice.
    jo.touch("More")
    jo.writes("PIN", PIN)
    jo.page.keyboard.press("Enter")
    expect(jo.button("Hide")).to_be_visible()


def finds_nothing(jo: Somebody) -> None:
    """Look where a browser keeps what it was shown: the tree for screen readers, the fields, title and address."""
    told = jo.page.content() + jo.page.locator("body").aria_snapshot() + jo.page.title() + jo.page.url
    if jo.page.url.startswith("http"):  # An empty tab has none of these.
        told += str(jo.page.evaluate("JSON.stringify([history.state, {...localStorage}, {...sessionStorage}])"))
    told += " ".join(f.input_value() for f in jo.page.locator("input, textarea").all())
    assert [secret for secret in SECRETS if secret in told] == []


def test_hide_in_the_middle_of_a_word_and_of_a_stroke_loses_neither(otters: House, comes: Comes) -> None:
    jo = comes(otters).unlocks()
    jo.touch("Our story")
    jo.goes_to("What happened then?")
    jo.has_speak("Mum")
    jo.writes("Mum says", "And then the telep", nth=-1)
    jo.touch("Hide")
    expect(jo.paper).to_be_visible()
    finds_nothing(jo)
    comes_back(jo)
    jo.sees_in_a_field("Mum says", "And then the telep")

    jo.touch("Draw")
    expect(jo.paper).to_be_visible()
    plan = otters.plan()
    before = len(otters.drawings(plan)["happened"])
    box = jo.paper.bounding_box()
    assert box is not None
    jo.pen_down((box["x"] + 100, box["y"] + 100))
    for n in range(8):
        jo.page.mouse.move(box["x"] + 100 + 20 * n, box["y"] + 110)
    jo.page.keyboard.press("Escape")
    expect(jo.button("More")).to_be_visible()
    jo.page.mouse.up()
    finds_nothing(jo)
    comes_back(jo)
    expect(jo.paper).to_be_visible()
    jo.waits_for(lambda: len(otters.drawings(plan)["happened"]) == before + 1, "the stroke that was cut short")


def test_the_address_back_reload_and_a_second_tab_lead_nowhere(otters: House, comes: Comes) -> None:
    jo = comes(otters).unlocks()
    jo.touch("Our story")
    jo.goes_to("Our family")
    expect(jo.page.get_by_role("button", name="Our family")).to_have_attribute("aria-current", "true")
    jo.touch("Hand over")
    expect(jo.button("Have a break")).to_be_visible()
    door = otters.door
    other = jo.second_tab(door)
    expect(other.field("PIN")).to_be_visible()
    finds_nothing(other)
    other.comes_in(door + "plan")
    finds_nothing(other)
    other.page.close()
    jo.complaints.clear()
    jo.comes_to_the_front()
    jo.touch("Have a break")
    expect(jo.button("More")).to_be_visible()
    jo.page.go_back()
    jo.page.wait_for_timeout(1000)
    finds_nothing(Somebody(jo.page))
    jo.page.goto("about:blank")
    again = jo.comes_in(door + "#/home")
    again.page.reload()
    again.comes_in(door)
    expect(again.button("More")).to_be_visible()  # Still the harmless page: nothing tells that there is another.
    finds_nothing(again)
