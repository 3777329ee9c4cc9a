"""One person gives their numbers, alone, with the tablet in their hands: an area a page, and at the end who sees them.

Source: docs/domain/family-star.md ("Score apart, show together"). The pages are as many, and in the same order,
whatever was said on them. What is said is kept at once, so that whoever stops in the middle loses nothing; and nothing
tells that they began. One touch gives a number, and the next page comes a moment later: time to see what was touched.
"""

import asyncio
from collections.abc import Hashable
from concurrent.futures import Future
from dataclasses import replace
from typing import Any

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from app.asking.screen.form import WHO_SEES, AnswerForm, id_for, not_said
from app.asking.screen.page import Asked, if_not_safe, nobody_waits, shown_now
from app.blocks.star.model import Areas, Held, PlanArea, ends_said, held, mark, question
from app.blocks.star.picture import star_part
from app.blocks.star.screen.who_sees import WhoSees
from app.document import Document, Section
from app.document.answer import alone_scope
from app.kit import controls, theme
from app.kit.component import component
from app.kit.drafts import Draft
from app.kit.editor_context import EditorContext
from app.kit.star import star
from app.language import _, right_to_left
from app.sheet.star import StarShape

STAR = {"wide": 440, "tall": 560, "phone": 320}
"""How wide the star is, by the shape of the window."""


