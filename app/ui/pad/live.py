"""The stroke under the finger. Shapes in small pieces, so that a move sends only the piece that grew:
its cost does not depend on what is already drawn (tests/bench, notes/flet.md "Ink")."""

from dataclasses import dataclass, replace
from typing import NamedTuple

import flet as ft
from flet import canvas as cv
from flet.components.hooks.use_ref import MutableRef

from app.ink import Spot
from app.ui.kit.component import component

PIECE = 16
"""Points in one piece: a move sends at most so many."""


@dataclass(frozen=True)
class LiveStroke:
    """A stroke on its way to the page: pieces of points in screen units, each beginning where the last one ended."""

    id: str
    colour: str
    width: float
    pieces: tuple[tuple[Spot, ...], ...] = ()

    def to(self, spot: Spot) -> "LiveStroke":
        """Return the stroke, one point longer."""
        if not self.pieces:
            return replace(self, pieces=((spot,),))
        *whole, last = self.pieces
        if len(last) < PIECE:
            return replace(self, pieces=(*whole, (*last, spot)))
        return replace(self, pieces=(*self.pieces, (last[-1], spot)))

    @property
    def spots(self) -> tuple[Spot, ...]:
        """All its points, in order."""
        first, *rest = self.pieces or ((),)
        return (*first, *(spot for piece in rest for spot in piece[1:]))


@ft.observable
@dataclass
class LiveInk:
    """What lies over the tiles: the stroke being drawn, and those whose tiles are not there yet."""

    stroke: LiveStroke | None = None
    settling: tuple[LiveStroke, ...] = ()

    def begin(self, stroke: LiveStroke) -> None:
        """A pen goes down."""
        self.stroke = stroke

    def move(self, spot: Spot) -> None:
        """It moves."""
        if self.stroke is not None:
            self.stroke = self.stroke.to(spot)

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
            now[key] = same if same and same.piece is piece else _Shown(piece, _shape(key, piece, stroke))
    before.current = now
    return cv.Canvas([shown.shape for shown in now.values()], width=width, height=height)


class _Shown(NamedTuple):
    piece: tuple[Spot, ...]
    shape: cv.Shape


def _shape(key: str, piece: tuple[Spot, ...], stroke: LiveStroke) -> cv.Shape:
    return cv.Points(
        list(piece),
        cv.PointMode.POLYGON if len(piece) > 1 else cv.PointMode.POINTS,
        ft.Paint(
            color=stroke.colour,
            stroke_width=stroke.width,
            stroke_cap=ft.StrokeCap.ROUND,
            stroke_join=ft.StrokeJoin.ROUND,
            style=ft.PaintingStyle.STROKE,
        ),
        key=key,
    )
