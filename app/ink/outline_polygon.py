"""A line of even width as few polygons: a drawn thing's outline, where app.ink.outline is a pen's ink.

A pen's ink is convex pieces of four corners each. Here a whole gentle bend is one piece, so that a page
full of stickers stays light on screen and on paper.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from app.ink.curve import Spot
from app.ink.outline import Polygon, arc, disc

_FAR = math.radians(120)
"""A piece of ribbon turns no further in all, so that it never meets itself."""


def ribbon(
    spots: Sequence[Spot], left: float, right: float, fineness: float, *, closed: bool = False
) -> tuple[Polygon, ...]:
    """Return simple polygons, all turning the same way, whose union is the line. Ends and joins are round.

    left, right: how far it reaches to each side of the way it goes (the same for a line with two ends).
    fineness: how far a round join may be from a true circle. Two spots in a row are never the same.
    """
    if len(spots) < 2:
        return (disc(*spots[0], max(left, right), fineness),)
    ring = [*spots, spots[0]] if closed else list(spots)
    ways = [_way(a, b) for a, b in pairwise(ring)]
    lengths = [math.dist(a, b) for a, b in pairwise(ring)]
    found: list[Polygon] = []
    edges = _Edges(left, right)
    start = _flat(*ways[0])
    if closed:
        start = _join(ways[-1], ways[0], min(lengths[-1], lengths[0]), left, right, fineness) or start
        found += _fan(ring[0], ways[-1], ways[0], left, right, fineness)
    edges.add(ring[0], start)
    turned = 0.0
    for i in range(1, len(ways)):
        here, before, after = ring[i], ways[i - 1], ways[i]
        join = _join(before, after, min(lengths[i - 1], lengths[i]), left, right, fineness)
        turn = abs(_turn(before, after))
        if join is None:
            edges.add(here, _flat(*before))
            found += [*edges.ended(), *_fan(here, before, after, left, right, fineness)]
            edges.add(here, _flat(*after))
            turned = 0.0
            continue
        edges.add(here, join)
        turned += turn
        if turned > _FAR:
            found += edges.ended()
            edges.add(here, join)
            turned = 0.0
    end = _flat(*ways[-1])
    if closed:
        end = _join(ways[-1], ways[0], min(lengths[-1], lengths[0]), left, right, fineness) or end
    edges.add(ring[-1], end)
    found += edges.ended()
    if not closed:
        for (x, y), (wx, wy) in ((ring[0], ways[0]), (ring[-1], (-ways[-1][0], -ways[-1][1]))):
            side = math.atan2(wx, -wy)
            found.append(tuple(arc(x, y, left, side, side + math.pi, fineness)))
    return tuple(found)


class _Edges:
    """The two edges of the piece of ribbon that is being made."""

    def __init__(self, left: float, right: float) -> None:
        self._reach = (left, right)
        self._left: list[Spot] = []
        self._right: list[Spot] = []

    def add(self, spot: Spot, aside: Spot) -> None:
        """Add a place; aside: the direction to the right of it, as long as the join needs for a width of 1."""
        (x, y), (dx, dy) = spot, aside
        left, right = self._reach
        self._left.append((x - dx * left, y - dy * left))
        self._right.append((x + dx * right, y + dy * right))

    def ended(self) -> list[Polygon]:
        """Return the piece, and begin another."""
        piece = (*self._left, *reversed(self._right))
        self._left, self._right = [], []
        return [piece]


def _way(a: Spot, b: Spot) -> Spot:
    length = math.dist(a, b)
    return ((b[0] - a[0]) / length, (b[1] - a[1]) / length)


def _flat(wx: float, wy: float) -> Spot:
    """Return the direction to the right of a way (y goes down)."""
    return (-wy, wx)


def _turn(before: Spot, after: Spot) -> float:
    """Return by how much a line turns, in radians: to the right is more than 0."""
    return math.atan2(before[0] * after[1] - before[1] * after[0], before[0] * after[0] + before[1] * after[1])


def _join(before: Spot, after: Spot, shorter: float, left: float, right: float, fineness: float) -> Spot | None:
    """Return the direction to the right at a gentle join, None where the inner edge would run backwards."""
    turn = _turn(before, after)
    inner, outer = (right, left) if turn > 0 else (left, right)
    half = abs(turn) / 2
    if outer * (1 - math.cos(half)) > fineness * math.cos(half) or inner * math.tan(half) * 2 > shorter:
        return None
    x, y = _flat(before[0] + after[0], before[1] + after[1])
    # The length of both together is 2 cos(turn / 2), and a join reaches 1 / cos(turn / 2).
    size = 2 * math.cos(turn / 2) ** 2
    return (x / size, y / size)


def _fan(at: Spot, before: Spot, after: Spot, left: float, right: float, fineness: float) -> list[Polygon]:
    """Return what rounds the outer side of a join that is not gentle."""
    turn = _turn(before, after)
    reach = left if turn > 0 else right
    if abs(turn) < 1e-9 or not reach:
        return []
    (ax, ay), (bx, by) = _flat(*before), _flat(*after)
    start = math.atan2(-ay, -ax) if turn > 0 else math.atan2(by, bx)
    return [(at, *arc(*at, reach, start, start + abs(turn), fineness))]
