"""Ink as pixels: the tiles of the page on screen, and small pictures, from one way of painting a stroke.

A page is kept as tiles of 400 × 400 page units, so that a new stroke costs what it covers and not
what is already there. The only module here that knows Pillow.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from PIL import Image, ImageDraw

from app.ink import png
from app.ink.outline import Box, box, outline
from app.ink.stroke import PAGE_HEIGHT, PAGE_WIDTH, PALETTE, Stroke

Tile: TypeAlias = tuple[int, int]
"""A tile's column and row, from the left top corner."""

TILE = 400
"""A tile's side, in page units."""

COLUMNS = PAGE_WIDTH // TILE
ROWS = PAGE_HEIGHT // TILE

TILES: tuple[Tile, ...] = tuple((column, row) for row in range(ROWS) for column in range(COLUMNS))

SCALE = 1.3
"""Pixels a page unit: a page of 1040 css px on a screen with two pixels to each."""

_FINE = 4
"""Masks are drawn so many times finer each way, which gives an edge 17 shades: smooth, looked at."""

_Pixels: TypeAlias = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels of the whole page; right and bottom are outside."""


class _Inked(NamedTuple):
    stroke: Stroke
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

    The order of the strokes is the order in which they were shown and added: later ones lie on top.
    """

    def __init__(self, scale: float = SCALE) -> None:
        """scale: pixels a page unit, rounded so that a tile is a whole number of pixels."""
        self.side = max(1, round(TILE * scale))
        self._scale = self.side / TILE
        self._inked: dict[str, _Inked] = {}
        self._drawn: dict[Tile, _Drawn] = {}
        self._on: dict[Tile, list[str]] = {tile: [] for tile in TILES}
        self._encoded: dict[Tile, bytes] = {}

    def show(self, strokes: Sequence[tuple[str, Stroke]]) -> frozenset[Tile]:
        """Make the page show exactly these (id, stroke), in this order. Returns the tiles that changed.

        What is there already is not drawn again: where strokes only came on top, only they are drawn.
        """
        wanted = {id: self._ink(id, stroke) for id, stroke in strokes}
        on: dict[Tile, list[str]] = {tile: [] for tile in TILES}
        for id, inked in wanted.items():
            for tile in inked.tiles:
                on[tile].append(id)
        before = self._inked
        changed: set[Tile] = set()
        on_top: dict[str, list[Tile]] = {}
        afresh: dict[Tile, _Pixels] = {}
        self._inked = wanted
        for tile, ids in on.items():
            old = self._on[tile]
            self._on[tile] = ids
            same = ids[: len(old)] == old and all(before[i].stroke == wanted[i].stroke for i in old)
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

    def add(self, id: str, stroke: Stroke) -> frozenset[Tile]:
        """Draw one more stroke on top of all. Returns the tiles that it touches.

        Its cost does not depend on how many strokes are there. An id that is there already changes nothing.
        """
        if id in self._inked:
            return frozenset()
        inked = self._inked[id] = self._ink(id, stroke)
        for tile in inked.tiles:
            self._on[tile].append(id)
        self._draw(inked, inked.tiles)
        return self._touched(inked.tiles)

    def remove(self, ids: Iterable[str]) -> frozenset[Tile]:
        """Take strokes away; unknown ids are left aside. Returns the tiles that changed.

        Only the part of each tile under the strokes is drawn again, from the strokes that meet it.
        """
        under: dict[Tile, list[Box]] = {}
        gone = {id for id in ids if id in self._inked}
        for id in gone:
            inked = self._inked.pop(id)
            for tile in inked.tiles:
                under.setdefault(tile, []).append(inked.box)
        afresh: dict[Tile, _Pixels] = {}
        for tile, boxes in under.items():
            self._on[tile] = [i for i in self._on[tile] if i not in gone]
            lost = Box(
                min(b.left for b in boxes),
                min(b.top for b in boxes),
                max(b.right for b in boxes),
                max(b.bottom for b in boxes),
            )
            afresh[tile] = _meet(_pixels(lost, self._scale), _whole(tile, self.side))
        self._redraw(afresh)
        return self._touched(under)

    def png(self, tile: Tile) -> bytes:
        """Return a tile as a transparent PNG, side × side pixels; one without ink is EMPTY."""
        drawn = self._drawn.get(tile)
        if drawn is None:
            return EMPTY
        if tile not in self._encoded:
            image, strips = drawn
            ready = [png.strip(image, i) if known is None else known for i, known in enumerate(strips)]
            strips[:] = ready
            self._encoded[tile] = png.joined(image.width, image.height, ready)
        return self._encoded[tile]

    def _ink(self, id: str, stroke: Stroke) -> _Inked:
        known = self._inked.get(id)
        if known is not None and known.stroke == stroke:
            return known
        around = box(stroke)
        left, right = math.floor(around.left / TILE), math.floor(around.right / TILE)
        top, bottom = math.floor(around.top / TILE), math.floor(around.bottom / TILE)
        tiles = tuple(t for t in TILES if left <= t[0] <= right and top <= t[1] <= bottom)
        return _Inked(stroke, around, tiles)

    def _draw(self, inked: _Inked, tiles: Iterable[Tile]) -> None:
        shape = _shape(inked.stroke, self._scale)
        for tile in tiles:
            left, top = tile[0] * self.side, tile[1] * self.side
            drawn = self._sheet(tile)
            _paint(drawn.image, (left, top), _whole(tile, self.side), shape)
            drawn.touched(shape.around[1] - top, shape.around[3] - top)

    def _sheet(self, tile: Tile) -> _Drawn:
        """Return a tile's pixels, blank ones where there were none."""
        if tile not in self._drawn:
            image = Image.new("RGBA", (self.side, self.side))
            self._drawn[tile] = _Drawn(image, [None] * png.strips(self.side))
        return self._drawn[tile]

    def _redraw(self, regions: Mapping[Tile, _Pixels]) -> None:
        """Draw a part of each of these tiles afresh, from the strokes that meet it."""
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
                shape = _shape(inked.stroke, s)
                for tile in here:
                    _paint(parts[tile][0], regions[tile][:2], _whole(tile, self.side), shape)
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


