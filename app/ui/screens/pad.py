"""The pad: a page and its tools in a child's hands. No plan, no names, no way elsewhere but "I'm finished"."""

import math
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
from app.ui.pad.surface import Surface
from app.ui.pad.tools import TOOLS_WIDTH, colour_tool, palette_dialog, pen_tool, tool_column
from app.ui.places import AtPad
from app.ui.session import Session

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
            parts.icon_button(
                ft.Icons.AUTO_FIX_NORMAL,
                _("Eraser"),
                lambda: set_erasing(not erasing),
                key="eraser",
                size=theme.CHILD_TARGET,
                chosen=erasing,
            ),
            parts.icon_button(
                ft.Icons.UNDO,
                _("Undo"),
                session.handler(lambda: plan.undo(scene, actor)),
                key="undo",
                size=theme.CHILD_TARGET,
                disabled=not plan.can_undo(scene, actor),
            ),
            parts.icon_button(
                ft.Icons.REDO,
                _("Redo"),
                session.handler(lambda: plan.redo(scene, actor)),
                key="redo",
                size=theme.CHILD_TARGET,
                disabled=not plan.can_redo(scene, actor),
            ),
            parts.icon_button(
                ft.Icons.DELETE_OUTLINE,
                _("Clear the page"),
                lambda: set_clearing(True),
                key="clear",
                size=theme.CHILD_TARGET,
                disabled=not shown,
            ),
            parts.icon_button(
                ft.Icons.SCREEN_ROTATION_ALT,
                _("Turn the page round"),
                lambda: set_turned(not turned),
                key="turn",
                size=theme.CHILD_TARGET,
            ),
        ],
        finished=parts.main_button(
            _("I'm finished"),
            session.handler(lambda: session.go(place.back)),
            key="finished",
            height=72,
        ),
    )
    page_width = _page_width(window.width, window.height, across=across)
    surface = Surface(
        strokes=shown,
        width=page_width,
        colour=colour,
        pen_width=WIDTHS[width],
        erasing=erasing,
        draw=keep,
        rub=rub,
        label=_("The page that you draw on"),
        key=f"surface-{place.page}",
    )
    holder = ft.Container(
        ft.Column(
            [
                ft.Container(surface, border=ft.Border.all(1, theme.EDGE), border_radius=theme.CORNER),
                *([_not_saved(session, plan)] if plan.saving == "not-saved" else []),
                *([parts.fault(session.notice)] if session.notice else []),
            ],
            alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        expand=True,
        alignment=ft.Alignment.CENTER,
    )
    body: ft.Control = (
        ft.Row([tools, holder], spacing=theme.GAP, expand=True)
        if across
        else ft.Column([holder, tools], spacing=theme.GAP_S, expand=True)
    )
    screen = ft.Container(body, padding=theme.GAP if across else theme.GAP_S, expand=True, bgcolor=theme.GROUND)
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
    # Everything turns, tools too, so that the person opposite has a page of their own.
    return ft.Container(
        parts.layered(screen, layers),
        expand=True,
        rotate=ft.Rotate(math.pi) if turned else None,
    )


def _page_width(width: float, height: float, *, across: bool) -> float:
    edges = 2  # The page's own, a pixel on each side: without them its right edge would be cut off.
    if across:
        return max(240.0, min(width - TOOLS_WIDTH - 3 * theme.GAP - edges, (height - 2 * theme.GAP - edges) * 4 / 3))
    tools = 240
    return max(240.0, min(width - 2 * theme.GAP_S - edges, (height - tools) * 4 / 3))


def _not_saved(session: Session, plan: OpenPlan) -> ft.Control:
    return ft.Row(
        [
            parts.fault(_("Not saved yet. Please ask a grown-up to touch Try again.")),
            parts.button(_("Try again"), session.handler(plan.try_again), key="try-again"),
        ],
        wrap=True,
    )
