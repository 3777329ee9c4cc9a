"""People in rings on the screen: the picture, and the small sign that says which ring is meant."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import flet as ft

from app.kit import theme
from app.kit.avatars import face
from app.sheet.rings import Face, Rings

_TINTS = (1.0, 0.6, 0.28)
"""How strongly each ring is coloured, the inmost first."""


def rings_picture(
    part: Rings, width: float, *, hold: Callable[[int, ft.Control], ft.Control] = lambda n, shown: shown
) -> ft.Control:
    """Return the picture, so many pixels wide; a screen reader hears the words for it, and nothing inside of it.

    hold(n, shown): the n-th face as it can be touched.
    """
    scale = width / (2 * part.edges[-1])
    tints = (_TINTS[min(n, len(_TINTS) - 1)] for n in reversed(range(len(part.edges))))
    rings = [
        _disc(edge * scale, width, ft.Colors.with_opacity(tint, theme.CHOSEN))
        for edge, tint in zip(reversed(part.edges), tints, strict=True)
    ]
    middle = _disc(part.inner * scale, width, theme.SHEET)
    faces = [_standing(f, scale, width, lambda shown: shown) for f in part.middle]
    faces += [_standing(f, scale, width, partial(hold, n)) for n, f in enumerate(part.faces)]
    drawn = ft.Stack([*rings, middle, *faces], width=width, height=width, clip_behavior=ft.ClipBehavior.NONE)
    return ft.Semantics(label=part.alt, image=True, exclude_semantics=True, content=drawn)


def ring_sign(ring: int, *, size: int = 28, count: int = 3) -> ft.Control:
    """Return a small picture of the rings in which one is filled: 0 is the inmost."""
    whole: list[ft.Control] = []
    for n in reversed(range(count)):
        wide = size * (n + 1) / count
        whole.append(
            ft.Container(
                width=wide,
                height=wide,
                left=(size - wide) / 2,
                top=(size - wide) / 2,
                border_radius=wide / 2,
                border=ft.Border.all(1, theme.EDGE),
                bgcolor=theme.ACCENT if n == ring else theme.SHEET,
            )
        )
    return ft.Stack(whole, width=size, height=size)


def carried(who: Face, scale: float) -> ft.Control:
    """Return a face as it goes along under the finger, which holds it where it was touched. scale: pixels a step."""
    cell = _cell(who, scale)
    return ft.Stack([_drawn(who, cell)], width=cell.width, height=cell.height)


def middle_of(who: Face, scale: float) -> tuple[float, float]:
    """Return where a face's middle is in what is touched and carried, in pixels from its top left corner."""
    cell = _cell(who, scale)
    return cell.width / 2, cell.above + cell.side / 2


class _Cell(NamedTuple):
    """The room in which a face is touched: a step at least, however small the face. side: its own, below `above`."""

    width: float
    height: float
    above: float
    side: float


def _cell(who: Face, scale: float) -> _Cell:
    side = 2 * who.radius * scale
    return _Cell(max(scale, who.room * scale), max(scale, side), 0 if who.room else max(0, (scale - side) / 2), side)


def _drawn(who: Face, cell: _Cell) -> ft.Control:
    drawn = face(who.name, who.colour, who.shape, size=round(cell.side))
    return ft.Container(drawn, left=(cell.width - cell.side) / 2, top=cell.above)


def _disc(radius: float, width: float, fill: str) -> ft.Control:
    return ft.Container(
        left=width / 2 - radius,
        top=width / 2 - radius,
        width=2 * radius,
        height=2 * radius,
        border_radius=radius,
        bgcolor=fill,
        border=ft.Border.all(1, theme.EDGE),
    )


def _standing(who: Face, scale: float, width: float, hold: Callable[[ft.Control], ft.Control]) -> ft.Control:
    """A face in its place, its name below it: all of it can be touched."""
    cell = _cell(who, scale)
    drawn: list[ft.Control] = [_drawn(who, cell)]
    if who.room:
        name = ft.Text(
            who.name,
            style=theme.text_style(theme.SMALL, height=1.3),  # Lower, what hangs below the line would be cut off.
            max_lines=1,
            overflow=ft.TextOverflow.ELLIPSIS,
            text_align=ft.TextAlign.CENTER,
        )
        room = who.room * scale
        left = (cell.width - room) / 2
        drawn.append(ft.Container(name, left=left, top=cell.side - 2, width=room, alignment=ft.Alignment.TOP_CENTER))
    if who.starred:
        drawn.append(_star((cell.width + cell.side) / 2, cell.above, max(18, cell.side * 0.42)))
    return ft.Container(
        hold(ft.Stack(drawn, width=cell.width, height=cell.height, clip_behavior=ft.ClipBehavior.NONE)),
        left=width / 2 + who.x * scale - cell.width / 2,
        top=width / 2 + (who.y - who.radius) * scale - cell.above,
        width=cell.width,
        height=cell.height,
    )


def _star(right: float, top: float, size: float) -> ft.Control:
    return ft.Container(
        ft.Icon(ft.Icons.STAR_ROUNDED, size=size - 2, color=theme.ACCENT),
        left=right - size * 0.8,
        top=top - size * 0.2,
        width=size,
        height=size,
        border_radius=size / 2,
        bgcolor=theme.SHEET,
        alignment=ft.Alignment.CENTER,
    )
