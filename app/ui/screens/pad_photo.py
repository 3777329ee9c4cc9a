"""A photo of a drawing or of a thing, brought to the page: chosen, looked at, turned, cut, and only then kept.

Source: docs/domain/words-and-pictures.md ("A picture on paper can be photographed in"); docs/domain/sharing.md (no
faces).
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from app.ink.photo import placed
from app.kit import controls, theme
from app.kit.component import component, maybe, state
from app.language import _
from app.photo import NotAPhoto, Taken, finish, take_in
from app.server.uploads import UploadRefused
from app.ui.actions.photo_upload import picked_photo
from app.ui.pad.saved_page import SavedPage
from app.ui.session.session import Session

LOOK, _ELSE = 320, 500
"""How high a photo is shown where there is room, and the room that all else in its dialog takes."""

CUT = 5
"""Percent of a photo that one touch cuts off an edge."""

_STEPS = 20
"""In so many steps it is told how much of a photo has come."""

_LEAST = 20
"""Percent of it that is left, at least, each way."""

Edge: TypeAlias = Literal["left", "top", "right", "bottom"]


@dataclass(frozen=True)
class Wish:
    """What is to be done to a photo. off: how much of each edge is cut off, in percent."""

    turns: int = 0
    off: Mapping[Edge, int] = field(default_factory=dict)
    whiten: bool = False

    def may_cut(self, edge: Edge) -> bool:
        """Whether enough would be left."""
        sides: tuple[Edge, Edge] = ("left", "right") if edge in ("left", "right") else ("top", "bottom")
        return sum(self.off.get(side, 0) for side in sides) + CUT <= 100 - _LEAST

    def cut(self, edge: Edge) -> "Wish":
        """Return the wish with a bit more cut off one edge."""
        return replace(self, off={**self.off, edge: self.off.get(edge, 0) + CUT})

    def done(self, taken: Taken) -> Taken:
        """Return the photo as it was wished for."""
        left, top, right, bottom = (self.off.get(edge, 0) / 100 for edge in _EDGES)
        return finish(taken.jpeg, turns=self.turns, crop=(left, top, 1 - right, 1 - bottom), whiten=self.whiten)


def _coming(part: float) -> list[ft.Control]:
    """What is shown while a photo is on its way, so that nobody thinks that it hangs."""
    words = _("The photo is coming …")
    return [controls.words(words, quiet=True), ft.ProgressBar(value=part, semantics_label=words, key="photo-coming")]


_EDGES: tuple[Edge, ...] = ("left", "top", "right", "bottom")


@component
def PhotoDialog(
    session: Session, kept: SavedPage, done: Callable[[str], None], close: Callable[[], None]
) -> ft.Control:
    """The way to a photo. done(id): it is on the page, under this id."""
    taken, set_taken = maybe(Taken)
    wish, set_wish = state(Wish())
    shown, set_shown = maybe(Taken)
    wrong, set_wrong = state("")
    coming, set_coming = maybe(float)
    asked: MutableRef[int] = ft.use_ref(0)
    ft.use_effect(lambda: None, [], cleanup=lambda: session.application.uploads.drop(session))

    def so_far(part: float) -> None:
        # In steps: each one is drawn.
        set_coming(round(part * _STEPS) / _STEPS)

    async def choose() -> None:
        try:
            content = await picked_photo(session, so_far)
            if content is None:
                return
            so_far(1)
            found = await asyncio.to_thread(take_in, content)
        except NotAPhoto as refusal:
            set_wrong(refusal.sentence())
            return
        except UploadRefused:
            return
        finally:
            set_coming(None)
        asked.current = (asked.current or 0) + 1
        set_wrong("")
        set_wish(Wish())
        set_shown(found)
        set_taken(found)

    async def ask(wanted: Wish) -> None:
        set_wish(wanted)
        if taken is None:
            return
        turn = asked.current = (asked.current or 0) + 1
        ready = await asyncio.to_thread(wanted.done, taken)
        # A later wish may have been quicker; what is looked at is what is put on the page.
        if turn == asked.current:
            set_shown(ready)

    async def put() -> None:
        if taken is None:
            return
        ready = await asyncio.to_thread(wish.done, taken)
        name = await session.workspace.keep_blob(kept.plan.id, ready.jpeg)
        if session.opened(kept.plan.id) is not kept.plan:
            return  # Locked while it was being kept: nobody asks for it now.
        done(kept.put(placed(name, ready.width, ready.height)) or "")

    rule = controls.words(_("Drawings and things only: no faces, no bodies, no injuries."), bold=True)
    choose_button = controls.button(
        _("Choose a photo") if taken is None else _("Choose another one"),
        session.handler(choose, once=True),
        key="choose-photo",
        icon=ft.Icons.ADD_A_PHOTO_OUTLINED,
        height=theme.CHILD_TARGET,
    )
    back = controls.button(_("Back"), session.handler(close), key="close-photo", height=theme.CHILD_TARGET)
    said = _coming(coming) if coming is not None else [controls.fault(wrong)] if wrong else []
    if taken is None or shown is None:
        return controls.dialog(
            _("A photo"),
            [
                controls.heading(_("A photo")),
                rule,
                controls.quiet(
                    _("Where and when it was taken is removed. Is it in the tablet's gallery too? Delete it there.")
                ),
                *said,
                ft.Row([choose_button, back], wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
            ],
        )

    async def turn() -> None:
        await ask(replace(wish, turns=(wish.turns + 1) % 4, off={}))

    async def whiten() -> None:
        await ask(replace(wish, whiten=not wish.whiten))

    def cut(icon: ft.IconData, name: str, edge: Edge) -> ft.Control:
        async def cut_off() -> None:
            await ask(wish.cut(edge))

        touched = session.handler(cut_off)
        size = theme.CHILD_TARGET
        return controls.icon_button(icon, name, touched, key=f"cut-{edge}", size=size, disabled=not wish.may_cut(edge))

    async def whole() -> None:
        await ask(replace(wish, off={}))

    cuts = [
        controls.words(_("Cut a bit off:")),
        # An arrow points into the photo, from the edge that goes.
        cut(ft.Icons.EAST, _("Cut a bit off the left"), "left"),
        cut(ft.Icons.SOUTH, _("Cut a bit off the top"), "top"),
        cut(ft.Icons.NORTH, _("Cut a bit off the bottom"), "bottom"),
        cut(ft.Icons.WEST, _("Cut a bit off the right"), "right"),
        controls.button(
            _("The whole photo"),
            session.handler(whole),
            key="whole-photo",
            height=theme.CHILD_TARGET,
            disabled=not wish.off,
        ),
    ]
    return controls.dialog(
        _("A photo"),
        [
            ft.Row([ft.Container(controls.heading(_("A photo")), expand=True), back]),
            rule,
            ft.Container(
                ft.Image(
                    shown.jpeg,
                    fit=ft.BoxFit.CONTAIN,
                    height=min(LOOK, max(LOOK / 2, session.window.height - _ELSE)),
                    semantics_label=_("The photo as it will be on the page"),
                    gapless_playback=True,
                ),
                bgcolor=theme.PAPER,
                border_radius=theme.CORNER,
                border=ft.Border.all(1, theme.LINE),
                alignment=ft.Alignment.CENTER,
            ),
            ft.Row(
                [
                    controls.button(
                        _("Turn it"),
                        session.handler(turn),
                        key="turn-photo",
                        icon=ft.Icons.ROTATE_RIGHT,
                        height=theme.CHILD_TARGET,
                    ),
                    controls.button(
                        _("Make the paper white"),
                        session.handler(whiten),
                        key="whiten-photo",
                        icon=ft.Icons.AUTO_FIX_HIGH,
                        chosen=wish.whiten,
                        height=theme.CHILD_TARGET,
                    ),
                ],
                wrap=True,
                spacing=theme.GAP_S,
                run_spacing=theme.GAP_S,
            ),
            ft.Row(cuts, wrap=True, spacing=4, run_spacing=4, vertical_alignment=ft.CrossAxisAlignment.CENTER),
            *said,
            ft.Row(
                [
                    controls.main_button(
                        _("Put it on the page"),
                        session.handler(put, once=True),
                        key="put-photo",
                        height=theme.CHILD_TARGET,
                    ),
                    choose_button,
                ],
                wrap=True,
                spacing=theme.GAP_S,
                run_spacing=theme.GAP_S,
            ),
        ],
        width=640,
    )
