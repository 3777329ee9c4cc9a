"""What a child's tools look like: drawn, since the icon font has no felt pen and no rubber in its sleeve."""

from collections.abc import Sequence

import flet as ft
from flet import canvas as cv

from app.kit import theme

_LINE = "#23302F"
_SIDE = 48

_Corner = tuple[float, float]


def _shape(corners: Sequence[_Corner], colour: str) -> list[cv.Shape]:
    """An area with a dark line round it; corners in a square of 48."""
    first, *rest = corners
    path: list[cv.Path.PathElement] = [cv.Path.MoveTo(*first), *(cv.Path.LineTo(*c) for c in rest), cv.Path.Close()]
    return [
        cv.Path(path, ft.Paint(color=colour, style=ft.PaintingStyle.FILL)),
        cv.Path(
            path,
            ft.Paint(color=_LINE, stroke_width=2, style=ft.PaintingStyle.STROKE, stroke_join=ft.StrokeJoin.ROUND),
        ),
    ]


def _on_paper(shapes: Sequence[cv.Shape]) -> ft.Control:
    """A piece of paper below it, so that black is seen in the dark too."""
    return ft.Container(
        cv.Canvas(list(shapes), width=_SIDE, height=_SIDE),
        width=_SIDE,
        height=_SIDE,
        bgcolor=theme.PAPER,
        border_radius=theme.CORNER,
    )


def _pencil(colour: str) -> list[cv.Shape]:
    return [
        *_shape(((14, 27), (34, 7), (41, 14), (21, 34)), "#F2C928"),
        *_shape(((14, 27), (21, 34), (8, 40)), "#F5DDB8"),
        *_shape(((10, 35.5), (12.5, 38), (8, 40)), colour),
    ]


def _felt(colour: str) -> list[cv.Shape]:
    return [
        *_shape(((18, 22), (33, 7), (41, 15), (26, 30)), colour),
        *_shape(((14, 27), (19, 22), (26, 29), (21, 34)), "#FFFFFF"),
        *_shape(((12, 32), (16, 36), (10, 40), (8, 38)), colour),
        *_shape(((14, 27), (21, 34), (17, 36), (12, 31)), "#DDE3E0"),
    ]


def _highlighter(colour: str) -> list[cv.Shape]:
    pale = ft.Paint(color=ft.Colors.with_opacity(0.4, colour), stroke_width=9, style=ft.PaintingStyle.STROKE)
    return [
        cv.Line(6, 41, 42, 41, pale),
        *_shape(((18, 16), (28, 6), (42, 20), (32, 30)), colour),
        *_shape(((13, 21), (18, 16), (32, 30), (27, 35)), "#FFFFFF"),
        *_shape(((13, 21), (27, 35), (21, 37), (11, 30)), colour),
    ]


_PENS = {"pencil": _pencil, "felt": _felt, "highlighter": _highlighter}


def pen(slug: str, colour: str) -> ft.Control:
    """A pen of that sort, in the colour that it draws."""
    return _on_paper(_PENS[slug](colour))


def rubber() -> ft.Control:
    """A rubber in its sleeve, as it lies in a pencil case: it takes what it meets."""
    return _on_paper(
        [
            *_shape(((8, 29), (20, 17), (31, 28), (19, 40)), "#E884B0"),
            *_shape(((20, 17), (30, 7), (41, 18), (31, 28)), "#6BBCE8"),
        ]
    )


def eraser() -> ft.Control:
    """A line with a cross on it: it goes as a whole."""
    wave = [cv.Path.MoveTo(6, 32), cv.Path.CubicTo(14, 8, 24, 46, 42, 18)]
    red = ft.Paint(color="#C7352E", stroke_width=4, stroke_cap=ft.StrokeCap.ROUND)
    return _on_paper(
        [
            cv.Path(
                list(wave),
                ft.Paint(color=_LINE, stroke_width=4, style=ft.PaintingStyle.STROKE, stroke_cap=ft.StrokeCap.ROUND),
            ),
            cv.Line(28, 28, 42, 42, red),
            cv.Line(42, 28, 28, 42, red),
        ]
    )
