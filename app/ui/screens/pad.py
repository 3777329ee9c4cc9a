"""The pad: a page and its tools in a child's hands. No plan, no names, no way elsewhere but "I'm finished"."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from time import monotonic

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from app.ink import Point, Stroke, View
from app.ink.drawing import marks, things
from app.ink.sticker import Sticker
from app.kit import controls, theme
from app.kit.component import component, state
from app.kit.controls import Handler
from app.kit.notice import told
from app.language import _
from app.ui.pad.palette import palette_dialog
from app.ui.pad.saved_page import SavedPage
from app.ui.pad.stickers_and_photos import SIZE, stickers_dialog, thing_tools
from app.ui.pad.surface import Doing, Surface, page_width
from app.ui.pad.tools import (
    TOOLS_WIDTH,
    colour_tools,
    eraser_tools,
    icon_tool,
    pen_tools,
    tool_column,
    tools_height,
)
from app.ui.screens.held_frame import break_button, not_saved, padding, turn_button, turned_round
from app.ui.screens.pad_more import ClearDialog, more_dialog, pen_offer
from app.ui.screens.pad_photo import PhotoDialog
from app.ui.screens.photos import use_photos
from app.ui.screens.undo import undo_and_redo
from app.ui.session import handover
from app.ui.session.drawing_tool import Does, Tool
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import AtPad
from app.ui.session.session import Session

RESTING = 2.0
"""Seconds after a pen's line in which a finger on the page is the hand that holds the pen."""

ZOOM = 1.5
"""How much larger the page is shown at one touch."""


