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
from app.kit.editor_context import Hand
from app.kit.remove_item import takes_away
from app.kit.rings import ring_sign
from app.kit.tappable import touchable
from app.language import _, isolate, number_as_rung
from app.sayings.outline import name_of


@component
def Card(hand: Hand, section: Section, member: Member, close: Callable[[], None]) -> ft.Control:
    """All that is known of somebody, each thing to be changed where it stands."""
    name = called(member, hand.who)
    colour, shape = face_of(member.person, member.id, hand.who)
    scene = section.slug
    back = controls.link(_("Back to everybody"), hand.handler(close), key="all-people", icon=_BACK)

    # The line that brings them back stands where everybody looks.
    told = name if member.for_whom == EVERYONE else ""
    gone = takes_away(hand, member.id, told, remove_member(member.id), scene, then=close)
    fields: list[ft.Control] = [
        ft.Row([back]),
        ft.Row(
            [face(name, colour, shape, size=56), ft.Container(controls.heading(name), expand=True)], spacing=theme.GAP_S
        ),
    ]
    if not member.person:
        fields.append(_field(hand, scene, member, "name", _("What are they called?"), member.name, lines=False))
    fields += [
        controls.words(_("How much do they know?"), size=theme.CONTROL, bold=True),
        _rings(hand, scene, member),
        _field(hand, scene, member, "to-child", _("Who are they to the child?"), member.to_child, lines=False),
        _field(hand, scene, member, "yes", _("What did they say yes to?"), member.yes),
        _field(hand, scene, member, "when", _("When can they come?"), member.when),
        _field(hand, scene, member, "phone", _("Phone"), number_as_rung(member.phone), lines=False),
        *_backup(hand, scene, member),
        _ticks(hand, scene, member),
        *([] if hand.alone else _who_sees(hand, scene, member)),
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
    hand: Hand, scene: str, member: Member, field: str, name: str, kept: str, *, lines: bool = True
) -> ft.Control:
    def keep(words: str) -> bool:
        return hand.make(lambda: write(hand.now(), member.id, field, words), scene, "")

    key = f"{field}-{member.id}"
    return DraftField(
        key=key,
        name=name,
        kept=kept,
        keep=keep,
        draft=hand.draft,
        field_key=key,
        size=theme.CONTROL,
        lines=lines,
    )


def _rings(hand: Hand, scene: str, member: Member) -> ft.Control:
    """The rings as three touches: what a drag in the picture does, for who does not drag."""

    def into(ring: int) -> Handler:
        return hand.handler(lambda: hand.make(lambda: stand(hand.now(), member.id, ring), scene, ""))

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


def _backup(hand: Hand, scene: str, member: Member) -> list[ft.Control]:
    """Who comes if they cannot: somebody with a face, or a name that is written."""

    def named(person: str) -> None:
        hand.make(lambda: name_backup(hand.now(), member.id, person), scene, "")

    def ask() -> None:
        hand.ask_who(_("Who else can come?"), named, "")

    if not member.backup:
        field = _field(hand, scene, member, "backup-name", _("Who else can come?"), member.backup_name, lines=False)
        pick = controls.icon_button(
            ft.Icons.FACE, _("Touch somebody who can come instead"), hand.handler(ask), key="backup"
        )
        return [ft.Row([ft.Container(field, expand=True), pick], spacing=theme.GAP_S)]
    name = backup_called(member, hand.who)
    colour, shape = face_of(member.backup, member.backup, hand.who)
    nobody = hand.handler(lambda: named(""))
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


def _ticks(hand: Hand, scene: str, member: Member) -> ft.Control:
    def turn(field: str) -> Handler:
        return hand.handler(lambda: hand.make(lambda: tick(hand.now(), member.id, field), scene, ""))

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


def _who_sees(hand: Hand, scene: str, member: Member) -> list[ft.Control]:
    """Who may see this person and all that is written here: in a copy and on a screen that others look at."""

    def show(whom: ForWhom) -> None:
        def changes() -> tuple[Change, ...]:
            now = member_of(hand.now(), member.id)
            return show_to(now, whom) if now is not None else ()

        hand.make(changes, scene, "")

    only = _("Only {name}").format(name=isolate(name_of(WORKER, hand.who)))
    return [
        controls.words(_("Who can see this?"), size=theme.CONTROL, bold=True),
        *audience(hand, member.for_whom, show, by=WORKER, only=only, everyone=_("Everyone")),
    ]
