"""A store that cannot be written just now: opened for reading all the same, with no byte written anywhere.

A folder that is read only, a disk that is full. SQLite itself wants to write for that: a file in WAL mode is read with
a `-shm` beside it. So the file is read as one that never changes, and where there is a log beside it, both are put
together in memory.
"""

import sqlite3
import struct
from pathlib import Path

from sqlite_utils import Database

from app.store.database import explained, log_of, reading_settings

_LOG_HEAD, _FRAME_HEAD = 32, 24
_MAGIC, _VERSION = 0x377F0682, 3_007_000
_JOURNAL = slice(18, 20)
"""Where a file says that it wants a log beside it; as one that does not, it can be read from memory."""


def frozen(file: Path) -> Database:
    """Return a connection to a store's file that writes nothing but into memory. Raises StoreFault, OSError."""
    log = log_of(file)
    with explained():
        if log is not None:
            connection = sqlite3.connect(":memory:", isolation_level=None)
            connection.deserialize(with_log(file.read_bytes(), log.read_bytes()))
        else:
            address = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(address, uri=True, isolation_level=None)
        try:
            db = Database(connection, execute_plugins=False, strict=True)
            reading_settings(db)
        except BaseException:
            connection.close()
            raise
    return db


def with_log(content: bytes, log: bytes) -> bytes:
    """Return the bytes of a database with all in them that its log has committed.

    Source: SQLite's file format, 4 ("The Write-Ahead Log"): frames count up to the last commit behind which no
    salt and no checksum is another's.
    """
    put = bytearray(content)
    for number, page in _committed(log).items():
        start = (number - 1) * len(page)
        put.extend(bytes(max(0, start - len(put))))
        put[start : start + len(page)] = page
    put[_JOURNAL] = b"\1\1"
    return bytes(put)


def _committed(log: bytes) -> dict[int, bytes]:
    if len(log) < _LOG_HEAD:
        return {}
    magic, version, size, _checkpoint, *told = struct.unpack_from(">8I", log)
    salts, sums = tuple(told[:2]), tuple(told[2:])
    order = ">" if magic & 1 else "<"
    counted = _summed(log[: _LOG_HEAD - 8], (0, 0), order)
    if magic & ~1 != _MAGIC or version != _VERSION or not size or counted != sums:
        return {}
    found: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    for at in range(_LOG_HEAD, len(log) - _FRAME_HEAD - size + 1, _FRAME_HEAD + size):
        number, pages, *told = struct.unpack_from(">6I", log, at)
        page = log[at + _FRAME_HEAD : at + _FRAME_HEAD + size]
        counted = _summed(log[at : at + 8] + page, counted, order)
        if tuple(told[:2]) != salts or tuple(told[2:]) != counted:
            break
        waiting[number] = page
        if pages:  # A commit: from here on what waited counts, and the file has so many pages.
            found |= waiting
            waiting = {}
    return found


def _summed(content: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    first, second = sums
    for a, b in struct.iter_unpack(f"{order}II", content):
        first = (first + a + second) & 0xFFFFFFFF
        second = (second + b + first) & 0xFFFFFFFF
    return first, second
