"""Closing a worry on the screen, with who says so and what did it; and the calm page of those that are none any more.

What the worry was, the numbers from first to last that people show, what did it, and a moment to be proud of.
"""

import flet as ft

from app.blocks.worries.closed import (
    PROUD,
    close,
    done_worries,
    from_first_to_last,
    may_say_so,
    open_again,
    says_so,
    was_worried,
    what_did_it,
)
from app.blocks.worries.model import Worry, open_worries
from app.blocks.worries.number_line import picture
from app.blocks.worries.screen.shown_views import WIDEST, WIDTH
from app.document import WORKER, Document, Section
from app.document.answer import movements
from app.document.schema import visible
from app.kit import controls, theme
from app.kit.component import component, state
from app.kit.controls import Handler
from app.kit.draft_field import DraftField
from app.kit.editor_context import EditorContext, Step
from app.kit.number_line import number_line_picture
from app.language import _, isolate
from app.sayings.outline import name_of
from app.sayings.screen.editor import Talk


def done_step(section: Section) -> str:
    """Return the key of the step in which the worries stand that are none any more."""
    return f"{section.slug}-done"


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the one step of those that are none any more, where there are any."""
    if not done_worries(document, section.slug):
        return ()
    return (Step(key=done_step(section), title=_("Not a worry any more"), spoken=True),)


def sheet(context: EditorContext, section: Section) -> ft.Control:
    """Return all of them, the one closed last on top."""
    question = controls.question(_("Not a worry any more"), talking=context.talking)
    if context.holder:
        return ft.Column([question])
    found = [_one(context, section, w) for w in done_worries(context.document, section.slug)]
    if not found:
        return ft.Column([question, controls.words(_("There is nothing here."), quiet=True)], spacing=theme.GAP)
    return ft.Column(
        [question, *found],
        spacing=theme.GAP_L,
        width=WIDEST if context.shape == "wide" else None,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _one(context: EditorContext, section: Section, worry: Worry) -> ft.Control:
    undo_scope, size = done_step(section), theme.CHILD if context.talking else theme.WORDS

    def again() -> None:
        if context.make(lambda: open_again(context.now(), worry.id), section.slug, ""):
            first = open_worries(context.now(), section.slug)[0].id == worry.id
            context.go(section.slug if first else worry.id)

    told: list[ft.Control] = [controls.heading(was_worried(worry, context.who))]
    told += [controls.words(words, size=size) for words in (worry.happened, worry.fear) if visible(words)]
    moved = movements(context.document, worry.scale.id) if worry.scale.id else ()
    if moved:
        drawn = number_line_picture(picture(moved, worry.scale, context.who, width=WIDTH[context.shape]))
        told.append(ft.Row([drawn]))
        told += [controls.words(line, bold=True) for line in from_first_to_last(context.document, worry, context.who)]
    if not context.talking:
        told.append(_did(context, worry, undo_scope))
    elif visible(worry.did):
        told.append(controls.words(worry.did, size=size))
    told += [
        controls.quiet(says_so(worry, context.who)),
        controls.question(_("What are you proud of?"), talking=context.talking),
        Talk.keyed(f"proud-{worry.id}")(
            context,
            section=section.slug,
            parent=worry.id,
            for_whom=section.for_whom,
            asked=PROUD,
            undo_scope=undo_scope,
            size=size,
            writing=not context.talking,
        ),
    ]
    if not context.talking:
        told.append(ft.Row([controls.link(_("It is a worry again"), context.handler(again), key=f"again-{worry.id}")]))
    return controls.card(
        ft.Column(told, spacing=theme.GAP, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=theme.GAP,
        key=f"done-{worry.id}",
    )


def _did(context: EditorContext, worry: Worry, undo_scope: str) -> ft.Control:
    """Room for what did it."""
    key = f"did-{worry.id}"
    field = DraftField.keyed(key)(
        name=_("What did it?"),
        kept=worry.did,
        keep=lambda words: context.make(lambda: what_did_it(context.now(), worry.id, words), undo_scope, ""),
        draft=context.draft,
        field_key=key,
        hint=_("What people did, or what is different now"),
    )
    return ft.Container(field, padding=ft.Padding.only(top=theme.GAP_S))  # Its label stands above its edge.


@component
def CloseWorry(context: EditorContext, section: Section, worry: Worry) -> ft.Control:
    """The way to close a worry: what did it, and who says so. It is the worker's, and can be taken back there."""
    asked, ask = state(False)
    if not asked:
        way = controls.link(
            _("This is not a worry any more"), lambda: ask(True), key="close-worry", icon=ft.Icons.CHECK
        )
        return ft.Row([way])

    def say(person: str) -> Handler:
        def act() -> None:
            if context.make(
                lambda: close(context.now(), worry.id, by=person, day=context.today), done_step(section), WORKER
            ):
                context.go(done_step(section))

        return context.handler(act)

    buttons: list[ft.Control] = [
        controls.button(
            _("{name} says so").format(name=isolate(name_of(person, context.who))),
            say(person),
            key=f"close-{person}",
            height=theme.CHILD_TARGET,
        )
        for person in may_say_so(worry)
    ]
    shut = controls.button(_("Not now"), lambda: ask(False), key="close-not-now", height=theme.CHILD_TARGET)
    about = _("Only {name} closes a worry. It stays in the plan, and anybody here can open it again.")
    return controls.card(
        ft.Column(
            [
                controls.heading(_("Not a worry any more")),
                _did(context, worry, section.slug),
                controls.words(about.format(name=isolate(name_of(WORKER, context.who))), size=theme.CONTROL),
                controls.words(_("Who says so?"), bold=True),
                ft.Row([*buttons, shut], wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
            ],
            spacing=theme.GAP,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=theme.GAP,
        key="closing-worry",
    )
