"""Tables on a page: columns side by side where their words have room, else a small table of label and words a row.

A column so narrow that its words are broken is none to read, so nothing is set smaller and nothing is squeezed
(docs/domain/plain-language.md, T1 and T5). The heading stands again on each page, for the eye alone; a row that fits
a page is never parted. Structure: ISO 32000-1, 14.8.4.3.4; PDF/UA-1, 7.5.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.language.clean_text import visible
from app.pdf import columns
from app.pdf.canvas import Canvas
from app.pdf.columns import BASELINE, Setting, Span, TextBlock, TextColumn
from app.pdf.line_breaking import Line
from app.pdf.style import ACCENT, EDGE, INK, LEADING, SOFT
from app.pdf.tags import Node
from app.sheet import Table
from app.sheet.book_pages import pairs

_PAD = 5.0
"""Between a cell's edge and its words, in points."""
_EASY = 14.0
"""A column is at least so wide, in sizes of its letters, or as wide as all that stands in it."""
_LABEL = 0.32
"""Of the width, the labels' share where each row is a table of its own."""
_LONGEST_WORDS = 12
"""So many of a column's longest words are measured; one that is longer all the same is parted where its line ends."""
_LONGEST_HEAD = 0.25
"""Of a page's height: a heading higher than this would leave no room below it on every page."""
_MOST_TOGETHER = 0.8
"""Of a page's height: a first row that is higher does not wait for a page with its caption."""
_WIDE = 10_000.0
_LEAST_LINES = 3
"""A row that must be parted does not begin with fewer lines at a page's foot."""
_BETWEEN = 12.0
"""White between two rows that are tables of their own."""


class Grid(NamedTuple):
    """A table in lines."""

    setting: Setting
    """What it was laid out with."""
    widths: tuple[float, ...]
    """Of the columns, in reading order, in points."""
    caption: TextBlock | None
    """The words above it, or None."""
    head: tuple[Span, ...]
    """The headings' row, or () where each row of `groups` begins with its label."""
    groups: tuple[tuple[tuple[Span, ...], ...], ...]
    """Rows that stay together; without a head each is a table."""
    page: float
    """The height of an empty page, in points."""

    @property
    def first(self) -> float:
        """The height down to its first row's end (to that of some lines, where that is a page): they stay together."""
        above = self.caption.height + _PAD if self.caption else 0.0
        above += _height(self.head) if self.head else 0.0
        row = sum(_height(row) for row in self.groups[0]) if self.groups else 0.0
        return above + (row if above + row <= self.page * _MOST_TOGETHER else 6 * self.setting.look.body * LEADING)


def lay_out(table: Table, setting: Setting, width: float, page: float) -> Grid | None:
    """Return a table in lines for a column of so many points, or None where it has nothing to show.

    page: the height of an empty page.
    """
    if not table.columns or not any(pairs(table, row) for row in table.rows):
        return None
    body = setting.look.body
    caption = None
    if visible(table.caption):
        caption = TextBlock("Caption", (setting.span(table.caption, width, body, INK, bold=True),), body * 0.7)
    widths = _widths(table, setting, width)
    if widths is not None:
        inner = [w - 2 * _PAD for w in widths]
        head = tuple(
            setting.span(text, w, body, ACCENT, bold=True) for text, w in zip(table.columns, inner, strict=True)
        )
        if _height(head) <= page * _LONGEST_HEAD:
            rows = tuple((_row(row, inner, setting),) for row in table.rows)
            return Grid(setting, widths, caption, head, rows, page)
    widths = (width * _LABEL, width * (1 - _LABEL))
    inner = [w - 2 * _PAD for w in widths]
    groups = tuple(
        tuple(
            (setting.span(label, inner[0], body, ACCENT, bold=True), setting.span(words, inner[1], body, INK))
            for label, words in pairs(table, row)
        )
        for row in table.rows
    )
    return Grid(setting, widths, caption, (), tuple(group for group in groups if group), page)


def draw(
    canvas: Canvas, grid: Grid, column: TextColumn, parent: Node, *, fresh: TextColumn, onward: Callable[[], TextColumn]
) -> TextColumn:
    """Draw a table down a column, and return what is left of the column in which it ends.

    fresh: the column of an empty page; onward: turns the page and returns that.
    """
    return _Drawing(canvas, grid, column, parent, fresh, onward).write()


def _widths(table: Table, setting: Setting, width: float) -> tuple[float, ...] | None:
    """Return how wide each column is, or None where they have no room side by side."""
    body, most = setting.look.body, width * 0.6
    wanted: list[float] = []
    needed: list[float] = []
    for n, heading in enumerate(table.columns):
        texts = [row[n] for row in table.rows]
        words = sorted({w for text in texts for w in text.split()}, key=len, reverse=True)[:_LONGEST_WORDS]
        longest = sorted(texts, key=len, reverse=True)[:_LONGEST_WORDS]
        whole = max([_natural(t, setting) for t in longest] + [_natural(heading, setting, bold=True)])
        word = max(
            [_natural(w, setting) for w in words]
            + [_natural(w, setting, bold=True) for w in heading.split()]
            + [min(whole, _EASY * body * 0.5)]
        )
        wanted.append(min(whole, most) + 2 * _PAD + 1)
        needed.append(min(word, most) + 2 * _PAD + 1)
    spare = width - sum(needed)
    if spare < 0:
        return None
    more = [w - n for w, n in zip(wanted, needed, strict=True)]
    if sum(more) <= 0:
        return tuple(n + spare / len(needed) for n in needed)
    return tuple(n + spare * m / sum(more) for n, m in zip(needed, more, strict=True))


