"""A text field that loses no letter: the one kit part with a state of its own.

What is typed is the field's own draft at once, and becomes an edit after half a second, on blur,
and before anything else is done. Debouncing the field's value itself loses letters (docs/platform/flet.md).
"""

import asyncio
import contextlib
import dataclasses
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass, replace

import flet as ft

from app.kit import theme
from app.kit.component import component, instance, made, state
from app.kit.drafts import Draft, Drafting
from app.language import _, ngettext
from app.language.clean_text import cleaned, drawn

SETTLE = 0.5
"""Seconds of quiet after which what was typed becomes an edit (docs/decisions/0011-draft-fields.md)."""


@dataclass
class _Typed:
    """What is known of the words in a field, across the times that it is drawn.

    seen: the document's words when last looked. text: typed and not yet an edit; None: nothing. waiting: makes it one
    after a while. sent: what we kept and has not come back yet. late: it has, and is to stand here once it can. in_use:
    typed in since it was left last. field, drawn: the control as it was drawn last, and with which words.
    """

    seen: str
    text: str | None
    waiting: Future[None] | None = None
    sent: list[str] = dataclasses.field(default_factory=list)
    late: bool = False
    in_use: bool = False
    field: ft.TextField | None = None
    drawn: str = ""

    def from_document(self, words: str, kept: str) -> str:
        """Return what is to stand in the field instead of these words. kept: what the document has now.

        The document has other words than when last looked: ours coming back, or another tab's. Another's never
        overwrite what is being typed here; nor do ours of a moment ago, which have newer ones of ours behind them. Ours
        may have been put in order (a tab became a space): in a field that is in use that waits until it is left, since
        words from here set the cursor to the end and end what a keyboard is composing.
        """
        if kept == self.seen:
            return words
        self.seen = kept
        ours = [n for n, text in enumerate(self.sent) if _letters(text) == _letters(kept)]
        del self.sent[: ours[-1] + 1 if ours else 0]
        if self.text is not None or words == kept or self.sent:
            return words
        self.late = bool(ours) and self.in_use and _letters(words) == _letters(kept)
        return words if self.late else kept

    def from_control(self, words: str) -> str:
        """Return what is to stand in the field instead of these words, where somebody has typed since it was drawn.

        A letter reaches the control before its event reaches `changed`. What is drawn in between must hold it,
        or the older words would go back to the screen over it.
        """
        if self.field is None or self.field.value == self.drawn:
            return words
        return self.field.value or ""

    def hold(self) -> None:
        """Wait no more."""
        if self.waiting is not None:
            self.waiting.cancel()
            self.waiting = None


@dataclass(frozen=True, eq=False)
class _Writing:
    """What a field does with what is typed, as it was drawn: words are kept by whoever spoke when they were typed.

    name: of the field for ever. keep, draft, instead: see DraftField. show(words), warn(sentence): draw it with them.
    """

    typed: _Typed
    name: Hashable
    keep: Callable[[str], bool]
    draft: Drafting
    instead: str
    show: Callable[[str], None]
    warn: Callable[[str], None]

    def settle(self) -> bool:
        """Make what is typed an edit. False: it could not be kept, and stays."""
        typed = self.typed
        typed.hold()
        text, typed.text = typed.text, None
        if text is None:
            return True
        done, over = self.draft.tried(lambda: self.keep(text))
        if done:
            if text != typed.seen:
                typed.sent.append(text)
            self.draft.put(self.name, None)
        else:
            typed.text = text
            self.draft.put(self.name, Draft(text, self.settle, refused=True, over=over, instead=self.instead))
        self.warn("" if done else _not_saved(over))
        return done

    async def settle_later(self) -> None:
        """Make what is typed an edit when nobody has typed for a while."""
        await asyncio.sleep(SETTLE)
        self.typed.waiting = None
        self.settle()

    def changed(self, event: ft.Event[ft.TextField]) -> None:
        """A letter was typed."""
        typed, text = self.typed, event.control.value or ""
        typed.text, typed.in_use = text, True
        self.show(text)
        self.draft.put(self.name, Draft(text, self.settle, instead=self.instead))
        typed.hold()
        # Behind the lock nothing waits here: a letter that came too late is kept by now, or set aside.
        typed.waiting = ft.context.page.run_task(self.settle_later) if self.draft.waits(self.name) else None

    def keep_now(self) -> None:
        """Keep what is typed, unless it waits no more: then somebody has left without it."""
        if self.typed.text is not None and self.draft.waits(self.name):
            self.settle()

    def left(self) -> None:
        """Nobody writes here any more."""
        typed = self.typed
        typed.in_use = False
        typed.sent.clear()
        if typed.text is not None:
            self.keep_now()
        elif typed.late:
            typed.late = False
            self.show(typed.seen)

    def took_back(self, back: Draft | None) -> None:
        """The field has come, perhaps with words that were refused when it was here before."""
        if back is not None:
            self.draft.put(self.name, replace(back, keep=self.settle, instead=self.instead))

    def went(self) -> None:
        """The field goes."""
        with contextlib.suppress(RuntimeError):  # The page may be gone; its session has kept the draft.
            self.keep_now()

    async def take_keyboard(self) -> None:
        """Give the field the keyboard. Flutter's own autofocus leaves it with the button that was touched."""
        if self.typed.field is not None:
            with contextlib.suppress(RuntimeError):  # The page may be gone.
                await self.typed.field.focus()  # type: ignore[no-untyped-call]


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
    wrong, set_wrong = state("" if back is None else _not_saved(back.over))
    typed = instance(lambda: _Typed(kept, None if back is None else back.words))
    now = typed.from_control(typed.from_document(words, kept))
    if now != words:
        set_words(now)
    writing = _Writing(typed, mine, keep, draft, instead, set_words, set_wrong)

    async def came() -> None:
        if keyboard or (start and autofocus):
            await writing.take_keyboard()

    ft.use_effect(came, [])
    ft.use_effect(lambda: writing.took_back(back), [], cleanup=writing.went)
    field = _text_field(
        writing,
        now,
        key=field_key,
        label=ft.Semantics(content=ft.Text(name), exclude_semantics=True) if read_as else name,
        error=wrong,
        hint=hint,
        plain=plain,
        size=size,
        lines=lines,
        autofocus=autofocus,
    )
    typed.field, typed.drawn = field, now
    # Flutter reads out a label that is words, and none that is a control: what is around the field says it then.
    return ft.MergeSemantics(content=ft.Semantics(label=read_as, content=field)) if read_as else field


def _text_field(
    writing: _Writing,
    words: str,
    *,
    key: str,
    label: str | ft.Control,
    error: str,
    hint: str,
    plain: bool,
    size: int,
    lines: bool,
    autofocus: bool,
) -> ft.TextField:
    """Return Flet's field with these words in it."""
    return ft.TextField(
        key=key,
        value=words,
        label=label,
        error=error or None,
        hint_text=hint or None,
        on_change=writing.changed,
        on_blur=writing.left,
        autofocus=autofocus,
        error_max_lines=3,
        multiline=lines,
        min_lines=1,
        max_lines=None if lines else 1,
        border=_paper_edge() if plain else theme.outline(),
        text_style=theme.text_style(size),
        label_style=theme.text_style(theme.FLOATING if plain or words else theme.CONTROL, color=theme.QUIET),
        hint_style=theme.text_style(size, color=theme.QUIET),
        content_padding=ft.Padding.symmetric(horizontal=12, vertical=10),
    )


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
