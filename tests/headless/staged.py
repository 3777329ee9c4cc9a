"""A tablet that knows one more kind of plan: a small one, made for these tests, that opens in stages."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from app.blocks.trying.model import Case, Gap, Trying
from app.document import IN_NO_COPY, Change, Document, Kind, Section, new_id
from app.document.kind import Catalogue, Promised, ToTalkAbout
from app.document.saying import say, sayings
from app.main import screen_of
from app.workspace.application import Application
from plans.catalogue import KINDS
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import keyring, unlock


def _promised(document: Document) -> tuple[Promised, ...]:
    return tuple(Promised(s.id, s.by, s.words) for s in sayings(document, None, section="promises"))


def _cases(document: Document) -> tuple[Case, ...]:
    said = sayings(document, None, section="signs")
    return tuple(Case(s.id, "A small worry", s.words, "we ring Nan", ("Nan",)) for s in said)


def _worked(document: Document, case: Case, by: str, day: date) -> tuple[Change, ...]:
    return say(document, f"Worked: {case.if_}", id=new_id(), section="well", by=by)


def _gap(document: Document, case: Case, gap: Gap) -> tuple[Change, ...]:
    return say(document, gap.words, id=gap.ids[0], section="promises", by=gap.by)


def _still(document: Document, today: date) -> tuple[ToTalkAbout, ...]:
    well = sayings(document, None, section="well")
    return () if well else (ToTalkAbout("well", "Nobody has said yet what goes well.", "well"),)


STAGED = Kind(
    slug="staged",
    name="Staged",
    family_name="Our plan",
    sections=(
        Section(slug="must", block="words", title="What has to happen", question="What has to happen?", on_top=True),
        Section(slug="well", block="words", title="Going well", question="What is going well?"),
        Section(slug="promises", block="words", title="Promises", question="What do we promise?"),
        Section(slug="signs", block="words", title="Signs", question="Which signs?", stage=1),
        Section(slug="agreed", block="agreement", title="We agree to it", question="Who goes along?", stage=1),
        Section(slug="again", block="review", title="Look again", question="What is different?", stage=2),
        Section(
            slug="try",
            block="trying",
            title="Try it out",
            question="Does it work?",
            stage=2,
            shape=Trying(cases=_cases, worked=_worked, gap=_gap),
        ),
        Section(
            slug="still",
            block="still",
            title="Still to talk about",
            question="What is still to talk about?",
            for_whom=IN_NO_COPY,
            in_copies=False,
        ),
    ),
    more=("More for the next visit", "More for later"),
    promised=_promised,
    to_talk_about=_still,
)
WITH_STAGES = Catalogue(plans=(*KINDS.plans, STAGED), drawings=KINDS.drawings, family=KINDS.family)


@asynccontextmanager
async def staged_tablet(folder: Path) -> AsyncIterator[Application]:
    """Return the tablet of a folder, with that kind."""
    application = Application(folder, keyring(), WITH_STAGES)
    try:
        yield application
    finally:
        await application.close()


@asynccontextmanager
async def new_plan(application: Application) -> AsyncIterator[Tab]:
    """Return a tab at a new plan that opens in stages."""
    async with opened(screen_of(application)) as tab:
        await unlock(tab)
        await tab.touch("start-staged")
        await tab.finds("next")
        yield tab
        await tab.still()
        assert not tab.crashes, tab.crashes


def of(application: Application) -> Document:
    """Return the plan as it stands on the desk."""
    workspace = application._workspace
    assert workspace is not None, "locked"
    return next(o.document for o in workspace._open.values() if o.document.kind is STAGED)
