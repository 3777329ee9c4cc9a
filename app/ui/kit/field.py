"""A text field that loses no letter: the one kit part with a state of its own.

What is typed is the field's own draft at once, and becomes an edit after half a second, on blur,
and before anything else is done. Debouncing the field's value itself loses letters (notes/flet.md).
"""

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import Future

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from app.language import _
from app.ui.kit import theme
from app.ui.kit.component import component, state

SETTLE = 0.5
"""Seconds of quiet after which what was typed becomes an edit (DESIGN.md, 5)."""


@component
def DraftField(
    *,
    name: str,
    kept: str,
    keep: Callable[[str], bool],
    draft: Callable[[str, Callable[[], None] | None], None],
    field_key: str,
    hint: str = "",
    plain: bool = False,
    size: int = theme.WORDS,
    lines: bool = True,
    autofocus: bool = False,
    keyboard: bool = False,
    read_as: str = "",
    start: str = "",
) -> ft.Control:
    """A field for `kept`, the words as the document has them; keep(words) makes an edit of new ones.
    False from keep: they could not be kept. They stay in the field, which says so until they are changed.

    name: stands above the words, and is what a screen reader calls the field, unless read_as says more. draft(key,
    act): tells the session that words wait (act keeps them), or no more (None). plain: no edge until it is
    written in, as on paper. keyboard: it takes the keyboard as it comes, and is scrolled to. start: stands in a field
    that comes, and is kept with the first words that are added to it.
    """
    words, set_words = state(start or kept)
    seen: MutableRef[str] = ft.use_ref(kept)
    waiting: MutableRef[Future[None]] = ft.use_ref(None)
    typed: MutableRef[str] = ft.use_ref(None)
    refused, set_refused = state(False)
    shown: MutableRef[tuple[ft.TextField, str]] = ft.use_ref(None)

    # The document has other words than when last looked: ours coming back, or another tab's.
    # Another's never overwrite what is being typed here.
    if kept != seen.current:
        seen.current = kept
        if typed.current is None and words != kept:
            words = kept
            set_words(kept)
    # A letter reaches the control before its event reaches `changed`. What is drawn in between must hold it,
    # or the older words would go back to the screen over it.
    if shown.current is not None:
        field, drawn = shown.current
        if field.value != drawn:
            words = field.value or ""
            set_words(words)

    def settle() -> None:
        if waiting.current is not None:
            waiting.current.cancel()
            waiting.current = None
        text, typed.current = typed.current, None
        draft(field_key, None)
        if text is not None:
            set_refused(not keep(text))

    async def settle_later() -> None:
        await asyncio.sleep(SETTLE)
        waiting.current = None
        settle()

    def changed(event: ft.Event[ft.TextField]) -> None:
        text = event.control.value or ""
        typed.current = text
        set_words(text)
        draft(field_key, settle)
        if waiting.current is not None:
            waiting.current.cancel()
        waiting.current = ft.context.page.run_task(settle_later)

    def left() -> None:
        if typed.current is not None:
            settle()

    def unmounted() -> None:
        with contextlib.suppress(RuntimeError):  # The page may be gone; its session has kept the draft.
            left()

    async def take_keyboard() -> None:
        # Flutter's own autofocus leaves it with the button that was touched.
        if (keyboard or (start and autofocus)) and shown.current is not None:
            with contextlib.suppress(RuntimeError):  # The page may be gone.
                await shown.current[0].focus()  # type: ignore[no-untyped-call]

    ft.use_effect(take_keyboard, [])
    ft.use_effect(lambda: None, [], cleanup=unmounted)
    field = ft.TextField(
        key=field_key,
        value=words,
        label=ft.Semantics(content=ft.Text(name), exclude_semantics=True) if read_as else name,
        error=_("Not saved") if refused else None,
        hint_text=hint or None,
        on_change=changed,
        on_blur=left,
        multiline=lines,
        min_lines=1,
        max_lines=None if lines else 1,
        autofocus=autofocus,
        border=_paper_edge() if plain else theme.outline(),
        text_style=theme.text_style(size),
        label_style=theme.text_style(theme.FLOATING if plain or words else theme.CONTROL, color=theme.QUIET),
        hint_style=theme.text_style(size, color=theme.QUIET),
        content_padding=ft.Padding.symmetric(horizontal=12, vertical=10),
        capitalization=ft.TextCapitalization.SENTENCES,
    )
    shown.current = (field, words)
    # Flutter reads out a label that is words, and none that is a control: what is around the field says it then.
    return ft.MergeSemantics(content=ft.Semantics(label=read_as, content=field)) if read_as else field


def _paper_edge() -> dict[ft.ControlState, ft.InputBorder]:
    return {
        **theme.outline(),
        ft.ControlState.DEFAULT: ft.OutlineInputBorder(
            side=ft.BorderSide(1, ft.Colors.TRANSPARENT), border_radius=theme.CORNER
        ),
    }
