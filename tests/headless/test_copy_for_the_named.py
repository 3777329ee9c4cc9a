"""Somebody of the network who is written down in a plan, and has no face yet, can be given a copy: one touch puts them
among the family's people, and from there on they are as everybody.
"""

import pytest

from app.document import people
from app.document.header import header
from app.workspace.application import Application
from tests.headless.flet_session import Tab
from tests.headless.sitting import document
from tests.headless.test_rings import add_name, plan_of, to_rings
from tests.headless.test_rings import application as application
from tests.store.making import PIN

pytestmark = pytest.mark.asyncio


async def prove(tab: Tab) -> None:
    await tab.write("secret", PIN)
    await tab.touch("prove")


async def test_aunt_rosa_who_is_only_a_name_in_the_rings_gets_a_copy(tab: Tab, application: Application) -> None:
    await to_rings(tab)
    await add_name(tab, "Aunt Rosa")
    await tab.touch("copy")
    await prove(tab)
    await tab.sees("These are named in this plan, and are not among your people yet:")
    assert not any("Nan" in w for w in tab.words_in("add-0")), "she has a face already"
    await tab.touch("add-0")
    await tab.sees("There is no copy for", "Aunt Rosa")
    plan = plan_of(application)
    (rosa,) = (p for p in people(plan).values() if p.name == "Aunt Rosa")
    assert rosa.id in people(document(application, header(plan).family)), "the family does not know her"
    await tab.touch("who-may-hold")
    await prove(tab)
    await tab.touch(f"may-{rosa.id}")
    await tab.sees("may hold a copy now")
    await tab.touch("back")
    await prove(tab) if tab.has("prove") else None
    await tab.finds(f"for-{rosa.id}")
    assert not tab.has("add-0"), "she is offered a second time"
    await tab.touch(f"for-{rosa.id}")
    await tab.touch("safe-no")
    await tab.finds("save-copy")
    await tab.sees("A copy for Aunt Rosa")
