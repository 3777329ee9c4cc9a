"""The pages of a good lives plan: its cards, the questions of each page, its tables. Words of our own.

Source: docs/domain/good-lives.md ("Sections").
"""

from app.blocks.cards.model import Cards, Named
from app.blocks.rows.model import Column, Rows
from app.blocks.storyboard.model import PageKind, StoryLayout
from app.blocks.words.model import Question, Questions
from app.language import N_
from plans.safety_tables import STEP_WENT

MATTERS = "matters"
"""The section in which the cards stand."""

CARDS = (
    Named("healthy", N_("Being healthy and safe"), N_("Sleep, food, my body, a safe place")),
    Named("learning", N_("Learning"), N_("Finding out how things work, school, college")),
    Named("fun", N_("Fun, sport and play"), N_("Games, teams, music, being out")),
    Named("good-at", N_("Being good at something"), N_("Work, a skill, people who ask me for help")),
    Named("choices", N_("Making my own choices"), N_("Having a say, money of my own, no one on my back")),
    Named("calm", N_("Feeling calm inside"), N_("My head is quiet, I am not on edge")),
    Named("people", N_("People who have my back"), N_("Family, mates, somebody to love")),
    Named("belonging", N_("Belonging somewhere"), N_("A place, a team, a crowd that is mine")),
    Named("believe", N_("What I believe"), N_("Faith, what is right, what it is all for")),
    Named("today", N_("Enjoying today"), N_("Feeling good now, things that make me laugh")),
    Named("creating", N_("Making and creating"), N_("Music, art, building, cooking, ideas")),
)
"""In the order of the guide; the young person puts them in their own."""

ORDER = Cards(cards=CARDS, view="order", of=MATTERS)
FULL = Cards(cards=CARDS, view="full", of=MATTERS)
GOALS = Cards(cards=CARDS, view="goals", of=MATTERS)

ME = Questions(
    (
        Question("into", N_("What am I into?")),
        Question("good-at", N_("What am I good at?"), N_("Ask somebody who likes you. They will know.")),
        Question("proud", N_("What am I proud of?")),
        Question("rate-me", N_("Who rates me?"), N_("People who think well of you, and what they would say.")),
    )
)

NOW = Questions(
    (
        Question("works", N_("What do I do that works?"), N_("Ways that get me what I want and hurt nobody.")),
        Question(
            "costs", N_("What do I do that costs me, or hurts somebody?"), N_("In general, not one particular time.")
        ),
    )
)

IN_THE_WAY = Questions(
    (
        Question("inside", N_("Inside me"), N_("Feelings, habits, things I have not learned yet.")),
        Question("outside", N_("Outside me"), N_("Money, people, places, rules.")),
        Question("pull", N_("Two things that pull against each other"), N_("I want this, and I want that too.")),
    )
)

PUT_RIGHT = Questions(
    (
        Question("happened", N_("What was it about?"), N_("In a line. Leave out the details.")),
        Question("affected", N_("Who was affected, and how?")),
        Question("needs", N_("What needs to happen now?"), N_("What would help them? What can you do?")),
    )
)

MY_SAY = Questions(
    (
        Question("ask", N_("What I want to ask")),
        Question("change", N_("What I want changed"), N_("In this plan, or in how people treat me.")),
        Question(
            "advocate",
            N_("I would like an advocate"),
            N_("Somebody from outside who is on my side and helps me to be heard. It is free."),
            starters=(N_("Yes, I would like one."), N_("Tell me more about it."), N_("Not now.")),
        ),
    )
)

STEPS = Rows(
    columns=(
        Column("what", N_("What I do first"), hint=N_("Small enough for this week")),
        Column("until", N_("By when"), "day", ahead=True),
        Column("helps", N_("Who helps"), hint=N_("A name, or nobody"), names=True),
        Column("know", N_("How we will know"), hint=N_("What anybody could see")),
        Column("done", N_("How it went"), "outcome", hint=N_("How did it go?"), choices=STEP_WENT),
    ),
    add=N_("Add a step"),
    one=N_("A step"),
)

ON_MY_SIDE = Rows(
    columns=(
        Column("who", N_("Who"), hint=N_("A mate, an aunt, a coach …"), names=True),
        Column("yes", N_("What they said yes to"), hint=N_("Ask them first")),
        Column("phone", N_("Phone"), "phone"),
    ),
    add=N_("Add somebody"),
    one=N_("Somebody on my side"),
)

LADDER = Rows(
    columns=(
        Column(
            "rung",
            N_("Which step"),
            "choice",
            choices=(
                ("signs", N_("My signs")),
                ("first", N_("What I do first")),
                ("call", N_("Who I call")),
                ("calls-me", N_("Who calls me")),
            ),
        ),
        Column("what", N_("What"), hint=N_("In your own words")),
        Column("name", N_("Who"), hint=N_("A name, where there is one"), names=True),
        Column("phone", N_("Phone"), "phone"),
    ),
    add=N_("Add a step"),
    one=N_("A step when it gets hard"),
)

FUTURE = StoryLayout(
    pages=(
        PageKind(
            slug="future",
            title=N_("My future picture"),
            question=N_("Where do I want to be?"),
            prompt=N_("In a year, or in five. Draw it, or say it."),
        ),
    )
)
