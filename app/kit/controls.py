"""The shared controls, as functions: a component is only for what has a state of its own (kit/field.py)."""

from collections.abc import Sequence

import flet as ft

from app.kit import theme
from app.kit.handlers import Handler as Handler
from app.kit.handlers import TextHandler
from app.kit.plain_field import TypedField

BUTTON_EDGE = 6
"""Least room above and below a button's words."""


def title(words: str) -> ft.Control:
    """The one large line that says where we are."""
    return _heading(words, theme.text_style(theme.TITLE, bold=True, height=1.25), level=1)


def question(words: str, *, talking: bool = False) -> ft.Control:
    """The question on the table."""
    size = theme.TALKING if talking else theme.QUESTION
    return _heading(words, theme.text_style(size, bold=True, height=1.25), level=1)


def heading(words: str) -> ft.Control:
    """A heading inside a page."""
    return _heading(words, theme.text_style(theme.WORDS, bold=True, height=1.3), level=2)


def words(text: str, *, size: int = theme.WORDS, quiet: bool = False, bold: bool = False) -> ft.Text:
    """A paragraph."""
    color = theme.QUIET if quiet else theme.INK
    return ft.Text(text, style=theme.text_style(size, bold=bold, color=color))


def quiet(text: str, *, size: int = theme.SMALL) -> ft.Text:
    """A hint: there for who looks for it."""
    return ft.Text(text, style=theme.text_style(size, color=theme.QUIET, height=1.4))


def listed(name: str, lines: Sequence[str], *, key: str) -> list[ft.Control]:
    """A heading and what stands below it, line by line; nothing where there is no line."""
    told = [words(f"•  {line}", size=theme.CONTROL) for line in lines]
    return [ft.Column([heading(name), *told], key=key, spacing=4)] if told else []


