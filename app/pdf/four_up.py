"""Four panels to a page: each in a quarter, in a row of its own where it needs one, or in no less than a page.

Nothing is cut and no word is set smaller than T1 allows (docs/domain/plain-language.md): what has no room gets
more room. Picture and words stand side by side in a quarter as they do on a page (P1).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.language.clean_text import visible
from app.pdf import columns
from app.pdf.canvas import Canvas
from app.pdf.columns import Atom, Setting, TextBlock, TextColumn
from app.pdf.drawing_figure import Figure, draw_figure, figure
from app.pdf.style import SOFT
from app.pdf.tags import Node
from app.sheet import Items, Panel

_BELOW_HEADING = 6.0
_GAP = 14.0
"""Between a picture and its words."""
_SHARES = (0.5, 0.45, 0.4, 0.35, 0.3)
"""Of a place's width, the picture's: the largest beside which the words still fit."""
_SMALLEST = 108.0
"""A picture narrower than this, in points, is none to look at together."""
_SLACK = 1.0
"""What is left free below words, so that no rounding ever takes them to another page."""


class PanelPlace(NamedTuple):
    """Where a panel stands."""

    left: float
    """In points from the page's left edge."""
    top: float
    """Of its upper edge, in points from the page's lower edge."""
    width: float
    """In points."""
    height: float
    """In points, downwards from the top."""


class PanelGrid(NamedTuple):
    """The two rows of a page, each of one place or of two."""

    whole: PanelPlace
    """The place of all panels of the page."""
    gap: float
    """Between two places, side by side or one above the other, in points."""
    mirrored: bool
    """The first of a row is at the right."""

    @property
    def quarter(self) -> tuple[float, float]:
        """How wide and high a quarter is."""
        return (self.whole.width - self.gap) / 2, (self.whole.height - self.gap) / 2

    @property
    def row(self) -> tuple[float, float]:
        """How wide and high a row is."""
        return self.whole.width, self.quarter[1]

    def places(self, row: int, count: int) -> tuple[PanelPlace, ...]:
        """Return the places of a row (0 or 1) that holds one panel or two, in reading order."""
        left, top, width, _height = self.whole
        wide, high = self.quarter
        top -= row * (high + self.gap)
        if count == 1:
            return (PanelPlace(left, top, width, high),)
        two = (PanelPlace(left, top, wide, high), PanelPlace(left + wide + self.gap, top, wide, high))
        return two[::-1] if self.mirrored else two


class Arranged(NamedTuple):
    """A panel that fits its place."""

    panel: Panel
    """What it shows."""
    head: TextBlock | None
    """Its heading, or None where it has none."""
    words: tuple[TextBlock, ...]
    """What is said in it, in lines."""
    wide: float
    """The width of the words, in points."""
    figure: Figure | None
    """Its picture, or None where it has none."""


def worded(panel: Panel) -> list[Atom]:
    """Return what is said in a panel: what is empty takes no room."""
    return columns.atoms([p for p in panel.words if isinstance(p, Items) or visible(p.words) or p.who or p.note])


def arranged(panel: Panel, setting: Setting, width: float, height: float) -> Arranged | None:
    """Return a panel in so much room (points), or None where it needs more.

    A word broken where the line ends counts as too little room: a wider line may hold it (T5).
    """
    head = setting.heading(panel.heading, width) if visible(panel.heading) else None
    room = height - _SLACK - (head.height + _BELOW_HEADING if head else 0.0)
    atoms = worded(panel)
    tries: list[Arranged] = []
    if panel.picture is None:
        tries.append(Arranged(panel, head, _blocks(atoms, setting, width), width, None))
    elif not atoms:
        made = figure(panel.picture, setting, width, room)
        tries += [] if made.overleaf else [Arranged(panel, head, (), width, made)]
    else:
        pictures = (figure(panel.picture, setting, width * share, room) for share in _SHARES)
        tries += [_beside(panel, head, made, setting, width) for made in pictures]
    return next((one for one in tries if _fits(one, room)), None)


def rows(panels: Sequence[Panel], setting: Setting, grid: PanelGrid) -> Iterator[tuple[Arranged, ...] | Panel]:
    """Yield a book's rows in order: two panels side by side, one that has the row, or one that needs a page.

    Whoever would stand alone beside an empty quarter has the row: its picture is the larger.
    """
    at = 0
    while at < len(panels):
        two = [arranged(panel, setting, *grid.quarter) for panel in panels[at : at + 2]]
        pair = tuple(one for one in two if one is not None)
        if len(pair) == 2:
            yield pair
            at += 2
            continue
        alone = arranged(panels[at], setting, *grid.row)
        yield panels[at] if alone is None else (alone,)
        at += 1


def draw(canvas: Canvas, one: Arranged, place: PanelPlace, section: Node, *, mirrored: bool) -> None:
    """Draw a panel in its place: heading, words, picture, as they are read."""
    lists: dict[int, Node] = {}

    def column(blocks: Sequence[TextBlock], left: float, width: float, top: float) -> None:
        columns.draw(
            canvas,
            blocks,
            TextColumn(left, width, top, place.top - place.height),
            section,
            lists=lists,
            onward=lambda: TextColumn(left, width, top, place.top - place.height),
        )

    top, made = place.top, one.figure
    if one.head is not None:
        column([one.head], place.left, place.width, top)
        top -= one.head.height + _BELOW_HEADING
    if one.words:
        spare = max(0.0, made.height - columns.height(one.words)) / 2 if made is not None else 0.0
        column(one.words, place.left if mirrored else place.left + place.width - one.wide, one.wide, top - spare)
    if made is not None:
        left = place.left + place.width - made.width if mirrored else place.left
        if not one.words:
            left = place.left + (place.width - made.width) / 2
        draw_figure(canvas, made, section, left, top)


def draw_rules(canvas: Canvas, grid: PanelGrid, row: int, count: int) -> None:
    """Draw the thin lines that part a row from the one above it, and its two panels from each other."""
    left, top, width, _height = grid.whole
    wide, high = grid.quarter
    top -= row * (high + grid.gap)
    with canvas.decoration():
        if row:
            canvas.shape(left, top + grid.gap / 2, width, 1, radius=0, fill=SOFT)
        if count == 2:
            canvas.shape(left + wide + grid.gap / 2, top - high, 1, high, radius=0, fill=SOFT)


def _beside(panel: Panel, head: TextBlock | None, made: Figure, setting: Setting, width: float) -> Arranged:
    """Words beside a picture. A caption too long to stand below it stands below the words."""
    wide = width - made.width - _GAP
    atoms = [*worded(panel), *map(Atom, made.overleaf)]
    return Arranged(panel, head, _blocks(atoms, setting, wide), wide, made)


def _blocks(atoms: Sequence[Atom], setting: Setting, width: float) -> tuple[TextBlock, ...]:
    return tuple(block for atom in atoms for block in setting.blocks(atom, width))


def _fits(one: Arranged, room: float) -> bool:
    if columns.height(one.words) > room:
        return False
    made = one.figure
    if made is not None and (made.width < _SMALLEST or made.whole > room):
        return False
    spans = [span for block in (*one.words, *([one.head] if one.head else [])) for span in block.spans]
    spans += made.below if made is not None else ()
    return not any(line.broken for span in spans for line in span.lines)
