"""Pictures of later visits and of the office: promises, a worry that is closed, people who change, what is kept."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.shots import Tour

DECODED, ARRIVED = 800, 600
"""Milliseconds, as in tests.shots."""


def later(t: "Tour") -> None:
    """From today's family to its plan, its people and the office; then a drawing, and the program's end."""
    t.comes_in()
    t.shot("home-with-promises")
    _promises(t)
    _worries(t)
    _passing_on(t)
    t.touch("Back")
    t.there("Another family")
    _people(t)
    _office(t)
    _drawing(t)
    t.house.kill()
    notice = t.page.get_by_role("alert")
    notice.wait_for()
    t.shot("the-program-is-gone", settled=ARRIVED)


def _row(t: "Tour", column: str, n: int) -> str:
    """Return what the cell of a row is called."""
    return t.said("{column}, row {n}", column=t.said(column), n=str(n))


def _press(t: "Tour", name: str) -> None:
    """Touch the first button whose name begins so. Marks of direction round a name are not minded."""
    t.page.get_by_role("button", name=re.compile(rf"^[\u2066-\u2069]*{re.escape(name)}")).first.dispatch_event("click")
    t.aside()


def _promises(t: "Tour") -> None:
    """A line leads to its plan; how a step went is asked, and what comes instead; a line is taken away."""
    t.page.get_by_role("button", name=re.compile("place at breakfast club")).first.click()
    t.aside()
    t.there("Just talk")
    t.there("It did not happen")
    t.shot("from-home-to-a-step", settled=DECODED)
    t.button("It did not happen").dispatch_event("click")
    t.there("What comes instead?")
    t.shot("it-did-not-happen", settled=ARRIVED)
    t.button("What comes instead?").dispatch_event("click")
    t.page.wait_for_timeout(ARRIVED)
    t.aside()
    t.shot("what-comes-instead", settled=ARRIVED)
    t.button("Take row {n} away", n="6").dispatch_event("click")
    t.there("Undo")
    t.shot("taken-away", settled=ARRIVED)
    t.step("Promises")
    t.shot("promises-said", settled=DECODED)
    _press(t, f"{_row(t, 'How it went', 1)}: ")
    t.there("I'm finished")
    t.shot("a-promise-in-their-hands", settled=DECODED)
    t.button("It did not happen").dispatch_event("click")
    t.aside()
    t.shot("a-promise-is-answered", settled=ARRIVED)
    t.touch("I'm finished")
    t.there("Go on")
    t.shot("thanks", settled=ARRIVED)
    t.prove()
    t.there("Just talk")


def _worries(t: "Tour") -> None:
    """One that is closed already, with its moment; another that is being closed."""
    t.step("Not a worry any more")
    t.shot("no-worry-any-more", settled=DECODED)
    t.below("no-worry-any-more")
    t.step("Worry {number}", number="2")
    t.button("This is not a worry any more").dispatch_event("click")
    t.page.wait_for_timeout(ARRIVED)
    t.page.mouse.move(t.middle, 500)
    t.page.mouse.wheel(0, 4000)
    t.aside()
    t.shot("closing-a-worry", settled=ARRIVED)
    t.button("Take this worry away").dispatch_event("click")
    t.there("Undo")
    t.shot("a-worry-taken-away", settled=ARRIVED)
    t.page.get_by_role("button", name=t.said("Undo"), exact=True).last.dispatch_event("click")
    t.page.wait_for_timeout(ARRIVED)


def _passing_on(t: "Tour") -> None:
    """Nan, then Mum, and nobody sees what the other said."""
    t.step("Worry {number}", number="1")
    then = t.button("Then {name}", name="Mum")
    for _try in range(3):
        t.button("Ask {name} alone", name="Nan").dispatch_event("click")
        t.page.wait_for_timeout(2 * ARRIVED)
        if then.is_visible():
            break
    t.touch("Then {name}", name="Mum")
    t.shot("who-else-is-asked", settled=ARRIVED)
    t.touch("Give it to {name}", name="Nan")
    t.there("I'm finished")
    t.page.get_by_role("button", name="7", exact=True).first.dispatch_event("click")
    t.aside()
    t.page.wait_for_timeout(ARRIVED)
    t.touch("I'm finished")
    t.there("Keep it")
    t.shot("who-may-see-this", settled=ARRIVED)
    t.touch("I'm finished")
    t.there("I am {name}", name="Mum")
    t.shot("pass-it-on", settled=ARRIVED)
    t.touch("I am {name}", name="Mum")
    t.there("I'm finished")
    t.touch("Have a break")
    t.there("More")
    t.shot("a-break", settled=DECODED)
    t.touch("More")
    t.there("Unlock")
    t.write("PIN", "274916")
    t.page.keyboard.press("Enter")
    t.page.wait_for_timeout(3 * ARRIVED)
    t.shot("after-the-break")
    t.button("Go on with the page").click()
    t.there("I'm finished")
    t.touch("I'm finished")
    t.there("Go on")
    t.prove()
    t.there("Just talk")


def _people(t: "Tour") -> None:
    """Everybody; one who moves out, and what they were to do; the worker's own name; somebody new."""
    t.touch("Our people")
    t.there("Go on")
    t.prove()
    t.there("Somebody new")
    t.shot("our-people", settled=DECODED)
    t.below("our-people")
    _press(t, "Nan")
    t.there("Use this age")
    t.shot("one-person", settled=ARRIVED)
    t.below("one-person")
    t.button("Moved out").dispatch_event("click")
    t.there("One of our people again")
    t.page.wait_for_timeout(2 * ARRIVED)
    t.button("Give it to …").dispatch_event("click")
    t.shot("what-nan-was-to-do", settled=ARRIVED)
    t.button("One of our people again").dispatch_event("click")
    t.there("Use this age")
    t.button("The same person as {name}", name="Mr Bell").dispatch_event("click")
    t.there("Yes, one person")
    t.shot("one-person-or-two", settled=ARRIVED)
    t.touch("No, they are two")
    t.there("Use this age")
    t.touch("Back", until="Somebody new")
    _press(t, "Jo")
    t.there("For this family")
    t.shot("the-worker", settled=ARRIVED)
    t.touch("Back")
    t.there("Somebody new")
    t.touch("Back")
    t.there("Another family")


