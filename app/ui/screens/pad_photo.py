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
from app.photo import NotAPhoto, TakenPhoto, finish, take_in
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
    """What is to be done to a photo."""

    turns: int = 0
    """Quarter turns, clockwise, before it is cut."""
    off: Mapping[Edge, int] = field(default_factory=dict)
    """How much of each edge is cut off, in percent; of one that is not in it, nothing."""
    whiten: bool = False
    """The paper on it is made white."""

    def may_cut(self, edge: Edge) -> bool:
        """Whether enough would be left."""
        sides: tuple[Edge, Edge] = ("left", "right") if edge in ("left", "right") else ("top", "bottom")
        return sum(self.off.get(side, 0) for side in sides) + CUT <= 100 - _LEAST

    def cut(self, edge: Edge) -> "Wish":
        """Return the wish with a bit more cut off one edge."""
        return replace(self, off={**self.off, edge: self.off.get(edge, 0) + CUT})

    def done(self, taken: TakenPhoto) -> TakenPhoto:
        """Return the photo as it was wished for."""
        left, top, right, bottom = (self.off.get(edge, 0) / 100 for edge in _EDGES)
        return finish(taken.jpeg, turns=self.turns, crop=(left, top, 1 - right, 1 - bottom), whiten=self.whiten)


def _coming(part: float) -> list[ft.Control]:
    """What is shown while a photo is on its way, so that nobody thinks that it hangs."""
    words = _("The photo is coming …")
    return [controls.words(words, quiet=True), ft.ProgressBar(value=part, semantics_label=words, key="photo-coming")]


_EDGES: tuple[Edge, ...] = ("left", "top", "right", "bottom")


@dataclass(frozen=True)
class PhotoChoice:
    """One drawing of the dialog: which photo was chosen and what is wished of it, and what its touches do."""

    session: Session
    """The tab in which the dialog is."""
    kept: SavedPage
    """The drawing to which the photo comes."""
    done: Callable[[str], None]
    """done(id): it is on the page, under this id."""
    close: Callable[[], None]
    """Shuts the dialog."""
    taken: TakenPhoto | None
    """The photo as it was chosen; None before."""
    set_taken: Callable[[TakenPhoto | None], None]
    """Puts another one in its place."""
    wish: Wish
    """What is wished of it."""
    set_wish: Callable[[Wish], None]
    """Puts another wish in its place."""
    shown: TakenPhoto | None
    """The photo as it was wished for, when it is ready; None before."""
    set_shown: Callable[[TakenPhoto | None], None]
    """Puts another one in its place."""
    wrong: str
    """Why there is none; "" where nothing went wrong."""
    set_wrong: Callable[[str], None]
    """Says why, or ""."""
    coming: float | None
    """How much of it has come, from 0 to 1; None where none is on its way."""
    set_coming: Callable[[float | None], None]
    """Says how much, or None."""
    turn: MutableRef[int]
    """Counts what was asked for, for a later wish may be ready sooner."""

    async def choose(self) -> None:
        """Let somebody choose a photo, and take it in."""
        try:
            content = await picked_photo(self.session, self._so_far)
            if content is None:
                return
            self._so_far(1)
            found = await asyncio.to_thread(take_in, content)
        except NotAPhoto as refusal:
            self.set_wrong(refusal.sentence())
            return
        except UploadRefused:
            return
        finally:
            self.set_coming(None)
        self._next_turn()
        self.set_wrong("")
        self.set_wish(Wish())
        self.set_shown(found)
        self.set_taken(found)

    async def ask(self, wanted: Wish) -> None:
        """Show the photo as it is wished for."""
        self.set_wish(wanted)
        if self.taken is None:
            return
        turn = self._next_turn()
        ready = await asyncio.to_thread(wanted.done, self.taken)
        # A later wish may have been quicker; what is looked at is what is put on the page.
        if turn == self.turn.current:
            self.set_shown(ready)

    async def put(self) -> None:
        """Put the photo on the page, as it was wished for."""
        if self.taken is None:
            return
        ready = await asyncio.to_thread(self.wish.done, self.taken)
        plan = self.kept.plan
        name = await self.session.workspace.keep_blob(plan.id, ready.jpeg)
        if self.session.opened(plan.id) is not plan:
            return  # Locked while it was being kept: nobody asks for it now.
        self.done(self.kept.put(placed(name, ready.width, ready.height)) or "")

    async def turn_it(self) -> None:
        """Turn it by a quarter, whole again."""
        await self.ask(replace(self.wish, turns=(self.wish.turns + 1) % 4, off={}))

    async def whiten(self) -> None:
        """Make its paper white, or leave it as it is."""
        await self.ask(replace(self.wish, whiten=not self.wish.whiten))

    async def whole(self) -> None:
        """Cut nothing off."""
        await self.ask(replace(self.wish, off={}))

    def _so_far(self, part: float) -> None:
        # In steps: each one is drawn.
        self.set_coming(round(part * _STEPS) / _STEPS)

    def _next_turn(self) -> int:
        self.turn.current = turn = (self.turn.current or 0) + 1
        return turn


