"""The tables of a safety plan: their columns, and what a line of each is called. Words of our own.

Source: docs/domain/safety-plan.md ("Sections, in the end").
"""

from app.blocks.rows.model import Column, Rows
from app.blocks.rows.outcome import NOT_KEPT, NOT_NEEDED, YES
from app.language import N_

STEP_WENT = (
    (YES, N_("Done")),
    (NOT_KEPT, N_("It did not happen")),
    (NOT_NEEDED, N_("It is not needed any more")),
)
"""How a step went, in words that blame nobody."""

PROMISE_WENT = ((YES, N_("It was kept")), *STEP_WENT[1:])

MUST_HAVES = Rows(
    columns=(
        Column("what", N_("What has to happen"), hint=N_("What people will do")),
        Column("set-by", N_("Set by"), hint=N_("The council, the court …")),
        Column("why", N_("Why"), hint=N_("What happened")),
    ),
    add=N_("Add what has to happen"),
    one=N_("Something that has to happen"),
)

STEPS = Rows(
    columns=(
        Column("who", N_("Who"), "person"),
        Column("what", N_("What"), hint=N_("What this person will do")),
        Column("until", N_("Until"), "day", ahead=True),
        Column("done", N_("How it went"), "outcome", hint=N_("How did it go?"), choices=STEP_WENT),
    ),
    add=N_("Add a step"),
    one=N_("A step"),
)

WORSE = Rows(
    columns=(
        Column("name", N_("Who we call"), hint=N_("A person, or a helpline")),
        Column("phone", N_("Phone"), "phone"),
        Column("when", N_("When"), hint=N_("At night, at weekends …")),
    ),
    add=N_("Add somebody to call"),
    one=N_("Somebody to call"),
)

SIGNS = Rows(
    columns=(
        Column(
            "where",
            N_("Where we see it"),
            "choice",
            choices=(("grown-ups", N_("In the grown-ups")), ("child", N_("In the child")), ("home", N_("In the home"))),
        ),
        Column("sign", N_("What we see or hear"), hint=N_("What anybody could notice")),
    ),
    add=N_("Add a sign"),
    one=N_("A sign"),
)

RULES = Rows(
    columns=(
        Column("rule", N_("We will …"), hint=N_("What people will do")),
        Column("who", N_("Who does it"), "person"),
        Column("when", N_("When or where"), hint=N_("Each evening at home …")),
        Column("checks", N_("Who checks"), "person"),
        Column("child-knows", N_("How the child will know"), hint=N_("What the child will see")),
        Column("steps-in", N_("Who steps in if it goes wrong"), "person"),
    ),
    add=N_("Add a rule"),
    one=N_("A rule"),
)

IF_THEN = Rows(
    columns=(
        Column(
            "how-bad",
            N_("How big"),
            "choice",
            choices=(
                ("small", N_("A small worry")),
                ("bigger", N_("A bigger worry")),
                ("emergency", N_("An emergency: call 999")),
            ),
        ),
        Column("if", N_("If …"), hint=N_("What we see or hear")),
        Column("then", N_("Then …"), hint=N_("What we will do")),
        Column("first", N_("Who first"), "person"),
        Column("second", N_("Who second"), "person"),
    ),
    add=N_("Add: if … then …"),
    one=N_("What we do if something happens"),
)

PROMISES = Rows(
    columns=(
        Column("who", N_("Who promises"), "person"),
        Column("what", N_("What"), hint=N_("What this person will do")),
        Column("until", N_("By when"), "day", ahead=True),
        Column("whom", N_("Promised to"), "person"),
        # Who was promised something knows best how it went.
        Column("kept", N_("How it went"), "outcome", hint=N_("How did it go?"), choices=PROMISE_WENT),
    ),
    add=N_("Add a promise"),
    one=N_("A promise"),
    instead="steps",
)

TRIED = Rows(
    columns=(
        Column("day", N_("Day"), "day"),
        Column("tried", N_("What we tried")),
        Column("learned", N_("What we learned")),
    ),
    add=N_("Add what we tried"),
    one=N_("What we tried"),
)

TIMELINE = Rows(
    columns=(
        Column("day", N_("Day"), "day"),
        Column("what", N_("What will be different then")),
        Column("then", N_("What the worker can stop doing then")),
    ),
    add=N_("Add a date"),
    one=N_("A date"),
    as_line=True,
)

COPIES = Rows(
    columns=(
        Column("who", N_("Who"), "person"),
        Column(
            "may",
            N_("May they have a copy?"),
            "choice",
            choices=(("has", N_("Has a copy")), ("may", N_("May have one")), ("must-not", N_("Must not have one"))),
        ),
        Column("why", N_("Why")),
    ),
    add=N_("Add somebody"),
    one=N_("Somebody"),
)
