"""The whole history of an area as a line: a place for each round, and each person's way through them. Pure.

Lengths are in pixels from the left top corner. Where a language runs from the right, so does the time.
"""

from collections.abc import Sequence
from typing import NamedTuple

from app.blocks.star.movement import Way
from app.document.answer import Ends

LEFT, RIGHT, TOP, BOTTOM = 34.0, 20.0, 14.0, 52.0
"""Room beside the line: the numbers stand on its left, the visits below it, their days in two lines."""


class Track(NamedTuple):
    """One way."""

    at: int
    """Its place among the ways, from 0: which style it has."""
    spots: tuple[tuple[float, float], ...]
    """x, y of each number, the earliest first, in pixels from the left top corner."""


class History(NamedTuple):
    """A picture. Lengths are in pixels from the left top corner."""

    width: float
    """Of the whole picture, with the room beside the line."""
    height: float
    """Of the whole picture, with the room below the line."""
    levels: tuple[tuple[int, float], ...]
    """The lowest number and the highest, each with its y."""
    rounds: tuple[tuple[float, str], ...]
    """The x of each visit, and what it is called, the earliest first."""
    tracks: tuple[Track, ...]
    """One for each way, in the same order."""


def history(
    ways: Sequence[Way],
    names: Sequence[tuple[str, str]],
    ends: Ends,
    *,
    width: float,
    height: float,
    right_to_left: bool = False,
) -> History:
    """Return the picture. names: the rounds (an id and what it is called), the earliest first; others have no spot.

    Only what is shown has a spot: between two of them runs one line, whatever was in between.
    """
    known = {round_: n for n, (round_, _name) in enumerate(names)}
    across, down = width - LEFT - RIGHT, height - TOP - BOTTOM
    step = across / max(1, len(names) - 1)

    def x(at: int) -> float:
        along = LEFT + (step * at if len(names) > 1 else across / 2)
        return width - along if right_to_left else along

    def y(number: int) -> float:
        return TOP + down * (1 - (number - ends.lowest) / (ends.highest - ends.lowest))

    tracks = []
    for at, way in enumerate(ways):
        spots = tuple((x(known[p.round]), y(p.number)) for p in way.points if p.round in known)
        tracks.append(Track(at, spots))
    return History(
        width,
        height,
        tuple((n, y(n)) for n in (ends.lowest, ends.highest)),
        tuple((x(n), name) for n, (_round, name) in enumerate(names)),
        tuple(tracks),
    )