@component
def PhotoDialog(
    session: Session, kept: SavedPage, done: Callable[[str], None], close: Callable[[], None]
) -> ft.Control:
    """The way to a photo. done(id): it is on the page, under this id."""
    turn: MutableRef[int] = ft.use_ref(0)
    values = (*maybe(TakenPhoto), *state(Wish()), *maybe(TakenPhoto), *state(""), *maybe(float))
    ft.use_effect(lambda: None, [], cleanup=lambda: session.application.uploads.drop(session))
    choice = PhotoChoice(session, kept, done, close, *values, turn)
    if choice.taken is None or choice.shown is None:
        return _none_yet(choice)
    return _to_look_at(choice, choice.shown)


def _none_yet(choice: PhotoChoice) -> ft.Control:
    """The dialog before a photo is chosen."""
    return controls.dialog(
        _("A photo"),
        [
            controls.heading(_("A photo")),
            _rule(),
            controls.quiet(
                _("Where and when it was taken is removed. Is it in the tablet's gallery too? Delete it there.")
            ),
            *_said(choice),
            _in_a_row(_choose_button(choice), _back_button(choice)),
        ],
    )


def _to_look_at(choice: PhotoChoice, shown: TakenPhoto) -> ft.Control:
    """The dialog with the photo as it will be on the page."""
    session = choice.session
    put = controls.main_button(
        _("Put it on the page"),
        session.handler(choice.put, once=True),
        key="put-photo",
        height=theme.CHILD_TARGET,
    )
    return controls.dialog(
        _("A photo"),
        [
            ft.Row([ft.Container(controls.heading(_("A photo")), expand=True), _back_button(choice)]),
            _rule(),
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
            _changes(choice),
            _cuts(choice),
            *_said(choice),
            _in_a_row(put, _choose_button(choice)),
        ],
        width=640,
    )


def _changes(choice: PhotoChoice) -> ft.Control:
    """Turning it, and making its paper white."""
    turned = controls.button(
        _("Turn it"),
        choice.session.handler(choice.turn_it),
        key="turn-photo",
        icon=ft.Icons.ROTATE_RIGHT,
        height=theme.CHILD_TARGET,
    )
    white = controls.button(
        _("Make the paper white"),
        choice.session.handler(choice.whiten),
        key="whiten-photo",
        icon=ft.Icons.AUTO_FIX_HIGH,
        chosen=choice.wish.whiten,
        height=theme.CHILD_TARGET,
    )
    return _in_a_row(turned, white)


def _cuts(choice: PhotoChoice) -> ft.Control:
    """Cutting a bit off each edge, and nothing off."""

    def cut(icon: ft.IconData, name: str, edge: Edge) -> ft.Control:
        async def cut_off() -> None:
            await choice.ask(choice.wish.cut(edge))

        touched = choice.session.handler(cut_off)
        size, off = theme.CHILD_TARGET, not choice.wish.may_cut(edge)
        return controls.icon_button(icon, name, touched, key=f"cut-{edge}", size=size, disabled=off)

    cuts = [
        controls.words(_("Cut a bit off:")),
        # An arrow points into the photo, from the edge that goes.
        cut(ft.Icons.EAST, _("Cut a bit off the left"), "left"),
        cut(ft.Icons.SOUTH, _("Cut a bit off the top"), "top"),
        cut(ft.Icons.NORTH, _("Cut a bit off the bottom"), "bottom"),
        cut(ft.Icons.WEST, _("Cut a bit off the right"), "right"),
        controls.button(
            _("The whole photo"),
            choice.session.handler(choice.whole),
            key="whole-photo",
            height=theme.CHILD_TARGET,
            disabled=not choice.wish.off,
        ),
    ]
    return ft.Row(cuts, wrap=True, spacing=4, run_spacing=4, vertical_alignment=ft.CrossAxisAlignment.CENTER)


def _rule() -> ft.Control:
    return controls.words(_("Drawings and things only: no faces, no bodies, no injuries."), bold=True)


def _said(choice: PhotoChoice) -> list[ft.Control]:
    """How far a photo has come, or why there is none."""
    if choice.coming is not None:
        return _coming(choice.coming)
    return [controls.fault(choice.wrong)] if choice.wrong else []


def _choose_button(choice: PhotoChoice) -> ft.Control:
    return controls.button(
        _("Choose a photo") if choice.taken is None else _("Choose another one"),
        choice.session.handler(choice.choose, once=True),
        key="choose-photo",
        icon=ft.Icons.ADD_A_PHOTO_OUTLINED,
        height=theme.CHILD_TARGET,
    )


def _back_button(choice: PhotoChoice) -> ft.Control:
    return controls.button(
        _("Back"), choice.session.handler(choice.close), key="close-photo", height=theme.CHILD_TARGET
    )


def _in_a_row(*buttons: ft.Control) -> ft.Control:
    return ft.Row(list(buttons), wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S)
