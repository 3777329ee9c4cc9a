"""Drawings on paper: vectors from pen to print, in the operators of PDF.

Coordinates are whole: quarters of a page unit, a fifteenth of a point on a picture 430 points wide. A line
is the very curve that the screen shows (app.ink.curve.smooth), with the curve left to the printer: beziers
where it bends, straight pieces where nobody could see a difference.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from app.ink import PENS, Point, Polygon, hue, pen_of, ribbons
from app.ink.mark import Mark
from app.ink.photo import Photo
from app.ink.sticker import Sticker, shapes

FINE = 4
"""Steps in a page unit: smooth at 200 %, and no decimal point to write or to read."""


def operators(
    marks: Iterable[Mark],
    width: int,
    height: int,
    *,
    left: float,
    top: float,
    scale: float,
    corner: float = 0.0,
    name_of: Callable[[Photo], str | None] = lambda photo: None,
) -> list[str]:
    """Return what draws these marks, later ones on top; what reaches over the drawing's edge stays inside.

    width, height: of the drawing, in page units. left, top: where its corner stands on paper, in points
    from the page's left bottom corner. scale: points a page unit. corner: how round the drawing's corners
    are, in points. name_of: what the page calls a photo's image; None where there is none, and it is then a
    plain grey. The page must know each of OPACITIES. The graphics state is as before afterwards.
    """
    size = scale / FINE
    drawn = [
        "q " + rounded(left, top - height * scale, width * scale, height * scale, corner) + " W n",
        f"{size:.6f} 0 0 {-size:.6f} {left:.3f} {top:.3f} cm 1 J 1 j",
    ]
    pen: tuple[int, int] | None = None
    for mark in marks:
        if isinstance(mark, Sticker):
            drawn += _sticker(mark)
            pen = None  # It has changed the colour of areas.
        elif isinstance(mark, Photo):
            drawn += _photo(mark, name_of(mark))
        elif mark.points:
            opacity = pen_of(mark.pen).opacity
            through = opacity < 1
            if through:
                drawn.append(f"q /{OPACITIES[opacity]} gs")
                pen = None
            if through and mark.widths:
                # What one can see through is filled as one: two pieces over each other would be darker.
                drawn += _filled(hue(mark.colour), ribbons(mark))
            else:
                widths = mark.widths or (mark.width,)
                if pen is None or pen[0] != mark.colour:
                    drawn += [colour(hue(mark.colour), fill=fill) for fill in (False, True)]
                if pen != (mark.colour, widths[0]):
                    drawn.append(f"{widths[0] * FINE} w")
                drawn.append(_curve(mark.points, mark.widths))
                pen = (mark.colour, widths[-1])
            if through:
                drawn.append("Q")
                pen = None
    drawn.append("Q")
    return drawn


OPACITIES = {pen.opacity: f"O{round(pen.opacity * 100)}" for pen in PENS.values() if pen.opacity < 1}
"""What a page calls the opacity of each pen that is not opaque."""

_MISSING = "#C9CFCB"


def _filled(shade: str, polygons: Sequence[Polygon]) -> list[str]:
    """Return what fills polygons as one, wherever they overlap."""
    return [colour(shade, fill=True), *(_path(corners) + " h" for corners in polygons), "f"]


def _sticker(sticker: Sticker) -> list[str]:
    return [line for shape in shapes(sticker) for line in _filled(shape.colour, shape.polygons)]


def _photo(photo: Photo, name: str | None) -> list[str]:
    """Return what shows an image (which is one unit wide and high, from its left bottom corner) in its place."""
    turn = math.radians(photo.turn)
    cos, sin = math.cos(turn), math.sin(turn)
    wide, high = photo.width * FINE * (-1 if photo.mirrored else 1), photo.height * FINE
    # The page's y goes down, an image's goes up.
    a, b, c, d = wide * cos, wide * sin, high * sin, -high * cos
    x, y = photo.x * FINE - (a + c) / 2, photo.y * FINE - (b + d) / 2
    shown = f"/{name} Do" if name else f"{colour(_MISSING, fill=True)} 0 0 1 1 re f"
    return [f"q {a:.3f} {b:.3f} {c:.3f} {d:.3f} {x:.3f} {y:.3f} cm", shown, "Q"]


_CORNER = math.cos(math.radians(55))
_STRAIGHT = math.sin(math.radians(7))
_BULGE = 1.2 * 27 / 4
"""As in app.ink.curve: what turns more than 55° is a corner, less than 7° is straight to the eye, and
smoothing leaves the kept line by 1.2 units at most."""


def _curve(points: Sequence[Point], widths: Sequence[int] = ()) -> str:
    """Return the operators for a smooth line through one point or more.

    widths: at each of them, page units; () is the pen's everywhere. The pen is as wide as the first, and is left
    as wide as the last. Points in a row that are as wide are one line; what lies between two widths is an area, and
    the round ends of the lines on both its sides are its own. Only for a pen that nothing shines through.

    No function call for most pieces: with 144,000 points this is most of what a copy costs.
    """
    if len(points) == 1:
        # A line of no length with round ends is a dot (ISO 32000-1, 8.5.3.2).
        points, widths = (*points, *points), (*widths, *widths)
    ways = _ways(points)
    tangents = _tangents(ways)
    pattern = ["%d %d m"]
    numbers: list[float] = [points[0][0] * FINE, points[0][1] * FINE]
    dot = True  # Nothing has been drawn yet from where the line was begun.
    for i, (wx, wy, length) in enumerate(ways):
        ax, ay = points[i]
        bx, by = points[i + 1]
        sx, sy = tangents[i]
        ex, ey = tangents[i + 1]
        if not (sx or sy) and (ex or ey):
            sx, sy = _mirrored(ex, ey, wx, wy)
        elif not (ex or ey) and (sx or sy):
            ex, ey = _mirrored(sx, sy, wx, wy)
        slant_a = abs(sx * wy - sy * wx)
        slant_b = abs(ex * wy - ey * wx)
        bends = slant_a + slant_b > _STRAIGHT and length >= 4
        if bends:
            # A third of how strongly each end bends the piece: Hermite's curve as a bezier.
            pull_a = FINE / 3 * (length if slant_a * length < _BULGE else _BULGE / slant_a)
            pull_b = FINE / 3 * (length if slant_b * length < _BULGE else _BULGE / slant_b)
        if widths and widths[i] != widths[i + 1]:
            if dot:
                pattern.append("%d %d l")
                numbers += (ax * FINE, ay * FINE)
            start = (sx, sy, pull_a) if bends else (wx, wy, length * FINE / 3)
            end = (ex, ey, pull_b) if bends else (wx, wy, length * FINE / 3)
            _between(pattern, numbers, (ax, ay), (bx, by), widths[i], widths[i + 1], start, end)
            dot = True
            continue
        dot = False
        if bends:
            pattern.append("%d %d %d %d %d %d c")
            numbers += (
                ax * FINE + sx * pull_a,
                ay * FINE + sy * pull_a,
                bx * FINE - ex * pull_b,
                by * FINE - ey * pull_b,
            )
        else:
            pattern.append("%d %d l")
        numbers += (bx * FINE, by * FINE)
    if dot:
        pattern.append("%d %d l")
        numbers += (points[-1][0] * FINE, points[-1][1] * FINE)
    return " ".join(pattern) % tuple(numbers) + " S"


def _ways(points: Sequence[Point]) -> list[tuple[float, float, float]]:
    """Return of each piece between two points its direction (x and y, of length 1) and its length in page units.

    (0, 0, 0) is a piece of no length.
    """
    ways: list[tuple[float, float, float]] = []
    ax, ay = points[0]
    for x, y in points[1:]:
        dx, dy = x - ax, y - ay
        length = math.sqrt(dx * dx + dy * dy)
        ways.append((dx / length, dy / length, length) if length else (0.0, 0.0, 0.0))
        ax, ay = x, y
    return ways


def _tangents(ways: Sequence[tuple[float, float, float]]) -> list[tuple[float, float]]:
    """Return the direction of the smooth line at each point: (0, 0) at the line's ends and at corners."""
    found = [(0.0, 0.0)]
    for (wx, wy, length), (vx, vy, after) in pairwise(ways):
        if wx * vx + wy * vy >= _CORNER:
            # The shorter piece says more about the direction: the tangent of the parabola through all three.
            x, y = wx * after + vx * length, wy * after + vy * length
            size = math.sqrt(x * x + y * y)
            found.append((x / size, y / size))
        else:
            found.append((0.0, 0.0))
    found.append((0.0, 0.0))
    return found


