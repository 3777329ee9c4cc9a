"""A storybook: A4 landscape, a page a panel or four, picture and words side by side; its cover is a page always.

Picture left, words right, mirrored right to left (docs/domain/plain-language.md, P1); a panel without a
picture gives the page to its words, one without words to its picture.
"""

from collections.abc import Callable, Sequence
from datetime import date

from app.ink.photo import Photos
from app.language.clean_text import visible
from app.pdf import columns, four_up
from app.pdf.canvas import Canvas
from app.pdf.columns import Atom, Setting, TextBlock, TextColumn, foot
from app.pdf.drawing_figure import draw_figure, figure
from app.pdf.four_up import PanelGrid, PanelPlace
from app.pdf.ink import hexagon
from app.pdf.shaping import Shaper
from app.pdf.style import FOUR, LEADING, PEOPLE, QUIET, STORYBOOK
from app.pdf.tags import Node
from app.sheet import Panel, Picture, Sheet, Words
from app.sheet.book_pages import panels

PAGE = (841.89, 595.28)
"""A4, lying, in points."""

_SIDE = 52.0
_TOP = PAGE[1] - 54.0
_BOTTOM = 62.0
_WIDTH = PAGE[0] - 2 * _SIDE
_GAP = 30.0
_BESIDE = 430.0
"""The picture's width beside words: more than half, and 4:3 of it leaves room for a caption."""
_ALONE = 600.0
"""The column where words have the page: a generous margin on both sides."""
_BELOW_HEADING = 14.0
_LEAST = 200.0
"""Less room than this below a heading is none for a picture."""

_FOUR = PanelPlace(42.0, PAGE[1] - 34.0, PAGE[0] - 84.0, PAGE[1] - 34.0 - 54.0)
"""Where four panels stand, above the foot."""
_BETWEEN = 20.0


def storybook(sheet: Sheet, shaper: Shaper, made: date, photos: Photos) -> bytes:
    """Return the storybook as a file."""
    pages = panels(sheet.parts)
    four = sheet.layout == "four"
    looks = (FOUR[sheet.reader],) if four else STORYBOOK[sheet.reader]
    settings = [Setting(shaper, look, sheet.right_to_left) for look in looks]
    setting = settings[-1] if four else next((s for s in settings if all(_fits(p, s) for p in pages)), settings[-1])
    canvas = Canvas(PAGE, title=sheet.title, language=sheet.language, made=made, photos=photos)
    book = _Book(canvas, sheet, setting)
    book.cover()
    if four:
        book.four(pages)
    else:
        for panel in pages:
            book.panel(panel)
    return canvas.finish()


def _fits(panel: Panel, setting: Setting) -> bool:
    """Whether a panel's words fit on its one page at this size."""
    words = _blocks(four_up.worded(panel), setting, _words_width(panel))
    return columns.height(words) <= _room(_heading(panel, setting))


def _room(head: TextBlock | None) -> float:
    """Return the height that a page has below its heading."""
    return _TOP - _BOTTOM - (head.height + _BELOW_HEADING if head else 0)


def _blocks(atoms: Sequence[Atom], setting: Setting, width: float) -> list[TextBlock]:
    return [block for atom in atoms for block in setting.blocks(atom, width)]


def _words_width(panel: Panel) -> float:
    return _WIDTH - _BESIDE - _GAP if panel.picture is not None else _ALONE


def _heading(panel: Panel, setting: Setting) -> TextBlock | None:
    if not visible(panel.heading):
        return None
    return setting.heading(panel.heading, _WIDTH if panel.picture is not None else _ALONE)


