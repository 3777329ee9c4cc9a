"""What stands at the end of the chain of migrations, and how every connection is set."""

from pathlib import Path

import pytest

from app.store import StoreDamaged
from app.store.database import FORMAT, connect
from app.store.migrations import STEPS, TRIGGERS, migrate
from tests.store.making import PASSPHRASE, asked, made, opened, tampered


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


ACTING = (
    "create trigger spy after insert on _sqlite_migrations begin delete from setting; end",
    "create index spy on _sqlite_migrations (hex(name))",
    "create index spy on _sqlite_migrations (name) where length(name) > 0",
    "alter table _sqlite_migrations add column spy text as (hex(name))",
    "drop table _sqlite_migrations; create view _sqlite_migrations as select 'store' migration_set, 'format_1' name",
    "drop table _sqlite_migrations; create virtual table _sqlite_migrations using fts5 (migration_set, name)",
)
"""What would be done whenever sqlite-utils looks into its own table."""


@pytest.mark.parametrize(
    "statement",
    [
        "drop trigger edit_never_changes",
        "drop table card",
        "create trigger spy after insert on card begin delete from setting; end",
        "create table extra (a)",
        *ACTING,
    ],
)
@pytest.mark.parametrize("reading", [True, False])
def test_a_store_whose_tables_were_changed_is_refused(tmp_path: Path, statement: str, reading: bool) -> None:
    store, vault = made(tmp_path)
    vault._db.conn.executescript(statement)
    store.close()
    with pytest.raises(StoreDamaged):
        opened(tmp_path, reading=reading)


@pytest.mark.parametrize("says", ["type = 'table'", "tbl_name = '_sqlite_migrations'", "rootpage = 2", "name = 'x'"])
@pytest.mark.parametrize(
    ("name", "statement"),
    [
        ("_sqlite_migrations", "drop table _sqlite_migrations; create view _sqlite_migrations as select 1"),
        ("spy", "create trigger spy after insert on card begin delete from setting; end"),
    ],
)
def test_what_acts_is_refused_whatever_it_says_it_is(tmp_path: Path, name: str, statement: str, says: str) -> None:
    made(tmp_path)[0].close()
    tampered(
        tmp_path,
        *statement.split("; ", maxsplit=statement.startswith("drop")),
        "pragma writable_schema = on",
        f"update sqlite_master set {says} where name = '{name}'",
    )
    for reading in (True, False):
        with pytest.raises(StoreDamaged):
            opened(tmp_path, reading=reading)


OTHER = (
    'create table "_sqlite_migrations" (migration_set text, name text, applied_at text,'
    " primary key (migration_set, name))",
    "create table [_sqlite_migrations] ([id] integer primary key, [migration_set] text, [name] text,"
    " [applied_at] text)",
    "create table _sqlite_migrations (id integer primary key, migration_set text not null default '', name text,"
    " applied_at text, unique (migration_set, name)) strict",
)


@pytest.mark.parametrize("other", OTHER)
def test_the_table_of_another_version_of_sqlite_utils_is_one_too(tmp_path: Path, other: str) -> None:
    made(tmp_path)[0].close()
    tampered(
        tmp_path,
        "create temp table kept as select migration_set, name, applied_at from _sqlite_migrations where id = 1",
        "drop table _sqlite_migrations",
        other,
        "insert into _sqlite_migrations (migration_set, name, applied_at) select * from kept",
        "pragma user_version = 1",
    )
    for reading in (True, False):
        store = opened(tmp_path, reading=reading)
        store.unlock(PASSPHRASE)
        store.close()
    assert asked(tmp_path, "pragma user_version") == [(FORMAT,)]


@pytest.mark.parametrize(
    "statements",
    [
        ("drop table _sqlite_migrations",),
        ("alter table _sqlite_migrations rename column name to NAME",),
        ("alter table _sqlite_migrations drop column applied_at",),
        ("delete from _sqlite_migrations",),
    ],
)
def test_a_store_to_be_brought_up_to_date_that_lost_what_was_done_is_damaged(
    tmp_path: Path, statements: tuple[str, ...]
) -> None:
    made(tmp_path)[0].close()
    tampered(tmp_path, "drop index idx__sqlite_migrations_migration_set_name", *statements, "pragma user_version = 1")
    with pytest.raises(StoreDamaged):
        opened(tmp_path)
    opened(tmp_path, reading=True).close()
