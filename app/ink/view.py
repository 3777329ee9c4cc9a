"""The part of a page that is on the screen: how large it is shown, and where a finger is on it."""

from typing import NamedTuple

from app.ink.curve import Spot
from app.ink.stroke import PAGE_HEIGHT, PAGE_WIDTH, Point

MARGIN = 24
"""How far off the page, in page units, a line is followed, so that a stroke over the edge leaves it."""

CLOSEST = 4.0
"""How much larger than the whole page it can be shown: a child's finger then covers a finger's drawing."""


class View(NamedTuple):
    """A page shown in a window of the same shape, 4 × 3."""

    width: float
    """Of the window, in the screen's units (> 0)."""
    zoom: float = 1.0
    """1 is the whole page."""
    left: float = 0.0
    """At the window's left edge: page units from the page's left edge."""
    top: float = 0.0
    """At the window's top edge: page units from the page's top edge."""

    @property
    def height(self) -> float:
        """The window's height, in the screen's units."""
        return self.width * PAGE_HEIGHT / PAGE_WIDTH

    @property
    def scale(self) -> float:
        """How many of the screen's units there are to a page unit."""
        return self.width * self.zoom / PAGE_WIDTH

    def spot(self, x: float, y: float) -> Spot:
        """Return the place on the page under a place in the window."""
        return self.left + x / self.scale, self.top + y / self.scale

    def point(self, x: float, y: float) -> Point:
        """Return the same as it is kept: whole, and no further off the page than MARGIN."""
        across, down = self.spot(x, y)
        return (
            round(min(max(across, -MARGIN), PAGE_WIDTH + MARGIN)),
            round(min(max(down, -MARGIN), PAGE_HEIGHT + MARGIN)),
        )

    def moved(self, dx: float, dy: float) -> "View":
        """Return the view after the page was pushed by so much, in the screen's units; it keeps to the page."""
        return self._at(self.zoom, self.left - dx / self.scale, self.top - dy / self.scale)

    def zoomed(self, zoom: float, x: float, y: float) -> "View":
        """Return the view at another zoom, with the page under a place in the window where it was."""
        across, down = self.spot(x, y)
        zoom = min(max(zoom, 1.0), CLOSEST)
        scale = self.width * zoom / PAGE_WIDTH
        return self._at(zoom, across - x / scale, down - y / scale)

    def _at(self, zoom: float, left: float, top: float) -> "View":
        return View(
            self.width,
            zoom,
            min(max(left, 0.0), PAGE_WIDTH - PAGE_WIDTH / zoom),
            min(max(top, 0.0), PAGE_HEIGHT - PAGE_HEIGHT / zoom),
        )
