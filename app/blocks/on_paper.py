"""The blocks that paper knows: how a document becomes a sheet, and lines of plain text."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from app.blocks.spoken import Told
from app.blocks.storyboard import paper as storyboard
from app.blocks.storyboard.reading import shape_of
from app.blocks.words import paper as words
from app.blocks.worries import paper as worries
from app.document import Document
from app.document.front import front
from app.language import _, current, full_date, isolate, right_to_left
from app.sheet import Cover, Part, Sheet


class Paper(NamedTuple):
    """How a block reads on paper: its parts of a sheet, and all that is in it as lines."""

    parts: Callable[[Document, str], tuple[Part, ...]]
    tell: Callable[[Document, str], tuple[Told, ...]]


PAPERS: Mapping[str, Paper] = {
    "storyboard": Paper(storyboard.parts, storyboard.tell),
    "method": Paper(storyboard.no_parts, storyboard.tell_method),
    "words": Paper(words.parts, words.tell),
    "worries": Paper(worries.parts, worries.tell),
}


def tell(document: Document) -> tuple[Told, ...]:
    """Return all that is in a document in order, private things too: for the worker alone."""
    return tuple(
        line
        for section in document.kind.sections
        if section.block in PAPERS
        for line in PAPERS[section.block].tell(document, section.slug)
    )


def sheet(document: Document, *, for_name: str, made: date) -> Sheet:
    """Return the sheet of a document that is already only what its reader may see (document.seen_by).

    for_name: the name of the person it is for, or "" for nobody in particular.
    """
    found: list[Part] = []
    cover: Cover | None = None
    for section in document.kind.sections:
        paper = PAPERS.get(section.block)
        if paper is None or not section.in_copies:
            continue
        found += paper.parts(document, section.slug)
        if section.block == "storyboard":
            cover = cover or storyboard.cover(document, section.slug, shape_of(section).title_page)
    day = full_date(made)
    made_for = (
        _("For {name}. Made on {date}.").format(name=isolate(for_name), date=day)
        if for_name
        else _("Made on {date}.").format(date=day)
    )
    return Sheet(
        title=cover.title if cover else front(document).title,
        cover=cover,
        language=current(),
        parts=tuple(found),
        made_for=made_for,
        reader="child",
        shape="storybook",
        right_to_left=right_to_left(current()),
    )
