"""A family's own time: their code opens the store while the program runs, and tells itself again after a restart."""

from pathlib import Path

import pytest

from app.store import NotASecret, Store, TooWeak, WrongSecret
from app.store.family_time import ended_by_worker, is_code, plan_of
from tests.store.making import PASSPHRASE, kept, made, opened, sayings

CODE = "7351"


def begun(tmp_path: Path) -> tuple[Store, str]:
    store, vault = made(tmp_path)
    plan = kept(vault, sayings(2))
    store.begin_family_time(plan, CODE)
    return store, plan


def test_the_familys_code_opens_what_was_locked(tmp_path: Path) -> None:
    store, plan = begun(tmp_path)
    store.unlock(PASSPHRASE).close()
    vault = store.unlock_with_family_code(CODE)
    assert plan_of(vault) == plan
    assert len(vault.load(plan).edits) == 2
    store.close()


@pytest.mark.parametrize("typed", ["٧٣٥١", "73 51", "７３５１", "\u200e7351\n"])
def test_it_is_taken_however_its_numbers_are_typed_and_what_is_none_costs_no_try(tmp_path: Path, typed: str) -> None:
    store, vault = made(tmp_path)
    plan = kept(vault, sayings(2))
    store.begin_family_time(plan, typed)
    vault.close()
    for none in ("", "735", "73515", "73x1", "otter"):
        with pytest.raises(NotASecret):
            store.unlock_with_family_code(none)
    assert plan_of(store.unlock_with_family_code(CODE)) == plan
    assert is_code(store.unlock_with_family_code(typed), typed)
    store.close()


def test_after_a_restart_it_opens_nothing_and_is_still_known(tmp_path: Path) -> None:
    store, plan = begun(tmp_path)
    store.close()
    again = opened(tmp_path)
    vault = again.unlock(PASSPHRASE)
    assert not again.has_family_code
    with pytest.raises(WrongSecret):
        again.unlock_with_family_code(CODE)
    assert plan_of(vault) == plan
    assert is_code(vault, f" {CODE} ")
    assert is_code(vault, "٧٣ ٥١")
    assert not is_code(vault, "7352")
    assert not is_code(vault, "73510")
    assert not is_code(vault, "")
    again.close()


def test_three_wrong_tries_end_the_way_in_but_not_the_time(tmp_path: Path) -> None:
    store, plan = begun(tmp_path)
    store.unlock(PASSPHRASE).close()
    for _try in range(3):
        with pytest.raises(WrongSecret):
            store.unlock_with_family_code("0000")
    assert not store.has_family_code
    assert plan_of(store.unlock(PASSPHRASE)) == plan
    store.close()


@pytest.mark.parametrize("code", ["", "735", "73510", "73a1"])
def test_another_code_than_four_numbers_begins_nothing(tmp_path: Path, code: str) -> None:
    store, vault = made(tmp_path)
    with pytest.raises(TooWeak):
        store.begin_family_time("plan", code)
    assert plan_of(vault) == ""
    store.close()


def test_given_back_it_leaves_nothing_and_ended_by_the_worker_it_is_told_for_ever(tmp_path: Path) -> None:
    store, plan = begun(tmp_path)
    vault = store.unlock(PASSPHRASE)
    store.end_family_time()
    assert (plan_of(vault), ended_by_worker(vault, plan)) == ("", ())
    assert not is_code(vault, CODE)
    store.begin_family_time(plan, CODE)
    store.end_family_time(by_worker_at=1_000)
    store.begin_family_time(plan, CODE)
    store.end_family_time(by_worker_at=2_000)
    store.begin_family_time("another", CODE)
    assert ended_by_worker(vault, plan) == (1_000, 2_000)
    assert ended_by_worker(vault, "another") == ()
    store.close()
