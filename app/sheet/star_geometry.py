"""Where a star stands: its arms, rings, marks and names, for any width and size of letters, and what a touch means.

Lengths are in the unit of `width` (pixels, points) from the left top corner, y down. The first arm points up, and the
others follow as the language reads: clockwise, or the other way round where it runs from the right.

Lines run between neighbouring arms, and all the way round where every arm has a number; they never bridge one without.
People's shapes have lines only where everybody has a number on every arm on which anybody has one, and else nobody has
any: no broken line of somebody's stands beside the whole ones of others. A mark that is not there is all there is to
see, alike for kept, "not today" and not asked. A round's own shape is nobody's, and joins what it has.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from app.sheet.star import Star
from app.sheet.star_labels import LabelBox, names_round, side, way

FACE = 0.75
"""The radius of a face that stands for a number, in sizes of letters."""
_TIP = 1.15
"""How far pointed marks reach, so that they look as large as round ones."""
FORMS: tuple[tuple[tuple[float, float], ...], ...] = (
    tuple((math.cos(n * math.tau / 24), math.sin(n * math.tau / 24)) for n in range(24)),
    ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    tuple((_TIP * math.sin(n * math.tau / 3), -_TIP * math.cos(n * math.tau / 3)) for n in range(3)),
    ((0, -_TIP), (_TIP, 0), (0, _TIP), (-_TIP, 0)),
    tuple((_TIP * math.sin(n * math.tau / 3), _TIP * math.cos(n * math.tau / 3)) for n in range(3)),
    tuple(
        (x * sx, y * sy)
        for sx, sy, turned in ((1, -1, False), (1, 1, True), (-1, 1, False), (-1, -1, True))
        for x, y in (((1, 0.4), (0.4, 0.4), (0.4, 1)) if turned else ((0.4, 1), (0.4, 0.4), (1, 0.4)))
    ),
)
"""The form of each shape's marks as corners round their middle: disc, square, triangle, diamond, triangle on its head,
cross. Half of a mark is 1.
"""
PATTERNS: tuple[tuple[float, ...], ...] = (
    (),
    (0.6, 0.4),
    (0.15, 0.3),
    (1.2, 0.4),
    (0.6, 0.3, 0.15, 0.3),
    (0.6, 0.3, 0.15, 0.3, 0.15, 0.3),
)
"""The pattern of each shape's lines: how long it draws and leaves out, in sizes of letters; () is a whole line."""
STYLES = len(FORMS)
"""So many shapes are told apart by the form of their marks and the pattern of their lines."""
MARK = 0.45
"""Half of a mark's width, in sizes of letters."""


class Arm(NamedTuple):
    """One arm."""

    x: float
    """Of its end, from the picture's left edge, in the unit of its width."""
    y: float
    """Of its end, from the picture's top edge, in the same unit."""
    name: str
    """What stands at it: a title, or a number where the star has a key."""
    box: LabelBox
    """The room of the name."""
    side: int
    """To which edge of its box the name keeps: -1 left, 0 middle, 1 right."""


class Dot(NamedTuple):
    """A mark."""

    arm: int
    """Which arm it is on, by its place."""
    number: int
    """What was said on that arm."""
    x: float
    """The place of its number on the arm, from the picture's left edge, in the unit of its width."""
    y: float
    """The place of its number on the arm, from the picture's top edge, in the same unit."""
    mark_x: float
    """x of where it is drawn, beside others like it."""
    mark_y: float
    """y of where it is drawn, beside others like it."""


class Outline(NamedTuple):
    """What is drawn of one shape."""

    dots: tuple[Dot, ...]
    """A mark for each number, in the order of the arms."""
    lines: tuple[tuple[float, float, float, float], ...]
    """Between neighbouring arms, each as its two ends: x, y, x, y."""
    closed: bool
    """They go all the way round."""


class StarPicture(NamedTuple):
    """A star of width × height."""

    part: Star
    """What it shows."""
    width: float
    """All that it was given, names included, in points or pixels."""
    height: float
    """All that it takes, names included, in the same unit."""
    size: float
    """Of the letters, in the same unit."""
    x: float
    """Of its middle, from the left edge, in the same unit."""
    y: float
    """Of its middle, from the top edge, in the same unit."""
    rings: tuple[float, ...]
    """The radius of each number, in the same unit, lowest first."""
    arms: tuple[Arm, ...]
    """In the order of the areas."""
    outlines: tuple[Outline, ...]
    """One for each of the part's shapes, in their order."""
    numbers: tuple[tuple[int, float, float], ...]
    """Those that stand beside the first arm, each with the x and y of its middle."""
    keyed: bool
    """Numbers stand at the arms, and the names belong into a key below."""
    mirrored: bool
    """The arms follow anticlockwise: the language is read from the right."""


def star_picture(part: Star, *, width: float, size: float, right_to_left: bool = False) -> StarPicture:
    """Return the star as large as it is in so much width with names of that size round it."""
    radius, names, boxes, keyed = names_round(part.areas, width / size)
    half = width / size / 2
    top = min(-radius, *(b.top for b in boxes)) - MARK
    bottom = max(radius, *(b.top + b.height for b in boxes)) + MARK
    steps = part.highest - part.lowest + 1
    rings = tuple(radius * (n + 1) / steps * size for n in range(steps))
    turn = -1 if right_to_left else 1
    x, y = half * size, -top * size
    arms = tuple(
        _arm(name, n, len(boxes), radius, box, turn, x, y, size)
        for n, (name, box) in enumerate(zip(names, boxes, strict=True))
    )
    if keyed:
        arms = tuple(arm._replace(side=0) for arm in arms)
    bare = StarPicture(
        part, width, (bottom - top) * size, size, x, y, rings, arms, (), _numbers(part, rings, x, y, size, turn),
        keyed, right_to_left,
    )  # fmt: skip
    return bare._replace(outlines=_outlines(bare))


