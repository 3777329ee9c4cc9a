"""One mark as pixels: the one way of painting for the tiles on screen and for small pictures.

With app.ink.tiles and app.ink.png the only module of this package that knows Pillow.
"""

import io
import math
from typing import NamedTuple, TypeAlias

from PIL import Image, ImageDraw

from app.ink.mark import Mark, box
from app.ink.outline import Box, Polygon, outline
from app.ink.photo import Photo, Photos
from app.ink.sticker import Sticker, shapes
from app.ink.stroke import Stroke, hue, pen_of

Pixels: TypeAlias = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels of the whole page; right and bottom are outside."""

_FINE = 4
"""Masks are drawn so many times finer each way, which gives an edge 17 shades: smooth, looked at."""

_MISSING = "#C9CFCB"
"""What stands for a photo that cannot be shown."""


class _Line(NamedTuple):
    """A stroke ready to paint: its colour, and its polygons on the finer grid with where each is."""

    colour: str
    opacity: float
    polygons: tuple[tuple[Pixels, list[tuple[int, int]]], ...]


class Painted(NamedTuple):
    """A mark at a scale, ready to paint."""

    look: _Line | Image.Image
    """A line's polygons, or the pixels of a sticker or a photo."""
    around: Pixels
    """The pixels of the page that it may change."""


def ready(mark: Mark, scale: float, photos: Photos) -> Painted:
    """Return a mark at a scale (pixels a page unit). A photo that is not among the photos is a plain grey."""
    match mark:
        case Stroke():
            return _line(mark, scale)
        case Sticker():
            return _sticker(mark, scale)
        case Photo():
            return _photo(mark, scale, photos.get(mark.blob))


def paint(image: Image.Image, origin: tuple[int, int], frame: Pixels, painted: Painted) -> None:
    """Paint one mark. origin: the page pixel at the image's left top corner.

    frame: the tile (or picture) that the image is a part of. A line's mask is counted from there, however
    small the part: Pillow's polygons differ by a pixel when they are shifted.
    """
    ox, oy = origin
    inside = meet(painted.around, frame)
    seen = meet(inside, (ox, oy, ox + image.width, oy + image.height))
    left, top, right, bottom = seen
    if right <= left or bottom <= top:
        return
    if isinstance(painted.look, _Line):
        ink = _inked(painted.look, inside, seen)
    else:
        x, y = painted.around[:2]
        ink = painted.look.crop((left - x, top - y, right - x, bottom - y))
    image.alpha_composite(ink, (left - ox, top - oy))


def meet(a: Pixels, b: Pixels) -> Pixels:
    """Return what two rectangles have in common; its right is not beyond its left where that is nothing."""
    return (max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3]))


def _line(stroke: Stroke, scale: float) -> Painted:
    fine = scale * _FINE
    polygons: list[tuple[Pixels, list[tuple[int, int]]]] = []
    for polygon in outline(stroke):
        corners = _corners(polygon, fine)
        xs = [x for x, _ in corners]
        ys = [y for _, y in corners]
        polygons.append(((min(xs), min(ys), max(xs) + 1, max(ys) + 1), corners))
    left = min(b[0] for b, _ in polygons) // _FINE
    top = min(b[1] for b, _ in polygons) // _FINE
    right = -(-max(b[2] for b, _ in polygons) // _FINE)
    bottom = -(-max(b[3] for b, _ in polygons) // _FINE)
    look = _Line(hue(stroke.colour), pen_of(stroke.pen).opacity, tuple(polygons))
    return Painted(look, (left, top, right, bottom))


def _inked(line: _Line, inside: Pixels, seen: Pixels) -> Image.Image:
    """Return the part of a line that is seen, of the part that is inside its frame."""
    left, top, right, bottom = seen
    fx, fy = inside[:2]
    mask = Image.new("L", ((inside[2] - fx) * _FINE, (inside[3] - fy) * _FINE))
    pen = ImageDraw.Draw(mask)
    dx, dy = fx * _FINE, fy * _FINE
    fine = (left * _FINE, top * _FINE, right * _FINE, bottom * _FINE)
    shade = round(255 * line.opacity)
    for there, corners in line.polygons:
        if there[0] < fine[2] and fine[0] < there[2] and there[1] < fine[3] and fine[1] < there[3]:
            pen.polygon([(x - dx, y - dy) for x, y in corners], fill=shade)
    ink = Image.new("RGBA", (right - left, bottom - top), line.colour)
    ink.putalpha(mask.reduce(_FINE, (fine[0] - dx, fine[1] - dy, fine[2] - dx, fine[3] - dy)))
    return ink


def _sticker(sticker: Sticker, scale: float) -> Painted:
    """All of a sticker at once: its shapes hide one another, so one finer picture serves them all."""
    around = pixels(box(sticker), scale)
    left, top, right, bottom = around
    fine = scale * _FINE
    found = [(s.colour, _corners(polygon, fine)) for s in shapes(sticker) for polygon in s.polygons]
    look = Image.new("RGBA", (right - left, bottom - top))
    # By bands: the largest one, turned, would be 300 MB on the finer grid.
    high = max(1, _BAND // (right - left))
    for at in range(top, bottom, high):
        look.paste(_band(found, (left, at, right, min(at + high, bottom))), (0, at - top))
    return Painted(look, around)


_BAND = 700_000
"""Pixels of a sticker that are painted at once: 45 MB on the finer grid, and most stickers whole."""


def _band(polygons: list[tuple[str, list[tuple[int, int]]]], part: Pixels) -> Image.Image:
    """Return a part of a sticker, of these polygons on the finer grid."""
    left, top, right, bottom = (edge * _FINE for edge in part)
    # Its empty part has the outline's colour, which shines through at the edge when it is made smaller.
    look = Image.new("RGBA", (right - left, bottom - top), "#23302F00")
    pen = ImageDraw.Draw(look)
    for colour, corners in polygons:
        if any(y >= top for _x, y in corners) and any(y < bottom for _x, y in corners):
            pen.polygon([(x - left, y - top) for x, y in corners], fill=colour)
    return look.reduce(_FINE)


def _photo(photo: Photo, scale: float, jpeg: bytes | None) -> Painted:
    size = (max(1, round(photo.width * scale)), max(1, round(photo.height * scale)))
    look = _decoded(jpeg, size) if jpeg is not None else None
    if look is None:
        look = Image.new("RGBA", size, _MISSING)
    if photo.mirrored:
        look = look.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if photo.turn % 90 == 0:
        look = look.rotate(-photo.turn, expand=True)
    else:
        look = look.rotate(-photo.turn, Image.Resampling.BICUBIC, expand=True)
    left, top = round(photo.x * scale - look.width / 2), round(photo.y * scale - look.height / 2)
    return Painted(look, (left, top, left + look.width, top + look.height))


def _decoded(jpeg: bytes, size: tuple[int, int]) -> Image.Image | None:
    """Return a photo's pixels, or None where these bytes are none (another tablet may have sent anything)."""
    try:
        with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as kept:
            kept.draft("RGB", size)
            return kept.convert("RGB").resize(size, Image.Resampling.BICUBIC).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _corners(polygon: Polygon, fine: float) -> list[tuple[int, int]]:
    return [(round(x * fine), round(y * fine)) for x, y in polygon]


def pixels(around: Box, scale: float) -> Pixels:
    """Return the pixels that a rectangle on the page touches."""
    return (
        math.floor(around.left * scale),
        math.floor(around.top * scale),
        math.ceil(around.right * scale),
        math.ceil(around.bottom * scale),
    )
