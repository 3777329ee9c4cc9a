"""A plan opened from the disk, beside reading and opening the same bytes with bare SQLite and one key."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.document import Document, Edit, fold
from app.document.kind import Kind
from app.store import Cost, NoKeyring, Store, Vault
from tests.bench.measuring import Figure, by_turns

TURNS = 60
AIM = 2.0


def opened_beside(name: str, kind: Kind, edits_of: Callable[[str], Iterable[Edit]]) -> Figure:
    """Time a plan opened, its chain checked, and folded; beside reading and opening the same bytes.

    edits_of: gets the id of the device.
    """
    with made_vault() as (vault, file), bare_table() as bare:
        id = vault.create(kind.slug)
        edits = list(edits_of(vault.device))
        vault.append(id, edits)
        there = len(fold(id, kind, edits).items)
        question = "select * from edit where document = ? order by device, seq"
        cipher, nonce = AESGCM(bytes(32)), bytes(12)
        # Bodies of the same length under a key that the baseline has.
        sealed = [(*row[:6], nonce + cipher.encrypt(nonce, bytes(len(row[6]) - 12), None), b"") for row in rows(file)]
        bare.executemany("insert into edit values (?, ?, ?, ?, ?, ?, ?, ?)", sealed)

        def ours(_: int) -> None:
            loaded = vault.load(id)
            if loaded.faults or len(fold(id, kind, loaded.edits).items) != there:
                raise AssertionError("not the plan that was kept")

        def baseline(_: int) -> None:
            for *_, body, _ in bare.execute(question, (id,)).fetchall():
                cipher.decrypt(body[:12], body[12:], None)

        return by_turns(f"{name} opened ({len(edits):,} edits)", ours, baseline, turns=TURNS, aim=AIM)


def own(document: Document) -> Callable[[str], list[Edit]]:
    """Return a document's edits as a device's own."""
    return lambda device: [e._replace(device=device, clock=n) for n, e in enumerate(document.edits, start=1)]


@contextmanager
def made_vault() -> Iterator[tuple[Vault, Path]]:
    """Yield an open vault in a folder of its own, and its file."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder), keyring=NoKeyring(), cost=Cost("argon2id", 8, 1))
        vault, _ = store.set_up("patio rhubarb velvet otter")
        yield vault, Path(folder) / "plans.db"
        store.close()


@contextmanager
def bare_table() -> Iterator[sqlite3.Connection]:
    """Yield a file of SQLite's with the same two tables and nothing of ours around them."""
    with tempfile.TemporaryDirectory() as folder:
        bare = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        bare.execute("pragma journal_mode = wal")
        bare.execute("pragma synchronous = full")
        bare.execute("create table chain (document text primary key, body blob)")
        bare.execute(
            "create table edit (document text, device text, seq integer, clock integer, id text, prev blob,"
            " body blob, mac blob, unique (document, device, seq), unique (document, id))"
        )
        yield bare
        bare.close()


def rows(
    file: Path, question: str = "select document, device, seq, clock, id, prev, body, mac from edit order by seq"
) -> list[tuple[Any, ...]]:
    """Return what a vault's file holds: all edits, or what is asked for."""
    connection = sqlite3.connect(file)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()
