"""A right secret costs no try, whatever the disk takes; a wrong one costs one, whatever the clock says."""

import shutil
import sqlite3
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.store import (
    MustWait,
    NoKeyring,
    NotASecret,
    NotSaved,
    Store,
    StoreBusy,
    StoreError,
    StoreFull,
    StoreLost,
    WrongSecret,
    rate_limit,
)
from app.store.rate_limit import FREE, WAITS
from app.system.clock import Elapsed
from tests.store.full_disk import full, not_to_be_written
from tests.store.making import CHEAP, PASSPHRASE, Clock, asked, kept, loosened, made, opened, sayings, tampered

WRONG = "not it at all"
KINDS = ["full", "not to be written"]


def locked(folder: Path, clock: Clock) -> Store:
    made(folder)[0].close()
    return opened(folder, now=clock)


def encrypt(kind: str, store: Store) -> AbstractContextManager[None]:
    return full() if kind == "full" else not_to_be_written(store)


def is_right(store: Store) -> None:
    lock = store._lock
    assert lock is not None
    lock.open(PASSPHRASE)


def is_wrong(store: Store) -> WrongSecret:
    with pytest.raises(WrongSecret) as told:
        store.unlock(WRONG)
    assert not isinstance(told.value, NotASecret)
    return told.value


def must_wait(store: Store) -> int:
    with pytest.raises(MustWait) as told:
        is_right(store)
    return told.value.seconds


def test_a_right_one_costs_no_try(tmp_path: Path) -> None:
    store = locked(tmp_path, Clock())
    for _ in range(2 * FREE):
        is_right(store)
        assert asked(tmp_path, "select tried from lock") == [(0,)]
    store.close()


def test_five_are_free_and_each_wait_is_longer_up_to_an_hour(tmp_path: Path) -> None:
    clock = Clock()
    store = locked(tmp_path, clock)
    said = []
    for _ in range(11):
        wrong = is_wrong(store)
        said.append(wrong.sentence().removeprefix("That does not open the plans. They are safe. "))
        clock.at += wrong.wait
    tries = [f"You can try {n} more times before a short wait." for n in (4, 3, 2)]
    waits = ["30 seconds", "1 minute", "5 minutes", "15 minutes", "60 minutes", "60 minutes", "60 minutes"]
    assert said == [*tries, "You can try 1 more time before a short wait.", *(f"Please wait {w}." for w in waits)]
    store.close()


NO_COUNT = [
    "delete from lock",
    "update lock set tried = -1",
    "update lock set tried = -9223372036854775808, last = 9223372036854775807",
    "update lock set number = 2",
    "update lock set number = 0",
    *(
        f"update lock set {column} = {value}"
        for column in ("tried", "last")
        for value in ("null", "1.5", "9e999", "'5'", "'many'", "x'05'", "cast(x'ff00fe' as text)")
    ),
]


def without_a_count(folder: Path, clock: Clock, damage: str) -> Store:
    made(folder)[0].close()
    loosened(folder, "lock", damage)
    return opened(folder, now=clock)


@pytest.mark.parametrize("damage", NO_COUNT)
@pytest.mark.parametrize("written", [True, False])
def test_a_count_that_is_gone_or_is_none_keeps_no_right_one_out(tmp_path: Path, damage: str, written: bool) -> None:
    store = without_a_count(tmp_path, Clock(), damage)
    with nullcontext() if written else full():
        is_right(store)
    is_right(store)
    assert is_wrong(store).tries_left == FREE - 1, "it counts on"
    store.close()


@pytest.mark.parametrize("damage", NO_COUNT)
@pytest.mark.parametrize("written", [True, False])
def test_a_count_that_is_gone_or_is_none_gives_one_try_before_the_first_wait(
    tmp_path: Path, damage: str, written: bool
) -> None:
    clock = Clock()
    store = without_a_count(tmp_path, clock, damage)
    with nullcontext() if written else full():
        for wait in WAITS:
            assert is_wrong(store).wait == wait
            assert must_wait(store) == wait
            clock.at += wait
        is_right(store)
    store.close()


