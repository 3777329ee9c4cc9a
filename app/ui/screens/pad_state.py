"""What the pad knows when it is drawn, and what a child's touches do there: tool, view, thing in hand, dialogs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from time import monotonic

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from app.ink import Point, Stroke, View
from app.ink.drawing import marks, things
from app.ink.mark import Mark, Thing
from app.ink.photo import Photos
from app.ink.sticker import Sticker
from app.kit import theme
from app.kit.component import state
from app.kit.controls import Handler
from app.language import _
from app.ui.pad.page_drag import Doing
from app.ui.pad.saved_page import SavedPage
from app.ui.pad.stickers_and_photos import SIZE
from app.ui.pad.surface import page_width
from app.ui.pad.tools import TOOLS_WIDTH, tools_height
from app.ui.screens.photos import use_photos
from app.ui.session import handover
from app.ui.session.drawing_tool import Does, Tool
from app.ui.session.open_plan import OpenPlan
from app.ui.session.routes import AtPad
from app.ui.session.session import Session

RESTING = 2.0
"""Seconds after a pen's line in which a finger on the page is the hand that holds the pen."""


@dataclass(frozen=True)
class PadState:
    """One drawing of the pad: what it shows, and what its touches do."""

    session: Session
    """The tab in which the pad is."""
    plan: OpenPlan
    """The document of the page, as this tab has it open."""
    route: AtPad
    """Which page it is, whether it was handed over, and where "I'm finished" leads."""
    kept: SavedPage
    """The drawing as it is kept."""
    drawing: tuple[tuple[str, Mark], ...]
    """Its marks and their ids, the lowest first."""
    photos: Photos
    """Those of the document that have been read, by name."""
    tool: Tool
    """In hand."""
    set_tool: Callable[[Tool], None]
    """Takes another one in hand."""
    view: View
    """How the page is shown."""
    set_view: Callable[[View], None]
    """Shows it in another way."""
    latest: MutableRef[View]
    """What quick touches have made of the view before it is drawn."""
    in_hand: str
    """The id of the thing that is picked up, "" for none."""
    set_in_hand: Callable[[str], None]
    """Picks another one up; "" lets go."""
    turned: bool
    """The page is turned round."""
    set_turned: Callable[[bool], None]
    """Turns it round, or back."""
    dialog: str
    """Which lies over it, "" for none."""
    set_dialog: Callable[[str], None]
    """Opens one; "" closes it."""
    drawn: MutableRef[float]
    """When a line was drawn last, by time.monotonic; 0 for never."""

    @property
    def across(self) -> bool:
        """Whether the tools stand beside the page; else below it."""
        return self.session.window.shape == "wide"

    @cached_property
    def held(self) -> Thing | None:
        """The thing in hand."""
        return _held(self.kept, self.tool, self.in_hand)

    @property
    def offers_pen(self) -> bool:
        """Whether "only the pen" is offered below the page."""
        return _offers_pen(self.session)

    @property
    def stickers_apart(self) -> bool:
        """Whether stickers are not among the tools: on a young person's page, until one lies on it."""
        return self.plan.document.kind.look == "young" and not things(self.drawing)

    # --- Tools -------------------------------------------------------------------------------

    def take(self, tool: Tool, then: Callable[[], None] = lambda: None) -> Callable[[], None]:
        """Return what takes a tool in hand, and then does something."""

        def taken() -> None:
            self.set_tool(tool)
            self.set_in_hand("")
            if tool.colour != self.tool.colour:
                self.session.habits = self.session.habits.used(tool.colour)
            then()

        return taken

    def toggle(self, does: Does) -> Handler:
        """Return what makes the tool do this, or draw again where it does this already."""
        return self.take(replace(self.tool, does="draw" if self.tool.does == does else does))

    def drawing_with(self, **changes: str | int) -> Tool:
        """Return the tool, drawing, with some of its fields changed."""
        return replace(self.tool, does="draw", **changes)  # type: ignore[arg-type]

    # --- Dialogs -----------------------------------------------------------------------------

    def opens(self, name: str) -> Handler:
        """Return what opens a dialog."""
        return lambda: self.set_dialog(name)

    def close(self) -> None:
        """Close the dialog."""
        self.set_dialog("")

    def open_stickers(self) -> None:
        """Pick up what is on the page already, a photo too; a second touch, or an empty page, chooses one more."""
        if self.tool.does == "things" or not things(self.drawing):
            self.set_dialog("stickers")
        else:
            self.set_tool(replace(self.tool, does="things"))

    def put_sticker(self, art: str) -> Handler:
        """Return what puts a sticker in the middle of what is shown."""

        def put() -> None:
            x, y = self.view.point(self.view.width / 2, self.view.height / 2)
            self.pick_up(self.kept.put(Sticker(art, x, y, round(SIZE / self.view.zoom), 0, False)) or "")

        return self.session.handler(put)

    def pick_up(self, thing: str) -> None:
        """Something came to the page: it is in hand."""
        self.set_in_hand(thing)
        self.set_tool(replace(self.tool, does="things"))
        self.close()

    def clear(self) -> None:
        """Take all of it away."""
        self.close()
        self.kept.clear()

    def finish(self) -> Handler:
        """Return what "I'm finished" does: give the tablet back, or go back to where the page was opened."""
        session, route = self.session, self.route
        return session.handler(lambda: handover.hand_back(session) if route.handed else session.go(route.back))

    # --- The page larger or smaller ----------------------------------------------------------

    def zoom(self, by: float) -> Handler:
        """Return what shows the page so much larger."""

        def zoomed() -> None:
            before = self.latest.current or self.view
            self._show(before.zoomed(before.zoom * by, self.view.width / 2, self.view.height / 2))

        return zoomed

    def look(self, wanted: View) -> None:
        """The page is to be shown so. It does not go away below a hand that rests on it."""
        if self.tool.does == "move" or not (self.session.habits.only_pen and self._resting()):
            self._show(wanted)

    def _show(self, wanted: View) -> None:
        self.latest.current = wanted
        self.set_view(wanted)
        if wanted.zoom == 1 and self.tool.does == "move":
            self.set_tool(replace(self.tool, does="draw"))  # A whole page does not move, and its button is gone.

    # --- On the page -------------------------------------------------------------------------

    @property
    def doing(self) -> Doing:
        """What the page asks for while it is drawn on."""
        return Doing(
            draw=self._draw,
            erase=self._erase,
            rub=self._rub,
            grab=lambda point: self.set_in_hand(self.kept.at(point) or self.in_hand),
            carry=self._carry,
            in_hand=self.session.in_hand,
            pen_seen=self._pen_seen,
            finger=self._finger,
        )

    def _draw(self, points: Sequence[Point], widths: Sequence[float]) -> str | None:
        self.drawn.current = monotonic()
        with self.session.minding():
            return self.kept.draw(points, widths, self.tool)
        return None

    def _erase(self, path: Sequence[Point], step: str) -> None:
        with self.session.minding():
            self.kept.erase(path, step)

    def _rub(self, path: Sequence[Point], step: str) -> bool:
        with self.session.minding():
            return self.kept.rub(path, step)
        return False

    def _carry(self, right: int, down: int) -> None:
        with self.session.minding():
            if self.in_hand and (right or down):
                self.kept.carry(self.in_hand, right, down)

    def _pen_seen(self) -> None:
        if not self.session.habits.pen_seen:
            self.session.habits = replace(self.session.habits, pen_seen=True)

    def _finger(self) -> None:
        # A hand that rests on the page while the pen draws is not asking for anything.
        if not self._resting():
            self.session.say(_("Only the pen draws now. Touch “More” to draw with fingers too."), "hint")

    def _resting(self) -> bool:
        return monotonic() - (self.drawn.current or 0.0) < RESTING


