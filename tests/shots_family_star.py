"""Pictures of the family star: the made-up family's, after three rounds, and a child's numbers with faces."""

from typing import TYPE_CHECKING

from app.demo.star import TITLE

if TYPE_CHECKING:
    from tests.shots import Tour

DECODED, ARRIVED = 800, 600
"""Milliseconds, as in tests.shots."""


def family_star(t: "Tour") -> None:
    """Choose, talk, give numbers alone, see what is shown, work on it; then the papers and a star on its first day."""
    t.comes_in()
    t.shot("home-with-four-plans")
    t.opens(TITLE)
    t.there("Yes, a new visit")
    t.shot("areas", settled=DECODED)
    t.touch("Not now")
    t.gone("Yes, a new visit")
    t.step("Our home and bills")
    t.shot("talk", settled=DECODED)
    t.below("talk")
    t.touch("Just talk")
    t.shot("talk-large", settled=ARRIVED)
    t.touch("Write again")
    t.step("For children")
    t.shot("childs-areas", settled=DECODED)
    t.step("Our star")
    t.shot("star", settled=DECODED)
    _ways_to_look(t)
    for name, step in STEPS:
        t.step(step)
        t.shot(name, settled=DECODED)
    _alone(t)
    _papers(t)
    t.touch("Start another: {kind}", kind=t.said("Our star"))
    t.there("For all of us")
    t.touch("For all of us")
    t.there("Just talk")
    t.shot("first-day", settled=DECODED)
    t.step("Our star")
    t.shot("first-day-star", settled=DECODED)


STEPS = (
    ("working-on", "What we work on"),
    ("steps", "Our steps"),
    ("proud", "What we are proud of"),
    ("look-again", "Look again"),
)
"""What a picture is called, and the step that it is of."""


def _ways_to_look(t: "Tour") -> None:
    """One person over time, the star of the children, the list, and the history of an area in it."""
    for name, button in (("star-over-time", "{name}, over time"), ("star-agreed", "Together")):
        t.button(button, name="Mum").dispatch_event("click")
        t.aside()
        t.shot(name, settled=DECODED)
    t.button("My life").dispatch_event("click")
    t.shot("star-of-children", settled=DECODED)
    t.button("Family life").dispatch_event("click")
    t.page.wait_for_timeout(ARRIVED)
    t.button("Show it as a list").dispatch_event("click")
    t.there("Show it as a star")
    t.shot("star-as-list", settled=DECODED)
    t.page.get_by_role("button", name=t.said("Day to day")).last.dispatch_event("click")
    t.shot("history", settled=DECODED)
    t.below("history")
    t.button("Show it as a star").dispatch_event("click")
    t.there("Show it as a list")


def _alone(t: "Tour") -> None:
    """Nan gives her numbers, and says who sees them; Mia gives hers, with faces."""
    face = t.said("{feeling}, {n} of {most}", feeling=t.said("glad"), n="4", most="5")
    for step, who, number, pages in (("What we talk about", "Nan", "7", 4), ("For children", "Mia", face, 3)):
        t.step(step)
        t.button("Ask {name} alone", name=who).dispatch_event("click")
        t.there("Not now")
        t.shot(f"before-asking-{who}", settled=DECODED)
        t.touch("Give it to {name}", name=who)
        t.there("I'm finished")
        t.shot(f"alone-{who}", settled=DECODED)
        t.page.get_by_role("button", name=number, exact=True).first.dispatch_event("click")
        t.aside()
        t.shot(f"alone-{who}-given", settled=DECODED)
        t.below(f"alone-{who}", 2)
        for _page in range(pages):
            t.button("Next").dispatch_event("click")
            t.page.wait_for_timeout(ARRIVED)
        t.aside()
        t.shot(f"alone-{who}-who-sees", settled=ARRIVED)
        t.touch("Keep all")
        t.takes_back()


def _papers(t: "Tour") -> None:
    t.copy_for("Nobody in particular")
    t.back_home()
