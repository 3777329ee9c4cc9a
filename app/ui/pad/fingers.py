"""Two fingers on the page: it is shown larger or smaller between them, and goes where they go.

A detector of its own, round the one that draws: Flutter lets one finger draw, for the inner one asks
first, and gives both to this one when they part by a little before either has drawn.
"""

from collections.abc import Callable

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from app.ink import View


def two_fingers(
    page: ft.Control, view: View, look: Callable[[View], None], *, finger: Callable[[], None] | None
) -> ft.Control:
    """Return the page with two fingers minded. To be called while a component renders, at one place.

    look(view): it is to be shown so. finger(): a single finger touched a page on which only the pen draws; None: it
    draws.
    """
    begun: MutableRef[View] = ft.use_ref(None)

    def start(event: ft.ScaleStartEvent[ft.GestureDetector]) -> None:
        begun.current = view
        if finger is not None and event.pointer_count == 1:
            finger()

    def update(event: ft.ScaleUpdateEvent[ft.GestureDetector]) -> None:
        if event.pointer_count < 2 or begun.current is None:
            return
        at = event.local_focal_point
        moved = view.moved(event.focal_point_delta.x, event.focal_point_delta.y)
        look(moved.zoomed(begun.current.zoom * event.scale, at.x, at.y))

    def tapped() -> None:
        if finger is not None:
            finger()

    return ft.GestureDetector(
        key="fingers",
        allowed_devices=[ft.PointerDeviceType.TOUCH],
        on_scale_start=start,
        on_scale_update=update,
        on_tap=tapped if finger is not None else None,
        exclude_from_semantics=True,
        content=page,
    )
