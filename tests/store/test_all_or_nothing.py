"""What raises NotSaved has changed nothing: wherever in a call the disk stops taking anything."""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.document import CHILD, EVERYONE, Add, Item
from app.store import (
    BlobDamaged,
    NotSaved,
    StoreBusy,
    StoreError,
    StoreFull,
    bin,
    copy_number,
    database,
    family_time,
)
from app.store.thread import StoreThread
from app.workspace.workspace import Workspace
from plans.catalogue import KINDS
from tests.store.making import PASSPHRASE, asked, kept, made, opened, saying, sayings

NEW = "meadow lantern biscuit harbour teapot"
KINDS_OF_FAULT = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY)


class Here(StoreThread):
    """The store's thread, where the store was opened on this one."""

    async def run(self, call: Any, *args: Any, **kwargs: Any) -> Any:
        return call(*args, **kwargs)


class Failing:
    """A connection whose n-th statement fails, and every one after it until `well`."""

    def __init__(self, real: sqlite3.Connection) -> None:
        self.real = real
        self.left = -1
        self.code = sqlite3.SQLITE_FULL
        self.asked = 0

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        self.asked += 1
        # What takes something back needs no room.
        if self.left >= 0 and sql != "rollback" and not sql.startswith("select"):
            if self.left == 0:
                error = sqlite3.OperationalError("disk")
                error.sqlite_errorcode = self.code
                raise error
            self.left -= 1
        return self.real.execute(sql, *values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


class Broken:
    """A store with a document that holds a photo, over a connection that can fail."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store, self.vault = made(folder)
        self.document = kept(self.vault, sayings(3, device=self.vault.device))
        self.photo = self.vault.put_blob(self.document, b"a photo" * 100)
        self.vault.append(self.document, [photographed(self.photo, 4, self.vault.device)])
        self.vault.keep_settings({"today": "the Otters", bin.SETTING: {"at": 1.0, "passed": 0.0, "since": {}}})
        self.db = self.store._lock.db  # type: ignore[union-attr]
        self.conn = Failing(self.db.conn)
        self.db.conn = self.conn  # type: ignore[assignment]
        self.thread = Here()

    def all(self) -> Any:
        """Return all that can be read in the store, and what opens it."""
        db = self.conn.real
        everything = {
            table: db.execute(f"select * from {table} order by 1, 2").fetchall()
            for table in ("keyslot", "lock", "document", "chain", "edit", "card", "blob", "setting")
        }
        loaded = [(id, self.vault.load(id)) for id in self.vault.documents()]
        return everything, loaded, self.vault.cards(), self.vault.setting("today")

    def workspace(self) -> Workspace:
        return Workspace(self.vault, self.thread, KINDS.kind)


def photographed(name: str, clock: int, device: str) -> Any:
    edit = saying(name, clock, device=device)
    item = Item(edit.id, "worries", None, "a0", "photo", CHILD, EVERYONE, {"photo": name})
    return edit._replace(change=Add(item))


def begun(broken: Broken) -> object:
    return asyncio.run(broken.workspace().create(KINDS.kind("words-and-pictures"), [], actor="worker"))


def like(broken: Broken) -> object:
    async def make() -> str:
        workspace = Workspace(broken.vault, broken.thread, lambda slug: KINDS.kind("words-and-pictures"))
        await workspace.open(broken.document)
        return await workspace.duplicate(broken.document, title="Another", actor="worker")

    return asyncio.run(make())


ACTS: dict[str, Callable[[Broken], object]] = {
    "create": lambda b: b.vault.create("storyboard"),
    "append": lambda b: b.vault.append(b.document, sayings(3, first=9, device=b.vault.device), b.vault.cards()[0]),
    "append elsewhere": lambda b: b.vault.append(b.document, sayings(2, first=9, device="another")),
    "erase": lambda b: b.vault.erase(b.document),
    "put_blob": lambda b: b.vault.put_blob(b.document, b"more" * 5_000),
    "copy_blobs": lambda b: b.vault.copy_blobs(b.document, b.document, frozenset([b.photo])),
    "keep_setting": lambda b: b.vault.keep_setting("today", "the Robins"),
    "keep_settings": lambda b: b.vault.keep_settings({"today": "the Robins", "other": 1}),
    "change_secret": lambda b: b.vault.change_secret(NEW),
    "renew_spare_key": lambda b: b.vault.renew_spare_key(),
    "spare_key_written": lambda b: b.vault.spare_key_written(b.vault.spare_key),
    "take_number": lambda b: copy_number.take_number(b.vault),
    "bin.count": lambda b: bin.count(b.vault, 5.0),
    "family_time.begin": lambda b: family_time.begin(b.vault, b.document, "4729"),
    "family_time.end": lambda b: family_time.end(b.vault, by_worker_at=5),
    "store.begin_family_time": lambda b: b.store.begin_family_time(b.document, "4729"),
    "desk.create": begun,
    "desk.another": like,
}


@pytest.mark.parametrize("code", KINDS_OF_FAULT)
@pytest.mark.parametrize("act", ACTS)
def test_what_fails_anywhere_has_changed_nothing_and_works_when_it_is_tried_again(
    tmp_path: Path, act: str, code: int
) -> None:
    broken = Broken(tmp_path)
    before = broken.all()
    broken.conn.code = code
    failed = 0
    for n in range(60):
        broken.conn.left = n
        try:
            ACTS[act](broken)
        except StoreError as fault:
            failed += isinstance(fault, NotSaved)
        else:
            break
        finally:
            broken.conn.left = -1
        assert not broken.conn.in_transaction
        assert broken.all() == before, f"statement {n}"
    assert failed
    # As far as it was acknowledged it is there, and what comes next goes on from it.
    if act != "erase":
        broken.vault.append(broken.document, sayings(2, first=30, device=broken.vault.device))
    after = broken.all()
    broken.store.close()
    secret = NEW if act == "change_secret" else PASSPHRASE
    broken.store = opened(tmp_path)
    broken.vault = broken.store.unlock(secret)
    assert all(not loaded.faults for _, loaded in after[1])
    assert [(id, broken.vault.load(id)) for id, _ in after[1]] == after[1]
    assert broken.vault.documents() == tuple(id for id, _ in after[1])
    broken.store.close()
    broken.thread.close()


@pytest.mark.parametrize("fault", [BlobDamaged, NotSaved, StoreFull, StoreBusy, KeyError, KeyboardInterrupt])
def test_what_is_kept_after_a_bundle_that_failed_goes_on_from_what_the_disk_has(
    tmp_path: Path, fault: type[BaseException]
) -> None:
    store, vault = made(tmp_path)
    document = kept(vault, sayings(2))

    def half() -> None:
        with vault.together():
            vault.append(document, sayings(3, first=3))
            raise fault

    with pytest.raises(NotSaved if fault in (StoreFull, StoreBusy) else fault):
        half()
    vault.append(document, sayings(1, first=3))
    loaded = vault.load(document)
    assert loaded.faults == ()
    assert [edit.clock for edit in loaded.edits] == [1, 2, 3]
    store.close()


def test_a_photo_that_is_damaged_leaves_no_half_copy_of_a_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Broken(tmp_path)
    monkeypatch.setattr("app.workspace.workspace.words_of", lambda document: frozenset([broken.photo]))
    broken.conn.real.execute("update blob set body = zeroblob(100)")
    before = broken.all()
    with pytest.raises(BlobDamaged):
        like(broken)
    assert broken.all() == before
    broken.store.close()


@pytest.mark.parametrize("n", range(40))
def test_a_set_up_that_fails_anywhere_leaves_no_store_whose_spare_key_nobody_saw(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, n: int
) -> None:
    real = sqlite3.connect

    def failing(*told: Any, **more: Any) -> Any:
        return real(*told, **more, factory=Limited)

    class Limited(sqlite3.Connection):
        def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
            nonlocal n
            n -= 1
            if n < 0 and sql != "rollback":
                error = sqlite3.OperationalError("disk")
                error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
                raise error
            return super().execute(sql, *values)

    store = opened(tmp_path)
    monkeypatch.setattr(database.sqlite3, "connect", failing)
    with pytest.raises(StoreError):
        store.set_up(PASSPHRASE)
    monkeypatch.undo()
    assert {f.name for f in tmp_path.iterdir()} <= {"plans.lock"}
    store.close()
    store, vault = made(tmp_path)
    kept(vault, sayings(1))
    store.close()


def test_a_row_without_a_card_which_older_versions_could_leave_is_met_kindly(tmp_path: Path) -> None:
    store, vault = made(tmp_path)
    document = kept(vault, sayings(2))
    empty = vault.create("words-and-pictures")
    assert [c.document for c in vault.cards()] == [document]
    assert vault.card(empty) is None
    thread = Here()

    async def look() -> None:
        workspace = Workspace(vault, thread, KINDS.kind)
        news = await workspace.open(empty)
        assert (news.saving, dict(news.document.items)) == ("saved", {})
        assert (await workspace.glance(empty, lambda d: d.kind.slug))[0] == "words-and-pictures"
        await workspace.erase(empty)

    asyncio.run(look())
    assert vault.documents() == (document,)
    thread.close()
    store.close()


def test_a_kill_anywhere_in_a_new_plan_leaves_all_of_it_or_nothing(tmp_path: Path) -> None:
    broken = Broken(tmp_path)
    states = []
    real = broken.conn.real

    def look(statement: str) -> None:
        # What another process would read if this one were killed now: what is committed.
        states.append(asked(tmp_path, "select count(*) from document, card where card.document = document.id"))
        states.append(asked(tmp_path, "select count(*) from document"))

    real.set_trace_callback(look)
    begun(broken)
    real.set_trace_callback(None)
    pairs = {(cards[0][0], rows[0][0]) for cards, rows in zip(states[::2], states[1::2], strict=True)}
    assert pairs <= {(1, 1), (2, 2)}
    broken.store.close()
    broken.thread.close()
