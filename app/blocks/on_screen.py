"""The blocks that the screen knows: how each shows its steps and one of its sheets."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeAlias

import flet as ft

from app.asking.screen.page import Asked
from app.blocks.agreement import screen as agreement
from app.blocks.cards.screen import editor as cards
from app.blocks.on_paper import summary_line
from app.blocks.own import screen as own
from app.blocks.privacy import screen as privacy
from app.blocks.review import screen as review
from app.blocks.rings.screen import editor as rings
from app.blocks.rows.screen import ask_alone as rows_asked
from app.blocks.rows.screen import editor as rows
from app.blocks.star.screen import areas, star, working
from app.blocks.star.screen import score_alone as star_alone
from app.blocks.still import screen as still
from app.blocks.storyboard.screen import editor as storyboard
from app.blocks.storyboard.screen import stages as method
from app.blocks.storyboard.screen import who_agrees
from app.blocks.storyboard.screen.arrange import Arrange
from app.blocks.trying import screen as trying
from app.blocks.words import screen as words
from app.blocks.worries.screen import ask_alone as worries_asked
from app.blocks.worries.screen import editor as worries
from app.document import Document, Kind, Section
from app.document.header import header
from app.document.ownership import private_sections
from app.kit.editor_context import EditorContext, Step
from app.language import _

Arranging: TypeAlias = Callable[[EditorContext, str, Callable[[], None]], ft.Control]
"""A dialog that arranges steps, from the editor's context, the key of the step in hand, and what closes it."""


class Editor(NamedTuple):
    """How a block is filled in: its steps, the sheet of one of them, and a dialog that arranges the steps, if any.

    read: what is in it can be read together, as a book.
    alone: the page on which one person (the hand's holder) is asked about one item (an id), where a block asks; or
    what is the holder's own in a section (its slug).
    within: the step of a key that stands in no list, for it is somebody's own; or None.
    """

    steps: Callable[[Document, Section], tuple[Step, ...]]
    sheet: Callable[[EditorContext, Section, str], ft.Control]
    arrange: Arranging | None = None
    read: bool = False
    alone: Callable[[EditorContext, Section, str], ft.Control] | None = None
    asked_about: Callable[[Document, Section, str], Asked | None] | None = None
    within: Callable[[Document, Section, str], Step | None] = lambda document, section, key: None


def _worry(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return a worry as far as its plan is opened: the numbers and the goals come at a later visit.

    A kind of plan that does not open in stages shows all of it at once.
    """
    staged = any(s.stage for s in context.document.kind.sections)
    return worries.sheet(context, section, step, stage=header(context.document).stage if staged else worries.LATER)


EDITORS: Mapping[str, Editor] = {
    "storyboard": Editor(
        storyboard.steps, storyboard.sheet, Arrange.keyed("arranging"), read=True, within=storyboard.within
    ),
    "rows": Editor(rows.steps, rows.sheet, alone=rows_asked.alone),
    "method": Editor(method.steps, method.sheet, alone=who_agrees.alone),
    "who-agrees": Editor(who_agrees.steps, who_agrees.sheet),
    "words": Editor(words.steps, words.sheet),
    "agreement": Editor(agreement.steps, agreement.sheet),
    "review": Editor(review.steps, review.sheet_with(summary_line)),
    "trying": Editor(trying.steps, trying.sheet),
    "still": Editor(still.steps, still.sheet),
    "own": Editor(own.steps, own.sheet, alone=own.in_hands),
    "worries": Editor(worries.steps, _worry, alone=worries_asked.alone, asked_about=worries_asked.asked_about),
    "areas": Editor(areas.steps, areas.sheet, alone=star_alone.alone, asked_about=star_alone.asked_about),
    "star": Editor(star.steps, star.sheet),
    "working": Editor(working.steps, working.sheet),
    "proud": Editor(working.proud_steps, working.proud_sheet),
    "rings": Editor(rings.steps, rings.sheet),
    "cards": Editor(cards.steps, cards.sheet),
    "privacy": Editor(privacy.steps, privacy.sheet),
}


def steps_of(document: Document, sections: Iterable[Section]) -> list[tuple[Section, Step]]:
    """Return every step of some sections in order; none of those whose block only a newer version knows.

    Of a private section only that it is private is told.
    """
    known = (section for section in sections if section.block in EDITORS)
    found = [(section, step) for section in known for step in EDITORS[section.block].steps(document, section)]
    shut = private_sections(document)
    return [(s, replace(step, private=True, spoken=False) if s.slug in shut else step) for s, step in found]


def step_within(document: Document, sections: Iterable[Section], key: str) -> tuple[Section, Step] | None:
    """Return a step that stands in no list (a page of somebody's own) and its section, or None where there is none."""
    for section in sections:
        step = EDITORS[section.block].within(document, section, key) if section.block in EDITORS else None
        if step is not None:
            return section, step
    return None


def opens_on(document: Document, key: str) -> str:
    """Return the step that shows in front of everybody when a key is led back to.

    For a page of somebody's own it is the step behind which all of those stand.
    """
    apart = step_within(document, document.kind.sections, key)
    return apart[0].slug if apart is not None else key


def left_on(document: Document, key: str) -> str:
    """Return the step on which a plan opens again that was left on this one: "" (the first) for anybody's own."""
    listed = steps_of(document, (s for s in document.kind.sections if s.in_copies and not s.own))
    return key if any(step.key == key and not step.private for _s, step in listed) else ""


def arranged(kind: Kind) -> tuple[str, Arranging] | None:
    """Return what the pages of a kind are called and the dialog that arranges them; None for a kind that has none.

    The pages of a plan that somebody holds are a part of it, and stay where they are. Pages of somebody's own are in
    no list.
    """
    if kind.held:
        return None
    for section in kind.sections:
        dialog = EDITORS[section.block].arrange if section.block in EDITORS and not section.own else None
        if dialog is not None:
            return _("Pages"), dialog
    return None


def can_be_read(kind: Kind) -> bool:
    """Whether a plan of this kind is a book to read together."""
    return not kind.held and any(EDITORS[s.block].read for s in kind.sections if s.block in EDITORS and not s.own)
