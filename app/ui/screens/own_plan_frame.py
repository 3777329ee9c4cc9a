"""What stands round a page of a plan that a young person holds: whose it is, a warning, a door, who can see it, skip.

For every block alike, so that no page can be without it. A plan that nobody holds has its pages as they are.
"""

from collections.abc import Callable

import flet as ft

from app.blocks.privacy.model import what_private_means, who_can_see
from app.blocks.registry import sets_privacy
from app.document import WORKER, Section, name_holder, private
from app.document.header import HEADER, header
from app.document.saying import SOMEBODY
from app.kit import controls, theme
from app.kit.component import component, state
from app.kit.editor_context import EditorContext
from app.language import _
from app.sayings.outline import name_of, who_reads
from app.ui.session.open_plan import OpenPlan


def use_own_voice(plan: OpenPlan) -> None:
    """Whoever holds the plan speaks in it, until another face is touched. A hook: for components."""
    whose = header(plan.document).whose if plan.document.kind.owned else ""

    def speak() -> None:
        if whose and plan.speaker == SOMEBODY and plan.worker_here:
            plan.speaker = whose

    ft.use_effect(speak, [whose])


def framed(
    context: EditorContext, section: Section, page: Callable[[], ft.Control], *, skip: Callable[[], None] | None
) -> ft.Control:
    """Return a page with what stands round it. page: makes it, when it is to be seen. skip: goes to the next."""
    if not context.document.kind.owned:
        return page()
    if not context.young:
        return _whose(context)
    if sets_privacy(section):
        return page()
    return Framed.keyed(f"framed-{section.slug}")(context, section, page, skip)


@component
def Framed(
    context: EditorContext, section: Section, page: Callable[[], ft.Control], skip: Callable[[], None] | None
) -> ft.Control:
    """The page. A private one is shut until it is opened, for others share the screen; not so in its holder's hands."""
    shut = private(context.document, section.slug)
    opened, open_ = state(False)
    sees = who_can_see(context.document, section, context.who)
    own = next((s.slug for s in context.document.kind.sections if sets_privacy(s)), "")
    change: list[ft.Control] = []
    if own and not (context.holder or context.alone or context.talking):
        change = [controls.link(_("Change"), context.handler(lambda: context.go(own)), key="change-who-sees")]
    if shut and not (opened or context.holder == context.young):
        opening = controls.main_button(
            _("Open this page"), context.handler(lambda: open_(True)), key="open-page", height=theme.CHILD_TARGET
        )
        return ft.Column(
            [
                controls.question(_(section.title)),
                _sees(sees, shut=True),
                # In anybody else's hands there is no way in.
                *(
                    []
                    if context.holder
                    else [controls.words(_("Open it when only the right people can see the screen."))]
                ),
                ft.Row(
                    [
                        *([] if context.holder else [opening]),
                        *change,
                    ],
                    wrap=True,
                ),
            ],
            spacing=theme.GAP,
        )
    top = [_caution(_(section.caution))] if section.caution and not context.talking else []
    skipping: list[ft.Control] = []
    if change and skip is not None:
        skipping = [ft.Row([controls.link(_("Skip this"), context.handler(skip), key="skip")])]
    # On top, for it is to be known before the first word.
    who = ft.Row([ft.Container(_sees(sees, shut=shut), expand=True), *change], key="who-can-see", spacing=theme.GAP_S)
    reads = [controls.quiet(who_reads(name_of(WORKER, context.who)))] if shut else []
    return ft.Column(
        [who, *reads, *top, page(), *skipping],
        spacing=theme.GAP_S,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _sees(sentence: str, *, shut: bool) -> ft.Control:
    color = theme.PRIVATE if shut else theme.QUIET
    icon = ft.Icon(
        ft.Icons.VISIBILITY_OFF_OUTLINED if shut else ft.Icons.PEOPLE_OUTLINE,
        size=20,
        color=color,
    )
    words = ft.Text(sentence, style=theme.text_style(theme.SMALL, color=color, height=1.4))
    return ft.Row([icon, ft.Container(words, expand=True)], spacing=theme.GAP_S)


def _caution(words: str) -> ft.Control:
    return ft.Container(
        ft.Row(
            [
                ft.Icon(ft.Icons.INFO_OUTLINE, size=24, color=theme.CARE),
                ft.Container(controls.words(words, size=theme.CONTROL), expand=True),
            ],
            spacing=12,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        key="caution",
        padding=theme.GAP,
        margin=ft.Margin.only(bottom=theme.GAP_S),
        border=ft.Border.all(1, theme.CARE),
        border_radius=theme.CORNER,
    )


def _whose(context: EditorContext) -> ft.Control:
    """The first touch of a new plan: whose is it? And what private means, before the first word."""

    def named(person: str) -> None:
        context.make(lambda: name_holder(context.now(), person), HEADER, WORKER)

    def ask() -> None:
        context.ask_who(_("Whose plan is this?"), named, "child")

    way = controls.main_button(_("This is my plan"), context.handler(ask), key="whose", height=theme.CHILD_TARGET)
    return ft.Column(
        [
            controls.question(_("Whose plan is this?")),
            controls.words(_("If it is yours, you decide what goes in it.")),
            *(controls.words(line, quiet=True) for line in what_private_means(context.who)),
            *([] if context.holder or context.alone else [ft.Row([way])]),
        ],
        spacing=theme.GAP,
    )
