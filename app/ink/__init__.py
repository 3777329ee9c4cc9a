"""Strokes: simplified, packed, outlined: numbers, all of it. Pixels are for paint, tiles and png alone.

No word of a plan needs pixels, so the lock shows without Pillow having been loaded.
"""

from app.ink.curve import TOLERANCE, Spot, kept, simplify, smooth
from app.ink.hit_testing import erased_by, rubbed
from app.ink.outline import Box, Polygon, box, outline, ribbons
from app.ink.packing import DamagedInk, pack, unpack
from app.ink.stroke import PAGE_HEIGHT, PAGE_WIDTH, PALETTE, PENS, SKINS, WIDTHS, Point, Stroke, hue, pen_of
from app.ink.stroke_width import StrokeWidth, stroke_of
from app.ink.view import View

__all__ = [
    "PAGE_HEIGHT",
    "PAGE_WIDTH",
    "PALETTE",
    "PENS",
    "SKINS",
    "TOLERANCE",
    "WIDTHS",
    "Box",
    "DamagedInk",
    "Point",
    "Polygon",
    "Spot",
    "Stroke",
    "StrokeWidth",
    "View",
    "box",
    "erased_by",
    "hue",
    "kept",
    "outline",
    "pack",
    "pen_of",
    "ribbons",
    "rubbed",
    "simplify",
    "smooth",
    "stroke_of",
    "unpack",
]
