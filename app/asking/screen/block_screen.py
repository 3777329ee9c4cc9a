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
    """How a block is filled in: its steps, the sheet of one of them, and a dialog that arranges the steps, if any."""

    steps: Callable[[Document, Section], tuple[Step, ...]]
    """steps(document, section): its steps, in their order at the side."""
    sheet: Sheet
    """sheet(context, section, step): what is shown for one of them (its key)."""
    arrange: Arranging | None = None
    """The dialog; None where the steps cannot be arranged."""
    read: bool = False
    """What is in it can be read together, as a book."""
    alone: Sheet | None = None
    """The page where context.holder alone is asked about an item (an id), or has their own of a section (its slug)."""
    asked_about: Callable[[Document, Section, str], Asked | None] | None = None
    """What is said of that page before the tablet changes hands; None says nothing."""
    within: Callable[[Document, Section, str], Step | None] = _none_within
    """within(document, section, key): the step that stands in no list, for it is somebody's own; or None."""
