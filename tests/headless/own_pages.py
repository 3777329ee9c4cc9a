"""How somebody comes to a page of their own in a plan: behind one step, and the PIN before what is there already."""

from tests.headless.flet_session import Tab
from tests.store.making import PIN


async def to_face(tab: Tab, person: str, section: str = "mine") -> None:
    """Go to the faces, and touch one."""
    await tab.touch(f"step-{section}")
    await tab.touch(f"own-{person}")
    await tab.finds("open-own")


async def begun(tab: Tab, person: str, kind: str = "mine", section: str = "mine") -> str:
    """Give somebody a new page of their own; returns its id."""
    await to_face(tab, person, section)
    await tab.touch(f"add-{kind}")
    await tab.finds("open-page")
    (key,) = tab.keys("scroll-")
    return key.removeprefix("scroll-")


async def to_list(tab: Tab, person: str, section: str = "mine") -> None:
    """Open the list of one person's pages, with the PIN."""
    await to_face(tab, person, section)
    await tab.touch("open-own")
    await tab.sees("Make sure that nobody else can look.")
    await tab.write("secret", PIN)
    await tab.touch("prove")
    await tab.finds(f"scroll-{section}:{person}")


async def to_own_page(tab: Tab, page: str, person: str, section: str = "mine") -> None:
    """Go to a page of somebody's own: the step, the face, the PIN, the list."""
    await to_list(tab, person, section)
    await tab.touch(f"own-page-{page}")
    await tab.finds("open-page")
