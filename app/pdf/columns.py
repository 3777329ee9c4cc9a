"""Words down a column, and on to the next page where there are more: the same for a storybook and a plan."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from app.language.clean_text import visible
from app.pdf.canvas import Canvas
from app.pdf.line_breaking import Line, lines
from app.pdf.shaping import Shaper
from app.pdf.style import ACCENT, FOOT, INK, LEADING, QUIET, Style
from app.pdf.tags import Node
from app.sheet import Items, Words

BASELINE = 1.09
"""From the top of a line to where letters stand, in sizes: half the spacing and half a capital."""

_INDENT = 1.1
"""How far a list stands in, in sizes."""

_SHORT = 4
"""A saying of so many lines is not parted by the page's end."""

_FOOT_AT = 28.0
_FOOT_LEADING = 1.25
_MOST_FOOT = 2
"""Lines for which there is room at the foot."""


class Span(NamedTuple):
    """Lines of one size and colour."""

    lines: tuple[Line, ...]
    """As they stand, the uppermost first."""
    size: float
    """Of the letters, in points."""
    ink: str
    """Their colour in the house's look, as "#RRGGBB"."""


class TextBlock(NamedTuple):
    """A paragraph, a heading or one item of a list, already in lines."""

    tag: str
    """Its type in the structure: "P", "H2", "LI"."""
    spans: tuple[Span, ...]
    """One below the other, as they are read."""
    before: float
    """White above it in points, unless it comes first on the page."""
    list: int | None = None
    """Which list it is an item of, or None."""

    @property
    def height(self) -> float:
        """Without the white above it."""
        return sum(span.size * LEADING * len(span.lines) for span in self.spans)


class TextColumn(NamedTuple):
    """Where words may stand."""

    left: float
    """In points from the page's left edge."""
    width: float
    """In points."""
    top: float
    """Where the next line goes, in points from the page's lower edge."""
    bottom: float
    """Where no line may go below, in points from the page's lower edge."""


class Atom(NamedTuple):
    """The smallest part that is laid out by itself: a saying, or one item of a list."""

    words: Words
    """The saying, or the item as words without who and note."""
    list: int | None = None
    """Which list it is an item of, or None for a saying."""


def atoms(parts: Iterable[Words | Items], *, first_list: int = 0) -> list[Atom]:
    """Return sayings and lists as atoms. first_list: the number of the first list, one more for each."""
    found: list[Atom] = []
    for part in parts:
        if isinstance(part, Words):
            found.append(Atom(part))
        else:
            found += [Atom(Words(item), first_list) for item in part.items]
            first_list += 1
    return found


class Setting(NamedTuple):
    """What laying out needs to know of a sheet."""

    shaper: Shaper
    """Makes glyphs of words, for the whole export."""
    look: Style
    """Sizes, and how many characters a line may have."""
    right_to_left: bool
    """The sheet's language is read from the right."""

    def span(self, text: str, width: float, size: float, ink: str, *, bold: bool = False) -> Span:
        """Return text in lines. width: of the column, in points."""
        set_ = lines(
            text,
            self.shaper,
            width=width / size,
            most=self.look.most,
            right_to_left=self.right_to_left,
            bold=bold,
        )
        return Span(tuple(set_), size, ink)

    def heading(self, text: str, width: float, *, tag: str = "H2", size: float = 0.0) -> TextBlock:
        """Return a heading. size: 0 is the look's own."""
        size = size or self.look.heading
        return TextBlock(tag, (self.span(text, width, size, ACCENT, bold=True),), size * 0.9 * self.look.white)

    def blocks(self, atom: Atom, width: float) -> list[TextBlock]:
        """Return an atom as blocks: who speaks, above the words; a note below them, quietly."""
        body, small, white = self.look.body, self.look.small, self.look.white
        words, who, note = atom.words.words, atom.words.who, atom.words.note
        if atom.list is not None:
            span = self.span(words, width - body * _INDENT, body, INK)
            return [TextBlock("LI", (span,), body * 0.35 * white, atom.list)]
        spans = [self.span(who + "\n" if words else who, width, small, ACCENT, bold=True)] if who else []
        if who and words:
            spans = [spans[0]._replace(lines=spans[0].lines[:-1])]
        if words:
            spans.append(self.span(words, width, body, INK))
        found = [TextBlock("P", tuple(spans), body * 0.7 * white)] if spans else []
        if note:
            found.append(TextBlock("P", (self.span(note, width, small, QUIET),), body * 0.2 * white))
        return found


def height(blocks: Sequence[TextBlock]) -> float:
    """Return how much of a column blocks take, the white above the first apart."""
    return sum(block.height + (block.before if i else 0) for i, block in enumerate(blocks))


