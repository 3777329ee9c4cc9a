"""A finished copy: all that is in it to look over, the papers that it can be on, and the ways out of the tablet."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import flet as ft

from app.document.kind import Printed
from app.export.copies import Copy
from app.kit import controls, theme
from app.kit.component import component, state
from app.kit.controls import Handler
from app.language import _, read_out
from app.sheet import texts
from app.sheet.unprintable import way_on
from app.ui.screens.copy_preview import preview
from app.ui.screens.frame import quiet_page
from app.ui.session.closed_tabs import TabGone
from app.ui.session.session import Session

ICONS = {
    "storybook": ft.Icons.CROP_LANDSCAPE,
    "plan": ft.Icons.DESCRIPTION_OUTLINED,
    "fridge": ft.Icons.KITCHEN_OUTLINED,
    "card": ft.Icons.CREDIT_CARD,
    "phone": ft.Icons.SMARTPHONE,
}
FOUR = ft.Icons.GRID_VIEW


@dataclass(frozen=True, kw_only=True)
class Out:
    """A copy and its ways out."""

    copy: Copy
    """As it was made."""
    name: str
    """Whose it is, "" for nobody in particular."""
    office: bool
    """It is for the office's record."""
    may_leave: Callable[[], bool]
    """may_leave(): whether its reader may still hold one, at the moment of a touch."""
    made: Callable[[], None]
    """made(): it went out."""
    later: Handler
    """The way to a day on which it is brought; None where there is none."""


def papers(
    session: Session, offered: Sequence[Printed], now: Printed, make: Callable[[Printed], Awaitable[None]]
) -> list[ft.Control]:
    """The papers on which the plan can be put; the preview below is of the one that is chosen."""

    def button(paper: Printed) -> ft.Control:
        icon = FOUR if paper.layout == "four" else ICONS[paper.shape]
        touched = session.handler(lambda: make(paper), once=paper.slug)
        return controls.button(
            _(paper.name),
            touched,
            key=f"paper-{paper.slug}",
            icon=icon,
            height=theme.CHILD_TARGET,
            chosen=paper == now,
        )

    return [ft.Row([button(p) for p in offered], wrap=True, spacing=theme.GAP, run_spacing=theme.GAP_S)]


def ready(session: Session, out: Out, bar: ft.Control, choice: Sequence[ft.Control]) -> ft.Control:
    """The copy to look over, and the ways out of the tablet for it. choice: the papers that it can be on."""
    copy = out.copy
    number = [controls.quiet(_("Copy {number}").format(number=copy.number))] if copy.number is not None else []
    return quiet_page(
        session,
        [
            controls.title(_title(out)),
            *number,
            controls.words(_("This is all that is in it. Check it before it leaves the tablet.")),
            *([] if out.office else _missing(copy)),
            *choice,
            ft.Row(_ways_out(session, out), wrap=True),
            ft.Divider(color=theme.LINE),
            LookedOver.keyed(f"looked-over-{copy.number}")(session, copy, shut=out.office),
        ],
        bar=bar,
    )


def _ways_out(session: Session, out: Out) -> list[ft.Control]:
    """Save the file, share it, or bring it another day."""
    copy = out.copy
    mime = "image/png" if copy.is_picture else "application/pdf"

    async def save() -> None:
        if not out.may_leave():
            return  # Another tab has changed the rule: this screen follows in a moment.
        picked = await ft.FilePicker().save_file(
            file_name=copy.file_name,
            file_type=ft.FilePickerFileType.CUSTOM,
            allowed_extensions=[copy.file_name.rpartition(".")[2]],
            src_bytes=copy.file,
        )
        # A browser returns no path; it has put the file where it keeps downloads.
        if picked or session.page.web:
            session.say(
                _("The copy should now be among this device's downloads. Please check that you can find it."), "done"
            )
            out.made()

    async def share() -> None:
        if not out.may_leave():
            return
        try:
            await send()
        except TabGone:
            raise
        except RuntimeError:  # What Flet raises when the device has no way to share a file.
            session.say(_("This device cannot share a file from here. Nothing left it. Save the file instead."))
        else:
            out.made()

    async def send() -> None:
        await ft.Share().share_files([ft.ShareFile.from_bytes(copy.file, name=copy.file_name, mime_type=mime)])

    ways: list[ft.Control] = [
        controls.main_button(
            _("Save the file"),
            session.handler(save, once=True),
            key="save-copy",
            icon=ft.Icons.DOWNLOAD,
            height=56,
        ),
        controls.button(
            _("Share"), session.handler(share, once=True), key="share-copy", icon=ft.Icons.SHARE, height=56
        ),
    ]
    if out.later is not None:
        ways.append(controls.button(_("Bring it later"), out.later, key="bring-later", icon=ft.Icons.EVENT, height=56))
    return ways


@component
def LookedOver(session: Session, copy: Copy, *, shut: bool) -> ft.Control:
    """All that is in a copy. shut: only when it is opened, for others may look at the screen."""
    opened, set_opened = state(not shut)
    if not opened:
        way = session.handler(lambda: set_opened(True))
        return ft.Column(
            [
                controls.words(_("Others may look at this screen. Open it when only you can see.")),
                controls.button(_("Look it over"), way, key="look-over", height=56),
            ],
            spacing=theme.GAP,
        )
    shown = (
        [_phone(copy)] if copy.is_picture else preview(copy.sheet, copy.photos, wide=session.window.shape != "phone")
    )
    told = _missing(copy) if shut else []
    return ft.Column([*told, *shown], spacing=theme.GAP, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _missing(copy: Copy) -> list[ft.Control]:
    """What of the plan is not on the copy, and where; of one that others must not look at, only where it is open."""
    if not copy.missing:
        return []
    lines = dict.fromkeys(one.sentence() for one in copy.missing)
    told = [
        controls.heading(_("Before you hand it on")),
        *map(controls.words, lines),
        controls.words(way_on(copy.missing)),
    ]
    return [controls.card(ft.Column(told, spacing=theme.GAP_S), padding=theme.GAP)]


def _title(out: Out) -> str:
    if out.office:
        return _("The office's record")
    return _("A copy for {name}").format(name=out.name) if out.name else _("A copy for nobody in particular")


def _phone(copy: Copy) -> ft.Control:
    """The very picture, as small as a phone's screen."""
    told = read_out(texts(copy.sheet))
    shown = ft.Image(copy.file, width=300, fit=ft.BoxFit.CONTAIN, semantics_label=told)
    return ft.Row([ft.Container(shown, border=ft.Border.all(1, theme.LINE))], alignment=ft.MainAxisAlignment.CENTER)
