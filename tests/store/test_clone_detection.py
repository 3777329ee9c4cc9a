"""A copied or restored store goes on as another device; the same one, moved in time only, as the same."""

import shutil
from pathlib import Path

from tests.store.making import again, kept, made, opened, saying, sayings


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


def test_reading_beside_mints_nothing(tmp_path: Path) -> None:
    made(tmp_path / "first")[0].close()
    before = device(tmp_path / "first")
    shutil.copytree(tmp_path / "first", tmp_path / "copy")
    reader = opened(tmp_path / "copy", reading=True)
    assert reader.unlock("patio rhubarb velvet otter").device == before
    reader.close()