def alone(context: EditorContext, section: Section, about: str) -> ft.Control:
    """Return the page in hand (context.at) of those on which the holder is asked about all areas of this visit.

    about: the set that the plan holds; or one area, where nothing else is asked. context.document: what the holder
    sees.
    """
    there = held(context.document, section.slug)
    one = there.area(about) if there is not None else None
    asked = (one,) if one is not None else there.now if there is not None and about == there.id else ()
    if there is None or not asked:
        return controls.words(_("This page is not there any more. Please give the tablet back."), quiet=True)
    pages = [*(a.id for a in asked), WHO_SEES]
    at = pages.index(context.at) if context.at in pages else 0
    shown: ft.Control
    if pages[at] == WHO_SEES:
        asks_for = _("Who may see your numbers?")
        shown = WhoSees.keyed("who-sees")(context, tuple((a, _giving(context, a).now) for a in asked))
    else:
        asks_for = question(asked[at], there.ends)
        before = asked[at - 1] if at else None
        shown = AreaPage.keyed(f"area-page-{pages[at]}")(context, there, asked[at], before, pages[at + 1])
    ways = [
        controls.button(
            _("Back"),
            context.handler(lambda: context.go(pages[at - 1])),
            key="page-back",
            height=theme.CHILD_TARGET,
            disabled=at == 0,
        ),
        controls.main_button(
            _("Next"),
            context.handler(lambda: context.go(pages[at + 1])),
            key="page-next",
            height=theme.CHILD_TARGET,
            disabled=pages[at] == WHO_SEES,
        ),
    ]
    # In sight without scrolling, however much stands below.
    turning = ft.Row(ways, spacing=theme.GAP_S)
    asks = controls.question(asks_for)
    head: list[ft.Control] = [asks, turning] if context.shape == "phone" else [_beside(asks, turning)]
    return ft.Column(
        [controls.quiet(there.title), *head, if_not_safe(context), shown],
        key=f"alone-{pages[at]}",
        spacing=theme.GAP,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


TURNS_AFTER = 0.6
"""Seconds between the touch that gives a number and the next page: to see it, and for a second touch to do nothing."""


def asked_about(document: Document, section: Section, about: str) -> Asked | None:
    """Return what somebody is asked: which star, and which of its areas."""
    there = held(document, section.slug)
    if there is None:
        return None
    one = there.area(about)
    asked = (one,) if one is not None else there.now
    children = isinstance(section.shape, Areas) and section.shape.children
    return Asked(there.title, tuple(a.title for a in asked), children=True, grown_ups=not children)


def _beside(question: ft.Control, ways: ft.Control) -> ft.Control:
    return ft.Row([ft.Container(question, expand=True), ways], vertical_alignment=ft.CrossAxisAlignment.START)


def _giving(context: EditorContext, area: PlanArea) -> AnswerForm:
    return AnswerForm(context, area.id, id_for(context, area.id), alone_scope(area.id), mark(area))


class Turning:
    """A page that turns by itself a moment after it was answered, unless something is done on it before.

    To be made once whenever its component is drawn. onward: the page (EditorContext.at) to which it turns.
    """

    def __init__(self, context: EditorContext, area: PlanArea, onward: str) -> None:
        self._context = context
        self._area = area
        self._onward = onward
        self._waiting: MutableRef[Future[Any] | None] = ft.use_ref(None)
        ft.use_effect(lambda: None, [], cleanup=self.stay)
        # Who has come back to mend an answer stays, and so does who has begun to write.
        self._first: MutableRef[bool] = ft.use_ref(lambda: not self._answered())

    def form(self) -> AnswerForm:
        """Return the form of the answer, with which the page turns after a first one, and stays where one writes."""
        context = self._context
        form = _giving(replace(context, draft=replace(context.draft, put=self._writes)), self._area)
        then = self._turn_soon if self._first.current else self.stay
        return replace(form, then=then, turning=lambda: self._waiting.current is not None)

    def stay(self) -> None:
        """Turn no more."""
        if self._waiting.current is not None:
            self._waiting.current.cancel()
            self._waiting.current = None

    def _writes(self, name: Hashable, draft: Draft | None) -> None:
        self.stay()
        self._context.draft.put(name, draft)

    def _answered(self) -> bool:
        now = _giving(self._context, self._area).now
        return now.number is not None or bool(now.none)

    def _turn_soon(self) -> None:
        self.stay()
        self._waiting.current = ft.context.page.run_task(self._turn)

    async def _turn(self) -> None:
        await asyncio.sleep(TURNS_AFTER)
        self._waiting.current = None
        if self._answered():
            self._context.go(self._onward)


@component
def AreaPage(context: EditorContext, there: Held, area: PlanArea, before: PlanArea | None, onward: str) -> ft.Control:
    """One area: what its ends mean, and the number, by touch on the star's arm, by a button, or written.

    before: the area of the page before. onward: the page (EditorContext.at) to which a first answer leads by itself.
    """
    form = Turning(context, area, onward).form()
    stretch = ft.CrossAxisAlignment.STRETCH
    drawn = _arms(context, there, area, form)
    column = ft.Column(_ways_to_answer(context, there, area, form), spacing=theme.GAP, horizontal_alignment=stretch)
    # A phone has no room for both, and whoever cannot see the picture needs the buttons.
    both: list[ft.Control] = [column, ft.Row([drawn])] if context.shape == "phone" else [ft.Row([drawn]), column]
    body: ft.Control = ft.Column(both, spacing=theme.GAP, horizontal_alignment=stretch)
    if context.shape == "wide":
        column.expand = True
        body = ft.Row([drawn, column], spacing=theme.GAP_L, vertical_alignment=ft.CrossAxisAlignment.START)
    return ft.Column(
        [
            *_said_before(context, before),
            *(controls.words(end, bold=True) for end in ends_said(area, there.ends)),
            body,
        ],
        spacing=theme.GAP,
        horizontal_alignment=stretch,
    )


def _arms(context: EditorContext, there: Held, area: PlanArea, form: AnswerForm) -> ft.Control:
    """The star with the arm of this area, on which a touch gives the number."""
    ends = there.ends
    arms = there.there if area in there.there else (area,)
    at = arms.index(area)
    given = form.now.number
    numbers = tuple(given if n == at else None for n in range(len(arms)))
    part = star_part(
        [a.title for a in arms],
        [StarShape("", numbers)],
        lowest=ends.lowest,
        highest=ends.highest,
        faces=ends.faces,
        chosen=at,
    )

    def touched(_arm: int, number: int) -> None:
        if form.say(number=number):
            form.then()

    return star(
        part,
        STAR[context.shape],
        right_to_left=right_to_left(),
        heard=context.handler,
        on_number=touched,
    )


def _ways_to_answer(context: EditorContext, there: Held, area: PlanArea, form: AnswerForm) -> list[ft.Control]:
    """The numbers as buttons and to write, the ways not to say, and room for one's own words."""
    faces = there.ends.faces
    own = _("What makes it like that?") if faces else _("What makes it that high?")
    return [
        form.numbers(),
        *([] if faces else [form.written(_("Or write the number"))]),
        form.nones(),
        nobody_waits(),
        *form.words(own, "stand" if faces else "number"),
        *shown_now(context, area.id, form.id, form.undo_scope),
    ]


def _said_before(context: EditorContext, before: PlanArea | None) -> list[ft.Control]:
    """What was said on the page before, which has turned by itself; nothing where nothing was."""
    now = _giving(context, before).now if before is not None else None
    words = (str(now.number) if now.number is not None else not_said(now)) if now is not None else ""
    if before is None or not words:
        return []
    told = _("{area}: {words}. To change it, touch Back.").format(area=before.title, words=words)
    return [controls.words(told, size=theme.CONTROL, quiet=True)]
