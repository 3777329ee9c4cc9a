"""Whoever has the file and no key learns nothing of the kinds of items, plans and settings, nor when it was made."""

import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document import EVERYONE, Add, Edit, Item, new_id
from app.document.answer import answer_id
from app.document.edit import AUDIENCE, Set
from app.document.item import ONLY_ME, id_of
from app.store import Summary
from app.store.encryption import NONCE, TAG, Cipher, NotOpened, bound
from tests.samples import make_format_1
from tests.store.making import again, asked, kept, made, opened, saying, sayings

CHILD = "child"


def an_answer(n: int, words: str, kept_back: bool) -> Edit:
    """Return what somebody gives alone."""
    id = answer_id(new_id(), f"worry-{n}")
    fields = {"round": "", "day": "2026-11-30", "number": 3, "words": words, "of": "0123456789abcdef"}
    item = Item(id, "worries", f"worry-{n}", "a0", "answer", CHILD, ONLY_ME if kept_back else EVERYONE, fields)
    return Edit(id, "", n, CHILD, 1_700_000_000_000, id, "alone:worry", "spell", Add(item))


def told(folder: Path) -> list[tuple[object, ...]]:
    """Return all that stands outside of the seals, but for what is random or counts: sorts and lengths."""
    rows: list[tuple[object, ...]] = []
    for table, columns in {
        "document": "length(id), length(body), length(again)",
        "edit": "length(id), length(device), length(prev), length(body), length(mac), typeof(id)",
        "chain": "length(body)",
        "card": "length(body)",
    }.items():
        rows += [(table, *row) for row in asked(folder, f"select {columns} from {table} order by rowid")]
    return rows


@pytest.mark.parametrize("kept_back", [False, True])
def test_a_plan_with_answers_that_are_kept_looks_like_one_with_plain_words(tmp_path: Path, kept_back: bool) -> None:
    plain, alone = tmp_path / "plain", tmp_path / "alone"
    store, vault = made(plain)
    document = vault.create("words-and-pictures")
    edits = [saying(f"I think that {n}", n, device=vault.device) for n in range(1, 9)]
    vault.append(document, edits, Summary(document, "words-and-pictures", "Our story"))
    store.close()
    store, vault = made(alone)
    document = vault.create("family-star")
    answers = [an_answer(n, "no" * n, kept_back)._replace(device=vault.device) for n in range(1, 8)]
    change = Set(answers[0].id, AUDIENCE, EVERYONE)
    answers.append(answers[0]._replace(id=new_id(), clock=8, change=change))
    vault.append(document, answers, Summary(document, "family-star", "A star with a long name"))
    store.close()
    assert told(plain) == told(alone)
    letters = {c for (id,) in asked(alone, "select id from edit") for c in id}
    assert len(letters) > 20  # Not sixteen: in the form of a fresh id.


def test_an_answers_id_is_in_the_form_of_any_other_and_always_the_same() -> None:
    for n in range(500):
        id = answer_id("asked", str(n))
        assert len(id) == len(new_id()) == 16
        assert id[0] != "-"
        assert id == answer_id("asked", str(n))
    assert len({id_of(str(n)) for n in range(5_000)}) == 5_000


def test_when_it_was_set_up_stands_nowhere(tmp_path: Path) -> None:
    before = datetime.now(UTC)
    store, vault = made(tmp_path)
    kept(vault, sayings(3))
    days = {before.strftime(form) for form in ("%Y-%m-%d", "%Y%m%d", "%H:%M:%S")}
    for moment in ("open", "closed"):
        for file in tmp_path.iterdir():
            content = file.read_bytes()
            assert not [day for day in days if day.encode() in content], (moment, file.name)
        store.close()
    assert asked(tmp_path, "select distinct applied_at from _sqlite_migrations") == [("",)]


def test_a_store_of_an_older_version_forgets_when_it_was_set_up(tmp_path: Path) -> None:
    shutil.copy(Path(make_format_1.__file__).parent / "format_1" / "plans.db", tmp_path)
    db = sqlite3.connect(tmp_path / "plans.db")
    ((when,),) = db.execute("select applied_at from _sqlite_migrations").fetchall()
    db.close()
    assert when
    opened(tmp_path).close()
    assert when.encode() not in (tmp_path / "plans.db").read_bytes()


@given(st.binary(max_size=3_000))
def test_what_is_sealed_evenly_comes_back_and_has_few_lengths(plain: bytes) -> None:
    plain = b"\x97" + plain
    cipher, to = Cipher(Cipher.new_key()), bound(("edit",))
    sealed = cipher.encrypt_padded(plain, to)
    assert cipher.decrypt_padded(sealed, to) == plain
    assert (len(sealed) - 28) % 256 == 0
    assert len(sealed) - 28 <= max(256, len(plain) * 1.15 + 260)
    assert cipher.decrypt_padded(cipher.encrypt(plain, to), to) == plain  # As an older version sealed it.
    with pytest.raises(NotOpened):
        cipher.decrypt_padded(sealed, bound(("card",)))


@pytest.mark.parametrize(
    ("plain", "sealed"),
    [
        *((0, 256), (1, 256), (252, 256), (253, 512), (508, 512), (509, 768)),
        # From 4 KiB on to the next eighth of a power of two.
        *((4_091, 4_096), (4_092, 4_096), (4_093, 4_608), (8_188, 8_192), (8_189, 9_216), (99_996, 106_496)),
    ],
)
def test_what_is_short_is_sealed_in_steps_of_256_bytes_and_what_is_long_in_eighths(plain: int, sealed: int) -> None:
    assert len(Cipher(bytes(32)).encrypt_padded(bytes(plain), b"")) == NONCE + sealed + TAG


def test_the_length_of_words_shows_in_steps_alone(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    document = vault.create("storyboard")
    vault.append(document, [saying("x" * n, n + 1, device=vault.device) for n in range(0, 2_000, 7)])
    lengths = {n for (n,) in asked(tmp_path, "select length(body) + length(mac) - 28 from edit")}
    assert lengths <= set(range(256, 2_600, 256))
    store.close()
    store, vault = again(tmp_path)
    assert vault.load(document).faults == ()
    store.close()


def test_no_name_of_a_setting_is_in_the_clear_and_those_of_an_older_version_go(tmp_path: Path) -> None:
    shutil.copy(Path(make_format_1.__file__).parent / "format_1" / "plans.db", tmp_path)
    store = opened(tmp_path)
    vault = store.unlock(make_format_1.PASSPHRASE)
    assert vault.setting("today")["family"] == make_format_1.FAMILY
    for name in ("today", "photo", "family-time", "place-of-a-plan"):
        vault.keep_setting(name, {"n": 1})
    assert vault.setting("today") == {"n": 1}
    store.close()
    names = [name for (name,) in asked(tmp_path, "select name from setting")]
    assert {len(name) for name in names} == {32}
    for name in (b"family-time", b"place-of-a-plan", b"@device"):
        assert name not in (tmp_path / "plans.db").read_bytes()
    store = opened(tmp_path)
    assert store.unlock(make_format_1.PASSPHRASE).setting("today") == {"n": 1}
    store.close()
