"""The calls that wrong_calls.py makes wrongly, made as they should be. mypy must accept every line. Never run."""

from datetime import date

import flet as ft

from app.asking.screen.block_screen import BlockScreen
from app.document import Kind
from app.kit.calendar import DayChoice
from app.kit.component import Component, component, unchanging
from app.kit.draft_field import DraftField
from app.kit.drafts import Drafting
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


def calls(session: Session, plan: OpenPlan, drafting: Drafting) -> list[ft.Control]:
    return [
        CopyScreen(session, plan, plan),
        CopyScreen.keyed("copy")(session, plan, plan),
        Shown(1, name="one"),
        Shown(number=1, name="one", bold=True),
        Shown.keyed("one")(1, name="one", bold=True),
        Listed(1),
        Listed.keyed("one")(1),
        DraftField.keyed("words")(
            name="Words", kept="", keep=lambda words: bool(words), draft=drafting, field_key="words"
        ),
        DayChoice.keyed("day")(today=date(2026, 11, 30), chosen=None, choose=lambda day: None),
    ]


def kept(numbers: Component[[int]]) -> None:
    """numbers: of Listed's type, but for the name of what it takes."""


kept(Listed)


async def later(event: ft.Event[ft.TextField]) -> None:
    """A function that must be given an event."""


def given(context: EditorContext, kind: Kind, editor: BlockScreen) -> None:
    touched: Handler = context.handler(later)
    heard: EventHandler = context.handler(lambda: None)
    ft.Button("Touch", on_click=heard)
    ft.TextField(on_change=context.handler(later))
    ft.Button("Touch", on_click=touched)
    if editor.arrange is not None:
        editor.arrange(context, "page", lambda: None)
    pages = arranged(kind)
    if pages is not None:
        pages[1](context, "page", lambda: None)
