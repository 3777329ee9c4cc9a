"""Where each face stands in the rings: round the middle, none over another, and still where it was when one comes.

Lengths are in steps (a step is the room of one face), from the middle: x to the right, y down. A ring has a row of
places; where they are all taken it gets another row, and the rings outside of it move out. A place is a number
that stays: row by row, and in a row clockwise. Rows of 7, 13, 19 … places a step apart leave each face its room.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from app.sheet.rings import NAME

RINGS = 3

FIRST = 1.1
"""How far out the first row stands."""
HALF = 0.44
"""From a row to the ring's outer edge, at the picture's own edge."""
MIDDLE = 0.6
"""The radius of the middle."""

FACE, FACE_UP = 0.29, 0.13
"""A face's radius, and how far above its place it stands, so that its name has room below it."""
BARE = 0.42
"""The radius of a face without a name: it stands on its place."""
NAME_TOP = 0.17
NAME_BOTTOM = NAME_TOP + NAME
"""Where the name stands below the middle of the place."""
WIDEST = 0.85
"""Half of the room that a name takes at most, where it could have more."""

_STEP = 0.35
"""Of a row's places from one face to the next: the first three stand well apart, and the next ones between them."""


class RingPlace(NamedTuple):
    """Where somebody stands: the middle of their room."""

    x: float
    """In steps from the middle of the rings, to the right."""
    y: float
    """In steps from the middle of the rings, down."""
    name: float = 0.0
    """How wide their name may be, in steps; 0 until that is reckoned."""


class RingsLayout(NamedTuple):
    """The rings as they are drawn. Lengths are in steps."""

    edges: tuple[float, ...]
    """The outer radius of each ring, the inmost first; the last is the picture's."""
    rows: tuple[int, ...]
    """How many rows each ring has, the inmost first."""
    places: tuple[tuple[RingPlace, ...], ...]
    """Of those who stand there, ring by ring, in the order asked for."""
    numbers: tuple[tuple[int, ...], ...]
    """The number of each place, ring by ring, in the same order."""

    @property
    def radius(self) -> float:
        """Half of the picture's width."""
        return self.edges[-1]

    @property
    def crowded(self) -> bool:
        """Whether a ring needs more than its first row."""
        return max(self.rows) > 1


def room(ring: int, row: int) -> int:
    """Return how many places a row of a ring has."""
    return 7 + 6 * (ring + row)


def capacity(ring: int, rows: int) -> int:
    """Return how many places so many rows of a ring have."""
    return sum(room(ring, row) for row in range(rows))


def settled(ring: int, wanted: Sequence[int | None]) -> tuple[int, ...]:
    """Return the place of each who stands in a ring: the one wanted, if nobody before them has it, else a free one.

    Where a ring has become emptier, what only a fuller one had is no place any more.
    """
    rows = _rows(ring, len(wanted))
    places = capacity(ring, rows)
    asked = {n for n in wanted if n is not None}
    taken: set[int] = set()
    found: list[int] = []
    for n in wanted:
        if n is None or not 0 <= n < places or n in taken:
            free = [m for m in _filling(ring, rows) if m not in taken]
            n = next((m for m in free if m not in asked), free[0])
        taken.add(n)
        found.append(n)
    return tuple(found)


def free_place(ring: int, taken: Sequence[int]) -> int:
    """Return where the next one in a ring stands: well apart from the others."""
    return next(n for n in _filling(ring, _rows(ring, len(taken) + 1)) if n not in taken)


def layout(wanted: Sequence[Sequence[int | None]]) -> RingsLayout:
    """Return the rings for those who stand in each, the inmost first. wanted: the place that each asks for, if any."""
    rows = tuple(_rows(ring, len(who)) for ring, who in enumerate(wanted))
    numbers = tuple(settled(ring, who) for ring, who in enumerate(wanted))
    bare = [[_place(ring, n, rows) for n in taken] for ring, taken in enumerate(numbers)]
    edges = tuple(FIRST + sum(rows[: ring + 1]) - 1 + 0.5 for ring in range(RINGS - 1))
    whole = (*edges, FIRST + sum(rows) - 1 + HALF)
    widths = _names([place for ring in bare for place in ring], whole[-1])
    places = tuple(tuple(place._replace(name=widths[place]) for place in ring) for ring in bare)
    return RingsLayout(whole, rows, places, numbers)


def mirrored(there: RingsLayout) -> RingsLayout:
    """Return the rings as they are seen where a language runs from the right."""
    places = tuple(tuple(p._replace(x=-p.x) for p in ring) for ring in there.places)
    return there._replace(places=places)


def ring_at(there: RingsLayout, x: float, y: float) -> int:
    """Return the ring in which a point lies: the middle is the inmost's, and what is beyond them the outmost's."""
    away = math.hypot(x, y)
    return next((ring for ring, edge in enumerate(there.edges[:-1]) if away <= edge), RINGS - 1)


def place_at(there: RingsLayout, x: float, y: float, taken: Sequence[int] = ()) -> int:
    """Return the free place nearest to a point, in the ring in which it lies. taken: by others in that ring."""
    ring = ring_at(there, x, y)
    # One more may need another row; until it is there, that row lies where the next ring is.
    rows = list(there.rows)
    rows[ring] = max(rows[ring], _rows(ring, len(taken) + 1))
    free = [n for n in range(capacity(ring, _rows(ring, len(taken) + 1))) if n not in taken]
    return min(free, key=lambda n: math.dist(_place(ring, n, rows)[:2], (x, y)))


def _rows(ring: int, people: int) -> int:
    rows = 1
    while capacity(ring, rows) < people:
        rows += 1
    return rows


def _filling(ring: int, rows: int) -> list[int]:
    """The numbers of a ring's places in the order in which they are taken: all around, then into the gaps."""
    found: list[int] = []
    for row in range(rows):
        size, before = room(ring, row), capacity(ring, row)
        step = next(s for s in range(round(size * _STEP), size) if math.gcd(s, size) == 1)
        found += [before + n * step % size for n in range(size)]
    return found


def _place(ring: int, number: int, rows: Sequence[int]) -> RingPlace:
    row = next(r for r in range(number + 1) if number < capacity(ring, r + 1))
    # The first of each ring stand a third of a turn apart, the first of all on top.
    turn = (number - capacity(ring, row)) / room(ring, row) + ring / RINGS
    away = FIRST + sum(rows[:ring]) + row
    return RingPlace(away * math.sin(turn * math.tau), -away * math.cos(turn * math.tau))


def _names(places: Sequence[RingPlace], radius: float) -> dict[RingPlace, float]:
    """Return how wide a name may be below each face: so that it touches no face, no other name and no edge."""
    found: dict[RingPlace, float] = {}
    for here in places:
        half = min(WIDEST, radius - abs(here.x))
        top, bottom = here.y + NAME_TOP, here.y + NAME_BOTTOM
        half = min(half, _beside(here.x, top, bottom, RingPlace(0, 0), MIDDLE))
        for other in places:
            if other is here:
                continue
            if abs(other.y - here.y) < NAME_BOTTOM - NAME_TOP:
                half = min(half, abs(other.x - here.x) / 2)
            half = min(half, _beside(here.x, top, bottom, RingPlace(other.x, other.y - FACE_UP), FACE))
        found[here] = 2 * half
    return found


def _beside(x: float, top: float, bottom: float, disc: RingPlace, radius: float) -> float:
    """Return how far a band between two heights may reach from x until it meets a disc."""
    near = max(top - disc.y, disc.y - bottom, 0.0)
    return abs(disc.x - x) - math.sqrt(radius**2 - near**2) if near < radius else math.inf
