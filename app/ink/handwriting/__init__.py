"""A made-up child's hand: doodles, whole scenes and scribbles for the demonstration, the tests and the bench."""

import math
from random import Random

from app.ink.curve import Spot
from app.ink.handwriting.doodles import DOODLES
from app.ink.handwriting.lines import SPACING, Hand, on_page
from app.ink.handwriting.scenes import SCENES
from app.ink.stroke import PAGE_HEIGHT, PAGE_WIDTH, Point, Stroke

__all__ = ["DOODLES", "SCENES", "doodle", "scene", "scribble"]


def doodle(name: str, seed: int, at: Spot = (800, 600), size: float = 800) -> tuple[Stroke, ...]:
    """Return the strokes of one drawing (a name of DOODLES), in a square of this size (page units) round `at`."""
    hand = Hand(f"{name} {seed}", at, size)
    DOODLES[name](hand)
    return tuple(hand.strokes)


def scene(name: str, seed: int) -> tuple[Stroke, ...]:
    """Return the strokes of a whole page's picture (a name of SCENES)."""
    return SCENES[name](seed)


def scribble(n_points: int, seed: int) -> tuple[Point, ...]:
    """Return raw points, as a pointer would report them, of a line that wanders over the page in arcs and turns."""
    random = Random(f"scribble {seed}")
    x, y = random.uniform(150, PAGE_WIDTH - 150), random.uniform(150, PAGE_HEIGHT - 150)
    way, bend = random.uniform(0, 2 * math.pi), 0.0
    spots: list[Spot] = []
    for _ in range(n_points):
        spots.append((x, y))
        bend = 0.9 * bend + random.gauss(0, 0.06)
        way += bend
        x += SPACING * math.cos(way)
        y += SPACING * math.sin(way)
        if not (60 < x < PAGE_WIDTH - 60 and 60 < y < PAGE_HEIGHT - 60):
            # Back towards the middle, by the shorter turn.
            home = math.atan2(PAGE_HEIGHT / 2 - y, PAGE_WIDTH / 2 - x)
            bend = 0.25 * math.sin(home - way)
    return tuple(on_page(spots))
