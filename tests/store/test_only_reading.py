"""A folder that cannot be written is open for reading, says why, and is written again when it can be."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.store import MustWait, NotSaved, Store, StoreDamaged, StoreError, StoreLost, Vault, WrongSecret
from app.store.rate_limit import FREE
from app.store.read_only import with_log
from tests.store.full_disk import full
from tests.store.making import PASSPHRASE, Clock, again, kept, made, opened, saying, sayings
from tests.store.test_refused import as_nobody, contents, in_child, passable

WRONG = "four other plain words"


def a_store(folder: Path, *, killed: bool) -> str:
    """Make a store with fifty edits. killed: as a program leaves it that was killed, its log beside it."""
    there = folder.with_name("there")
    there.mkdir()
    store, vault = made(there)
    document = kept(vault, sayings(50))
    vault.keep_setting("today", "the Otters")
    if killed:
        shutil.copytree(there, folder, dirs_exist_ok=True)
    store.close()
    if not killed:
        shutil.copytree(there, folder, dirs_exist_ok=True)
    return document


def fault_of(act: Callable[[], object]) -> str:
    try:
        act()
    except NotSaved as fault:
        return type(fault.cause).__name__
    return "kept"


@pytest.mark.parametrize("killed", [False, True])
@pytest.mark.parametrize("most", [0, 100, 4_096, 33_000, 37_000, 41_000, 50_000, 70_000])
def test_a_full_disk_opens_for_reading_and_is_written_again_when_there_is_room(
    tmp_path: Path, most: int, killed: bool
) -> None:
    folder = tmp_path / "plans"
    document = a_store(folder, killed=killed)

    def work() -> str:
        with full(most):
            store = opened(folder)
            for _ in range(FREE + 3):
                vault = store.unlock(PASSPHRASE)  # A right one costs no try, however often.
                vault.close()
            vault = store.unlock(PASSPHRASE)
            assert len(vault.load(document).edits) == 50
            assert vault.cards()[0].title == "Our story"
            assert vault.setting("today") == "the Otters"
            told = set()
            for clock in range(51, 400):
                told.add(fault_of(lambda clock=clock: vault.append(document, [saying("x" * 300, clock)])))  # type: ignore[misc]
            vault.remember("today", "the Robins")
            assert vault.setting("today") == "the Robins"
            assert told - {"kept"} == {"StoreFull"}
            assert type(vault.only_reading).__name__ == "StoreFull"
            assert vault.verify(PASSPHRASE)
            there = len(vault.load(document).edits)
        vault.append(document, [saying("there is room again", 400)])
        loaded = vault.load(document)
        assert (len(loaded.edits), loaded.faults, vault.only_reading) == (there + 1, (), None)
        store.close()
        store, vault = again(folder)
        assert len(vault.load(document).edits) == there + 1
        store.close()
        return "well"

    assert in_child(work) == "well"


def test_tries_are_counted_and_waited_for_on_a_full_disk_too_and_go_on_when_there_is_room(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    a_store(folder, killed=False)

    def work() -> str:
        clock = Clock()
        with full(0):
            store = opened(folder, now=clock)
            with pytest.raises(WrongSecret) as told:
                store.unlock(WRONG)
            with pytest.raises(MustWait):
                store.unlock(PASSPHRASE)
        with pytest.raises(MustWait):
            store.unlock(PASSPHRASE)
        store.close()
        return str(told.value.wait)

    assert in_child(work) == "30"


@pytest.mark.parametrize("killed", [False, True])
@pytest.mark.parametrize("reading", [False, True])
@pytest.mark.parametrize("what", ["folder", "file", "both", "no lock file"])
def test_what_may_not_be_written_is_read_and_no_byte_of_it_changed(
    tmp_path: Path, what: str, reading: bool, killed: bool
) -> None:
    folder = tmp_path / "plans"
    document = a_store(folder, killed=killed)
    if what == "no lock file":
        (folder / "plans.lock").unlink()
    for file in folder.iterdir():
        file.chmod(0o444 if what != "folder" else 0o666)
    folder.chmod(0o777 if what == "file" else 0o555)
    passable(folder)
    before = contents(folder)

    def work() -> str:
        as_nobody()
        store = opened(folder, reading=reading)
        vault = store.unlock(PASSPHRASE)
        assert len(vault.load(document).edits) == 50
        assert store.protection == "passphrase"
        told = fault_of(lambda: vault.append(document, [saying("more", 51)]))
        assert fault_of(lambda: vault.keep_setting("today", "")) == told
        assert fault_of(lambda: vault.create("storyboard")) == told
        assert fault_of(lambda: vault.change_secret("some four other words")) == told
        assert fault_of(lambda: vault.erase(document)) == told
        assert fault_of(lambda: vault.put_blob(document, b"photo")) == told
        assert len(vault.load(document).edits) == 50
        store.close()
        return told

    assert in_child(work) == "StoreReadOnly"
    after = contents(folder)
    # The -shm is SQLite's own index of the log, made anew from it at each opening.
    assert {n: c for n, c in after.items() if n != "plans.db-shm"} == {
        n: c for n, c in before.items() if n != "plans.db-shm"
    }
    folder.chmod(0o755)


def test_a_folder_that_may_be_written_again_is_written_at_the_next_edit(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    document = a_store(folder, killed=True)
    for file in folder.iterdir():
        file.chmod(0o666)
    folder.chmod(0o555)
    if os.getuid() == 0:
        os.chown(folder, 65534, 65534)
    passable(folder)

    def work() -> str:
        as_nobody()
        store, vault = again(folder)
        assert fault_of(lambda: vault.append(document, [saying("more", 51)])) == "StoreReadOnly"
        folder.chmod(0o777)
        vault.append(document, [saying("more", 51)])
        assert vault.only_reading is None
        store.close()
        return str(len(vault_of(folder).load(document).edits))

    assert in_child(work) == "51"


def vault_of(folder: Path) -> Vault:
    return again(folder)[1]


def test_a_folder_that_is_taken_away_while_it_is_open_is_missed_and_taken_up_when_it_is_back(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "plans", tmp_path / "elsewhere"
    store, vault = made(folder)
    document = kept(vault, sayings(3))
    folder.rename(elsewhere)
    with pytest.raises(NotSaved) as told:
        vault.append(document, [saying("more", 4)])
    assert isinstance(told.value.cause, StoreLost)
    assert "not where it was" in told.value.sentence()
    assert len(vault.load(document).edits) == 3
    elsewhere.rename(folder)
    vault.append(document, [saying("more", 4)])
    assert vault.only_reading is None
    store.close()
    assert len(vault_of(folder).load(document).edits) == 4


@pytest.mark.parametrize("gone", ["plans.db", "plans.db-wal"])
@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_that_is_removed_or_replaced_while_it_is_open_takes_no_more_words(
    tmp_path: Path, gone: str, replaced: bool
) -> None:
    folder = tmp_path / "plans"
    store, vault = made(folder)
    document = kept(vault, sayings(3))
    file = folder / gone
    content = file.read_bytes()
    file.unlink()
    if replaced:
        (folder / "other").write_bytes(b"")  # So that it is no number of then that is given again.
        file.write_bytes(content)
    for _ in range(2):
        assert fault_of(lambda: vault.append(document, [saying("more", 4)])) == "StoreLost"
    assert fault_of(lambda: vault.keep_setting("today", "")) == "StoreLost"
    store.close()


@pytest.mark.parametrize("replaced", [False, True])
def test_a_log_that_goes_before_the_first_word_takes_no_word(tmp_path: Path, replaced: bool) -> None:
    folder = tmp_path / "plans"
    document = a_store(folder, killed=False)
    store, vault = again(folder)
    log = folder / "plans.db-wal"
    content = log.read_bytes()
    log.unlink()
    if replaced:
        (folder / "other").write_bytes(b"")
        log.write_bytes(content)
    assert fault_of(lambda: vault.append(document, [saying("more", 51)])) == "StoreLost"
    store.close()


def test_half_written_words_wait_while_the_folder_is_away(tmp_path: Path) -> None:
    """What is said of it begins with what could not be saved, and a lock has its own words."""
    folder = tmp_path / "plans"
    store, vault = made(folder)
    vault.close()
    with pytest.raises(NotSaved) as told:
        vault.keep_setting("today", "")
    assert told.value.closed
    store.close()


BROKEN = {
    "nothing in it": lambda f: f.write_bytes(b""),
    "noise": lambda f: f.write_bytes(os.urandom(9_000)),
    "cut": lambda f: f.write_bytes(f.read_bytes()[:5_000]),
    "a folder": lambda f: (f.unlink(), f.mkdir()),
    "a pipe": lambda f: (f.unlink(), os.mkfifo(f)),
    "itself": lambda f: (f.unlink(), f.symlink_to(f)),
    "nowhere": lambda f: (f.unlink(), f.symlink_to(f.parent / "drive" / "plans.db")),
    "a device": lambda f: (f.unlink(), f.symlink_to("/dev/null")),
}


@pytest.mark.parametrize("how", BROKEN)
@pytest.mark.parametrize("reading", [False, True])
def test_what_is_no_store_is_a_sentence_and_never_a_new_store(tmp_path: Path, how: str, reading: bool) -> None:
    folder = tmp_path / "plans"
    a_store(folder, killed=False)
    BROKEN[how](folder / "plans.db")
    with pytest.raises((StoreDamaged, StoreLost)):
        opened(folder, reading=reading)


@pytest.mark.parametrize(
    "beside",
    [
        lambda f: (f / "plans.lock").mkdir(),
        lambda f: os.mkfifo(f / "plans.lock"),
        lambda f: (f / "plans.lock").symlink_to(f / "plans.lock"),
        lambda f: (f / "plans.place").mkdir(),
        lambda f: os.mkfifo(f / "plans.place"),
        lambda f: (f / "plans.place").write_bytes(b"\xff" * 3_000_000),
        lambda f: (f / "plans.place").symlink_to(f / "plans.place"),
        lambda f: (f / "plans.place.new").mkdir(),
        lambda f: os.mkfifo(f / "plans.place.new"),
        lambda f: (f / "plans.db-wal").mkdir(),
        lambda f: os.mkfifo(f / "plans.db-wal"),
        lambda f: (f / "plans.db-wal").write_bytes(os.urandom(50_000)),
        lambda f: (f / "plans.db-shm").mkdir(),
        lambda f: os.mkfifo(f / "plans.db-shm"),
        lambda f: (f / "plans.db-shm").write_bytes(os.urandom(50_000)),
        lambda f: (f / "plans.db-journal").write_bytes(os.urandom(50_000)),
        lambda f: (f / "plans.db-journal").mkdir(),
        lambda f: os.mkfifo(f / "plans.db-journal"),
        lambda f: (f / "plans.place").symlink_to("/dev/full"),
    ],
)
@pytest.mark.parametrize("reading", [False, True])
def test_whatever_lies_beside_it_a_whole_file_is_read(
    tmp_path: Path, beside: Callable[[Path], object], reading: bool
) -> None:
    folder = tmp_path / "plans"
    document = a_store(folder, killed=False)
    for name in ("plans.lock", "plans.place"):
        (folder / name).unlink()
    beside(folder)

    def work() -> str:
        store = opened(folder, reading=reading)
        found = len(store.unlock(PASSPHRASE).load(document).edits)
        store.close()
        return str(found)

    assert in_child(work) == "50"


@pytest.mark.parametrize("beside", ["plans.db-shm", "plans.db-journal"])
@pytest.mark.parametrize("reading", [False, True])
def test_a_pipe_beside_a_file_and_its_log_is_not_waited_for(tmp_path: Path, beside: str, reading: bool) -> None:
    folder = tmp_path / "plans"
    document = a_store(folder, killed=True)
    (folder / beside).unlink(missing_ok=True)
    os.mkfifo(folder / beside)

    def work() -> str:
        store = opened(folder, reading=reading)
        found = len(store.unlock(PASSPHRASE).load(document).edits)
        store.close()
        return str(found)

    assert in_child(work) == "50"


def test_a_pipe_that_comes_in_the_place_of_what_is_expected_is_not_waited_for(tmp_path: Path) -> None:
    def work() -> str:
        store, vault = made(tmp_path)
        (tmp_path / "plans.ends").unlink()
        os.mkfifo(tmp_path / "plans.ends")
        document = kept(vault, sayings(3))
        vault.erase(kept(vault, sayings(3)))
        found = len(vault.load(document).edits)
        store.close()
        return str(found)

    assert in_child(work) == "3"


@pytest.mark.parametrize("folder", ["x" * 300, "a/" * 3_000, "nul\0byte"])
def test_a_folder_that_cannot_be_is_a_sentence(tmp_path: Path, folder: str) -> None:
    with pytest.raises(StoreError):
        Store.open(tmp_path / folder, keyring=None)  # type: ignore[arg-type]


def plain(content: bytes) -> bytes:
    """Return the bytes of a database as of one that wants no log beside it."""
    return content[:18] + b"\1\1" + content[20:]


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_file_and_its_log_are_put_together_as_sqlite_does_wherever_the_log_ends(data: st.DataObject) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        db = sqlite3.connect(folder / "x.db", isolation_level=None)
        db.execute("pragma journal_mode = wal")
        db.execute("create table t (n integer primary key, b blob)")
        if data.draw(st.booleans()):
            db.execute("pragma wal_checkpoint(truncate)")
        for _ in range(data.draw(st.integers(1, 12))):
            db.execute("begin")
            for _ in range(data.draw(st.integers(1, 3))):
                db.execute("insert into t (b) values (?)", (os.urandom(data.draw(st.integers(0, 9_000))),))
            db.execute(data.draw(st.sampled_from(["commit", "commit", "rollback"])))
        content, log = (folder / "x.db").read_bytes(), (folder / "x.db-wal").read_bytes()
        log = log[: data.draw(st.integers(0, len(log)))]
        if log and data.draw(st.booleans()):
            at = data.draw(st.integers(0, len(log) - 1))
            log = log[:at] + bytes([log[at] ^ 4]) + log[at + 1 :]
        db.close()
        there = folder / "there"
        there.mkdir()
        (there / "x.db").write_bytes(content)
        (there / "x.db-wal").write_bytes(log)
        put = sqlite3.connect(":memory:")
        try:
            put.deserialize(with_log(there / "x.db", there / "x.db-wal") or plain(content))
            ours: object = put.execute("select * from t").fetchall()
        except sqlite3.DatabaseError as error:
            ours = str(error)
        theirs_db = sqlite3.connect(there / "x.db")
        try:
            theirs: object = theirs_db.execute("select * from t").fetchall()
        except sqlite3.DatabaseError as error:
            theirs = str(error)
        theirs_db.close()
        assert ours == theirs
