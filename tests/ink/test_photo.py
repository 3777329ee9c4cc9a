"""A photo on the page: where it is, what touches it, and which numbers are a photo's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ink import PAGE_HEIGHT, PAGE_WIDTH
from app.ink.photo import LARGEST, SMALLEST, Photo, box, covers, placed, sane

NAME = "0f" * 32
sides = st.integers(SMALLEST, LARGEST)
photos = st.builds(
    Photo,
    st.just(NAME),
    st.integers(0, PAGE_WIDTH),
    st.integers(0, PAGE_HEIGHT),
    sides,
    sides,
    st.integers(0, 359),
    st.booleans(),
)


def test_a_photo_that_is_not_turned_stays_in_its_own_rectangle() -> None:
    assert box(Photo(NAME, 800, 600, 400, 200)) == (600, 500, 1000, 700)


def test_a_quarter_turn_makes_it_as_wide_as_it_was_high() -> None:
    for turn in (90, 270):
        assert box(Photo(NAME, 800, 600, 400, 200, turn)) == (700, 400, 900, 800)


def test_turns_are_clockwise() -> None:
    # A long thin photo, turned by 45°: its right end is below, not above.
    photo = Photo(NAME, 800, 600, 800, 60, 45)
    assert covers(photo, 800 + 200, 600 + 200)
    assert not covers(photo, 800 + 200, 600 - 200)


@given(photo=photos, across=st.floats(-0.5, 0.5), down=st.floats(-0.5, 0.5))
def test_all_that_a_photo_covers_is_in_its_box_with_the_little_round_it(
    photo: Photo, across: float, down: float
) -> None:
    around = box(photo).grown(50)
    x = photo.x + across * 2 * PAGE_WIDTH
    y = photo.y + down * 2 * PAGE_HEIGHT
    if covers(photo, x, y):
        assert around.left <= x <= around.right
        assert around.top <= y <= around.bottom
    assert covers(photo, photo.x, photo.y)


@given(photo=photos)
def test_mirrored_it_is_where_it_was(photo: Photo) -> None:
    other = photo._replace(mirrored=not photo.mirrored)
    assert box(other) == box(photo)
    assert sane(photo)


def test_a_thin_photo_can_be_touched_beside_it() -> None:
    assert covers(Photo(NAME, 800, 600, 800, 8), 900, 640)
    assert not covers(Photo(NAME, 800, 600, 800, 8), 900, 660)


@given(width=st.integers(16, 2000), height=st.integers(16, 2000))
def test_every_photo_that_is_taken_in_can_be_placed_keeps_its_shape_and_leaves_paper_about_it(
    width: int, height: int
) -> None:
    photo = placed(NAME, width, height)
    assert sane(photo)
    around = box(photo)
    assert min(around.left, around.top) > 0
    assert (around.right < PAGE_WIDTH, around.bottom < PAGE_HEIGHT) == (True, True)
    if min(photo.width, photo.height) > 100:
        assert photo.width / photo.height == pytest.approx(width / height, rel=0.01)


@pytest.mark.parametrize(
    "change",
    [
        {"blob": ""},
        {"blob": "0F" * 32},
        {"blob": NAME + "\n"},
        {"x": -1},
        {"x": PAGE_WIDTH + 1},
        {"y": PAGE_HEIGHT + 1},
        {"width": 0},
        {"width": LARGEST + 1},
        {"width": 50, "height": 50},
        {"height": -400},
        {"turn": 360},
        {"turn": -1},
    ],
)
def test_numbers_that_are_no_photo_are_known(change: dict[str, object]) -> None:
    photo = Photo(NAME, 800, 600, 400, 300)
    assert sane(photo)
    assert not sane(Photo(**{**photo._asdict(), **change}))  # type: ignore[arg-type]
