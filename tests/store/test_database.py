"""Transactions of the store's file: what is written together is one, and what is read together is of one moment. And
what lies beside it."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.store.database import APPLICATION, connect, examine, reading, rows, stopped_beside, writing
from tests.store.test_refused import in_child


@pytest.fixture
def file(tmp_path: Path) -> Path:
    db = connect(tmp_path / "plans.db")
    db.execute("create table told (words text)")
    db.conn.close()
    return tmp_path / "plans.db"


def told(db: object) -> list[str]:
    return [words for (words,) in rows(db, "select words from told")]  # type: ignore[arg-type]


def test_what_is_read_together_is_of_one_moment(file: Path) -> None:
    db = connect(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as other, closing(db.conn):
        with reading(db):
            assert told(db) == []
            other.execute("insert into told values ('meanwhile')")
            with reading(db):
                assert told(db) == []
            assert told(db) == []
        assert told(db) == ["meanwhile"]
        assert not db.conn.in_transaction


def test_what_is_read_while_something_is_written_sees_it_and_ends_nothing(file: Path) -> None:
    db = connect(file)
    with closing(db.conn):
        with writing(db):
            db.execute("insert into told values ('one')")
            with reading(db):
                assert told(db) == ["one"]
            with writing(db):
                db.execute("insert into told values ('two')")
            assert db.conn.in_transaction
        assert told(db) == ["one", "two"]


def test_what_fails_within_has_written_nothing(file: Path) -> None:
    db = connect(file)

    def half() -> None:
        with writing(db):
            with writing(db):
                db.execute("insert into told values ('one')")
            raise KeyboardInterrupt

    with closing(db.conn):
        with pytest.raises(KeyboardInterrupt):
            half()
        assert told(db) == []
        assert not db.conn.in_transaction


@pytest.mark.parametrize("name", ["plans.db-wal", "plans.db-shm", "plans.db-journal"])
def test_what_is_no_file_where_sqlite_keeps_its_own_stops_it_and_a_file_does_not(file: Path, name: str) -> None:
    beside = file.with_name(name)
    for kind in ("folder", "pipe", "nowhere", "itself"):
        assert not stopped_beside(file)
        match kind:
            case "folder":
                beside.mkdir()
            case "pipe":
                os.mkfifo(beside)
            case "nowhere":
                beside.symlink_to("not there")
            case "itself":
                beside.symlink_to(beside)
        assert stopped_beside(file), kind
        beside.rmdir() if kind == "folder" else beside.unlink()
    beside.write_bytes(b"")
    assert not stopped_beside(file)


@pytest.mark.parametrize("name", ["plans.db-shm", "plans.db-journal"])
def test_a_pipe_beside_a_log_is_not_waited_for_where_the_format_is_looked_for_in_it(tmp_path: Path, name: str) -> None:
    (tmp_path / "there").mkdir()
    db = connect(tmp_path / "plans.db")
    db.execute(f"pragma application_id = {APPLICATION}")
    db.execute("pragma wal_checkpoint")
    db.execute("pragma user_version = 1")
    for copied in ("plans.db", "plans.db-wal"):
        shutil.copy(tmp_path / copied, tmp_path / "there" / copied)
    db.conn.close()
    os.mkfifo(tmp_path / "there" / name)

    def work() -> str:
        examine(tmp_path / "there" / "plans.db")
        return "not for long"

    assert in_child(work) == "not for long"
