"""Pictures of the safety plan: the made-up family's, grown over three visits, and a new one on its first day."""

from typing import TYPE_CHECKING

from app.demo.safety_words import TITLE

if TYPE_CHECKING:
    from tests.shots import Tour

DECODED, ARRIVED = 800, 600
"""Milliseconds, as in tests.shots."""


def safety_plan(t: "Tour") -> None:
    """Every kind of step that the plan has, then asking somebody alone, the papers, and a first visit."""
    t.comes_in()
    t.opens(TITLE)
    t.shot("must-haves", settled=DECODED)
    for name, step in STEPS:
        t.step(step, number="1")
        t.shot(name, settled=DECODED)
    _scrolled(t)
    t.step("Try it out")
    t.touch("That worked")
    t.shot("tried-and-it-worked", settled=ARRIVED)
    t.touch("The next one")
    t.shot("try-the-next", settled=ARRIVED)
    _alone(t)
    t.touch("Set-up sheet")
    t.there("Go on")
    t.prove()
    t.there("Close the set-up sheet")
    t.step("Still to talk about")
    t.shot("still-to-talk-about", settled=ARRIVED)
    t.step("Who may have it")
    t.shot("who-may-have-it", settled=ARRIVED)
    t.touch("Close the set-up sheet")
    t.there("Just talk")
    _papers(t)
    _first_visit(t)


WORRY = "Worry {number}"

STEPS = (
    ("going-well", "Going well"),
    ("worries", WORRY),
    ("steps", "Until we meet again"),
    ("who-we-call", "Who we call"),
    ("our-people", "Our people"),
    ("house-rules", "House rules"),
    ("if-then", "If … then …"),
    ("promises", "Promises"),
    ("try-it-out", "Try it out"),
    ("days-ahead", "Dates ahead"),
    ("look-again", "Look again"),
    ("we-go-along", "We agree to it"),
)
"""What a picture is called, and the step that it is of."""


def _scrolled(t: "Tour") -> None:
    """What stands below on the long sheets."""
    long_ = (("worries", WORRY, 3), ("our-people", "Our people", 1), ("house-rules", "House rules", 1))
    for name, step, pages in long_:
        t.step(step, number="1")
        t.below(name, pages)


def _alone(t: "Tour") -> None:
    """Nan is asked what she thinks, and which number she gives."""
    t.step(WORRY, number="1")
    for name, nth in (("number", 0), ("view", 1)):
        asked = t.page.get_by_role("button", name=t.said("Ask {name} alone", name="Nan"), exact=True).nth(nth)
        asked.dispatch_event("click")
        t.there("Not now")
        t.shot(f"before-asking-{name}", settled=DECODED)
        t.touch("Give it to {name}", name="Nan")
        t.there("I'm finished")
        t.shot(f"asked-alone-{name}", settled=DECODED)
        if name == "number":
            t.page.get_by_role("button", name="7", exact=True).first.dispatch_event("click")
            t.aside()
            t.page.wait_for_timeout(ARRIVED)
            t.page.mouse.move(t.middle, 500)
            t.page.mouse.wheel(0, 900)
            t.shot("asked-alone-number-given", settled=ARRIVED)
            t.touch("Keep it")
        t.takes_back()


def _papers(t: "Tour") -> None:
    t.copy_for("Nobody in particular")
    t.touch("A card for the wallet")
    t.there("Save the file")
    t.shot("papers-card", settled=DECODED)
    t.back_home()


def _first_visit(t: "Tour") -> None:
    t.touch("Start another: {kind}", kind=t.said("Our plan"))
    t.there("For all of us")
    t.touch("For all of us")
    t.there("More for the next visit")
    t.shot("first-visit", settled=DECODED)
    t.step("Worries")
    t.shot("first-visit-worries", settled=ARRIVED)
    t.touch("More for the next visit")
    t.there("More for later")
    t.shot("next-visit", settled=DECODED)
