"""A sticker stays where it was put, looks the same however it is turned, and can be filled in one go."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ink import Polygon, Spot
from app.ink.outline_polygon import ribbon
from app.ink.sticker import LARGEST, SMALLEST, Sticker, box, covers, shapes
from app.ink.sticker_art import ART, NEWER, ORDER, drawing
from app.ink.sticker_art.parts import area
from app.ink.sticker_art.paths import SIDE, Path, blob, circle, corners, curve, flat, heart, mirrored, oval
from app.language.catalogues import template

MOST_CORNERS = {SMALLEST: 1_600, 300: 2_500, 600: 3_400, LARGEST: 4_900}
"""By size. Forty of 300 on a page have fewer corners than a page of scribbles; there is no room for forty of 600."""

ARTS = st.sampled_from((*ORDER, "from-a-newer-version"))
STICKERS = st.builds(
    Sticker,
    ARTS,
    st.integers(-400, 2000),
    st.integers(-400, 1600),
    st.integers(SMALLEST, LARGEST),
    st.integers(0, 359),
    st.booleans(),
)


def whole(art: str, size: int = SIDE) -> Sticker:
    """A sticker whose square starts at the page's corner."""
    return Sticker(art, size // 2, size // 2, size)


def corner_count(sticker: Sticker) -> int:
    return sum(len(polygon) for shape in shapes(sticker) for polygon in shape.polygons)


def places(sticker: Sticker) -> list[Spot]:
    return [spot for shape in shapes(sticker) for polygon in shape.polygons for spot in polygon]


def holds(polygon: Polygon, x: float, y: float) -> bool:
    """Whether a simple polygon holds a place: a ray to the right leaves it an odd number of times."""
    inside = False
    for (ax, ay), (bx, by) in pairwise((*polygon, polygon[0])):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            inside = not inside
    return inside


def colour_at(sticker: Sticker, x: float, y: float) -> str | None:
    """What is seen at a place."""
    seen = [s.colour for s in shapes(sticker) if any(holds(p, x, y) for p in s.polygons)]
    return seen[-1] if seen else None


def simple(polygon: Polygon) -> bool:
    """Whether no two sides of a polygon cross."""

    def side(a: Spot, b: Spot, p: Spot) -> float:
        return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])

    sides = list(pairwise((*polygon, polygon[0])))
    return not any(
        side(a, b, c) * side(a, b, d) < -1e-9 and side(c, d, a) * side(c, d, b) < -1e-9
        for i, (a, b) in enumerate(sides)
        for c, d in sides[i + 2 :]
    )


def test_there_are_thirty_and_each_has_a_name_of_its_own_that_a_translator_meets() -> None:
    assert len(ORDER) == 30
    names = [drawing(art).name for art in (*ORDER, "from-a-newer-version")]
    assert len(set(names)) == 31
    assert set(names) <= {message.id for message in template()}


def test_no_sticker_stands_for_how_all_grandparents_look() -> None:
    assert len([art for art in ORDER if art.startswith("grandma")]) >= 3
    assert len([art for art in ORDER if art.startswith("grandpa")]) >= 3
    # A scarf and a wheelchair are no mark of age.
    assert {"woman-scarf", "child-wheelchair"} <= set(ORDER)


@pytest.mark.parametrize("art", [*ORDER, "from-a-newer-version"])
def test_every_one_fills_much_of_its_square_and_never_leaves_it(art: str) -> None:
    xs, ys = zip(*places(whole(art)), strict=True)
    assert min(xs) >= 0
    assert min(ys) >= 0
    assert max(xs) <= SIDE
    assert max(ys) <= SIDE
    assert max(max(xs) - min(xs), max(ys) - min(ys)) >= 0.8 * SIDE
    # In the middle of its square as the eye has it, so that it turns about itself.
    assert abs(max(xs) + min(xs) - SIDE) <= 0.06 * SIDE
    assert abs(max(ys) + min(ys) - SIDE) <= 0.06 * SIDE


@pytest.mark.parametrize("size", [SMALLEST, 300, LARGEST])
@pytest.mark.parametrize("art", [*ORDER, "from-a-newer-version"])
def test_every_polygon_is_simple_turns_clockwise_and_has_a_colour(art: str, size: int) -> None:
    for shape in shapes(whole(art, size)):
        assert len(shape.colour) == 7
        assert int(shape.colour[1:], 16) >= 0
        assert shape.polygons
        for polygon in shape.polygons:
            assert area(polygon) > 0
            assert simple(polygon)


@pytest.mark.parametrize("size", MOST_CORNERS)
def test_one_has_so_few_corners_that_forty_are_no_burden(size: int) -> None:
    assert max(corner_count(whole(art, size)) for art in ORDER) <= MOST_CORNERS[size]


@given(STICKERS)
def test_one_stays_in_its_box_wherever_it_is_put(sticker: Sticker) -> None:
    around = box(sticker)
    for x, y in places(sticker):
        assert around.left - 1e-6 <= x <= around.right + 1e-6
        assert around.top - 1e-6 <= y <= around.bottom + 1e-6


