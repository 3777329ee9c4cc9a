"""Alone with the tablet, in a real browser: somebody who writes one page, and a family that has its plan to itself."""

from playwright.sync_api import expect

from app.workspace.practice import PIN
from tests.journeys.conftest import Comes
from tests.journeys.house import House
from tests.journeys.person import Somebody
from tests.journeys.test_hide import finds_nothing
from tests.journeys.test_story import told

CODE = "7351"


def types_the_code(jo: Somebody) -> None:
    jo.writes("The family's code", CODE)
    jo.page.keyboard.press("Enter")


def test_nan_writes_her_own_page_with_a_finger_and_meets_nobody_elses_words(otters: House, comes: Comes) -> None:
    jo = comes(otters, touches=True).unlocks()
    jo.touch("Our story")
    jo.goes_to("What are we doing about it?")
    jo.touch("Give it to somebody to write")
    jo.touch("Nan")
    expect(jo.button("I'm finished")).to_be_visible()
    shown = jo.page.locator("body").aria_snapshot()
    assert [name for name in ("Otter", "Our story", "Mum", "Biscuit", "Jo") if name in shown] == []
    jo.writes("Nan says", "I will do the shopping.", nth=-1)
    jo.touch("Turn the page round")
    jo.touch("I'm finished")
    jo.sees("Thank you")
    finds_nothing(jo)
    jo.proves()
    jo.sees_in_a_field("Nan says", "I will do the shopping.")
    plan = otters.plan()
    assert ("Nan", "I will do the shopping.", "own words") in told(otters, plan)


def test_the_family_works_alone_and_nobody_else_finds_a_word_until_it_is_given_back(
    otters: House, comes: Comes
) -> None:
    jo = comes(otters).unlocks()
    plan = otters.plan()
    jo.touch("Our story")
    jo.goes_to("Our family")
    jo.touch("Private family time")
    jo.writes("The family's code", CODE)
    jo.writes("The same four numbers again", CODE)
    jo.touch("Begin")
    expect(jo.button("Give it back")).to_be_visible()
    for way in ("Back", "Copy", "Set-up sheet", "Pages", "Hand over", "Jo speaks", "Change who can see it"):
        expect(jo.button(way)).to_have_count(0)
    jo.has_speak("Mum")
    jo.writes("Mum says", "We eat together on Sundays.", nth=-1)
    jo.knows_it_saved()

    # The worker comes by with another tab, the address bar, Back and reload: the PIN leads to nothing.
    other = jo.second_tab(otters.door)
    other.touch("Use the PIN")
    other.writes("PIN", PIN)
    other.page.keyboard.press("Enter")
    other.sees("The family is working on its plan. To go on, write their code.")
    finds_nothing(other)
    other.page.goto(otters.door + "#/home")
    other.page.reload()
    other.comes_in(otters.door)
    finds_nothing(other)
    other.page.close()
    jo.complaints.clear()

    jo.comes_to_the_front()
    jo.page.reload()
    jo.comes_in(otters.door)
    expect(jo.field("The family's code")).to_be_visible()
    finds_nothing(jo)
    types_the_code(jo)
    jo.goes_to("Our family")
    jo.sees_in_a_field("Mum says", "We eat together on Sundays.")
    jo.touch("Give it back")
    types_the_code(jo)
    jo.sees("Thank you")
    finds_nothing(jo)
    jo.proves()
    jo.sees_in_a_field("Mum says", "We eat together on Sundays.")
    assert ("Mum", "We eat together on Sundays.", "own words") in told(otters, plan)
