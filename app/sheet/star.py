"""A star of areas, as a part of a page: the areas, and what was said on each arm. Screen and paper read the same.

Where it stands is worked out for each width by star_picture.py.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Shape:
    """What one person, or one round, says on the arms. name: as the key below the star has it.

    numbers: one for each area, or None. What was kept, "not today" and what nobody asked are all None: here they are
    already alike. colour: of a person's face, as document.people has it, or None for a round. days: for each number
    what tells its day beside it, or "" where what stands above the star does; none for all of one day.
    """

    name: str
    numbers: tuple[int | None, ...]
    colour: int | None = None
    days: tuple[str, ...] = ()


@dataclass(frozen=True)
class Star:
    """A star with an arm for each area. areas: their titles, the one on top first, then the way the language reads.

    lowest, highest: the ends of every arm. shapes: told apart by their place here, the latest or dearest first.
    faces: numbers are faces too. chosen: the arm that is talked about now, or None. alt: the words for somebody who
    cannot see it: all that it shows.
    """

    areas: tuple[str, ...]
    lowest: int
    highest: int
    shapes: tuple[Shape, ...]
    alt: str
    faces: bool = False
    chosen: int | None = None
