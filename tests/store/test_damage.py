"""One flipped byte, an edit moved or taken away: noticed and named, with all else there."""

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.document.edit import Edit
from app.store import BlobDamaged, ReadOnlyPlan, StoreError, Summary, Vault
from tests.store.making import (
    PASSPHRASE,
    again,
    asked,
    flip,
    kept,
    loosened,
    made,
    opened,
    saying,
    sayings,
    tampered,
    two_copies,
)


def damaged(folder: Path, statement: str, values: tuple[Any, ...] = ()) -> tuple[Vault, str, list[Edit]]:
    """Return a store of two documents of nine edits each, tampered with while closed, and the first one."""
    store, vault = made(folder)
    edits = sayings(9)
    document = kept(vault, edits)
    kept(vault, sayings(9))
    store.close()
    tampered(folder, statement.replace("DOCUMENT", f"'{document}'"), values=values)
    _, vault = again(folder)
    return vault, document, edits


def others_work(vault: Vault, document: str) -> None:
    (other,) = (id for id in vault.documents() if id != document)
    vault.append(other, [saying("more", 10)])
    assert len(vault.load(other).edits) == 10
    assert vault.load(other).faults == ()
    fresh = kept(vault, sayings(1))
    assert vault.load(fresh).faults == ()


FLIPS = {
    "nonce": "body = flipped(body, 0)",
    "body": "body = flipped(body, 40)",
    "end of body": "body = flipped(body, length(body) - 1)",
    "mac": "mac = flipped(mac, 0)",
    "prev": "prev = flipped(prev, 15)",
    "clock": "clock = clock + 256",
    "id": "id = cast(flipped(cast(id as blob), 3) as text)",
}


@pytest.mark.parametrize("where", FLIPS)
def test_a_flipped_byte_opens_the_plan_read_only_and_says_where(tmp_path: Path, where: str) -> None:
    vault, document, edits = damaged(tmp_path, f"update edit set {FLIPS[where]} where document = DOCUMENT and seq = 4")
    before = asked(tmp_path, "select * from edit where document = ? order by seq", document)
    loaded = vault.load(document)
    assert loaded.edits == (*edits[:3], *edits[4:])
    (fault,) = loaded.faults
    assert (fault.what, fault.device, fault.seq) == ("edit", "tablet", 4)
    assert (fault.position, fault.of, fault.near) == (4, 9, edits[2].at)
    assert "4" in fault.sentence()
    assert "9" in fault.sentence()
    assert loaded.read_only
    with pytest.raises(ReadOnlyPlan) as told:
        vault.append(document, [saying("more", 10)])
    assert "read but not changed" in told.value.sentence()
    assert asked(tmp_path, "select * from edit where document = ? order by seq", document) == before
    card = vault.card(document)
    assert card is not None
    assert not card.damaged
    others_work(vault, document)


@pytest.mark.parametrize(
    ("what", "statement"),
    [
        ("another device", "update edit set device = 'tablez' where document = DOCUMENT and seq = 4"),
        ("another number", "update edit set seq = 260 where document = DOCUMENT and seq = 4"),
        (
            "another type",
            "update edit set device = cast(x'ff' as text) where document = DOCUMENT and seq = 4",
        ),
        ("taken away", "delete from edit where document = DOCUMENT and seq = 4"),
    ],
)
def test_an_edit_that_is_not_where_it_was_hides_no_other(tmp_path: Path, what: str, statement: str) -> None:
    vault, document, edits = damaged(tmp_path, statement)
    loaded = vault.load(document)
    assert loaded.edits == (*edits[:3], *edits[4:]), what
    assert any((f.what, f.device, f.seq) == ("missing", "tablet", 4) for f in loaded.faults)
    others_work(vault, document)


@pytest.mark.parametrize("cut", [1, 3, 9])
def test_edits_cut_off_the_end_are_missed(tmp_path: Path, cut: int) -> None:
    vault, document, edits = damaged(
        tmp_path, "delete from edit where document = DOCUMENT and seq > ?", values=(9 - cut,)
    )
    loaded = vault.load(document)
    assert loaded.edits == tuple(edits[: 9 - cut])
    (fault,) = loaded.faults
    assert (fault.what, fault.seq, fault.position, fault.of) == ("missing", 10 - cut, 10 - cut, 9)
    others_work(vault, document)


