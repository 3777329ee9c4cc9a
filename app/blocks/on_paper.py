"""The blocks that paper knows: how a document becomes a sheet, and lines of plain text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from app.blocks.agreement import print as agreement
from app.blocks.cards import print as cards
from app.blocks.own import print as own
from app.blocks.privacy import print as privacy
from app.blocks.review import print as review
from app.blocks.rings import print as rings
from app.blocks.rings.model import names_written as ring_names
from app.blocks.rows import print as rows
from app.blocks.rows.model import names_written as row_names
from app.blocks.rows.model import without_names
from app.blocks.star import print as star
from app.blocks.storyboard import print as storyboard
from app.blocks.storyboard.model import shape_of
from app.blocks.words import print as words
from app.blocks.worries import print as worries
from app.blocks.worries.closed import without_done
from app.document import PEOPLE, WORKER, Document, Item, Kind, Person, Section, people, seen_by, who_then
from app.document.copy_log import COPY_LOG_SECTION, COPY_MADE
from app.document.header import HEADER, header
from app.document.kind import Printed
from app.document.ownership import private_sections
from app.document.people import fits_a_name
from app.document.schema import visible
from app.language import _, current, full_date, isolate, right_to_left
from app.language.name_search import alike
from app.sayings.copy_log import copy_lines
from app.sayings.outline import Line, OutlineLine, name_of, no_line, said_line
from app.sheet import Cover, Part, Sheet, Words
from app.sheet.small_papers import in_large, on_a_card, who_can_help


class Paper(NamedTuple):
    """How a block reads on paper: its parts of a sheet, all that is in it as lines, and one item of it in a line.

    line: None from it for what does not read by itself (a stroke), or is not to be told of.
    asked: what somebody who was asked alone about an item (an id) was asked, the question first.
    names: those that are written in it, of people who have no face there.
    """

    parts: Callable[[Document, str], tuple[Part, ...]]
    outline: Callable[[Document, str], tuple[OutlineLine, ...]]
    line: Callable[[Document, Section, Item], Line | None] = said_line
    asked: Callable[[Document, Section, str], tuple[str, ...]] = lambda document, section, about: ()
    names: Callable[[Document, str], tuple[str, ...]] = lambda document, section: ()


SMALL: Mapping[str, Callable[[Sequence[Part]], Sequence[Part]]] = {
    "fridge": in_large,
    "card": on_a_card,
    "phone": on_a_card,
}
"""What becomes of the parts on papers that hang or are carried where others see them."""


def no_parts(document: Document, section: str) -> tuple[Part, ...]:
    """Return nothing: a block that keeps nothing of its own has nothing for paper."""
    return ()


def no_lines(document: Document, section: str) -> tuple[OutlineLine, ...]:
    """Return nothing, for the same reason."""
    return ()


PAPERS: Mapping[str, Paper] = {
    "rows": Paper(rows.parts, rows.outline, line=rows.line, names=row_names),
    "storyboard": Paper(storyboard.parts, storyboard.outline),
    "method": Paper(storyboard.no_parts, storyboard.outline_method),
    "who-agrees": Paper(storyboard.no_parts, storyboard.outline_who_agrees),
    "words": Paper(words.parts, words.outline),
    "agreement": Paper(agreement.parts, agreement.outline, line=no_line),
    "review": Paper(review.parts, review.outline, line=no_line),
    "trying": Paper(no_parts, no_lines, line=no_line),
    "still": Paper(no_parts, no_lines, line=no_line),
    "own": Paper(no_parts, own.outline, line=no_line),
    "worries": Paper(worries.parts, worries.outline, line=worries.line, asked=worries.asked_about),
    "areas": Paper(star.area_parts, star.outline_areas, line=star.area_line, asked=star.asked_about),
    "star": Paper(star.star_parts, no_lines, line=no_line),
    "working": Paper(star.work_parts, no_lines, line=no_line),
    "proud": Paper(star.proud_parts, star.outline_proud),
    "rings": Paper(rings.parts, rings.outline, line=rings.line, names=ring_names),
    "cards": Paper(cards.parts, cards.outline, line=cards.line),
    "privacy": Paper(no_parts, privacy.outline, line=no_line),
}


def summary_line(document: Document, item: Item) -> Line | None:
    """Return how an item reads in a line, or None: what stands there is not told by itself, or no block knows it."""
    section = document.kind.section(item.section)
    paper = PAPERS.get(section.block) if section is not None else None
    return paper.line(document, section, item) if paper is not None and section is not None else None


def written_names(document: Document) -> tuple[str, ...]:
    """Return the names that stand in what everyone may see, of people whom the plan does not know by a face yet."""
    seen = seen_by(document, None)
    known = {alike(p.name) for p in people(document).values()}
    sections = ((s.slug, PAPERS[s.block]) for s in document.kind.sections if s.block in PAPERS)
    written = (name.strip() for slug, paper in sections for name in paper.names(seen, slug))
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
        if section.block in PAPERS
        for line in PAPERS[section.block].outline(document, section.slug)
    )
    jo = name_of(WORKER, people(document))
    made = (OutlineLine(COPY_LOG_SECTION, COPY_MADE.slug, jo, line, "", "worker") for line in copy_lines(document))
    return (*found, *made)


def sheet(
    document: Document,
    *,
    for_name: str,
    made: date,
    printed: str = "",
    version: date | None = None,
    helplines: Sequence[tuple[str, str]] = (),
    number: int | None = None,
    office: bool = False,
) -> Sheet:
    """Return the sheet of a document that is already only what its reader may see (document.seen_by).

    for_name: the name of the person it is for, or "" for nobody in particular. printed: which of its kind's papers
    (a slug); "" is the first. version: of a copy, the day on which what is in it was last changed; its front then says
    that, and who may hold it. helplines: who answers, and the number; for papers that hang or are carried.
    number: the copy's own, for its foot, which tells no more of whose it is. office: it is for the office's record.
    """
    chosen = document.kind.paper(printed)
    document = document if chosen.names else without_names(document)
    # The one page has what is to do until we meet again, and no worry that is none any more.
    document = without_done(document) if chosen.layout == "one" else document
    found: list[Part] = [*_front(document, names=chosen.shape == "plan")] if chosen.shape in ("plan", "fridge") else []
    if chosen.shape == "plan" and version is not None:
        found.append(_whose_copy(document, for_name, version, office=office))
    cover: Cover | None = None
    for section in _standing_on(document.kind, chosen):
        paper = PAPERS.get(section.block)
        if paper is None or not section.in_copies:
            continue
        found += paper.parts(document, section.slug)
        if section.block == "storyboard":
            cover = cover or storyboard.cover(document, section.slug, shape_of(section).title_page)
    if chosen.shape in SMALL:
        found = [*SMALL[chosen.shape](found), *who_can_help(found, helplines, close=chosen.shape == "card")]
    title = _("A card") if chosen.shape in ("card", "phone") else cover.title if cover else header(document).title
    if chosen.shape == "storybook" and version is not None:
        cover = _whose_book(cover or Cover(title, Words("")), for_name, office=office)
    return Sheet(
        # What somebody carries about says nothing to whoever finds it.
        title=title,
        cover=cover,
        language=current(),
        parts=tuple(found),
        made_for=_foot(made, number, chosen),
        reader=chosen.reader,
        shape=chosen.shape,
        layout=chosen.layout,
        right_to_left=right_to_left(current()),
        look=document.kind.look,
    )


def _front(document: Document, *, names: bool) -> tuple[Words, ...]:
    """Return who made a plan (with names), and when it is looked at again: those whose lines its reader sees.

    Of one that somebody holds it is said whose it is.
    """
    who, day, whose = people(document), header(document).next, header(document).whose
    told = ", ".join(map(isolate, _makers(document, who)))
    said = [_("Made by: {names}.").format(names=told)] if told and names else []
    if document.kind.held and whose in who:
        said = [_("This plan belongs to {name}.").format(name=isolate(who[whose].name))]
    said += [_("We look again on {date}.").format(date=full_date(date.fromisoformat(day)))] if day else []
    return (Words(" ".join(said)),) if said else ()


def _makers(document: Document, who: Mapping[str, Person]) -> list[str]:
    """Return the names of those who made a plan: each once, as they are called now.

    But the worker, as they were called then: who has a colleague's work now has the same place.
    """
    made = [i for i in document.items.values() if i.by in who and i.section not in (PEOPLE, HEADER)]
    names: dict[str, dict[str, None]] = {}
    for item in sorted(made, key=lambda i: document.made.get(i.id, 0)):
        named = who_then(document, item.id, who) if item.by == WORKER else who
        names.setdefault(item.by, {})[named[item.by].name] = None
    return [name for person in who if person in names for name in names[person]]


def _foot(made: date, number: int | None, chosen: Printed) -> str:
    """Return what stands on every page's foot: which copy it is, and when it was made. Never whose, nor of what."""
    copy = _("Copy {number}").format(number=number) if number is not None else ""
    if chosen.shape == "phone":
        return copy
    day = _("Made on {date}.").format(date=full_date(made))
    return f"{copy}. {day}" if copy else day


