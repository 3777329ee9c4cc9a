"""What a drag on the page means: a line, the rubber, the eraser, a thing that is moved, or the page itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from app.document import new_id
from app.ink import Point, Spot, StrokeWidth, View, pen_of
from app.kit import theme
from app.ui.pad.carried import Carried
from app.ui.pad.gestures import By, Drag
from app.ui.pad.live_stroke import LiveInk, LiveStroke
from app.ui.session.drawing_tool import Tool

RUBBER = 20
"""The rubber's radius, in page units."""

RUBBED = "rubbed-"
"""How the ids of live strokes begin that rub something out: they are no marks of the page."""


def _nothing(*_: object) -> None:
    """What a page without that tool does."""


@dataclass(frozen=True, kw_only=True)
class Doing:
    """What the page asks of whoever keeps the drawing. Points are in page units."""

    draw: Callable[[Sequence[Point], Sequence[float]], str | None]
    """draw(points, widths): keep a line and return its id; None: it could not be."""
    erase: Callable[[Sequence[Point], str], None] = _nothing
    """erase(path, step): the eraser (whole lines) went along here; all of one drag has one step."""
    rub: Callable[[Sequence[Point], str], bool] = lambda path, transaction: False
    """rub(path, step): so did the rubber (what it meets); whether anything was rubbed out."""
    grab: Callable[[Point], None] = _nothing
    """grab(point): a thing may be picked up there."""
    carry: Callable[[int, int], None] = _nothing
    """carry(across, down): the thing in hand goes so far."""
    in_hand: Callable[[Callable[[], None] | None], None] = _nothing
    """in_hand(keep): a line is on its way, and keep() makes what there is of it a line; None: no more."""
    pen_seen: Callable[[], None] = _nothing
    """pen_seen(): it was a pen."""
    finger: Callable[[], None] = _nothing
    """finger(): a finger touched a page that only the pen draws on."""


@dataclass
class UnderWay:
    """What is under way on one page, over all its drawings. It is not watched: a move is the live layer's business."""

    live: LiveInk = field(default_factory=LiveInk)
    """The line that is being drawn."""
    carried: Carried = field(default_factory=Carried)
    """How far the thing in hand was moved."""
    who: By | None = None
    """Who drags, None for nobody."""
    transaction: str = ""
    """The id that all edits of this drag share; "" before the first."""
    first: Spot | None = None
    """Where the drag began, on the screen."""
    last: Spot | None = None
    """Where it is, on the screen."""
    erased: bool = False
    """The eraser has moved."""
    pushed: View | None = None
    """How the page was shown when it was grabbed."""
    pace: StrokeWidth | None = None
    """How wide a line is that is drawn so quickly."""


@dataclass(frozen=True)
class PageDrag:
    """What drags mean on a page as it was drawn once."""

    under_way: UnderWay
    """What lasts over all its drawings."""
    view: View
    """How the page is shown."""
    tool: Tool
    """What is in hand."""
    doing: Doing
    """What is asked of whoever keeps the drawing."""
    look: Callable[[View], None] | None
    """look(view): it is to be shown so; None: it stays as it is."""
    only_pen: bool
    """Fingers do not draw."""

    @property
    def drag(self) -> Drag:
        """What gestures call."""
        return Drag(self._down, self._move, self._up, self._cancel)

    def by_two(self, wanted: View) -> None:
        """Two fingers want the page to be shown so: not while a pen draws."""
        if self.look is not None and self.under_way.who != "pen":
            self.look(wanted)

    def _down(self, spot: Spot, by: By) -> None:
        now = self.under_way
        if by == "finger" and (self.only_pen or now.who == "pen"):
            if self.only_pen and now.who != "pen":
                self.doing.finger()
            return
        now.who, now.transaction, now.erased = by, new_id(), False
        now.first = now.last = spot
        if self.tool.does in ("draw", "rub"):
            self._begin(spot)
            self.doing.in_hand(lambda: self._up(by))
        elif self.tool.does == "things":
            self.doing.grab(self.view.point(*spot))
        elif self.tool.does == "move":
            now.pushed = self.view

    def _begin(self, spot: Spot) -> None:
        """A line begins: a pen's, or the paper's own colour where it is rubbed out."""
        tool, rubbing = self.tool, self.tool.does == "rub"
        width = (RUBBER * 2 if rubbing else tool.width) * self.view.scale
        self.under_way.pace = StrokeWidth(tool.pen, width)
        colour, opacity = (theme.PAPER, 1.0) if rubbing else (tool.look, pen_of(tool.pen).opacity)
        self.under_way.live.begin(LiveStroke("live", colour, width, opacity).to(spot))

    def _move(self, spot: Spot, by: By, time: int | None) -> None:
        now, does = self.under_way, self.tool.does
        if now.who != by:
            return
        first = now.first or spot
        right, low = spot[0] - first[0], spot[1] - first[1]
        if does == "draw" and now.pace is not None:
            now.live.move(spot, now.pace.at(*self.view.spot(*spot), time))
        elif does == "rub":
            now.live.move(spot)
        elif does == "erase":
            now.erased = True
            self._erase(now.last or spot, spot)
        elif does == "things":
            now.carried.by(right, low)
        elif self.look is not None:
            # From where it was grabbed: what is on its way to the screen is not lost, nor what whole numbers lose.
            self.look((now.pushed or self.view).moved(right, low))
        now.last = spot

    def _up(self, by: By) -> None:
        now = self.under_way
        if now.who != by:
            return
        now.who = None
        self.doing.in_hand(None)
        if self.tool.does == "things":
            scale = self.view.scale
            self.doing.carry(round(now.carried.right / scale), round(now.carried.down / scale))
        elif self.tool.does == "erase" and not now.erased:
            self._erase(now.last or (0.0, 0.0))
        elif now.live.stroke is not None:
            self._finish(now.live.stroke)

    def _cancel(self, by: By) -> None:
        now = self.under_way
        if now.who == by:
            now.who = None
            self.doing.in_hand(None)
            now.live.drop()
            now.carried.by(0, 0)

    def _erase(self, *spots: Spot) -> None:
        self.doing.erase(self._points(spots), self.under_way.transaction or new_id())

    def _finish(self, stroke: LiveStroke) -> None:
        """The line has its end: it is kept, or it has rubbed something out."""
        live, points = self.under_way.live, self._points(stroke.spots)
        if self.tool.does == "rub":
            if self.doing.rub(points, self.under_way.transaction or new_id()):
                live.lift(RUBBED + new_id())  # Until the tiles show the paper below it.
            else:
                live.drop()
            return
        kept = self.doing.draw(points, [width / self.view.scale for width in stroke.widths])
        if kept is None:
            live.drop()
        else:
            live.lift(kept)

    def _points(self, spots: Sequence[Spot]) -> list[Point]:
        return [self.view.point(x, y) for x, y in spots]
