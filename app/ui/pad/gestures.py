"""Who is on the page: a pen or a mouse draws; one finger draws; two show the page larger, and push it about.

Two detectors, none of which hears what the other does. Flutter gives a touch to the only one that listens at once, at
its very place. With two that ask for the same finger it waits until that has gone 36 pixels: a short line is lost.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, TypeAlias, cast

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from app.ink import Spot, View

PENS = [
    ft.PointerDeviceType.STYLUS,
    ft.PointerDeviceType.INVERTED_STYLUS,
    ft.PointerDeviceType.MOUSE,
    ft.PointerDeviceType.TRACKPAD,
    ft.PointerDeviceType.UNKNOWN,
]

LINE = 40
"""Pixels that a finger has gone when what it draws is a line: what touches the page then is the rest of the hand."""


By: TypeAlias = Literal["pen", "finger"]


class Drag(NamedTuple):
    """What a drag on the page does, whoever drags.

    Spots are in the screen's units, from the left top corner of what is shown; times in milliseconds.
    """

    down: Callable[[Spot, By], None]
    """down(spot, by): it begins there."""
    move: Callable[[Spot, By, int | None], None]
    """move(spot, by, time): it comes there; None: nobody knows when."""
    up: Callable[[By], None]
    """up(by): it ends where it is."""
    cancel: Callable[[By], None]
    """cancel(by): it was none: no line is kept, and the thing in hand lies where it lay."""


class _Two(NamedTuple):
    """Two fingers came to the page: how it was shown, and the place between them."""

    view: View
    at: Spot


@dataclass
class Gestures:
    """The fingers on a page, as Flutter tells of them: anew whenever one comes or goes."""

    two: _Two | None = None
    """How several fingers came; None where fewer are there, or a line is being drawn."""
    first: Spot | None = None
    """Where a single finger came down, in the screen's units; None before the first."""
    far: float = 0.0
    """How far that has gone at most, in the screen's units."""
    came: int | None = None
    """When it came, in milliseconds; None where nobody knows."""
    were_more: bool = False
    """There were several, and no single one has moved since."""

    def came_down(self, count: int, at: Spot, time: int | None, view: View, drag: Drag) -> None:
        """So many fingers are on the page, with this place between them."""
        if count == 1:
            self.first, self.far, self.came = at, 0.0, time
            drag.down(at, "finger")
        else:
            # While a line is drawn, the rest of the hand may come down on the page: it stays as it is.
            self.two = _Two(view, at) if self.far < LINE else None
            self.were_more = True

    def moved(self, count: int, at: Spot, scale: float, time: int | None, drag: Drag) -> View | None:
        """They went on. Returns how the page is to be shown, if that changes."""
        if count > 1:
            if self.two is None:
                return None
            (x, y), view = self.two.at, self.two.view
            return view.zoomed(view.zoom * scale, x, y).moved(at[0] - x, at[1] - y)
        if self.were_more and time is not None and time == self.came:
            # One of two that were here is left, and moves. One that comes anew is told of before it moves.
            drag.cancel("finger")
        else:
            first = self.first or at
            self.far = max(self.far, math.dist(first, at))
            drag.move(at, "finger", time)
        self.were_more = False
        return None

    def went(self, count: int, drag: Drag) -> None:
        """One came or went, and so many are there now."""
        self.two = None
        if count > 1 and self.far < LINE:
            drag.cancel("finger")
        else:
            drag.up("finger")
        if count == 0:
            self.far, self.were_more = 0.0, False


def minded(
    page: ft.Control,
    view: View,
    drag: Drag,
    look: Callable[[View], None],
    *,
    pen: Callable[[], None],
    cursor: ft.MouseCursor,
) -> ft.Control:
    """Return the page with whoever draws minded. To be called while a component renders, at one place.

    look(view): two fingers want it to be shown so. pen(): it was a pen.
    """
    fingers = cast(Gestures, ft.use_ref(cast(Any, Gestures)).current)
    shown: MutableRef[View] = ft.use_ref(None)
    shown.current = view

    def came_down(event: ft.ScaleStartEvent[ft.GestureDetector]) -> None:
        at, time = _spot(event.local_focal_point), _time(event.timestamp)
        fingers.came_down(event.pointer_count, at, time, shown.current or view, drag)

    def moved(event: ft.ScaleUpdateEvent[ft.GestureDetector]) -> None:
        at, time = _spot(event.local_focal_point), _time(event.timestamp)
        wanted = fingers.moved(event.pointer_count, at, event.scale, time, drag)
        if wanted is not None:
            shown.current = wanted
            look(wanted)

    return ft.GestureDetector(
        key="fingers",
        allowed_devices=[ft.PointerDeviceType.TOUCH],
        on_scale_start=came_down,
        on_scale_update=moved,
        on_scale_end=lambda event: fingers.went(event.pointer_count, drag),
        exclude_from_semantics=True,
        content=_by_pen(page, drag, pen, cursor),
    )


def _by_pen(page: ft.Control, drag: Drag, pen: Callable[[], None], cursor: ft.MouseCursor) -> ft.Control:
    """Return the page with a pen, or a mouse, minded. Called where `minded` is: it has a hook."""
    stylus: MutableRef[bool] = ft.use_ref(False)

    def down(event: ft.DragDownEvent[ft.GestureDetector]) -> None:
        drag.down(_spot(event.local_position), "pen")

    def start(event: ft.DragStartEvent[ft.GestureDetector]) -> None:
        stylus.current = event.kind == ft.PointerDeviceType.STYLUS

    def move(event: ft.DragUpdateEvent[ft.GestureDetector]) -> None:
        drag.move(_spot(event.local_position), "pen", _time(event.timestamp))

    def up() -> None:
        drag.up("pen")
        if stylus.current:
            pen()  # Only now: what this asks for may make the page smaller, and a line on its way would jump.

    return ft.GestureDetector(
        key="page",
        mouse_cursor=cursor,
        allowed_devices=PENS,
        on_pan_down=down,
        on_pan_start=start,
        on_pan_update=move,
        on_pan_end=up,
        on_pan_cancel=lambda: drag.cancel("pen"),
        exclude_from_semantics=True,
        content=page,
    )


def _spot(at: ft.Offset) -> Spot:
    return at.x, at.y


def _time(at: ft.Duration | None) -> int | None:
    return at.in_milliseconds if at is not None else None
