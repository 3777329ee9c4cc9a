"""A document in lines of plain text: all that is in it, one item of it, the names that are written in it."""

from app.blocks.registry import BLOCKS, block_of
from app.document import WORKER, Document, Item, Section, people, seen_by
from app.document.copy_log import COPY_LOG_SECTION, COPY_MADE
from app.document.ownership import private_sections
from app.document.people import fits_a_name
from app.document.schema import visible
from app.language.name_search import alike
from app.sayings.copy_log import copy_lines
from app.sayings.outline import OutlineLine, SummaryLine, name_of


def summary_line(document: Document, item: Item) -> SummaryLine | None:
    """Return how an item reads in a line, or None: what stands there is not told by itself, or no block knows it."""
    section = document.kind.section(item.section)
    block = block_of(section)
    return block.line(document, section, item) if block is not None and section is not None else None


def written_names(document: Document) -> tuple[str, ...]:
    """Return the names that stand in what everyone may see, of people whom the plan does not know by a face yet."""
    seen = seen_by(document, None)
    known = {alike(p.name) for p in people(document).values()}
    sections = ((s.slug, block_of(s)) for s in document.kind.sections)
    written = (name.strip() for slug, block in sections if block is not None for name in block.names(seen, slug))
    found = {alike(name): name for name in reversed(tuple(written)) if visible(name) and fits_a_name(name)}
    return tuple(name for plain, name in reversed(found.items()) if plain not in known)


def on_top(document: Document) -> tuple[tuple[Section, tuple[str, ...]], ...]:
    """Return what stands on top of every step, in lines, by section: what everyone may see, where there is any."""
    seen = seen_by(document, None)
    found = []
    for section in document.kind.sections:
        if section.on_top:
            items = (below for i in seen.children(None, section=section.slug) for below in (i, *seen.below(i.id)))
            lines = tuple(line.whole() for line in (summary_line(seen, i) for i in items) if line is not None)
            found += [(section, lines)] if lines else []
    return tuple(found)


def outline(document: Document) -> tuple[OutlineLine, ...]:
    """Return all that is in a document in order, private things too: for the worker alone."""
    shut = private_sections(document)
    found = tuple(
        line._replace(for_whom="private") if section.slug in shut else line
        for section in document.kind.sections
        if section.block in BLOCKS
        for line in BLOCKS[section.block].outline(document, section.slug)
    )
    jo = name_of(WORKER, people(document))
    made = (OutlineLine(COPY_LOG_SECTION, COPY_MADE.slug, jo, line, "", "worker") for line in copy_lines(document))
    return (*found, *made)
