"""What stands around the sheet of a plan: its steps at the side, and the people below."""

from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias

import flet as ft

from app.asking.screen.block_screen import Arranging
from app.document import WORKER, Change, Person, Section
from app.document.header import change_header, next_stage
from app.kit import controls, theme
from app.kit.avatars import Avatars, face_button
from app.kit.controls import Handler
from app.kit.editor_context import EditorContext, Step
from app.kit.scroll_into_view import InSight
from app.kit.tappable import touchable
from app.language import _
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import BeginFamilyTime
from app.ui.session.session import Session

STEP_HEIGHT = 54
"""Room for two lines of a step's name."""

SetUpSheet: TypeAlias = Literal["shut", "asking", "open"]
"""The worker's own sheet: it opens with the PIN only, and shuts when the plan is left."""


def side_steps(
    session: Session,
    listed: list[tuple[Section, Step]],
    at: int,
    go: Callable[[str], None],
    *,
    across: bool,
    onward: list[ft.Control],
    more: list[ft.Control],
) -> ft.Control:
    """The steps in order, down the side or along the top, and the way to further ones behind them (`onward`).

    `more` stays in sight however many there are.
    """
    lines: list[ft.Control] = []
    for n, (_section, step) in enumerate(listed):
        line = _step(session, step, here=n == at, go=go, across=across)
        # Along the top few names fit: the step that one is at is never out of sight.
        lines.append(line if across or n != at else InSight.keyed(f"at-{step.key}")(line, name=f"at-{step.key}"))
    lines += onward
    if across:
        steps = ft.Column(lines, spacing=0, scroll=ft.ScrollMode.AUTO, expand=True)
        edge = ft.Border.only(top=ft.BorderSide(1, theme.LINE))
        below = ft.Container(
            ft.Row(more, spacing=4, run_spacing=0, wrap=True), border=edge, padding=ft.Padding.only(top=4)
        )
        return ft.Column([steps, below], spacing=0, expand=True)
    # The scroll bar, where there is one, gets a strip of its own below the names.
    along = ft.Row(lines, spacing=4, scroll=ft.ScrollMode.AUTO, expand=True)
    return ft.Container(ft.Row([along, *more], spacing=4), height=STEP_HEIGHT + 10)


def _step(session: Session, step: Step, *, here: bool, go: Callable[[str], None], across: bool) -> ft.Control:
    """One line of the side. A dot where somebody spoke; no ticks and no counts: nothing here is homework."""
    sign: ft.Control
    if step.private:
        sign = ft.Icon(ft.Icons.VISIBILITY_OFF_OUTLINED, size=16, color=theme.PRIVATE)
    elif step.changed:
        sign = ft.Icon(ft.Icons.EDIT_NOTE, size=16, color=theme.QUIET)
    else:
        sign = ft.Container(
            width=8,
            height=8,
            border_radius=4,
            bgcolor=theme.ACCENT if step.spoken else ft.Colors.TRANSPARENT,
        )
    name = step.title
    if step.private:
        name = _("{page}, private").format(page=step.title)
    elif step.changed:
        name = _("{page}, words changed since the drawing").format(page=step.title)
    elif step.spoken:
        name = _("{page}, somebody spoke here").format(page=step.title)
    touched = session.handler(lambda: go(step.key))
    text = ft.Text(
        step.title,
        style=theme.text_style(theme.CONTROL, bold=here, height=1.2),
        max_lines=3 if across else 2,
        overflow=ft.TextOverflow.ELLIPSIS,
    )
    words = ft.Container(text, padding=ft.Padding.symmetric(vertical=4), expand=across)
    # Flet has no least height: something thin holds a line open, and a third line of words makes it higher.
    least = ft.Container(width=0, height=STEP_HEIGHT)
    return touchable(
        ft.Row([ft.Row([least, sign], spacing=0, tight=True), words], spacing=theme.GAP_S, tight=not across),
        name,
        touched,
        key=f"step-{step.key}",
        chosen=here,
        padding=ft.Padding.symmetric(horizontal=10),
        bgcolor=theme.CHOSEN if here else ft.Colors.TRANSPARENT,
    )


