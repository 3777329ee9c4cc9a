"""A month to touch a day in. Our own: Flet's picker lies over the whole page, and would stay there over Hide."""

from calendar import Calendar
from collections.abc import Callable
from datetime import date

import flet as ft

from app.kit import controls, theme
from app.kit.component import component, state
from app.kit.controls import Handler
from app.kit.tappable import touchable
from app.language import _, days_of_the_week, full_date, month_and_year

_WIDTH = 392
"""Seven days of 56; on a phone they share what there is."""


@component
def DayChoice(*, today: date, chosen: date | None, choose: Callable[[date], Handler], past: bool = False) -> ft.Control:
    """The days of a month from today on. choose(day): what does it for a touch. past: days before today too."""
    begun = chosen if chosen is not None and (past or chosen > today) else today
    first_day = date.min if past else today
    month, show = state(begun.replace(day=1))
    week = days_of_the_week()
    every = Calendar(firstweekday=week[0][0]).monthdatescalendar(month.year, month.month)
    weeks = [days for days in every if days[-1] >= first_day]  # What is over needs no room.

    def turned(months: int) -> Callable[[], None]:
        n = month.year * 12 + month.month - 1 + months
        return lambda: show(date(n // 12, n % 12 + 1, 1))

    def day(which: date) -> ft.Control:
        here, held = which.month == month.month, which == chosen
        number = ft.Text(
            str(which.day) if here else "",
            style=theme.text_style(theme.CONTROL, bold=held, color=theme.INK if which >= first_day else theme.EDGE),
        )
        if not here or which < first_day:
            return ft.Container(number, height=theme.TARGET, alignment=ft.Alignment.CENTER, expand=True)
        made = touchable(
            number,
            full_date(which),
            choose(which),
            key=f"day-{which.isoformat()}",
            chosen=held,
            height=theme.TARGET,
            bgcolor=theme.CHOSEN if held else ft.Colors.TRANSPARENT,
            edge=ft.BorderSide(1, theme.ACCENT) if held or which == today else None,
        )
        return ft.Container(made, expand=True)

    def arrow(key: str, name: str, icon: ft.IconData, months: int, *, off: bool = False) -> ft.Control:
        return controls.icon_button(icon, name, turned(months), key=key, disabled=off)

    first = (month.year, month.month) <= (first_day.year, first_day.month)
    heading = ft.Container(
        ft.Text(month_and_year(month), style=theme.text_style(theme.WORDS, bold=True)),
        expand=True,
        alignment=ft.Alignment.CENTER,
    )
    names: list[ft.Control] = [
        ft.Container(controls.quiet(name), expand=True, alignment=ft.Alignment.CENTER, height=24)
        for _number, name in week
    ]
    return ft.Container(
        ft.Column(
            [
                ft.Row(
                    [
                        arrow("month-before", _("The month before"), ft.Icons.CHEVRON_LEFT, -1, off=first),
                        heading,
                        arrow("month-after", _("The month after"), ft.Icons.CHEVRON_RIGHT, 1),
                    ]
                ),
                ft.Semantics(content=ft.Row(names, spacing=0), exclude_semantics=True),
                *[ft.Row([day(d) for d in days], spacing=0) for days in weeks],
            ],
            spacing=0,
            tight=True,
        ),
        width=_WIDTH,
        key="days",
    )
