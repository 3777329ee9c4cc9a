"""The parts of a page: what they mean, never where they stand. Screens, paper and checks all read these.

A block gives parts; `paper` lays them out; the preview, the leak check and the plain-language
check read the very same values.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from app.ink.mark import Mark
from app.sheet.drawn import Drawn


@dataclass(frozen=True)
class Heading:
    """A heading."""

    words: str
    """As they are read."""
    level: int = 2
    """1 is the sheet's title, 2 a part's, 3 and more what stands below that."""


@dataclass(frozen=True)
class Words:
    """A paragraph."""

    words: str
    """What was said or written; "" where only a name or a note stands here."""
    who: str = ""
    """The speaker's name, printed before it ("Nan says"); "" where nobody is named."""
    note: str = ""
    """A quiet line after it, or ""."""


@dataclass(frozen=True)
class Items:
    """A list, one line an item."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Rows of cells under headings."""

    columns: tuple[str, ...]
    """The headings, in reading order; "" for a column without one."""
    rows: tuple[tuple[str, ...], ...]
    """As many cells each as there are headings, "" for an empty one."""
    caption: str = ""
    """The words above it, where no heading says what it is; else ""."""


@dataclass(frozen=True)
class Picture:
    """A drawing. A photo in it is named and not held: whoever shows or prints the sheet brings it along."""

    marks: tuple[Mark, ...]
    """What was drawn, the lowest first; () leaves an empty frame."""
    alt: str
    """Its caption, and its text alternative."""
    by: str = ""
    """The line that says who drew it, or ""."""
    width: int = 1600
    """Of the page that the marks are on, in page units."""
    height: int = 1200
    """Of that page, in page units."""


@dataclass(frozen=True)
class Panel:
    """One page of a storybook, its words and its picture side by side."""

    heading: str
    """Above both, or ""."""
    words: tuple[Words | Items, ...] = ()
    """What is said on it, in reading order."""
    picture: Picture | None = None
    """Beside the words; None where nothing is drawn."""


Part: TypeAlias = Heading | Words | Items | Table | Picture | Drawn | Panel


@dataclass(frozen=True)
class Cover:
    """A book's first page."""

    title: str
    """What the book is called, in large type."""
    said: Words
    """Whose words the title is: only who and note are printed, and the note also says for whom a copy is."""
    picture: Picture | None = None
    """Drawn for the title; None where there is none."""


Layout: TypeAlias = Literal["page", "four", "one"]
"""Of a storybook, how many panels a page of paper holds; "four" is less paper, and lets a panel that needs it have a
row or a page of its own. Of a plan, "one" is meant for one page: set as close as can be read, and overleaf where that
is not enough.
"""


Shape: TypeAlias = Literal["storybook", "plan", "fridge", "card", "phone"]
"""What a sheet is printed as: "storybook" is A4 landscape, a page a panel or four; "plan" is A4 portrait, flowing;
"fridge" is that, large; "card" is a page of cards for a wallet, to cut out; "phone" is no paper but one picture for a
phone.
"""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A whole piece of paper-to-be."""

    title: str
    """What it is called: its first heading, where it has one, and the title of its file."""
    language: str
    """A BCP 47 tag."""
    parts: tuple[Part, ...]
    """All that stands on it, in reading order, the cover apart."""
    made_for: str = ""
    """The line on every page's foot: which copy this is, and when it was made; "" for none."""
    reader: Literal["child", "adult"] = "adult"
    """Who reads it: "child" (18 pt or more, T1) or "adult" (14 pt or more)."""
    shape: Shape = "plan"
    """What it is printed as: see Shape."""
    layout: Layout = "page"
    """Of a storybook or a plan: see Layout."""
    right_to_left: bool = False
    """Its language is read from the right."""
    cover: Cover | None = None
    """The first page of a book; None where there is nothing for it but the title."""
    look: Literal["house", "young"] = "house"
    """Whose type and accent it wears."""


def texts(sheet: Sheet) -> Iterator[str]:
    """Yield every string that a reader of the sheet meets, text alternatives included, in reading order."""
    yield sheet.title
    if sheet.cover is not None:
        yield from (t for t in (sheet.cover.said.who, sheet.cover.said.note) if t)
        if sheet.cover.picture is not None:
            yield from texts_of(sheet.cover.picture)
    for part in sheet.parts:
        yield from texts_of(part)
    if sheet.made_for:
        yield sheet.made_for


def letters_drawn(sheet: Sheet) -> Iterator[str]:
    """Yield what stands in a sheet's pictures besides its texts: the letters of faces, and the numbers of scales."""
    for part in sheet.parts:
        if isinstance(part, Drawn):
            yield from part.letters()


def texts_of(part: Part) -> Iterator[str]:
    """Yield the strings of one part, in reading order."""
    match part:
        case Heading(words=words):
            yield words
        case Words(words=words, who=who, note=note):
            yield from (t for t in (who, words, note) if t)
        case Items(items=items):
            yield from items
        case Table(columns=columns, rows=rows, caption=caption):
            yield from (t for t in (caption, *columns, *(cell for row in rows for cell in row)) if t)
        case Picture(alt=alt, by=by):
            yield from (t for t in (alt, by) if t)
        case Drawn():
            yield from part.texts()
        case Panel(heading=heading, words=words, picture=picture):
            if heading:
                yield heading
            for piece in words:
                yield from texts_of(piece)
            if picture is not None:
                yield from texts_of(picture)
