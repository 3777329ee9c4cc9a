"""A plan to read and keep: A4 portrait, its parts one below the other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.ink.photo import Photos
from app.language import _
from app.language.clean_text import visible
from app.pdf import columns, table
from app.pdf.canvas import Canvas
from app.pdf.columns import Atom, Setting, TextBlock, TextColumn, foot
from app.pdf.drawing_figure import draw_figure, figure
from app.pdf.pictures import placed
from app.pdf.shaping import Shaper
from app.pdf.style import ONE_PAGE, PLAN, Style
from app.pdf.tags import Node
from app.sheet import Heading, Items, Panel, Part, Picture, Sheet, Table, Words
from app.sheet.drawn import Drawn

PAGE = (595.28, 841.89)
"""A4, standing, in points."""

_SIDE = 62.0
_TOP = PAGE[1] - 60.0
_BOTTOM = 74.0
_WIDTH = PAGE[0] - 2 * _SIDE
_PICTURE = 300.0
"""The most height that a picture takes, caption and all: two to a page, or one with words."""
USUAL = TextColumn(_SIDE, _WIDTH, _TOP, _BOTTOM)
_ONE = TextColumn(46.0, PAGE[0] - 2 * 46.0, PAGE[1] - 40.0, 56.0)
"""A page on which nothing stands yet, and one that is to hold a whole plan."""


def parts_in_a_row(parts: Sequence[Part]) -> Iterator[Heading | Words | Items | Table | Picture | Drawn]:
    """Yield parts with every panel taken apart: its heading, its words, its picture."""
    for part in parts:
        if isinstance(part, Panel):
            if visible(part.heading):
                yield Heading(part.heading)
            yield from part.words
            if part.picture is not None:
                yield part.picture
        else:
            yield part


def plan(sheet: Sheet, shaper: Shaper, made: date, photos: Photos) -> bytes:
    """Return the plan as a file."""
    if sheet.layout == "one":
        # A page that is to hold it all has no room for a picture of what stands in words beside it.
        words = (part for part in sheet.parts if not (isinstance(part, Drawn) and part.words_beside))
        close = replace(sheet, parts=tuple(map(_run_in, words)))
        return laid_out(close, shaper, made, photos, look=ONE_PAGE[sheet.reader], page=_ONE)
    return laid_out(sheet, shaper, made, photos, look=PLAN[sheet.reader], page=USUAL)


def laid_out(sheet: Sheet, shaper: Shaper, made: date, photos: Photos, *, look: Style, page: TextColumn) -> bytes:
    """Return a sheet's parts one below the other as a file. page: where words may stand on each."""
    setting = Setting(shaper, look, sheet.right_to_left)
    canvas = Canvas(PAGE, title=sheet.title, language=sheet.language, made=made, photos=photos, look=sheet.look)
    _Paper(canvas, sheet, setting, page).write()
    return canvas.finish()


def _run_in(part: Part) -> Part:
    """Return what somebody said as one paragraph: who, the words, and how they were written down."""
    if not isinstance(part, Words) or not (part.who and part.words):
        return part
    # Translators: who speaks, and the words, in one line of paper, as in "Nan says: We eat together"
    said = _("{name}: {words}").format(name=part.who, words=part.words)
    return Words(" ".join((said, f"({part.note})"))) if part.note else Words(said)


