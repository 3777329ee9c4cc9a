"""The tank that fills: larger where it matters more, fuller where it is fuller, and always in its cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blocks.cards.model import Card
from app.blocks.cards.picture import gap, tank
from app.blocks.cards.print import described, goal_title, picture
from app.sheet.tanks import Tank

numbers = st.none() | st.integers(0, 10)


def drawn(importance: int | None = 5, full: int | None = 5, before: int | None = None) -> Tank:
    return tank("Calm", "", importance=importance, full=full, before=before, goal=False)


@given(numbers, numbers, numbers)
def test_every_tank_stands_in_its_cell_with_its_water_inside(
    importance: int | None, full: int | None, before: int | None
) -> None:
    t = drawn(importance, full, before)
    assert t.left >= 0
    assert t.left + t.width <= 1
    assert t.top >= 0
    assert t.top + t.height <= 1
    for level in (t.water, t.before):
        assert level is None or 0 <= level <= t.height


@given(st.integers(0, 9))
def test_what_matters_more_has_a_larger_tank_and_what_is_fuller_more_water(n: int) -> None:
    assert drawn(n).height < drawn(n + 1).height
    assert drawn(n).width < drawn(n + 1).width
    less, more = drawn(full=n).water, drawn(full=n + 1).water
    assert less is not None
    assert more is not None
    assert less < more


def test_all_stand_on_one_line_so_that_their_water_can_be_compared() -> None:
    assert len({round(drawn(n).top + drawn(n).height, 9) for n in (None, *range(11))}) == 1


def test_what_nobody_said_is_no_empty_tank() -> None:
    assert drawn(full=None).water is None
    assert drawn(full=0).water == 0


def test_a_level_that_stayed_has_no_line_of_its_own() -> None:
    assert drawn(full=5, before=5).before is None
    assert drawn(full=5, before=4).before is not None


@pytest.mark.parametrize(
    ("importance", "full", "missing"), [(10, 0, 10), (10, 10, 0), (0, 0, 0), (None, 3, 0), (5, None, 0), (9, 2, 7.2)]
)
def test_the_gap_is_larger_where_it_matters_more(importance: int | None, full: int | None, missing: float) -> None:
    assert gap(importance, full) == pytest.approx(missing)


def test_the_words_for_the_picture_say_all_that_it_shows() -> None:
    there = (
        Card("a", "calm", "Feeling calm inside", "", 9, (2, 3), goal=True),
        Card("", "learning", "Learning"),
        Card("b", "today", "Enjoying today", "", None, (8,)),
    )
    assert described(there).replace("\u2068", "").replace("\u2069", "") == (
        "Feeling calm inside · a goal: matters 9 of 10, 3 of 10 full, 2 last time. "
        "Learning: not said yet how full. Enjoying today: 8 of 10 full."
    )
    part = picture(there, columns=2)
    assert [t.title for t in part.tanks] == [goal_title(c) for c in there]
    assert [t.note for t in part.tanks] == ["3 of 10", "not said yet", "8 of 10"]