@pytest.mark.parametrize("last", [0, -(2**63), 2**63 - 1, 1_700_000_000_000])
@pytest.mark.parametrize("tried", [FREE + len(WAITS) - 1, 10**6, 2**63 - 1])
def test_a_count_of_any_size_waits_the_last_wait_and_then_opens(tmp_path: Path, tried: int, last: int) -> None:
    calendar, steady = Clock(), Clock(0.0)
    made(tmp_path)[0].close()
    tampered(tmp_path, f"update lock set tried = {tried}, last = {last}")
    store = Store.open(tmp_path, keyring=NoKeyring(), cost=CHEAP, now=calendar, steady=Elapsed((steady,)))
    with suppress(MustWait):  # Where the last one was long ago, this one is tried.
        is_wrong(store)
    for moved in (calendar, steady):
        moved.at += WAITS[-1]
    is_right(store)
    assert asked(tmp_path, "select number, tried, last from lock") == [(1, 0, 0)]
    store.close()


def test_a_clock_that_is_put_on_shortens_no_wait_after_any_number_of_tries(tmp_path: Path) -> None:
    calendar, steady = Clock(), Clock(0.0)
    made(tmp_path)[0].close()
    tampered(tmp_path, f"update lock set tried = {2**63 - 1}")
    store = Store.open(tmp_path, keyring=NoKeyring(), cost=CHEAP, now=calendar, steady=Elapsed((steady,)))
    for _ in range(3):
        assert is_wrong(store).wait == WAITS[-1]
        calendar.at += 10 * WAITS[-1]
        assert must_wait(store) == WAITS[-1]
        steady.at += WAITS[-1]
    store.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_right_one_opens_where_the_disk_takes_nothing(tmp_path: Path, kind: str) -> None:
    store = locked(tmp_path, Clock())
    with encrypt(kind, store):
        for _ in range(2 * FREE):
            is_right(store)
    is_wrong(store)
    assert is_wrong(store).tries_left == FREE - 2
    store.close()


@pytest.mark.parametrize("kind", KINDS)
def test_wrong_ones_wait_from_the_first_where_the_disk_takes_no_count(tmp_path: Path, kind: str) -> None:
    clock = Clock()
    store = locked(tmp_path, clock)
    with encrypt(kind, store):
        assert is_wrong(store).wait == WAITS[0]
        for wait in (*WAITS[1:], WAITS[-1]):
            before = must_wait(store)
            clock.at += before - 1
            assert must_wait(store) == 1
            clock.at += 1
            assert is_wrong(store).wait == wait
        clock.at += WAITS[-1]
        is_right(store)
        is_right(store)
        assert is_wrong(store).wait == WAITS[0], "a right one gives them back"
    store.close()


@pytest.mark.parametrize("kind", KINDS)
def test_what_waits_already_waits_on_where_the_disk_takes_nothing(tmp_path: Path, kind: str) -> None:
    clock = Clock()
    store = locked(tmp_path, clock)
    for _ in range(FREE):
        is_wrong(store)
    with encrypt(kind, store):
        assert must_wait(store) == WAITS[0]
        clock.at -= 10_000
        assert must_wait(store) == WAITS[0]
        clock.at += WAITS[0]
        assert is_wrong(store).wait == WAITS[1]
    assert must_wait(store) == WAITS[1], "the disk takes it again, and nothing was forgiven"
    clock.at += WAITS[1]
    is_wrong(store)
    store.close()
    store = opened(tmp_path, now=clock)
    assert must_wait(store) == WAITS[2], "by now it is on the disk"
    store.close()


def test_on_a_full_disk_a_try_is_written_over_what_the_log_needs_no_more(tmp_path: Path) -> None:
    """As a program leaves it that was killed: a log that is longer than the store."""
    first, left = tmp_path / "first", tmp_path / "left"
    store, vault = made(first)
    document = kept(vault, [])
    for edit in sayings(30):
        vault.append(document, [edit])
    shutil.copytree(first, left)
    store.close()
    log, clock = (left / "plans.db-wal").stat().st_size, Clock()
    assert log > (left / "plans.db").stat().st_size
    store = opened(left, now=clock)
    with full(log):
        assert is_wrong(store).tries_left == FREE - 1
        assert is_wrong(store).tries_left == FREE - 2
    assert asked(left, "select tried from lock") == [(2,)]
    is_right(store)
    store.close()


