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
from app.kit.component import component, instance, made
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


RUBBER = 20
"""The rubber's radius, in page units."""

_RUBBED = "rubbed-"


@dataclass
class _Stroke:
    """What is known of the drag that is on its way, across the times that the page is drawn. Spots are in pixels.

    who: drags; None: nobody. step: of all that it changes. pushed: how the page was shown when it was grabbed. pace:
    how wide the line is at each speed. erased: the eraser went along somewhere.
    """

    who: By | None = None
    step: str = ""
    first: Spot | None = None
    last: Spot | None = None
    pushed: View | None = None
    pace: StrokeWidth | None = None
    erased: bool = False


@dataclass(frozen=True, eq=False)
class _ToolDrag:
    """What a drag does with the tool in hand, as the page was drawn. Its methods make a Drag."""

    stroke: _Stroke
    live: LiveInk
    carried: Carried
    view: View
    tool: Tool
    doing: Doing
    look: Callable[[View], None] | None
    only_pen: bool

    def down(self, spot: Spot, by: By) -> None:
        """Begin, unless a pen draws already or only a pen may."""
        stroke, doing = self.stroke, self.doing
        if by == "finger" and (self.only_pen or stroke.who == "pen"):
            if self.only_pen and stroke.who != "pen":
                doing.finger()
            return
        stroke.who, stroke.step, stroke.erased = by, new_id(), False
        stroke.first = stroke.last = spot
        if self.tool.does in ("draw", "rub"):
            self._begin(spot)
            doing.in_hand(lambda: self.up(by))
        elif self.tool.does == "things":
            doing.grab(self.view.point(*spot))
        elif self.tool.does == "move":
            stroke.pushed = self.view

    def move(self, spot: Spot, by: By, time: int | None) -> None:
        """Go on to a spot, at a time in milliseconds where it is known."""
        stroke = self.stroke
        if stroke.who != by:
            return
        right, low = spot[0] - (stroke.first or spot)[0], spot[1] - (stroke.first or spot)[1]
        does = self.tool.does
        if does == "draw" and stroke.pace is not None:
            self.live.move(spot, stroke.pace.at(*self.view.spot(*spot), time))
        elif does == "rub":
            self.live.move(spot)
        elif does == "erase":
            stroke.erased = True
            self.doing.erase(self._points([stroke.last or spot, spot]), stroke.step or new_id())
        elif does == "things":
            self.carried.by(right, low)
        elif self.look is not None:
            # From where it was grabbed: what is on its way to the screen is not lost, nor what whole numbers lose.
            self.look((stroke.pushed or self.view).moved(right, low))
        stroke.last = spot

    def up(self, by: By) -> None:
        """End, and keep what came of it."""
        stroke = self.stroke
        if stroke.who != by:
            return
        stroke.who = None
        self.doing.in_hand(None)
        if self.tool.does == "things":
            scale = self.view.scale
            self.doing.carry(round(self.carried.right / scale), round(self.carried.down / scale))
        elif self.tool.does == "erase" and not stroke.erased:
            self.doing.erase(self._points([stroke.last or (0.0, 0.0)]), stroke.step or new_id())
        elif self.live.stroke is not None:
            self._finish(self.live.stroke)

    def cancel(self, by: By) -> None:
        """End, as if it had never begun."""
        if self.stroke.who == by:
            self.stroke.who = None
            self.doing.in_hand(None)
            self.live.drop()
            self.carried.by(0, 0)

    def by_two(self, wanted: View) -> None:
        """Two fingers want the page to be shown so: not while a pen draws."""
        if self.look is not None and self.stroke.who != "pen":
            self.look(wanted)

    def _begin(self, spot: Spot) -> None:
        """A line begins: a pen's, or the paper's own colour where it is rubbed out."""
        tool = self.tool
        rubbing = tool.does == "rub"
        width = (RUBBER * 2 if rubbing else tool.width) * self.view.scale
        self.stroke.pace = StrokeWidth(tool.pen, width)
        colour, opacity = (theme.PAPER, 1.0) if rubbing else (tool.look, pen_of(tool.pen).opacity)
        self.live.begin(LiveStroke("live", colour, width, opacity).to(spot))

    def _finish(self, line: LiveStroke) -> None:
        """A line has ended. It stays on the screen until the tiles show what it did."""
        points = self._points(line.spots)
        if self.tool.does == "rub":
            rubbed = self.doing.rub(points, self.stroke.step or new_id())
            id = _RUBBED + new_id() if rubbed else None
        else:
            id = self.doing.draw(points, [width / self.view.scale for width in line.widths])
        if id is None:
            self.live.drop()
        else:
            self.live.lift(id)

    def _points(self, spots: Sequence[Spot]) -> list[Point]:
        """Return where spots on the screen are on the page."""
        return [self.view.point(x, y) for x, y in spots]


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
    live, carried, stroke = instance(LiveInk), instance(Carried), instance(_Stroke)
    pngs = _use_tiles(marks, photos, live, minding)
    ft.use_effect(lambda: carried.by(0, 0), [held])
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
    does = _ToolDrag(stroke, live, carried, view, tool, doing, look, only_pen)
    drag = Drag(does.down, does.move, does.up, does.cancel)
    whole = minded(page, view, drag, does.by_two, pen=doing.pen_seen, cursor=cursor)
    return ft.Semantics(label=label, image=True, content=whole)


def _use_tiles(
    marks: tuple[tuple[str, Mark], ...],
    photos: Photos,
    live: LiveInk,
    minding: Callable[[], AbstractContextManager[None]],
) -> dict[Tile, bytes]:
    """Return the PNG files of the page's tiles, and have them painted anew whenever its marks change.

    A line that was drawn stays in the live layer until the tiles show it.
    """
    tiles = instance(Tiles)
    pngs, set_pngs = made(dict[Tile, bytes])
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
    return pngs
