"""How the story comes about: the moves that are recorded, when its pictures open, and what has changed since.

Words first: the pictures of a story open when its words are agreed, or when the worker chooses to draw first.
Source: docs/domain/words-and-pictures.md ("How it is done").
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.blocks.storyboard.model import PAGE, Page, heading, pages, shape_of
from app.document import (
    EVERYONE,
    IN_NO_COPY,
    WORKER,
    Add,
    Change,
    Document,
    Edit,
    Item,
    ItemType,
    Kind,
    Remove,
    Section,
    Set,
    Value,
    position_between,
)
from app.document.fold import as_read
from app.document.saying import SAYING, sayings
from app.document.schema import Day, Someone, Text, Tick, stored_day
from app.ink.drawing import SLUGS, drawn
from app.language import _

MOVE = ItemType(
    "method-move",
    {
        "stage": Text(longest=40, lines=False, needed=True, written=False),
        "person": Someone(),
        "day": Day(),
        "each": Tick(),
    },
)
"""That one person took part in a stage on a day: an item for each, so that one agreement never replaces another.

each: an agreement that counts for this person alone. One without it is older, when one opened the pictures for all."""

OFFICE, AGREED, DRAW_FIRST = "office-draft", "agreed", "draw-first"
OPENS = (AGREED, DRAW_FIRST)
"""The stages that open the pictures: the first when all who must have agreed."""


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One stage of the method. Words are marked, not translated."""

    slug: str
    """Stored for ever, with who took part."""
    title: str
    """What it is called."""
    means: str
    """What happens in it, in a sentence or two."""


@dataclass(frozen=True)
class Method:
    """What the page "How far we are" needs to know."""

    stages: tuple[Stage, ...]
    """In their order."""
    instead: tuple[Stage, ...] = ()
    """The other way to begin; () where there is none."""
    first: str = ""
    """The section of the set-up sheet (its slug) that says who must agree first; "" for none."""


class MethodMove(NamedTuple):
    """Somebody took part in a stage."""

    id: str
    """The item's."""
    stage: str
    """Its slug."""
    person: str
    """Who took part (a person id)."""
    day: date | None
    """On which that was; None where none can be read."""
    each: bool = False
    """It is an agreement that counts for this person alone."""


def method_of(section: Section) -> Method:
    """Return the stages that a section keeps a record of; none where it is no such section."""
    return section.shape if isinstance(section.shape, Method) else Method(())


def story_of(kind: Kind, section: Section) -> str:
    """Return the slug of the storyboard whose method this section records, or "" where it is nobody's."""
    return next((s.slug for s in kind.sections if shape_of(s).method == section.slug), "")


def moves(document: Document, section: str) -> tuple[MethodMove, ...]:
    """Return what is recorded for a storyboard (the slug of its section), in the order in which it was recorded."""
    there = record_of(document, section)
    return tuple(_move(i) for i in document.children(None, section=there, item_type=MOVE.slug)) if there else ()


def record(document: Document, section: str, stage: str, person: str, *, day: date) -> tuple[Change, ...]:
    """Return the change that records that somebody took part in a stage; none where that is recorded already.

    It is the worker's paper and in no copy: whether one parent has agreed is not for the other to read there.
    Raises NotAccepted for a person or a stage that is none.
    """
    there = record_of(document, section)
    same = (stage, person, day, stage == AGREED)
    if not there or any((m.stage, m.person, m.day, m.each) == same for m in moves(document, section)):
        return ()
    last = document.children(None, section=there)
    position = position_between(last[-1] if last else None, None)
    fields: dict[str, Value] = {"stage": stage, "person": person, "day": day.isoformat()}
    if stage == AGREED:
        fields["each"] = True
    return (MOVE.add(fields, section=there, by=WORKER, position=position, for_whom=IN_NO_COPY),)


def take_away(move: MethodMove) -> tuple[Change, ...]:
    """Return the change that takes back what was recorded: the wrong face was touched."""
    return (Remove(move.id),)


def in_the_office(document: Document, section: str) -> bool:
    """Whether what the worker writes now is a draft: one was begun in the office, and nobody has sat over it yet."""
    stages = {m.stage for m in moves(document, section)}
    return OFFICE in stages and stages <= {OFFICE, DRAW_FIRST}


