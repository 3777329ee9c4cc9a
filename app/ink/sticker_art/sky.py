"""Heart, star, sun and rain: what a child puts beside a drawing to say how it was there."""

import math

from app.ink.sticker_art.figures import cheeks, eyes, mouth, shut
from app.ink.sticker_art.parts import Part, line, solid
from app.ink.sticker_art.paths import Bend, Path, blob, circle, corners, curve, heart, moved, turned

HEART = (
    *solid(heart(100, 100, 86), "#E8605A"),
    *line(curve((34, 82), (38, 62), (54, 50)), width=10, colour="#F7A79B"),
)


def _star(outer: float, inner: float) -> Path:
    ring: list[Bend] = []
    for k in range(10):
        reach = inner if k % 2 else outer
        angle = math.radians(36 * k - 90)
        ring.append((100 + reach * math.cos(angle), 110 + reach * math.sin(angle), 8 if k % 2 else 24))
    return corners(*ring)


STAR = (
    *solid(_star(104, 60), "#FFD25E"),
    *eyes(100, 98, 36, 5.6),
    *cheeks(100, 112, 58, 6.5, "#F49A6C"),
    *mouth(100, 112, 20, 8),
)


def _rays() -> list[Part]:
    """Eight rays, long and short in turn."""
    long, short = (corners((100, top, 10), (130, 66), (70, 66)) for top in (4, 12))
    rays = [turned(short if k % 2 else long, k * 45, (100, 100)) for k in range(8)]
    return [part for ray in rays for part in solid(ray, "#F8A13F")]


SUN = (
    *_rays(),
    *solid(circle(100, 100, 56), "#FFD25E"),
    *line(curve((58, 90), (65, 74), (78, 64)), width=7, colour="#FFE9A8"),
    *eyes(100, 95, 42, 6),
    *cheeks(100, 111, 70, 8, "#F49A6C"),
    *mouth(100, 108, 26, 11),
)

_DROP = blob((0, -19, 0), (10, 0), (10, 10), (0, 17), (-10, 10), (-10, 0))

RAIN = (
    *(part for x, y in ((40, 144), (80, 166), (120, 144), (160, 166)) for part in solid(moved(_DROP, x, y), "#6FB4E4")),
    *solid(
        blob(
            (100, 122),
            (46, 122),
            (18, 108),
            (18, 80),
            (46, 66, 0),
            (54, 38),
            (84, 20),
            (116, 30),
            (128, 52, 0),
            (152, 48),
            (170, 66, 0),
            (184, 84),
            (180, 110),
            (152, 122),
        ),
        "#DCE8F0",
    ),
    *line(curve((34, 94), (36, 84), (46, 78)), curve((70, 46), (77, 39)), width=7, colour="#FFFFFF"),
    *shut(100, 82, 46, 8, 6),
    *cheeks(100, 97, 78, 7, "#A9C3E0"),
    *mouth(100, 100, 16, 3),
)
