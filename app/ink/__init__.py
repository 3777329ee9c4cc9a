"""Strokes: simplified, packed, outlined: numbers, all of it. Their pixels, and Pillow, are app.ink.tiles alone.

No word of a plan needs pixels, so the lock shows without Pillow having been loaded.
"""

from app.ink.line import TOLERANCE, Spot, kept, simplify, smooth
from app.ink.outline import Box, Polygon, box, outline
from app.ink.packing import DamagedInk, pack, unpack
from app.ink.stroke import PAGE_HEIGHT, PAGE_WIDTH, PALETTE, WIDTHS, Point, Stroke
from app.ink.touch import erased_by, to_page

__all__ = [
    "PAGE_HEIGHT",
    "PAGE_WIDTH",
    "PALETTE",
    "TOLERANCE",
    "WIDTHS",
    "Box",
    "DamagedInk",
    "Point",
    "Polygon",
    "Spot",
    "Stroke",
    "box",
    "erased_by",
    "kept",
    "outline",
    "pack",
    "simplify",
    "smooth",
    "to_page",
    "unpack",
]
