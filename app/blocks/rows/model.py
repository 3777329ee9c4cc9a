"""Rows of a section as typed values, and the pure functions that change them. One item a row, one field a column."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from app.blocks.rows import outcome
from app.blocks.rows.outcome import Outcome
from app.document import (
    Change,
    Document,
    ForWhom,
    Item,
    ItemType,
    NotAccepted,
    Person,
    Remove,
    Section,
    Set,
    people,
    position_between,
)
from app.document.confirmations import INSTEAD_OF, SIGNED
from app.document.item import Value
from app.document.kind import Printed
from app.document.schema import Choice, Day, FieldType, Someone, Text, Tick, to_position, visible
from app.language import N_, _, number_as_rung, unmarked, written_date
from app.sayings.outline import name_of

ROW = "row"
"""The item type of every row, stored for ever. Its fields are the columns of its section."""

LONGEST_WORDS, LONGEST_PHONE = 500, 40

ColumnType: TypeAlias = Literal["words", "person", "day", "choice", "tick", "phone", "outcome"]


@dataclass(frozen=True)
class Column:
    """One column. Words are marked, not translated."""

    slug: str
    """Stored for ever: the field of each row."""
    title: str
    """Its heading."""
    type: ColumnType = "words"
    """words · person (somebody with a face) · day · choice · tick (yes or not yet) · phone (as typed) · outcome."""
    needed: bool = False
    """Where it is empty it is still to talk about; nothing ever waits for it."""
    hint: str = ""
    """Stands in the empty field, or ""; of how it went, it is the question that is asked."""
    choices: tuple[tuple[str, str], ...] = ()
    """Slug and words of each choice; of an outcome, the words for each way in which it went (rows.outcome)."""
    names: bool = False
    """Somebody's name is written in it: on a paper without names it is empty."""
    ahead: bool = False
    """Of a day, that it lies ahead: the next visit and a week from now are one touch away."""


@dataclass(frozen=True, kw_only=True)
class Rows:
    """What the rows block needs to know of a section. Words are marked, not translated."""

    columns: tuple[Column, ...]
    """In the order in which they stand."""
    add: str = N_("Add a line")
    """The words on the button for another row."""
    one: str = N_("A line")
    """What a row is called."""
    as_line: bool = False
    """Rows stand in the order of their day, beside a line."""
    most: int | None = None
    """No further row is offered beyond so many; None for no limit."""
    instead: str = ""
    """The section (a slug) for what comes instead of what did not happen; "" is the rows' own."""

    def column(self, slug: str) -> Column | None:
        """Return the column of that slug, or None for one that a newer version knows."""
        return next((c for c in self.columns if c.slug == slug), None)


NOT_SAID: Mapping[str, Outcome] = MappingProxyType({})


class Row(NamedTuple):
    """One row."""

    id: str
    """The item's."""
    by: str
    """Whose it is (a person id)."""
    for_whom: ForWhom
    """Who may see it."""
    cells: Mapping[str, Value]
    """What is in it, by column (a slug); an empty one is left out."""
    newer: frozenset[str] = frozenset()
    """Columns whose value only a newer version can read: it is kept."""
    went: Mapping[str, Outcome] = NOT_SAID
    """How it went, by column; a column of which nobody said so is left out."""
    instead_of: str = ""
    """The row (an id) that it stands for, or ""."""


def shape_of(section: Section) -> Rows:
    """Return the section's columns. A kind that uses this block without any has none."""
    return section.shape if isinstance(section.shape, Rows) else Rows(columns=())


def types_in(section: Section) -> tuple[ItemType, ...]:
    """Return what a section's rows keep (app.blocks.Block.types_in)."""
    return (row_sort(shape_of(section)),)


def row_sort(shape: Rows) -> ItemType:
    """Return the item type of a section's rows: a field for each column, and what stands beside it."""
    beside = {slug: type for c in shape.columns if c.type == "outcome" for slug, type in outcome.fields(c.slug).items()}
    own = {column.slug: _type_of(column) for column in shape.columns}
    return ItemType(ROW, {**own, **beside, INSTEAD_OF: Text(longest=64, lines=False, written=False)})


