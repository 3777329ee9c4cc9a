"""A page of the child's own on the screen: shut until it is opened on purpose, and who sees it is the child's choice.

Source: docs/domain/words-and-pictures.md ("My pages"); the sentence about safety stands beside the choice.
"""

import flet as ft

from app.blocks.storyboard.model import Page, give_to
from app.blocks.storyboard.screen.audience import choices, who_can_see
from app.document import CHILD, EVERYONE, WORKER
from app.kit import controls, theme
from app.kit.component import component, state
from app.kit.editor_context import EditorContext
from app.language import _, isolate
from app.sayings.outline import name_of, who_reads
from app.sayings.screen.editor import Talk


def private_page(context: EditorContext, page: Page) -> ft.Control:
    """Return a page of somebody's own; in nobody's hands but its owner's is anything of it."""
    if context.holder:
        return InOwnHands.keyed(f"in-own-hands-{page.id}")(context, page)
    return PrivatePage.keyed(f"own-{page.id}")(context, page)


@component
def InOwnHands(context: EditorContext, page: Page) -> ft.Control:
    """The page in its owner's hands, alone: what is asked, their words, and who sees them. Others are chosen later,
    by the child and the worker together (docs/domain/safety-plan.md, "The child's part").
    """
    asked = page.kind
    return ft.Column(
        [
            *(
                [controls.question(_(asked.question)), controls.words(_(asked.prompt), quiet=True)]
                if asked is not None
                else []
            ),
            controls.words(who_can_see(context, page)),
            reads(context),
            Talk.keyed(f"talk-{page.id}")(
                context, section=page.section, parent=page.id, size=theme.CHILD, owner=page.by
            ),
        ],
        spacing=theme.GAP,
    )


@component
def PrivatePage(context: EditorContext, page: Page) -> ft.Control:
    """The page, shut; opened by its own touch, and shut again when the screen is left."""
    open_, set_open = state(page.for_whom == EVERYONE)
    name = name_of(page.by, context.who)

    def give_it(person: str) -> None:
        context.make(give_to(page, person), page.id, WORKER)

    async def give_tablet() -> None:
        await context.hand_over(page.id)

    async def give_to_write() -> None:
        await context.give_to_write(page.id, page.by)

    def give() -> None:
        context.ask_who(_("Whose page is this?"), give_it, "child")

    children: list[ft.Control] = [
        controls.question(_("{name}'s page").format(name=name)),
        controls.heading(_("Who can see this page?")),
        *choices(context, page, actor=page.by, height=theme.CHILD_TARGET),
        controls.words(who_can_see(context, page)),
        reads(context),
    ]
    if page.by != CHILD and not context.alone:
        # Also while it is shut: nobody at the table sees what was written, on the way to its owner.
        alone = _("Give it to {name} alone").format(name=isolate(name))
        children.append(controls.button(alone, context.handler(give_to_write), key="give-alone"))
    if page.by == CHILD:
        children.append(controls.button(_("Say whose page this is"), context.handler(give), key="give-page"))
    if open_:
        children += [controls.words(_(page.kind.question), bold=True)] if page.kind is not None else []
        children.append(
            Talk.keyed(f"talk-{page.id}")(
                context,
                section=page.section,
                parent=page.id,
                size=theme.CHILD,
                owner=page.by,
            )
        )
        # It is its owner who draws here: handed over, as every child's page is.
        draw = controls.main_button(_("Draw"), context.handler(give_tablet), key="draw", icon=ft.Icons.BRUSH)
        children.append(ft.Row([draw]))
    else:
        children.append(
            controls.main_button(
                _("Open this page"),
                context.handler(lambda: set_open(True)),
                key="open-page",
                height=theme.CHILD_TARGET,
            )
        )
    return ft.Column(children, spacing=theme.GAP)


def reads(context: EditorContext) -> ft.Control:
    """Return who reads what is kept, said before the first word."""
    said = controls.words(who_reads(name_of(WORKER, context.who)), size=theme.CONTROL, quiet=True)
    return ft.Container(said, key="who-reads")
