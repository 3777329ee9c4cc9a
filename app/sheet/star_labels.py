"""Room for the names round a star: none over another, none over the star, the long ones in two lines or three.

Lengths are in sizes of letters, from the star's middle: x to the right, y down. Names of a side stand in a column, each
at the height of its arm's end; those of the arms that point up and down stand above and below the star.
"""

import math
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from app.language.clean_text import unseen

GAP = 0.7
"""Between the outmost ring and a name, and between two names."""
LEADING = 1.3
LEAST_RADIUS = 6.0
"""Where the names leave less than this, numbers stand at the arms and the names belong into a key below."""
SIGN = 1.9
"""The disc of such a number, across."""
_MOST_RADIUS = 12.0
_MOST_KEYED = 9.0
"""Of a star with a key, which needs room too."""
_STEP = 0.25


class LabelBox(NamedTuple):
    """A rectangle, from the star's middle in sizes of letters; at an Arm, from the picture's corner in its unit."""

    left: float
    """x of its left edge."""
    top: float
    """y of its upper edge; y grows downwards."""
    width: float
    """In the same unit as its place; 0 where a name has no room."""
    height: float
    """In the same unit, downwards."""

    def overlaps(self, other: "LabelBox") -> bool:
        """Whether they have more than an edge in common."""
        return (
            self.left + self.width > other.left
            and other.left + other.width > self.left
            and self.top + self.height > other.top
            and other.top + other.height > self.top
        )


class Names(NamedTuple):
    """What stands at the arms."""

    radius: float
    """Of the star that leaves so much room, in sizes of letters."""
    names: tuple[str, ...]
    """One for each arm: the titles, or numbers from 1 where keyed."""
    boxes: tuple[LabelBox, ...]
    """The room of each name."""
    keyed: bool
    """The titles have no room: numbers stand at the arms."""


def names_round(areas: Sequence[str], width: float) -> Names:
    """Return the largest star with its names in so much width; with numbers instead where names have no room."""
    return _named(areas, width) or _keyed(areas, width)


def way(n: int, count: int) -> tuple[float, float]:
    """Return which way an arm points, as a step of one."""
    angle = n / count * math.tau
    return math.sin(angle), -math.cos(angle)


def side(n: int, count: int) -> int:
    """Return to which edge of its room a name keeps, the one next to the star: -1 left, 0 the middle, 1 right."""
    if 2 * n % count == 0:
        return 0
    return -1 if 2 * n < count else 1


def wrapped(text: str, width: float) -> list[str]:
    """Return text in lines that are surely no wider than so many sizes of its letters, but for a word that is.

    Reckoned and not measured: screen and paper draw with their own letters, and none of ours is wider than this.
    """
    found: list[str] = []
    for word in text.split():
        longer = f"{found[-1]} {word}" if found else word
        if found and reckoned(longer) <= width:
            found[-1] = longer
        else:
            found.append(word)
    return found


def reckoned(text: str) -> float:
    """Return how wide text is at most, in sizes of its letters."""
    return sum(map(_wide, text))


_WIDTHS = {
    letter: wide
    for letters, wide in (
        ("ilj '’", 0.31),
        ("ftr.,:;!()-", 0.44),
        ("sckzvyxeJIL?", 0.54),
        ("mwMæœжмфшщыюФ", 0.92),
        ("WÆŒЖМШЩЫЮ—@%", 1.05),
    )
    for letter in letters
}


def _wide(letter: str) -> float:
    """Return how wide a letter of our fonts is, or somewhat more (tested against the fonts)."""
    if unicodedata.category(letter) == "Mn" or unseen(letter):
        return 0.0
    bare = unicodedata.normalize("NFD", letter)[0]
    if bare in _WIDTHS:
        return _WIDTHS[bare]
    # An emoji of this year is wide, too, whatever an older table says.
    if unicodedata.east_asian_width(letter) in "WF" or letter >= "\U0001f000":
        return 1.3
    if letter.isupper() or letter > "\u08ff":
        return 0.76
    return 0.58 if letter > "\u0590" else 0.6


def _named(areas: Sequence[str], width: float) -> Names | None:
    """Return the largest star whose names have room round it, in sizes of letters from its middle; None where none has.

    Two lines a name are enough for most; where they are not, three.
    """
    for lines in (2, 3):
        radius = min(_MOST_RADIUS, width / 2)
        while radius >= LEAST_RADIUS:
            boxes = _boxes(len(areas), radius, width / 2, lines)
            if all(_holds(box, name, lines) for box, name in zip(boxes, areas, strict=True)):
                close = (
                    _close(box, name, n, len(areas)) for n, (box, name) in enumerate(zip(boxes, areas, strict=True))
                )
                return Names(radius, tuple(areas), tuple(close), False)
            radius -= _STEP
    return None


def _keyed(areas: Sequence[str], width: float) -> Names:
    radius = max(1.0, min(_MOST_KEYED, width / 2 - SIGN - GAP / 2))
    away = radius + GAP / 2 + SIGN / 2
    boxes = []
    for n in range(len(areas)):
        ux, uy = way(n, len(areas))
        boxes.append(LabelBox(ux * away - SIGN / 2, uy * away - SIGN / 2, SIGN, SIGN))
    return Names(radius, tuple(str(n + 1) for n in range(len(areas))), tuple(boxes), True)


def _holds(box: LabelBox, name: str, lines: int) -> bool:
    found = wrapped(name, box.width)
    return len(found) <= lines and all(reckoned(line) <= box.width for line in found)


def _boxes(count: int, radius: float, half: float, lines: int) -> list[LabelBox]:
    """Return the most room for a name at each arm; a box of no width where it has none."""
    high = lines * LEADING
    clear = radius + GAP
    boxes: list[LabelBox | None] = [None] * count
    right = [n for n in range(1, count) if 2 * n < count]
    lowest = -math.inf
    for n in right:
        ux, uy = way(n, count)
        top = max(uy * (clear + high / 2) - high / 2, lowest)
        lowest = top + high + GAP / 2
        near = 0.0 if top <= 0 <= top + high else min(abs(top), abs(top + high))
        # Beside the star at its height; below or above of it, not far from the arm's end.
        left = math.sqrt(max(0.0, clear**2 - near**2)) if near < clear else 0.0
        left = max(left, GAP / 2, min(ux * clear, half) - high)
        boxes[n] = LabelBox(left, top, max(0.0, half - left), high)
        boxes[count - n] = LabelBox(-left - max(0.0, half - left), top, max(0.0, half - left), high)
    for n in (0, count // 2) if count % 2 == 0 else (0,):
        top = -clear - high if n == 0 else clear
        reach = half
        for box in (boxes[m] for m in right):
            if box is not None and box.top < top + high + GAP / 2 and top < box.top + high + GAP / 2:
                reach = min(reach, box.left - GAP)
        boxes[n] = LabelBox(-reach, top, max(0.0, 2 * reach), high)
    return [box or LabelBox(0, 0, 0, 0) for box in boxes]


def _close(box: LabelBox, name: str, n: int, count: int) -> LabelBox:
    """Return as much of a box as the name needs, at the side where its arm is."""
    found = wrapped(name, box.width)
    wide = min(box.width, max(map(reckoned, found), default=0.0))
    high = min(box.height, len(found) * LEADING)
    at = side(n, count)
    left = box.left if at < 0 else box.left + box.width - wide if at > 0 else box.left + (box.width - wide) / 2
    if n == 0:
        top = box.top + box.height - high
    elif at == 0:
        top = box.top
    else:
        top = box.top + (box.height - high) / 2
    return LabelBox(left, top, wide, high)
