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
    """One page by itself, for the worker alone. question: what it asks, or "". lines: all that is on it, name first."""

    question: str
    lines: tuple[OutlineLine, ...]


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
    """A block: what it is called in a kind of plan, and how it reads. What it leaves out, it has nothing of.

    slug: as Section.block names it. screen: where its app.asking.screen.block_screen.BlockScreen is, as
    "package.module:NAME"; it is loaded when a screen asks for it, for the command line has no Flet.
    item_types: what it keeps. types_in: those whose fields depend on what a section declares.
    parts(document, section): its parts of a sheet, from a document that is only what its reader may see.
    outline(document, section): all that is in it as lines, private things too, for the worker alone.
    line(document, section, item): one item of it in a line; None for what does not read by itself (a stroke), or is
    not to be told of.
    asked(document, section, about): what somebody who was asked alone about an item was asked, the question first.
    names(document, section): those that are written in it, of people who have no face there.
    cover(document, section): what it puts on the front of a book.
    put_on(document, printed): the document without what this block leaves out on such a paper.
    page(document, page): one page of it (an item's id) by itself.
    numbers: numbers are given or seen in it: on a later day it is asked whether this is a new visit.
    new_visit: what begins one, where this block records visits. sets_privacy: who sees what is set in it.
    """

    slug: str
    screen: str
    item_types: tuple[ItemType, ...] = ()
    types_in: Callable[[Section], tuple[ItemType, ...]] = _no_types
    parts: Callable[[Document, str], tuple[Part, ...]] = _no_parts
    outline: Callable[[Document, str], tuple[OutlineLine, ...]] = _no_lines
    line: Callable[[Document, Section, Item], SummaryLine | None] = said_line
    asked: Callable[[Document, Section, str], tuple[str, ...]] = _not_asked
    names: Callable[[Document, str], tuple[str, ...]] = _no_names
    cover: Callable[[Document, Section], Cover | None] = _no_cover
    put_on: Callable[[Document, Printed], Document] = _as_it_is
    page: Callable[[Document, str], PageTold | None] = _no_page
    numbers: bool = False
    new_visit: BeginVisit | None = None
    sets_privacy: bool = False