def test_two_edits_that_changed_places_are_noticed(tmp_path: Path) -> None:
    vault, document, edits = damaged(
        tmp_path,
        "update edit set seq = seq - 9 where document = DOCUMENT and seq in (4, 5)",
    )
    vault.close()
    tampered(tmp_path, "update edit set seq = -seq where seq < 0")
    loaded = again_beside(tmp_path).load(document)
    assert loaded.edits == (*edits[:3], *edits[5:])
    assert [f.seq for f in loaded.faults if f.what == "edit"] == [4, 5]


def again_beside(folder: Path) -> Vault:
    return opened(folder, reading=True).unlock(PASSPHRASE)


def test_an_edit_moved_from_another_document_does_not_open(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    here, there = kept(vault, sayings(3)), kept(vault, sayings(4))
    store.close()
    tampered(tmp_path, "update edit set document = ? where seq = 4", values=(here,))
    _, vault = again(tmp_path)
    loaded = vault.load(here)
    assert len(loaded.edits) == 3
    assert [f.what for f in loaded.faults] == ["edit", "count"]
    assert [(f.what, f.seq) for f in vault.load(there).faults] == [("missing", 4)]


def test_an_edit_written_over_another_with_a_true_seal_of_an_older_day_is_noticed(tmp_path: Path) -> None:
    """Somebody puts back an older copy of the rows, but not of the chain."""
    store, vault = made(tmp_path)
    document = kept(vault, sayings(2))
    store.close()
    older = (tmp_path / "plans.db").read_bytes()
    store, vault = again(tmp_path)
    vault.append(document, [saying("the true third", 3)])
    store.close()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "plans.db").write_bytes(older)
    other_store, other = again(elsewhere)
    other.append(document, [saying("another third", 3)])
    other_store.close()
    row = asked(elsewhere, "select clock, id, prev, body, mac from edit where seq = 3")[0]
    tampered(tmp_path, "update edit set clock = ?, id = ?, prev = ?, body = ?, mac = ? where seq = 3", values=row)
    store, vault = again(tmp_path)
    assert [f.what for f in vault.load(document).faults] == ["count"]
    store.close()


def test_an_edit_with_a_true_seal_of_another_history_does_not_fit_what_follows(tmp_path: Path) -> None:
    """Two copies of one store went on apart; somebody puts an edit of one into the other."""
    document, here, there = two_copies(tmp_path, 2)
    for folder in (here, there):
        store, vault = again(folder)
        vault.append(document, [saying(words, n) for n, words in enumerate(("third", "fourth", "fifth", "sixth"), 3)])
        store.close()
    row = asked(there, "select clock, id, prev, body, mac from edit where seq = 3")[0]
    tampered(here, "update edit set clock = ?, id = ?, prev = ?, body = ?, mac = ? where seq = 3", values=row)
    tampered(here, "update edit set body = flipped(body, 40) where seq = 5")
    store, vault = again(here)
    loaded = vault.load(document)
    assert len(loaded.edits) == 5
    assert [(f.what, f.seq, f.position, f.of) for f in loaded.faults] == [("order", 4, 4, 6), ("edit", 5, 5, 6)]
    store.close()


@pytest.mark.parametrize(
    "statement",
    [
        "delete from chain where document = DOCUMENT",
        "update chain set body = zeroblob(60) where document = DOCUMENT",
    ],
)
def test_without_the_count_all_edits_open_but_nothing_is_added(tmp_path: Path, statement: str) -> None:
    vault, document, edits = damaged(tmp_path, statement)
    loaded = vault.load(document)
    assert loaded.edits == tuple(edits)
    assert [f.what for f in loaded.faults] == ["count"]
    with pytest.raises(ReadOnlyPlan):
        vault.append(document, [saying("more", 10)])
    others_work(vault, document)


def test_a_document_opens_with_either_copy_of_its_key(tmp_path: Path) -> None:
    vault, document, edits = damaged(tmp_path, "update document set body = zeroblob(80) where id = DOCUMENT")
    assert vault.load(document).edits == tuple(edits)
    assert vault.load(document).faults == ()


def test_a_document_without_a_key_is_listed_as_damaged_and_all_else_works(tmp_path: Path) -> None:
    vault, document, _ = damaged(tmp_path, "update document set body = zeroblob(80), again = x'00' where id = DOCUMENT")
    assert [card.damaged for card in vault.cards()] == [True, False]
    loaded = vault.load(document)
    assert loaded.edits == ()
    (fault,) = loaded.faults
    assert (fault.what, fault.device, fault.seq, fault.position, fault.of, fault.near) == ("key", "", 0, 0, 0, None)
    assert "cannot be opened" in fault.sentence()
    with pytest.raises(ReadOnlyPlan):
        vault.append(document, [saying("more", 10)])
    with pytest.raises(ReadOnlyPlan):
        vault.put_blob(document, b"x")
    others_work(vault, document)


