"""A page's kept marks on the screen: tiles, drawn one change at a time on a thread of their own."""

import asyncio
from collections.abc import Callable, Mapping, Sequence

import flet as ft

from app.ink import View
from app.ink.mark import Mark
from app.ink.photo import Photos
from app.ink.tiles import EMPTY, TILE, TILES, Raster, Tile

PORTION = 100
"""Marks of a full page that appear together when it is opened: half a second's work."""


class Tiles:
    """The tiles of one page that is shown."""

    def __init__(self) -> None:
        self._photos: dict[str, bytes] = {}
        self._raster = Raster(photos=self._photos)
        self._one = asyncio.Lock()
        self._wanted: Sequence[tuple[str, Mark]] = ()
        self.pngs: dict[Tile, bytes] = {}

    async def show(
        self, marks: Sequence[tuple[str, Mark]], photos: Photos, shown: Callable[[dict[Tile, bytes]], None]
    ) -> None:
        """Draw these marks. Calls that come while one is at work wait for it, and are then drawn as one.

        photos: all of those among the marks. shown: told the tiles, once; of a full page that is opened,
        again and again, as its marks appear.
        """
        self._wanted = marks
        self._photos.update(photos)
        async with self._one:
            if not self.pngs:
                for end in range(PORTION, len(self._wanted), PORTION):
                    shown(await self._draw(self._wanted[:end]))
            shown(await self._draw(self._wanted))

    async def _draw(self, marks: Sequence[tuple[str, Mark]]) -> dict[Tile, bytes]:
        self.pngs = self.pngs | await asyncio.to_thread(self._show, marks)
        return self.pngs

    def _show(self, marks: Sequence[tuple[str, Mark]]) -> dict[Tile, bytes]:
        return {tile: self._raster.png(tile) for tile in self._raster.show(marks)}


def tile_images(pngs: Mapping[Tile, bytes], view: View) -> list[ft.Control]:
    """Return the tiles as the view shows them."""
    side = TILE * view.scale
    return [
        ft.Image(
            pngs.get(tile, EMPTY),
            key=f"tile-{tile[0]}-{tile[1]}",
            left=tile[0] * side - view.left * view.scale,
            top=tile[1] * side - view.top * view.scale,
            width=side,
            height=side,
            fit=ft.BoxFit.FILL,
            gapless_playback=True,
            exclude_from_semantics=True,
        )
        for tile in TILES
    ]
