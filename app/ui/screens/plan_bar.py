"""What a plan's top bar holds: whether all is saved, undo, the talking view, a copy, and giving the tablet back."""

from collections.abc import Callable

import flet as ft

from app.kit import controls, theme
from app.language import _
from app.ui.screens.undo import undo_and_redo
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import AtPlan, MakeCopy, ReadTogether
from app.ui.session.session import Session


def tools(session: Session, plan: OpenPlan, route: AtPlan, undo_scope: str, owner: str) -> list[ft.Control]:
    """Undo and redo for whoever speaks, or owns the page; and the talking view."""

    def talk() -> None:
        session.go(AtPlan(route.plan, undo_scope, not route.talking))

    return [
        *undo_and_redo(session, plan, undo_scope, owner or plan.actor),
        controls.icon_button(
            ft.Icons.FORUM_OUTLINED,
            _("Write again") if route.talking else _("Just talk"),
            session.handler(talk),
            key="talk",
            chosen=route.talking,
        ),
    ]


def read_button(session: Session, route: AtPlan) -> ft.Control:
    """The way to the story as a book; closing it leads back to this page."""
    name = _("Read together")
    touched = session.handler(lambda: session.go(ReadTogether(route.plan, 0, route)))
    if session.window.shape == "phone":
        return controls.icon_button(ft.Icons.AUTO_STORIES_OUTLINED, name, touched, key="read-together")
    return controls.button(name, touched, key="read-together")


def copy_button(session: Session, plan: OpenPlan) -> ft.Control:
    """The way to a copy for somebody."""
    touched = session.handler(lambda: session.go(MakeCopy(plan.id)))
    if session.window.shape == "phone":
        return controls.icon_button(ft.Icons.IOS_SHARE, _("Copy"), touched, key="copy")
    return controls.button(_("Copy"), touched, key="copy")


def give_back_button(session: Session, ask: Callable[[], None]) -> ft.Control:
    """The family's way out of its own time."""
    touched = session.handler(ask)
    if session.window.shape == "phone":
        return controls.icon_button(ft.Icons.ASSIGNMENT_RETURN, _("Give it back"), touched, key="give-back")
    return controls.main_button(_("Give it back"), touched, key="give-back")


def try_again(session: Session, plan: OpenPlan) -> controls.Handler:
    """Return the touch that writes again what the disk did not take, and tries the words that were refused again."""

    def act() -> None:
        session.drafts.keep(again=True)
        plan.try_again()

    return session.handler(act)


def loud(session: Session, plan: OpenPlan) -> list[ft.Control]:
    """What must be seen when not everything can go to the disk."""
    said: ft.Control
    if plan.saving == "not-saved" or session.refused:
        said = controls.main_button(
            _("Not saved. Try again"), try_again(session, plan), key="try-again", icon=ft.Icons.WARNING
        )
    elif plan.saving == "read-only":
        said = controls.words(_("Can be read, not changed"), size=theme.SMALL, bold=True)
    else:
        return []
    return [ft.Container(said, padding=ft.Padding.symmetric(horizontal=theme.GAP_S), key="loud")]


def saved(session: Session, plan: OpenPlan) -> ft.Control:
    """Whether all is on the disk, quietly: a word, or a small sign of that name on a phone."""
    done = plan.saving == "saved" and not (session.typing or session.refused)
    word = _("Saved") if done else _("Saving …")
    phone = session.window.shape == "phone"
    sign = ft.Icon(ft.Icons.CHECK if done else ft.Icons.MORE_HORIZ, size=20, color=theme.QUIET)
    return ft.Semantics(
        live_region=True,
        label=word if phone else None,
        content=ft.Container(
            sign if phone else controls.quiet(word), padding=ft.Padding.symmetric(horizontal=8), key="saved"
        ),
    )