@pytest.mark.parametrize("fault", [StoreFull, StoreBusy, StoreLost])
def test_a_right_one_is_given_back_where_only_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: type[StoreError]
) -> None:
    """The count is written with the last bytes that there were, or just before something else held the file."""
    store = locked(tmp_path, Clock())
    keep = rate_limit.keep_tries

    def cannot_forget(db: object, count: rate_limit.Count) -> None:
        if count == rate_limit.NONE:
            raise fault
        keep(db, count)  # type: ignore[arg-type]

    monkeypatch.setattr(rate_limit, "keep_tries", cannot_forget)
    for _ in range(2 * FREE):
        is_right(store)
    assert is_wrong(store).tries_left == FREE - 1
    store.close()


def test_a_clock_that_is_put_on_shortens_no_wait(tmp_path: Path) -> None:
    calendar, steady = Clock(), Clock(0.0)
    made(tmp_path)[0].close()
    store = Store.open(tmp_path, keyring=NoKeyring(), cost=CHEAP, now=calendar, steady=Elapsed((steady,)))
    for _ in range(FREE):
        is_wrong(store)
    calendar.at += 10 * 365 * 24 * 3600
    assert must_wait(store) == WAITS[0]
    steady.at += WAITS[0]
    is_right(store)
    store.close()


@pytest.mark.parametrize("nothing", ["", "  ", "829301", "patio rhubarb velvet", "otter otter otter otter", "\u200f"])
def test_what_cannot_be_it_costs_no_try(tmp_path: Path, nothing: str) -> None:
    store = locked(tmp_path, Clock())
    for _ in range(2 * FREE):
        with pytest.raises(NotASecret) as told:
            store.unlock(nothing)
        assert "not tried" in told.value.sentence()
        assert told.value.wait == 0
    assert asked(tmp_path, "select tried from lock") == [(0,)]
    assert is_wrong(store).tries_left == FREE - 1
    store.close()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["tab", "other tab", "command line"]), min_size=1, max_size=FREE))
def test_tries_are_one_count_wherever_they_are_made(tmp_path_factory: pytest.TempPathFactory, where: list[str]) -> None:
    folder = tmp_path_factory.mktemp("store")
    clock = Clock()
    store, vault = made(folder)
    beside = opened(folder, reading=True, now=clock)
    for n, position in enumerate(where, start=1):
        if position == "tab":
            assert is_wrong(store).tries_left == FREE - n
        elif position == "other tab":
            assert not vault.verify(WRONG)
        else:
            assert is_wrong(beside).tries_left == FREE - n
    assert asked(folder, "select tried from lock") == [(len(where),)]
    beside.close()
    store.close()


def test_a_secret_that_could_not_be_changed_is_still_the_one_that_opens(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    for kind in KINDS:
        with encrypt(kind, store), pytest.raises(NotSaved):
            vault.change_secret("unwashed violin saddle thicket")
        with encrypt(kind, store), pytest.raises(NotSaved):
            vault.renew_spare_key()
        assert vault.verify(PASSPHRASE)
        assert not vault.verify("unwashed violin saddle thicket")
    store.close()


def test_a_secret_that_was_changed_says_so_though_the_old_slot_cannot_be_overwritten_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, vault = made(tmp_path)
    lock = store._lock
    assert lock is not None
    execute = lock.db.execute

    def no_checkpoint(sql: str, *values: object) -> object:
        if "checkpoint" in sql:
            error = sqlite3.OperationalError("full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        return execute(sql, *values)  # type: ignore[arg-type]

    monkeypatch.setattr(lock.db, "execute", no_checkpoint)
    vault.change_secret("unwashed violin saddle thicket")
    monkeypatch.undo()
    assert vault.verify("unwashed violin saddle thicket")
    assert not vault.verify(PASSPHRASE)
    store.close()
