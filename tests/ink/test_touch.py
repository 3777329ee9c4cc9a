"""Places on the screen become points of the page; an eraser meets what it passes over, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from app.ink import PAGE_HEIGHT, PAGE_WIDTH, Stroke, erased_by, to_page
from app.ink.touch import MARGIN
from tests.ink.strokes import drawn_stroke


def test_the_shown_page_covers_the_page() -> None:
    assert to_page(0, 0, 1040, 780) == (0, 0)
    assert to_page(1040, 780, 1040, 780) == (PAGE_WIDTH, PAGE_HEIGHT)
    assert to_page(520, 195, 1040, 780) == (800, 300)


def test_a_page_turned_round_is_drawn_on_from_the_other_side() -> None:
    assert to_page(0, 0, 1040, 780, turned=True) == (PAGE_WIDTH, PAGE_HEIGHT)
    assert to_page(260, 195, 1040, 780, turned=True) == (1200, 900)


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.booleans())
def test_a_finger_far_off_the_page_stays_near_it(x: float, y: float, turned: bool) -> None:
    px, py = to_page(x, y, 1040, 780, turned)
    assert -MARGIN <= px <= PAGE_WIDTH + MARGIN
    assert -MARGIN <= py <= PAGE_HEIGHT + MARGIN


LINE = ("line", Stroke(((100, 100), (900, 500)), width=16))
DOT = ("dot", Stroke(((1200, 300),), width=32))
SWELLING = ("swelling", Stroke(((100, 1000), (500, 1000), (900, 1000)), widths=(4, 4, 100)))
ALL = (LINE, DOT, SWELLING)


def test_an_eraser_takes_what_it_crosses_between_two_reports() -> None:
    assert erased_by(ALL, [(500, 100), (400, 700)], 2) == {"line"}


def test_an_eraser_beside_a_line_leaves_it() -> None:
    assert erased_by(ALL, [(500, 100), (600, 150)], 10) == frozenset()
    assert erased_by(ALL, [(300, 300)], 10) == frozenset()


def test_a_tap_takes_a_dot_when_it_touches_its_ink() -> None:
    assert erased_by(ALL, [(1230, 300)], 15) == {"dot"}
    assert erased_by(ALL, [(1233, 300)], 15) == frozenset()


def test_a_wide_end_is_met_further_off() -> None:
    assert erased_by(ALL, [(900, 1055)], 10) == {"swelling"}
    assert erased_by(ALL, [(100, 1055)], 10) == frozenset()
    assert erased_by(ALL, [], 10) == frozenset()


@given(drawn_stroke(), st.data())
def test_an_eraser_on_any_point_of_a_stroke_takes_it(stroke: Stroke, data: st.DataObject) -> None:
    spot = data.draw(st.sampled_from(stroke.points))
    assert erased_by([("it", stroke)], [spot], 1) == {"it"}
