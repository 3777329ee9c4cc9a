"""Keys, as they are lost and found: the PIN forgotten, the page gone before the spare key was on paper, a new PIN."""

import re

from playwright.sync_api import expect

from app.workspace.practice import PIN
from tests.journeys.conftest import Comes
from tests.journeys.house import House
from tests.journeys.person import Somebody

NEW_PIN, THIRD_PIN = "604182", "739206"
KEY = re.compile(r"^([A-Z2-7]{4}\s){7}[A-Z2-7]{4}$")


def spare_key(jo: Somebody) -> str:
    shown = jo.page.get_by_text(KEY).first
    expect(shown).to_be_visible()
    return " ".join(shown.inner_text().split())


def chooses(jo: Somebody, secret: str, *, called: str = "PIN", again: str = "The same PIN again") -> None:
    # The page before has a field of the same name, as long as it finds out whether the old secret was right.
    expect(jo.field(again)).to_be_visible()
    jo.writes(called, secret)
    jo.writes(again, secret)
    jo.touch("Use this from now on")


def test_a_forgotten_pin_the_spare_key_and_a_new_pin_that_opens_every_door(comes: Comes, otters: House) -> None:
    jo = comes(otters, touches=True).unlocks()
    jo.touch("Keep it safe")
    jo.proves()
    jo.touch("Make a new spare key")
    jo.proves()
    code = spare_key(jo)
    jo.touch("I have written it down")
    jo.proves()
    jo.touch("Back")
    expect(jo.button("Another family")).to_be_visible()  # Both pages have a Lock.
    jo.touch("Lock")
    jo.touch("Use the spare key")
    jo.writes("Spare key", code.lower().replace(" ", "-"))
    jo.page.keyboard.press("Enter")
    jo.sees("Choose a new PIN")
    chooses(jo, "112233")
    jo.sees(
        "These numbers follow a pattern, and patterns are tried first. Please choose numbers with no order in them."
    )
    jo.writes_anew("PIN", NEW_PIN)
    jo.writes_anew("The same PIN again", NEW_PIN)
    jo.touch("Use this from now on")
    expect(jo.button("Another family")).to_be_visible()
    # The families, "Keep it safe", a copy, and taking back.
    jo.touch("Another family")
    jo.proves(NEW_PIN)
    expect(jo.button("New family")).to_be_visible()
    jo.touch("Back")
    jo.touch("Draw")
    jo.gives_back(jo.button("Another family"), NEW_PIN)
    jo.touch(re.compile("Our story").pattern, exact=False)
    jo.touch("Copy")
    jo.proves(NEW_PIN)
    expect(jo.page.get_by_role("button", name=re.compile("^For ")).first).to_be_visible()
    jo.touch("Back")
    expect(jo.button("Copy")).to_be_visible()
    jo.touch("Back")
    expect(jo.button("Another family")).to_be_visible()
    # And another one, from the choices.
    jo.touch("Keep it safe")
    jo.proves(NEW_PIN)
    jo.touch("Change the PIN")
    jo.proves(NEW_PIN)
    chooses(jo, THIRD_PIN)
    jo.sees("That is changed. The old one opens nothing now.")
    jo.touch("Lock")
    jo.writes("PIN", PIN)
    jo.page.keyboard.press("Enter")
    jo.sees("That does not open the plans. They are safe. You can try 4 more times before a short wait.")
    jo.sees_in_a_field("PIN", "")
    jo.unlocks(THIRD_PIN)


def test_a_spare_key_that_nobody_wrote_down_is_shown_again_after_a_reload_and_a_kill(
    comes: Comes, new_tablet: House
) -> None:
    jo = comes(new_tablet)
    jo.sees("Set up this tablet")
    words = jo.page.get_by_text(re.compile(r"^[a-z]+( [a-z]+){3}$")).first.inner_text()
    jo.writes("Your first name, as families know you", "Jo")
    jo.writes("Four words", words)
    jo.writes("The same four words again", words)
    jo.touch("Begin")
    code = spare_key(jo)
    jo.page.reload()
    jo.is_brought_back()
    jo.writes("Four words", words)
    jo.page.keyboard.press("Enter")
    jo.sees("Look at it only where nobody else can see the screen.")
    expect(jo.page.get_by_text(KEY)).to_have_count(0)
    jo.loses_the_server()
    new_tablet.kill()
    jo = comes(new_tablet.start())
    jo.writes("Four words", words)
    jo.page.keyboard.press("Enter")
    jo.touch("Show it")
    jo.proves(words, called="Four words")
    assert spare_key(jo) == code
    jo.touch("I have written it down")
    jo.touch("Not today")
    expect(jo.button("New family")).to_be_visible()
