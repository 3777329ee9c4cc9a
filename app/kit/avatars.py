"""A person on the screen: a colour, a shape and a letter, so that colour is never the only sign (T10).

Who chose or drew a face has its picture in place of the letter, on paper within their own shape and colour.
"""

from collections.abc import Mapping
from typing import TypeAlias

import flet as ft
from flet import canvas as cv

from app.kit import theme
from app.kit.controls import Handler
from app.kit.tappable import touchable
from app.language.graphemes import initial

Avatars: TypeAlias = Mapping[str, bytes]
"""The pictures of the faces that people chose or drew, as square PNG, by person id. Whoever is missing has a letter."""


def face(name: str, colour: int, shape: str, *, size: int = 40, picture: bytes | None = None) -> ft.Control:
    """The face alone, without a name for screen readers: what holds it has one. picture: instead of the letter."""
    if picture is not None:
        return _pictured(picture, theme.PEOPLE[colour % len(theme.PEOPLE)], shape, size)
    letter = ft.Text(
        initial(name),
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
        border_radius=_corner(shape, size),
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
    picture: bytes | None = None,
) -> ft.Control:
    """A face that is touched, its name below. label: what a screen reader is told; chosen: a ring and bold type."""
    return touchable(
        ft.Column(
            [
                ft.Container(
                    face(name, colour, shape, size=size - 16, picture=picture),
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


def _pictured(picture: bytes, fill: str, shape: str, size: int) -> ft.Control:
    edge = max(2, size // 14)
    if shape == "hexagon":
        # Nothing in Flet cuts along six corners: the edge lies over the picture's.
        side = round(size * 0.68)
        return ft.Stack(
            [
                cv.Canvas([_hexagon(size, theme.PAPER)], width=size, height=size),
                ft.Container(_image(picture, side), width=size, height=size, alignment=ft.Alignment.CENTER),
                cv.Canvas([_hexagon(size, fill, edge=edge)], width=size, height=size),
            ],
            width=size,
            height=size,
        )
    side = round((size - 2 * edge) * (0.84 if shape == "circle" else 0.92))
    return ft.Container(
        _image(picture, side),
        width=size,
        height=size,
        alignment=ft.Alignment.CENTER,
        bgcolor=theme.PAPER,
        border=ft.Border.all(edge, fill),
        border_radius=_corner(shape, size),
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def _image(picture: bytes, side: int) -> ft.Control:
    return ft.Image(
        picture,
        width=side,
        height=side,
        filter_quality=ft.FilterQuality.MEDIUM,  # Its lines are thin: made smaller in a hurry, they fall to dots.
        gapless_playback=True,
        exclude_from_semantics=True,
    )


def _corner(shape: str, size: int) -> float:
    return size / 2 if shape == "circle" else size * 0.28


def _hexagon(size: int, colour: str, *, edge: int = 0) -> cv.Shape:
    """All of it, or, with an edge, that alone: so many pixels inside."""
    s = float(size) - edge
    corners = [(0.5, 0.0), (0.95, 0.26), (0.95, 0.74), (0.5, 1.0), (0.05, 0.74), (0.05, 0.26)]
    first, *rest = [(edge / 2 + x * s, edge / 2 + y * s) for x, y in corners]
    style = ft.PaintingStyle.STROKE if edge else ft.PaintingStyle.FILL
    return cv.Path(
        [cv.Path.MoveTo(*first), *(cv.Path.LineTo(*p) for p in rest), cv.Path.Close()],
        paint=ft.Paint(color=colour, style=style, stroke_width=edge),
    )