def _mirrored(x: float, y: float, wx: float, wy: float) -> tuple[float, float]:
    """Return the direction at a piece's free end: that at its other end (x, y), mirrored about the piece's middle."""
    double = 2 * (x * wx + y * wy)
    return double * wx - x, double * wy - y


def _between(
    pattern: list[str],
    numbers: list[float],
    a: Point,
    b: Point,
    width_a: int,
    width_b: int,
    start: tuple[float, float, float],
    end: tuple[float, float, float],
) -> None:
    """Add the area of a piece of line that is wider at one end: its two edges, each a bezier beside the piece's own.

    The line before it is drawn, and the next one begun where it ends, as wide as it is there. start, end: the line's
    directions there, and how strongly each bends the piece.
    """
    (ax, ay), (bx, by), (sx, sy, pull_a), (ex, ey, pull_b) = a, b, start, end
    ax, ay, bx, by = ax * FINE, ay * FINE, bx * FINE, by * FINE
    at_a, at_b = width_a * FINE / 2, width_b * FINE / 2
    by_third = (at_b - at_a) / 3
    # Where the piece's bezier has its four points, and how far the edges are from each.
    ways = ((ax, ay, sx, sy, at_a), (ax + sx * pull_a, ay + sy * pull_a, sx, sy, at_a + by_third))
    back = ((bx - ex * pull_b, by - ey * pull_b, ex, ey, at_b - by_third), (bx, by, ex, ey, at_b))
    four = (*ways, *back)
    pattern.append("S %d %d m %d %d %d %d %d %d c %d %d l %d %d %d %d %d %d c h f %d w %d %d m")
    numbers += [n for x, y, dx, dy, r in four for n in (x - dy * r, y + dx * r)]
    numbers += [n for x, y, dx, dy, r in reversed(four) for n in (x + dy * r, y - dx * r)]
    numbers += (width_b * FINE, bx, by)


