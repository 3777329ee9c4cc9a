"""What is told to the room: only what did not work wears a fault's colour, and a sign says so besides the colour."""

import pytest

from app.kit import theme
from app.store import NotSaved, Vault
from app.workspace.application import Application
from tests.headless.flet_session import Tab
from tests.headless.glass import nodes_of
from tests.headless.sitting import unlock
from tests.headless.test_bring_later import story_with_nan
from tests.headless.test_desk import second_family, to_close
from tests.headless.test_home import into_the_bin, to_more

pytestmark = pytest.mark.asyncio


async def told(tab: Tab) -> tuple[bool, object]:
    """Return whether the sentence for the room is in a fault's colour, and its sign."""
    notice = await tab.finds("notice")
    there = list(nodes_of(notice))
    (icon,) = (n for n in there if n["_c"] == "Icon")
    care = str(theme.CARE.value)
    return care in str(notice), icon["icon"]


async def test_that_a_plan_is_in_the_bin_is_no_fault(tab: Tab) -> None:
    await to_more(tab)
    await into_the_bin(tab)
    await tab.sees("It is in the bin now")
    assert not (await told(tab))[0]


async def test_that_a_copy_was_saved_or_promised_is_no_fault(tab: Tab, application: Application) -> None:
    await story_with_nan(tab, application)
    await tab.touch("save-copy")
    await tab.sees("The copy should now be among this device's downloads.")
    assert not (await told(tab))[0]
    await tab.touch("bring-later")
    await tab.touch("bring-1")
    await tab.touch("owe-everyone")
    await tab.sees("You promised a copy by")
    assert not (await told(tab))[0]


async def test_that_a_family_is_closed_is_no_fault_and_that_it_could_not_be_saved_is_one_and_another_sign_says_so(
    tab: Tab, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    await unlock(tab)
    made = await second_family(application)
    await to_close(tab, made.family)

    def no_room(*_: object) -> None:
        raise NotSaved

    with monkeypatch.context() as full:
        full.setattr(Vault, "append", no_room)
        await tab.touch("close-family-sure")
        await tab.sees("could not be saved")
    wrong, warning = await told(tab)
    assert wrong
    await tab.touch("close-family-sure")
    await tab.sees("is closed.")
    wrong, sign = await told(tab)
    assert not wrong
    assert sign != warning
