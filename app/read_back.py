"""A finished copy, read back before it leaves: what stops it, which words were found, and where.

Source: field/sharing.md ("A leak check on the finished file"; "A hit stops the copy and says what and where").
"""

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.blocks.rows.reading import ROW, row_sort, shape_of
from app.blocks.spoken import name_of
from app.document import PEOPLE, Document, Item, people
from app.document.said import INSTEAD_OF
from app.document.sorts import Text
from app.language import N_, _
from app.sheet import Sheet, texts

if TYPE_CHECKING:
    from app.leaks import Found

UNSAID = "…"
"""What stands for all that somebody wrote in a sheet of which only the program's own words are wanted."""

BEFORE_IT = N_("among what the copy was made of")


class Leak(Exception):
    """The finished file holds something that its reader must not see, or that nobody can read. There is no file.

    found: which words, and where: for the worker alone, never for a screen that others see. unread: the file could not
    be read back.
    """

    def __init__(self, found: tuple["Found", ...] = (), *, unread: bool = False) -> None:
        super().__init__()
        self.found = found
        self.unread = unread

    def sentence(self) -> str:
        """Return what happened, what is safe and what to do now; nothing of what was found."""
        if self.unread:
            return _(
                "The copy was stopped: it could not be read back, so nobody knows what is in it. "
                "No file was made. The plan is safe. Please try again."
            )
        return _(
            "The copy was stopped: words that this person must not see were found in it. "
            "No file was made. The plan is safe."
        )


def read_back(
    file: bytes,
    *,
    of: Sheet,
    own: Sheet,
    document: Document,
    seen: Document,
    person: str | None,
    with_private: bool,
) -> None:
    """Read a finished file back. of: the sheet that it was made of; own: the same of what is the program's own (unsaid).

    document: the whole of it; seen: what the copy was made from. person: an id, "office", or None for nobody in
    particular. Raises Leak.
    """
    # Not at the top: what reads PDFs is loaded when a copy is made.
    from app.leaks import Found, Unreadable, allowed, astray, in_file, in_sheet, withheld

    slipped = astray(document, seen.items.keys(), person, with_private=with_private)
    if slipped:
        raise Leak(tuple(Found(_written(document, item), _place_of(document, item)) for item in slipped))
    hidden = withheld(document, person, with_private=with_private)
    shown = tuple(texts(of))
    may_see = allowed(document, person, with_private=with_private)
    found = in_sheet(shown, withheld=hidden, allowed=may_see, own=tuple(texts(own)))
    if found:
        raise Leak(found)
    try:
        found = in_file(file, withheld=hidden, shown=shown, language=of.language)
    except Unreadable as fault:
        raise Leak(unread=True) from fault
    if found:
        raise Leak(found)


def unsaid(document: Document) -> Document:
    """Return a document with UNSAID for all that somebody wrote: what its sheet says is the program's own."""
    from app.leaks.second import DAY, SLUGS

    def is_written(item: Item, slug: str, value: object) -> bool:
        if not isinstance(value, str) or DAY.fullmatch(value):
            return False
        if item.sort != ROW:
            return slug not in SLUGS
        # The columns of rows are a kind of plan's own, their names too: what they are of says what is written in them.
        section = document.kind.section(item.section)
        fields = row_sort(shape_of(section)).fields if section is not None else {}
        return slug != INSTEAD_OF and isinstance(fields.get(slug, Text()), Text)

    def mark(item: Item) -> Item:
        return item._replace(fields={k: UNSAID if is_written(item, k, v) else v for k, v in item.fields.items()})

    return replace(document, items=MappingProxyType({id: mark(i) for id, i in document.items.items()}))


def _written(document: Document, item: Item) -> str:
    """Return what somebody wrote in an item; of one without words, whose it is."""
    blank = unsaid(replace(document, items=MappingProxyType({item.id: item}))).items[item.id]
    said = [str(v) for k, v in item.fields.items() if blank.fields[k] != v]
    return " · ".join(said) or name_of(item.by, people(document))


def _place_of(document: Document, item: Item) -> str:
    section = document.kind.section(item.section)
    return _(section.title) if section is not None and section.title and item.section != PEOPLE else _(BEFORE_IT)
