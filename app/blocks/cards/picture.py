"""The tank that fills: how large each is, how high the water stands in it. Pure; drawn by screen and paper alike.

The more something matters, the larger its tank; the fuller it is now, the more water. The empty part of a large tank
is what is seen at once: that is where to work. Lengths are in cells (app.sheet.tanks).
"""

from app.blocks.cards.model import MOST
from app.sheet.tanks import Tank

BOTTOM = 0.96
"""Where every tank stands, in its cell."""

TALLEST, LEAST_TALL = 0.9, 0.42
"""The height of a tank of what matters most, and of what does not matter: it is still one to see."""

WIDEST, LEAST_WIDE = 0.62, 0.34

UNSAID = 5
"""How large the tank is drawn of which nobody has said how much it matters."""


def tank(title: str, note: str, *, importance: int | None, full: int | None, before: int | None, goal: bool) -> Tank:
    """Return the tank of one card. importance, full, before: 0 to 10, None where it is not said."""
    share = (UNSAID if importance is None else importance) / MOST
    width = LEAST_WIDE + (WIDEST - LEAST_WIDE) * share
    height = LEAST_TALL + (TALLEST - LEAST_TALL) * share

    def level(number: int | None) -> float | None:
        return None if number is None else height * (number / MOST)

    return Tank(
        title,
        note,
        left=(1 - width) / 2,
        top=BOTTOM - height,
        width=width,
        height=height,
        water=level(full),
        before=level(before) if before != full else None,
        goal=goal,
    )


def gap(importance: int | None, full: int | None) -> float:
    """Return how much is missing, from 0 to 10: more where it matters more. 0 where either is not said."""
    return 0.0 if importance is None or full is None else importance * (MOST - full) / MOST
