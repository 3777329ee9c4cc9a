"""A face for a number, from sad to glad, for children who do not think in numbers: the same on screen and on paper.

No red and no green: it is the mouth that says it, and the brows.
"""

from app.ink.stroke import Stroke

SIDE = 400
"""How wide a face is, in page units."""

_EDGE, _SKIN, _INK = 0, 23, 0
"""Colours of the palette: black, light yellow, black."""


def mood(share: float, *, x: int = SIDE // 2, y: int = SIDE // 2, side: int = SIDE) -> tuple[Stroke, ...]:
    """Return the lines of a face. share: 0 is the saddest, 1 the gladdest. x, y: its middle; side: its width."""
    share = min(1.0, max(0.0, share))
    bend = (share - 0.5) * 2
    unit = side / 100

    def at(across: float, down: float) -> tuple[int, int]:
        return round(x + across * unit), round(y + down * unit)

    line = max(4, round(5 * unit))
    mouth = tuple(at(n * 5.0, 24 + bend * 13 * (1 - (n / 5) ** 2) - bend * 6) for n in range(-5, 6))
    found = [
        Stroke((at(0, 0),), _EDGE, round(98 * unit)),
        Stroke((at(0, 0),), _SKIN, round(90 * unit)),
        Stroke((at(-17, -10),), _INK, round(10 * unit)),
        Stroke((at(17, -10),), _INK, round(10 * unit)),
        Stroke(mouth, _INK, line),
    ]
    if bend < 0:
        # The inner ends of the brows go up.
        found += [
            Stroke((at(side_ * 28, -24 - 2 * bend), at(side_ * 11, -27 + 5 * bend)), _INK, line) for side_ in (-1, 1)
        ]
    return tuple(found)
