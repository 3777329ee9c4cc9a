"""A document's edits on the disk: each sealed, each device's in a chain, and what a damaged one looks like.

A seal binds everything that stands outside it (document, device, seq, clock, id) and the mac of that
device's edit before it. That mac is also kept in the row (`prev`), so a damaged or missing edit is found
and named, and hides no other. How many edits there are of each device is sealed too (`chain`), so that a
cut end is missed. Not noticed: a whole document, with its key, that is taken away or set back to an earlier
day.
"""

import sqlite3
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal, NamedTuple, TypeAlias

import msgpack
from sqlite_utils import Database

from app.document.edit import LARGEST, DamagedEdit, Edit, pack, unpack
from app.language import _
from app.store.database import ERRORS, explain, rows
from app.store.encryption import TAG, Cipher, NotOpened, bound
from app.store.errors import StoreDamaged


class Head(NamedTuple):
    """The end of one device's chain."""

    seq: int
    """The number of its last edit (from 1); 0 where there is none yet."""
    mac: bytes
    """The last bytes (TAG) of that edit's seal; zeros where there is none yet."""


START = Head(0, bytes(TAG))

Heads: TypeAlias = Mapping[str, Head]
Row: TypeAlias = tuple[Any, ...]

What: TypeAlias = Literal["edit", "missing", "order", "count", "file", "key"]
"""edit: a byte of it changed. missing: one or more edits from here on. order: it does not follow the one before. count:
how many there should be cannot be told, or does not fit. file: SQLite met damage while reading. key: nothing of the
document opens.
"""


@dataclass(frozen=True)
class Fault:
    """A damaged place in a document."""

    what: What
    """Which sort of damage it is."""
    device: str = ""
    """The device whose edit it is (an id), "" where none is meant."""
    seq: int = 0
    """The number of that edit in its device's chain, 0 where none is meant."""
    position: int = 0
    """About which edit it is, in the document's order, from 1; 0 where none is meant."""
    of: int = 0
    """How many edits the document has, with those that are missing; 0 where that is not known."""
    near: int | None = None
    """When the last good edit before it was made, UTC milliseconds since 1970, or None."""

    def sentence(self) -> str:
        """Return where the damage is and what is safe, in the current language."""
        if self.what == "key":
            return _("This plan cannot be opened: it was damaged. All other plans are safe.")
        if self.position == 0:
            return _("This plan was damaged, and something may be missing. What you can read is as it was.")
        where = {"n": self.position, "total": self.of}
        if self.what == "missing":
            return _("Step {n} of {total} of this plan is missing. What you can read is as it was.").format(**where)
        return _("Step {n} of {total} of this plan is damaged. What you can read is as it was.").format(**where)


@dataclass(frozen=True)
class Loaded:
    """What could be read of a document."""

    kind: str
    """The slug of its kind, "" where nothing of it opens."""
    edits: tuple[Edit, ...]
    """Those that could be read, in their order."""
    faults: tuple[Fault, ...] = ()
    """Where it is damaged; () for a whole one."""

    @property
    def read_only(self) -> bool:
        """True where anything is damaged: nothing may be added, lest damage be built upon."""
        return bool(self.faults)


def encrypt_edit(cipher: Cipher, document: str, head: Head, edit: Edit) -> Row:
    """Return the row of an edit that follows the head of its device's chain."""
    seq = head.seq + 1
    to = bound(("edit", document, edit.device, seq, edit.clock, edit.id, head.mac))
    sealed = cipher.encrypt_padded(pack(edit), to)
    return (document, edit.device, seq, edit.clock, edit.id, head.mac, sealed[:-TAG], sealed[-TAG:])


INSERT = (
    "insert into edit (document, device, seq, clock, id, prev, body, mac) values (?, ?, ?, ?, ?, ?, ?, ?)"
    " on conflict (document, id) do nothing"
)
"""A repeat of an id changes nothing: what was kept without being acknowledged may come again."""

_ROW = f"select device, seq, clock, id, prev, iif(length(body) <= {LARGEST}, body, null), mac from edit"
"""What is larger than an edit can be is not even read: it counts as one that does not open."""

_ALL = f"{_ROW} where document = ? order by device, seq"
_ONE = f"{_ROW} where document = ? and device = ? and seq = ?"


def encrypt_heads(cipher: Cipher, document: str, heads: Heads) -> bytes:
    """Return the sealed ends of a document's chains."""
    return cipher.encrypt_padded(msgpack.packb(heads), bound(("chain", document)))


def decrypt_heads(cipher: Cipher, document: str, body: bytes) -> dict[str, Head]:
    """Return the ends of a document's chains. Raises NotOpened."""
    heads = msgpack.unpackb(cipher.decrypt_padded(body, bound(("chain", document))))
    return {device: Head(*head) for device, head in heads.items()}


