"""What a stroke is: points on a page of 1600 × 1200, with a pen, a colour and a width."""

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
)
"""Twelve colours: a slug (never shown; its name is the screen's to translate) and what it looks like.
Only ever add at the end: strokes keep the number."""

WIDTHS = (8, 16, 32)
"""Three widths, in page units (200 units are 25 mm on A4). Only ever add at the end."""


class Stroke(NamedTuple):
    """One line drawn without lifting the pen, as it is kept: simplified, whole numbers.

    points: one or more, on the page (0…1600, 0…1200; a little outside is allowed).
    widths: the width at each point, or () where it is the pen's everywhere.
    colour: index into PALETTE. width: in page units. pen: a slug ("felt" today; more come later).
    """

    points: tuple[Point, ...]
    colour: int = 0
    width: int = 16
    pen: str = "felt"
    widths: tuple[int, ...] = ()
