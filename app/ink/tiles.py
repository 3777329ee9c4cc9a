"""Ink as pixels: the tiles of the page on screen, and small pictures, from one way of painting a stroke.

A page is kept as tiles of 400 × 400 page units, so that a new stroke costs what it covers and not
what is already there. How a mark is painted is app.ink.rasterize's.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from PIL import Image

from app.ink import png
from app.ink.mark import Mark, Thing, box
from app.ink.outline import Box
from app.ink.photo import NONE, Photo, Photos
from app.ink.rasterize import Painted, Pixels, meet, paint, pixels, ready
from app.ink.sticker import Sticker
from app.ink.stroke import PAGE_HEIGHT, PAGE_WIDTH, Stroke

Tile: TypeAlias = tuple[int, int]
"""A tile's column and row, from the left top corner."""

TILE = 400
"""A tile's side, in page units."""

COLUMNS = PAGE_WIDTH // TILE
ROWS = PAGE_HEIGHT // TILE

TILES: tuple[Tile, ...] = tuple((column, row) for row in range(ROWS) for column in range(COLUMNS))

SCALE = 1.3
"""Pixels a page unit: a page of 1040 css px on a screen with two pixels to each."""


_ROOM = 12_000_000
"""Pixels of things that are kept ready for one page: four photos of a whole page, 48 MB. The others are made anew."""


class _Inked(NamedTuple):
    mark: Mark
    box: Box
    tiles: tuple[Tile, ...]