def place_of(picture: StarPicture, arm: int, number: int) -> tuple[float, float]:
    """Return where a number is on an arm."""
    ux, uy = _way(picture, arm)
    away = picture.rings[number - picture.part.lowest]
    return picture.x + ux * away, picture.y + uy * away


def form_of(at: int) -> tuple[tuple[float, float], ...]:
    """Return the corners of the marks of the shape at this place; beyond the last style they begin again."""
    return FORMS[at % STYLES]


def pattern_of(at: int) -> tuple[float, ...]:
    """Return the pattern of the lines of the shape at this place."""
    return PATTERNS[at % STYLES]


def touched(picture: StarPicture, x: float, y: float, *, only: int | None = None) -> tuple[int, int] | None:
    """Return the arm and the number that a touch means, or None: the middle is every arm's, and beyond there is none.

    only: the one arm that can be touched, or None for all; a touch beside it, nearer to another one, means nothing.
    """
    dx, dy = x - picture.x, y - picture.y
    step, last = picture.rings[0], picture.rings[-1]
    if not 0.35 * step <= math.hypot(dx, dy) <= last + max(step / 2, picture.size):
        return None

    def along(arm: int) -> float:
        ux, uy = _way(picture, arm)
        return dx * ux + dy * uy

    arm = max(range(len(picture.arms)), key=along)
    if only is not None and arm != only:
        return None
    reached = min(max(round(along(arm) / step), 1), len(picture.rings))
    return arm, picture.part.lowest + reached - 1


def _arm(
    name: str, n: int, count: int, radius: float, box: LabelBox, turn: int, x: float, y: float, size: float
) -> Arm:
    ux, uy = way(n, count)
    left = box.left if turn > 0 else -box.left - box.width
    there = LabelBox(x + left * size, y + box.top * size, box.width * size, box.height * size)
    return Arm(x + turn * ux * radius * size, y + uy * radius * size, name, there, turn * side(n, count))


def _way(picture: StarPicture, arm: int) -> tuple[float, float]:
    ux, uy = way(arm, len(picture.arms))
    return (-ux if picture.mirrored else ux), uy


def _numbers(
    part: Star, rings: Sequence[float], x: float, y: float, size: float, turn: int
) -> tuple[tuple[int, float, float], ...]:
    """Return the numbers beside the first arm: all, or every second or third, and the ends always among them."""
    last = len(rings) - 1
    narrow = size * 1.1 / rings[0]
    every = next((n for n in range(1, last) if last % n == 0 and n >= narrow), last)
    shown = range(0, last + 1, max(every, 1))
    # Half-way to the second arm: on the arm itself they would hide marks.
    across, up = way(1, 2 * max(len(part.areas), 4))
    return tuple((part.lowest + n, x + turn * max(rings[n] * across, size * 0.8), y + rings[n] * up) for n in shown)


def _outlines(picture: StarPicture) -> tuple[Outline, ...]:
    shapes, count = picture.part.shapes, len(picture.arms)
    people = [s for s in shapes if s.colour is not None]
    together = len({tuple(n is not None for n in s.numbers) for s in people}) < 2
    beside = _beside(picture)
    found = []
    for at, shape in enumerate(shapes):
        dots = []
        for arm, number in enumerate(shape.numbers):
            if number is not None:
                x, y = place_of(picture, arm, number)
                dots.append(Dot(arm, number, x, y, *_turned(picture, x, y, beside[arm, number, at])))
        places = {dot.arm: (dot.x, dot.y) for dot in dots}
        pairs = [(n, (n + 1) % count) for n in range(count)] if together or shape.colour is None else []
        lines = tuple((*places[a], *places[b]) for a, b in pairs if a in places and b in places)
        found.append(Outline(tuple(dots), lines, len(lines) == count))
    return tuple(found)


def _turned(picture: StarPicture, x: float, y: float, angle: float) -> tuple[float, float]:
    """Return a place moved along its ring."""
    dx, dy = x - picture.x, y - picture.y
    cos, sin = math.cos(angle), math.sin(angle)
    return picture.x + dx * cos - dy * sin, picture.y + dx * sin + dy * cos


def _beside(picture: StarPicture) -> dict[tuple[int, int, int], float]:
    """Return by which angle each mark is moved: those of one number stand side by side, closer where it is narrow."""
    crowds: dict[tuple[int, int], list[int]] = {}
    for at, shape in enumerate(picture.part.shapes):
        for arm, number in enumerate(shape.numbers):
            if number is not None:
                crowds.setdefault((arm, number), []).append(at)
    found: dict[tuple[int, int, int], float] = {}
    for (arm, number), crowd in crowds.items():
        away = picture.rings[number - picture.part.lowest]
        step = min(2 * MARK * picture.size / away, math.tau / max(len(picture.arms), 4) / len(crowd))
        if picture.mirrored:
            step = -step
        for n, at in enumerate(crowd):
            found[arm, number, at] = (n - (len(crowd) - 1) / 2) * step
    return found