def test_a_damaged_card_is_listed_as_damaged_and_can_be_written_again(tmp_path: Path) -> None:
    vault, document, _ = damaged(tmp_path, "update card set body = zeroblob(80) where document = DOCUMENT")
    assert [(card.document == document, card.damaged) for card in vault.cards()] == [
        (True, True),
        (False, False),
    ]
    card = vault.cards()[0]
    assert (card.kind, card.title, card.family, card.changed, dict(card.extra)) == ("", "", "", 0, {})
    assert (card.next, card.binned, card.closed, card.promises) == ("", "", "", ())
    vault.append(document, [saying("more", 10)], Summary(document, title="again"))
    assert len(vault.load(document).edits) == 10
    assert [card.damaged for card in vault.cards()] == [False, False]


@pytest.mark.parametrize("value", ["cast({} as text)", "cast(x'ff00fe' as text)", "'words'"])
@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("document", "body"),
        ("document", "again"),
        ("chain", "body"),
        ("edit", "body"),
        ("edit", "mac"),
        ("edit", "prev"),
        ("edit", "id"),
        ("edit", "device"),
        ("card", "body"),
        ("blob", "body"),
        ("setting", "body"),
    ],
)
def test_bytes_that_became_text_and_text_that_is_none_shut_nothing_else(
    tmp_path: Path, table: str, column: str, value: str
) -> None:
    """One bit tells SQLite which of the two it is."""
    store, vault = made(tmp_path)
    document, other = kept(vault, sayings(9)), kept(vault, sayings(9))
    names = [vault.put_blob(id, b"photo") for id in (document, other)]
    store.close()
    loosened(tmp_path, table, f"update {table} set {column} = {value.format(column)} where rowid = 1")
    store, vault = again(tmp_path)
    assert vault.documents() == (document, other)
    assert [card.document for card in vault.cards()] == [document, other]
    loaded = vault.load(document)
    assert len(loaded.edits) >= 8
    assert len(loaded.edits) == 9 or loaded.faults
    with suppress(BlobDamaged):
        assert vault.get_blob(document, names[0]) == b"photo"
    assert vault.get_blob(other, names[1]) == b"photo"
    others_work(vault, document)
    store.close()


class Whole:
    """A closed store's bytes, its document, and its edits. No dataclass: hypothesis would print all."""

    def __init__(self, content: bytes, document: str, edits: list[Edit]) -> None:
        self.content, self.document, self.edits = content, document, edits


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    folder = tmp_path_factory.mktemp("whole")
    store, vault = made(folder)
    edits = sayings(60)
    document = kept(vault, edits)
    store.close()
    return Whole((folder / "plans.db").read_bytes(), document, edits)


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_any_flipped_byte_anywhere_in_the_file_loses_nothing_unnoticed(whole: Whole, data: st.DataObject) -> None:
    content, document, edits = whole.content, whole.document, whole.edits
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "plans.db").write_bytes(content)
        flip(
            folder / "plans.db",
            data.draw(st.integers(0, len(content) - 1)),
            1 << data.draw(st.integers(0, 7)),
        )
        store, said = None, ""
        try:
            store = opened(folder)
            loaded = store.unlock(PASSPHRASE).load(document)
        except StoreError as fault:
            said = fault.sentence()
        else:
            said = "".join(fault.sentence() for fault in loaded.faults)
            assert all(edit in edits for edit in loaded.edits)
        finally:
            if store is not None:
                store.close()
        assert said or loaded.edits == tuple(edits)


def test_a_flipped_byte_in_every_sealed_body_and_mac_of_the_file_is_named(whole: Whole, tmp_path: Path) -> None:
    content, document, edits = whole.content, whole.document, whole.edits
    file = tmp_path / "plans.db"
    file.write_bytes(content)
    rows = asked(tmp_path, "select seq, body, mac from edit order by seq")
    for seq, body, mac in rows[::7]:
        # The mac stands once more in the next row: it is the one behind its body that is meant.
        for at in (len(body) // 2, len(body) + len(mac) // 2):
            file.write_bytes(content)
            flip(file, content.index(body + mac) + at)
            store, vault = again(tmp_path)
            loaded = vault.load(document)
            assert [(f.what, f.seq, f.position, f.of) for f in loaded.faults] == [("edit", seq, seq, 60)]
            assert loaded.edits == (*edits[: seq - 1], *edits[seq:])
            store.close()