def rows(document: Document, section: str) -> tuple[Row, ...]:
    """Return a section's rows in order; along a line by their day, those without one last."""
    declared = document.kind.section(section)
    shape = shape_of(declared) if declared else Rows(columns=())
    found = [read_row(item, shape) for item in document.children(None, section=section, item_type=ROW)]
    day = next((c.slug for c in shape.columns if c.type == "day"), None)
    if shape.as_line and day is not None:
        found.sort(key=lambda row: str(row.cells.get(day) or "9999-99-99"))
    return tuple(found)


def read_row(item: Item, shape: Rows) -> Row:
    """Return the row that an item holds. Whatever is in a field, it never raises."""
    cells: dict[str, Value] = {}
    newer: set[str] = set()
    for column in shape.columns:
        value = item.fields.get(column.slug)
        if _empty(value):
            continue
        try:
            cells[column.slug] = _type_of(column).check(column.slug, value)
        except NotAccepted:
            newer.add(column.slug)
    there = [c.slug for c in shape.columns if c.type == "outcome"]
    went = {slug: said for slug in there if (said := outcome.read(slug, item.fields)) is not None}
    instead_of = item.fields.get(INSTEAD_OF)
    return Row(
        item.id,
        item.by,
        item.for_whom,
        cells,
        frozenset(newer),
        MappingProxyType(went) if went else NOT_SAID,
        instead_of if isinstance(instead_of, str) else "",
    )


def filled(row: Row) -> bool:
    """Whether there is anything in a row."""
    return bool(row.cells or row.newer)


def day_of(row: Row, column: Column) -> date | None:
    """Return the day in a cell, or None."""
    kept = row.cells.get(column.slug)
    return date.fromisoformat(str(kept)) if column.type == "day" and kept else None


def cell_words(row: Row, column: Column, who: Mapping[str, Person]) -> str:
    """Return what a cell says in the language spoken here; "" where it is empty and nothing is said of that."""
    if column.slug in row.newer:
        return _("A newer version wrote this. It is kept safe.")
    value = row.cells.get(column.slug)
    if column.type == "tick":
        return _("Yes") if value else _("Not yet") if filled(row) else ""
    if column.type == "outcome":
        said = row.went.get(column.slug)
        return (
            " · ".join(outcome.words(said, column.choices, who))
            if said is not None
            else _("Not yet")
            if filled(row)
            else ""
        )
    if value is None:
        return _("Still to talk about") if column.needed and filled(row) else ""
    if column.type == "person":
        return unmarked(name_of(str(value), who))
    if column.type == "day":
        return written_date(str(value))
    if column.type == "choice":
        return _(dict(column.choices)[str(value)])
    return number_as_rung(str(value)) if column.type == "phone" else str(value)


def add_row(
    document: Document,
    section: Section,
    *,
    by: str,
    id: str | None = None,
    cells: Mapping[str, Value] | None = None,
    for_whom: ForWhom | None = None,
) -> tuple[Change, ...]:
    """Return the change that adds a row at the end; none where there are as many as there may be. Raises NotAccepted.

    id: of the new row; cells: what is in it from the start; for_whom: who may see it, else as its section has it.
    """
    shape = shape_of(section)
    there = document.children(None, section=section.slug, item_type=ROW)
    if shape.most is not None and len(there) >= shape.most:
        return ()
    position = position_between(there[-1] if there else None, None)
    fields = {slug: value for slug, value in (cells or {}).items() if not _empty(value)}
    item_type = row_sort(shape)
    return (
        item_type.add(
            fields, section=section.slug, by=by, position=position, for_whom=for_whom or section.for_whom, id=id
        ),
    )


