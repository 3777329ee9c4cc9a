"""A sticker or photo in hand: it lies over the page while it is moved, and back among the rest when it is let go."""

import math
from dataclasses import dataclass

import flet as ft

from app.ink import View
from app.ink.mark import Thing
from app.ink.photo import Photos
from app.ink.sticker import Sticker
from app.ink.tiles import likeness
from app.kit import theme
from app.kit.component import component

_FRAME = 10
"""Pixels between a thing and the line round it."""


@ft.observable
@dataclass
class Carried:
    """How far the thing in hand has been carried, in the screen's units."""

    right: float = 0.0
    """From where it lay; less than 0 is to the left."""
    down: float = 0.0
    """From where it lay; less than 0 is up."""

    def by(self, right: float, down: float) -> None:
        """It is so far from where it lay."""
        self.right, self.down = right, down


@component
def ThingLayer(thing: Thing, carried: Carried, view: View, photos: Photos) -> ft.Control:
    """The thing and its frame, and nothing else: a drag re-renders only this."""
    wide, high = (thing.size, thing.size) if isinstance(thing, Sticker) else (thing.width, thing.height)
    width, height = wide * view.scale, high * view.scale
    look = ft.use_memo(lambda: likeness(thing, photos), [thing._replace(x=0, y=0), *sorted(photos)])
    left = (thing.x - view.left) * view.scale - width / 2 + carried.right
    top = (thing.y - view.top) * view.scale - height / 2 + carried.down
    return ft.Stack(
        [
            ft.Container(
                ft.Image(look, width=width, height=height, fit=ft.BoxFit.FILL, exclude_from_semantics=True),
                left=left - _FRAME,
                top=top - _FRAME,
                width=width + 2 * _FRAME,
                height=height + 2 * _FRAME,
                padding=_FRAME - 2,
                border=ft.Border.all(2, theme.PAPER_ACCENT),
                border_radius=theme.CORNER,
                rotate=ft.Rotate(math.radians(thing.turn)),
            )
        ],
        width=view.width,
        height=view.height,
    )
