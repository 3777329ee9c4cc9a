"""Rows on the screen: calm lines to read, the one in hand open to be changed where it stands.

One row is open at a time, so that a page of many stays a page to read, and quick: each row is drawn again only when
it has itself changed.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

import flet as ft

from app.blocks.rows.follow_up import NOTHING_BESIDE, Beside, beside
from app.blocks.rows.model import Row, add_row, filled, move_row, remove_row, rows, shape_of
from app.blocks.rows.screen.cells import faces_in, field_of, round_it
from app.blocks.rows.screen.outcome import went_box
from app.blocks.rows.screen.read_only_row import MOST_BESIDE, Look, Way, calm, headings, on_line, read_across
from app.blocks.rows.screen.row_context import RowContext
from app.document import EVERYONE, Change, Document, Person, Section, new_id
from app.kit import controls, theme
from app.kit.component import component, made, state, unchanging
from app.kit.controls import Handler
from app.kit.editor_context import EditorContext, Step
from app.kit.remove_item import all_standing, takes_away
from app.kit.scroll_into_view import InSight
from app.language import _
from app.sayings.outline import writes_in


class InHand(NamedTuple):
    """The row in hand."""

    row: str = ""
    """Its id; "" where none is in hand."""
    way: Way = "open"
    """Whether it is open, or asked how it went."""
    fresh: bool = False
    """It was added just now, or nothing is in it yet: its first field takes the keyboard."""


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the section's one step."""
    private = _private(section)
    spoken = not private and any(filled(row) for row in rows(document, section.slug))
    owner = writes_in(section)
    return (Step(key=section.slug, title=_(section.title), spoken=spoken, private=private, owner=owner),)


