"""The file of the chains' ends is whole after a restart, after damage, and whatever lies in its place."""

from pathlib import Path

import pytest
from sqlite_utils import Database

from app.store import BlobDamaged
from app.store.encryption import Cipher
from app.store.log_ends import LogEnds, TruncatedLog
from tests.store.making import again, flip, kept, loosened, made, older_file, saying, sayings, short


def with_an_older_file(folder: Path, older: bytes) -> tuple[TruncatedLog, ...]:
    """Return what a store that is closed says, once an older copy of its file was put back."""
    (folder / "plans.db").write_bytes(older)
    return short(folder)


@pytest.mark.parametrize("left_over", [False, True])
def test_what_was_written_before_a_restart_is_still_missed_after_it(tmp_path: Path, left_over: bool) -> None:
    store, vault = made(tmp_path)
    document, other = (kept(vault, sayings(3, device=vault.device)) for _ in range(2))
    store.close()
    older = (tmp_path / "plans.db").read_bytes()
    store, vault = again(tmp_path)
    vault.append(document, [saying("later", 4, device=vault.device)])
    store.close()
    if left_over:  # By a kill.
        (tmp_path / "plans.ends.new").write_bytes(b"half")
    store, vault = again(tmp_path)
    vault.append(other, [saying("later", 5, device=vault.device)])
    store.close()
    assert {file.stat().st_mode & 0o777 for file in tmp_path.glob("plans.ends*")} == {0o600}
    assert set(with_an_older_file(tmp_path, older)) == {
        TruncatedLog(document, 1, 1_700_000_000_004),
        TruncatedLog(other, 1, 1_700_000_000_005),
    }


def test_what_was_damaged_for_a_while_is_still_missed_when_it_can_be_read_again(tmp_path: Path) -> None:
    document, older = older_file(tmp_path)
    loosened(tmp_path, "edit", "update edit set seq = 'many' where seq = 2")
    assert short(tmp_path) == ()
    assert with_an_older_file(tmp_path, older) == (TruncatedLog(document, 1, 1_700_000_000_004),)


def test_a_record_that_does_not_open_hides_none_behind_it(tmp_path: Path) -> None:
    document, older = older_file(tmp_path)
    flip(tmp_path / "plans.ends", 20)
    assert with_an_older_file(tmp_path, older) == (TruncatedLog(document, 1, 1_700_000_000_004),)


def test_where_it_cannot_be_begun_anew_what_was_written_down_stays_as_it_was(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    document = kept(vault, sayings(3, device=vault.device))
    store.close()
    before = (tmp_path / "plans.ends").read_bytes()
    (tmp_path / "plans.ends.new").mkdir()
    store, vault = again(tmp_path)
    vault.append(document, [saying("later", 4, device=vault.device)])
    assert (tmp_path / "plans.ends").read_bytes() == before
    store.close()
    assert short(tmp_path) == ()


def test_what_was_expected_in_a_bundle_that_failed_is_not_missed(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    document, other = (kept(vault, sayings(2, device=vault.device)) for _ in range(2))

    def half() -> None:
        with vault.together():
            vault.append(document, [saying("never kept", 3, device=vault.device)])
            raise BlobDamaged

    with pytest.raises(BlobDamaged):
        half()
    vault.append(other, [saying("kept", 3, device=vault.device)])
    store.close()
    assert short(tmp_path) == ()


def test_nothing_is_written_through_a_link_that_comes_in_its_place(tmp_path: Path) -> None:
    store, vault = made(tmp_path / "plans")
    elsewhere = tmp_path / "somebody's letter"
    elsewhere.write_bytes(b"Dear diary")
    (tmp_path / "plans" / "plans.ends").unlink()
    (tmp_path / "plans" / "plans.ends").symlink_to(elsewhere)
    kept(vault, sayings(3, device=vault.device))
    store.close()
    assert elsewhere.read_bytes() == b"Dear diary"


RECORD = (
    "a938ba8e951a41fee1cbbb99c42818ed0457dd473b0703ec935be97f6ea6ae67029b8f79438cb84a60ac5a2d5629c3ba0bdb"
    "f65f819fa2731428d9c09bd6e6f202bbbeff54a4d6a8770a9513"
)


def test_a_record_of_an_older_version_is_read_for_ever(tmp_path: Path) -> None:
    """Two edits of a document that is not there, the last of them made at that time."""
    db = Database(memory=True)
    db.execute("create table document (id text)")
    (tmp_path / "plans.ends").write_bytes(bytes.fromhex(RECORD))
    assert LogEnds(tmp_path / "plans.db", Cipher(bytes(32))).short(db) == (TruncatedLog("", 2, 1_700_000_000_002),)
    db.close()
