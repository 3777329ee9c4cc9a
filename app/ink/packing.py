"""A stroke's bytes: what is kept for ever inside the sealed edits, so small, and with a version in front.

Layout of version 1, every number a varint (seven bits a byte, the lowest first):
version (one byte) · flags (1: a width at each point, 2: another pen than "felt") · colour · width ·
[letters in the pen's slug, slug] · points − 1 · x and y of the first point, then steps, in zigzag ·
[width at the first point, then steps, in zigzag].
"""

from collections.abc import Iterable

from app.ink.stroke import PAGE_HEIGHT, PAGE_WIDTH, Point, Stroke

VERSION = 1

MOST_POINTS = 32_768
"""Points a stroke. At 60 a second, thinned to a third, that is half an hour without lifting the pen."""

WIDEST = 1_000
"""Page units: more than any pen, and small enough that no bytes can make the drawing of a stroke costly."""

OUTSIDE = 400
"""How far off the page a point may be, in page units."""

_WIDTHS = 1
_PEN = 2
_LONGEST_SLUG = 32
_FELT = "felt"


class DamagedInk(ValueError):
    """The bytes are not a stroke. newer: True where a newer version of the app wrote them: all is well."""

    def __init__(self, why: str, *, newer: bool = False) -> None:
        super().__init__(why)
        self.newer = newer


def pack(stroke: Stroke) -> bytes:
    """Return a stroke's bytes. Raises ValueError for one that unpack would refuse."""
    _check(stroke)
    slug = b"" if stroke.pen == _FELT else stroke.pen.encode()
    flags = (_WIDTHS if stroke.widths else 0) | (_PEN if slug else 0)
    packed = bytearray((VERSION, flags))
    _write(packed, (stroke.colour, stroke.width))
    if slug:
        packed.append(len(slug))
        packed += slug
    _write(packed, (len(stroke.points) - 1,))
    xs = _steps([x for x, _ in stroke.points])
    ys = _steps([y for _, y in stroke.points])
    _write(packed, (n for pair in zip(xs, ys, strict=True) for n in pair))
    _write(packed, _steps(stroke.widths))
    return bytes(packed)


def unpack(packed: bytes) -> Stroke:
    """Return the stroke whose bytes these are.

    Raises DamagedInk. Time and memory grow with the number of bytes, whatever they say.
    """
    if not packed:
        raise DamagedInk("no bytes")
    if packed[0] != VERSION:
        raise DamagedInk(f"version {packed[0]}", newer=packed[0] > VERSION)
    try:
        return _unpack(packed)
    except (IndexError, UnicodeDecodeError, ValueError) as fault:
        if isinstance(fault, DamagedInk):
            raise
        raise DamagedInk(str(fault)) from fault


def _unpack(packed: bytes) -> Stroke:
    flags = packed[1]
    if flags & ~(_WIDTHS | _PEN):
        raise DamagedInk("unknown flags", newer=True)
    (colour, width), at = _read(packed, 2, 2)
    pen = _FELT
    if flags & _PEN:
        end = at + 1 + packed[at]
        pen = packed[at + 1 : end].decode()
        at = end
    (more,), at = _read(packed, at, 1)
    count = more + 1
    numbers, at = _read(packed, at, count * 2)
    points = tuple(zip(_sums(numbers[::2]), _sums(numbers[1::2]), strict=True))
    widths: tuple[int, ...] = ()
    if flags & _WIDTHS:
        numbers, at = _read(packed, at, count)
        widths = tuple(_sums(numbers))
    if at != len(packed):
        raise DamagedInk("bytes left over")
    stroke = Stroke(points, colour, width, pen, widths)
    _check(stroke)
    return stroke


def _check(stroke: Stroke) -> None:
    """Raise ValueError unless the stroke is one that can be kept and drawn."""
    points, widths = stroke.points, stroke.widths
    if not 0 < len(points) <= MOST_POINTS:
        raise ValueError("number of points")
    if widths and len(widths) != len(points):
        raise ValueError("number of widths")
    if not all(_near(p) for p in points):
        raise ValueError("a point far off the page")
    if not all(1 <= w <= WIDEST for w in (stroke.width, *widths)):
        raise ValueError("a width")
    if not 0 <= stroke.colour <= 255:
        raise ValueError("a colour")
    if not 0 < len(stroke.pen.encode()) <= _LONGEST_SLUG:
        raise ValueError("a pen's slug")


def _near(point: Point) -> bool:
    x, y = point
    return -OUTSIDE <= x <= PAGE_WIDTH + OUTSIDE and -OUTSIDE <= y <= PAGE_HEIGHT + OUTSIDE


def _steps(values: Iterable[int]) -> list[int]:
    """Return each number's step from the one before, with the sign in the lowest bit (zigzag)."""
    steps: list[int] = []
    before = 0
    for value in values:
        step = value - before
        steps.append(step * 2 if step >= 0 else -step * 2 - 1)
        before = value
    return steps


def _sums(steps: Iterable[int]) -> list[int]:
    values: list[int] = []
    value = 0
    for step in steps:
        value += -(step + 1) // 2 if step & 1 else step // 2
        values.append(value)
    return values


def _write(packed: bytearray, numbers: Iterable[int]) -> None:
    for number in numbers:
        while number > 127:
            packed.append(number & 127 | 128)
            number >>= 7
        packed.append(number)


def _read(packed: bytes, at: int, count: int) -> tuple[list[int], int]:
    """Return so many numbers and where the next one begins. Raises IndexError where the bytes end."""
    numbers: list[int] = []
    for _ in range(count):
        byte = packed[at]
        at += 1
        number = byte & 127
        shift = 7
        while byte > 127:
            # 28 bits at most: a number of a million digits would take minutes to add up.
            if shift > 21:
                raise DamagedInk("a number too large")
            byte = packed[at]
            at += 1
            number |= (byte & 127) << shift
            shift += 7
        numbers.append(number)
    return numbers, at
