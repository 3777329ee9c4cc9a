"""The page under the finger: tiles of kept ink, the live stroke over them, and what a drag means."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any, TypeVar, cast

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from app.document import new_id
from app.ink import PAGE_WIDTH, PALETTE, Point, Spot, Stroke, to_page
from app.ink.tiles import EMPTY, TILE, TILES, Raster, Tile
from app.ui.kit import theme
from app.ui.kit.component import component, made
from app.ui.pad.live import LiveInk, LiveLayer, LiveStroke

T = TypeVar("T")

PORTION = 100
"""Strokes of a full page that appear together when it is opened: half a second's work."""

AFTERGLOW = 0.35
"""Seconds that a finished stroke's shapes stay when its tiles are sent: the browser decodes them first."""


def page_width(width: float, height: float) -> float:
    """Return how wide the largest page is that fits into so many pixels: 4 × 3, with its edge of a pixel."""
    edges = 2  # Without them its right edge would be cut off.
    return max(240.0, min(width - edges, (height - edges) * 4 / 3))


class Tiles:
    """A page's kept ink as tiles, drawn one change at a time on a thread of their own."""

    def __init__(self) -> None:
        self._raster = Raster()
        self._one = asyncio.Lock()
        self._wanted: Sequence[tuple[str, Stroke]] = ()
        self.pngs: dict[Tile, bytes] = {}

    async def show(self, strokes: Sequence[tuple[str, Stroke]], shown: Callable[[dict[Tile, bytes]], None]) -> None:
        """Draw these strokes. Calls that come while one is at work wait for it, and are then drawn as one.

        shown: told the tiles, once; of a full page that is opened, again and again, as its strokes appear.
        """
        self._wanted = strokes
        async with self._one:
            if not self.pngs:
                for end in range(PORTION, len(self._wanted), PORTION):
                    shown(await self._draw(self._wanted[:end]))
            shown(await self._draw(self._wanted))

    async def _draw(self, strokes: Sequence[tuple[str, Stroke]]) -> dict[Tile, bytes]:
        self.pngs = self.pngs | await asyncio.to_thread(self._show, strokes)
        return self.pngs

    def _show(self, strokes: Sequence[tuple[str, Stroke]]) -> dict[Tile, bytes]:
        return {tile: self._raster.png(tile) for tile in self._raster.show(strokes)}


@component
def Surface(
    *,
    strokes: tuple[tuple[str, Stroke], ...],
    width: float,
    colour: int,
    pen_width: int,
    erasing: bool,
    draw: Callable[[Sequence[Point]], str | None],
    rub: Callable[[Sequence[Point], str], None],
    minding: Callable[[], AbstractContextManager[None]],
    in_hand: Callable[[Callable[[], None] | None], None],
    label: str,
) -> ft.Control:
    """The page, `width` pixels wide and three quarters as high.

    draw(points in page units): keeps a stroke and returns its id. rub(path, step): the eraser went
    along this path; all of one drag has one step. minding(): what goes wrong inside is said.
    in_hand(keep): a stroke is on its way, and keep() makes what there is of it a stroke; None: no more.
    label: what a screen reader is told.
    """
    height = width * 3 / 4
    scale = PAGE_WIDTH / width
    # Kept, not watched: a move is the live layer's business alone.
    live, tiles = _kept(LiveInk), _kept(Tiles)
    pngs, set_pngs = made(dict[Tile, bytes])
    step: MutableRef[str] = ft.use_ref("")
    last: MutableRef[Spot] = ft.use_ref(None)
    ids = frozenset(id for id, _stroke in strokes)
    there: MutableRef[frozenset[str]] = ft.use_ref(ids)

    async def redraw() -> None:
        with minding():
            await tiles.show(strokes, set_pngs)
            await asyncio.sleep(AFTERGLOW)
            live.settled(ids)

    def changed() -> None:
        live.settled((there.current or ids) - ids)
        there.current = ids
        # A task of its own: an effect is cancelled when the next stroke comes, in the middle of a tile.
        ft.context.page.run_task(redraw)

    ft.use_effect(changed, [ids])

    def page(spots: Sequence[Spot]) -> list[Point]:
        return [to_page(x, y, width, height) for x, y in spots]

    def down(event: ft.DragDownEvent[ft.GestureDetector]) -> None:
        spot = (event.local_position.x, event.local_position.y)
        last.current = spot
        if erasing:
            step.current = new_id()
        else:
            look = PALETTE[colour][1]
            live.begin(LiveStroke("live", look, pen_width / scale).to(spot))
            in_hand(up)

    def move(event: ft.DragUpdateEvent[ft.GestureDetector]) -> None:
        spot = (event.local_position.x, event.local_position.y)
        if erasing:
            if last.current is not None:
                rub(page([last.current, spot]), step.current or new_id())
            last.current = spot
        else:
            live.move(spot)

    def up() -> None:
        in_hand(None)
        if not erasing and live.stroke is not None:
            finish(live.stroke.spots)

    def cancelled() -> None:
        in_hand(None)
        live.drop()

    def tapped(event: ft.TapEvent[ft.GestureDetector]) -> None:
        if event.local_position is None:
            return
        spot = (event.local_position.x, event.local_position.y)
        if erasing:
            rub(page([spot]), new_id())
        else:
            live.begin(LiveStroke("live", PALETTE[colour][1], pen_width / scale).to(spot))
            finish([spot])

    def finish(spots: Sequence[Spot]) -> None:
        kept = draw(page(spots))
        if kept is None:
            live.drop()
        else:
            live.lift(kept)

    side = TILE / scale
    return ft.Semantics(
        label=label,
        image=True,
        content=ft.GestureDetector(
            key="page",
            mouse_cursor=ft.MouseCursor.PRECISE,
            on_pan_down=down,
            on_pan_update=move,
            on_pan_end=up,
            on_pan_cancel=cancelled,
            on_tap_up=tapped,
            exclude_from_semantics=True,
            content=ft.Container(
                ft.Stack(
                    [
                        *(_tile(t, pngs.get(t, EMPTY), side) for t in TILES),
                        LiveLayer(live, width, height),
                    ],
                    width=width,
                    height=height,
                ),
                width=width,
                height=height,
                bgcolor=theme.PAPER,
                border_radius=theme.CORNER,
                clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
            ),
        ),
    )


def _kept(make: Callable[[], T]) -> T:
    """Return a component's own thing, made once; it is not drawn again when that changes."""
    return cast(T, ft.use_ref(cast(Any, make)).current)


def _tile(tile: Tile, png: bytes, side: float) -> ft.Control:
    return ft.Image(
        png,
        key=f"tile-{tile[0]}-{tile[1]}",
        left=tile[0] * side,
        top=tile[1] * side,
        width=side,
        height=side,
        fit=ft.BoxFit.FILL,
        gapless_playback=True,
        exclude_from_semantics=True,
    )
