"""What sealing costs: a stroke made durable, and 2,400 strokes opened, each beside bare SQLite.

The baselines write and read the same bytes in as many rows, in the same run, by turns.
"""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypedDict

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.document.edit import Add, Edit
from app.document.fold import fold
from app.document.item import EVERYONE, Item, new_id
from app.document.kind import Kind
from app.ink.packing import pack
from app.store import Cost, NoKeyring, Store, Vault
from tests.bench.drawn import lines

PAGES, STROKES, POINTS = 12, 200, 60
TURNS = 60
STORYBOARD = Kind(slug="storyboard", name="", family_name="")


class Row(TypedDict):
    """One line of the table. ours and baseline: seconds, medians."""

    name: str
    ours: float
    baseline: float
    ratio: float
    aim: float


def durable_stroke() -> Row:
    """A stroke made durable (sealed, chained, committed, FULL), beside bare sqlite3 writing the same rows."""
    strokes = list(_strokes("tablet"))[:600]
    with _made() as (first, first_file), _made() as (vault, _), _bare() as bare:
        made = first.create(STORYBOARD.slug)
        first.append(made, strokes)
        rows, chain = _rows(first_file), _chain(first_file)
        bare.executemany("insert into chain values (?, ?)", chain)
        document = vault.create(STORYBOARD.slug)

        def ours(n: int) -> None:
            vault.append(document, (strokes[n],))

        def baseline(n: int) -> None:
            bare.execute("begin immediate")
            bare.execute("insert into edit values (?, ?, ?, ?, ?, ?, ?, ?)", rows[n])
            bare.execute("update chain set body = ? where document = ?", (chain[0][1], made))
            bare.execute("commit")

        return _row("a stroke made durable", ours, baseline, turns=len(strokes), aim=1.5)


def open_storyboard() -> Row:
    """A storyboard opened, its chain checked, and folded; beside reading and opening the same bytes."""
    strokes = list(_strokes("tablet"))
    with _made() as (vault, file), _bare() as bare:
        document = vault.create(STORYBOARD.slug)
        vault.append(document, strokes)
        question = "select * from edit where document = ? order by device, seq"
        cipher, nonce = AESGCM(bytes(32)), bytes(12)
        rows = _rows(file)
        # Bodies of the same length under a key that the baseline has.
        sealed = [(*row[:6], nonce + cipher.encrypt(nonce, bytes(len(row[6]) - 12), None), b"") for row in rows]
        bare.executemany("insert into edit values (?, ?, ?, ?, ?, ?, ?, ?)", sealed)

        def ours(_: int) -> None:
            loaded = vault.load(document)
            folded = fold(document, STORYBOARD, loaded.edits)
            if loaded.faults or len(folded.items) != len(strokes):
                raise AssertionError("not the storyboard that was kept")

        def baseline(_: int) -> None:
            for *_, body, _ in bare.execute(question, (document,)).fetchall():
                cipher.decrypt(body[:12], body[12:], None)

        return _row("a storyboard of 12 × 200 strokes opened", ours, baseline, turns=TURNS, aim=3)


BENCHES = (durable_stroke, open_storyboard)


def _strokes(device: str) -> Iterator[Edit]:
    """Yield what a child draws on twelve pages, each line packed as the pad packs it."""
    for n, drawn in enumerate(lines(PAGES * STROKES, POINTS)):
        page = f"page-{n % PAGES}"
        id = new_id()
        item = Item(id, "story", page, f"a{n:05}", "stroke", "child", EVERYONE, {"ink": pack(drawn.stroke)})
        # A stroke hangs on its page; here it hangs on nothing, so that the fold keeps it without one.
        yield Edit(
            id,
            device,
            n + 1,
            "child",
            1_700_000_000_000 + n,
            id,
            page,
            "spell",
            Add(item._replace(parent=None)),
        )


@contextmanager
def _made() -> Iterator[tuple[Vault, Path]]:
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder), keyring=NoKeyring(), cost=Cost("argon2id", 8, 1))
        vault, _ = store.set_up("patio rhubarb velvet otter")
        yield vault, Path(folder) / "plans.db"
        store.close()


@contextmanager
def _bare() -> Iterator[sqlite3.Connection]:
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


def _rows(file: Path) -> list[tuple[Any, ...]]:
    return _read(file, "select document, device, seq, clock, id, prev, body, mac from edit order by seq")


def _chain(file: Path) -> list[tuple[Any, ...]]:
    return _read(file, "select document, body from chain")


def _read(file: Path, question: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(file)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


def _row(name: str, ours: Callable[[int], None], baseline: Callable[[int], None], *, turns: int, aim: float) -> Row:
    """Time both by turns, each first half of the times: what the machine does meanwhile falls on both."""
    took: dict[bool, list[float]] = {True: [], False: []}
    for n in range(turns):
        for mine in (True, False) if n % 2 else (False, True):
            began = time.perf_counter()
            (ours if mine else baseline)(n)
            took[mine].append(time.perf_counter() - began)
    # The first turns warm caches.
    own, bare = (statistics.median(took[which][turns // 10 :]) for which in (True, False))
    return Row(name=name, ours=own, baseline=bare, ratio=own / bare, aim=aim)
