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
    """A heading; level 1 is the sheet's title, 2 a part's."""

    words: str
    level: int = 2


@dataclass(frozen=True)
class Words:
    """A paragraph. who: the speaker's name, printed before it ("Nan says"); note: a quiet line after it."""

    words: str
    who: str = ""
    note: str = ""


@dataclass(frozen=True)
class Items:
    """A list, one line an item."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Rows of cells under headings. columns: the headings; rows: as many cells each, "" for an empty one.

    caption: the words above it, where no heading says what it is.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@dataclass(frozen=True)
class Picture:
    """A drawing. marks are on a page of width × height; alt is its caption, and its text alternative.

    A photo among them is named and not held: whoever shows or prints the sheet brings it along.
    by: the line that says who drew it, or "".
    """

    marks: tuple[Mark, ...]
    alt: str
    by: str = ""
    width: int = 1600
    height: int = 1200


@dataclass(frozen=True)
class Panel:
    """One page of a storybook: a heading, words and (perhaps) a picture, side by side."""

    heading: str
    words: tuple[Words | Items, ...] = ()
    picture: Picture | None = None


Part: TypeAlias = Heading | Words | Items | Table | Picture | Drawn | Panel


@dataclass(frozen=True)
class Cover:
    """A book's first page: its title in large type, whose words it is (`said` has who and note), and a picture."""

    title: str
    said: Words
    picture: Picture | None = None


Layout: TypeAlias = Literal["page", "four", "one"]
"""How many panels of a storybook a page of paper holds; "one" is a plan that is meant for one page."""


Shape: TypeAlias = Literal["storybook", "plan", "fridge", "card", "phone"]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A whole piece of paper-to-be.

    language: a BCP 47 tag. reader: "child" (18 pt or more, T1) or "adult" (14 pt or more).
    shape: "storybook" is A4 landscape, a page a panel or four; "plan" is A4 portrait, flowing; "fridge" is that, large;
    "card" is a page of cards for a wallet, to cut out; "phone" is no paper but one picture for a phone.
    layout: of a storybook; "four" is less paper, and lets a panel that needs it have a row or a page of its own. Of a
    plan; "one" is set as close as can be read, and goes overleaf where that is not enough.
    look: whose type and accent it wears.
    made_for: the line on every page's foot: which copy this is, and when it was made.
    """

    title: str
    language: str
    parts: tuple[Part, ...]
    made_for: str = ""
    reader: Literal["child", "adult"] = "adult"
    shape: Shape = "plan"
    layout: Layout = "page"
    right_to_left: bool = False
    cover: Cover | None = None
    look: Literal["house", "young"] = "house"


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
