"""A month to touch a day in. Our own: Flet's picker lies over the whole page, and would stay there over Hide."""

from calendar import Calendar
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

import flet as ft

from app.kit import controls, theme
from app.kit.component import component, state
from app.kit.controls import Handler
from app.kit.tappable import touchable
from app.language import _, days_of_the_week, full_date, month_and_year

_WIDTH = 392
"""Seven days of 56; on a phone they share what there is."""


class _Days(NamedTuple):
    """The days of a month as they can be touched. first: the first that can; choose(day): its handler."""

    month: date
    today: date
    first: date
    chosen: date | None
    choose: Callable[[date], Handler]


@component
def DayChoice(*, today: date, chosen: date | None, choose: Callable[[date], Handler], past: bool = False) -> ft.Control:
    """The days of a month from today on. choose(day): what does it for a touch. past: days before today too."""
    begun = chosen if chosen is not None and (past or chosen > today) else today
    month, show = state(begun.replace(day=1))
    days = _Days(month, today, date.min if past else today, chosen, choose)
    week = days_of_the_week()
    every = Calendar(firstweekday=week[0][0]).monthdatescalendar(month.year, month.month)
    weeks = [line for line in every if line[-1] >= days.first]  # What is over needs no room.
    return ft.Container(
        ft.Column(
            [
                _heading(days, show),
                _week_names([name for _number, name in week]),
                *[ft.Row([_day(days, day) for day in line], spacing=0) for line in weeks],
            ],
            spacing=0,
            tight=True,
        ),
        width=_WIDTH,
        key="days",
    )


def _heading(days: _Days, show: Callable[[date], None]) -> ft.Control:
    """The month's name between the ways to the one before and the one after. show(month): turns to it."""
    month = days.month

    def arrow(key: str, name: str, icon: ft.IconData, months: int, *, off: bool = False) -> ft.Control:
        return controls.icon_button(icon, name, lambda: show(_later(month, months)), key=key, disabled=off)

    first = (month.year, month.month) <= (days.first.year, days.first.month)
    name = ft.Container(
        ft.Text(month_and_year(month), style=theme.text_style(theme.WORDS, bold=True)),
        expand=True,
        alignment=ft.Alignment.CENTER,
    )
    return ft.Row(
        [
            arrow("month-before", _("The month before"), ft.Icons.CHEVRON_LEFT, -1, off=first),
            name,
            arrow("month-after", _("The month after"), ft.Icons.CHEVRON_RIGHT, 1),
        ]
    )


def _later(month: date, months: int) -> date:
    """Return the first day of the month so many months later (or before, below 0)."""
    n = month.year * 12 + month.month - 1 + months
    return date(n // 12, n % 12 + 1, 1)


def _week_names(names: Sequence[str]) -> ft.Control:
    """The days' short names above their columns: each day tells a screen reader its own."""
    row: list[ft.Control] = [
        ft.Container(controls.quiet(name), expand=True, alignment=ft.Alignment.CENTER, height=24) for name in names
    ]
    return ft.Semantics(content=ft.Row(row, spacing=0), exclude_semantics=True)


def _day(days: _Days, day: date) -> ft.Control:
    """One day: a button, a number alone where it is over, and an empty place where it is another month's."""
    here, held = day.month == days.month.month, day == days.chosen
    number = ft.Text(
        str(day.day) if here else "",
        style=theme.text_style(theme.CONTROL, bold=held, color=theme.INK if day >= days.first else theme.EDGE),
    )
    if not here or day < days.first:
        return ft.Container(number, height=theme.TARGET, alignment=ft.Alignment.CENTER, expand=True)
    made = touchable(
        number,
        full_date(day),
        days.choose(day),
        key=f"day-{day.isoformat()}",
        chosen=held,
        height=theme.TARGET,
        bgcolor=theme.CHOSEN if held else ft.Colors.TRANSPARENT,
        edge=ft.BorderSide(1, theme.ACCENT) if held or day == days.today else None,
    )
    return ft.Container(made, expand=True)