@given(STICKERS)
def test_a_whole_turn_is_nothing_and_half_a_turn_twice_neither(sticker: Sticker) -> None:
    assert shapes(sticker._replace(turn=sticker.turn + 360)) == shapes(sticker)
    half = shapes(sticker._replace(turn=(sticker.turn + 180) % 360))
    for shape, other in zip(shapes(sticker), half, strict=True):
        for polygon, turned in zip(shape.polygons, other.polygons, strict=True):
            for (x, y), (u, v) in zip(polygon, turned, strict=True):
                assert math.dist((x + u, y + v), (2 * sticker.x, 2 * sticker.y)) < 1e-6


@given(STICKERS)
def test_a_mirror_image_is_the_same_left_for_right_and_turns_the_same_way(sticker: Sticker) -> None:
    upright = sticker._replace(turn=0)
    mirror = shapes(upright._replace(mirrored=not upright.mirrored))
    for shape, other in zip(shapes(upright), mirror, strict=True):
        assert shape.colour == other.colour
        for polygon, image in zip(shape.polygons, other.polygons, strict=True):
            assert area(image) > 0
            for (x, y), (u, v) in zip(polygon, reversed(image), strict=True):
                assert math.dist((2 * sticker.x - x, y), (u, v)) < 1e-6


def test_it_turns_clockwise() -> None:
    home = Sticker("home", 600, 600, 1000)
    # The chimney stands to the right of the roof: right of the middle and high; after a quarter of a turn, low.
    brick = colour_at(home, 760, 250)
    assert brick not in (None, colour_at(home, 440, 250))
    assert colour_at(home._replace(turn=90), 950, 760) == brick
    assert colour_at(home._replace(mirrored=True), 440, 250) == brick
    assert colour_at(home._replace(turn=90, mirrored=True), 950, 440) == brick


def test_an_unknown_one_is_an_empty_frame() -> None:
    assert drawing("from-a-newer-version") is NEWER
    frame = Sticker("from-a-newer-version", 800, 600, 400)
    assert colour_at(frame, 800, 600) == "#FFFDF8"
    assert colour_at(frame, 800, 470) not in (None, "#FFFDF8")


@given(STICKERS, st.floats(-1, 1), st.floats(-1, 1))
def test_a_touch_on_its_square_is_on_it_and_one_far_away_is_not(sticker: Sticker, across: float, down: float) -> None:
    cos, sin = math.cos(math.radians(sticker.turn)), math.sin(math.radians(sticker.turn))
    dx, dy = across * sticker.size / 2, down * sticker.size / 2
    assert covers(sticker, sticker.x + dx * cos - dy * sin, sticker.y + dx * sin + dy * cos)
    far = sticker.size / 2 + 49
    assert not covers(sticker, sticker.x + far * cos, sticker.y + far * sin)


def test_a_small_one_is_easy_to_touch() -> None:
    assert covers(Sticker("star", 800, 600, SMALLEST), 840, 560)
    assert not covers(Sticker("star", 800, 600, SMALLEST), 860, 600)


LINES: dict[str, Path] = {
    "oval": oval(100, 100, 80, 30, 20),
    "heart": heart(100, 100, 80),
    "blob": blob((20, 20), (180, 60), (150, 150, 0), (60, 140)),
    "corners": corners((10, 10), (190, 30, 30), (120, 180), radius=12),
    "curve": curve((10, 100), (60, 20), (110, 160), (112, 40), (190, 90)),
}


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("fineness", [0.02, 0.1, 0.5])
def test_a_line_made_of_few_corners_is_the_true_one_to_the_eye(name: str, fineness: float) -> None:
    path = LINES[name]
    few, many = flat(path, fineness), flat(path, 0.0005)
    ring = [*few, few[0]] if path.closed else few
    assert len(few) < len(many)
    assert max(min(off(spot, a, b) for a, b in pairwise(ring)) for spot in many) <= fineness * 1.1


def off(p: Spot, a: Spot, b: Spot) -> float:
    """The distance from a place to a piece of a line."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)))
    return math.dist(p, (a[0] + t * dx, a[1] + t * dy))


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("width", [4.0, 30.0])
def test_a_ribbon_holds_its_whole_line_and_is_as_wide_as_it_says(name: str, width: float) -> None:
    path = LINES[name]
    line = flat(path, 0.05)
    pieces = ribbon(line, width / 2, width / 2, 0.05, closed=path.closed)
    assert all(simple(piece) for piece in pieces)
    ring = [*line, line[0]] if path.closed else line
    for piece in pieces:
        for spot in piece:
            assert min(off(spot, a, b) for a, b in pairwise(ring)) <= width / 2 + 0.1
    near = 0.45 * width
    for a, b in pairwise(ring):
        ux, uy = (b[0] - a[0]) / math.dist(a, b), (b[1] - a[1]) / math.dist(a, b)
        x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
        for aside in (-near, 0.1, near):
            assert any(holds(piece, x - uy * aside, y + ux * aside) for piece in pieces)


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), min_size=2, max_size=8, unique=True))
def test_whatever_a_line_goes_through_its_ribbon_is_simple_pieces(bends: list[tuple[int, int]]) -> None:
    for path in (curve(*bends), blob(*bends)):
        for piece in ribbon(flat(path, 0.2), 4, 4, 0.2, closed=path.closed):
            assert simple(piece)


def test_a_circle_is_round_and_a_mirror_image_mirrors() -> None:
    assert all(abs(math.dist(spot, (50, 60)) - 40) < 0.03 for spot in flat(circle(50, 60, 40), 0.01))
    assert mirrored(circle(50, 60, 40)).start == (110, 60)
    assert set(ART) == set(ORDER)
