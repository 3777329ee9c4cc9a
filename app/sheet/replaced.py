"""A sheet with other words in the same places: what a paper that cannot hold some of them is given to print."""

from dataclasses import replace
from typing import TypeVar

from app.sheet import Cover, Heading, Items, Panel, Part, Picture, Sheet, Table, Words
from app.sheet.drawn import Drawn, Teller

P = TypeVar("P", bound=Part)


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
        case Drawn():
            told = part.retold(teller)
        case Panel():
            picture = retold_part(part.picture, teller) if part.picture is not None else None
            words = tuple(retold_part(piece, teller) for piece in part.words)
            told = Panel(teller.named(part.heading), words, picture)
    return told  # type: ignore[return-value]  # The same kind of part, whichever it is.
