"""Tanks that fill, on the screen: the very values that paper draws."""

from collections.abc import Callable

import flet as ft
from flet import canvas as cv

from app.kit import theme
from app.sheet.tanks import Tank, Tanks

_CORNER = 0.07
"""How round a tank's feet are, in cells."""


def tanks_picture(
    part: Tanks, width: float, *, hold: Callable[[int, ft.Control, float], ft.Control] | None = None
) -> ft.Control:
    """Return the tanks in their rows, so many pixels wide; a screen reader hears the words for all, and no single one.

    hold(n, shown, width): the n-th tank as it can be touched. Then each of them has words of its own instead.
    """
    columns = max(1, min(part.columns, len(part.tanks)))
    cell = width / columns
    rows = []
    for at in range(0, len(part.tanks), columns):
        here = part.tanks[at : at + columns]
        rows.append(
            ft.Row(
                [
                    hold(at + n, _with_words(tank, cell), cell) if hold else _with_words(tank, cell)
                    for n, tank in enumerate(here)
                ],
                spacing=0,
                vertical_alignment=ft.CrossAxisAlignment.START,
            )
        )
    drawn = ft.Column(list(rows), spacing=theme.GAP)
    if hold is not None:
        return drawn
    return ft.Semantics(label=part.alt, image=True, exclude_semantics=True, content=drawn)


def _with_words(tank: Tank, cell: float) -> ft.Control:
    title = ft.Text(
        tank.title, style=theme.text_style(theme.SMALL, bold=tank.goal, height=1.2), text_align=ft.TextAlign.CENTER
    )
    note = ft.Text(
        tank.note, style=theme.text_style(theme.SMALL, color=theme.QUIET, height=1.2), text_align=ft.TextAlign.CENTER
    )
    side = min(cell, 150.0)
    return ft.Container(
        ft.Column(
            [tank_drawing(tank, side), title, note],
            spacing=2,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        width=cell,
        padding=ft.Padding.symmetric(horizontal=4),
    )


def tank_drawing(tank: Tank, side: float) -> ft.Control:
    """Return one tank alone, in a square of so many pixels."""
    left, top = tank.left * side, tank.top * side
    width, height = tank.width * side, tank.height * side
    bottom, corner = top + height, _CORNER * side
    shapes: list[cv.Shape] = []
    fill = ft.PaintingStyle.FILL
    glass = ft.Paint(color=theme.ACCENT if tank.goal else theme.EDGE, stroke_width=4 if tank.goal else 2)
    glass.style = ft.PaintingStyle.STROKE
    shapes.append(_open_box(left, top, width, height, corner, ft.Paint(color=theme.CHOSEN, style=fill)))
    if tank.water is not None and tank.water > 0:
        level = tank.water * side
        water = ft.Paint(color=theme.ACCENT, style=fill)
        shapes.append(_open_box(left, bottom - level, width, level, min(corner, level), water))
    if tank.before is not None:
        y = bottom - tank.before * side
        dash = ft.Paint(color=theme.INK, stroke_width=2, stroke_dash_pattern=[5, 4], style=ft.PaintingStyle.STROKE)
        # On a band of the sheet: in the water's colour the line alone is hard to see.
        band = ft.Paint(color=theme.SHEET, stroke_width=6, style=ft.PaintingStyle.STROKE)
        shapes.append(cv.Line(left, y, left + width, y, paint=band))
        shapes.append(cv.Line(left - 6, y, left + width + 6, y, paint=dash))
    shapes.append(_open_box(left, top, width, height, corner, glass, shut=False))
    return cv.Canvas(shapes, width=side, height=side)


def _open_box(
    left: float, top: float, width: float, height: float, corner: float, paint: ft.Paint, *, shut: bool = True
) -> cv.Shape:
    """A tank: straight at its top (open, unless shut), round at its feet."""
    right, bottom = left + width, top + height
    path: list[cv.Path.PathElement] = [
        cv.Path.MoveTo(left, top),
        cv.Path.LineTo(left, bottom - corner),
        cv.Path.QuadraticTo(left, bottom, left + corner, bottom),
        cv.Path.LineTo(right - corner, bottom),
        cv.Path.QuadraticTo(right, bottom, right, bottom - corner),
        cv.Path.LineTo(right, top),
        *([cv.Path.Close()] if shut else []),
    ]
    return cv.Path(path, paint=paint)
