"""The pad: a page and its tools in a child's hands. No plan, no names, no way elsewhere but "I'm finished"."""

from collections.abc import Callable

import flet as ft

from app.kit import controls, theme
from app.kit.component import component
from app.kit.notice import told
from app.language import _
from app.ui.pad.palette import palette_dialog
from app.ui.pad.stickers_and_photos import stickers_dialog, thing_tools
from app.ui.pad.surface import Surface
from app.ui.pad.tools import colour_tools, eraser_tools, icon_tool, pen_tools, tool_column
from app.ui.screens.held_frame import break_button, not_saved, padding, turn_button, turned_round
from app.ui.screens.pad_more import ClearDialog, more_dialog, pen_offer
from app.ui.screens.pad_photo import PhotoDialog
from app.ui.screens.pad_state import PadState, use_pad
from app.ui.screens.undo import undo_and_redo
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import AtPad
from app.ui.session.session import Session

ZOOM = 1.5
"""How much larger the page is shown at one touch."""


@component
def Pad(session: Session, plan: OpenPlan, route: AtPad) -> ft.Control:
    """The drawing page of one item of a document."""
    pad = use_pad(session, plan, route)
    tools = tool_column(
        across=pad.across,
        buttons=_tools(pad),  # Two by two, in the column beside the page.
        finished=controls.main_button(_("I'm finished"), pad.finish(), key="finished", height=72, grows=True),
        pause=break_button(session),
    )
    page = _page(pad)
    # The tools are on a physical side in every language: which hand draws has nothing to do with it.
    side_by_side = [page, tools] if session.page.rtl != session.habits.left_handed else [tools, page]
    body: ft.Control = (
        ft.Row(side_by_side, spacing=theme.GAP, expand=True)
        if pad.across
        else ft.Column([page, tools], spacing=theme.GAP_S, expand=True)
    )
    room = padding(theme.GAP if pad.across else theme.GAP_S, pad.turned)
    screen = ft.Container(body, padding=room, expand=True, bgcolor=theme.GROUND)
    return turned_round(controls.layered(screen, [_dialog(pad)] if pad.dialog else []), pad.turned)


def _tools(pad: PadState) -> list[ft.Control]:
    session, tool = pad.session, pad.tool
    return [
        *pen_tools(tool, lambda slug: pad.take(pad.drawing_with(pen=slug))),
        *colour_tools(
            tool, session.habits, pad.opens("palette"), lambda colour: pad.take(pad.drawing_with(colour=colour))
        ),
        *eraser_tools(tool, lambda does: pad.toggle("rub" if does == "rub" else "erase")),
        *undo_and_redo(session, pad.plan, pad.kept.undo_scope, pad.kept.actor, size=theme.CHILD_TARGET),
        icon_tool(ft.Icons.ZOOM_IN, _("Show it larger"), pad.zoom(ZOOM), key="zoom-in"),
        icon_tool(
            ft.Icons.ZOOM_OUT, _("Show it smaller"), pad.zoom(1 / ZOOM), key="zoom-out", disabled=pad.view.zoom == 1
        ),
        *_sticker_tool(pad),
        turn_button(lambda: pad.set_turned(not pad.turned)),
        *_photo_tool(pad),
        icon_tool(ft.Icons.MORE_HORIZ, _("More"), pad.opens("more"), key="more"),
        *_move_tool(pad),
    ]


def _sticker_tool(pad: PadState) -> list[ft.Control]:
    """Stickers. A young person's page has none until they are asked for; what lies on it is picked up all the same."""
    if pad.stickers_apart:
        return []
    chosen = pad.tool.does == "things"
    icon = ft.Icons.EMOJI_EMOTIONS_OUTLINED
    return [icon_tool(icon, _("Stickers"), pad.open_stickers, key="stickers", chosen=chosen)]


def _photo_tool(pad: PadState) -> list[ft.Control]:
    """A photo, only while the worker is there: the way to it leads through the tablet's other pictures."""
    if pad.route.handed or pad.route.face or pad.session.family_time:
        return []
    return [icon_tool(ft.Icons.ADD_A_PHOTO_OUTLINED, _("A photo"), pad.opens("photo"), key="photo")]


def _move_tool(pad: PadState) -> list[ft.Control]:
    """Moves the page, where it is shown larger than its window."""
    if pad.view.zoom <= 1:
        return []
    chosen = pad.tool.does == "move"
    return [icon_tool(ft.Icons.OPEN_WITH, _("Move the page"), pad.toggle("move"), key="move", chosen=chosen)]


def _page(pad: PadState) -> ft.Control:
    """The page to draw on, and what stands below it."""
    session, held = pad.session, pad.held
    surface = Surface.keyed(f"surface-{pad.route.page}")(
        marks=tuple((id, mark) for id, mark in pad.drawing if held is None or id != pad.in_hand),
        view=pad.view,
        tool=pad.tool,
        doing=pad.doing,
        minding=session.minding,
        label=_("The page that you draw on"),
        look=pad.look,
        held=held,
        photos=pad.photos,
        only_pen=session.habits.only_pen,
    )
    under: list[ft.Control] = []
    if held is not None:
        let_go = pad.take(pad.drawing_with())
        under.append(thing_tools(pad.kept, pad.in_hand, handler=session.handler, let_go=let_go))
    elif pad.offers_pen:
        under.append(pen_offer(session))
    return ft.Container(
        ft.Column(
            [
                ft.Container(surface, border=ft.Border.all(1, theme.EDGE), border_radius=theme.CORNER),
                *under,
                *not_saved(session, pad.plan),
                *([told(session.notice, session.said)] if session.notice else []),
            ],
            alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        expand=True,
        alignment=ft.Alignment.CENTER,
    )


def _dialog(pad: PadState) -> ft.Control:
    """The dialog that lies over the page."""
    session, close = pad.session, pad.close
    dialogs: dict[str, Callable[[], ft.Control]] = {
        "palette": lambda: palette_dialog(
            pad.tool,
            lambda colour: pad.take(pad.drawing_with(colour=colour), close),
            lambda size: pad.take(pad.drawing_with(size=size)),
            close,
        ),
        "stickers": lambda: stickers_dialog(pad.put_sticker, close),
        "photo": lambda: PhotoDialog.keyed("photo-dialog")(session, pad.kept, pad.pick_up, close),
        "more": lambda: more_dialog(
            session,
            beside=pad.across,
            clear=pad.opens("clear") if pad.drawing else None,
            stickers=pad.opens("stickers") if pad.stickers_apart else None,
            close=close,
        ),
        "clear": lambda: ClearDialog.keyed("clear-dialog")(session, pad.clear, close),
    }
    return dialogs[pad.dialog]()
