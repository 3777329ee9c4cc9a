"""A tablet that knows one more kind of plan: a small one, made for these tests, that opens in stages."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from app.document import Document, Kind, Section
from app.document.kind import Catalogue
from app.document.saying import sayings
from app.main import screen_of
from app.tablet import Tablet
from plans.catalogue import KINDS
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import keyring, unlock


def _promised(document: Document) -> tuple[str, ...]:
    return tuple(s.words for s in sayings(document, None, section="promises"))


STAGED = Kind(
    slug="staged",
    name="Staged",
    family_name="Our plan",
    sections=(
        Section(slug="must", block="words", title="What has to happen", question="What has to happen?", on_top=True),
        Section(slug="well", block="words", title="Going well", question="What is going well?"),
        Section(slug="promises", block="words", title="Promises", question="What do we promise?"),
        Section(slug="signs", block="words", title="Signs", question="Which signs?", stage=1),
        Section(slug="agreed", block="agreement", title="We go along with it", question="Who goes along?", stage=1),
        Section(slug="again", block="review", title="Look again", question="What is different?", stage=2),
    ),
    more=("More for the next visit", "More for later"),
    promised=_promised,
)
WITH_STAGES = Catalogue(plans=(*KINDS.plans, STAGED), drawings=KINDS.drawings, family=KINDS.family)


@asynccontextmanager
async def staged_tablet(folder: Path) -> AsyncIterator[Tablet]:
    """Return the tablet of a folder, with that kind."""
    tablet = Tablet(folder, keyring(), WITH_STAGES)
    try:
        yield tablet
    finally:
        await tablet.close()


@asynccontextmanager
async def new_plan(tablet: Tablet) -> AsyncIterator[Tab]:
    """Return a tab at a new plan that opens in stages."""
    async with opened(screen_of(tablet)) as tab:
        await unlock(tab)
        await tab.touch("start-staged")
        await tab.finds("next")
        yield tab
        await tab.still()
        assert not tab.crashes, tab.crashes


def of(tablet: Tablet) -> Document:
    """Return the plan as it stands on the desk."""
    desk = tablet._desk
    assert desk is not None, "locked"
    return next(o.document for o in desk._open.values() if o.document.kind is STAGED)
