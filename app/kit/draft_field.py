"""A text field that loses no letter: the one kit part with a state of its own.

What is typed is the field's own draft at once, and becomes an edit after half a second, on blur,
and before anything else is done. Debouncing the field's value itself loses letters (docs/platform/flet.md).
"""

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from app.kit import theme
from app.kit.component import component, made, state
from app.kit.drafts import Draft, Drafting
from app.language import _, ngettext
from app.language.clean_text import cleaned, drawn

SETTLE = 0.5
"""Seconds of quiet after which what was typed becomes an edit (docs/decisions/0011-draft-fields.md)."""


@component
def DraftField(
    *,
    name: str,
    kept: str,
    keep: Callable[[str], bool],
    draft: Drafting,
    field_key: str,
    spot: str = "",
    instead: str = "",
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

    name: stands above the words, and is what a screen reader calls the field, unless read_as says more. draft: is told
    of words that wait. spot: tells this field from every other of its page, also when it comes again; else field_key
    does. instead: of an empty field (Draft). plain: no edge until it is written in, as on paper. keyboard: it takes the
    keyboard as it comes, and is scrolled to. start: stands in a field that comes, and is kept with the first words that
    are added to it.
    """
    # The place is another one by the time that a field goes: its name is made as it comes.
    mine, _same = made(lambda: draft.name(spot or field_key))
    back, _as_it_came = made(lambda: draft.given_back(mine, instead, "\n\n" if lines else " "))
    words, set_words = state(start or kept if back is None else back.words)
    seen: MutableRef[str] = ft.use_ref(kept)
    waiting: MutableRef[Future[None]] = ft.use_ref(None)
    typed: MutableRef[str] = ft.use_ref(back.words if back is not None else None)
    wrong, set_wrong = state("" if back is None else _not_saved(back.over))
    shown: MutableRef[tuple[ft.TextField, str]] = ft.use_ref(None)
    # Typed in since it was left last. sent: what we kept and has not come back yet. late: it has, and is to stand here
    # once it can.
    in_use: MutableRef[bool] = ft.use_ref(False)
    sent, _same_list = made(list[str])
    late: MutableRef[bool] = ft.use_ref(False)

    # The document has other words than when last looked: ours coming back, or another tab's. Another's never overwrite
    # what is being typed here; nor do ours of a moment ago, which have newer ones of ours behind them. Ours may have
    # been put in order (a tab became a space): in a field that is in use that waits until it is left, since words from
    # here set the cursor to the end and end what a keyboard is composing.
    if kept != seen.current:
        seen.current = kept
        ours = [n for n, text in enumerate(sent) if _letters(text) == _letters(kept)]
        del sent[: ours[-1] + 1 if ours else 0]
        if typed.current is None and words != kept and not sent:
            late.current = bool(ours) and in_use.current and _letters(words) == _letters(kept)
            if not late.current:
                words = kept
                set_words(kept)
    # A letter reaches the control before its event reaches `changed`. What is drawn in between must hold it,
    # or the older words would go back to the screen over it.
    if shown.current is not None:
        field, drawn = shown.current
        if field.value != drawn:
            words = field.value or ""
            set_words(words)

    def settle() -> bool:
        if waiting.current is not None:
            waiting.current.cancel()
            waiting.current = None
        text, typed.current = typed.current, None
        if text is None:
            return True
        done, over = draft.tried(lambda: keep(text))
        if done:
            if text != seen.current:
                sent.append(text)
            draft.put(mine, None)
        else:
            typed.current = text
            draft.put(mine, Draft(text, settle, refused=True, over=over, instead=instead))
        set_wrong("" if done else _not_saved(over))
        return done

    async def settle_later() -> None:
        await asyncio.sleep(SETTLE)
        waiting.current = None
        settle()

    def changed(event: ft.Event[ft.TextField]) -> None:
        text = event.control.value or ""
        typed.current, in_use.current = text, True
        set_words(text)
        draft.put(mine, Draft(text, settle, instead=instead))
        if waiting.current is not None:
            waiting.current.cancel()
        # Behind the lock nothing waits here: a letter that came too late is kept by now, or set aside.
        waiting.current = ft.context.page.run_task(settle_later) if draft.waits(mine) else None

    def keep_now() -> None:
        # Where words wait no more, somebody has left without them.
        if typed.current is not None and draft.waits(mine):
            settle()

    def left() -> None:
        in_use.current = False
        sent.clear()
        if typed.current is not None:
            keep_now()
        elif late.current:
            late.current = False
            set_words(seen.current or "")

    def came() -> None:
        if back is not None:
            draft.put(mine, replace(back, keep=settle, instead=instead))

    def unmounted() -> None:
        with contextlib.suppress(RuntimeError):  # The page may be gone; its session has kept the draft.
            keep_now()

    async def take_keyboard() -> None:
        # Flutter's own autofocus leaves it with the button that was touched.
        if (keyboard or (start and autofocus)) and shown.current is not None:
            with contextlib.suppress(RuntimeError):  # The page may be gone.
                await shown.current[0].focus()  # type: ignore[no-untyped-call]

    ft.use_effect(take_keyboard, [])
    ft.use_effect(came, [], cleanup=unmounted)
    field = ft.TextField(
        key=field_key,
        value=words,
        label=ft.Semantics(content=ft.Text(name), exclude_semantics=True) if read_as else name,
        error=wrong or None,
        error_max_lines=3,
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
    )
    shown.current = (field, words)
    # Flutter reads out a label that is words, and none that is a control: what is around the field says it then.
    return ft.MergeSemantics(content=ft.Semantics(label=read_as, content=field)) if read_as else field


def _not_saved(over: int) -> str:
    """Return what stands below words that could not be kept. over: see Draft."""
    if not over:
        return _("Not saved")
    return ngettext(
        "Not saved: this is {n} letter too long.",
        "Not saved: this is {n} letters too long.",
        over,
    ).format(n=over)


def _letters(words: str) -> str:
    """Return what putting words in order leaves as it is: all but spaces, a starter's dots, and what nobody sees."""
    return "".join(c for c in drawn(cleaned(words)) if not c.isspace() and c not in ".…")


def _paper_edge() -> dict[ft.ControlState, ft.InputBorder]:
    return {
        **theme.outline(),
        ft.ControlState.DEFAULT: ft.OutlineInputBorder(
            side=ft.BorderSide(1, ft.Colors.TRANSPARENT), border_radius=theme.CORNER
        ),
    }
