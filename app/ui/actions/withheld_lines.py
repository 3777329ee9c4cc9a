"""How what is kept between one person and the worker reads, in the worker's own room: what was asked, what was said.

For the worker alone, with the PIN. What is on a page is told as `show` tells it.
"""

from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from app.asking.sentences import answer_said, written_note
from app.blocks.registry import block_of
from app.document import Document, Section, people
from app.document.answer import ANSWER, read_answer
from app.document.withheld import WithheldItem, as_asked, withheld_items
from app.language import _
from app.sayings.outline import OutlineLine, name_of


class KeptTold(NamedTuple):
    """Something that is kept, in words."""

    kept: WithheldItem
    """Which it is in its document."""
    who: str
    """The name of the person whose it is."""
    asked: tuple[str, ...]
    """The question, then the words that it was about, as they were then."""
    said: tuple[str, ...]
    """What is kept, line by line."""
    note: str = ""
    """What the worker should know of it, or ""."""
    page: str = ""
    """The page (an item's id) that can be looked at, or ""."""


def told_kept(document: Document) -> tuple[KeptTold, ...]:
    """Return all that is kept in a document, what was changed last first. document: with its family's names."""
    found = (_told(document, kept) for kept in withheld_items(document))
    return tuple(told for told in found if told.said or told.page)


def _told(document: Document, kept: WithheldItem) -> KeptTold:
    who = name_of(kept.by, people(document))
    section = document.kind.section(kept.section)
    if kept.item_type == "answer":
        return _answer(document, kept, who, section)
    if section is None:
        return KeptTold(kept, who, (), ())
    block = block_of(section)
    page = block.page(document, kept.id) if block is not None and kept.item_type == "page" else None
    if page is not None:
        name, *lines = page.lines
        question = [page.question] if page.question else []
        return KeptTold(kept, who, (name.words, *question), _lines(lines, who), page=kept.id)
    if kept.item_type == "own":
        # Somebody else's in the same section is a matter of its own.
        theirs = {k: i for k, i in document.items.items() if i.section != section.slug or i.by == kept.by}
        document = replace(document, items=MappingProxyType(theirs))
    lines = [t for t in block.outline(document, section.slug) if t.item_type != "page"] if block is not None else []
    asked = tuple(dict.fromkeys(words for words in (_(section.title), _(section.question)) if words))
    return KeptTold(kept, who, asked, _lines(lines, who))


def _answer(document: Document, kept: WithheldItem, who: str, section: Section | None) -> KeptTold:
    then = as_asked(document, kept.id)
    item = then.items.get(kept.id)
    block = block_of(section)
    if item is None or item.item_type != ANSWER.slug:
        return KeptTold(kept, who, (), ())
    answer = read_answer(item)
    asked = block.asked(then, section, answer.about) if block is not None and section is not None else ()
    if not asked and section is not None:
        asked = (_(section.question or section.title),)
    note = written_note(answer._replace(of=""), people(document), of="")
    if kept.id not in document.items:
        gone = _("What this was about was taken out of the plan since.")
        note = f"{note}\n{gone}" if note else gone
    return KeptTold(kept, who, asked, tuple(answer_said(answer)), note)


def _lines(told: list[OutlineLine], who: str) -> tuple[str, ...]:
    """Return lines as they are read out: with a name, where it is another's, and how they were written down."""
    # Translators: a name, and what this person says or does
    named = _("{name}: {words}")
    return tuple(
        (t.words if t.who in ("", who) else named.format(name=t.who, words=t.words))
        + (f" ({t.note})" if t.note and t.item_type == "saying" else "")
        for t in told
    )