@component
def Pad(session: Session, plan: OpenPlan, route: AtPad) -> ft.Control:
    """The drawing page of one item of a document."""
    tool, set_tool = state(Tool())
    view, set_view = state(View(1))
    in_hand, set_in_hand = state("")
    turned, set_turned = state(False)
    dialog, set_dialog = state("")
    drawn: MutableRef[float] = ft.use_ref(0.0)
    known: MutableRef[dict[str, Stroke]] = ft.use_ref(lambda: {})
    photos = use_photos(session, plan)
    habits = session.habits
    kept = SavedPage(plan, route.page, known.current if known.current is not None else {})
    drawing = marks(plan.document, route.page, known=kept.known)
    held = kept.thing(in_hand) if tool.does == "things" else None

    window = session.window
    across = window.shape == "wide"
    offered = habits.pen_seen and not habits.asked
    below = theme.CHILD_TARGET + theme.GAP_S if held is not None or offered else 0
    width_left = window.width - (TOOLS_WIDTH + 3 * theme.GAP if across else 2 * theme.GAP_S)
    height_left = window.height - theme.BAR - below - (theme.GAP if across else tools_height(window.width))
    view = view._replace(width=page_width(width_left, height_left))
    # What two quick touches make of it, before the first of them is drawn.
    now: MutableRef[View] = ft.use_ref(None)
    now.current = view

    def show(wanted: View) -> None:
        now.current = wanted
        set_view(wanted)
        if wanted.zoom == 1 and tool.does == "move":
            set_tool(replace(tool, does="draw"))  # A whole page does not move, and its button is gone.

    def close() -> None:
        set_dialog("")

    def take(now: Tool, then: Callable[[], None] = lambda: None) -> Callable[[], None]:
        def taken() -> None:
            set_tool(now)
            set_in_hand("")
            if now.colour != tool.colour:
                session.habits = session.habits.used(now.colour)
            then()

        return taken

    def toggle(does: Does) -> Handler:
        return take(replace(tool, does="draw" if tool.does == does else does))

    def drawing_with(**changes: str | int) -> Tool:
        return replace(tool, does="draw", **changes)  # type: ignore[arg-type]

    def draw(points: Sequence[Point], widths: Sequence[float]) -> str | None:
        drawn.current = monotonic()
        with session.minding():
            return kept.draw(points, widths, tool)
        return None

    def erase(path: Sequence[Point], step: str) -> None:
        with session.minding():
            kept.erase(path, step)

    def rub(path: Sequence[Point], step: str) -> bool:
        with session.minding():
            return kept.rub(path, step)
        return False

    def carry(right: int, down: int) -> None:
        with session.minding():
            if in_hand and (right or down):
                kept.carry(in_hand, right, down)

    def put_sticker(art: str) -> Handler:
        def put() -> None:
            x, y = view.point(view.width / 2, view.height / 2)
            set_in_hand(kept.put(Sticker(art, x, y, round(SIZE / view.zoom), 0, False)) or "")
            set_tool(replace(tool, does="things"))
            close()

        return session.handler(put)

    def put_photo(id: str) -> None:
        set_in_hand(id)
        set_tool(replace(tool, does="things"))
        close()

    def zoom(by: float) -> Handler:
        def zoomed() -> None:
            before = now.current or view
            show(before.zoomed(before.zoom * by, view.width / 2, view.height / 2))

        return zoomed

    def pen_seen() -> None:
        if not session.habits.pen_seen:
            session.habits = replace(session.habits, pen_seen=True)

    def resting() -> bool:
        return monotonic() - (drawn.current or 0.0) < RESTING

    def finger() -> None:
        # A hand that rests on the page while the pen draws is not asking for anything.
        if not resting():
            session.say(_("Only the pen draws now. Touch “More” to draw with fingers too."), "hint")

    def open_stickers() -> None:
        # What is on the page already, a photo too, is picked up first; a second touch chooses one more.
        if tool.does == "things" or not things(drawing):
            set_dialog("stickers")
        else:
            set_tool(replace(tool, does="things"))

    def opens(name: str) -> Handler:
        return lambda: set_dialog(name)

    moves = icon_tool(ft.Icons.OPEN_WITH, _("Move the page"), toggle("move"), key="move", chosen=tool.does == "move")
    photo = icon_tool(ft.Icons.ADD_A_PHOTO_OUTLINED, _("A photo"), opens("photo"), key="photo")
    sticking = icon_tool(
        ft.Icons.EMOJI_EMOTIONS_OUTLINED, _("Stickers"), open_stickers, key="stickers", chosen=tool.does == "things"
    )
    # A young person's page has none until they are asked for; what lies on it is picked up all the same.
    apart = plan.document.kind.look == "young" and not things(drawing)
    # Two by two, in the column beside the page.
    buttons = [
        *pen_tools(tool, lambda slug: take(drawing_with(pen=slug))),
        *colour_tools(tool, habits, opens("palette"), lambda colour: take(drawing_with(colour=colour))),
        *eraser_tools(tool, lambda does: toggle("rub" if does == "rub" else "erase")),
        *undo_and_redo(session, plan, kept.undo_scope, kept.actor, size=theme.CHILD_TARGET),
        icon_tool(ft.Icons.ZOOM_IN, _("Show it larger"), zoom(ZOOM), key="zoom-in"),
        icon_tool(ft.Icons.ZOOM_OUT, _("Show it smaller"), zoom(1 / ZOOM), key="zoom-out", disabled=view.zoom == 1),
        *([] if apart else [sticking]),
        turn_button(lambda: set_turned(not turned)),
        # Only while the worker is there: the way to a photo leads through the tablet's other pictures.
        *([] if route.handed or route.face or session.family_time else [photo]),
        icon_tool(ft.Icons.MORE_HORIZ, _("More"), opens("more"), key="more"),
        *([moves] if view.zoom > 1 else []),
    ]
    tools = tool_column(
        across=across,
        buttons=buttons,
        finished=controls.main_button(
            _("I'm finished"),
            session.handler(lambda: handover.hand_back(session) if route.handed else session.go(route.back)),
            key="finished",
            height=72,
            grows=True,
        ),
        pause=break_button(session),
    )

    def look(wanted: View) -> None:
        # Nor does the page go away below a hand that rests on it.
        if tool.does == "move" or not (habits.only_pen and resting()):
            show(wanted)

    surface = Surface.keyed(f"surface-{route.page}")(
        marks=tuple((id, mark) for id, mark in drawing if held is None or id != in_hand),
        view=view,
        tool=tool,
        doing=Doing(
            draw=draw,
            erase=erase,
            rub=rub,
            grab=lambda point: set_in_hand(kept.at(point) or in_hand),
            carry=carry,
            in_hand=session.in_hand,
            pen_seen=pen_seen,
            finger=finger,
        ),
        minding=session.minding,
        label=_("The page that you draw on"),
        look=look,
        held=held,
        photos=photos,
        only_pen=habits.only_pen,
    )
    under: list[ft.Control] = []
    if held is not None:
        under.append(thing_tools(kept, in_hand, handler=session.handler, let_go=take(drawing_with())))
    elif offered:
        under.append(pen_offer(session))
    holder = ft.Container(
        ft.Column(
            [
                ft.Container(surface, border=ft.Border.all(1, theme.EDGE), border_radius=theme.CORNER),
                *under,
                *not_saved(session, plan),
                *([told(session.notice, session.said)] if session.notice else []),
            ],
            alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        expand=True,
        alignment=ft.Alignment.CENTER,
    )
    # The tools are on a physical side in every language: which hand draws has nothing to do with it.
    side_by_side = [holder, tools] if session.page.rtl != habits.left_handed else [tools, holder]
    body: ft.Control = (
        ft.Row(side_by_side, spacing=theme.GAP, expand=True)
        if across
        else ft.Column([holder, tools], spacing=theme.GAP_S, expand=True)
    )
    room = padding(theme.GAP if across else theme.GAP_S, turned)
    screen = ft.Container(body, padding=room, expand=True, bgcolor=theme.GROUND)

    dialogs: dict[str, Callable[[], ft.Control]] = {
        "palette": lambda: palette_dialog(
            tool,
            lambda colour: take(drawing_with(colour=colour), close),
            lambda size: take(drawing_with(size=size)),
            close,
        ),
        "stickers": lambda: stickers_dialog(put_sticker, close),
        "photo": lambda: PhotoDialog.keyed("photo-dialog")(session, kept, put_photo, close),
        "more": lambda: more_dialog(
            session,
            beside=across,
            clear=opens("clear") if drawing else None,
            stickers=opens("stickers") if apart else None,
            close=close,
        ),
        "clear": lambda: ClearDialog.keyed("clear-dialog")(session, lambda: _do(kept.clear, close), close),
    }
    return turned_round(controls.layered(screen, [dialogs[dialog]()] if dialog else []), turned)


def _do(act: Callable[[], None], then: Callable[[], None]) -> None:
    then()
    act()