def _office(t: "Tour") -> None:
    """A name that is found; what is kept for the worker; a family closed; no family, and the quiet sign."""
    t.touch("Another family")
    t.there("Go on")
    t.prove()
    t.there("New family")
    t.write("Find a family, a person or a plan", "nan")
    t.shot("office-found", settled=2 * ARRIVED)
    _press(t, t.said("Not worked on"))
    t.shot("office-not-worked-on", settled=ARRIVED)
    t.touch("Families")
    t.there("Kept for you to read")
    t.touch("Kept for you to read")
    t.there("Go on")
    t.shot("kept-asks")
    t.prove()
    t.gone("Go on")
    t.shot("kept-for-you", settled=2 * ARRIVED)
    _press(t, "Mia")
    t.shot("kept-one", settled=2 * ARRIVED)
    t.touch("Back")
    t.touch("Back")
    t.there("Another family")
    t.touch("Another family")
    t.there("Go on")
    t.prove()
    t.there("New family")
    t.touch("More about {title}", title="The Otters")
    t.touch("Close this family", until="Keep it open")
    t.touch("Close this family")
    t.there("Closed families")
    t.shot("office-a-family-closed", settled=ARRIVED)
    t.button("Closed families").dispatch_event("click")
    t.page.wait_for_timeout(ARRIVED)
    t.shot("closed-families")
    _press(t, "The Otters")
    t.there("Open it again")
    t.shot("a-closed-family")
    t.touch("Open it again")
    t.page.wait_for_timeout(2 * ARRIVED)
    t.touch("Back")
    t.there("New family")
    t.button("No family now: the visit is over").dispatch_event("click")
    t.there("There is something for you")
    t.shot("no-family-now", settled=ARRIVED)
    t.touch("Choose a family")
    t.there("Go on")
    t.prove()
    t.touch("The Otters")
    t.there("Another family")


def _drawing(t: "Tour") -> None:
    """Somebody is finished with a drawing from home: thanks, and the PIN."""
    t.touch("Draw", until="I'm finished")
    t.jo.paper = t.page.get_by_role("img", name=t.said("The page that you draw on"))
    t.jo.draws([(0.2 + n / 20, 0.4 + (n % 3) / 10) for n in range(10)])
    t.touch("I'm finished")
    t.there("Go on")
    t.shot("thanks-for-a-drawing", settled=ARRIVED)
    t.prove()
    t.there("Another family")
