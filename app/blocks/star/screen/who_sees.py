"""The last page in the hands of whoever gave numbers: who may see them. One touch for all, or each one by itself."""

from collections.abc import Callable, Sequence

import flet as ft

from app.asking.screen.form import WHO_SEES, not_said, row, worker_of
from app.asking.screen.page import keep_or_show
from app.blocks.star.model import PlanArea
from app.document import Change, Document
from app.document.answer import Answer, alone_scope, keep, show
from app.kit import controls, theme
from app.kit.component import component, state
from app.kit.controls import Handler
from app.kit.editor_context import EditorContext
from app.language import _

Act = Callable[[Document, str], Sequence[Change]]


@component
def WhoSees(context: EditorContext, given: tuple[tuple[PlanArea, Answer], ...]) -> ft.Control:
    """Each area with what was said of it, and the touches that keep or show. Kept, unless its owner shows it."""
    each, choose_each = state(False)
    mine = [a for _area, a in given if a.says_something]
    shown = [a for a in mine if a.shown]

    def all_(act: Act) -> Handler:
        def changes() -> tuple[Change, ...]:
            return tuple(c for a in mine for c in act(context.now(), a.id))

        def done() -> None:
            choose_each(False)
            if context.make(changes, alone_scope(WHO_SEES), context.holder):
                context.chose()

        return context.handler(done)

    apart = each or (bool(shown) and len(shown) < len(mine))
    one_by_one = context.handler(lambda: choose_each(True))
    together = not apart and bool(shown)
    ways = (
        ("keep-all", _("Keep all"), ft.Icons.VISIBILITY_OFF_OUTLINED, all_(keep), not apart and not shown),
        ("show-all", _("Show all to everyone"), ft.Icons.PEOPLE_OUTLINE, all_(show), together),
        ("choose-each", _("Choose for each"), ft.Icons.CHECKLIST, one_by_one, apart),
    )
    told = _("Only you and {worker} see what you keep. It is in nobody's copy.").format(worker=worker_of(context))
    return ft.Column(
        [
            row(
                [
                    controls.button(
                        name, act, key=key, icon=icon, height=theme.CHILD_TARGET, chosen=chosen, disabled=not mine
                    )
                    for key, name, icon, act, chosen in ways
                ]
            ),
            controls.words(told),
            controls.words(
                _("Everyone at the table can see what you show. You can take that back."), size=theme.CONTROL
            ),
            *(_area(context, area, now, apart=apart) for area, now in given),
        ],
        spacing=theme.GAP,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _area(context: EditorContext, area: PlanArea, now: Answer, *, apart: bool) -> ft.Control:
    """An area with what was said of it. apart: it is kept or shown by itself."""
    said = str(now.number) if now.number is not None else not_said(now)
    words = _("{name}: {number}").format(name=area.title, number=said) if said else area.title
    line = controls.words(words, bold=True)
    if not apart:
        return line
    buttons = keep_or_show(context, now, alone_scope(WHO_SEES), key=f"-{area.id}", label=area.title)
    return ft.Column([line, buttons], spacing=4)
