"""A page of the child's own on the screen: shut until it is opened on purpose, and who sees it is the child's choice.

Source: field/words-and-pictures.md ("My pages"); the sentence about safety stands beside the choice.
"""

import flet as ft

from app.blocks.spoken import name_of, who_reads
from app.blocks.storyboard.audience import choices, who_can_see
from app.blocks.storyboard.reading import Page, give_to
from app.blocks.talk import Talk
from app.document import CHILD, EVERYONE, WORKER
from app.language import _, isolate
from app.ui.kit import parts, theme
from app.ui.kit.component import component, state
from app.ui.kit.hand import Hand


def private_page(hand: Hand, page: Page) -> ft.Control:
    """Return a page of somebody's own; in nobody's hands but its owner's is anything of it."""
    if hand.holder:
        return InOwnHands(hand, page, key=f"in-own-hands-{page.id}")
    return PrivatePage(hand, page, key=f"own-{page.id}")


@component
def InOwnHands(hand: Hand, page: Page) -> ft.Control:
    """The page in its owner's hands, alone: what is asked, their words, and who sees them. Others are chosen later,
    by the child and the worker together (field/safety-plan.md, "The child's part").
    """
    asked = page.kind
    return ft.Column(
        [
            *(
                [parts.question(_(asked.question)), parts.words(_(asked.prompt), quiet=True)]
                if asked is not None
                else []
            ),
            parts.words(who_can_see(hand, page)),
            reads(hand),
            Talk(hand, section=page.section, parent=page.id, size=theme.CHILD, owner=page.by, key=f"talk-{page.id}"),
        ],
        spacing=theme.GAP,
    )


@component
def PrivatePage(hand: Hand, page: Page) -> ft.Control:
    """The page, shut; opened by its own touch, and shut again when the screen is left."""
    open_, set_open = state(page.for_whom == EVERYONE)
    name = name_of(page.by, hand.who)

    def give_it(person: str) -> None:
        hand.make(give_to(page, person), page.id, WORKER)

    async def give_tablet() -> None:
        await hand.hand_over(page.id)

    async def give_to_write() -> None:
        await hand.give_to_write(page.id, page.by)

    def give() -> None:
        hand.ask_who(_("Whose page is this?"), give_it, "child")

    controls: list[ft.Control] = [
        parts.question(_("{name}'s page").format(name=name)),
        parts.heading(_("Who can see this page?")),
        *choices(hand, page, actor=page.by, height=theme.CHILD_TARGET),
        parts.words(who_can_see(hand, page)),
        reads(hand),
    ]
    if page.by != CHILD and not hand.alone:
        # Also while it is shut: nobody at the table sees what was written, on the way to its owner.
        alone = _("Give it to {name} alone").format(name=isolate(name))
        controls.append(parts.button(alone, hand.handler(give_to_write), key="give-alone"))
    if page.by == CHILD:
        controls.append(parts.button(_("Say whose page this is"), hand.handler(give), key="give-page"))
    if open_:
        controls += [parts.words(_(page.kind.question), bold=True)] if page.kind is not None else []
        controls.append(
            Talk(
                hand,
                section=page.section,
                parent=page.id,
                size=theme.CHILD,
                owner=page.by,
                key=f"talk-{page.id}",
            )
        )
        # It is its owner who draws here: handed over, as every child's page is.
        draw = parts.main_button(_("Draw"), hand.handler(give_tablet), key="draw", icon=ft.Icons.BRUSH)
        controls.append(ft.Row([draw]))
    else:
        controls.append(
            parts.main_button(
                _("Open this page"),
                hand.handler(lambda: set_open(True)),
                key="open-page",
                height=theme.CHILD_TARGET,
            )
        )
    return ft.Column(controls, spacing=theme.GAP)


def reads(hand: Hand) -> ft.Control:
    """Return who reads what is kept, said before the first word."""
    said = parts.words(who_reads(name_of(WORKER, hand.who)), size=theme.CONTROL, quiet=True)
    return ft.Container(said, key="who-reads")
