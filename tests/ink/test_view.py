"""The part of the page that is on the screen: a finger is always where the ink under it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ink import PAGE_HEIGHT, PAGE_WIDTH, View
from app.ink.view import CLOSEST, MARGIN


def test_the_shown_page_covers_the_page() -> None:
    view = View(1040)
    assert view.height == 780
    assert view.point(0, 0) == (0, 0)
    assert view.point(1040, 780) == (PAGE_WIDTH, PAGE_HEIGHT)
    assert view.point(520, 195) == (800, 300)


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_a_finger_far_off_the_page_stays_near_it(x: float, y: float) -> None:
    px, py = View(1040).point(x, y)
    assert -MARGIN <= px <= PAGE_WIDTH + MARGIN
    assert -MARGIN <= py <= PAGE_HEIGHT + MARGIN


pushes = st.lists(
    st.one_of(
        st.tuples(st.just("zoom"), st.floats(0.1, 10), st.floats(0, 800), st.floats(0, 600)),
        st.tuples(st.just("move"), st.just(0.0), st.floats(-900, 900), st.floats(-900, 900)),
    ),
    max_size=12,
)


@given(pushes)
def test_nothing_but_the_page_is_ever_shown(pushed: list[tuple[str, float, float, float]]) -> None:
    view = View(800)
    for what, zoom, x, y in pushed:
        view = view.zoomed(zoom, x, y) if what == "zoom" else view.moved(x, y)
        assert 1 <= view.zoom <= CLOSEST
        right, bottom = view.spot(800, 600)
        assert view.left >= 0
        assert view.top >= 0
        assert right <= PAGE_WIDTH + 1e-6
        assert bottom <= PAGE_HEIGHT + 1e-6


def test_two_fingers_keep_what_is_between_them() -> None:
    view = View(800).zoomed(2, 200, 300)
    assert view.spot(200, 300) == pytest.approx((400, 600))
    assert view.moved(-30, 10).spot(170, 310) == pytest.approx((400, 600))
    assert view.zoomed(1, 5, 5) == View(800)
