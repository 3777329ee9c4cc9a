"""Fingers on the pad: one draws, two show the page larger, and the rest of a hand spoils nothing."""

import pytest

from app.ink import Stroke, View
from app.workspace.application import Application
from tests.headless.flet_session import Tab
from tests.headless.sitting import to_pad
from tests.headless.test_pad import controls, kept, line, live, the_drawing

pytestmark = pytest.mark.asyncio


def width(tab: Tab) -> float:
    return float(tab.control("page")["content"]["width"])


def zoom(tab: Tab) -> float:
    """Return how much larger than its window the page is shown: four tiles are its width."""
    tile = next(n for n in controls(tab.screen, "Image") if n.get("key") == "tile-0-0")
    return float(4 * tile["width"] / width(tab))


async def spread(tab: Tab, at: tuple[float, float], scale: float) -> None:
    """Put two fingers down one after the other, part them, and lift both."""
    tab.finger("start", 1, at)
    tab.finger("end", 2)
    tab.finger("start", 2, at, time=10)
    for n in range(1, 5):
        tab.finger("update", 2, at, scale=1 + (scale - 1) * n / 4, time=10 + n)
    await tab.settled()
    tab.finger("end", 1)
    await tab.settled()
    await tab.still()


async def test_a_finger_draws_a_line_a_dot_and_one_so_short_that_it_is_hardly_a_line(
    tab: Tab, application: Application
) -> None:
    await to_pad(tab)
    await tab.with_a_finger(line(100))
    await tab.with_a_finger([(300, 300)])
    await tab.with_a_finger([(400, 400), (403, 400), (409, 402)])
    await tab.until(lambda: len(kept(application)) == 3)
    scale = 1600 / width(tab)
    lines = [mark for mark in await the_drawing(application) if isinstance(mark, Stroke)]
    assert lines[0].points[0] == (round(100 * scale), round(100 * scale))
    assert lines[1].points == ((round(300 * scale), round(300 * scale)),)
    assert lines[2].points[-1] == (round(409 * scale), round(402 * scale))


async def test_two_fingers_show_the_page_larger_and_draw_nothing_and_a_line_is_then_where_the_finger_was(
    tab: Tab, application: Application
) -> None:
    await to_pad(tab)
    await spread(tab, (200, 150), 2.0)
    assert zoom(tab) == pytest.approx(2.0)
    assert not kept(application)
    assert not live(tab.screen)
    await tab.with_a_finger([(200, 150), (300, 150)])
    await tab.until(lambda: kept(application))
    (found,) = await the_drawing(application)
    assert isinstance(found, Stroke)
    view = View(width(tab)).zoomed(2.0, 200, 150)
    assert found.points == (view.point(200, 150), view.point(300, 150))
    await spread(tab, (200, 150), 0.25)
    assert zoom(tab) == 1.0, "never smaller than the whole page"


async def test_the_finger_that_is_left_of_two_draws_nothing_and_the_next_that_comes_does(
    tab: Tab, application: Application
) -> None:
    await to_pad(tab)
    await spread(tab, (200, 150), 1.5)
    tab.finger("start", 1, (250, 150), time=50)
    for n in range(20):
        tab.finger("update", 1, (250 + 8 * n, 150), time=50 + n)
    tab.finger("end", 0)
    await tab.settled()
    assert not live(tab.screen)
    assert not kept(application)
    await tab.with_a_finger(line(300))
    await tab.until(lambda: len(kept(application)) == 1)


async def test_the_rest_of_a_hand_that_comes_down_on_the_page_keeps_the_line_and_the_page_where_they_are(
    tab: Tab, application: Application
) -> None:
    await to_pad(tab)
    spots = line(200)
    tab.finger("start", 1, spots[0])
    for n, spot in enumerate(spots[1:], start=1):
        tab.finger("update", 1, spot, time=n)
    tab.finger("end", 2)
    tab.finger("start", 2, (300, 300), time=100)
    tab.finger("update", 2, (310, 300), scale=1.8, time=101)
    tab.finger("end", 1)
    await tab.until(lambda: len(kept(application)) == 1, "the line")
    assert zoom(tab) == 1.0


async def test_a_palm_neither_begins_nor_ends_nor_moves_what_a_pen_draws(tab: Tab, application: Application) -> None:
    await to_pad(tab)
    spots = line(200)
    tab.finger("start", 1, (500, 400))
    tab.down("page", spots[0])
    for n, spot in enumerate(spots[1:], start=1):
        tab.move("page", spot)
        tab.finger("update", 1, (500 + n, 400), time=n)
    tab.finger("end", 2)
    tab.finger("start", 2, (510, 400), time=90)
    tab.finger("update", 2, (510, 420), scale=2.0, time=91)
    tab.finger("end", 0)
    tab.up("page", spots[-1])
    await tab.until(lambda: kept(application))
    (found,) = await the_drawing(application)
    assert isinstance(found, Stroke)
    scale = 1600 / width(tab)
    assert found.points[-1] == (round(spots[-1][0] * scale), round(spots[-1][1] * scale))
    assert max(x for x, _y in found.points) < 400 * scale
    assert zoom(tab) == 1.0


async def test_the_eraser_takes_what_a_finger_touched_but_not_where_two_came(
    tab: Tab, application: Application
) -> None:
    await to_pad(tab)
    await tab.with_a_finger(line(100))
    await tab.touch("eraser")
    await spread(tab, line(100)[10], 1.2)
    assert len(kept(application)) == 1
    await tab.touch("zoom-out")
    await tab.with_a_finger([line(100)[10]])
    await tab.until(lambda: not kept(application))
