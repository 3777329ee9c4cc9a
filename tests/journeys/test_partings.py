"""Tabs go at any moment and the program is stopped at any moment: nothing goes wrong, and the log has no word of it."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, Route, expect

from app.workspace.practice import PIN
from tests.browser import launch
from tests.journeys.conftest import Comes
from tests.journeys.house import ADDRESS, House, copied
from tests.journeys.on_a_day import FORGOT
from tests.journeys.person import Somebody, sits_down
from tests.photographed import photographed

INVITES = "Alongside is ready.", "A fresh address,"
"""How the two sentences begin that the program prints before an address."""


@pytest.fixture
def forgetful(family: Path, tmp_path: Path) -> Iterator[House]:
    """The app, which forgets a tab as soon as it has gone."""
    house = House(copied(family, tmp_path / "plans"), forgets=True)
    try:
        yield house.start()
    finally:
        house.stop()


def forgotten(house: House) -> int:
    return sum(line.strip() == FORGOT for line in house.log)


def unwanted(house: House) -> list[str]:
    """Return all that the program printed, but what it is there to print."""
    kept = [line.strip() for line in house.log]
    return [line for line in kept if not (ADDRESS.fullmatch(line) or line.startswith(INVITES) or line in (FORGOT, ""))]


def another(jo: Somebody, house: House) -> Somebody:
    """Open a tab more, at the lock, an hour later: it leads home."""
    tab = jo.second_tab(house.door)
    expect(tab.field("PIN")).to_be_visible()
    house.visited()  # Only now: by then the app has met the parting of the tab before.
    return tab


def unlocked(tab: Somebody) -> Somebody:
    """Type the PIN, and touch the button until it opens: with so many tabs the last letter can come after the touch."""
    tab.writes("PIN", PIN)
    tab.touch_until("Unlock", tab.button("Lock"))
    return tab


def test_tabs_that_go_in_the_middle_of_anything_leave_nothing_in_the_log(
    forgetful: House, comes: Comes, tmp_path: Path
) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(photographed())
    jo = comes(forgetful)

    another(jo, forgetful).page.close()  # Locked.

    early = jo.page.context.new_page()  # Before it has said anything, and while it is still coming.
    early.goto(forgetful.door, wait_until="commit")
    early.close()

    opening = another(jo, forgetful)  # While the program unlocks it.
    opening.writes("PIN", PIN)
    opening.page.keyboard.press("Enter")
    opening.page.close()

    writing = unlocked(another(jo, forgetful))  # In the middle of a word, whose draft is kept a moment later.
    writing.touch("Our story")
    writing.goes_to("What happened then?")
    writing.has_speak("Mum")
    writing.writes("Mum says", "And then the telep", nth=-1)
    writing.page.close()

    choosing = unlocked(another(jo, forgetful))  # While it is asked for a file.
    choosing.opens_to_draw("Our family")
    choosing.touch("A photo")
    with choosing.page.expect_file_chooser():
        choosing.touch("Choose a photo")
    choosing.page.close()

    sending = unlocked(another(jo, forgetful))  # While a photo is on its way.
    sending.opens_to_draw("Our family")
    sending.touch("A photo")
    held: list[Route] = []
    sending.page.route("**/incoming/**", lambda route: held.append(route))
    with sending.page.expect_file_chooser() as waiting:
        sending.touch("Choose a photo")
    waiting.value.set_files(file)
    sending.waits_for(lambda: bool(held), "the photo on its way")
    sending.page.close()

    drawing = unlocked(another(jo, forgetful))  # With the pen on the page; and the tab crashes.
    drawing.opens_to_draw("Our family")
    box = drawing.paper.bounding_box()
    assert box is not None
    drawing.pen_down((box["x"] + 100, box["y"] + 100))
    drawing.page.mouse.move(box["x"] + 200, box["y"] + 140)
    drawing.page.context.new_cdp_session(drawing.page).send("Page.navigate", {"url": "chrome://crash"})
    drawing.page.close()

    jo.comes_to_the_front()
    jo.waits_for(lambda: forgotten(forgetful) >= 6, "the tabs forgotten")
    assert unwanted(forgetful) == []
    forgetful.visited()
    unlocked(jo)
    jo.touch("Our story")
    jo.page.go_back()
    expect(jo.button("Our story")).to_be_visible()
    jo.page.go_forward()
    jo.page.reload()
    jo.is_brought_back()
    jo.page.goto("about:blank")
    jo.page.go_back()
    jo.is_brought_back()
    assert unwanted(forgetful) == []
    assert forgetful.interrupt() == 0
    jo.page.close()
    jo.minds_no_lost_line()
    assert unwanted(forgetful) == []


def test_a_killed_browser_a_killed_program_and_an_impatient_ctrl_c_leave_nothing_in_the_log_or_on_the_disk(
    forgetful: House, comes: Comes, playwright: Playwright, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = forgetful.port
    forgetful.stop()
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    forgetful.start(port=port)
    monkeypatch.undo()
    jo = comes(forgetful).unlocks()
    theirs = launch(playwright)
    sam = sits_down(theirs.new_page(), forgetful.address()).unlocks()
    sam.touch("Our story")
    os.kill(pid_of(theirs), signal.SIGKILL)
    jo.waits_for(lambda: forgotten(forgetful) >= 1, "the killed browser's tab forgotten")
    jo.touch("Our story")
    forgetful.kill()
    assert list(temporary.iterdir()) == [], "nothing stays in the system's temporary folder"
    forgetful.start(port=port)
    jo.is_brought_back()
    jo.unlocks()
    jo.minds_no_lost_line()
    assert forgetful.interrupt(times=3) in (0, 130, -signal.SIGINT)
    jo.page.close()
    jo.minds_no_lost_line()
    assert unwanted(forgetful) == []


def pid_of(theirs: Browser) -> int:
    """Return the process of a browser that this test has started."""
    told = theirs.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    return next(int(p["id"]) for p in told["processInfo"] if p["type"] == "browser")
