"""What somebody who left was to do: offered to somebody else, line by line. What they said stays theirs. Pure.

A line that is done is nobody's any more. Who may have a copy is no task: what stands in no copy is not among them.
"""

from collections.abc import Mapping
from typing import NamedTuple

from app.blocks.rows import outcome
from app.blocks.rows.model import Column, Row, Rows, cell_words, rows, set_cell, shape_of
from app.document import WORKER, Change, Document, Person, Section, Set, may
from app.document.header import open_sections


class Open(NamedTuple):
    """A place in a line of a plan that names somebody."""

    row: str
    """The line (an id)."""
    column: Column
    """In which the name stands."""
    section: Section
    """In which the line stands."""
    words: str
    """What the line says without that name; "" where it says nothing else."""

    @property
    def key(self) -> str:
        """Return how a list names it: the same each time."""
        return f"{self.row}:{self.column.slug}"


def open_of(document: Document, person: str, who: Mapping[str, Person]) -> tuple[Open, ...]:
    """Return what a person (an id) is still named in, in the plan's order; nothing of what is done."""
    found: list[Open] = []
    for section in open_sections(document):
        shape = shape_of(section)
        if section.block != "rows" or not section.in_copies:
            continue
        for row in rows(document, section.slug):
            named = [c for c in shape.columns if c.type == "person" and row.cells.get(c.slug) == person]
            if named and not _done(row, shape) and may(WORKER, Set(row.id, named[0].slug, WORKER), document):
                found += [Open(row.id, c, section, _words(row, shape, c, who)) for c in named]
    return tuple(found)


def give_to(document: Document, one: Open, person: str) -> tuple[Change, ...]:
    """Return the changes that put somebody else (an id) into that place; none where the line is gone."""
    return set_cell(document, one.row, one.column.slug, person)


def of_the_worker(document: Document, earlier: str) -> tuple[Change, ...]:
    """Return the changes after which what the worker was to do until now is the earlier worker's (an id).

    A colleague is the worker now, and did not promise it.
    """
    changes: list[Change] = []
    for section in document.kind.sections:
        shape = shape_of(section)
        if section.block == "rows" and section.in_copies:
            cells = ((row, c) for row in rows(document, section.slug) for c in shape.columns if c.type == "person")
            wanted = (Set(row.id, c.slug, earlier) for row, c in cells if row.cells.get(c.slug) == WORKER)
            changes += [change for change in wanted if may(WORKER, change, document)]
    return tuple(changes)


def _done(row: Row, shape: Rows) -> bool:
    ticked = any(c.type == "tick" and row.cells.get(c.slug) is True for c in shape.columns)
    return ticked or any(c.type == "outcome" and outcome.read(c.slug, row.cells) is not None for c in shape.columns)


def _words(row: Row, shape: Rows, but: Column, who: Mapping[str, Person]) -> str:
    told = (
        cell_words(row, c, who)
        for c in shape.columns
        if c != but and c.type not in ("tick", "outcome") and c.slug in row.cells
    )
    return " · ".join(" ".join(words.split()) for words in told if words)
