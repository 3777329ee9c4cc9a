"""Tries go on to count where a store is connected once more."""

from pathlib import Path

import pytest

from app.store import MustWait
from app.store.rate_limit import FREE, RateLimit
from tests.store.making import Clock, made


def test_tries_over_another_connection_are_the_same_tries(tmp_path: Path) -> None:
    store, _vault = made(tmp_path)
    db = store._lock.db  # type: ignore[union-attr]
    clock = Clock()
    tries = RateLimit(db, clock, clock)
    for n in range(1, FREE + 1):
        assert tries.of(db).count() == n
    with pytest.raises(MustWait):
        tries.of(db).count()
    tries.give_back()
    assert tries.of(db).count() == 1
    store.close()
