"""One of our people on a card: how much they know, what they said yes to, how they are rung, and who may see it."""

from collections.abc import Callable

import flet as ft

from app.blocks.rings.model import (
    KNOWS_WORDS,
    Member,
    backup_called,
    called,
    face_of,
    member_of,
    name_backup,
    remove_member,
    show_to,
    stand,
    tick,
    write,
)
from app.document import EVERYONE, WORKER, Change, ForWhom, Section
from app.kit import controls, theme
from app.kit.audience import audience
from app.kit.avatars import face
from app.kit.component import component
from app.kit.controls import Handler
from app.kit.draft_field import DraftField
from app.kit.editor_context import EditorContext
from app.kit.remove_item import takes_away
from app.kit.rings import ring_sign
from app.kit.tappable import touchable
from app.language import _, isolate, number_as_rung
from app.sayings.outline import name_of


@component
def Card(context: EditorContext, section: Section, member: Member, close: Callable[[], None]) -> ft.Control:
    """All that is known of somebody, each thing to be changed where it stands."""
    name = called(member, context.who)
    colour, shape = face_of(member.person, member.id, context.who)
    undo_scope = section.slug
    back = controls.link(_("Back to everybody"), context.handler(close), key="all-people", icon=_BACK)

    # The line that brings them back stands where everybody looks.
    told = name if member.for_whom == EVERYONE else ""
    gone = takes_away(context, member.id, told, remove_member(member.id), undo_scope, then=close)
    fields: list[ft.Control] = [
        ft.Row([back]),
        ft.Row(
            [face(name, colour, shape, size=56), ft.Container(controls.heading(name), expand=True)], spacing=theme.GAP_S
        ),
    ]
    if not member.person:
        fields.append(_field(context, undo_scope, member, "name", _("What are they called?"), member.name, lines=False))
    fields += [
        controls.words(_("How much do they know?"), size=theme.CONTROL, bold=True),
        _rings(context, undo_scope, member),
        _field(context, undo_scope, member, "to-child", _("Who are they to the child?"), member.to_child, lines=False),
        _field(context, undo_scope, member, "yes", _("What did they say yes to?"), member.yes),
        _field(context, undo_scope, member, "when", _("When can they come?"), member.when),
        _field(context, undo_scope, member, "phone", _("Phone"), number_as_rung(member.phone), lines=False),
        *_backup(context, undo_scope, member),
        _ticks(context, undo_scope, member),
        *([] if context.alone else _who_sees(context, undo_scope, member)),
        ft.Row(
            [
                controls.link(
                    _("Take {name} out").format(name=isolate(name)),
                    gone,
                    key=f"remove-{member.id}",
                    icon=ft.Icons.DELETE_OUTLINE,
                )
            ]
        ),
    ]
    return ft.Column(fields, spacing=theme.GAP, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


_BACK = ft.Icons.PEOPLE_OUTLINE


def _field(
    context: EditorContext, undo_scope: str, member: Member, field: str, name: str, kept: str, *, lines: bool = True
) -> ft.Control:
    def keep(words: str) -> bool:
        return context.make(lambda: write(context.now(), member.id, field, words), undo_scope, "")

    key = f"{field}-{member.id}"
    return DraftField.keyed(key)(
        name=name,
        kept=kept,
        keep=keep,
        draft=context.draft,
        field_key=key,
        size=theme.CONTROL,
        lines=lines,
    )


def _rings(context: EditorContext, undo_scope: str, member: Member) -> ft.Control:
    """The rings as three touches: what a drag in the picture does, for who does not drag."""

    def into(ring: int) -> Handler:
        return context.handler(lambda: context.make(lambda: stand(context.now(), member.id, ring), undo_scope, ""))

    choices: list[ft.Control] = [
        touchable(
            ft.Row(
                [ring_sign(ring), ft.Container(controls.words(_(words), size=theme.CONTROL), expand=True)],
                spacing=theme.GAP_S,
            ),
            _(words),
            into(ring),
            key=f"ring-{ring}",
            chosen=ring == member.ring,
            height=theme.TARGET,
            padding=ft.Padding.symmetric(horizontal=theme.GAP_S),
            bgcolor=theme.CHOSEN if ring == member.ring else ft.Colors.TRANSPARENT,
            edge=ft.BorderSide(2 if ring == member.ring else 1, theme.ACCENT if ring == member.ring else theme.EDGE),
        )
        for ring, words in enumerate(KNOWS_WORDS)
    ]
    return ft.Column(choices, spacing=4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _backup(context: EditorContext, undo_scope: str, member: Member) -> list[ft.Control]:
    """Who comes if they cannot: somebody with a face, or a name that is written."""

    def named(person: str) -> None:
        context.make(lambda: name_backup(context.now(), member.id, person), undo_scope, "")

    def ask() -> None:
        context.ask_who(_("Who else can come?"), named, "")

    if not member.backup:
        field = _field(
            context, undo_scope, member, "backup-name", _("Who else can come?"), member.backup_name, lines=False
        )
        pick = controls.icon_button(
            ft.Icons.FACE, _("Touch somebody who can come instead"), context.handler(ask), key="backup"
        )
        return [ft.Row([ft.Container(field, expand=True), pick], spacing=theme.GAP_S)]
    name = backup_called(member, context.who)
    colour, shape = face_of(member.backup, member.backup, context.who)
    nobody = context.handler(lambda: named(""))
    return [
        controls.words(_("Who else can come?"), size=theme.CONTROL, bold=True),
        ft.Row(
            [
                face(name, colour, shape, size=40),
                ft.Container(controls.words(name, size=theme.CONTROL), expand=True),
                controls.icon_button(ft.Icons.CLOSE, _("Nobody else can come"), nobody, key="no-backup"),
            ],
            spacing=theme.GAP_S,
        ),
    ]


def _ticks(context: EditorContext, undo_scope: str, member: Member) -> ft.Control:
    def turn(field: str) -> Handler:
        return context.handler(lambda: context.make(lambda: tick(context.now(), member.id, field), undo_scope, ""))

    def one(field: str, words: str, on: bool, icon: ft.IconData) -> ft.Control:
        return controls.button(words, turn(field), key=f"tick-{field}", icon=icon, chosen=on)

    stars = ft.Icons.STAR_ROUNDED if member.pick else ft.Icons.STAR_OUTLINE_ROUNDED
    return ft.Row(
        [
            one("pick", _("Chosen by the child"), member.pick, stars),
            one("paid", _("It is their job"), member.paid, _ticked(member.paid)),
            one("elsewhere", _("Lives in another home"), member.elsewhere, _ticked(member.elsewhere)),
        ],
        wrap=True,
        spacing=theme.GAP_S,
        run_spacing=theme.GAP_S,
    )


def _ticked(on: bool) -> ft.IconData:
    return ft.Icons.CHECK_BOX_OUTLINED if on else ft.Icons.CHECK_BOX_OUTLINE_BLANK


def _who_sees(context: EditorContext, undo_scope: str, member: Member) -> list[ft.Control]:
    """Who may see this person and all that is written here: in a copy and on a screen that others look at."""

    def show(whom: ForWhom) -> None:
        def changes() -> tuple[Change, ...]:
            now = member_of(context.now(), member.id)
            return show_to(now, whom) if now is not None else ()

        context.make(changes, undo_scope, "")

    only = _("Only {name}").format(name=isolate(name_of(WORKER, context.who)))
    return [
        controls.words(_("Who can see this?"), size=theme.CONTROL, bold=True),
        *audience(context, member.for_whom, show, by=WORKER, only=only, everyone=_("Everyone")),
    ]
