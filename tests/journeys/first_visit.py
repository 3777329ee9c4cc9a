"""A safety plan as it is after the first visit, made without a browser: what later visits begin with."""

import asyncio
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from app.blocks.rows.model import add_row
from app.blocks.storyboard.model import add_page
from app.blocks.worries.model import WORRY, write
from app.demo import BELL, JO, MIA, MUM, NAN
from app.document import EVERYONE, WORKER, Change, Document, name_person, new_id, position_between
from app.document.header import begin, header
from app.document.people import PEOPLE
from app.document.saying import say
from app.store import Summary
from app.workspace.application import Application
from app.workspace.practice import PIN, keyring_of
from app.workspace.workspace import Workspace
from plans.catalogue import KINDS
from plans.safety_plan import CHILDS_PAGES, SAFETY_PLAN
from tests.journeys.on_a_day import clock_of

TITLE = "Our evenings"
WELL = "We eat together every evening."
HAPPENED = "Nan saw that Mia was alone until nine."
FEAR = "Mia could be hurt and nobody would know."
STEP = "Ring Nan when work is late."
OTHER_STEP = "Ask the football club for a place."
NAN_PHONE = "01632 960 123"
OWN = "My bear knows where I hide."
"""On the child's own page: for nobody but the child and the worker."""


def first_visit(folder: Path, day: date, *, well: Sequence[str] = (WELL,)) -> str:
    """Make the first page of a safety plan in the made-up family's folder, on a day, and return the plan's id.

    well: what Mum says goes well.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "time", clock_of(day))
        with ThreadPoolExecutor(1) as apart:  # Playwright has a loop of its own in this thread.
            return apart.submit(asyncio.run, _visit(folder, well)).result()


async def _visit(folder: Path, well: Sequence[str]) -> str:
    application = Application(folder, keyring_of(folder), KINDS, now=time.time)
    try:
        workspace = await application.unlock(PIN)
        family = next(c.family or c.document for c in await _cards(workspace) if c.kind == "words-and-pictures")
        plan = await workspace.create(SAFETY_PLAN, (begin(title=TITLE, family=family, youngest=7),), actor=WORKER)
        await workspace.open(plan)
        assert header(workspace.document(plan)).stage == 0

        def make(changes: Sequence[Change], by: str = WORKER) -> None:
            workspace.make(plan, changes, actor=by, undo_scope="first", undo_session="first")

        for person in (JO, MIA, MUM, NAN, BELL):
            now = workspace.document(plan)
            make(name_person(now, person, position=_behind(now)))
        for words in well:
            now = workspace.document(plan)
            make(say(now, words, id=new_id(), section="going-well", by=MUM.id, scribe=WORKER), MUM.id)
        worry = new_id()
        make(write(now, "worries", worry, WORRY, by=NAN.id, for_whom=EVERYONE, happened=HAPPENED, fear=FEAR))
        for section, cells in (
            ("steps", {"who": MUM.id, "what": STEP}),
            ("steps", {"who": BELL.id, "what": OTHER_STEP}),
            ("worse", {"name": "Nan", "phone": NAN_PHONE, "when": "At any hour"}),
        ):
            declared = SAFETY_PLAN.section(section)
            assert declared is not None
            make(add_row(workspace.document(plan), declared, by=WORKER, cells=dict(cells)))
        own = SAFETY_PLAN.section("child")
        assert own is not None
        page = add_page(workspace.document(plan), own, CHILDS_PAGES[0].slug, by=MIA.id)
        make([page], MIA.id)
        make(say(workspace.document(plan), OWN, id=new_id(), section="child", by=MIA.id, parent=page.item.id), MIA.id)
        await workspace.settled()
        return plan
    finally:
        await application.close()


async def _cards(workspace: Workspace) -> tuple[Summary, ...]:
    return tuple(await workspace.thread.run(workspace.vault.cards))


def _behind(document: Document) -> str:
    there = document.children(None, section=PEOPLE)
    return position_between(there[-1] if there else None, None)
