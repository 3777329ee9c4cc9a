"""How a block is filled in on the screen: what the screen of its folder offers to whoever shows a plan."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

import flet as ft

from app.asking.screen.page import Asked
from app.document import Document, Section
from app.kit.editor_context import EditorContext, Step

Sheet: TypeAlias = Callable[[EditorContext, Section, str], ft.Control]
"""The sheet of a step (its key) of a section."""


Arranging: TypeAlias = Callable[[EditorContext, str, Callable[[], None]], ft.Control]
"""A dialog that arranges steps, from the editor's context, the key of the step in hand, and what closes it."""


def _none_within(document: Document, section: Section, key: str) -> Step | None:
    return None


class BlockScreen(NamedTuple):
    """How a block is filled in: its steps, the sheet of one of them, and a dialog that arranges the steps, if any.

    read: what is in it can be read together, as a book.
    alone: the page on which one person (context.holder) is asked about one item (an id), where a block asks; or
    what is the holder's own in a section (its slug).
    asked_about: what is said of that before the device changes hands; None says nothing.
    within: the step of a key that stands in no list, for it is somebody's own; or None.
    """

    steps: Callable[[Document, Section], tuple[Step, ...]]
    sheet: Sheet
    arrange: Arranging | None = None
    read: bool = False
    alone: Sheet | None = None
    asked_about: Callable[[Document, Section, str], Asked | None] | None = None
    within: Callable[[Document, Section, str], Step | None] = _none_within