class _Drawn(NamedTuple):
    """A tile's pixels, and its strips as PNG: None where the pixels have changed since."""

    image: Image.Image
    strips: list[png.Strip | None]

    def touched(self, top: int, bottom: int) -> None:
        """Note that rows from top to just before bottom (of this tile) have changed."""
        for i in range(max(0, top) // png.HEIGHT, min(-(-bottom // png.HEIGHT), len(self.strips))):
            self.strips[i] = None


class Raster:
    """The pixels of one shown page. Not thread-safe: one thread at a time, off the event loop.

    The order of the marks is the order in which they were shown and added: later ones lie on top.
    """

    def __init__(self, scale: float = SCALE, photos: Photos = NONE) -> None:
        """scale: pixels a page unit, rounded so that a tile is a whole number of pixels.

        photos: may come to hold more; a photo is looked up when it is first shown.
        """
        self._photos = photos
        self._things: dict[Thing, Painted] = {}
        self.side = max(1, round(TILE * scale))
        self._scale = self.side / TILE
        self._inked: dict[str, _Inked] = {}
        self._drawn: dict[Tile, _Drawn] = {}
        self._on: dict[Tile, list[str]] = {tile: [] for tile in TILES}
        self._encoded: dict[Tile, bytes] = {}

    def show(self, marks: Sequence[tuple[str, Mark]]) -> frozenset[Tile]:
        """Make the page show exactly these (id, mark), in this order. Returns the tiles that changed.

        What is there already is not drawn again: where marks only came on top, only they are drawn.
        """
        wanted = {id: self._ink(id, mark) for id, mark in marks}
        on: dict[Tile, list[str]] = {tile: [] for tile in TILES}
        for id, inked in wanted.items():
            for tile in inked.tiles:
                on[tile].append(id)
        before = self._inked
        changed: set[Tile] = set()
        on_top: dict[str, list[Tile]] = {}
        afresh: dict[Tile, Pixels] = {}
        self._inked = wanted
        for tile, ids in on.items():
            old = self._on[tile]
            self._on[tile] = ids
            same = ids[: len(old)] == old and all(before[i].mark == wanted[i].mark for i in old)
            if same and len(ids) == len(old):
                continue
            changed.add(tile)
            if same:
                for id in ids[len(old) :]:
                    on_top.setdefault(id, []).append(tile)
            else:
                afresh[tile] = _whole(tile, self.side)
        self._redraw(afresh)
        for id, inked in wanted.items():
            if id in on_top:
                self._draw(inked, on_top[id])
        return self._touched(changed)

    def add(self, id: str, mark: Mark) -> frozenset[Tile]:
        """Draw one more mark on top of all. Returns the tiles that it touches.

        Its cost does not depend on how many marks are there. An id that is there already changes nothing.
        """
        if id in self._inked:
            return frozenset()
        inked = self._inked[id] = self._ink(id, mark)
        for tile in inked.tiles:
            self._on[tile].append(id)
        self._draw(inked, inked.tiles)
        return self._touched(inked.tiles)

    def remove(self, ids: Iterable[str]) -> frozenset[Tile]:
        """Take marks away; unknown ids are left aside. Returns the tiles that changed.

        Only the part of each tile under the marks is drawn again, from the marks that meet it.
        """
        under: dict[Tile, list[Box]] = {}
        gone = {id for id in ids if id in self._inked}
        for id in gone:
            inked = self._inked.pop(id)
            for tile in inked.tiles:
                under.setdefault(tile, []).append(inked.box)
        afresh: dict[Tile, Pixels] = {}
        for tile, boxes in under.items():
            self._on[tile] = [i for i in self._on[tile] if i not in gone]
            lost = Box(
                min(b.left for b in boxes),
                min(b.top for b in boxes),
                max(b.right for b in boxes),
                max(b.bottom for b in boxes),
            )
            afresh[tile] = meet(pixels(lost, self._scale), _whole(tile, self.side))
        self._redraw(afresh)
        return self._touched(under)

    def png(self, tile: Tile) -> bytes:
        """Return a tile as a transparent PNG, side × side pixels; one without ink is EMPTY."""
        drawn = self._drawn.get(tile)
        if drawn is None:
            return EMPTY
        if tile not in self._encoded:
            image, strips = drawn
            photo = any(isinstance(self._inked[id].mark, Photo) for id in self._on[tile])
            ready = [png.strip(image, i, photo=photo) if known is None else known for i, known in enumerate(strips)]
            strips[:] = ready
            self._encoded[tile] = png.joined(image.width, image.height, ready)
        return self._encoded[tile]

    def _ink(self, id: str, mark: Mark) -> _Inked:
        known = self._inked.get(id)
        if known is not None and known.mark == mark:
            return known
        around = box(mark)
        left, right = math.floor(around.left / TILE), math.floor(around.right / TILE)
        top, bottom = math.floor(around.top / TILE), math.floor(around.bottom / TILE)
        tiles = tuple(t for t in TILES if left <= t[0] <= right and top <= t[1] <= bottom)
        return _Inked(mark, around, tiles)

    def _ready(self, inked: _Inked) -> Painted:
        """Return a mark ready to paint: a line is worked out anew, which is quick; a thing's pixels are kept."""
        mark = inked.mark
        if isinstance(mark, Stroke):
            return ready(mark, self._scale, self._photos)
        painted = self._things.pop(mark, None) or ready(mark, self._scale, self._photos)
        self._things[mark] = painted  # The one used last is last.
        shown = {i.mark for i in self._inked.values()}
        room = _ROOM
        for thing, look in reversed(tuple(self._things.items())):
            room -= (look.around[2] - look.around[0]) * (look.around[3] - look.around[1])
            if thing not in shown or (room < 0 and thing != mark):
                del self._things[thing]
        return painted

    def _draw(self, inked: _Inked, tiles: Iterable[Tile]) -> None:
        look = self._ready(inked)
        for tile in tiles:
            left, top = tile[0] * self.side, tile[1] * self.side
            drawn = self._sheet(tile)
            paint(drawn.image, (left, top), _whole(tile, self.side), look)
            drawn.touched(look.around[1] - top, look.around[3] - top)

    def _sheet(self, tile: Tile) -> _Drawn:
        """Return a tile's pixels, blank ones where there were none."""
        if tile not in self._drawn:
            image = Image.new("RGBA", (self.side, self.side))
            self._drawn[tile] = _Drawn(image, [None] * png.strips(self.side))
        return self._drawn[tile]

    def _redraw(self, regions: Mapping[Tile, Pixels]) -> None:
        """Draw a part of each of these tiles afresh, from the marks that meet it."""
        parts: dict[Tile, tuple[Image.Image, Box]] = {}
        s = self._scale
        for tile, (left, top, right, bottom) in regions.items():
            if self._on[tile]:
                seen = Box(left / s, top / s, right / s, bottom / s)
                parts[tile] = (Image.new("RGBA", (right - left, bottom - top)), seen)
            else:
                self._drawn.pop(tile, None)
        for inked in self._inked.values():
            here = [tile for tile in inked.tiles if tile in parts and inked.box.meets(parts[tile][1])]
            if here:
                look = self._ready(inked)
                for tile in here:
                    paint(parts[tile][0], regions[tile][:2], _whole(tile, self.side), look)
        for tile, (part, _) in parts.items():
            x, y = tile[0] * self.side, tile[1] * self.side
            left, top, _, bottom = regions[tile]
            drawn = self._sheet(tile)
            drawn.image.paste(part, (left - x, top - y))
            drawn.touched(top - y, bottom - y)

    def _touched(self, tiles: Iterable[Tile]) -> frozenset[Tile]:
        touched = frozenset(tiles)
        for tile in touched:
            self._encoded.pop(tile, None)
        return touched


def picture(
    marks: Iterable[Mark], size: tuple[int, int], background: str | None = None, *, photos: Photos = NONE
) -> bytes:
    """Return the whole page as a PNG of size (width, height) pixels, fitted into the middle.

    background: a colour ("#FFFDF8"), or None for a transparent picture.
    """
    width, height = size
    scale = min(width / PAGE_WIDTH, height / PAGE_HEIGHT)
    origin = (-round((width - PAGE_WIDTH * scale) / 2), -round((height - PAGE_HEIGHT * scale) / 2))
    frame = (*origin, origin[0] + width, origin[1] + height)
    image = Image.new("RGBA", size, background or (0, 0, 0, 0))
    for mark in marks:
        paint(image, origin, frame, ready(mark, scale, photos))
    return png.whole(image)


def part(marks: Iterable[Mark], around: Box, side: int, *, photos: Photos = NONE) -> bytes:
    """Return a square part of the page, or of what is beside it, as a transparent PNG of side × side pixels."""
    scale = side / (around.right - around.left)
    left, top = round(around.left * scale), round(around.top * scale)
    image = Image.new("RGBA", (side, side))
    for mark in marks:
        paint(image, (left, top), (left, top, left + side, top + side), ready(mark, scale, photos))
    return png.whole(image)


def _whole(tile: Tile, side: int) -> Pixels:
    column, row = tile
    return (column * side, row * side, (column + 1) * side, (row + 1) * side)


def likeness(thing: Thing, photos: Photos = NONE) -> bytes:
    """Return a thing alone as a PNG: not turned, its frame exactly filled, on nothing."""
    upright = thing._replace(turn=0)
    wide, high = (thing.size, thing.size) if isinstance(thing, Sticker) else (thing.width, thing.height)
    frame = (0, 0, round(wide * SCALE), round(high * SCALE))
    image = Image.new("RGBA", frame[2:])
    paint(image, (0, 0), frame, ready(upright._replace(x=wide // 2, y=high // 2), SCALE, photos))
    return png.whole(image)


EMPTY = png.whole(Image.new("RGBA", (1, 1)))
"""One transparent pixel, for every tile without ink: shown at a tile's size, it is nothing."""
