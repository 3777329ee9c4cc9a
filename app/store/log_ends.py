"""The ends of all chains, kept once more where a tear in the database or its log cannot take them too.

SQLite leaves out all of its log from the first damaged page on and says nothing, and a `plans.db` that was copied alone
while the app ran lacks what was only in the log. So after each commit (when it is on the disk: never before) a sealed
record goes to the end of `plans.ends`: of which document and device, how many edits, and when the last was made. It is
never ahead of the database, so that no kill and no power cut makes a false alarm; it is not waited for, so that a power
cut can leave it behind. Records are all of one size, and nothing outside their seal tells them apart.
"""

import os
import struct
from collections.abc import Iterable, Mapping
from contextlib import suppress
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from app.store.database import ERRORS, is_file, rows
from app.store.encryption import NONCE, TAG, Cipher, NotOpened, bound

_PLAIN = struct.Struct(">16s16sQQ")
_RECORD = NONCE + _PLAIN.size + TAG
_TO = bound(("end",))
_COUNTS = "select device, count(*), max(seq) is count(*) from edit where document = ? group by device"
"""How many edits there are of each device, and whether the last of them has that number."""
_ERASED = bytes(16)
_TO_WRITE = os.O_WRONLY | sum(getattr(os, flag, 0) for flag in ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY"))
_MOST = 50_000_000
"""Bytes that are read at most: more than a tablet writes between two unlockings."""


class TruncatedLog(NamedTuple):
    """A document that lacks its end."""

    document: str
    """Its id, "" where it is not there at all, or where nobody can tell."""
    steps: int = 0
    """How many edits are missing, 0 where nobody can tell."""
    at: int = 0
    """When the last of them was made, UTC milliseconds since 1970; 0 where nobody can tell."""


class LogEnds:
    """The file beside a store. cipher: of the records, and of the marks of documents and devices in them."""

    def __init__(self, store: Path, cipher: Cipher) -> None:
        self._file = store.with_name("plans.ends")
        self._cipher = cipher
        self._waiting: list[bytes] = []
        self._at = -1

    @property
    def there(self) -> bool:
        """Whether the file is there."""
        return is_file(self._file)

    def short(self, db: Database) -> tuple[TruncatedLog, ...]:
        """Return what lacks its end in a store. Raises sqlite3.Error."""
        # In this order: what another process commits and writes down in between is no alarm.
        kept = self._read()
        documents, there = self._counted(db)
        found: dict[bytes, TruncatedLog] = {}
        for (document, device), (seq, at) in kept.items():
            have = there.get((document, device), 0)
            if (documents.get(document) is not None and have < seq) or document not in documents:
                known = found.get(document, TruncatedLog(documents.get(document) or ""))
                found[document] = TruncatedLog(known.document, known.steps + seq - have, max(known.at, at))
        return tuple(found.values())

    def begin(self, db: Database) -> None:
        """Write down how the store is now, instead of all that was written down before. Nothing where it cannot be."""
        kept = self._read()
        documents, there = self._counted(db)
        now = {marks: (seq, kept.get(marks, (0, 0))[1]) for marks, seq in there.items()}
        # What cannot be read just now is still expected to be there.
        now |= {marks: told for marks, told in kept.items() if documents.get(marks[0], "") is None}
        records = [self._record(*marks, *told) for marks, told in now.items()]
        fresh = self._file.with_name("plans.ends.new")
        self._at = -1
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
            with open(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as opened:
                opened.write(b"".join(records))
                opened.flush()
                os.fsync(opened.fileno())
            os.replace(fresh, self._file)
            self._at = len(records) * _RECORD

    def _counted(self, db: Database) -> tuple[dict[bytes, str | None], dict[tuple[bytes, bytes], int]]:
        """Return the documents that there are by their marks, None where one is damaged: its chain tells of that; and
        how many edits there are, by document and device. Raises sqlite3.Error where there is no reading at all.
        """
        documents: dict[bytes, str | None] = {}
        counts: dict[tuple[bytes, bytes], int] = {}
        for (id,) in rows(db, "select id from document"):
            if not isinstance(id, str):  # Damaged: nobody can tell which one it was, so it is missed.
                continue
            mark = self._cipher.mark(id)
            try:
                found = {(mark, self._cipher.mark(device)): (n, fits) for device, n, fits in rows(db, _COUNTS, (id,))}
            except (*ERRORS, AttributeError):
                documents[mark] = None
                continue
            sound = all(fits for _, fits in found.values())
            documents[mark] = id if sound else None
            counts |= {marks: n for marks, (n, _) in found.items() if sound}
        return documents, counts

    def expect(self, document: str, device: str, seq: int, at: int) -> None:
        """A document has so many edits of a device; written down by `keep`, once that is committed."""
        self._waiting.append(self._record(self._cipher.mark(document), self._cipher.mark(device), seq, at))

    def keep(self) -> None:
        """What is expected was committed: write it down. Where that cannot be, nothing is missed for it."""
        waiting, self._waiting = self._waiting, []
        self._write(waiting)

    def drop(self) -> None:
        """What is expected was not committed."""
        self._waiting.clear()

    def erasing(self, document: str) -> None:
        """A document is about to be destroyed: nobody misses it. Before it is, so that a kill makes no alarm."""
        self._write([self._record(self._cipher.mark(document), _ERASED, 0, 0)])

    def _write(self, records: Iterable[bytes]) -> None:
        content = b"".join(records)
        if not content or self._at < 0:
            return
        # Whoever can write in the folder can put a pipe there by now, and nothing here waits.
        with suppress(OSError), FileIO(os.open(self._file, _TO_WRITE), "wb") as opened:
            # At its own place: a record that was cut short is written over by the next.
            opened.seek(self._at)
            if opened.write(content) == len(content):
                self._at += len(content)

    def _read(self) -> Mapping[tuple[bytes, bytes], tuple[int, int]]:
        """Return the last that was written down, by document and device. What does not open is as if it were not."""
        content = b""
        with suppress(OSError):
            if is_file(self._file):
                with self._file.open("rb") as opened:
                    content = opened.read(_MOST)
        found: dict[tuple[bytes, bytes], tuple[int, int]] = {}
        for at in range(0, len(content), _RECORD):
            try:
                plain = self._cipher.open(content[at : at + _RECORD], _TO)
            except NotOpened:
                continue
            document, device, seq, when = _PLAIN.unpack(plain)
            if device == _ERASED:
                for key in [key for key in found if key[0] == document]:
                    del found[key]
            else:
                found[document, device] = (seq, when)
        return found

    def _record(self, document: bytes, device: bytes, seq: int, at: int) -> bytes:
        return self._cipher.encrypt(_PLAIN.pack(document, device, seq, max(0, at)), _TO)
