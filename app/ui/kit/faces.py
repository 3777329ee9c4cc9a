"""A person on the screen: a colour, a shape and a letter, so that colour is never the only sign (T10)."""

import flet as ft
from flet import canvas as cv

from app.ui.kit import theme
from app.ui.kit.parts import Handler
from app.ui.kit.touchable import touchable


def face(name: str, colour: int, shape: str, *, size: int = 40) -> ft.Control:
    """The face alone, without a name for screen readers: what holds it has one."""
    letter = ft.Text(
        (name.strip()[:1] or "?").upper(),
        style=theme.text_style(round(size * 0.45), bold=True, color="#FFFFFF", height=1.0),
    )
    fill = theme.PEOPLE[colour % len(theme.PEOPLE)]
    if shape == "hexagon":
        return ft.Stack(
            [
                cv.Canvas([_hexagon(size, fill)], width=size, height=size),
                ft.Container(letter, width=size, height=size, alignment=ft.Alignment.CENTER),
            ],
            width=size,
            height=size,
        )
    return ft.Container(
        letter,
        width=size,
        height=size,
        alignment=ft.Alignment.CENTER,
        bgcolor=fill,
        border_radius=size / 2 if shape == "circle" else size * 0.28,
    )


def face_button(
    name: str,
    colour: int,
    shape: str,
    on_click: Handler,
    *,
    key: str,
    label: str,
    chosen: bool = False,
    size: int = 64,
) -> ft.Control:
    """A face that is touched, its name below. label: what a screen reader is told; chosen: a ring and bold type."""
    return touchable(
        ft.Column(
            [
                ft.Container(
                    face(name, colour, shape, size=size - 16),
                    padding=4,
                    border=ft.Border.all(3, theme.ACCENT if chosen else ft.Colors.TRANSPARENT),
                    border_radius=theme.CORNER,
                ),
                ft.Text(
                    name,
                    style=theme.text_style(theme.SMALL, bold=chosen, height=1.1),
                    max_lines=1,
                    overflow=ft.TextOverflow.ELLIPSIS,
                    text_align=ft.TextAlign.CENTER,
                ),
            ],
            spacing=0,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        label,
        on_click,
        key=key,
        chosen=chosen,
        width=size + 16,
    )


def _hexagon(size: int, fill: str) -> cv.Shape:
    s = float(size)
    corners = [(0.5, 0.0), (0.95, 0.26), (0.95, 0.74), (0.5, 1.0), (0.05, 0.74), (0.05, 0.26)]
    first, *rest = [(x * s, y * s) for x, y in corners]
    return cv.Path(
        [cv.Path.MoveTo(*first), *(cv.Path.LineTo(*p) for p in rest), cv.Path.Close()],
        paint=ft.Paint(color=fill, style=ft.PaintingStyle.FILL),
    )