def set_cell(document: Document, row: str, column: str, value: Value) -> tuple[Change, ...]:
    """Return the changes that give a cell a value; "" or None empties it. None where it says so already, or where
    the row is gone. What the person named in it said goes with their name (Section.said_by). Raises NotAccepted.
    """
    item = document.items.get(row)
    declared = document.kind.section(item.section) if item is not None else None
    if item is None or declared is None:
        return ()
    kept = item.fields.get(column)
    wanted = None if _empty(value) else row_sort(shape_of(declared)).check({column: value})[column]
    if wanted == kept or (_empty(wanted) and _empty(kept)):
        return ()
    gone = (
        field
        for field, who in declared.said_by
        if column in (who, declared.not_by) and not _empty(item.fields.get(field))
    )
    return (*(Set(row, field, None) for field in gone), Set(row, column, wanted))


def who_says(row: Row, section: Section, column: str) -> str | None:
    """Return who alone fills in a cell: a person id; "" where nobody is named yet; None where it is not one person's.

    Where it is not one person's to say, everybody may; where nobody is named, everybody but who promised (promiser).
    """
    who = dict(section.said_by).get(column)
    if who is None:
        return None
    named = str(row.cells.get(who) or "")
    return "" if named == promiser(row, section) else named


def promiser(row: Row, section: Section) -> str:
    """Return who promised what is in a row, and so never says that it was kept (Section.not_by); "" for nobody."""
    return str(row.cells.get(section.not_by) or "") if section.not_by else ""


def move_row(document: Document, row: str, to: int) -> tuple[Change, ...]:
    """Return the changes that make a row the to-th of its section (0 is the first; too far means the end)."""
    item = document.items.get(row)
    if item is None:
        return ()
    return to_position(item, document.children(None, section=item.section, item_type=ROW), to)


def remove_row(row: str) -> tuple[Change, ...]:
    """Return the change that takes a row away. Undo brings it back."""
    return (Remove(row),)


def without_names(document: Document) -> Document:
    """Return a document in whose rows nobody is named: cells for names are empty; a known name elsewhere is dots."""
    known = [p.name for p in people(document).values() if visible(p.name)]
    named = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in known) or r"(?!)", re.IGNORECASE)

    def bare(item: Item) -> Item:
        declared = document.kind.section(item.section)
        if item.item_type != ROW or declared is None:
            return item
        columns = shape_of(declared).columns
        hidden = {c.slug: None for c in columns if c.names or c.type == "person"}
        written = (c.slug for c in columns if c.type == "words" and c.slug in item.fields)
        # Who said how it went is named there too, and why is written.
        for c in columns:
            if c.type == "outcome":
                hidden[f"{c.slug}{SIGNED}"] = None
        whys = (f"{c.slug}-why" for c in columns if c.type == "outcome" and f"{c.slug}-why" in item.fields)
        masked = {slug: named.sub("…", str(item.fields[slug] or "")) for slug in (*written, *whys)}
        return item._replace(fields={**item.fields, **masked, **hidden})

    return replace(document, items=MappingProxyType({id: bare(i) for id, i in document.items.items()}))


def put_on(document: Document, printed: Printed) -> Document:
    """Return a document as its rows stand on a paper: without names, where that paper leaves them out."""
    return document if printed.names else without_names(document)


def names_written(document: Document, section: str) -> tuple[str, ...]:
    """Return the names that are written in a section's rows, of people who have no face there."""
    declared = document.kind.section(section)
    columns = [c.slug for c in shape_of(declared).columns if c.names] if declared is not None else []
    return tuple(str(row.cells[c]) for row in rows(document, section) for c in columns if c in row.cells)


def _empty(value: Value) -> bool:
    return value is None or value is False or (isinstance(value, str) and not visible(value))


def _type_of(column: Column) -> FieldType:
    match column.type:
        case "words":
            return Text(longest=LONGEST_WORDS)
        case "phone":
            return Text(longest=LONGEST_PHONE, lines=False)
        case "person":
            return Someone()
        case "day":
            return Day()
        case "choice":
            return Choice(tuple(slug for slug, _words in column.choices))
        case "tick":
            return Tick()
        case "outcome":
            return outcome.How()
