"""A field for a name, a number or a secret: what is typed goes straight to the screen that asked.

Words that belong into a document have a field of their own (kit/field.py).
"""

import asyncio
import inspect
from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from app.kit import theme
from app.kit.component import component, instance, state
from app.kit.handlers import Handler, TextHandler
from app.language import _, unmarked

PATIENCE = 10.0
"""Seconds that Enter waits for the screen to know what was typed; it takes milliseconds, on a busy machine a second."""


@dataclass
class _Letters:
    """What stands in a field, and what the screen that asked knows of it.

    told: what the screen was told last. known: what it knew when it was drawn last. submit: what Enter does.
    """

    told: str
    known: str
    submit: Handler = None
    field: ft.TextField | None = None

    def to_draw(self, value: str, *, rests: bool) -> str:
        """Return what is to stand in the field. value: what the screen knows now. rests: nobody is writing in it.

        A letter reaches the control before its event reaches the screen that asked. To draw what that screen
        knows in between would take the letter away again, so its word counts only where it changed it itself: a mark
        of direction that it puts round a number is no change, and would end what a keyboard is composing.
        """
        before, self.known = self.known, value
        text = value
        if self.field is not None and (value == before or unmarked(value) == unmarked(self.told)):
            text = self.field.value or ""
        if rests and unmarked(text) == unmarked(value):
            text = value
        if value != before:
            self.told = value
        return text

    async def submitted(self) -> None:
        """Do what Enter does. It comes with the last letter, and what the screen does must know that letter."""
        end = asyncio.get_running_loop().time() + PATIENCE
        while self.known != self.told and asyncio.get_running_loop().time() < end:
            await asyncio.sleep(0.01)
        result = self.submit() if self.submit is not None else None
        if inspect.isawaitable(result):
            await result


@component
def TypedField(
    label: str,
    *,
    field_key: str,
    value: str,
    on_change: TextHandler,
    on_submit: Handler,
    secret: bool,
    digits: bool,
    lines: bool,
    hint: str,
    autofocus: bool,
) -> ft.Control:
    """See controls.text_field. value: what the screen knows; a letter that is still on its way to it stays."""
    revealed, set_revealed = state(False)
    rests, set_rests = state(True)
    letters = instance(lambda: _Letters(told=value, known=value))
    letters.submit = on_submit

    def changed(event: ft.Event[ft.TextField]) -> None:
        letters.told = event.control.value or ""
        set_rests(False)
        if on_change is not None:
            on_change(event)

    letters.field = ft.TextField(
        value=letters.to_draw(value, rests=rests),
        label=label,
        key=field_key,
        hint_text=hint or None,
        on_change=changed,
        on_submit=letters.submitted if on_submit is not None else None,
        on_blur=lambda: set_rests(True),
        password=secret and not revealed,
        # Not Flet's own: that button has no name (S2).
        suffix_icon=_reveal(field_key, revealed, set_revealed) if secret else None,
        keyboard_type=ft.KeyboardType.NUMBER if digits else ft.KeyboardType.TEXT,
        multiline=lines,
        min_lines=1,
        max_lines=12 if lines else 1,
        autofocus=autofocus,
        enable_suggestions=not secret,
        autocorrect=not secret,
        text_style=theme.text_style(theme.WORDS),
        label_style=theme.text_style(theme.CONTROL, color=theme.QUIET),
        hint_style=theme.text_style(theme.WORDS, color=theme.QUIET),
        border=theme.outline(),
        content_padding=ft.Padding.symmetric(horizontal=16, vertical=14),
    )
    return letters.field


def _reveal(field_key: str, revealed: bool, set_revealed: Callable[[bool], None]) -> ft.Control:
    """The button that shows what is written in a secret's field, or hides it again."""
    button = ft.IconButton(
        ft.Icons.VISIBILITY_OFF_OUTLINED if revealed else ft.Icons.VISIBILITY_OUTLINED,
        on_click=lambda: set_revealed(not revealed),
        tooltip=_("Hide what is written") if revealed else _("Show what is written"),
        key=f"reveal-{field_key}",
        icon_color=theme.QUIET,
        width=theme.TARGET,
        height=theme.TARGET,
    )
    return ft.MergeSemantics(content=button)
