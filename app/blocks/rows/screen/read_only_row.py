"""A row to read, in the room that there is: its cells across or below each other, and what was said of how it went."""

from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias

import flet as ft

from app.blocks.rows.follow_up import NOTHING_BESIDE, Beside
from app.blocks.rows.model import Column, Row, Rows, cell_words, filled
from app.blocks.rows.screen.cells import shown_cell, tick, tick_width
from app.blocks.rows.screen.outcome import went_below, went_box, went_ways
from app.blocks.rows.screen.row_context import RowContext
from app.document import Person
from app.kit import controls, theme
from app.kit.tappable import touchable
from app.language import _, right_to_left

MOST_BESIDE = 4
"""So many columns have room beside each other on a wide screen; more stand below each other, as on a phone."""

Look: TypeAlias = Literal["line", "card", "narrow"]
"""How a row reads: its cells in a line below their headings; in two columns, each with its heading; in one."""

Way: TypeAlias = Literal["read", "shut", "open", "asked"]
"""Whether a row can only be read, opens when it is touched, is the one in hand, or is asked how it went."""

APART = ("tick", "outcome")
"""What stands at a row's end, with words of its own."""

_LINE_AT, _BESIDE_LINE = 11, 36
"""Where the line of a timeline runs, and how far its rows stand in, in pixels."""


def calm(
    row_context: RowContext,
    shape: Rows,
    row: Row,
    *,
    n: int,
    who: tuple[Person, ...],
    look: Look,
    touched: bool,
    asked: bool = False,
    beside: Beside = NOTHING_BESIDE,
) -> ft.Control:
    """A row to read; a touch opens it. What is ticked can be ticked without that, and how it went can be said.

    asked: how it went is asked just now. beside: what comes instead of it, and what it comes instead of.
    """
    named = {p.id: p for p in who}
    ticks = [
        tick(row_context, row, c, n=n, touched=touched)
        if c.type == "tick"
        else went_box(row_context, row, c, n=n, asked=asked, touched=touched)
        for c in shape.columns
        if c.type in APART and (filled(row) or row.went)  # Of nothing it is not asked how it went.
    ]
    body = ft.Container(
        _cells(shape, row, named, look), padding=ft.Padding.symmetric(horizontal=12, vertical=10), expand=True
    )
    if touched:
        body = _opening(row_context, shape, row, named, n, body)
    line: ft.Control = (
        ft.Column([ft.Row([body]), *ticks], spacing=0)
        if look == "narrow"
        else ft.Row([body, *ticks], spacing=theme.GAP_S)
    )
    ends = [c for c in shape.columns if c.type == "outcome"]
    below = [
        control for c in ends for control in went_below(row_context, row, c, who=named, beside=beside, touched=touched)
    ]
    if asked and touched:
        below += [control for c in ends for control in went_ways(row_context, row, c, n=n)]
    if below:
        padding = ft.Padding.only(left=12, right=12, bottom=12)
        stretch = ft.CrossAxisAlignment.STRETCH
        under = ft.Container(ft.Column(below, spacing=theme.GAP_S, horizontal_alignment=stretch), padding=padding)
        line = ft.Column([line, under], spacing=0, horizontal_alignment=stretch)
    return ft.Container(
        line,
        key=f"row-{row.id}",
        border=ft.Border.all(1, theme.LINE),
        border_radius=theme.CORNER,
        bgcolor=theme.SHEET,
    )


def _cells(shape: Rows, row: Row, named: Mapping[str, Person], look: Look) -> ft.Control:
    """What is in the cells of a row, or that nothing is yet."""
    read = read_across(shape)
    if not any(cell_words(row, c, named) for c in read):
        return controls.quiet(_("Nothing here yet"))
    if look == "line":
        cells = [ft.Container(shown_cell(row, c, named), expand=_share(c)) for c in read]
        return ft.Row(list(cells), spacing=theme.GAP, vertical_alignment=ft.CrossAxisAlignment.START)
    lines = [
        ft.Column([controls.quiet(_(c.title)), shown_cell(row, c, named)], spacing=0)
        for c in read
        if cell_words(row, c, named)
    ]
    return ft.Column(_in_rows(lines, 1 if look == "narrow" else 2), spacing=theme.GAP_S)


def _opening(
    row_context: RowContext, shape: Rows, row: Row, named: Mapping[str, Person], n: int, shown: ft.Control
) -> ft.Container:
    """What is shown of a row, so that a touch opens the row. A screen reader has its number and all its words."""
    said = ", ".join(words for c in read_across(shape) if (words := cell_words(row, c, named)))
    name = _("Row {n}: {words}").format(n=n, words=said or _("Nothing here yet"))
    act = row_context.context.handler(lambda: row_context.open_row(row.id))
    # Flutter lays a button's content out loosely: a row gives it the whole width.
    return ft.Container(touchable(ft.Row([shown]), name, act, key=f"open-{row.id}"), expand=True)


def read_across(shape: Rows) -> tuple[Column, ...]:
    """Return the columns that are read across; what is ticked, and how it went, stand apart, with their own words."""
    return tuple(c for c in shape.columns if c.type not in APART)


def _in_rows(cells: Sequence[ft.Control], across: int) -> list[ft.Control]:
    """Return cells below each other, so many in a row, each row's as wide as the others'."""
    found: list[ft.Control] = []
    for at in range(0, len(cells), across):
        here = [ft.Container(c, expand=1) for c in cells[at : at + across]]
        here += [ft.Container(expand=1)] * (across - len(here))
        found.append(ft.Row(list(here), spacing=theme.GAP, vertical_alignment=ft.CrossAxisAlignment.START))
    return found


def _share(column: Column) -> int:
    """Return how much of a line a column takes: words need more than a name."""
    return {"words": 3, "day": 2, "choice": 2, "phone": 2}.get(column.type, 2)


def headings(shape: Rows) -> ft.Control:
    """What stands above the columns. A screen reader has it from each row."""
    heads = [ft.Container(controls.quiet(_(c.title)), expand=_share(c)) for c in read_across(shape)]
    room = [ft.Container(width=tick_width(c)) for c in shape.columns if c.type in APART]
    inset = _BESIDE_LINE if shape.as_line else 0
    line = ft.Row(
        [
            ft.Container(
                ft.Row(list(heads), spacing=theme.GAP), expand=True, padding=ft.Padding.symmetric(horizontal=12)
            ),
            *room,
        ],
        spacing=theme.GAP_S,
    )
    mirrored = right_to_left()
    padding = ft.Padding.only(left=0 if mirrored else inset, right=inset if mirrored else 0)
    return ft.Container(line, padding=padding)


def on_line(drawn: ft.Control) -> ft.Control:
    """A row of a timeline: its dot on the line that runs down beside all of them."""
    mirrored = right_to_left()
    line = ft.Container(width=2, bgcolor=theme.LINE, top=0, bottom=0)
    dot = ft.Container(width=12, height=12, border_radius=6, bgcolor=theme.ACCENT, top=26)
    if mirrored:
        line.right, dot.right = _LINE_AT, _LINE_AT - 5
    else:
        line.left, dot.left = _LINE_AT, _LINE_AT - 5
    padding = ft.Padding.only(
        left=0 if mirrored else _BESIDE_LINE, right=_BESIDE_LINE if mirrored else 0, top=4, bottom=4
    )
    return ft.Stack([line, dot, ft.Container(drawn, padding=padding)], fit=ft.StackFit.PASS_THROUGH)
