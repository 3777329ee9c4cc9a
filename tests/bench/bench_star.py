"""What a family star costs: six people's numbers shown beside one person's, and forty rounds opened."""

import asyncio
import time
from contextlib import AsyncExitStack
from datetime import timedelta

from app.blocks.star.changes import choose
from app.blocks.star.model import held
from app.document import EVERYONE, WORKER, Add, Document, Item, Person, fold, name_person, new_id
from app.document.answer import answer, show
from app.document.header import begin
from plans.family_star import FAMILY_STAR
from tests.bench.bench_plan import DAY, LETTERS, at_plan
from tests.bench.measuring import Figure, compared
from tests.bench.opening import opened_beside, own
from tests.blocks.plan_making import on
from tests.headless.flet_session import Tab

SCORERS, ROUNDS = 6, 40
ASKED = 4
"""Areas of one visit: as many as a family may choose."""
TURNS = 60


def grown(*, scorers: int = SCORERS, rounds: int = 1, areas: int = 10) -> Document:
    """Return a star in which so many people show a number of each area, in so many rounds, some with a few words."""
    document = on(fold("plan", FAMILY_STAR, ()), DAY, [begin(title="Our star", youngest=7)])
    who = [Person(f"p{n}", f"Person {n}", "family", n % 5, "circle") for n in range(SCORERS)]
    for n, person in enumerate(who):
        document = on(document, DAY, name_person(document, person, position=f"a{n}"))
    document = on(document, DAY, FAMILY_STAR.beginning(FAMILY_STAR, 7))
    there = held(document, "areas")
    assert there is not None
    for area in there.areas[:ASKED]:
        document = on(document, DAY, choose(document, area.id, day=DAY))
    for n in range(rounds):
        day = DAY + timedelta(weeks=12 * n)
        if n:
            fields = {"day": day.isoformat()}
            again = Item(new_id(), "reviews", None, f"a{n:03}", "review", WORKER, EVERYONE, dict(fields))
            document = on(document, day, [Add(again)])
        for at, area in enumerate(there.areas[:areas]):
            for which, person in enumerate(who[:scorers]):
                id, words = new_id(), LETTERS if which == n % SCORERS else ""
                said = answer(document, id, about=area.id, by=person.id, number=1 + (n + at + which) % 10, words=words)
                document = on(document, day, said, by=person.id)
                document = on(document, day, show(document, id), by=person.id)
    return document


def show_six() -> Figure:
    """The star drawn anew, as a list and as a star again: with six people's numbers, and with one person's."""

    async def measure() -> Figure:
        async with AsyncExitStack() as stack:
            tabs = [await at_plan(stack, grown(scorers=n)) for n in (SCORERS, 1)]
            for tab in tabs:
                await tab.touch("step-star")
                await tab.finds("as-table")
            took: tuple[list[float], list[float]] = ([], [])
            for _turn in range(TURNS):
                for tab, taken in zip(tabs, took, strict=True):
                    taken.append(await _drawn(tab) + await _drawn(tab))
            return compared("a star drawn anew, 6 scorers / 1 scorer", *took, aim=1.5)

    return asyncio.run(measure())


def open_forty_rounds() -> Figure:
    """Forty rounds of six people's numbers opened, the chain checked, and folded."""
    return opened_beside(f"a star of {ROUNDS} rounds", FAMILY_STAR, own(grown(rounds=ROUNDS, areas=ASKED)))


BENCHES = (show_six, open_forty_rounds)


async def _drawn(tab: Tab) -> float:
    """Touch what shows the star otherwise. Returns the work from the touch to the changes that are sent, in seconds.

    Of this process: on a busy machine the time on the wall is that of the others.
    """
    before = len(tab.line.sent)
    there = tab.control("as-table")
    began = time.process_time()
    tab.event(there, "click", None)
    while len(tab.line.sent) == before:
        await asyncio.sleep(0)
    taken = time.process_time() - began
    await tab.still()
    return taken
