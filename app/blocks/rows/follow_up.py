"""Saying how a row went, and what comes instead of it: pure functions that return changes, and what they say."""

from datetime import date
from typing import NamedTuple

from app.blocks.rows import outcome
from app.blocks.rows.model import ROW, Row, add_row, read_row, rows, shape_of
from app.document import Change, Document, Section, Set
from app.document.confirmations import INSTEAD_OF


class Beside(NamedTuple):
    """What stands beside a row."""

    instead: tuple[str, ...] = ()
    """The words of each row that comes instead of it, as far as it says something."""
    instead_of: str = ""
    """The words of the row instead of which it comes, or ""."""


NOTHING_BESIDE = Beside()


def beside(document: Document, row: Row) -> Beside:
    """Return what stands beside a row, of what is in the document: of a copy, only what its reader may see."""
    return Beside(instead_words(document, row), instead_of_words(document, row))


def say_how(document: Document, row: str, column: str, how: str, *, by: str, day: date) -> tuple[Change, ...]:
    """Return the changes with which somebody says how it went (rows.outcome.HOW); "": it is not said any more.

    None where it says so already, or where the row is gone.
    """
    item = document.items.get(row)
    if item is None:
        return ()
    before = outcome.read(column, item.fields)
    if (before.how if before is not None else "") == how:
        return ()
    now = outcome.said(column, how, by=by, day=day)
    return tuple(Set(row, field, value) for field, value in now.items() if (item.fields.get(field) or None) != value)


def instead(document: Document, row: str, *, by: str, id: str) -> tuple[Change, ...]:
    """Return the change that adds what comes instead of a row, seen by the same people; its first cells are empty."""
    item = document.items.get(row)
    section = section_instead(document, row)
    if item is None or section is None:
        return ()
    about = item.fields.get("about") if shape_of(section).column("about") is not None else None
    cells = {INSTEAD_OF: row} | ({"about": about} if about else {})
    return add_row(document, section, by=by, id=id, cells=cells, for_whom=item.for_whom)


def section_instead(document: Document, row: str) -> Section | None:
    """Return the section in which that is written which comes instead of a row."""
    item = document.items.get(row)
    own = document.kind.section(item.section) if item is not None else None
    return document.kind.section(shape_of(own).instead or own.slug) if own is not None else None


def instead_words(document: Document, row: Row) -> tuple[str, ...]:
    """Return the words of what comes instead of a row, as far as it is there and says something."""
    section = section_instead(document, row.id)
    there = rows(document, section.slug) if section is not None else ()
    return tuple(words for r in there if r.instead_of == row.id and (words := _first_words(document, r)))


def instead_of_words(document: Document, row: Row) -> str:
    """Return the words of that instead of which a row is there, or ""."""
    item = document.items.get(row.instead_of)
    section = document.kind.section(item.section) if item is not None else None
    if item is None or section is None or item.item_type != ROW:
        return ""
    return _first_words(document, read_row(item, shape_of(section)))


def _first_words(document: Document, row: Row) -> str:
    item = document.items.get(row.id)
    section = document.kind.section(item.section) if item is not None else None
    columns = shape_of(section).columns if section is not None else ()
    said = (str(row.cells[c.slug]) for c in columns if c.type == "words" and c.slug != "about" and c.slug in row.cells)
    return " ".join(next(said, "").split())
