"""Where the damage in a plan is said to be, and that nothing beside it is lost, however SQLite meets it."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from app.store import StoreBusy, StoreFull
from app.store.edit_log import Fault
from tests.store.making import again, asked, flip, kept, made, saying, sayings, tampered, two_copies


def test_where_sqlite_cannot_read_a_page_every_edit_on_all_others_is_read_to_the_last_one(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    edits = [saying("words", n, device=device) for n in range(1, 31) for device in ("a", "b")]
    document = kept(vault, edits)
    store.close()
    file = tmp_path / "plans.db"
    content = file.read_bytes()
    size = int.from_bytes(content[16:18], "big")  # SQLite's file format, 1.3.
    on = {id: content.index(body) // size for id, body in asked(tmp_path, "select id, body from edit")}
    assert len(set(on.values())) > 3
    for page in set(on.values()):
        file.write_bytes(content)
        flip(file, page * size, 0xFF)  # What sort of page it is.
        store, vault = again(tmp_path)
        loaded = vault.load(document)
        assert loaded.edits == tuple(edit for edit in edits if on[edit.id] != page)
        gone = {edit.device: edit.clock for edit in reversed(edits) if on[edit.id] == page}
        assert loaded.faults[0] == Fault("file", of=60)
        assert {(fault.device, fault.seq) for fault in loaded.faults[1:]} == set(gone.items())
        assert all("missing" in fault.sentence() for fault in loaded.faults)
        store.close()


@pytest.mark.parametrize("gone", [(1,), (9,), (1, 2), (4, 5), (4, 5, 6), (8, 9), (2, 4), (1, 9), (1, 2, 5, 6, 9)])
def test_edits_that_are_damaged_one_behind_the_other_have_a_place_each(tmp_path: Path, gone: tuple[int, ...]) -> None:
    store, vault = made(tmp_path)
    edits = sayings(9)
    document = kept(vault, edits)
    store.close()
    tampered(tmp_path, f"update edit set body = flipped(body, 40) where seq in ({', '.join(map(str, gone))})")
    store, vault = again(tmp_path)
    loaded = vault.load(document)
    assert loaded.edits == tuple(edit for edit in edits if edit.clock not in gone)
    assert [(f.what, f.seq, f.position, f.of) for f in loaded.faults] == [("edit", n, n, 9) for n in gone]
    good = [max((n for n in range(1, seq) if n not in gone), default=None) for seq in gone]
    assert [f.near for f in loaded.faults] == [n and edits[n - 1].at for n in good]
    store.close()


def test_a_damaged_place_is_right_behind_the_last_of_its_tablet_with_all_that_are_gone_before(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    edits = [saying("words", n, device=device) for n in range(1, 11) for device in ("a", "b")]
    document = kept(vault, edits)
    store.close()
    tampered(
        tmp_path,
        "delete from edit where device = 'a' and seq in (2, 3, 4, 10)",
        "update edit set body = flipped(body, 40) where device = 'b' and seq = 6",
        "update edit set body = flipped(body, 40) where device = 'a' and seq = 8",
    )
    store, vault = again(tmp_path)
    found = {(f.what, f.device, f.seq): (f.position, f.of) for f in vault.load(document).faults}
    assert found == {
        ("missing", "a", 2): (2, 20),
        ("edit", "b", 6): (11, 20),
        ("edit", "a", 8): (14, 20),
        ("missing", "a", 10): (18, 20),
    }
    store.close()


def test_a_chain_that_nobody_counted_is_told(tmp_path: Path) -> None:
    """Two copies of one store went on apart; somebody puts all that another tablet wrote in one into the other."""
    document, here, there = two_copies(tmp_path, 3)
    store, vault = again(there)
    vault.append(document, [saying("of another tablet", 4, device="another")])
    store.close()
    row = asked(there, "select * from edit where device = 'another'")[0]
    tampered(here, "insert into edit values (?, ?, ?, ?, ?, ?, ?, ?)", values=row)
    store, vault = again(here)
    loaded = vault.load(document)
    assert len(loaded.edits) == 4
    assert [(f.what, f.device, f.position, f.of) for f in loaded.faults] == [("count", "another", 0, 4)]
    store.close()


class Unwell:
    """A connection that cannot read edits: each time it is asked it fails with the next of these, and then the last."""

    def __init__(self, real: sqlite3.Connection, *codes: int) -> None:
        self.real = real
        self.codes = list(codes)

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        if sql.startswith("select device, seq"):
            error = sqlite3.OperationalError("disk")
            error.sqlite_errorcode = self.codes.pop(0) if len(self.codes) > 1 else self.codes[0]
            raise error
        return self.real.execute(sql, *values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


@pytest.mark.parametrize("before", [(), (sqlite3.SQLITE_CORRUPT,)])
@pytest.mark.parametrize(("code", "fault"), [(sqlite3.SQLITE_BUSY, StoreBusy), (sqlite3.SQLITE_FULL, StoreFull)])
def test_what_cannot_be_read_just_now_is_not_said_to_be_damaged(
    tmp_path: Path, before: tuple[int, ...], code: int, fault: type[Exception]
) -> None:
    store, vault = made(tmp_path)
    document = kept(vault, sayings(3))
    real = vault._db.conn
    vault._db.conn = Unwell(real, *before, code)  # type: ignore[assignment]
    with pytest.raises(fault):
        vault.load(document)
    vault._db.conn = Unwell(real, sqlite3.SQLITE_CORRUPT)  # type: ignore[assignment]
    assert vault.load(document).edits == ()
    assert vault.load(document).faults[0] == Fault("file", of=3)
    vault._db.conn = real
    assert (len(vault.load(document).edits), vault.load(document).faults) == (3, ())
    store.close()
