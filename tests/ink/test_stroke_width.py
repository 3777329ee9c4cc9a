"""A line that feels like a pen: slow is thick, quick is thin, and nothing of the line is lost by it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.ink import PENS, Point, StrokeWidth, simplify, stroke_of

SECOND = 1000.0


def widths(pen: str, step: float, *, count: int = 30) -> list[float]:
    """Return the widths of a straight line with so many page units between reports, 60 a second."""
    pace = StrokeWidth(pen, 16)
    return [pace.at(step * n, 0, n * SECOND / 60) for n in range(count)]


def test_a_slow_line_is_as_wide_as_its_pen_and_a_quick_one_thinner() -> None:
    assert widths("felt", 1)[-1] == 16
    assert widths("felt", 30)[-1] < widths("felt", 15)[-1] < 16
    assert widths("pencil", 60)[-1] < widths("felt", 60)[-1]


def test_a_highlighter_is_as_wide_as_it_is() -> None:
    assert set(widths("highlighter", 60)) == {16}


def test_a_line_gets_thinner_bit_by_bit() -> None:
    found = widths("felt", 50)
    assert all(b <= a for a, b in pairwise(found))
    assert max(a - b for a, b in pairwise(found)) <= 16 / 4


@given(
    st.sampled_from(sorted(PENS)),
    st.lists(st.tuples(st.integers(0, 1600), st.integers(0, 1200), st.none() | st.floats(0, 1e9))),
)
def test_no_line_is_wider_than_its_pen_or_nothing_at_all(pen: str, told: list[tuple[int, int, float | None]]) -> None:
    pace = StrokeWidth(pen, 16)
    assert all(4 <= pace.at(x, y, time) <= 16 for x, y, time in told)


def test_where_nobody_knows_the_time_a_line_is_as_wide_as_its_pen() -> None:
    pace = StrokeWidth("felt", 16)
    assert [pace.at(100 * n, 0, None) for n in range(5)] == [16] * 5


points = st.lists(st.tuples(st.integers(0, 1600), st.integers(0, 1200)), min_size=1, max_size=40)


@given(points, st.booleans())
def test_a_kept_stroke_has_the_points_that_the_line_needs_and_a_width_at_each(line: list[Point], quick: bool) -> None:
    told = [8.0 if quick and n % 2 else 16.0 for n in range(len(line))]
    stroke = stroke_of(line, told, colour=1, width=16, pen="felt")
    assert stroke.points == simplify(line)
    assert not stroke.widths or len(stroke.widths) == len(stroke.points)
    assert stroke_of(line, colour=1, width=16, pen="felt").widths == ()
