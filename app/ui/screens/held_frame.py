"""What stands round a page in somebody's own hands, to draw or to write on: a break, and turning it round."""

import math

import flet as ft

from app.kit import controls, theme
from app.language import _
from app.ui.screens.plan_bar import try_again
from app.ui.session.handover import have_a_break
from app.ui.session.open_plan import OpenPlan
from app.ui.session.session import Session


def turn_button(turn: controls.Handler) -> ft.Control:
    """Turns everything, for the person opposite."""
    return controls.icon_button(
        ft.Icons.SCREEN_ROTATION_ALT, _("Turn the page round"), turn, key="turn", size=theme.CHILD_TARGET
    )


def break_button(session: Session) -> ft.Control:
    """Covers and locks, says that the page is safe, and is recorded as nothing but a pause."""
    pause = session.handler(lambda: have_a_break(session))
    return controls.icon_button(ft.Icons.PAUSE, _("Have a break"), pause, key="break", size=theme.CHILD_TARGET)


def turned_round(screen: ft.Control, turned: bool) -> ft.Control:
    """Everything turns, tools too, so that the person opposite has a page of their own."""
    return ft.Container(screen, expand=True, rotate=ft.Rotate(math.pi) if turned else None)


def padding(edge: int, turned: bool, *, top: int = theme.BAR) -> ft.Padding:
    """Return the room round the page: Hide keeps its corner when the page is turned round."""
    return ft.Padding(edge, edge if turned else top, edge, theme.BAR if turned else edge)


def not_saved(session: Session, plan: OpenPlan) -> list[ft.Control]:
    """What a child is told when not everything can go to the disk; nothing where it can."""
    if plan.saving == "not-saved":
        said = controls.fault(_("Not saved yet. Please ask a grown-up to touch Try again."))
    elif session.refused:  # Nobody else is asked to look: they may be the holder's alone.
        said = controls.fault(_("Some words on this page are not saved yet."))
    else:
        return []
    again = controls.button(_("Try again"), try_again(session, plan), key="try-again")
    return [ft.Row([said, again], wrap=True)]
