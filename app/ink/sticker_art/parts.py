"""What a sticker is made of: lines with a colour inside and a dark edge, and how they become polygons."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.ink.curve import Spot
from app.ink.outline import Box, Polygon
from app.ink.outline_polygon import ribbon
from app.ink.sticker_art.paths import Path, flat, mirrored, moved

INK = "#23302F"
PAPER = "#FFFDF8"

LINE = 5.4
"""How wide every edge is: two pixels on a sticker of 64."""

THIN = 4.4
"""How wide a line inside is: a mouth, a fold."""

RIM = 5.5
"""How much paper is left round a sticker that was cut out: it is seen on ink, on another sticker, in the dark."""


class Part(NamedTuple):
    """One line of a drawing."""

    path: Path
    """Where it runs, in the square of 200 × 200."""
    fill: str | None
    """The colour inside it ("#RRGGBB"), None for none."""
    edge: str | None
    """Its own colour ("#RRGGBB"), None for none."""
    width: float
    """How wide the line is, in units of the square; 0 where it has no edge."""
    rim: bool
    """Whether the paper that the sticker is cut from shows round it."""


class StickerShape(NamedTuple):
    """Polygons of one colour."""

    colour: str
    """Of all of them, as "#RRGGBB"."""
    polygons: tuple[Polygon, ...]
    """Each simple, all turning the same way, to be filled as a union."""


def solid(path: Path, fill: str) -> list[Part]:
    """A closed shape with a dark edge, on the outside of the drawing."""
    return [Part(path, fill, INK, LINE, True)]


def inside(path: Path, fill: str) -> list[Part]:
    """A closed shape with a dark edge that lies wholly on others."""
    return [Part(path, fill, INK, LINE, False)]


def spot(*paths: Path, fill: str) -> list[Part]:
    """Closed shapes of a colour without an edge, on others: a cheek, a dot, a shine."""
    return [Part(path, fill, None, 0, False) for path in paths]


def line(*paths: Path, width: float = THIN, colour: str = INK) -> list[Part]:
    """Lines on others: a mouth, a fold."""
    return [Part(path, None, colour, width, False) for path in paths]


def limb(path: Path, width: float, colour: str) -> list[Part]:
    """A round tube with a dark edge: an arm, a leg, a tail. width: from the middle of one edge to the other."""
    return [Part(path, None, INK, width + LINE, True), Part(path, None, colour, width - LINE, False)]


def pole(*paths: Path) -> list[Part]:
    """Lines on the outside of the drawing: a mast, a whisker."""
    return [Part(path, None, INK, LINE, True) for path in paths]


def both(parts: list[Part]) -> list[Part]:
    """The same on the left and on the right."""
    return [*parts, *(part._replace(path=mirrored(part.path)) for part in parts)]


def shifted(parts: Iterable[Part], right: float, down: float) -> list[Part]:
    """The same somewhere else in the square."""
    return [part._replace(path=moved(part.path, right, down)) for part in parts]


class _Layer(NamedTuple):
    """Polygons of one colour, and where each of them is."""

    colour: str
    polygons: list[Polygon]
    boxes: list[Box]


def compiled(parts: Iterable[Part], fineness: float) -> tuple[StickerShape, ...]:
    """Return the shapes to fill, the lowest first; no edge is further than fineness from its true curve."""
    rims: list[Polygon] = []
    layers: list[_Layer] = []
    for part in parts:
        path = part.path
        if part.rim:
            # Nobody looks closely at paper on paper; under a closed shape only what reaches out of it is seen.
            loose = fineness * 3
            spots = _clockwise(flat(path, loose)) if path.closed else flat(path, loose)
            reach = part.width / 2 + RIM
            rims += ribbon(spots, reach, 0 if path.closed else reach, loose, closed=path.closed)
        if part.fill:
            # Its edge is below the line, where there is one.
            loose = min(fineness * 4, part.width / 4) if part.edge else fineness
            _lay(layers, part.fill, [flat(path, loose)])
        if part.edge:
            half = part.width / 2
            _lay(layers, part.edge, ribbon(flat(path, fineness), half, half, fineness, closed=path.closed))
    paper = [StickerShape(PAPER, tuple(tuple(_clockwise(polygon)) for polygon in rims))] if rims else []
    return (*paper, *(StickerShape(layer.colour, tuple(layer.polygons)) for layer in layers))


def _lay(layers: list[_Layer], colour: str, polygons: Iterable[Sequence[Spot]]) -> None:
    """Lay polygons on top, together with others of their colour where nothing between them is in the way.

    Fewer shapes are fewer masks on screen and fewer paths on paper.
    """
    added = [tuple(_clockwise(polygon)) for polygon in polygons]
    boxes = [_around(polygon) for polygon in added]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    around = Box(min(lefts), min(tops), max(rights), max(bottoms))
    for layer in reversed(layers):
        if layer.colour == colour:
            layer.polygons.extend(added)
            layer.boxes.extend(boxes)
            return
        if any(below.meets(around) for below in layer.boxes):
            break
    layers.append(_Layer(colour, added, boxes))


def _around(polygon: Polygon) -> Box:
    xs, ys = zip(*polygon, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def area(polygon: Sequence[Spot]) -> float:
    """Return the area of a simple polygon: more than 0 where it turns clockwise (y goes down)."""
    doubled = 0.0
    ax, ay = polygon[-1]
    for x, y in polygon:
        doubled += ax * y - x * ay
        ax, ay = x, y
    return doubled / 2


def _clockwise(spots: Sequence[Spot]) -> Sequence[Spot]:
    return spots if area(spots) > 0 else spots[::-1]
