"""What private means, on the screen; and in the young person's own hands, the switch of each part."""

import flet as ft

from app.asking.screen.block_screen import BlockScreen
from app.blocks.privacy.model import parts_of, what_private_means
from app.document import Document, Section, private, switch
from app.document.header import open_sections
from app.kit import controls, theme
from app.kit.controls import Handler
from app.kit.editor_context import EditorContext, Step
from app.kit.tappable import touchable
from app.language import _, isolate
from app.sayings.outline import name_of

WIDEST = 640
"""Of a part's line, in pixels: in a wider one the eye loses which words belong to which part."""


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the section's one step."""
    return (Step(key=section.slug, title=_(section.title)),)


def sheet(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return what private means and who sees each part; only the young person, in their own hands, can change it."""
    theirs = bool(context.holder) and context.holder == context.young
    name = isolate(name_of(context.young, context.who))
    shown: list[ft.Control] = [controls.question(_(section.question), talking=context.talking)]
    if not theirs:
        shown.append(
            controls.words(_("It is your plan. Others can add to it and answer you. Nobody changes your words."))
        )
    shown.append(controls.heading(_("What private means")))
    shown += [
        ft.Row(
            [
                ft.Container(width=8, height=8, border_radius=4, bgcolor=theme.ACCENT, margin=ft.Margin.only(top=11)),
                ft.Container(controls.words(line), expand=True),
            ],
            spacing=12,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )
        for line in what_private_means(context.who)
    ]
    open_ = {s.slug for s in open_sections(context.document)}
    shown.append(controls.heading(_("Who sees what")))
    if not (theirs or context.holder or context.alone or context.talking):

        async def give() -> None:
            await context.give_to_write(step, context.young)

        label = _("{name} takes the tablet and chooses").format(name=name)
        way = controls.main_button(
            label, context.handler(give), key="give-privacy", icon=ft.Icons.SWAP_HORIZ, height=56
        )
        shown.append(ft.Row([way], wrap=True))
    shown += [
        _part(context, s, theirs=theirs, step=step) for s in parts_of(context.document) if theirs or s.slug in open_
    ]
    return ft.Column(shown, spacing=theme.GAP, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _part(context: EditorContext, section: Section, *, theirs: bool, step: str) -> ft.Control:
    slug, shut = section.slug, private(context.document, section.slug)

    def turn(to_private: bool) -> Handler:
        def turned() -> None:
            context.make(lambda: switch(context.now(), section.slug, to_private=to_private), step, context.holder)

        return context.handler(turned)

    name = _(section.title)
    sign = ft.Icon(
        ft.Icons.VISIBILITY_OFF_OUTLINED if shut else ft.Icons.PEOPLE_OUTLINE,
        size=24,
        color=theme.PRIVATE if shut else theme.QUIET,
    )
    title = ft.Container(controls.words(name, size=theme.CONTROL, bold=shut), expand=True)
    if not theirs:
        state = controls.quiet(_("Private") if shut else _("Everyone"))
        line = ft.Row([sign, title, state], spacing=12)
        return _no_wider(line, key=f"sees-{section.slug}")
    named = ft.Row([sign, title], spacing=12)
    choices = ft.Row(
        [
            _choice(
                _("Private"), _("Private: {title}").format(title=isolate(name)), turn(True), f"private-{slug}", shut
            ),
            _choice(
                _("Everyone"),
                _("Everyone: {title}").format(title=isolate(name)),
                turn(False),
                f"everyone-{slug}",
                not shut,
            ),
        ],
        spacing=theme.GAP_S,
        tight=True,
    )
    key = f"switch-{section.slug}"
    if context.shape == "phone":
        return ft.Column([named, choices], spacing=4, key=key)
    return _no_wider(ft.Row([ft.Container(named, expand=True), choices], spacing=theme.GAP), key=key)


def _no_wider(line: ft.Control, *, key: str) -> ft.Control:
    return ft.Row([ft.Container(line, expand=True, expand_loose=True, width=WIDEST)], key=key)


def _choice(word: str, name: str, on_click: Handler, key: str, chosen: bool) -> ft.Control:
    """One of the two ways of a part. name: what a screen reader is told, for the same two words stand at each part."""
    color = theme.ON_CHOSEN if chosen else theme.ACCENT
    return touchable(
        ft.Text(word, style=theme.text_style(theme.CONTROL, bold=chosen, color=color, height=1.2)),
        name,
        on_click,
        key=key,
        chosen=chosen,
        height=theme.CHILD_TARGET,
        padding=ft.Padding.symmetric(horizontal=20),
        bgcolor=theme.CHOSEN if chosen else theme.SHEET,
        edge=ft.BorderSide(2, theme.ACCENT) if chosen else ft.BorderSide(1, theme.EDGE),
    )


SCREEN = BlockScreen(steps, sheet)
