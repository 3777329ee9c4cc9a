"""An edit that was appended is there, once, in its order, whatever happens next."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.document.edit import Edit, Set, Unknown
from app.store import NotSaved, ReadOnlyPlan, StoreReadOnly, Summary
from tests.store.making import again, asked, kept, made, opened, saying, sayings, tampered

PASS = "patio rhubarb velvet otter"


def test_what_was_appended_comes_back_after_a_restart_in_its_order(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    edits = sayings(20)
    document = vault.create("storyboard")
    for edit in edits:
        vault.append(document, [edit])
    store.close()
    store, vault = again(tmp_path)
    loaded = vault.load(document)
    assert (loaded.kind, loaded.edits, loaded.faults) == ("storyboard", tuple(edits), ())
    assert not loaded.read_only
    store.close()


def test_edits_of_several_devices_are_ordered_by_clock_then_device(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    a, b = sayings(3, device="a"), sayings(3, device="b")
    document = kept(vault, [*b, *a])
    assert vault.load(document).edits == (a[0], b[0], a[1], b[1], a[2], b[2])
    store.close()


def test_a_repeat_of_an_id_changes_nothing(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    first, second, third = sayings(3)
    document = kept(vault, [first, second])
    vault.append(document, [first, second, third, third])
    vault.append(document, [first._replace(clock=9, actor="somebody else")])
    assert vault.load(document).edits == (first, second, third)
    store.close()


def test_the_same_id_in_two_documents_is_two_edits(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    edits = sayings(2)
    here, there = kept(vault, edits), kept(vault, edits)
    assert vault.load(here).edits == vault.load(there).edits == tuple(edits)
    store.close()


def test_the_chain_goes_on_after_a_restart_without_the_document_being_loaded(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    edits = sayings(4)
    document = kept(vault, edits[:2])
    store.close()
    store, vault = again(tmp_path)
    vault.append(document, edits[2:])
    assert (vault.load(document).edits, vault.load(document).faults) == (tuple(edits), ())
    store.close()


def test_a_card_is_kept_with_its_edits_or_neither(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, vault = made(tmp_path)
    document = kept(vault, sayings(1), title="before")

    def fails(*_: object) -> None:
        raise RuntimeError("the card cannot be written")

    monkeypatch.setattr("app.store.vault.write_summary", fails)
    with pytest.raises(RuntimeError):
        vault.append(document, sayings(2, first=2), Summary(document, title="after"))
    monkeypatch.undo()
    assert len(vault.load(document).edits) == 1
    card = vault.card(document)
    assert card is not None
    assert card.title == "before"
    vault.append(document, sayings(2, first=2), Summary(document, title="after"))
    assert len(vault.load(document).edits) == 3
    assert vault.load(document).faults == ()
    store.close()


def test_nothing_is_saved_once_locked_and_the_reason_is_told(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    document = kept(vault, sayings(1))
    vault.close()
    with pytest.raises(NotSaved) as told:
        vault.append(document, sayings(1, first=2))
    assert "locked" in told.value.sentence()
    assert len(store.unlock(PASS).load(document).edits) == 1
    store.close()


def test_a_document_that_is_not_there_takes_no_edits(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    with pytest.raises(NotSaved) as told:
        vault.append("nowhere", sayings(1))
    assert not isinstance(told.value, ReadOnlyPlan)
    store.close()


def test_reading_goes_on_beside_the_writer_and_writes_nothing(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    document = kept(vault, sayings(1))
    beside = opened(tmp_path, reading=True)
    reader = beside.unlock(PASS)
    assert reader.device == vault.device
    for clock in range(2, 6):
        vault.append(document, [saying("more", clock)])
        loaded = reader.load(document)
        assert (len(loaded.edits), loaded.faults) == (clock, ())
    for attempt in (
        lambda: reader.append(document, sayings(1, first=9)),
        lambda: reader.create("storyboard"),
        lambda: reader.erase(document),
        lambda: reader.put_blob(document, b"x"),
        lambda: reader.keep_setting("a", 1),
        lambda: reader.change_secret("four other plain words"),
    ):
        with pytest.raises(NotSaved) as told:
            attempt()
        assert isinstance(told.value.cause, StoreReadOnly)
    beside.close()
    vault.append(document, [saying("after", 6)])
    assert len(vault.load(document).edits) == 6
    store.close()


def test_edits_cannot_be_changed_or_deleted_behind_the_stores_back(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    kept(vault, sayings(2))
    for statement in (
        "update edit set clock = 9",
        "delete from edit",
        "insert or replace into edit select * from edit",
    ):
        with pytest.raises(Exception, match="never"):
            vault._db.execute(statement)
    store.close()
    assert len(asked(tmp_path, "select * from edit")) == 2


def test_an_edit_of_a_newer_version_is_kept_as_it_came(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    newer = saying("", 1)._replace(change=Unknown(99, ["something", {"new": 1}]))
    document = kept(vault, [newer])
    assert vault.load(document).edits == (newer,)
    store.close()


values = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.integers(-(2**63), 2**63 - 1),
    st.binary(),
    st.none(),
)
changes = st.builds(Set, st.text("abc", min_size=1), st.text("abc", min_size=1), values)


@settings(deadline=None)
@given(
    batches=st.lists(st.lists(st.tuples(st.sampled_from("abc"), changes, st.integers(0, 50)), max_size=6), max_size=6)
)
def test_whatever_is_appended_in_whatever_batches_is_what_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, batches: list[list[tuple[str, Set, int]]]
) -> None:
    store, vault = made(tmp_path_factory.mktemp("store"))
    document = vault.create("storyboard")
    clock = 0
    every: list[Edit] = []
    for batch in batches:
        edits = []
        for device, change, repeat in batch:
            clock += 1
            fresh = saying("", clock, device=device)._replace(change=change)
            edits.append(every[repeat] if repeat < len(every) else fresh)
            every.append(edits[-1])
        vault.append(document, edits)
    loaded = vault.load(document)
    once = {edit.id: edit for edit in every}
    assert {edit.id: edit for edit in loaded.edits} == once
    assert len(loaded.edits) == len(once)
    assert loaded.faults == ()
    assert list(loaded.edits) == sorted(loaded.edits, key=lambda e: (e.clock, e.device))
    store.close()


def test_a_store_that_somebody_cut_off_at_the_end_of_its_chain_takes_nothing_more(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    document = kept(vault, sayings(5))
    store.close()
    tampered(tmp_path, "delete from edit where seq = 5")
    store, vault = again(tmp_path)
    with pytest.raises(ReadOnlyPlan):
        vault.append(document, sayings(1, first=6))
    assert len(asked(tmp_path, "select * from edit")) == 4
    store.close()
