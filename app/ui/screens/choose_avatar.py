"""A face of one's own: the letter, a sticker, or what one draws. For everybody, children and grown-ups."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import flet as ft

from app.document import WORKER, Person
from app.document.people import DRAWN
from app.ink.avatar import OFFERED
from app.ink.sticker_art import drawing
from app.kit import controls, theme
from app.kit.avatars import Avatars, face, face_button
from app.kit.component import component, state
from app.kit.controls import Handler
from app.kit.tappable import touchable
from app.language import _, isolate
from app.ui.actions.avatars import give_face, look, sticker_picture, undo_scope_of
from app.ui.screens.undo import undo_and_redo
from app.ui.session import handover
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import AtPad, Route
from app.ui.session.session import Session

_TILE, _LOOK = 72, 56
"""Pixels of what is touched and of the face on it: four stand beside one another on a phone."""


def use_faces(session: Session, family: OpenPlan) -> Avatars:
    """Return the pictures of the faces that were chosen or drawn, by person id; the screen is drawn again when one
    has changed. A hook: for components that watch the family.
    """

    async def see() -> None:
        with session.minding():
            await look(family)

    def changed() -> None:
        # A task of its own: an effect is cancelled when the next change comes, and its pictures would be made again.
        session.page.run_task(see)

    ft.use_effect(changed, [family.document])
    return {person: portrait.png for person, portrait in family.faces.items()}


@component
def FaceDialog(
    session: Session,
    family: OpenPlan,
    *,
    who: Mapping[str, Person],
    faces: Avatars,
    first: str,
    back: Route,
    close: Callable[[], None],
    also: Callable[[Person], list[ft.Control]] = lambda person: [],
) -> ft.Control:
    """Whose face, and which. first: whose it is at first (a person id), where they can have one; the worker cannot.

    back: where the pad leads when the face is drawn; a child's pad is handed over, so through the PIN. also(person):
    what else stands below their choices.
    """
    whose, set_whose = state(first)
    can = {id: person for id, person in who.items() if id != WORKER}
    person = can.get(whose) or (next(iter(can.values())) if len(can) == 1 else None)

    def choose_person(id: str) -> Handler:
        return session.handler(lambda: set_whose(id))

    heading = _("Choose a face") if person is None else _("A face for {name}").format(name=isolate(person.name))
    everybody = [
        face_button(
            p.name,
            p.colour,
            p.shape,
            choose_person(p.id),
            key=f"face-of-{p.id}",
            label=_("A face for {name}").format(name=isolate(p.name)),
            chosen=p is person,
            picture=faces.get(p.id),
        )
        for p in can.values()
    ]
    done = controls.main_button(_("Done"), session.handler(close), key="close-faces", height=theme.CHILD_TARGET)
    return controls.dialog(
        heading,
        [
            controls.heading(heading),
            ft.Row(everybody, spacing=4, scroll=ft.ScrollMode.AUTO),
            *([] if person is None else [_choices(session, family, person, faces, back), *also(person)]),
            ft.Row(
                [
                    done,
                    *([] if person is None else _undo(session, family, person)),
                ],
                spacing=theme.GAP_S,
            ),
        ],
        width=700,
    )


def _choices(session: Session, family: OpenPlan, person: Person, faces: Avatars, back: Route) -> ft.Control:
    def choose(art: str) -> Handler:
        return session.handler(lambda: give_face(family, person, art))

    async def draw() -> None:
        pad = AtPad(family.id, give_face(family, person, DRAWN), back, face=True)
        # A family that has the tablet to itself has nobody's PIN that would lead back.
        if person.role == "child" and not session.family_time:
            await handover.hand_over(session, replace(pad, handed=True))
        else:
            session.go(pad)

    def tile(look: ft.Control, name: str, act: Handler, key: str, mine: bool) -> ft.Control:
        return touchable(
            look,
            name,
            act,
            key=key,
            chosen=mine,
            width=_TILE,
            height=_TILE,
            edge=ft.BorderSide(3, theme.ACCENT) if mine else None,
        )

    def shown(picture: bytes | None) -> ft.Control:
        return face(person.name, person.colour, person.shape, size=_LOOK, picture=picture)

    drawn = faces.get(person.id) if person.face == DRAWN else None
    brush = ft.Container(
        ft.Icon(ft.Icons.BRUSH, size=32, color=theme.ON_ACCENT),
        width=_LOOK,
        height=_LOOK,
        alignment=ft.Alignment.CENTER,
        bgcolor=theme.ACCENT,
        border_radius=_LOOK / 2,
    )
    own = brush if drawn is None else shown(drawn)
    tiles = [
        tile(shown(None), _("The letter"), choose(""), "face-letter", person.face == ""),
        *(
            tile(shown(sticker_picture(art)), _(drawing(art).name), choose(art), f"face-{art}", person.face == art)
            for art in OFFERED
        ),
        tile(own, _("Draw it"), session.handler(draw), "draw-face", drawn is not None),
    ]
    return ft.Row(tiles, wrap=True, spacing=4, run_spacing=4)


def _undo(session: Session, family: OpenPlan, person: Person) -> list[ft.Control]:
    undo_scope = undo_scope_of(person.id)
    return undo_and_redo(session, family, undo_scope, WORKER, size=theme.CHILD_TARGET, of="face")