def read_edits(
    db: Database, cipher: Cipher, document: str, heads: Heads | None
) -> tuple[tuple[Edit, ...], tuple[Fault, ...]]:
    """Return every edit that can be read, in order, and where damage is.

    heads: None where they could not be opened.
    Raises StoreFault where SQLite cannot read at all just now (busy, no room).
    """
    marks: list[_Mark] = []
    try:
        stored = rows(db, _ALL, (document,))
    except ERRORS as error:
        stored = _salvage(db, document, heads or {}, error)
        marks.append(_Mark("file"))
    edits, ends = _open_rows(cipher, document, stored, marks)
    _compare(heads, ends, marks)
    edits.sort(key=_order)
    if not marks:
        return tuple(edits), ()
    total = max(len(stored), sum(head.seq for head in (heads or {}).values()))
    return tuple(edits), _locate(edits, marks, total)


_order = attrgetter("clock", "device")
"""The order in which edits count, as app.document.fold has it."""


_PLACED = ("edit", "missing", "order")
"""Damage of which can be told about where in the document it is."""


class _Mark(NamedTuple):
    """A damaged place as it is met. before: the last good edit of its device. lost: how many edits cannot be read."""

    what: What
    device: str = ""
    seq: int = 0
    before: Edit | None = None
    lost: int = 0


class _End(NamedTuple):
    """Where the rows of one device stop. mac: None where the last one did not open."""

    seq: int
    mac: bytes | None
    last: Edit | None


def _open_rows(
    cipher: Cipher, document: str, stored: Iterable[Row], marks: list[_Mark]
) -> tuple[list[Edit], dict[str, _End]]:
    edits: list[Edit] = []
    ends: dict[str, _End] = {}
    device, at = "", 0
    link: bytes | None = START.mac
    last: Edit | None = None
    # A plan of 2,400 strokes passes here while somebody waits: what can be looked up once is.
    opened, take = cipher.decrypt_padded, edits.append
    for its_device, seq, clock, id, prev, body, mac in stored:
        if its_device != device:
            ends[device] = _End(at, link, last)
            device, at, link, last = its_device, 0, START.mac, None
        at += 1
        if seq != at:
            found = seq if isinstance(seq, int) else at
            marks.append(_Mark("missing", device, at, last, max(found - at, 0)))
            at, link = found, None
        try:
            plain = opened(body + mac, bound(("edit", document, device, seq, clock, id, prev)))
            edit = unpack(plain, id=id, device=device, clock=clock)
        except (NotOpened, DamagedEdit, TypeError):
            marks.append(_Mark("edit", device, at, last, 1))
            link = None
            continue
        # Behind a damaged or missing edit there is nothing to compare with; that one is marked already.
        if prev != link and link is not None:
            marks.append(_Mark("order", device, at, last))
        take(edit)
        link, last = mac, edit
    ends[device] = _End(at, link, last)
    return edits, ends


def _compare(heads: Heads | None, ends: Mapping[str, _End], marks: list[_Mark]) -> None:
    """Mark what is missing at the end of each chain, and chains that nobody counted."""
    if heads is None:
        marks.append(_Mark("count"))
        return
    for device, head in heads.items():
        end = ends.get(device, _End(0, None, None))
        if end.seq < head.seq:
            marks.append(_Mark("missing", device, end.seq + 1, end.last, head.seq - end.seq))
        elif end.seq > head.seq or (end.mac is not None and end.mac != head.mac):
            marks.append(_Mark("count", device, head.seq))
    marks += [_Mark("count", device) for device, end in ends.items() if end.seq and device not in heads]


def _locate(edits: list[Edit], marks: list[_Mark], total: int) -> tuple[Fault, ...]:
    keys = [_order(edit) for edit in edits]
    placed = {n: _order(m.before) if m.before else (0, "") for n, m in enumerate(marks) if m.what in _PLACED}
    positions: dict[int, int] = {}
    lost = 0
    for n in sorted(placed, key=placed.__getitem__):
        positions[n] = min(bisect_right(keys, placed[n]) + lost + 1, total)
        lost += marks[n].lost
    return tuple(
        Fault(m.what, m.device, m.seq, positions.get(n, 0), total, m.before.at if m.before else None)
        for n, m in enumerate(marks)
    )


def _salvage(db: Database, document: str, heads: Heads, error: sqlite3.Error | UnicodeDecodeError) -> list[Row]:
    """Read one by one what SQLite could not read in one go."""
    fault = explain(error)
    if not isinstance(fault, StoreDamaged):
        raise fault from error
    found: list[Row] = []
    for device in sorted(heads):
        for seq in range(1, heads[device].seq + 1):
            try:
                found += rows(db, _ONE, (document, device, seq))
            except ERRORS as again:
                if not isinstance(explain(again), StoreDamaged):
                    raise explain(again) from again
    return found
