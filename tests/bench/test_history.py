"""The bench keeps what it measured, and says when a figure has grown worse on a machine of the same kind."""

from pathlib import Path

import pytest

from tests.bench.history import Spread, is_slower, keep, last

LAPTOP = {"processor": "An old one", "cores": 2, "system": "Linux", "load": 0.3}
OTHER = {**LAPTOP, "processor": "A new one"}


def test_a_figure_is_compared_with_the_newest_one_of_a_machine_of_the_same_kind(tmp_path: Path) -> None:
    file = tmp_path / "history.jsonl"
    assert last(LAPTOP, file=file) == {}
    keep("2026-01-01", LAPTOP, {"opening": Spread(1.8, 1.9, 2.0), "left out since": Spread(1, 1, 1)}, file=file)
    keep("2026-01-02", {**LAPTOP, "load": 5.0}, {"opening": Spread(1.5, 1.6, 1.70004)}, file=file)
    keep("2026-01-03", OTHER, {"opening": Spread(9, 9, 9)}, file=file)
    assert last(LAPTOP, file=file) == {"opening": Spread(1.5, 1.6, 1.7), "left out since": Spread(1, 1, 1)}


@pytest.mark.parametrize(
    ("now", "slower"), [(Spread(1.9, 2.0, 2.1), False), (Spread(2.21, 2.3, 2.5), True), (Spread(2.1, 9, 9), False)]
)
def test_a_figure_counts_as_slower_when_its_best_run_is_worse_than_all_earlier_ones_and_their_noise(
    now: Spread, slower: bool
) -> None:
    assert is_slower(now, Spread(1.8, 1.9, 2.0)) is slower