class _Paper:
    """One plan on its way to paper."""

    def __init__(self, canvas: Canvas, sheet: Sheet, setting: Setting, page: TextColumn) -> None:
        self.canvas = canvas
        self.sheet = sheet
        self.setting = setting
        self.section = canvas.root
        self.page = self.column = page
        self.gap = setting.look.body * setting.look.white
        self.level = 1
        self.waiting: list[TextBlock] = []
        self.lists: dict[int, Node] = {}

    def write(self) -> None:
        """Write all of the sheet."""
        self.canvas.turn()
        at_foot = foot(self.canvas, self.setting, self.sheet.made_for, self.page.left)
        self._heading(Heading(self.sheet.title, 1))
        if at_foot is None:
            self.waiting += self.setting.blocks(Atom(Words("", note=self.sheet.made_for)), self.page.width)
        for at, part in enumerate(parts_in_a_row(self.sheet.parts)):
            match part:
                case Heading():
                    if at or part.level > 1 or part.words != self.sheet.title:
                        self._heading(part)
                case Picture():
                    self._picture(part)
                case Table():
                    self._table(part)
                case Drawn():
                    self._drawn(part)
                case Words():
                    self.waiting += self.setting.blocks(Atom(part), self.page.width)
                case Items():
                    for atom in columns.atoms([part], first_list=at):
                        self.waiting += self.setting.blocks(atom, self.page.width)
        self._flush()
        if at_foot is not None:
            self.canvas.root.kids.append(at_foot)

    def _heading(self, heading: Heading) -> None:
        if not visible(heading.words):
            return
        look = self.setting.look
        # Levels go down one at a time, whatever the parts say (PDF/UA-1, 7.4.2).
        self.level = max(1, min(heading.level, self.level + 1, 6))
        sizes = {1: look.title, 2: look.heading}
        size = sizes.get(self.level, look.body * 1.2)
        block = self.setting.heading(heading.words, self.page.width, tag=f"H{self.level}", size=size)
        if self.level == 1:
            block = block._replace(before=look.title)
        if self.level <= 2:
            self._flush()
            self.section = self.canvas.root.add("Sect") if self.level == 2 else self.canvas.root
            self._chapter(block, heading.words)
        self.waiting.append(block)

    def _chapter(self, block: TextBlock, words: str) -> None:
        """Turn the page now where the heading would move to the next: its chapter begins there."""
        if self.column.top < self.page.top and self.column.top - block.before - block.height - 60 < self.page.bottom:
            self.column = self._turn()
        self.canvas.chapter(words)

    def _picture(self, picture: Picture) -> None:
        made = figure(picture, self.setting, self.page.width, _PICTURE)
        self._begin(made.whole + self.gap)
        top = self.column.top - (self.gap if self.column.top < self.page.top else 0)
        left = PAGE[0] - self.page.left - made.width if self.sheet.right_to_left else self.page.left
        bottom = draw_figure(self.canvas, made, self.section, left, top)
        self.column = self.column._replace(top=bottom)
        for words in made.overleaf:
            self.waiting += self.setting.blocks(Atom(words), self.page.width)

    def _drawn(self, part: Drawn) -> None:
        made = placed(part, self.setting, self.page.width)
        self._begin(made.height + self.gap)
        top = self.column.top - (self.gap if self.column.top < self.page.top else 0)
        self.column = self.column._replace(top=made.draw(self.canvas, self.section, self.page.left, top))
        for words in made.below:
            self.waiting += self.setting.blocks(Atom(words), self.page.width)

    def _table(self, part: Table) -> None:
        made = table.lay_out(part, self.setting, self.page.width, self.page.top - self.page.bottom)
        if made is None:
            return
        self._begin(made.first + self.gap)
        gap = self.gap if self.column.top < self.page.top else 0
        column = self.column._replace(top=self.column.top - gap)
        self.column = table.draw(self.canvas, made, column, self.section, fresh=self.page, onward=self._turn)

    def _begin(self, needs: float) -> None:
        """Draw the words that wait, last headings on the page of what comes next. needs: the room that that takes."""
        headings: list[TextBlock] = []
        while self.waiting and self.waiting[-1].tag.startswith("H"):
            headings.insert(0, self.waiting.pop())
        self._flush()
        needs += sum(block.before + block.height for block in headings)
        if self.column.top < self.page.top and self.column.top - needs < self.page.bottom:
            self.column = self._turn()
        self.waiting = headings
        self._flush()

    def _flush(self) -> None:
        """Draw the words that wait."""
        if not self.waiting:
            return
        self.column = columns.draw(
            self.canvas,
            self.waiting,
            self.column,
            self.section,
            lists=self.lists,
            onward=self._turn,
            fresh=self.column.top >= self.page.top,
        )
        self.waiting = []

    def _turn(self) -> TextColumn:
        self.canvas.turn()
        foot(self.canvas, self.setting, self.sheet.made_for, self.page.left)
        return self.page
