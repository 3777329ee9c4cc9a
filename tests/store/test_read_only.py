"""What lies beside a store that cannot be written is read as SQLite reads it, and no more of it than counts."""

import resource
import shutil
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.store import NoKeyring, NotSaved, Store, StoreBusy, StoreReadOnly
from app.store import read_only as put_together
from tests.store.making import PASSPHRASE, again, kept, loosened, made, saying, sayings
from tests.store.test_refused import in_child

PAGE = 4_096
FAR = 0xFFFFFFF0


def summed(content: bytes, sums: tuple[int, int]) -> tuple[int, int]:
    a, b = sums
    for x, y in struct.iter_unpack(">II", content):
        a = (a + x + b) & 0xFFFFFFFF
        b = (b + y + a) & 0xFFFFFFFF
    return a, b


def a_log(*frames: tuple[int, int, bytes], size: int = PAGE) -> bytes:
    """Return a log whose checksums are right, of frames (number of the page, pages after a commit or 0, content)."""
    head = struct.pack(">6I", 0x377F0683, 3_007_000, size, 0, 1, 2)
    sums = summed(head, (0, 0))
    log = head + struct.pack(">2I", *sums)
    for number, pages, page in frames:
        told = struct.pack(">2I", number, pages)
        sums = summed(told + page, sums)
        log += told + struct.pack(">4I", 1, 2, *sums) + page
    return log


def a_store(folder: Path) -> tuple[str, int]:
    """Make a store that can only be read. Return its document, and how many pages it has."""
    store, vault = made(folder)
    document = kept(vault, sayings(50))
    store.close()
    (folder / "plans.db-wal").unlink(missing_ok=True)
    (folder / "plans.db-shm").unlink(missing_ok=True)
    (folder / "plans.db-shm").mkdir()
    return document, (folder / "plans.db").stat().st_size // PAGE


