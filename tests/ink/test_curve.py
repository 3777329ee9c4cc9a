"""Thinning keeps what a line needs; smoothing rounds it without leaving it."""

import itertools
import math

from hypothesis import given
from hypothesis import strategies as st

from app.ink import TOLERANCE, Point, kept, simplify, smooth
from app.ink.handwriting import scribble
from tests.ink.strokes import POINTS

LINES = st.lists(POINTS, min_size=1, max_size=60)


def off(p: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    """The distance from p to the piece a–b."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length)) if length else 0.0
    return math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)


@given(LINES, st.floats(0.3, 20))
def test_no_point_left_out_lies_further_off_than_the_tolerance(line: list[Point], tolerance: float) -> None:
    stays = kept(line, tolerance)
    assert stays[0] == 0
    assert stays[-1] == len(line) - 1
    assert list(stays) == sorted(set(stays))
    for low, high in itertools.pairwise(stays):
        for i in range(low, high):
            assert off(line[i], line[low], line[high]) <= tolerance + 1e-9


@given(LINES)
def test_simplify_never_moves_a_kept_point(line: list[Point]) -> None:
    thin = simplify(line)
    rest = iter(line)
    assert all(point in rest for point in thin)


def test_a_dot_reported_many_times_is_one_point() -> None:
    assert simplify([(5, 5)]) == ((5, 5),)
    assert simplify([(5, 5)] * 9) == ((5, 5),)
    assert simplify([]) == ()


def test_corners_and_turns_back_stay() -> None:
    across = [(x, 100) for x in range(100, 300, 9)]
    down = [(298, y) for y in range(100, 300, 9)]
    corner = simplify([*across, (298, 100), *down])
    assert (298, 100) in corner
    assert len(corner) == 3
    there_and_back = simplify([*across, (500, 100), *reversed(across)])
    assert (500, 100) in there_and_back
    assert simplify([(0, 0), (60, 40), (0, 0)]) == ((0, 0), (60, 40), (0, 0))


def test_a_scribble_of_many_thousand_points_is_thinned_to_a_part() -> None:
    raw = scribble(20_000, 1)
    assert len(simplify(raw)) < len(raw) * 0.6


@given(LINES)
def test_smoothing_goes_through_every_point_and_stays_by_the_line(line: list[Point]) -> None:
    soft = smooth(line)
    rest = iter(soft)
    assert all((float(x), float(y)) in rest for x, y in line)
    for spot in soft:
        pieces = list(itertools.pairwise(line)) or [(line[0], line[0])]
        assert min(off(spot, a, b) for a, b in pieces) <= 2 * 1.2 + 1e-6


def test_a_circle_of_few_points_comes_out_round() -> None:
    exact = [
        (
            round(800 + 200 * math.cos(k / 120 * 2 * math.pi)),
            round(600 + 200 * math.sin(k / 120 * 2 * math.pi)),
        )
        for k in range(121)
    ]
    thin = simplify(exact)
    soft = smooth(thin)
    assert len(thin) < 50
    assert len(soft) > len(thin)
    turns = []
    for a, b, c in zip(soft, soft[1:], soft[2:], strict=False):
        turn = math.atan2(c[1] - b[1], c[0] - b[0]) - math.atan2(b[1] - a[1], b[0] - a[0])
        turns.append(abs((turn + math.pi) % (2 * math.pi) - math.pi))
    assert max(turns) < math.radians(15)
    assert all(abs(math.hypot(x - 800, y - 600) - 200) <= TOLERANCE + 1 for x, y in soft)


def test_straight_lines_and_corners_get_no_points() -> None:
    box = ((100, 100), (900, 100), (900, 700), (100, 700))
    assert smooth(box) == tuple((float(x), float(y)) for x, y in box)