def _natural(text: str, setting: Setting, *, bold: bool = False) -> float:
    """Return how wide a text is in points where nothing breaks its lines but itself."""
    span = setting._replace(look=setting.look._replace(most=100_000)).span(
        text, _WIDE * 10, setting.look.body, INK, bold=bold
    )
    return max(line.width for line in span.lines) * span.size


def _row(cells: Sequence[str], inner: Sequence[float], setting: Setting) -> tuple[Span, ...]:
    return tuple(setting.span(text, w, setting.look.body, INK) for text, w in zip(cells, inner, strict=True))


def _height(row: Sequence[Span]) -> float:
    return max(len(span.lines) * span.size * LEADING for span in row) + 2 * _PAD


class _Drawing:
    """One table on its way to paper."""

    def __init__(
        self,
        canvas: Canvas,
        grid: Grid,
        column: TextColumn,
        parent: Node,
        fresh: TextColumn,
        onward: Callable[[], TextColumn],
    ) -> None:
        self.canvas, self.grid, self.column, self.parent = canvas, grid, column, parent
        self.fresh, self.onward = fresh, onward
        self.headed = _height(grid.head) if grid.head else 0.0

    def write(self) -> TextColumn:
        """Write all of it."""
        node = self.parent.add("Table")
        if self.grid.caption is not None:
            self.column = columns.draw(
                self.canvas,
                [self.grid.caption],
                self.column,
                node,
                lists={},
                onward=self.onward,
                fresh=True,
            )
            self.column = self.column._replace(top=self.column.top - _PAD)
        if self.grid.head:
            self._head([self._cell(cell, "Column") for cell in self._row_of(node.add("THead"), len(self.grid.head))])
            body = node.add("TBody")
            for (row,) in self.grid.groups:
                self._row(row, self._row_of(body, len(row)))
            return self.column
        for n, group in enumerate(self.grid.groups):
            self._group(node if n == 0 else self.parent.add("Table"), group, first=n == 0)
        return self.column

    def _group(self, table: Node, group: Sequence[Sequence[Span]], *, first: bool) -> None:
        """Write one row as a table of its own: a label and its words a line."""
        if not first:
            self.column = self.column._replace(top=self.column.top - _BETWEEN)
        whole = sum(_height(row) for row in group)
        if whole > self.column.top - self.column.bottom and whole <= self.fresh.top - self.fresh.bottom:
            self._turn()
        body = table.add("TBody")
        for row in group:
            label, words = self._row_of(body, len(row))
            self._row(row, [self._cell(label, "Row"), words])

    def _row_of(self, parent: Node, count: int) -> list[Node]:
        row = parent.add("TR")
        return [row.add("TD") for _n in range(count)]

    def _cell(self, node: Node, scope: str) -> Node:
        node.tag, node.scope = "TH", scope
        return node

    def _head(self, nodes: Sequence[Node] | None) -> None:
        """Draw the headings; without their elements, for the eye."""
        top, bottom = self.column.top, self.column.top - self.headed
        with self.canvas.decoration():
            self.canvas.shape(self.column.left, bottom, self.column.width, self.headed, radius=0, fill=SOFT)
        self._lines([list(span.lines) for span in self.grid.head], self.grid.head, nodes, top)
        self.column = self.column._replace(top=bottom)

    def _turn(self) -> None:
        self.column = self.onward()
        if self.grid.head:
            self._head(None)

    def _row(self, row: Sequence[Span], nodes: Sequence[Node]) -> None:
        """Draw a row: whole where a page holds it, else in pieces from page to page."""
        page = self.fresh.top - self.fresh.bottom - self.headed
        size = row[0].size * LEADING
        room = self.column.top - self.column.bottom
        if _height(row) > room and (_height(row) <= page or room < _LEAST_LINES * size + 2 * _PAD):
            self._turn()
        left = [list(span.lines) for span in row]
        while True:
            # A page lower than a line: never lose one.
            fit = max(1, int((self.column.top - self.column.bottom - 2 * _PAD + 0.01) / size))
            now, left = [lines[:fit] for lines in left], [lines[fit:] for lines in left]
            self._lines(now, row, nodes, self.column.top)
            self.column = self.column._replace(top=self.column.top - max(map(len, now)) * size - 2 * _PAD)
            with self.canvas.decoration():
                self.canvas.shape(self.column.left, self.column.top, self.column.width, 0.6, radius=0, fill=EDGE)
            if not any(left):
                return
            self._turn()

    def _lines(
        self, cells: Sequence[Sequence[Line]], row: Sequence[Span], nodes: Sequence[Node] | None, top: float
    ) -> None:
        """Draw the lines of some cells beside each other, the first at the right where the sheet runs from there."""
        mirrored = self.grid.setting.right_to_left
        at = 0.0
        for n, (lines, span, width) in enumerate(zip(cells, row, self.grid.widths, strict=True)):
            start = self.column.left + (self.column.width - at - width if mirrored else at)
            at += width
            if not any(line.pieces for line in lines):
                continue
            y = top - _PAD
            with self.canvas.mark(nodes[n]) if nodes is not None else self.canvas.decoration():
                for line in lines:
                    x = start + width - _PAD - line.width * span.size if line.right_to_left else start + _PAD
                    self.canvas.line(line, x, y - span.size * BASELINE, span.size, span.ink)
                    y -= span.size * LEADING