def fault(text: str) -> ft.Control:
    """What went wrong, what is safe, what to do now. Spoken at once by a screen reader."""
    return ft.Semantics(
        live_region=True,
        content=ft.Row(
            [
                ft.Icon(ft.Icons.INFO_OUTLINE, color=theme.CARE, size=24),
                ft.Text(text, style=theme.text_style(theme.CONTROL, color=theme.CARE), expand=True),
            ],
            spacing=theme.GAP_S,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
    )


def main_button(
    label: str,
    on_click: Handler,
    *,
    key: str,
    icon: ft.IconData | None = None,
    height: int = theme.TARGET,
    grows: bool = False,
    expand: bool = False,
    disabled: bool = False,
) -> ft.Control:
    """The one thing most likely wanted here. grows: height is the least; long words take more lines."""
    return ft.FilledButton(
        _at_least(label, height) if grows else label,
        icon=icon,
        on_click=on_click,
        key=key,
        height=None if grows else height,
        expand=expand or None,
        disabled=disabled,
        style=_button_style(
            color=theme.ON_ACCENT,
            bgcolor=theme.ACCENT,
            disabled=theme.LINE,
            ring=theme.INK,
            edge_height=0 if grows else BUTTON_EDGE,
        ),
    )


def button(
    label: str,
    on_click: Handler,
    *,
    key: str,
    icon: ft.IconData | None = None,
    height: int = theme.TARGET,
    chosen: bool = False,
    expand: bool = False,
    disabled: bool = False,
    tooltip: str | None = None,
    told: str = "",
) -> ft.Control:
    """A button among others; chosen shows which of several holds now.

    told: what a screen reader is told instead of the label, where several buttons have the same one.
    """
    made = ft.OutlinedButton(
        ft.Semantics(label=told, exclude_semantics=True, content=ft.Text(label)) if told else label,
        icon=icon,
        on_click=on_click,
        key=key,
        height=height,
        expand=expand or None,
        disabled=disabled,
        tooltip=tooltip,
        style=_button_style(
            color=theme.ON_CHOSEN if chosen else theme.ACCENT,
            bgcolor=theme.CHOSEN if chosen else theme.SHEET,
            disabled=theme.SHEET,
            edge=theme.ACCENT if chosen else theme.EDGE,
            width=2 if chosen else 1,
        ),
    )
    if not (chosen or told):
        return made
    return ft.MergeSemantics(content=ft.Semantics(content=made, selected=chosen), expand=expand or None)


def link(label: str, on_click: Handler, *, key: str, icon: ft.IconData | None = None) -> ft.Control:
    """A quiet button, for the second thing one might want."""
    return ft.TextButton(
        label,
        icon=icon,
        on_click=on_click,
        key=key,
        height=theme.TARGET,
        # Little room before its words: they begin near the line at which all others begin.
        style=_button_style(color=theme.ACCENT, bgcolor=ft.Colors.TRANSPARENT, edge=ft.Colors.TRANSPARENT, across=6),
    )


def icon_button(
    icon: ft.IconData,
    name: str,
    on_click: Handler,
    *,
    key: str,
    size: int = theme.TARGET,
    disabled: bool = False,
    chosen: bool = False,
) -> ft.Control:
    """A picture that is touched; name is what a screen reader (and a resting pointer) is told (S2)."""
    made = ft.IconButton(
        icon,
        on_click=on_click,
        key=key,
        tooltip=name,
        width=size,
        height=size,
        icon_size=size // 2,
        disabled=disabled,
        icon_color=theme.EDGE if disabled else theme.ON_CHOSEN if chosen else theme.INK,
        bgcolor=theme.CHOSEN if chosen else None,
        style=ft.ButtonStyle(
            padding=0,
            shape=ft.RoundedRectangleBorder(radius=theme.CORNER),
            side={
                ft.ControlState.FOCUSED: ft.BorderSide(3, theme.ACCENT),
                ft.ControlState.DEFAULT: ft.BorderSide(2, theme.ACCENT)
                if chosen
                else ft.BorderSide(0, ft.Colors.TRANSPARENT),
            },
        ),
    )
    # The name is the tooltip's, the touch the button's: a screen reader needs both in one place.
    return ft.MergeSemantics(content=made)


def card(
    content: ft.Control,
    *,
    padding: int = theme.GAP_L,
    width: int | None = None,
    expand: bool = False,
    key: str | None = None,
) -> ft.Container:
    """A sheet of paper on the table: an edge, no shadow."""
    return ft.Container(
        content,
        key=key,
        padding=padding,
        width=width,
        expand=expand or None,
        bgcolor=theme.SHEET,
        border=ft.Border.all(1, theme.LINE),
        border_radius=theme.SHEET_CORNER,
    )


def text_field(
    label: str,
    *,
    key: str,
    value: str = "",
    on_change: TextHandler = None,
    on_submit: Handler = None,
    secret: bool = False,
    digits: bool = False,
    lines: bool = False,
    hint: str = "",
    autofocus: bool = False,
) -> ft.Control:
    """A field with its label above the line, never only inside it. on_change, on_submit: of ft.TextField.

    value: what is to stand in it; it may be replaced (emptied after a wrong PIN, say).
    """
    return TypedField.keyed(f"{key}-field")(
        label,
        field_key=key,
        value=value,
        on_change=on_change,
        on_submit=on_submit,
        secret=secret,
        digits=digits,
        lines=lines,
        hint=hint,
        autofocus=autofocus,
    )


def dialog(
    name: str,
    controls: Sequence[ft.Control],
    *,
    width: int = 560,
    key: str = "dialog",
) -> ft.Control:
    """A card over everything (see `layered`); what is below is dimmed and cannot be touched.

    name: what a screen reader calls it; put a `heading` first so that everybody knows.
    """
    card = ft.Container(
        ft.Column(
            list(controls),
            spacing=theme.GAP,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        key=key,
        width=width,
        padding=theme.GAP_L,
        margin=theme.GAP,
        bgcolor=theme.SHEET,
        border=ft.Border.all(1, theme.EDGE),
        border_radius=theme.SHEET_CORNER,
    )
    return ft.Container(
        ft.Column(
            [ft.Semantics(label=name, container=True, content=card)],
            scroll=ft.ScrollMode.AUTO,
            alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        alignment=ft.Alignment.CENTER,
        expand=True,
        bgcolor=ft.Colors.with_opacity(0.55, "#000000"),
        on_click=lambda: None,  # Swallows touches beside the card: nothing below may answer them.
    )


def layered(below: ft.Control, dialogs: Sequence[ft.Control]) -> ft.Control:
    """A screen and the dialogs over it. What is below the uppermost is not read out, and the keyboard cannot reach it:
    `disabled` goes down to all that is inside.
    """
    keys = [None, *(f"over-{dialog.key or n}" for n, dialog in enumerate(dialogs))]
    # Wrapped alike, whether it is covered or not: else it would be made anew, and lose what is being typed.
    wrapped = [ft.Semantics(content=c, key=key) for key, c in zip(keys, (below, *dialogs), strict=True)]
    for covered in wrapped[:-1]:
        covered.exclude_semantics = covered.disabled = True
    return ft.Stack([*wrapped], expand=True, fit=ft.StackFit.EXPAND)


def _heading(text: str, style: ft.TextStyle, *, level: int) -> ft.Control:
    return ft.Semantics(content=ft.Text(text, style=style), header=True, heading_level=level)


def _at_least(label: str, height: int) -> ft.Control:
    """Return words in the middle of so much height or more.

    Flet has no least height, so something thin holds it open; and a button's own padding differs with the device.
    """
    text = ft.Container(
        ft.Text(label, text_align=ft.TextAlign.CENTER), padding=ft.Padding.symmetric(vertical=BUTTON_EDGE)
    )
    return ft.Stack([ft.Container(width=0, height=height), text], alignment=ft.Alignment.CENTER)


def _button_style(
    *,
    color: str,
    bgcolor: str,
    disabled: str = ft.Colors.TRANSPARENT,
    edge: str = ft.Colors.TRANSPARENT,
    ring: str = theme.ACCENT,
    width: int = 1,
    edge_height: int = BUTTON_EDGE,
    across: int = 16,
) -> ft.ButtonStyle:
    default, off, focused = ft.ControlState.DEFAULT, ft.ControlState.DISABLED, ft.ControlState.FOCUSED
    return ft.ButtonStyle(
        color={off: theme.QUIET, default: color},
        icon_color={off: theme.QUIET, default: color},
        bgcolor={off: disabled, default: bgcolor},
        elevation=0,
        padding=ft.Padding.symmetric(horizontal=across, vertical=edge_height),
        text_style=theme.text_style(theme.CONTROL, height=1.2, color=color),
        shape=ft.RoundedRectangleBorder(radius=theme.CORNER),
        side={
            focused: ft.BorderSide(3, ring),
            off: ft.BorderSide(1, theme.LINE),
            default: ft.BorderSide(width, edge),
        },
    )
