"""Strokes: simplified, packed, outlined, drawn on tiles. Pillow at the edges, numbers everywhere else."""

from app.ink.line import TOLERANCE, Spot, kept, simplify, smooth
from app.ink.outline import Box, Polygon, box, outline
from app.ink.packing import DamagedInk, pack, unpack
from app.ink.stroke import PAGE_HEIGHT, PAGE_WIDTH, PALETTE, WIDTHS, Point, Stroke
from app.ink.tiles import COLUMNS, EMPTY, ROWS, SCALE, TILE, TILES, Raster, Tile, picture
from app.ink.touch import erased_by, to_page

__all__ = [
    "COLUMNS",
    "EMPTY",
    "PAGE_HEIGHT",
    "PAGE_WIDTH",
    "PALETTE",
    "ROWS",
    "SCALE",
    "TILE",
    "TILES",
    "TOLERANCE",
    "WIDTHS",
    "Box",
    "DamagedInk",
    "Point",
    "Polygon",
    "Raster",
    "Spot",
    "Stroke",
    "Tile",
    "box",
    "erased_by",
    "kept",
    "outline",
    "pack",
    "picture",
    "simplify",
    "smooth",
    "to_page",
    "unpack",
]