@contextmanager
def little_memory() -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (4_000_000_000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def read(folder: Path, document: str) -> str:
    def work() -> str:
        with little_memory():
            store = Store.open(folder, keyring=NoKeyring(), reading=True)
            found = len(store.unlock(PASSPHRASE).load(document).edits)
            store.close()
        return str(found)

    return in_child(work)


EMPTY = bytes(PAGE)
LOGS = {
    "a page far behind the end": lambda pages: a_log((FAR, pages, EMPTY)),
    "a length without end": lambda _: a_log((FAR, FAR, EMPTY)),
    "a page 0": lambda pages: a_log((0, pages, EMPTY)),
    "pages of three bytes": lambda _: a_log(size=3) + bytes(100),
    "pages of nothing": lambda _: a_log(size=0) + bytes(100),
    "pages of 2 GB": lambda _: a_log(size=1 << 31) + bytes(100),
    "pages of no power of two": lambda pages: a_log((1, pages, bytes(PAGE + 8)), size=PAGE + 8),
    "what is not committed": lambda _: a_log((1, 0, EMPTY)),
    "no log": lambda _: b"x" * 40,
}


@pytest.mark.parametrize("how", LOGS)
def test_a_log_that_says_what_cannot_be_hides_no_plan(tmp_path: Path, how: str) -> None:
    document, pages = a_store(tmp_path)
    (tmp_path / "plans.db-wal").write_bytes(LOGS[how](pages))
    assert read(tmp_path, document) == "50"


@pytest.mark.parametrize("how", LOGS)
def test_a_log_that_says_what_cannot_be_is_read_as_sqlite_reads_it(tmp_path: Path, how: str) -> None:
    _, pages = a_store(tmp_path)
    file, log = tmp_path / "plans.db", tmp_path / "plans.db-wal"
    log.write_bytes(LOGS[how](pages))
    question = "select document, device, seq, clock, id, prev, body, mac from edit"
    with closing(put_together.frozen(file).conn) as ours:
        found = ours.execute(question).fetchall()
    (tmp_path / "plans.db-shm").rmdir()
    with closing(sqlite3.connect(file)) as theirs:
        assert theirs.execute(question).fetchall() == found


@pytest.mark.parametrize("size", [512 << n for n in range(8)])
def test_a_log_with_pages_of_any_size_that_sqlite_knows_is_put_together_with_its_file(
    tmp_path: Path, size: int
) -> None:
    file = tmp_path / "plans.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute(f"pragma page_size = {size}")
        db.execute("pragma journal_mode = wal")
        db.execute("create table told (words text)")
        db.execute("pragma wal_checkpoint(truncate)")
        db.execute("insert into told values ('in the log alone')")
        there = tmp_path / "there"
        there.mkdir()
        for name in ("plans.db", "plans.db-wal"):
            shutil.copy(tmp_path / name, there / name)
    with closing(put_together.frozen(there / "plans.db").conn) as db:
        assert db.execute("select words from told").fetchall() == [("in the log alone",)]
        assert db.execute("pragma page_size").fetchone() == (size,)


@pytest.mark.parametrize("logged", [False, True])
def test_text_that_is_none_hides_no_other_edit_where_nothing_can_be_written(tmp_path: Path, logged: bool) -> None:
    document, _pages = a_store(tmp_path)
    (tmp_path / "plans.db-shm").rmdir()
    loosened(tmp_path, "edit", "update edit set id = cast(x'ff00fe' as text) where rowid = 4")
    (tmp_path / "plans.db-shm").mkdir()
    if logged:
        file = tmp_path / "plans.db"
        (tmp_path / "plans.db-wal").write_bytes(a_log((1, file.stat().st_size // PAGE, file.read_bytes()[:PAGE])))
    store = Store.open(tmp_path, keyring=NoKeyring(), reading=True)
    loaded = store.unlock(PASSPHRASE).load(document)
    assert len(loaded.edits) == 49
    assert [(fault.what, fault.seq) for fault in loaded.faults] == [("edit", 4)]
    store.close()


def test_what_stopped_writing_is_asked_anew_at_every_edit_until_it_is_gone(tmp_path: Path) -> None:
    document, _pages = a_store(tmp_path)
    store, vault = again(tmp_path)
    for _ in range(2):
        with pytest.raises(NotSaved) as told:
            vault.append(document, [saying("more", 51)])
        assert isinstance(told.value.cause, StoreReadOnly)
        assert isinstance(vault.only_reading, StoreReadOnly)
    (tmp_path / "plans.db-shm").rmdir()
    vault.append(document, [saying("more", 51)])
    assert vault.only_reading is None
    assert len(vault.load(document).edits) == 51
    with pytest.raises(StoreBusy):
        again(tmp_path)
    store.close()
    store, vault = again(tmp_path)
    assert len(vault.load(document).edits) == 51
    store.close()


@pytest.mark.parametrize("committed", [False, True])
@pytest.mark.parametrize("which", ["plans.db", "plans.db-wal"])
def test_a_file_that_claims_all_the_room_there_is_is_read_as_far_as_it_counts(
    tmp_path: Path, which: str, committed: bool
) -> None:
    document, pages = a_store(tmp_path)
    first = (tmp_path / "plans.db").read_bytes()[:PAGE]
    (tmp_path / "plans.db-wal").write_bytes(a_log((1, pages, first)) if committed else b"x" * 40)
    with (tmp_path / which).open("r+b") as opened:
        opened.truncate(2**40)
    assert read(tmp_path, document) == "50"


def test_a_store_too_large_to_be_put_together_says_why_it_cannot_be_written(tmp_path: Path) -> None:
    _, pages = a_store(tmp_path)
    file = tmp_path / "plans.db"
    first = bytearray(file.read_bytes()[:PAGE])
    struct.pack_into(">I", first, 28, 2**28)
    (tmp_path / "plans.db-wal").write_bytes(a_log((1, 2**28, bytes(first)), (pages, 2**28, EMPTY)))
    with pytest.raises(StoreReadOnly):
        Store.open(tmp_path, keyring=NoKeyring(), reading=True)
