"""What a family works on first, and what it is proud of: picked and told from the same areas."""

import flet as ft

from app.blocks.star.changes import pick
from app.blocks.star.model import MOST_TO_WORK_ON, Held, PlanArea, Showing, sets_shown
from app.blocks.star.movement import shown, way_said, went_up
from app.document import WORKER, Document, Section, new_id
from app.document.saying import SOMEBODY, sayings
from app.kit import controls, theme
from app.kit.controls import Handler
from app.kit.editor_context import EditorContext, Step
from app.language import _
from app.sayings.screen.editor import Talk


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the section's one step."""
    picked = any(a.work for there in sets_shown(document, section) for a in there.there)
    return (Step(key=section.slug, title=_(section.title), spoken=picked),)


def sheet(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return the areas to pick from, and the steps of those that are picked."""
    question = controls.question(_(section.question), talking=context.talking)
    if context.holder:
        return ft.Column([question])
    sets = sets_shown(context.document, section)
    picked = [a for there in sets for a in there.there if a.work]
    children: list[ft.Control] = [
        question,
        *([controls.words(_(section.prompt), quiet=True)] if section.prompt and not context.talking else []),
    ]
    if context.talking:
        children += [controls.words(a.title, size=theme.CHILD) for a in picked]
        return ft.Column(children, spacing=theme.GAP)
    buttons: list[ft.Control] = [
        controls.button(
            a.title,
            _picks(context, section, a),
            key=f"pick-{a.slug}",
            height=theme.CHILD_TARGET,
            chosen=a.work,
            disabled=not a.work and _enough(there),
        )
        for there in sets
        for a in there.there
    ]
    children.append(ft.Row(buttons, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S))
    children += [_picked(context, section, a) for a in picked]
    return ft.Column(children, spacing=theme.GAP, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _enough(there: Held) -> bool:
    return sum(a.work for a in there.there) >= MOST_TO_WORK_ON


def _picks(context: EditorContext, section: Section, area: PlanArea) -> Handler:
    return context.handler(lambda: context.make(lambda: pick(context.now(), area.id), section.slug, ""))


def _picked(context: EditorContext, section: Section, area: PlanArea) -> ft.Control:
    """One area with its steps in lines, and the touch that adds one where they are written."""
    shape = section.shape if isinstance(section.shape, Showing) else Showing(of=())

    def add() -> None:
        by = WORKER if context.speaker == SOMEBODY else context.speaker
        if context.make(lambda: shape.add_step(context.now(), area.title, new_id(), by), shape.their_section, ""):
            context.go(shape.their_section)

    lines = [controls.words(f"•  {line}", size=theme.CONTROL) for line in shape.steps(context.document, area.title)]
    button = controls.button(_("Add a step"), context.handler(add), key=f"step-for-{area.slug}", icon=ft.Icons.ADD)
    inside = [controls.heading(area.title), *lines, *([ft.Row([button])] if shape.their_section else [])]
    return controls.card(ft.Column(inside, spacing=theme.GAP_S), padding=theme.GAP, key=f"picked-{area.slug}")


def proud_steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the section's one step."""
    return (Step(key=section.slug, title=_(section.title), spoken=bool(sayings(document, None, section=section.slug))),)


def proud_sheet(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return what went up, of all that is shown, and what people say to it."""
    up: list[str] = []
    if not context.holder:
        for there in sets_shown(context.document, section):
            all_ = shown(context.document, there)
            for way in went_up(all_):
                said = way_said(way, all_.names, context.who)
                up.append(_("{area}: {words}").format(area=way.area.title, words=said))
    talk = Talk.keyed(f"talk-{section.slug}")(
        context, section=section.slug, parent=None, for_whom=section.for_whom, owner=""
    )
    return ft.Column(
        [
            controls.question(_(section.question), talking=context.talking),
            *([controls.words(_(section.prompt), quiet=True)] if section.prompt else []),
            *controls.listed(_("What went up"), up, key="went-up"),
            talk,
        ],
        spacing=theme.GAP,
    )
