"""The page under the finger: what is kept, the live line over it, and what a drag means."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from app.document import new_id
from app.ink import Point, Spot, StrokeWidth, View, pen_of
from app.ink.drawing import photos_of
from app.ink.mark import Mark, Thing
from app.ink.photo import NONE, Photos
from app.ink.tiles import Tile
from app.kit import theme
from app.kit.component import component, kept, made
from app.ui.pad.carried import Carried, ThingLayer
from app.ui.pad.gestures import By, Drag, minded
from app.ui.pad.live_stroke import LiveInk, LiveLayer, LiveStroke
from app.ui.pad.tiles import Tiles, tile_images
from app.ui.session.drawing_tool import Tool

AFTERGLOW = 0.35
"""Seconds that a finished stroke's shapes stay when its tiles are sent: the browser decodes them first."""


def page_width(width: float, height: float) -> float:
    """Return how wide the largest page is that fits into so many pixels: 4 × 3, with its edge of a pixel."""
    edges = 2  # Without them its right edge would be cut off.
    return max(240.0, min(width - edges, (height - edges) * 4 / 3))


def _nothing(*_: object) -> None:
    """What a page without that tool does."""


@dataclass(frozen=True, kw_only=True)
class Doing:
    """What the page asks of whoever keeps the drawing. Points are in page units.

    draw(points, widths): keep a line and return its id; None: it could not be. erase(path, step), rub(path, step):
    the eraser (whole lines), the rubber (what it meets) went along here; all of one drag has one step. rub says
    whether anything was rubbed out.
    grab(point): a thing may be picked up there; carry(across, down): the thing in hand goes so far.
    in_hand(keep): a line is on its way, and keep() makes what there is of it a line; None: no more.
    pen_seen(): it was a pen. finger(): a finger touched a page that only the pen draws on.
    """

    draw: Callable[[Sequence[Point], Sequence[float]], str | None]
    erase: Callable[[Sequence[Point], str], None] = _nothing
    rub: Callable[[Sequence[Point], str], bool] = lambda path, step: False
    grab: Callable[[Point], None] = _nothing
    carry: Callable[[int, int], None] = _nothing
    in_hand: Callable[[Callable[[], None] | None], None] = _nothing
    pen_seen: Callable[[], None] = _nothing
    finger: Callable[[], None] = _nothing


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
    # Kept, not watched: a move is the live layer's business alone.
    live, tiles, carried = kept(LiveInk), kept(Tiles), kept(Carried)
    pngs, set_pngs = made(dict[Tile, bytes])
    step: MutableRef[str] = ft.use_ref("")
    first: MutableRef[Spot] = ft.use_ref(None)
    last: MutableRef[Spot] = ft.use_ref(None)
    who: MutableRef[By] = ft.use_ref(None)
    erased: MutableRef[bool] = ft.use_ref(False)
    pushed: MutableRef[View] = ft.use_ref(None)
    pace: MutableRef[StrokeWidth] = ft.use_ref(None)
    shown = tuple((id, mark) for id, mark in marks if photos_of([mark]) <= photos.keys())
    ids = frozenset(id for id, _mark in shown)
    there: MutableRef[frozenset[str]] = ft.use_ref(ids)

    async def redraw() -> None:
        with minding():
            rubbed = {s.id for s in live.settling if s.id.startswith(_RUBBED)}
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

    def pages(spots: Sequence[Spot]) -> list[Point]:
        return [view.point(x, y) for x, y in spots]

    def begin(spot: Spot) -> None:
        """A line begins: a pen's, or the paper's own colour where it is rubbed out."""
        rubbing = tool.does == "rub"
        width = (RUBBER * 2 if rubbing else tool.width) * view.scale
        pace.current = StrokeWidth(tool.pen, width)
        colour, opacity = (theme.PAPER, 1.0) if rubbing else (tool.look, pen_of(tool.pen).opacity)
        live.begin(LiveStroke("live", colour, width, opacity).to(spot))

    def down(spot: Spot, by: By) -> None:
        if by == "finger" and (only_pen or who.current == "pen"):
            if only_pen and who.current != "pen":
                doing.finger()
            return
        who.current, step.current, erased.current = by, new_id(), False
        first.current = last.current = spot
        if tool.does in ("draw", "rub"):
            begin(spot)
            doing.in_hand(lambda: up(by))
        elif tool.does == "things":
            doing.grab(view.point(*spot))
        elif tool.does == "move":
            pushed.current = view

    def move(spot: Spot, by: By, time: int | None) -> None:
        if who.current != by:
            return
        right, low = spot[0] - (first.current or spot)[0], spot[1] - (first.current or spot)[1]
        if tool.does == "draw" and pace.current is not None:
            live.move(spot, pace.current.at(*view.spot(*spot), time))
        elif tool.does == "rub":
            live.move(spot)
        elif tool.does == "erase":
            erased.current = True
            doing.erase(pages([last.current or spot, spot]), step.current or new_id())
        elif tool.does == "things":
            carried.by(right, low)
        elif look is not None:
            # From where it was grabbed: what is on its way to the screen is not lost, nor what whole numbers lose.
            look((pushed.current or view).moved(right, low))
        last.current = spot

    def up(by: By) -> None:
        if who.current != by:
            return
        who.current = None
        doing.in_hand(None)
        if tool.does == "things":
            doing.carry(round(carried.right / view.scale), round(carried.down / view.scale))
        elif tool.does == "erase" and not erased.current:
            doing.erase(pages([last.current or (0.0, 0.0)]), step.current or new_id())
        elif live.stroke is not None:
            finish(live.stroke)

    def cancel(by: By) -> None:
        if who.current == by:
            who.current = None
            doing.in_hand(None)
            live.drop()
            carried.by(0, 0)

    def by_two(wanted: View) -> None:
        if look is not None and who.current != "pen":
            look(wanted)

    def finish(stroke: LiveStroke) -> None:
        points = pages(stroke.spots)
        if tool.does == "rub":
            if doing.rub(points, step.current or new_id()):
                live.lift(_RUBBED + new_id())  # Until the tiles show the paper below it.
            else:
                live.drop()
            return
        kept = doing.draw(points, [width / view.scale for width in stroke.widths])
        if kept is None:
            live.drop()
        else:
            live.lift(kept)

    layers: list[ft.Control] = [*tile_images(pngs, view), LiveLayer(live, view.width, view.height)]
    if held is not None:
        layers.append(ThingLayer(held, carried, view, photos))
    page = ft.Container(
        ft.Stack(layers, width=view.width, height=view.height, clip_behavior=ft.ClipBehavior.HARD_EDGE),
        width=view.width,
        height=view.height,
        bgcolor=theme.PAPER,
        border_radius=theme.CORNER,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )
    cursor = ft.MouseCursor.PRECISE if tool.does != "move" else ft.MouseCursor.GRAB
    whole = minded(page, view, Drag(down, move, up, cancel), by_two, pen=doing.pen_seen, cursor=cursor)
    return ft.Semantics(label=label, image=True, content=whole)


RUBBER = 20
"""The rubber's radius, in page units."""

_RUBBED = "rubbed-"
