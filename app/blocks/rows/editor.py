"""Rows on the screen: calm lines to read, the one in hand open to be changed where it stands.

One row is open at a time, so that a page of many stays a page to read, and quick: each row is drawn again only when
it has itself changed.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal, TypeAlias

import flet as ft

from app.blocks.rows.cells import Grip, faces_in, field_of, round_it, shown_cell, tick, tick_width
from app.blocks.rows.reading import (
    Column,
    Row,
    Rows,
    add_row,
    cell_words,
    filled,
    move_row,
    remove_row,
    rows,
    shape_of,
)
from app.blocks.spoken import writes_in
from app.document import EVERYONE, Change, Document, Person, Section, new_id
from app.language import _, right_to_left
from app.ui.kit import parts, theme
from app.ui.kit.component import component, made, state, unchanging
from app.ui.kit.hand import Hand, Step
from app.ui.kit.parts import Handler
from app.ui.kit.take_away import all_standing, takes_away
from app.ui.kit.touchable import touchable

MOST_BESIDE = 4
"""So many columns have room beside each other on a wide screen; more stand below each other, as on a phone."""

Look: TypeAlias = Literal["line", "card", "narrow"]
"""How a row reads: its cells in a line below their headings; in two columns, each with its heading; in one."""

Way: TypeAlias = Literal["read", "shut", "open"]
"""Whether a row can only be read, opens when it is touched, or is the one in hand."""

_LINE_AT, _BESIDE_LINE = 11, 36
"""Where the line of a timeline runs, and how far its rows stand in, in pixels."""


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the section's one step."""
    private = _private(section)
    spoken = not private and any(filled(row) for row in rows(document, section.slug))
    owner = writes_in(section)
    return (Step(key=section.slug, title=_(section.title), spoken=spoken, private=private, owner=owner),)


def sheet(hand: Hand, section: Section, step: str) -> ft.Control:
    """Return the question with the rows below it, ready for more."""
    return RowsSheet(hand, section, key=f"rows-{section.slug}")


@component
def RowsSheet(hand: Hand, section: Section) -> ft.Control:
    """A section's rows. What not everyone may see is shut until it is opened, for others share the screen."""
    seen, see = state(not _private(section) or bool(hand.holder))
    at, open_row = state("")
    grip, _same = made(lambda: Grip(hand, section, open_row))
    grip.hand = hand
    question = parts.question(_(section.question or section.title), talking=hand.talking)
    if not seen:
        if hand.alone:  # What a family adds here it could not see itself.
            return ft.Column([question, parts.words(_("This is not for everyone. It can wait."))], spacing=theme.GAP)
        words = parts.words(_("This is not for everyone. Open it when only the right people can see."))
        opened = hand.handler(lambda: see(True))
        way = parts.main_button(_("Open this page"), opened, key="open-page", height=theme.CHILD_TARGET)
        return ft.Column([question, words, way], spacing=theme.GAP)
    shape = shape_of(section)
    there = _shown(hand, section)
    beside = hand.shape == "wide" and len(_read(shape)) <= MOST_BESIDE
    look: Look = "line" if beside else "narrow" if hand.shape == "phone" else "card"
    may_move = not (shape.as_line or hand.holder)
    ids = [row.id for row in there]
    lines = {
        row.id: RowLine(
            grip,
            section,
            row,
            n=n + 1,
            above=ids[n - 1] if n and may_move else "",
            below=ids[n + 1] if n + 1 < len(ids) and may_move else "",
            who=faces_in(row, shape, hand.who),
            look=look,
            holder=hand.holder,
            way="read" if hand.talking or not hand.may_change(row.id) else "open" if row.id == at else "shut",
            today=date.today(),
            key=f"line-of-{row.id}",
        )
        for n, row in enumerate(there)
    }
    if hand.document.kind.held:  # Another's line can be answered, and is not changed.
        lines = {
            row.id: ft.Column([lines[row.id], *round_it(hand, section, row)], spacing=theme.GAP_S, key=f"all-{row.id}")
            for row in there
        }
    in_order = all_standing(hand, lines, section.slug)

    def add() -> None:
        new = new_id()

        def added() -> Sequence[Change]:
            return add_row(hand.now(), section, by=grip.writer, id=new)

        if hand.make(added, section.slug, writes_in(section)):
            open_row(new)

    full = shape.most is not None and len(rows(hand.document, section.slug)) >= shape.most
    more = not full and hand.may_add(section.slug, None)
    adding = [parts.main_button(_(shape.add), hand.handler(add), key="add-row", icon=ft.Icons.ADD)] if more else []
    stretch = ft.CrossAxisAlignment.STRETCH
    return ft.Column(
        [
            question,
            *([parts.words(_(section.prompt), quiet=True)] if section.prompt and not hand.talking else []),
            *([_headings(shape)] if beside and there else []),
            ft.Column(in_order, spacing=0 if shape.as_line else theme.GAP_S, horizontal_alignment=stretch, key="rows"),
            *([ft.Row(adding)] if adding and not hand.talking else []),
        ],
        spacing=theme.GAP,
        horizontal_alignment=stretch,
    )


@unchanging
def RowLine(
    grip: Grip,
    section: Section,
    row: Row,
    *,
    n: int,
    above: str,
    below: str,
    who: tuple[Person, ...],
    look: Look,
    holder: str,
    way: Way,
    today: date,
) -> ft.Control:
    """One row. n: its number, from 1; who: those in its cells; above, below: its neighbours, "" for no way there."""
    shape = shape_of(section)
    drawn = (
        OpenRow(grip, section, row, n=n, above=above, below=below, who=who, holder=holder, today=today)
        if way == "open"
        else _calm(grip, shape, row, n=n, who=who, look=look, touched=way == "shut")
    )
    return _on_line(drawn) if shape.as_line else drawn


