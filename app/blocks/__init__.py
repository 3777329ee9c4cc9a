"""What a block is. Each block is one folder here, and one line in the registry (registry.py).

A folder has a model (pure: its item types, and how they are read and changed), a print (its parts of a sheet, its lines
for `show`), a screen (Flet), and block.py, which says in one `Block` value what the rest of the app asks of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias

from app.document import Change, Document, Item, ItemType, Section
from app.document.kind import Printed
from app.sayings.outline import OutlineLine, SummaryLine, said_line
from app.sheet import Cover, Part

ItemReader: TypeAlias = Callable[[Document, Item], SummaryLine | None]
"""How an item of any block reads in a line (app.export.outline.summary_line)."""

BeginVisit: TypeAlias = Callable[[Document, Section, str, date], Sequence[Change]]
"""The changes that begin a visit in a section: (document, section, by whom, day)."""


class PageTold(NamedTuple):
    """One page by itself, for the worker alone."""

    question: str
    """What it asks, or ""."""
    lines: tuple[OutlineLine, ...]
    """All that is on it, its name first."""


def _no_parts(document: Document, section: str) -> tuple[Part, ...]:
    return ()


def _no_lines(document: Document, section: str) -> tuple[OutlineLine, ...]:
    return ()


def _not_asked(document: Document, section: Section, about: str) -> tuple[str, ...]:
    return ()


def _no_names(document: Document, section: str) -> tuple[str, ...]:
    return ()


def _no_cover(document: Document, section: Section) -> Cover | None:
    return None


def _no_types(section: Section) -> tuple[ItemType, ...]:
    return ()


def _no_page(document: Document, page: str) -> PageTold | None:
    return None


def _as_it_is(document: Document, printed: Printed) -> Document:
    return document


@dataclass(frozen=True, kw_only=True)
class Block:
    """A block: what it is called in a kind of plan, and how it reads. What it leaves out, it has nothing of."""

    slug: str
    """As Section.block names it."""
    screen: str
    """Its BlockScreen (app.asking), as "package.module:NAME"; loaded when asked for: the command line has no Flet."""
    item_types: tuple[ItemType, ...] = ()
    """What it keeps."""
    types_in: Callable[[Section], tuple[ItemType, ...]] = _no_types
    """types_in(section): those whose fields depend on what a section declares."""
    parts: Callable[[Document, str], tuple[Part, ...]] = _no_parts
    """parts(document, section): its parts of a sheet; the document is only what its reader may see."""
    outline: Callable[[Document, str], tuple[OutlineLine, ...]] = _no_lines
    """outline(document, section): all that is in it as lines, private things too, for the worker alone."""
    line: Callable[[Document, Section, Item], SummaryLine | None] = said_line
    """line(document, section, item): the item in a line; None where it does not read so (a stroke), or is not told."""
    asked: Callable[[Document, Section, str], tuple[str, ...]] = _not_asked
    """asked(document, section, about): what was asked of somebody alone about an item, the question first."""
    names: Callable[[Document, str], tuple[str, ...]] = _no_names
    """names(document, section): those that are written in it, of people who have no face there."""
    cover: Callable[[Document, Section], Cover | None] = _no_cover
    """cover(document, section): what it puts on the front of a book; None is nothing."""
    put_on: Callable[[Document, Printed], Document] = _as_it_is
    """put_on(document, printed): the document without what this block leaves out on such a paper."""
    page: Callable[[Document, str], PageTold | None] = _no_page
    """page(document, page): one page of it (an item's id) by itself; None where that is none."""
    numbers: bool = False
    """Numbers are given or seen in it: on a later day it is asked whether this is a new visit."""
    new_visit: BeginVisit | None = None
    """What begins a visit; None where this block records none."""
    sets_privacy: bool = False
    """In it people set who sees what."""
