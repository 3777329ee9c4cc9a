"""The areas of family life on the screen: three or four are chosen for a visit, and each has a calm page to talk on.

Talk first, number last (docs/domain/family-star.md): the numbers are given alone (alone.py), and stand here only where
their owners show them.
"""

from collections.abc import Callable

import flet as ft

from app.blocks.star.changes import choose, embed, newer, take_newer, write_end
from app.blocks.star.model import MOST_NOW, Held, PlanArea, held, offered
from app.blocks.star.movement import shown
from app.blocks.star.screen.history import area_shown
from app.blocks.star.screen.star import asking
from app.document import Document, Section
from app.document.answer import shown_answers
from app.document.schema import visible
from app.kit import controls, theme
from app.kit.component import component, state
from app.kit.controls import Handler
from app.kit.draft_field import DraftField
from app.kit.editor_context import EditorContext, Step
from app.language import _

WIDEST = 760
"""Of what is written and read: longer lines are hard to read."""


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the step in which areas are chosen, and one for each area of this visit."""
    there = held(document, section.slug)
    now = there.now if there is not None else ()
    return (
        Step(key=section.slug, title=_(section.title)),
        *(Step(key=a.id, title=a.title, spoken=_spoken(document, a)) for a in now),
    )


def _spoken(document: Document, area: PlanArea) -> bool:
    return visible(area.low) or visible(area.high) or bool(shown_answers(document, area.id))


def sheet(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return the page of one area, or that on which areas are chosen."""
    there = held(context.document, section.slug)
    area = there.area(step) if there is not None else None
    if there is not None and area is not None:
        return TalkPage.keyed(f"area-{area.id}")(context, section, there, area)
    return _choosing(context, section, there)


def _choosing(context: EditorContext, section: Section, there: Held | None) -> ft.Control:
    question = controls.question(_(section.question or section.title), talking=context.talking)
    if there is None:
        stretch = ft.CrossAxisAlignment.STRETCH
        return ft.Column([question, *_which_set(context, section)], spacing=theme.GAP, horizontal_alignment=stretch)
    enough = len(there.now) >= MOST_NOW
    buttons: list[ft.Control] = [
        controls.button(
            area.title,
            _chosen(context, section, area),
            key=f"choose-area-{area.slug}",
            height=theme.CHILD_TARGET,
            chosen=area.now,
            disabled=enough and not area.now,
        )
        for area in there.there
    ]
    children: list[ft.Control] = [
        question,
        *([controls.words(_(section.prompt), quiet=True)] if section.prompt else []),
        ft.Row(buttons, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
    ]
    if there.now and not context.holder:
        first = there.now[0].id
        begin = controls.main_button(
            _("Begin to talk"),
            context.handler(lambda: context.go(first)),
            key="begin-to-talk",
            height=theme.CHILD_TARGET,
        )
        children.append(ft.Row([begin]))
        children += asking(context, there)
    if not context.holder and not context.talking:
        children += _newer(context, section)
    return ft.Column(
        children,
        spacing=theme.GAP,
        width=WIDEST if context.shape == "wide" else None,
        # As wide as the sheet: where little stands here, the sheet would else be narrower than on other steps.
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _chosen(context: EditorContext, section: Section, area: PlanArea) -> Handler:
    return context.handler(
        lambda: context.make(lambda: choose(context.now(), area.id, day=context.today), section.slug, context.holder)
    )


def _which_set(context: EditorContext, section: Section) -> list[ft.Control]:
    """A council has areas of its own: the family says with which ones it begins. They stay for the whole plan."""

    def take(at: int) -> Handler:
        return context.handler(
            lambda: context.make(
                lambda: embed(section.slug, offered(section)[at]) if held(context.now(), section.slug) is None else (),
                section.slug,
                "",
            )
        )

    sets = [
        controls.button(_(s.title), take(n), key=f"take-set-{s.slug}", height=theme.CHILD_TARGET)
        for n, s in enumerate(offered(section))
    ]
    return [
        controls.words(_("Which list shall we use? This plan keeps it.")),
        ft.Row(list(sets), wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
    ]


def _newer(context: EditorContext, section: Section) -> list[ft.Control]:
    """A newer list can be taken. What was said before stays with the old one's areas."""
    if newer(context.document, section) is None:
        return []
    take = context.handler(lambda: context.make(lambda: take_newer(context.now(), section), section.slug, ""))
    return [
        controls.words(_("There is a newer list. What you said before stays."), size=theme.CONTROL),
        ft.Row([controls.button(_("Take the newer list"), take, key="take-newer-set")]),
    ]


@component
def TalkPage(context: EditorContext, section: Section, there: Held, area: PlanArea) -> ft.Control:
    """One area: something to begin with, what both ends mean for this family, and what is shown of it."""
    at, show = state(0)
    undo_scope = area.id
    question = controls.question(area.title, talking=context.talking)
    if context.talking:
        large = [controls.words(line, size=theme.CHILD) for line in area.prompts]
        return ft.Column([question, *large], spacing=theme.GAP_L)

    def keep(end: str) -> Callable[[str], bool]:
        return lambda words: context.make(
            lambda: write_end(context.now(), area.id, end, words), undo_scope, context.holder
        )

    def field(end: str, number: int, kept: str) -> ft.Control:
        drawn = DraftField.keyed(f"end-{end}-{area.id}")(
            name=_("What would {number} look like for us?").format(number=number),
            kept=kept,
            keep=keep(end),
            draft=context.draft,
            field_key=f"end-{end}",
            spot=f"end-{end}-{area.id}",
        )
        # Its label stands above its edge.
        return ft.Container(drawn, padding=ft.Padding.only(top=theme.GAP_S))

    prompts: list[ft.Control] = []
    if area.prompts:
        prompts.append(controls.words(area.prompts[at % len(area.prompts)], size=theme.CHILD))
    if len(area.prompts) > 1:
        other = controls.link(_("Another question"), context.handler(lambda: show(at + 1)), key="another-question")
        prompts.append(ft.Row([other]))
    children: list[ft.Control] = [
        question,
        *prompts,
        field("low", there.ends.lowest, area.low),
        field("high", there.ends.highest, area.high),
    ]
    if not context.holder:
        children += area_shown(context, shown(context.document, there), area, undo_scope)
        children += asking(context, there, area=area.id)
    return ft.Column(
        children,
        spacing=theme.GAP,
        width=WIDEST if context.shape == "wide" else None,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
