"""Papers that hang on a fridge or go into a wallet: few words, large, and no table. Still parts, no coordinates.

Source: field/sharing.md ("a small card with a helpline or a safe contact, or a neutral-looking page").
"""

from collections.abc import Sequence

from app.language import _
from app.sheet import Heading, Items, Part, Table, Words
from app.sheet.panels import labelled, pairs


def in_large(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return parts to be read from across a kitchen: a table's rows, their first words large."""
    found: list[Part] = []
    for part in parts:
        if not isinstance(part, Table):
            found.append(part)
            continue
        found += [Words(part.caption)] if part.caption else []
        for row in part.rows:
            (_column, first), *more = pairs(part, row) or (("", ""),)
            found += [Heading(first, 3)] if first else []
            found += [Words(" · ".join(labelled(column, cell) for column, cell in more))] if more else []
    return tuple(found)


def on_a_card(parts: Sequence[Part]) -> tuple[Words, ...]:
    """Return what stands on a card: each row of a table with its first cell as a name, and what was said. No headings.

    Where there is nothing yet, a card to write on by hand.
    """
    found: list[Words] = []
    for part in parts:
        match part:
            case Table(rows=rows):
                filled = ([cell for cell in row if cell] for row in rows)
                found += [Words(" · ".join(cells[1:]), cells[0]) for cells in filled if cells]
            case Words():
                found.append(part)
            case Items(items=items):
                found += [Words(item) for item in items]
    return tuple(found) or (Words(_("I can call:")),)
