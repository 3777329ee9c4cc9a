"""What the pen costs the server: a move, and a stroke that is finished, on a full page and on an empty one.

Flet's real session, with a client that only counts (tests/headless/flet_session.py): the time is from the
event to the last byte that it makes the server send. Two pages take turns, event by event.
"""

import asyncio
import gc
import random
import tempfile
import time
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import flet as ft
from flet import canvas as cv

from app.ink import PAGE_HEIGHT, PAGE_WIDTH, PALETTE, Spot, Stroke
from app.ink.mark import Mark
from app.ink.photo import placed
from app.ink.sticker import Sticker
from app.ink.sticker_art import ORDER
from app.ink.tiles import EMPTY, TILES
from app.kit.component import component, made, state
from app.main import screen_of
from tests.bench.drawn import line, lines
from tests.bench.measuring import Figure, compared
from tests.bench.photograph import adding, photograph
from tests.headless.flet_session import Tab, opened
from tests.headless.glass import Node
from tests.headless.sitting import prepare, sitting, to_pad

STROKES, POINTS = 1000, 60
"""A page as full as a child fills one in an hour (docs/platform/flet.md, "Ink")."""

STICKERS = 40

LINES, MOVES = 3, 200
"""Strokes that are drawn on each page to time their moves, and the moves of each."""

TURNS = 25
"""Strokes finished on each page."""

PNG = b"\x89PNG"


def pen_move() -> Figure:
    """A pen move on a page with 1,000 strokes, beside one on the empty page."""

    async def measure(stack: AsyncExitStack) -> Figure:
        full, empty = await _pad(stack, _strokes), await _pad(stack, _nothing)
        return await _moves("pen move, 1,000 strokes / empty page", full, empty, aim=1.1)

    return asyncio.run(_within(measure))


def pen_move_of_all() -> Figure:
    """A pen move on a page that is shown larger, with 1,000 strokes, 40 stickers and a photo; beside the empty page."""

    async def measure(stack: AsyncExitStack) -> Figure:
        full, empty = await _pad(stack, _decorated), await _pad(stack, _nothing)
        await full.touch("zoom-in")
        await full.still(2)
        return await _moves("pen move, larger, with stickers and a photo / empty page", full, empty, aim=1.1)

    return asyncio.run(_within(measure))


def pen_move_of_paths() -> Figure:
    """The same page, beside one `cv.Path` a stroke, all of them on one canvas."""

    async def measure(stack: AsyncExitStack) -> Figure:
        full = await _pad(stack, _strokes)
        paths = await stack.enter_async_context(opened(lambda page: page.render(_Paths, _drawing(STROKES))))
        await paths.finds("page")
        return await _moves("pen move, 1,000 strokes / a cv.Path each", full, paths, aim=0.2)

    return asyncio.run(_within(measure))


def pen_up() -> Figure:
    """Pen up to the touched tiles sent, on a page with 1,000 strokes, beside the empty page."""

    async def measure(stack: AsyncExitStack) -> Figure:
        full, empty = await _pad(stack, _strokes), await _pad(stack, _nothing)
        times: tuple[list[float], list[float]] = ([], [])
        for turn in range(TURNS + 2):
            for tab, taken in zip((full, empty), times, strict=True):
                seconds = await _finish(tab, turn)
                if turn >= 2:  # The first ones find caches cold.
                    taken.append(seconds)
                if tab is empty:
                    await _wipe(tab)
        return compared("pen up to tiles, 1,000 strokes / empty page", *times, aim=1.5)

    return asyncio.run(_within(measure))


BENCHES = (pen_move, pen_move_of_all, pen_move_of_paths, pen_up)


@component
def _Paths(drawing: tuple[Stroke, ...]) -> ft.Control:
    """What one would write first: the strokes and the one under the pen as paths of one canvas."""
    kept, _set_kept = made(lambda: [_path([_shown(p) for p in s.points], s.colour) for s in drawing])
    none: tuple[Spot, ...] = ()
    spots, set_spots = state(none)

    def down(event: ft.DragDownEvent[ft.GestureDetector]) -> None:
        set_spots(((event.local_position.x, event.local_position.y),))

    def move(event: ft.DragUpdateEvent[ft.GestureDetector]) -> None:
        set_spots((*spots, (event.local_position.x, event.local_position.y)))

    shapes = [*kept, *([_path(list(spots), 0)] if spots else [])]
    canvas = cv.Canvas(shapes, width=800, height=600)
    return ft.GestureDetector(key="page", on_pan_down=down, on_pan_update=move, content=canvas)


def _path(spots: list[Spot], colour: int) -> cv.Path:
    first, *rest = spots
    paint = ft.Paint(color=PALETTE[colour][1], stroke_width=4, style=ft.PaintingStyle.STROKE)
    return cv.Path([cv.Path.MoveTo(*first), *(cv.Path.LineTo(*spot) for spot in rest)], paint=paint)


def _shown(point: Spot) -> Spot:
    return point[0] * 800 / PAGE_WIDTH, point[1] * 800 / PAGE_WIDTH