def sheet(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return the question with the rows below it, ready for more."""
    return RowsSheet.keyed(f"rows-{section.slug}")(context, section)


@component
def RowsSheet(context: EditorContext, section: Section) -> ft.Control:
    """A section's rows. What not everyone may see is shut until it is opened, for others share the screen."""
    seen, see = state(not _private(section) or bool(context.holder))
    at, take = made(lambda: _arrived(context, section))
    came_for, _same_row = made(lambda: at.row)
    row_context, _same = made(
        lambda: RowContext(
            context,
            section,
            lambda row: take(InHand(row, "open", fresh=_new(row_context.context, section, row))),
            lambda row: take(InHand(row, "asked")),
        )
    )
    row_context.context = context
    question = controls.question(_(section.question or section.title), talking=context.talking)
    if not seen:
        return _shut(context, question, lambda: see(True))
    shape = shape_of(section)
    there = _shown(context, section)
    across = context.shape == "wide" and len(read_across(shape)) <= MOST_BESIDE
    look: Look = "line" if across else "narrow" if context.shape == "phone" else "card"
    lines = _lines(row_context, section, there, at, came_for, look)
    in_order = all_standing(context, lines, section.slug)
    adding = [] if context.talking else _adding(row_context, section, lambda row: take(InHand(row, fresh=True)))
    stretch = ft.CrossAxisAlignment.STRETCH
    return ft.Column(
        [
            question,
            *([controls.words(_(section.prompt), quiet=True)] if section.prompt and not context.talking else []),
            *([headings(shape)] if across and there else []),
            ft.Column(in_order, spacing=0 if shape.as_line else theme.GAP_S, horizontal_alignment=stretch, key="rows"),
            *adding,
        ],
        spacing=theme.GAP,
        horizontal_alignment=stretch,
    )


def _shut(context: EditorContext, question: ft.Control, open_: Callable[[], None]) -> ft.Control:
    """A page that is not for everyone, before it is opened."""
    if context.alone:  # What a family adds here it could not see itself.
        return ft.Column([question, controls.words(_("This is not for everyone. It can wait."))], spacing=theme.GAP)
    words = controls.words(_("This is not for everyone. Open it when only the right people can see."))
    opened = context.handler(open_)
    way = controls.main_button(_("Open this page"), opened, key="open-page", height=theme.CHILD_TARGET)
    return ft.Column([question, words, way], spacing=theme.GAP)


def _lines(
    row_context: RowContext, section: Section, there: Sequence[Row], at: InHand, came_for: str, look: Look
) -> dict[str, ft.Control]:
    """Return the line of each row, by the row's id. came_for: the row for which somebody came here, or ""."""
    context, shape = row_context.context, shape_of(section)
    may_move = not (shape.as_line or context.holder)
    ids = [row.id for row in there]
    lines = {
        row.id: RowLine.keyed(f"line-of-{row.id}")(
            row_context,
            section,
            row,
            n=n + 1,
            above=ids[n - 1] if n and may_move else "",
            below=ids[n + 1] if n + 1 < len(ids) and may_move else "",
            who=faces_in(row, shape, context.who),
            look=look,
            holder=context.holder,
            way="read" if context.talking or not context.may_change(row.id) else at.way if row.id == at.row else "shut",
            today=context.today,
            fresh=at.fresh and row.id == at.row,
            beside=beside(context.document, row) if row.went or row.instead_of else NOTHING_BESIDE,
        )
        for n, row in enumerate(there)
    }
    if came_for in lines:
        lines[came_for] = InSight.keyed(f"in-sight-{came_for}")(lines[came_for], name=f"came-for-{came_for}")
    if not context.document.kind.owned:
        return lines
    # Another's line can be answered, and is not changed.
    return {
        row.id: ft.Column([lines[row.id], *round_it(context, section, row)], spacing=theme.GAP_S, key=f"all-{row.id}")
        for row in there
    }


def _adding(row_context: RowContext, section: Section, take: Callable[[str], None]) -> list[ft.Control]:
    """The way to add a row, where there is room for one. take: takes the new row (its id) in hand."""
    context, shape = row_context.context, shape_of(section)

    def add() -> None:
        new = new_id()

        def added() -> Sequence[Change]:
            return add_row(context.now(), section, by=row_context.writer, id=new)

        if context.make(added, section.slug, writes_in(section)):
            take(new)

    # Notes of an older day on who may hold a copy stay; the rule itself is the family's (document.copy_rules).
    full = section.on_copies or (shape.most is not None and len(rows(context.document, section.slug)) >= shape.most)
    if full or not context.may_add(section.slug, None):
        return []
    button = controls.main_button(_(shape.add), context.handler(add), key="add-row", icon=ft.Icons.ADD)
    return [ft.Row([button])]


@unchanging
def RowLine(
    row_context: RowContext,
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
    fresh: bool,
    beside: Beside,
) -> ft.Control:
    """One row. n: its number, from 1; who: those in its cells; above, below: its neighbours, "" for no way there."""
    shape = shape_of(section)
    drawn = (
        OpenRow(
            row_context, section, row, n=n, above=above, below=below, who=who, holder=holder, today=today, fresh=fresh
        )
        if way == "open"
        else calm(
            row_context, shape, row, n=n, who=who, look=look, touched=way != "read", asked=way == "asked", beside=beside
        )
    )
    return on_line(drawn) if shape.as_line else drawn


@component
def OpenRow(
    row_context: RowContext,
    section: Section,
    row: Row,
    *,
    n: int,
    above: str,
    below: str,
    who: tuple[Person, ...],
    holder: str,
    today: date,
    fresh: bool,
) -> ft.Control:
    """The open row: a field for each column, and the ways to move it, to take it away and to close it.

    fresh: it was added just now, and its first field takes the keyboard.
    """
    choosing, choose = state("")
    shape = shape_of(section)
    named = {p.id: p for p in who}
    first = next((c.slug for c in shape.columns if c.type in ("words", "phone")), "") if fresh else ""
    fields = [
        ft.Row([went_box(row_context, row, c, n=n)])
        if c.type == "outcome"
        else field_of(
            row_context,
            row,
            c,
            n=n,
            who=named,
            holder=holder,
            today=today,
            choosing=choosing == c.slug,
            choose=choose,
            focus=c.slug == first,
        )
        for c in shape.columns
        if c.type != "outcome" or filled(row)  # Of what is not said yet, nobody asks how it went.
    ]
    ways = _ways_of(row_context, section, row, n=n, above=above, below=below)
    return ft.Container(
        ft.Column(
            [
                controls.heading(_(shape.one)),
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


def _ways_of(
    row_context: RowContext, section: Section, row: Row, *, n: int, above: str, below: str
) -> list[ft.Control]:
    """The buttons that close the open row, move it past a neighbour, and take it away."""
    handler = row_context.context.handler

    def move(beside: str) -> Handler:
        def moved() -> None:
            now = row_context.context.now()
            ids = [r.id for r in rows(now, section.slug)]
            # Where its neighbour is by now: rows that are not shown here, or another tab's, may stand between.
            if beside in ids:
                row_context.make(lambda: move_row(now, row.id, ids.index(beside)))

        return handler(moved)

    def way(icon: ft.IconData, name: str, act: Handler, key: str, *, off: bool = False) -> ft.Control:
        return controls.icon_button(icon, name, act, key=f"{key}-{row.id}", disabled=off)

    away = takes_away(
        row_context.context,
        row.id,
        _("Row {n}").format(n=n),
        remove_row(row.id),
        section.slug,
        actor=writes_in(section),
    )
    moves = [
        way(ft.Icons.ARROW_UPWARD, _("Move row {n} up").format(n=n), move(above), "up", off=not above),
        way(ft.Icons.ARROW_DOWNWARD, _("Move row {n} down").format(n=n), move(below), "down", off=not below),
    ]
    return [
        controls.button(_("Close"), handler(lambda: row_context.open_row("")), key=f"close-{row.id}"),
        *(moves if above or below else []),
        way(ft.Icons.DELETE_OUTLINE, _("Take row {n} away").format(n=n), away, "remove"),
    ]


def _private(section: Section) -> bool:
    """Whether what is said here starts as not for everyone; the worker's own sheets have the PIN before them."""
    return section.in_copies and section.for_whom != EVERYONE


def _shown(context: EditorContext, section: Section) -> tuple[Row, ...]:
    """Return the rows that stand here: all; for whoever was given the tablet with this page, only their own."""
    return tuple(row for row in rows(context.document, section.slug) if context.holder in ("", row.by))


def _new(context: EditorContext, section: Section, row: str) -> bool:
    """Whether nothing is in a row yet, so that whoever opens it comes to write."""
    return any(r.id == row and not filled(r) for r in rows(context.now(), section.slug))


def _arrived(context: EditorContext, section: Section) -> InHand:
    """Return the row for which somebody came here: a new one is open, any other is asked how it went."""
    # A new row was made a moment ago: the document on the screen may not have it yet.
    row = next((r for r in rows(context.now(), section.slug) if r.id == context.at), None) if context.at else None
    if row is None:
        return InHand()
    return InHand(row.id, "asked") if filled(row) else InHand(row.id, fresh=True)
