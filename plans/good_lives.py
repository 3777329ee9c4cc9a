"""Good lives: a young person's own plan for getting what matters to them, in ways that are all right for others too.

The idea is Tony Ward's and colleagues' (the Good Lives Model): people do harm while they try for ordinary good things.
The young person holds the pen; words of our own. Source: docs/domain/good-lives.md.
"""

from collections.abc import Sequence

from app.blocks.rows.open_rows import to_do
from app.blocks.storyboard.model import standard_pages
from app.document import CHILD, Change, Kind, Section
from app.document.kind import Printed
from app.language import N_
from plans.good_lives_pages import (
    FULL,
    FUTURE,
    GOALS,
    IN_THE_WAY,
    LADDER,
    MATTERS,
    ME,
    MY_SAY,
    NOW,
    ON_MY_SIDE,
    ORDER,
    PUT_RIGHT,
    STEPS,
)

NEXT, LATER = 1, 2
"""The stages after the first time."""

NO_DETAILS = N_(
    "Is anything still open with the police or a court? Then write nothing about it here. Ask your solicitor first. "
    "This page needs no details of what was done."
)
"""Before the first word, wherever somebody might write of what went wrong: there is no field for it either."""


def _beginning(kind: Kind, youngest: int | None) -> Sequence[Change]:
    """The page of the future picture: nobody's yet, and the young person's when it is said whose plan this is."""
    future = kind.section("future")
    return standard_pages(future, by=CHILD, youngest=youngest) if future is not None else ()


GOOD_LIVES = Kind(
    slug="good-lives",
    name=N_("Good Lives"),
    family_name=N_("My plan"),
    sign="compass",
    hint=N_("For one young person"),
    owned=True,
    look="young",
    sections=(
        Section(
            slug="yours",
            block="privacy",
            title=N_("This is yours"),
            question=N_("This plan is yours"),
        ),
        Section(
            slug="me",
            block="words",
            title=N_("Me"),
            question=N_("Who am I?"),
            shape=ME,
        ),
        Section(
            slug=MATTERS,
            block="cards",
            title=N_("What matters to me"),
            question=N_("What matters to you?"),
            prompt=N_("Put the cards in your own order. Touch one to say how much it matters."),
            shape=ORDER,
        ),
        Section(
            slug="full",
            block="cards",
            title=N_("How full is it now?"),
            question=N_("How full is it now?"),
            prompt=N_("How much of it have you got, these days?"),
            shape=FULL,
        ),
        Section(
            slug="now",
            block="words",
            title=N_("How I get it now"),
            question=N_("How do I get it now?"),
            caution=NO_DETAILS,
            stage=NEXT,
            shape=NOW,
        ),
        Section(
            slug="after",
            block="words",
            title=N_("What was I after?"),
            question=N_("When it went wrong, what was I after?"),
            prompt=N_("Which of your cards were you trying to fill? You can skip this."),
            caution=NO_DETAILS,
            private=True,
            stage=LATER,
        ),
        Section(
            slug="way",
            block="words",
            title=N_("What gets in the way"),
            question=N_("What gets in the way?"),
            private=True,
            stage=NEXT,
            shape=IN_THE_WAY,
        ),
        Section(
            slug="better",
            block="cards",
            title=N_("Better ways"),
            question=N_("Which do I want to fill, and how?"),
            stage=NEXT,
            shape=GOALS,
        ),
        Section(
            slug="steps",
            block="rows",
            title=N_("First steps"),
            question=N_("What do I do first?"),
            prompt=N_("Small steps. Somebody who helps makes them easier."),
            stage=NEXT,
            shape=STEPS,
        ),
        Section(
            slug="side",
            block="rows",
            title=N_("People on my side"),
            question=N_("Who is on my side?"),
            prompt=N_("And what did each of them say yes to?"),
            stage=NEXT,
            shape=ON_MY_SIDE,
        ),
        Section(
            slug="hard",
            block="rows",
            title=N_("When it gets hard"),
            question=N_("What do I do when it gets hard?"),
            prompt=N_("One step at a time: my signs, what I do first, who I call, who calls me."),
            private=True,
            stage=NEXT,
            shape=LADDER,
        ),
        Section(
            slug="right",
            block="words",
            title=N_("Putting it right"),
            question=N_("Do I want to put something right?"),
            prompt=N_("Only if you want to, and only when it is over."),
            caution=NO_DETAILS,
            stage=LATER,
            shape=PUT_RIGHT,
        ),
        Section(
            slug="future",
            block="storyboard",
            title=N_("My future picture"),
            shape=FUTURE,
        ),
        Section(
            slug="my-say",
            block="words",
            title=N_("My say"),
            question=N_("What do I want to say?"),
            prompt=N_("To anybody in this plan. They can answer you here."),
            shape=MY_SAY,
        ),
        Section(
            slug="again",
            block="review",
            title=N_("Look again"),
            question=N_("What is different now?"),
            prompt=N_("Begin here, then say again how full each card is. The old numbers stay beside the new ones."),
            stage=LATER,
        ),
        Section(
            slug="proud",
            block="words",
            title=N_("Proud of"),
            question=N_("What am I proud of now?"),
            prompt=N_("Small things count."),
            stage=LATER,
        ),
    ),
    beginning=_beginning,
    promised=lambda document: to_do(document, "steps"),
    more=(N_("More for next time"), N_("More for later")),
    papers=(
        Printed(slug="whole", name=N_("The plan, without the private parts")),
        Printed(slug="all", name=N_("Everything, private parts too"), private=True),
        Printed(slug="pocket", name=N_("A card for my pocket"), shape="card", sections=("hard",), private=True),
        Printed(
            slug="phone",
            name=N_("A picture for my phone, without names"),
            shape="phone",
            sections=("hard",),
            private=True,
            names=False,
        ),
        Printed(
            slug="phone-names",
            name=N_("A picture for my phone, with names"),
            shape="phone",
            sections=("hard",),
            private=True,
        ),
    ),
)
