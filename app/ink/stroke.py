"""What a stroke is: points on a page of 1600 × 1200, with a pen, a colour and a width."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

PAGE_WIDTH = 1600
PAGE_HEIGHT = 1200

Point: TypeAlias = tuple[int, int]

PALETTE: tuple[tuple[str, str], ...] = (
    ("black", "#23302F"),
    ("grey", "#7D8784"),
    ("brown", "#7A4B22"),
    ("red", "#C7352E"),
    ("orange", "#E58A1F"),
    ("yellow", "#F2C928"),
    ("green", "#3B8C4A"),
    ("light green", "#8CC152"),
    ("blue", "#2B6CB8"),
    ("light blue", "#6BBCE8"),
    ("purple", "#7A4FA3"),
    ("pink", "#E884B0"),
    ("white", "#FFFFFF"),
    ("skin 1", "#FBE3D0"),
    ("skin 2", "#F2C8A0"),
    ("skin 3", "#DFA878"),
    ("skin 4", "#BC8354"),
    ("skin 5", "#8C5A38"),
    ("skin 6", "#5A3825"),
    ("dark red", "#8C2438"),
    ("dark green", "#1E5B3A"),
    ("dark blue", "#1F3A6E"),
    ("turquoise", "#2AA5A0"),
    ("light yellow", "#FBE88A"),
)
"""Colours: a slug (never shown; its name is the screen's to translate) and what it looks like.
Only ever add at the end: strokes keep the number."""

SKINS = range(13, 19)
"""Which of them are skin, from light to dark."""

WIDTHS = (8, 16, 32)
"""A felt pen's three widths, in page units (200 units are 25 mm on A4). Only ever add at the end."""


class Pen(NamedTuple):
    """What a pen's line looks like."""

    slug: str
    """Kept with each stroke."""
    widths: tuple[int, int, int]
    """Thin, middle and thick, in page units."""
    opacity: float
    """How much of what lies below it hides, 0 to 1."""
    thins: float
    """How much of its width a quick line loses, 0 to 1."""


PENS: Mapping[str, Pen] = MappingProxyType(
    {
        pen.slug: pen
        for pen in (
            Pen("pencil", (5, 9, 16), 0.8, 0.6),
            Pen("felt", WIDTHS, 1.0, 0.45),
            Pen("highlighter", (36, 60, 90), 0.4, 0.0),
        )
    }
)


def pen_of(slug: str) -> Pen:
    """Return a pen by its slug; a newer version's draws like a felt pen."""
    return PENS.get(slug, PENS["felt"])


def hue(colour: int) -> str:
    """Return what a colour's number looks like ("#23302F"); a newer version's is drawn as the first."""
    return PALETTE[colour if 0 <= colour < len(PALETTE) else 0][1]


class Stroke(NamedTuple):
    """One line drawn without lifting the pen, as it is kept: simplified, whole numbers."""

    points: tuple[Point, ...]
    """One or more, x and y in page units on the page (0…1600, 0…1200; a little outside is allowed)."""
    colour: int = 0
    """Index into PALETTE."""
    width: int = 16
    """In page units."""
    pen: str = "felt"
    """A slug of PENS."""
    widths: tuple[int, ...] = ()
    """The width at each point, or () where it is the pen's everywhere."""
