"""A store whose end is missing says so at the next unlocking, and none says so that has it."""

import os
import re
import shutil
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.store import Vault
from app.store.log_ends import TruncatedLog
from tests.store.making import PASSPHRASE, again, flip, kept, loosened, made, older_file, opened, saying, sayings, short

FILES = ("plans.db", "plans.db-wal", "plans.ends", "plans.place")


def killed(folder: Path, to: Path) -> Path:
    """Return a copy of a folder as a kill leaves it now."""
    to.mkdir()
    for name in FILES:
        if (folder / name).exists():
            shutil.copy2(folder / name, to / name)
    return to


def at_work(folder: Path, steps: int = 300) -> tuple[Vault, str]:
    """Return a store in which a plan has so many edits in the log alone."""
    _, vault = made(folder)
    document = kept(vault, [])
    vault._db.execute("pragma wal_checkpoint(truncate)")
    for clock in range(1, steps + 1):
        vault.append(document, [saying(f"words {clock}", clock, device=vault.device)])
    return vault, document


def test_a_plan_that_was_destroyed_hides_no_missing_end_of_another(tmp_path: Path) -> None:
    vault, document = at_work(tmp_path / "first", 3)
    gone = kept(vault, [saying("words", 1, device=vault.device)])
    left = killed(tmp_path / "first", tmp_path / "left")
    for clock in (4, 5):
        vault.append(document, [saying(f"words {clock}", clock, device=vault.device)])
    vault.append(gone, [saying("words", 2, device=vault.device)])
    vault.erase(gone)
    shutil.copy2(tmp_path / "first" / "plans.ends", left / "plans.ends")
    assert short(left) == (TruncatedLog(document, 2, 1_700_000_000_005),)


