"""The steps of a plan as its blocks have them, and the screen of each block."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pkgutil import resolve_name

import flet as ft

from app.asking.screen.block_screen import Arranging, BlockScreen
from app.blocks.registry import block_of
from app.document import Document, Kind, Section
from app.document.ownership import private_sections
from app.export.outline import summary_line
from app.kit.editor_context import EditorContext, Step
from app.language import _


@cache
def _loaded(name: str) -> BlockScreen:
    """Return a block's screen (Block.screen), loaded when it is first asked for. Raises TypeError where it is none."""
    found: object = resolve_name(name)
    # A block that tells of items of other blocks offers a function of how those read.
    made: object = found(summary_line) if callable(found) else found
    if not isinstance(made, BlockScreen):
        raise TypeError(f"{name} must be a BlockScreen, or a function that returns one.")
    return made


def screen_of(section: Section | None) -> BlockScreen | None:
    """Return how a section is filled in; None for no section, and for a block that only a newer version knows."""
    block = block_of(section)
    return _loaded(block.screen) if block is not None else None


def sheet_of(context: EditorContext, section: Section, key: str) -> ft.Control:
    """Return the sheet of one step of a section. Raises KeyError where only a newer version knows its block."""
    screen = screen_of(section)
    if screen is None:
        raise KeyError(section.block)
    return screen.sheet(context, section, key)


def steps_of(document: Document, sections: Iterable[Section]) -> list[tuple[Section, Step]]:
    """Return every step of some sections in order; none of those whose block only a newer version knows.

    Of a private section only that it is private is told.
    """
    known = ((section, screen_of(section)) for section in sections)
    found = [(s, step) for s, screen in known if screen is not None for step in screen.steps(document, s)]
    shut = private_sections(document)
    return [(s, replace(step, private=True, spoken=False) if s.slug in shut else step) for s, step in found]


def step_within(document: Document, sections: Iterable[Section], key: str) -> tuple[Section, Step] | None:
    """Return a step that stands in no list (a page of somebody's own) and its section, or None where there is none."""
    for section in sections:
        screen = screen_of(section)
        step = screen.within(document, section, key) if screen is not None else None
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
    if kind.owned:
        return None
    for section in kind.sections:
        screen = screen_of(section) if not section.own else None
        if screen is not None and screen.arrange is not None:
            return _("Pages"), screen.arrange
    return None


def can_be_read(kind: Kind) -> bool:
    """Whether a plan of this kind is a book to read together."""
    screens = (screen_of(s) for s in kind.sections if not s.own)
    return not kind.owned and any(screen.read for screen in screens if screen is not None)
