"""Our people in a child's own hands: the picture, and everybody to put a star on. No numbers, nothing that was said."""

import flet as ft

from app.blocks.rings.model import called, face_of, for_everyone, members, middle, tick
from app.blocks.rings.print import arranged, picture
from app.document import Section, people
from app.kit import controls, theme
from app.kit.avatars import face_button
from app.kit.component import component
from app.kit.controls import Handler
from app.kit.editor_context import EditorContext
from app.kit.rings import rings_picture
from app.language import _

PICTURE = {"wide": 480, "tall": 600, "phone": 340}


@component
def InHands(context: EditorContext, section: Section) -> ft.Control:
    """Who everyone may see, in rings; a child touches those whom they pick themselves."""
    who = people(context.document)
    everybody = members(context.document, section.slug)
    shown = for_everyone(everybody)
    there = arranged(everybody)
    bare = there.crowded or context.shape == "phone"
    part = picture(everybody, middle(context.document, section.slug), who, there, bare=bare, shown=shown)
    drawn = rings_picture(part, PICTURE[context.shape])
    holder = context.who.get(context.holder)
    if holder is None or holder.role != "child":
        return ft.Column([controls.question(_(section.title)), drawn], spacing=theme.GAP)

    def star(member: str) -> Handler:
        return context.handler(
            lambda: context.make(lambda: tick(context.now(), member, "pick"), section.slug, context.holder)
        )

    faces: list[ft.Control] = []
    for m in shown:
        name = called(m, who)
        colour, shape = face_of(m.person, m.id, who)
        label = _("{name}, chosen by you").format(name=name) if m.pick else name
        # The star is the picture's; here a ring and bold type say it again.
        size = theme.CHILD_TARGET + theme.GAP
        faces.append(
            face_button(name, colour, shape, star(m.id), key=f"star-{m.id}", label=label, chosen=m.pick, size=size)
        )
    side = ft.Column(
        [
            controls.words(_("Touch the people you choose. Each one gets a star."), size=theme.CHILD),
            ft.Row(faces, wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
        ],
        spacing=theme.GAP,
        expand=context.shape == "wide",
    )
    start = ft.CrossAxisAlignment.START
    both: ft.Control = (
        ft.Row([drawn, side], spacing=theme.GAP_L, vertical_alignment=start)
        if context.shape == "wide"
        else ft.Column([drawn, side], spacing=theme.GAP)
    )
    return ft.Column([controls.question(_("Who do you want near you?")), both], spacing=theme.GAP)
