"""What stands at the end of the chain of migrations, and how every connection is set."""

from pathlib import Path

import pytest

from app.store import StoreDamaged
from app.store.database import FORMAT, connect
from app.store.migrations import STEPS, TRIGGERS, migrate
from tests.store.making import asked, made, opened


def test_the_triggers_are_there_after_all_migrations(tmp_path: Path) -> None:
    store, _ = made(tmp_path)
    found = asked(tmp_path, "select name, tbl_name from sqlite_master where type = 'trigger' order by name")
    assert [name for name, _ in found] == sorted(TRIGGERS)
    assert {table for _, table in found} == {"edit"}
    store.close()


def test_every_table_is_strict_and_the_format_is_written_down(tmp_path: Path) -> None:
    store, _ = made(tmp_path)
    tables = asked(tmp_path, "select name, strict from pragma_table_list where type = 'table' and schema = 'main'")
    assert {name for name, strict in tables if not strict} <= {"sqlite_schema"}
    assert asked(tmp_path, "pragma user_version") == [(FORMAT,)]
    assert asked(tmp_path, "pragma application_id") == [(int.from_bytes(b"Alng", "big"),)]
    store.close()


def test_every_connection_is_durable_and_forgets_what_is_deleted(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    settings = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "recursive_triggers": 1,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "cell_size_check": 1,
        "temp_store": 2,
    }
    assert {name: vault._db.execute(f"pragma {name}").fetchone()[0] for name in settings} == settings
    assert vault._db.conn.isolation_level is None
    store.close()


def test_migrating_twice_changes_nothing(tmp_path: Path) -> None:
    db = connect(tmp_path / "plans.db")
    STEPS.apply(db)
    before = db.schema
    migrate(db)
    STEPS.apply(db)
    assert db.schema == before
    db.close()


@pytest.mark.parametrize(
    "statement",
    [
        "drop trigger edit_never_changes",
        "drop table card",
        "create trigger spy after insert on card begin delete from setting; end",
        "create table extra (a)",
    ],
)
@pytest.mark.parametrize("reading", [True, False])
def test_a_store_whose_tables_were_changed_is_refused(tmp_path: Path, statement: str, reading: bool) -> None:
    store, vault = made(tmp_path)
    vault._db.execute(statement)
    store.close()
    with pytest.raises(StoreDamaged):
        opened(tmp_path, reading=reading)
