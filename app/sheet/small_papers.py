"""Papers that hang on a fridge or go into a wallet: few words, large, and no table. Still parts, no coordinates.

Source: docs/domain/sharing.md ("a small card with a helpline or a safe contact, or a neutral-looking page").
"""

import re
from collections.abc import Sequence

from app.language import _, number_as_rung, plain_digits
from app.sheet import Heading, Items, Part, Table, Words, texts_of
from app.sheet.book_pages import labelled, pairs

_RUNG = re.compile(r"\+?\d(?:[\s()./\u2010\u2011-]*\d)+")
"""A telephone number in words, as it is typed."""


def who_can_help(
    parts: Sequence[Part], helplines: Sequence[tuple[str, str]], *, close: bool = False
) -> tuple[Heading | Words, ...]:
    """Return the helplines (who answers, and the number) whose number does not stand in the parts yet, with a heading.

    None where there are none left. close: each in as few lines as can be.
    """
    there = {_digits(found) for part in parts for words in texts_of(part) for found in _RUNG.findall(words)}
    left = [(who, number) for who, number in helplines if _digits(number) not in there]
    if not left:
        return ()
    lines = ((number_as_rung(number), who) for who, number in left)
    said = (Words(f"{number} · {who}") if close else Words(who, number) for number, who in lines)
    return (Heading(_("Who can help")), *said)


def _digits(number: str) -> str:
    return "".join(c for c in plain_digits(number) if c.isdecimal())


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
    """Return what stands on cards: each row of a table with its first cell as a name, and what was said.

    No headings. Where there is nothing yet, a card to write on by hand.
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