async def _within(measure: Callable[[AsyncExitStack], Coroutine[Any, Any, Figure]]) -> Figure:
    async with AsyncExitStack() as stack:
        return await measure(stack)


def _strokes(_photo: str) -> tuple[Mark, ...]:
    return _drawing(STROKES)


def _nothing(_photo: str) -> tuple[Mark, ...]:
    return ()


async def _pad(stack: AsyncExitStack, marks_with: Callable[[str], tuple[Mark, ...]]) -> Tab:
    """Return a tab on a pad whose page has these marks (given a photo's name), all of them on its tiles."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    await prepare(folder)
    application = await stack.enter_async_context(sitting(folder))
    tab = await stack.enter_async_context(opened(screen_of(application)))
    await to_pad(tab)
    workspace = application._workspace
    assert workspace is not None
    (drawings,) = [id for id, held in workspace._open.items() if held.document.kind.slug == "drawings"]
    (page,) = workspace._open[drawings].document.children(None, section="mine")
    marks = marks_with(await workspace.keep_blob(drawings, photograph()))
    adds = adding(marks, section="mine", by=page.by, parent=page.id, for_whom=page.for_whom)
    workspace.make(drawings, adds, actor=page.by, undo_scope=f"pad-{page.id}", undo_session="an hour ago")
    await workspace.settled()
    tiles = {f"tile-{column}-{row}" for column, row in TILES} if marks else set()
    while any(tab.control(tile)["src"] == EMPTY for tile in tiles):
        await asyncio.sleep(0.2)
    await tab.still(2)
    return tab


def _drawing(count: int) -> tuple[Stroke, ...]:
    """Return strokes as a child draws them, all over the page, with every pen. The same each time."""
    return tuple(drawn.stroke for drawn in lines(count, POINTS))


def _decorated(photo: str) -> tuple[Mark, ...]:
    """Return a page with all that can be on one: 1,000 strokes, 40 stickers and a photo, one over the other."""
    luck = random.Random(9)
    stickers = [
        Sticker(
            art, luck.randrange(PAGE_WIDTH), luck.randrange(PAGE_HEIGHT), luck.randrange(150, 450), turn, turn > 180
        )
        for art, turn in zip(luck.choices(ORDER, k=STICKERS), range(0, 360, 360 // STICKERS), strict=True)
    ]
    strokes = _drawing(STROKES)
    return (placed(photo, 2000, 1500), *strokes[: STROKES // 2], *stickers, *strokes[STROKES // 2 :])


def _spots(seed: int, count: int) -> list[tuple[Spot, float]]:
    """Return the reports of a line as a client tells them: the place on a page 800 px wide, and the milliseconds."""
    drawn = line(seed, count)
    return [(_shown(point), time) for point, time in zip(drawn.points, drawn.times, strict=True)]


async def _moves(name: str, ours: Tab, baseline: Tab, *, aim: float) -> Figure:
    """Draw strokes on both pages, move by move in turns."""
    times: tuple[list[float], list[float]] = ([], [])
    sides = list(zip((ours, baseline), times, strict=True))
    for turn in range(LINES):
        spots = _spots(turn, MOVES)
        for tab, _taken in sides:
            tab.down("page", spots[0][0])
            await tab.settled()
            await tab.still()
        pages = {tab: tab.control("page") for tab, _taken in sides}
        gc.collect()
        gc.disable()  # When it would run falls on one page or the other by chance.
        for spot in spots[1:]:
            sides.reverse()  # Each is the first as often as the other.
            for tab, taken in sides:
                taken.append(await _seconds_of_move(tab, pages[tab], *spot))
        gc.enable()
        for tab, _taken in sides:
            tab.event(tab.control("page"), "pan_cancel", None)
            await tab.settled()
    return compared(name, *times, aim=aim)


async def _seconds_of_move(tab: Tab, page: Node, spot: Spot, time_of_it: float) -> float:
    sent = len(tab.line.sent)
    began = time.perf_counter()
    told = {"l": {"x": spot[0], "y": spot[1]}, "g": {"x": 0.0, "y": 0.0}}
    tab.event(page, "pan_update", {**told, "ts": ft.Duration(microseconds=round(time_of_it * 1000))})
    while len(tab.line.sent) == sent:
        await asyncio.sleep(0)
    return time.perf_counter() - began


async def _finish(tab: Tab, turn: int) -> float:
    """Draw a stroke; return the seconds from pen up until its tiles are sent."""
    (first, _at), *others = _spots(turn, POINTS)
    tab.down("page", first)
    for spot, at in others:
        tab.move("page", spot, at=at)
        await tab.settled()
    await tab.still(0.05)
    sent = len(tab.line.sent)
    began = time.perf_counter()
    tab.up("page", others[-1][0])
    while not any(PNG in message for message in tab.line.sent[sent:]):
        await asyncio.sleep(0)
    seconds = time.perf_counter() - began
    await tab.settled()
    await tab.still(0.5)
    return seconds


async def _wipe(tab: Tab) -> None:
    """Make the page empty again."""
    await tab.touch("undo")
    await tab.still(0.5)
