"""A field for a name, a number or a secret: what is typed goes straight to the screen that asked.

Words that belong into a document have a field of their own (kit/field.py).
"""

import asyncio
import inspect

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from app.kit import theme
from app.kit.component import component, state
from app.kit.handlers import Handler, TextHandler
from app.language import _, unmarked

PATIENCE = 10.0
"""Seconds that Enter waits for the screen to know what was typed; it takes milliseconds, on a busy machine a second."""


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
    """See parts.text_field. value: what the screen knows; a letter that is still on its way to it stays.

    on_submit takes nothing.
    """
    revealed, set_revealed = state(False)
    rests, set_rests = state(True)
    told: MutableRef[str] = ft.use_ref(value)
    drawn: MutableRef[ft.TextField] = ft.use_ref(None)
    known: MutableRef[str] = ft.use_ref(value)
    submit: MutableRef[Handler] = ft.use_ref(lambda: on_submit)
    before, known.current, submit.current = known.current, value, on_submit

    # A letter reaches the control before its event reaches the screen that asked. To draw what that screen
    # knows in between would take the letter away again, so its word counts only where it changed it itself: a mark of
    # direction that it puts round a number is no change, and would end what a keyboard is composing.
    text = value
    if drawn.current is not None and (value == before or unmarked(value) == unmarked(told.current or "")):
        text = drawn.current.value or ""
    if rests and unmarked(text) == unmarked(value):
        text = value
    if value != before:
        told.current = value

    def left() -> None:
        set_rests(True)

    def changed(event: ft.Event[ft.TextField]) -> None:
        told.current = event.control.value or ""
        set_rests(False)
        if on_change is not None:
            on_change(event)

    async def submitted() -> None:
        # Enter comes with the last letter, and what the screen does with it must know that letter.
        end = asyncio.get_running_loop().time() + PATIENCE
        while known.current != told.current and asyncio.get_running_loop().time() < end:
            await asyncio.sleep(0.01)
        act = submit.current
        result = act() if act is not None else None
        if inspect.isawaitable(result):
            await result

    reveal = ft.IconButton(
        ft.Icons.VISIBILITY_OFF_OUTLINED if revealed else ft.Icons.VISIBILITY_OUTLINED,
        on_click=lambda: set_revealed(not revealed),
        tooltip=_("Hide what is written") if revealed else _("Show what is written"),
        key=f"reveal-{field_key}",
        icon_color=theme.QUIET,
        width=theme.TARGET,
        height=theme.TARGET,
    )
    drawn.current = ft.TextField(
        value=text,
        label=label,
        key=field_key,
        hint_text=hint or None,
        on_change=changed,
        on_submit=submitted if on_submit is not None else None,
        on_blur=left,
        password=secret and not revealed,
        # Not Flet's own: that button has no name (S2).
        suffix_icon=ft.MergeSemantics(content=reveal) if secret else None,
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
    return drawn.current
