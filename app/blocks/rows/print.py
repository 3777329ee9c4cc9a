"""How rows read on paper: a table, with a heading over it."""

from collections.abc import Mapping

from app.blocks.rows.follow_up import beside
from app.blocks.rows.model import ROW, Column, Row, cell_words, filled, read_row, rows, shape_of
from app.blocks.rows.outcome import words
from app.document import Document, Item, Person, Section, people, who_then
from app.document.saying import SAYING
from app.language import _
from app.sayings.outline import OutlineLine, SummaryLine, answer_words, name_of, said_line, told_sayings
from app.sheet import Heading, Part, Table
from app.sheet.book_pages import labelled


def parts(document: Document, section: str) -> tuple[Part, ...]:
    """Return a section's rows as a table under its title; nothing where there are none with something in them."""
    declared = document.kind.section(section)
    there = [row for row in rows(document, section) if filled(row)]
    if declared is None or not there:
        return ()
    who = people(document)
    columns = shape_of(declared).columns
    table = Table(
        tuple(_(column.title) for column in columns),
        tuple(tuple(_cell(document, row, column, who) for column in columns) for row in there),
    )
    answered = (words for row in there for words in answer_words(document, row.id, who))
    return (Heading(_(declared.title)), table, *answered)


def outline(document: Document, section: str) -> tuple[OutlineLine, ...]:
    """Return the rows as lines, private ones too: whose each is, and what it says; nothing where all are empty."""
    declared = document.kind.section(section)
    there = [row for row in rows(document, section) if filled(row)]
    if declared is None or not there:
        return ()
    who = people(document)
    found = [OutlineLine(section, "page", "", _(declared.title), "", declared.for_whom.reach)]
    for row in there:
        cells = [(_(c.title), _cell(document, row, c, who)) for c in shape_of(declared).columns]
        told = " · ".join(labelled(title, words) for title, words in cells if words)
        name = name_of(row.by, who_then(document, row.id, who))
        found.append(OutlineLine(section, "row", name, told, "", row.for_whom.reach))
        found += told_sayings(document, section, row.id)
    return tuple(found)


def _cell(document: Document, row: Row, column: Column, who: Mapping[str, Person]) -> str:
    """Return what a cell says; how it went says too what comes instead, as far as its reader may see that."""
    said = cell_words(row, column, who)
    if column.type != "outcome" or not (row.went or row.instead_of):
        return said
    there = beside(document, row)
    instead = [_("Instead: {words}").format(words=w) for w in there.instead]
    instead += [_("Instead of: {words}").format(words=there.instead_of)] if there.instead_of else []
    return " · ".join((said, *instead))


def line(document: Document, section: Section, item: Item) -> SummaryLine | None:
    """Return how a row reads in a line: whose matter it is, what it is, and the rest behind its columns' names.

    What is not filled in is not told. None for an empty row, and for what is no row.
    """
    if item.item_type == SAYING.slug:
        return said_line(document, section, item)
    shape, who = shape_of(section), people(document)
    row = read_row(item, shape)
    if item.item_type != ROW or not filled(row):
        return None
    there = [c for c in shape.columns if c.slug in row.cells]
    # Whose matter a row is, is said at its beginning; whoever is named further on comes in some other way.
    person = next((c for c in there if c.type == "person" and c in shape.columns[:2]), None)
    first = next((c for c in there if c.type == "words"), None)
    said = [cell_words(row, first, who)] if first is not None else []
    state = ""
    for column in there:
        if column.type == "outcome" and column.slug in row.went:
            state = _(dict(column.choices)[row.went[column.slug].how])
            said += words(row.went[column.slug], (), who)
        elif column not in (person, first):
            said.append(
                _(column.title) if column.type == "tick" else labelled(_(column.title), cell_words(row, column, who))
            )
    name = cell_words(row, person, who) if person is not None else ""
    return SummaryLine(" · ".join(" ".join(part.split()) for part in said), _(shape.one), name, state)
