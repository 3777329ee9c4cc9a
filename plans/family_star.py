"""The family star: ten areas of family life, each with a number from each person, shown by choice and seen over time.

Connected with no licensed chart, and with none of their wording: words of our own. Source: docs/domain/family-star.md.
"""

from collections.abc import Sequence

from app.areas import AreaSet
from app.blocks.review.model import Again
from app.blocks.rows.model import Column, Rows, add_row, cell_words, rows
from app.blocks.rows.open_rows import to_do
from app.blocks.star.changes import beginning
from app.blocks.star.model import Areas, Showing
from app.document import Change, Document, Kind, Section, people
from app.document.kind import Printed
from app.language import N_, _
from plans.areas import CHILDREN, FAMILY
from plans.safety_tables import STEP_WENT

NEXT = 1
"""The stage after the first visit."""

AGAIN_AFTER = 12
"""Weeks from one round to the next (the field guide's number)."""

STEPS = Rows(
    columns=(
        Column("about", N_("About"), hint=N_("Which part of family life")),
        Column("what", N_("What"), hint=N_("What somebody will do")),
        Column("who", N_("Who"), "person"),
        Column("until", N_("By when"), "day", ahead=True),
        Column("know", N_("How we will know"), hint=N_("What we will see or hear")),
        Column("done", N_("How it went"), "outcome", hint=N_("How did it go?"), choices=STEP_WENT),
    ),
    add=N_("Add a step"),
    one=N_("A step"),
)


def _add_step(document: Document, about: str, id: str, by: str) -> Sequence[Change]:
    section = document.kind.section("steps")
    return add_row(document, section, by=by, id=id, cells={"about": about}) if section is not None else ()


def _steps(document: Document, about: str) -> tuple[str, ...]:
    """Return the steps about an area (its title), a line each. They may name it as it was called before translation."""
    who, found = people(document), []
    for row in rows(document, "steps"):
        named = str(row.cells.get("about") or "")
        if named and about in (named, _(named)):
            cells = [
                cell_words(row, c, who)
                for c in STEPS.columns
                if c.slug not in ("about", "done") and c.slug in row.cells
            ]
            found += [" · ".join(cells)] if cells else []
    return tuple(found)


AFTER_AREAS = (
    Section(
        slug="star",
        block="star",
        title=N_("Our star"),
        question=N_("What do we see?"),
        prompt=N_("Each number belongs to the person who gave it. People may see things in their own way."),
        shape=Showing(of=("areas", "child-areas")),
    ),
    Section(
        slug="work",
        block="working",
        title=N_("What we work on"),
        question=N_("What do we want to work on first?"),
        prompt=N_("Choose three at most. Then say who does what."),
        shape=Showing(of=("areas",), add_step=_add_step, steps=_steps, their_section="steps"),
    ),
    Section(
        slug="steps",
        block="rows",
        title=N_("Our steps"),
        question=N_("Who does what, and how will we know?"),
        prompt=N_("Small steps, each with a name and a day."),
        shape=STEPS,
    ),
    Section(
        slug="proud",
        block="proud",
        title=N_("What we are proud of"),
        question=N_("What are we proud of?"),
        prompt=N_("Big things and small ones. What did you do that helped?"),
        stage=NEXT,
        shape=Showing(of=("areas", "child-areas")),
    ),
    Section(
        slug="reviews",
        block="review",
        title=N_("Look again"),
        question=N_("What is different since last time?"),
        prompt=N_("Each time that we look again, everybody can give new numbers. The old ones stay."),
        stage=NEXT,
        shape=Again(weeks=AGAIN_AFTER),
    ),
    Section(
        slug="agreed",
        block="agreement",
        title=N_("We agree to it"),
        question=N_("Who agrees to this plan?"),
        prompt=N_("Each in your own way. Nobody has to."),
        stage=NEXT,
    ),
)
"""The sections after those in which the areas are chosen: the same whatever areas there are to choose from."""

PAPERS = (
    Printed(slug="star", name=N_("Our star, with numbers and words"), sections=("star", "areas")),
    Printed(slug="moved", name=N_("What has moved"), sections=("proud",)),
    Printed(slug="steps", name=N_("What we work on"), sections=("work", "steps")),
    Printed(
        slug="child",
        name=N_("A child's page, with faces"),
        reader="child",
        sections=("child-areas",),
    ),
    Printed(slug="whole", name=N_("The whole plan")),
)


def family_star(own: Sequence[AreaSet] = ()) -> Kind:
    """Return the kind. own: a council's own sets, which a family may begin with instead of ours."""
    grown = (FAMILY, *(s for s in own if not s.faces))
    children = (CHILDREN, *(s for s in own if s.faces))
    return Kind(
        slug="family-star",
        name=N_("Family star"),
        family_name=N_("Our star"),
        sign="star",
        hint=N_("How things are, in numbers"),
        sections=(
            Section(
                slug="areas",
                block="areas",
                title=N_("What we talk about"),
                question=N_("What shall we talk about today?"),
                prompt=N_("Choose three or four. The others can wait."),
                shape=Areas(sets=grown),
            ),
            Section(
                slug="child-areas",
                block="areas",
                title=N_("For children"),
                question=N_("What do you want to talk about today?"),
                prompt=N_("Choose three or four. For each, choose a face that says how it is."),
                shape=Areas(sets=children, children=True),
            ),
            *AFTER_AREAS,
        ),
        beginning=lambda kind, youngest: beginning(kind.sections),
        promised=lambda document: to_do(document, "steps"),
        more=(N_("More for the next visit"),),
        papers=PAPERS,
    )


FAMILY_STAR = family_star()


def star_with(own: Sequence[AreaSet]) -> Kind:
    """Return the star for whom has these sets of areas of their own, if any."""
    return family_star(own) if own else FAMILY_STAR
