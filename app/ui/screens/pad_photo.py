"""A photo of a drawing or of a thing, brought to the page: chosen, looked at, turned, cut, and only then kept.

Source: field/words-and-pictures.md ("A picture on paper can be photographed in"); field/sharing.md (no faces).
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

import flet as ft

from app.ink.photo import placed
from app.language import _
from app.photo import NotAPhoto, Taken, finish, take_in
from app.ui.kit import parts, theme
from app.ui.kit.component import component, maybe, state
from app.ui.pad.kept import KeptPage
from app.ui.session import Session

_STEP, _LEAST = 5, 10
"""Percent of a photo that one touch cuts off, and that is left, at least, each way."""


_LOOK, _ELSE = 320, 500
"""How high a photo is shown where there is room, and the room that all else in its dialog takes."""


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


def _narrower(side: tuple[int, int], first: int, last: int) -> tuple[int, int]:
    """Return what is kept of a side when so much of its beginning and end goes; something is always left."""
    low, high = side[0] + first, side[1] - last
    return (low, high) if high - low >= _LEAST else side


@component
def PhotoDialog(session: Session, kept: KeptPage, done: Callable[[str], None], close: Callable[[], None]) -> ft.Control:
    """The way to a photo. done(id): it is on the page, under this id."""
    taken, set_taken = maybe(Taken)
    wish, set_wish = state(Wish())
    shown, set_shown = maybe(Taken)
    wrong, set_wrong = state("")

    async def choose() -> None:
        picked = await ft.FilePicker().pick_files(file_type=ft.FilePickerFileType.IMAGE, with_data=True)
        if not picked or not picked[0].bytes:
            return
        try:
            found = await asyncio.to_thread(take_in, picked[0].bytes, picked[0].name)
        except NotAPhoto as refusal:
            set_wrong(refusal.sentence())
            return
        set_wrong("")
        set_wish(Wish())
        set_shown(found)
        set_taken(found)

    async def ask(wanted: Wish) -> None:
        set_wish(wanted)
        if taken is not None:
            set_shown(await asyncio.to_thread(wanted.done, taken))

    async def put() -> None:
        if taken is None:
            return
        ready = await asyncio.to_thread(wish.done, taken)
        name = await session.desk.keep_blob(kept.plan.id, ready.jpeg)
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

    def cutting(icon: ft.IconData, name: str, key: str, wanted: Wish) -> ft.Control:
        async def cut() -> None:
            await ask(wanted)

        return parts.icon_button(
            icon, name, session.handler(cut), key=key, size=theme.CHILD_TARGET, disabled=wanted == wish
        )

    # Touches, and no sliders: what a slider lays over everything, a screen reader cannot reach through.
    across, down = wish.across, wish.down
    edges = [
        cutting(
            ft.Icons.FIRST_PAGE, _("Cut the left edge"), "cut-left", replace(wish, across=_narrower(across, _STEP, 0))
        ),
        cutting(
            ft.Icons.LAST_PAGE, _("Cut the right edge"), "cut-right", replace(wish, across=_narrower(across, 0, _STEP))
        ),
        cutting(
            ft.Icons.VERTICAL_ALIGN_TOP, _("Cut the top edge"), "cut-top", replace(wish, down=_narrower(down, _STEP, 0))
        ),
        cutting(
            ft.Icons.VERTICAL_ALIGN_BOTTOM,
            _("Cut the bottom edge"),
            "cut-bottom",
            replace(wish, down=_narrower(down, 0, _STEP)),
        ),
        cutting(
            ft.Icons.FIT_SCREEN, _("The whole photo"), "cut-nothing", replace(wish, across=(0, 100), down=(0, 100))
        ),
    ]
    return parts.dialog(
        _("A photo"),
        [
            ft.Row([ft.Container(parts.heading(_("A photo")), expand=True), back]),
            rule,
            ft.Container(
                ft.Image(
                    shown.jpeg,
                    fit=ft.BoxFit.CONTAIN,
                    height=min(_LOOK, max(_LOOK / 2, session.window.height - _ELSE)),
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
            ft.Row(edges, spacing=theme.GAP_S, wrap=True, run_spacing=theme.GAP_S),
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
