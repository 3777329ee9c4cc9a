"""The faces from sad to glad, as pictures for the screen. Each is drawn once."""

from functools import cache

import flet as ft

from app.ink.mood import SIDE, mood
from app.ink.outline import Box
from app.ink.tiles import part

_PIXELS = 192


def mood_face(share: float, size: int) -> ft.Control:
    """Return a face, size pixels wide. share: 0 is the saddest, 1 the gladdest. What holds it has its name."""
    return ft.Image(_picture(share), width=size, height=size, gapless_playback=True, exclude_from_semantics=True)


@cache
def _picture(share: float) -> bytes:
    return part(mood(share), Box(0, 0, SIDE, SIDE), _PIXELS)
