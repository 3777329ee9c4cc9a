"""Our people on the screen: the rings, in which a face is touched or dragged, and the same people in a list."""

from collections.abc import Callable

import flet as ft

from app.blocks.rings.layout import FACE_UP
from app.blocks.rings.model import (
    KNOWS_WORDS,
    Member,
    add_member,
    by_ring,
    called,
    face_of,
    for_everyone,
    in_or_out_of_middle,
    let_go,
    members,
    middle,
)
from app.blocks.rings.print import arranged, marks, picture
from app.blocks.rings.screen.child_view import InHands
from app.blocks.rings.screen.member_card import Card
from app.document import PEOPLE, WORKER, Document, Section, name_person, new_id, people, position_between
from app.kit import controls, theme
from app.kit.avatars import face
from app.kit.component import component, state
from app.kit.editor_context import EditorContext, Step
from app.kit.remove_item import all_standing
from app.kit.rings import carried, middle_of, ring_sign, rings_picture
from app.kit.tappable import touchable
from app.language import _, read_out, right_to_left

PICTURE = {"wide": 480, "tall": 600, "phone": 340}
"""How wide the rings are: beside the list, above it, and as wide as a phone."""
WITH_CARD = {"wide": 480, "tall": 430, "phone": 340}
TALKING = {"wide": 500, "tall": 700, "phone": 324}


def steps(document: Document, section: Section) -> tuple[Step, ...]:
    """Return the section's one step."""
    spoken = bool(for_everyone(members(document, section.slug)))
    return (Step(key=section.slug, title=_(section.title), spoken=spoken),)


def sheet(context: EditorContext, section: Section, step: str) -> ft.Control:
    """Return the rings; for whoever has the tablet alone, only the picture and the child's stars."""
    if context.holder:
        return InHands.keyed(f"in-hands-{section.slug}")(context, section)
    return OurPeople.keyed(f"rings-{section.slug}")(context, section)


@component
def OurPeople(context: EditorContext, section: Section) -> ft.Control:
    """The picture, and beside or below it the list; or the card of the one who was touched.

    Whom not everyone may see is in neither until somebody asks for it: others share the screen.
    """
    open_, set_open = state("")
    all_, set_all = state(False)
    everybody = members(context.document, section.slug)
    shown = everybody if all_ else for_everyone(everybody)
    # Opened while it was in sight, a card stays open while it is chosen who may see it.
    chosen = next((m for m in everybody if m.id == open_), None)
    question = controls.question(_(section.question or section.title), talking=context.talking)
    width = (TALKING if context.talking else WITH_CARD if chosen is not None else PICTURE)[context.shape]
    drawn = _picture(context, section, everybody, shown, width, set_open)
    if context.talking:
        return ft.Column(
            [question, _with_legend(drawn)], spacing=theme.GAP, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
        )
    prompt = [controls.words(_(section.prompt), quiet=True)] if section.prompt else []
    if chosen is not None:
        card = Card.keyed(f"card-{chosen.id}")(context, section, chosen, lambda: set_open(""))
        if context.shape == "phone":
            return card
        return _beside(context, [question], drawn, card)
    more: list[ft.Control] = [
        *all_standing(context, {}, section.slug),
        _adding(context, section, set_open),
        _list(context, shown, set_open),
    ]
    if len(shown) < len(everybody) and not context.alone:
        look = context.handler(lambda: set_all(True))
        more.append(controls.link(_("Show the people whom not everyone may see"), look, key="show-all"))
    stretch = ft.CrossAxisAlignment.STRETCH
    return _beside(
        context, [question, *prompt], drawn, ft.Column(more, spacing=theme.GAP, horizontal_alignment=stretch)
    )


