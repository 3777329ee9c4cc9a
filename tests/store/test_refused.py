"""A store that is not for us is left as it was; a folder that cannot be written or is full loses nothing."""

import multiprocessing
import os
import resource
import sqlite3
import stat
import struct
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from app.store import (
    NoStore,
    NotSaved,
    Store,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreReadOnly,
    StoreTooNew,
)
from app.store.database import FORMAT
from tests.patience import PATIENCE
from tests.store.making import again, kept, made, opened, saying, sayings

NOBODY = 65534
NEWER = 60  # Where a SQLite file has its user_version.


def contents(folder: Path) -> dict[str, bytes]:
    return {f.name: f.read_bytes() for f in folder.iterdir() if f.name.startswith("plans.db")}


def a_store(folder: Path) -> str:
    store, vault = made(folder)
    document = kept(vault, sayings(50))
    store.close()
    return document


def in_child(work: Callable[[], str]) -> str:
    """Return what work returns in a process of its own, which may give up rights for good."""
    ours, theirs = multiprocessing.Pipe(duplex=False)

    def run(answer: Connection) -> None:
        try:
            answer.send(work())
        except BaseException:
            answer.send(traceback.format_exc())
            raise

    child = multiprocessing.get_context("fork").Process(target=run, args=(theirs,))
    child.start()
    child.join(PATIENCE)
    return str(ours.recv()) if ours.poll(1) else "no answer"


@pytest.mark.parametrize("reading", [False, True])
def test_a_store_from_a_newer_version_is_refused_and_its_bytes_untouched(tmp_path: Path, reading: bool) -> None:
    a_store(tmp_path)
    file = tmp_path / "plans.db"
    content = bytearray(file.read_bytes())
    struct.pack_into(">I", content, NEWER, FORMAT + 1)
    file.write_bytes(content)
    before = contents(tmp_path)
    with pytest.raises(StoreTooNew) as told:
        opened(tmp_path, reading=reading)
    assert "newer version" in told.value.sentence()
    assert contents(tmp_path) == before


def test_a_newer_version_that_is_only_in_the_log_yet_is_seen_too(tmp_path: Path) -> None:
    store, _ = made(tmp_path)
    db = sqlite3.connect(tmp_path / "plans.db", isolation_level=None)
    db.execute(f"pragma user_version = {FORMAT + 1}")
    left = contents(tmp_path)
    db.close()
    store.close()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    # As a newer version leaves it when it is killed: the log not yet written back.
    for name in ("plans.db", "plans.db-wal"):
        (elsewhere / name).write_bytes(left[name])
    with pytest.raises(StoreTooNew):
        opened(elsewhere)
    after = contents(elsewhere)
    assert {name: after[name] for name in ("plans.db", "plans.db-wal")} == {
        name: left[name] for name in ("plans.db", "plans.db-wal")
    }


@pytest.mark.parametrize("left", [0, 1, 99, 100, 4096, 20_000, -4096, -1])
def test_a_truncated_store_is_refused_and_its_bytes_untouched(tmp_path: Path, left: int) -> None:
    a_store(tmp_path)
    file = tmp_path / "plans.db"
    file.write_bytes(file.read_bytes()[:left])
    before = contents(tmp_path)
    with pytest.raises(StoreDamaged) as told:
        opened(tmp_path)
    assert "damaged" in told.value.sentence()
    assert contents(tmp_path) == before


def test_another_programs_database_and_a_file_that_is_none_are_refused(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "plans.db")
    db.execute("create table song (name text)")
    db.close()
    before = contents(tmp_path)
    with pytest.raises(StoreDamaged):
        opened(tmp_path)
    assert contents(tmp_path) == before
    (tmp_path / "plans.db").write_text("Dear diary, " * 100)
    with pytest.raises(StoreDamaged):
        opened(tmp_path)


def test_a_log_whose_store_is_gone_is_not_taken_for_a_new_folder(tmp_path: Path) -> None:
    a_store(tmp_path)
    (tmp_path / "plans.db").rename(tmp_path / "plans.db-wal")
    with pytest.raises(StoreDamaged):
        opened(tmp_path)


def test_a_set_up_that_was_cut_short_can_be_begun_again(tmp_path: Path) -> None:
    (tmp_path / "plans.db.new").write_bytes(b"half")
    (tmp_path / "plans.db.new-journal").write_bytes(b"half")
    store, vault = made(tmp_path)
    kept(vault, sayings(1))
    store.close()
    assert {f.name for f in tmp_path.iterdir()} == {"plans.db", "plans.lock", "plans.place", "plans.ends"}
    assert stat.S_IMODE((tmp_path / "plans.db").stat().st_mode) == 0o600