class _Book:
    """One storybook on its way to paper."""

    def __init__(self, canvas: Canvas, sheet: Sheet, setting: Setting) -> None:
        self.canvas = canvas
        self.sheet = sheet
        self.setting = setting
        self.mirrored = sheet.right_to_left

    def cover(self) -> None:
        """The title, large: beside the picture that was drawn for it, else below people side by side."""
        canvas, cover = self.canvas, self.sheet.cover
        canvas.turn()
        canvas.chapter(self.sheet.title)
        picture = cover.picture if cover is not None else None
        left, width = 110.0, PAGE[0] - 220
        if picture is not None:
            made = figure(picture, self.setting, _BESIDE, _TOP - _BOTTOM)
            width = _WIDTH - _BESIDE - _GAP
            left = _SIDE if self.mirrored else PAGE[0] - _SIDE - width
        blocks = [self.setting.heading(self.sheet.title, width, tag="H1", size=self.setting.look.title)]
        if cover is not None:
            said = Words("", note=" · ".join(t for t in (cover.said.who, cover.said.note) if t))
            blocks += self.setting.blocks(Atom(said), width)
        top = PAGE[1] / 2 + min(columns.height(blocks), 300.0) / 2 - (0 if picture is not None else 16)
        if picture is None:
            _people(canvas, left, top + 20, width, self.mirrored)
        at_foot = foot(canvas, self.setting, self.sheet.made_for, _SIDE)
        if at_foot is None:
            blocks += self.setting.blocks(Atom(Words("", note=self.sheet.made_for)), width)
        if picture is not None:
            at = PAGE[0] - _SIDE - made.width if self.mirrored else _SIDE
            draw_figure(canvas, made, canvas.root, at, PAGE[1] / 2 + made.whole / 2 + 10)
        self._flow(blocks, TextColumn(left, width, top, _BOTTOM + 30), canvas.root, self._turn)
        if at_foot is not None:
            canvas.root.kids.append(at_foot)

    def four(self, panels: Sequence[Panel]) -> None:
        """Two rows a page, of two panels or of one that needs it; a panel that needs a page has one."""
        grid = PanelGrid(_FOUR, _BETWEEN, self.mirrored)
        row = 2
        for found in four_up.rows(panels, self.setting, grid):
            if isinstance(found, Panel):
                self.panel(found)
                row = 2
                continue
            if row == 2:
                self._turn()
                row = 0
            four_up.draw_rules(self.canvas, grid, row, len(found))
            for one, place in zip(found, grid.places(row, len(found)), strict=True):
                self.canvas.chapter(one.panel.heading.strip() or str(self.canvas.page))
                four_up.draw(self.canvas, one, place, self.canvas.root.add("Sect"), mirrored=self.mirrored)
            row += 1

    def panel(self, panel: Panel) -> None:
        """One page, and more where the words need them."""
        canvas, picture = self.canvas, panel.picture
        section = canvas.root.add("Sect")
        column = self._turn()
        canvas.chapter(panel.heading.strip() or str(canvas.page))
        head = _heading(panel, self.setting)
        words = _blocks(four_up.worded(panel), self.setting, _ALONE) if picture is None else []
        if picture is not None:
            column = column._replace(left=_SIDE, width=_WIDTH)
        else:
            # Few words stand a little above the middle, as on a card.
            spare = _room(head) - columns.height(words)
            column = column._replace(top=_TOP - max(0.0, min(spare * 0.35, 110.0)))
        if head is not None:
            column = self._flow([head], column, section, self._turn)
            column = column._replace(top=column.top - _BELOW_HEADING)
            if column.top - column.bottom < _LEAST:
                column = self._turn()
        if picture is None:
            self._words(words, column, section, panel)
        else:
            self._picture(panel, picture, section, column.top)

    def _picture(self, panel: Panel, picture: Picture, section: Node, top: float) -> None:
        """A picture, with the first words beside it; what has no room there goes on overleaf."""
        atoms = four_up.worded(panel)
        room = top - _BOTTOM
        made = figure(picture, self.setting, _BESIDE if atoms else _WIDTH, room)
        place = _BESIDE if atoms else _WIDTH
        left = PAGE[0] - _SIDE - place if self.mirrored else _SIDE
        left += (place - made.width) / 2
        width = _words_width(panel)
        count = len(atoms)
        # Whole sayings only beside the picture; a single one that is too long goes on overleaf.
        while count > 1 and columns.height(_blocks(atoms[:count], self.setting, width)) > room:
            count -= 1
        beside = _blocks(atoms[:count], self.setting, width)
        over = _blocks([*atoms[count:], *map(Atom, made.overleaf)], self.setting, _ALONE)
        lists: dict[int, Node] = {}
        # Words before their picture, as they are read; but what begins a page is drawn before the page is turned.
        first = columns.height(beside) > room
        if first:
            draw_figure(self.canvas, made, section, left, top)
        page = self.canvas.page
        column: TextColumn | None = None
        if beside:
            spare = max(0.0, made.height - columns.height(beside)) / 2
            at = _SIDE if self.mirrored else PAGE[0] - _SIDE - width
            start = TextColumn(at, width, top - spare, _BOTTOM)
            column = self._words(beside, start, section, panel, lists)
        if not first:
            draw_figure(self.canvas, made, section, left, top)
        if over:
            fresh = column is None or self.canvas.page == page
            start = self._overleaf(panel) if column is None or fresh else column
            self._words(over, start, section, panel, lists, fresh)

    def _words(
        self,
        blocks: Sequence[TextBlock],
        column: TextColumn,
        section: Node,
        panel: Panel,
        lists: dict[int, Node] | None = None,
        fresh: bool = True,
    ) -> TextColumn:
        return self._flow(blocks, column, section, lambda: self._overleaf(panel), lists, fresh)

    def _flow(
        self,
        blocks: Sequence[TextBlock],
        column: TextColumn,
        parent: Node,
        onward: Callable[[], TextColumn],
        lists: dict[int, Node] | None = None,
        fresh: bool = True,
    ) -> TextColumn:
        return columns.draw(
            self.canvas,
            blocks,
            column,
            parent,
            lists={} if lists is None else lists,
            onward=onward,
            fresh=fresh,
        )

    def _turn(self) -> TextColumn:
        """Begin a page, and return the column for words alone."""
        self.canvas.turn()
        foot(self.canvas, self.setting, self.sheet.made_for, _SIDE)
        return TextColumn((PAGE[0] - _ALONE) / 2, _ALONE, _TOP, _BOTTOM)

    def _overleaf(self, panel: Panel) -> TextColumn:
        """Begin a page on which a panel goes on: its heading again, small, for the eye."""
        column = self._turn()
        if not visible(panel.heading):
            return column
        small = self.setting.look.small
        span = self.setting.span(panel.heading, column.width, small, QUIET, bold=True)
        line = span.lines[0]
        x = column.left + column.width - line.width * small if line.right_to_left else column.left
        with self.canvas.decoration():
            self.canvas.line(line, x, column.top - small, small, QUIET)
        return column._replace(top=column.top - small * LEADING - _BELOW_HEADING)


_FAMILY = (54.0, 46.0, 50.0, 38.0, 30.0)
"""People are of different sizes."""


def _people(canvas: Canvas, left: float, bottom: float, width: float, mirrored: bool) -> None:
    """Draw people side by side, as the three shapes that faces have in the program."""
    at = 0.0
    with canvas.decoration():
        for i, (side, hue) in enumerate(zip(_FAMILY, PEOPLE, strict=True)):
            x = left + width - side - at if mirrored else left + at
            at += side + 10.0
            if i % 3 == 2:
                canvas.draw(hexagon(x, bottom, side, hue))
            else:
                canvas.shape(x, bottom, side, side, radius=side / 2 if i % 3 == 0 else side * 0.28, fill=hue)