def _beside(context: EditorContext, above: list[ft.Control], drawn: ft.Control, other: ft.Control) -> ft.Control:
    if context.shape == "wide":
        # The list has the rings' words, and so has a card.
        both = ft.Row(
            [drawn, ft.Container(other, expand=True)],
            spacing=theme.GAP_L,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )
        return ft.Column([*above, both], spacing=theme.GAP)
    return ft.Column(
        [*above, _with_legend(drawn), other], spacing=theme.GAP, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def _picture(
    context: EditorContext,
    section: Section,
    everybody: tuple[Member, ...],
    shown: tuple[Member, ...],
    width: int,
    open_: Callable[[str], None],
) -> ft.Control:
    """The rings: a touch opens somebody's card, a drag lets them stand elsewhere. One drag is one step."""
    there = arranged(everybody)
    bare = there.crowded or context.shape == "phone"
    # Until the first one is there the child already is: it is whom this is about.
    children = middle(context.document, section.slug) or tuple(
        p.id for p in context.around.values() if p.role == "child"
    )
    part = picture(everybody, children, context.who, there, bare=bare, shown=shown)
    faces = [m for ring in by_ring(everybody) for m in ring if m in shown]
    scale = width / (2 * there.radius)

    def dropped(event: ft.DragTargetEvent) -> None:
        id = str(event.src.data)
        who = next((f for m, f in zip(faces, part.faces, strict=True) if m.id == id), None)
        if who is None:
            return
        # Flutter tells where the corner of what was carried is; the face's middle is what was let go of.
        right, down = middle_of(who, scale)
        x = (event.local_position.x + right - width / 2) / scale
        y = (event.local_position.y + down - width / 2) / scale + (FACE_UP if who.room else 0)
        context.make(lambda: let_go(context.now(), id, -x if right_to_left() else x, y), section.slug, "")

    def hold(n: int, drawn: ft.Control) -> ft.Control:
        member, who = faces[n], part.faces[n]
        return ft.Draggable(
            ft.Container(drawn, on_click=context.handler(lambda: open_(member.id)), key=f"face-{member.id}"),
            group=f"rings-{section.slug}",
            content_feedback=carried(who, scale),
            max_simultaneous_drags=1,
            data=member.id,
            key=f"drag-{member.id}",
        )

    return ft.DragTarget(
        rings_picture(part, width, hold=hold),
        group=f"rings-{section.slug}",
        on_accept=context.handler(dropped),
        key="rings",
    )


def _list(context: EditorContext, shown: tuple[Member, ...], open_: Callable[[str], None]) -> ft.Control:
    """Everybody ring by ring: for who listens to the screen, uses keys, or looks for a name."""
    found: list[ft.Control] = []
    for n, ring in enumerate(by_ring(shown)):
        if ring:
            above = theme.GAP_S if found else 0
            found.append(ft.Container(_ring_words(n, bold=True), padding=ft.Padding.only(top=above)))
            found += [_line(context, member, open_) for member in ring]
    if not found:
        found.append(controls.words(_("Nobody is here yet. Who is there for you?"), quiet=True))
    return ft.Column(found, spacing=4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH, key="people-list")


def _line(context: EditorContext, member: Member, open_: Callable[[str], None]) -> ft.Control:
    name = called(member, context.who)
    colour, shape = face_of(member.person, member.id, context.who)
    told = [text for text in (member.to_child, *marks(member)) if text]
    words = ft.Column(
        [
            controls.words(name, size=theme.CONTROL, bold=True),
            *([controls.quiet(" · ".join(told))] if told else []),
        ],
        spacing=0,
        expand=True,
    )
    star = [ft.Icon(ft.Icons.STAR_ROUNDED, size=24, color=theme.ACCENT)] if member.pick else []
    return touchable(
        ft.Row([face(name, colour, shape, size=40), words, *star], spacing=theme.GAP_S),
        read_out((name, _(KNOWS_WORDS[member.ring]), *told)),
        context.handler(lambda: open_(member.id)),
        key=f"member-{member.id}",
        padding=4,
    )


def _adding(context: EditorContext, section: Section, open_: Callable[[str], None]) -> ft.Control:
    def add(person: str) -> None:
        there = next((m for m in members(context.now(), section.slug) if person and m.person == person), None)
        if there is not None:
            open_(there.id)
            return
        id = new_id()
        children = tuple(p.id for p in context.around.values() if p.role == "child")
        _name(context, children)
        made = context.make(
            lambda: add_member(context.now(), section, id=id, person=person, children=children), section.slug, ""
        )
        if made:
            open_(id)  # The card opens as soon as the plan has them.

    def put(child: str) -> None:
        context.make(lambda: in_or_out_of_middle(context.now(), section, child), section.slug, "")

    def ask() -> None:
        context.ask_who(_("Who is there for you?"), add, "")

    def ask_middle() -> None:
        context.ask_who(_("Who is in the middle?"), put, "child")

    return ft.Row(
        [
            controls.main_button(_("Add somebody"), context.handler(ask), key="add-member", icon=ft.Icons.ADD),
            controls.link(_("Only a name"), context.handler(lambda: add("")), key="add-name"),
            controls.link(_("Who is in the middle?"), context.handler(ask_middle), key="ask-middle"),
        ],
        wrap=True,
        spacing=theme.GAP_S,
        run_spacing=theme.GAP_S,
    )


def _name(context: EditorContext, children: tuple[str, ...]) -> None:
    """The children come into the plan by name. Not a part of the step that adds somebody: undo leaves their names."""
    for child in children:
        now = context.now()
        if child not in people(now):
            there = now.children(None, section=PEOPLE)
            position = position_between(there[-1] if there else None, None)
            context.make(name_person(now, context.who[child], position=position), PEOPLE, WORKER)


def _with_legend(drawn: ft.Control) -> ft.Control:
    words: list[ft.Control] = [_ring_words(n) for n in range(len(KNOWS_WORDS))]
    legend = ft.Row(words, wrap=True, spacing=theme.GAP, run_spacing=4)
    return ft.Column([drawn, legend], spacing=theme.GAP_S, horizontal_alignment=ft.CrossAxisAlignment.CENTER)


def _ring_words(ring: int, *, bold: bool = False) -> ft.Control:
    return ft.Row(
        [ring_sign(ring), controls.words(_(KNOWS_WORDS[ring]), size=theme.CONTROL, bold=bold)],
        spacing=theme.GAP_S,
        tight=True,
    )
