"""How rows read on paper: a table, with a heading over it."""

from app.blocks.rows.reading import cell_words, filled, rows, shape_of
from app.blocks.spoken import Told, name_of
from app.document import Document, people
from app.language import _
from app.sheet import Heading, Part, Table


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
        tuple(tuple(cell_words(row, column, who) for column in columns) for row in there),
    )
    return (Heading(_(declared.title)), table)


def tell(document: Document, section: str) -> tuple[Told, ...]:
    """Return the rows as lines, private ones too: whose each is, and what it says; nothing where all are empty."""
    declared = document.kind.section(section)
    there = [row for row in rows(document, section) if filled(row)]
    if declared is None or not there:
        return ()
    who = people(document)
    found = [Told(section, "page", "", _(declared.title), "", declared.for_whom.reach)]
    for row in there:
        cells = [(_(c.title), cell_words(row, c, who)) for c in shape_of(declared).columns]
        # Translators: a column's heading and what stands below it in one row, as in "Who: Nan"
        told = " · ".join(_("{column}: {words}").format(column=title, words=words) for title, words in cells if words)
        found.append(Told(section, "row", name_of(row.by, who), told, "", row.for_whom.reach))
    return tuple(found)
