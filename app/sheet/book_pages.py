"""A sheet's parts as the pages of a book: what paper prints one after the other, and what is read together."""

from collections.abc import Sequence

from app.language import _
from app.sheet import Heading, Items, Panel, Part, Picture, Table, Words
from app.sheet.drawn import Drawn


def panels(parts: Sequence[Part]) -> list[Panel]:
    """Return a sheet's parts as panels: what stands between panels is gathered into panels of its own."""
    found: list[Panel] = []
    loose: Panel | None = None
    for part in parts:
        if isinstance(part, Panel):
            found += [loose] if loose else []
            found.append(part)
            loose = None
        elif isinstance(part, Heading) or (isinstance(part, Picture) and loose and loose.picture):
            found += [loose] if loose else []
            loose = Panel(part.words) if isinstance(part, Heading) else Panel("", (), part)
        elif isinstance(part, Picture):
            loose = Panel(loose.heading if loose else "", loose.words if loose else (), part)
        else:
            before = loose or Panel("")
            # A book has no room for a picture that is worked out: its words are all that it shows.
            bare = Words(part.alt) if isinstance(part, Drawn) else part
            words = told(bare) if isinstance(bare, Table) else (bare,)
            loose = Panel(before.heading, (*before.words, *words), before.picture)
    return [*found, loose] if loose else found


def told(table: Table) -> tuple[Words | Items, ...]:
    """Return a table as it is told where there is no room for columns: a list, in which each cell has its heading."""
    lines = [" · ".join(labelled(column, cell) for column, cell in pairs(table, row)) for row in table.rows]
    caption = (Words(table.caption),) if table.caption else ()
    return (*caption, Items(tuple(line for line in lines if line)))


def pairs(table: Table, row: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return a row's cells that say something, each with its column's heading."""
    return tuple((column, cell) for column, cell in zip(table.columns, row, strict=True) if cell)


def labelled(column: str, cell: str) -> str:
    """Return a cell behind its column's heading."""
    # Translators: a column's heading and what stands below it in one row, as in "Who: Nan"
    return _("{column}: {words}").format(column=column, words=cell) if column else cell
