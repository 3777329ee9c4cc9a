"""Undo and redo, the same on every page: a plan's, a drawing's, and one in somebody's own hands."""

from collections.abc import Callable

import flet as ft

from app.kit import controls, theme
from app.language import _
from app.ui.session.open_plan import OpenPlan
from app.ui.session.session import Session


def undo_and_redo(
    session: Session, plan: OpenPlan, undo_scope: str, actor: str, *, size: int = theme.TARGET, of: str = ""
) -> list[ft.Control]:
    """The two, for what this person (an id) did in an undo scope; dim where there is nothing to take or bring back.

    of: sets their keys apart where the screen below has the two already.
    """

    def button(key: str, name: str, icon: ft.IconData, act: Callable[[], None], can: bool) -> ft.Control:
        return controls.icon_button(
            icon, name, session.handler(act), key=f"{key}-{of}" if of else key, size=size, disabled=not can
        )

    return [
        button(
            "undo", _("Undo"), ft.Icons.UNDO, lambda: plan.undo(undo_scope, actor), plan.can_undo(undo_scope, actor)
        ),
        button(
            "redo", _("Redo"), ft.Icons.REDO, lambda: plan.redo(undo_scope, actor), plan.can_redo(undo_scope, actor)
        ),
    ]
