"""The pad: a page and its tools in a child's hands. No plan, no names, no way elsewhere but "I'm finished"."""

from collections.abc import Sequence

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from app.document import Remove
from app.ink import WIDTHS, Point, Stroke, erased_by, simplify
from app.ink.drawing import draw, strokes
from app.language import _
from app.ui.kit import parts, theme
from app.ui.kit.component import component, state
from app.ui.kit.parts import Handler
from app.ui.open_plan import OpenPlan
from app.ui.pad.surface import Surface, page_width
from app.ui.pad.tools import TOOLS_WIDTH, colour_tool, eraser_tool, palette_dialog, pen_tool, tool_column
from app.ui.places import AtPad
from app.ui.screens.held import break_button, not_saved, padding, turn_button, turned_round
from app.ui.screens.undo import undo_and_redo
from app.ui.session import Session

TOOLS_HEIGHT = 250
"""Room for the tools below the page, where the screen is tall."""

ERASER = 24
"""The eraser's radius, in page units: a fingertip."""


@component
def Pad(session: Session, plan: OpenPlan, place: AtPad) -> ft.Control:
    """The drawing page of one item of a document."""
    colour, set_colour = state(0)
    width, set_width = state(1)
    erasing, set_erasing = state(False)
    turned, set_turned = state(False)
    palette, set_palette = state(False)
    clearing, set_clearing = state(False)
    known: MutableRef[dict[str, Stroke]] = ft.use_ref(lambda: {})

    page = plan.document.items.get(place.page)
    actor = page.by if page is not None else ""
    section = page.section if page is not None else ""
    scene = f"pad-{place.page}"
    shown = strokes(plan.document, place.page, known=known.current)

    def keep(spots: Sequence[Point]) -> str | None:
        if page is None:
            return None
        with session.minding():
            stroke = Stroke(simplify(spots), colour, WIDTHS[width])
            add = draw(plan.document, page.id, stroke, section=section, by=actor)
            plan.make([add], scene=scene, actor=actor)
            return add.item.id
        return None

    def rub(path: Sequence[Point], step: str) -> None:
        with session.minding():
            gone = erased_by(strokes(plan.document, place.page, known=known.current), path, ERASER)
            if gone:
                plan.make([Remove(i) for i in gone], scene=scene, actor=actor, step=step)

    def clear() -> None:
        set_clearing(False)
        plan.make([Remove(id) for id, _stroke in shown], scene=scene, actor=actor)

    def pen(number: int) -> Handler:
        def take() -> None:
            set_width(number)
            set_erasing(False)

        return take

    def take_colour(number: int) -> Handler:
        def take() -> None:
            set_colour(number)
            set_erasing(False)
            set_palette(False)

        return take

    window = session.window
    across = window.shape == "wide"
    tools = tool_column(
        across=across,
        buttons=[
            *(
                pen_tool(n, chosen=width == n and not erasing, colour=colour, on_click=pen(n))
                for n in range(len(WIDTHS))
            ),
            colour_tool(colour, on_click=lambda: set_palette(not palette)),
            eraser_tool(chosen=erasing, on_click=lambda: set_erasing(not erasing)),
            *undo_and_redo(session, plan, scene, actor, size=theme.CHILD_TARGET),
            parts.icon_button(
                ft.Icons.DELETE_OUTLINE,
                _("Clear the page"),
                lambda: set_clearing(True),
                key="clear",
                size=theme.CHILD_TARGET,
                disabled=not shown,
            ),
            turn_button(lambda: set_turned(not turned)),
        ],
        finished=parts.main_button(
            _("I'm finished"),
            session.handler(session.hand_back if place.handed else lambda: session.go(place.back)),
            key="finished",
            height=72,
            grows=True,
        ),
        pause=break_button(session),
    )
    width_left = window.width - (TOOLS_WIDTH + 3 * theme.GAP if across else 2 * theme.GAP_S)
    height_left = window.height - theme.BAR - (theme.GAP if across else TOOLS_HEIGHT)
    surface = Surface(
        strokes=shown,
        width=page_width(width_left, height_left),
        colour=colour,
        pen_width=WIDTHS[width],
        erasing=erasing,
        draw=keep,
        rub=rub,
        minding=session.minding,
        in_hand=session.in_hand,
        label=_("The page that you draw on"),
        key=f"surface-{place.page}",
    )
    holder = ft.Container(
        ft.Column(
            [
                ft.Container(surface, border=ft.Border.all(1, theme.EDGE), border_radius=theme.CORNER),
                *not_saved(session, plan),
                *([parts.fault(session.notice)] if session.notice else []),
            ],
            alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        expand=True,
        alignment=ft.Alignment.CENTER,
    )
    # The tools are at the physical left in every language: which hand draws has nothing to do with it.
    side_by_side = [holder, tools] if session.page.rtl else [tools, holder]
    body: ft.Control = (
        ft.Row(side_by_side, spacing=theme.GAP, expand=True)
        if across
        else ft.Column([holder, tools], spacing=theme.GAP_S, expand=True)
    )
    room = padding(theme.GAP if across else theme.GAP_S, turned)
    screen = ft.Container(body, padding=room, expand=True, bgcolor=theme.GROUND)
    layers: list[ft.Control] = []
    if palette:
        layers.append(palette_dialog(colour, take_colour, lambda: set_palette(False)))
    if clearing:
        layers.append(
            parts.dialog(
                _("Clear the page?"),
                [
                    parts.heading(_("Clear the page?")),
                    parts.words(_("One touch on Undo brings it back."), size=theme.CHILD),
                    ft.Row(
                        [
                            parts.main_button(
                                _("Keep it"),
                                lambda: set_clearing(False),
                                key="clear-no",
                                height=theme.CHILD_TARGET,
                            ),
                            parts.button(
                                _("Clear"),
                                session.handler(clear),
                                key="clear-yes",
                                height=theme.CHILD_TARGET,
                            ),
                        ],
                        wrap=True,
                    ),
                ],
                width=440,
            )
        )
    return turned_round(parts.layered(screen, layers), turned)
