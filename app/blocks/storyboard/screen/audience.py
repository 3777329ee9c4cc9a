"""Who can see this? Answered on every page in a sentence, and changed by touch.

The sentence is read from the very value that `seen_by` makes copies from. Source: docs/domain/sharing.md.
"""

import flet as ft

from app.blocks.storyboard.model import Page, show_to
from app.document import EVERYONE, WORKER
from app.kit import controls, theme
from app.kit.audience import audience
from app.kit.component import component, state
from app.kit.editor_context import EditorContext
from app.language import _
from app.sayings.outline import name_of


def who_can_see(context: EditorContext, page: Page) -> str:
    """Return the sentence. A page of somebody's own is spoken of to its owner."""
    who = context.who
    worker = name_of(WORKER, who)
    own = page.by != WORKER
    if page.for_whom == EVERYONE:
        if own and _is_book(context):
            return _("This page is in the book. Everyone with a copy can see it.")
        return _("Everyone with a copy can see this page.")
    if page.for_whom.reach == "people" and page.for_whom.people:
        names = ", ".join(name_of(p, who) for p in page.for_whom.people)
        if own:
            return _("You, {worker} and these people can see it: {names}.").format(worker=worker, names=names)
        return _("{worker} and these people can see this page: {names}.").format(worker=worker, names=names)
    if own:
        return _("Only you and {worker} can see it. It is in nobody's copy.").format(worker=worker)
    return _("Only {worker} can see this page. It is in nobody's copy.").format(worker=worker)


def choices(context: EditorContext, page: Page, *, actor: str, height: int = theme.TARGET) -> list[ft.Control]:
    """Return the touches that change it.

    actor: who makes the change; "" is whoever speaks now.
    """
    only = _("Only me and {name}") if page.by != WORKER else _("Only {name}")
    return audience(
        context,
        page.for_whom,
        lambda whom: context.make(show_to(page, whom), page.id, actor),
        by=page.by,
        only=only.format(name=name_of(WORKER, context.who)),
        everyone=_("In the book") if _is_book(context) else _("In the plan"),
        icon=ft.Icons.MENU_BOOK_OUTLINED,
        height=height,
    )


def _is_book(context: EditorContext) -> bool:
    """Whether the pages here make a story; else they stand in a plan among other things."""
    return any(s.block == "storyboard" and not s.own for s in context.document.kind.sections)


@component
def WhoCanSee(context: EditorContext, page: Page) -> ft.Control:
    """The sentence, and "Change" with the choices behind it."""
    changing, set_changing = state(False)
    children: list[ft.Control] = [
        controls.quiet(who_can_see(context, page)),
        controls.link(
            _("Done") if changing else _("Change who can see it"), lambda: set_changing(not changing), key="who-sees"
        ),
    ]
    if changing:
        children += choices(context, page, actor="")
    return ft.Column(children, spacing=theme.GAP_S)
