"""A photo of a drawing or of a thing, brought to the page: chosen, looked at, turned, cut, and only then kept.

Source: field/words-and-pictures.md ("A picture on paper can be photographed in"); field/sharing.md (no faces).
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from app.ink.photo import placed
from app.language import _
from app.photo import NotAPhoto, Taken, finish, take_in
from app.ui.kit import parts, theme
from app.ui.kit.component import component, maybe, state
from app.ui.pad.kept import KeptPage
from app.ui.session import Session

_LEAST = 5
"""Percent of a photo that is left, at least, each way."""


@dataclass(frozen=True)
class Wish:
    """What is to be done to a photo. across, down: from where to where it is kept, in percent."""

    turns: int = 0
    across: tuple[int, int] = (0, 100)
    down: tuple[int, int] = (0, 100)
    whiten: bool = False

    def done(self, taken: Taken) -> Taken:
        """Return the photo as it was wished for."""
        crop = (self.across[0] / 100, self.down[0] / 100, self.across[1] / 100, self.down[1] / 100)
        return finish(taken.jpeg, turns=self.turns, crop=crop, whiten=self.whiten)


def _cut(start: float | None, end: float | None) -> tuple[int, int]:
    """Return what two handles ask for, with something left between them."""
    low = round(min(max(start or 0, 0), 100 - _LEAST))
    return low, round(max(100 if end is None else end, low + _LEAST))


@component
def PhotoDialog(session: Session, kept: KeptPage, done: Callable[[str], None], close: Callable[[], None]) -> ft.Control:
    """The way to a photo. done(id): it is on the page, under this id."""
    taken, set_taken = maybe(Taken)
    wish, set_wish = state(Wish())
    shown, set_shown = maybe(Taken)
    wrong, set_wrong = state("")
    asked: MutableRef[int] = ft.use_ref(0)

    async def choose() -> None:
        picked = await ft.FilePicker().pick_files(file_type=ft.FilePickerFileType.IMAGE, with_data=True)
        if not picked or not picked[0].bytes:
            return
        try:
            found = await asyncio.to_thread(take_in, picked[0].bytes, picked[0].name)
        except NotAPhoto as refusal:
            set_wrong(refusal.sentence())
            return
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
        name = await session.desk.keep_blob(kept.plan.id, ready.jpeg)
        if session.opened(kept.plan.id) is not kept.plan:
            return  # Locked while it was being kept: nobody asks for it now.
        done(kept.put(placed(name, ready.width, ready.height)) or "")

    rule = parts.words(_("Drawings and things only: no faces, no bodies, no injuries."), bold=True)
    choose_button = parts.button(
        _("Choose a photo") if taken is None else _("Choose another one"),
        session.handler(choose, once=True),
        key="choose-photo",
        icon=ft.Icons.ADD_A_PHOTO_OUTLINED,
        height=theme.CHILD_TARGET,
    )
    back = parts.button(_("Back"), session.handler(close), key="close-photo", height=theme.CHILD_TARGET)
    said = [parts.fault(wrong)] if wrong else []
    if taken is None or shown is None:
        return parts.dialog(
            _("A photo"),
            [
                parts.heading(_("A photo")),
                rule,
                parts.quiet(
                    _("Where and when it was taken is removed. Is it in the tablet's gallery too? Delete it there.")
                ),
                *said,
                ft.Row([choose_button, back], wrap=True, spacing=theme.GAP_S, run_spacing=theme.GAP_S),
            ],
        )

    async def turn() -> None:
        await ask(replace(wish, turns=(wish.turns + 1) % 4, across=(0, 100), down=(0, 100)))

    async def whiten() -> None:
        await ask(replace(wish, whiten=not wish.whiten))

    def cutting(name: str, of: tuple[int, int], key: str) -> ft.Control:
        async def cut(event: ft.Event[ft.RangeSlider]) -> None:
            asked = _cut(event.control.start_value, event.control.end_value)
            await ask(replace(wish, across=asked) if key == "across" else replace(wish, down=asked))

        slider = ft.RangeSlider(
            start_value=of[0],
            end_value=of[1],
            min=0,
            max=100,
            divisions=100 // _LEAST,
            key=f"cut-{key}",
            active_color=theme.ACCENT,
            on_change_end=session.handler(cut),
        )
        return ft.Column([parts.quiet(name), ft.Semantics(label=name, content=slider)], spacing=0)

    return parts.dialog(
        _("A photo"),
        [
            ft.Row([ft.Container(parts.heading(_("A photo")), expand=True), back]),
            rule,
            ft.Container(
                ft.Image(
                    shown.jpeg,
                    fit=ft.BoxFit.CONTAIN,
                    height=320,
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
                    parts.button(
                        _("Turn it"),
                        session.handler(turn),
                        key="turn-photo",
                        icon=ft.Icons.ROTATE_RIGHT,
                        height=theme.CHILD_TARGET,
                    ),
                    parts.button(
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
            cutting(_("Cut the left and right edge"), wish.across, "across"),
            cutting(_("Cut the top and bottom edge"), wish.down, "down"),
            *said,
            ft.Row(
                [
                    parts.main_button(
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
