"""The number of a copy: none comes twice on a tablet, whatever is killed, damaged or opened again."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from app.store import JSON, NotSaved
from app.store.copy_number import take_number
from tests.store.making import again, made


def test_numbers_follow_each_other_and_none_comes_twice_over_a_restart(tmp_path: Path) -> None:
    taken = []
    store, vault = made(tmp_path)
    taken += [take_number(vault) for _n in range(3)]
    store.close()
    store, vault = again(tmp_path)
    taken += [take_number(vault) for _n in range(3)]
    store.close()
    assert taken == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("name", ["copy-number", "copy-number-again"])
def test_a_damaged_count_does_not_begin_anew(tmp_path: Path, name: str) -> None:
    store, vault = made(tmp_path)
    for _n in range(4):
        take_number(vault)
    vault._db.execute("update setting set body = x'00' where name = ?", (name,))
    vault._db.conn.commit()
    assert take_number(vault) == 5
    store.close()


def test_a_number_is_above_all_that_the_record_knows(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    assert take_number(vault, above=11) == 12
    assert take_number(vault, above=3) == 13
    store.close()


def test_a_kill_between_taking_and_using_a_number_leaves_a_gap_and_no_repeat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, vault = made(tmp_path)
    first = take_number(vault)

    def killed(values: Mapping[str, JSON]) -> None:
        real(values)
        raise NotSaved

    real = vault.keep_settings
    monkeypatch.setattr(vault, "keep_settings", killed)
    with pytest.raises(NotSaved):
        take_number(vault)
    monkeypatch.undo()
    assert take_number(vault) > first + 1
    store.close()
