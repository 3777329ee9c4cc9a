"""Pictures of a young person's Good Lives plan: Kit's, after three visits, and one on its first day."""

from typing import TYPE_CHECKING

from app.demo.good_lives_words import TITLE

if TYPE_CHECKING:
    from tests.shots import Tour

DECODED, ARRIVED = 800, 600
"""Milliseconds, as in tests.shots."""


def good_lives(t: "Tour") -> None:
    """What private means, the cards, the parts that are shut, the papers, and whose plan a new one is."""
    t.comes_in()
    t.opens(TITLE)
    t.step("This is yours")
    t.shot("yours", settled=DECODED)
    t.below("yours")
    for name, step in STEPS:
        t.step(step)
        t.shot(name, settled=DECODED)
        if name in LONG:
            t.below(name)
    t.step("What matters to me")
    t.page.get_by_role("button", name=t.said("Feeling calm inside")).first.dispatch_event("click")
    t.aside()
    t.shot("a-card-open", settled=ARRIVED)
    t.step("How full is it now?")
    t.page.get_by_role("button", name=t.said("Feeling calm inside")).first.dispatch_event("click")
    t.aside()
    t.shot("a-tank-touched", settled=ARRIVED)
    for name, step in SHUT:
        t.step(step)
        t.shot(f"{name}-shut", settled=ARRIVED)
        t.touch("Open this page")
        t.shot(name, settled=DECODED)
        t.below(name)
    _in_their_hands(t)
    _papers(t)
    t.touch("Start another: {kind}", kind=t.said("My plan"))
    t.there("Another child")
    t.shot("whose-plan", settled=DECODED)


STEPS = (
    ("me", "Me"),
    ("matters", "What matters to me"),
    ("full", "How full is it now?"),
    ("how-i-get-it", "How I get it now"),
    ("better-ways", "Better ways"),
    ("first-steps", "First steps"),
    ("on-my-side", "People on my side"),
    ("future", "My future picture"),
    ("my-say", "My say"),
    ("look-again", "Look again"),
    ("proud", "Proud of"),
)
"""What a picture is called, and the step that it is of."""

LONG = {"me", "matters", "full", "better-ways", "first-steps", "look-again"}

SHUT = (
    ("after", "What was I after?"),
    ("gets-hard", "When it gets hard"),
)
"""The same, of parts that are private."""


def _in_their_hands(t: "Tour") -> None:
    """Kit has the tablet, and chooses who sees what."""
    t.step("This is yours")
    t.button("{name} takes the tablet and chooses", name="Kit").dispatch_event("click")
    t.there("I'm finished")
    t.shot("who-sees-what", settled=DECODED)
    t.below("who-sees-what", 2)
    t.takes_back()


def _papers(t: "Tour") -> None:
    t.copy_for("For {name}", name="Kit")
    for name, paper in (("pocket", "A card for my pocket"), ("phone", "A picture for my phone, without names")):
        t.touch(paper)
        t.there("Save the file")
        t.shot(f"papers-{name}", settled=DECODED)
    t.back_home()