def _calm(
    grip: Grip, shape: Rows, row: Row, *, n: int, who: tuple[Person, ...], look: Look, touched: bool
) -> ft.Control:
    """A row to read; a touch opens it. What is ticked can be ticked without that."""
    named = {p.id: p for p in who}
    read = _read(shape)
    if look == "line":
        cells = [ft.Container(shown_cell(row, c, named), expand=_share(c)) for c in read]
        inside: ft.Control = ft.Row(list(cells), spacing=theme.GAP, vertical_alignment=ft.CrossAxisAlignment.START)
    else:
        lines = [
            ft.Column([parts.quiet(_(c.title)), shown_cell(row, c, named)], spacing=0)
            for c in read
            if cell_words(row, c, named)
        ]
        across = 1 if look == "narrow" else 2
        inside = (
            ft.Column(_in_rows(lines, across), spacing=theme.GAP_S) if lines else parts.quiet(_("Nothing here yet"))
        )
    ticks = [tick(grip, row, c, n=n, touched=touched) for c in shape.columns if c.type == "tick"]
    said = ", ".join(words for c in read if (words := cell_words(row, c, named))) or _("Nothing here yet")
    name = _("Row {n}: {words}").format(n=n, words=said)
    padded = ft.Container(inside, padding=ft.Padding.symmetric(horizontal=12, vertical=10), expand=True)
    body: ft.Control = padded
    if touched:
        act = grip.hand.handler(lambda: grip.open_row(row.id))
        # Flutter lays a button's content out loosely: a row gives it the whole width.
        held = touchable(ft.Row([padded]), name, act, key=f"open-{row.id}")
        body = ft.Container(held, expand=True)
    return ft.Container(
        ft.Column([ft.Row([body]), *ticks], spacing=0)
        if look == "narrow"
        else ft.Row([body, *ticks], spacing=theme.GAP_S),
        key=f"row-{row.id}",
        border=ft.Border.all(1, theme.LINE),
        border_radius=theme.CORNER,
        bgcolor=theme.SHEET,
    )


@component
def OpenRow(
    grip: Grip,
    section: Section,
    row: Row,
    *,
    n: int,
    above: str,
    below: str,
    who: tuple[Person, ...],
    holder: str,
    today: date,
) -> ft.Control:
    """The row in hand: a field for each column, and the ways to move it, to take it away and to close it."""
    choosing, choose = state("")
    shape = shape_of(section)
    named = {p.id: p for p in who}

    def move(beside: str) -> Handler:
        def moved() -> None:
            now = grip.hand.now()
            ids = [r.id for r in rows(now, section.slug)]
            # Where its neighbour is by now: rows that are not shown here, or another tab's, may stand between.
            if beside in ids:
                grip.make(lambda: move_row(now, row.id, ids.index(beside)))

        return grip.hand.handler(moved)

    def away() -> Handler:
        hand = grip.hand
        name = _("Row {n}").format(n=n)
        return takes_away(hand, row.id, name, remove_row(row.id), section.slug, actor=writes_in(section))

    def way(icon: ft.IconData, name: str, act: Handler, key: str, *, off: bool = False) -> ft.Control:
        return parts.icon_button(icon, name, act, key=f"{key}-{row.id}", disabled=off)

    handler = grip.hand.handler
    fields = [
        field_of(grip, row, c, n=n, who=named, holder=holder, today=today, choosing=choosing == c.slug, choose=choose)
        for c in shape.columns
    ]
    moves = [
        way(ft.Icons.ARROW_UPWARD, _("Move row {n} up").format(n=n), move(above), "up", off=not above),
        way(ft.Icons.ARROW_DOWNWARD, _("Move row {n} down").format(n=n), move(below), "down", off=not below),
    ]
    ways = [
        parts.button(_("Close"), handler(lambda: grip.open_row("")), key=f"close-{row.id}"),
        *(moves if above or below else []),
        way(ft.Icons.DELETE_OUTLINE, _("Take row {n} away").format(n=n), away(), "remove"),
    ]
    return ft.Container(
        ft.Column(
            [
                parts.heading(_(shape.one)),
                *fields,
                ft.Row(ways, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
            ],
            spacing=theme.GAP,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        key=f"row-{row.id}",
        padding=theme.GAP,
        border=ft.Border.all(2, theme.ACCENT),
        border_radius=theme.CORNER,
        bgcolor=theme.SHEET,
    )


def _private(section: Section) -> bool:
    """Whether what is said here starts as not for everyone; the worker's own sheets have the PIN before them."""
    return section.in_copies and section.for_whom != EVERYONE


def _shown(hand: Hand, section: Section) -> tuple[Row, ...]:
    """Return the rows that stand here: all; for whoever was given the tablet with this page, only their own."""
    return tuple(row for row in rows(hand.document, section.slug) if hand.holder in ("", row.by))


def _read(shape: Rows) -> tuple[Column, ...]:
    """Return the columns that are read across; what is ticked stands apart, with its own words."""
    return tuple(c for c in shape.columns if c.type != "tick")


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


def _headings(shape: Rows) -> ft.Control:
    """What stands above the columns. A screen reader has it from each row."""
    heads = [ft.Container(parts.quiet(_(c.title)), expand=_share(c)) for c in _read(shape)]
    room = [ft.Container(width=tick_width(c)) for c in shape.columns if c.type == "tick"]
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


def _on_line(drawn: ft.Control) -> ft.Control:
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
