"""Words first, with two parents and a child: a draft, each parent's words, agreed, read together, drawn, changed."""

from datetime import date

from playwright.sync_api import expect

from app.language import full_date
from tests.journeys.conftest import Comes
from tests.journeys.house import House
from tests.journeys.person import Somebody
from tests.journeys.test_story import a_new_family, told

STAGES = (
    "A draft from the office",
    "Writing it with one parent",
    "Writing it with the other parent",
    "The words are agreed",
    "Read together",
    "Drawn",
)
"""The stages of the method that are recorded here, as they stand below each other."""


def how_far(jo: Somebody) -> None:
    """Open the worker's own record."""
    jo.touch("Set-up sheet")
    jo.proves()
    jo.goes_to("How far we are")
    jo.sees("This is your own record. It is in nobody's copy.")


def records(jo: Somebody, stage: str, who: str, *, role: str = "") -> None:
    """Record that somebody took part. role: of somebody new."""
    jo.button("Record").nth(STAGES.index(stage)).click()
    expect(jo.button("Not now")).to_be_visible()
    if role:
        jo.button("Somebody new").last.click()
        jo.writes("Name, as the child says it", who)
        jo.touch(role)
        jo.touch("Add")
    else:
        jo.touch(who)
    expect(jo.button(f"Take back: {who}, {stage}")).to_be_visible()


def recorded(house: House, plan: str) -> list[tuple[str, str]]:
    """Return what the command line tells of the method: who, and in which stage; each is of today."""
    found = [i for i in house.show(plan)["items"] if i["section"] == "method" and i["sort"] == "move"]
    assert {i["note"] for i in found} <= {full_date(date.today())}
    assert {i["for_whom"] for i in found} <= {"nobody"}
    return [(i["who"], i["words"]) for i in found]


def swipes(jo: Somebody, right: float) -> None:
    """Swipe over the middle of the book, so far to the right."""
    jo.moves_a_finger([(590 + right * n / 6, 400) for n in range(7)])


def agrees(jo: Somebody, name: str) -> None:
    """Ask somebody alone whether they agree; they do."""
    jo.touch(f"Ask {name} alone")
    jo.sees("Do you agree to these words?")
    jo.touch("I agree")
    jo.touch("I'm finished")
    jo.sees("Thank you")
    jo.proves()
    expect(jo.button("Give it to somebody to write")).to_be_visible()


def test_words_first_with_two_parents_and_a_child(otters: House, comes: Comes) -> None:
    jo = comes(otters, touches=True).unlocks()
    a_new_family(jo, "The Herons")
    jo.touch("Start: Our story")
    jo.sees("What shall we call it for now?")
    plan = next(p["id"] for p in otters.plans() if p["family"] == "The Herons")
    how_far(jo)
    records(jo, STAGES[0], "Jo")
    jo.touch("Close the set-up sheet")
    jo.goes_to("Our family")
    jo.sees("You can draw here when the words are agreed.")
    jo.has_speak("Jo")
    jo.writes("Jo says", "Dad was poorly.")
    expect(jo.button("A draft from the office")).to_be_visible()
    jo.adds("Mum", "Mum or Dad")
    jo.writes("Mum says", "I was worried.")
    jo.adds("Mia", "Child")
    jo.writes("Mia says", "Me too.")
    how_far(jo)
    records(jo, STAGES[1], "Mum")
    records(jo, STAGES[2], "Dad", role="Mum or Dad")
    jo.knows_it_saved()

    otters.kill()
    jo.loses_the_server()
    otters.start()
    jo = comes(otters, touches=True).unlocks()
    jo.goes_to("Our family")
    assert jo.button("Dad speaks").count() == 0, "whom the worker names on a paper of their own is not there yet"
    jo.joined_by("Dad")
    jo.has_speak("Dad")
    jo.writes("Dad says", "I was in hospital.")
    assert jo.button("Draw").count() == 0
    expect(jo.button("Ask Mia alone")).to_have_count(0)
    agrees(jo, "Mum")
    jo.sees("You can draw here when the words are agreed.")
    assert jo.button("Draw").count() == 0, "one parent agreed for both"
    agrees(jo, "Dad")
    expect(jo.button("Draw")).to_be_visible()

    jo.touch("Read together")
    expect(jo.button("The next page")).to_be_visible()
    jo.sees("1 of 3")
    jo.page.keyboard.press("ArrowRight")
    jo.sees("2 of 3")
    swipes(jo, -200)
    jo.sees("3 of 3")
    jo.sees("What would you like to draw or say?")
    swipes(jo, 200)
    jo.sees("2 of 3")
    expect(jo.page.locator("body")).to_contain_text("I was in hospital.")
    jo.page.touchscreen.tap(900, 400)
    jo.sees("3 of 3")
    jo.page.keyboard.press("Home")
    jo.sees("1 of 3")
    jo.page.keyboard.press("End")
    jo.sees("3 of 3")
    jo.touch("Close the book")
    jo.sees("Who is in our family, and what is good about us?")

    jo.touch("Hand over")
    expect(jo.paper).to_be_visible()
    handed = jo.page.locator("body").aria_snapshot()
    assert not [name for name in ("Heron", "Mum", "Dad", "hospital", "A photo") if name in handed]
    jo.draws([(0.2 + n / 10, 0.5) for n in range(6)], "finger")
    jo.touch("I'm finished")
    jo.sees("Thank you")
    jo.proves()
    jo.has_speak("Dad")
    jo.writes("Dad says", " Now I am well.")
    jo.knows_it_saved()
    jo.touch("It still fits")
    expect(jo.button("It still fits")).to_have_count(0)
    how_far(jo)
    expect(jo.page.get_by_text("Words changed since then: Our family")).to_have_count(4)
    records(jo, STAGES[5], "Mia")
    jo.knows_it_saved()
    assert recorded(otters, plan) == [
        ("Jo", STAGES[0]), ("Mum", STAGES[1]), ("Dad", STAGES[2]), ("Mum", STAGES[3]), ("Dad", STAGES[3]),
        ("Mia", STAGES[5]),
    ]  # fmt: skip
    assert told(otters, plan) == [
        ("Jo", "Dad was poorly.", STAGES[0]),
        ("Mum", "I was worried.", "Written down by Jo"),
        ("Mia", "Me too.", "Written down by Jo"),
        ("Dad", "I was in hospital. Now I am well.", "Written down by Jo"),
    ]
    assert otters.drawings(plan)["family"]
