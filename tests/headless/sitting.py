"""What every test here begins with: a tablet that is set up, a family, a plan; and what a person then does first."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from app.document import Document
from app.document.copy_rules import Holding, decide
from app.document.header import header
from app.document.saying import Saying, sayings
from app.ink.tiles import EMPTY
from app.main import screen_of
from app.store import MemoryKeyring, Store
from app.workspace.application import Application
from plans.catalogue import KINDS
from tests.headless.flet_session import Tab, opened
from tests.store.making import CHEAP, PIN

WORKER = "Jo"
FAMILY = "The Otters"
DEVICE_SECRET = bytes(range(32))


def keyring() -> MemoryKeyring:
    """Return the keyring of the prepared tablet."""
    return MemoryKeyring(DEVICE_SECRET)


async def prepare(folder: Path) -> None:
    """Set up a tablet in a folder, with a family and a Words and Pictures plan: the slow part, done once.

    That story is drawn first: words-first has tests of its own (test_method.py).
    """
    store = Store.open(folder, keyring=keyring(), cost=CHEAP)
    vault, spare = store.set_up(PIN)
    vault.spare_key_written(spare)
    vault.keep_setting("worker", WORKER)
    store.close()
    async with sitting(folder) as application, opened(screen_of(application)) as tab:
        await unlock(tab)
        await tab.touch("new-family")
        await tab.write("nickname", FAMILY)
        await tab.write("youngest", "7")
        await tab.touch("add-family")
        await tab.touch("start-words-and-pictures")
        await tab.sees("What shall we call it for now?", "Saved")
        await tab.touch("draw-first")
        await tab.finds("draw")
        await tab.touch("lock")  # What was done here is not for a test's Undo.
        await tab.finds("unlock")


@asynccontextmanager
async def sitting(folder: Path) -> AsyncIterator[Application]:
    """Return the tablet of a folder, and close it afterwards, as when the program ends."""
    application = Application(folder, keyring(), KINDS)
    try:
        yield application
    finally:
        await application.close()


def copied(prepared: Path, folder: Path) -> Path:
    """Return a copy of the prepared tablet's folder."""
    return Path(shutil.copytree(prepared, folder))


async def unlock(tab: Tab, secret: str = PIN) -> None:
    """Unlock, and wait for today's family (or the question which it is)."""
    await tab.write("secret", secret)
    await tab.touch("unlock")
    await tab.finds("families")


async def comes_back(tab: Tab, to: str, secret: str = PIN) -> None:
    """Unlock where it was not locked by hand; to: a control of the page where somebody was."""
    await tab.write("secret", secret)
    await tab.touch("unlock")
    await tab.finds(to)


async def to_plan(tab: Tab) -> str:
    """Unlock and open the family's plan; returns its id."""
    await unlock(tab)
    await tab.until(lambda: tab.touchable("plan-"), "no plan among today's")
    key = tab.touchable("plan-")[0]
    await tab.touch(key)
    await tab.finds("next")
    return key.removeprefix("plan-")


async def to_page(tab: Tab, title: str) -> str:
    """In a plan, go to the page of a title; returns its id."""
    step = next(key for key in tab.keys("step-") if title in tab.words_in(key))
    await tab.touch(step)
    page = step.removeprefix("step-")
    await tab.until(lambda: tab.has(f"scroll-{page}"))
    return page


async def to_pad(tab: Tab) -> None:
    """Unlock and take a blank page of the child's: Just draw."""
    await unlock(tab)
    await tab.touch("draw")
    await tab.finds("page")


def blank(tab: Tab) -> str:
    """Return the key of the empty field in which the next words are written: the last on the page."""
    lines = [key.removeprefix("line-") for key in tab.keys("line-")]
    return lines[-1]


async def say(tab: Tab, words: str) -> str:
    """Write words in the empty field and go out of it; returns the saying's id."""
    field = blank(tab)
    await tab.write(field, words)
    await tab.leave(field)
    await tab.until(lambda: tab.has(f"how-{field}"), "the words were not kept")
    return field


async def meet(tab: Tab, name: str, role: str = "family") -> str:
    """Somebody new speaks for the first time; returns the person's id."""
    await tab.finds("speak-worker")
    before = set(tab.touchable("speak-"))
    await tab.touch("new-person")
    await tab.until(lambda: tab.has("person-name") or tab.has("somebody-new"))
    if tab.has("somebody-new"):  # There are others of the family to choose from.
        await tab.touch("somebody-new")
    await tab.write("person-name", name)
    await tab.touch(f"role-{role}")
    await tab.touch("add-person")
    await tab.until(lambda: set(tab.touchable("speak-")) - before, "nobody new")
    (new,) = set(tab.touchable("speak-")) - before
    return new.removeprefix("speak-")


def document(application: Application, plan: str) -> Document:
    """Return a plan as it stands on the desk."""
    workspace = application._workspace
    assert workspace is not None, "locked"
    return workspace._open[plan].document


def said(application: Application, plan: str, page: str) -> tuple[Saying, ...]:
    """Return what was said on a page."""
    return sayings(document(application, plan), page)


async def gives_back(tab: Tab, to: str) -> None:
    """I'm finished, and the worker's PIN; to: a control that is there then."""
    await tab.touch("finished")
    await tab.sees("Thank you")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds(to)


async def draw_line(tab: Tab, *, at: float = 200, count: int = 20) -> None:
    """Draw a line across the page, and wait until it is kept."""
    await tab.finds("page")
    await tab.stroke("page", [(100 + 10 * n, at + 3 * n) for n in range(count)])


def strokes_shown(tab: Tab) -> int:
    """Return how many tiles of the page have ink."""
    blank_tile = len(EMPTY)
    return sum(len(tab.control(key).get("src") or b"") != blank_tile for key in tab.keys("tile-"))


def allow(application: Application, plan: str, *people: str) -> None:
    """Let the worker have said that these people (ids) may hold a copy of what belongs to the plan's family."""
    decided(application, plan, "may", *people)


def decided(application: Application, plan: str, holding: Holding, *people: str) -> None:
    """Let the worker have said so of these people (ids), in the family of an open plan."""
    workspace = application._workspace
    assert workspace is not None, "locked"
    family = header(document(application, plan)).family
    for person in people:
        changes = decide(workspace.document(family), person, holding)
        workspace.make(family, changes, actor="worker", undo_scope="copy-rules", undo_session="a-test")
