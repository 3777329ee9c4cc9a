"""A store that cannot be written just now: opened for reading all the same, with no byte written anywhere.

A folder that is read only, a disk that is full. SQLite itself wants to write for that: a file in WAL mode is read with
a `-shm` beside it. So the file is read as one that never changes, and where there is a log beside it, both are put
together in memory.
"""

import sqlite3
import struct
from pathlib import Path
from typing import BinaryIO

from sqlite_utils import Database

from app.store.database import explained, length_told, log_of, reading_settings

_LOG_HEAD, _FRAME_HEAD = 32, 24
_MAGIC, _VERSION = 0x377F0682, 3_007_000
_SIZES = frozenset(1 << n for n in range(9, 17))
"""Bytes that a page can have."""

_JOURNAL = slice(18, 20)
"""Where a file says that it wants a log beside it; as one that does not, it can be read from memory."""

_MOST = 2_147_483_391
"""Bytes that SQLite takes into memory in one piece (SQLITE_MAX_ALLOCATION_SIZE)."""


def frozen(file: Path) -> Database:
    """Return a connection to a store's file that writes nothing but into memory.

    Raises StoreFault, OSError; MemoryError where a file and its log are more than can be put together there.
    """
    log = log_of(file)
    with explained():
        whole = with_log(file, log) if log is not None else None
        if whole is not None:
            connection = sqlite3.connect(":memory:", isolation_level=None)
            connection.deserialize(whole)
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


def with_log(file: Path, log: Path) -> bytearray | None:
    """Return the bytes of a database with all in them that its log has committed; None where that is nothing.

    No more is read of either than counts, however long it is. Raises OSError, MemoryError.

    Source: SQLite's file format, 4 ("The Write-Ahead Log"): frames count up to the last commit behind which no
    salt and no checksum is another's.
    """
    with log.open("rb") as opened:
        size, count, pages = _committed(opened)
    if not pages:
        return None
    with file.open("rb") as opened:
        first = pages.get(1) or opened.read(size)
        # What a log says of the length alone can be anything, and what is behind the database's own is never looked at.
        length = min(count * size, length_told(first) or _MOST + 1)
        if length > _MOST:
            raise MemoryError
        opened.seek(0)
        whole = bytearray(opened.read(length))
    whole.extend(bytes(length - len(whole)))
    for number, page in pages.items():
        if number * size <= length:
            whole[(number - 1) * size : number * size] = page
    whole[_JOURNAL] = b"\1\1"
    return whole


def _committed(log: BinaryIO) -> tuple[int, int, dict[int, bytes]]:
    """Return of what a log has committed the size of a page, how many the database has, and those that are here."""
    nothing: tuple[int, int, dict[int, bytes]] = 0, 0, {}
    head = log.read(_LOG_HEAD)
    if len(head) < _LOG_HEAD:
        return nothing
    magic, version, size, _checkpoint, *told = struct.unpack(">8I", head)
    salts, sums = tuple(told[:2]), tuple(told[2:])
    order = ">" if magic & 1 else "<"
    if magic & ~1 != _MAGIC or version != _VERSION or size not in _SIZES:
        return nothing
    counted = _summed(head[: _LOG_HEAD - 8], (0, 0), order)
    if counted != sums:
        return nothing
    count = 0
    found: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    while len(frame := log.read(_FRAME_HEAD + size)) == _FRAME_HEAD + size:
        number, pages, *told = struct.unpack_from(">6I", frame)
        page = frame[_FRAME_HEAD:]
        counted = _summed(frame[:8] + page, counted, order)
        if not number or tuple(told[:2]) != salts or tuple(told[2:]) != counted:
            break
        waiting[number] = page
        if max(len(found), len(waiting)) * size > _MOST:
            raise MemoryError
        if pages:  # A commit: from here on what waited counts, and the file has so many pages.
            count = pages
            found |= waiting
            waiting = {}
    return size, count, found


def _summed(content: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    first, second = sums
    for a, b in struct.iter_unpack(f"{order}II", content):
        first = (first + a + second) & 0xFFFFFFFF
        second = (second + b + first) & 0xFFFFFFFF
    return first, second
