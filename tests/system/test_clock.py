"""The clock that counts sleep, whatever its system's clocks do."""

import time

from hypothesis import given
from hypothesis import strategies as st

from app.system.clock import Elapsed, clocks_here, monotonic, steady

NIGHT = 9 * 3600.0


class Clocks:
    """A system of two clocks: one that nobody can set and that may stand still in sleep, and the wall's."""

    def __init__(self, *, counts_sleep: bool = False) -> None:
        self.steady, self.wall, self._counts = 100.0, 1_700_000_000.0, counts_sleep
        self.gone = Elapsed((lambda: self.steady, lambda: self.wall))

    def works(self, seconds: float) -> None:
        self.steady += seconds
        self.wall += seconds

    def sleeps(self, seconds: float) -> None:
        self.steady += seconds if self._counts else 0
        self.wall += seconds


def test_a_night_asleep_is_a_night_whichever_clock_stood_still() -> None:
    for counts in (False, True):
        clocks = Clocks(counts_sleep=counts)
        before = clocks.gone()
        clocks.works(60)
        clocks.sleeps(NIGHT)
        assert clocks.gone() - before == NIGHT + 60


def test_a_clock_set_back_holds_nothing_up() -> None:
    clocks = Clocks()
    before = clocks.gone()
    clocks.works(60)
    clocks.wall -= 1_000_000
    clocks.works(60)
    assert clocks.gone() - before >= 60
    clocks.works(120)
    assert clocks.gone() - before >= 180


@given(st.lists(st.tuples(st.sampled_from(["works", "sleeps", "set"]), st.floats(-1e6, 1e6)), max_size=20))
def test_it_never_goes_back_and_never_lags_behind_the_steady_one(happens: list[tuple[str, float]]) -> None:
    clocks = Clocks()
    began, worked, last = clocks.gone(), 0.0, clocks.gone()
    for what, seconds in happens:
        if what == "works":
            clocks.works(abs(seconds))
            worked += abs(seconds)
        elif what == "sleeps":
            clocks.sleeps(abs(seconds))
        else:
            clocks.wall += seconds
        now = clocks.gone()
        assert now >= last
        assert now - began >= worked - 1e-3
        last = now


def test_where_a_clock_counts_sleep_it_alone_is_asked_else_the_walls_too() -> None:
    assert clocks_here(7) == (steady,)
    assert clocks_here(None) == (steady, time.time)
    assert monotonic() <= monotonic()
