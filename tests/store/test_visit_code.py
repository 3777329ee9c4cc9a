"""A visit code opens the store for one visit, has three tries, and is written nowhere."""

from pathlib import Path

import pytest

from app.store import Locked, NotASecret, TooWeak, WrongSecret
from app.store.visit_code import TRIES
from app.system.clock import Elapsed
from tests.store.making import PASSPHRASE, Clock, kept, made, opened, sayings

CODE = "4826"


def test_it_brings_back_what_was_locked(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    plan = kept(vault, sayings(3))
    store.begin_visit(CODE)
    vault.close()
    again = store.unlock_with_visit_code(CODE)
    assert len(again.load(plan).edits) == 3
    store.close()


@pytest.mark.parametrize("code", ["", "123", "12345", "12a4", "١٢٣", "four"])
def test_it_is_four_numbers_and_any_other_changes_nothing(tmp_path: Path, code: str) -> None:
    store, _vault = made(tmp_path)
    store.begin_visit(CODE)
    with pytest.raises(TooWeak):
        store.begin_visit(code)
    assert store.proves(CODE)
    store.close()


@pytest.mark.parametrize("typed", ["٤٨٢٦", "48 26", "４８２６", "48\u00a026", "\u200f4826", "48-26", "۴۸۲۶"])
def test_it_is_taken_however_its_numbers_are_typed(tmp_path: Path, typed: str) -> None:
    store, vault = made(tmp_path)
    store.begin_visit(typed)
    assert store.proves(CODE) == store.proves(typed) == "visit"
    vault.close()
    store.unlock_with_visit_code(typed)
    store.close()


@pytest.mark.parametrize("typed", ["", "482", "48260", "48x6", "four numbers"])
def test_what_cannot_be_a_code_costs_no_try(tmp_path: Path, typed: str) -> None:
    store, vault = made(tmp_path)
    store.begin_visit(CODE)
    assert store.proves(typed) == ""
    vault.close()
    for _ in range(TRIES + 2):
        with pytest.raises(NotASecret):
            store.unlock_with_visit_code(typed)
    store.unlock_with_visit_code(CODE)
    store.close()


def test_three_wrong_tries_end_it_and_the_words_still_open(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    store.begin_visit(CODE)
    vault.close()
    for left in range(TRIES - 1, -1, -1):
        with pytest.raises(WrongSecret) as wrong:
            store.unlock_with_visit_code("0000")
        assert wrong.value.tries_left == left
    assert not store.has_visit_code
    with pytest.raises(WrongSecret):
        store.unlock_with_visit_code(CODE)
    store.unlock(PASSPHRASE)
    store.close()


def test_a_right_one_gives_all_three_tries_back(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    store.begin_visit(CODE)
    for _turn in range(3):
        vault.close()
        for _try in range(TRIES - 1):
            with pytest.raises(WrongSecret):
                store.unlock_with_visit_code("0000")
        vault = store.unlock_with_visit_code(CODE)
    store.close()


def test_it_ends_with_the_day(tmp_path: Path) -> None:
    clock = Clock()
    store = opened(tmp_path, now=clock)
    vault, _spare = store.set_up(PASSPHRASE)
    store.begin_visit(CODE)
    assert store.proves(CODE) == "visit"
    clock.at += 24 * 3600
    assert not store.has_visit_code
    assert store.proves(CODE) == ""
    vault.close()
    with pytest.raises(WrongSecret):
        store.unlock_with_visit_code(CODE)
    store.unlock(PASSPHRASE)
    store.close()


def test_a_calendar_set_back_over_night_begins_the_day_no_second_time(tmp_path: Path) -> None:
    calendar, sleep = Clock(), Clock(0.0)
    store = opened(tmp_path, now=calendar, elapsed=Elapsed((sleep,)))
    store.set_up(PASSPHRASE)
    store.begin_visit(CODE)
    calendar.at += 24 * 3600
    assert not store.has_visit_code
    calendar.at -= 24 * 3600
    assert not store.has_visit_code, "set back after it was asked"
    store.begin_visit(CODE)
    sleep.at += 24 * 3600
    assert not store.has_visit_code, "set back before anybody asked"
    store.close()


def test_a_new_secret_ends_it(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    store.begin_visit(CODE)
    store.change_secret("unwashed violin saddle thicket")
    assert not store.has_visit_code
    vault.close()
    with pytest.raises(WrongSecret):
        store.unlock_with_visit_code(CODE)
    store.close()


def test_it_does_not_pass_for_the_whole_secret(tmp_path: Path) -> None:
    store, _vault = made(tmp_path)
    store.begin_visit(CODE)
    assert store.proves(CODE, whole=True) == ""
    assert store.proves(PASSPHRASE, whole=True) == "secret"
    assert store.proves(PASSPHRASE) == "secret"
    store.close()


def test_another_program_on_the_folder_knows_no_code(tmp_path: Path) -> None:
    store, _vault = made(tmp_path)
    store.begin_visit(CODE)
    store.close()
    assert not any(CODE.encode() in file.read_bytes() for file in tmp_path.iterdir())
    later = opened(tmp_path)
    assert not later.has_visit_code
    with pytest.raises(WrongSecret):
        later.unlock_with_visit_code(CODE)
    later.close()


def test_it_is_made_only_while_the_plans_are_open(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    vault.close()
    with pytest.raises(Locked):
        store.begin_visit(CODE)
    store.close()
