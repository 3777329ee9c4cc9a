"""Calls that mypy must reject. Each line with `# rejected: code` has an error of that code, and no other line has any.

Never run, and no file of the project's own mypy run: test_component_types.py gives it to mypy.
"""

from collections.abc import Awaitable

import flet as ft

from app.asking.screen.block_screen import BlockScreen
from app.document import Document, Kind
from app.kit.calendar import DayChoice
from app.kit.component import Component, component, unchanging
from app.kit.draft_field import DraftField
from app.kit.editor_context import EditorContext
from app.kit.handlers import EventHandler, Handler
from app.ui.screens.copy import CopyScreen
from app.ui.screens.step_list import arranged
from app.ui.session.open_plan import OpenPlan
from app.ui.session.session import Session


@component
def Shown(number: int, *, name: str, bold: bool = False) -> ft.Control:
    return ft.Text(f"{number} {name} {bold}")


@unchanging
def Listed(number: int) -> ft.Control:
    return ft.Text(str(number))


@component  # rejected: arg-type
def NoControl() -> str:
    return ""


CopyScreen(1, "two", three=4)  # rejected: call-arg arg-type


def calls(session: Session, plan: OpenPlan) -> None:
    CopyScreen(session, plan, "family")  # rejected: arg-type
    CopyScreen(session, plan)  # rejected: call-arg
    CopyScreen.keyed("copy")(session, plan)  # rejected: call-arg
    Shown("1", name="one")  # rejected: arg-type
    Shown(1, "one")  # rejected: call-arg
    Shown(1)  # rejected: call-arg
    Shown(1, name=1)  # rejected: arg-type
    Shown(1, name="one", italic=True)  # rejected: call-arg
    Shown(1, name="one", key="one")  # rejected: call-arg
    Shown.keyed(1)(1, name="one")  # rejected: arg-type
    Shown.keyed()(1, name="one")  # rejected: call-arg
    Shown.keyed("one")("1", name="one")  # rejected: arg-type
    Shown.keyed("one")(1, name="one", italic=True)  # rejected: call-arg
    Shown.keyed("one")(1)  # rejected: call-arg
    Listed("1")  # rejected: arg-type
    Listed.keyed("one")(1, 2)  # rejected: call-arg
    DraftField.keyed("words")(name="Words", kept="")  # rejected: call-arg
    DayChoice.keyed("day")(today="2026-11-30", chosen=None, choose=lambda day: None)  # rejected: arg-type


def kept(numbers: Component[[str]]) -> None:
    """numbers: of another type than Listed's."""


kept(Listed)  # rejected: arg-type


def both(first: int, second: int) -> None:
    """A function that no touch can call."""


async def never_touched(event: object) -> None:
    """A function that must be given an event."""


def given(context: EditorContext, kind: Kind, document: Document, editor: BlockScreen) -> None:
    context.handler(both)  # rejected: arg-type
    context.handler(act=3)  # rejected: call-arg
    context.handler(lambda: None)(1, 2)  # rejected: call-arg
    touched: Handler = never_touched  # rejected: assignment
    heard: EventHandler = both  # rejected: assignment
    if editor.arrange is not None:
        editor.arrange(context, close=lambda: None)  # rejected: call-arg
        editor.arrange(context, 1, lambda: None)  # rejected: arg-type
    pages = arranged(kind)
    if pages is not None:
        pages[1](document, "page", lambda: None)  # rejected: arg-type
    print(touched, heard)


def awaited() -> Awaitable[str]:
    return Shown(1, name="one")  # rejected: return-value
