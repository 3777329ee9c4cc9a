"""The spare key is kept until somebody says that it is written down, and can be made anew."""

import os
import signal
from pathlib import Path

import pytest

from app.store import Locked, NotSaved, Store, WrongSpareKey
from tests.store.full_disk import full
from tests.store.making import PASSPHRASE, again, asked, kept, opened, sayings


def set_up(folder: Path) -> tuple[Store, str]:
    store = opened(folder)
    return store, store.set_up(PASSPHRASE)[1]


def test_it_is_kept_over_restarts_until_it_is_written_down_and_then_nowhere(tmp_path: Path) -> None:
    store, code = set_up(tmp_path)
    for _ in range(2):
        store.close()
        store, vault = again(tmp_path)
        assert vault.spare_key == code
    vault.spare_key_written(code)
    assert vault.spare_key == ""
    store.close()
    store, vault = again(tmp_path)
    assert vault.spare_key == ""
    vault.close()
    store.unlock_with_spare_key(code)
    store.close()


def test_a_kill_as_soon_as_the_store_is_there_does_not_lose_it(tmp_path: Path) -> None:
    child = os.fork()
    if child == 0:
        try:
            store = opened(tmp_path)
            store._folder._connect = lambda: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore[method-assign]
            store.set_up(PASSPHRASE)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    store, vault = again(tmp_path)
    code = vault.spare_key
    vault.close()
    store.unlock_with_spare_key(code)
    store.close()


def test_it_is_on_the_disk_only_sealed(tmp_path: Path) -> None:
    store, code = set_up(tmp_path)
    store.close()
    letters = code.replace(" ", "").encode()
    for file in tmp_path.iterdir():
        assert code.encode() not in file.read_bytes()
        assert letters not in file.read_bytes()


def test_a_new_one_opens_at_once_and_the_old_one_no_more(tmp_path: Path) -> None:
    store, old = set_up(tmp_path)
    vault = store.unlock(PASSPHRASE)
    plan = kept(vault, sayings(2))
    (slot,) = asked(tmp_path, "select body from keyslot where kind = 'recovery'")[0]
    vault.renew_spare_key()
    new = vault.spare_key
    assert new != old
    assert not any(slot in file.read_bytes() for file in tmp_path.iterdir())
    vault.spare_key_written(old)
    assert vault.spare_key == new, "said of another one"
    store.close()
    store = opened(tmp_path)
    with pytest.raises(WrongSpareKey):
        store.unlock_with_spare_key(old)
    vault = store.unlock_with_spare_key(new)
    assert len(vault.load(plan).edits) == 2
    assert vault.spare_key == new
    store.close()


def test_where_a_new_one_cannot_be_kept_the_old_one_opens(tmp_path: Path) -> None:
    store, old = set_up(tmp_path)
    vault = store.unlock(PASSPHRASE)
    with full():
        with pytest.raises(NotSaved):
            vault.renew_spare_key()
        with pytest.raises(NotSaved):
            vault.spare_key_written(old)
    assert vault.spare_key == old
    vault.close()
    store.unlock_with_spare_key(old)
    store.close()


def test_locked_it_is_told_to_nobody(tmp_path: Path) -> None:
    store, _code = set_up(tmp_path)
    vault = store.unlock(PASSPHRASE)
    vault.close()
    with pytest.raises(Locked):
        _ = vault.spare_key
    with pytest.raises(NotSaved):
        vault.renew_spare_key()
    store.close()


def test_letters_misread_in_the_right_one_open_and_in_any_other_do_not(tmp_path: Path) -> None:
    store, code = set_up(tmp_path)
    for one, other in ("S5", "Z2", "IL", "UV", "G6"):
        for seen, meant in ((one, other), (other, one)):
            assert store.unlock_with_spare_key(code.replace(meant, seen, 1))
    wrong = code[:-1] + ("A" if code[-1] != "A" else "W")
    with pytest.raises(WrongSpareKey):
        store.unlock_with_spare_key(wrong.replace("4", "Q"))
    store.close()
