"""A picture in the common vocabulary (app/sheet/drawing.py) on the screen, in the theme's colours."""

import flet as ft
from flet import canvas as cv

from app.kit import theme
from app.sheet.drawing import Disc, Hue, Label, Polyline, Room
from app.sheet.drawn import Drawn

_HUES = {
    "ink": theme.INK,
    "quiet": theme.QUIET,
    "edge": theme.EDGE,
    "accent": theme.ACCENT,
    "soft": theme.CHOSEN,
    "ground": theme.SHEET,
}
_LEADING = 1.3
_SPARE = 4
"""Pixels above and below the lines of a label: where they fill their box, what hangs below is cut off."""
_ALIGNED = {
    -1: (ft.Alignment.CENTER_LEFT, ft.TextAlign.LEFT),
    0: (ft.Alignment.CENTER, ft.TextAlign.CENTER),
    1: (ft.Alignment.CENTER_RIGHT, ft.TextAlign.RIGHT),
}


def drawing_picture(part: Drawn, width: float, *, right_to_left: bool, size: float = theme.SMALL) -> ft.Control:
    """Return a picture in so many pixels at most; a screen reader hears the words for it, and nothing inside.

    size: of its letters.
    """
    drawing = part.drawing(Room(width, size, right_to_left))
    scale = min(1.0, width / max(drawing.width, 1.0))
    shapes = [shape for one in drawing.shapes for shape in _shapes(one, scale)]
    labels = [_label(one, scale, size * scale) for one in drawing.shapes if isinstance(one, Label)]
    wide, high = drawing.width * scale, drawing.height * scale
    shown = ft.Stack([cv.Canvas(shapes, width=wide, height=high), *labels], width=wide, height=high)
    return ft.Semantics(label=part.alt, image=True, exclude_semantics=True, content=shown)


def _hue(hue: Hue) -> str:
    return theme.PEOPLE[hue % len(theme.PEOPLE)] if isinstance(hue, int) else _HUES[hue]


def _fill(hue: Hue) -> ft.Paint:
    return ft.Paint(color=_hue(hue), style=ft.PaintingStyle.FILL)


def _pen(hue: Hue, thick: float, dashes: tuple[float, ...] = ()) -> ft.Paint:
    return ft.Paint(
        color=_hue(hue),
        stroke_width=thick,
        style=ft.PaintingStyle.STROKE,
        stroke_join=ft.StrokeJoin.ROUND,
        stroke_dash_pattern=list(dashes) or None,
    )


def _shapes(shape: object, scale: float) -> list[cv.Shape]:
    """Return what draws a line or a disc; words stand over all of them."""
    if isinstance(shape, Polyline):
        first, *rest = [(x * scale, y * scale) for x, y in shape.points]
        steps: list[cv.Path.PathElement] = [cv.Path.MoveTo(*first), *(cv.Path.LineTo(*point) for point in rest)]
        steps += [cv.Path.Close()] if shape.closed else []
        filled = shape.fill is not None and len(shape.points) > 2
        pen = _pen(shape.hue, shape.thick * scale, tuple(piece * scale for piece in shape.dashes))
        return [
            *([cv.Path(steps, paint=_fill(shape.fill))] if filled and shape.fill is not None else []),
            *([cv.Path(steps, paint=pen)] if shape.thick > 0 else []),
        ]
    if isinstance(shape, Disc):
        x, y, radius = shape.x * scale, shape.y * scale, shape.radius * scale
        return [
            *([cv.Circle(x, y, radius, paint=_fill(shape.fill))] if shape.fill is not None else []),
            *([cv.Circle(x, y, radius, paint=_pen(shape.hue, shape.thick * scale))] if shape.thick > 0 else []),
        ]
    return []


def _label(label: Label, scale: float, size: float) -> ft.Control:
    place, aligned = _ALIGNED[label.align]
    words = ft.Text(
        label.words,
        style=theme.text_style(round(size), bold=label.bold, height=_LEADING, color=_hue(label.hue)),
        text_align=aligned,
        max_lines=label.lines,
        overflow=ft.TextOverflow.ELLIPSIS,
    )
    wide, high = label.width * scale, size * _LEADING * label.lines + 2 * _SPARE
    left = label.x * scale - {-1: 0.0, 0: wide / 2, 1: wide}[label.align]
    return ft.Container(words, left=left, top=label.y * scale - high / 2, width=wide, height=high, alignment=place)