def use_pad(session: Session, plan: OpenPlan, route: AtPad) -> PadState:
    """Return what the pad shows now. A hook: for its component."""
    tool, set_tool = state(Tool())
    view, set_view = state(View(1))
    in_hand, set_in_hand = state("")
    turned, set_turned = state(False)
    dialog, set_dialog = state("")
    drawn: MutableRef[float] = ft.use_ref(0.0)
    known: MutableRef[dict[str, Stroke]] = ft.use_ref(lambda: {})
    photos = use_photos(session, plan)
    kept = SavedPage(plan, route.page, known.current if known.current is not None else {})
    drawing = marks(plan.document, route.page, known=kept.known)
    below = _held(kept, tool, in_hand) is not None or _offers_pen(session)
    view = view._replace(width=_room_for_page(session, below=below))
    latest: MutableRef[View] = ft.use_ref(None)
    latest.current = view
    return PadState(
        session,
        plan,
        route,
        kept,
        drawing,
        photos,
        tool,
        set_tool,
        view,
        set_view,
        latest,
        in_hand,
        set_in_hand,
        turned,
        set_turned,
        dialog,
        set_dialog,
        drawn,
    )


def _held(kept: SavedPage, tool: Tool, in_hand: str) -> Thing | None:
    return kept.thing(in_hand) if tool.does == "things" else None


def _offers_pen(session: Session) -> bool:
    return session.habits.pen_seen and not session.habits.asked


def _room_for_page(session: Session, *, below: bool) -> float:
    """Return how wide the page can be shown, in logical pixels. below: a line of touches stands below it."""
    window = session.window
    across = window.shape == "wide"
    line = theme.CHILD_TARGET + theme.GAP_S if below else 0
    width_left = window.width - (TOOLS_WIDTH + 3 * theme.GAP if across else 2 * theme.GAP_S)
    height_left = window.height - theme.BAR - line - (theme.GAP if across else tools_height(window.width))
    return page_width(width_left, height_left)
