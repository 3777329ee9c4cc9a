"""The page under the finger: what is kept as tiles, and the live line over it."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeVar, cast

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from app.ink import View
from app.ink.drawing import photos_of
from app.ink.mark import Mark, Thing
from app.ink.photo import NONE, Photos
from app.kit import theme
from app.kit.component import component, made
from app.ui.pad.carried import ThingLayer
from app.ui.pad.gestures import minded
from app.ui.pad.live_stroke import LiveLayer
from app.ui.pad.page_drag import RUBBED, Doing, PageDrag, UnderWay
from app.ui.pad.tiles import Tiles, tile_images
from app.ui.session.drawing_tool import Tool

T = TypeVar("T")

AFTERGLOW = 0.35
"""Seconds that a finished stroke's shapes stay when its tiles are sent: the browser decodes them first."""


def page_width(width: float, height: float) -> float:
    """Return how wide the largest page is that fits into so many pixels: 4 × 3, with its edge of a pixel."""
    edges = 2  # Without them its right edge would be cut off.
    return max(240.0, min(width - edges, (height - edges) * 4 / 3))


@component
def Surface(
    *,
    marks: tuple[tuple[str, Mark], ...],
    view: View,
    tool: Tool,
    doing: Doing,
    minding: Callable[[], AbstractContextManager[None]],
    label: str,
    look: Callable[[View], None] | None = None,
    held: Thing | None = None,
    photos: Photos = NONE,
    only_pen: bool = False,
) -> ft.Control:
    """The page, as the view shows it.

    minding(): what goes wrong inside is said. label: what a screen reader is told. look(view): it is to be shown
    so; None: it stays as it is. held: the thing in hand, which is not among the marks. photos: those that are
    there; a photo comes to the page when it is.
    """
    under_way, tiles = _kept(UnderWay), _kept(Tiles)
    live, carried = under_way.live, under_way.carried
    pngs, set_pngs = made(dict[Any, bytes])
    shown = tuple((id, mark) for id, mark in marks if photos_of([mark]) <= photos.keys())
    ids = frozenset(id for id, _mark in shown)
    there: MutableRef[frozenset[str]] = ft.use_ref(ids)

    async def redraw() -> None:
        with minding():
            rubbed = {s.id for s in live.settling if s.id.startswith(RUBBED)}
            await tiles.show(shown, photos, set_pngs)
            await asyncio.sleep(AFTERGLOW)
            live.settled(ids | rubbed)

    def changed() -> None:
        live.settled((there.current or ids) - ids)
        there.current = ids
        # A task of its own: an effect is cancelled when the next stroke comes, in the middle of a tile.
        ft.context.page.run_task(redraw)

    ft.use_effect(changed, [shown])
    ft.use_effect(lambda: carried.by(0, 0), [held])

    layers: list[ft.Control] = [*tile_images(pngs, view), LiveLayer(live, view.width, view.height)]
    if held is not None:
        layers.append(ThingLayer(held, carried, view, photos))
    drags = PageDrag(under_way, view, tool, doing, look, only_pen)
    cursor = ft.MouseCursor.PRECISE if tool.does != "move" else ft.MouseCursor.GRAB
    whole = minded(_paper(layers, view), view, drags.drag, drags.by_two, pen=doing.pen_seen, cursor=cursor)
    return ft.Semantics(label=label, image=True, content=whole)


def _paper(layers: list[ft.Control], view: View) -> ft.Control:
    return ft.Container(
        ft.Stack(layers, width=view.width, height=view.height, clip_behavior=ft.ClipBehavior.HARD_EDGE),
        width=view.width,
        height=view.height,
        bgcolor=theme.PAPER,
        border_radius=theme.CORNER,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def _kept(make: Callable[[], T]) -> T:
    """Return a component's own thing, made once; it is not drawn again when that changes."""
    return cast(T, ft.use_ref(cast(Any, make)).current)
