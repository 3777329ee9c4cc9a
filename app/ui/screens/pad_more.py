"""What is seldom needed on the pad: a blank page, the tools on the other side, and who draws, pen or fingers."""

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from app.kit import controls, theme
from app.kit.component import component, made
from app.kit.controls import Handler
from app.kit.removal import Removals
from app.language import _
from app.ui.session.drawing_tool import Habits
from app.ui.session.session import Session


def more_dialog(
    session: Session, *, beside: bool, clear: Handler | None, stickers: Handler | None, close: Handler
) -> ft.Control:
    """The dialog. beside: the tools stand beside the page, on one side or the other. clear: asks whether to clear the
    page; None where it is blank. stickers: opens them, where they have no place among the tools.
    """
    habits = session.habits

    def become(changed: Habits) -> Handler:
        def become_so() -> None:
            session.habits = changed
            session.say("")  # Who draws may have been said below the page; it may not be so any more.

        return become_so

    sides = controls.button(
        _("Tools on the left") if habits.left_handed else _("Tools on the right"),
        become(replace(habits, left_handed=not habits.left_handed)),
        key="other-side",
        icon=ft.Icons.SWAP_HORIZ,
        height=theme.CHILD_TARGET,
    )
    sticking = controls.button(
        _("Stickers"),
        stickers,
        key="more-stickers",
        icon=ft.Icons.EMOJI_EMOTIONS_OUTLINED,
        height=theme.CHILD_TARGET,
    )
    return controls.dialog(
        _("More"),
        [
            controls.heading(_("More")),
            *([sides] if beside else []),
            controls.button(
                _("Fingers draw too") if habits.only_pen else _("Only the pen draws"),
                become(replace(habits, only_pen=not habits.only_pen, asked=True)),
                key="only-pen",
                icon=ft.Icons.TOUCH_APP_OUTLINED if habits.only_pen else ft.Icons.EDIT_OUTLINED,
                height=theme.CHILD_TARGET,
            ),
            *([sticking] if stickers is not None else []),
            controls.button(
                _("Clear the page"),
                clear or close,
                key="clear",
                icon=ft.Icons.DELETE_OUTLINE,
                height=theme.CHILD_TARGET,
                disabled=clear is None,
            ),
            controls.main_button(_("Done"), close, key="close-more", height=theme.CHILD_TARGET),
        ],
        width=440,
    )


@component
def ClearDialog(session: Session, clear: Callable[[], None], close: Handler) -> ft.Control:
    """Asks once, and says that it can be taken back. A second touch of what asked, at the same place, is no answer."""
    opened, _same = made(Removals[str])

    def came() -> None:
        opened.heeds()

    ft.use_effect(came, [])

    def sure() -> None:
        if opened.heeds():
            clear()

    return controls.dialog(
        _("Clear the page?"),
        [
            controls.heading(_("Clear the page?")),
            controls.words(_("One touch on Undo brings it back."), size=theme.CHILD),
            ft.Row(
                [
                    controls.main_button(_("Keep it"), close, key="clear-no", height=theme.CHILD_TARGET),
                    controls.button(_("Clear"), session.handler(sure), key="clear-yes", height=theme.CHILD_TARGET),
                ],
                wrap=True,
            ),
        ],
        width=440,
    )


def pen_offer(session: Session) -> ft.Control:
    """A pen was seen: whether a hand that rests on the page may draw too is theirs to say."""

    def answer(only_pen: bool) -> Handler:
        def answered() -> None:
            session.habits = replace(session.habits, only_pen=only_pen, asked=True)

        return answered

    return ft.Row(
        [
            controls.words(_("You have a pen. Should only the pen draw?")),
            controls.main_button(_("Only the pen"), answer(True), key="pen-alone", height=theme.CHILD_TARGET),
            controls.button(_("Fingers too"), answer(False), key="fingers-too", height=theme.CHILD_TARGET),
        ],
        wrap=True,
        alignment=ft.MainAxisAlignment.CENTER,
        run_spacing=theme.GAP_S,
    )