def onward(context: EditorContext, make: Callable[[Sequence[Change]], object]) -> list[ft.Control]:
    """The quiet way to what a plan holds for a later visit: one touch opens it, and Undo shuts it again.

    It says nothing of what is not open: nothing there waits for anybody. make: makes the change, here and now.
    """
    kind, stage = context.document.kind, next_stage(context.document)
    if stage is None or stage > len(kind.more) or context.alone:
        return []
    touched = context.handler(lambda: make(change_header(context.now(), stage=stage)))
    return [controls.link(_(kind.more[stage - 1]), touched, key=f"open-stage-{stage}", icon=ft.Icons.ADD)]


def arrange_link(session: Session, arrange: tuple[str, Arranging] | None, ask: Callable[[], None]) -> list[ft.Control]:
    """The way to the order of the pages, where a plan has some; in the family's own time they stay as they are."""
    if arrange is None or session.family_time:
        return []
    pages = session.handler(ask)
    if session.window.shape == "wide":
        return [controls.link(arrange[0], pages, key="arrange", icon=ft.Icons.ADD)]
    return [controls.icon_button(ft.Icons.ADD, arrange[0], pages, key="arrange")]


def more_links(
    session: Session,
    plan: OpenPlan,
    setup: list[Section],
    set_set_up: Callable[[SetUpSheet], None],
    set_up: SetUpSheet,
    to_first: Callable[[], None],
) -> list[ft.Control]:
    """What is not one of today's steps: the family's own time, the worker's set-up sheet."""
    links: list[ft.Control] = []
    alone = session.handler(lambda: session.go(BeginFamilyTime(plan.id)))
    links.append(
        controls.icon_button(ft.Icons.FAMILY_RESTROOM, _("Private family time"), alone, key="begin-family-time-screen")
    )
    if setup and set_up != "open":
        ask = session.handler(lambda: set_set_up("asking"))
        links.append(controls.icon_button(ft.Icons.ASSIGNMENT_OUTLINED, _("Set-up sheet"), ask, key="set-up-sheet"))
    elif setup:

        def shut() -> None:
            set_set_up("shut")
            to_first()

        links.append(
            controls.icon_button(
                ft.Icons.ASSIGNMENT_TURNED_IN_OUTLINED,
                _("Close the set-up sheet"),
                session.handler(shut),
                key="close-set-up",
                chosen=True,
            )
        )
    return links


def people_bar(
    session: Session,
    plan: OpenPlan,
    who: dict[str, Person],
    pictures: Avatars,
    speak: Callable[[str], None],
    new: Callable[[], None],
    change: Callable[[], None],
) -> ft.Control:
    """The faces: one touch says who is speaking now. new: somebody joins; change: somebody wants another face."""

    def chosen(person: str) -> Handler:
        return session.handler(lambda: speak(person))

    faces = [
        face_button(
            p.name,
            p.colour,
            p.shape,
            chosen(p.id),
            key=f"speak-{p.id}",
            label=_("{name} speaks").format(name=p.name),
            chosen=p.id == plan.speaker,
            picture=pictures.get(p.id),
        )
        for p in who.values()
    ]
    phone = session.window.shape == "phone"
    size = theme.TARGET if phone else theme.CHILD_TARGET
    add = controls.icon_button(ft.Icons.ADD, _("Somebody new"), session.handler(new), key="new-person", size=size)
    if who.keys() - {WORKER}:
        # After the faces: on a phone it is scrolled to with them.
        faces.append(
            controls.icon_button(
                ft.Icons.FACE_RETOUCHING_NATURAL,
                _("Choose a face"),
                session.handler(change),
                key="choose-face",
                size=size,
            )
        )
    if phone:  # Few faces fit: whatever is scrolled away, somebody new finds the way in.
        return ft.Row([ft.Row(faces, spacing=4, scroll=ft.ScrollMode.AUTO, expand=True), add], spacing=4)
    return ft.Row([*faces, add], spacing=4, scroll=ft.ScrollMode.AUTO)
