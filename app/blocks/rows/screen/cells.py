"""One cell of a row on the screen: how it reads, and how it is changed by touch."""

from collections.abc import Callable, Mapping
from datetime import date

import flet as ft

from app.blocks.rows.model import Column, Row, Rows, cell_words, day_of, remove_row, who_says
from app.blocks.rows.screen.quick_choices import days_to_touch, faces_to_touch
from app.blocks.rows.screen.row_context import RowContext, name_for
from app.document import WORKER, Person, Section
from app.document.item import Value
from app.kit import controls, theme
from app.kit.avatars import face
from app.kit.calendar import DayChoice
from app.kit.controls import Handler
from app.kit.draft_field import DraftField
from app.kit.editor_context import EditorContext
from app.kit.remove_item import takes_away
from app.kit.tappable import touchable
from app.language import _, full_date, isolate
from app.sayings.outline import name_of
from app.sayings.outline import says as whose_words
from app.sayings.screen.editor import answers

_TICK_WIDTH, _TICK_WIDE, _SHORT = 132, 232, 14
"""Room for a box and its words beside a row."""


def faces_in(row: Row, shape: Rows, who: Mapping[str, Person]) -> tuple[Person, ...]:
    """Return the people in a row's cells, as far as they are known here."""
    named = [str(row.cells[c.slug]) for c in shape.columns if c.type == "person" and c.slug in row.cells]
    named += [said.by for said in row.went.values()]
    return tuple(who[person] for person in named if person in who)


def shown_cell(row: Row, column: Column, who: Mapping[str, Person]) -> ft.Control:
    """Return how a cell reads; a person has a face, and what is still to talk about is quiet."""
    words = cell_words(row, column, who)
    if column.type == "person" and column.slug in row.cells:
        return _person(str(row.cells[column.slug]), who)
    return controls.words(words, size=theme.CONTROL, quiet=column.slug not in row.cells)


def tick(row_context: RowContext, row: Row, column: Column, *, n: int, touched: bool = True) -> ft.Control:
    """Return a large box with its words. touched: False shows it only.

    What one person alone says (Section.said_by) hands the tablet over to them; the worker has it in hand already.
    """
    done = bool(row.cells.get(column.slug))
    context, says = row_context.context, who_says(row, row_context.section, column.slug)
    apart = bool(says) and says not in (context.holder, WORKER)
    # Nobody hands the tablet over who was given it, or in a family's own time: then it can be read only.
    touched = touched and not (apart and (context.alone or context.holder or says not in context.around))
    touched = touched and not (says == WORKER and (context.alone or context.holder not in ("", WORKER)))
    icon = ft.Icons.CHECK_BOX_OUTLINED if done else ft.Icons.CHECK_BOX_OUTLINE_BLANK
    title: ft.Control = ft.Text(_(column.title), style=theme.text_style(theme.CONTROL, bold=done, height=1.2))
    if apart and says:
        title = ft.Column([title, controls.quiet(whose_words(says, context.who))], spacing=0, tight=True)
    drawn = ft.Icon(icon, size=32, color=theme.ACCENT if done else theme.QUIET)
    shown = ft.Row([drawn, ft.Container(title, expand=True)], spacing=theme.GAP_S)
    if not touched:
        return ft.Container(shown, width=tick_width(column))
    words = _("Yes") if done else _("Not yet")
    name = f"{name_for(column, n)}: {words}"
    if apart and says:
        person = says
        name = f"{name}. {_('Ask {name} alone').format(name=name_of(person, context.who))}"
        act = context.handler(lambda: row_context.context.ask_alone(row.id, person))
    else:
        act = context.handler(lambda: row_context.put(row.id, column.slug, not done, by=says or ""))
    return touchable(
        shown,
        name,
        act,
        key=f"cell-{row.id}-{column.slug}",
        chosen=done,
        width=tick_width(column),
        height=theme.CHILD_TARGET,
        padding=ft.Padding.symmetric(horizontal=8),
    )


def tick_width(column: Column) -> int:
    """Return how wide a box with its words is: long words have three lines at the most, and none is cut."""
    short = column.type == "tick" and len(_(column.title)) <= _SHORT
    return _TICK_WIDTH if short else _TICK_WIDE


def field_of(
    row_context: RowContext,
    row: Row,
    column: Column,
    *,
    n: int,
    who: Mapping[str, Person],
    holder: str,
    today: date,
    choosing: bool,
    choose: Callable[[str], None],
    focus: bool = False,
) -> ft.Control:
    """Return what changes a cell. choosing: its calendar is open; choose(slug): open that column's, "" none.

    focus: it takes the keyboard when it comes.
    """

    def put(value: Value) -> Handler:
        return row_context.context.handler(lambda: row_context.put(row.id, column.slug, value))

    if column.type in ("words", "phone"):
        return _words(row_context, row, column, n, focus=focus)
    if column.type == "tick":
        return ft.Row([tick(row_context, row, column, n=n)])
    inside: list[ft.Control]
    if column.type == "person":
        inside = [
            _who(row_context, row, column, n, who, holder, put),
            *faces_to_touch(row_context, row, column, n, holder, put),
        ]
    elif column.type == "day":
        inside = _day(row_context, row, column, n, today, choosing, choose, put)
        inside[1:1] = days_to_touch(row_context, row, column, n, today, put)
    else:
        inside = [_choices(row, column, n, put)]
    newer = [controls.quiet(cell_words(row, column, who))] if column.slug in row.newer else []
    return ft.Column([controls.quiet(_(column.title)), *inside, *newer], spacing=4)


