"""The SQLite file: how it is opened, what its first bytes tell, and what SQLite's errors mean."""

import errno
import os
import sqlite3
import stat
import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from app.store.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreReadOnly, StoreTooNew

FORMAT = 2
"""The newest stored format that this version knows; kept in SQLite's user_version."""

APPLICATION = int.from_bytes(b"Alng", "big")
"""SQLite's application_id: that the file is a store of ours."""

_PATIENCE = 5.0
"""Seconds to wait for another process's commit."""

_WRITTEN_AHEAD = "pragma journal_mode = wal"
_DURABLE = (
    "pragma synchronous = full",  # NORMAL can lose acknowledged edits on power loss.
    "pragma fullfsync = 1",  # Apple's fsync alone does not reach the disk; no effect elsewhere.
    "pragma checkpoint_fullfsync = 1",
    "pragma foreign_keys = on",
    "pragma secure_delete = on",
)
_CAREFUL = (
    "pragma trusted_schema = off",
    "pragma cell_size_check = on",
    "pragma temp_store = memory",
)

_HEADER = 100
_MAGIC = b"SQLite format 3\0"
# SQLite's file format, 1.3: the page size, and from byte 24 change counter, page count; user version;
# application id; and the change counter for which the page count holds.
_PAGE_SIZE, _COUNTS, _USER_VERSION, _APPLICATION_ID, _VALID_FOR = 16, 24, 60, 68, 92

_FULL = (
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMOPEN,
    sqlite3.SQLITE_IOERR_SHMSIZE,
)
_NO_LOCKS = (
    sqlite3.SQLITE_IOERR_LOCK,
    sqlite3.SQLITE_IOERR_RDLOCK,
    sqlite3.SQLITE_IOERR_CHECKRESERVEDLOCK,
    sqlite3.SQLITE_IOERR_SHMLOCK,
    sqlite3.SQLITE_IOERR_SHMMAP,
)
"""A disk that knows no locks (a network's, often): it can be read."""


def connect(file: Path, *, wal: bool = True) -> Database:
    """Open a SQLite file with the settings that every connection of ours has. Raises sqlite3.Error.

    wal: False while a new store is being made, so that it is one file until it is whole.
    """
    connection = sqlite3.connect(file, isolation_level=None, timeout=_PATIENCE)
    try:
        # Plugins of sqlite-utils are other people's code, and would run on every store.
        db = Database(connection, execute_plugins=False, strict=True)
        for setting in (*((_WRITTEN_AHEAD,) if wal else ()), *_DURABLE):
            db.execute(setting)
        reading_settings(db)
    except BaseException:
        connection.close()
        raise
    return db


def reading_settings(db: Database) -> None:
    """Give a connection the settings that it needs to read. Raises sqlite3.Error."""
    for setting in _CAREFUL:
        db.execute(setting)
    db.conn.text_factory = _text


def _text(content: bytes) -> str | bytes:
    """Return text that stands in a row, and bytes where it is none: a damaged row stops no other from being read."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content


def rows(db: Database, question: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Return all rows that answer a question."""
    return db.execute(question, values).fetchall()


ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What reading can raise. Python raises the second where SQLite's message quotes a damaged name."""


@contextmanager
def explained() -> Iterator[None]:
    """Raise what SQLite says as the StoreError that it means."""
    try:
        yield
    except ERRORS as error:
        raise explain(error) from error


@contextmanager
def writing(db: Database) -> Iterator[None]:
    """One durable transaction, all of it or nothing; inside another one, a part of that. Raises StoreError.

    IMMEDIATE: a deferred one that reads and then writes fails when another connection wrote in between.
    """
    with explained():
        if db.conn.in_transaction:
            yield
            return
        db.execute("begin immediate")
        try:
            yield
            db.execute("commit")
        except BaseException:
            # After some errors, a full disk among them, SQLite has rolled back by itself.
            if db.conn.in_transaction:
                db.execute("rollback")
            raise


@contextmanager
def reading(db: Database) -> Iterator[None]:
    """Several questions about one moment, whatever other processes write meanwhile."""
    if db.conn.in_transaction:
        yield
        return
    db.execute("begin")
    try:
        yield
    finally:
        if db.conn.in_transaction:
            db.execute("rollback")


def explain(error: sqlite3.Error | UnicodeDecodeError) -> StoreError:
    """Return the fault that an error of SQLite's means. A mistake of the program's is raised again."""
    if isinstance(error, sqlite3.ProgrammingError):
        raise error
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    kind = code & 0xFF
    fault: type[StoreError] = StoreDamaged
    if kind == sqlite3.SQLITE_FULL or code in _FULL:
        fault = StoreFull
    elif kind in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM) or code in _NO_LOCKS:
        fault = StoreReadOnly
    elif kind in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        fault = StoreBusy
    return fault(f"SQLite {code}")


def explain_os(error: OSError) -> StoreError:
    """Return the fault that an error of the system's means."""
    name = errno.errorcode.get(error.errno or 0, "OSError")
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return StoreFull(name)
    return StoreDamaged(name) if error.errno == errno.EIO else StoreReadOnly(name)


def is_file(path: Path) -> bool:
    """Whether there is an ordinary file of this name: what else there may be is never opened."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def log_of(file: Path) -> Path | None:
    """Return the log beside a store's file; None where there is none, or nothing in it."""
    log = file.with_name(file.name + "-wal")
    return log if is_file(log) and log.stat().st_size else None


def stopped_beside(file: Path) -> bool:
    """Whether something that is no file is where SQLite keeps its own: it stops it, or, as a pipe, makes it wait for
    ever."""
    beside = (file.with_name(file.name + end) for end in ("-wal", "-shm", "-journal"))
    return any(os.path.lexists(other) and not is_file(other) for other in beside)


def examine(file: Path) -> None:
    """Look at a store's first bytes before SQLite does, so that one that is not for us is left as it was.

    Raises StoreTooNew, StoreDamaged (no store of ours, or cut short), OSError.
    """
    with file.open("rb") as opened:
        head = opened.read(_HEADER)
    if len(head) < _HEADER or not head.startswith(_MAGIC):
        raise StoreDamaged("no database")
    (application,) = struct.unpack_from(">I", head, _APPLICATION_ID)
    (format_,) = struct.unpack_from(">I", head, _USER_VERSION)
    if application != APPLICATION:
        raise StoreDamaged("not a store")
    if log_of(file):
        # What the log holds counts too; a connection that may not write leaves both as they are. Where SQLite would
        # write to read them, whoever opens it for reading looks at the tables, which are those of their format.
        with suppress(StoreReadOnly, StoreFull):
            format_ = _format_with_log(file)
    elif file.stat().st_size < length_told(head):
        raise StoreDamaged("cut short")
    if format_ > FORMAT:
        raise StoreTooNew(str(format_))


def length_told(head: bytes) -> int:
    """Return how long a database is by its own first bytes; 0 where they do not tell."""
    (size,) = struct.unpack_from(">H", head, _PAGE_SIZE)
    changes, count = struct.unpack_from(">II", head, _COUNTS)
    (valid_for,) = struct.unpack_from(">I", head, _VALID_FOR)
    # A page size of 65,536 is written as 1. The count holds only where the two change counters agree.
    return (65_536 if size == 1 else size) * count if changes == valid_for else 0


def _format_with_log(file: Path) -> int:
    """Return the format of a file that has a log. Raises StoreReadOnly where SQLite would write to read it."""
    if stopped_beside(file):
        raise StoreReadOnly("no file")
    with explained():
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)
        try:
            return int(connection.execute("pragma user_version").fetchone()[0])
        finally:
            connection.close()
