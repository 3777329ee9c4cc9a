"""How paper looks: the sizes and colours, and where each comes from."""

from collections.abc import Mapping
from typing import NamedTuple

INK = "#23302F"
QUIET = "#55615F"
EDGE = "#7D8784"
ACCENT = "#1F5F5B"
SOFT = "#DCEBE7"
PEOPLE = ("#2F5D8C", "#7A3E6D", "#4A5568", "#7A5B00", "#8C2F45")
"""docs/screen-design.md, "Colours", the light column; the ground stays white (T9: "white to print")."""

INKS: Mapping[str, Mapping[str, str]] = {"house": {}, "young": {ACCENT: "#2F5D8C", SOFT: "#DFE8F2"}}
"""What a young person's own plan wears instead (docs/screen-design.md): by the look of a sheet."""

LEADING = 1.5
"""Line spacing (T3)."""

FOOT = 10.5
"""The line at each page's foot: which copy, and which page. Not for reading, so below T1."""


class Style(NamedTuple):
    """Sizes in points, and the most characters a line."""

    body: float
    """T1 (14 for adults, 18 for children) or more."""
    small: float
    """For a speaker's name, a note, a caption: they are read, so T1 holds for them too."""
    heading: float
    """T2 (1.2 of body) or more."""
    title: float
    """Of the sheet's title."""
    most: int
    """Characters a line: T4."""
    white: float = 1.0
    """How much of the usual white stands above headings and paragraphs."""


PLAN = {"adult": Style(14, 14, 19, 28, 70), "child": Style(18, 18, 24, 32, 45)}

ONE_PAGE = {"adult": Style(14, 14, 17, 22, 70, white=0.5), "child": Style(18, 18, 22, 26, 45, white=0.5)}
"""A plan that is meant for one page: T1 and T2 at their least, and never less. What then has no room goes overleaf."""

FRIDGE = {"adult": Style(18, 18, 26, 36, 70, white=0.7), "child": Style(20, 20, 28, 36, 45, white=0.7)}
"""What hangs on a fridge is read standing, and in passing."""

STORYBOOK = {
    "adult": (Style(22, 15, 30, 44, 70), Style(20, 15, 30, 44, 70), Style(18, 14, 28, 44, 70)),
    "child": (
        Style(26, 18, 34, 46, 45),
        Style(24, 18, 32, 46, 45),
        Style(22, 18, 30, 46, 45),
        Style(20, 18, 28, 46, 45),
    ),
}
"""Largest first: a book takes the largest in which every panel still fits on its page."""

FOUR = {"adult": Style(14, 14, 18, 40, 70), "child": Style(18, 18, 22, 46, 45)}
"""Four panels to a page: T1 and T2 at their least, and never less. What then has no room gets more room."""