def _words(row_context: RowContext, row: Row, column: Column, n: int, *, focus: bool) -> ft.Control:
    key = f"{row.id}-{column.slug}"
    field = DraftField.keyed(key)(
        name=_(column.title),
        read_as=name_for(column, n),
        kept=str(row.cells.get(column.slug) or ""),
        keep=lambda words: row_context.put(row.id, column.slug, words),
        draft=row_context.context.draft,
        field_key=key,
        hint=_(column.hint),
        lines=column.type == "words",
        autofocus=focus,
        keyboard=focus,
    )
    # Its label stands above its edge.
    return ft.Container(field, padding=ft.Padding.only(top=theme.GAP_S))


def _who(
    row_context: RowContext,
    row: Row,
    column: Column,
    n: int,
    who: Mapping[str, Person],
    holder: str,
    put: Callable[[Value], Handler],
) -> ft.Control:
    """The face of whoever is named; a touch asks who. Whoever holds this page alone can name only themselves."""
    kept = str(row.cells.get(column.slug) or "")
    name = name_for(column, n)
    said = isolate(name_of(kept, who)) if kept else _("Nobody yet")

    def ask() -> None:
        context = row_context.context
        context.ask_who(_(column.title), lambda person: _put(row_context, row, column, person), "")

    shown = (
        _person(kept, who) if kept else controls.words(_("Me") if holder else _("Choose somebody"), size=theme.CONTROL)
    )
    made: list[ft.Control] = [
        touchable(
            ft.Row([shown], tight=True),
            f"{name}: {said}",
            put(holder) if holder else row_context.context.handler(ask),
            key=f"cell-{row.id}-{column.slug}",
            height=theme.CHILD_TARGET,
            padding=ft.Padding.symmetric(horizontal=theme.GAP),
            edge=ft.BorderSide(1, theme.EDGE),
        )
    ]
    if kept:
        away = _("Take the name out: {cell}").format(cell=name)
        made.append(controls.icon_button(ft.Icons.CLOSE, away, put(None), key=f"clear-{row.id}-{column.slug}"))
    return ft.Row(made, spacing=theme.GAP_S, wrap=True)


def _put(row_context: RowContext, row: Row, column: Column, value: Value) -> None:
    row_context.put(row.id, column.slug, value)


def _day(
    row_context: RowContext,
    row: Row,
    column: Column,
    n: int,
    today: date,
    choosing: bool,
    choose: Callable[[str], None],
    put: Callable[[Value], Handler],
) -> list[ft.Control]:
    """The day in words, and a calendar to touch one in. A day that is over may stand: what was tried has one."""
    kept = day_of(row, column)
    name = name_for(column, n)
    shown = full_date(kept) if kept else _("Choose a day")
    handler = row_context.context.handler

    def chosen(day: date) -> Handler:
        def act() -> None:
            choose("")
            row_context.put(row.id, column.slug, day.isoformat())

        return handler(act)

    button = touchable(
        ft.Row([ft.Icon(ft.Icons.CALENDAR_MONTH_OUTLINED, color=theme.ACCENT), ft.Text(shown)], tight=True),
        f"{name}: {shown}",
        handler(lambda: choose("" if choosing else column.slug)),
        key=f"cell-{row.id}-{column.slug}",
        height=theme.CHILD_TARGET,
        padding=ft.Padding.symmetric(horizontal=theme.GAP),
        bgcolor=theme.CHOSEN if choosing else ft.Colors.TRANSPARENT,
        edge=ft.BorderSide(1, theme.EDGE),
    )
    none = controls.link(_("No date"), put(None), key=f"clear-{row.id}-{column.slug}")
    over = kept is not None and kept < today
    return [
        ft.Row([button, *([none] if kept else [])], wrap=True),
        *([controls.quiet(_("This date has passed. You can keep it, or choose another."))] if over else []),
        *([DayChoice(today=today, chosen=kept, choose=chosen, past=True)] if choosing else []),
    ]


def _choices(row: Row, column: Column, n: int, put: Callable[[Value], Handler]) -> ft.Control:
    """A large button for each; a touch on the chosen one takes the choice back."""
    kept = row.cells.get(column.slug)
    made = [
        touchable(
            ft.Text(_(words), style=theme.text_style(theme.CONTROL, bold=slug == kept, height=1.2)),
            f"{name_for(column, n)}: {_(words)}",
            put(None if slug == kept else slug),
            key=f"cell-{row.id}-{column.slug}-{slug}",
            chosen=slug == kept,
            height=theme.CHILD_TARGET,
            padding=ft.Padding.symmetric(horizontal=theme.GAP),
            bgcolor=theme.CHOSEN if slug == kept else ft.Colors.TRANSPARENT,
            edge=ft.BorderSide(2, theme.ACCENT) if slug == kept else ft.BorderSide(1, theme.EDGE),
        )
        for slug, words in column.choices
    ]
    return ft.Row(list(made), wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S)


def _person(person: str, who: Mapping[str, Person]) -> ft.Control:
    known = who.get(person) or Person(person, "?", "family", 2, "square")
    name = controls.words(name_of(person, who), size=theme.CONTROL)
    return ft.Row(
        [face(known.name, known.colour, known.shape, size=32), ft.Container(name)], spacing=theme.GAP_S, wrap=True
    )


def round_it(context: EditorContext, section: Section, row: Row) -> list[ft.Control]:
    """What was answered to somebody's row, and how whoever holds the plan takes another's out."""
    ways = answers(context, section.slug, row.id, row.by)
    if context.may_take_away(row.id) and not (context.may_change(row.id) or context.talking):
        away = takes_away(context, row.id, "", remove_row(row.id), section.slug)
        out = controls.link(_("Take this out"), away, key=f"out-{row.id}", icon=ft.Icons.DELETE_OUTLINE)
        ways.append(ft.Row([out]))
    return ways
