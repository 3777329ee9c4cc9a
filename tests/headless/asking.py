"""A visit on which somebody is asked alone: a tablet with a small kind of plan, and a worry on the table."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from app.document.answer import Answer, all_answers
from app.document.kind import Catalogue
from app.main import screen_of
from app.store import Store
from app.workspace.application import Application
from plans.drawings import DRAWINGS
from plans.family import FAMILY as FAMILIES
from tests.blocks.worrying import FEAR, HAPPENED, TRIED, worry
from tests.headless.flet_session import Tab, opened
from tests.headless.sitting import FAMILY, WORKER, document, keyring, meet, unlock
from tests.store.making import CHEAP, PIN

KINDS = Catalogue(plans=(TRIED,), drawings=DRAWINGS, family=FAMILIES)
SECRET = "I cannot say what I think at home"


@asynccontextmanager
async def visit(folder: Path) -> AsyncIterator[tuple[Tab, Application]]:
    """Return a tab on a tablet whose family has begun a plan of this kind."""
    store = Store.open(folder, keyring=keyring(), cost=CHEAP)
    vault, spare = store.set_up(PIN)
    vault.spare_key_written(spare)
    vault.keep_setting("worker", WORKER)
    vault.close()
    store.close()
    application = Application(folder, keyring(), KINDS)
    try:
        async with opened(screen_of(application)) as tab:
            await unlock(tab)
            await tab.touch("new-family")
            await tab.write("nickname", FAMILY)
            await tab.write("youngest", "7")
            await tab.touch("add-family")
            await tab.touch("start-tried")
            await tab.finds("next")
            await tab.sees("Saved")
            await tab.still(0.1)  # Where the plan was left is read a moment after it shows.
            yield tab, application
            await tab.still()
            assert tab.stopped is None
            assert not tab.screen or not tab.crashes, tab.crashes
    finally:
        await application.close()


async def to_worries(tab: Tab) -> None:
    await tab.touch("step-worries")
    await tab.finds("worry-happened")


async def worry_said(tab: Tab) -> tuple[str, str]:
    """Two people come, and a worry is written with its line; returns their ids."""
    await to_worries(tab)
    nan, dad = await meet(tab, "Nan"), await meet(tab, "Dadster", "parent")
    await tab.touch("speak-worker")
    for field, words in (
        ("worry-happened", HAPPENED),
        ("worry-fear", FEAR),
        ("scale-low", "Nobody is there"),
        ("scale-high", "Somebody is there"),
    ):
        await tab.write(field, words)
        await tab.leave(field)
    await tab.sees("Saved")
    return nan, dad


async def ask(tab: Tab, person: str, what: str = "view") -> None:
    """Hand the tablet to somebody with one question."""
    await tab.touch(f"ask-{what}-{person}")
    await tab.touch("give-it")
    await tab.finds("finished")


async def given_back(tab: Tab) -> None:
    """I'm finished, who may see it where that was not said, and the worker's PIN."""
    await tab.touch("finished")
    await tab.until(lambda: tab.has("who-sees") or tab.says("Thank you"))
    if tab.has("who-sees"):
        await tab.touch("finished")
    await tab.sees("Thank you")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds("worry-happened")
    await tab.sees("Saved")


def the_plan(application: Application) -> str:
    workspace = application._workspace
    assert workspace is not None
    return [id for id, held in workspace._open.items() if held.document.kind is TRIED][-1]


def given(application: Application, what: str = "view") -> tuple[Answer, ...]:
    """Return all that was answered, what is kept too."""
    plan = document(application, the_plan(application))
    about = worry(plan).id if what == "view" else worry(plan).scale.id
    return all_answers(plan, about)


def shared(tab: Tab) -> list[object]:
    """Return all that is on the glass, but for the numbers that flet gives its controls."""
    return [_plain(node) for node in [tab.screen]]


def _plain(tree: object) -> object:
    if isinstance(tree, dict):
        return {k: _plain(v) for k, v in tree.items() if k not in ("_i", "autofocus")}
    if isinstance(tree, list):
        return [_plain(v) for v in tree]
    return tree
