"""Which painter draws which picture on the screen, in one table. One without a painter draws itself in shapes."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias, TypeVar

import flet as ft

from app.kit import controls
from app.kit.drawing import drawing_picture
from app.kit.feelings import feelings_row
from app.kit.number_line import number_line_picture
from app.kit.rings import rings_picture
from app.kit.star import star
from app.kit.tanks import tanks_picture
from app.sheet.drawn import Drawn
from app.sheet.feelings import Feeling
from app.sheet.number_line import NumberLine
from app.sheet.rings import Rings
from app.sheet.star import Star
from app.sheet.tanks import Tanks

P = TypeVar("P", bound=Drawn)

Painter: TypeAlias = Callable[[Drawn, float, bool], list[ft.Control] | None]
"""Draws a picture so many pixels wide, from the right where that is True; None for one that is not its own."""

_TANKS_IN_A_ROW = 3


def _for(kind: type[P], paint: Callable[[P, float, bool], list[ft.Control]]) -> Painter:
    return lambda part, width, mirrored: paint(part, width, mirrored) if isinstance(part, kind) else None


PAINTERS: tuple[Painter, ...] = (
    _for(Rings, lambda part, width, _m: [rings_picture(part, width), *map(controls.quiet, part.labels)]),
    _for(NumberLine, lambda part, width, _m: [number_line_picture(part, width)]),
    _for(Star, lambda part, width, mirrored: [star(part, width, right_to_left=mirrored)]),
    _for(Feeling, lambda part, _width, _m: [feelings_row(part)]),
    _for(Tanks, lambda part, width, _m: [tanks_picture(replace(part, columns=_TANKS_IN_A_ROW), width)]),
)


def shown(part: Drawn, width: float, *, right_to_left: bool) -> list[ft.Control]:
    """Return a picture to be looked at, so many pixels wide, by its own painter or in its shapes."""
    for painter in PAINTERS:
        found = painter(part, width, right_to_left)
        if found is not None:
            return found
    return [drawing_picture(part, width, right_to_left=right_to_left)]
