"""Faces from very sad to very glad, on the screen: five to choose from, and one alone."""

import flet as ft
from flet import canvas as cv

from app.kit import controls, theme
from app.sheet.feelings import EYE, EYES, FEELINGS, LINE, Feeling, features

_FACE, _MEANT = 44, 60
"""Pixels across: a face in a row, and the one that is meant."""


def feeling_face(number: int, *, size: float = theme.CHILD_TARGET, chosen: bool = False) -> ft.Control:
    """Return a face, so many pixels across, without a name: what holds it has one (app.sheet.feelings.feeling_name)."""
    half = size / 2
    shapes = feeling_shapes(number, half, half, half - 2, chosen=chosen)
    return cv.Canvas(shapes, width=size, height=size)


def feelings_row(part: Feeling) -> ft.Control:
    """Return the five faces below their words, to be looked at: one is meant."""
    drawn: list[ft.Control] = [
        ft.Container(
            feeling_face(n, size=_MEANT if n == part.number else _FACE, chosen=n == part.number),
            width=_MEANT,
            height=_MEANT,
            alignment=ft.Alignment.CENTER,
        )
        for n in range(1, len(FEELINGS) + 1)
    ]
    row = ft.Row(drawn, spacing=theme.GAP_S, tight=True)
    shown = ft.Semantics(label=part.alt, image=True, exclude_semantics=True, content=row)
    return ft.Column([controls.words(part.words, bold=True), shown], spacing=4, tight=True)


def feeling_shapes(number: int, x: float, y: float, radius: float, *, chosen: bool = False) -> list[cv.Shape]:
    """Return what draws a face round this place. chosen: it is the one that is meant."""
    look = features(number)
    ink = theme.INK if chosen else theme.QUIET
    pen = ft.Paint(
        color=ink, stroke_width=max(1.2, LINE * radius), style=ft.PaintingStyle.STROKE, stroke_cap=ft.StrokeCap.ROUND
    )
    full = ft.Paint(color=ink, style=ft.PaintingStyle.FILL)
    edge = ft.Paint(
        color=theme.ACCENT if chosen else theme.EDGE,
        stroke_width=3 if chosen else 1.2,
        style=ft.PaintingStyle.STROKE,
    )
    ground = ft.Paint(color=theme.CHOSEN if chosen else theme.SHEET, style=ft.PaintingStyle.FILL)
    first, *rest = [(x + a * radius, y + b * radius) for a, b in look.mouth]
    way = [cv.Path.MoveTo(*first), *(cv.Path.LineTo(*point) for point in rest)]
    mouth = cv.Path([*way, cv.Path.Close()], paint=full) if look.open else cv.Path(list(way), paint=pen)
    return [
        cv.Circle(x, y, radius, paint=ground),
        cv.Circle(x, y, radius, paint=edge),
        *(cv.Circle(x + a * radius, y + b * radius, EYE * radius, paint=full) for a, b in EYES),
        mouth,
        *(
            cv.Line(x + a * radius, y + b * radius, x + c * radius, y + d * radius, paint=pen)
            for (a, b), (c, d) in look.brows
        ),
    ]
