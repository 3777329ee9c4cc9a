"""A turned rectangle on the page: where a sticker or a photo stays, and whether a touch is on it."""

import math

from app.ink.outline import Box

_KIND = 12
"""How far beside a thing, in page units, a touch is still meant for it."""

_FINGER = 48
"""A touch so near to its middle lines is meant for it, however thin: half a child's target of 64 px, in page units."""


def way(turn: int) -> tuple[float, float]:
    """Return cosine and sine of so many degrees, exact for quarter turns."""
    quarters, rest = divmod(turn % 360, 90)
    cos, sin = math.cos(math.radians(rest)), math.sin(math.radians(rest))
    return ((cos, sin), (-sin, cos), (-cos, -sin), (sin, -cos))[quarters]


def box(x: int, y: int, width: float, height: float, turn: int) -> Box:
    """Return the upright rectangle round a turned one with its middle there (page units, degrees clockwise)."""
    cos, sin = (abs(part) for part in way(turn))
    across, down = (width * cos + height * sin) / 2, (width * sin + height * cos) / 2
    return Box(x - across, y - down, x + across, y + down)


def covers(dx: float, dy: float, width: float, height: float, turn: int) -> bool:
    """Whether a touch so far from its middle (page units) is on a turned rectangle, or a little beside it."""
    cos, sin = way(turn)
    across, down = max(width / 2 + _KIND, _FINGER), max(height / 2 + _KIND, _FINGER)
    return abs(dx * cos + dy * sin) <= across and abs(dy * cos - dx * sin) <= down