def test_a_flipped_bit_in_the_log_which_drops_all_behind_it_is_told_of(tmp_path: Path) -> None:
    vault, document = at_work(tmp_path / "first", 60)
    left = killed(tmp_path / "first", tmp_path / "left")
    flip(left / "plans.db-wal", (left / "plans.db-wal").stat().st_size // 2)
    store, after = again(left)
    have = len(after.load(document).edits)
    assert 0 < have < 60
    assert after.load(document).faults == ()  # Nothing in the database itself tells.
    assert after.short == (TruncatedLog(document, 60 - have, 1_700_000_000_060),)
    assert after.device != vault.device  # What is lost may turn up: it is not numbered like what comes now.
    after.append(document, [saying("on we go", 61, device=after.device)])
    store.close()
    for _ in range(2):  # Until it was read, and not longer.
        assert [s.document for s in short(left)] == [document]
    store, after = again(left)
    after.short_was_read()
    assert after.short == ()
    store.close()
    assert short(left) == ()


def test_a_log_that_is_gone_with_a_plan_that_was_only_in_it_is_told_of(tmp_path: Path) -> None:
    vault, first = at_work(tmp_path / "first", 20)
    second = kept(vault, sayings(5, device=vault.device))
    left = killed(tmp_path / "first", tmp_path / "left")
    (left / "plans.db-wal").unlink()
    store, after = again(left)
    assert after.documents() == (first,)
    assert [(s.document, s.steps) for s in after.short if s.steps] == [(first, 20), ("", 5)]
    assert second not in str(after.short)
    store.close()


def test_the_file_copied_alone_while_the_app_runs_says_that_its_end_is_missing(tmp_path: Path) -> None:
    _vault, document = at_work(tmp_path / "first")
    copy = tmp_path / "copy"
    copy.mkdir()
    shutil.copy2(tmp_path / "first" / "plans.db", copy / "plans.db")
    for reading in (True, False, False):
        store = opened(copy, reading=reading)
        after = store.unlock(PASSPHRASE)
        assert len(after.load(document).edits) < 300
        assert after.short == (TruncatedLog(""),)
        store.close()


@pytest.mark.parametrize("names", [("plans.db",), FILES])
@pytest.mark.parametrize("when", ["locked", "closed"])
def test_a_copy_of_what_is_locked_or_closed_is_whole_and_says_nothing(
    tmp_path: Path, names: tuple[str, ...], when: str
) -> None:
    store, vault = made(tmp_path / "first")
    document = kept(vault, sayings(40, device=vault.device))
    vault.close() if when == "locked" else store.close()
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in names:
        if (tmp_path / "first" / name).exists():
            shutil.copy2(tmp_path / "first" / name, copy / name)
    store, after = again(copy)
    assert (len(after.load(document).edits), after.short) == (40, ())
    store.close()


def test_a_kill_at_any_moment_and_a_reader_that_tidies_up_afterwards_make_no_alarm(tmp_path: Path) -> None:
    store, vault = made(tmp_path / "first")
    document = kept(vault, [])
    states = []
    for clock in range(1, 8):
        vault.append(document, [saying(f"words {clock}", clock, device=vault.device)])
        states.append(killed(tmp_path / "first", tmp_path / f"kill {clock}"))
    vault.erase(document)
    states.append(killed(tmp_path / "first", tmp_path / "erased"))
    store.close()
    for state in states:
        assert short(state, reading=True) == ()
        assert short(state) == ()


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_whatever_becomes_of_the_file_beside_a_whole_store_makes_no_alarm(data: st.DataObject) -> None:
    """A power cut leaves it behind, cut short, or with pages of nothing; somebody takes it away, or changes it."""
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "first"
        store, vault = made(folder)
        document = kept(vault, sayings(data.draw(st.integers(0, 5)), device=vault.device))
        early = (folder / "plans.ends").read_bytes()
        for clock in range(10, 14):
            vault.append(document, [saying("more", clock, device=vault.device)])
        left = killed(folder, Path(name) / "left")
        ends = left / "plans.ends"
        content = bytearray(ends.read_bytes())
        how = data.draw(st.sampled_from(["early", "cut", "zeros", "flip", "noise", "gone", "folder"]))
        if how == "cut":
            content = content[: data.draw(st.integers(0, len(content)))]
        if how in ("zeros", "flip") and content:
            at = data.draw(st.integers(0, len(content) - 1))
            content[at : at + (4_096 if how == "zeros" else 1)] = bytes(
                min(4_096 if how == "zeros" else 1, len(content) - at)
            )
        ends.write_bytes({"early": early, "noise": os.urandom(999)}.get(how, bytes(content)))
        if how in ("gone", "folder"):
            ends.unlink()
        if how == "folder":
            ends.mkdir()
        store.close()
        store, after = again(left)
        assert (after.short, after.load(document).faults) == ((), ())
        after.append(document, [saying("more", 99, device=after.device)])
        store.close()
        assert short(left) == ()


def test_an_older_copy_put_back_in_its_place_tells_what_it_lacks_once_and_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "first"
    document, spare = older_file(folder)
    (folder / "plans.db").write_bytes(spare)
    store, after = again(folder)
    assert [(s.document, s.steps) for s in after.short] == [(document, 1)]
    after.short_was_read()
    after.append(document, [saying("and on", 4, device=after.device)])
    store.close()
    store, after = again(folder)
    assert (after.short, after.load(document).faults, len(after.load(document).edits)) == ((), (), 4)
    store.close()


def test_what_is_written_after_a_restart_is_missed_too_with_when_it_was_made(tmp_path: Path) -> None:
    folder = tmp_path / "first"
    store, vault = made(folder)
    document, other = (kept(vault, sayings(3, device=vault.device)) for _ in range(2))
    store.close()
    store, vault = again(folder)
    left = killed(folder, tmp_path / "left")
    vault.append(document, [saying("later", 4, device=vault.device)])
    vault.append(other, [saying("later", 9, device=vault.device), saying("latest", 10, device=vault.device)])
    shutil.copy2(folder / "plans.ends", left / "plans.ends")
    store.close()
    store, after = again(left)
    assert set(after.short) == {
        TruncatedLog(document, 1, 1_700_000_000_004),
        TruncatedLog(other, 2, 1_700_000_000_010),
    }
    store.close()


def test_nothing_in_that_file_tells_documents_apart(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    documents = [kept(vault, sayings(4, device=vault.device)) for _ in range(3)]
    content = (tmp_path / "plans.ends").read_bytes()
    assert len(content) % 76 == 0
    assert not [id for id in (*documents, vault.device) if id.encode() in content]
    records = [content[i : i + 76] for i in range(0, len(content), 76)]
    assert len(set(records)) == len(records) == 3
    assert struct.unpack_from(">Q", records[0], 12)[0] > 1_000  # No number stands in the clear.
    store.close()


def test_a_plan_whose_own_id_is_damaged_is_missed_and_all_others_are_read(tmp_path: Path) -> None:
    """One bit tells SQLite that the id is no text."""
    folder = tmp_path / "first"
    store, vault = made(folder)
    second, first = sorted(kept(vault, sayings(3, device=vault.device)) for _ in range(2))
    store.close()
    file = folder / "plans.db"
    whole = file.read_bytes()
    text, other = bytes([13 + 2 * len(first)]), bytes([12 + 2 * len(first)])  # SQLite's file format, 2.1.
    for found in re.finditer(re.escape(first.encode()), whole):
        at = whole.rfind(text, found.start() - 8, found.start())
        file.write_bytes(whole[:at] + other + whole[at + 1 :] if at >= 0 else whole)
        with closing(sqlite3.connect(file)) as db:
            if any(isinstance(id, bytes) for (id,) in db.execute("select id from document")):
                break
    else:
        pytest.fail("the id was not found where SQLite keeps it")
    store, after = again(folder)
    assert after.short
    assert len(after.load(second).edits) == 3
    after.append(second, [saying("more", 9, device=after.device)])
    assert second in [c.document for c in after.cards() if not c.damaged]
    store.close()


@pytest.mark.parametrize("which", ["seq > 0", "seq = 1", "seq = 3"])
@pytest.mark.parametrize(
    "number",
    ["-seq", "null", "9e999", "-9e999", "seq + 0.5", "seq * 1.0", "9223372036854775807", "0", "''", "x'ff'"],
)
def test_numbers_of_edits_that_are_none_are_damage_and_all_that_can_be_read_is(
    tmp_path: Path, number: str, which: str
) -> None:
    store, vault = made(tmp_path)
    document, other = (kept(vault, sayings(3, device=vault.device)) for _ in range(2))
    store.close()
    loosened(tmp_path, "edit", f"update or ignore edit set seq = {number} where document = '{document}' and {which}")
    for reading in (True, False):
        store = opened(tmp_path, reading=reading)
        vault = store.unlock(PASSPHRASE)
        assert vault.short == (), "how much there is of it is told by its own chain"
        damaged = vault.load(document)
        assert damaged.faults
        assert all(fault.sentence() for fault in damaged.faults)
        assert (len(vault.load(other).edits), vault.load(other).faults, len(vault.cards())) == (3, (), 2)
        if not reading:
            vault.append(other, [saying("more", 9, device=vault.device)])
        store.close()
    store, vault = again(tmp_path)
    assert (vault.short, len(vault.load(other).edits)) == ((), 4)
    store.close()
