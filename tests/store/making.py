"""Stores for tests: cheap keys, clocks that can be set, edits with words, and ways to damage a file."""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from app.document.edit import Add, Edit
from app.document.item import EVERYONE, Item, new_id
from app.store import Cost, DeviceSecret, MemoryKeyring, NoKeyring, Store, Summary, TruncatedLog, Vault
from app.system.clock import Elapsed

CHEAP = Cost("argon2id", 8, 1)
PASSPHRASE = "patio rhubarb velvet otter"
PIN = "829301"


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self, at: float = 1_700_000_000.0) -> None:
        self.at = at

    def __call__(self) -> float:
        return self.at


def opened(folder: Path, *, keyring: DeviceSecret | None = None, **more: Any) -> Store:
    if "now" in more:  # The clocks that nobody can set go on as this one does, but never back.
        more = {"elapsed": Elapsed((more["now"],)), "steady": Elapsed((more["now"],)), **more}
    return Store.open(folder, keyring=keyring or NoKeyring(), cost=CHEAP, **more)


def made(folder: Path) -> tuple[Store, Vault]:
    """Return a new store, set up with PASSPHRASE."""
    store = opened(folder)
    return store, store.set_up(PASSPHRASE)[0]


def again(folder: Path) -> tuple[Store, Vault]:
    """Return a store opened as after a restart."""
    store = opened(folder)
    return store, store.unlock(PASSPHRASE)


def short(folder: Path, *, reading: bool = False) -> tuple[TruncatedLog, ...]:
    """Return which documents lack their end, as a store tells that is opened once more; it is closed again."""
    store = opened(folder, reading=reading)
    told = store.unlock(PASSPHRASE).short
    store.close()
    return told


def pin_store(folder: Path, keyring: MemoryKeyring, clock: Clock) -> tuple[Store, Vault, str]:
    store = opened(folder, keyring=keyring, now=clock)
    vault, spare_key = store.set_up(PIN)
    return store, vault, spare_key


def saying(words: str, clock: int, *, device: str = "tablet", id: str | None = None) -> Edit:
    id = id or new_id()
    item = Item(id, "worries", None, "a0", "saying", "nan", EVERYONE, {"words": words})
    return Edit(id, device, clock, "nan", 1_700_000_000_000 + clock, id, "worries", "spell", Add(item))


def sayings(n: int, *, first: int = 1, device: str = "tablet") -> list[Edit]:
    return [saying(f"words {clock}", clock, device=device) for clock in range(first, first + n)]


def kept(vault: Vault, edits: Sequence[Edit], *, title: str = "Our story") -> str:
    """Return a new document that holds these edits and has a card."""
    document = vault.create("storyboard")
    vault.append(document, edits, Summary(document, "storyboard", title, "family", 7, {"look": "May"}))
    return document


def older_file(folder: Path) -> tuple[str, bytes]:
    """Make a store in which a document has three edits, and then a later one; it is closed.

    Returns the document, and the store's file as it was before the last.
    """
    store, vault = made(folder)
    document = kept(vault, sayings(3, device=vault.device))
    store.close()
    older = (folder / "plans.db").read_bytes()
    store, vault = again(folder)
    vault.append(document, [saying("later", 4, device=vault.device)])
    store.close()
    return document, older


def two_copies(folder: Path, count: int) -> tuple[str, Path, Path]:
    """Make a store with a document of so many edits, and a copy of it, to go on apart; both are closed.

    Returns the document, and the folders of both.
    """
    here, there = folder / "here", folder / "there"
    store, vault = made(here)
    document = kept(vault, sayings(count))
    store.close()
    there.mkdir()
    (there / "plans.db").write_bytes((here / "plans.db").read_bytes())
    return document, here, there


def tampered(folder: Path, *statements: str, values: Sequence[Any] = ()) -> None:
    """Change a closed store as somebody would who has the file but no key: triggers and references off."""
    db = sqlite3.connect(folder / "plans.db", isolation_level=None)
    db.create_function("flipped", 2, lambda content, at: content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
    for name, sql in db.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall():
        db.execute(f"drop trigger {name}")
        statements = (*statements, sql)
    for statement in statements:
        db.execute(statement, values if "?" in statement else ())
    db.close()


def loosened(folder: Path, table: str, *statements: str) -> None:
    """The same, where a table takes anything anywhere meanwhile: what is damaged keeps to no type."""

    def written(sql: str) -> None:
        with closing(sqlite3.connect(folder / "plans.db", isolation_level=None)) as db:
            db.execute("pragma writable_schema = on")
            db.execute("update sqlite_master set sql = ? where type = 'table' and name = ?", (sql, table))

    ((whole,),) = asked(folder, "select sql from sqlite_master where type = 'table' and name = ?", table)
    loose = re.sub(r" (text|integer|blob) not null", "", whole)
    written(re.sub(r" check \(.*?\)|strict$", "", loose))
    tampered(folder, *statements)
    written(whole)


def flip(file: Path, at: int, mask: int = 0x01) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= mask
    file.write_bytes(content)


def asked(folder: Path, question: str, *values: Any) -> list[tuple[Any, ...]]:
    db = sqlite3.connect(folder / "plans.db")
    try:
        return db.execute(question, values).fetchall()
    finally:
        db.close()
