"""A finished copy, read back before it leaves: what stops it, which words were found, and where.

Source: docs/domain/sharing.md ("A leak check on the finished file"; "A hit stops the copy and says what and where").
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from app.blocks.registry import is_written
from app.document import Document, Item, people
from app.language import N_, _, isolate
from app.sayings.outline import name_of
from app.sheet import Sheet, letters_drawn, texts

if TYPE_CHECKING:
    from app.export.leaks import LeakFound
    from app.export.leaks.independent_rules import Allowed

UNSAID = "…"
"""What stands for all that somebody wrote in a sheet of which only the program's own words are wanted."""

BEFORE_IT = N_("among what the copy was made of")


class Stop(NamedTuple):
    """Words that stopped a copy."""

    words: str
    """As they were written; of something without words, whose it is."""
    places: tuple[str, ...]
    """Where in the file they were, in words."""
    pages: tuple[str, ...] = ()
    """On which pages of the plan they stand: the titles of their sections."""

    def told(self) -> str:
        """Return all of it in a line."""
        places = ", ".join(self.places)
        # Translators: words that were found in a copy, and where: "“Dad shouts” was found on page 2."
        line = _("“{words}” was found {place}.").format(words=isolate(" ".join(self.words.split())), place=places)
        if not self.pages:
            return line
        pages = ", ".join(isolate(page) for page in self.pages)
        # Translators: where in the plan the words stand that were found in a copy
        in_plan = _("In the plan it stands in: {pages}.").format(pages=pages)
        return f"{line} {in_plan}"


class Leak(Exception):
    """The finished file holds something that its reader must not see, or that nobody can read. There is no file.

    stops: which words, and where: for the worker alone, never for a screen that others see. Empty where the file could
    not be read back.
    """

    def __init__(self, *stops: Stop) -> None:
        super().__init__()
        self.stops = stops

    def sentence(self) -> str:
        """Return what happened and what is safe, and nothing of why: others may look at the screen."""
        return _("The copy was stopped before it was finished. No file was made. The plan is safe.")

    def why(self) -> tuple[str, ...]:
        """Return why, line by line, and what to do now: for the worker alone."""
        if not self.stops:
            return (
                _("The file could not be read back. So nobody can say what is in it."),
                _("Please try again. If it is stopped again, put the plan on another of its papers."),
            )
        return (
            _("Words were found that this person must not see."),
            *(stop.told() for stop in self.stops),
            _("Look at who may see these words, or write them in another way. Then make the copy again."),
        )


def read_back(
    file: bytes,
    *,
    of: Sheet,
    own: Sequence[str],
    document: Document,
    seen: Document,
    person: str | None,
    with_private: bool,
) -> None:
    """Read a finished file back.

    of: the sheet that it was made of; own: the texts of the same sheet with the program's own words alone (unsaid).
    document: the whole of it; seen: what the copy was made from. person: an id, "office", or None for nobody in
    particular. Raises Leak.
    """
    # Not at the top: what reads PDFs is loaded when a copy is made.
    from app.export.leaks import UnreadablePdf, allowed, in_file, in_sheet, withheld, wrongly_shown

    slipped = wrongly_shown(document, seen.items.keys(), person, with_private=with_private)
    if slipped:
        raise Leak(*(Stop(_written(document, item), (_(BEFORE_IT),), _pages(document, (item,))) for item in slipped))
    hidden = withheld(document, person, with_private=with_private, written=is_written)
    shown = tuple(texts(of))
    may_see = _as_read(allowed(document, person, with_private=with_private))
    found = in_sheet(shown, withheld=hidden, allowed=may_see, own=own)
    if not found:
        try:
            found = in_file(file, withheld=hidden, shown=shown, drawn=letters_drawn(of), language=of.language)
        except UnreadablePdf as fault:
            raise Leak from fault
    if found:
        raise Leak(*_stops(document, found))


def _as_read(allowed: "Allowed") -> "Allowed":
    """Return what somebody may see with the words that stand for it in this language: a set that came along is kept as
    it was chosen, and read in the reader's own.
    """
    lines = (line for text in allowed.texts for line in text.split("\n"))
    return allowed._replace(texts=tuple(dict.fromkeys((*allowed.texts, *map(_, lines)))))


def unsaid(document: Document) -> Document:
    """Return a document with UNSAID for all that somebody wrote: what its sheet says is the program's own."""
    from app.export.leaks.independent_rules import DAY

    def said(item: Item, slug: str, value: object) -> bool:
        return isinstance(value, str) and DAY.fullmatch(value) is None and is_written(document, item, slug)

    def mark(item: Item) -> Item:
        return item._replace(fields={k: UNSAID if said(item, k, v) else v for k, v in item.fields.items()})

    return replace(document, items=MappingProxyType({id: mark(i) for id, i in document.items.items()}))


def _written(document: Document, item: Item) -> str:
    """Return what somebody wrote in an item; of one without words, whose it is."""
    blank = unsaid(replace(document, items=MappingProxyType({item.id: item}))).items[item.id]
    said = [str(v) for k, v in item.fields.items() if blank.fields[k] != v]
    return " · ".join(said) or name_of(item.by, people(document))


def _stops(document: Document, found: Iterable["LeakFound"]) -> Iterator[Stop]:
    """Yield each of the words that were found once, with all their places."""
    places: dict[str, dict[str, None]] = {}
    for one in found:
        places.setdefault(one.words, {})[one.position] = None
    for words, there in places.items():
        items = [i for i in document.items.values() if any(words in v for v in i.fields.values() if isinstance(v, str))]
        yield Stop(words, tuple(there), _pages(document, items))


def _pages(document: Document, items: Iterable[Item]) -> tuple[str, ...]:
    sections = (document.kind.section(i.section) for i in items)
    return tuple(dict.fromkeys(_(s.title) for s in sections if s is not None and s.title))