def _path(points: Sequence[tuple[float, float]]) -> str:
    # One formatting for the whole line: half the time of one a point.
    pattern = "%d %d m" + " %d %d l" * (len(points) - 1)
    return pattern % tuple([round(number * FINE) for point in points for number in point])


_ROUND = 0.5523
"""How far along a quarter of a circle its bezier's handles stand."""


def rounded(left: float, bottom: float, width: float, height: float, radius: float) -> str:
    """Return the path of a rectangle with round corners, in points; half its height makes a disc."""
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _ROUND)
    x0, y0, x1, y1 = left, bottom, left + width, bottom + height
    return (
        f"{x0 + r:.2f} {y0:.2f} m {x1 - r:.2f} {y0:.2f} l "
        f"{x1 - k:.2f} {y0:.2f} {x1:.2f} {y0 + k:.2f} {x1:.2f} {y0 + r:.2f} c {x1:.2f} {y1 - r:.2f} l "
        f"{x1:.2f} {y1 - k:.2f} {x1 - k:.2f} {y1:.2f} {x1 - r:.2f} {y1:.2f} c {x0 + r:.2f} {y1:.2f} l "
        f"{x0 + k:.2f} {y1:.2f} {x0:.2f} {y1 - k:.2f} {x0:.2f} {y1 - r:.2f} c {x0:.2f} {y0 + r:.2f} l "
        f"{x0:.2f} {y0 + k:.2f} {x0 + k:.2f} {y0:.2f} {x0 + r:.2f} {y0:.2f} c h"
    )


def hexagon(left: float, bottom: float, side: float, hue: str) -> list[str]:
    """Return what draws a hexagon that fills a square, standing on a corner, in points."""
    across = ((0.5, 0.0), (0.95, 0.25), (0.95, 0.75), (0.5, 1.0), (0.05, 0.75), (0.05, 0.25))
    corners = [f"{left + x * side:.2f} {bottom + y * side:.2f}" for x, y in across]
    return ["q", colour(hue, fill=True), f"{corners[0]} m {' l '.join(corners[1:])} l h f", "Q"]


def colour(code: str, *, fill: bool) -> str:
    """Return the operator that sets a colour: "#23302F" for areas and letters, or for lines."""
    parts = (int(code[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return " ".join(f"{part:.3f}" for part in parts) + (" rg" if fill else " RG")
