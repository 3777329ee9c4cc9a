"""Transactions of the store's file: what is written together is one, and what is read together is of one moment."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.store.database import connect, reading, rows, writing


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