def test_a_second_writer_is_sent_to_the_first_and_may_come_when_it_has_gone(tmp_path: Path) -> None:
    store, vault = made(tmp_path)

    def from_another_process() -> str:
        try:
            opened(tmp_path)
        except StoreBusy as fault:
            return fault.sentence()
        return "opened"

    assert "another window" in in_child(from_another_process)
    with pytest.raises(StoreBusy):
        opened(tmp_path)
    kept(vault, sayings(1))
    store.close()
    assert in_child(from_another_process) == "opened"


def test_reading_where_there_is_nothing_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(NoStore):
        opened(tmp_path / "nowhere", reading=True)
    assert list(tmp_path.iterdir()) == []


def test_set_up_does_not_replace_a_store(tmp_path: Path) -> None:
    store, _ = made(tmp_path)
    before = contents(tmp_path)
    with pytest.raises(ValueError, match="store already"):
        store.set_up("four other plain words")
    assert contents(tmp_path) == before
    store.close()


def test_a_full_disk_is_said_and_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    document = kept(vault, sayings(1))
    pages = vault._db.execute("pragma page_count").fetchone()[0]
    vault._db.execute(f"pragma max_page_count = {pages + 3}")
    saved = 1

    def fill() -> None:
        nonlocal saved
        while saved < 500:
            vault.append(document, [saying("x" * 500, saved + 1)])
            saved += 1

    with pytest.raises(NotSaved) as told:
        fill()
    assert saved > 1
    assert isinstance(told.value.cause, StoreFull)
    assert "no room" in told.value.sentence()
    assert [e.clock for e in vault.load(document).edits] == list(range(1, saved + 1))
    vault._db.execute("pragma max_page_count = 1000000")
    vault.append(document, [saying("there is room again", saved + 1)])
    store.close()
    store, vault = again(tmp_path)
    loaded = vault.load(document)
    assert ([e.clock for e in loaded.edits], loaded.faults) == (list(range(1, saved + 2)), ())
    store.close()


def test_a_file_that_may_not_grow_is_said_and_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    document = a_store(tmp_path)

    def until_full() -> str:
        # The log is what grows; Python ignores SIGXFSZ, so that the write fails instead.
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
        _, vault = again(tmp_path)
        for clock in range(51, 2000):
            try:
                vault.append(document, [saying("x" * 300, clock)])
            except NotSaved as fault:
                return f"{type(fault.cause).__name__} {clock - 1} {len(vault.load(document).edits)}"
        return "never full"

    cause, saved, there = in_child(until_full).split()
    assert cause == "StoreFull"
    assert int(saved) > 70
    assert there == saved
    store, vault = again(tmp_path)
    loaded = vault.load(document)
    assert [e.clock for e in loaded.edits] == list(range(1, int(saved) + 1))
    assert loaded.faults == ()
    store.close()


def as_nobody() -> None:
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def passable(folder: Path) -> None:
    """Let others reach a folder of pytest's own making, which lets nobody in."""
    for above in folder.parents[:4]:
        above.chmod(0o755)


@pytest.mark.parametrize("reading", [True, False])
def test_a_read_only_folder_with_nothing_in_it_is_said(tmp_path: Path, reading: bool) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    folder.chmod(0o555)
    passable(folder)

    def try_to_write() -> str:
        as_nobody()
        try:
            made(folder) if not reading else opened(folder, reading=True)
        except StoreError as fault:
            return f"{type(fault).__name__} {fault.sentence()}"
        return "written"

    told = in_child(try_to_write)
    assert told.startswith("NoStore" if reading else "StoreReadOnly")
    assert list(folder.iterdir()) == []
    folder.chmod(0o755)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreReadOnly):
        opened(tmp_path / "file" / "plans")


def test_a_store_opens_twice_after_it_was_refused(tmp_path: Path) -> None:
    """A refusal gives the folder's lock back."""
    (tmp_path / "plans.db").write_bytes(b"")
    for _ in range(2):
        with pytest.raises(StoreDamaged):
            opened(tmp_path)
    (tmp_path / "plans.db").unlink()
    store = opened(tmp_path)
    assert isinstance(store, Store)
    store.close()
