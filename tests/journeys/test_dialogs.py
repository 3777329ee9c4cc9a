"""A dialog is open and somebody has a keyboard: whatever they press stays in the dialog, and Hide is always there."""

from playwright.sync_api import expect

from tests.journeys.conftest import Comes
from tests.journeys.house import House
from tests.journeys.person import FRAMES, Somebody

TOO_LONG = "We went to the sea. " * 600
IN_HAND = "document.activeElement?.getAttribute('aria-label') || document.activeElement?.textContent"
"""What has the keyboard."""
TIMES = 20


def tab(jo: Somebody) -> str:
    """Press Tab, and return what has the keyboard then."""
    jo.page.keyboard.press("Tab")
    jo.page.evaluate(FRAMES)
    return str(jo.page.evaluate(IN_HAND))


def test_no_key_reaches_what_is_below_a_dialog_but_hide(otters: House, comes: Comes) -> None:
    jo = comes(otters).unlocks()
    jo.touch("Our story")
    jo.goes_to("Our family")
    field = jo.field("Touch who is speaking, or just write")
    jo.writes("Touch who is speaking, or just write", TOO_LONG, pasted=True)
    jo.sees("Not saved: this is 2000 letters too long.")
    stood = field.bounding_box()
    jo.touch("Next")
    jo.hears("Some words are not saved")
    expect(jo.button("Next")).to_have_count(0)
    for key in ("Enter", " "):  # The button that was touched had the keyboard.
        jo.page.keyboard.press(key)
    reached = {tab(jo) for _time in range(TIMES)}
    assert reached == {"Not saved", "Back to the words", "Leave without them", "Hide"}
    while tab(jo) != "Back to the words":
        pass
    jo.page.keyboard.press("Enter")
    expect(jo.around("Some words are not saved")).to_have_count(0)
    jo.sees("Who is in our family, and what is good about us?")
    jo.sees("Not saved. Try again")
    assert field.bounding_box() == stood, "the page was scrolled"
    jo.touch("Next")
    jo.hears("Some words are not saved")
    jo.page.keyboard.press("Escape")
    expect(jo.around("Some words are not saved")).to_have_count(0)
    expect(jo.button("Draw")).to_have_count(0)
    expect(jo.button("More")).to_be_visible()
