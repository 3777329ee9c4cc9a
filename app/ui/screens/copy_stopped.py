"""A copy that was stopped: at the table no more than that; which words it was, and where, behind the PIN.

Source: docs/domain/sharing.md ("A hit stops the copy and says what and where").
"""

from collections.abc import Callable

import flet as ft

from app.export.read_back import Leak
from app.kit import controls, theme
from app.kit.component import component, state
from app.language import _
from app.ui.screens.ask_pin import ask_pin
from app.ui.session.session import Session


@component
def CopyStopped(session: Session, leak: Leak, *, again: Callable[[], None], to_plan: Callable[[], None]) -> ft.Control:
    """That it was stopped, the way to why, and the ways on. again(): begin the copy anew; to_plan(): to the plan."""
    asked, set_asked = state(False)
    proved, set_proved = state(False)
    shown: list[ft.Control] = [controls.title(_("No copy was made")), controls.fault(leak.sentence())]
    if proved:
        shown += [controls.words(line) for line in leak.why()]
        shown.append(
            controls.button(_("Close this"), session.handler(lambda: _close(set_asked, set_proved)), key="close-why")
        )
    elif asked:
        why = _("This is for the worker alone.")
        shown.append(ask_pin(session, why=why, then=lambda: set_proved(True), fresh=True))
    else:
        way = session.handler(lambda: set_asked(True))
        shown.append(ft.Row([controls.link(_("For the worker: why it was stopped"), way, key="why-stopped")]))
    shown += [
        controls.button(_("Start again"), session.handler(again), key="again", height=56),
        controls.button(_("Back to the plan"), session.handler(to_plan), key="to-plan", height=56),
    ]
    return ft.Column(shown, spacing=theme.GAP, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _close(set_asked: Callable[[bool], None], set_proved: Callable[[bool], None]) -> None:
    set_proved(False)
    set_asked(False)