def picture(strokes: Iterable[Stroke], size: tuple[int, int], background: str | None = None) -> bytes:
    """Return the whole page as a PNG of size (width, height) pixels, fitted into the middle.

    background: a colour ("#FFFDF8"), or None for a transparent picture.
    """
    width, height = size
    scale = min(width / PAGE_WIDTH, height / PAGE_HEIGHT)
    origin = (-round((width - PAGE_WIDTH * scale) / 2), -round((height - PAGE_HEIGHT * scale) / 2))
    frame = (*origin, origin[0] + width, origin[1] + height)
    image = Image.new("RGBA", size, background or (0, 0, 0, 0))
    for stroke in strokes:
        _paint(image, origin, frame, _shape(stroke, scale))
    return png.whole(image)


class _Shape(NamedTuple):
    """A stroke ready to paint: its colour, its polygons on the finer grid, and where each is."""

    colour: str
    polygons: tuple[tuple[_Pixels, list[tuple[int, int]]], ...]
    around: _Pixels


def _shape(stroke: Stroke, scale: float) -> _Shape:
    """Return a stroke at a scale."""
    fine = scale * _FINE
    polygons: list[tuple[_Pixels, list[tuple[int, int]]]] = []
    for polygon in outline(stroke):
        corners = [(round(x * fine), round(y * fine)) for x, y in polygon]
        xs = [x for x, _ in corners]
        ys = [y for _, y in corners]
        polygons.append(((min(xs), min(ys), max(xs) + 1, max(ys) + 1), corners))
    left = min(b[0] for b, _ in polygons) // _FINE
    top = min(b[1] for b, _ in polygons) // _FINE
    right = -(-max(b[2] for b, _ in polygons) // _FINE)
    bottom = -(-max(b[3] for b, _ in polygons) // _FINE)
    return _Shape(_colour(stroke), tuple(polygons), (left, top, right, bottom))


def _paint(image: Image.Image, origin: tuple[int, int], frame: _Pixels, shape: _Shape) -> None:
    """Draw one stroke. origin: the page pixel at the image's left top corner.

    frame: the tile (or picture) that the image is a part of. The mask is counted from there, however
    small the part: Pillow's polygons differ by a pixel when they are shifted.
    """
    ox, oy = origin
    inside = _meet(shape.around, frame)
    left, top, right, bottom = _meet(inside, (ox, oy, ox + image.width, oy + image.height))
    if right <= left or bottom <= top:
        return
    fx, fy = inside[:2]
    mask = Image.new("L", ((inside[2] - fx) * _FINE, (inside[3] - fy) * _FINE))
    pen = ImageDraw.Draw(mask)
    dx, dy = fx * _FINE, fy * _FINE
    seen = (left * _FINE, top * _FINE, right * _FINE, bottom * _FINE)
    for there, corners in shape.polygons:
        if there[0] < seen[2] and seen[0] < there[2] and there[1] < seen[3] and seen[1] < there[3]:
            pen.polygon([(x - dx, y - dy) for x, y in corners], fill=255)
    ink = Image.new("RGBA", (right - left, bottom - top), shape.colour)
    ink.putalpha(mask.reduce(_FINE, (seen[0] - dx, seen[1] - dy, seen[2] - dx, seen[3] - dy)))
    image.alpha_composite(ink, (left - ox, top - oy))


def _colour(stroke: Stroke) -> str:
    """Return what a stroke's colour looks like; a newer version's colour is drawn as the first."""
    return PALETTE[stroke.colour if stroke.colour < len(PALETTE) else 0][1]


def _pixels(around: Box, scale: float) -> _Pixels:
    return (
        math.floor(around.left * scale),
        math.floor(around.top * scale),
        math.ceil(around.right * scale),
        math.ceil(around.bottom * scale),
    )


def _whole(tile: Tile, side: int) -> _Pixels:
    column, row = tile
    return (column * side, row * side, (column + 1) * side, (row + 1) * side)


def _meet(a: _Pixels, b: _Pixels) -> _Pixels:
    return (max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3]))


EMPTY = png.whole(Image.new("RGBA", (1, 1)))
"""One transparent pixel, for every tile without ink: shown at a tile's size, it is nothing."""
