"""A story by three people, who join as they first speak; and nothing of what they say is lost."""

from playwright.sync_api import expect

from tests.journeys.conftest import Comes
from tests.journeys.house import House
from tests.journeys.person import Somebody

LONG = (
    "First Mum was very tired and stayed in bed all day. Then Nan came in her red car and made soup for us. "
    "After that we all sat on the big sofa with Biscuit, and Mum said that she would see the doctor."
)
"""Two hundred letters, give or take, in one breath."""


def a_new_family(jo: Somebody, nickname: str) -> None:
    jo.touch("Another family")
    jo.proves()
    jo.touch("New family")
    jo.writes("A nickname for the family", nickname)
    jo.writes("How old is the youngest child?", "6")
    jo.touch("Add the family")
    jo.sees(nickname)


def told(house: House, plan: str) -> list[tuple[str, str, str]]:
    return [(i["who"], i["words"], i["note"]) for i in house.show(plan)["items"] if i["sort"] == "saying"]


def test_three_people_tell_a_story_and_not_a_letter_is_lost(otters: House, comes: Comes) -> None:
    jo = comes(otters).unlocks()
    a_new_family(jo, "The Herons")
    jo.touch("Start: Our story")
    jo.sees("What shall we call it for now?")
    jo.goes_to("Our family")
    for name, role in (("Mum", "Mum or Dad"), ("Nan", "Family"), ("Mia", "Child")):
        jo.adds(name, role)
        jo.writes(f"{name} says", f"{name} is here.")
        jo.knows_it_saved()
    plan = next(p["id"] for p in otters.plans() if p["family"] == "The Herons")
    written = "Written down by Jo"
    assert told(otters, plan) == [(name, f"{name} is here.", written) for name in ("Mum", "Nan", "Mia")]

    # While Mum tells what happened, the same page changes from another window, again and again.
    jo.goes_to("What happened then?")
    jo.has_speak("Mum")
    other = comes(otters).unlocks()
    other.touch("Our story")
    other.goes_to("What happened then?")
    other.has_speak("Nan")
    jo.writes("Mum says", LONG[:1])
    step = 50
    for at in range(1, len(LONG), step):
        jo.writes_on(jo.field("Mum says"), LONG[at : at + step], letters=True)
        fields = other.field("Nan says", every=True)
        there = fields.count()
        other.writes("Nan says", f"And {at}.", nth=-1)
        other.page.keyboard.press("Tab")
        # These words have a field of their own when an empty one comes for the next.
        other.waits_for(lambda there=there, fields=fields: fields.count() > there, "an empty field")  # type: ignore[misc]
    jo.knows_it_saved()
    other.knows_it_saved()
    said = told(otters, plan)
    assert len(LONG) >= 190
    assert ("Mum", LONG, written) in said
    assert [words for who, words, _note in said if who == "Nan"][1:] == [
        f"And {at}." for at in range(1, len(LONG), step)
    ]
    jo.sees_in_a_field("Nan says", "And 151.")
    other.sees_in_a_field("Mum says", LONG)


def test_a_saying_finds_its_speaker_and_whose_words_they_are(otters: House, comes: Comes) -> None:
    jo = comes(otters).unlocks()
    jo.touch("Our story")
    jo.knows_it_saved()
    plan = otters.plan()
    before = told(otters, plan)
    jo.goes_to("Who is worried?")
    jo.has_speak("Mum")
    jo.writes("Mum says", "It was me who called the doctor.")
    jo.knows_it_saved()
    jo.touch("Mum said this. Move it to somebody else.")
    jo.sees("Who said this?")
    jo.touch("Nan")
    expect(jo.button("Mum said this. Move it to somebody else.")).to_have_count(0)
    jo.sees_in_a_field("Nan says", "It was me who called the doctor.")
    jo.knows_it_saved()
    new = [said for said in told(otters, plan) if said not in before]
    assert [(who, words) for who, words, _note in new] == [("Nan", "It was me who called the doctor.")]
    note = new[0][2]
    shown = note[0].upper() + note[1:]
    other = "Written down by Jo" if note == "own words" else "Own words"
    jo.count += 1
    jo.button(shown).last.click()
    expect(jo.button(other).first).to_be_visible()
    jo.knows_it_saved()
    assert ("Nan", "It was me who called the doctor.", other[0].lower() + other[1:]) in told(otters, plan)
    jo.touch("Undo")
    expect(jo.button(shown).last).to_be_visible()


def test_leaving_in_the_middle_comes_back_to_the_same_place(otters: House, comes: Comes) -> None:
    jo = comes(otters).unlocks()
    jo.touch("Our story")
    jo.goes_to("What happens next?")
    jo.sees("What happens next, and who tells the child?")
    jo.has_speak("Jo")
    jo.writes("Jo says", "We meet again in", nth=-1)
    jo.goes_home()  # at once, in the middle of the sentence
    jo.touch("Lock")
    jo.unlocks()
    jo.touch("Our story")
    jo.sees("What happens next, and who tells the child?")
    jo.sees_in_a_field("Jo says", "We meet again in")
