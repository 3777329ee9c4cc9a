"""One page's drawing as it is kept: what the pad asks for becomes edits, each touch one step."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.document import Change, Remove
from app.ink import PAGE_HEIGHT, PAGE_WIDTH, Point, Stroke, erased_by, rubbed, stroke_of
from app.ink.drawing import (
    changed,
    marks,
    put,
    replace_stroke,
    rub_out,
    strokes,
    things,
    to_bottom,
    to_top,
)
from app.ink.mark import Thing, covers
from app.ink.photo import LARGEST as LARGEST_PHOTO
from app.ink.photo import THINNEST
from app.ink.sticker import LARGEST, SMALLEST, Sticker
from app.ui.session.drawing_tool import Tool
from app.ui.session.open_plan import OpenPlan

ERASER = 24
"""The eraser's radius, in page units: a fingertip."""

RUBBER = 20
"""The rubber's radius, in page units."""

LARGER = 1.25
"""How much a thing grows at one touch."""

TURN = 15
"""Degrees that a thing turns at one touch."""


@dataclass(frozen=True)
class SavedPage:
    """The drawing below one item of an open document."""

    plan: OpenPlan
    """The document, as this tab has it open."""
    page: str
    """The id of that item."""
    known: dict[str, Stroke]
    """Strokes unpacked before, by id (see app.ink.drawing)."""

    @property
    def actor(self) -> str:
        """Whose page it is: what is drawn is theirs."""
        item = self.plan.document.items.get(self.page)
        return item.by if item is not None else ""

    @property
    def undo_scope(self) -> str:
        """Where undo stays."""
        return f"pad-{self.page}"

    def draw(self, points: Sequence[Point], widths: Sequence[float], tool: Tool) -> str | None:
        """Keep a line, and return its id; None where the page is not there any more."""
        return self.put(stroke_of(points, widths, colour=tool.colour, width=tool.width, pen=tool.pen))

    def put(self, mark: Stroke | Thing) -> str | None:
        """Lay a mark on top of all, and return its id; None where the page is not there any more."""
        item = self.plan.document.items.get(self.page)
        if item is None:
            return None
        add = put(self.plan.document, self.page, mark, section=item.section, by=item.by)
        self._make([add])
        return add.item.id

    def erase(self, path: Sequence[Point], transaction: str) -> None:
        """Take away the lines that the eraser met; all of one drag is one step."""
        self._make(rub_out(erased_by(self._strokes(), path, ERASER)), transaction)

    def rub(self, path: Sequence[Point], transaction: str) -> bool:
        """Take away what the rubber met of each line. Returns whether it met anything."""
        changes: list[Change] = []
        for id, pieces in rubbed(self._strokes(), path, RUBBER):
            changes += replace_stroke(self.plan.document, id, pieces)
        self._make(changes, transaction)
        return bool(changes)

    def clear(self) -> None:
        """Take all of it away, as one step."""
        self._make(rub_out(id for id, _mark in marks(self.plan.document, self.page, known=self.known)))

    def at(self, point: Point) -> str:
        """Return the id of the topmost thing at a point, or "" where there is none."""
        found = [id for id, thing in self._things() if covers(thing, *point)]
        return found[-1] if found else ""

    def thing(self, id: str) -> Thing | None:
        """Return a thing by its id, or None where there is none (any more)."""
        return next((thing for found, thing in self._things() if found == id), None)

    def carry(self, id: str, across: int, down: int) -> None:
        """Move a thing; its middle stays on the page."""
        thing = self.thing(id)
        if thing is not None:
            x, y = min(max(thing.x + across, 0), PAGE_WIDTH), min(max(thing.y + down, 0), PAGE_HEIGHT)
            self._change(id, thing, x=x, y=y)

    def grow(self, id: str, by: float) -> None:
        """Make a thing larger or smaller."""
        thing = self.thing(id)
        if isinstance(thing, Sticker):
            self._change(id, thing, size=_side(thing.size * by, LARGEST))
        elif thing is not None:
            longer, shorter = max(thing.width, thing.height), min(thing.width, thing.height)
            by = max(_side(longer * by, LARGEST_PHOTO) / longer, THINNEST / shorter)
            self._change(id, thing, width=round(thing.width * by), height=round(thing.height * by))

    def turn(self, id: str, degrees: int) -> None:
        """Turn a thing, clockwise."""
        thing = self.thing(id)
        if thing is not None:
            self._change(id, thing, turn=(thing.turn + degrees) % 360)

    def mirror(self, id: str) -> None:
        """Let a thing look the other way."""
        thing = self.thing(id)
        if thing is not None:
            self._change(id, thing, mirrored=not thing.mirrored)

    def lay_on_top(self, id: str) -> None:
        """Lay a mark over all others."""
        self._make(to_top(self.plan.document, id))

    def lay_below(self, id: str) -> None:
        """Lay a mark under all others."""
        self._make(to_bottom(self.plan.document, id))

    def take_off(self, id: str) -> None:
        """Take a thing off the page, if it is still there: what is gone already would be a step that undoes nothing."""
        if self.thing(id) is not None:
            self._make([Remove(id)])

    def _change(self, id: str, thing: Any, **values: int | bool) -> None:
        self._make(changed(id, thing, thing._replace(**values)))

    def _strokes(self) -> tuple[tuple[str, Stroke], ...]:
        return strokes(self.plan.document, self.page, known=self.known)

    def _things(self) -> tuple[tuple[str, Thing], ...]:
        return things(marks(self.plan.document, self.page, known=self.known))

    def _make(self, changes: Sequence[Change], transaction: str | None = None) -> None:
        if changes:
            self.plan.make(changes, undo_scope=self.undo_scope, actor=self.actor, transaction=transaction)


def _side(side: float, largest: int) -> int:
    return round(min(max(side, SMALLEST), largest))
