"""On a later day: is this a new visit? Asked once a day, where numbers are. Nothing depends on what is said to it:
numbers of another day stay as they are, and those of today begin a round by themselves (document.visit_days).
"""

import flet as ft

from app.blocks import BeginVisit
from app.blocks.registry import block_of
from app.document import WORKER, Document, Section, private, seen_by
from app.document.visit_days import last_visit
from app.kit import controls, theme
from app.kit.component import component, state
from app.kit.editor_context import EditorContext
from app.language import _, full_date
from app.ui.session.open_plan import OpenPlan
from app.ui.session.session import Session


def new_visit(session: Session, plan: OpenPlan, context: EditorContext, section: Section) -> list[ft.Control]:
    """Return the question for a section's pages; nothing where it is private, in a family's own time, or in talk."""
    block = block_of(section)
    here = block is not None and block.numbers and not private(context.document, section.slug)
    if not here or context.alone or context.holder or context.talking:
        return []
    return [NewVisit.keyed("new-visit-card")(session, plan, context)]


def visit_setting(plan: str) -> str:
    """The name of the sealed setting that keeps on which day the question was answered."""
    return f"visit:{plan}"


@component
def NewVisit(session: Session, plan: OpenPlan, context: EditorContext) -> ft.Control:
    """The question, on a day later than the last visit, until it is answered. Only what everyone may see decides."""
    answered, set_answered = state(True)
    today = session.application.today

    async def look() -> None:
        with session.minding():
            set_answered(await session.settings.get(visit_setting(plan.id), "") == today.isoformat())

    ft.use_effect(look, [plan.id, today])
    last = ft.use_memo(lambda: last_visit(seen_by(context.document, None)), [context.document])

    async def answer() -> None:
        set_answered(True)
        await session.settings.remember(
            visit_setting(plan.id), session.application.today.isoformat()
        )  # Midnight may have passed.

    async def begin() -> None:
        recorded = _recorded(context.document)
        if recorded is not None:
            section, begin_visit = recorded
            by = context.actor if context.document.kind.owned else WORKER
            context.make(lambda: begin_visit(context.now(), section, by, session.application.today), section.slug, "")
        await answer()

    if answered or last is None or last >= today:
        return ft.Container(height=0)
    stays = _(
        "Last time was {day}. What was said then stays as it is. New numbers are kept beside it, with their own date."
    )
    return controls.card(
        ft.Column(
            [
                controls.heading(_("Is this a new visit?")),
                controls.words(stays.format(day=full_date(last)), size=theme.CONTROL),
                ft.Row(
                    [
                        controls.button(_("Yes, a new visit"), session.handler(begin), key="new-visit"),
                        controls.button(_("Not now"), session.handler(answer), key="same-visit"),
                    ],
                    wrap=True,
                    spacing=theme.GAP_S,
                    run_spacing=theme.GAP_S,
                ),
            ],
            spacing=theme.GAP_S,
        ),
        padding=theme.GAP,
        key="is-it-a-new-visit",
    )


def _recorded(document: Document) -> tuple[Section, BeginVisit] | None:
    """Return the section that records visits, and what begins one there; None where there is none."""
    blocks = ((section, block_of(section)) for section in document.kind.sections)
    return next(
        ((s, block.new_visit) for s, block in blocks if block is not None and block.new_visit is not None), None
    )
