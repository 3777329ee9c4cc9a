"""The stroke under the finger. Shapes in small pieces, so that a move sends only the piece that grew:
its cost does not depend on what is already drawn (tests/bench, docs/platform/flet.md "Ink")."""

from dataclasses import dataclass, replace
from typing import NamedTuple

import flet as ft
from flet import canvas as cv
from flet.components.hooks.use_ref import MutableRef

from app.ink import PENS, Spot
from app.kit.component import component

PIECE = 16
"""Points in one piece: a move sends at most so many."""


class StrokePiece(NamedTuple):
    """A part of a stroke, in screen units."""

    width: float
    """How wide the line is in all of it."""
    spots: tuple[Spot, ...]
    """The points through which it goes, from the left top corner of what is shown."""


@dataclass(frozen=True)
class LiveStroke:
    """A stroke on its way to the page, in screen units."""

    id: str
    """That of the mark as soon as it is kept; before, any. RUBBED (page_drag) begins it where it rubs out."""
    colour: str
    """As "#23302F"."""
    width: float
    """The pen's; each piece has its own."""
    opacity: float = 1.0
    """The pen's, from 0 to 1."""
    pieces: tuple[StrokePiece, ...] = ()
    """Of its points, in order: each begins where the last one ended."""

    def to(self, spot: Spot, width: float | None = None) -> "LiveStroke":
        """Return the stroke, one point longer. width: of the line there; None: the pen's."""
        wide = self.width if width is None else width
        if not self.pieces:
            return replace(self, pieces=(StrokePiece(wide, (spot,)),))
        *whole, last = self.pieces
        if len(last.spots) < PIECE and last.width == wide:
            return replace(self, pieces=(*whole, StrokePiece(wide, (*last.spots, spot))))
        return replace(self, pieces=(*self.pieces, StrokePiece(wide, (last.spots[-1], spot))))

    @property
    def spots(self) -> tuple[Spot, ...]:
        """All its points, in order."""
        first, *rest = self.pieces or (StrokePiece(0, ()),)
        return (*first.spots, *(spot for piece in rest for spot in piece.spots[1:]))

    @property
    def widths(self) -> tuple[float, ...]:
        """The width at each of them, in screen units."""
        first, *rest = self.pieces or (StrokePiece(0, ()),)
        return (*(first.width for _ in first.spots), *(piece.width for piece in rest for _ in piece.spots[1:]))


@ft.observable
@dataclass
class LiveInk:
    """What lies over the tiles."""

    stroke: LiveStroke | None = None
    """The one being drawn; None for none."""
    settling: tuple[LiveStroke, ...] = ()
    """Those that are drawn, and whose tiles are not there yet."""

    def begin(self, stroke: LiveStroke) -> None:
        """A pen goes down."""
        self.stroke = stroke

    def move(self, spot: Spot, width: float | None = None) -> None:
        """It moves."""
        if self.stroke is not None:
            self.stroke = self.stroke.to(spot, width)

    def lift(self, id: str) -> None:
        """It goes up: the stroke stays under its new id until its tile shows."""
        if self.stroke is not None:
            self.settling = (*self.settling, replace(self.stroke, id=id))
            self.stroke = None

    def drop(self) -> None:
        """The stroke under the finger was none."""
        self.stroke = None

    def settled(self, ids: frozenset[str]) -> None:
        """The tiles of these strokes show."""
        self.settling = tuple(s for s in self.settling if s.id not in ids)


@component
def LiveLayer(live: LiveInk, width: float, height: float) -> ft.Control:
    """The live ink, and nothing else: a move re-renders only this, and of this only the last piece."""
    before: MutableRef[dict[str, _Shown]] = ft.use_ref(lambda: {})
    known = before.current or {}
    now: dict[str, _Shown] = {}
    for stroke in (*live.settling, *([live.stroke] if live.stroke else [])):
        for n, piece in enumerate(stroke.pieces):
            key = f"{stroke.id}-{n}"
            same = known.get(key)
            # Flet passes over a control that is the very one of last time.
            now[key] = (
                same if same and same.piece is piece else _Shown(piece, stroke.opacity, _shape(key, piece, stroke))
            )
    before.current = now
    # One layer for each opacity: a line that one can see through must not show where its pieces meet.
    layers: list[ft.Control] = [
        cv.Canvas(
            [shown.shape for shown in now.values() if shown.opacity == opacity],
            key=f"live-{opacity}",
            width=width,
            height=height,
            opacity=opacity,
        )
        for opacity in _OPACITIES
    ]
    return ft.Stack(layers, width=width, height=height)


_OPACITIES = tuple(dict.fromkeys(pen.opacity for pen in PENS.values()))


class _Shown(NamedTuple):
    piece: StrokePiece
    opacity: float
    shape: cv.Shape


def _shape(key: str, piece: StrokePiece, stroke: LiveStroke) -> cv.Shape:
    return cv.Points(
        list(piece.spots),
        cv.PointMode.POLYGON if len(piece.spots) > 1 else cv.PointMode.POINTS,
        ft.Paint(
            color=stroke.colour,
            stroke_width=piece.width,
            stroke_cap=ft.StrokeCap.ROUND,
            stroke_join=ft.StrokeJoin.ROUND,
            style=ft.PaintingStyle.STROKE,
        ),
        key=key,
    )