def changed_pages(document: Document, section: str) -> frozenset[str]:
    """Return the ids of the pages whose words are not those that their drawing was made for.

    The words now are compared with the words at the drawing's last mark, by the order of the edits: what was
    undone, or written back as it was, is no change. A caption is of the picture, and does not count.
    """
    if not record_of(document, section):
        return frozenset()
    at_drawing: dict[str, Mapping[str, str]] = {}
    words: Mapping[str, Mapping[str, str]] = {}
    for edit, words in _as_it_grew(document, section):
        added = edit.change.item if isinstance(edit.change, Add) else None
        if added is not None and added.item_type in SLUGS and added.id in document.items:
            at_drawing[added.parent or ""] = dict(words.get(added.parent or "", {}))
    return frozenset(
        page.id
        for page in pages(document, section)
        if page.id in at_drawing
        and words.get(page.id, {}) != at_drawing[page.id]
        and document.items[page.id].fields.get("fits") != _state(document, page)
    )


def words_changed(document: Document, page: Page) -> bool:
    """Whether a page's words changed after it was drawn, and nobody has said yet that the drawing still fits."""
    return drawn(document, page.id) and page.id in changed_pages(document, page.section)


def still_fits(document: Document, page: Page) -> tuple[Change, ...]:
    """Return the change that says that the drawing fits the words as they are now; other words ask again."""
    state = _state(document, page)
    if document.items[page.id].fields.get("fits") == state:
        return ()
    return (Set(page.id, "fits", PAGE.check({"fits": state})["fits"]),)


def what_changed(document: Document, section: str, since: MethodMove) -> tuple[str, ...]:
    """Return the headings of the pages whose words changed since a move, in order; never the words themselves.

    A page that not everyone may see is not named. One that was taken away is not named either, only counted as one.
    """
    then: dict[str, Mapping[str, str]] = {}
    words: Mapping[str, Mapping[str, str]] = {}
    met = False
    for edit, words in _as_it_grew(document, section):
        if not met and isinstance(edit.change, Add) and edit.change.item.id == since.id:
            met, then = True, {page: dict(said) for page, said in words.items()}
    if not met:
        return ()
    there = pages(document, section)
    found = [heading(p) for p in there if p.for_whom == EVERYONE and words.get(p.id, {}) != then.get(p.id, {})]
    if any(said for page, said in then.items() if page not in document.items):
        found.append(_("A page that was taken away"))
    return tuple(dict.fromkeys(found))


def record_of(document: Document, section: str) -> str:
    """Return the slug of the section in which the moves of a storyboard stand; "" where none are kept."""
    declared = document.kind.section(section)
    return shape_of(declared).method if declared is not None else ""


def _move(item: Item) -> MethodMove:
    f = item.fields
    each = f.get("each") is True
    return MethodMove(item.id, str(f.get("stage") or ""), str(f.get("person") or ""), stored_day(f.get("day")), each)


def _state(document: Document, page: Page) -> str:
    """A short name for the words on a page as they are now, of which nothing can be read."""
    told = "\0".join(f"{s.id}\0{s.words}" for s in sayings(document, page.id))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:16]


def _as_it_grew(document: Document, section: str) -> Iterator[tuple[Edit, Mapping[str, Mapping[str, str]]]]:
    """Yield every edit that counts, with the words that stood on each page right after it, by saying.

    What is yielded is one mapping that goes on growing: copy what is to be kept.
    """
    words: dict[str, dict[str, str]] = {}
    page_of: dict[str, str] = {}
    for edit in document.edits:
        if edit.id in document.void:
            continue
        change = as_read(edit.change)
        if isinstance(change, Add):
            item = change.item
            if item.item_type == SAYING.slug and item.section == section and item.parent and item.id not in page_of:
                page_of[item.id] = item.parent
                words.setdefault(item.parent, {})[item.id] = str(item.fields.get("words") or "")
        elif isinstance(change, Set | Remove) and change.item in page_of:
            on_page = words[page_of[change.item]]
            if isinstance(change, Remove):
                on_page.pop(change.item, None)
                del page_of[change.item]
            elif change.field == "words":
                on_page[change.item] = str(change.value or "")
        yield edit, words