def _whose_book(cover: Cover, for_name: str, *, office: bool) -> Cover:
    """Return a book's cover that says for whom this copy is; for nobody in particular, as it is."""
    whose = _office_words() if office else _("For {name}").format(name=isolate(for_name)) if for_name else ""
    note = " · ".join(t for t in (cover.said.note, whose) if t)
    return replace(cover, said=replace(cover.said, note=note))


def _office_words() -> str:
    return _("This is the office's own record. It is not to be handed on.")


def _whose_copy(document: Document, for_name: str, version: date, *, office: bool) -> Words:
    """Return which version a copy is, and who may hold it. Nobody but who is named; else the worker says who."""
    dated = _("This is the version of {date}.").format(date=full_date(version))
    if office:
        return Words(f"{_office_words()} {dated}")
    worker = isolate(name_of(WORKER, people(document)))
    holder = (
        _("Only {name} may hold this copy.").format(name=isolate(for_name))
        if for_name
        else _("{name} tells you who may hold this copy.").format(name=worker)
    )
    return Words(f"{dated} {holder}")


def _standing_on(kind: Kind, printed: Printed) -> list[Section]:
    """Return the sections of a paper: what stands on top of everything first, the others in the paper's order."""
    named = [s for slug in printed.sections for s in kind.sections if s.slug == slug]
    return sorted(named or kind.sections, key=lambda s: not s.on_top)
