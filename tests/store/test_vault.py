"""Documents, cards, blobs and settings of an unlocked store."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.store import BlobDamaged, Locked, NoSuchDocument, NotSaved, Summary, Vault
from tests.store.making import again, asked, kept, made, saying, sayings, tampered


def test_a_new_document_is_empty_and_making_it_again_changes_nothing(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    document = vault.create("storyboard")
    assert vault.create("storyboard", id="ours") == "ours"
    vault.append("ours", sayings(2))
    assert vault.create("storyboard", id="ours") == "ours"
    vault.append("ours", sayings(2, first=3))
    assert len(vault.load("ours").edits) == 4
    assert vault.load("ours").faults == ()
    assert vault.load(document).edits == ()
    assert vault.load(document).kind == "storyboard"
    assert vault.documents() == (document, "ours")
    store.close()


def test_lists_read_cards_the_oldest_document_first_and_documents_without_one_are_not_in_them(
    tmp_path: Path,
) -> None:
    store, vault = made(tmp_path)
    bare = vault.create("storyboard")
    cards = []
    for n in range(4):
        document = vault.create("storyboard", id=f"{9 - n}")
        cards.append(Summary(document, "storyboard", f"Tïtle {n}", "family", 1_700_000_000_000 + n, {"next": "May"}))
        vault.append(document, sayings(1), cards[-1])
    assert vault.cards() == tuple(cards)
    assert vault.card(cards[2].document) == cards[2]
    assert vault.card(bare) is None
    assert vault.card("nowhere") is None
    assert bare in vault.documents()
    store.close()
    store, vault = again(tmp_path)
    assert vault.cards() == tuple(cards)
    store.close()


def test_an_erased_document_is_gone_with_its_key_and_all_its_bytes(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    document, other = kept(vault, sayings(30)), kept(vault, sayings(3))
    name = vault.put_blob(document, b"a photograph")
    rows = asked(tmp_path, "select body from edit where document = ?", document)
    rows += asked(tmp_path, "select body from card where document = ?", document)
    rows += asked(tmp_path, "select body from blob where document = ?", document)
    keys = asked(tmp_path, "select body, again from document where id = ?", document)[0]
    vault.erase(document)
    gone = [*keys, *(body for (body,) in rows)]
    for file in tmp_path.iterdir():
        content = file.read_bytes()
        assert not [body for body in gone if body in content]
    for act in (lambda: vault.load(document), lambda: vault.get_blob(document, name)):
        with pytest.raises(NoSuchDocument):
            act()
    with pytest.raises(NotSaved):
        vault.append(document, [saying("more", 31)])
    assert [card.document for card in vault.cards()] == [other]
    assert len(vault.load(other).edits) == 3
    for table in ("edit", "chain", "card", "blob"):
        assert asked(tmp_path, f"select count(*) from {table} where document = ?", document) == [(0,)]
    vault.erase(document)
    store.close()


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Vault:
    return made(tmp_path_factory.mktemp("vault"))[1]


@settings(deadline=None)
@given(content=st.binary(max_size=5000))
def test_a_blob_comes_back_under_the_name_of_its_sealed_bytes(vault: Vault, content: bytes) -> None:
    document = vault.create("storyboard", id="blobs")
    name = vault.put_blob(document, content)
    assert len(name) == 64
    assert vault.get_blob(document, name) == content
    ((sealed,),) = vault._db.execute("select body from blob where name = ?", (name,)).fetchall()
    assert hashlib.sha256(sealed).hexdigest() == name


def test_a_blob_that_was_changed_moved_or_is_not_there_is_not_given(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    here, there = vault.create("storyboard"), vault.create("storyboard")
    name, moved = vault.put_blob(here, b"x" * 100), vault.put_blob(there, b"y" * 100)
    one, other = vault.put_blob(here, b"one"), vault.put_blob(here, b"other")
    with pytest.raises(BlobDamaged):
        vault.get_blob(here, moved)
    store.close()
    tampered(tmp_path, "update blob set body = flipped(body, 50) where name = ?", values=(name,))
    tampered(tmp_path, "update blob set document = ? where name = ?", values=(here, moved))
    tampered(
        tmp_path,
        "update blob set body = (select body from blob where name = ?) where name = ?",
        values=(other, one),
    )
    store, vault = again(tmp_path)
    for which in (name, moved, one):
        with pytest.raises(BlobDamaged) as told:
            vault.get_blob(here, which)
    assert "picture" in told.value.sentence()
    assert vault.get_blob(here, other) == b"other"
    store.close()


json = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc"), inner, max_size=4),
    max_leaves=8,
)


@settings(deadline=None)
@given(value=json)
def test_a_setting_is_what_was_kept_last(vault: Vault, value: Any) -> None:
    vault.keep_setting("today", "something else")
    vault.keep_setting("today", value)
    assert vault.setting("today", "never kept") == value


def test_a_setting_that_was_never_kept_or_is_damaged_is_the_default(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store, vault = made(tmp_path)
    assert vault.setting("today") is None
    assert vault.setting("today", "none") == "none"
    vault.keep_setting("today", "family")
    vault.keep_setting("size", 3)
    today, size = (vault._settings.mark(name).hex() for name in ("today", "size"))
    store.close()
    # One setting's value in another's row does not open either.
    tampered(
        tmp_path,
        f"update setting set body = (select body from setting where name = '{today}') where name = '{size}'",
    )
    store, vault = again(tmp_path)
    assert caplog.text == ""
    assert vault.setting("size", 1) == 1
    assert [record.message for record in caplog.records] == ["A setting is damaged, and counts as never kept"]
    assert vault.setting("today") == "family"
    vault.keep_setting("size", 2)
    assert vault.setting("size") == 2
    store.close()


def test_a_closed_vault_gives_nothing(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    document = kept(vault, sayings(1))
    name = vault.put_blob(document, b"x")
    vault.close()
    reads = (
        lambda: vault.load(document),
        vault.cards,
        vault.documents,
        lambda: vault.card(document),
        lambda: vault.get_blob(document, name),
        lambda: vault.setting("today"),
        lambda: vault.verify("patio rhubarb velvet otter"),
    )
    for read in reads:
        with pytest.raises(Locked):
            read()
    store.close()
