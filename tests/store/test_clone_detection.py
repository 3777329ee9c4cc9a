"""A copied or restored store goes on as another device; the same one, moved in time only, as the same."""

import shutil
from pathlib import Path

import pytest

from app.store import NotSaved, StoreError
from app.store.log_ends import TruncatedLog
from tests.store.making import PASSPHRASE, again, kept, made, opened, saying, sayings


def device(folder: Path) -> str:
    store, vault = again(folder)
    store.close()
    return vault.device


def test_a_restart_is_the_same_device(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    store.close()
    assert vault.device
    assert [device(tmp_path) for _ in range(3)] == [vault.device] * 3


def test_locking_and_unlocking_is_the_same_device(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    vault.close()
    assert store.unlock("patio rhubarb velvet otter").device == vault.device
    store.close()


def test_a_copied_folder_is_another_device_and_the_first_stays_what_it_was(tmp_path: Path) -> None:
    first = tmp_path / "first"
    made(first)[0].close()
    before = device(first)
    shutil.copytree(first, tmp_path / "copy")
    copy = device(tmp_path / "copy")
    assert copy != before
    assert device(first) == before
    assert device(tmp_path / "copy") == copy


def test_a_store_put_back_over_itself_is_another_device_and_its_chains_go_on(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    document = kept(vault, sayings(3, device=vault.device))
    before = vault.device
    store.close()
    file = tmp_path / "plans.db"
    spare = file.read_bytes()
    store, vault = again(tmp_path)
    vault.append(document, [saying("after the spare copy was made", 4, device=vault.device)])
    store.close()
    inode = file.stat().st_ino
    file.write_bytes(spare)
    assert file.stat().st_ino == inode
    store, vault = again(tmp_path)
    assert vault.device != before
    vault.append(document, [saying("in the restored store", 4, device=vault.device)])
    loaded = vault.load(document)
    assert ([e.device == before for e in loaded.edits], loaded.faults) == ([True, True, True, False], ())
    store.close()


def test_a_lost_marker_is_another_device(tmp_path: Path) -> None:
    made(tmp_path)[0].close()
    before = device(tmp_path)
    (tmp_path / "plans.place").unlink()
    assert device(tmp_path) != before


def test_a_store_that_is_moved_away_while_it_is_locked_is_read_and_says_that_nothing_can_be_kept(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "plans"
    store, vault = made(folder)
    document = kept(vault, sayings(3))
    store.close()
    store = opened(folder)
    folder.rename(tmp_path / "elsewhere")
    vault = store.unlock(PASSPHRASE)
    assert vault.only_reading is not None
    assert len(vault.load(document).edits) == 3
    with pytest.raises(NotSaved):
        vault.append(document, [saying("more", 4)])
    (tmp_path / "elsewhere").rename(folder)
    vault.append(document, [saying("more", 4)])
    assert vault.only_reading is None
    store.close()


def test_a_copy_of_work_that_goes_on_is_not_said_to_be_whole_where_its_place_cannot_be_asked(tmp_path: Path) -> None:
    store, vault = made(tmp_path / "first")
    kept(vault, sayings(3))
    vault._db.execute("pragma wal_checkpoint(passive)")
    copy = tmp_path / "copy"
    copy.mkdir()
    shutil.copy2(tmp_path / "first" / "plans.db", copy)
    store.close()
    beside = opened(copy, reading=True)
    assert beside.unlock(PASSPHRASE).short == (TruncatedLog(""),)
    beside.close()
    beside = opened(copy, reading=True)
    for file in copy.iterdir():
        file.unlink()
    with pytest.raises(StoreError):
        beside.unlock(PASSPHRASE)
    beside.close()


def test_reading_beside_mints_nothing(tmp_path: Path) -> None:
    made(tmp_path / "first")[0].close()
    before = device(tmp_path / "first")
    shutil.copytree(tmp_path / "first", tmp_path / "copy")
    reader = opened(tmp_path / "copy", reading=True)
    assert reader.unlock("patio rhubarb velvet otter").device == before
    reader.close()
