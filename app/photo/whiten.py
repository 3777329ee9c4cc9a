"""Paper made white in a photo of a drawing: the light on it evened out, its colours left alone.

How: on a coarse grid, find where there is bare paper, and what colour the light makes it there; spread that
over what is drawn on; divide by it. Paper is then white wherever the light came from, and a crayon is as much
darker and as coloured as it is beside white paper.
"""

from itertools import pairwise

from PIL import Image, ImageFilter, ImageMath

_FINE = 256
"""Pixels of the longer side at which thin lines are taken away: one is nearly a millimetre of a page."""

_THIN = 5
"""Lines up to so many of these pixels go: the brightest of its neighbours stands for each."""

_GRID = 64
"""Cells of the longer side: shadows of a hand are wider than one, crayoned patches have more than one."""

_COLOURED = 0.15
"""How far (0…1) the weakest of a cell's three colours may be below its strongest, beside paper's own, before it is
a crayon's. Shadows are bluer than light by less."""

_DARK = 0.7
"""A cell that is darker than this part of the brightest about it is drawn on, however grey."""

_ABOUT = 7
"""Cells across that are looked at for that. A grey patch up to so wide is known from a shadow; a wider one is not,
and grows pale in its middle: a shadow's edge would else leave a dark stripe as wide."""

_TINTED = 0.5
"""Paper under a lamp has its weakest colour above this part of its strongest; what is less is no paper."""

_ENOUGH = 0.1
"""Of all cells. With less bare paper than this it is a photo of something else, and stays as it is."""

_HALVINGS = 6
"""Of the grid, down to one cell: how far light is spread over what is drawn on."""

_CURVE = ((0, 0), (0.6, 0.54), (0.85, 0.81), (0.9, 0.89), (0.95, 0.98), (0.97, 1), (1, 1))
"""From light on paper (1: as bright as the paper) to what is shown: grain goes white, a faint pencil stays."""


def whitened(image: Image.Image) -> Image.Image:
    """Return an RGB picture with its paper white; the same picture where hardly any paper is to be seen."""
    light = _light(image)
    if light is None:
        return image
    bands = [
        ImageMath.lambda_eval(
            lambda named: named["convert"](named["band"] * 255 / named["max"](named["lit"], 1), "L"), band=band, lit=lit
        ).point(_table())
        for band, lit in zip(image.split(), light.resize(image.size, Image.Resampling.BICUBIC).split(), strict=True)
    ]
    return Image.merge("RGB", bands)


def _light(image: Image.Image) -> Image.Image | None:
    """Return the colour of bare paper at each cell of the grid, or None where there is hardly any."""
    fine = image.resize(_within(image.size, _FINE), Image.Resampling.BOX).filter(ImageFilter.MaxFilter(_THIN))
    grid = fine.resize(_within(image.size, _GRID), Image.Resampling.BOX)
    cells = _cells(grid)
    paper = _paper(cells)
    if min(paper) < _TINTED * max(paper):
        return None
    uncoloured = [_colour_left_out(cell, paper) < _COLOURED for cell in cells]
    if sum(uncoloured) < _ENOUGH * len(cells):
        return None
    about = _cells(_spread(grid, uncoloured).filter(ImageFilter.MaxFilter(_ABOUT)))
    strip_metadata = [
        plain and sum(cell) >= _DARK * sum(best) for plain, cell, best in zip(uncoloured, cells, about, strict=True)
    ]
    if sum(strip_metadata) < _ENOUGH * len(cells):
        return None
    return _spread(grid, strip_metadata).filter(ImageFilter.GaussianBlur(1))


def _paper(cells: list[tuple[int, int, int]]) -> tuple[float, float, float]:
    """Return the colour of the paper: the middle of what is bright, and least coloured of it."""
    bright = sorted(max(cell) for cell in cells)[len(cells) * 95 // 100]
    candidates = sorted((c for c in cells if max(c) >= 0.6 * bright), key=lambda c: 1 - min(c) / max(1, *c))
    least = candidates[: max(1, len(candidates) * 3 // 10)]
    red, green, blue = (max(1, sorted(band)[len(least) // 2]) for band in zip(*least, strict=True))
    return red, green, blue


def _colour_left_out(cell: tuple[int, int, int], paper: tuple[float, float, float]) -> float:
    """Return how much of one colour a cell lacks, beside paper: 0 for paper in any light, 0.8 for a red crayon."""
    beside = [value / white for value, white in zip(cell, paper, strict=True)]
    return 1 - min(beside) / max(0.01, *beside)


def _spread(grid: Image.Image, strip_metadata: list[bool]) -> Image.Image:
    """Return the grid with every cell's light taken from bare paper: its own, or that of the nearest about it.

    Pillow averages pixels by how solid they are, so that what is not bare counts for nothing in a coarser grid;
    each finer grid is laid over the coarser ones.
    """
    known = grid.convert("RGBA")
    known.putalpha(Image.frombytes("L", grid.size, bytes(255 * cell for cell in strip_metadata)))
    light = Image.new("RGBA", grid.size, _solid(known.resize((1, 1), Image.Resampling.BOX)))
    for halving in range(_HALVINGS, -1, -1):
        coarse = known.resize((max(1, grid.width >> halving), max(1, grid.height >> halving)), Image.Resampling.BOX)
        light.alpha_composite(coarse.resize(grid.size, Image.Resampling.BILINEAR))
    return light.convert("RGB")


def _solid(one: Image.Image) -> tuple[int, int, int, int]:
    red, green, blue, _alpha = one.tobytes()
    return red, green, blue, 255


def _cells(grid: Image.Image) -> list[tuple[int, int, int]]:
    values = grid.tobytes()
    return list(zip(values[::3], values[1::3], values[2::3], strict=True))


def _within(size: tuple[int, int], longest: int) -> tuple[int, int]:
    scale = longest / max(size)
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _table() -> list[int]:
    """Return the curve for each of 256 values."""
    shown: list[int] = []
    for value in range(256):
        x = value / 255
        (x0, y0), (x1, y1) = next((a, b) for a, b in pairwise(_CURVE) if x <= b[0])
        shown.append(round(255 * (y0 + (y1 - y0) * (x - x0) / (x1 - x0))))
    return shown
