"""The tables, and every step by which an older store becomes one of today's.

A step that is once released never changes; a new one is added below it, raises FORMAT, and leaves a sample
of the format before it in tests/samples. `table.transform()` drops every trigger of its table: a step that
uses it makes them again (tests look for them by name at the end of the chain).
"""

import re
from functools import cache
from typing import Any

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from app.store.database import APPLICATION, FORMAT, rows, writing
from app.store.errors import StoreDamaged, StoreTooNew

STEPS = Migrations("store")

TRIGGERS = ("edit_never_changes", "edit_goes_only_with_its_document")
"""The triggers that stand at the end of the chain."""

_READ = {"migration_set", "name", "applied_at"}
"""The columns in which sqlite-utils looks for the steps that were taken."""

_FORMAT_1 = (
    # What opens the data key: one row a way in. digest: SHA-256 of the rest, so that damage is told from a
    # wrong PIN.
    """create table keyslot (
        kind text primary key, kdf text not null, memory integer not null, passes integer not null,
        lanes integer not null, salt blob not null, hint blob not null, body blob not null,
        digest blob not null
    ) strict""",
    """create table lock (
        number integer primary key check (number = 1), tried integer not null, last integer not null
    ) strict""",
    # The document's key and its kind, sealed with the data key; twice, since without it nothing of the
    # document opens.
    "create table document (id text primary key, body blob not null, again blob not null) strict",
    # How many edits of each device there are, and the last one's mac, sealed: what was cut off the end is
    # missed.
    """create table chain (
        document text primary key references document (id) on delete cascade, body blob not null
    ) strict""",
    # prev: the mac of that device's edit before. Bound by the seal, and kept, so that a damaged edit hides
    # no other.
    """create table edit (
        document text not null references document (id) on delete cascade,
        device text not null, seq integer not null, clock integer not null, id text not null,
        prev blob not null, body blob not null, mac blob not null,
        unique (document, device, seq), unique (document, id)
    ) strict""",
    """create trigger edit_never_changes before update on edit
        begin select raise(abort, 'edits are never changed'); end""",
    """create trigger edit_goes_only_with_its_document before delete on edit
        when exists (select 1 from document where id = old.document)
        begin select raise(abort, 'edits are never deleted'); end""",
    """create table card (
        document text primary key references document (id) on delete cascade, body blob not null
    ) strict""",
    """create table blob (
        document text not null references document (id) on delete cascade,
        name text not null, body blob not null, primary key (document, name)
    ) strict""",
    "create table setting (name text primary key, body blob not null) strict",
)


_PLAIN = r"[\w\s,'\"`\[\]]*"
_NAMED = rf"[\"`\[]?{Migrations.migrations_table}[\"`\]]?"
_THEIRS = re.compile(
    rf"CREATE (TABLE|(UNIQUE )?INDEX {_PLAIN}\bON) {_NAMED}\s*\({_PLAIN}(\({_PLAIN}\)\s*)?\)[\w\s]*"
    rf"|sqlite_autoindex_{Migrations.migrations_table}_\d+"
)
"""The table that sqlite-utils keeps, which may look otherwise in another version of it, and its indexes: columns and
nothing that acts. Told by the SQL, since SQLite goes by that alone: a view or trigger says of itself what it likes."""


@STEPS()
def format_1(db: Database) -> None:
    """The tables as they were first."""
    for statement in _FORMAT_1:
        db.execute(statement)
    db.execute(f"pragma application_id = {APPLICATION}")
    db.execute("pragma user_version = 1")


@STEPS()
def format_2(db: Database) -> None:
    """What is sealed is padded (encryption.Cipher.encrypt_padded): an older version cannot read it, and says so."""
    db.execute("pragma user_version = 2")


def apply(db: Database) -> None:
    """Take every step that is not taken yet. When each was taken is nobody's business: the second of the set-up is not
    kept."""
    STEPS.apply(db)
    with writing(db):
        db.execute(f"update {Migrations.migrations_table} set applied_at = '' where applied_at <> ''")


def migrate(db: Database) -> None:
    """Check the tables, and bring an older store to today's format, each step whole or not at all.

    Raises StoreDamaged (the tables are not those of the store's own format), sqlite3.Error.
    """
    check_tables(db)
    if _format(db) < FORMAT:
        if not db[Migrations.migrations_table].columns_dict.keys() >= _READ:
            raise StoreDamaged("the steps taken")
        apply(db)


def check_tables(db: Database) -> None:
    """Raise StoreDamaged where a table or trigger is not as the store's format has it."""
    ((distinct, all_),) = rows(
        db, "select count(distinct rootpage), count(rootpage) from sqlite_master where rootpage > 0"
    )
    if _format(db) > FORMAT:
        raise StoreTooNew(str(_format(db)))
    # Two tables on one page would write into each other.
    if distinct != all_ or _tables(db) != _expected(_format(db)):
        raise StoreDamaged("tables")


@cache
def _expected(format_: int) -> frozenset[tuple[Any, ...]]:
    db = Database(memory=True, execute_plugins=False)
    STEPS.apply(db, stop_before=f"format_{format_ + 1}")
    tables = _tables(db)
    db.close()
    return tables


def _tables(db: Database) -> frozenset[tuple[Any, ...]]:
    """Return all that a store has but for the table that sqlite-utils keeps."""
    found = rows(db, "select type, name, tbl_name, sql from sqlite_master")
    return frozenset(row for row in found if not _THEIRS.fullmatch(str(row[3] or row[1])))


def _format(db: Database) -> int:
    return int(rows(db, "pragma user_version")[0][0])