def draw(
    canvas: Canvas,
    blocks: Sequence[TextBlock],
    column: TextColumn,
    parent: Node,
    *,
    lists: dict[int, Node],
    onward: Callable[[], TextColumn],
    fresh: bool = True,
) -> TextColumn:
    """Draw blocks down a column, and return what is left of the column in which they end.

    lists: the elements of the lists begun; more are added. onward: turns the page and returns its
    column. fresh: whether the column is still empty. Headings never stand at a page's end alone.
    """
    for i, block in enumerate(blocks):
        needs = _first_lines(block, _together(block))
        for after in blocks[i + 1 :] if block.tag.startswith("H") else ():
            needs += after.before + _first_lines(after, _together(after))
            if not after.tag.startswith("H"):
                break
        white = 0.0 if fresh else block.before
        if not fresh and column.top - white - needs < column.bottom:
            column, white = onward(), 0.0
        column = column._replace(top=column.top - white)
        node = _element(block, parent, lists)
        column = _draw_block(canvas, block, column, node, onward)
        fresh = False
    return column


def _first_lines(block: TextBlock, count: int) -> float:
    sizes = [span.size for span in block.spans for _line in span.lines]
    return sum(size * LEADING for size in sizes[:count])


def _together(block: TextBlock) -> int:
    """Return how many of a block's first lines stay on one page: all of a short one, else two."""
    count = sum(len(span.lines) for span in block.spans)
    return count if count <= _SHORT else 2


def _element(block: TextBlock, parent: Node, lists: dict[int, Node]) -> Node:
    if block.list is None:
        return parent.add(block.tag)
    if block.list not in lists:
        lists[block.list] = parent.add("L")
    return lists[block.list].add("LI").add("LBody")


def _draw_block(
    canvas: Canvas,
    block: TextBlock,
    column: TextColumn,
    node: Node,
    onward: Callable[[], TextColumn],
) -> TextColumn:
    waiting = [(line, span.size, span.ink) for span in block.spans for line in span.lines]
    first = True
    while waiting:
        taken, top = 0, column.top
        while taken < len(waiting) and top - waiting[taken][1] * LEADING >= column.bottom - 0.01:
            top -= waiting[taken][1] * LEADING
            taken += 1
        if taken > 2 and len(waiting) - taken == 1:
            taken, top = taken - 1, top + waiting[taken - 1][1] * LEADING  # No last line alone overleaf.
        if not taken and not first:
            taken, top = 1, top - waiting[0][1] * LEADING  # A page lower than a line: never lose one.
        if taken:
            _draw_lines(canvas, waiting[:taken], column, node, block.list is not None, first)
            column, waiting = column._replace(top=top), waiting[taken:]
        first = False
        if waiting:
            column = onward()
    return column


def _draw_lines(
    canvas: Canvas,
    waiting: Sequence[tuple[Line, float, str]],
    column: TextColumn,
    node: Node,
    listed: bool,
    first: bool,
) -> None:
    left, right, y = column.left, column.left + column.width, column.top
    if listed:
        # Where its own words begin, whichever way the sheet runs: at the other end nobody would look for it.
        words, size, _ink = waiting[0]
        right_to_left = words.right_to_left
        if first:
            disc = size * 0.32
            x = right - size * 0.3 - disc if right_to_left else left + size * 0.3
            middle = y - size * (BASELINE - 0.3)
            with canvas.decoration():
                canvas.shape(x, middle - disc / 2, disc, disc, radius=disc, fill=ACCENT)
        left, right = (left, right - size * _INDENT) if right_to_left else (left + size * _INDENT, right)
    with canvas.mark(node):
        for line, size, ink in waiting:
            x = right - line.width * size if line.right_to_left else left
            canvas.line(line, x, y - size * BASELINE, size, ink)
            y -= size * LEADING


def foot(canvas: Canvas, setting: Setting, made_for: str, side: float) -> Node | None:
    """Write which copy this is and which page at the page's foot, side points from its edges.

    On the first page it returns its element, for the caller to put last: a screen reader meets it once.
    On the others it is for the eye. None where it has no room: then made_for goes with the words.
    """
    width = canvas.width - 2 * side
    mirrored = setting.right_to_left
    number = setting.span(str(canvas.page), width, FOOT, QUIET).lines[0]
    x = side if mirrored else canvas.width - side - number.width * FOOT
    with canvas.decoration(footer=True):
        canvas.line(number, x, _FOOT_AT, FOOT, QUIET)
    if not visible(made_for):
        return Node("P")
    found = setting.span(made_for, width - 60, FOOT, QUIET).lines
    node = Node("P") if canvas.page == 1 and len(found) <= _MOST_FOOT else None
    up = _FOOT_AT + (min(len(found), _MOST_FOOT) - 1) * FOOT * _FOOT_LEADING
    with canvas.mark(node) if node is not None else canvas.decoration(footer=True):
        for line in found[:_MOST_FOOT]:
            x = canvas.width - side - line.width * FOOT if line.right_to_left else side
            canvas.line(line, x, up, FOOT, QUIET)
            up -= FOOT * _FOOT_LEADING
    return node
