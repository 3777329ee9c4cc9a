"""What stands one touch away in the open row: the faces of everybody here, and the days that are likely meant."""

from collections.abc import Callable
from datetime import date, timedelta

import flet as ft

from app.blocks.rows.model import Column, Row, shape_of
from app.blocks.rows.screen.row_context import RowContext, name_for
from app.document.header import header
from app.document.item import Value
from app.document.schema import stored_day
from app.kit import controls, theme
from app.kit.avatars import face_button
from app.kit.controls import Handler
from app.language import _, full_date, ngettext

MOST_FACES = 8
"""So many faces stand in a row; for anybody else there is the question who it is."""


def faces_to_touch(
    row_context: RowContext, row: Row, column: Column, n: int, holder: str, put: Callable[[Value], Handler]
) -> list[ft.Control]:
    """Return everybody's face, where a row asks first who it is and nobody is named yet. holder: they name only
    themselves.
    """
    first = next((c.slug for c in shape_of(row_context.section).columns if c.type == "person"), "")
    if holder or column.slug != first or column.slug in row.cells:
        return []
    context = row_context.context
    there = list(context.around.values())[:MOST_FACES]
    faces: list[ft.Control] = [
        face_button(
            p.name,
            p.colour,
            p.shape,
            put(p.id),
            key=f"is-{row.id}-{p.id}",
            label=f"{p.name}, {name_for(column, n)}",
            size=theme.TARGET,
            picture=context.faces.get(p.id),
        )
        for p in there
    ]
    return [ft.Row(faces, wrap=True, spacing=4, run_spacing=4)]


def days_to_touch(
    row_context: RowContext, row: Row, column: Column, n: int, today: date, put: Callable[[Value], Handler]
) -> list[ft.Control]:
    """Return the days that are likely meant, where a day lies ahead and none is chosen: the next visit, and soon."""
    if not column.ahead or column.slug in row.cells or column.slug in row.newer:
        return []
    visit = stored_day(header(row_context.context.document).next)
    offered: list[tuple[str, date]] = [(_("Next visit"), visit)] if visit is not None and visit > today else []
    for weeks in (1, 2):
        day = today + timedelta(weeks=weeks)
        if len(offered) < 2 and day != visit:
            offered.append((ngettext("In {n} week", "In {n} weeks", weeks).format(n=weeks), day))
    chips: list[ft.Control] = [
        controls.button(
            f"{words}: {full_date(day)}",
            put(day.isoformat()),
            key=f"soon-{row.id}-{column.slug}-{at}",
            height=theme.TARGET,
        )
        for at, (words, day) in enumerate(offered)
    ]
    return [ft.Row(chips, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S)]
