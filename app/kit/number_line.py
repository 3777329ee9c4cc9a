"""A number line on the screen: the faces of those who show their number on it, and how each one moved."""

from itertools import pairwise

import flet as ft
from flet import canvas as cv

from app.kit import theme
from app.kit.avatars import face
from app.sheet.number_line import NumberLine


def number_line_picture(part: NumberLine, width: float | None = None) -> ft.Control:
    """Return the picture, as large as it is or so many pixels wide; a screen reader hears the words for it."""
    scale = width / part.width if width is not None else 1.0
    line = part.line * scale
    ticks = [x * scale for x in part.ticks]
    step = abs(ticks[1] - ticks[0]) if len(ticks) > 1 else part.width * scale
    pen = ft.Paint(color=theme.EDGE, stroke_width=2, style=ft.PaintingStyle.STROKE)
    shapes: list[cv.Shape] = [cv.Line(ticks[0], line, ticks[-1], line, paint=pen)] if ticks else []
    shapes += [cv.Line(x, line - 4, x, line + 4, paint=pen) for x in ticks]
    for lane in part.lanes:
        # The colours of faces are too dark to be a thin line on a dark screen: only the dot has one, inside an edge.
        thin = ft.Paint(color=theme.QUIET, stroke_width=2, style=ft.PaintingStyle.STROKE)
        full = ft.Paint(color=theme.PEOPLE[lane.colour % len(theme.PEOPLE)], style=ft.PaintingStyle.FILL)
        points = [(x * scale, y * scale) for x, y in lane.points]
        for (x, y), (on, _y) in pairwise(points):
            shapes.append(cv.Line(x, y, on, y, paint=thin))
        # Where it began is a ring, where it is now a full dot: colour is never the only sign.
        shapes += [cv.Circle(x, y, 4, paint=thin) for x, y in points[:-1]]
        shapes += [cv.Circle(x, y, 5, paint=paint) for x, y in points[-1:] for paint in (full, thin)]
    numbers: list[ft.Control] = [
        ft.Container(
            ft.Text(str(n), style=theme.text_style(theme.SMALL, height=1.1), text_align=ft.TextAlign.CENTER),
            left=x - step / 2,
            top=line + 8,
            width=step,
            alignment=ft.Alignment.CENTER,
        )
        for n, x in enumerate(ticks, start=part.lowest)
    ]
    faces: list[ft.Control] = [
        ft.Container(
            face(f.name, f.colour, f.shape, size=round(2 * f.radius * scale)),
            left=(f.x - f.radius) * scale,
            top=(f.y - f.radius) * scale,
        )
        for f in part.faces
    ]
    canvas = cv.Canvas(shapes, width=part.width * scale, height=part.height * scale)
    drawn = ft.Stack([canvas, *numbers, *faces], width=part.width * scale, height=part.height * scale)
    return ft.Semantics(label=part.alt, image=True, exclude_semantics=True, content=drawn)
