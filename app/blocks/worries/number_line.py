"""The number line as a picture: where everyone's face stands, and the thin line along which each one moved. Pure.

Lengths are in pixels from the left top corner. Where a language runs from the right, so does the line.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.asking.sentences import numbers_said
from app.blocks.worries.model import Scale, ends
from app.document import Person
from app.document.answer import HIGHEST, LOWEST, Movement
from app.language import _, current, read_out, right_to_left
from app.sheet.number_line import Lane as Drawn
from app.sheet.number_line import NumberLine
from app.sheet.rings import Face


class Spot(NamedTuple):
    """A face. Faces on one number stand one above the other."""

    person: str
    """Whose (a person id)."""
    x: float
    """Of its middle, in pixels from the left."""
    y: float
    """Of its middle, in pixels from the top."""


class FaceLane(NamedTuple):
    """One person's way, on a line of its own."""

    person: str
    """Whose (a person id)."""
    points: tuple[tuple[float, float], ...]
    """x, y of each number that they show, the earliest first, in pixels from the left top corner."""


class NumberLineLayout(NamedTuple):
    """Where all stands. Lengths are in pixels from the left top corner."""

    width: float
    """Of the whole picture."""
    height: float
    """Of the whole picture, with the numbers and lanes below the line."""
    face: float
    """How wide a face is."""
    line: float
    """The y of the line."""
    ticks: tuple[float, ...]
    """The x of 0 to 10."""
    spots: tuple[Spot, ...]
    """A face for each person who shows a number."""
    lanes: tuple[FaceLane, ...]
    """A way for each of them who moved."""


LARGEST_FACE = 40.0
_ABOVE = 4.0
_NUMBERS = 34.0
"""Room for the numbers below the line."""
_LANE = 14.0
_FACE = 0.95
"""Of the room that a face has: two on numbers side by side do not touch."""
_UNKNOWN = Person("", "?", "family", 2, "square")


def picture(movements: Sequence[Movement], scale: Scale, who: Mapping[str, Person], *, width: float) -> NumberLine:
    """Return the number line of a scale as a part of a page: the very same for screen and paper."""
    there = number_line(movements, width=width, right_to_left=right_to_left(current()))
    sentences = [numbers_said(m, who) for m in movements]
    faces = []
    for spot in there.spots:
        known = who.get(spot.person, _UNKNOWN)
        faces.append(Face(known.name, known.colour, known.shape, spot.x, spot.y, there.face / 2 * _FACE))
    return NumberLine(
        there.width,
        there.height,
        there.line,
        there.ticks,
        tuple(faces),
        tuple(Drawn(who.get(lane.person, _UNKNOWN).colour, lane.points) for lane in there.lanes),
        read_out([_("A number line from 0 to 10"), *ends(scale), *sentences]),
        LOWEST,
    )


def number_line(movements: Sequence[Movement], *, width: float, right_to_left: bool = False) -> NumberLineLayout:
    """Return where the numbers stand that people show. Only who moved has a lane."""
    steps = HIGHEST - LOWEST
    face = min(LARGEST_FACE, width / (steps + 2))
    edge = face / 2
    step = (width - 2 * edge) / steps

    def x(number: int) -> float:
        along = edge + step * (number - LOWEST)
        return width - along if right_to_left else along

    heights: dict[int, int] = {}
    for m in movements:
        heights[m.numbers[-1]] = heights.get(m.numbers[-1], 0) + 1
    tallest = max(heights.values(), default=1)
    line = tallest * (face + _ABOVE)
    stood: dict[int, int] = {}
    spots: list[Spot] = []
    lanes: list[FaceLane] = []
    for m in movements:
        number = m.numbers[-1]
        level = stood.get(number, 0)
        stood[number] = level + 1
        spots.append(Spot(m.person, x(number), line - _ABOVE - face / 2 - level * (face + _ABOVE)))
        if len(m.numbers) > 1:
            y = line + _NUMBERS + _LANE * (len(lanes) + 0.5)
            lanes.append(FaceLane(m.person, tuple((x(n), y) for n in m.numbers)))
    return NumberLineLayout(
        width,
        line + _NUMBERS + _LANE * len(lanes),
        face,
        line,
        tuple(x(n) for n in range(LOWEST, HIGHEST + 1)),
        tuple(spots),
        tuple(lanes),
    )
