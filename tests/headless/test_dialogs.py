"""While a dialog is open, nothing below it can be touched, is read out, or takes the keyboard; Hide is always there."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from app.workspace.application import Application
from tests.headless import asking
from tests.headless.flet_session import Tab
from tests.headless.glass import Node, key_of, nodes_of
from tests.headless.sitting import draw_line, meet, to_pad, to_page, to_plan
from tests.headless.test_family_time import begins
from tests.headless.test_not_saved import too_long

pytestmark = pytest.mark.asyncio

APP = Path(__file__).parents[2] / "app"


async def pages(tab: Tab) -> None:
    await to_plan(tab)
    await tab.touch("arrange")


async def somebody_new(tab: Tab) -> None:
    await to_plan(tab)
    await meet(tab, "Nan")
    await tab.touch("new-person")


async def whose_page(tab: Tab) -> None:
    await to_plan(tab)
    await meet(tab, "Nan")
    await tab.touch("hand-over-to-write")


async def a_face(tab: Tab) -> None:
    await to_plan(tab)
    await meet(tab, "Nan")
    await tab.touch("choose-face")


async def the_pin(tab: Tab) -> None:
    await to_plan(tab)
    await tab.touch("set-up-sheet")


async def giving_back(tab: Tab) -> None:
    await to_plan(tab)
    await begins(tab)
    await tab.touch("give-back")


async def leaving(tab: Tab) -> None:
    await too_long(tab)
    await tab.touch("next")


async def a_photo(tab: Tab) -> None:
    await to_plan(tab)
    await to_page(tab, "Our family")
    await tab.touch("draw")
    await tab.touch("photo")


def on_the_pad(*touched: str) -> Callable[[Tab], Awaitable[None]]:
    async def opens(tab: Tab) -> None:
        await to_pad(tab)
        await draw_line(tab)
        for key in touched:
            await tab.touch(key)

    return opens


DIALOGS: dict[str, Callable[[Tab], Awaitable[None]]] = {
    "blocks/storyboard/screen/arrange.py": pages,
    "ui/screens/who_is_it.py": somebody_new,
    "ui/screens/who_is_it.py, of those here": whose_page,
    "ui/screens/choose_avatar.py": a_face,
    "ui/screens/ask_pin.py": the_pin,
    "ui/screens/family_time.py": giving_back,
    "ui/screens/unsaved_words.py": leaving,
    "ui/pad/palette.py": on_the_pad("colour"),
    "ui/pad/stickers_and_photos.py": on_the_pad("stickers"),
    "ui/screens/pad_photo.py": a_photo,
    "ui/screens/pad_more.py": on_the_pad("more"),
    "ui/screens/pad_more.py, sure": on_the_pad("more", "clear"),
}
ELSEWHERE = {"ui/screens/before_asking.py"}
"""Those that the tests below open themselves."""


def takes_the_keyboard(node: Node) -> bool:
    return node["_c"].endswith("Button") or node["_c"] == "TextField" or bool(node.get("on_click"))


def answers(tab: Tab) -> set[str]:
    """Return the keys of all that a hand or the keyboard can reach."""
    there = (n for n in tab._controls if takes_the_keyboard(n) and n["_i"] not in tab._off)
    return {key_of(n) for n in there} - {""}


def uppermost(tab: Tab) -> Node:
    """Return the layer of the uppermost dialog."""
    layers = [n for n in tab._controls if key_of(n).startswith("over-")]
    return next(n for n in reversed(layers) if not n.get("disabled"))


def shuts_in(tab: Tab) -> None:
    inside = {key_of(n) for n in nodes_of(uppermost(tab))}
    assert answers(tab) & inside
    assert answers(tab) - inside == {"hide"}
    shown = [n for n in tab._controls if takes_the_keyboard(n) and n["_i"] in tab._off and not n.get("disabled")]
    assert shown, "nothing is below"
    assert all(any(n is b for b in nodes_of(silent(tab))) for n in shown), "a screen reader is told of what is below"


def silent(tab: Tab) -> list[Node]:
    """Return the parts of the screen that a screen reader is not told of."""
    return [n for n in tab._controls if n.get("exclude_semantics")]


@pytest.mark.parametrize("opens", DIALOGS.values(), ids=DIALOGS)
async def test_nothing_below_a_dialog_can_be_reached(tab: Tab, opens: Callable[[Tab], Awaitable[None]]) -> None:
    await opens(tab)
    shuts_in(tab)


async def test_nothing_below_what_is_said_before_somebody_is_asked_can_be_reached(
    tmp_path: Path, nothing_unseen: None
) -> None:
    async with asking.visit(tmp_path / "data") as (tab, _application):
        nan, _dad = await asking.worry_said(tab)
        await tab.touch(f"ask-view-{nan}")
        shuts_in(tab)
        await tab.touch("not-now")
        assert f"ask-view-{nan}" in answers(tab)


async def test_a_dialog_below_another_cannot_be_reached_and_is_as_it_was_when_that_is_shut(
    tab: Tab, application: Application
) -> None:
    _plan, page, _field = await too_long(tab)
    await tab.touch("arrange")
    await tab.finds("done")
    await tab.goes_to("/")
    await tab.finds("leaving")
    shuts_in(tab)
    assert tab.is_off("done")
    await tab.touch("back-to-words")
    shuts_in(tab)
    await tab.touch("done")
    assert {"next", "back"} <= answers(tab)
    assert tab.has(f"scroll-{page}")


async def test_every_dialog_is_opened_here() -> None:
    files = {str(f.relative_to(APP)) for f in APP.rglob("*.py") if "controls.dialog(" in f.read_text("utf-8")}
    assert files == {name.partition(",")[0] for name in DIALOGS} | ELSEWHERE
