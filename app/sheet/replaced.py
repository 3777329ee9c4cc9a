"""A sheet with other words in the same places: what a paper that cannot hold some of them is given to print."""

from dataclasses import replace
from typing import Protocol, TypeVar

from app.sheet import Cover, Heading, Items, Panel, Part, Picture, Sheet, Table, Words
from app.sheet.feelings import Feeling
from app.sheet.number_line import NumberLine
from app.sheet.rings import Face, Rings
from app.sheet.star import Star
from app.sheet.tanks import Tanks

P = TypeVar("P", bound=Part)


class Teller(Protocol):
    """Who says what stands where. Each is asked in the order in which a sheet is read."""

    def at(self, heading: str, page: int) -> None:
        """What comes stands below a heading ("" for none); page: of a book, from 1; 0 where there is none."""

    def said(self, words: str) -> str:
        """Return what stands for what somebody said: a paragraph."""

    def line(self, words: str) -> str:
        """Return what stands for one line of many: an item of a list, a cell."""

    def named(self, words: str) -> str:
        """Return what stands for a name, a heading, a caption: words that are told apart by their place."""


def retold(sheet: Sheet, teller: Teller) -> Sheet:
    """Return a sheet in which each string is what the teller says of it, its text alternatives too."""
    teller.at("", 0)
    title, made_for = teller.named(sheet.title), teller.named(sheet.made_for)
    cover = _cover(sheet.cover, teller) if sheet.cover is not None else None
    found: list[Part] = []
    page = 0
    for part in sheet.parts:
        if isinstance(part, Panel):
            page += 1
            teller.at(part.heading, page)
        elif isinstance(part, Heading):
            teller.at(part.words, 0)
        found.append(retold_part(part, teller))
    return replace(sheet, title=title, made_for=made_for, cover=cover, parts=tuple(found))


def _cover(cover: Cover, teller: Teller) -> Cover:
    picture = retold_part(cover.picture, teller) if cover.picture is not None else None
    return Cover(teller.named(cover.title), retold_part(cover.said, teller), picture)


def retold_part(part: P, teller: Teller) -> P:
    """Return one part in the teller's words."""
    told: Part
    match part:
        case Heading():
            told = replace(part, words=teller.named(part.words))
        case Words():
            told = Words(teller.said(part.words), teller.named(part.who), teller.named(part.note))
        case Items():
            told = Items(tuple(map(teller.line, part.items)))
        case Table():
            rows = tuple(tuple(map(teller.line, row)) for row in part.rows)
            told = Table(tuple(map(teller.named, part.columns)), rows, teller.named(part.caption))
        case Picture():
            told = replace(part, alt=teller.named(part.alt), by=teller.named(part.by))
        case Rings():
            middle, faces = (tuple(_face(f, teller) for f in several) for several in (part.middle, part.faces))
            labels = tuple(map(teller.named, part.labels))
            told = replace(part, middle=middle, faces=faces, labels=labels, alt=teller.named(part.alt))
        case NumberLine():
            told = replace(part, faces=tuple(_face(f, teller) for f in part.faces), alt=teller.named(part.alt))
        case Star():
            shapes = tuple(
                replace(s, name=teller.named(s.name), days=tuple(map(teller.named, s.days))) for s in part.shapes
            )
            told = replace(part, areas=tuple(map(teller.named, part.areas)), shapes=shapes, alt=teller.named(part.alt))
        case Feeling():
            told = replace(part, words=teller.named(part.words), alt=teller.named(part.alt))
        case Tanks():
            tanks = tuple(replace(t, title=teller.named(t.title), note=teller.named(t.note)) for t in part.tanks)
            told = replace(part, tanks=tanks, alt=teller.named(part.alt))
        case Panel():
            picture = retold_part(part.picture, teller) if part.picture is not None else None
            words = tuple(retold_part(piece, teller) for piece in part.words)
            told = Panel(teller.named(part.heading), words, picture)
    return told  # type: ignore[return-value]  # The same kind of part, whichever it is.


def _face(face: Face, teller: Teller) -> Face:
    return replace(face, name=teller.named(face.name), number=teller.named(face.number))
