"""The made-up family's star: three rounds, what each showed and kept, what they agreed on and work on."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from app.blocks.agreement.model import agree as go_along
from app.blocks.review.model import begin_review, look_again_on, reviews
from app.blocks.review.model import write as write_review
from app.blocks.star.changes import agree, choose, pick, write_end
from app.blocks.star.model import PlanArea, held, mark
from app.demo.making import Making
from app.demo.otters import BELL, COMES_AGAIN, JO, MIA, MUM, NAN, YOUNGEST, named
from app.document import WORKER, Person
from app.document.header import begin, change_header
from app.store.summaries import summary_of
from app.workspace.workspace import Workspace
from plans.family_star import FAMILY_STAR, NEXT

TITLE = "How we are doing"

FIRST, SECOND, THIRD = date(2026, 5, 18), date(2026, 8, 10), date(2026, 11, 2)
"""The days of the three rounds: twelve weeks apart."""

ENDS: Mapping[str, tuple[str, str]] = {
    "home-and-money": ("The meter is empty and we do not know what to do", "The bills are paid and we can plan"),
    "routines": ("Nobody knows who gets up", "Each morning is quiet, and we eat together"),
    "emotional-needs": ("We are all sad and do not say it", "We can tell each other how we feel"),
    "education": ("Mia is late and hungry", "Mia is at school, and glad to be"),
}


class DemoScore(NamedTuple):
    """What somebody says of an area."""

    person: Person
    """Who says it."""
    area: str
    """The slug of the area."""
    number: int
    """From 1 to 10; from 1 to 5 for a child's area, which has faces."""
    words: str = ""
    """What they say with it; "" for nothing."""
    shown: bool = True
    """To everyone; else they keep it."""


ROUNDS: Mapping[date, tuple[DemoScore, ...]] = {
    FIRST: (
        DemoScore(MUM, "home-and-money", 3, "I open the letters now."),
        DemoScore(MUM, "routines", 4, "I get up on some mornings."),
        DemoScore(MUM, "emotional-needs", 3, "I do not want to say this at the table.", shown=False),
        DemoScore(MUM, "education", 5),
        DemoScore(NAN, "routines", 2, "I come so that Mia has breakfast."),
        DemoScore(NAN, "education", 4),
        DemoScore(NAN, "home-and-money", 4),
        DemoScore(JO, "routines", 3),
        DemoScore(JO, "education", 4),
        DemoScore(BELL, "education", 3, "Mia comes when she can."),
    ),
    SECOND: (
        DemoScore(MUM, "home-and-money", 5, "We have a plan for the gas."),
        DemoScore(MUM, "routines", 6),
        DemoScore(MUM, "education", 6),
        DemoScore(NAN, "routines", 5),
        DemoScore(NAN, "education", 6),
        DemoScore(JO, "routines", 5),
        DemoScore(BELL, "education", 5),
    ),
    THIRD: (
        DemoScore(MUM, "home-and-money", 4, "The gas is dear again."),
        DemoScore(MUM, "routines", 8, "We eat together each morning."),
        DemoScore(MUM, "emotional-needs", 6),
        DemoScore(MUM, "education", 8),
        DemoScore(NAN, "routines", 7, "I come on Fridays only."),
        DemoScore(NAN, "emotional-needs", 3, "There is still much to say."),
        DemoScore(NAN, "education", 7),
        DemoScore(JO, "routines", 7),
        DemoScore(JO, "education", 7, shown=False),
        DemoScore(BELL, "education", 8, "Mia reads to the class."),
    ),
}

FACES: Mapping[date, tuple[DemoScore, ...]] = {
    FIRST: (DemoScore(MIA, "my-home", 3), DemoScore(MIA, "my-school", 2, shown=False)),
    THIRD: (
        DemoScore(MIA, "my-home", 4, "It is quiet."),
        DemoScore(MIA, "my-school", 4),
        DemoScore(MIA, "my-friends", 5),
    ),
}

TOGETHER: Mapping[date, tuple[int, str]] = {
    SECOND: (5, "We all sit down on three mornings."),
    THIRD: (7, "We all sit down on most mornings."),
}
"""What they agreed on, about their days."""

STEPS = (
    {
        "about": "Our home and bills",
        "what": "Mum rings the gas company with Jo",
        "who": MUM.id,
        "until": "2026-11-20",
        "know": "There is a plan on the fridge",
    },
    {
        "about": "How the children feel",
        "what": "Nan and Mia go for a walk",
        "who": NAN.id,
        "know": "Mia tells us of it",
    },
)


async def make_star(workspace: Workspace, family: str) -> None:
    """Make the family's star, and keep it. Raises NotSaved."""
    plan = await workspace.thread.run(workspace.vault.create, FAMILY_STAR.slug)
    made = Making(FAMILY_STAR, plan, workspace.vault.device, FIRST)
    made.make([begin(title=TITLE, family=family, youngest=YOUNGEST), *FAMILY_STAR.beginning(FAMILY_STAR, YOUNGEST)])
    for person in (JO, MIA, MUM, NAN, BELL):
        made.make(named(made.document, person))
    for slug in ENDS:
        made.make(choose(made.document, _area(made, "areas", slug).id, day=FIRST))
        for end, words in zip(("low", "high"), ENDS[slug], strict=True):
            made.make(write_end(made.document, _area(made, "areas", slug).id, end, words))
    for one in FACES[THIRD]:
        made.make(choose(made.document, _area(made, "child-areas", one.area).id, day=FIRST))
    _numbers(made)
    made.make(change_header(made.document, stage=NEXT))
    for day, words in ((SECOND, "The mornings are quieter."), (THIRD, "Mia likes school again.")):
        made.day = day
        made.make(begin_review(made.document, made.section("reviews"), by=WORKER, day=day))
        latest = reviews(made.document, "reviews")[-1].id
        made.make(write_review(made.document, latest, "came", "Mum, Nan, Mia, Mr Bell and Jo"))
        made.make(write_review(made.document, latest, "words", words))
        _numbers(made)
        number, said = TOGETHER[day]
        made.make(
            agree(made.document, _area(made, "areas", "routines").id, by=WORKER, day=day, number=number, words=said)
        )
    for slug in ("home-and-money", "emotional-needs"):
        made.make(pick(made.document, _area(made, "areas", slug).id))
    made.rows({"steps": STEPS})
    made.say("proud", said=((MIA, "I read to my class."), (MUM, "I get up each morning now.")))
    for person in (MUM, NAN):
        made.make(go_along(made.document, made.section("agreed"), by=person.id, how="tick", day=THIRD))
    made.make(look_again_on(made.document, reviews(made.document, "reviews")[-1].id, COMES_AGAIN))
    await workspace.thread.run(workspace.vault.append, plan, made.document.edits, summary_of(made.document))


def _area(made: Making, section: str, slug: str) -> PlanArea:
    there = held(made.document, section)
    return next(a for a in there.areas if a.slug == slug) if there is not None else PlanArea("", slug, "")


def _numbers(made: Making) -> None:
    for section, rounds in (("areas", ROUNDS), ("child-areas", FACES)):
        for one in rounds.get(made.day, ()):
            area = _area(made, section, one.area)
            made.answer(one.person, area.id, mark(area), shown=one.shown, number=one.number, words=one.words)
